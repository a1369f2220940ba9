"""Rows of tables that are laid out with spaces: which lines are one row, which are the head, what stands in a cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from extractors.arranging.spaced.grouped import COUNTED, grouped_head
from extractors.arranging.spaced.printed import Printed
from extractors.arranging.spaced.runs import Run
from normalizers.letters import lettered
from normalizers.wordings import Wordings

VALUE = re.compile(
    lettered(
        r"[\W_]*\d[\d\W_]*(?:%|đ|h|hrs?|pts?|ч|год)?\.?|[xхv×✓✔]|[IVX]{1,4}\.?|(?:\p{Lu}|[A-F]{2})[+–-]?"
        r"|\W*[^\W\d_]{0,6}[- .]?\d[\d.,/\W_]*|[^\W\d_]{3,10}\.?\s\d{1,2}(?:,?\s*\d{4})?|[-–—/*+%]"
        r"|(?:\p{Lu}{1,4}[ .-]?){2,3}\d[\d.]*"
    )
)
"""Figures, marks, letters of scales, codes that end in figures, dates with the name of a month."""
SHORT = 28
_DIVISION = Wordings(
    Path(__file__).parents[1] / "knowledge" / "page_words.tsv", r"<<division>>\s*(?:\d|[IVX]+(?!\w)|[.:])", re.I
)
"""What opens a row of its own, with hours or not: `Chương 2. Tổng quan`; `Chương .` where figures were lost."""

Texts = dict[int, str]


@dataclass(frozen=True)
class Rows:
    """A run put together: rows of column to printed lines, the columns that a cell covers where it is more than one,
    the number of rows that are head, and the columns that hold values."""

    rows: tuple[dict[int, list[str]], ...]
    spans: tuple[dict[int, int], ...]
    heads: int
    values: frozenset[int]


def is_value(text: str) -> bool:
    """Return whether a cell holds a figure, mark, code or date."""
    return len(text) <= SHORT and VALUE.fullmatch(text) is not None


def counts(line: Printed) -> bool:
    """Return whether figures of a line count up by one."""
    numbers = [int(piece.text) if piece.text.isdecimal() and len(piece.text) < 3 else -9 for piece in line.pieces]
    steps = [two - one == 1 and one > 0 for one, two in pairwise(numbers)]
    run = best = 0
    for step in steps:
        run = run + 1 if step else 0
        best = max(best, run)
    return best >= COUNTED - 1


def texts_of(run: Run) -> list[Texts]:
    """Return the lines of a run as texts by column; what runs over columns stands in the first that it touches."""
    out = []
    for place, line in enumerate(run.lines):
        if place in run.wide:
            out.append({column: text for column, _, text in _wide_cells(run, place)})
        else:
            out.append({column: " ".join(p.text for p in parts) for column, parts in run.columns(line).items()})
    return out


def _wide_cells(run: Run, place: int) -> list[tuple[int, int, str]]:
    """Return the cells of a line that runs over columns: the first column, how many, the text.

    What reaches into the blank before a column goes over it only where nothing of the line begins there.
    """
    cells: list[tuple[int, int, str]] = []
    for piece in run.lines[place].pieces:
        first = sum(b <= piece.x0 + 1 for _, b in run.stripes)
        last = max(first, sum(a < piece.x1 - 1 for a, _ in run.stripes))
        column, count, text = cells.pop() if cells else (first, 0, "")
        if count and column == first:
            cells.append((column, max(count, last - column + 1), f"{text} {piece.text}"))
            continue
        cells += [(column, min(count, first - column), text)] if count else []
        cells.append((first, last - first + 1, piece.text))
    return cells


def value_columns(run: Run, lines: Sequence[Texts]) -> frozenset[int]:
    """Return the columns most of whose entries, the head's aside, are values."""
    found = set()
    for column in range(len(run.stripes) + 1):
        entries = [line[column] for line in lines[run.head :] if column in line and len(line) > 1]
        count = sum(map(is_value, entries))
        if count >= 2 and count >= 0.55 * len(entries):
            found.add(column)
    return frozenset(found)


