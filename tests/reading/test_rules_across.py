"""Tables of rules across alone: a last row below them, tall cells, headings between head and rows, full cells."""

import cv2
import numpy as np

from extractors.arranging.tables.aligning import aligned_tables
from extractors.arranging.tables.drawn import rules_in
from extractors.arranging.tables.ruling import grids_with
from extractors.arranging.tables.strokes import Stroke, Strokes
from tests.reading.printing import said
from tests.reading.test_tables_part_ruled import rows_of

PLACES = (45, 200, 330)
HEAD = ("Form", "Work", "Weight")


def printed(rows, top=100, step=20):
    return [w for n, row in enumerate(rows) for text, x in zip(row, PLACES, strict=True)
            for w in (said(text, x, top + step * n + 5) if text else [])]  # fmt: skip


def read(words, rules):
    return rows_of(grids_with(aligned_tables(words, Strokes(tuple(rules))), words))


def test_a_row_below_the_last_rule_is_of_the_table_and_text_below_it_is_not():
    rows = [HEAD, ("Quiz", "Tests", "20"), ("Essay", "Text", "30"), ("Talk", "Slides", "50"), ("Total", "", "100")]
    words = printed(rows) + said("Whoever is ill may sit the test again in two weeks.", 45, 225)
    rules = [Stroke(y, 40, 420) for y in (120, 140, 160, 180)]
    assert read(words, rules) == [[list(row) for row in rows]]


def test_rules_of_part_of_the_width_part_the_rows_beside_one_tall_cell():
    rows = [HEAD, ("", "Essay", "30"), ("", "Talk", "10"), ("Final", "Test", "60")]
    words = printed(rows) + said("Ongoing", 45, 135)  # at half height of its two rows
    rules = [Stroke(y, 40, 420) for y in (100, 120, 160, 180)] + [Stroke(140, 180, 420)]
    assert read(words, rules) == [[list(HEAD), ["Ongoing", "Essay", "30"], ["", "Talk", "10"], ["Final", "Test", "60"]]]


def test_a_heading_between_the_head_and_the_first_row_is_over_all_columns():
    rows = [HEAD, ("", "", ""), ("Quiz", "Tests", "20"), ("Essay", "Text", "30")]
    words = printed(rows) + said("First half of the year", 170, 125)
    middle = (words[-1].box.x1 + 170) / 2
    rules = [Stroke(y, middle - 190, middle + 190) for y in (100, 120, 140, 160, 180)]
    assert read(words, rules)[0][1] == ["First half of the year", "", ""]


def test_the_last_word_of_a_full_cell_is_of_that_cell():
    rows = [HEAD, ("Quiz", "Tests", "20"), ("Essay", "Text", "30"), ("Talk", "Slides that one is to show", "")]
    words = printed(rows) + said("50", 338, 165)
    assert 310 < words[-2].box.x1 < 336
    rules = [Stroke(y, 40, 420) for y in (100, 120, 140, 160, 180)]
    assert read(words, rules)[0][3] == ["Talk", "Slides that one is to show", "50"]


def test_the_edges_of_a_dark_head_are_no_table_of_one_cell():
    image = np.full((1000, 1240), 255, np.uint8)
    cv2.rectangle(image, (100, 200), (1000, 240), 0, 3)
    rules = rules_in(image, 150)
    assert rules.tables == [] and len(rules.strokes.across) >= 2


def test_what_a_dark_border_left_at_two_sides_of_a_page_is_no_table_around_all_others():
    image = np.full((1000, 1240), 255, np.uint8)
    image[:, :6] = image[-6:, :] = 0
    for y in (200, 260, 320):
        cv2.line(image, (100, y), (1100, y), 0, 2)
    rules = rules_in(image, 150)
    assert rules.tables == [] and len(rules.strokes.across) >= 3


def test_a_head_over_two_lines_beside_heads_of_one_is_over_no_other_column():
    rows = [("Form", "", "Weight"), ("Quiz", "Tests", "2"), ("Essay", "Text", "3"), ("Talk", "Slides", "5")]
    words = printed(rows, step=30) + said("Its", 222, 96) + said("work", 220, 114)
    rules = [Stroke(y, 40, 420) for y in (90, 130, 160, 190, 220)]
    assert read(words, rules)[0][0] == ["Form", "Its work", "Weight"]
