"""Tables of text files, drawn with bars or laid out with spaces or tabs, as grids in place of their lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.arranging.spaced.centred import centred_rows, with_headings
from extractors.arranging.spaced.heads import headed
from extractors.arranging.spaced.lifted import lifted
from extractors.arranging.spaced.printed import Printed, blocks
from extractors.arranging.spaced.proof import crowned, is_table
from extractors.arranging.spaced.rows import Rows, is_value, rows_of
from extractors.arranging.spaced.runs import Run, runs
from extractors.reading.files.barred import barred_tables
from extractors.reading.files.html import tables_in
from extractors.reading.files.proved_rows import proved_tables
from extractors.reading.files.stacked import stacked_tables
from extractors.reading.files.tabbed import tabbed_tables
from models.page import Cell, Grid, Line


@dataclass(frozen=True, slots=True)
class Laid:
    """A table of a text: the numbers of its first and last line, its grid, and how many of its rows are head."""

    first: int
    last: int
    grid: Grid
    heads: int = 2


def tables_in_text(lines: Sequence[str]) -> list[Laid]:
    """Return the tables among the lines of a page, from the top down; of those with tabs the ones with broken cells."""
    found = [Laid(*table) for table in tables_in(lines)]
    found += [Laid(table.first, table.last, table.grid) for table in barred_tables(lines)]
    found += [Laid(table.first, table.last, table.grid) for table in tabbed_tables(lines)]
    drawn = {number for table in found for number in range(table.first, table.last + 1)}
    free = [(number, line) for number, line in enumerate(lines) if "\t" not in line and number not in drawn]
    for blanks in (0, 1):
        for block in blocks(free, blanks=blanks):
            more = _laid(block, lines, found)
            found = [table for table in found if not any(_holds(other, table) for other in more)] + more
    drawn = {number for table in found for number in range(table.first, table.last + 1)}
    left = ["" if number in drawn else line for number, line in enumerate(lines)]
    found += [Laid(table.first, table.last, table.grid) for table in stacked_tables(left)]
    drawn = {number for table in found for number in range(table.first, table.last + 1)}
    left = ["" if number in drawn else line for number, line in enumerate(lines)]
    found += [Laid(table.first, table.last, table.grid) for table in proved_tables(left)]
    return sorted(found, key=lambda table: table.first)


def _laid(block: Sequence[Printed], lines: Sequence[str], taken: Sequence[Laid]) -> list[Laid]:
    """Return the tables laid out with spaces in a block of lines, apart from those found before.

    One with a head may hold one without that was found before: rows of it that no empty line parts.
    """
    found: list[Laid] = []
    for run in map(with_headings, runs(block)):
        others = [*taken, *found]
        if _meets(run, others):
            rows = _rows(run)
            whole = Laid(run.lines[0].index, run.lines[-1].index, grid_of_rows(rows), max(rows.heads, _has_head(rows)))
            parts = [table for table in taken if _holds(whole, table)]
            if parts and not _meets(run, [table for table in others if table not in parts]) and is_table(run, rows):
                found.append(whole)
            continue
        head = headed(run, lines)
        if head and not any(head.first <= table.last and head.last >= table.first for table in others):
            found.append(Laid(head.first, head.last, grid_of_rows(head.rows)))
        elif is_table(run, _rows(run)):
            found.append(_whole(run, lines, others))
    return found


def _rows(run: Run) -> Rows:
    """Return the rows of a run: those about their numbers where else lines without one were rows of their own."""
    rows, centred = rows_of(run), centred_rows(run)
    return centred if centred and len(centred.rows) < len(rows.rows) else rows


def _whole(run: Run, lines: Sequence[str], taken: Sequence[Laid]) -> Laid:
    """Return the table of a run with what of its head stands above the run, where no other table stands there."""
    crown = crowned(run, lines)
    run = run if _meets(crown, taken) else crown
    rows = _rows(run)
    found = lifted(run, rows, lines)
    if found and not any(found[0] <= table.last and run.lines[-1].index >= table.first for table in taken):
        return Laid(found[0], run.lines[-1].index, grid_of_rows(found[1]), found[1].heads)
    return Laid(run.lines[0].index, run.lines[-1].index, grid_of_rows(rows), rows.heads)


def _has_head(rows: Rows) -> bool:
    """Return whether the first row may be head: `Thang 10` is no value beside `Bậc`."""
    entries = [" ".join(texts) for texts in rows.rows[0].values()]
    return rows.heads > 0 or 2 * sum(map(is_value, entries)) <= len(entries)


def _holds(whole: Laid, part: Laid) -> bool:
    """Return whether a table has a head over the lines of another, which has its columns and no head but that."""
    inside = whole.first <= part.first and part.last <= whole.last and _width(whole) == _width(part)
    begun = whole.heads == part.heads == 1 and whole.first == part.first and part.last < whole.last
    return inside and (begun or whole.heads > part.heads == 0)


def _width(table: Laid) -> int:
    return max(cell.column + cell.column_span for cell in table.grid.cells)


def _meets(run: Run, tables: Sequence[Laid]) -> bool:
    return any(run.lines[0].index <= table.last and run.lines[-1].index >= table.first for table in tables)


def grid_of_rows(rows: Rows) -> Grid:
    """Return rows as a grid; a head with nothing below it under heads over columns goes down to the body."""
    cells = []
    for number, (row, spans) in enumerate(zip(rows.rows, rows.spans, strict=True)):
        for column, parts in sorted(row.items()):
            lines = tuple(Line((), text=part) for part in parts)
            width, down = spans.get(column, 1), 1
            below = [set(other) for other in rows.rows[number + 1 : rows.heads]] if spans and width == 1 else []
            while down <= len(below) and column not in below[down - 1]:
                down += 1
            cells.append(Cell(number, column, lines, down, width))
    return Grid(tuple(cells))
