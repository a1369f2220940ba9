"""Writing of blocks into one string, with offsets kept for lines, tables, cells and words."""

import re
from dataclasses import replace

from models.page import Cell, Grid, Line
from models.text import PlacedWord, Span, Table, TableCell, Text, TextLine
from normalizers.letters import CYRILLIC


class Writer:
    """Collects the parts of a text; the only thing here that changes in place, and it does not leave this module."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._page = 0
        self._lines: list[TextLine] = []
        self._tables: list[Table] = []
        self._words: list[PlacedWord] = []

    def begin(self, page: int) -> None:
        """Start a page: the line end before it becomes a form feed."""
        if self._page:
            self._close()
            self._parts[-1] = "\f"
        self._page = page

    def _close(self) -> None:
        """Give a page without lines an empty one, so that it is counted."""
        if not self._lines or self._lines[-1].page != self._page:
            self._end(self._length, "body", None)

    def line(self, line: Line) -> None:
        """Write a printed line."""
        start = self._length
        self._put_line(line)
        self._end(start, line.role, None)

    def table(self, grid: Grid) -> None:
        """Write a table, one line per row."""
        index, begun, cells = len(self._tables), self._length, []
        for row in range(max((cell.row for cell in grid.cells), default=-1) + 1):
            start, column = self._length, 0
            for cell in sorted((c for c in grid.cells if c.row == row), key=lambda c: c.column):
                self._put("\t" * (cell.column - column))
                column = cell.column
                cells.append(self._cell(cell))
                self._put("\t" * (cell.column_span - 1))
                column += cell.column_span - 1
            self._end(start, "body", index)
        self._tables.append(Table(Span(begun, max(begun, self._length - 1)), self._page, tuple(cells)))

    def text(self) -> Text:
        """Return what was written."""
        if self._page:
            self._close()
        raw = "".join(self._parts)
        return Text(raw, raw, tuple(self._lines), tuple(self._tables), tuple(self._words))

    def _cell(self, cell: Cell) -> TableCell:
        start, breaks = self._length, []
        for line in cell.lines:
            if self._length > start:
                self._join(line)
                breaks.append(self._length)
            self._put_line(line, r"[\t\n\f\r\v]")
        span = Span(start, self._length)
        return TableCell(cell.row, cell.column, span, cell.row_span, cell.column_span, tuple(breaks))

    def _join(self, following: Line) -> None:
        """Put a space between two lines of a cell; a hyphen joins them, and goes where it parts a Cyrillic word."""
        before, after = self._parts[-1], following.as_text().lstrip()
        if re.search(rf"[{CYRILLIC}]-$", before) and re.match(rf"[{CYRILLIC}]", after):
            self._parts[-1] = before[:-1]
            self._length -= 1
            if self._words and self._words[-1].end > self._length:
                self._words[-1] = replace(self._words[-1], end=self._length)
        elif not (re.search(r"\w-$", before) and re.match(r"\w", after)):
            self._put(" ")

    def _put_line(self, line: Line, unfit: str = r"[\n\f\r\v]") -> None:
        text = re.sub(unfit, " ", line.as_text())
        at = 0
        for word in line.words:
            found = text.find(word.text, at)
            if found < 0:
                continue
            at = found + len(word.text)
            place = self._length + found
            end = place + len(word.text)
            self._words.append(PlacedWord(place, end, self._page, word.box, word.confidence, word.settled))
        self._put(text)

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _end(self, start: int, role: str, table: int | None) -> None:
        self._lines.append(TextLine(start, self._length, self._page, role, table))
        self._put("\n")
