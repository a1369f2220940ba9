"""What marks and brackets tell: sections of sources, levels behind codes; kinds of class in sentences and heads."""

from tests.extraction_curriculum.paper import document, only, rows, syllabus


def test_marks_under_heads_of_sections_tell_main_and_further_sources() -> None:
    works = [
        ["TT", "Tên sách, nhà xuất bản", "Tài liệu chính", "Tài liệu tham khảo"],
        ["1", "Hà Thu Ngà, Địa chất đại cương, NXB Sông Lô, 2019", "x", ""],
        ["2", "Kiều Văn Lộc, Khoáng vật học, NXB Sông Lô, 2016", "", "x"],
    ]
    found = rows("bibliography", syllabus("VI. Tài liệu học tập", works))
    assert only(found, "number", "section") == [("1", "main"), ("2", "additional")]


def test_levels_in_brackets_behind_codes() -> None:
    outcomes = [
        ["CĐR HP", "Mô tả", "Liên kết CĐR CTĐT"],
        ["CLO1", "Giải thích được các quá trình địa chất nội sinh.", "PLO1(●), PLO3(○)"],
        ["CLO2", "Lập được mặt cắt địa chất theo tuyến khảo sát.", "PLO4 (M)"],
    ]
    found = rows("outcome_links", syllabus("III. Chuẩn đầu ra học phần", outcomes))
    assert only(found, "source_code", "target_code", "level") == [
        ("CLO1", "PLO1", None), ("CLO1", "PLO3", "○"), ("CLO2", "PLO4", "M"),
    ]  # fmt: skip


def test_levels_of_knowledge_skills_and_attitudes_under_their_head() -> None:
    outcomes = [
        ["CĐR HP", "Nội dung", "CĐR CTĐT", "Mức"],
        ["CLO1", "Giải thích được các quá trình địa chất nội sinh.", "PLO1", "K3"],
        ["CLO2", "Lập được mặt cắt địa chất theo tuyến khảo sát.", "PLO4", "S4"],
    ]
    found = rows("outcome_links", syllabus("III. Chuẩn đầu ra học phần", outcomes))
    assert only(found, "source_code", "target_code", "level") == [("CLO1", "PLO1", "K3"), ("CLO2", "PLO4", "S4")]


def test_two_kinds_of_practice_of_one_sentence_and_what_the_next_one_tells() -> None:
    line = "Lý thuyết: 30 tiết, Thực hành: 15 tiết, Thực hành lâm sàng: 60 tiết. Tự học: 95 giờ."
    found = only(rows("workloads", syllabus("I. Phân bổ thời gian", line)), "activity", "hours")
    assert found == [("lecture", 30), ("practice", 15), ("practice", 60), ("self_study", 95)]
    parts = "Lý thuyết: 30 tiết, Thực hành: 15 tiết (Bài tập: 5 tiết, Thực tế: 10 tiết)."
    found = only(rows("workloads", syllabus("I. Phân bổ thời gian", parts)), "activity", "hours")
    assert found == [("lecture", 30), ("practice", 15)]


def test_a_lettered_part_names_the_kind_of_class() -> None:
    plan = [["STT", "Bài học", "Số tiết", "Giờ tự học"], ["1", "Vỏ Trái Đất", "4", "6"], ["2", "Khoáng vật", "6", "9"]]
    found = rows("topics", syllabus("IV. Nội dung chi tiết", "A. Phần lý thuyết", plan))
    assert ("lecture", "Khoáng vật", 6) in only(found, "activity", "title", "hours")


def test_objectives_coded_by_what_they_are_about() -> None:
    aims = [
        ["Ký hiệu", "Mục tiêu"],
        ["KT1", "Trình bày được cấu tạo vỏ Trái Đất."],
        ["TĐ1", "Có ý thức giữ gìn di sản."],
    ]
    found = rows("outcomes", syllabus("II. Mục tiêu học phần", aims))
    assert only(found, "code", "kind") == [("KT1", "objective"), ("TĐ1", "objective")]


def test_a_semester_in_roman_figures() -> None:
    card = [["Tên học phần", "Địa chất biển", "Mã học phần", "DCB3.12"], ["Số tín chỉ", "4", "Học kỳ", "V"]]
    assert only(rows("courses", document("ĐỀ CƯƠNG HỌC PHẦN", card)), "semester") == [(5,)]


MODULE = [["Module code", "EEE3217"], ["Module title", "Embedded Systems"], ["Credit value", "15"]]


def test_an_english_module_its_hours_staff_works_and_reading() -> None:
    card = [
        *MODULE,
        ["Core or optional", "Core"],
        ["Module leader", "Dr Priya Natarajan"],
        ["Study hours", "150 h: 24 h lectures, 12 h tutorials, 90 h independent study"],
    ]
    works = [
        ["Component", "Type", "Weighting (%)"],
        ["Laboratory portfolio", "Coursework", "60"],
        ["Written paper", "Examination", "40"],
    ]
    topics = [["Week", "Lecture topic", "Reading"], ["1", "Interrupts and timers", "Ch. 5"], ["2", "Buses", "Ch. 7"]]
    made = document(
        "MODULE SPECIFICATION", card, "Syllabus", topics, "Assessment", works, "Indicative reading", "Essential",
        "Valvano, J. (2019) Embedded Systems. CreateSpace.", language="en",
    )  # fmt: skip
    assert only(rows("workloads", made), "activity", "hours") == [
        ("total", 150), ("lecture", 24), ("practice", 12), ("self_study", 90),
    ]  # fmt: skip
    assert only(rows("courses", made), "component") == [("Core",)]
    assert only(rows("people", made), "name") == [("Priya Natarajan",)]
    assert only(rows("assessments", made), "title", "weight_percent") == [
        ("Laboratory portfolio", 60), ("Written paper", 40),
    ]  # fmt: skip
    assert only(rows("topics", made), "activity") == [("lecture",), ("lecture",)]
    assert only(rows("bibliography", made), "section", "text") == [
        ("main", "Valvano, J. (2019) Embedded Systems. CreateSpace."),
    ]  # fmt: skip


def test_a_head_of_outcomes_below_a_heading_of_aims_too_and_hours_behind_round_bullets() -> None:
    table = [
        ["Kiến thức, kỹ năng, thái độ", "KQHTMĐ của học phần", "Chuẩn đầu ra của CTĐT"],
        ["K1", "Giải thích nguyên nhân gây bệnh trên cây trồng.", "ELO3"],
        ["K2", "Xác định tác nhân gây bệnh bằng triệu chứng.", "ELO5"],
    ]
    lines = "* Mục tiêu: Học phần trang bị kiến thức về bệnh hại cây trồng.\n* Kết quả học tập mong đợi của học phần:"
    hours = "I. Thông tin về học phần\n+ Học lý thuyết trên lớp: 30 tiết\no Tự học: 90 tiết"
    made = syllabus(hours, "II. Mục tiêu và kết quả học tập mong đợi", lines, table)
    assert [row for row in only(rows("outcomes", made), "code", "kind") if row[0]] == [
        ("K1", "course_outcome"), ("K2", "course_outcome"),
    ]  # fmt: skip
    assert only(rows("workloads", made), "activity", "hours") == [("lecture", 30), ("self_study", 90)]
