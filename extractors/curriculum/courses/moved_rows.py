"""Rows of a course list whose cells stand in other columns than their own: a converter left blank cells out, ran two
into one, or cut a name in two. What the whole rows have in each column tells where such cells belong."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.courses.cells import is_code
from extractors.curriculum.grids import NOTHING, Place
from extractors.curriculum.heads import Headed

FEWEST, KNOWN, TIMES = 2, 3, 4
"""Whole rows that tell what columns hold, and cells of figures of a row that is one of courses, at least; how many
times as much or as little as in any whole row a figure may be."""
_Row = tuple[Place, ...]
_Fits = Callable[[int, Place], bool]


def set_right(head: Headed) -> Headed:
    """Return a list with the cells of its rows in their columns; what may be of several columns is left out."""
    size = max([head.grid.width] if not head.first else map(_size, head.grid.rows[: head.first]))
    name, told = head.of("name"), list(head.grid.rows)
    rows = {r: told[r][: _size(told[r])] for r in head.data if sum(_is_figure(p.text) for p in told[r]) >= KNOWN}
    printed = all(p.span and not p.merged for row in rows.values() for p in row)
    trimmed = all(row[-1].text for row in rows.values()) and not all(p.text for row in rows.values() for p in row)
    if name is None or not printed or trimmed:  # blank cells stand where they belong, but for those at the ends
        return head
    full = {r: row for r, row in rows.items() if len(row) == size}
    counted = [c for c in range(size) if _are_figures([row[c].text for row in full.values()])]
    odd = {r for r, row in full.items() if any(row[c].text and not _is_figure(row[c].text) for c in counted)}
    fits = _fitting([row for r, row in full.items() if r not in odd], size)
    for r, row in rows.items() if len(full) - len(odd) >= FEWEST else ():
        end = len(row) if r not in odd else max(n for n, p in enumerate(row, 1) if p.text)  # blank cells behind
        moved = next(_moved(row[:end], size, name.index, fits), None) if end != size or r in odd else row
        if moved or r not in odd:
            bare = (NOTHING if _is_figure(p.text) else p for p in row[:size])
            told[r] = tuple([*(moved or bare), *[NOTHING] * head.grid.width][: head.grid.width])
    return replace(head, grid=replace(head.grid, rows=tuple(told)))


def _size(row: _Row) -> int:
    """Return how many cells a row was printed with."""
    return max((n for n, place in enumerate(row, 1) if place.span), default=0)


def _is_figure(text: str) -> bool:
    return figures.number(text) is not None


def _are_figures(texts: Sequence[str]) -> bool:
    return sum(map(_is_figure, texts)) * 2 > sum(map(bool, texts))


def _fitting(rows: Sequence[_Row], size: int) -> _Fits:
    """Return what says whether a cell may stand in a column: nothing, such a figure, a code, or words."""
    columns = [[row[c].text for row in rows if row[c].text] for c in range(size)]
    worth = [[figures.number(text) or 0 for text in own] if _are_figures(own) else [] for own in columns]

    def fits(c: int, place: Place) -> bool:
        number, known = figures.number(place.text), [n for n in worth[c] if n]
        if not place.text or not columns[c] or (number is None) is bool(worth[c]):
            return not place.text
        if number is None:
            return is_code(place.text) or not any(map(is_code, columns[c]))
        return not number or bool(known) and min(known) / TIMES <= number <= max(known) * TIMES

    return fits


def _moved(row: _Row, size: int, name: int, fits: _Fits) -> Iterator[_Row]:
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
    places = [[c for c in range(size) if fits(c, place) and _may(row[:n], range(c), fits)
               and _may(row[n + 1 :], range(c + 1, size), fits)] for n, place in enumerate(row)]  # fmt: skip
    if all(places):
        told = {own[0]: place for own, place in zip(places, row, strict=True) if len(own) == 1}
        yield tuple(told.get(c, NOTHING) for c in range(size))


def _may(row: _Row, columns: range, fits: _Fits) -> bool:
    """Say whether cells may stand in columns in their order, blank ones between them."""
    reached = {columns.start}
    for place in row:
        reached = {c + 1 for c in range(min(reached, default=columns.stop), columns.stop) if fits(c, place)}
    return bool(reached)
