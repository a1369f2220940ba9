"""Seals as black as print: their circles go, print that crosses them stays, and words lost around them are found."""

import cv2
import numpy as np

from extractors.imaging.preparing import prepare
from extractors.imaging.rings import lift_black_seals
from extractors.reading.paper.lines.rescuing import rescue_around
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Line, Page, Word


def page():
    """Return a page of one bit and 200 dpi, black and white."""
    image = np.full((1400, 1200), 255, np.uint8)
    for row in range(14):
        cv2.putText(image, "Dieu 1 Pham vi ap dung cua quy dinh", (90, 120 + 80 * row), 0, 1.4, 0, 4)
    return image


def sealed():
    """Return the same with a seal of two circles and two words, and where that has ink."""
    ink = np.full((1400, 1200), 255, np.uint8)
    for radius in (140, 100):
        cv2.circle(ink, (600, 560), radius, 0, 3)
    return np.minimum(page(), ink), ink < 128


def test_the_circles_of_a_black_seal_go_and_print_stays():
    image, ink = sealed()
    bare = page() < 128
    lifted, notes = lift_black_seals(image, 200)
    assert [note.kind for note in notes] == ["seal"] and "black seal" in notes[0].message
    assert abs((notes[0].box.x0 + notes[0].box.x1) / 2 - 600 * 72 / 200) < 3
    assert np.mean(lifted[ink & ~bare] < 128) < 0.5
    assert np.mean(lifted[bare] < 128) > 0.97


def test_a_black_seal_goes_too_where_a_red_one_was_lifted():
    image, _ = sealed()
    colours = np.repeat(image[..., None], 3, 2)
    cv2.circle(colours, (900, 1150), 130, (210, 30, 40), 4)
    ready = prepare(colours, 200)
    assert sorted("black" in note.message for note in ready.notes if note.kind == "seal") == [False, True]


def test_words_within_the_inner_circle_alone_go():
    image = np.full((1400, 1200), 255, np.uint8)
    for radius in (140, 100):
        cv2.circle(image, (600, 560), radius, 0, 3)
    cv2.putText(image, "HOC", (560, 570), 0, 1.0, 0, 3)
    cv2.putText(image, "TRUONG DAI HOC VA PHO HIEU", (330, 640), 0, 1.0, 0, 3)
    lifted, _ = lift_black_seals(image, 200)
    assert (lifted[545:572, 562:640] < 128).sum() == 0
    assert (lifted[615:642, 560:640] < 128).mean() > 0.1


def test_letters_around_a_seal_go_and_print_that_runs_into_it_keeps_its_letters_and_marks():
    image = np.full((1400, 1200), 255, np.uint8)
    for radius in (140, 100):
        cv2.circle(image, (601, 563), radius, 0, 3)
    for x, y in ((484, 560), (600, 445), (703, 560)):
        cv2.putText(image, "V", (x, y), 0, 0.6, 0, 2)
    cv2.putText(image, "PHO HIEU TRUONG", (500, 500), 0, 1.0, 0, 4)
    cv2.line(image, (545, 466), (551, 460), 0, 3)
    lifted, _ = lift_black_seals(image, 200)
    assert (lifted[545:562, 482:498] < 128).sum() == 0 == (lifted[545:562, 702:712] < 128).sum()
    print_of = image[478:502, 560:640] < 128
    assert (lifted[478:502, 560:640] < 128)[print_of].mean() > 0.9
    assert (lifted[459:468, 544:553] < 128).any()


def test_a_seal_that_gave_way_is_taken_off_whole():
    image = page()
    cv2.ellipse(image, (603, 561), (142, 138), 0, 0, 360, 0, 3)
    ink = image.copy()
    ink[page() < 128] = 255
    lifted, notes = lift_black_seals(image, 200)
    assert len(notes) == 1 and np.mean(lifted[ink < 128] < 128) < 0.35


def test_a_page_of_print_and_a_table_have_no_black_seal():
    image = page()
    assert lift_black_seals(image, 200) == (image, ())
    for x in range(100, 1101, 200):
        cv2.line(image, (x, 100), (x, 900), 0, 3)
    cv2.ellipse(image, (600, 700), (300, 80), 0, 0, 360, 0, 3)
    assert lift_black_seals(image, 200)[1] == ()


class Blocks:
    """Reads a signer's name, and a stroke."""

    def read_blocks(self, images, models, dpi):
        words = [Word(t, Box(60 + 40 * n, 100, 95 + 40 * n, 112), 0.9) for n, t in enumerate(("Nguyễn", "Văn", "Hà"))]
        return [Page(1, (Line(tuple(words)), Line((Word("~|", Box(60, 150, 80, 160), 0.9),)))) for _ in images]


def test_lost_words_around_a_seal_are_read_as_a_block_and_those_that_are_there_stay_alone():
    seen = Seen(np.full((1400, 1200), 255, np.uint8), 200, "vie", Blocks())
    seal = Box(200, 200, 300, 300)
    found = rescue_around([seal], [], seen)
    assert [word.text for word in found] == ["Nguyễn", "Văn", "Hà"]
    assert rescue_around([seal], found, seen) == [] == rescue_around([], [], seen)
