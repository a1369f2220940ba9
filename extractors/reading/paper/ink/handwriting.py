"""What is on the page and is no print: handwriting read as words, specks and strokes read as signs."""

import re
from dataclasses import replace

from extractors.imaging.preparing import Prepared
from extractors.reading.paper.ink.slots import opens_number
from models.page import Box, Line, PageNote, Word

UNSURE = 0.35
"""Confidence below which a scrap of signs is taken for a stroke of a pen or a speck."""

DASHES = ("-", "_", "–", "—", "=", "~", "¬", "‐", "−")
EM = 10.0
"""Points from which a dash may be an em dash; those of 12 to 14 point print are wider."""
HYPHEN = 4.5
"""Points up to which a dash is a hyphen; that of 12 to 14 point print is 4."""
BULLET = 0.8
"""Confidence of a dash that opens a line: its place and width say what its reading does not."""


def set_apart(lines: list[Line], ready: Prepared) -> tuple[list[Line], tuple[PageNote, ...]]:
    """Return the lines without scraps that no print made, and a note per ink place where scraps were read."""
    kept: list[Line] = []
    notes: list[PageNote] = []
    for line in lines:
        line = _with_bullet(line)
        words = tuple(
            _with_width(word)
            for word, following in zip(line.words, (*line.words[1:], None), strict=True)
            if opens_number(word, following) or not _is_scrap(word, ready)
        )
        words = _with_one_bullet(words)
        if words and not _is_noise(words) and not _is_stroke(words, ready):
            kept.append(Line(words, line.role))
        elif line.words and any(len(w.text) > 2 for w in line.words):
            place = Box.around(w.box for w in line.words)
            notes.append(PageNote("illegible", "strokes that were read as no word", place))
    return kept, tuple(notes)


def _with_bullet(line: Line) -> Line:
    """Return the line with a short dash at its start read as a hyphen, however the engine took it."""
    if len(line.words) < 2 or line.words[0].text not in DASHES:
        return line
    dash, following = line.words[0].box, line.words[1].box
    if dash is None or following is None or dash.width > following.height:
        return line
    return replace(line, words=(replace(line.words[0], text="-", confidence=BULLET), *line.words[1:]))


def _with_one_bullet(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a line's words without a second dash right after the one that opens it: one dash read twice."""
    if len(words) > 2 and words[0].text == "-" and words[1].text in DASHES:
        return words[:1] + words[2:]
    return words


def _with_width(word: Word) -> Word:
    """Return a dash that is no wider than its line is high as the short one that it is; the engine knows the long.

    Two dashes in one word are one that was read twice.
    """
    if len(word.text) == 2 and all(ch in DASHES[:5] for ch in word.text) and word.box:
        return replace(word, text="–" if word.box.width > HYPHEN else "-")
    if word.text == "—" and word.box and word.box.width < EM:
        return replace(word, text="–")
    return word


def _is_scrap(word: Word, ready: Prepared) -> bool:
    letters = re.sub(r"\W|_", "", word.text)
    if not letters:
        return word.confidence < UNSURE
    return word.confidence < UNSURE and (_is_inky(word, ready) or len(letters) < 3)


def _is_noise(words: tuple[Word, ...]) -> bool:
    """Return whether a line is scattered signs: no word of three letters, and unsure."""
    confidence = sum(w.confidence for w in words) / len(words)
    longest = max(len(re.sub(r"\W|_", "", w.text)) for w in words)
    if longest == 0:
        return confidence < 0.6
    return (longest < 3 and confidence < 0.5 and not any(ch.isdigit() for w in words for ch in w.text)) or (
        confidence < 0.25
    )


def _is_stroke(words: tuple[Word, ...], ready: Prepared) -> bool:
    """Return whether a line is what a pen left where ink was lifted: a sign or two, none of them a word."""
    if sum(len(word.text) for word in words) > 3 or max(len(re.sub(r"\W|_", "", w.text)) for w in words) > 2:
        return False
    return all(word.confidence < BULLET and _is_inky(word, ready) for word in words)


def _is_inky(word: Word, ready: Prepared) -> bool:
    return word.box is not None and any(
        note.box is not None and note.kind in ("ink", "seal") and _share(word.box, note.box) > 0.5
        for note in ready.notes
    )


def _share(inner: Box, outer: Box) -> float:
    """Return the share of a box that lies in another."""
    return inner.shared(outer) / max(inner.width * inner.height, 1e-6)
