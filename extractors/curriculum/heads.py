"""Columns of a table by the meaning of their heads, wherever they stand."""

import re
from dataclasses import dataclass, replace

from extractors.curriculum.english_below import native_label
from extractors.curriculum.grids import NOTHING, Grid, Place
from extractors.curriculum.head_rows import head_rows
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "head_words.tsv"
_FORM_WORDS = Wordings(KNOWLEDGE / "figure_words.tsv", r"\b<<of_form>>\b", re.I)
_HOURS_BEHIND = Wordings(_WORDS, r"(?<=\w)\s*[(]?\d+\s*<<behind_figure>>?[)]?\s*$")
_EXPLAINED = re.compile(r"(?<=\w)\s*\([^()]{30,}\)\W*$")
"""What a label says at length of its activity: `Самостоятельная работа (проработка лекций, подготовка к зачету)`."""
_SERIES = re.compile(r"\b(PLO|ELO|CLO|PEO|PO|PI)s?\b(?![\d.])", re.I)
_SERIES_MEANING = {
    "PLO": "programme_outcome", "ELO": "programme_outcome", "CLO": "course_outcome",
    "PEO": "objective", "PO": "objective", "PI": "indicator",
}  # fmt: skip
_CODE_HALF = Wordings(_WORDS, r"<<code_half>>(?: \(.*\))?", re.I)
"""The heads of the letters and of the figures of a code that two columns share."""
_UNIT = Wordings(_WORDS, r"\s*[(/,]?\s*(?:<<number>>\s+)?<<unit>>\s*\)?\s*$", re.I)
_COUNTED = Wordings(
    _WORDS, r"(?i)^(?:<<all>>\s+)?(?:<<number>>\s+)?<<period>>(?:\s+<<of_credit>>)?(?:\s+<<in_class>>)?\s+(?=\S{2})"
)
"""What a Vietnamese head says of the unit, behind and before the activity: `Lý thuyết (tiết)`, `Số giờ thực hành`."""

MANY = 3
"""Kinds of class that one head lists from which two that are known tell the others."""
_BOTH = Wordings(_WORDS, r"\s*(?:[/,;+&]|\b<<and>>\b)\s*")
_AT_WORK = ("practice", "seminar", "laboratory")
_ELSE = {"lecture", "self_study", "supervised_self_study", "exam", "total"}
_AMONG = Wordings(_WORDS, r"(?i)^<<among>>\s+(?=\S{2})")
"""The head of a group that stands right above the one of its middle column: `Trong đó Thực hành`."""
_PLACED = Wordings(_WORDS, r"\s+<<at>>\s+(?:<<several>>\s+)?<<place>>(?!\w).{0,40}$", re.I)
"""Where an activity takes place: `Thực hành trong phòng máy`."""
_NUMBERED = re.compile(r"(?<=\w)\s*\[\d{1,2}\]$")
"""The number that a form gives a column behind its head: `Nội dung [2]`."""
_CHAPTERED = Wordings(_WORDS, r"<<chapter>>\s*(?:№\s*)?(?:\d{1,2}|[IVX]{1,5})\W", re.I)
_WEEK = Wordings(KNOWLEDGE / "hours_words.tsv", r"<<week_label>>\s+\d{1,2}(?!\d)", re.I)
FEWEST_CHAPTERS = 2
"""Titles with their number, or weeks, that tell a column of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its `meaning` (of `heads.tsv`, or `activity` for hours of one kind), the heads above it from the top
    down, and, where a head says so, the kind of study activity and the form of study."""

    index: int
    meaning: str | None
    path: tuple[str, ...]
    activity: str | None = None
    mode: str | None = None
    proved: bool = False  # told by the sums of the rows and by no head


@dataclass(frozen=True)
class Headed:
    """A grid with its columns; data begin at row `first`."""

    grid: Grid
    columns: tuple[Column, ...]
    first: int

    def of(self, *meanings: str) -> Column | None:
        """Return the first column that has one of the meanings, the earlier meaning first."""
        for meaning in meanings:
            for column in self.columns:
                if column.meaning == meaning:
                    return column
        return None

    def all(self, meaning: str) -> list[Column]:
        """Return all columns of a meaning."""
        return [c for c in self.columns if c.meaning == meaning]

    def has(self, *meanings: str) -> bool:
        """Say whether there is a column of each meaning."""
        return all(self.of(m) for m in meanings)

    def at(self, row: int, column: Column | None) -> Place:
        """Return what stands in a row under a column; nothing without a column."""
        return self.grid.rows[row][column.index] if column else NOTHING

    @property
    def data(self) -> range:
        """The rows below the head."""
        return range(self.first, len(self.grid.rows))

    def hours(self) -> list[Column]:
        """Return the columns of hours, of one activity or of all."""
        return [c for c in self.columns if c.meaning in ("activity", "hours")]


