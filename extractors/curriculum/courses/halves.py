"""Course lists printed side by side in one table: two semesters, or old courses beside those that replace them."""

from dataclasses import replace

from extractors.curriculum.courses.parts import SEMESTER
from extractors.curriculum.courses.semesters import semester_of
from extractors.curriculum.heads import Column, Headed
from models.rows import Value


def halves(head: Headed) -> list[Headed]:
    """Return the lists of a table whose heads of codes and names come again, each without the others' columns; the
    whole alone where they do not."""
    codes, names = head.all("code"), head.all("name")
    firsts = [min(pair, key=lambda c: c.index) for pair in zip(codes, names, strict=False)]
    alike = len({c.path[-1] for c in codes if c.path}) == len({c.path[-1] for c in names if c.path}) == 1
    starts = [c.index for c in firsts]
    if len(codes) != len(names) or len(codes) < 2 or not alike or starts != sorted(set(starts)):
        return [head]
    ends = [*starts[1:], len(head.columns)]
    if any(not (a <= c.index < b and a <= n.index < b) for a, b, c, n in zip(starts, ends, codes, names, strict=True)):
        return [head]
    return [
        replace(head, columns=tuple(_within(c, starts[0], start, end) for c in head.columns))
        for start, end in zip(starts, ends, strict=True)
    ]


def _within(column: Column, shared: int, start: int, end: int) -> Column:
    """Return a column as it is where it belongs to a list or to all; else without its meaning."""
    if column.index < shared or start <= column.index < end:
        return column
    return Column(column.index, None, ())


def semester_over(head: Headed) -> Value | None:
    """Return the semester that stands over the columns of a list: `Học kỳ 1 | Học kỳ 2`."""
    name = head.of("name")
    match = SEMESTER.fullmatch(name.path[0].strip()) if name and len(name.path) > 1 else None
    number = semester_of(match[1]) if match else None
    place = next((p for row in head.grid.rows for p in row if match and p.text.strip() == match[0]), None)
    return Value(number, place.span, 0.9, "list.halves") if number and place else None
