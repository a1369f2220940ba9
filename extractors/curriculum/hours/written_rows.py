"""Plans whose columns were lost: kinds of class on one line, below them rows of a title and its figures, and the sums.

A text made of a page without its layout writes `LT BT Tự học`, then `1 Sai số đo 4 2 12 CLO1`, and leaves empty cells
out. Such a plan is read only where there is one way to set its figures in columns that make the printed sums.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from extractors.curriculum import figures
from extractors.curriculum.hours.told_weeks import WEEKS
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import lexicon
from models.rows import Value
from models.text import Span

Lines = list[tuple[str, Span]]
LEAST_KINDS, LEAST_ROWS, LONGEST_LABEL, MOST_LINES, MOST_WAYS = 2, 2, 4, 120, 4096
"""Kinds and rows that make a plan, words of the name of a kind, lines of a plan, and ways to set its figures to try."""
_FIGURE = r"\d{1,3}(?:[.,]5)?"
_ROW = re.compile(
    rf"(?:{WEEKS}\s+)?(?P<title>[^\W\d_].*?)\s+(?P<counts>{_FIGURE}(?:\s+{_FIGURE})*)(?:\s+[^\W\d]\D*\d.*)?"
)
"""A row: its number or week, title, figures, and codes behind them."""
_BEGINS = re.compile(rf"{WEEKS}\s+[^\W\d_]")


@dataclass(frozen=True)
class _Written:
    """A row as it was written: the figures of its cells that are not empty."""

    title: str
    span: Span
    counts: tuple[float, ...]


def written_rows(lines: Lines) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield kind of class and cells of the rows below the first line of kinds of class whose sums prove them."""
    for at, (text, _) in enumerate(lines):
        kinds = _kinds(" ".join(words for words, _ in lines[at : at + 2])) or _kinds(text)
        rows, sums = _told(lines[at + 1 : at + MOST_LINES]) if kinds else ([], ())
        if len(rows) >= LEAST_ROWS and len(sums) == len(kinds) and (filled := _set_out(rows, sums)):
            for row, counts in zip(rows, filled, strict=True):
                for kind, hours in zip(kinds, counts, strict=True):
                    if hours:
                        cells = {"title": row.title, "hours": hours}
                        yield kind, {name: Value(told, row.span, 0.8, "content") for name, told in cells.items()}
            return


def _kinds(text: str) -> list[str]:
    """Return the kinds of class that a line names one after the other, and nothing else."""
    words, found = text.split(), list[str]()
    while words:
        taken = range(min(LONGEST_LABEL, len(words)), 0, -1)
        named = next(((n, kind) for n in taken if (kind := lexicon("activities.tsv").exact(" ".join(words[:n])))), None)
        if named is None:
            return []
        found.append(named[1])
        words = words[named[0] :]
    return found if len(found) >= LEAST_KINDS else []


def _told(lines: Lines) -> tuple[list[_Written], tuple[float, ...]]:
    """Return the rows down to their sums, and those; titles may go on on lines before and behind their figures."""
    rows, held = list[_Written](), Lines()
    for text, span in lines:
        match = _ROW.fullmatch(" ".join([*(words for words, _ in held), text]))
        counts = tuple(figures.number(n) or 0.0 for n in match["counts"].split()) if match else ()
        begun = held[0][1].start if held else span.start
        if match and is_total(match["title"]):
            return rows, counts
        if match:
            rows.append(_Written(match["title"], Span(begun, span.end), counts))
            held = []
        elif not held and rows and text[:1].islower() and not any(c.isdecimal() for c in text):
            rows[-1] = _Written(f"{rows[-1].title} {text}", Span(rows[-1].span.start, span.end), rows[-1].counts)
        elif held or _BEGINS.match(text):
            held.append((text, span))
    return [], ()


def _set_out(rows: list[_Written], sums: tuple[float, ...]) -> list[tuple[float, ...]] | None:
    """Return the figures of every row, one for each column, where one way alone makes the sums; else None."""
    ways = [
        [tuple(dict(zip(at, row.counts, strict=True)).get(n, 0.0) for n in range(len(sums)))
         for at in combinations(range(len(sums)), len(row.counts))]
        for row in rows
    ]  # fmt: skip
    tries = 1
    for way in ways:
        tries *= len(way)
    if not 0 < tries <= MOST_WAYS:
        return None
    found = [list(told) for told in product(*ways) if tuple(map(sum, zip(*told, strict=True))) == tuple(sums)]
    return found[0] if len(found) == 1 else None
