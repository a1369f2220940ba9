"""Tables of text files drawn with bars: Markdown, grids of dashes and plus signs, box drawing, bars between columns.

Where bars stand one below the other, cells are told by place, a missing bar being a merged cell; else (Markdown that
is not lined up) by number. Where rules stand between the rows, the lines between two rules are one row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.arranging.spaced.printed import printed_width
from models.page import Cell, Grid, Line

BARS = "|│┃║¦"
TALL, USUAL = 8, 6
"""Lines of one row, and of the rows in the middle, at most, where rules part them."""
_BAR = re.compile(rf"(?<!\\)[{BARS}]")
_RULE = re.compile(r"[-=+:_~|│┃║¦\s\u2500-\u257f]*[-=\u2500\u2501\u2550_]{2,}[-=+:_~|│┃║¦\s\u2500-\u257f]*")
_JOINT = re.compile(r"[+|┼┬┴├┤┌┐└┘╬╦╩╠╣╔╗╚╝│┃║¦┿╂╋╪╫]")
_PARAGRAPH = re.compile(r" {2,}| (?=[*•] \S)")
"""What parts the paragraphs and the items of a list in a cell of Markdown, which is one line."""


@dataclass(frozen=True, slots=True)
class Barred:
    """The numbers of the first and the last line of a table, and its grid."""

    first: int
    last: int
    grid: Grid


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line of a drawn table: where its bars stand, and whether it is a rule."""

    text: str
    bars: tuple[int, ...]
    rule: bool


def barred_tables(lines: Sequence[str]) -> Iterator[Barred]:
    """Yield the tables drawn with bars among the lines of a page."""
    start: int | None = None
    for number, line in enumerate([*lines, ""]):
        if number < len(lines) and (drawn := _drawn(line)) and (drawn.bars or drawn.rule):
            start = number if start is None else start
            continue
        if start is not None:
            yield from _table(lines, start, number)
            start = None


def _drawn(line: str) -> _Drawn:
    rule = bool(_RULE.fullmatch(line))
    return _Drawn(line, tuple(m.start() for m in (_JOINT if rule else _BAR).finditer(line)), rule)


def _table(lines: Sequence[str], start: int, end: int) -> Iterator[Barred]:
    """Yield the table of lines with bars that follow each other, rules without joints at their ends left out."""
    drawn = [_drawn(lines[number]) for number in range(start, end)]
    while drawn and drawn[0].rule and not drawn[0].bars:
        drawn, start = drawn[1:], start + 1
    while drawn and drawn[-1].rule and not drawn[-1].bars:
        drawn, end = drawn[:-1], end - 1
    body = [line for line in drawn if not line.rule]
    rules = len(drawn) - len(body)
    if len(body) < (2 if rules else 3) or max((len(line.bars) for line in body), default=0) < 1:
        return
    if not rules and (_share_of_most([len(line.bars) for line in body]) < 0.8):
        return
    edges = _edges(body)
    framed = bool(edges) and all(line.bars and not line.text[: line.bars[0]].strip() for line in body)
    framed = framed and all(_columns(line)[0] == edges[0] for line in body)
    split = [_by_place(line, edges, int(framed)) if edges else _by_number(line) for line in body]
    width = max(max(cells, default=0) for cells in split) + 1 if split else 0
    if width < 2:
        return
    rows = _rows(drawn, split, placed=bool(edges))
    if len(rows) >= 2:
        yield Barred(start, end - 1, _grid(rows))


def _share_of_most(counts: Sequence[int]) -> float:
    return max(counts.count(c) for c in counts) / len(counts)


def _edges(body: Sequence[_Drawn]) -> list[int]:
    """Return the places at which bars stand one below the other, in columns; none where they do not."""
    places = [_columns(line) for line in body]
    shared = [set(p) for p in places]
    edges = sorted(set().union(*shared))
    lone = [x for x in edges if sum(x in p for p in shared) < max(2, 0.3 * len(body))]
    if lone or not edges:
        return []
    return edges


