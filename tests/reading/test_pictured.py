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
