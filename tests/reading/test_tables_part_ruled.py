"""Tables with some of their rules: where they begin, the numbers of their rows, heads over columns, an open side."""

from itertools import pairwise

import cv2
import numpy as np
import pytest

from extractors.arranging.tables.aligning import aligned_tables
from extractors.arranging.tables.drawn import Rules, rules_in
from extractors.arranging.tables.gridding import grid_of
from extractors.arranging.tables.ruling import Ruled, grids_with, ruled_tables
from extractors.arranging.tables.strokes import Stroke, Strokes
from extractors.reading.paper_tables.cells.overlooked import with_overlooked
from models.page import Box, Word
from tests.reading.printing import said


def rows_of(grids):
    out = []
    for grid in grids:
        rows = [[""] * (1 + max(c.column for c in grid.cells)) for _ in range(1 + max(c.row for c in grid.cells))]
        for cell in grid.cells:
            rows[cell.row][cell.column] = " ".join(line.as_text() for line in cell.lines)
        out.append(rows)
    return out


def test_text_between_two_tables_of_one_width_is_of_neither():
    rows = (("Work", "Weight", "Due"), ("Essay", "30", "May"), ("Test", "70", "June"))
    words, rules = [], []
    for top in (100, 240):
        rules += [Stroke(top + 20 * n, 40, 420) for n in range(4)]
        for number, row in enumerate(rows):
            for text, x in zip(row, (45, 200, 330), strict=True):
                words += said(text, x, top + 20 * number + 5)
    words += said("Whoever is ill on the day of the test may sit it again within two weeks of it.", 40, 185)
    words += said("Second part", 40, 215)
    tables = aligned_tables(words, Strokes(tuple(rules)))
    assert rows_of(grids_with(tables, words)) == [[list(row) for row in rows]] * 2


def test_numbers_right_beside_the_names_are_a_column_and_heads_over_columns_a_row():
    words = said("No", 40, 106) + said("Topic", 130, 106) + said("Hours", 287, 100) + said("Home", 390, 106)
    words += said("lec", 262, 114) + said("lab", 322, 114)
    names = ("Names of things", "Sums", "Ways to count them", "Tests")
    for number, name in enumerate(names, 1):
        y = 120 + 18 * number
        words += said(str(number), 44, y) + said(name, 53, y) + said(str(number + 1), 266, y)
        words += said(str(number + 4), 326, y) + said(str(10 * number), 392, y)
    words += said("Total of all", 40, 210) + said("14", 266, 210) + said("26", 326, 210) + said("100", 392, 210)
    rules = Strokes((Stroke(96, 36, 420), Stroke(128, 36, 420), Stroke(206, 36, 420), Stroke(226, 36, 420)))
    found = rows_of(grids_with(aligned_tables(words, rules), words))
    assert found[0][:3] == [
        ["No", "Topic", "Hours", "", "Home"],
        ["", "", "lec", "lab", ""],
        ["1", "Names of things", "2", "5", "10"],
    ]
    assert found[0][-1] == ["Total of all", "", "14", "26", "100"]


def test_words_beyond_the_last_closed_cell_of_a_frame_keep_a_column():
    words = (
        said("Sums", 45, 105) + said("3", 205, 105) + said("7", 305, 105) + said("Maps", 45, 125) + said("4", 205, 125)
    )
    cells = [Box(x0, y, x1, y + 20) for y in (100, 120) for x0, x1 in ((40, 200), (200, 300))]
    grid = grid_of(cells, Box(40, 100, 380, 140), words, tolerance=6.0)
    assert rows_of([grid]) == [[["Sums", "3", "7"], ["Maps", "4", ""]]]


def test_figures_that_were_passed_over_beside_a_table_without_rules_are_read():
    image = np.full((800, 1000), 255, np.uint8)
    for y in (276, 316, 356):
        cv2.putText(image, "4", (600, y), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2)
    words = [Word(name, Box(60, y, 110, y + 9), 0.95) for name, y in (("Toán", 129), ("Lý", 149), ("Hóa", 169))]
    words.append(Word("Tiết", Box(280, 100, 304, 109), 0.95))
    read = lambda crops: [[Word("4", None, 0.8)] for _ in crops]  # noqa: E731
    plain = Ruled(Box(60, 100, 304, 180), [])
    found = with_overlooked(words, Rules([], Strokes()), image, 144, read, plain=[plain])
    assert [w.text for w in found[4:]] == ["4"] * 3
    known = Ruled(plain.box, [Box(280, 120 + 20 * n, 320, 140 + 20 * n) for n in range(3)])
    assert with_overlooked(words, Rules([], Strokes()), image, 144, read, plain=[known]) == words
    read = lambda crops: [[Word("bì", None, 0.8)] for _ in crops]  # noqa: E731
    assert with_overlooked(words, Rules([], Strokes()), image, 144, read, plain=[plain]) == words


