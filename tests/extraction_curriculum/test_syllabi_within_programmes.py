"""A syllabus below the title of its programme; signers in two rows of a table; blanks among numbered sections."""

from extractors.recognising import recognise
from extractors.tables.documents import extract as documents
from tests.extraction_curriculum.paper import document, only, reading, rows, syllabus

TITLES = ("CHƯƠNG TRÌNH ĐÀO TẠO TRÌNH ĐỘ ĐẠI HỌC", "NGÀNH ĐÀO TẠO: ĐỊA CHẤT HỌC", "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN")


def test_a_syllabus_below_the_title_of_its_programme_is_a_syllabus() -> None:
    made = document(*TITLES, "ĐỊA MẠO HỌC", "1. Thông tin về học phần", "Số tín chỉ: 3")
    assert recognise(made.text).kind == "syllabus"
    (row,) = documents(made)
    assert row.get("title") == "ĐỊA MẠO HỌC"
    assert only(rows("courses", made), "name", "credits") == [("ĐỊA MẠO HỌC", 3)]


def test_a_programme_that_comes_to_its_syllabi_later_is_a_programme() -> None:
    made = document(TITLES[0], TITLES[1], *(f"Mục tiêu {n} của chương trình." for n in range(8)), TITLES[2])
    assert recognise(made.text).kind == "programme"


def test_four_rows_of_offices_and_names_are_signatures() -> None:
    signed = [
        ["TRƯỞNG BỘ MÔN", "GIẢNG VIÊN BIÊN SOẠN"],
        ["Nguyễn Thị Hòa", "Trần Văn Bình"],
        ["TRƯỞNG KHOA", "GIÁM ĐỐC"],
        ["Lê Văn Tám", "Phạm Thị Lan"],
    ]
    made = syllabus("1. Mục tiêu", "Hiểu về đất đá.", signed)
    assert only(rows("people", made), "name", "role") == [
        ("Nguyễn Thị Hòa", "TRƯỞNG BỘ MÔN"),
        ("Trần Văn Bình", "GIẢNG VIÊN BIÊN SOẠN"),
        ("Lê Văn Tám", "TRƯỞNG KHOA"),
        ("Phạm Thị Lan", "GIÁM ĐỐC"),
    ]


def test_a_semester_that_a_scan_told_twice_is_not_believed() -> None:
    head = ["Mã MH", "Tên môn học", "Số tín chỉ"]
    parts = (("HK I", "MH 01"), ("HK II", "MH 02"), ("HK II", "MH 03"), ("HK IV", "MH 04"))
    listed = [row for part, code in parts for row in ([(part, 1, 3)], [code, f"Khoáng vật học {code[-1]}", "3"])]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [head, *listed], kind="programme")
    told = only(rows("courses", made), "code", "semester")
    assert told == [("MH 01", 1), ("MH 02", 2), ("MH 03", None), ("MH 04", 4)]


def test_figures_below_each_other_in_one_cell_are_of_a_row_each() -> None:
    made = syllabus(
        "5. Nội dung chi tiết",
        [
            ["TT", "Nội dung", "Lý thuyết", "Thực hành"],
            ["1", "Bài 1: Khoáng vật", ("7\n9", 2, 1), "3"],
            ["2", "Bài 2: Đá macma", "4"],
        ],
    )
    told = only(rows("topics", made), "activity", "title", "hours")
    assert ("lecture", "Bài 1: Khoáng vật", 7) in told and ("lecture", "Bài 2: Đá macma", 9) in told


def test_objectives_numbered_within_their_section() -> None:
    made = syllabus(
        "4. Mục tiêu của học phần",
        [
            ["Mục tiêu", "Nội dung mục tiêu", "CĐR CTĐT"],
            ["4.1", "Hiểu được thành phần của vỏ Trái Đất.", "2.1.2"],
            ["4.2", "Giải thích được sự hình thành các loại đá.", "2.1.3"],
        ],
        "5. Chuẩn đầu ra của học phần",
        [
            ["CĐR HP", "Nội dung chuẩn đầu ra", "Mục tiêu"],
            ["", "Kỹ năng, thái độ và trách nhiệm", ""],
            ["CO1", "Nhận biết được các khoáng vật tạo đá chính.", "4.1, 4.2"],
            ["CO2", "Phân loại được các mẫu đá ngoài thực địa.", "4.2"],
        ],
    )
    assert only(rows("outcomes", made), "code", "kind")[:2] == [("4.1", "objective"), ("4.2", "objective")]
    assert len(rows("outcomes", made)) == 4
    links = only(rows("outcome_links", made), "source_code", "target_code")
    assert {("CO1", "4.1"), ("CO1", "4.2"), ("CO2", "4.2")} <= set(links)


