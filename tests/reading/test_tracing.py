"""Pale, dotted and dashed rules make cells of tables; leaders of dots and black tables stay as they are."""

import cv2
import numpy as np
import pytest

from extractors.arranging.tables.drawn import rules_in
from extractors.arranging.tables.tracing import with_rules_through, with_traced
from extractors.imaging.preparing import Prepared
from extractors.reading.paper.scanned import _ruled as ruled_image
from models.page import Box, PageNote

DPI = 150
XS, YS = (150, 400, 620, 900), (200, 260, 320, 380, 440)


def ruled(level, on, off, *, down=True):
    """Return a page with rules of a grey level, drawn `on` pixels and left out for `off`."""
    image = np.full((900, 1100), 252, np.uint8)
    for y in YS:
        for x in range(XS[0], XS[-1], on + off):
            image[y : y + 2, x : x + on] = level
    for x in XS if down else ():
        for y in range(YS[0], YS[-1], on + off):
            image[y : y + on, x : x + 2] = level
    for y in YS[:-1]:
        cv2.putText(image, "Topic", (170, y + 42), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 0, 2)
    return image


@pytest.mark.parametrize("level, on, off", [(200, 1, 0), (0, 3, 4), (0, 2, 5), (90, 5, 3)])
def test_pale_and_broken_rules_make_cells(level, on, off):
    rules = rules_in(ruled(level, on, off), DPI)
    assert [len(table.cells) for table in rules.tables] == [12]
    assert rules.drawn is not None and (rules.drawn[YS[1], XS[0] : XS[-1]] == 0).mean() > 0.9


def test_dots_across_alone_make_no_table():
    leaders = ruled(0, 3, 4, down=False)
    assert with_traced(leaders, DPI) is leaders
    assert not rules_in(leaders, DPI).tables


def test_dots_within_black_cells_do_not_part_them():
    image = ruled(0, 1, 0)
    image[290:292, 420:600:7] = 0
    assert [len(table.cells) for table in rules_in(image, DPI).tables] == [12]


def test_strokes_of_letters_between_dashed_rules_are_no_rule_down():
    image = np.full((900, 1100), 252, np.uint8)
    ys = range(200, 420, 38)
    for y in ys:
        for x in range(150, 900, 11):
            image[y : y + 2, x : x + 7] = 0
    for x in (150, 425, 898):
        for y in range(200, ys[-1] + 1, 11):
            image[y : y + 7, x : x + 2] = 0
    for n, y in enumerate(ys[:-1]):  # the letter i: a dot and a stem
        x = 560 + 15 * n
        image[y + 9 : y + 12, x : x + 3] = image[y + 15 : y + 30, x : x + 3] = 0
    edges = [cell.x0 * DPI / 72 for table in rules_in(image, DPI).tables for cell in table.cells]
    assert len(edges) >= 4 and not any(550 < x < 650 for x in edges)


def test_the_crease_of_a_folded_sheet_is_no_rule():
    image = ruled(0, 3, 4)
    image[350:352] = image[:, 520:522] = 225
    assert [len(table.cells) for table in rules_in(image, DPI).tables] == [12]


def test_rules_that_lifting_a_seal_broke_are_whole_again_and_print_under_it_is_none():
    image = ruled(0, 1, 0)
    broken = image.copy()
    for y in range(210, 430, 45):  # where the ring of the seal crossed the rules
        broken[y : y + 9, 895:905] = 255
    broken[YS[1] : YS[1] + 2, 700:718] = 230
    box = Box(680 * 72 / DPI, 190 * 72 / DPI, 980 * 72 / DPI, 470 * 72 / DPI)
    assert [len(t.cells) for t in rules_in(broken, DPI).tables] != [12]
    whole = with_rules_through(broken, [box], DPI)
    assert [len(t.cells) for t in rules_in(whole, DPI).tables] == [12]
    assert (whole[:, 910:] == broken[:, 910:]).all()
    grey = Prepared(broken, DPI, 0.0, False, (), (PageNote("seal", "a grey seal was lifted", box),))
    assert (ruled_image(grey) == whole).all()
    text = np.full((600, 600), 252, np.uint8)
    for n in range(12):
        cv2.putText(text, "PHO HIEU TRUONG", (50, 60 + 34 * n), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 0, 2)
    assert (with_rules_through(text, [Box(10, 10, 280, 280)], DPI) == text).all()
