"""Sums of tables with several totals, totals beside their parts without a head that says so, and sound pages."""

import pytest

from extractors.checks.acts import dates, minutes, told_dates, told_numbers
from extractors.checks.figures import marks, sums, told_sums, totals
from extractors.checks.teaching import codes, orders
from extractors.checks.text import clauses
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


@pytest.mark.parametrize(
    ("line", "language", "wrong"),
    [
        ("Wednesday 17 June 2015", "en", False),
        ("Monday 17 June 2015", "en", True),
        ("Thứ Tư, ngày 17/6/2015", "vi", False),
        ("Thứ Năm, ngày 17/6/2015", "vi", True),
        ("Họp lần thứ năm ngày 17/6/2015", "vi", False),
        ("Phiên họp thứ năm ngày 17/6/2015", "vi", False),
        ("Vào chiều thứ năm ngày 17/6/2015", "vi", True),
        ("Họp lúc 8 giờ thứ Năm, ngày 17/6/2015", "vi", True),
        ("08 giờ ngày 17/6/2015 (thứ Ba)", "vi", True),
        ("вівторок, 17 червня 2015 року", "uk", True),
    ],
)
def test_the_day_of_the_week_beside_a_date(line: str, language: str, wrong: bool) -> None:
    assert ("date_impossible" in told(dates, paper("NOTICE", "Time", line, language=language))) is wrong


@pytest.mark.parametrize(("held", "wrong"), [("26/9/2031", False), ("26/5/2031", True)])
def test_days_of_a_row_rise_as_in_the_others(held: str, wrong: bool) -> None:
    table: Table = [["Đợt", "Đăng ký", "Ngày thi"], ["1", "08/3/2031 - 20/3/2031", "28/3/2031"]]
    table += [["2", "01/6/2031 - 12/6/2031", "20/6/2031"], ["3", "06/9/2031 - 18/9/2031", held]]
    assert ("date_order" in told(told_dates, paper("KẾ HOẠCH", "Đợt", table, kind="plan"))) is wrong


@pytest.mark.parametrize(("fourth", "wrong"), [("4", False), ("5", True)])
def test_chapters_in_cells_run_on_though_another_table_names_the_missing_one(fourth: str, wrong: bool) -> None:
    chapters: Table = [["Tiết", "Nội dung"]]
    chapters += [["3", f"Chương {n}. Mở rộng"] for n in ("1", "2", "3", fourth, "5", "6")]
    plan: Table = [["Buổi", "Chuyên đề"], *([str(n), f"Chương {n}"] for n in range(1, 7))]
    made = paper("ĐỀ CƯƠNG", "Nội dung", chapters, "Phân bổ", plan)
    assert ("provision_numbering_gap" in told(told_numbers, made)) is wrong


@pytest.mark.parametrize(("hours", "wrong"), [("120", False), ("150", True)])
def test_hours_of_the_whole_course_in_a_cell(hours: str, wrong: bool) -> None:
    rows = (Row("documents", {"issued_on": Value("2022-09-01")}), Row("courses", {"credits": Value(4.0)}))
    table: Table = [["Кількість кредитів – 4", f"Загальна кількість годин – {hours}"]]
    made = paper("РОБОЧА ПРОГРАМА", "Опис", table, language="uk")
    assert ("credit_norm" in told(told_sums, made, rows)) is wrong


def test_points_over_two_lines_of_one_sentence() -> None:
    lines = ("Điểm học phần gồm điểm bài tập 30%, điểm kiểm tra", "giữa kỳ 20% và điểm thi kết thúc học phần 60%.")
    assert "weight_sum" in told(marks, paper("ĐỀ CƯƠNG", "Đánh giá", *lines))


@pytest.mark.parametrize(("section", "rules"), [(3.0, set()), (4.0, {"topic_hours_sum"})])
def test_sections_below_their_chapter_are_not_counted_twice(section: float, rules: set[str]) -> None:
    hours = (5.0, 2.0, section, 4.0, 1.5, 2.5)
    topics = [Row("topics", {"activity": Value("lecture"), "hours": Value(told_hours)}) for told_hours in hours]
    load = Row("workloads", {"activity": Value("lecture"), "hours": Value(9.0)})
    assert told(sums, paper("ĐỀ CƯƠNG", "Kế hoạch", "A"), (*topics, load)) == rules
