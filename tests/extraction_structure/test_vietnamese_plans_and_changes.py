"""Plans, amending decisions and lists of people of Vietnamese schools: what belongs to what, and what to nothing."""

import pytest

from extractors.checks.teaching.grades import check as check_grades
from extractors.finding import find
from extractors.structure.duties.tasks import tasks
from extractors.tables import citations, documents, grades, number, people, provisions, requirements, terms

HEAD = "TRƯỜNG CAO ĐẲNG B\nSố: 31/QĐ-CĐB\nHà Nội, ngày 05 tháng 4 năm 2023\n"


def decision(*articles: str) -> str:
    body = "\n".join(f"Điều {n}. {text}" for n, text in enumerate(articles, 1))
    return (
        f"{HEAD}QUYẾT ĐỊNH\nVề việc giao đề tài cho sinh viên\nHIỆU TRƯỞNG\nTRƯỜNG CAO ĐẲNG B\n"
        f"Căn cứ Luật Giáo dục nghề nghiệp ngày 27 tháng 11 năm 2014;\nQUYẾT ĐỊNH:\n{body}\n"
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nHIỆU TRƯỞNG\n\nLý Văn Sáu\n"
    )


def test_the_authority_on_a_line_of_its_own_ends_the_title_and_signs_nothing(read):
    listed = "DANH SÁCH SINH VIÊN\nSTT\tHọ và tên\tLớp\n1\tĐinh Thị Mai\tK5A\n2\tNguyễn Văn Nam\tK5B\n"
    document = read(decision("Giao đề tài cho 02 sinh viên.", "Trưởng khoa thi hành.") + listed, language="vi")
    assert documents.extract(document)[0].get("title") == "Về việc giao đề tài cho sinh viên"
    assert [row.get("name") for row in people.extract(document)] == ["Lý Văn Sáu"]


def test_what_asks_for_the_work_of_a_whole_plan_is_no_part_of_its_last_section(read):
    text = (
        f"{HEAD}KẾ HOẠCH\nTổ chức hội thảo khoa học\nI. MỤC ĐÍCH\nTrao đổi kinh nghiệm.\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Thư viện\n- Chuẩn bị phòng đọc và máy chiếu.\n"
        "Căn cứ kế hoạch này, đề nghị các đơn vị chủ động triển khai thực hiện./.\n"
    )
    document = read(text, kind="plan", language="vi")
    rows = {row.get("number"): row for row in provisions.extract(document)}
    assert rows["II.1"].get("text") == "- Chuẩn bị phòng đọc và máy chiếu."


def test_a_heading_between_two_tables_is_no_row_of_either(read):
    text = (
        f"{HEAD}KẾ HOẠCH\nHội\nI. THỜI GIAN\nTháng 4.\nII. PHÂN CÔNG\nSTT\tHọ tên\tNội dung\n1\tBà Mai\tĐón khách\n"
        "2\tÔng Nam\tÂm thanh\nIII. DỰ TRÙ KINH PHÍ\nSTT\tNội dung\tSố tiền\n1\tIn giấy khen\t50.000\n2\tNước\t20.000\n"
    )
    rows = provisions.extract(read(text, kind="plan", language="vi"))
    assert [row.get("number") for row in rows] == ["I", "II", "III"]


@pytest.mark.parametrize(
    ("cell", "starts", "due"),
    [("05/11/2024-02/12/202 4", "2024-11-05", "2024-12-02"), ("Trước 15/3/2025", None, "2025-03-15")],
)
def test_a_row_that_says_when_but_not_who_is_planned_work(read, cell, starts, due):
    table = (
        f"Thời gian\tNội dung\tĐơn vị thực hiện\n{cell}\tHọc theo thời khóa biểu\t\n12/4/2025\tBảo vệ đồ án\tKhoa X\n"
    )
    document = read(f"{HEAD}KẾ HOẠCH\nĐồ án\nI. NỘI DUNG\n{table}", kind="plan", language="vi")
    first = tasks(document)[0]
    assert (first.starts_on, first.due_on) == (starts, due)


