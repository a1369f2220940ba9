"""Acts of people's committees and small schools: bodies of a place, names, duties, terms with aliases."""

import pytest

from extractors.finding import find
from extractors.tables import citations, documents, grades, people, programmes, recipients, tasks, terms

HEAD = (
    "UBND XÃ ĐỒI CỌ\nTRƯỜNG TIỂU HỌC ĐỒI CỌ\nSố: 4/KH-THĐC\nĐồi Cọ, ngày 14 tháng 3 năm 2031\n"
    "KẾ HOẠCH\nTổ chức hội trại\n"
)


@pytest.mark.parametrize("place", ["phường Bến Gỗ", "tỉnh Sơn Hải", "thành phố Cửa Tùng", "đặc khu Đảo Xa"])
def test_a_body_of_a_place_issues_with_it(read, place):
    words = f"Thực hiện Kế hoạch số 6/KH-UBND ngày 12/02/2024 của Ủy ban nhân dân {place} về việc tổ chức hội trại;\n"
    (row,) = citations.extract(find(read(f"{HEAD}{words}I. MỤC ĐÍCH\n1. Vui chơi.\n", kind="plan", language="vi")))
    assert (row.get("issuer"), row.get("title")) == (f"Ủy ban nhân dân {place}", "tổ chức hội trại")


def test_a_text_that_is_yet_to_be_read_is_no_basis(read):
    words = "Căn cứ Thông tư số 3/2023/TT-BGDĐT ngày 02/02/2023 của Bộ Giáo dục và Đào tạo; "
    words += "trường ban hành Nội quy như sau:\n"
    found = citations.extract(find(read(f"{HEAD}{words}I. GIỜ GIẤC\n1. Đúng giờ.\n", kind="plan", language="vi")))
    assert [row.get("number") for row in found] == ["3/2023/TT-BGDĐT"]


@pytest.mark.parametrize("name", ["Giàng A Chư", "Vàng A Tủa", "Sùng Thị Mỷ"])
def test_names_with_one_letter_between(read, name):
    words = f"{HEAD}I. MỤC ĐÍCH\n1. Vui chơi.\nNơi nhận:\n- Các lớp;\n- Lưu: VT.\nHIỆU TRƯỞNG\n{name}\n"
    assert [row.get("name") for row in people.extract(find(read(words, kind="plan", language="vi")))] == [name]


def test_who_is_given_a_duty_is_named_without_what_gives_it(read):
    words = "QUYẾT ĐỊNH\nĐiều 1. Giao Tổ Tự nhiên hoàn thành việc sửa cổng trước ngày 05/6/2024.\n"
    words += "Điều 2. Thư viện chuẩn bị 80 bộ cờ, hoàn thành trước ngày 09/6/2024.\n"
    found = tasks.extract(read(words, kind="decision", language="vi"))
    assert [(r.get("responsible"), r.get("due_on")) for r in found] == [
        ("Tổ Tự nhiên", "2024-06-05"), ("Thư viện", "2024-06-09")
    ]  # fmt: skip


def test_the_time_of_the_whole_plan_is_no_task(read):
    words = (
        f"{HEAD}I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: từ ngày 10/3/2024 đến ngày 12/3/2024.\n2. Địa điểm: sân trường.\n"
    )
    assert tasks.extract(read(words, kind="plan", language="vi")) == []


def test_days_of_a_column_whose_head_says_the_year(read):
    rows = "STT\tNội dung\tNgười phụ trách\tNgày thực hiện (năm 2024)\n"
    rows += "1\tDựng lều trại\tTổ Văn\t11/3\n2\tTháo lều trại\tTổ Toán\t12/3\n"
    found = tasks.extract(read(f"{HEAD}I. PHÂN CÔNG\n{rows}", kind="plan", language="vi"))
    assert [row.get("due_on") for row in found] == ["2024-03-11", "2024-03-12"]


def test_a_term_is_told_apart_from_the_bracket_with_its_short_name(read):
    words = "QUY ĐỊNH\nĐiều 1. Giải thích từ ngữ\n1. Buổi nghề (sau đây gọi tắt là BN) là buổi học tại xưởng.\n"
    found = {row.get("term"): row.get("definition") for row in terms.extract(read(words, language="vi"))}
    assert found == {"Buổi nghề": "buổi học tại xưởng", "BN": "Buổi nghề"}


