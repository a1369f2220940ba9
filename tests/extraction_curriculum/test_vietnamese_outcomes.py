"""Objectives, outcomes and matrices of Vietnamese syllabi and programmes."""

from extractors.curriculum.grids import grids
from extractors.curriculum.outcomes.tables import is_rubric
from tests.extraction_curriculum.paper import only, programme, rows, syllabus

RUBRIC = [
    ["Tiêu chí", "CLO", "Kém (0%)", "Đạt (50%)", "Tốt (100%)"],
    ["Chuyên cần", "CLO1", "Vắng trên bảy buổi học", "Vắng ba buổi học", "Đi học đủ mọi buổi"],
    ["Hợp tác", "CLO1", "Không tham gia nhóm", "Làm phần được giao", "Chủ động nhận thêm việc"],
]


def test_a_rubric_states_no_outcomes() -> None:
    made = syllabus("Chuẩn đầu ra của học phần", [["CLO1", "Mô tả được các loại đá thường gặp"]], "Rubric", RUBRIC)
    assert is_rubric(grids(made)[-1], "vi")
    assert only(rows("outcomes", made), "code", "text") == [("CLO1", "Mô tả được các loại đá thường gặp")]


def test_what_measures_an_outcome_states_none() -> None:
    stated = [["CLO1", "Mô tả được các loại đá thường gặp"], ["CLO2", "Phân tích được mẫu khoáng vật đơn giản"]]
    measured = [
        ["CLO", "Thành phần đo", "Công thức điểm CLO"],
        ["CLO1", "Bài thực hành nhận biết mẫu đá", "(Bài thực hành × 20) ÷ 20"],
        ["CLO2", "Bài kiểm tra viết về khoáng vật", "(Bài kiểm tra × 30) ÷ 30"],
        ["Cấp", "Ngưỡng", "Ý nghĩa"],
        ["Lớp", "Hai phần ba số sinh viên đạt", "Dưới ngưỡng thì giảng viên rà lại đề thi"],
    ]
    made = syllabus("Chuẩn đầu ra của học phần", [["CLO", "Mô tả"], *stated], "Ngưỡng đạt chuẩn đầu ra", measured)
    assert only(rows("outcomes", made), "code", "text") == [tuple(one) for one in stated]


def test_a_sign_of_rank_behind_a_code_is_none_of_it() -> None:
    stated = [["CLO1", "Mô tả được các loại đá thường gặp"], ["CLO2 ◆", "Phân tích được mẫu khoáng vật đơn giản"]]
    made = syllabus("Chuẩn đầu ra của học phần", [["CLO", "Mô tả"], *stated])
    assert only(rows("outcomes", made), "code") == [("CLO1",), ("CLO2",)]


def test_indicators_beside_a_matrix_are_links() -> None:
    stated = [["CLO1", "Mô tả được các loại đá thường gặp"], ["CLO2", "Phân tích được mẫu khoáng vật đơn giản"]]
    matrix = [["CLO", "PLO2", "PLO5", "PI"], ["CLO1", "R", "", "PI 2.1"], ["CLO2", "", "M", "PI 5.1 · PI 5.2"]]
    made = syllabus("Chuẩn đầu ra của học phần", stated, "Ma trận", matrix)
    assert set(only(rows("outcome_links", made), "source_code", "target_code", "level")) == {
        ("CLO1", "PLO2", "R"),
        ("CLO2", "PLO5", "M"),
        ("CLO1", "PI 2.1", None),
        ("CLO2", "PI 5.1", None),
        ("CLO2", "PI 5.2", None),
    }


def test_legends_and_captions_are_no_outcomes() -> None:
    made = programme(
        "Chuẩn đầu ra của chương trình đào tạo",
        "- Vận dụng được kiến thức địa chất vào khảo sát thực địa.",
        "Bảng 3. Ma trận đóng góp của các học phần vào chuẩn đầu ra",
        "Ghi chú: I - Giới thiệu; R - Củng cố; M - Thành thạo.",
    )
    assert only(rows("outcomes", made), "text") == [("Vận dụng được kiến thức địa chất vào khảo sát thực địa.",)]


def test_objectives_in_groups_under_their_heading() -> None:
    made = syllabus(
        "3. Mục tiêu của môn học",
        "3.1. Kiến thức",
        "- Trình bày được nguồn gốc của các loại đá.",
        "3.2. Kỹ năng",
        "- Đọc được bản đồ địa chất tỉ lệ lớn.",
        "4. Học liệu",
    )
    assert only(rows("outcomes", made), "kind", "text") == [
        ("objective", "Trình bày được nguồn gốc của các loại đá."),
        ("objective", "Đọc được bản đồ địa chất tỉ lệ lớn."),
    ]


