"""Degraded print: grey seals, thin strokes, figures that the engine took for letters."""

import cv2
import numpy as np
import pytest

from extractors.imaging.greys import lift_grey_inks
from extractors.imaging.inks import lift_inks
from extractors.imaging.lighting import darken_faint, neutral
from extractors.imaging.preparing import prepare
from extractors.imaging.softening import soften, stroke_width
from extractors.reading.options import ReadingOptions
from extractors.reading.paper.letters.settling import settle
from extractors.reading.paper.lines.voting import is_poor, vote
from extractors.reading.paper.scanned import Sheet, read_sheet
from models.page import Box, Line, Word
from tests.reading.engines import Said

TEXT = "Căn cứ Luật giáo dục đại học ngày 18"


def grey_sheet(level=None, thick=3):
    """Return a grey page of 150 dpi with print, and with a round seal of a level of grey where one is given."""
    image = np.full((1200, 900), 255, np.uint8)
    for row in range(12):
        cv2.putText(image, "Dieu 1 Pham vi ap dung", (60, 100 + 60 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, thick)
    if level is None:
        return image
    seal = np.full_like(image, 255)
    for radius in (100, 90, 60):
        cv2.circle(seal, (450, 500), radius, level, 5)
    return np.minimum(image, seal)


def test_a_grey_seal_is_lifted_by_brightness_and_print_under_it_stays():
    lifted, notes = lift_grey_inks(grey_sheet(120), 150)
    bare = grey_sheet()
    assert [note.kind for note in notes] == ["seal"] and "brightness alone" in notes[0].message
    assert np.mean((lifted < 128) != (bare < 128)) < 0.004 < np.mean((grey_sheet(120) < 128) != (bare < 128))
    box = notes[0].box
    assert abs((box.x0 + box.x1) / 2 - 450 * 72 / 150) < 4 and abs((box.y0 + box.y1) / 2 - 500 * 72 / 150) < 4


def test_a_seal_as_dark_as_print_and_a_page_without_one_are_left():
    for page in (grey_sheet(), grey_sheet(20)):
        assert lift_grey_inks(page, 150) == (page, ())
    assert "grey ink looked for by brightness" in prepare(grey_sheet(120), 150).steps


def test_faint_parts_of_thin_print_are_made_darker_and_thick_print_is_smoothed_only():
    thin, thick = np.full((1200, 900), 255, np.uint8), grey_sheet(thick=5)
    for x in range(60, 680, 12):
        thin[100:130, x : x + 3] = 0
    thin[100:110, 700:760] = 225  # a bar that the scanner all but lost
    assert stroke_width(thin, 300) < stroke_width(thick, 300)
    assert soften(thin, 300)[105, 730] < 190
    assert abs(int((soften(thick, 300) < 128).sum()) - int((thick < 128).sum())) < 0.2 * (thick < 128).sum()


def test_small_print_is_not_thickened():
    page = np.full((600, 900), 255, np.uint8)
    for row in range(20):
        cv2.putText(page, "36 144 Dieu 28", (40, 40 + 24 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.5, 0, 1)
    ink = int((page < 128).sum())
    assert int((soften(page, 220) < 128).sum()) <= ink < int((soften(page, 90) < 128).sum())


def test_what_is_out_of_focus_is_not_softened_once_more():
    page = grey_sheet()
    blurred = cv2.GaussianBlur(page, (0, 0), 2.0)
    assert soften(blurred, 200) is blurred and soften(page, 200) is not page


def words(*texts, confidence=0.96):
    return tuple(Word(text, Box(20 * n, 0, 20 * n + 15, 12), confidence) for n, text in enumerate(texts))


def test_a_six_read_as_a_letter_is_settled_where_only_a_figure_can_stand():
    said = settle(words("ngày", "14", "tháng", "ó", "năm", "2019,", "số", "8ó/NQ-HĐT", "Điềuó."))
    assert [w.settled for w in said if w.settled] == ["6", "86/NQ-HĐT", "Điều6."]
    assert all(w.settled is None for w in settle(words("con", "ó", "bay", "có", "đó", "hó")))


def test_a_number_of_an_item_wins_over_signs():
    assert is_poor(Line(words("..", "Mọi", "khiếu", "nại"))) and is_poor(Line(words("2,", "Kết", "quả", "học")))
    assert not is_poor(Line(words("2.", "Kết", "quả", "học"))) and not is_poor(Line(words("Kết", "quả", "học")))
    assert vote(words("2,", "Kết", "quả"), words("2.", "Kết", "quả", confidence=0.7))[0].text == "2."
    assert vote(words("..", "Kết", "quả"), words("3.", "Kết", "quả", confidence=0.9))[0].text == "3."
    assert is_poor(Line(words("Mục", "tiêu", "PLOI1", confidence=0.9)))


def test_faint_print_is_made_dark_and_a_page_of_it_is_not_blank():
    page = grey_sheet()
    faint = (255 - (255 - page.astype(float)) * 0.45).astype(np.uint8)
    ready = prepare(faint, 200)
    assert not ready.blank and "faint print darkened" in ready.steps
    assert abs(int((ready.image < 128).sum()) - int((prepare(page, 200).image < 128).sum())) < 0.1 * (page < 128).sum()


def test_print_that_shines_through_a_blank_page_is_not_made_dark():
    behind = (255 - (255 - grey_sheet()[:, ::-1].astype(float)) * 0.3).astype(np.uint8)
    assert prepare(np.ascontiguousarray(behind), 200).blank
    dark = grey_sheet()
    assert darken_faint(dark) is dark


def test_ink_whose_colour_compression_has_washed_out_is_lifted_and_print_stays():
    page = cv2.cvtColor(grey_sheet(), cv2.COLOR_GRAY2RGB)
    stamped = page.copy()
    cv2.rectangle(stamped, (300, 300), (600, 480), (30, 60, 150), 3)
    for row, text in enumerate(("DEN", "So: 654", "Ngay: 19/2")):
        cv2.putText(stamped, text, (320, 340 + 50 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (30, 60, 150), 1)
    pressed = stamped
    for quality in (30, 40):
        pressed = cv2.imdecode(cv2.imencode(".jpg", pressed, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 1)
    dark, bare = lift_inks(pressed, 150)[0] < 160, page[:, :, 0] < 128
    ink = (stamped[:, :, 2] > 100) & (stamped[:, :, 0] < 110)
    assert np.mean(dark[ink & ~bare]) < 0.04 and np.mean(dark[bare & ~ink]) > 0.9


@pytest.mark.parametrize("dpi", [12, 30])
def test_a_coloured_picture_no_larger_than_a_stamp_is_looked_at_as_any_other(dpi):
    small = np.full((150, 157, 3), 255, np.uint8)
    small[40:110, 40:110] = (190, 40, 40)
    assert lift_inks(small, dpi)[0].shape == (150, 157)


def signed(level, points=((150, 300), (260, 260), (330, 380), (420, 250), (500, 390), (640, 270))):
    """Return a grey page of 150 dpi with the stroke of a pen through its print, and where that is."""
    image = grey_sheet()
    pen = np.full_like(image, 255)
    cv2.polylines(pen, [np.array(points, np.int32)], False, level, 5, cv2.LINE_AA)
    return np.minimum(image, pen), pen < 200


def test_the_stroke_of_a_pen_in_a_grey_scan_is_lifted_and_print_under_it_stays():
    image, pen = signed(90)
    lifted, notes = lift_grey_inks(image, 150)
    bare = grey_sheet() < 128
    assert {note.kind for note in notes} == {"ink"} and "grey ink looked for by brightness" in prepare(image, 150).steps
    assert np.mean(lifted[pen & ~bare] < 128) < 0.15 < 0.5 < np.mean(image[pen & ~bare] < 128)
    assert np.mean(lifted[bare] < 128) > 0.98


def test_black_strokes_and_grey_rules_of_a_table_are_no_pens():
    image, _ = signed(10)
    assert lift_grey_inks(image, 150)[1] == ()
    table = grey_sheet()
    for x in (60, 200, 340):
        cv2.line(table, (x, 900), (x, 1060), 100, 3)
    for y in (900, 980, 1060):
        cv2.line(table, (60, y), (340, y), 100, 3)
    assert lift_grey_inks(table, 150)[1] == ()


def stamped(level, tilt):
    """Return a grey page of 150 dpi with the frame of a stamp over its print, and where that is."""
    image = grey_sheet()
    frame = cv2.boxPoints(((350, 300), (260, 112), tilt)).astype(np.int32)
    ink = cv2.polylines(np.full_like(image, 255), [frame], True, level, 4, cv2.LINE_AA)
    return np.minimum(image, ink), ink < 200


def test_the_frame_of_a_stamp_that_is_askew_is_lifted_in_a_grey_scan():
    image, ink = stamped(90, 3)
    lifted, notes = lift_grey_inks(image, 150)
    bare = grey_sheet() < 128
    assert [note.kind for note in notes] == ["ink"]
    assert np.mean(lifted[ink & ~bare] < 128) < 0.1 and np.mean(lifted[bare] < 128) > 0.98


def test_a_frame_that_lies_level_and_a_black_one_stay():
    for image, _ in (stamped(90, 0), stamped(10, 3)):
        assert lift_grey_inks(image, 150)[1] == ()


def test_inks_in_a_shadow_are_lifted_and_print_under_them_stays():
    page = np.stack([grey_sheet()] * 3, axis=2)
    shadow = np.linspace(1.0, 0.45, page.shape[1])[None, :, None]
    signed = page.copy()
    pen = np.full_like(page, 255)
    cv2.line(pen, (420, 340), (860, 520), (30, 60, 200), 5)
    cv2.circle(pen, (650, 450), 110, (200, 40, 40), 8)
    signed = np.minimum(signed, pen)
    bare = prepare((page * shadow).astype(np.uint8), 200).image < 200
    lifted = prepare((signed * shadow).astype(np.uint8), 200)
    assert "coloured ink lifted" in lifted.steps
    assert np.mean((lifted.image < 200) != bare) < 0.002


def test_print_that_has_all_but_faded_is_read_and_what_shines_through_is_not():
    pale = (255 - (255 - grey_sheet().astype(float)) * 0.2).astype(np.uint8)
    assert prepare(pale, 150).blank
    ready = prepare(pale, 150, palest=True)
    assert not ready.blank and "the palest print darkened" in ready.steps
    white = np.full((1200, 900), 250, np.uint8)
    assert prepare(white, 150, palest=True).blank
    read = [read_sheet(Sheet(pale, 150, 1), ReadingOptions(languages="vie"), Said(TEXT, sure)) for sure in (0.9, 0.4)]
    assert [page.route for page in read] == ["ocr", "blank"] and "shines through" in read[1].reason


def test_a_grey_seal_over_the_half_dark_rules_of_a_table_is_lifted():
    table = grey_sheet()
    for x in range(60, 860, 160):
        cv2.line(table, (x, 300), (x, 780), 60, 2)
    for y in range(300, 800, 60):
        cv2.line(table, (60, y), (700, y), 60, 2)
    sealed = cv2.circle(np.full_like(table, 255), (620, 540), 100, 130, 7)
    for radius in (88, 60):
        cv2.circle(sealed, (620, 540), radius, 130, 3)
    lifted, notes = lift_grey_inks(np.minimum(table, sealed), 150)
    assert [note.kind for note in notes] == ["seal"]
    assert np.mean(lifted[(sealed < 200) & (table > 200)] < 160) < 0.05
    assert np.mean(lifted[table < 50] < 128) > 0.98


def test_words_that_the_toner_left_grey_are_no_strokes_of_a_pen():
    page = np.full((1200, 900), 255, np.uint8)
    for row in range(12):
        cv2.putText(page, "Dieu 1 Pham vi ap dung", (60, 100 + 60 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 3)
    cv2.putText(page, "mmmmmm", (560, 220), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 130, 3)
    cv2.line(page, (560, 219), (690, 219), 130, 3)  # what shines through joins its letters
    assert lift_grey_inks(page, 150) == (page, ())


def test_faint_print_is_no_pen_while_a_seal_over_it_is_lifted():
    image, pen = signed(90)
    sealed = np.minimum(image, grey_sheet(120))
    lifted, notes = lift_grey_inks(sealed, 150, pens_too=False)
    assert {note.kind for note in notes} == {"seal"}
    assert np.array_equal(lifted[pen & (grey_sheet(120) > 200)], sealed[pen & (grey_sheet(120) > 200)])
    pale = (255 - (255 - image.astype(int)) * 0.35).astype(np.uint8)
    steps = prepare(pale, 150).steps
    assert "faint print darkened" in steps and "grey ink looked for by brightness" not in steps


def test_inks_on_coloured_paper_are_lifted_as_on_white():
    page = np.stack([grey_sheet()] * 3, axis=2)
    seal = page.copy()
    cv2.circle(seal, (650, 450), 110, (200, 40, 40), 8)
    orange = np.array([245, 215, 165]) / 255
    tinted = (np.minimum(page, seal) * orange).astype(np.uint8)
    lifted, left = prepare(neutral(tinted), 200), prepare(tinted, 200)
    assert [note.kind for note in lifted.notes] == ["seal"] and lifted.notes[0].box.x1 < 300
    ring = (seal != page).any(axis=2) & (cv2.blur(page, (9, 9)) == 255).all(axis=2)
    assert lifted.image[ring].min() > 200 > left.image[ring].min()
    grey = (page * 0.8).astype(np.uint8)
    assert neutral(grey) is grey and neutral(page[..., 0]).ndim == 2


def test_print_that_takes_its_tint_from_the_paper_stays_beside_a_pen_of_another_colour():
    page = np.stack([grey_sheet()] * 3, axis=2)
    dark = (page < 60).all(axis=2)
    page[dark] = (70, 45, 30)  # compression smears the colour of the paper over print
    cv2.line(page, (500, 300), (900, 360), (30, 50, 100), 6)
    lifted, notes = lift_inks(page, 200)
    assert notes and lifted[dark].max() < 100


def test_ink_that_was_lifted_is_as_bright_as_paper_and_no_brighter():
    page = np.stack([grey_sheet()] * 3, axis=2)
    coloured = page.copy()
    cv2.circle(coloured, (650, 450), 110, (200, 40, 40), 8)
    lifted, notes = lift_inks((coloured * 0.88).astype(np.uint8), 150)
    assert notes and 220 < lifted[350:550, 560:740].min(axis=0).max() <= lifted.max() <= 225
    grey, notes = lift_grey_inks((grey_sheet(120) * 0.88).astype(np.uint8), 150)
    assert notes and grey.max() <= 225
