"""Plans and notices of Vietnamese schools: days in columns and lines, two who sign side by side, bodies that sign."""

import re

from extractors.parsing.lines import printed_lines
from extractors.parsing.walk import walk
from extractors.tables import people, provisions, tasks, terms

HEAD = "TRƯỜNG CAO ĐẲNG MÂY\nSố: 44/KH-CĐM\nPhú Sơn, ngày 06 tháng 3 năm 2023\n"


def test_a_column_of_days_whose_head_was_misread_says_when(read):
    table = (
        "TT\tNội dung công việc\tNgười phụ trách\t'hời hạn xong\tSản phẩm\n"
        "1\tKiểm kê máy tính\tTổ thiết bị\t17/4/2023\tBảng kê\n2\tSơn lại sân khấu\tĐoàn trường\t21/5/2023\tBiên bản\n"
    )
    document = read(f"{HEAD}KẾ HOẠCH\nSửa sang\nI. PHÂN CÔNG\n{table}", kind="plan", language="vi")
    assert [row.get("due_on") for row in tasks.extract(document)] == ["2023-04-17", "2023-05-21"]


def test_a_column_of_birthdays_says_no_task(read):
    table = (
        "TT\tNội dung công việc\tNgười phụ trách\tNgày sinh\n"
        "1\tKiểm kê máy tính\tLý Văn Tám\t17/4/1983\n2\tSơn lại sân khấu\tĐỗ Thị Chín\t21/5/1979\n"
    )
    document = read(f"{HEAD}KẾ HOẠCH\nSửa sang\nI. PHÂN CÔNG\n{table}", kind="plan", language="vi")
    assert not [row for row in tasks.extract(document) if row.get("due_on")]


PLAN = (
    f"{HEAD}KẾ HOẠCH\nMở lớp bơi\nI. PHÂN CÔNG\n1. Phòng Thể chất lập danh sách lớp trước ngày 19/4/2023.\n"
    "2. Trung tâm Bơi bố trí hướng dẫn viên trước ngày 26/4/2023.\n"
    "GIÁM ĐỐC TRUNG TÂM BƠI    TRƯỞNG PHÒNG THỂ CHẤT\n\nLý Văn Tám    Đỗ Thị Chín\nNơi nhận:\n- Lưu: VT.\n"
)


def test_clauses_of_a_plan_say_who_does_what_by_when(read):
    rows = tasks.extract(read(PLAN, kind="plan", language="vi"))
    assert [(row.get("responsible"), row.get("title"), row.get("due_on")) for row in rows] == [
        ("Phòng Thể chất", "lập danh sách lớp", "2023-04-19"),
        ("Trung tâm Bơi", "bố trí hướng dẫn viên", "2023-04-26"),
    ]


def test_offices_side_by_side_end_the_last_clause(read):
    last = provisions.extract(read(PLAN, kind="plan", language="vi"))[-1]
    assert last.get("text") == "Trung tâm Bơi bố trí hướng dẫn viên trước ngày 26/4/2023."


def test_lines_of_a_time_table_are_planned(read):
    text = (
        f"{HEAD}THÔNG BÁO\nVề việc thi lại\n1. Thời gian đăng ký\n"
        "a) Nộp đơn: từ ngày 03/4/2023 đến hết ngày 07/4/2023.\nb) Nộp lệ phí tại quầy số 2.\n2. Địa điểm\nNhà B.\n"
    )
    (row,) = tasks.extract(read(text, kind="notice", language="vi"))
    said = (row.get("title"), row.get("starts_on"), row.get("due_on"), row.get("provision"))
    assert said == ("Nộp đơn", "2023-04-03", "2023-04-07", "1.a")


def test_the_head_of_a_body_signs_on_its_behalf(read):
    text = (
        f"{HEAD}NGHỊ QUYẾT\nVề việc thông qua học phí\nHỘI ĐỒNG TRƯỜNG\nĐiều 1. Thông qua mức thu.\n"
        "Điều 2. Các đơn vị thi hành.\nNơi nhận:\n- Lưu: VT.\nTM. HỘI ĐỒNG TRƯỜNG\nCHỦ TỊCH\n\nTS. Lý Văn Tám\n"
    )
    (row,) = people.extract(read(text, language="vi"))
    assert (row.get("name"), row.get("role"), row.get("capacity")) == ("Lý Văn Tám", "CHỦ TỊCH", "TM.")


def test_a_short_name_within_a_definition_stands_for_the_term(read):
    text = (
        f"{HEAD}QUY CHẾ\nĐiều 1. Giải thích từ ngữ\nCác từ ngữ dưới đây được hiểu như sau:\n"
        "1. Câu lạc bộ sách là nhóm đọc của một lớp (sau đây gọi tắt là Câu lạc bộ).\nĐiều 2. Họp\nHọp hằng tháng.\n"
    )
    found = {row.get("term"): row.get("definition") for row in terms.extract(read(text, language="vi"))}
    assert found["Câu lạc bộ"] == "Câu lạc bộ sách"


def test_a_roman_number_that_lost_a_stroke_on_paper_goes_on(read):
    document = read("I. MỤC ĐÍCH\n1. Vui.\n2. Khỏe.\nII. NỘI DUNG\n1. Bơi.\n2. Chạy.\nII. KINH PHÍ\n1. Tự túc.\n")
    lines = printed_lines(document.text, document.pages)
    labels = {
        scanned: [n.marker.label for n in walk(lines, cyrillic=False, scanned=scanned).outline.nodes if n.marker]
        for scanned in (False, True)
    }
    assert [label for label in labels[True] if re.fullmatch(r"[IV]+", label)] == ["I", "II", "III"]
    assert "III" not in labels[False]


def test_a_number_that_lost_its_dot_on_paper_goes_on(read):
    document = read("1. Жалпы\n1.1. Бір.\n1.2. Екі.\n13. Үш.\n2. Бақылау\n2.1. Төрт.\n", language="kk")
    lines = printed_lines(document.text, document.pages)
    outlines = [walk(lines, cyrillic=True, scanned=scanned).outline.nodes for scanned in (True, False)]
    labels = [[n.marker.label for n in nodes if n.marker] for nodes in outlines]
    assert labels[0] == ["1", "1.1", "1.2", "1.3", "2", "2.1"] and "1.3" not in labels[1]


def test_items_of_a_part_on_work_say_who_does_them(read):
    words = (
        "KẾ HOẠCH\nThi vẽ\nI. TỔ CHỨC THỰC HIỆN\n1. Nhiệm vụ chung\n- GVCN phổ biến thể lệ cho học sinh lớp mình.\n"
        "- Tổ chuyên môn phối hợp với thư viện chọn tranh.\n- Giáo viên được tập huấn trước ngày thi đấu.\n"
    )
    found = tasks.extract(read(words, kind="plan", language="vi"))
    assert [row.get("responsible") for row in found] == ["GVCN", "Tổ chuyên môn", None]


def test_an_office_is_told_where_the_part_in_a_board_stands_blank(read):
    words = (
        "KẾ HOẠCH\nThi vẽ\nI. PHÂN CÔNG\nSTT\tHọ tên\tChức vụ\tGhi chú\n1\tLê Văn An\tHiệu trưởng\tTrưởng ban\n"
        "2\tVũ Thị Hoa\tP. Hiệu trưởng\tP. Trưởng ban\n3\tĐỗ Văn Tư\tNhân viên\t\n"
    )
    found = people.extract(read(words, kind="plan", language="vi"))
    assert [row.get("role") for row in found] == ["Trưởng ban", "P. Trưởng ban", "Nhân viên"]
