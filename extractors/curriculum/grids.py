"""Tables of a text as dense grids: merged cells stand in every place they cover, continued tables are one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.curriculum.broken_codes import by_shapes, shapes_of, unbroken, whole_label
from extractors.curriculum.close_cells import close_tables
from extractors.curriculum.joined_cells import at_bar, with_own_figures
from extractors.curriculum.remembering import Remembered
from extractors.curriculum.repeated_rows import bare, is_misread, page_breaks, running_rows, told_elsewhere
from extractors.curriculum.torn_heads import head_left_above, with_heads_beside, with_torn_head, with_turned_heads
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon, unhyphenated, without_english_half
from models.document import Document
from models.text import Span, Table, TableCell, Text
from normalizers.wordings import Wordings

_kept: "Remembered[tuple[Grid, ...]]" = Remembered()
TICK = re.compile(r"[xX×хХ✓✔√●•+*]")
"""What marks a row under the head that it belongs to: a course of a kind, a source of a section."""
DEEP = 4
"""Rows of a table that may be its head."""
_BEGINS = Wordings(
    KNOWLEDGE / "head_words.tsv", r"(?i:<<chapter_begins>>\s+\d{1,2}(?!\d)|\d{1,2}(?:\.\d{1,2})+\.?\s+\S)"
)
"""What begins a numbered line, which is no rest of the one above."""
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]+)(?<=[^\s*_])\1(?![\w*_])")
"""Slanted words, as Markdown marks them: `*Галузь*`, `_Галузь_`."""
_BOLD = re.compile(r"\*\*(?!\))|(?<!\()\*\*")
"""Around bold words; `(**)` is the sign of a note."""


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at a place of a grid: the cell's text, its printed lines with their spans, and where it began.

    `merged` says that the cell began in a row above or a column to the left of this place.
    """

    text: str
    span: Span | None = None
    lines: tuple[tuple[str, Span], ...] = ()
    merged: bool = False
    row_span: int = 1
    column_span: int = 1


NOTHING = Place("")


@dataclass(frozen=True)
class Grid:
    """A table of `rows` of equal length; `start` and `end` are offsets of its first and last characters, `parts` counts
    the printed tables that were joined. `kept` says which of its `full` printed columns the rows hold: empty ones are
    left out, and () where columns were joined."""

    rows: tuple[tuple[Place, ...], ...]
    start: int
    end: int
    parts: int = field(default=1)
    kept: tuple[int, ...] = ()
    full: int = 0

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def texts(self, row: int) -> list[str]:
        """Return a row's own texts: a merged cell once, empty places left out."""
        return [p.text for p in self.rows[row] if p.text and not p.merged]


def grids(document: Document) -> tuple[Grid, ...]:
    """Return the tables of a document in reading order, continued ones joined; remembered for the last document."""
    return _kept.get(document.text, lambda: _grids(document.text))


def _grids(text: Text) -> tuple[Grid, ...]:
    running = running_rows(text)
    printed = sorted([*text.tables, *close_tables(text)], key=lambda t: t.span.start)
    found = [g for t in printed if (g := grid(text, t, running)).rows]
    whole = [replace(g, rows=head_left_above(text, g)) for g in found]
    return tuple(
        _with_known_codes(list(_joined(text, _with_heads(text, [part for g in whole for part in _parted(g)]))))
    )


def _with_known_codes(found: list[Grid]) -> list[Grid]:
    """Return tables with the broken codes whole whose shape the document's other tables show."""
    own = [p for g in found for row in g.rows for p in row if p.lines and not p.merged and p.column_span == 1]
    shapes = shapes_of(tuple(line for line, _ in p.lines) for p in own)
    told = {p.span: code for p in own if p.span and (code := by_shapes(tuple(line for line, _ in p.lines), shapes))}
    if not told:
        return found

    def named(place: Place) -> Place:
        code = told.get(place.span) if place.span else None
        return replace(place, text=code, lines=((code, place.span),)) if code and place.span else place

    return [replace(g, rows=tuple(tuple(map(named, row)) for row in g.rows)) for g in found]


