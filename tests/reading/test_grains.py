"""Dirt: specks wiped off a page before it is read, and grains that were read as signs."""

import cv2
import numpy as np

from extractors.imaging.specks import without_grain, without_holes, without_specks
from extractors.reading.paper.ink.grains import without_grains, without_rims
from models.page import Box, Line, Word


def page(*dots, size=3):
    """Return a page of 200 dpi with a word and with dots of so many pixels at places."""
    image = np.full((400, 600), 255, np.uint8)
    cv2.putText(image, "HOP", (100, 200), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 3)
    for x, y in dots:
        image[y : y + size, x : x + size] = 30
    return image


def test_a_speck_far_from_print_goes_and_stops_and_marks_stay():
    clean, stop = page(), page((178, 197), (120, 166))
    assert (without_specks(page((400, 300), (50, 60)), 200) == clean).all()
    assert without_specks(stop, 200) is stop


def test_a_speck_beside_the_rules_of_a_table_alone_goes():
    ruled, dirty = page(), page((390, 300), (330, 345))
    for image in (ruled, dirty):
        cv2.rectangle(image, (320, 290), (580, 390), 0, 3)
    assert (without_specks(dirty, 200) == ruled).all()


def test_grains_go_near_print_too_where_many_lie_about_and_a_stop_stays():
    about = [
        (20 + 20 * n + 5 * (row % 3), 10 + 25 * row + 5 * (n % 3))
        for n in range(27)
        for row in (*range(5), *range(9, 15))
    ]
    end = np.flatnonzero((page() < 99).any(axis=0)).max()
    stop, grains = np.s_[194:198, end + 3 : end + 7], ((end + 13, 184), (end + 9, 190))
    alone, dirty, clean = page(*grains, size=2), page(*about, *grains, size=2), page()
    for image in (alone, dirty, clean):
        image[stop] = 30
    assert without_specks(alone, 200) is alone
    assert (without_specks(dirty, 200) == clean).all()
    level = cv2.getRotationMatrix2D((300, 200), 0.4, 1)  # made level, a grain is blurred to more pixels
    turned = cv2.warpAffine(dirty, level, (600, 400), flags=cv2.INTER_CUBIC, borderValue=255)
    left = without_specks(turned, 200)
    assert (left < 128).sum() < 1.05 * (clean < 128).sum()


def test_a_dotted_line_and_what_is_larger_than_a_speck_stay():
    dotted, large = page(*[(300 + 10 * n, 300) for n in range(8)]), page((400, 300), size=6)
    assert without_specks(dotted, 200) is dotted
    assert without_specks(large, 200) is large


def line(*words):
    """Return a line of words of ten points and of signs as wide as they are said to be."""
    placed, x = [], 50.0
    for text, wide, gap in words:
        high = 10.0 if text.isalnum() else min(wide, 2.0)
        placed.append(Word(text, Box(x, 105 - high / 2, x + wide, 105 + high / 2), 0.9))
        x += wide + gap
    return Line(tuple(placed))


def test_a_dash_as_small_as_a_grain_is_none():
    said = line(("kho", 20, 4), ("-", 4, 4), ("bãi", 20, 9), ("-", 1.2, 9), ("_", 1.0, 0))
    assert [one.as_text() for one in without_grains([said])] == ["kho - bãi"]
    assert not without_grains([line(("‹", 1.5, 0))])


def test_a_mark_without_its_letter_is_no_word():
    assert [one.as_text() for one in without_grains([line(("sách", 20, 20), ("ˆ", 7, 10), ("báo", 20, 0))])] == [
        "sách báo"
    ]


def test_a_punched_hole_in_the_margin_is_painted_over_and_what_is_printed_stays():
    sheet = np.full((1600, 1100), 240, np.uint8)
    cv2.putText(sheet, "HOP", (200, 600), cv2.FONT_HERSHEY_SIMPLEX, 4, 0, 14)
    cv2.rectangle(sheet, (92, 700), (600, 900), 0, 3)
    cv2.rectangle(sheet, (40, 1200), (80, 1240), 0, -1)
    cv2.circle(sheet, (550, 1150), 22, 0, -1)
    punched = sheet.copy()
    cv2.circle(punched, (68, 750), 23, 20, -1)
    cv2.circle(punched, (60, 1000), 23, 20, -1)
    whole = without_holes(punched, 200)
    assert (whole[960:1040, 30:90] > 200).all() and (whole[720:780, 40:84] > 200).all()
    assert (whole[:, 100:] == sheet[:, 100:]).all() and (whole[1100:] == sheet[1100:]).all()
    assert without_holes(sheet, 200) is sheet
    coloured = np.repeat(punched[..., None], 3, axis=2)
    assert (without_holes(coloured, 200)[..., 1] == whole).all()


def test_a_stop_that_belongs_to_a_word_stays():
    said = line(("kho", 20, 4), (".", 1.2, 0))
    assert without_grains([said]) == [said]


def strewn(share):
    """Return a page of letters with stops, and the same with single dark pixels over a share of its width."""
    clean = np.full((1200, 1000), 255, np.uint8)
    for row in range(100, 1100, 60):
        cv2.putText(clean, "Hours. Lines.", (100, row), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 0, 3)
    noise = np.random.default_rng(5).random(clean.shape) < 0.03
    noise[:, round(share * clean.shape[1]) :] = False
    return clean, np.where(noise, 0, clean).astype(np.uint8)


def test_grain_all_over_a_page_goes_beside_its_letters_too():
    clean, dirty = strewn(1.0)
    out = without_specks(dirty, 200)
    assert (dirty != clean).sum() > 10 * (out != clean).sum()
    assert (out[clean == 0] == 0).all()


def test_dots_of_a_picture_are_no_grain():
    _, dirty = strewn(0.3)
    assert without_grain(dirty, 200) is dirty


def test_dots_of_a_ruled_table_are_no_grain():
    page = np.full((2200, 1700), 255, np.uint8)
    for y in range(100, 2101, 60):
        page[y, 100:1600:5] = page[y, 101:1600:5] = 0
    for x in range(100, 1601, 250):
        page[100:2100:5, x] = page[101:2100:5, x] = 0
    assert (without_specks(page, 200) == page).all()


def test_noise_in_the_rim_of_a_sheet_is_no_word_and_what_was_cropped_is():
    noise, cropped = Word("nm", Box(2, 90, 10, 250), 0.2), Word("1.", Box(3, 300, 11, 310), 0.95)
    worn = Word("Điều", Box(11, 330, 30, 340), 0.4)
    assert without_rims([noise, cropped, worn, Word("v", Box(590, 40, 594, 44), 0.5)], 595.0) == [cropped, worn]