def test_a_column_of_days_that_work_begins_on_stands_before_that_of_its_end(read):
    table = "TT\tCông việc\tĐơn vị\tNgày bắt đầu\tHoàn thành\n1\tIn giấy mời họp\tThư viện\t03/4/2025\t15/4/2025\n"
    document = read(f"{HEAD}KẾ HOẠCH\nHội nghị\nI. NỘI DUNG\n{table}", kind="plan", language="vi")
    assert [(task.starts_on, task.due_on) for task in tasks(document)] == [("2025-04-03", "2025-04-15")]


def test_a_label_that_names_its_own_work_is_the_title_of_what_it_dates(read):
    text = (
        f"{HEAD}THÔNG BÁO\nVề việc thi tiếng Nhật\n1. Kế hoạch tổ chức thi\n- Địa điểm: nhà C;\n"
        "- Thời hạn nộp đơn và lệ phí: Từ 3/6/2024 đến 9/6/2024\n2. Lễ bế giảng\n- Thời gian tổ chức: ngày 20/6/2024.\n"
    )
    found = tasks(read(text, kind="notice", language="vi"))
    titles = [task.paragraph.text[slice(*task.title)] for task in found]
    assert titles == ["nộp đơn và lệ phí", "Lễ bế giảng"]


def test_an_act_whose_annex_is_replaced_is_amended_and_keeps_its_title(read):
    changed = (
        "Thay thế Phụ lục II của Quyết định số 15/QĐ-CĐB ngày 18 tháng 4 năm 2022 của Hiệu trưởng ban hành Quy chế"
        " tuyển sinh bằng Phụ lục II ban hành kèm theo Quyết định này."
    )
    document = find(read(decision(changed, "Trưởng khoa thi hành."), language="vi"))
    row = next(r for r in citations.extract(document) if r.get("number") == "15/QĐ-CĐB")
    assert (row.get("relation"), row.get("title")) == ("amends", "ban hành Quy chế tuyển sinh")


def test_the_rules_whose_articles_are_changed_give_the_act_its_title(read):
    changed = (
        "Sửa đổi một số điều của Quy chế đào tạo nghề tại Trường Cao đẳng B (CĐB) ban hành kèm theo Quyết định số"
        " 44/QĐ-CĐB ngày 18 tháng 5 năm 2021 của Hiệu trưởng."
    )
    document = find(read(decision(changed, "Trưởng khoa thi hành."), language="vi"))
    row = next(r for r in citations.extract(document) if r.get("number") == "44/QĐ-CĐB")
    assert row.get("relation") == "amends"
    assert str(row.get("title")).startswith("Quy chế đào tạo nghề tại Trường Cao đẳng B")


def test_terms_before_colons_are_terms_and_what_leads_into_a_list_is_none(read):
    text = decision(
        "Giải thích từ ngữ\nHọc liệu bắt buộc bao gồm: giáo trình và bài giảng.\n"
        "1. Đề cương hay chương trình chi tiết: khung nội dung của môn học; là cơ sở biên soạn bài giảng.\n"
        "2. Bài giảng: tài liệu do giảng viên biên soạn."
    )
    rows = [(r.get("term"), r.get("definition")) for r in terms.extract(read(text, language="vi"))]
    assert rows == [
        ("Đề cương hay chương trình chi tiết", "khung nội dung của môn học; là cơ sở biên soạn bài giảng"),
        ("Bài giảng", "tài liệu do giảng viên biên soạn"),
    ]


def test_a_short_name_of_several_parts_stands_for_the_words_it_spells(read):
    text = decision("Quy định áp dụng tại Trường Đại học Kinh tế và Quản lý (ĐH KT&QL).")
    rows = [(r.get("term"), r.get("definition")) for r in terms.extract(read(text, language="vi"))]
    assert rows == [("ĐH KT&QL", "Trường Đại học Kinh tế và Quản lý")]


