"""Scores that stand in a row under the names of the works, in a table without a column of either."""

import re

from extractors.curriculum import figures
from extractors.curriculum.grids import Grid
from extractors.curriculum.lists import is_total
from models.rows import Value


def scored(grid: Grid) -> list[dict[str, Value]]:
    """Return the works of a table that names them in one row (`Т1 Т2 …`) and scores them in the next."""
    for r in range(len(grid.rows) - 1):
        names, scores = grid.rows[r], grid.rows[r + 1]
        coded = [c for c, p in enumerate(names) if re.fullmatch(r"[ТTПЛM]\s?\d{1,2}", p.text)]
        if len(coded) < 3:
            continue
        found = []
        for c in range(grid.width):
            place, score = names[c], scores[c]
            value = figures.number(score.text)
            if value is None or not place.text or score.merged or is_total(place.text):
                continue
            groups = {grid.rows[r - 1][n].text for n in coded} if r else set()
            above = grid.rows[r - 1][c].text if r and (c in coded or grid.rows[r - 1][c].text in groups) else ""
            cells = {
                "title": Value(place.text, place.span, 0.85, "marks"),
                "max_score": Value(value, score.span, 0.88, "marks"),
            }
            if above and above != place.text:
                cells["period"] = Value(above, grid.rows[r - 1][c].span, 0.8, "marks")
            found.append(cells)
        return found
    return _summed(grid)


def _summed(grid: Grid) -> list[dict[str, Value]]:
    """Return the works of a table of two rows, names over scores, that the sum in its last column proves."""
    if len(grid.rows) != 2 or grid.width < 3 or any(p.merged or not p.text for row in grid.rows for p in row):
        return []
    names, scores = grid.rows
    values = [figures.number(p.text) for p in scores]
    whole = values[-1]
    parts = [v for v in values[:-1] if v is not None]
    if len(parts) != grid.width - 1 or whole != sum(parts) or whole != 100 or not is_total(names[-1].text):
        return []
    return [
        {"title": Value(n.text, n.span, 0.85, "marks"), "max_score": Value(v, s.span, 0.88, "marks")}
        for n, s, v in zip(names[:-1], scores[:-1], parts, strict=True)
    ]
