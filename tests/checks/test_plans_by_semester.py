"""Plans by semesters against lists of courses; outcomes nowhere assessed, sources and deadlines far ahead."""

import pytest

from extractors.checks.acts import told_dates, told_numbers
from extractors.checks.figures import conflicts, marks, told_counts
from extractors.checks.teaching import sources, told_outcomes
from extractors.checks.text import wholeness
from extractors.tables import tabulate
from models.rows import Row, Value
from tests.checks.test_told import OWN, told
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_structure.conftest import document_of

NAMES = ("Cơ học", "Nhiệt học", "Điện học", "Quang học", "Hình học", "Đại số", "Giải tích", "Xác suất", "Lịch sử")
LISTED = tuple(
    Row("courses", {"code": Value(f"VL{n}01"), "name": Value(name), "semester": Value((n + 2) // 3)})
    for n, name in enumerate(NAMES, 1)
)


def _by_semester(first: str = "VL101, VL201, VL301", last: str = "VL701, VL801, VL901") -> list[list[str]]:
    return [["Học kỳ", "Học phần"], ["1", first], ["2", "VL401, VL501, VL601"], ["Học kỳ 3", last]]


@pytest.mark.parametrize(
    ("table", "rules"),
    [
        (_by_semester(), set()),
        (_by_semester(last="VL701, VL801"), {"schedule_mismatch"}),
        (_by_semester("VL101, VL201", "VL301, VL701, VL801, VL901"), {"semester_conflict"}),
        (_by_semester("VL101", "VL701"), set()),
        (_by_semester(last="VL701, VL801, VL901 (bảo vệ)"), set()),
    ],
)
def test_courses_of_another_table(table: list[list[str]], rules: set[str]) -> None:
    made = paper("CHƯƠNG TRÌNH ĐÀO TẠO", table, language="vi", kind="programme")
    assert told(conflicts, made, (*OWN, *LISTED)) == rules


def test_electives_may_stay_out_of_a_plan() -> None:
    chosen = Row("courses", {"code": Value("VL777"), "name": Value("Âm học"), "component": Value("Tự chọn")})
    made = paper("CHƯƠNG TRÌNH ĐÀO TẠO", _by_semester(), language="vi", kind="programme")
    assert told(conflicts, made, (*OWN, *LISTED, chosen)) == set()


@pytest.mark.parametrize(
    ("marked", "wrong"), [("CLO1, CLO2, CLO3", False), ("CLO1, CLO2", True), ("CLO1 - CLO3, CLO2", False)]
)
def test_an_outcome_that_nothing_assesses(marked: str, *, wrong: bool) -> None:
    codes = [["Mã", "Nội dung"], *([f"CLO{n}", f"Vận hành được máy loại {n}"] for n in (1, 2, 3))]
    made = paper("ĐỀ CƯƠNG", "Chuẩn đầu ra", codes, "Đánh giá", [["Bài", "CĐR"], ["Thi viết", marked]], language="vi")
    own = [Row("outcomes", {"code": Value(f"CLO{n}"), "kind": Value("course_outcome")}) for n in (1, 2, 3)]
    assert ("outcome_not_served" in told(told_outcomes, made, (*OWN, *own))) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Lê Văn Sách, Cơ học đất, NXB Xây dựng, 2016.", False),
        ("Lê Văn Sách, Cơ học đất, NXB Xây dựng, 2096.", True),
        ("Коваль І. Ґрунти. Київ: Основа, 2091. 200 с.", True),
        ("Стратегія розвитку освіти до 2095 року. Київ, 2020.", False),
        ("Head K. Soils, vol. 2, pp. 2041-2090.", False),
    ],
)
def test_a_source_of_a_year_to_come(text: str, *, wrong: bool) -> None:
    row = Row("bibliography", {"number": Value("1"), "text": Value(text)})
    made = paper("SYLLABUS", "Reading", text, language="en")
    assert ("date_in_future" in told(sources, made, (*OWN, row))) is wrong


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        (("Nộp bài trước ngày 20/6/2030.",), None),
        (("Nộp bài trước ngày 20/6/2039.",), "date_order"),
        (("Kế hoạch đến năm 2039.", "Nộp bài trước ngày 20/6/2039."), None),
    ],
)  # fmt: skip
def test_days_far_off(lines: tuple[str, ...], rule: str | None) -> None:
    own = Row("documents", {"kind": Value("notice"), "issued_on": Value("2030-05-04")})
    made = paper("THÔNG BÁO", *lines, language="vi", kind="notice")
    assert told(told_dates, made, (own,)) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("family", "lines", "rule"),
    [
        (marks, ("Đề thi gồm:", "a) Phần nghe chiếm 30% số điểm;", "b) Phần đọc chiếm 70% số điểm."), None),
        (marks, ("Đề thi gồm:", "a) Phần nghe chiếm 40% số điểm;", "b) Phần đọc chiếm 70% số điểm."), "weight_sum"),
        (marks, ("Mức phạt:", "a) Lần đầu trừ 40% số điểm;", "b) Lần sau trừ 70% số điểm."), None),
        (marks, ("a) Nghe (40 điểm)", "b) Đọc (35 điểm)", "c) Viết (25 điểm)", "Tổng điểm: 100 điểm."), None),
        (marks, ("a) Nghe (40 điểm)", "b) Đọc (45 điểm)", "c) Viết (25 điểm)", "Tổng điểm: 100 điểm."), "weight_sum"),
        (told_counts, ("Hội đồng có tối thiểu 5 và tối đa 7 người.",), None),
        (told_counts, ("Hội đồng có tối thiểu 9 và tối đa 7 người.",), "range_upside_down"),
        (told_numbers, ("Bài 1. Máy bơm nước", "Bài 2. Động cơ điện", "Bài 3. Hệ thống lạnh"), None),
        (told_numbers, ("Bài 1. Máy bơm nước", "Bài 2. Động cơ điện", "Bài 2. Máy lạnh"), "provision_numbering_gap"),
        (told_numbers, ("Bài 1. Máy bơm nước", "Bài 2. Động cơ điện", "Bài 2. Động cơ điện (tiếp)"), None),
        (told_numbers, ("Tiêu chí 1. Học", "Tiêu chí 3. Kỹ năng", "Tiêu chí 3. Ý thức"), "provision_numbering_gap"),
    ],
)  # fmt: skip
def test_what_lines_and_columns_tell(family: object, lines: tuple[str, ...], rule: str | None) -> None:
    made = paper("REPORT", *lines, language="vi")
    assert told(family, made) == ({rule} if rule else set())


@pytest.mark.parametrize(("number", "wrong"), [("5", False), ("4", True)])
def test_a_clause_numbered_as_the_one_before(number: str, *, wrong: bool) -> None:
    lines = (
        "1. Nộp đơn.",
        "2. Nhận lịch.",
        "3. Xem phòng.",
        "4. Ca sáng mở cửa lúc 7 giờ.",
        f"{number}. Ca tối đóng cửa.",
    )
    made = document_of("THÔNG BÁO\nVề lịch thi\n\n" + "\n".join(lines) + "\n")
    assert ("provision_numbering_gap" in told(wholeness, made, tuple(tabulate(made)))) is wrong


@pytest.mark.parametrize(("numbers", "wrong"), [("12345", False), ("12456", True), ("13579", False), ("21345", False)])
def test_a_course_left_out_of_a_series(numbers: str, *, wrong: bool) -> None:
    listed = tuple(Row("courses", {"code": Value(f"ОК {n}"), "name": Value("Фізика")}) for n in numbers)
    made = paper("ОСВІТНЯ ПРОГРАМА", "Перелік компонентів", language="uk", kind="programme")
    assert ("provision_numbering_gap" in told(told_numbers, made, (*OWN, *listed))) is wrong
