"""grades: the steps of a grading scale."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.curriculum import figures
from extractors.curriculum.grading.misread_steps import settled_letters, settled_points, without_overlaps
from extractors.curriculum.grading.scales import told
from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.heads import Column, Headed, headed
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Row, Value
from normalizers.unicode.twins import to_latin
from normalizers.wordings import Wordings

MOST = 100
"""Points of a scale at most."""
FOUR, TEN, LEAST = 4, 10, 3
"""The most of a scale of ten, and how many other steps say that it is one."""
TWO_OUTCOMES = 2
"""Names of steps that only say who passed: `зараховано`, `не зараховано`."""
LONGEST_RUNG = 24
"""Characters of the name of a step, at most; more describe it."""
_LETTER = re.compile(r"[A-F]X?\s?[+-]?")
_BESIDE = re.compile(r"(\w{1,2}\s?[+-]?)\s*\(([^()]+)\)")
"""The letter of a step with its bounds or its name in one cell: `A (90-100)`, `A (Giỏi)`."""
_SIGNS = str.maketrans("–−с", "--C")
_SCALES = KNOWLEDGE / "scale_words.tsv"
_BELOW = Wordings(_SCALES, r"<<cell_below>>\s*(\d{1,3}(?:[.,]\d+)?)", re.I)
_ABOVE = Wordings(_SCALES, r"<<cell_above>>\s*(\d{1,3}(?:[.,]\d+)?)\s*<<cell_upwards>>?", re.I)
_BOUNDS = ("min_percent", "max_percent")
_WORDS = Wordings(_SCALES, "<<rung>>", re.I)
"""Names of steps."""
_NAMES = Wordings(_SCALES, r"<<called>>", re.I)
"""A cell that is the name of a step and nothing else."""
_COUNTED = ("week", "number", "hours", "semester")
"""Columns whose ranges count something else: `Tuần 1-3` beside what is graded in it."""
_CALLED = ("label", "description", "component", "label_pass")
"""What a column that names the steps may be headed; the one of letters is none of them, however its head was read."""
_FROM = Wordings(_SCALES, r"(?:<<of_points>> )?<<from_column>>\W*", re.I)
_TO = Wordings(_SCALES, r"(?:<<of_points>> )?<<to_column>>\W*", re.I)


def extract(document: Document) -> list[Row]:
    """Return the steps of each scale that a table sets out: letters or labels with points or percent."""
    rows: list[Row] = []
    seen: set[tuple[object, ...]] = set()
    for grid in grids(document):
        head = next((h for g in (grid, *_turned(grid)) if (h := headed(g)) is not None and _is_scale(h)), None)
        if head is None:
            rows += _headless(grid)
            continue
        for row in _steps(head):
            key = tuple(row.get(c) for c in ("letter", "points", "min_percent", "max_percent"))
            if key not in seen:
                seen.add(key)
                rows.append(row)
    return rows or told(document)


TEN = 10
"""The highest mark of a scale most of whose bounds are no higher."""


def _headless(grid: Grid) -> list[Row]:
    """Return the steps of a table of two columns without a head: `Відмінно / Excellent | 90-100`, `A- | 90-92`."""
    if grid.width > 2 and headed(grid) is None:
        return _beheaded(grid)
    body = grid.rows[1:] if grid.width == 2 and not any(ch.isdigit() for ch in grid.rows[0][1].text) else grid.rows
    if grid.width != 2 or not 3 <= len(body) <= 14 or headed(grid) is not None:
        return []
    found = []
    lettered = len({_letter(p.text) for p, _ in body if _LETTER.fullmatch(_letter(p.text))}) == len(body)
    for name, scores in body:
        bounds = _bounds(scores.text)
        if bounds is None or not lettered and (not _WORDS.search(name.text) or len(name.text) > 60):
            return []
        printed = _letter(name.text).replace(" ", "")
        cells = {"letter": Value(printed, name.span, 0.9, "scale")} if lettered else {}
        cells |= {} if lettered else {"label": Value(name.text, name.span, 0.88, "scale")}
        told_bounds = zip(_BOUNDS, bounds, strict=True)
        cells |= {column: Value(value, scores.span, 0.9, "scale") for column, value in told_bounds if value is not None}
        found.append(Row("grades", cells))
    return found if sum(_ranges(scores.text) for _, scores in body) >= LEAST - 1 else []


def _beheaded(grid: Grid) -> list[Row]:
    """Return the steps of a table whose head stayed on the page before: letters, ranges and falling points say it."""
    columns = [[row[c] for row in grid.rows] for c in range(grid.width)]
    letters = [
        c for c in columns if len({_letter(p.text) for p in c if _LETTER.fullmatch(_letter(p.text))}) >= LEAST + 1
    ]
    ranged = [c for c in columns if 2 * sum(_ranges(p.text) for p in c) > len(c)]
    if len(letters) != 1 or len(ranged) != 1:
        return []
    points = next((c for c in columns if c not in (letters[0], ranged[0]) and _falls(c)), None)
    labels = next(
        (c for c in columns if 2 * sum(bool(_WORDS.search(p.text)) for p in c) > sum(bool(p.text) for p in c)), None
    )
    found = []
    for r in range(len(grid.rows)):
        cells = {}
        if _LETTER.fullmatch(printed := _letter(letters[0][r].text)):
            cells["letter"] = Value(printed.replace(" ", ""), letters[0][r].span, 0.85, "scale")
        if points and (number := figures.number(points[r].text)) is not None:
            cells["points"] = Value(number, points[r].span, 0.85, "scale")
        for column, value in zip(_BOUNDS, _bounds(ranged[0][r].text) or (), strict=False):
            if value is not None:
                cells[column] = Value(value, ranged[0][r].span, 0.85, "scale")
        if labels and any(ch.isalpha() for ch in labels[r].text):
            cells["label"] = Value(labels[r].text, labels[r].span, 0.85, "scale")
        found += [Row("grades", cells)] if len(cells) > 1 else []
    return _legible([_within_ten(row, found) for row in found])


def _falls(column: list[Place]) -> bool:
    """Say whether a column holds points of a scale of four, each step fewer than the one above it."""
    said = [number for p in column if (number := figures.number(p.text)) is not None]
    return len(said) >= LEAST and max(said) <= FOUR and all(a > b for a, b in pairwise(said))


def _turned(grid: Grid) -> Iterator[Grid]:
    """Yield a low, wide table with its rows as columns: `Điểm chữ | A | B+ | B …` over `Điểm số | 4,0 | 3,5 …`."""
    letters = max((sum(bool(_LETTER.fullmatch(_letter(p.text))) for p in row) for row in grid.rows), default=0)
    if 2 <= len(grid.rows) <= 5 and grid.width >= 4 and (letters >= 3 or len(grid.rows) < grid.width):
        yield replace(grid, rows=tuple(zip(*grid.rows, strict=True)))


def _is_scale(head: Headed) -> bool:
    """Say whether a table grades: letters in a column, or ranges beside labels."""
    lettered = sum(bool(_LETTER.fullmatch(_letter(head.at(r, c).text))) for c in head.columns for r in head.data)
    scored = [c for c in head.columns if c.meaning not in _COUNTED]
    told_bounds = [bounds for c in scored for r in head.data if (bounds := _bounds(head.at(r, c).text)) is not None]
    ranged = len(told_bounds)
    if lettered < LEAST and sum(low == 0 for low, _ in told_bounds) > 1:
        return False  # what may be given for each thing, from nothing upwards
    known = head.of("letter", "points", "percent", "label", "score")
    bare = head.of("letter") and head.of("label") and len(head.data) >= 4 and not head.of("weight")
    if bare and all(_LETTER.fullmatch(_letter(head.at(r, head.of("letter")).text)) for r in head.data):
        return True  # the figures of its steps were lost
    named = head.has("label") or _named(head) is not None
    return bool(known) and (lettered >= 3 and (ranged >= 2 or head.has("points")) or ranged >= 3 and named)


def _named(head: Headed) -> Column | None:
    """Return the column, whatever its head, that names a step in every row, each another one."""
    for column in head.columns:
        said = [head.at(r, column).text.strip(' «»“”"') for r in head.data]
        if len(said) >= LEAST and len(set(said)) == len(said) and all(_NAMES.fullmatch(words) for words in said):
            return column
    return None


def _finest(head: Headed, lettered: Column | None) -> Column | None:
    """Return the column of labels that tells most steps apart: of `Đạt | Giỏi` the second."""
    columns = [c for c in head.all("label") if c is not lettered]
    return max(columns, key=lambda c: len(_wordings(head, c)), default=None)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a scale: letters, points, bounds in one column (`percent`) or two (`ends`), names of the steps
    (`labels`) and what each asks for (`told`)."""

    letter: Column | None
    points: Column | None
    percent: Column | None
    ends: tuple[Column, Column] | None
    labels: Column | None
    told: Column | None


