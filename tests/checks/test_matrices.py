"""Matrices with rows, columns or all marks missing, semesters said twice, figures lost: told; sound ones are silent."""

from dataclasses import replace

import pytest

from extractors.checks.figures.blanks import check as blanks
from extractors.checks.figures.conflicts import check as conflicts
from extractors.checks.teaching.told_outcomes import check as matrices
from models.document import Document
from models.rows import Finding, Row
from tests.extraction_curriculum.paper import document, programme, syllabus

MEANT = [["CLO1", "Đo vẽ được bình đồ khu đất nhỏ"], ["CLO2", "Tính được khối lượng đất đào đắp"]]


def _rows(*codes: str) -> tuple[Row, ...]:
    from models.rows import Value

    kinds = {"P": "programme_outcome", "C": "course_outcome", "M": "objective"}
    return tuple(Row("outcomes", {"code": Value(code), "kind": Value(kinds[code[0]])}) for code in codes)


def _told(found: list[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.says, tuple(dict(one.values).get("codes", ()))) for one in found]


def _matrix(*lines: list[str]) -> Document:
    return programme([["", "PLO1", "PLO2", "PLO3"], *lines])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([["MT1", "X", "", "X"], ["MT2", "", "X", ""]], []),
        ([["MT1", "X", "", ""], ["MT2", "X", "X", ""]], [("outcome_not_served.matrix", ("PLO3",))]),
        ([["MT1", "X", "X", "X"], ["MT2", "", "", ""]], [("outcome_not_served.matrix", ("MT2",))]),
        ([["MT1", "", "", ""], ["MT2", "", "", ""]], [("blank_column.matrix", ("MT1", "MT2", "PLO1", "PLO2", "PLO3"))]),
    ],
)
def test_a_matrix_of_objectives(lines: list[list[str]], told: list[tuple[str, tuple[str, ...]]]) -> None:
    assert _told(matrices(_matrix(*lines), _rows("MT1", "MT2", "PLO1", "PLO2", "PLO3"))) == told


def test_a_course_need_not_serve_all_outcomes_of_the_programme() -> None:
    sound = _matrix(["CLO1", "3", "", ""], ["CLO2", "2", "", ""])
    lost = _matrix(["CLO1", "3", "2", ""], ["CLO2", "", "", ""])
    known = _rows("CLO1", "CLO2", "PLO1", "PLO2", "PLO3")
    assert matrices(sound, known) == []
    assert _told(matrices(lost, known)) == [("outcome_not_served.matrix", ("CLO2",))]


def test_a_semester_that_the_distribution_of_credits_contradicts() -> None:
    head = [
        [("Mã HP", 2, 1), ("Tên học phần", 2, 1), ("Số TC", 2, 1), ("Học kỳ", 2, 1), ("Phân bổ theo học kỳ", 1, 3)],
        ["1", "2", "3"],
    ]
    made = programme(
        [*head, ["GEO11", "Trắc địa", "3", "I", "3", "", ""], ["GEO12", "Viễn thám", "2", "II", "", "", "2"]]
    )
    assert [(one.says, one.row_key) for one in conflicts(made, ())] == [("semester_conflict", "GEO12")]


def test_figures_of_a_syllabus_that_were_lost() -> None:
    made = syllabus(
        "Số tín chỉ: … (lý thuyết … tiết, thực hành … tiết)",
        "Phân bổ thời gian",
        [["Loại giờ", "Lý thuyết", "Thực hành", "Tự học"], ["Số giờ", "", "", ""]],
        "Nội dung chi tiết học phần",
        [["Nội dung", "Lý thuyết", "Tự học"], ["Chương . Sai số", "", ""], ["Chương . Lưới khống chế", "", ""]],
    )
    assert [(one.rule, one.table_name) for one in blanks(made, _rows("CLO1"))] == [
        ("blank_column", "workloads"),
        ("blank_column", "topics"),
        ("blank_value", "courses"),
    ]


def test_a_sound_syllabus_is_silent() -> None:
    made = document(
        "ĐỀ CƯƠNG HỌC PHẦN",
        "Số tín chỉ: 2 (lý thuyết 20 tiết, thực hành 20 tiết)",
        [["Loại giờ", "Lý thuyết", "Thực hành"], ["Số giờ", "20", "20"]],
        "Chuẩn đầu ra",
        MEANT,
    )
    assert blanks(made, _rows("CLO1")) == []


def test_the_table_of_a_form_annexed_to_an_act_is_no_lost_list() -> None:
    form = [["STT", "Tên học phần", "Số tín chỉ"], ["1", "", ""], ["2", "", ""]]
    made = document("QUYẾT ĐỊNH", "Về việc công nhận tín chỉ", "Phụ lục 1", "ĐƠN ĐỀ NGHỊ", form)
    act = replace(made, genre=replace(made.genre, kind="decision"))
    assert blanks(act, _rows("CLO1")) == []


def test_a_label_whose_figures_stand_below_it_is_not_blank() -> None:
    told = syllabus("Số tiết:", "- Lên lớp: 45 tiết, trong đó:", "+ Lý thuyết: 30 tiết")
    lost = syllabus("Thời gian thực hiện môn học:   giờ (Lý thuyết:   giờ; Kiểm tra:   giờ)")
    assert blanks(told, _rows("CLO1")) == []
    assert [one.rule for one in blanks(lost, _rows("CLO1"))] == ["blank_value"]


@pytest.mark.parametrize(
    ("line", "below", "blank"),
    [
        ("Кількість кредитів: ____ ЄКТС", "", "Кількість кредитів"),
        ("Общая трудоемкость: … з.е. (… часов)", "", "Общая трудоемкость"),
        ("Пәннің коды: ______", "", "Пәннің коды"),
        ("Number of credits: ____ ECTS", "", "Number of credits"),
        ("Number of credits: 5 ECTS", "", None),
        ("Кількість кредитів:", "\n4", None),
        ("Кількість кредитів:", "\n2. Мета дисципліни", "Кількість кредитів"),
    ],
)
def test_labels_of_figures_without_a_figure(line: str, below: str, blank: str | None) -> None:
    made = syllabus(line + below)
    told = [one.message for one in blanks(made, _rows("CLO1"))]
    assert [blank in message for message in told] == ([True] if blank else [])  # type: ignore[operator]
