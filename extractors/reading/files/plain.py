"""Text files: pages between form feeds, lines as they stand, tables where tabs, spaces or bars lay them out."""

import re

from extractors.reading.files.text_tables import tables_in_text
from extractors.reading.identifying import decode
from extractors.reading.options import ReadingOptions
from models.errors import EmptyFile, TooLarge, UnreadableFile, UnsupportedKind
from models.page import Block, Cell, Grid, Line, Page, Source

LONGEST_LINE = 200_000
"""Characters of one line, at most: a hundred pages. Such a file is a dump of data, and would keep the run for hours."""

PAGE_OF_TEXT = 3_000
"""Characters that a printed page holds: what a text file without form feeds is measured by."""


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return the pages of a text file; line n of the file is line n of its pages, but for tables whose cells go on."""
    try:
        with open(source.path, "rb") as stream:
            data = stream.read(options.max_bytes + 1)
    except OSError as error:
        raise UnreadableFile(str(error), where=source.path) from error
    text = decode(data)
    if text is None:
        raise UnsupportedKind("no text in a Unicode encoding", where=source.path, advice="save it as UTF-8")
    if (count := len(text) // PAGE_OF_TEXT) > options.max_pages:
        raise TooLarge(f"{count} pages, more than {options.max_pages}", where=source.path, advice="split it")
    return pages_of(text, where=source.path)


def pages_of(text: str, *, where: str = "") -> tuple[Page, ...]:
    """Return the pages of a text: cut at form feeds, line ends of any system made one."""
    text = re.sub(r"\r\n?", "\n", text)
    if not text.strip():
        raise EmptyFile("nothing but white space", where=where, advice="ask for the file again")
    if text.endswith(("\f", "\n")):
        text = text[:-1]
    if (longest := max(map(len, text.split("\n")))) > LONGEST_LINE:
        advice = "leave it out, or break it into lines"
        raise TooLarge(f"a line of {longest} characters is no page of a document", where=where, advice=advice)
    pages = text.split("\f")
    return tuple(
        Page(number, tuple(_blocks(page.split("\n"))), reason="text file") for number, page in enumerate(pages, 1)
    )


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    rows: list[str] = []
    laid = {table.first: table for table in tables_in_text(lines)}
    number = 0
    while number <= len(lines):
        line = lines[number] if number < len(lines) else None
        if line is not None and len(line.split("\t")) > 1 and line.strip() and number not in laid:
            rows.append(line)
            number += 1
            continue
        if rows:
            blocks += _table(rows)
            rows = []
        if number in laid:
            blocks.append(laid[number].grid)
            number = laid[number].last + 1
            continue
        if line is not None:
            blocks.append(Line((), text=line))
        number += 1
    return blocks


def _table(rows: list[str]) -> list[Block]:
    """Return rows as a grid; lines that only use the tab as an indent stay lines."""
    if all(len(row.strip().split("\t")) < 2 for row in rows):
        return [Line((), text=row) for row in rows]
    cells = [
        Cell(number, column, (Line((), text=field),) if field else ())
        for number, row in enumerate(rows)
        for column, field in enumerate(row.split("\t"))
    ]
    return [Grid(tuple(cells))]