def _columns(head: Headed) -> _Columns:
    """Return what the columns of a scale hold."""
    lettered = _column_of(head, lambda t: bool(_LETTER.fullmatch(_letter(t))))
    named = head.all("letter")  # of `Grade | ECTS grade` the one that has letters; the other has words
    wordy = lettered is not None and bool(named) and _worded(head, named[0])
    letter = lettered if lettered in named or wordy else head.of("letter") or lettered
    called = (head.of(m) if m != "label" else _finest(head, lettered) or _named(head) for m in _CALLED)
    labels = next((c for c in called if c is not None), None) or next(
        (c for c in named if c is not letter and _worded(head, c)), None
    )
    falling = (c for c in head.columns if c.meaning is None and _falls([head.at(r, c) for r in head.data]))
    points = head.of("points") or (next(falling, None) if lettered else None)  # however its head was read
    scored = [c for c in head.columns if c.meaning not in _COUNTED]
    others = [c for c in scored if c is not points]
    percent = _column_of(head, _ranges, others) or _column_of(head, _ranges, scored) or head.of("percent", "score")
    points = points if points is not percent else None
    points = points or (head.of("score") if percent is not head.of("score") else None)
    described = head.of("description")
    told = head.of("criterion") or (described if described is not labels else None)
    if told is not None and _names_rungs(head, told) and not _tells_apart(head, labels):
        labels, told = told, None
    return _Columns(letter, points, percent, _ends(head), labels, told)


