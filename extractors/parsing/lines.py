"""Printed lines as the parser sees them: without markup, with their place on the page and their looks."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from extractors.arranging.furniture import numbers_parts
from extractors.arranging.seals import BESIDE, sealed
from models.edits import to_raw
from models.page import Line, Page
from models.text import PlacedWord, Text, TextLine

_TAG = r"</?(?:ul|ol|li|p|div|center|[biu]|em|strong|del|ins|span|br)(?:\s[^<>]{0,60})?/?>"
OPENING_MARKS = re.compile(
    rf"(?:[ \t\u00a0]*{_TAG})*[ \t\u00a0]*(?:(#{{1,6}})[ \t]+)?([*_]{{1,3}}(?=[^\s*_]))?[ \t\u00a0]*"
)
CLOSING_MARKS = re.compile(rf"(?:(?<=[^\s*_])[*_]{{1,3}}(?:[ \t]*{_TAG})*|(?:[ \t]*{_TAG})+)(?=[ \t]*$)")
TAGS = re.compile(r"</?[a-z][^<>]{0,80}>", re.IGNORECASE)
TERMINAL = re.compile(r"[.;:!?…][\"'»”’)\]]*(?:\[\d{1,3}\])?$|[.;:!?…]$|\./\.?$")
BOLD_FONT = re.compile(r"bold|black|heavy|demi|,b\b|-b\b", re.IGNORECASE)
PAGE_JOINT = re.compile(
    r" (?=\S)"
)  # a converter's only trace of a page's end: a blank before the next page's first line
_SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,2})\.\s+(?=[^\W\d_])")
PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,3}\s*(?:/\s*\d{1,3})?\s*[-–—]?")
FURNITURE_REPEATS = 3  # a masked line seen on this many pages or more is furniture
EDGE = 4  # lines at the top and the bottom of a page where furniture stands


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of the text: offsets of its words without markup; `left` and `right` are shares of the column.

    `bold` is said by markup, `strong` by the fonts of a text layer, `heavy` by those of any file.
    """

    start: int
    end: int
    text: str
    page: int
    heading_mark: int = 0
    bold: bool = False
    heavy: bool = False
    strong: bool = False
    table: bool = False
    furniture: bool = False
    blank_before: bool = False
    page_top: bool = False
    left: float = 0.0
    right: float = 1.0

    @property
    def bulleted(self) -> bool:
        """Whether it begins with the dash or dot of a list."""
        return bool(re.match(r"[-–—−•●▪◦·+✓]\s*\S", self.text))

    @property
    def terminal(self) -> bool:
        """Whether it ends a sentence or an item."""
        return bool(TERMINAL.search(self.text))

    @property
    def capitals(self) -> bool:
        """Whether it is set in capitals: at least four letters, nine in ten of them upper case."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)

    @property
    def lower_start(self) -> bool:
        """Whether its first letter is lower case, with no figure before it."""
        first = next((c for c in self.text if c.isalnum()), "")
        return first.islower() and not self.bulleted


def printed_lines(text: Text, pages: tuple[Page, ...] = ()) -> list[Printed]:
    """Return the lines that are not blank, in reading order."""
    found: list[Printed] = []
    blank = False
    page = 0
    for line in text.lines:
        content = text.content[line.start : line.end]
        if not re.sub(_TAG, "", content).strip():
            blank = True
            continue
        joint = not text.words and not blank and bool(PAGE_JOINT.match(content))
        top = bool(found) and (line.page != page or joint)
        found.append(replace(_printed(line, content), blank_before=blank, page_top=top))
        blank, page = False, line.page
    return _with_fonts(text, pages, _with_places(text, _with_furniture(_with_table_rows(text, found))))


def _with_table_rows(text: Text, lines: list[Printed]) -> list[Printed]:
    """Take a line between two rows of a table for a row of one cell, unless it heads the second of two tables."""
    if text.words:
        return lines
    between = [
        0 < i < len(lines) - 1
        and lines[i - 1].table
        and lines[i + 1].table
        and len(line.text) < 60
        and not line.blank_before
        and not lines[i + 1].blank_before
        and not _parts_tables(lines, i)
        for i, line in enumerate(lines)
    ]
    return [replace(line, table=True) if inside else line for line, inside in zip(lines, between, strict=True)]


def _parts_tables(lines: list[Printed], i: int) -> bool:
    """Say whether a line between rows goes on with the number of the last section, `2. Title` below `1. Title`, and the
    rows below it are of another table: they have its number, `2.1`, or another count of cells."""
    number = _SECTION.match(lines[i].text)
    last = next((m for line in reversed(lines[:i]) if not line.table and (m := _SECTION.match(line.text))), None)
    if number is None or last is None or number[1] not in _following(last[1]):
        return False
    below = [line.text for line in lines[i + 1 : i + 3]]
    own = any(text.startswith(f"{number[1]}.1") for text in below)
    return own or below[0].count("\t") != lines[i - 1].text.count("\t")


def _following(number: str) -> set[str]:
    """Return the numbers that may come behind that of a section: `4.3`, `5` and `4.2.1` behind `4.2`."""
    path = number.split(".")
    later = ([*path[:depth], str(int(path[depth]) + 1)] for depth in range(len(path)))
    return {f"{number}.1", *map(".".join, later)}


def _printed(line: TextLine, content: str) -> Printed:
    beside = BESIDE.search(content)
    content = content[: beside.start()] if beside else content
    opening = OPENING_MARKS.match(content)
    assert opening is not None
    body = content[opening.end() :]
    closing = CLOSING_MARKS.search(body)
    end = opening.end() + (closing.start() if closing else len(body.rstrip()))
    start = line.start + opening.end()
    shown = content[opening.end() : end]
    return Printed(
        start=start,
        end=line.start + end,
        text=shown,
        page=line.page,
        heading_mark=len(opening[1] or ""),
        bold=bool(opening[2] and "*" in opening[2] and len(opening[2]) >= 2 and (closing or "*" not in body)),
        table=line.table is not None or "\t" in content.strip(),
        furniture=line.role not in ("body", "table"),
    )


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", TAGS.sub("", text).replace("*", "").replace(" ", "").lower()).strip("-–#| ")


def _with_furniture(lines: list[Printed]) -> list[Printed]:
    """Mark running heads and feet: what is printed again and again at the edges of pages or as a heading."""
    edges = _page_edges(lines)
    seen: dict[str, set[int]] = {}
    for i, line in enumerate(lines):
        if len(line.text) < 250 and not line.bulleted and (i in edges or line.heading_mark or line.table):
            seen.setdefault(_mask(line.text), set()).add(i)
    pages = max((line.page for line in lines), default=1)
    repeats = max(FURNITURE_REPEATS, pages // 3)
    running = {i for mask, places in seen.items() if len(mask) >= 6 and len(places) >= repeats for i in places}
    running -= {i for places in seen.values() if numbers_parts([lines[i].text for i in places]) for i in places}
    running = {i for i in running if not TERMINAL.search(lines[i].text)}
    running |= {i for i in edges if PAGE_NUMBER.fullmatch(lines[i].text.strip())}
    running |= sealed([line.text for line in lines])
    return [replace(line, furniture=True) if i in running else line for i, line in enumerate(lines)]


def _page_edges(lines: list[Printed]) -> set[int]:
    """Return the places of the first and last lines of every page of a text with more than two pages."""
    by_page: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(i)
    if len(by_page) < FURNITURE_REPEATS:
        return set()
    return {i for places in by_page.values() for i in (*places[:EDGE], *places[-EDGE:])}


def _with_places(text: Text, lines: list[Printed]) -> list[Printed]:
    if text.words and any(word.box for word in text.words):
        edges = [_edges(text, line) for line in lines]
    else:
        edges = [_character_edges(text, line) for line in lines]
    columns = _columns(lines, edges)
    placed = []
    for line, (left, right) in zip(lines, edges, strict=True):
        first, last = columns.get(line.page, (0.0, 1.0))
        width = max(last - first, 1e-6)
        placed.append(replace(line, left=(left - first) / width, right=(right - first) / width))
    return placed


def _with_fonts(text: Text, pages: tuple[Page, ...], lines: list[Printed]) -> list[Printed]:
    """Mark the lines whose words are all in a bold font, unless most of the document is."""
    bold = {
        (page.number, round(word.box.x0, 1), round(word.box.y0, 1))
        for page in pages
        for block in page.blocks
        for row in ([block] if isinstance(block, Line) else [n for cell in block.cells for n in cell.lines])
        for word in row.words
        if word.box is not None and word.font and BOLD_FONT.search(word.font)
    }
    unplaced = _unplaced_bold(pages)
    if not bold and not unplaced:
        return lines
    strong = [_all_bold(text, line, bold) for line in lines]
    heavy = [s or " ".join(line.text.split()) in unplaced for s, line in zip(strong, lines, strict=True)]
    if sum(heavy) > 0.6 * len(lines):
        return lines
    return [replace(line, strong=s, heavy=h) for line, s, h in zip(lines, strong, heavy, strict=True)]


def _unplaced_bold(pages: tuple[Page, ...]) -> set[str]:
    """Return the words of lines in bold of a file whose words have no place on paper."""
    rows = (block.words for page in pages for block in page.blocks if isinstance(block, Line))
    return {
        " ".join(word.text for word in words)
        for words in rows
        if words and all(word.box is None and word.font and BOLD_FONT.search(word.font) for word in words)
    }


def _all_bold(text: Text, line: Printed, bold: set[tuple[int, float, float]]) -> bool:
    words = [word for word in _words(text, line) if word.box is not None]
    held = sum((w.page, round(w.box.x0, 1), round(w.box.y0, 1)) in bold for w in words if w.box)
    return bool(words) and held >= 0.9 * len(words)


def _words(text: Text, line: Printed) -> tuple[PlacedWord, ...]:
    starts = text._word_starts
    first = bisect_left(starts, to_raw(text.edits, line.start))
    last = bisect_left(starts, to_raw(text.edits, line.end, end=True))
    return text.words[max(0, first) : last]


def _character_edges(text: Text, line: Printed) -> tuple[float, float]:
    before = text.content.rfind("\n", 0, line.start) + 1
    indent = len(text.content[before : line.start].replace("#", "").replace("*", ""))
    return float(indent), float(indent + line.end - line.start)


def _edges(text: Text, line: Printed) -> tuple[float, float]:
    boxes = [word.box for word in _words(text, line) if word.box is not None]
    if not boxes:
        return 0.0, 0.0
    return min(box.x0 for box in boxes), max(box.x1 for box in boxes)


def _columns(lines: list[Printed], edges: list[tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """Return the left and right edge of each page's text: near the extremes, so that one odd line does not count."""
    by_page: dict[int, list[tuple[float, float]]] = {}
    for line, edge in zip(lines, edges, strict=True):
        if not line.table and not line.furniture and edge[1] > edge[0]:
            by_page.setdefault(line.page, []).append(edge)
    columns = {}
    whole = [edge for found in by_page.values() for edge in found]
    for page, found in by_page.items():
        found = found if len(found) >= 12 else whole
        lefts, rights = sorted(e[0] for e in found), sorted(e[1] for e in found)
        columns[page] = (lefts[len(lefts) // 10], rights[min(len(rights) - 1, len(rights) * 9 // 10)])
    return columns
