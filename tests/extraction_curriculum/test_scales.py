"""Grading scales in running lines and in tables that lie on their side."""

from extractors.checks.teaching.grades import check
from extractors.curriculum.grading.misread_steps import settled_letters, settled_points, without_overlaps
from extractors.tables import grades, number
from models.rows import Row, Value
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_curriculum.paper import only, programme, rows, syllabus
from tests.extraction_structure.conftest import document_of

COLUMNS = ("letter", "points", "min_percent", "max_percent")


def said(words: str) -> list[tuple[object, ...]]:
    return [tuple(row.get(column) for column in COLUMNS) for row in grades.extract(document_of(words, language="vi"))]


def test_lines_give_bounds_and_points_of_each_letter() -> None:
    words = (
        "QUY CHẾ\nĐiều 9. Điểm\n1. Điểm chữ như sau:\nA+: từ 9,5 đến 10,0;\nA: từ 8,5 đến 9,4;\nB + : từ 7,5 - 8,4;\n"
        "C: từ 5,0 đến dưới 7,5;\nF: dưới 5,0.\n2. Quy đổi:\nA+ quy đổi thành 4,0;\nA quy đổi thành 3,7;\n"
        "B+ quy đổi thành 3,5;\nC quy đổi thành 2,0;\nF quy đổi thành 0,0.\n"
    )
    assert said(words) == [
        ("A+", 4, 9.5, 10), ("A", 3.7, 8.5, 9.4), ("B+", 3.5, 7.5, 8.4), ("C", 2, 5, 7.5), ("F", 0, None, 5),
    ]  # fmt: skip


def test_a_few_lines_that_look_so_are_no_scale() -> None:
    assert said("QUY CHẾ\nĐiều 9. Phòng\nA: từ 8 đến 10\nB: từ 3 đến 5\nKhác\n") == []


def test_a_scale_on_its_side() -> None:
    words = (
        "QUY ĐỊNH\nĐiều 3. Thang điểm\nĐiểm chữ\tA\tB+\tB\tC\tF\nThang điểm 4\t4,0\t3,5\t3,0\t2,0\t0\n"
        "Thang điểm 10\t8,5 - 10\t8,0 - 8,4\t7,0 - 7,9\t5,5 - 6,9\tDưới 5,5\n"
    )
    assert [row[:2] for row in said(words)] == [("A", 4), ("B+", 3.5), ("B", 3), ("C", 2), ("F", 0)]


def test_ranges_in_brackets_before_what_the_step_is_called() -> None:
    words = (
        "QUY ĐỊNH\nĐiều 4. Thang điểm\n1. Điểm chữ:\n- Loại đạt:\nA (8,4 – 10): Giỏi\nB (7,1 – 8,3): Khá\n"
        "C (5,6 – 7,0): Trung bình khá\nD (4,1 – 5,5): Trung bình yếu\n- Loại không đạt:\nF (dưới 4,1): Kém\n"
    )
    found = grades.extract(document_of(words, language="vi"))
    assert [(row.get("letter"), row.get("min_percent"), row.get("label")) for row in found] == [
        ("A", 8.4, "Giỏi"), ("B", 7.1, "Khá"), ("C", 5.6, "Trung bình khá"), ("D", 4.1, "Trung bình yếu"),
        ("F", None, "Kém"),
    ]  # fmt: skip


def test_steps_that_one_line_sets_between_semicolons() -> None:
    words = (
        "QUY ĐỊNH\nĐiều 4. Thang điểm\n1. Xếp loại:\na) Loại đạt có phân mức: A từ 8,4 đến 10; B từ 7,1 đến 8,3; "
        "C từ 5,6 đến 7,0; D từ 4,1 đến 5,5.\nb) Loại đạt không phân mức: P từ 5,1 trở lên.\n"
        "c) Loại không đạt: F dưới 4,1.\n"
    )
    assert said(words) == [
        ("A", None, 8.4, 10), ("B", None, 7.1, 8.3), ("C", None, 5.6, 7), ("D", None, 4.1, 5.5), ("P", None, 5.1, None),
        ("F", None, None, 4.1),
    ]  # fmt: skip


