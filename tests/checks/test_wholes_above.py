"""Wholes above a table, scales told in points or in two columns, school years, and whom recipients cite."""

import pytest

from extractors.checks.acts import citing, dates
from extractors.checks.figures import conflicts, totals
from extractors.checks.teaching import grades
from extractors.checks.text import clauses, wholeness
from models.rows import Row, Value
from tests.checks.test_told import told
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_identity.reading import document


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Trường có 9 lớp với 350 học sinh, cụ thể:", False),
        ("Trường có 9 lớp với 370 học sinh, cụ thể:", True),
        ("Số học sinh: 340", True),
        ("Có 340 giáo viên dạy các lớp sau:", False),
    ],
)
def test_a_whole_beside_the_name_of_a_column(line: str, wrong: bool) -> None:
    table = [["Khối", "Số lớp", "Số học sinh"], ["6", "5", "190"], ["7", "4", "160"], ["Cộng", "9", "350"]]
    assert ("table_total" in told(totals, paper("KẾ HOẠCH", line, table, kind="plan"))) is wrong


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (
            "90-100 баллов – отлично; 75-89 баллов – хорошо; 60-74 балла – удовлетворительно; менее 60 баллов – плохо",
            None,
        ),
        (
            "90-100 баллов – отлично; 78-89 баллов – хорошо; 60-74 балла – удовлетворительно; менее 60 баллов – плохо",
            "grade_gap",
        ),
    ],
)
def test_a_scale_told_in_points(line: str, rule: str | None) -> None:
    assert told(grades, paper("ПРОГРАММА", "Оценивание", line, language="ru")) == ({rule} if rule else set())


def test_hours_in_two_columns_are_no_scale() -> None:
    hours = [("4", "4"), ("6", "14"), ("14", "16"), ("17", "20"), ("21", "30")]
    table = [["Bài", "LT", "TH"], *([f"Bài {n}", *pair] for n, pair in enumerate(hours))]
    assert not told(grades, paper("QUY ĐỊNH", "Nội dung", table))


@pytest.mark.parametrize(("top", "rule"), [("79", None), ("76", "grade_gap"), ("82", "grade_overlap")])
def test_a_scale_in_two_columns(top: str, rule: str | None) -> None:
    table = [
        ["Loại", "Từ", "Đến"],
        ["Giỏi", "80", "100"],
        ["Khá", "65", top],
        ["Đạt", "50", "64"],
        ["Yếu", "30", "49"],
        ["Kém", "0", "29"],
    ]
    assert told(grades, paper("QUY ĐỊNH", "Xếp loại", table)) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("line", "language", "wrong"),
    [
        ("Kế hoạch năm học 2031 - 2032", "vi", False),
        ("Kế hoạch năm học 2031 - 2033", "vi", True),
        ("Kế hoạch các năm học 2031 - 2033", "vi", False),
        ("О практике в 2021/2020 учебном году", "ru", True),
        ("о практике в 2021/2022-м учебном году", "ru", False),
    ],
)
def test_school_years(line: str, language: str, wrong: bool) -> None:
    assert ("date_impossible" in told(dates, paper("KẾ HOẠCH", line, language=language))) is wrong


@pytest.mark.parametrize(("article", "wrong"), [("Điều 2", False), ("Điều 3", True)])
def test_recipients_cite_the_decision_and_not_what_it_encloses(article: str, wrong: bool) -> None:
    numbers = ("Điều 1", "Điều 2", "Điều 1", "Điều 2", "Điều 3")
    rows = (
        *(Row("provisions", {"number": Value(n)}) for n in numbers),
        Row("recipients", {"name": Value(f"Như {article}")}),
    )
    assert bool(clauses.check(paper("QUYẾT ĐỊNH", "Điều 1"), rows)) is wrong


@pytest.mark.parametrize(("year", "wrong"), [("2031", False), ("2032", True)])
def test_one_day_of_two_years(year: str, wrong: bool) -> None:
    lines = (
        "Căn cứ Quyết định số 45/QĐ-ABC ngày 14 tháng 9 năm 2031;",
        f"theo Quyết định số 45/QĐ-ABC ngày 14 tháng 9 năm {year}.",
    )
    rows = (Row("citations", {"number": Value("45/QĐ-ABC")}),)
    assert bool(citing.check(paper("QUYẾT ĐỊNH", *lines), rows)) is wrong


@pytest.mark.parametrize(("semester", "wrong"), [("2", False), ("3", True)])
def test_semesters_of_two_lists(semester: str, wrong: bool) -> None:
    first = [
        ["Mã HP", "Tên học phần", "Số TC", "Học kỳ"],
        ["TRI101", "Triết học", "3", "1"],
        ["DAI202", "Đại số", "3", "2"],
    ]
    second = [
        ["TT", "Mã HP", "Tên học phần", "Số TC", "Học kỳ"],
        ["1", "TRI101", "Triết học", "3", "1"],
        ["2", "DAI202", "Đại số", "3", semester],
    ]
    made = paper("CHƯƠNG TRÌNH", "Danh mục", first, "Kế hoạch", second)
    rows = tuple(Row("courses", {"name": Value(n)}, row_key=n) for n in ("Triết học", "Đại số"))
    assert ("semester_conflict" in {f.rule for f in conflicts.check(made, rows)}) is wrong


@pytest.mark.parametrize(
    ("stamped", "wrong"), [("(Kèm theo Quyết định số 12/QĐ-ABC ngày 3 tháng 4 năm 2031)\n", False), ("", True)]
)
def test_a_line_that_a_stamp_filled_in_is_no_blank(stamped: str, wrong: bool) -> None:
    blank = "(Kèm theo Quyết định số /QĐ-ABC ngày tháng năm 2031)\n"
    act = f"{stamped}{blank}QUY ĐỊNH\nTrực nhật\n\nĐiều 1. Các lớp trực nhật.\n"
    assert ("blank_value" in {f.rule for f in wholeness.check(document(act, "vi", "regulation"), ())}) is wrong


def test_the_blanks_of_a_form_behind_the_recipients_are_no_faults() -> None:
    act = "QUYẾT ĐỊNH\nĐiều 1. Mở lớp.\nĐiều 2. Các khoa thi hành.\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nHIỆU TRƯỞNG\n"
    form = "PHỤ LỤC 1\nĐƠN XIN HỌC\nHọ và tên: ..............\nNgày sinh: ..............\nNgày cấp: ............\n"
    assert not {f.rule for f in wholeness.check(document(act + form, "vi", "decision"), ())}
