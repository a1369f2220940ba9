"""Heads of tables laid out with spaces in which what stands over several columns heads them as a group.

`pdftotext -layout` centres such a head over its columns, on a line above theirs or the same as the first of their
neighbours'. It is told from the first line of a head of one column by the columns beside it that begin further down.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.arranging.spaced.printed import Piece, Printed, words_of
from extractors.arranging.spaced.runs import Run
from extractors.arranging.tables.heads_over import over_columns

COUNTED = 4
"""Figures that count up by one in a line of a head, at least."""


LABELS = 3
"""Labels of a word each that run together, at least: `Дәріс Практ. Зертх.`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line of a head holds: the number of the line, the first and last column that it touches, the piece."""

    line: int
    first: int
    last: int
    piece: Piece


HeadRows = tuple[list[dict[int, list[str]]], list[dict[int, int]]]
"""Rows of a head, column to printed lines, and the columns that their cells cover where it is more than one."""


def grouped_head(run: Run, lines: int) -> HeadRows | None:
    """Return the rows of a head of so many lines with its groups; None where none is over several columns, and no
    words over columns stand in one each."""
    entries = [entry for n in range(lines) for entry in _entries(run, n, lines)]
    groups: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        if not any(_beside(other, entry) for other in entries) and (found := _covered(run, entry, entries)):
            groups.setdefault(found, []).append(entry)
    if not groups and len(entries) == sum(len(line.pieces) for line in run.lines[:lines]):
        return None
    levels = sorted({group[0].line for group in groups.values()})
    rows: list[dict[int, list[str]]] = [{} for _ in range(len(levels) + 1)]
    spans: list[dict[int, int]] = [{} for _ in rows]
    for (first, last), group in groups.items():
        at = levels.index(group[0].line)
        rows[at][first] = [entry.piece.text for entry in group]
        spans[at][first] = last - first + 1
    over = {id(entry) for group in groups.values() for entry in group}
    for entry in (e for e in entries if id(e) not in over):
        above = [levels.index(group[0].line) for (first, last), group in groups.items() if first <= entry.first <= last]
        rows[max(above, default=-1) + 1].setdefault(entry.first, []).append(entry.piece.text)
    return rows, spans


def _entries(run: Run, number: int, lines: int) -> list[Entry]:
    """Return the entries of a line of a head; words over columns whose rests stand right below are of one each.

    What reaches into the blank before a column goes over it only where nothing of the line begins there.
    """
    out = []
    begun = [_column(run, piece.x0 + 0.5) for piece in run.lines[number].pieces]
    for piece in run.lines[number].pieces:
        first, last = _column(run, piece.x0 + 0.5), _column(run, piece.x1 - 0.5)
        last = max(first, min([last, *(column - 1 for column in begun if column > first)]))
        parts = [(_column(run, (word.x0 + word.x1) / 2), word) for word in words_of(piece)]
        below = [
            p for line in run.lines[number + 1 : lines][:1] for p in line.pieces if p.x0 < piece.x1 and p.x1 > piece.x0
        ]
        parted = len(below) >= len(parts) and all(p.text[:1].islower() for p in below)
        parted = parted or len(parts) >= LABELS and not _over_others(run.lines[number + 1 : lines], piece)
        if last > first and parted and [column for column, _ in parts] == list(range(first, last + 1)):
            out += [Entry(number, column, column, word) for column, word in parts]
        else:
            out.append(Entry(number, first, last, piece))
    return out


def _over_others(below: Sequence[Printed], piece: Piece) -> bool:
    """Return whether further words of a head stand below a piece."""
    return any(p.x0 < piece.x1 and p.x1 > piece.x0 for line in below for p in line.pieces)


def _column(run: Run, x: float) -> int:
    return sum((a + b) / 2 <= x for a, b in run.stripes)


def _beside(other: Entry, entry: Entry) -> bool:
    """Return whether an entry stands below another one in its column, as the rest of its words do."""
    return other.line < entry.line and other.first == other.last and entry.first <= other.first <= entry.last


def _covered(run: Run, entry: Entry, entries: Sequence[Entry]) -> tuple[int, int] | None:
    """Return the first and last column that an entry heads with others below it; None where it heads its own alone."""
    begins: dict[int, int] = {}
    for other in entries:
        if other.first == other.last and other is not entry:
            begins.setdefault(other.first, other.line)
    under = begins.get(entry.first, -1) if entry.first == entry.last else None
    if under is not None and (under <= entry.line or _goes_on(entry, under, entries)):
        return None
    open_columns = [c for c, line in begins.items() if line > entry.line and under in (None, line)]
    inner = [(a + b) / 2 for a, b in run.stripes]
    ends = [x for line in run.lines for p in line.pieces for x in (p.x0, p.x1)]
    xs = [min([*ends, inner[0] - 1]), *inner, max([*ends, inner[-1] + 1])]
    level = [e.piece for e in entries if e.line == entry.line and (e is entry or e.first in open_columns)]
    counted = _counted(entries)
    for columns in ([c for c in open_columns if c not in counted], counted, open_columns):
        for first, last in over_columns([(p.x0, p.x1) for p in level], columns, xs):
            if first <= entry.first and entry.last <= last:
                return first, last
    return None


def _counted(entries: Sequence[Entry]) -> list[int]:
    """Return the columns whose heads count up by one from one: they are of one group and of no other."""
    found: list[int] = []
    for entry in entries:
        if entry.piece.text == str(len(found) + 1) and (not found or entry.first == found[-1] + 1):
            found.append(entry.first)
    return found if len(found) >= COUNTED else []


def _goes_on(entry: Entry, under: int, entries: Sequence[Entry]) -> bool:
    below = next(e for e in entries if e.line == under and e.first == entry.first)
    return below.piece.text[:1].islower()
