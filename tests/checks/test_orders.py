"""Courses asked for too early, semesters that no programme has, terms defined twice, days that columns turn round."""

import pytest

from extractors.checks.acts import dates, told_dates
from extractors.checks.figures import sums
from extractors.checks.teaching import orders
from extractors.tables import tabulate
from models.rows import Row, Value
from tests.checks.test_told import told
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_structure.conftest import document_of


def _plan(semester: str, wanted: str) -> list[list[str]]:
    head = ["TT", "Mã HP", "Tên học phần", "TC", "Học kỳ", "Học phần tiên quyết"]
    lines = [["1", "TOA101", "Toán cao cấp", "3", "1", ""], ["2", "LYA102", "Vật lý", "3", "2", wanted]]
    lines += [["3", "COA203", "Cơ học", "3", semester, "LYA102"], ["4", "VLA301", "Vật liệu", "3", "5", ""]]
    return [head, *lines, ["5", "TKA401", "Thiết kế máy", "3", "7", ""]]


@pytest.mark.parametrize(
    ("semester", "wanted", "rules"),
    [
        ("4", "TOA101", set()),
        ("4", "TKA401", {"prerequisite_order"}),
        ("16", "TOA101", {"semester_range"}),
        ("34", "TOA101", set()),
    ],
)
def test_courses_in_their_order(semester: str, wanted: str, rules: set[str]) -> None:
    made = paper("CHƯƠNG TRÌNH ĐÀO TẠO", "Thời gian đào tạo: 4 năm", _plan(semester, wanted), kind="programme")
    assert told(orders, made, tuple(tabulate(made))) == rules


@pytest.mark.parametrize(("term", "wrong"), [("Người học", False), ("Cơ sở thực tập", True)])
def test_a_term_defined_twice(term: str, *, wrong: bool) -> None:
    text = (
        "QUY ĐỊNH\nVề thực tập\n\nĐiều 1. Giải thích từ ngữ\nTrong Quy định này, các từ ngữ được hiểu như sau:\n"
        f"1. Cơ sở thực tập là doanh nghiệp tiếp nhận.\n2. Thực tập là học phần bắt buộc.\n3. {term} là sinh viên.\n"
    )
    made = document_of(text, kind="regulation", language="vi")
    assert ("term_defined_twice" in told(orders, made, tuple(tabulate(made)))) is wrong


@pytest.mark.parametrize(("last", "wrong"), [("09/02/2021", False), ("05/01/2021", True)])
def test_columns_of_first_and_last_days(last: str, *, wrong: bool) -> None:
    plan = [["Công việc", "Bắt đầu", "Hoàn thành"], ["Dọn vườn", "01/02/2021", last], ["Sơn cổng", "02/3/2021", ""]]
    assert ("date_order" in told(told_dates, paper("KẾ HOẠCH", "Việc", plan, kind="plan"))) is wrong


def test_a_day_in_words_without_its_word() -> None:
    for day, wrong in ((28, False), (30, True)):
        made = paper("ĐỀ CƯƠNG", f"Cập nhật: {day} tháng 02 năm 2022")
        assert ("date_impossible" in told(dates, made)) is wrong


def test_shares_that_make_a_hundred_group_by_group() -> None:
    groups = (30, 70, 40, 60, 20, 30, 50)
    for last, wrong in ((50, False), (60, True)):
        rows = tuple(
            Row("assessments", {"title": Value(f"Bài {n}"), "weight_percent": Value(float(share))}, row_key=str(n))
            for n, share in enumerate((*groups[:-1], last))
        )
        assert ("weight_sum" in told(sums, paper("ĐỀ CƯƠNG"), rows)) is wrong