def _with_heads(text: Text, parts: list[Grid]) -> list[Grid]:
    """Return tables with the heads that a scan misread as the table before or after prints them."""
    out = []
    for at, part in enumerate(parts):
        around = [*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2]]
        first = part.rows[0]
        told: dict[int, str] = {}
        for other in around:
            told |= told_elsewhere([p.text for p in first], [p.text for p in other.rows[0]])
        read = {n for n, p in enumerate(first) if p.span and text.trace(p.span).confidence < 1}
        row = tuple(replace(p, text=told[n]) if n in told and n in read else p for n, p in enumerate(first))
        out.append(replace(part, rows=(row, *part.rows[1:])) if told else part)
    return out


def _parted(whole: Grid) -> list[Grid]:
    """Return the tables that one printed frame holds: each begins with a caption over all columns and a head below."""
    rows = whole.rows
    cuts = [r for r in range(1, len(rows) - 1) if _heads_parts(rows[r]) and _names_columns(rows[r + 1])]
    if not cuts:
        return [whole]
    found = []
    for first, last in zip([0, *cuts], [*cuts, len(rows)], strict=True):
        part = [list(row) for row in rows[first:last]]
        kept = [c for c in range(whole.width) if any(row[c].text and not row[c].merged for row in part)]
        part = _without_ghosts([[row[c] for c in kept] for row in part])
        same = tuple(whole.kept[c] for c in kept) if whole.kept and len(part[0]) == len(kept) else ()
        spans = [p.span for row in part for p in row if p.span]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        found.append(Grid(tuple(map(tuple, part)), start, end, 1, same, whole.full))
    return found


def _names_columns(row: tuple[Place, ...]) -> bool:
    """Say whether a row consists of labels of heads, in spite of misprints."""
    own = [p.text for p in row if p.text and not p.merged]
    return len(own) > 1 and all(lexicon("heads.tsv").match(text, 0.86) for text in own)


def _heads_parts(row: tuple[Place, ...]) -> bool:
    """Say whether one cell goes over all columns of a row, or several, over some each, leave none out."""
    own = [p for p in row if p.text and not p.merged]
    return _is_caption(row) or len(own) > 1 and all(p.column_span > 1 for p in own) and all(p.text for p in row)


def _is_caption(row: tuple[Place, ...]) -> bool:
    """Say whether one cell goes over all columns of a row."""
    return len(row) > 1 and bool(row[0].text) and not row[0].merged and all(p.span == row[0].span for p in row)


def grid(text: Text, table: Table, running: frozenset[str] = frozenset()) -> Grid:
    """Return a table as a dense grid, without rows and columns that hold nothing and without running heads."""
    height, width = table.size
    rows = [[NOTHING] * width for _ in range(height)]
    for cell in (part for whole in table.cells for part in at_bar(text, whole)):
        place = _place(text, cell)
        for r in range(cell.row, cell.row + cell.row_span):
            for c in range(cell.column, cell.column + cell.column_span):
                first = r == cell.row and c == cell.column
                rows[r][c] = place if first else replace(place, merged=True)
    rows = with_own_figures(rows)
    for r, row in enumerate(rows):
        if any(p.text and not p.merged and p.span and _is_furniture(text, p.span, running) for p in row):
            rows[r] = [NOTHING] * width
    kept = [c for c in range(width) if any(row[c].text and not row[c].merged for row in rows)]
    dense = [[row[c] for c in kept] for row in rows if any(p.text for p in row)]
    ended = page_breaks([[p.text for p in row if not p.merged] for row in dense])
    dense = [row for r, row in enumerate(dense) if r not in ended]
    rows = with_turned_heads(_with_whole_codes(with_heads_beside(_without_ghosts(dense))))
    whole = tuple(kept) if rows and len(rows[0]) == len(kept) else ()
    return Grid(tuple(map(tuple, rows)), table.span.start, table.span.end, 1, whole, width)


