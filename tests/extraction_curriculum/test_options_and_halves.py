"""Cards and tables of syllabi in two languages: labels with their English, options with boxes, figures in parts."""

import pytest

from extractors.curriculum import figures
from extractors.curriculum.wording import lexicon, without_english_half
from tests.extraction_curriculum.paper import document, rows


@pytest.mark.parametrize(
    ("label", "native"),
    [
        ("Số tín chỉ/Credits", "Số tín chỉ"),
        ("Mô tả môn học/ Course description", "Mô tả môn học"),
        ("Lý thuyết/thực hành", None),
        ("Bắt buộc/tu chon", None),
        ("Credits/Hours", None),
    ],
)
def test_the_english_half_of_a_label_is_told_from_other_words(label: str, native: str | None) -> None:
    assert without_english_half(label) == native


def test_a_label_with_its_english_has_the_meaning_of_its_first_half() -> None:
    assert lexicon("cards.tsv").match("Mã môn học/Course code", 0.95) == "course.code"
    assert lexicon("heads.tsv").match("Trọng số/Weighting", 0.9) == "weight"


def test_credits_before_those_of_their_parts_are_the_whole() -> None:
    assert figures.credits("04 (03 tín chỉ lý thuyết + 01 tín chỉ thực hành)") == 4
    assert figures.credits("5 tín chỉ (3 lý thuyết, 2 thực hành)") == 5


def test_the_ticked_option_of_a_table_is_the_obligation_and_its_head_the_part() -> None:
    table = [
        ["Kiến thức đại cương", "Kiến thức ngành", "Kiến thức bổ trợ"],
        ["☐ Bắt buộc ☐ Tự chọn", "☒ Bắt buộc ☐ Tự chọn", "☐ Bắt buộc ☐ Tự chọn"],
    ]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "Mã môn học: TLK204", table, kind="syllabus")
    (course,) = rows("courses", made)
    assert (course["component"], course["cycle"]) == ("Bắt buộc", "Kiến thức ngành")


def test_options_of_which_none_is_ticked_say_nothing() -> None:
    table = [["Kiến thức cơ sở", "Kiến thức ngành"], ["☐ Bắt buộc ☐ Tự chọn", "☐ Bắt buộc ☐ Tự chọn"]]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "Mã môn học: TLK204", table, kind="syllabus")
    (course,) = rows("courses", made)
    assert not {"component", "cycle"} & set(course)


def test_hours_in_one_figure_are_parted_as_their_head_says() -> None:
    table = [
        ["STT", "Nội dung", "Số tiết (LT/TH)", "CLO"],
        ["1", "Chương 1. Dòng chảy", "7/0", "CLO1"],
        ["2", "Chương 2. Áp lực", "8/12", "CLO2"],
    ]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "5. Nội dung môn học", table, kind="syllabus")
    assert [(t["activity"], t["hours"]) for t in rows("topics", made)] == [
        ("lecture", 7),
        ("lecture", 8),
        ("practice", 12),
    ]


def test_works_below_a_group_that_their_shares_make_are_its_own() -> None:
    table = [
        ["Thành phần", "Hình thức", "Tỷ trọng %"],
        [("Lý thuyết", 4, 1), "Thường xuyên:", "35"],
        ["- Bài tập nhà", "15"],
        ["- Báo cáo nhóm", "20"],
        ["Thi viết", "65"],
        ["Thực hành", "Bài thí nghiệm", "100"],
    ]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "6. Đánh giá", table, kind="syllabus")
    assert [(a.get("period"), a["title"], a["weight_percent"]) for a in rows("assessments", made)] == [
        ("Thường xuyên", "Bài tập nhà", 15),
        ("Thường xuyên", "Báo cáo nhóm", 20),
        ("Lý thuyết", "Thi viết", 65),
        ("Thực hành", "Bài thí nghiệm", 100),
    ]


def test_outcomes_beside_the_marks_of_their_matrix_are_stated() -> None:
    table = [
        [("Ký hiệu", 2, 1), ("Chuẩn đầu ra học phần", 2, 1), ("Đóng góp", 1, 3)],
        ["PLO1", "PLO4", "PLO6"],
        ["CLO1", "Tính được lưu lượng qua đập tràn", "R", "", ""],
        ["CLO2", "Đo được áp lực nước trong ống", "", "M", "I"],
    ]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "3. Chuẩn đầu ra", table, kind="syllabus")
    assert [o["code"] for o in rows("outcomes", made)] == ["CLO1", "CLO2"]
    assert [(k["source_code"], k["target_code"], k["level"]) for k in rows("outcome_links", made)] == [
        ("CLO1", "PLO1", "R"),
        ("CLO2", "PLO4", "M"),
        ("CLO2", "PLO6", "I"),
    ]


