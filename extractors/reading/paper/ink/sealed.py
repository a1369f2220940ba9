"""Words under a seal: each marked as recovered or unsure, so that nobody takes what ink may have changed for print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from extractors.engines import Image
from extractors.imaging.inks import SATURATED
from extractors.reading.paper.lines.voting import evidence
from models.page import Box, PageNote, Placement, Word

COVERED = 0.03
"""Share of a word's box that coloured ink takes, from which the word stands under it: half a stroke of a ring."""
SURE, KNOWN = 0.8, 0.3
"""Confidence and evidence of the language from which a word under a seal counts as recovered."""
DOUBT = 0.5
"""Confidence of an unsure one, at most."""
SCRIBBLE, BESIDE = 2, 4.0
"""Letters of what a pen may have drawn, at most; heights of it within which a word beside it is of its line."""
RECOVERED, UNSURE = "recovered", "unsure"
"""Kinds of the notes, whose messages are the words."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page image as it came, and where the page lies on it (None: as it is)."""

    image: Image
    dpi: int
    lies: Placement | None


def mark_sealed(
    words: Sequence[Word], notes: Sequence[PageNote], scan: Scan
) -> tuple[list[Word], tuple[PageNote, ...]]:
    """Return the words of a page, unsure ones under seals with little confidence, and a note for each under a seal."""
    seals = [note.box for note in notes if note.kind == "seal" and note.box]
    out, found = [], []
    for word in words:
        if word.box and any(ch.isalnum() for ch in word.text) and _is_under(word.box, seals, scan):
            sure = word.confidence >= SURE and evidence(word.text) > KNOWN
            found.append(PageNote(RECOVERED if sure else UNSURE, word.text, word.box))
            word = word if sure else replace(word, confidence=min(word.confidence, DOUBT))
        out.append(word)
    return out, tuple(found)


def without_scribbles(words: Sequence[Word], notes: Sequence[PageNote], scan: Scan) -> list[Word]:
    """Return words without what stands alone on its line under a seal and says nothing: strokes of a pen (`Al`)."""
    seals = [note.box for note in notes if note.kind == "seal" and note.box]
    drawn = (w for w in words if w.box and _is_scribble(w.text) and _is_under(w.box, seals, scan))
    gone = {id(w) for w in drawn if _is_alone(w, words)}
    return [w for w in words if id(w) not in gone]


def _is_scribble(text: str) -> bool:
    """Return whether a text is of one letter or two, or of none: no number, no abbreviation of an office (`KT`)."""
    letters = "".join(ch for ch in text if ch.isalnum())
    return len(letters) <= SCRIBBLE and not letters.isdigit() and not (len(letters) > 1 and letters.isupper())


def _is_alone(word: Word, words: Sequence[Word]) -> bool:
    """Return whether no other word but such ones stands on a word's line near it."""
    box = word.box
    assert box
    reach = BESIDE * box.height
    return not any(
        other.box
        and not _is_scribble(other.text)
        and other.box.y0 < box.middle_y < other.box.y1
        and other.box.x0 < box.x1 + reach
        and box.x0 - reach < other.box.x1
        for other in words
    )


def _is_under(box: Box, seals: Sequence[Box], scan: Scan) -> bool:
    """Return whether a word stands under a seal: under its ink in a colour scan, within its round in a grey one."""
    for seal in seals:
        if not box.meets(seal):
            continue
        if scan.image.ndim == 3 and _coloured(seal, scan) > 0:
            return _coloured(box, scan) >= COVERED
        x, y = seal.middle_x, seal.middle_y
        near = min(max(x, box.x0), box.x1) - x, min(max(y, box.y0), box.y1) - y
        return float(np.hypot(*near)) < seal.width / 2
    return False


def _coloured(box: Box, scan: Scan) -> float:
    """Return the share of a box of the page that is coloured on the scan."""
    box, scale = scan.lies.box(box) if scan.lies else box, scan.dpi / 72
    x0, y0, x1, y1 = box.pixels(scale)
    part = scan.image[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    return float(((part.max(2) - part.min(2)) > SATURATED).mean()) if part.size else 0.0