def _steps(head: Headed) -> list[Row]:
    columns = _columns(head)
    found = []
    above: dict[str, Place] = {}
    letters = settled_letters([_letter(head.at(r, columns.letter).text).replace(" ", "") for r in head.data])
    worth = settled_points([figures.number(head.at(r, columns.points).text) for r in head.data])
    for r, printed, number in zip(head.data, letters, worth, strict=True):
        cells: dict[str, Value] = {}
        if printed and _LETTER.fullmatch(printed):
            cells["letter"] = Value(printed, head.at(r, columns.letter).span, 0.95, "scale")
        if number is not None:
            cells["points"] = Value(number, head.at(r, columns.points).span, 0.95, "scale")
        cells |= _bounded(head, r, columns)
        if not cells:
            continue
        for column, worded in (("label", columns.labels), ("criterion", columns.told)):
            place = head.at(r, worded)
            place = above[column] = place if place.text else above.get(column, place)
            if place.text and any(c.isalpha() for c in place.text):
                cells[column] = Value(place.text, place.span, 0.9, "scale")
        beside = _BESIDE.fullmatch(head.at(r, columns.letter).text.strip())
        if beside and _NAMES.fullmatch(beside[2].strip()) and not _tells_apart(head, columns.labels):
            cells["label"] = Value(beside[2].strip(), head.at(r, columns.letter).span, 0.9, "scale")
        found.append(Row("grades", cells))
    found = without_overlaps([_within_ten(row, found) for row in found])
    known = [row.get("letter") for row in found if row.get("letter")]
    if len(set(known)) < len(known) and not any(row.get(bound) is not None for row in found for bound in _BOUNDS):
        return []  # what other scores are worth: letters that come again, without bounds of their own
    return _legible(found) if len(found) >= 2 else []


def _bounded(head: Headed, r: int, columns: _Columns) -> dict[str, Value]:
    """Return the bounds of a step, from columns of their own or from the one that prints both."""
    if columns.ends:
        places = [head.at(r, column) for column in columns.ends]
        apart = [(figures.number(place.text), place.span, 0.9) for place in places]
        if any(bound is not None for bound, *_ in apart):
            return {c: Value(*v, "scale") for c, v in zip(_BOUNDS, apart, strict=True) if v[0] is not None}
    place = head.at(r, columns.percent)
    bounds = _bounds(place.text) if columns.percent is not columns.points else None
    told = zip(_BOUNDS, bounds or (), strict=False)
    return {column: Value(bound, place.span, 0.93, "scale") for column, bound in told if bound is not None}