def rows_of(run: Run) -> Rows:
    """Return the rows of a run."""
    lines = texts_of(run)
    values = value_columns(run, lines)
    holds = [place not in run.wide and (_divides(line) or any(c in values and is_value(t) for c, t in line.items()))
             for place, line in enumerate(lines)]  # fmt: skip
    first = next((n for n, held in enumerate(holds) if held and n >= run.head
                  and not (n and (_is_more_head(lines[n]) or _heads_go_on(lines[n + 1 :], values)))),
                 max(1, run.head))  # fmt: skip
    body = run.head or _body(run, lines, first)
    groups = [*head_groups(run, lines, body), *_groups(run, lines, holds, body, values)]
    return rows_in(run, lines, groups, sum(group[0] < body for group in groups), values)


def rows_in(
    run: Run, lines: Sequence[Texts], groups: Sequence[Sequence[int]], heads: int, values: frozenset[int]
) -> Rows:
    """Return the rows that groups of lines make, so many of them head."""
    rows = []
    for group in groups:
        row: dict[int, list[str]] = {}
        for place in group:
            for column, text in lines[place].items():
                row.setdefault(column, []).append(text)
        rows.append(row)
    spans = [_covered(run, group) for group in groups]
    if heads and (head := grouped_head(run, groups[heads - 1][-1] + 1)):
        rows, spans, heads = [*head[0], *rows[heads:]], [*head[1], *spans[heads:]], len(head[0])
    return Rows(tuple(rows), tuple(spans), heads, values)


def _covered(run: Run, group: Sequence[int]) -> dict[int, int]:
    if len(group) != 1 or group[0] not in run.wide:
        return {}
    return {column: count for column, count, _ in _wide_cells(run, group[0])}


def head_groups(run: Run, texts: Sequence[Texts], body: int) -> list[list[int]]:
    """Return the lines of the head: those that follow each other are one row, one over columns is its own."""
    groups: list[list[int]] = []
    for place in range(body):
        apart = run.lines[place].blanks > 0 and not any(map(goes_on, texts[place].values()))
        own = place in run.wide or place - 1 in run.wide or not groups or apart
        if own:
            groups.append([place])
        else:
            groups[-1].append(place)
    return groups


def _body(run: Run, lines: Sequence[Texts], first: int) -> int:
    """Return the place where the body begins: at its first values, or above them where the text of their line goes on
    with what stands above it: figures are set at half height of tall cells."""
    place = first
    while 1 < place <= first and not run.lines[place].blanks and place - 1 not in run.wide:
        above, here = lines[place - 1], lines[place]
        shared = [c for c in above if c in here and not is_value(here[c])]
        if len(above) > 2 or not shared or not all(goes_on(here[c]) for c in shared):
            break
        place -= 1
    return place


def _is_more_head(line: Texts) -> bool:
    """Return whether a line with one short value is the rest of the head above it: its words go on."""
    words = [text for text in line.values() if not is_value(text)]
    return len(words) >= 2 and len(words) >= len(line) - 1 and all(map(goes_on, words))


def _heads_go_on(below: Sequence[Texts], values: frozenset[int]) -> bool:
    """Return whether the first of some lines holds the rest of words over columns of values: what is above it is head,
    whatever figures were read there."""
    words = [text for column, text in below[0].items() if column in values] if below else []
    return len(words) >= 2 and all(map(goes_on, words))


def _divides(line: Texts) -> bool:
    """Return whether a line begins with the label of a chapter or topic."""
    return _DIVISION.match(line.get(0, "")) is not None


def goes_on(text: str) -> bool:
    """Return whether words are the rest of some that stand before them."""
    return text[:1].islower() or text[:1] in "&),;"


