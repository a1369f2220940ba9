"""Tables of text files whose cells stand one to a line, row after row or column after column.

Converters of PDF that do not keep the layout (`pdftotext` without `-layout`) leave tables so. The kinds of what columns
hold tell which lines are a row, or blank lines between the rows: where an empty cell left no line, rows fall apart and
nothing is found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from extractors.arranging.spaced.rows import is_value
from models.page import Cell, Grid, Line

COLUMNS = (3, 16)
"""Columns of such a table, at least and at most."""
ROWS, MOST = 3, 60
"""Rows of its body, at least; rows of one that is told by its columns, at most."""
LINES = 4
"""Lines of a cell, at most."""
LONGEST = 100
"""Characters of a cell, at most."""
LETTERS = 2
"""Characters of a letter of a scale with what was read of its sign, at most: `Cr`."""
LONGEST_OF_ROW = 240
"""Characters of a cell of a row that blank lines part from the others, at most."""
SHORT, APART, MANY = 4, 20, 5  # letters of the head of numbers, entries of a row, rows that prove them
LIKE = 0.75
"""Share of a column's entries that are of one kind."""


@dataclass(frozen=True, slots=True)
class Stacked:
    """A table of a text: the numbers of its first and last line, and its grid."""

    first: int
    last: int
    grid: Grid


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line, or lines of which the later ones go on with a word: their first and last number, what they say."""

    first: int
    last: int
    texts: tuple[str, ...]
    is_cell: bool
    is_head: bool
    is_value: bool

    @property
    def text(self) -> str:
        return " ".join(self.texts)


_Rows = list[list[_Entry]]
_Placed = Sequence[Sequence[_Entry | None]]
"""Rows with None for cells that hold nothing."""


def stacked_tables(lines: Sequence[str]) -> list[Stacked]:
    """Return the tables with a head of words over three rows or more, their first column and one more of values; or
    with blank lines between the rows and a column of values."""
    found: list[Stacked] = []
    entries = _entries(lines)
    at = 0
    while at < len(entries):
        rows: _Placed = _block_by_block(entries, at) or _row_by_row(entries, at) or _column_by_column(entries, at)
        rows = rows or _numbered(entries, at)
        if not rows:
            at += 1
            continue
        taken = [entry for row in rows for entry in row if entry]
        found.append(Stacked(min(e.first for e in taken), max(e.last for e in taken), _grid(rows)))
        at += len(taken)
    return found


def _entries(lines: Sequence[str]) -> list[_Entry]:
    """Return what may be a cell, from the top down; a word in small letters right below words goes on with them."""
    entries: list[_Entry] = []
    for number, line in enumerate(lines):
        text = line.strip()
        if not text:
            continue
        above = entries[-1] if entries and entries[-1].last == number - 1 else None
        if above and _goes_on(above, text):
            entries[-1] = _entry(above.first, number, (*above.texts, text))
        else:
            entries.append(_entry(number, number, (text,)))
    return entries


def _entry(first: int, last: int, texts: tuple[str, ...]) -> _Entry:
    """Return what lines may be: a cell, the head of a column (short, of letters), a value."""
    text = " ".join(texts)
    is_cell = len(text) <= LONGEST and "  " not in text and "\t" not in text
    valued = is_cell and (is_value(text) or len(text) <= LETTERS)
    wordy = is_cell and sum(c.isalpha() for c in text) >= 2 and not text.endswith((".", ";", ":", ","))
    return _Entry(first, last, texts, is_cell, wordy and (not is_value(text) or " " in text), valued)


def _goes_on(above: _Entry, text: str) -> bool:
    if len(above.texts) == LINES or not text[0].islower() or len(text) == 1:
        return False
    return not is_value(text) and not above.is_value


def _block_by_block(entries: Sequence[_Entry], at: int) -> _Placed:
    """Return the rows of a table whose head is a block of lines, with a block of as many lines for each row.

    A block of two among them is the number and the name of a part, or a sum beside its word.
    """
    head = _block(entries, at)
    width = len(head)
    within = at and entries[at - 1].last + 1 == head[0].first
    if within or not (COLUMNS[0] <= width <= COLUMNS[1] and all(entry.is_head for entry in head)):
        return []
    rows, at = [head], at + width
    while block := _block(entries, at):
        if len(block) not in (2, width) or any(len(entry.text) > LONGEST_OF_ROW for entry in block):
            break
        rows.append(block)
        at += len(block)
    full = [row for row in rows[1:] if len(row) == width]
    shares = [sum(row[c].is_value for row in full) / max(1, len(full)) for c in range(width)]
    if len(full) < ROWS or max(shares) < LIKE:
        return []
    sums = next((c for c, share in enumerate(shares) if c > 1 and share >= LIKE), 1)
    return [_placed(row, width, sums) for row in rows]


def _block(entries: Sequence[_Entry], at: int) -> list[_Entry]:
    """Return the entries from one on up to a blank line."""
    end = at + 1
    while end < len(entries) and entries[end].first == entries[end - 1].last + 1:
        end += 1
    return list(entries[at:end])


def _placed(row: list[_Entry], width: int, sums: int) -> Sequence[_Entry | None]:
    """Return a row with its cells in their columns: a sum in the first column of figures, below its word; the name of a
    part over all the others."""
    summed = row[1].is_value and not row[0].is_value
    return row if len(row) == width else [row[0], *([None] * (sums - 1) if summed else []), row[1]]


def _row_by_row(entries: Sequence[_Entry], at: int) -> _Rows:
    """Return the rows of a table whose head begins at an entry, the cells of each row following each other."""
    for width in range(COLUMNS[0], COLUMNS[1] + 1):
        head, first = entries[at : at + width], entries[at + width : at + 2 * width]
        if not all(entry.is_head for entry in head):
            return []
        if len(first) < width or not first[0].is_value:
            continue
        kinds = [entry.is_value for entry in first]
        rows = [list(head), list(first)]
        for start in range(at + 2 * width, len(entries) - width + 1, width):
            row = list(entries[start : start + width])
            if not all(entry.is_cell for entry in row) or not _alike(row, kinds):
                break
            rows.append(row)
        if _is_table(rows):
            return rows
    return []


def _numbered(entries: Sequence[_Entry], at: int) -> _Rows:
    """Return rows that each begin with the next number, a code and a name, below a short head of the numbers; of other
    cells some were lost or strayed: they follow in one cell."""
    if len(entries[at].text) > SHORT or not all(entry.is_head for entry in entries[at : at + 3]):
        return []
    starts = [at]
    for n in range(at + 3, min(len(entries) - 2, at + 3 + APART * MOST)):
        number, code, name = entries[n : n + 3]
        coded = code.is_value and len(code.text) > LETTERS and any(map(str.isalpha, code.text))
        if number.text.rstrip(".,") == str(len(starts)) and coded and name.is_head:
            starts.append(n)
    ends = [*starts[1:], starts[-1] + 3]
    parts = [(entries[a : a + 3], entries[a + 3 : b]) for a, b in zip(starts, ends, strict=True)]
    near = len(starts) > MANY and all(len(rest) <= APART for _, rest in parts)
    joined = ((row, [_entry(r[0].first, r[-1].last, tuple(e.text for e in r))] if r else []) for row, r in parts)
    return [[*row, *rest] for row, rest in joined] if near else []


def _alike(row: Sequence[_Entry], kinds: Sequence[bool]) -> bool:
    """Return whether the entries of a row are of the kinds of the first one's, but for one that was misread."""
    other = sum(entry.is_value is not kind for entry, kind in zip(row, kinds, strict=True))
    return other <= (len(kinds) > COLUMNS[0])