def aligned(above: Grid, below: Grid) -> Grid:
    """Return a table with the columns of the one above, where both are printed with as many: empty ones come back."""
    if above.width == below.width or not (above.kept and below.kept) or above.full != below.full:
        return below
    torn = below.width == 1 and len(below.rows) == 1 and below.rows[0][0].column_span == 1
    if not set(below.kept) <= set(above.kept) or below.width < 2 and not torn:
        return below
    at = {column: n for n, column in enumerate(below.kept)}
    rows = tuple(tuple(row[at[c]] if c in at else NOTHING for c in above.kept) for row in below.rows)
    return replace(below, rows=rows, kept=above.kept)


def _is_furniture(text: Text, span: Span, running: frozenset[str]) -> bool:
    line = text.lines[text.line_at(span.start)]
    return (
        line.role in ("furniture", "margin") or bool(running) and bare(text.content[line.start : line.end]) in running
    )


def _without_ghosts(rows: list[list[Place]]) -> list[list[Place]]:
    """Join columns that are one on paper: cells of some rows cover both, and no row has words of its own in both.

    A cell that goes over more than a third of the columns, and over more than two, says nothing about two of them: it
    is a heading, or names a total.
    """
    column = 0
    while rows and column + 1 < len(rows[0]):
        pairs = [(row[column], row[column + 1]) for row in rows]
        covered = any(
            right.merged and right.text and right.span == left.span
            and sum(p.span == left.span for p in row) <= max(2, len(row) / 3)
            for row, (left, right) in zip(rows, pairs, strict=True)
        )  # fmt: skip
        clash = any(left.text and right.text and left.span != right.span for left, right in pairs)
        if covered and not clash:
            for row, (left, right) in zip(rows, pairs, strict=True):
                row[column : column + 2] = [left if left.text else right]
        else:
            column += 1
    return rows


def _with_whole_codes(rows: list[list[Place]]) -> list[list[Place]]:
    """Return rows with the codes and heads whole that a narrow column broke."""
    for column in range(len(rows[0]) if rows else 0):
        cells = [row[column] for row in rows]
        told = unbroken([() if p.merged or p.column_span > 1 else tuple(line for line, _ in p.lines) for p in cells])
        told[:DEEP] = [one or whole_label(tuple(line for line, _ in p.lines))
                       for one, p in zip(told[:DEEP], cells, strict=False)]  # fmt: skip
        for row, place, whole in zip(rows, cells, told, strict=True):
            if whole and place.span:
                row[column] = replace(place, text=whole, lines=((whole, place.span),))
    return rows


def _place(text: Text, cell: TableCell) -> Place:
    breaks = sorted({b for b in cell.breaks if cell.span.start < b < cell.span.end})
    borders = [cell.span.start, *breaks, cell.span.end]
    lines = []
    for start, end in zip(borders, borders[1:], strict=False):
        printed = clean(text[Span(start, end)])
        if printed:
            lines.append((printed, Span(start, end)))
    whole = clean(text[cell.span])
    return Place(whole, cell.span, tuple(lines), False, cell.row_span, cell.column_span)


def clean(text: str) -> str:
    """Return a printed text without mark-up left by a converter, with single spaces."""
    text = re.sub(r"</?(?:[a-z]{1,6}\d?)(?:\s[^<>]{0,80})?>", " ", _EMPHASIS.sub(r"\2", _BOLD.sub(" ", text)))
    return re.sub(r"\s+", " ", unhyphenated(text)).strip()


def _joined(text: Text, found: list[Grid]) -> Iterator[Grid]:
    current: Grid | None = None
    for one in found:
        if current is not None and (joined := _continued(text, current, one)):
            current = joined
            continue
        if current is not None:
            yield current
        current = one
    if current is not None:
        yield current


