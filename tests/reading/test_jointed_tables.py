"""Tables whose rules down are missing: columns told by where one border or shade of a cell ends and the next begins."""

from typing import Any

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from extractors.arranging.lining import build_lines
from extractors.arranging.tables.banding import bands, fill
from extractors.arranging.tables.drawn import tables_of
from extractors.arranging.tables.gutters import row_of
from extractors.arranging.tables.heads_over import over_columns
from extractors.arranging.tables.jointed import Level, fits
from extractors.reading.layers.digital import words_of
from models.page import Box, Word

XS = (60.0, 90.0, 260.0, 300.0, 340.0, 380.0)
ROWS = (
    ("No", "Part", "A", "B", "C"),
    ("1", "Sums of series", "4", "", "7"),
    ("2", "Maps and their scale", "", "3", "5"),
    ("3", "Tools", "2", "", "9"),
    ("Total", "", "6", "3", "21"),
)


def _rows(pen: Any, top: float, high: float, rows: Any = ROWS) -> None:
    pen.setFont("Helvetica", 10)
    for number, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            pen.drawString(x + 3, A4[1] - top - high * number - 12, text)


def _ruled(pen: Any, y: float) -> None:
    for x0, x1 in zip(XS, XS[1:], strict=False):
        pen.rect(x0, A4[1] - y, x1 - x0, 0.7, stroke=0, fill=1)


def _read(tmp_path: Any, draw: Any) -> list[list[list[str]]]:
    path = str(tmp_path / "page.pdf")
    pen = canvas.Canvas(path, pagesize=A4, invariant=1)
    draw(pen)
    pen.save()
    with pdfplumber.open(path) as document:
        page = document.pages[0]
        grids = tables_of(page, words_of(page))
    out = []
    for grid in grids:
        rows = [[""] * 5 for _ in range(1 + max(cell.row for cell in grid.cells))]
        for cell in grid.cells:
            rows[cell.row][cell.column] = " ".join(line.as_text() for line in cell.lines)
        out.append(rows)
    return out


@pytest.mark.parametrize("levels", [(0, 1, 2, 3, 4, 5), (0, 1, 5), (0, 1, 4), (1, 2, 3, 4)])
def test_borders_drawn_cell_by_cell_tell_sparse_columns(tmp_path: Any, levels: tuple[int, ...]) -> None:
    def draw(pen: Any) -> None:
        _rows(pen, 100, 20)
        for level in levels:
            _ruled(pen, 100 + 20 * level)

    assert _read(tmp_path, draw) == [[list(row) for row in ROWS]]


def test_shades_of_every_other_row_tell_columns_and_leave_the_paragraph_below(tmp_path: Any) -> None:
    def draw(pen: Any) -> None:
        pen.setFillGray(0.9)
        for place in (1, 3):
            for x0, x1 in zip(XS, XS[1:], strict=False):
                pen.rect(x0, A4[1] - 100 - 20 * (place + 1), x1 - x0, 20, stroke=0, fill=1)
        pen.setFillGray(0)
        _rows(pen, 100, 20)
        pen.drawString(60, A4[1] - 232, "Whoever misses a third of the lessons repeats the whole course.")

    assert _read(tmp_path, draw) == [[list(row) for row in ROWS]]


def test_a_highlight_in_parts_on_one_line_is_no_table(tmp_path: Any) -> None:
    def draw(pen: Any) -> None:
        pen.setFillGray(0.8)
        for x0, x1 in ((60, 120), (120, 190), (190, 240)):
            pen.rect(x0, A4[1] - 114, x1 - x0, 14, stroke=0, fill=1)
        pen.setFillGray(0)
        pen.setFont("Helvetica", 10)
        for place in range(4):
            pen.drawString(60, A4[1] - 110 - 14 * place, "The dean says within five days whether it is met.")

    assert _read(tmp_path, draw) == []


def test_a_rule_under_some_columns_hangs_under_the_head_over_them() -> None:
    assert over_columns([(61, 70), (100, 130), (310, 330)], [2, 3, 4], XS) == [(2, 4)]
    assert over_columns([(61, 70), (100, 130), (262, 275)], [2, 3, 4], XS) == []
    assert over_columns([(165, 185)], [0, 1], XS) == []  # at the middle of its own wide column
    assert over_columns([(225, 255), (330, 350)], [0, 1, 2, 3, 4], XS) == []


