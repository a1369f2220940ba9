"""Rules of a PDF page that are drawn dot by dot, a tiny rectangle each, as browsers print dotted borders."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from extractors.arranging.tables.strokes import Stroke, Strokes

DOT = 2.5
"""Points: size of a dot at most."""
GAP, LEAST, FEWEST = 3.0, 14.0, 6
"""Points between two dots of a rule at most, and of a rule at least; dots of a rule, at least."""
MANY = 60
"""Dots of a page from which they may rule a table."""


def is_dot(thing: dict[str, Any]) -> bool:
    """Return whether a thing on a page is a dot of a rule, or of print."""
    return thing["object_type"] == "rect" and max(thing["width"], thing["height"]) <= DOT


def dotted_strokes(rects: Iterable[dict[str, Any]]) -> Strokes:
    """Return the rules that the dots among rectangles make; none where they go across alone, or down: leaders do."""
    dots = [tuple(float(r[name]) for name in ("x0", "x1", "top", "bottom")) for r in rects if is_dot(r)]
    if len(dots) < MANY:
        return Strokes()
    across = _runs([((top + bottom) / 2, x0, x1) for x0, x1, top, bottom in dots])
    down = _runs([((x0 + x1) / 2, top, bottom) for x0, x1, top, bottom in dots])
    return Strokes(across, down) if across and down else Strokes()


def edges_of(strokes: Strokes) -> dict[str, list[dict[str, Any]]]:
    """Return strokes as the lines that pdfplumber finds tables by besides those on its page."""
    down = [_line(s.at, s.at, s.start, s.end) | {"orientation": "v"} for s in strokes.down]
    across = [_line(s.start, s.end, s.at, s.at) | {"orientation": "h"} for s in strokes.across]
    return {"explicit_vertical_lines": down, "explicit_horizontal_lines": across}


def _line(x0: float, x1: float, top: float, bottom: float) -> dict[str, Any]:
    return {"object_type": "line", "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0,
            "height": bottom - top, "doctop": top}  # fmt: skip


def _runs(dots: list[tuple[float, float, float]]) -> tuple[Stroke, ...]:
    """Return the strokes of dots, given as where they stand, begin and end."""
    lines: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for dot in dots:
        lines[round(2 * dot[0])].append(dot)
    found = []
    for line in lines.values():
        run: list[tuple[float, float, float]] = []
        for dot in [*sorted(line, key=lambda d: d[1]), (0.0, float("inf"), 0.0)]:
            if run and dot[1] - run[-1][2] > GAP:
                if len(run) >= FEWEST and run[-1][2] - run[0][1] >= LEAST:
                    found.append(Stroke(run[0][0], run[0][1], run[-1][2]))
                run = []
            run.append(dot)
    return tuple(sorted(found, key=lambda s: (s.at, s.start)))