def test_programmes_of_an_act_with_their_credits_and_years(read):
    head = "TRƯỜNG ĐẠI HỌC BẮC HẢI\nSố: 5/QĐ-ĐHBH\nQUYẾT ĐỊNH\nVề việc mở lớp\nĐiều 1. Mở lớp các ngành:\n"
    rows = "TT\tTên ngành\tMã ngành\tSố tín chỉ\tThời gian đào tạo (năm)\n"
    rows += "1\tThú y\t7640101\t71\t2,5\n2\tKinh tế\t7310101\t15\t25\n"
    first, second = programmes.extract(read(f"{head}{rows}", kind="decision", language="vi"))
    assert (first.get("total_credits"), first.get("duration_years")) == (71, 2.5)
    assert (second.get("total_credits"), second.get("duration_years")) == (None, None)


def test_two_units_that_speak_end_the_title_of_what_they_rest_on(read):
    words = "Căn cứ Quyết định số 71/QĐ-ĐHX ngày 12/02/2024 của Hiệu trưởng ban hành Quy định thi nghề, "
    words += "hai đơn vị hướng dẫn như sau:\n"
    (row,) = citations.extract(find(read(f"{HEAD}{words}I. MỤC ĐÍCH\n1. Vui chơi.\n", kind="plan", language="vi")))
    assert row.get("title") == "ban hành Quy định thi nghề"


def test_joint_guidance_is_titled_by_the_line_below_even_where_it_examines(read):
    words = HEAD.replace("KẾ HOẠCH\nTổ chức hội trại", "HƯỚNG DẪN LIÊN TỊCH\nXét miễn bài thi nghề cuối khóa")
    (row,) = documents.extract(find(read(f"{words}1. Điều kiện\n1.1. Đủ buổi.\n", kind="notice", language="vi")))
    assert row.get("title") == "Xét miễn bài thi nghề cuối khóa"


@pytest.mark.parametrize(
    ("printed", "purpose"), [("th", "t/h"), ("b/€", "b/c"), ("để b/c", "để b/c"), ("đăng tin", "đăng tin")]
)
def test_a_short_purpose_whose_stroke_was_lost(read, printed, purpose):
    words = f"{HEAD}I. MỤC ĐÍCH\n1. Vui chơi.\nNơi nhận:\n- Các lớp ({printed});\n- Lưu: VT.\nHIỆU TRƯỞNG\nLý Văn An\n"
    assert recipients.extract(find(read(words, kind="plan", language="vi")))[0].get("purpose") == purpose


def test_the_head_of_an_office_by_its_short_name_signs(read):
    words = f"{HEAD}I. MỤC ĐÍCH\n1. Vui chơi.\nNơi nhận:\n- Các lớp;\n- Lưu: VT.\n"
    words += "TL. HIỆU TRƯỞNG\nTP. THƯ VIỆN\nLý Văn An\n"
    (row,) = people.extract(find(read(words, kind="plan", language="vi")))
    assert (row.get("name"), row.get("role"), row.get("capacity")) == ("Lý Văn An", "TP. THƯ VIỆN", "TL.")


def test_its_own_number_says_the_kind_where_the_title_was_lost(read):
    words = (
        "Số: 18/TB-CĐX\nHà Nội, ngày 03 tháng 4 năm 2024\nNộp bài cho chuẩn đầu ra các chương trình đào tạo nghề mộc\n"
    )
    assert read(words + "1. Hạn nộp\nHọc viên nộp bài.\n").genre.kind == "notice"


def test_a_scale_between_two_schools(read):
    rows = "Điểm ECTS\tXếp loại\tThang điểm 10\tĐiểm chữ của Trường\nA\tXuất sắc\t9,2 - 10\tA\nB\tGiỏi\t8,1 - 9,1\tB+\n"
    rows += "C\tKhá\t6,8 - 8,0\tB\nD\tĐạt\t5,1 - 6,7\tC\n"
    found = grades.extract(read(f"QUY ĐỊNH\nĐiều 1. Chuyển đổi\n{rows}", kind="regulation", language="vi"))
    assert [(r.get("min_percent"), r.get("max_percent")) for r in found][:2] == [(9.2, 10), (8.1, 9.1)]
