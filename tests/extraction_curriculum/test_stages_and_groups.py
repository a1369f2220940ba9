"""Syllabi that number aims by stages, outcomes below groups, weeks above their tables and credits in items."""

from tests.extraction_curriculum.paper import only, programme, reading, rows, syllabus

OUTCOMES = [["CLO1", "Mô tả được các loại đá thường gặp."], ["CLO2", "Phân tích được mẫu khoáng vật đơn giản."]]


def test_aims_numbered_by_matter_and_stage_are_objectives_and_link_to_outcomes() -> None:
    stages = [
        ["Vấn đề", "Bậc 1", "Bậc 2"],
        [
            "1. Khoáng vật",
            "1A1. Nêu được cấu tạo tinh thể.\n1A2. Kể được mười khoáng vật.",
            "1B1. So sánh được độ cứng.",
        ],
    ]
    matrix = [["MT", "CLO1", "CLO2"], ["1A1", "√", ""], ["1A2", "√", ""], ["1B1", "", "√"]]
    made = syllabus("5. Chuẩn đầu ra của học phần", OUTCOMES, "6. Mục tiêu nhận thức", stages, "7. Ma trận", matrix)
    aims = [row for row in only(rows("outcomes", made), "code", "kind", "text") if row[1] == "objective"]
    assert aims == [
        ("1A1", "objective", "Nêu được cấu tạo tinh thể."),
        ("1A2", "objective", "Kể được mười khoáng vật."),
        ("1B1", "objective", "So sánh được độ cứng."),
    ]
    links = only(rows("outcome_links", made), "source_code", "target_code")
    assert links == [("1A1", "CLO1"), ("1A2", "CLO1"), ("1B1", "CLO2")]


def test_codes_over_a_matrix_are_no_row_of_links() -> None:
    stated = [["K1", "Mô tả được các loại đá thường gặp."], ["S2", "Phân tích được mẫu khoáng vật đơn giản."]]
    head = [[("CĐR của học phần", 2, 1), ("CĐR của CTĐT", 1, 3)], ["K7", "S11", "T20"]]
    made = syllabus("Chuẩn đầu ra của học phần", stated, "Ma trận", [*head, ["K1", "x", "", ""], ["S2", "", "x", "x"]])
    links = only(rows("outcome_links", made), "source_code", "target_code")
    assert links == [("K1", "K7"), ("S2", "S11"), ("S2", "T20")]


def test_numbers_below_the_names_of_groups_are_codes_of_outcomes_and_no_topics() -> None:
    table = [
        ["CLO", "Nội dung", "Đáp ứng PLO", "Mức độ"],
        [("Kiến thức", 1, 4)],
        ["1", "Hiểu được nguồn gốc của các loại đá.", "PLO3", "4"],
        [("Kỹ năng", 1, 4)],
        ["2", "Đọc được bản đồ địa chất tỉ lệ lớn.", "PLO7", "5"],
    ]
    made = syllabus("2. CHUẨN ĐẦU RA CỦA HỌC PHẦN (CLO)", table)
    assert only(rows("outcomes", made), "code", "text") == [
        ("CLO1", "Hiểu được nguồn gốc của các loại đá."),
        ("CLO2", "Đọc được bản đồ địa chất tỉ lệ lớn."),
    ]
    assert only(rows("outcome_links", made), "source_code", "target_code", "level") == [
        ("CLO1", "PLO3", "4"), ("CLO2", "PLO7", "5"),
    ]  # fmt: skip
    assert not rows("topics", made)


def test_credits_parted_in_items_are_no_hours() -> None:
    printed = "ĐỀ CƯƠNG MÔN HỌC\nThạch học\n1. Mã môn học: DC2004\n2. Số tín chỉ: 3\n- Lý thuyết: 2\n- Thảo luận: 1\n"
    made = reading(printed + "3. Phân bổ thời gian:\n- Tại giảng đường: 45 tiết\n- Tự học ở nhà: 90 giờ\n")
    assert only(rows("workloads", made), "activity", "hours") == [("lecture", 45), ("self_study", 90)]


