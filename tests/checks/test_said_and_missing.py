"""Tables, clauses and points that a document speaks of and does not have; names, letters and years that disagree."""

import pytest

from extractors.checks.acts import citing, dates
from extractors.checks.figures import blanks, told_counts, totals
from extractors.checks.teaching import grades, orders, told_outcomes
from extractors.checks.text import clauses, misprints
from extractors.tables import tabulate
from models.rows import Row, Value
from tests.checks.test_told import told
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_structure.conftest import document_of

LOANS = (
    "QUY ĐỊNH\nVề mượn thiết bị\n\nĐiều 1. Nguyên tắc\n1. Việc mượn theo {} nguyên tắc sau:\na) Đúng hạn;\n"
    "b) Đúng chỗ;\nc) Đúng người.\n2. Mức phí theo khoản {} Điều này ghi tại Bảng {}.\n\n"
    "Bảng 1. Mức phí\n\nBảng 2. Hạn trả\n"
)
RULES = "REGULATIONS\non laboratories\n\nArticle 1. Access\n1. Keys are given under {}.\n\nArticle 2. Keys\n1. Sign.\n"


@pytest.mark.parametrize(
    ("points", "clause", "table", "rules"),
    [
        ("3", 1, 2, set()),
        ("ba", 2, 1, set()),
        ("4", 1, 2, {"table_total"}),
        ("hai", 1, 2, {"table_total"}),
        ("3", 4, 2, {"cited_clause_missing"}),
        ("3", 1, 5, {"cited_clause_missing"}),
    ],
)
def test_points_clauses_and_tables_of_an_article(points: str, clause: int, table: int, rules: set[str]) -> None:
    made = document_of(LOANS.format(points, clause, table), kind="regulation", language="vi")
    rows = tuple(tabulate(made))
    assert told(clauses, made, rows) | told(told_counts, made, rows) == rules


@pytest.mark.parametrize(
    ("cited", "wrong"), [("Article 2", False), ("Article 7", True), ("Article 7 of the Education Act", False)]
)
def test_an_article_that_english_rules_do_not_have(cited: str, *, wrong: bool) -> None:
    made = document_of(RULES.format(cited), kind="regulation", language="en")
    assert ("cited_clause_missing" in told(clauses, made, tuple(tabulate(made)))) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [("Số tín chỉ: 4 (3 LT + 1 TH)", False), ("Số tín chỉ: 4 (3 LT + 2 TH)", True), ("3 (30 LT + 30 TH)", False)],
)
def test_a_whole_beside_its_parts_in_brackets(line: str, *, wrong: bool) -> None:
    assert ("table_total" in told(told_counts, paper("ĐỀ CƯƠNG", line, "Khác", kind="syllabus"))) is wrong


@pytest.mark.parametrize(("issued", "wrong"), [("2021-03-18", False), ("2022-03-18", True)])
def test_the_year_of_an_act_is_in_its_number(issued: str, *, wrong: bool) -> None:
    act = Row("citations", {"number": Value("08/2021/TT-BGDĐT"), "issued_on": Value(issued)})
    made = paper("QUYẾT ĐỊNH", "Căn cứ Thông tư số 08/2021/TT-BGDĐT;", kind="decision")
    assert ("inconsistent_citation_date" in told(citing, made, (act,))) is wrong


@pytest.mark.parametrize(("day", "wrong"), [("2031-04-02", False), ("2031-04-09", True)])
def test_the_minutes_of_an_approval_come_before_it(day: str, *, wrong: bool) -> None:
    minutes = {"kind": Value("minutes"), "number": Value("3"), "issued_on": Value(day), "relation": Value("approves")}
    rows = (Row("documents", {"issued_on": Value("2031-04-05")}), Row("citations", minutes))
    assert ("date_order" in told(dates, paper("ПРОГРАМА", "Текст"), rows)) is wrong


