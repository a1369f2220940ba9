"""Ruled tables of page images: what belongs to them, and what only runs into their frame."""

import json
from dataclasses import asdict

import cv2
import numpy as np

from extractors.arranging.tables.ruling import grids_with, ruled_tables
from extractors.arranging.tables.strokes import strokes_in
from models.page import Box, Word

DPI = 150


def test_the_frame_of_a_stamp_on_a_table_is_no_part_of_it():
    page = np.full((1200, 1200), 255, np.uint8)
    for y in range(600, 901, 100):
        cv2.line(page, (100, y), (1100, y), 0, 2)
    for x in (100, 400, 800, 1100):
        cv2.line(page, (x, 600), (x, 900), 0, 2)
    alone = ruled_tables(page, DPI)
    cv2.rectangle(page, (820, 500), (1080, 640), 0, 2)
    page[495:505, 900:940] = 255  # inks that fade leave its frame open
    (stamped,) = ruled_tables(page, DPI)
    assert abs(stamped.box.y0 - alone[0].box.y0) < 3 and stamped.box.y1 == alone[0].box.y1


def test_rows_that_are_open_at_the_top_stay_in_the_table():
    page = np.full((1200, 1200), 255, np.uint8)
    for y in range(600, 901, 100):
        cv2.line(page, (100, y), (1100, y), 0, 2)
    for x in (100, 400, 800, 1100):
        cv2.line(page, (x, 540), (x, 900), 0, 2)
    (table,) = ruled_tables(page, DPI)
    assert table.box.y0 * DPI / 72 < 545


def test_one_low_row_across_a_page_is_a_table():
    page = np.full((1200, 1200), 255, np.uint8)
    for y in (100, 146):
        cv2.line(page, (100, y), (1100, y), 0, 2)
    for x in (100, 400, 800, 1100):
        cv2.line(page, (x, 98), (x, 148), 0, 2)
    (row,) = ruled_tables(page, 200)
    assert len(row.cells) == 3
    assert not ruled_tables(np.ascontiguousarray(page[:, 700:]), 200)


def test_cells_that_are_framed_one_by_one_are_one_table():
    page = np.full((1200, 1200), 255, np.uint8)
    for y in range(300, 520, 40):
        for x, wide in ((100, 60), (168, 500), (676, 90)):
            cv2.rectangle(page, (x, y), (x + wide, y + 33), 0, 2)
    (table,) = ruled_tables(page, DPI)
    assert len(table.cells) == 18
    page[:, 90:672] = 255  # boxes one below the other are few
    page[440:] = 255
    assert not ruled_tables(page, DPI)


def test_places_on_a_page_image_are_plain_numbers():
    page = np.full((1200, 1200), 255, np.uint8)
    for y in (600, 700, 800):
        cv2.line(page, (100, y), (1100, y), 0, 2)
    for x in (100, 400, 800):
        cv2.line(page, (x, 600), (x, 800), 0, 2)
    words = [Word("a", Box(x, 310.0, x + 5, 320.0)) for x in (100.0, 250.0, 450.0)]  # the last stands in no closed cell
    (grid,) = grids_with(ruled_tables(page, DPI), words)
    assert len(grid.cells) == 5 and all(type(n) is int for c in grid.cells for n in (c.row, c.column, c.row_span))
    json.dumps([asdict(grid), asdict(strokes_in(page, DPI))])


def test_cells_that_are_framed_one_by_one_make_one_table():
    page = np.full((1200, 1200), 255, np.uint8)
    for y in (600, 656, 712):
        for left, right in ((100, 160), (166, 700), (706, 760), (766, 820)):
            cv2.rectangle(page, (left, y), (right, y + 50), 0, 2)
    (table,) = ruled_tables(page, DPI)
    assert len(table.cells) == 12


def test_rules_of_a_table_that_leans_end_at_its_open_side():
    page = np.full((1200, 1200), 255, np.uint8)
    for n in range(7):
        cv2.line(page, (100, 600 + 50 * n), (1100 + n // 2, 600 + 50 * n), 0, 2)
    for x in (100, 400, 800):
        cv2.line(page, (x, 600), (x, 900), 0, 2)
    cv2.line(page, (1103, 800), (1103, 900), 0, 2)
    (table,) = ruled_tables(page, DPI)
    assert len(table.cells) == 18


def test_a_rule_across_goes_on_where_it_pales_and_light_print_between_pieces_of_rules_makes_none():
    page = np.full((700, 1200), 245, np.uint8)
    for y in range(200, 501, 60):
        cv2.line(page, (100, y), (1100, y), 120, 2)
    for x in (100, 400, 800, 1100):
        cv2.line(page, (x, 200), (x, 500), 120, 2)
    broken = page.copy()
    broken[255:266, 500:540] = 245
    page[255:266, 500:540] = np.maximum(page[255:266, 500:540], 180)
    assert [len(t.cells) for t in ruled_tables(page, DPI)] == [15]
    assert [len(t.cells) for t in ruled_tables(broken, DPI)] == [14]