def test_the_level_behind_an_outcome_is_none_of_its_words() -> None:
    made = programme("Chuẩn đầu ra (PLO)", "- PLO 1. Đọc được bản đồ địa chất (TĐNL 3.0);")
    assert only(rows("outcomes", made), "code", "text") == [("PLO 1", "Đọc được bản đồ địa chất;")]


def test_a_matrix_with_the_courses_outcomes_over_its_columns() -> None:
    stated = [["CLO1", "Mô tả được các loại đá thường gặp"], ["CLO2", "Phân tích được mẫu khoáng vật đơn giản"]]
    matrix = [["PLO", "CLO1", "CLO2"], ["PLO3", "H", ""], ["PLO5", "", "L"]]
    made = syllabus("Chuẩn đầu ra của học phần", stated, "Ma trận", matrix)
    assert set(only(rows("outcome_links", made), "source_code", "target_code", "level")) == {
        ("CLO1", "PLO3", "H"),
        ("CLO2", "PLO5", "L"),
    }


def test_numbers_under_a_series_are_its_codes() -> None:
    made = syllabus(
        "6. Chuẩn đầu ra của học phần",
        [
            ["CLOs", "Chuẩn đầu ra của môn học", "PLO"],
            ["1", "Nhận biết được các khoáng vật tạo đá", "c"],
            ["2", "Phân loại được các đá magma thường gặp", "d"],
        ],
    )
    assert only(rows("outcomes", made), "code") == [("CLO1",), ("CLO2",)]


def test_objectives_that_a_sentence_leads_to() -> None:
    made = syllabus(
        "4. Mục tiêu của học phần",
        "Học xong học phần này, người học có thể:",
        "O1. Nhận biết các dạng phá hủy của khối đá.",
        "O2. Tính toán độ bền nén của mẫu đá.",
    )
    assert only(rows("outcomes", made), "code", "text") == [
        ("O1", "Nhận biết các dạng phá hủy của khối đá."),
        ("O2", "Tính toán độ bền nén của mẫu đá."),
    ]


def test_statements_by_numbers_below_their_groups() -> None:
    made = programme(
        "Chuẩn đầu ra của chương trình đào tạo",
        "1. Về kiến thức",
        "1.1. Giải thích được sự hình thành của đá trầm tích;",
        "1.2. Trình bày được các thời kỳ của lịch sử Trái Đất;",
        "2. Về kỹ năng",
        "2.1. Lập được bản đồ địa chất của một vùng nhỏ;",
    )
    assert only(rows("outcomes", made), "code", "text") == [
        ("1.1", "Giải thích được sự hình thành của đá trầm tích;"),
        ("1.2", "Trình bày được các thời kỳ của lịch sử Trái Đất;"),
        ("2.1", "Lập được bản đồ địa chất của một vùng nhỏ;"),
    ]


def test_indicators_beside_outcomes_in_merged_cells_and_numbers_over_a_matrix() -> None:
    made = programme(
        [["Ký hiệu", "Mục tiêu cụ thể"], ["PO1", "Có kiến thức nền về khoáng vật và đá"]],
        [
            ["Chuẩn đầu ra (PLOs)", "Nội dung", "Chỉ báo (PIs)", "Mô tả chỉ báo"],
            [("PLO1", 2, 1), ("Phân loại được các loại đá", 2, 1), "PI1.1", "Nhận ra được khoáng vật tạo đá"],
            ["PI1.2", "Gọi tên được các loại đá macma"],
            ["PLO2", "Vẽ được mặt cắt địa chất", "PI2.1", "Đo được thế nằm của lớp đá"],
        ],
        [[("Mục tiêu (POs)", 2, 1), ("Chuẩn đầu ra (PLOs)", 1, 2)], ["1", "2"], ["PO1", "", "X"]],
    )
    assert [code for (code,) in only(rows("outcomes", made), "code")] == [
        *("PO1", "PLO1", "PI1.1", "PI1.2", "PLO2", "PI2.1"),
    ]
    assert ("PO1", "PLO2") in only(rows("outcome_links", made), "source_code", "target_code")
    assert ("PO1", "PLO1") not in only(rows("outcome_links", made), "source_code", "target_code")


def test_the_group_before_an_objective_is_none_of_its_words() -> None:
    made = syllabus(
        "Mục tiêu môn học",
        "1. Mục tiêu về kiến thức: Người học giải thích được sự hình thành của đá.",
        "2. Mục tiêu về kỹ năng: Người học vẽ được mặt cắt địa chất đơn giản.",
    )
    assert [text for (text,) in only(rows("outcomes", made), "text")] == [
        "Người học giải thích được sự hình thành của đá.",
        "Người học vẽ được mặt cắt địa chất đơn giản.",
    ]


