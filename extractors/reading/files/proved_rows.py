"""Rows of a plan whose cells stand one space apart below a head that no reader could put together, proved by figures.

Programs that take text out of a PDF write cells one space apart, leave empty ones out and turn heads written upwards
letter by letter. Where the lines that begin with a code have a first pair of figures of one ratio, credits and hours,
code, name and that pair are told of every row; what stands behind them is of columns that nothing tells.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.page import Cell, Grid, Line

FEWEST, SHARE, SIZES = 5, 0.8, 2
"""Rows of such a plan, at least; share of the lines with a code that are such, at least; sizes of courses in it."""
HOURS, CREDITS = (20, 60), 60
"""Hours that a credit may have, and credits of a course at most."""
CELL, OPEN = 3, 3
"""Words of a cell behind a name, at most, and letters of its last one where it goes on below."""
APART, LONGEST = 6, 90
"""Lines between two rows, and characters of one of them, at most."""
_ROW = re.compile(r"\s*(?:\d{1,3}[.)]?\s+)?((?:[^\W\d_]{1,6}[ .-]?\d|\d{1,2}\.\d)[\w.()/-]*)\s+(?=[^\W\d_])(.*)")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.\d)*\.?|[IVX]+\.)\s+\S")


@dataclass(frozen=True, slots=True)
class _Coded:
    """A line that begins with a code: its number, code and words, and at which of these figures of a ratio stand."""

    line: int
    code: str
    words: list[str]
    pairs: dict[float, int]


@dataclass(frozen=True, slots=True)
class Proved:
    """The first and last line of the rows of a plan, and these."""

    first: int
    last: int
    grid: Grid


def proved_tables(lines: Sequence[str]) -> Iterator[Proved]:
    """Yield the rows of plans among the lines of a page that the ratio of their figures proves."""
    for run in _runs(lines):
        ratios = Counter(ratio for one in run for ratio in one.pairs)
        ratio, count = max(ratios.items(), key=lambda found: (found[1], found[0]), default=(0.0, 0))
        rows = [one for one in run if ratio in one.pairs]
        sizes = {one.words[one.pairs[ratio]] for one in rows}
        if count >= FEWEST and count >= SHARE * len(run) and len(sizes) >= SIZES:
            yield _table(rows, ratio, lines)


def _runs(lines: Sequence[str]) -> Iterator[list[_Coded]]:
    """Yield the lines with codes that few short lines stand between."""
    run: list[_Coded] = []
    for number, line in enumerate(lines):
        if coded := _coded(number, line):
            between = lines[run[-1].line + 1 : number] if run else []
            if sum(map(bool, map(str.strip, between))) > APART or any(len(text.strip()) > LONGEST for text in between):
                yield run
                run = []
            run.append(coded)
    yield run


def _coded(number: int, line: str) -> _Coded | None:
    match = _ROW.match(line)
    if not match or match[1][0].islower() or "|" in line or "\t" in line:
        return None
    words, pairs = match[2].split(), dict[float, int]()
    figures = [float(word.replace(",", ".")) if _FIGURE.fullmatch(word) else 0.0 for word in words]
    for at in range(1, len(words) - 1):
        credits, hours = figures[at : at + 2]
        if 0 < credits <= CREDITS and HOURS[0] * credits <= hours <= HOURS[1] * credits:
            pairs.setdefault(hours / credits, at)
    return _Coded(number, match[1], words, pairs)


def _table(rows: Sequence[_Coded], ratio: float, lines: Sequence[str]) -> Proved:
    """Return rows as a grid of code, name, what all have behind their names, and the two figures."""
    parted = _parted([one.words[: one.pairs[ratio]] for one in rows])
    width = 4 + len(parted[0][1])
    cells, at, last = list[Cell](), 0, rows[-1].line
    for n, (one, (name, behind)) in enumerate(zip(rows, parted, strict=True)):
        closed = n + 1 < len(rows)
        end = rows[n + 1].line if closed else min(len(lines), one.line + APART)
        more, headings = _between(lines, range(one.line + 1, end), closed=closed)
        taken = 1 if more and behind and len(behind[-1].split()) > 1 and _is_open(behind[-1]) else 0
        behind = [*behind[:-1], " ".join([behind[-1], *more[:taken]])] if taken else behind
        pair = one.words[one.pairs[ratio] : one.pairs[ratio] + 2]
        texts = [[one.code], [" ".join(name), *more[taken:]], *([text] for text in (*behind, *pair))]
        cells += [Cell(at, column, tuple(Line((), text=t) for t in told)) for column, told in enumerate(texts)]
        cells += [Cell(at + m, 0, (Line((), text=text),), 1, width) for m, text in enumerate(headings, 1)]
        at += 1 + len(headings)
        last = last if closed else one.line + len(more)
    return Proved(rows[0].line, last, Grid(tuple(cells)))


def _parted(names: Sequence[Sequence[str]]) -> list[tuple[list[str], list[str]]]:
    """Return names, each with the cells behind it: those whose first words most rows share with others."""
    out = [(list(name), list[str]()) for name in names]
    while True:
        ends = Counter(name[-1] for name, _ in out)
        shared = {word for word, times in ends.items() if times > 1 and word[0].isupper()}
        sizes = [next((n for n in range(1, CELL + 1) if len(name) > n and name[-n] in shared), 1) for name, _ in out]
        held = sum(name[-n] in shared for (name, _), n in zip(out, sizes, strict=True))
        if held < SHARE * len(out) or any(len(name) < n + 1 for (name, _), n in zip(out, sizes, strict=True)):
            return out
        out = [(name[:-n], [" ".join(name[-n:]), *cells]) for (name, cells), n in zip(out, sizes, strict=True)]


def _is_open(text: str) -> bool:
    """Return whether a cell ends in a short word that another must follow: `Зачет с`."""
    return len(text.split()[-1]) <= OPEN and text.split()[-1].islower()


def _between(lines: Sequence[str], places: range, *, closed: bool) -> tuple[list[str], list[str]]:
    """Return the lines behind a row that go on with its name, and the headings behind those, `closed` by a row."""
    more: list[str] = []
    headings: list[str] = []
    for text in (lines[n].strip() for n in places):
        plain = text[:1].islower() or len(text.split()) == 1 and not text.isupper() and not _HEADING.match(text)
        if not text:
            if not closed:
                break
        elif plain and not headings:
            more.append(text)
        elif closed:
            headings.append(text)
        else:
            break
    return more, headings