def test_a_title_right_above_the_head_is_no_row_of_it(tmp_path: Any) -> None:
    def draw(pen: Any) -> None:
        _rows(pen, 100, 20)
        pen.drawRightString(89, A4[1] - 92, "Plans")
        pen.drawString(91.5, A4[1] - 92, "for autumn")
        for level in range(1, 6):
            _ruled(pen, 100 + 20 * level)

    assert _read(tmp_path, draw) == [[list(row) for row in ROWS]]


def test_two_lines_of_a_head_without_a_rule_between_them_are_two_rows(tmp_path: Any) -> None:
    def draw(pen: Any) -> None:
        pen.setFont("Helvetica", 10)
        pen.drawString(63, A4[1] - 98, "No")
        pen.drawString(93, A4[1] - 98, "Part")
        pen.drawCentredString(320, A4[1] - 98, "Hours")
        _rows(pen, 100, 20, (("", "", "A", "B", "C"), *ROWS[1:]))
        for level in (80, 120, 180):
            _ruled(pen, level)

    assert _read(tmp_path, draw) == [[["No", "Part", "Hours", "", ""], ["", "", "A", "B", "C"], *map(list, ROWS[1:])]]


def test_numbers_that_rise_in_the_first_column_open_rows() -> None:
    def word(x: float, y: float, text: str) -> Word:
        return Word(text, Box(x, y, x + 5 * len(text), y + 10), 1.0, "", 10.0)

    words = []
    for number in range(1, 5):
        top = 60.0 * number
        words += [word(10, top + 14, f"LO{number}"), word(60, top, "Sort and"), word(60, top + 14, "search by"),
                  word(60, top + 28, "hand."), word(160, top, "P4,"), word(160, top + 14, "P7,"),
                  word(160, top + 28, "P9")]  # fmt: skip
    lines = [row_of(line.words) for line in build_lines(words)]
    filled = fill(lines, [50.0, 150.0], [False] * len(lines))
    assert [len(group) for group in bands(filled, 11.5, (), body=0)] == [3] * 4


@pytest.mark.parametrize(
    ("pieces", "fit"),
    [
        (((60, 90), (90, 260), (260, 300), (300, 340), (340, 380)), True),
        (((260, 300), (300, 340), (340, 380)), True),
        (((60, 380),), True),
        (((60, 150), (150, 380)), False),
        (((75, 380),), False),
    ],
)
def test_levels_of_one_table_end_at_its_borders(pieces: tuple[tuple[float, float], ...], fit: bool) -> None:
    assert fits(XS, Level(0.0, pieces)) is fit


GROUPED = (
    ("No", "Part", "A", "B", "C"),
    ("First half of the year", "", "", "", ""),
    ("1", "Sums of series", "4", "1", "7"),
    ("2", "Maps and their scale", "2", "3", "5"),
    ("3", "Tools", "2", "", "9"),
    ("In all", "", "8", "4", "21"),
)


@pytest.mark.parametrize("down", [False, True])
def test_a_heading_and_the_label_of_a_total_stand_at_the_middle_of_their_columns(tmp_path: Any, down: bool) -> None:
    def draw(pen: Any) -> None:
        first = [row if row[1] else ("", *row[1:]) for row in GROUPED]
        _rows(pen, 100, 20, first)
        over = 300 if down else XS[-1]
        pen.drawCentredString((XS[0] + over) / 2 + (14 if down else 0), A4[1] - 132, GROUPED[1][0])
        pen.drawCentredString((XS[0] + XS[2]) / 2, A4[1] - 212, GROUPED[5][0])
        for level in range(7):
            _ruled(pen, 100 + 20 * level)
        for x in XS[1:-1] if down else ():
            for top, foot in ((100, 120), (140, 200), (200, 220)):
                if foot == 120 or top == 140 or x > 250:
                    pen.rect(x, A4[1] - foot, 0.7, foot - top, stroke=0, fill=1)

    assert _read(tmp_path, draw) == [[list(row) for row in GROUPED]]