def headed(grid: Grid, found: tuple[int, int, int] | None = None) -> Headed | None:
    """Return the grid with its columns by meaning, or None where no row of it is a head: `found`, or of labels."""
    found = found or head_rows(grid)
    if found is None:
        return None
    start, end, data = found
    columns = _with_titles(tuple(_column(grid, c, start, end) for c in range(grid.width)), grid.rows[end:])
    return _whole_codes(Headed(grid, columns, data))


def _with_titles(columns: tuple[Column, ...], rows: tuple[tuple[Place, ...], ...]) -> tuple[Column, ...]:
    """Return the columns of a plan whose head of titles is not known, with it: numbered chapters before the hours of
    two activities at least."""
    hours = [c.index for c in columns if c.activity]
    weeks = next((c for c in columns[:2] if c.meaning == "topic" and _begin(c, rows, _WEEK)), None)
    if weeks and any(c.meaning == "topic" for c in columns[weeks.index + 1 :]):
        return tuple(replace(c, meaning="week") if c is weeks else c for c in columns)
    named = any(c.meaning in ("topic", "name", "assessment", "task") for c in columns)
    if named or len({c.activity for c in columns if c.activity}) < 2:
        return columns
    for column in (c for c in columns[: hours[0]] if c.meaning is None):
        if _begin(column, rows, _CHAPTERED):
            return tuple(replace(c, meaning="topic") if c is column else c for c in columns)
    return columns


def _begin(column: Column, rows: tuple[tuple[Place, ...], ...], words: Wordings) -> bool:
    """Say whether most cells of a column begin with words: a week, a numbered chapter."""
    own = [row[column.index].text for row in rows if row[column.index].text and not row[column.index].merged]
    found = sum(bool(words.match(text)) for text in own)
    return found >= FEWEST_CHAPTERS and found * 3 >= len(own) * 2


def _whole_codes(head: Headed) -> Headed:
    """Return a table whose codes stand in two columns, letters and figures, with each whole in the first of them."""
    halves = [c for c in head.columns if len(c.path) > 1 and _CODE_HALF.fullmatch(c.path[-1])]
    if len(halves) != 2 or halves[1].index != halves[0].index + 1 or halves[0].path[:-1] != halves[1].path[:-1]:
        return head
    left, right = (c.index for c in halves)
    rows = [list(row) for row in head.grid.rows]
    for row in rows[head.first :]:
        a, b = row[left], row[right]
        if a.span and b.span and not b.merged and a.text.isalpha() and b.text[:1].isdecimal():
            row[left] = replace(a, text=a.text + b.text, span=Span(a.span.start, b.span.end))
            row[right] = NOTHING
    columns = tuple(replace(c, meaning=None) if c.index == right else c for c in head.columns)
    return replace(head, grid=replace(head.grid, rows=tuple(map(tuple, rows))), columns=columns)


def counts(head: Headed) -> bool:
    """Say whether the first column counts the rows, whatever a scan made of its head: 1, 2, 3."""
    own = [p.text.strip(" .") for r in head.data if (p := head.grid.rows[r][0]).text and not p.merged]
    return len(own) >= 2 and own == [str(n) for n in range(1, len(own) + 1)]


def _column(grid: Grid, index: int, start: int, end: int) -> Column:
    path: list[str] = []
    for row in range(start, end):
        text = _NUMBERED.sub("", _head_above(grid, row, index, end))
        if text and (not path or path[-1] != text):
            path.append(text)
    mode = next((m for text in path if (m := mode_of(text))), None)
    activity = _leaf_activity(path) or next((a for text in reversed(path) if (a := activity_of(text))), None)
    meaning = _meaning(path)
    activity = None if activity == "total" and meaning not in (None, "hours", "contact") else activity
    if meaning == "topic" and any(re.search(r"[^\W\d_]{4}", row[index].text) for row in grid.rows[end:]):
        activity = None  # titles under the name of their kind: `Теми практичних занять`
    if activity and (meaning in (None, "hours", "contact", "credits", "control") or _leaf_activity(path)):
        if meaning in ("credits", "control") and not _leaf_activity(path) and not _is_twin(grid, start, end, path):
            return Column(index, meaning, tuple(path), None, mode)
        return Column(index, "activity", tuple(path), activity, mode)
    if meaning is None and mode and len(path) == 1:  # `№ | Назва теми | денна | заочна`: hours of each form of study
        meaning = "hours"
    return Column(index, meaning, tuple(path), None, mode)


