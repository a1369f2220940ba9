"""Rows of a plan of courses or hours whose cells stand in other columns than their own: a converter left blank cells
out, ran two into one, or cut a name in two. What the whole rows have in each column tells where such cells belong."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.courses.cells import is_code
from extractors.curriculum.grids import NOTHING, Place
from extractors.curriculum.heads import Headed

FEWEST, KNOWN, TIMES, MORE = 2, 3, (2, 4), 3
"""Whole rows that tell what columns hold, and cells of figures of a row that is one of courses, at least; how many
times as much or as little as in any whole row a figure may be, first and else, and by how much more."""
_Row = tuple[Place, ...]


def set_right(head: Headed) -> Headed:
    """Return a plan with the cells of its rows in their columns; what may be of several columns is left out."""
    size = max([head.grid.width] if not head.first else map(_size, head.grid.rows[: head.first]))
    name, told = head.of("name", "topic"), list(head.grid.rows)
    rows = {r: told[r][: _size(told[r])] for r in head.data if sum(_is_figure(p.text) for p in told[r]) >= KNOWN}
    if name is None or not all(p.span and not p.merged for row in rows.values() for p in row):
        return head
    full = {r: row for r, row in rows.items() if len(row) == size}
    trimmed = len(full) * 2 < len(rows) and not all(p.text for row in rows.values() for p in row)
    strict, fits = (_fitting(list(full.values()), size, times) for times in TIMES)
    odd = {r for r, row in full.items() if not all(map(fits, range(size), row))}
    blank = {c for c in range(size) if not any(row[c].text for row in full.values())}  # which says nothing of others
    for r, row in rows.items() if len(full) - len(odd) >= FEWEST else ():
        if r in full.keys() - odd or trimmed and all(fits(c, p) or c in blank for c, p in enumerate(row)):
            continue  # but for blank cells at the end
        end = len(row) if r not in odd else max(n for n, p in enumerate(row, 1) if p.text)  # blank cells behind
        ways = (way for kinds in (strict, fits) for way in _moved(row[:end], size, name.index, kinds))
        if (moved := next(ways, None)) or r not in odd:
            bare = (NOTHING if _is_figure(p.text) else p for p in row[:size])
            told[r] = tuple([*(moved or bare), *[NOTHING] * head.grid.width][: head.grid.width])
    return replace(head, grid=replace(head.grid, rows=tuple(told)))


def _size(row: _Row) -> int:  # how many cells were printed
    return max((n for n, place in enumerate(row, 1) if place.span), default=0)


def _is_figure(text: str) -> bool:
    return any(map(str.isdecimal, text)) and not any(map(str.isalpha, text))


def _fitting(rows: Sequence[_Row], size: int, times: int) -> Callable[[int, Place], bool]:
    """Return what says whether a cell may stand in a column: nothing, such a figure, a code, or words."""
    columns = [[row[c].text for row in rows if row[c].text] for c in range(size)]
    counted = [sum(map(_is_figure, own)) * 2 > len(own) for own in columns]
    worth = [[n for text in own if (n := figures.number(text))] or [0] for own in columns]

    def fits(c: int, place: Place) -> bool:
        if not place.text or not columns[c] or _is_figure(place.text) is not counted[c]:
            return not place.text
        if not counted[c]:
            return is_code(place.text) or sum(map(is_code, columns[c])) * 2 <= len(columns[c])
        number = figures.number(place.text)
        return not number or min(worth[c]) / times - MORE <= number <= max(worth[c]) * times + MORE

    return fits


def _moved(row: _Row, size: int, name: int, fits: Callable[[int, Place], bool]) -> Iterator[_Row]:
    """Yield the cells of a row in their columns: as they were before two were run together (number and code, code and
    name) or a name was cut, then with the blank cells that were left out."""
    for n, place in enumerate(row[: name + 1]):
        for cut in re.finditer(r"(?<=\d)[.)]?\s+(?=\S)", place.text):
            halves = (replace(place, text=text) for text in (place.text[: cut.start()], place.text[cut.end() :]))
            if len(row) + 1 == size and all(map(fits, range(size), parted := (*row[:n], *halves, *row[n + 1 :]))):
                yield parted
    whole = tuple(replace(p, text=" ".join(p.text for p in row[name : name + 2])) for p in row[name : name + 1])
    joined = (*row[:name], *whole, *row[name + 2 :], NOTHING)[:size]
    if len(row) >= size == len(joined) and all(map(fits, range(size), joined)):
        yield joined
    first, last = _nearest(row, range(size), fits), _nearest(row[::-1], range(size)[::-1], fits)[::-1]
    if None not in first:
        told = {a: place for a, b, place in zip(first, last, row, strict=True) if a == b}
        yield tuple(told.get(c, NOTHING) for c in range(size))


def _nearest(row: _Row, columns: range, fits: Callable[[int, Place], bool]) -> list[int | None]:
    left = iter(columns)
    return [next((c for c in left if fits(c, place)), None) for place in row]