def _column_by_column(entries: Sequence[_Entry], at: int) -> _Rows:
    """Return the rows of a table whose first column begins at an entry: equally many lines each, parted by blanks.

    Heads that stand alone come before the columns that they are of, in their order.
    """
    if not entries[at].is_head or at + 1 == len(entries):
        return []
    columns: list[Sequence[_Entry]] = []
    heads: list[_Entry] = []
    height = 0
    for block in _blocks(entries, at):
        if not columns and len(block) == 1 and block[0].is_head:
            if at and entries[at - 1].is_head and entries[at - 1].last + 1 < entries[at].first:
                return []  # the head above may be of this table, too
            heads.append(block[0])
            continue
        height = height or len(block) + bool(heads)
        own = [heads[0], *block] if heads else block
        if len(columns) == COLUMNS[1] or len(own) < height or heads and columns and len(own) > height:
            break
        columns.append(own[:height])
        heads = heads[1:]
        if len(own) > height:
            break  # the text below the table follows its last cell
    rows = [list(row) for row in zip(*columns, strict=True)]
    told = height > ROWS and not heads and all(column[0].is_head for column in columns)
    told = told and all(column[1].text != str(height) for column in columns)  # the numbers of rows below go on there
    return rows if told and _is_table(rows) else []


def _blocks(entries: Sequence[_Entry], at: int) -> list[list[_Entry]]:
    """Return the entries from one on in blocks, as empty lines part them; as many as a table has columns at most."""
    cells = list(takewhile(lambda entry: entry.is_cell, entries[at : at + COLUMNS[1] * MOST]))
    blocks: list[list[_Entry]] = []
    while cells and len(blocks) <= COLUMNS[1] and not (blocks and len(blocks[-1]) > MOST):
        blocks.append(_block(cells, 0)[: MOST + 1])
        cells = cells[len(blocks[-1]) :]
    return blocks


def _is_table(rows: _Rows) -> bool:
    """Return whether columns hold entries of one kind each, the first numbers, letters or codes, another one values."""
    body = rows[1:]
    if len(body) < ROWS or len(rows[0]) < COLUMNS[0] or not _are_keys([row[0].text for row in body]):
        return False
    shares = [sum(row[c].is_value for row in body) / len(body) for c in range(len(rows[0]))]
    return all(share >= LIKE or share <= 1 - LIKE for share in shares) and sum(share >= LIKE for share in shares) > 1


def _are_keys(texts: Sequence[str]) -> bool:
    """Return whether entries are numbers that count from one, different letters, or different codes."""
    least = LIKE * len(texts)
    counted = sum(text.rstrip(".") == str(n) for n, text in enumerate(texts, 1))
    letters = {text for text in texts if len(text) <= LETTERS and text[0].isalpha()}
    codes = {text for text in texts if len(text) > LETTERS and is_value(text) and any(c.isalpha() for c in text)}
    return any(count >= least for count in (counted, len(letters), len(codes)))


def _grid(rows: _Placed) -> Grid:
    """Return rows as a grid; the last cell of a row goes over the columns that are left where it is no value."""
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        for column, entry in enumerate(row):
            if entry:
                over = len(rows[0]) - column if column + 1 == len(row) and not entry.is_value else 1
                cells.append(Cell(number, column, tuple(Line((), text=text) for text in entry.texts), 1, over))
    return Grid(tuple(cells))