def test_outcomes_whose_codes_lost_their_figures() -> None:
    made = syllabus(
        "Chuẩn đầu ra học phần",
        [
            ["CLO", "Mô tả", "PLO"],
            ["CLO", "Nhận ra được khoáng vật tạo đá", "PLO"],
            ["CLO", "Gọi tên được các loại đá", "PLO"],
        ],
    )
    assert only(rows("outcomes", made), "code", "kind", "text") == [
        (None, "course_outcome", "Nhận ra được khoáng vật tạo đá"),
        (None, "course_outcome", "Gọi tên được các loại đá"),
    ]


def test_the_place_of_a_code_is_its_own_cell() -> None:
    from extractors.tables.outcomes import extract

    made = syllabus(
        "Chuẩn đầu ra học phần", [["CLO1", "Phân tích được mẫu đá trầm tích."], ["CLO2", "Vẽ được cột địa tầng."]]
    )
    place = extract(made)[0].cells["code"].span
    assert place is not None and made.text.content[place.start : place.end] == "CLO1"


def test_what_codes_stand_for_is_no_outcome() -> None:
    shorts = [["Từ viết tắt", "Giải thích"], ["CĐR", "Chuẩn đầu ra"], ["PLO", "Chương trình đào tạo"]]
    assert rows("outcomes", programme("5. Các từ viết tắt", shorts)) == []


def test_an_outcome_ends_where_a_numbered_section_begins() -> None:
    made = programme("Chuẩn đầu ra", "CĐR1. Vận dụng được chuẩn mực kế toán.", "CĐR2. Tuân thủ đạo đức nghề nghiệp.",
                     "III. KHỐI LƯỢNG KIẾN THỨC TOÀN KHÓA: 127 tín chỉ (chưa kể giáo dục thể chất)")  # fmt: skip
    assert only(rows("outcomes", made), "code", "text") == [
        ("CĐR1", "Vận dụng được chuẩn mực kế toán."), ("CĐR2", "Tuân thủ đạo đức nghề nghiệp."),
    ]  # fmt: skip


def test_marks_in_a_row_of_a_matrix_state_nothing() -> None:
    stated = [["CLO1", "Mô tả được các loại đá thường gặp"], ["CLO2", "Phân tích được mẫu khoáng vật đơn giản"]]
    made = syllabus("Chuẩn đầu ra của học phần", stated, "Ma trận", "CLO2 R M CLO1 M", "CLO1 I x 3")
    assert only(rows("outcomes", made), "code") == [("CLO1",), ("CLO2",)]


def test_lines_of_a_plan_that_begin_with_a_code_state_no_outcome() -> None:
    stated = [
        "4. Chuẩn đầu ra học phần",
        "CLO1 Giải thích được cấu tạo của đê biển",
        "CLO2 Vẽ được mặt cắt của kè mỏ hàn",
    ]
    plan = ["5. Kế hoạch giảng dạy", "CLO1 Thuyết giảng và thảo luận nhóm", "CLO2 Tham quan công trình kè"]
    told = rows("outcomes", syllabus(*stated, *plan))
    assert only(told, "code", "text") == [
        ("CLO1", "Giải thích được cấu tạo của đê biển"),
        ("CLO2", "Vẽ được mặt cắt của kè mỏ hàn"),
    ]


def test_numbers_over_a_matrix_below_a_head_that_a_text_leaves_over_the_first() -> None:
    made = syllabus(
        "3. Chuẩn đầu ra của học phần",
        "CLO1: Giải thích được cấu tạo của tinh thể;",
        "CLO2: Đo được góc giữa các mặt tinh thể.",
        [["CLO", "PLO", "", ""], ["", "1", "2", "3"], ["CLO1", "", "2", ""], ["CLO2", "3", "", "1"]],
    )
    assert only(rows("outcome_links", made), "source_code", "target_code", "level") == [
        ("CLO1", "PLO2", "2"),
        ("CLO2", "PLO1", "3"),
        ("CLO2", "PLO3", "1"),
    ]


def test_a_code_printed_twice_leaves_the_others_stated() -> None:
    stated = [["Mã CĐR", "Nội dung", "PLO"], ["CLO1", "Mô tả được cấu tạo của sợi dệt", "PLO2"],
              ["CLO2", "Tính toán được độ bền của vải", "PLO3"], ["CLO3", "Thực hiện được phép thử kéo đứt", "PLO5"],
              ["CLO3", "Làm việc nhóm trong phòng thí nghiệm", "PLO8"]]  # fmt: skip
    made = syllabus("Chuẩn đầu ra của học phần", stated)
    assert [code for (code,) in only(rows("outcomes", made), "code")] == ["CLO1", "CLO2", "CLO3", "CLO3"]