def sheet(sides=(200, 1000), low=(), on=()):
    """Return a page image of 200 dpi with four rows of three columns, those in `low` as high as one line, of which the
    second is one cell but for the rules `on`; `sides` are the x of its outer rules down."""
    image = np.full((900, 1400), 255, np.uint8)
    ys = [200]
    for row in range(4):
        ys.append(ys[-1] + (36 if row in low else 90))
    for y in ys:
        cv2.line(image, (200, y), (1000, y), 0, 3)
    for x in (400, 800, *sides):
        for row, (top, foot) in enumerate(pairwise(ys)):
            if row != 1 or x in (*sides, *on):
                cv2.line(image, (x, top), (x, foot), 0, 3)
    return image


def test_a_table_open_at_a_side_has_the_cells_that_its_rules_across_end():
    closed, opened = rules_in(sheet(), 200), rules_in(sheet(sides=(1000,)), 200)
    assert [len(t.cells) for t in closed.tables] == [len(t.cells) for t in opened.tables] == [10]


def test_a_head_of_one_line_above_a_row_of_one_cell_keeps_its_rules_down():
    image = sheet(low=(0,), on=(800,))
    cv2.line(image, (300, 206), (300, 229), 0, 3)  # a letter reaches one rule alone
    assert [len(t.cells) for t in rules_in(image, 200).tables] == [11]


def test_a_table_within_a_cell_has_its_cells_for_itself():
    image = sheet()
    for y in (394, 425, 456):
        cv2.line(image, (430, y), (770, y), 0, 3)
    for x in (430, 600, 770):
        cv2.line(image, (x, 394), (x, 456), 0, 3)
    assert sorted(len(t.cells) for t in rules_in(image, 200).tables) == [4, 10]


def test_a_table_without_any_frame_gets_no_sides():
    page = np.full((1200, 1200), 255, np.uint8)
    for y in range(300, 901, 100):
        cv2.line(page, (100, y), (1100, y), 0, 2)
    for x in (400, 800):
        cv2.line(page, (x, 300), (x, 900), 0, 2)
    (table,) = ruled_tables(page, 150)
    assert len(table.cells) == 6 and all(cell.x0 > 190 and cell.x1 < 386 for cell in table.cells)


def open_parts(gap, *, shift=0):
    """Return a page with two grids of one width, open at both sides, so far one below the other."""
    page = np.full((1200, 1200), 255, np.uint8)
    for top in (300, 460 + gap):
        for y in (top, top + 80, top + 160):
            cv2.line(page, (100, y), (1100, y), 0, 2)
        for x in (400, 800):
            cv2.line(page, (x + (shift if top > 300 else 0), top), (x + (shift if top > 300 else 0), top + 160), 0, 2)
    return page


def test_headings_of_groups_are_rows_of_a_table_that_is_open_at_both_sides():
    (table,) = ruled_tables(open_parts(40), 150)
    assert len(table.cells) == 13 and sum(cell.x1 - cell.x0 > 400 for cell in table.cells) == 1


@pytest.mark.parametrize(("gap", "shift"), [(120, 0), (40, 60)])
def test_grids_far_apart_or_of_other_columns_are_not_one_table(gap, shift):
    assert len(ruled_tables(open_parts(gap, shift=shift), 150)) == 2


def test_the_white_between_words_of_a_head_over_two_lines_parts_no_column():
    words = said("Number of", 300, 100) + said("minutes", 307, 112) + said("Name", 100, 106) + said("Note", 440, 106)
    for n, (name, figure) in enumerate((("Reading", "14"), ("Writing", "30"), ("Spelling", "25"), ("Talks", "20"))):
        words += said(name, 100, 130 + 18 * n) + said(figure, 318, 130 + 18 * n) + said("home", 440, 130 + 18 * n)
    rules = Strokes(tuple(Stroke(y, 90, 480) for y in (96, 125, 143, 161, 179, 198)))
    (table,) = aligned_tables(words, rules)
    assert rows_of(grids_with([table], words))[0][0] == ["Name", "Number of minutes", "Note"]


def test_a_rule_that_begins_within_a_gutter_leaves_the_first_column_free():
    words = said("Result", 100, 100) + said("Points", 212, 100) + said("Mark", 315, 100)
    words += said("Passed", 100, 127) + said("Failed", 100, 163)
    for n, (points, mark) in enumerate((("90", "A"), ("70", "B"), ("50", "C"), ("30", "D")), 1):
        words += said(points, 220, 100 + 18 * n) + said(mark, 320, 100 + 18 * n)
    full = (96, 114, 150, 186)
    rules = Strokes(tuple(Stroke(y, 90 if y in full else 167, 360) for y in range(96, 187, 18)))
    (table,) = aligned_tables(words, rules)
    first = [cell for cell in table.cells if cell.x0 < 100]
    assert [round(cell.y1 - cell.y0) for cell in first] == [18, 36, 36]


def test_feet_of_bold_letters_run_together_are_no_rule():
    page = np.full((600, 1200), 255, np.uint8)
    for x in range(200, 330, 10):
        cv2.line(page, (x, 280), (x, 300), 0, 4)
    cv2.line(page, (200, 300), (330, 300), 0, 3)
    cv2.line(page, (200, 400), (330, 400), 0, 3)
    assert [round(s.at * 150 / 72) for s in rules_in(page, 150).strokes.across] == [400]