def _names_rungs(head: Headed, told: Column) -> bool:
    """Say whether cells below a head of criteria only name the steps: `Визначення` over `Відмінно`, `Добре`."""
    said = [head.at(r, told).text for r in head.data]
    return 2 * sum(bool(_WORDS.search(text)) for text in said if len(text) <= LONGEST_RUNG) > len(said)


def _tells_apart(head: Headed, labels: Column | None) -> bool:
    """Say whether a column names more steps than passing and not passing."""
    return len(_wordings(head, labels)) > TWO_OUTCOMES


def _wordings(head: Headed, column: Column | None) -> set[str]:
    """Return what a column says in words; marks of other countries in figures name no step."""
    return {text for r in head.data if re.search(r"[^\W\d_]", text := head.at(r, column).text)}


def _legible(found: list[Row]) -> list[Row]:
    """Return the steps without bounds that lost their comma on a scale of ten: `85 - 10` beside `7,0 - 8,4`."""
    bounded = [row for row in found if any(row.get(column) is not None for column in _BOUNDS)]
    over = [row for row in bounded if any((row.get(column) or 0) > TEN for column in _BOUNDS)]
    if not over or len(over) * 3 > len(bounded):
        return found
    kept = [{c: v for c, v in row.cells.items() if row not in over or c not in _BOUNDS} for row in found]
    return [replace(row, cells=cells) for row, cells in zip(found, kept, strict=True)]


def _within_ten(row: Row, steps: list[Row]) -> Row:
    """Return a step without its bounds where they lost a decimal mark: `85-10` in a scale of ten."""
    own, others = _most(row), [_most(step) for step in steps if step is not row]
    if len(others) < LEAST or own is None or own <= TEN or not all(most and most <= TEN for most in others):
        return row
    return replace(row, cells={name: cell for name, cell in row.cells.items() if name not in _BOUNDS})


def _most(row: Row) -> float | None:
    """Return the greater of the bounds that a step has."""
    return max((float(v) for b in _BOUNDS if isinstance(v := row.get(b), int | float)), default=None)


def _worded(head: Headed, column: Column) -> bool:
    """Say whether a column holds words and no letters of a scale."""
    return all(len(head.at(r, column).text) > 3 for r in head.data)


def _ends(head: Headed) -> tuple[Column, Column] | None:
    """Return the columns of the lower and the upper bounds, where a scale prints them apart: `Từ | Đến`."""
    low = [c for c in head.columns if c.path and _FROM.fullmatch(c.path[-1])]
    high = [c for c in head.columns if c.path and _TO.fullmatch(c.path[-1])]
    return (low[0], high[0]) if len(low) == len(high) == 1 else None


def _letter(text: str) -> str:
    """Return the letter of a step; ECTS has no `EX`, which is how scans read `FX`."""
    text = beside[1] if (beside := _BESIDE.fullmatch(text.strip())) else text
    letter = to_latin(text.strip().translate(_SIGNS)) if len(text.strip()) <= 3 else text
    return "FX" if letter == "EX" else letter


def _ranges(text: str) -> bool:
    """Say whether a cell prints both bounds of a step."""
    return None not in (_bounds(text) or (None,))


def _column_of(head: Headed, fits: Callable[[str], bool], columns: Sequence[Column] = ()) -> Column | None:
    """Return the column, of all or of some, most of whose places fit, where at least three do."""
    counted = [(sum(fits(head.at(r, c).text) for r in head.data), -c.index, c) for c in columns or head.columns]
    best = max(counted, key=lambda item: item[:2])
    return best[2] if best[0] >= 3 else None


def _bounds(text: str) -> tuple[float | None, float | None] | None:
    """Return the lower and upper bound that a cell prints; one of them where only one stands there.

    None where it prints the scores of a test that goes beyond a hundred: `600 - 695`.
    """
    text = text.strip(" :;.,")
    text = beside[2] if (beside := _BESIDE.fullmatch(text)) else text
    if (both := figures.share(text)) is not None:
        return both if max(both) <= MOST else None
    if match := _BELOW.search(text):
        low = _ABOVE.search(text[: match.start()])
        return (_number(low[1]) if low else None), _number(match[1])
    if match := _ABOVE.fullmatch(text.strip()):
        return _number(match[1]), None
    return None


def _number(text: str) -> float | int | None:
    return figures.number(text)