def test_one_head_over_groups_and_their_works_names_both() -> None:
    table = [
        [("Hình thức", 1, 2), "Nội dung đánh giá", "Trọng số"],
        [("Đánh giá quá trình", 2, 1), "Chuyên cần", "Tham dự lớp học", "10%"],
        ["Tiểu luận", "Các chương 1-3", "30%"],
        ["Đánh giá tổng kết", "Thi kết thúc học phần", "Toàn bộ nội dung", "60%"],
    ]
    made = syllabus("5. Đánh giá kết quả học tập", table)
    assert only(rows("assessments", made), "period", "title", "weight_percent") == [
        ("Đánh giá quá trình", "Chuyên cần", 10),
        ("Đánh giá quá trình", "Tiểu luận", 30),
        ("Đánh giá tổng kết", "Thi kết thúc học phần", 60),
    ]


def test_the_line_above_a_table_names_its_week_and_its_first_column_the_kinds_of_class() -> None:
    def week(number: int) -> list[object]:
        head = ["Hình thức tổ chức dạy học", "Số tiết", "Nội dung chính", "Yêu cầu chuẩn bị"]
        kinds = [["Lí thuyết", "4 tiết", "Bài giảng", "Đọc sách"], ["Seminar", "2 tiết", "Trao đổi chung", "Đọc sách"]]
        return [
            f"Tuần {number}: Vấn đề {number}",
            [head, *kinds, ["Tự NC", "2 tiết", "Tra cứu", ""], ["Tư vấn", "", "Hỏi đáp", ""]],
        ]

    taught = [("lecture", "Bài giảng", 4), ("seminar", "Trao đổi chung", 2), ("self_study", "Tra cứu", 2)]
    made = syllabus("9. Lịch trình chi tiết", *week(1), *week(2))
    found = only(rows("topics", made), "week", "activity", "title", "hours")
    assert [row for row in found if row[1]] == [
        (str(n), kind, title, hours)
        for n in (1, 2)
        for kind, title, hours in taught
    ]  # fmt: skip


def test_sections_below_a_chapter_in_its_cell_are_no_part_of_its_title() -> None:
    table = [
        ["Nội dung", "Số tiết"],
        ["CHƯƠNG 1: VỎ TRÁI ĐẤT\n1.1. Cấu tạo\n1.2. Thành phần", "9"],
        ["CHƯƠNG 2: KHOÁNG VẬT\n2.1. Phân loại", "6"],
    ]
    assert only(rows("topics", syllabus("4. Nội dung học phần", table)), "title", "hours") == [
        ("CHƯƠNG 1: VỎ TRÁI ĐẤT", 9), ("CHƯƠNG 2: KHOÁNG VẬT", 6),
    ]  # fmt: skip


def test_codes_of_figures_and_dots_name_what_goes_before() -> None:
    head = ["TT", "Mã HP", "Tên học phần", "Số TC", "Mã HP tiên quyết"]
    plan = [head, ["1", "1.01.01", "Địa chất", "3", ""], ["2", "1.01.02", "Thạch học", "2", "1.01.01"]]
    plan += [["3", "2.03.01", "Địa mạo", "3", "1.01.01, 1.01.02"]]
    assert only(rows("course_relations", programme("Khung chương trình", plan)), "course_code", "code") == [
        ("1.01.02", "1.01.01"), ("2.03.01", "1.01.01"), ("2.03.01", "1.01.02"),
    ]  # fmt: skip
    told = syllabus("Các học phần tiên quyết: Vật lý 2 (11.1.204), Hóa học (11.2.101)")
    assert only(rows("course_relations", told), "name", "code") == [("Vật lý 2", "11.1.204"), ("Hóa học", "11.2.101")]
