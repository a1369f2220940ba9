"""Short cells read again: a lone `6` is `ó` to the model of a language, `[2]` is `(2)`, `PLO1` Cyrillic letters.

What a second model, which knows nothing of the language, makes of the cells that hold figures, marks, single capitals
or codes is believed where the rest of the column is of that kind. A figure that was read stays a figure; where two
figures differ, the surer reading stays, and its confidence says that they differed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

import cv2
import numpy as np

from extractors.arranging.tables.gridding import by_sides
from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.reading.paper.lines.strips import Read
from extractors.reading.paper_tables.cells.cells import ink_of
from extractors.reading.paper_tables.codes.latin_series import code_of, is_code, named
from extractors.reading.paper_tables.figures.decimals import BARE, with_marks
from models.page import Box, Word
from normalizers.unicode.twins import to_latin

FIGURE = re.compile(r"[\[(]?\d[\d.,–\-/()\[\]; %:+]*")
LIKE = str.maketrans(dict.fromkeys("óòõôöбÓб", "6") | dict.fromkeys("ọqg", "9") | dict.fromkeys("ЗзЭэ", "3")
                     | dict.fromkeys("OoОоØ", "0") | dict.fromkeys("lI|i!ÌÍІіїlтTТ", "1") | dict.fromkeys("SsЅ§", "5")
                     | dict.fromkeys("BВ", "8") | dict.fromkeys("Zz", "2"))  # fmt: skip
"""Letters that single figures are taken for, and the figures."""
"""Cyrillic letters that look like Latin ones, and those."""
CAPITAL, MARK, STROKE = re.compile(r"[A-Z][+\-]?"), re.compile(r"[xX✓vV+–—-]"), re.compile(r"[|lI!\]\[1]")
NO_ENTRY = re.compile(r"[–—-]+")
SHARE = 0.6
"""Share of the entries of a column that must be of its kind, or look like it."""
SURE, FIRM, AHEAD = 0.5, 0.7, 0.1
"""Confidence from which a second reading is believed; where the first did not look like one, the second; what it must
have ahead of a first one of the same kind."""
SETTLED, CERTAIN = 0.96, 0.9
"""Confidence from which figures are not read again, and from which codes and words are not."""
MOST, SHORT, LONGEST = 300, 14, 24
"""Cells of a page that are read again, letters of a figure, and of a list of codes."""
FEW = 3
"""Entries below which a column does not tell its kind by itself."""
SIDE, FRAME, LINE = 5.0, 14, 20.0
"""Points by which cells of a column differ at their sides; white pixels around a crop; points of one line at most."""


@dataclass(slots=True)
class Entry:
    """A cell and the words in it; `second` is what the other model reads, `new` what is to stand there."""

    cell: Box
    words: tuple[Word, ...]
    head: bool
    second: Word | None = None
    new: Word | None = None

    @property
    def text(self) -> str:
        """What the cell says, on one line."""
        return " ".join(w.text for w in self.words)

    @property
    def sure(self) -> float:
        """Confidence of its least sure word."""
        return min(w.confidence for w in self.words)

    @property
    def ink(self) -> Box:
        """What its words take of the page."""
        return reduce(Box.union, [w.box for w in self.words if w.box])


def reread(words: list[Word], tables: Sequence[Ruled], image: Image, dpi: int, read: Read) -> list[Word]:
    """Return the words of a page with doubtful figures, marks, capitals and codes of its tables read again."""
    found = [(table, _columns(table, words)) for table in tables]
    asked = [e for _, columns in found for column in columns for e in column if _is_asked(e, column)][:MOST]
    if not asked:
        return words
    for entry, said in zip(asked, read([_crop(image, entry, dpi) for entry in asked]), strict=False):
        if said:
            text, sure = " ".join(w.text for w in said), min(w.confidence for w in said)
            entry.second = replace(entry.words[0], text=text, box=entry.ink, confidence=sure, settled=None)
    for _, columns in found:
        for column in columns:
            _settle_column([entry for entry in column if not entry.head])
            _settle_crosses([entry for entry in column if not entry.head and entry.new is None])
        _settle_capitals([e for column in columns for e in column if not e.head and len(column) > 1])
        _settle_codes([e for column in columns for e in column])
    for _, columns in found:
        for column in columns:
            _give_marks([e for e in column if not e.head], image, dpi)
    changed = [e for _, columns in found for column in columns for e in column if e.new is not None]
    gone = {id(word) for entry in changed for word in entry.words}
    return [word for word in words if id(word) not in gone] + [e.new for e in changed if e.new is not None]


def _give_marks(column: Sequence[Entry], image: Image, dpi: int) -> None:
    """Give decimals the comma that the ink shows."""
    said = [e.new or replace(e.words[0], text=e.text, box=e.ink) for e in column]
    crops = [_crop(image, e, dpi) if BARE.fullmatch(word.text) else None for e, word in zip(column, said, strict=True)]
    for entry, word in zip(column, with_marks(said, crops), strict=True):
        entry.new = word or entry.new


def _columns(table: Ruled, words: Sequence[Word]) -> list[list[Entry]]:
    """Return the filled cells of a table by column, from the top down; those of its first row are heads.

    Columns of one or two entries, as semesters have, stand together as one.
    """
    top = min((cell.y0 for cell in table.cells), default=0.0)
    columns = by_sides(sorted(table.cells, key=lambda c: c.y0), lambda c: (c.x0, c.x1), SIDE)
    inside = [w for w in words if not w.turn and w.lies_in(table.box)]
    out = []
    for column in columns:
        entries = [Entry(cell, tuple(w for w in inside if w.lies_in(cell)), cell.y0 <= top + SIDE) for cell in column]
        out.append([entry for entry in entries if entry.words])
    few = [column for column in out if sum(not entry.head for entry in column) < FEW]
    full = [column for column in out if not any(column is other for other in few)]
    return [*full, [entry for column in few for entry in column]]


def _is_asked(entry: Entry, column: Sequence[Entry]) -> bool:
    """Return whether a cell is read again: one that may be a code, or a doubtful one of a column of short entries."""
    text = entry.text
    if NO_ENTRY.fullmatch(text) or len(text) > LONGEST or entry.ink.height > LINE:
        return False
    if is_code(text) and entry.sure >= CERTAIN:
        return False
    if code_of(text) or _may_be_code(entry):
        return True
    body = [e for e in column if not e.head]
    if entry.head or len(body) < 2 or sum(_is_short(e) for e in body) < SHARE * len(body):
        return False
    settled = FIGURE.fullmatch(text) and entry.sure >= SETTLED
    return _is_short(entry) and not (settled and _is_of_its_column(text, body))


def _is_of_its_column(text: str, body: Sequence[Entry]) -> bool:
    """Return whether figures have a comma or a bracket where the others of their column have one."""
    shapes = [re.sub(r"\d+", "0", e.text) for e in body]
    return len(text) < 2 or re.sub(r"\d+", "0", text) in shapes and not (text.isdigit() and "0,0" in shapes)


def _may_be_code(entry: Entry) -> bool:
    """Return whether a cell may hold a code of another script: letters among figures, or few that are no word."""
    text = entry.text
    if any(ch.isdigit() for ch in text):
        return entry.head and len(text) > 2 or any(ch.isalpha() for ch in text)
    return text.isupper() and len(text) <= 5 and text.isalpha() or len(text) <= 6 and entry.sure < CERTAIN


def _is_short(entry: Entry) -> bool:
    """Return whether a cell may hold figures, a mark or a code: nothing of it is a word that was read for sure."""
    text = entry.text
    if _looks(text) or len(to_latin(text)) <= 2:
        return True
    return len(text) <= SHORT and (entry.sure < FIRM or any(ch.isdigit() for ch in text))


def _looks(text: str) -> bool:
    """Return whether a text is figures, or letters and signs that single figures are taken for."""
    if FIGURE.fullmatch(text):
        return True
    return len(text) <= SHORT and FIGURE.fullmatch(text.translate(LIKE).strip("_|.,;:'\"“”‘’° ")) is not None


def _settle_column(column: Sequence[Entry]) -> None:
    """Settle the entries of a column of figures or of marks; nothing of another column."""
    for kind in (FIGURE, MARK):
        first = [bool(kind.fullmatch(to_latin(e.text))) for e in column]
        second = [bool(e.second and kind.fullmatch(e.second.text)) for e in column]
        held = sum(a or b for a, b in zip(first, second, strict=True))
        if len(column) < 2 or held < SHARE * len(column) or held < 2:
            continue
        for entry, a, b in zip(column, first, second, strict=True):
            if b and entry.second is not None and _is_better(entry, entry.second, a, column):
                entry.new = entry.second
        if kind is FIGURE:
            _settle_brackets(column)
        return


def _is_better(entry: Entry, second: Word, first_fits: bool, column: Sequence[Entry]) -> bool:
    if not first_fits:
        return second.confidence >= (SURE if _looks(entry.text) or entry.sure < SURE else FIRM)
    if second.text == to_latin(entry.text):
        return False
    inner = re.fullmatch(r"\[(\d+)\]", second.text)
    if inner and re.fullmatch(rf"[\[({{1]?{inner[1]}[\])}}1]?", entry.text):  # a bracket was taken for a 1
        return sum("[" in text for e in column for text in _readings(e)[-1:]) > 1
    if re.sub(r"\D", "", second.text) == re.sub(r"\D", "", entry.text):  # a comma or a bracket was overlooked
        shape = re.sub(r"\d+", "0", second.text)
        return any(re.sub(r"\d+", "0", text) == shape for e in column if e is not entry for text in _readings(e))
    return second.confidence >= entry.sure + AHEAD


def _readings(entry: Entry) -> tuple[str, ...]:
    return (entry.text, entry.second.text) if entry.second else (entry.text,)


def _settle_brackets(column: Sequence[Entry]) -> None:
    """Give numbers of sources that the column has in square brackets those where one was read as another sign."""
    said = [e.new.text if e.new else e.text for e in column]
    square = sum(bool(re.fullmatch(r"\[\d[\d,; –-]*\]", text)) for text in said)
    if square < 2 or square < 0.5 * len(column):
        return
    for entry, text in zip(column, said, strict=True):
        word = entry.new or (entry.words[0] if len(entry.words) == 1 else None)
        odd = re.fullmatch(r"([\[({])(\d[\d,; –-]*)([\])}])", text)
        if word and odd and not (odd[1] == "[" and odd[3] == "]") and entry.sure < SETTLED:
            entry.new = replace(word, text=f"[{odd[2]}]", confidence=min(word.confidence, FIRM))


def _settle_crosses(column: Sequence[Entry]) -> None:
    """Give a cross that was read twice, as ink no wider than high shows, once."""
    for entry in column:
        if to_latin(entry.text).casefold() == "xx" and entry.ink.width < 1.3 * (entry.ink.height):
            entry.new = replace(entry.words[0], text=entry.text[:1], box=entry.ink, settled=None)


def _settle_capitals(entries: Sequence[Entry]) -> None:
    """Settle single capitals, of grades and of levels in a matrix; a stroke among letters is an I."""
    single = [e for e in entries if e.new is None and len(e.text) <= 2]
    first = {id(e): CAPITAL.fullmatch(to_latin(e.text)) is not None for e in single}
    second = {id(e): bool(e.second and CAPITAL.fullmatch(e.second.text)) for e in single}
    held = [e for e in single if (first[id(e)] or second[id(e)]) and not _is_mark(e)]
    strokes = [e for e in single if all(STROKE.fullmatch(text) for text in _readings(e)) and not e.text.isdigit()]
    if len(held) < 2 or len({id(e) for e in (*held, *strokes)}) < SHARE * len(single):
        return
    for entry in single:
        if entry in strokes:
            entry.new = replace(entry.words[0], text="I", box=entry.ink, confidence=min(entry.sure, FIRM), settled=None)
        elif entry.second is not None and second[id(entry)] and entry.second.text != to_latin(entry.text):
            needed = entry.sure + 0.05 if first[id(entry)] and entry.text.isascii() else FIRM
            entry.new = entry.second if entry.second.confidence >= needed else None


def _is_mark(entry: Entry) -> bool:
    return MARK.fullmatch(to_latin(entry.text)) is not None


def _settle_codes(entries: Sequence[Entry]) -> None:
    """Settle codes of Latin series, and the bare names of series that have codes in the table."""
    for entry in entries:
        second = entry.second
        if second is None or second.confidence < SURE or entry.new is not None:
            continue
        found = code_of(second.text) or _with_five(entry.text, second.text) or _in_its_script(entry.text, second.text)
        if found and found != entry.text and not (is_code(entry.text) and second.confidence < entry.sure + AHEAD):
            entry.new = replace(second, text=found)
    series = [re.match(r"[^\W\d_]+", e.new.text if e.new else e.text) for e in entries]
    known = [match[0] for match in series if match]
    for entry in entries:
        name = named(entry.second.text) if entry.second and entry.new is None else None
        if name and entry.second and name != entry.text and known.count(name) > 1:
            entry.new = replace(entry.second, text=name)


def _with_five(first: str, second: str) -> str | None:
    """Return a code whose 5 was read as an S, where the first reading has the 5."""
    name = named(second[:-1]) if second.endswith("S") else None
    return f"{name}5" if name and first.endswith(("5", "5S")) else None


def _in_its_script(first: str, second: str) -> str | None:
    """Return a code in the letters that the first reading has, with the number of the second: `РНЗ` is `РН 3`."""
    found = re.fullmatch(r"([A-Z]{1,4})( ?)(\d{1,2})", second.upper())
    letters = first[: len(found[1])].upper() if found else ""
    if not found or to_latin(letters) != found[1] or letters.isascii():
        return None
    return letters + found[2] + found[3] if len(first.replace(" ", "")) <= len(found[1]) + 3 else None


def _crop(image: Image, entry: Entry, dpi: int) -> Image:
    scale, cell = dpi / 72, entry.cell
    inner = cell.inset(0.5)
    seen = ink_of(image, inner, dpi)
    ink = seen if seen and seen.height <= LINE else entry.ink
    x0, y0 = max(ink.x0 - 2.5, inner.x0), max(ink.y0 - 2, inner.y0)
    x1, y1 = min(ink.x1 + 2.5, inner.x1), min(ink.y1 + 2, inner.y1)
    left, top, right, bottom = (round(v * scale) for v in (x0, y0, x1, y1))
    part = image[max(0, top) : max(top + 1, bottom), max(0, left) : max(left + 1, right)]
    if dpi < 250:
        part = cv2.resize(part, None, fx=1.5, fy=1.5, interpolation=cv2.INTER_CUBIC)
    return np.ascontiguousarray(np.pad(part, FRAME, constant_values=255))
