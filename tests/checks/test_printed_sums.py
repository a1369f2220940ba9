"""Sums of tables with several totals, totals beside their parts without a head that says so, and sound pages."""

import pytest

from extractors.checks import clauses, codes, dates, marks, minutes, orders, totals
from models.rows import Row, Value
from tests.checks.test_told import OWN, told
from tests.extraction_curriculum.paper import document as paper

Table = list[list[str | tuple[str, int, int]]]
PLAN: Table = [
    ["Шифр", "Дисципліна", "Кредити", "Годин", "Лекції", "Практичні", "Самостійна"],
    ["ОК1", "Логіка", "3", "90", "20", "14", "56"],
    ["ОК2", "Етика", "4", "120", "22", "20", "78"],
    ["", "Разом за циклом", "7", "{}", "42", "34", "134"],
    ["ОК3", "Ботаніка", "5", "150", "30", "{}", "98"],
    ["ОК4", "Хімія", "6", "180", "34", "30", "116"],
    ["", "Разом за циклом", "11", "330", "64", "52", "214"],
    ["", "Усього", "18", "540", "106", "86", "348"],
]


@pytest.mark.parametrize(("sum_of_cycle", "practice", "wrong"), [("210", "22", 0), ("220", "22", 1), ("210", "24", 1)])
def test_several_totals_below_each_other(sum_of_cycle: str, practice: str, wrong: int) -> None:
    told_figures = iter((sum_of_cycle, practice))
    table: Table = [[next(told_figures) if cell == "{}" else cell for cell in row] for row in PLAN]
    rows = (Row("documents", {"kind": Value("plan")}),)
    found = totals.check(paper("НАВЧАЛЬНИЙ ПЛАН", "План", table, language="uk"), rows)
    assert [finding.rule for finding in found] == ["table_total"] * wrong


@pytest.mark.parametrize(("share", "wrong"), [("60", False), ("70", True)])
def test_shares_in_words(share: str, wrong: bool) -> None:
    line = f"Қорытынды баға ағымдағы үлгерімнің {share} пайызын және емтиханның 40 пайызын құрайды."
    assert ("weight_sum" in told(marks, paper("САЯСАТ", "Бағалау", line, language="kk"))) is wrong


def test_the_recipients_cite_the_document_itself_though_it_amends_another() -> None:
    for article, wrong in (("Điều 2", False), ("Điều 6", True)):
        rows = (
            Row("provisions", {"number": Value("Điều 1")}),
            Row("provisions", {"number": Value("Điều 2")}),
            Row("citations", {"relation": Value("amends")}),
            Row("recipients", {"name": Value(f"Như {article}")}),
        )
        made = paper("QUYẾT ĐỊNH", "Điều 1", "Sửa đổi Điều 9 của Quy chế như sau.")
        assert ("cited_clause_missing" in told(clauses, made, rows)) is wrong


def test_outcomes_of_the_programme_beside_those_of_the_course() -> None:
    def outcome(code: str, kind: str) -> Row:
        return Row("outcomes", {"code": Value(code), "kind": Value(kind)}, row_key=code)

    def link(source: str, target: str, key: str) -> Row:
        return Row("outcome_links", {"source_code": Value(source), "target_code": Value(target)}, row_key=key)

    own = (outcome("K1", "course_outcome"), outcome("K2", "course_outcome"), outcome("1A1", "objective"))
    theirs = (link("K1", "K7", "#1"), link("K2", "K8", "#2"), link("1A1", "K1", "#3"))
    made = paper("ĐỀ CƯƠNG", "Ma trận", "Học phần đáp ứng chương trình.")
    assert "link_end_missing" not in told(codes, made, (*own, *theirs))
    assert "link_end_missing" in told(codes, made, (*own, *theirs, link("1A1", "K5", "#4")))


@pytest.mark.parametrize(("line", "wrong"), [("15/11/2031 - 31/11/2031", True), ("15/11/2031 - 30/11/2031", False)])
def test_the_last_day_of_a_span_is_on_the_calendar(line: str, wrong: bool) -> None:
    assert ("date_impossible" in told(dates, paper("KẾ HOẠCH", "Thời gian", line))) is wrong


def test_the_next_meeting_is_to_be_held() -> None:
    lines = ("MINUTES", "Wednesday 20 January 2021", "The next meeting would be held on Wednesday 21 April 2021.")
    assert "date_order" not in told(minutes, paper("SENATE", "MINUTES", *lines, language="en"))


def test_a_sum_of_examinations_is_no_semester() -> None:
    table: Table = [["Шифр", "Дисципліна", "Семестр"]]
    table += [["ОК1", "Логіка", "1"], ["ОК2", "Етика", "2"], ["ОК3", "Хімія", "3"], ["", "Усього", "18"]]
    assert "semester_range" not in told(orders, paper("НАВЧАЛЬНИЙ ПЛАН", "План", table, language="uk"), OWN)