@pytest.mark.parametrize(
    ("sentence", "subject", "scope", "value"),
    [
        (
            "Khoa gửi danh sách đến Phòng Đào tạo trước ngày bảo vệ ít nhất 15 ngày.",
            "Khoa gửi danh sách đến Phòng Đào tạo",
            "trước ngày bảo vệ",
            15,
        ),
        ("Trước khi thi ít nhất 20 ngày, khoa nộp đề.", "khoa nộp đề", "Trước khi thi", 20),
        (
            "Nếu chưa có giáo trình, tài liệu thay thế phải đáp ứng tối thiểu 70% nội dung của môn học.",
            "tài liệu thay thế phải đáp ứng",
            "nội dung của môn học",
            70,
        ),
        (
            "Kết quả được công bố sau 10 ngày làm việc kể từ ngày hết hạn đăng ký.",
            "Kết quả được công bố",
            "kể từ ngày hết hạn đăng ký",
            10,
        ),
    ],
)
def test_when_and_in_which_case_are_no_part_of_what_a_figure_is_about(read, sentence, subject, scope, value):
    row = requirements.extract(read(decision(sentence), language="vi"))[0]
    assert (row.get("subject"), row.get("scope"), row.get("value")) == (subject, scope, value)


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        (
            "Số lượng thí sinh mỗi phòng: Tối đa 24 thí sinh và không quá 12 thí sinh với môn thực hành.",
            ["Số lượng thí sinh mỗi phòng", "Số lượng thí sinh mỗi phòng"],
        ),
        ("+ Đã tích lũy tối thiểu 60 tín chỉ khối kiến thức ngành.", ["tín chỉ khối kiến thức ngành"]),
    ],
)
def test_a_label_and_a_bare_verb_say_what_is_counted(read, sentence, subjects):
    rows = requirements.extract(read(decision(f"Điều kiện\n1. {sentence}"), language="vi"))
    assert [row.get("subject") for row in rows] == subjects


def test_a_heading_that_lists_many_programmes_is_a_heading(read):
    named = ", ".join(
        f"kỹ sư Công nghệ số {word} và Truyền thông" for word in ("một", "hai", "ba", "bốn", "năm", "sáu")
    )
    text = decision(f"Đối tượng\n1. Các chương trình đào tạo {named}\n\nSinh viên nộp chứng chỉ trước kỳ thi.")
    rows = {row.get("number"): row for row in provisions.extract(read(text, language="vi"))}
    assert str(rows["Điều 1.1"].get("heading")).startswith("Các chương trình đào tạo kỹ sư")
    assert rows["Điều 1.1"].get("text") == "Sinh viên nộp chứng chỉ trước kỳ thi."


def test_a_new_wording_below_a_heading_without_a_colon_is_quoted(read):
    text = decision(
        "Sửa đổi, bổ sung Điều 4\n“Điều 4. Học bổng của trường\n1. Quỹ học bổng gồm:\na) Học phí;\nb) Tài trợ.”",
        "Trưởng khoa thi hành.",
    )
    rows = provisions.extract(read(text, language="vi"))
    assert [row.get("number") for row in rows] == ["Điều 1", "Điều 2"]
    assert str(rows[0].get("text")).endswith("b) Tài trợ.”")


def test_a_term_may_say_who_gives_it(read):
    text = decision(
        "Giải thích từ ngữ\n1. Giấy chứng nhận do các đơn vị của nhà trường cấp theo chức năng được giao là văn bản"
        " xác nhận đã học xong."
    )
    rows = [(r.get("term"), r.get("definition")) for r in terms.extract(read(text, language="vi"))]
    assert rows == [
        (
            "Giấy chứng nhận do các đơn vị của nhà trường cấp theo chức năng được giao",
            "văn bản xác nhận đã học xong",
        )
    ]