def test_a_course_is_named_below_the_heading_that_is_its_label() -> None:
    made = document(
        "ĐỀ CƯƠNG MÔN HỌC", "1. Tên và mã môn học", "Thủy lực công trình", "Mã môn học: TLK204", kind="syllabus"
    )
    (course,) = rows("courses", made)
    assert (course["name"], course["code"]) == ("Thủy lực công trình", "TLK204")


def test_chapters_with_their_hours_in_lines_are_a_plan() -> None:
    made = document(
        "ĐỀ CƯƠNG MÔN HỌC",
        "Tên môn học: Thủy lực",
        "8. Nội dung chi tiết môn học:",
        "Chương 1. Thủy tĩnh (9 tiết)",
        "1.1. Áp suất tại một điểm",
        "Chương 2. Dòng chảy đều (14 tiết: LT 10, BT 4)",
        kind="syllabus",
    )
    found = [(t["title"], t["hours"]) for t in rows("topics", made)]
    assert found == [("Chương 1. Thủy tĩnh", 9), ("Chương 2. Dòng chảy đều", 14)]


def _list(*counts: tuple[str, str]) -> list:
    courses = [("TLK201", "Cơ lưu chất", "2"), ("TLK202", "Thủy văn", "3"), ("TLK203", "Trạm bơm", "2")]
    head = ["STT", "Mã học phần", "Tên học phần", "Số tín chỉ", "Lý thuyết", "Thực hành"]
    return [head, *([str(n), *c, *h] for n, (c, h) in enumerate(zip(courses, counts, strict=True), 1))]


def test_figures_too_many_for_credits_are_hours() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", _list(("25", "10"), ("35", "20"), ("20", "20")), kind="programme")
    assert [(w["course_code"], w["hours"]) for w in rows("workloads", made)][:2] == [("TLK201", 25), ("TLK201", 10)]


def test_parts_of_the_credits_are_no_hours() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", _list(("1", "1"), ("2", "1"), ("1", "1")), kind="programme")
    assert rows("workloads", made) == []


def test_outcomes_whose_codes_lost_their_figures_are_stated_without_codes() -> None:
    table = [["Mã", "Nội dung"], ["CLO", "Tính được tổn thất dọc đường"], ["CLO", "Chọn được máy bơm phù hợp"]]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", ". Chuẩn đầu ra", table, kind="syllabus")
    assert [(o["kind"], o.get("code"), o["text"]) for o in rows("outcomes", made)] == [
        ("course_outcome", None, "Tính được tổn thất dọc đường"),
        ("course_outcome", None, "Chọn được máy bơm phù hợp"),
    ]


def test_numbered_chapters_before_hours_are_titles_under_a_head_that_is_not_known() -> None:
    table = [
        ["TT", "Tên bà trong mô", "Lý thuyết", "Thực hành"],
        ["1", "Bài 1: Đo mực nước", "3", "5"],
        ["2", "Bài 2: Đo lưu lượng", "2", "6"],
    ]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "5. Nội dung môn học", table, kind="syllabus")
    assert [(t["title"], t["activity"], t["hours"]) for t in rows("topics", made)][:2] == [
        ("Bài 1: Đo mực nước", "lecture", 3),
        ("Bài 1: Đo mực nước", "practice", 5),
    ]


def test_a_year_of_study_is_no_part_of_a_programme() -> None:
    table = [
        ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ"],
        [("NĂM THỨ HAI", 1, 4)],
        ["1", "TLK201", "Cơ lưu chất", "2"],
        ["2", "TLK202", "Thủy văn", "3"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", table, kind="programme")
    assert [c.get("cycle") for c in rows("courses", made)] == [None, None]


def test_a_group_has_the_share_of_its_own_row_that_its_works_make() -> None:
    table = [
        ["Điểm thành phần", "Phương pháp đánh giá", "CĐR", "Tỷ trọng"],
        [("A1. Quá trình", 3, 1), ("Nhiều hình thức", 1, 2), "45%"],
        ["A1.1. Bài tập", "M1", "15%"],
        ["A1.2. Báo cáo", "M2", "30%"],
        ["A2. Cuối kỳ", "A2.1. Thi viết", "M2", "55%"],
    ]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "6. Đánh giá", table, kind="syllabus")
    assert [a["weight_percent"] for a in rows("assessments", made)] == [15, 30, 55]
    assert [(p["period"], p.get("weight_percent")) for p in rows("assessment_periods", made)][0] == (
        "A1. Quá trình",
        45,
    )


def test_works_in_lines_are_named_without_number_and_share() -> None:
    made = document(
        "ĐỀ CƯƠNG MÔN HỌC",
        "Tên môn học: Thủy lực",
        "E. KIỂM TRA, ĐÁNH GIÁ",
        "1. Điểm bài tập: trọng số 35%;",
        "2. Điểm vấn đáp: chiếm tỷ lệ 65%.",
        kind="syllabus",
    )
    found = [(a["title"], a["weight_percent"]) for a in rows("assessments", made)]
    assert found == [("Điểm bài tập", 35), ("Điểm vấn đáp", 65)]
