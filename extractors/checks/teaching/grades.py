"""Grading scales: steps that overlap, points that belong to no step, a step printed upside down."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from extractors.checks.printed import WORDS
from extractors.checks.telling import tell
from extractors.curriculum import figures
from extractors.curriculum.grids import grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

_Band = tuple[float | int, float | int]
_LETTERED = re.compile(r"(?<!\w)[A-F][+-]?\s*[:=–-]?\s*(\d{2,3})\s?[-–]\s?(\d{2,3})(?![\d.])")
"""A step of a scale in running text: `B 80-89`."""
_POINTED = Wordings(
    WORDS, r"(?<![\d.,])(?:(?P<low>\d{2,3})\s?[-–]|<<under>>)\s?(?P<top>\d{2,3})\s*<<points>>(?!\w)", re.I
)
"""A step of a scale told in points: `70–84 балла`, `менее 55 баллов`."""
LEAST = 3
"""Other steps with points that have bounds."""
WIDEST = 1.0
"""Points of a hundred that may lie between two steps: 75-89 and 90-100 leave out nothing that is given."""
TEN, FINE, TOPS = 10, 0.11, (10, 100)
"""The top of a scale of ten points, and what may lie between its steps where they are told in tenths; tops."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is wrong with the steps of the grading scales."""
    found: list[Finding] = []
    graded = [row for row in rows if row.table == "grades"]
    for scale in _scales(graded):
        found += _steps(scale)
    twice = [row for above, row in pairwise(graded) if row.get("letter") and row.get("letter") == above.get("letter")]
    for row in twice if len(twice) == 1 and len(graded) > LEAST else ():
        found.append(tell("grade_overlap.twice", "error", "grades", row.row_key, letter=row.get("letter")))
    return [*found, *_unbounded(graded), *(_bands(document) if rows and not graded else ())]


def _bands(document: Document) -> Iterator[Finding]:
    """Yield the only place where the bands of a column overlap or leave a gap, where all the others meet."""
    for grid in grids(document):
        for column in range(grid.width):
            own = [row[column : column + 2] for row in grid.rows[1:] if not row[column].merged]
            for texts in ([pair[0].text for pair in own], ["-".join(place.text for place in pair) for pair in own]):
                bands = [band for text in texts if (band := figures.share(text))]
                ends = all(low < high for low, high in bands) and max(bands, default=(0, 0))[1] in TOPS
                if len(bands) > LEAST and len(bands) == len(texts) and (texts[0] == own[0][0].text or ends):
                    yield from _odd(bands)
    for line in re.split(r"[\n\f]", document.text.content):
        lettered = [(int(m[1]), int(m[2])) for m in _LETTERED.finditer(line)]
        pointed = ((m["low"], int(m["top"])) for m in _POINTED.finditer(line))
        told = lettered or [(int(low or 0), top if low else top - 1) for low, top in pointed]
        if len(told) >= LEAST and all(low < high for low, high in told):
            yield from _odd(told)


def _odd(told: Sequence[_Band]) -> Iterator[Finding]:
    """Yield the only place where bands overlap or leave a gap, where all the others meet."""
    bands = sorted(told)
    steps = [round(high[0] - low[1], 2) for low, high in pairwise(bands)]
    usual = max(set(steps), key=steps.count)
    odd = [n for n, step in enumerate(steps) if step != usual]
    if len(odd) == 1 and 0 <= usual <= WIDEST and steps.count(usual) > 1:
        low, high = bands[odd[0]], bands[odd[0] + 1]
        rule = "grade_overlap" if high[0] <= low[1] else "grade_gap"
        said = {"low": _range(low), "high": _range(high), "top": low[1], "bottom": high[0]}
        yield tell(rule, "error" if rule == "grade_overlap" else "warning", "grades", None, **said)


def _range(band: _Band) -> str:
    return f"{band[0]:g}–{band[1]:g}"


def _unbounded(rows: list[Row]) -> Iterator[Finding]:
    """Yield the only step with points whose bounds cannot be read."""
    pointed = [row for row in rows if row.get("points") is not None]
    bare = [row for row in pointed if _bare(row)]
    if len(bare) == 1 and len(pointed) > LEAST:
        yield tell("grade_gap.unread", "warning", "grades", bare[0].row_key, step=bare[0].get("letter") or "?")


def _bare(row: Row) -> bool:
    """Whether a step has points and no bounds."""
    unbounded = row.get("min_percent") is None and row.get("max_percent") is None
    return unbounded and row.get("points") is not None


def _scales(rows: list[Row]) -> Iterator[list[Row]]:
    """Yield scales: steps in reading order; a letter or label that comes again begins another."""
    scale: list[Row] = []
    seen: set[str] = set()
    for row in rows:
        name = str(row.get("letter") or row.get("label") or row.row_key)
        if name in seen:
            yield scale
            scale, seen = [], set()
        seen.add(name)
        scale.append(row)
    yield scale


def _steps(scale: list[Row]) -> Iterator[Finding]:
    bounded = [row for row in scale if row.get("min_percent") is not None and row.get("max_percent") is not None]
    unread = any(_bare(row) for row in scale)  # a step whose bounds are not read may lie in a gap
    ordered = sorted(bounded, key=lambda row: (row.get("min_percent"), row.get("max_percent")))
    if len(ordered) < 3:
        return
    bounds = [float(row.get(column)) for row in bounded for column in ("min_percent", "max_percent")]
    tenths = max(bounds) <= TEN and any(bound != int(bound) for bound in bounds)
    meeting = [low.get("max_percent") < high.get("min_percent") for low, high in pairwise(ordered)]
    apart = sum(meeting) if len(ordered) > LEAST else 0  # steps that all others leave a unit between
    for low, high in pairwise(ordered):
        top, bottom = low.get("max_percent"), high.get("min_percent")
        above, below = high.get("points"), low.get("points")
        most = high is ordered[-1] and above == below  # `A+` and `A` both make the most that there is
        if above is not None and below is not None and above <= below and not most and _rises(ordered):
            yield tell("grade_order", "error", "grades", high.row_key, **_said(low, high), above=above, below=below)
        if high.get("max_percent") <= top or low.get("min_percent") == bottom:
            continue  # a step inside another is a step of a coarser scale beside it
        if top > bottom or top == bottom and apart == len(ordered) - 2:
            yield tell("grade_overlap", "error", "grades", low.row_key, **_said(low, high))
        elif bottom - top > (FINE if tenths else WIDEST) and not unread:
            yield tell("grade_gap", "warning", "grades", low.row_key, **_said(low, high))


def _rises(ordered: list[Row]) -> bool:
    """Say whether the points of a scale rise with its shares but in one place: those of another scale may fall."""
    points = [row.get("points") for row in ordered if row.get("points") is not None]
    return len(points) > LEAST and sum(a >= b for a, b in pairwise(points)) == 1


def _said(low: Row, high: Row) -> dict[str, Any]:
    """Return the two steps and the bounds between them, as a finding names them."""
    names = {"low": low.get("letter") or low.row_key, "high": high.get("letter") or high.row_key}
    return names | {"top": low.get("max_percent"), "bottom": high.get("min_percent")}
