"""Hours of several kinds in one figure, points below a numbered line, courses told line by line, sources by place."""

from extractors.checks.text.trust import check
from tests.extraction_curriculum.paper import document, only, programme, reading, rows, syllabus

PLAN = [
    ["STT", "Nội dung giảng dạy", "Số tiết\n(LT/TH)"],
    ["1", "Khoáng vật\ntạo đá\n1.1\nThạch anh", "4/2"],
    ["2", "Bản đồ địa chất", "6/10"],
]


def test_a_printed_sum_of_pairs_tells_the_hours_of_the_course() -> None:
    made = syllabus("7. Kế hoạch giảng dạy", [*PLAN, ["", "Tổng cộng", "10/12"]])
    assert only(rows("workloads", made), "activity", "hours") == [("lecture", 10), ("practice", 12)]
    assert rows("workloads", syllabus("7. Kế hoạch giảng dạy", PLAN)) == []


def test_a_sum_in_two_languages_is_one_though_a_narrow_cell_parts_its_word() -> None:
    made = syllabus("7. Kế hoạch giảng dạy", [*PLAN, ["", "Tổng cộng/\nTota\nl", "10/12"]])
    assert [title for (title,) in only(rows("topics", made), "title")][-1] == "Bản đồ địa chất"


def test_hours_without_the_marks_between_them_are_none_and_a_finding() -> None:
    sound = syllabus("Giờ tín chỉ đối với các hoạt động (LT/ThH/TH): 30/12/3")
    lost = syllabus("Giờ tín chỉ đối với các hoạt động (LT/ThH/TH): 30123")
    assert len(rows("workloads", sound)) == 3 and "unread_cell" not in {finding.rule for finding in check(sound, ())}
    assert rows("workloads", lost) == []
    assert "unread_cell" in {finding.rule for finding in check(lost, ())}


def test_classes_held_in_two_ways_make_no_card() -> None:
    head: list = [
        [("Tuần", 3, 1), ("Nội dung", 3, 1), ("Số tiết", 1, 4)],
        [("Trực tiếp", 1, 2), ("Trực tuyến", 1, 2)],
        ["LT", "TH", "LT", "TH"],
    ]
    data = [["1", "Khoáng vật tạo đá", "3", "2", "1", ""], ["2", "Bản đồ địa chất", "4", "6", "", "1"]]
    total = ["", "Tổng cộng", "7", "8", "1", "1"]
    hours = only(rows("workloads", syllabus("7. Kế hoạch giảng dạy", [*head, *data, total])), "activity", "hours")
    assert sorted(hours) == [("lecture", 1), ("lecture", 7), ("practice", 1), ("practice", 8)]


def test_courses_with_their_codes_before_them_are_one_a_line() -> None:
    made = syllabus(
        "5.3. Học phần học trước (A), tiên quyết (B), song hành (C)",
        "2107510 - Thạch học (A)",
        "2113433 - Trắc địa (C)",
    )
    assert only(rows("course_relations", made), "relation", "name", "code") == [
        ("prerequisite", "Thạch học", "2107510"),
        ("corequisite", "Trắc địa", "2113433"),
    ]


def test_a_row_that_names_its_relation_alone_leads_those_below() -> None:
    table = [
        ["STT", "Môn học điều kiện\nRequirements", "Mã môn học\nCode"],
        ["1", "Môn tiên quyết/Pre-requisites", ""],
        ["", "Không", ""],
        ["2", "Môn học trước/Preceding\ncourses", ""],
        ["", "Thạch học", "GEO110"],
    ]
    made = syllabus("2. Môn học điều kiện / Course requirements", table)
    assert only(rows("course_relations", made), "relation", "name", "code") == [("prerequisite", "Thạch học", "GEO110")]


def test_a_place_and_its_publisher_are_one_source() -> None:
    made = syllabus(
        "5. Học liệu",
        "a. Giáo trình - Textbooks",
        "[1] Lê Văn Đá (2013). Giáo trình khoáng vật học. Hà Nội:",
        "Nhà xuất bản Sông Thao.",
        "b. Tài liệu tham khảo (liệt kê tối đa 3 tài liệu) - Other materials",
        "[2] Stone A. (2011). Rocks. London: Quarry Press.",
        "c. Phần mềm: QGIS 3",
    )
    assert only(rows("bibliography", made), "section", "text") == [
        ("main", "Lê Văn Đá (2013). Giáo trình khoáng vật học. Hà Nội: Nhà xuất bản Sông Thao."),
        ("additional", "Stone A. (2011). Rocks. London: Quarry Press."),
    ]


def test_points_with_a_stop_stand_directly_below_a_numbered_line() -> None:
    made = reading(
        "ĐỀ CƯƠNG HỌC PHẦN\nĐịa chất đại cương\n1. Thông tin về học phần\na. Mục tiêu học phần\n"
        "Học phần rèn tay nghề.\n"
        "b. Yêu cầu khác\nSinh viên mang búa địa chất.\n2. Tài liệu học tập\nGiáo trình của khoa.\n"
    )
    found = only(rows("provisions", made), "number", "heading")
    assert ("1", "Thông tin về học phần") in found and ("1.a", "Mục tiêu học phần") in found
    assert ("1.b", "Yêu cầu khác") in found