def test_a_step_that_cannot_be_read_leaves_no_gap_in_the_scale() -> None:
    words = (
        "QUY ĐỊNH\nĐiều 3. Thang điểm\nThang điểm 10\tĐiểm chữ\tThang điểm 4\n8,5 - 10\tA\t4,0\n7,0 - 8,4\tB\t3,0\n"
        "xem dưới\tC\t2,0\n4,0 - 5,4\tD\t1,0\n0 - 3,9\tF\t0\n"
    )
    made = document_of(words, language="vi")
    assert [told.rule for told in check(made, number(grades.extract(made)))] == ["grade_gap"]


def test_a_head_that_lost_the_blank_before_its_figure_is_read() -> None:
    words = "QUY ĐỊNH\nĐiều 3. Thang điểm\nĐiểm chữ\tHệ4\tXếp loại\nA\t4,0\tGiỏi\nB\t3,0\tKhá\nC\t2,0\tĐạt\n"
    assert [points for _, points, _, _ in said(words)] == [4, 3, 2]


def test_of_two_columns_of_labels_the_one_that_tells_more_steps_apart() -> None:
    made = programme(
        [
            [("Xếp loại", 1, 2), "Thang điểm 10", "Điểm chữ"],
            [("Đạt", 3, 1), "Giỏi", "8,5 - 10", "A"],
            ["Khá", "7,0 - 8,4", "B"],
            ["Yếu", "4,0 - 6,9", "C"],
            ["Không đạt", "Kém", "0 - 3,9", "F"],
        ]
    )
    assert [label for (label,) in only(rows("grades", made), "label")] == ["Giỏi", "Khá", "Yếu", "Kém"]


def test_the_result_is_what_a_step_is_called() -> None:
    scale = [
        ["Điểm chữ", "Kết quả", "Điểm hệ 10"],
        ["A", "Giỏi", "8,5 - 10"],
        ["B", "Khá", "7,0 - 8,4"],
        ["C", "Yếu", "0 - 6,9"],
    ]
    assert [row["label"] for row in rows("grades", syllabus(scale))] == ["Giỏi", "Khá", "Yếu"]


def test_letters_and_points_that_the_order_of_the_steps_proves() -> None:
    assert settled_letters(["A", "Be", "B", "C+", "Cc", "D"]) == ["A", "B+", "B", "C+", "C", "D"]
    assert settled_letters(["A", "B", "Cr", "D", "F", "FX"]) == ["A", "B", None, "D", "F", "FX"]
    assert settled_letters(["B", "c", "D", "E"]) == ["B", "C", "D", "E"]
    assert settled_letters(["A", "B", "C", "p", "E", "E"]) == ["A", "B", "C", "D", "E", None]
    assert settled_letters(["A", "B", "P", "E", "F"]) == ["A", "B", "P", "E", "F"]
    assert settled_letters(["A", "B", "C", "FX", "", "F"]) == ["A", "B", "C", "FX", "", "F"]
    assert settled_points([4, 350, 3, 25, 2, 40, 1]) == [4, None, 3, 2.5, 2, None, 1]
    assert settled_points([100, 90, 80]) == [100, 90, 80]


def test_bounds_that_reach_below_the_next_step_are_no_bounds() -> None:
    printed = [("A", 8.5, 10), ("B", 1, 8.4), ("C", 5.5, 6.9), ("D", 4, 5.4), ("F", 0, 3.9)]
    steps = [
        Row(
            "grades",
            {n: Value(v, None, 0.9, "") for n, v in zip(("letter", "min_percent", "max_percent"), one, strict=True)},
        )
        for one in printed
    ]
    assert [row.get("min_percent") for row in without_overlaps(steps)] == [8.5, None, 5.5, 4, 0]
    assert without_overlaps(steps[2:]) == steps[2:]


