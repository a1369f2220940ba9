"""Text files: pages between form feeds, lines as they stand, tables where tabs, spaces or bars lay them out."""

import re
from dataclasses import replace
from itertools import groupby

from extractors.arranging.furniture import PAGE_NUMBER
from extractors.reading.doubled import once, undoubled
from extractors.reading.files.cell_lines import parted, with_lines
from extractors.reading.files.layout_tables import parts_of
from extractors.reading.files.spread_cells import gathered
from extractors.reading.files.text_tables import tables_in_text
from extractors.reading.identifying import decode
from extractors.reading.options import ReadingOptions
from models.errors import EmptyFile, TooLarge, UnreadableFile, UnsupportedKind
from models.page import Block, Cell, Grid, Line, Page, Source

LONGEST_LINE = 200_000
"""Characters of one line, at most: a hundred pages. Such a file is a dump of data, and would keep the run for hours."""
PAGE_OF_TEXT = 3_000
"""Characters that a printed page holds: what a text file without form feeds is measured by."""
_ESCAPED = re.compile(r"\\([\[\]\"'@+<>.-])")
"""A sign that a converter to Markdown wrote a backslash before: `\\[1\\]`, `\\- item`."""
_CELL = re.compile(r"(?:[^|\n\\]|\\.)+(\||)")
_SEPARATED = re.compile(r'(?:^|;)(?:"((?:[^"]|"")*)"(?=;|$)|([^;]*))')
LEAST_ESCAPED, LEAST_CELLS = 3, 3
_DASHES = re.compile(r"(?<=[\w,.)]) -- (?=\w)[^\n]*?(?=  |$)", re.M)  # a converter's dash, up to the next column
_RULE = re.compile(r"\s*(?:[-–—=]{3,}\s*)+")  # a line of dashes: a rule under a heading or a table
_TWO = re.compile(r"(?<=\w) {2}(?=\w)")
_GAP, _WIDE = re.compile(r"(?<=\S) +(?=\S)"), re.compile(r"(?<=[\w,.;:)]) {2}(?=\S)([^\W_])")
LEAST_CLOSE_PAGE = 1200  # the same where no empty line parts them from the text
LEAST_PAGE = 400  # characters between two lines that number pages, at least; what counts faster is a list
_DASHED = re.compile(r"\s*([-–—])\s?\d{1,3}\s?\1\s*")  # a page's number: `- 3 -`
_ROW = re.compile(r"(?:[^\t]*\t){2}|(?:[^|]*\|){2}")  # of a table laid out with tabs or bars


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return the pages of a text file; line n of the file is line n of its pages, but for tables whose cells go on and
    lines printed twice."""
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
    text = once(undoubled(re.sub(r"\r\n?", "\n", text)))
    if len(_ESCAPED.findall(text)) >= LEAST_ESCAPED:
        text = _CELL.sub(_as_wide, text)  # bars stay in line
        text = _ESCAPED.sub(r"\1", text)
    text = _DASHES.sub(lambda m: m[0].replace("--", "–") + " " * m[0].count("--"), text)
    if not text.strip():
        raise EmptyFile("nothing but white space", where=where, advice="ask for the file again")
    if text.endswith(("\f", "\n")):
        text = text[:-1]
    if (longest := max(map(len, text.split("\n")))) > LONGEST_LINE:
        advice = "leave it out, or break it into lines"
        raise TooLarge(f"a line of {longest} characters is no page of a document", where=where, advice=advice)
    text = _tabbed(text)
    paged = "\f" in text
    pages = (text if paged else _with_page_ends(text)).split("\f")
    printed = [_blocks(page.split("\n")) for page in pages]
    for blocks in printed[:-1] if not paged else ():
        n, end = max((n, b) for n, b in enumerate(blocks) if not isinstance(b, Line) or b.as_text().strip())
        blocks[n] = replace(end, role="furniture") if isinstance(end, Line) else end
    return tuple(Page(number, tuple(blocks), reason="text file") for number, blocks in enumerate(printed, 1))


def _tabbed(text: str) -> str:
    """Return a text with tabs for the semicolons that part cells: as many in lines below each other, no blank behind
    any; what stands alone above the first row is a line."""
    lines = text.split("\n")
    rows = [[quoted.replace('""', '"') or bare for quoted, bare in _SEPARATED.findall(line)] for line in lines]
    for width, run in groupby(range(len(lines)), key=lambda n: len(rows[n]) * ("\t" not in lines[n])):
        told, within = list(run), False
        if width >= LEAST_CELLS <= len(told) and not any(cell[:1].isspace() for n in told for cell in rows[n][1:]):
            for n in told:
                within = any(rows[n]) and (within or any(rows[n][1:]))
                lines[n] = "\t".join(rows[n]) if within else rows[n][0]
    return "\n".join(lines)


def _as_wide(cell: re.Match[str]) -> str:
    """Return what stands before a bar with a space for each backslash that will go."""
    return cell[0][:-1] + " " * len(_ESCAPED.findall(cell[0])) + "|" if cell[1] else cell[0]


def _with_page_ends(text: str) -> str:
    """Return the text with a form feed behind the lines that only number a page: those that count on, far apart and
    between empty lines (two are enough from page 1 or 2 on), three that stand farther apart without such lines, a
    number between dashes, one between two rows of a table."""
    lines = text.split("\n")
    told = [n for n, line in enumerate(lines) if line.strip()]
    chains: list[list[int]] = [[]]
    ends: set[int] = set()
    number, place = 0, 0
    for above, n, below in zip(told, told[1:], told[2:], strict=False):
        match = PAGE_NUMBER.match(lines[n]) if "\t" not in lines[n] else None
        if match is None:
            continue
        apart = below - above >= n - above + 2 > 3
        follows = int(match["page"]) in (number + 1, *[2] * (not number)) and sum(map(len, lines[place:n])) >= (
            LEAST_PAGE if apart else LEAST_CLOSE_PAGE
        )
        if not (apart or follows):
            continue
        chains = [*chains[:-1], [*chains[-1], n]] if follows else [*chains, [n]]
        number, place = int(match["page"]), n
        ends |= {n} if _DASHED.fullmatch(lines[n]) or _ROW.match(lines[above]) and _ROW.match(lines[below]) else set()
        ends |= set(chains[-1]) if len(chains[-1]) > (1 if apart and len(chains) == 1 else 2) else set()
    return "\n".join(f"{line}\f" if n in ends else line for n, line in enumerate(lines)).replace("\f\n", "\f")


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    rows: list[str] = []
    laid = {table.first: table for table in tables_in_text(lines)}
    number = 0
    while number <= len(lines):
        line = lines[number] if number < len(lines) else None
        if line and "\t" in line and (rows or line.strip()) and number not in laid:
            rows.append(line)
            number += 1
            continue
        if rows:
            blocks += _table(rows)
            rows = []
        if number in laid:
            blocks += parts_of(gathered(with_lines(laid[number].grid)))
            number = laid[number].last + 1
            continue
        if line is not None:
            blocks.append(Line((), text=_set_close(line), role="furniture" if _RULE.fullmatch(line) else "body"))
        number += 1
    return blocks


def _set_close(line: str) -> str:
    """Return a line of text with one space where two or three justify it: before a small letter or a figure, and in
    all gaps where most are wide. Other gaps may part columns."""
    gaps = [len(gap) for gap in _GAP.findall(line)]
    justified = len(gaps) > 2 and max(gaps) < 4 and sum(gap > 1 for gap in gaps) * 2 > len(gaps)
    return _GAP.sub(" ", line) if justified else _WIDE.sub(lambda m: m[0] if m[1].isupper() else f" {m[1]}", line)


def _table(rows: list[str]) -> list[Block]:
    """Return rows as a grid; lines that only use the tab as an indent stay lines."""
    if all(len(row.strip().split("\t")) < 2 for row in rows):
        return [part for row in rows for part in parted(Line((), text=row))]
    cells = [
        Cell(number, column, (Line((), text=_TWO.sub(" ", field)),) if field else ())
        for number, row in enumerate(rows)
        for column, field in enumerate(row.split("\t"))
    ]
    return parts_of(gathered(with_lines(Grid(tuple(cells)))))
