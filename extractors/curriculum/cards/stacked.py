"""Cards with a column for each form of study, whose labels stand over their values."""

from collections.abc import Iterator

from extractors.curriculum.courses.semesters import semester_of
from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.heads import headed, mode_of
from models.document import Document


def stacked(document: Document) -> Iterator[tuple[str, list[tuple[str | None, Place]]]]:
    """Yield labels that stand over their values, one for each form of study: `Лекції` over `30 год.` and `6 год.`"""
    for grid in grids(document):
        plan = (head := headed(grid)) and head.of("topic")  # which tells no forms of study
        for r, row in enumerate(() if plan else grid.rows):
            heads = {n: m for n, p in enumerate(row) if p.text and not p.merged and (m := mode_of(p.text))}
            if len(heads) >= 2:
                yield from _stacked_rows(grid, r + 1, _under(grid, r, heads))
                break


def _under(grid: Grid, r: int, heads: dict[int, str]) -> dict[int, str]:
    """Return the columns below the heads of the forms of study, one for each semester where the next row names them."""
    wide = {c: mode for n, mode in heads.items() for c in range(n, n + grid.rows[r][n].column_span)}
    below = grid.rows[r + 1] if r + 1 < len(grid.rows) else ()
    parted = len(wide) > len(heads) and below and all(semester_of(below[c].text) for c in wide)
    return wide if parted else heads


def semesters_over(document: Document) -> list[Place]:
    """Return the semesters that stand side by side below the first form of study of a card; nothing elsewhere."""
    for grid in grids(document):
        for r, row in enumerate(grid.rows[:-1]):
            heads = {n: m for n, p in enumerate(row) if p.text and not p.merged and (m := mode_of(p.text))}
            if len(heads) >= 2:
                columns = _under(grid, r, heads)
                first = [grid.rows[r + 1][c] for c, mode in columns.items() if mode == next(iter(columns.values()))]
                return first if len(columns) > len(heads) else []
    return []


def _stacked_rows(
    grid: Grid, start: int, modes: dict[int, str]
) -> Iterator[tuple[str, list[tuple[str | None, Place]]]]:
    first, labelled = min(modes), False
    for row, below in zip(grid.rows[start:], grid.rows[start + 1 :], strict=False):
        label = row[first]
        values: list[tuple[str | None, Place]] = [(mode, below[n]) for n, mode in modes.items()]
        alone = not any(row[n].text for n in modes if n != first)  # where a converter left the span empty
        spans_all = all(row[n].text == label.text for n in modes)
        over, labelled = labelled, False
        whole = spans_all and not any(p.text and mode_of(p.text) for p in below)
        if alone and not any(map(str.isdigit, label.text)):
            whole = all(place.text for _, place in values)  # a merged cell of a plain text
        if label.text and whole and not label.merged and all(p.text != label.text for _, p in values):
            labelled = True
            yield label.text, [(mode, place) for mode, place in values if place.text and not place.merged]
        beside = row[first - 1] if first else row[first]
        own: list[tuple[str | None, Place]] = [
            (mode, row[n]) for n, mode in modes.items() if row[n].text and not row[n].merged
        ]
        if first and beside.text and own and not spans_all and not over:
            yield beside.text, own