def test_a_scale_with_the_ranges_before_the_letters_is_read_with_its_points(read):
    text = decision(
        "Cách tính điểm\n1. Điểm được chuyển thành điểm chữ như sau:\n9,2 – 10: tương ứng với A\n"
        "7,2 – 9,1: tương ứng với B\n5,6 – 7,1: tương ứng với C\n4,4 – 5,5: tương ứng với D\n"
        "2. Loại không đạt: Dưới 4,4 tương ứng với F\n"
        "3. Điểm chữ được quy đổi như sau:\nA: tương ứng với 4,0\nB: tương ứng với 3,2\nC: tương ứng với 2,1\n"
        "D: tương ứng với 1,3\nF: tương ứng với 0\n"
    )
    columns = ("letter", "points", "min_percent", "max_percent")
    rows = [tuple(row.get(c) for c in columns) for row in grades.extract(read(text, language="vi"))]
    assert rows == [
        ("A", 4, 9.2, 10),
        ("B", 3.2, 7.2, 9.1),
        ("C", 2.1, 5.6, 7.1),
        ("D", 1.3, 4.4, 5.5),
        ("F", 0, None, 4.4),
    ]


def test_a_scale_of_names_in_lines_and_what_other_scores_are_worth(read):
    steps = (
        "a) Loại giỏi: từ 8,5 đến 10;\nb) Loại khá: từ 7,0 đến 8,4;\nc) Loại trung bình: từ 5,0 đến 6,9;\n"
        "d) Loại kém: dưới 5,0.\n"
    )
    rows = grades.extract(read(f"QUY ĐỊNH\nĐiều 1. Xếp loại\n{steps}Điều 2. Khác\nTừ ngày ký.\n", language="vi"))
    assert [(r.get("label"), r.get("min_percent"), r.get("max_percent")) for r in rows] == [
        ("giỏi", 8.5, 10),
        ("khá", 7, 8.4),
        ("trung bình", 5, 6.9),
        ("kém", None, 5),
    ]
    worth = "| TT | Bài thi | Điểm chữ |\n| 1 | 600 - 695 | A |\n| 2 | 500 - 595 | A |\n| 3 | 450 - 495 | B |\n"
    assert grades.extract(read(f"QUY ĐỊNH\nĐiều 1. Quy đổi\nTheo bảng:\n\n{worth}\n", language="vi")) == []


def test_bounds_that_lost_a_decimal_mark_are_not_read_and_told(read):
    table = (
        "| Thang điểm 10 | Điểm chữ | Thang điểm 4 |\n| 85-10 | A | 4,0 |\n| 7,0 - 8,4 | B | 3,0 |\n"
        "| 5,5 - 6,9 | C | 2,0 |\n| 4,0 - 5,4 | D | 1,0 |\n| 0,0 - 3,9 | F | 0,0 |\n"
    )
    document = read(f"QUY ĐỊNH\nĐiều 1. Thang điểm\nNhư sau:\n\n{table}\n", language="vi")
    rows = number(grades.extract(document))
    assert [(r.get("min_percent"), r.get("max_percent")) for r in rows][:2] == [(None, None), (7, 8.4)]
    assert [(one.rule, one.row_key) for one in check_grades(document, tuple(rows))] == [("grade_gap", "A")]


def test_those_whose_members_are_counted_stand_behind_what_leads_to_them(read):
    sentence = "a) Việc chấm được thực hiện thông qua một hội đồng chấm thi gồm ít nhất 3 thành viên;"
    row = requirements.extract(read(decision(f"Chấm thi\n1. Yêu cầu:\n{sentence}"), language="vi"))[0]
    assert (row.get("scope"), row.get("value")) == ("hội đồng chấm thi", 3)


def test_a_deputy_whose_office_a_crooked_scan_cut_is_the_deputy(read):
    text = decision("Giao đề tài.").replace("HIỆU TRƯỞNG\n\nLý Văn", "KT. HIỆU TRƯỞNG\nTRƯỞNG\nPHÓ HIỆU\n\nLý Văn")
    row = people.extract(read(text, language="vi"))[0]
    assert (row.get("name"), row.get("role"), row.get("capacity")) == ("Lý Văn Sáu", "PHÓ HIỆU TRƯỞNG", "KT.")
