"""Acts under two numbers, sources out of order, codes before names, shares of tables alike: told where broken."""

import pytest

from extractors.checks.acts import dates, references, told_dates, told_numbers
from extractors.checks.figures import marks, sums, told_counts, totals
from extractors.checks.teaching import codes
from models.rows import Row, Value
from tests.checks.test_told import told
from tests.extraction_curriculum.paper import document as paper


def _act(table: str, place: int, /, **cells: object) -> Row:
    return Row(table, {name: Value(value) for name, value in cells.items()}, ordinal=place, row_key=f"#{place}")


OWN = {"number": "318/QĐ-ĐHLN", "issued_on": "2031-04-09"}
LAW = {"number": "214-ФЗ", "issued_on": "2031-02-11", "title": "О подготовке кадров в отрасли", "relation": "refers"}


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        (OWN, {"number": "381/QĐ-ĐHLN", "issued_on": "2031-04-09"}, True),
        (OWN, {"number": "381/QĐ-ĐHLN", "issued_on": "2030-04-09"}, False),
        (OWN, {"number": "319/QĐ-ĐHLN", "issued_on": "2031-04-09"}, False),
        (OWN, {"number": "381/QĐ-BNN", "issued_on": "2031-04-09"}, False),
        (LAW, {**LAW, "number": "219-ФЗ"}, True),
        (LAW, {**LAW, "number": "219-ФЗ", "issued_on": None}, True),
        (LAW, {**LAW, "number": "219-ФЗ", "issued_on": None, "relation": "replaces"}, False),
        (LAW, {**LAW, "number": "219-ФЗ", "issued_on": "2029-02-11"}, False),
        (LAW, {"number": "219-ФЗ", "issued_on": "2031-02-11", "title": "О связи"}, False),
    ],
)
def test_one_act_under_two_numbers(first: dict[str, object], second: dict[str, object], *, wrong: bool) -> None:
    rows = (_act("documents" if first is OWN else "citations", 1, **first), _act("citations", 2, **second))
    found = told(references, paper("QUYẾT ĐỊNH", "Nội dung", kind="decision"), rows)
    assert ("inconsistent_citation_number" in found) is wrong


def test_sources_out_of_order() -> None:
    for numbers, wrong in (("1234", False), ("1244", True), ("1254", True), ("1235", True), ("12123", False)):
        listed = tuple(_act("bibliography", n, number=one, text="Sách") for n, one in enumerate(numbers, 1))
        assert ("provision_numbering_gap" in told(told_numbers, paper("ĐỀ CƯƠNG", "Tài liệu"), listed)) is wrong


def test_a_course_of_a_matrix_before_its_name() -> None:
    names = ("Trắc địa", "Bản đồ", "Viễn thám", "Địa chất", "Khí tượng")
    rows = tuple(_act("courses", n, code=f"DL210{n}", name=name) for n, name in enumerate(names, 1))
    for last, wrong in (("DL2105", False), ("DL2150", True)):
        listed = [["TT", "Học phần", "PLO1"], *([str(n), f"DL210{n} {names[n - 1]}", "x"] for n in range(1, 5))]
        matrix = [*listed, ["5", f"{last} Khí tượng", "x"]]
        made = paper("CHƯƠNG TRÌNH", "Ma trận", matrix, kind="programme")  # type: ignore[arg-type]
        assert ("link_end_missing" in told(codes, made, rows)) is wrong


def test_shares_of_tables_with_the_same_heads() -> None:
    for share, wrong in (("30%", False), ("40%", True)):
        first = [["Tiêu chí", "Trọng số", "Tốt"], ["Đúng giờ", "50%", "Luôn"], ["Thái độ", "50%", "Tích cực"]]
        second = [["Tiêu chí", "Trọng số", "Tốt"], ["Nội dung", "70%", "Đủ"], ["Trình bày", share, "Rõ"]]
        assert ("weight_sum" in told(marks, paper("ĐỀ CƯƠNG", "Rubric 1", first, "Rubric 2", second))) is wrong  # type: ignore[arg-type]


def test_an_indicator_under_the_outcome_of_another_series() -> None:
    for indicator, wrong in (("ПК-2.1", False), ("ПК-3.1", True)):
        table = [["Код компетенции", "Наименование"], ["ОПК-3", "Способен проводить измерения в поле"]]
        table += [["ПК-2", "Способен выбирать приборы"], [indicator, "Выбирает приборы для съёмки"]]
        table += [["ОПК-3.1", "Обрабатывает измерения на станции"]]
        made = paper("РАБОЧАЯ ПРОГРАММА", "Компетенции", table, language="ru")  # type: ignore[arg-type]
        assert ("indicator_without_outcome" in told(codes, made, (_act("outcomes", 1, code="ПК-2"),))) is wrong


def test_a_range_of_tenths_upside_down() -> None:
    for first, wrong in (("1,5", False), ("2,5", True)):
        line = f"Thời gian đào tạo: từ {first} đến 2 năm."
        assert ("range_upside_down" in told(told_counts, paper("QUY ĐỊNH", line, kind="regulation"))) is wrong


def test_a_total_below_heads_of_three_rows_that_were_pushed_to_the_left() -> None:
    for hours, wrong in (("5", False), ("7", True)):
        heads = [["Nội dung", "Hình thức dạy học", "", "Tự học"], ["Lên lớp", "", "", ""], ["LT", "TH", "", ""]]
        rows = [["Chương 1", "4", "2", "12"], ["Chương 2", hours, "3", "15"], ["Chương 3", "6", "1", "20"]]
        made = paper("ĐỀ CƯƠNG", "Phân bổ", [*heads, *rows, ["Tổng", "15", "6", "47"]])  # type: ignore[list-item]
        assert ("table_total" in told(totals, made)) is wrong


def test_hours_of_either_form_of_study_make_their_total() -> None:
    for alone, wrong in ((64, False), (54, True)):
        loads = (("total", "day", 90), ("lecture", "day", 30), ("self_study", "day", 60), ("total", "part", 90))
        loads += (("lecture", "part", 16), ("practice", "part", 10), ("self_study", "part", alone))
        rows = [_act("workloads", n, activity=a, mode=m, hours=h) for n, (a, m, h) in enumerate(loads, 1)]
        assert ("workload_total" in told(sums, paper("РОБОЧА ПРОГРАМА", "Обсяг", language="uk"), tuple(rows))) is wrong


def test_graded_works_without_any_figure() -> None:
    for figures, wrong in (({}, True), ({"weight_percent": 60.0}, False)):
        rows = (_act("assessments", 1, title="Chuyên cần"), _act("assessments", 2, title="Thi", **figures))
        assert ("missing_max_score" in told(sums, paper("ĐỀ CƯƠNG", "Đánh giá"), rows)) is wrong


def test_an_act_that_is_referred_to_and_younger_than_the_document() -> None:
    for relation, wrong in (("refers", True), ("approves", False)):
        own = _act("documents", 1, issued_on="2030-04-09")
        later = _act("citations", 2, number="12", issued_on="2031-05-01", relation=relation)
        assert ("date_order" in told(dates, paper("ПОЛОЖЕНИЕ", "Основы", language="ru"), (own, later))) is wrong


def test_the_weeks_of_a_torn_table_begin_no_span() -> None:
    for line, wrong in (("19 - 08/01/2031 28/01/2031 Thi học kỳ", False), ("Thi từ 19 - 08/01/2031", True)):
        assert ("date_order" in told(told_dates, paper("KẾ HOẠCH", line, kind="plan"))) is wrong