def _continued(text: Text, above: Grid, below: Grid) -> Grid | None:
    """Return both as one grid where `below` goes on with `above`: as many columns, and only furniture between them."""
    if (whole := with_torn_head(above, below)) and not _between(text, above.end, below.start):
        return Grid(whole, above.start, below.end, above.parts + below.parts, below.kept, below.full)
    below = aligned(above, below)
    if above.width != below.width or above.width < 2 or _between(text, above.end, below.start):
        return None
    if not _same(above.rows[0], below.rows[0]) and _is_head(below.rows[0]):
        return None
    several = sum(bool(p.text) and not p.merged for p in below.rows[0]) > 1 and _heads_parts(below.rows[0])
    headed = several and len(below.rows) > 1 and _names_columns(below.rows[1])
    if headed and not _same(above.rows[0], below.rows[0]):  # `Học kỳ 3 | Học kỳ 4` over heads of their own
        return None
    repeated = 0
    while repeated < min(len(above.rows), len(below.rows)) and (
        _same(above.rows[repeated], below.rows[repeated])
        or repeated == 0
        and is_misread([p.text for p in above.rows[0]], [p.text for p in below.rows[0]])
    ):
        repeated += 1
    rows = list(above.rows)
    for n, row in enumerate(below.rows[repeated:]):
        if n == 0 and _runs_on(row, rows[-1]):
            rows[-1] = tuple(_append(a, b) for a, b in zip(rows[-1], row, strict=True))
        else:
            rows.append(row)
    return Grid(tuple(rows), above.start, below.end, above.parts + below.parts, above.kept, above.full)


def _between(text: Text, start: int, end: int) -> bool:
    """Say whether body text stands between two offsets."""
    for line in text.lines[text.line_at(start) :]:
        if line.start >= end:
            return False
        if (
            line.start >= start
            and line.role == "body"
            and line.table is None
            and not re.fullmatch(r"\s*(?:\d{1,3}\s*)?", text.content[line.start : line.end])  # a page's number alone
        ):
            return True
    return False


def _is_head(row: tuple[Place, ...]) -> bool:
    """Say whether a row names columns: most of its words are labels of heads."""
    own = [p.text for p in row if p.text and not p.merged]
    known = (lexicon("heads.tsv").exact(without_english_half(text) or text) for text in own)
    return sum(meaning is not None for meaning in known) * 2 > max(len(own), 2)


def _same(one: tuple[Place, ...], other: tuple[Place, ...]) -> bool:
    return [fold(p.text) for p in one] == [fold(p.text) for p in other]


def _runs_on(row: tuple[Place, ...], above: tuple[Place, ...]) -> bool:
    """Say whether a first row after a page break is the rest of the row above: its first places are empty, and what it
    holds goes on, in lower case or where the row above has words too; else all that it holds goes on in lower case."""
    filled = [(p.text, a.text) for p, a in zip(row, above, strict=True) if p.text]
    own = [p for p in row if p.text and not p.merged]
    if row[0].text:
        ruled = len(own) < len(row) and all(p.column_span == 1 for p in own)
        return ruled and all(p[0].islower() and a and a[-1] not in ".;:!?" for p, a in filled)
    if not filled or len(own) == 1 and (own[0].column_span > 1 or _BEGINS.match(own[0].text)):
        return False  # a heading of a part, or the next numbered line
    if all(a for _, a in filled) and any(p[0].islower() and a[-1] not in ".;:!?" for p, a in filled):
        return True  # the rest of a sentence, whatever figures stand beside it
    return all(a and not re.fullmatch(r"[\d.,\s]+", p) for p, a in filled)


def _append(above: Place, below: Place) -> Place:
    if not below.text or below.merged:
        return above
    return replace(above, text=clean(f"{above.text} {below.text}"), lines=above.lines + below.lines)