def _columns(line: _Drawn) -> list[int]:
    return [printed_width(line.text[:bar]) for bar in line.bars]


Cells = dict[int, tuple[str, int]]
"""First column of a cell to its text and the columns that it covers."""


def _by_place(line: _Drawn, edges: Sequence[int], framed: int) -> Cells:
    """Return the cells between the bars of a line; `framed` is 1 where the first edge opens the table."""
    cuts, ends = list(line.bars), _columns(line)
    if not cuts or line.text[cuts[-1] + 1 :].strip():
        cuts, ends = [*cuts, len(line.text)], [*ends, edges[-1] + 1]
    cells: Cells = {}
    before, begun = -1, 0
    for at, (cut, x) in enumerate(zip(cuts, ends, strict=True)):
        place = edges.index(x) + 1 if x in edges else len(edges) + 1
        if at or not framed:
            cells[begun - framed] = (line.text[before + 1 : cut].strip(), max(1, place - begun))
        before, begun = cut, place
    return cells


def _by_number(line: _Drawn) -> Cells:
    text = line.text.strip()
    text = text[1:] if text[:1] in BARS else text
    text = text[:-1] if text[-1:] in BARS and text[-2:-1] != "\\" else text
    parts = (part.replace("\\|", "|").strip() for part in _BAR.split(text))
    return {place: (_PARAGRAPH.sub("\n", part), 1) for place, part in enumerate(parts)}


def _rows(drawn: Sequence[_Drawn], split: Sequence[Cells], *, placed: bool) -> list[list[Cells]]:
    """Return the rows as their printed lines: by the rules where they part most of them, else as the cells tell; where
    bars are not `placed` one below the other, a line is a row, unless it goes on in small letters."""
    groups: list[list[Cells]] = [[]]
    at = 0
    for line in drawn:
        if line.rule:
            groups.append([])
        else:
            groups[-1].append(split[at])
            at += 1
    groups = [group for group in groups if group]
    even = max(map(len, groups), default=0) <= TALL or len(split) <= USUAL * len(groups)
    if len(groups) > 2 and even or len(groups) == len(split):
        return groups
    rows: list[list[Cells]] = []
    for group in groups:
        for number, cells in enumerate(group):
            head = group is groups[0] and len(groups) > 1
            if number and (placed or head or _in_small(cells)) and _is_rest(cells, rows[-1], head=head):
                rows[-1].append(cells)
            else:
                rows.append([cells])
    return rows


def _in_small(cells: Cells) -> bool:
    return any(text[:1].islower() for text, _ in cells.values())


def _is_rest(cells: Cells, above: list[Cells], *, head: bool) -> bool:
    """Return whether a line goes on with the row above: its first cell is empty, and no figure stands where one is."""
    filled = {place: text for place, (text, _) in cells.items() if text}
    if not filled or cells.get(0, ("", 1))[0] or not above[0].get(0, ("", 1))[0]:
        return False
    if head:
        return True
    taken = {place for line in above for place, (text, _) in line.items() if text}
    return set(filled) <= taken and not any(re.fullmatch(r"[\d.,%\s]+", text) for text in filled.values())


def _grid(rows: Sequence[Sequence[Cells]]) -> Grid:
    made = []
    for number, row in enumerate(rows):
        texts: dict[int, list[str]] = {}
        covered: dict[int, int] = {}
        for line in row:
            for place, (text, span) in line.items():
                covered[place] = min(covered.get(place, span), span)
                if text:
                    texts.setdefault(place, []).append(text)
        made += [
            Cell(number, place, tuple(Line((), text=part) for part in parts), 1, _room(place, covered))
            for place, parts in sorted(texts.items())
        ]
    return Grid(tuple(made))


def _room(place: int, covered: dict[int, int]) -> int:
    following = min((other for other in covered if other > place), default=place + covered[place])
    return min(covered[place], following - place)