def test_a_label_dates_a_syllabus_above_its_signatures() -> None:
    made = reading(
        "TRƯỜNG ĐẠI HỌC SÔNG THAO\nĐỀ CƯƠNG HỌC PHẦN\n1. Tên học phần và mã học phần\n"
        "Tên học phần: Địa chất đại cương\n"
        "Mã học phần: GEO101\nNgày biên soạn/ cập nhật: 19 tháng 03 năm 2022\nTrưởng khoa: TS. Lê Văn An\n"
    )
    [paper] = rows("documents", made)
    assert (paper.get("issued_on"), paper.get("title")) == ("2022-03-19", "Địa chất đại cương")


def test_short_names_in_a_row_are_parted() -> None:
    made = reading(
        "ĐỀ CƯƠNG HỌC PHẦN\nĐịa chất đại cương\n1. Kế hoạch\nGhi chú thuật ngữ viết tắt:\n"
        "L: Lecture; S: Seminar; D: Discussion.\n"
    )
    assert only(rows("terms", made), "term", "definition") == [
        ("L", "Lecture"),
        ("S", "Seminar"),
        ("D", "Discussion"),
    ]


def test_a_degree_is_no_part_in_the_course() -> None:
    staff = [
        ["STT", "Họ và tên", "Chức danh, học vị", "Email"],
        ["1", "Nguyễn Văn An", "PGS.TS", "an@a.vn"],
        ["2", "Trần Thị Bình", "Trưởng bộ môn", "b@a.vn"],
    ]
    made = document("ĐỀ CƯƠNG HỌC PHẦN", "Địa chất đại cương", staff)
    roles = only(rows("people", made), "name", "role")
    assert roles == [("Nguyễn Văn An", None), ("Trần Thị Bình", "Trưởng bộ môn")]


def test_a_level_before_an_indicator_is_of_its_outcome() -> None:
    table = [
        ["PLO", "Nội dung chuẩn đầu ra", "Mức năng lực", "PI", "Nội dung PI"],
        [("PLO1", 2, 1), ("Phân tích được mẫu đá trong phòng.", 2, 1), ("4", 2, 1), "PI1.1", "Gọi được tên mẫu đá."],
        ["PI1.2", "Vẽ được mặt cắt của mẫu đá."],
    ]
    links = only(rows("outcome_links", programme("3. Chuẩn đầu ra", table)), "source_code", "target_code", "level")
    assert links == [("PI1.1", "PLO1", None), ("PI1.2", "PLO1", None)]


def test_a_total_of_credits_may_say_what_it_leaves_out() -> None:
    card = [["Tổng số tín chỉ", "132 (không bao gồm giáo dục thể chất)"]]
    assert only(rows("programmes", programme("2. Thông tin chung", card)), "total_credits") == [(132,)]


LAID = """ĐỀ CƯƠNG HỌC PHẦN
Địa chất đại cương
Số tiết: Tổng: 45; trong đó LT: 30; BT: 15; TN: 0
4. Nội dung chi tiết
Chương              Nội dung            Số tiết
                                        LT                 BT                  TN
1                   Khoáng vật          6                  3
2                   Đá trầm tích        8                  4
3                   Đá biến chất        16                 8
                    Tổng                30                 15

5. Phương pháp đánh giá
Hình thức                Phương pháp              CĐR                      Tỷ trọng (%)
\fChuyên cần            Điểm danh             CLO4                      10
Bài tập lớn           Chấm vở, vấn đáp      CLO2, CLO3                30
Thi kết thúc          Tự luận 90 phút       CLO1, CLO3                60
"""


def test_two_lines_head_a_table_of_a_text_though_no_row_fills_its_last_column() -> None:
    topics = only(rows("topics", reading(LAID)), "activity", "title", "hours")
    assert topics[:2] == [("lecture", "Khoáng vật", 6), ("practice", "Khoáng vật", 3)] and len(topics) == 6
    hours = only(rows("workloads", reading(LAID)), "activity", "hours")
    assert hours[:3] == [("total", 45), ("lecture", 30), ("practice", 15)]


def test_a_head_alone_at_the_end_of_a_page_of_text_heads_the_rows_on_the_next() -> None:
    works = only(rows("assessments", reading(LAID)), "title", "weight_percent")
    assert works == [("Chuyên cần", 10), ("Bài tập lớn", 30), ("Thi kết thúc", 60)]


def test_a_coded_work_whose_code_others_go_on_is_their_group() -> None:
    table: list = [
        ["Bài đánh giá", "Công cụ đánh giá", "CLO", "Tỷ lệ (%)"],
        [("A1. Đánh giá thường xuyên", 1, 3), "40"],
        ["A1.1. Vẽ bản đồ", "Rubric 1", "CLO1", "15"],
        ["A1.2. Báo cáo thực địa", "Rubric 2", "CLO2", "25"],
        [("A2. Đánh giá cuối kỳ", 1, 3), "60"],
        ["A2.1. Thi viết", "Đáp án", "CLO1", "60"],
    ]
    made = syllabus("6. Đánh giá học phần", table)
    assert only(rows("assessments", made), "title", "weight_percent") == [
        ("A1.1. Vẽ bản đồ", 15),
        ("A1.2. Báo cáo thực địa", 25),
        ("A2.1. Thi viết", 60),
    ]
    assert only(rows("assessment_periods", made), "weight_percent") == [(40,), (60,)]
