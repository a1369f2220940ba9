"""Pictures of print on pages with a text layer are read; seals and captions are not."""

import cv2
import numpy as np

from extractors.reading.layers.pictured import shows_print, with_pictured
from models.page import Box, Line, Page, Placement, Word

LAYER = Line((Word("Phụ", Box(60, 60, 90, 72)), Word("lục", Box(94, 60, 120, 72))))
TEXT = ["sinh", "viên", "đăng", "ký", "học", "phần", "trước", "khi", "học", "kỳ"]


def line(top: float, confidence: float = 0.95, words: int = 8) -> Line:
    return Line(tuple(Word(t, Box(60 + 50 * n, top, 100 + 50 * n, top + 12), confidence)
                      for n, t in enumerate(TEXT[:words])))  # fmt: skip


def page(*lines: Line, placement: Placement | None = None) -> Page:
    return Page(1, lines, 595, 842, route="text_layer", reason="sound", placement=placement)


def test_lines_that_only_the_image_has_are_added_in_their_place() -> None:
    seen = page(LAYER, *(line(300 + 16 * n) for n in range(7)))
    foot = Line((Word("7", Box(290, 800, 300, 812)),))
    both = with_pictured(page(LAYER, foot), seen)
    assert len(both.blocks) == 9 and both.blocks[0] is LAYER and both.blocks[-1] is foot
    assert "pictures" in both.reason


def test_few_or_unsure_lines_are_left_out() -> None:
    layer = page(LAYER)
    assert with_pictured(layer, page(LAYER, *(line(300 + 16 * n, words=2) for n in range(5)))) is layer
    assert with_pictured(layer, page(LAYER, *(line(300 + 16 * n, 0.5) for n in range(9)))) is layer


def test_boxes_are_those_of_the_layer() -> None:
    moved = Placement(595, 842, (1.0, 0.0, -10.0, 0.0, 1.0, -20.0, 0.0, 0.0, 1.0))
    both = with_pictured(page(LAYER, placement=moved), page(*(line(300 + 16 * n) for n in range(7))))
    assert both.blocks[1].words[0].box == Box(70, 320, 110, 332)


def test_print_beside_the_words_of_the_layer_is_seen() -> None:
    image = np.full((1169, 827), 255, np.uint8)
    cv2.putText(image, "Layer", (84, 100), cv2.FONT_HERSHEY_SIMPLEX, 0.5, 0, 1)
    assert not shows_print(page(LAYER), image, 100)
    for row in range(12):
        cv2.putText(image, "a line of print pasted in as a picture", (84, 400 + 24 * row), 0, 0.5, 0, 1)
    assert shows_print(page(LAYER), image, 100)


def _placed(text: str, top: float, left: float = 60) -> Line:
    return Line(tuple(Word(t, Box(left + 70 * n, top, left + 60 + 70 * n, top + 12), 0.95)
                      for n, t in enumerate(text.split())))  # fmt: skip


STAMP = (_placed("Затверджую", 100, 300), _placed("Директор коледжу", 116, 300), _placed("Ганна Мороз", 132, 300))
BODY = (_placed("Положення про практику студентів", 300), _placed("коледжу харчових технологій", 316))


def test_a_stamp_that_a_layer_over_a_scan_passed_over_is_read() -> None:
    seen = page(*STAMP, *BODY)
    assert with_pictured(page(*BODY), seen, scan=True).blocks == (*STAMP, *BODY)
    layer = page(*BODY)
    assert with_pictured(layer, seen) is layer


def test_a_sound_layer_over_a_scan_stays_as_it_is() -> None:
    whole = page(*STAMP, *BODY)
    assert with_pictured(whole, whole, scan=True) is whole
    beside = page(*(_placed(" ".join(w.text for w in ln.words), 600 + 20 * n) for n, ln in enumerate(STAMP)), *BODY)
    assert with_pictured(beside, whole, scan=True) is beside
    scribbles = page(_placed("ап її", 100), _placed("но", 116), _placed("їх", 132), *BODY)
    layer = page(*BODY)
    assert with_pictured(layer, scribbles, scan=True) is layer


def test_a_layer_whose_words_lie_over_others_gets_none() -> None:
    shifted = page(_placed("коледжу харчових технологій відділення", 300), _placed("Положення про практику", 316))
    assert with_pictured(shifted, page(*STAMP, *BODY), scan=True) is shifted
