"""Scores of tables without a head: in a row under the names of the works, or beside names, making a hundred."""

import re

from extractors.curriculum import figures
from extractors.curriculum.grids import NOTHING, Grid, Place
from extractors.curriculum.table_rows import is_total
from models.rows import Value


def scored(grid: Grid) -> list[dict[str, Value]]:
    """Return the works of a table that names them in one row (`Т1 Т2 …`) and scores them in the next."""
    for r in range(len(grid.rows) - 1):
        names, scores = grid.rows[r], grid.rows[r + 1]
        coded = [c for c, p in enumerate(names) if re.fullmatch(r"[ТTПЛM]\s?\d{1,2}", p.text)]
        if len(coded) < 3:
            continue
        found, over = [], NOTHING
        for c in range(grid.width):
            place, score = names[c], scores[c]
            alone = not score.text and figures.number(place.text) is not None  # as a plain text leaves it
            value = figures.number(place.text if alone else score.text)
            if (alone or score.merged and score.span == place.span) and value is not None:
                above = (row[c] for row in grid.rows[:r][::-1])  # beside both rows, its name above them
                place, score = next((p for p in above if p.text and p.span != place.span), place), place
            if not (r and c in coded and not grid.rows[r - 1][c].text):  # a plain text has a head over the first alone
                over = grid.rows[r - 1][c] if r else NOTHING
            if value is None or not place.text or place is score or score.merged or is_total(place.text):
                continue
            groups = {grid.rows[r - 1][n].text for n in coded} if r else set()
            above_it = over.text if c in coded or over.text in groups else ""
            cells = {
                "title": Value(place.text, place.span, 0.85, "marks"),
                "max_score": Value(value, score.span, 0.88, "marks"),
            }
            if above_it and above_it != place.text:
                cells["period"] = Value(above_it, over.span, 0.8, "marks")
            found.append(cells)
        return found
    return _summed(grid) or _parts_of_hundred(grid)


def _summed(grid: Grid) -> list[dict[str, Value]]:
    """Return the works of a table of two rows, names over scores, that the sum in its last column proves; over the
    names may stand what they belong to, beside a work of its own: `Поточний контроль | Екзамен | Сума`."""
    if len(grid.rows) not in (2, 3) or grid.width < 3 or any(p.merged or not p.text for p in grid.rows[-1]):
        return []
    *over, scores = grid.rows
    names = [_lowest(over, c) for c in range(grid.width)]
    values = [figures.number(p.text) for p in scores]
    whole = values[-1]
    parts = [v for v in values[:-1] if v is not None]
    if len(parts) != grid.width - 1 or whole != sum(parts) or whole != 100 or not all(p.text for p in names):
        return []
    if not is_total(names[-1].text) or len({p.span for p in names}) < len(names):
        return []
    return [
        {"title": Value(n.text, n.span, 0.85, "marks"), "max_score": Value(v, s.span, 0.88, "marks")}
        for n, s, v in zip(names[:-1], scores[:-1], parts, strict=True)
    ]


def _lowest(over: list[tuple[Place, ...]], c: int) -> Place:
    """Return the head right over the scores of a column, the one that reaches down to them where it spans the rows."""
    own = over[-1][c]
    return over[0][c] if own.merged and over[0][c].row_span > 1 else NOTHING if own.merged else own


def _parts_of_hundred(grid: Grid) -> list[dict[str, Value]]:
    """Return the works of a table of two columns without a head: names beside shares, or beside points that a printed
    sum adds up, which make a hundred."""
    if grid.width != 2 or not 3 <= len(grid.rows) <= 12 or any(p.merged for row in grid.rows for p in row):
        return []
    rows = [(name, share) for name, share in grid.rows if not is_total(name.text)]
    summed = len(rows) + 1 == len(grid.rows) and figures.number(grid.rows[-1][1].text) == 100
    column, read = ("max_score", figures.number) if summed else ("weight_percent", figures.percent)
    shares = [read(share.text) if summed or share.text.endswith("%") else None for _, share in rows]
    if any(value is None for value in shares) or sum(value or 0 for value in shares) != 100:
        return []
    if not all(sum(c.isalpha() for c in name.text) >= 3 for name, _ in rows):
        return []
    return [
        {"title": Value(name.text, name.span, 0.88, "marks"), column: Value(value, share.span, 0.9, "marks")}
        for (name, share), value in zip(rows, shares, strict=True)
    ]