def test_kinds_of_class_before_one_figure_share_it() -> None:
    made = syllabus("Lý thuyết: 30 tiết", "Thực hành, thí nghiệm, thảo luận: 24 tiết", "Tự học: 90 giờ")
    told = only(rows("workloads", made), "activity", "hours")
    assert told == [("lecture", 30), ("practice", 24), ("self_study", 90)]


def test_parts_of_credits_with_a_comma_stand_behind_the_whole() -> None:
    made = document("ĐỀ CƯƠNG HỌC PHẦN", "Địa mạo học", "Tín chỉ: Tổng số tín chỉ 02 (Lý thuyết: 1,5 – Thực hành: 0,5)")
    assert only(rows("courses", made), "credits") == [(2,)]


def test_a_title_page_with_the_code_opens_no_syllabus_of_its_own() -> None:
    page = ("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "ĐỊA MẠO ĐẠI CƯƠNG", "Mã học phần: DC2031", "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN")
    named = ("- Tên học phần: Địa mạo đại cương (Tên tiếng Anh: General", "geomorphology)", "- Mã học phần: DC2031")
    made = document(*page, "(Kèm theo Quyết định số 8/QĐ-ĐHM)", *named, "- Số tín chỉ: 03")
    assert only(rows("courses", made), "code", "name", "credits") == [("DC2031", "Địa mạo đại cương", 3)]


def test_two_rows_of_hours_that_are_no_credits() -> None:
    head = ["TT", "Mã HP", "Tên học phần", "Số TC", "LT", "TH"]
    plan = [head, ["1", "DC4011", "Thực tập", "2", "", "60"], ["2", "DC4012", "Khóa luận", "9", "", "270"]]
    hours = only(rows("workloads", document(TITLES[0], TITLES[1], plan, kind="programme")), "course_code", "hours")
    assert hours == [("DC4011", 60), ("DC4012", 270)]


def test_a_heading_that_lost_its_figure_ends_the_description() -> None:
    said = "Học phần nói về sự hình thành của các dạng địa hình trên đất liền và dưới đáy biển."
    summary, plan = ". Mô tả tóm tắt học phần", ". Nội dung chi tiết và phân bổ thời gian"
    made = syllabus(". Thông tin chung", "- Tên học phần: Địa mạo", summary, said, plan, "Bài .")
    assert only(rows("courses", made), "description") == [(said,)]


def test_what_articles_say_of_the_programme_that_they_enact() -> None:
    act = "QUYẾT ĐỊNH\nBan hành chương trình đào tạo ngành Địa chất học\n\nHIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC MỎ\n\n"
    act += "Điều 1. Ban hành chương trình đào tạo ngành Địa chất học (mã số: 7440201).\n"
    act += "Điều 2. Khối lượng toàn khóa là 58 tín chỉ, {}\nĐiều 3. Các khoa thi hành.\n"
    (row,) = rows("programmes", reading(act.format("thời gian đào tạo 1,5 năm, hình thức vừa làm vừa học.")))
    assert (row["total_credits"], row["duration_years"], row["mode"]) == (58, 1.5, "vừa làm vừa học")
    (row,) = rows("programmes", reading(act.format("thời gian đào tạo 1,5 năm; thời gian đào tạo lớp đêm là 2 năm.")))
    assert "duration_years" not in row


def test_hours_of_two_columns_whose_kinds_both_are_practice() -> None:
    told = [["Giảng lý thuyết: 21 tiết", "Làm bài tập trên lớp: 6 tiết"], ["Thảo luận: 4 tiết", "Thực hành: 28 tiết"]]
    told.append(["Hoạt động theo nhóm: 0 tiết", "Tự học: 85 giờ"])
    made = syllabus("Giờ tín chỉ đối với các hoạt động:", [["", *row] for row in told])
    hours = only(rows("workloads", made), "activity", "hours")
    assert sorted(hours) == [("lecture", 21), ("practice", 6), ("practice", 28), ("self_study", 85), ("seminar", 4)]
