"""Words that the layout analysis passed over: their ink is found, and what is no language is left alone."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from extractors.engines import EngineFailed
from extractors.reading.paper.ink.sealed import Scan, mark_sealed, without_scribbles
from extractors.reading.paper.lines.rescuing import lost_runs, rescue, with_rescued
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Line, Page, PageNote, Word

DPI = 150


def sheet(rows=12):
    """Return a page of print and a word per row that covers the row."""
    image, words = np.full((1200, 900), 255, np.uint8), []
    for row in range(rows):
        cv2.putText(image, "Dieu 1 Pham vi ap dung", (60, 100 + 60 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 2)
        box = Box(56 * 72 / DPI, (70 + 60 * row) * 72 / DPI, 560 * 72 / DPI, (112 + 60 * row) * 72 / DPI)
        words.append(Word("Điều", box, 0.95))
    return image, words


class Reads:
    """Reads the same words in every line."""

    def __init__(self, text, confidence=0.9):
        self.text, self.confidence, self.asked = text, confidence, 0

    def read_lines(self, images, languages, dpi):
        self.asked += len(images)
        words = [
            Word(w, Box(10 + 30 * i, 10, 35 + 30 * i, 20), self.confidence) for i, w in enumerate(self.text.split())
        ]
        return [Page(1, (Line(tuple(words)),)) for _ in images]


class Fails:
    def read_lines(self, images, languages, dpi):
        raise EngineFailed("no")


def test_a_lost_line_is_found_and_what_is_read_in_it_stands_where_its_ink_is():
    image, words = sheet()
    lost = words.pop(4)
    (run,) = lost_runs(words, [], image, DPI)
    assert abs(run.x0 - lost.box.x0) < 6 and lost.box.y0 - 3 < run.y0 < run.y1 < lost.box.y1 + 3
    saved = rescue(words, [], Seen(image, DPI, "vie", Reads("Phạm vi áp dụng")))
    assert [word.text for word in saved] == ["Phạm", "vi", "áp", "dụng"]
    assert lost.box.y0 - 6 < saved[0].box.y0 < lost.box.y1 and abs(saved[0].box.x0 - lost.box.x0) < 8


def test_a_line_is_found_too_whose_tops_the_words_above_it_cover():
    image, words = sheet()
    lost = words.pop(4)
    above = words[3].box
    words[3] = replace(words[3], box=Box(above.x0, above.y0, above.x1, lost.box.y0 + 8))
    (run,) = lost_runs(words, [], image, DPI)
    assert run.y0 < lost.box.y0 + 8 < run.y1


def test_figures_signs_unknown_words_and_unsure_ones_are_not_rescued():
    image, words = sheet()
    words.pop(4)
    for engine in (Reads("2349 12"), Reads("xqz wrt"), Reads("Phạm vi áp dụng", 0.4), Reads("vi", 0.7), Fails()):
        assert rescue(words, [], Seen(image, DPI, "vie", engine)) == []


def test_a_page_without_lost_ink_asks_nothing_and_tables_and_scrawls_are_left():
    image, words = sheet()
    engine = Reads("Phạm vi")
    assert rescue(words, [], Seen(image, DPI, "vie", engine)) == []
    gone = words.pop(4)
    assert rescue(words, [gone.box], Seen(image, DPI, "vie", engine)) == []
    image, words = sheet()
    cv2.ellipse(image, (500, 1000), (200, 90), 20, 0, 300, 0, 3)
    assert rescue(words, [], Seen(image, DPI, "vie", engine)) == [] and engine.asked == 0


def test_each_word_under_a_seal_is_marked_as_recovered_or_unsure():
    image = np.full((1200, 900, 3), 255, np.uint8)
    cv2.circle(image, (450, 500), 100, (210, 40, 50), 8)
    places = {"trường": (340, 490), "qxvz": (540, 490), "giữa": (430, 490), "ngoài": (700, 490)}
    words = [
        Word(text, Box(x * 72 / DPI, y * 72 / DPI, (x + 40) * 72 / DPI, (y + 20) * 72 / DPI), 0.9)
        for text, (x, y) in places.items()
    ]
    seal = PageNote("seal", "a red seal", Box(350 * 72 / DPI, 400 * 72 / DPI, 550 * 72 / DPI, 600 * 72 / DPI))
    marked, notes = mark_sealed(words, [seal], Scan(image, DPI, None))
    assert [(note.kind, note.message) for note in notes] == [("recovered", "trường"), ("unsure", "qxvz")]
    assert [word.confidence for word in marked] == [0.9, 0.5, 0.9, 0.9]
    grey, notes = mark_sealed(words, [seal], Scan(image[:, :, 0].copy(), DPI, None))
    assert {note.message for note in notes} == {"trường", "qxvz", "giữa"}


def test_what_was_read_by_guess_gives_way_to_what_is_rescued_there_and_else_stays():
    image, words = sheet()
    lost = words[4]
    words[4] = replace(lost, text="Bìng", confidence=0.05)
    found = [word.text for word in with_rescued(words, [], Seen(image, DPI, "vie", Reads("Phạm vi áp dụng")))]
    assert "Bìng" not in found and found[-4:] == ["Phạm", "vi", "áp", "dụng"]
    kept = with_rescued(words, [], Seen(image, DPI, "vie", Reads("2349 12")))
    assert [word.text for word in kept] == [word.text for word in words]


def test_strokes_alone_under_a_seal_are_no_words():
    image = np.full((400, 800, 3), (250, 120, 120), np.uint8)
    seal = PageNote("seal", "a red seal", Box(0, 0, 800 * 72 / DPI, 400 * 72 / DPI))
    places = {"Il": (50, 20), "KT.": (50, 60), "HIỆU": (80, 60), "3": (50, 100), "ký": (80, 60)}
    words = [Word(text, Box(x, y, x + 20, y + 10), 0.9) for text, (x, y) in places.items()]
    kept = without_scribbles(words, [seal], Scan(image, DPI, None))
    assert [word.text for word in kept] == ["KT.", "HIỆU", "3", "ký"]


class Wider:
    """Reads a name whole only where its crop is wide."""

    def __init__(self):
        self.widths = []

    def read_lines(self, images, languages, dpi):
        self.widths += [image.shape[1] for image in images]
        whole = len(self.widths) > 1
        said = [("Đoàn" if whole else "sàn", 0.9 if whole else 0.3), ("Ngọc", 0.95)]
        words = [Word(t, Box(10 + 40 * i, 10, 45 + 40 * i, 20), c) for i, (t, c) in enumerate(said)]
        return [Page(1, (Line(tuple(words)),)) for _ in images]


def test_a_run_of_which_a_part_says_something_is_read_once_more_wider():
    image, words = sheet()
    words.pop(4)
    engine = Wider()
    assert [word.text for word in rescue(words, [], Seen(image, DPI, "vie", engine))] == ["Đoàn", "Ngọc"]
    assert engine.widths[1] > engine.widths[0] + 40


@pytest.mark.parametrize(("said", "confidence"), [("-", 1.0), ("m", 0.54)])
def test_a_sign_as_large_as_a_word_or_an_unsure_letter_as_wide_gives_way_to_what_stands_there(said, confidence):
    image, words = sheet()
    words[4] = replace(words[4], text=said, confidence=confidence)
    found = with_rescued(words, [], Seen(image, DPI, "vie", Reads("Phạm vi áp dụng")))
    assert [word.text for word in found][-4:] == ["Phạm", "vi", "áp", "dụng"] and said not in [w.text for w in found]


def test_a_name_of_which_one_word_is_unknown_is_kept_and_that_word_doubted():
    image, words = sheet()
    words.pop(4)
    saved = rescue(words, [], Seen(image, DPI, "vie", Reads("Hỗng Sĩ Đạt", 0.8)))
    assert [(word.text, word.confidence) for word in saved] == [("Hỗng", 0.5), ("Sĩ", 0.8), ("Đạt", 0.8)]
    assert not rescue(words, [], Seen(image, DPI, "vie", Reads("Hỗng Sxĩ Đạt", 0.8)))