def test_a_scale_told_from_its_top_and_in_intervals() -> None:
    lines = ("100 - 90% = A", "89 - 80% = B", "79 - 70% = C", "69 - 0% = F")
    steps = grades.extract(paper("Grading", *lines, language="en"))
    assert [(s.get("min_percent"), s.get("max_percent")) for s in steps] == [(90, 100), (80, 89), (70, 79), (0, 69)]
    table = [["A", "[90-100]"], ["B", "[75; 90)"], ["C", "[60-75)"], ["F", "[0-60)"]]
    steps = grades.extract(paper("Grading", table, language="en"))
    assert [s.get("min_percent") for s in steps] == [90, 75, 60, 0]


def test_ranges_that_are_no_scale() -> None:
    frame = [["Nội dung", "Khung điểm"], ["Học tập", "Từ 0 đến 20 điểm"], ["Nội quy", "Từ 0 đến 25 điểm"]]
    frame += [["Thể thao", "Từ 0 đến 30 điểm"], ["Cộng đồng", "Từ 0 đến 25 điểm"]]
    assert grades.extract(paper("Điểm rèn luyện", frame)) == []
    plan = [["Tuần", "Bài học", "Đánh giá"], ["1-3", "Mở đầu", "A1.1"], ["4-7", "Hệ thống", "A1.1"]]
    plan += [["8-12", "Biến đổi", "A1.2"], ["13-15", "Ôn tập", "A2.1"]]
    assert grades.extract(paper("Lịch trình", plan)) == []
    named = [["Xếp loại", "Điểm rèn luyện"], ["Xuất sắc", "Từ 90 đến 100 điểm"], ["Tốt", "Từ 80 đến dưới 90 điểm"]]
    named += [["Khá", "Từ 65 đến dưới 80 điểm"], ["Yếu", "Dưới 65 điểm"]]
    assert [s.get("max_percent") for s in grades.extract(paper("Phân loại", named))] == [100, 90, 80, 65]


ABROAD = [
    ["Оцінка ЄКТС", "За національною шкалою", "За шкалою університету", "Оцінка в Австрії"],
    ["A", "відмінно", "90-100", "1,0-1,5"],
    ["B", "добре", "82-89", "1,6-2,5"],
    ["C", "", "74-81", "2,6-3,5"],
    ["D", "задовільно", "60-73", "3,6-4,0"],
]


def test_marks_of_other_countries_are_no_bounds_and_name_no_step() -> None:
    found = rows("grades", paper("ПОЛОЖЕННЯ", ABROAD, language="uk", kind="regulation"))
    assert [(r["letter"], r["min_percent"], r["label"]) for r in found] == [
        ("A", 90, "відмінно"), ("B", 82, "добре"), ("C", 74, "добре"), ("D", 60, "задовільно"),
    ]  # fmt: skip


def test_points_under_a_head_that_was_misread_are_told_by_their_fall() -> None:
    head = ["Điểm chữ", "Rqm tlọ", "Điểm thang 10"]
    scale = [
        head,
        ["A", "4,0", "8,5 – 10"],
        ["B", "3,0", "7,0 – 8,4"],
        ["C", "2,0", "5,5 – 6,9"],
        ["F", "0", "0 – 5,4"],
    ]
    assert [row.get("points") for row in rows("grades", syllabus(scale))] == [4, 3, 2, 0]
    grown = [[*row[:1], str(n), *row[2:]] if n else row for n, row in enumerate(scale)]
    assert [row.get("points") for row in rows("grades", syllabus(grown))] == [None] * 4


def test_a_speck_behind_the_bounds_of_a_step_is_none_of_them() -> None:
    scale = [["Điểm chữ", "Điểm số"], ["A", "85 – 100:"], ["B", "70 – 84"], ["C", "55 – 69."], ["F", "0 – 54"]]
    assert [row["min_percent"] for row in rows("grades", syllabus(scale))] == [85, 70, 55, 0]
