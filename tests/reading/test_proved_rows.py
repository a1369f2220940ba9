"""Rows of plans whose cells stand one space apart under a head that nothing reads, proved by credits and hours."""

import pytest

from extractors.reading.files.plain import pages_of
from models.page import Grid

HEAD = "Code Course\nstiderc\nsruoh lla\nni\n"
PLAN = [
    "C 1 Botany Exam 3 90 30 60 1",
    "C 2 Water and soils Pass 4 120 40 20 60 1",
    "of river valleys",
    "C 3 Statistics 1 Pass 5 150 50 100 2",
    "2. SECOND PART",
    "C 4 Hydraulics Pass of 5 150 150 2",
    "the term",
    "C 5 Practice at a station Exam 6 180 180 3",
    "Total 23 690",
]


def grids(lines: list[str]) -> list[Grid]:
    return [b for page in pages_of(HEAD + "\n".join(lines)) for b in page.blocks if isinstance(b, Grid)]


def cells(grid: Grid) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(" ".join(line.as_text() for line in cell.lines))
    return list(rows.values())


def test_code_name_and_the_two_figures_are_told_and_what_follows_is_not() -> None:
    (plan,) = grids(PLAN)
    assert cells(plan) == [
        ["C 1", "Botany", "Exam", "3", "90"],
        ["C 2", "Water and soils of river valleys", "Pass", "4", "120"],
        ["C 3", "Statistics 1", "Pass", "5", "150"],
        ["2. SECOND PART"],
        ["C 4", "Hydraulics", "Pass of the term", "5", "150"],
        ["C 5", "Practice at a station", "Exam", "6", "180"],
    ]


@pytest.mark.parametrize(
    ("old", "new"), [(" 150 50", " 140 50"), (" 5 150", " 15"), ("C 5 ", "see 5 "), (" 4 120", "")]
)
def test_rows_of_several_ratios_or_too_few_are_none(old: str, new: str) -> None:
    assert grids([line.replace(old, new) for line in PLAN]) == []


def test_a_paragraph_between_rows_parts_them() -> None:
    assert grids([*PLAN[:3], "What is written here goes on as the lines of a paragraph do, " * 3, *PLAN[3:]]) == []
