"""Lines whose words were cut where they touch those of the line below."""

import cv2
import numpy as np

from extractors.reading.paper.lines.clipping import extents, made_whole
from models.page import Box, Line, Word

SCALE = 150 / 72


def page():
    """Return a page of 150 dpi with a line of words, and what was read of each: its text and its box in points."""
    image, words, x = np.full((300, 900), 255, np.uint8), [], 60
    for text in ("cong", "nghe", "ket", "noi", "thuc"):
        (wide, high), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, 0.9, 2)
        cv2.putText(image, text, (x, 120), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 0, 2)
        box = Box(x / SCALE, (120 - high) / SCALE, (x + wide) / SCALE, 122 / SCALE)
        words.append(Word(text, box, 0.9))
        x += wide + 12
    return image, words


def test_a_line_that_lost_its_first_or_last_word_is_seen_and_a_whole_one_is_not():
    image, words = page()
    for kept in (words[1:], words[:-1], words[2:]):
        (found,) = extents([Line(tuple(kept))], image, 150)
        assert found.cut and found.box.x0 <= words[0].box.x0 + 1.5 and found.box.x1 >= words[-1].box.x1 - 1.5
    (found,) = extents([Line(tuple(words))], image, 150)
    assert not found.cut


def test_print_that_other_words_have_and_rules_are_not_cut_off_a_line():
    image, words = page()
    assert not any(at.cut for at in extents([Line(tuple(words[:2])), Line(tuple(words[2:]))], image, 150))
    cv2.line(image, (45, 60), (45, 160), 0, 3)
    assert not extents([Line(tuple(words))], image, 150)[0].cut


def test_a_blob_of_two_lines_is_no_word_of_its_line():
    image, words = page()
    tall = Word("si", Box(words[0].box.x0, words[0].box.y0, words[0].box.x1, words[0].box.y1 + 14), 0.1)
    (found,) = extents([Line((tall, *words[1:]))], image, 150)
    assert found.cut and found.box.y1 == words[1].box.y1
    assert made_whole((tall, *words[1:]), (), found)[0].box.y1 == words[1].box.y1


def test_the_second_reading_of_a_cut_line_is_taken_where_it_is_surer_and_has_more():
    image, words = page()
    (found,) = extents([Line(tuple(words[1:]))], image, 150)
    assert made_whole(tuple(words[1:]), tuple(words), found) == tuple(words)
    unsure = tuple(Word(word.text, word.box, 0.3) for word in words)
    assert made_whole(tuple(words[1:]), unsure, found) == tuple(words[1:])