def test_a_course_does_not_ask_for_itself() -> None:
    for course, wanted, wrong in (("LYA102", "TOA101", False), ("LYA102", "LYA102", True), (None, None, False)):
        asked = {"course_code": Value(course), "relation": Value("prerequisite"), "code": Value(wanted)}
        rows = (Row("course_relations", asked),)
        assert ("prerequisite_order" in told(orders, paper("ĐỀ CƯƠNG", "Vật lý"), rows)) is wrong


@pytest.mark.parametrize(("letters", "wrong"), [("ABCDF", False), ("ABBDF", True), ("ABCAB", False)])
def test_a_letter_of_two_steps(letters: str, *, wrong: bool) -> None:
    rows = tuple(Row("grades", {"letter": Value(letter)}) for letter in letters)
    assert ("grade_overlap" in told(grades, paper("ĐỀ CƯƠNG", "Thang điểm"), rows)) is wrong


@pytest.mark.parametrize(
    ("codes", "side", "wrong"),
    [("1234", "X", False), ("123", "X", True), ("1234", "", True)],
)
def test_an_outcome_or_a_course_that_the_matrix_leaves_out(codes: str, side: str, *, wrong: bool) -> None:
    matrix = [["", *(f"PLO{n}" for n in codes)]]
    matrix += [[f"TOA10{n}", *("X" for _ in codes)] for n in range(1, 4)] + [["TOA104", *(side for _ in codes)]]
    kinds = {"code": "PLO{}", "kind": "programme_outcome"}
    rows = [Row("outcomes", {name: Value(value.format(n)) for name, value in kinds.items()}) for n in range(1, 5)]
    rows += [Row("courses", {"code": Value(f"TOA10{n}")}) for n in range(1, 5)]
    assert ("outcome_not_served" in told(told_outcomes, paper("CHƯƠNG TRÌNH", matrix), tuple(rows))) is wrong


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [("Trường Đại học Sông Lam", False), ("Trường Đại học Sông Lâm", True), ("Trường Đại học Hải Lam", False)],
)
def test_an_issuer_with_another_letter(printed: str, *, wrong: bool) -> None:
    rows = (Row("documents", {"issuer": Value("TRƯỜNG ĐẠI HỌC SÔNG LAM")}),)
    made = paper("QUYẾT ĐỊNH", f"Quy chế của {printed} được áp dụng.", kind="decision")
    assert ("inconsistent_name" in told(misprints, made, rows)) is wrong


def test_marks_of_a_syllable_may_stand_on_another_letter() -> None:
    rows = (Row("documents", {"issuer": Value("Trường Tiểu học Hòa Lý")}),)
    assert not told(misprints, paper("KẾ HOẠCH", "Trường Tiểu học Hoà Lí lập kế hoạch.", kind="plan"), rows)


@pytest.mark.parametrize(("code", "wrong"), [("TOA101", False), ("........", True)])
def test_a_label_before_the_next_one_of_its_list(code: str, *, wrong: bool) -> None:
    made = paper(
        "ĐỀ CƯƠNG", f"- Mã học phần: {code}", "- Số tín chỉ: 3", "- Số tiết:", "+ Lý thuyết: 30", kind="syllabus"
    )
    rows = (Row("courses", {"name": Value("Toán")}),)
    assert ("blank_value" in told(blanks, made, rows)) is wrong


def test_the_whole_below_the_sum_of_a_later_part() -> None:
    table = [
        ["Тема 3", "20", "6"],
        ["Тема 4", "25", "4"],
        ["Разом за модулем 2", "45", "10"],
        ["Усього годин", "90", "24"],
    ]
    assert not told(totals, paper("ПРОГРАМА", table, language="uk"), (Row("topics", {"title": Value("Тема 3")}),))


@pytest.mark.parametrize(("share", "wrong"), [("75%", False), ("....%", True)])
def test_a_bound_that_a_syllabus_leaves_open(share: str, *, wrong: bool) -> None:
    made = paper("ĐỀ CƯƠNG", f"- Dự giờ thảo luận: tối thiểu {share} số buổi", "- Ghi chép", kind="syllabus")
    assert ("blank_value" in told(blanks, made, (Row("courses", {"name": Value("Toán")}),))) is wrong
