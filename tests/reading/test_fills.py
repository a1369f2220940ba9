"""Fills behind print: made paper, with the print on them dark, level or askew; bars and pictures stay."""

import cv2
import numpy as np
import pytest

from extractors.imaging.fills import without_fills
from extractors.imaging.straightening import straighten

DPI = 150


def sheet(ground, print_, turn=0.0):
    """Return a page with a filled row of words, words below it, and where the row is."""
    image = np.full((900, 1100, 3), 250, np.uint8)
    cv2.rectangle(image, (150, 200), (950, 260), ground, -1)
    for x in (180, 420, 700):
        cv2.putText(image, "Hours", (x, 242), cv2.FONT_HERSHEY_SIMPLEX, 1.0, print_, 2)
    cv2.putText(image, "Below the row", (180, 400), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0, 0, 0), 2)
    return straighten(image, turn) if turn else image


@pytest.mark.parametrize("ground, print_", [((20, 40, 110), (255, 255, 255)), ((60, 60, 60), (255, 255, 255)),
                                            ((255, 200, 110), (0, 0, 0)), ((190, 205, 230), (10, 10, 60))])  # fmt: skip
@pytest.mark.parametrize("turn", [0.0, 1.0])
def test_a_filled_row_becomes_black_print_on_white(ground, print_, turn):
    even = without_fills(sheet(ground, print_, turn), DPI)
    row = cv2.cvtColor(even, cv2.COLOR_RGB2GRAY)[212:248, 170:930]
    assert np.median(row) > 230
    assert 0.02 < (row < 110).mean() < 0.2


@pytest.mark.parametrize("ground, print_", [((60, 60, 60), (255, 255, 255)), ((128, 128, 128), (20, 20, 20))])
def test_a_page_on_its_side_has_its_filled_rows_too(ground, print_):
    even = np.rot90(without_fills(np.ascontiguousarray(np.rot90(sheet(ground, print_))), DPI), -1)
    row = cv2.cvtColor(np.ascontiguousarray(even), cv2.COLOR_RGB2GRAY)[212:248, 170:930]
    assert np.median(row) > 230 and 0.02 < (row < 110).mean() < 0.2


def test_grey_pages_are_served_too():
    grey = cv2.cvtColor(sheet((40, 40, 40), (255, 255, 255)), cv2.COLOR_RGB2GRAY)
    assert np.median(without_fills(grey, DPI)[212:248, 170:930]) > 230


@pytest.mark.parametrize("ground", [60, 100, 140, 150, 170, 190])
def test_a_little_light_print_between_black_rules_is_the_print(ground):
    image = np.full((900, 1100), 250, np.uint8)
    cv2.rectangle(image, (150, 200), (950, 270), ground, -1)
    for x in (150, 260, 500, 800, 950):
        cv2.line(image, (x, 200), (x, 700), 0, 3)
    for y in (200, 270, 700):
        cv2.line(image, (150, y), (950, y), 0, 3)
    cv2.putText(image, "Code", (170, 245), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 255, 2)
    cv2.putText(image, "Hours", (600, 245), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 255, 2)
    row = without_fills(image, DPI)[215:255]
    assert np.median(row[:, 160:940]) > 230
    assert (row[:, 168:250] < 110).mean() > 0.08 and (row[:, 600:690] < 110).mean() > 0.08
    assert (row[:, 280:480] < 110).mean() == 0


def test_bold_print_that_a_black_seal_crowds_is_no_dark_row():
    image = np.full((900, 1100), 255, np.uint8)
    for x in range(200, 600, 12):
        cv2.rectangle(image, (x, 200), (x + 6, 240), 0, -1)
    crowded = cv2.GaussianBlur(image, (0, 0), 1.2)
    assert (without_fills(crowded, DPI) == crowded).all()


def test_a_page_without_fills_and_a_bar_without_print_stay():
    plain = sheet((250, 250, 250), (0, 0, 0))
    assert without_fills(plain, DPI) is plain
    barred = plain.copy()
    barred[500:540, 200:800] = 0
    assert (without_fills(barred, DPI)[505:535, 205:795] == 0).all()


def test_bold_print_does_not_part_the_dark_row_that_it_stands_in():
    image = np.full((900, 1100, 3), 250, np.uint8)
    cv2.rectangle(image, (100, 200), (1000, 238), (47, 79, 111), -1)
    for x, text in ((120, "WEEK"), (260, "SUBJECT OF THE CLASS"), (780, "OWN STUDY")):
        cv2.putText(image, text, (x, 228), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (255, 255, 255), 4)
    grey = cv2.cvtColor(without_fills(straighten(image, 0.4), DPI), cv2.COLOR_RGB2GRAY)
    assert all(np.median(grey[208:230, x : x + 200]) > 230 for x in (130, 300, 550, 780))


def test_shaded_rows_are_made_paper_though_print_between_them_has_their_brightness():
    image = np.full((900, 1100, 3), 250, np.uint8)
    for row in range(6):
        if row % 2:
            cv2.rectangle(image, (100, 200 + 34 * row), (1000, 233 + 34 * row), (222, 222, 222), -1)
        for x in (120, 300, 480, 660, 840):
            cv2.putText(image, "mnemonic", (x, 224 + 34 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (20, 20, 20), 2)
    grey = cv2.cvtColor(without_fills(image, DPI), cv2.COLOR_RGB2GRAY)
    assert all(np.median(grey[202 + 34 * row : 231 + 34 * row, 105:995]) > 240 for row in (1, 3, 5))


@pytest.mark.parametrize("ground", [85, 131])
def test_black_rules_within_and_around_a_dark_row_stay(ground):
    image = sheet((ground,) * 3, (255, 255, 255))
    for x in (380, 660):
        cv2.line(image, (x, 200), (x, 600), (0, 0, 0), 2)
    cv2.rectangle(image, (150, 200), (950, 260), (0, 0, 0), 2)
    cv2.rectangle(image, (150, 260), (950, 320), (0, 0, 0), 2)
    row = cv2.cvtColor(without_fills(image, DPI), cv2.COLOR_RGB2GRAY)
    assert (row[212:248, 379:381] < 60).all()
    assert np.median(row[212:248, 170:370]) > 230
    assert 0.02 < (row[212:248, 170:370] < 110).mean() < 0.3
    assert (row[266:310, 400:640] > 200).all()