def _is_twin(grid: Grid, start: int, end: int, path: list[str]) -> bool:
    """Say whether a head in Latin letters stands for its Cyrillic twin, as all heads around it are: `CP` is `СР`."""
    around = "".join(p.text for row in grid.rows[start:end] for p in row if p.text != path[-1])
    return path[-1].isascii() and any("\u0400" <= c <= "\u04ff" for c in around)


def _head_above(grid: Grid, row: int, index: int, end: int) -> str:
    """Return the head over a column in a row; in a plain text a head over several columns stands over the first."""
    place = grid.rows[row][index]
    if place.text or row == end - 1:
        return _own_part(grid, row, index)
    below = any(grid.rows[r][index].text for r in range(row + 1, end))
    left = index
    begun = {c for c, p in enumerate(grid.rows[0]) if row and p.text and not p.merged}  # those of another group
    while below and left > 0 and left not in begun and not grid.rows[row][left].text:
        left -= 1
    head = grid.rows[row][left]
    return head.text if below and left != index and head.column_span == 1 else ""  # a drawn one reaches to its rule


def _own_part(grid: Grid, row: int, index: int) -> str:
    """Return the head of a column, of a cell over several in which a scan reads the rules as bars: `1 | 2 | 3`."""
    place = grid.rows[row][index]
    parts = [part.strip() for part in place.text.split("|")]
    if len(parts) < 2 or not all(parts) or len(parts) != place.column_span:
        return native_label(place)
    left = index
    while left > 0 and grid.rows[row][left].merged and grid.rows[row][left - 1].text == place.text:
        left -= 1
    return parts[min(index - left, len(parts) - 1)]


def _meaning(path: list[str]) -> str | None:
    """Return the meaning of the lowest head that has one; the joined heads where they are one label over rows."""
    heads = lexicon("heads.tsv")
    best: tuple[str, float] | None = None
    if len(path) > 1 and heads.exact(path[0]) == "faculty":  # code and name below it are a department's
        return "faculty"
    if series := next((m for text in reversed(path) if (m := _SERIES.search(text))), None):
        return _SERIES_MEANING[series[1].upper()]
    for depth, text in enumerate(reversed([*path])):
        found = heads.best(text)
        if found and found[1] >= 0.8 and (best is None or found[1] > best[1] + 0.05 * depth + 0.1):
            best = found
    joined = heads.best(" ".join(path)) if len(path) > 1 else None
    if joined and joined[1] >= 0.97 and (best is None or joined[1] > best[1] or joined[0] != best[0]):
        best = joined
    return best[0] if best else None


def _leaf_activity(path: list[str]) -> str | None:
    """Return the activity that the lowest head names, alone or with the one above: `Контактная работа` over `Сем`."""
    named, joined = lexicon("activities.tsv").exact, lexicon("joined_heads.tsv").exact
    return (named(_UNIT.sub("", path[-1]) or path[-1]) or joined(" ".join(path[-2:]))) if path else None


def activity_of(text: str, floor: float = 0.84) -> str | None:
    """Return the kind of study activity that a label, a head or a heading names."""
    label = _EXPLAINED.sub("", _HOURS_BEHIND.sub("", text))
    activities = lexicon("activities.tsv")
    if found := activities.match(label, floor):
        return found
    bare = _PLACED.sub("", _COUNTED.sub("", _AMONG.sub("", _UNIT.sub("", label))))
    if bare != label and bare and (found := activities.match(bare, max(floor, 0.93))):
        return found
    parts = _BOTH.pattern.split(bare or label)
    kinds = [activities.exact(part) for part in parts]
    short = all(kind or len(part.split()) <= 2 for kind, part in zip(kinds, parts, strict=True))
    if len(kinds) >= MANY and short and sum(kind in _AT_WORK for kind in kinds) >= 2 and not {*kinds} & _ELSE:
        return "practice"  # several kinds of work in class, some of them misread
    return kinds[0] if len(kinds) > 1 and all(kinds) else None


def mode_of(text: str) -> str | None:
    """Return the form of study that a head names, in the document's word: `денна` of `Денна форма навчання`."""
    bracket = re.search(r"\(([^()]{4,40})\)\s*$", text)
    if bracket and lexicon("modes.tsv").match(bracket[1], 0.95):  # `К-ть годин (денна форма)`
        text = bracket[1]
    text = re.sub(r"\s*\([^()]*\d[^()]*\)\s*$", "", text)  # `Очно (семестр 4)`
    if lexicon("modes.tsv").match(text, 0.85) is None or len(text) > 60:
        return None
    bare = _FORM_WORDS.sub("", fold(text))
    return " ".join(bare.split()) or None
