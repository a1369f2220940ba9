"""Rules about schedules, conflicts, sources, files and acts known to be replaced: told where they are, else silent."""

from dataclasses import replace

import pytest

from extractors.checks import _gathered, check
from extractors.checks.acts.citing import check as superseding
from extractors.checks.figures.conflicts import check as conflicts
from extractors.checks.teaching.schedules import check as schedules
from extractors.checks.teaching.sources import check as sources
from extractors.checks.telling import tell
from extractors.checks.text.misprints import _is_odd
from models.document import Document
from models.rows import Finding, Row, Value
from tests.extraction_structure.conftest import document_of

PLAN = "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN\n4. Lịch nộp bài\n{calendar}\n"
CALENDAR = "Nhiệm vụ\tTuần\t\t\t\t\t\n\t1\t2\t3\t4\t5\t6\n{lines}"
TITLES = (
    "Đo đạc địa hình khu vực trường",
    "Lập bản đồ hiện trạng đất",
    "Tính toán khối lượng san nền",
    "Khảo sát nước",
)


def row(table: str, place: int = 1, /, **cells: object) -> Row:
    return Row(table, {name: Value(value) for name, value in cells.items()}, ordinal=place, row_key=f"#{place}")


def document(lines: str = "") -> Document:
    return document_of(PLAN.format(calendar=CALENDAR.format(lines=lines)), kind="syllabus", language="vi")


def rules(found: list[Finding]) -> list[str]:
    return [finding.says for finding in found]


def topics(*weeks: int) -> list[Row]:
    return [row("topics", n, activity="practice", title=TITLES[n - 1], week=str(w)) for n, w in enumerate(weeks, 1)]


def works(count: int) -> list[Row]:
    return [
        row("assessments", n, title=f"Bài thực hành {n}. {TITLES[n - 1]}", period="Quá trình")
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(("marks", "told"), [("\t+\t\t+\t\t", []), ("\t+\t+\t\t\t", ["schedule_mismatch.tasks"])])
def test_a_calendar_that_says_other_weeks_than_the_plan(marks: str, told: list[str]) -> None:
    made = document(f"Thực hành\t{marks}\n")
    assert rules(schedules(made, tuple(topics(2, 4)))) == told


@pytest.mark.parametrize(("marks", "told"), [("+\t+\t+\t\t\t", []), ("+\t+\t\t\t\t", ["schedule_mismatch.works"])])
def test_a_calendar_with_fewer_days_than_works(marks: str, told: list[str]) -> None:
    made = document(f"Bảo vệ bài thực hành\t{marks}\n")
    assert rules(schedules(made, tuple(works(3)))) == told


def test_an_exam_that_the_calendar_sets_twice() -> None:
    exam = row("assessments", 9, title="Vấn đáp", period="Thi cuối kỳ")
    assert rules(schedules(document("Thi cuối kỳ\t\t\t+\t\t\t+\n"), (exam,))) == ["schedule_mismatch.exam"]
    assert rules(schedules(document("Thi cuối kỳ\t\t\t\t\t\t+\n"), (exam,))) == []


def test_a_topic_that_no_graded_work_takes_up() -> None:
    assert rules(schedules(document(), (*topics(1, 2, 3, 4), *works(3)))) == ["assessment_topic_mismatch"]
    assert rules(schedules(document(), (*topics(1, 2, 3, 4), *works(4)))) == []


def test_tasks_of_self_study_that_are_not_graded() -> None:
    tasks = [
        row("topics", n, activity="self_study", title=title, task="tiểu luận", control="báo cáo")
        for n, title in enumerate(TITLES[:2], 1)
    ]
    graded = [row("assessments", n, title=title) for n, title in enumerate(("Kiểm tra", "Thi viết", "Chuyên cần"), 1)]
    assert rules(schedules(document(), (*tasks, *graded))) == ["ungraded_task"]
    graded[0] = row("assessments", 1, title="Tiểu luận")
    assert rules(schedules(document(), (*tasks, *graded))) == []


def test_a_course_that_says_less_than_the_others() -> None:
    listed = [row("courses", n, name=f"Học phần {n}", credits=3.0, control_form="thi") for n in range(1, 8)]
    assert rules(conflicts(document(), tuple(listed))) == []
    listed[2] = row("courses", 3, name="Học phần 3", credits=3.0)
    assert rules(conflicts(document(), tuple(listed))) == ["missing_control_form"]
    assert rules(conflicts(document(), tuple(row("courses", n, name=f"Học phần {n}") for n in range(1, 8)))) == []
    listed = [row("courses", n, code=f"KT{100 + n}", credits=3.0, control_form="thi") for n in range(1, 8)]
    listed[4] = row("courses", 5, credits=3.0, control_form="thi")
    assert rules(conflicts(document(), tuple(listed))) == ["missing_code"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("TD2041 – Trắc địa mỏ", []),
        ("TD2014 – Trắc địa mỏ", ["course_code_conflict"]),
        ("2014TD – Trắc địa mỏ", []),
        ("TD2014 – Trắc địa", []),
    ],
)
def test_the_code_of_a_course_stated_twice(line: str, told: list[str]) -> None:
    own = row("courses", 1, code="TD2041", name="Trắc địa mỏ")
    made = document_of(f"ĐỀ CƯƠNG HỌC PHẦN\n{line}\nMã học phần: TD2041\n", kind="syllabus", language="vi")
    assert rules(conflicts(made, (own,))) == told


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("Абдуллин А.А. Геология и минеральные ресурсы края. Алматы, 1994.", ["duplicate_source"]),
        ("Сейитов Н. Геология и минеральные ресурсы края. Алматы, 1994.", []),
        ("Абдуллин А.А. Атлас карт полезных ископаемых. Алматы, 1996.", []),
    ],
)
def test_a_source_listed_twice(second: str, told: list[str]) -> None:
    first = row("bibliography", 1, number="1", text="Абдулин А.: Геология и минеральные ресурсы края. Ғылым, 2014.")
    assert rules(sources(document(), (first, row("bibliography", 2, number="2", text=second)))) == told


@pytest.mark.parametrize(("issued", "told"), [("2022-05-01", 1), ("2019", 0), ("2021", 0), ("2022", 1)])
def test_an_act_that_was_replaced_before(issued: str, told: int) -> None:
    cited = row("citations", 1, number="15/2014/TT-BGDĐT", relation="basis")
    assert len(superseding(document(), (row("documents", issued_on=issued), cited))) == told


def test_a_web_page_saved_as_a_pdf() -> None:
    made = document()
    named = replace(made, source=replace(made.source, name="quyet-dinh.pdf", media_type="text/html"))
    head = (row("documents", title="Quyết định"),)
    assert "misnamed_file" in rules(list(check(named, head)))
    assert "misnamed_file" not in rules(list(check(made, head)))


def test_two_syllables_run_together_are_no_misprint() -> None:
    assert not _is_odd("ôtô") and not _is_odd("với") and _is_odd("vớii")


def test_many_findings_of_a_table_misread_are_one() -> None:
    many = [tell("duplicate_source", "info", "bibliography", f"#{n}", other="1", title="x") for n in range(20)]
    few = [tell("missing_date", "info", "documents", "#1")]
    (told, other) = _gathered([*many, *few])
    assert told.says == "duplicate_source.many" and dict(told.values)["count"] == 20 and other in few
    assert list(_gathered(many[:4])) == many[:4]