def _groups(
    run: Run, lines: Sequence[Texts], holds: Sequence[bool], body: int, values: frozenset[int]
) -> list[list[int]]:
    """Return the rows of the body as places of lines."""
    groups: list[list[int]] = []
    place = body
    while place < len(lines):
        if not groups or _starts(run, lines, groups[-1], place, holds, values):
            groups.append([place])
        else:
            groups[-1].append(place)
        place += 1
    return groups


def _starts(
    run: Run, lines: Sequence[Texts], group: Sequence[int], place: int, holds: Sequence[bool], values: frozenset[int]
) -> bool:
    """Return whether a line begins a row of its own."""
    line, has_values = lines[place], any(holds[i] for i in group)
    if place in run.wide or group[-1] in run.wide or counts(run.lines[group[-1]]) or _divides(line):
        return True
    if _is_rest(lines, group, place):
        return False
    if run.lines[place].blanks:
        return True
    if holds[place]:
        if has_values:
            taken = {c for i in group for c in lines[i]}
            if 0 in line and 0 in taken and not goes_on(line[0]):
                return True
            return any(c in taken for c in line if c in values)
        own = [c for c in line if c not in values and any(c in lines[i] for i in group)]
        return not all(goes_on(line[c]) for c in own)
    if has_values and _opens_next(run, lines, place, holds, values):
        return True
    first = min(line)
    if len(line) == 1 and first == 0 and values:
        above = next((lines[i][0] for i in reversed(group) if 0 in lines[i]), "")
        return not (goes_on(line[0]) or _was_full(run, lines, above, line[0]))
    if not values and 0 in line and any(0 in lines[i] for i in group):
        return not all(goes_on(line[c]) for c in line)
    return False


def _is_rest(lines: Sequence[Texts], group: Sequence[int], place: int) -> bool:
    """Return whether a line is the rest of cells above it: its words go on, its figures are the ends of broken ones."""
    line = lines[place]
    words = [c for c, text in line.items() if not is_value(text)]
    going = [goes_on(line[c]) for c in words]
    if not words or not (all(going) if 0 in line else any(going)):
        return False
    if not any(c in lines[i] for i in group for c in words):
        return False
    return all(_broken(lines, group, column, text) for column, text in line.items() if column not in words)


def _broken(lines: Sequence[Texts], group: Sequence[int], column: int, text: str) -> bool:
    """Return whether a figure is the end of the one above it, which fills its column or ends in a dash or stroke."""
    above = next((lines[i][column] for i in reversed(group) if column in lines[i]), "")
    widest = max(len(line[column]) for line in lines if column in line)
    full = len(above) >= 8 and len(above) >= widest - 1 and len(text) <= 4
    return bool(above) and (full or above[-1] in "-–/,")


def _opens_next(run: Run, lines: Sequence[Texts], place: int, holds: Sequence[bool], values: frozenset[int]) -> bool:
    """Return whether a line without values opens the row of the values below it, whose text goes on with its own."""
    line = lines[place]
    if any(goes_on(text) for text in line.values()):
        return False
    at = place + 1
    while at < len(lines) and not holds[at] and not run.lines[at].blanks:
        if not any(goes_on(t) for t in lines[at].values()):
            return False
        at += 1
    if at == len(lines) or run.lines[at].blanks or not holds[at]:
        return False
    shared = [c for c in line if c in lines[at] and c not in values]
    if not shared and at == place + 1:  # the values stand on a line of their own between the two of a cell
        after = lines[at + 1] if at + 1 < len(lines) and not holds[at + 1] else {}
        return set(line) <= set(after)
    return bool(shared) and all(goes_on(lines[at][c]) for c in shared)


def _was_full(run: Run, lines: Sequence[Texts], above: str, text: str) -> bool:
    """Return whether the first word of a line had no room on the line above it."""
    widest = max((len(line[0]) for place, line in enumerate(lines) if 0 in line and place not in run.wide), default=0)
    return len(above) + 1 + len(text.split()[0]) > widest
