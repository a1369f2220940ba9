"""The text of a document with every character's way back to the page."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from models.edits import Edit, Offsets, apply
from models.page import Box


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets into `Text.content`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of the raw text: offsets into `Text.raw`, its page and box, its confidence 0 to 1.

    `settled` is as in `models.page.Word`.
    """

    start: int
    end: int
    page: int
    box: Box | None
    confidence: float
    settled: str | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of `content` without its line end. `table` is the index of the table it is a row of, or None."""

    start: int
    end: int
    page: int
    role: str = "body"
    table: int | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table: zero-based row and column, its span of `content`.

    `breaks` are the offsets of `content` inside the span where its second and later printed lines (in a DOCX, its
    paragraphs) start: a row is one line of `content`, so they would be lost otherwise.
    """

    row: int
    column: int
    span: Span
    row_span: int = 1
    column_span: int = 1
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table in the text. In `content` a row is one line and its cells are separated by a tab."""

    span: Span
    page: int
    cells: tuple[TableCell, ...]

    @cached_property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        rows = max((c.row + c.row_span for c in self.cells), default=0)
        return rows, max((c.column + c.column_span for c in self.cells), default=0)


@dataclass(frozen=True)
class RunningText:
    """Lines joined as a reader joins them; `offsets[i]` is the offset in `Text.content` of character i."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where characters start:end stand in the content of the document."""
        if not self.offsets or end <= start:
            return Span(0, 0)
        start, end = min(start, len(self.offsets) - 1), min(end, len(self.offsets))
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def position(self, offset: int) -> int:
        """Return the first position whose character stands at or after an offset of the content."""
        return bisect_left(self.offsets, offset)


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a span of repaired text stands on paper. `box` is the union of its words' boxes on `page`."""

    raw_text: str
    page: int
    box: Box | None
    confidence: float


@dataclass(frozen=True)
class Text:
    """A document's text: `content` is repaired, `raw` is as read, `edits` lead from `raw` to `content`.

    Lines end in a newline, pages in a form feed that takes the place of their last line's newline. Offsets of
    `lines` and `tables` are into `content`; offsets of `words` and `edits` are into `raw`.
    """

    raw: str
    content: str
    lines: tuple[TextLine, ...]
    tables: tuple[Table, ...] = ()
    words: tuple[PlacedWord, ...] = ()
    edits: tuple[Edit, ...] = ()

    def __getitem__(self, span: Span) -> str:
        return self.content[span.start : span.end]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _edit_starts(self) -> list[int]:
        return [edit.start for edit in self.edits]

    @cached_property
    def _offsets(self) -> Offsets:
        return Offsets(self.edits)

    def line_at(self, offset: int) -> int:
        """Return the index in `lines` of the line that holds `offset` of `content`."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    def page_at(self, offset: int) -> int:
        """Return the page, from 1, on which `offset` of `content` stands."""
        return self.lines[self.line_at(offset)].page if self.lines else 1

    def cells(self, line: TextLine) -> list[tuple[str, Span]]:
        """Return what a line prints between tabs, each with where it stands."""
        cells, start = [], line.start
        for cell in self.content[line.start : line.end].split("\t"):
            cells.append((cell, Span(start, start + len(cell))))
            start += len(cell) + 1
        return cells

    def body(self, span: Span) -> str:
        """Return the span as running text: furniture left out, line breaks and hyphenation undone, single spaces."""
        parts: list[str] = []
        for line in self.lines[self.line_at(span.start) :]:
            if line.start >= span.end:
                break
            if line.role in ("body", "table"):
                parts.append(self.content[max(line.start, span.start) : min(line.end, span.end)])
        return join_lines(parts)

    def trace(self, span: Span) -> Trace:
        """Return where the span stands on paper; the page of its first character where it runs over two."""
        start, end = self._offsets.to_raw(span.start), self._offsets.to_raw(span.end, end=True)
        page = self.page_at(span.start)
        first = max(0, bisect_left(self._word_starts, start) - 1)
        box: Box | None = None
        confidences: list[float] = []
        for word in self.words[first : bisect_left(self._word_starts, end)]:
            if word.end <= start or word.page != page:
                continue
            confidences.append(word.confidence)
            if word.box is not None:
                box = word.box if box is None else box.union(word.box)
        mean = sum(confidences) / len(confidences) if confidences else 1.0
        return Trace(self.raw[start:end], page, box, mean)

    def edits_in(self, span: Span) -> tuple[Edit, ...]:
        """Return the edits that a span of repaired text stands on, wholly or in part."""
        start, end = self._offsets.to_raw(span.start), self._offsets.to_raw(span.end, end=True)
        first = max(0, bisect_left(self._edit_starts, start) - 1)
        return tuple(e for e in self.edits[first : bisect_left(self._edit_starts, end)] if e.end > start)

    def repaired(self, edits: tuple[Edit, ...]) -> "Text":
        """Return this text with `edits` (offsets into `raw`) applied; only for a text without edits of its own.

        Edits never add or remove a line end, a form feed or a tab: lines and cells keep their order.
        """
        if self.edits:
            raise ValueError("a text is repaired once")
        ordered = tuple(sorted(edits, key=lambda e: (e.start, e.end)))
        content = apply(self.raw, ordered)
        shift = _Shift(ordered)
        return replace(
            self,
            content=content,
            edits=ordered,
            lines=tuple(replace(n, start=shift(n.start), end=shift(n.end, end=True)) for n in self.lines),
            tables=tuple(
                replace(
                    t,
                    span=shift.span(t.span),
                    cells=tuple(
                        replace(c, span=shift.span(c.span), breaks=tuple(shift(b) for b in c.breaks)) for c in t.cells
                    ),
                )
                for t in self.tables
            ),
        )


class _Shift:
    """Maps offsets of raw text to offsets of repaired text; an offset inside an edit goes to the edit's border."""

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        self._starts = [e.start for e in edits]
        self._edits = edits
        self._gained = [0]
        for edit in edits:
            self._gained.append(self._gained[-1] + len(edit.after) - (edit.end - edit.start))

    def __call__(self, offset: int, *, end: bool = False) -> int:
        index = bisect_left(self._starts, offset)
        if index and self._edits[index - 1].end > offset:
            edit = self._edits[index - 1]
            return edit.start + self._gained[index - 1] + (len(edit.after) if end else 0)
        return offset + self._gained[index]

    def span(self, span: Span) -> Span:
        return Span(self(span.start), self(span.end, end=True))


def join_lines(lines: list[str]) -> str:
    """Join printed lines into running text: a word hyphenated over a line end becomes one, spaces become single.

    A hyphen at a line end is removed only between two lower-case letters of Latin without Vietnamese marks or of
    Cyrillic; Vietnamese syllables are never hyphenated, and codes (`QĐ-` / `ĐHSPHN`) and ranges (`2021–` / `2026`)
    keep theirs.
    """
    joined = ""
    for line in lines:
        line = re.sub(r"\s+", " ", line).strip()
        if not line:
            continue
        if joined and re.search(r"[а-яёіїєґәғқңөұүһ]-$", joined) and re.match(r"[а-яёіїєґәғқңөұүһ]", line):
            joined = joined[:-1] + line
        elif joined and re.search(r"\w[-–]$", joined) and re.match(r"\w", line):
            joined += line
        else:
            joined = f"{joined} {line}" if joined else line
    return joined
