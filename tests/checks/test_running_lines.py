"""What a sentence says that runs over a line, what stands in quotes or in a nested list, and marks within marks."""

import pytest

from extractors.checks.acts import citing, dates, told_dates
from extractors.checks.figures import marks, sums
from extractors.checks.text import wholeness
from extractors.checks.text.series import gaps
from models.rows import Row, Value
from tests.checks.test_running_on import _rows
from tests.checks.test_told import OWN, told
from tests.extraction_curriculum.paper import document as paper


@pytest.mark.parametrize(
    ("family", "lines", "rule"),
    [
        (told_dates, ("Sinh viên khóa mới nộp hồ sơ nhập học từ ngày", "20/9/2031 đến ngày 12/9/2031."), "date_order"),
        (told_dates, ("Sinh viên khóa mới nộp hồ sơ nhập học từ ngày", "02/9/2031 đến ngày 12/9/2031."), None),
        (
            dates,
            ("Sinh viên khóa mới nộp học phí kỳ một đến hết thứ Hai, ngày", "12/9/2031 tại quỹ."),
            "date_impossible",
        ),
        (dates, ("Sinh viên khóa mới nộp học phí kỳ một đến hết thứ Sáu, ngày", "12/9/2031 tại quỹ."), None),
        (dates, ("Họp ngày thứ Bảy, 12/9/2031.",), "date_impossible"),
        (dates, ("Nội dung của ngày thứ hai (12/9/2031).",), None),  # the second day of several
    ],
)
def test_days_that_stand_on_the_next_line(family: object, lines: tuple[str, ...], rule: str | None) -> None:
    assert told(family, paper("THÔNG BÁO", *lines, kind="notice")) == ({rule} if rule else set())


def test_an_act_with_another_day_on_the_next_line() -> None:
    rows = (*OWN, Row("citations", {"number": Value("77/QĐ-ĐHX"), "issued_on": Value("2021-10-25")}))
    for day, wrong in ((25, False), (26, True)):
        lines = ("Theo Quyết định số 77/QĐ-ĐHX ngày 25 tháng 10 năm 2021.",)
        lines += ("Nội dung khác của Quyết định số 77/QĐ-ĐHX ngày", f"{day} tháng 10 năm 2021 vẫn giữ.")
        found = told(citing, paper("QUYẾT ĐỊNH", *lines, kind="decision"), rows)
        assert ("inconsistent_citation_date" in found) is wrong


def test_a_number_in_quotes_is_not_printed_twice() -> None:
    assert not wholeness._is_quoted('Sửa khoản 2: "Hai.". ')
    assert wholeness._is_quoted('Bổ sung: "Điều 7a. ') and wholeness._is_quoted("Bổ sung: “Điều 7a. ")


def test_letters_around_numbered_sources_are_one_list() -> None:
    nested = _rows(("5", ""), ("5.а", "5"), ("5.2", "5"), ("5.2.б", "5.2"))
    assert [gap.row.get("number") for gap in gaps(nested) if "б" in str(gap.row.get("number"))] == []


def test_a_number_out_of_its_place_is_told_once() -> None:
    swapped = _rows(*((f"Điều {n}", "") for n in (1, 2, 5, 4)))
    assert [gap.row.get("number") for gap in gaps(swapped)] == ["Điều 5"]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (("Điểm học phần gồm điểm quá trình 40% (trong đó chuyên cần 10%, bài tập 30%) và điểm thi 60%.",), False),
        (("Điểm học phần gồm điểm quá trình 40% (trong đó chuyên cần 10%, bài tập 30%) và điểm thi 50%.",), True),
        (("a) Điểm quá trình: 40%, gồm chuyên cần (10%) và bài tập (30%);", "b) Điểm thi kết thúc: 60%."), False),
        (("a) Điểm quá trình: 40%, gồm chuyên cần (10%) và bài tập (30%);", "b) Điểm thi kết thúc: 70%."), True),
    ],
)
def test_parts_of_parts_are_no_parts_of_the_mark(lines: tuple[str, ...], *, wrong: bool) -> None:
    assert ("weight_sum" in told(marks, paper("QUY CHẾ", "Đánh giá", *lines))) is wrong


def test_groups_of_works_beside_their_works() -> None:
    for last, wrong in ((60, False), (50, True)):
        rows = [Row("assessments", {"weight_percent": Value(n)}) for n in (40, 10, 30, last, last)]
        assert ("weight_sum" in told(sums, paper("ĐỀ CƯƠNG", "Đánh giá"), (*OWN, *rows))) is wrong
