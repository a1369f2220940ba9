"""Print of coloured stamps is read and stands apart from the text; pens, rounds of seals and figures are not taken."""

import cv2
import numpy as np
import pytest

from extractors.reading.paper.ink.stamps import stamp_lines, with_stamps
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Line, Page, PageNote, Word

DPI = 150
STAMP = Box(100, 100, 190, 130)
NOTE = PageNote("ink", "red ink was lifted off before reading", STAMP)


class Reads:
    def __init__(self, *lines):
        self.lines, self.crops = lines, []

    def read_blocks(self, images, languages, dpi):
        self.crops += images
        lines = [
            Line(tuple(Word(t, Box(10 + 40 * i, 10 + 12 * row, 45 + 40 * i, 20 + 12 * row), c) for i, (t, c) in said))
            for row, said in enumerate(enumerate(line) for line in self.lines)
        ]
        return [Page(1, tuple(lines)) for _ in images]


def seen(engine):
    inked = np.full((800, 800), 255, np.uint8)
    cv2.rectangle(inked, (215, 215), (390, 265), 90, 3)
    cv2.putText(inked, "MAT", (240, 255), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 90, 2)
    return Seen(np.full_like(inked, 255), DPI, "vie", engine, inked)


def said(stamps):
    return [line.as_text() for stamp in stamps for line in stamp]


def test_the_words_of_a_stamp_are_read_without_its_frame():
    engine = Reads([("HỎA", 0.9), ("TỐC", 0.95)])
    (stamp,) = stamp_lines([NOTE], [], seen(engine))
    assert said([stamp]) == ["HỎA TỐC"] and stamp[0].role == "margin"
    assert abs(stamp[0].words[0].box.x0 - STAMP.x0) < 10
    (crop,) = engine.crops
    assert (crop < 150).sum(1).max() < 100  # no stroke as long as the frame


def test_figures_written_into_a_stamp_are_left_out():
    lines = stamp_lines([NOTE], [], seen(Reads([("ĐẾN", 0.95), ("Số:", 0.95), ("214", 0.9)], [("Ngày:", 0.95)])))
    assert said(lines) == ["ĐẾN Số:", "Ngày:"]


def test_a_large_red_stamp_is_read_and_the_round_of_a_seal_is_not():
    broad = PageNote("seal", "a red seal was lifted off before reading", Box(100, 100, 260, 180))
    engine = Reads([("CÔNG", 0.95), ("VĂN", 0.95), ("ĐẾN", 0.95)])
    assert said(stamp_lines([broad], [], seen(engine))) == ["CÔNG VĂN ĐẾN"]
    assert not stamp_lines([PageNote("seal", broad.message, Box(100, 100, 190, 190))], [], seen(engine))


@pytest.mark.parametrize(
    "line",
    [[("TRƯỜNG", 0.9), ("$2", 0.4), ("trpmliw", 0.1), ("N-", 0.2), ("th", 0.1)], [("Ta", 0.9)], [("HỎA", 0.5)]],
)
def test_what_a_pen_or_the_round_of_a_seal_reads_as_is_no_stamp(line):
    assert not stamp_lines([NOTE], [], seen(Reads(line)))


def test_what_was_read_is_not_read_again():
    had = [Word("HỎA", Box(95, 95, 195, 135), 0.9)]
    assert not stamp_lines([NOTE], had, seen(Reads([("HỎA", 0.9), ("TỐC", 0.95)])))


def line(text, y, role="body"):
    return Line((Word(text, Box(60, y, 300, y + 10), 0.95),), role)


def test_a_stamp_stands_between_paragraphs():
    blocks = [line("one", 80), line("two", 95), line("on", 108), line("three", 140)]
    stamp = [line("HỎA", 90, "margin"), line("TỐC", 100, "margin")]
    assert [b.as_text() for b in with_stamps(blocks, [stamp])] == ["one", "two", "on", "HỎA", "TỐC", "three"]
    assert [b.as_text() for b in with_stamps([], [stamp])] == ["HỎA", "TỐC"]
