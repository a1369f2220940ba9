"""Columns of figures read again: a lone `6` is `ó` to the model of a language, a lone `3` a Cyrillic letter.

Only in columns that hold figures (or single capitals, as grades are), and only what was none is read again, by a model
that knows nothing else; what that is unsure of stays as it was. A figure that was read stays a figure.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from extractors.arranging.gridding import holds
from extractors.arranging.ruling import Ruled
from extractors.engines import Image
from models.page import Box, Word

Read = Callable[[Sequence[Image], str], list[list[Word]]]
"""Reads crops, each of one line, by the letters that may stand in them."""

FIGURE = re.compile(r"[\[(]?\d[\d.,–\-/()\[\]; %:+]*")
LIKE = str.maketrans(dict.fromkeys("óòõôöбÓб", "6") | dict.fromkeys("ọqg", "9") | dict.fromkeys("ЗзЭэ", "3")
                     | dict.fromkeys("OoОоØ", "0") | dict.fromkeys("lI|i!ÌÍІіїlтTТ", "1") | dict.fromkeys("SsЅ§", "5")
                     | dict.fromkeys("BВ", "8") | dict.fromkeys("Zz", "2"))  # fmt: skip
"""Letters that single figures are taken for, and the figures."""
CAPITAL = re.compile(r"[A-Z][+\-]?")
FIGURES, CAPITALS = "0123456789.,()[]-/;:%+", "ABCDEFGHIKLMPRSTX+-"
"""What may stand in a column of figures, and in one of single capitals."""
MARKS = re.compile(r"[xXхХ✓vV–—-]+")
SHARE = 0.6
"""Share of the entries of a column that must be of its kind, or look like it."""
SURE, FIRM = 0.5, 0.75
"""Confidence from which a second reading is believed; where the first did not look like one, the second."""
MOST, SHORT = 300, 14
"""Cells of a page that are read again, and letters of one."""
SIDE, FRAME = 5.0, 14
"""Points by which cells of a column differ at their sides; white pixels around a crop."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell and the words in it."""

    cell: Box
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """What the cell says, on one line."""
        return " ".join(w.text for w in self.words)

    @property
    def ink(self) -> Box:
        """What its words take of the page."""
        boxes = [w.box for w in self.words if w.box]
        whole = boxes[0]
        for box in boxes[1:]:
            whole = whole.union(box)
        return whole


def reread(words: list[Word], tables: Sequence[Ruled], image: Image, dpi: int, read: Read) -> list[Word]:
    """Return the words of a page with the doubtful entries of its columns of figures and capitals read again."""
    columns = [column for table in tables for column in _columns(table, words)]
    new: list[Word] = []
    gone: set[int] = set()
    for kind, letters, find in ((FIGURE, FIGURES, _no_figures), (CAPITAL, CAPITALS, _no_capitals)):
        doubtful = [entry for column in columns for entry in find(column)][:MOST]
        found = read([_crop(image, entry, dpi) for entry in doubtful], letters) if doubtful else []
        for entry, said in zip(doubtful, found, strict=False):
            word = _settled(entry, said, kind)
            if word is not None:
                new.append(word)
                gone.update(map(id, entry.words))
    return [word for word in words if id(word) not in gone] + new


def _columns(table: Ruled, words: Sequence[Word]) -> list[list[Entry]]:
    """Return the filled cells of a table by column, from the top down, those of its first row left out."""
    top = min((cell.y0 for cell in table.cells), default=0.0)
    columns: list[list[Box]] = []
    for cell in sorted(table.cells, key=lambda c: c.y0):
        for column in columns:
            if abs(column[0].x0 - cell.x0) <= SIDE and abs(column[0].x1 - cell.x1) <= SIDE:
                column.append(cell)
                break
        else:
            columns.append([cell])
    inside = [w for w in words if w.box and not w.turn and holds(table.box, w.box)]
    out = []
    for column in columns:
        entries = [
            Entry(cell, tuple(w for w in inside if w.box and holds(cell, w.box)))
            for cell in column
            if cell.y0 > top + SIDE
        ]
        out.append([entry for entry in entries if entry.words])
    return out


def _no_figures(column: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a column of figures that are none; nothing of another column."""
    figures = sum(FIGURE.fullmatch(entry.text) is not None for entry in column)
    alike = sum(_looks(entry.text) for entry in column)
    if len(column) < 2 or alike < SHARE * len(column) or (figures == 0 and alike < len(column)):
        return []
    return [e for e in column if not FIGURE.fullmatch(e.text) and (_looks(e.text) or len(e.text) <= 4)
            and not MARKS.fullmatch(e.text)]  # fmt: skip


def _no_capitals(column: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a column of single capitals that are none; nothing of another column."""
    capitals = sum(CAPITAL.fullmatch(entry.text) is not None for entry in column)
    short = sum(len(entry.text) <= 2 for entry in column)
    if len(column) < 3 or capitals < 0.5 * len(column) or short < len(column):
        return []
    return [e for e in column if not CAPITAL.fullmatch(e.text) and not MARKS.fullmatch(e.text)]


def _looks(text: str) -> bool:
    """Return whether a text is figures, or letters and signs that single figures are taken for."""
    if FIGURE.fullmatch(text):
        return True
    return len(text) <= SHORT and FIGURE.fullmatch(text.translate(LIKE).strip("_|.,;:'\"“”‘’° ")) is not None


def _settled(entry: Entry, said: Sequence[Word], kind: re.Pattern[str]) -> Word | None:
    """Return the second reading of an entry as one word; None where the first is to stay."""
    text = " ".join(w.text for w in said)
    if not said or not kind.fullmatch(text) or min(w.confidence for w in said) < (SURE if _looks(entry.text) else FIRM):
        return None
    return replace(entry.words[0], text=text, box=entry.ink, confidence=min(w.confidence for w in said), settled=None)


def _crop(image: Image, entry: Entry, dpi: int) -> Image:
    scale, ink, cell = dpi / 72, entry.ink, entry.cell
    x0, y0 = max(ink.x0 - 2.5, cell.x0 + 0.5), max(ink.y0 - 2, cell.y0 + 0.5)
    x1, y1 = min(ink.x1 + 2.5, cell.x1 - 0.5), min(ink.y1 + 2, cell.y1 - 0.5)
    left, top, right, bottom = (round(v * scale) for v in (x0, y0, x1, y1))
    part = image[max(0, top) : max(top + 1, bottom), max(0, left) : max(left + 1, right)]
    return np.ascontiguousarray(np.pad(part, FRAME, constant_values=255))
