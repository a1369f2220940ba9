"""Running heads, feet and page numbers: what repeats near the edges of pages."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rapidfuzz.fuzz import ratio

from models.page import Block, Grid, Line, Page
from normalizers.wordings import Wordings

ZONE = 4
"""Blocks from the head or the foot of a page that may be running ones."""
SHARE = 0.3
"""Share of the pages on which a line repeats from which it is running; three pages at least."""
ALIKE = 92.0
"""Likeness in percent from which two heads are one: a scan reads a head twice in two ways."""
LONG, STAIN, LOGO, UNSURE, NEAR = 12, 10, 14, 0.9, 12.0
"""Letters of a head that is known though a stain is beside it, of that stain and of one on a line of its own at most;
its confidence is less; and points between the stains that a logo leaves on two pages."""
_WORDS = Path(__file__).parent / "knowledge" / "page_words.tsv"
PAGE_NUMBER = Wordings(
    _WORDS, r"(?i)^\W*(?:<<page>>\W*)?(?P<page>\d{1,4})(?:\s*<<of>>?\s*<<behind>>?\s*\d{0,4})?(?:\s*бет)?\W*$"
)
OF_ALL = re.compile(
    r"^\W*\d{1,4}\s*бет(?:тің|тен)\s*(?P<page>\d{1,4})\s*\W{0,2}\s*(?:(?:-?[шщ]?[іi])?\s*бет(?:і)?)?\W*$", re.IGNORECASE
)
"""A number that says the whole first, as Kazakh does: `11 беттің 2-беті`."""
LABEL = re.compile(
    r"(?:[^\W\d_]{4,}|[^\W\d_]{3,} [^\W\d_]{2,})\s*(?:№\s*)?(?:\d{1,2}|[IVX]{1,4})\W*|\d{1,2}\s?-?\s?[^\W\d_]{4,}\W*"
)
"""A word or two with a number of its own, and nothing else: `Додаток 2`, `Phụ lục II`, `3-қосымша`."""
OF_PAGES = Wordings(_WORDS, r"(?i)<<paged>>\s+\d{1,4}\s*<<parted>>\s*\d{1,4}")
MARKED_NUMBER = Wordings(_WORDS, r"(?i)<<marked>>\s*(\d{1,4})\b|\b(\d{1,4})\s*-?\s*бет\b")


def mark_furniture(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the role `furniture` on what repeats at their edges and on their numbers.

    A ruled head or foot becomes lines. In one long page, as text files are, the edges are where page numbers stand.
    """
    if len(pages) == 1:
        return (_mark_unpaged(pages[0]),)
    zones = [(_edge(page.blocks), _edge(page.blocks[::-1])) for page in pages]
    counts: list[Counter[str]] = [Counter(), Counter()]
    for zone in zones:
        for side in (0, 1):
            counts[side].update({_key(block) for block in zone[side]} - {""})
    counts = [_with_stains(count) for count in counts]
    heads = [(_key(block), _said(block)) for zone, _ in zones for block in zone]
    for key in {key for key, said in heads if LABEL.fullmatch(said.strip())}:
        if numbers_parts([said for other, said in heads if other == key]):
            del counts[0][key]
    enough = 2 if len(pages) <= 3 and _counted(zones) else max(3, round(len(pages) * SHARE))
    numbers = [_numbers(pages, side) for side in (0, 1)]
    runs, after = [set[int]() for _ in pages], list[list[Block]]()
    for index, zone in enumerate(zones):
        for side in (0, 1):
            stained: list[Block] = []
            for block in zone[side]:
                if counts[side][_key(block)] >= enough or id(block) == numbers[side].get(index):
                    runs[index] |= {id(block), *map(id, stained)}
                    stained = []
                elif _is_stain(block):
                    stained.append(block)
                else:
                    break
            after.append(stained)
    for place, stained in enumerate(after):  # a logo that reaches below its head leaves something there on other pages
        for block in stained:
            if sum(any(_meet(block, other) for other in others) for others in after[place % 2 :: 2]) >= enough:
                runs[place // 2].add(id(block))
    return tuple(_with_role(page, run) for page, run in zip(pages, runs, strict=True))


def numbers_parts(said: Sequence[str]) -> bool:
    """Say whether heads are a word and a number, another one each time, and no page's: `Appendix 1` over a form."""
    known = {head.strip().casefold() for head in said if LABEL.fullmatch(head.strip())}
    return len(known) == len(said) and not any(PAGE_NUMBER.match(head) or MARKED_NUMBER.search(head) for head in known)


def _with_stains(counts: Counter[str]) -> Counter[str]:
    """Return how often each head repeats, those with a stain beside them counted with it: a logo that was read."""
    out = Counter(counts)
    for key in (key for key in counts if len(key) >= LONG):
        stained = [other for other in counts if key in other and 0 < len(other) - len(key) <= STAIN]
        out[key] = max(out[key], counts[key] + sum(counts[other] for other in stained))
        for other in stained:
            out[other] = max(out[other], out[key])
    return out


def _is_stain(block: Block) -> bool:
    """Return whether a line is a few signs that were hardly read: what a logo leaves beside a head."""
    words = block.words if isinstance(block, Line) else ()
    letters = sum(len(w.text) for w in words)
    return 0 < letters <= LOGO and sum(w.confidence * len(w.text) for w in words) < UNSURE * letters


def _meet(one: Block, other: Block) -> bool:
    """Return whether lines of two pages stand at one place, as far as is known."""
    boxes = [w.box for w in getattr(other, "words", ()) if w.box]
    return any(w.box and w.box.meets(box.grown(NEAR, 0)) for w in getattr(one, "words", ()) for box in boxes)


def _counted(zones: list[tuple[list[Block], list[Block]]]) -> bool:
    """Say whether two pages bear marks that count them, `Лист 1` and `Лист 2`: what else repeats there runs too.

    The first of three may be a cover without a mark.
    """
    for side in (0, 1):
        found = [[m for b in zone[side] if (m := MARKED_NUMBER.search(_said(b)))] for zone in zones]
        numbers = {int(m[1] or m[2]) for marks in found for m in marks}
        if {1, 2} <= numbers and all(found) or len(found) == 3 and {2, 3} <= numbers and all(found[1:]):
            return True
    return False


def _edge(blocks: tuple[Block, ...]) -> list[Block]:
    """Return the first blocks that say something; a large table ends the edge."""
    edge: list[Block] = []
    for block in blocks:
        if isinstance(block, Grid) and max((c.row for c in block.cells), default=0) > 3:
            break
        if _said(block).strip():
            edge.append(block)
        if sum(not _is_stain(seen) for seen in edge) == ZONE:
            break
    return edge


def _numbers(pages: tuple[Page, ...], side: int) -> dict[int, int]:
    """Return, by page, the identity of the edge block that is its number: a series that counts with the pages."""
    offsets: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, page in enumerate(pages):
        edge = _edge(page.blocks if side == 0 else page.blocks[::-1])[:2]
        for block in edge:
            found = PAGE_NUMBER.match(_said(block)) or OF_ALL.match(_said(block))
            if found:
                offsets[int(found["page"]) - page.number].append((index, id(block)))
    best = max(offsets.values(), key=len, default=[])
    return dict(best) if len(best) >= 2 else {}


def _key(block: Block) -> str:
    """Return what a block says without its figures, marks and case: equal where a head repeats."""
    said = re.sub(r"</?\w+>|[#*_\s]", "", _said(block)).casefold()
    return re.sub(r"\d+|\b[ivxlc]+\b", "0", said) if re.search(r"[^\W\d_]{2}", said) else ""


def _said(block: Block) -> str:
    if isinstance(block, Grid):
        return "\n".join(line.as_text() for cell in block.cells for line in cell.lines)
    return block.as_text()


def _with_role(page: Page, running: set[int]) -> Page:
    blocks: list[Block] = []
    for block in page.blocks:
        if id(block) not in running and not OF_PAGES.fullmatch(_said(block).strip()):
            blocks.append(block)
        elif isinstance(block, Grid):
            blocks += _as_lines(block)
        else:
            blocks.append(replace(block, role="furniture"))
    return replace(page, blocks=tuple(blocks))


def _as_lines(grid: Grid) -> list[Line]:
    """Return the rows of a table as lines of the same text."""
    lines = []
    for row in range(max(cell.row for cell in grid.cells) + 1):
        cells = sorted((c for c in grid.cells if c.row == row), key=lambda c: c.column)
        text, column = "", 0
        for cell in cells:
            text += "\t" * (cell.column - column) + " ".join(line.as_text() for line in cell.lines)
            column = cell.column
        words = tuple(word for cell in cells for line in cell.lines for word in line.words)
        lines.append(Line(words, "furniture", text))
    return lines


def _mark_unpaged(page: Page) -> Page:
    """Return a long text with its running heads marked: what repeats beside page numbers that count up."""
    said = [(index, block) for index, block in enumerate(page.blocks) if _said(block).strip()]
    places = []
    last = 0
    for place, (_, block) in enumerate(said):
        found = MARKED_NUMBER.search(_said(block)) if len(_said(block)) < 400 else None
        if found and int(found[1] or found[2]) > last and _short(block):
            places.append(place)
            last = int(found[1] or found[2])
    if len(places) < 3:
        return _with_role(page, set())
    counts: Counter[str] = Counter()
    for place in places:
        counts.update({_key(block) for _, block in said[max(0, place - 2) : place + 3]} - {""})
    enough = max(3, len(places) // 2)
    frequent = [key for key, count in counts.items() if count >= enough]
    running = {
        id(block)
        for place in places
        for _, block in said[max(0, place - 2) : place + 3]
        if _short(block) and any(ratio(_key(block), key) >= ALIKE for key in frequent)
    }
    return _with_role(page, running)


def _short(block: Block) -> bool:
    """Return whether a block is small enough for a running head: a line, or a table of up to three rows."""
    return not isinstance(block, Grid) or max(cell.row for cell in block.cells) < 3
