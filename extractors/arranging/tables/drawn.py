"""Tables of a page, of a PDF or an image: ruled all round, or with rules missing in part or all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from extractors.arranging.tables.aligning import aligned_tables
from extractors.arranging.tables.dotted import dotted_strokes, edges_of, is_dot
from extractors.arranging.tables.gridding import grid_of
from extractors.arranging.tables.head_columns import with_columns
from extractors.arranging.tables.jointed import levels_of
from extractors.arranging.tables.ruling import Ruled, grids_with, ruled_tables
from extractors.arranging.tables.splitting import split_tall
from extractors.arranging.tables.stacking import jointed_tables
from extractors.arranging.tables.strokes import THIN, Stroke, Strokes, strokes_in, strokes_of, with_strokes
from extractors.arranging.tables.tracing import with_traced
from extractors.arranging.tables.upward_heads import with_upward_head
from extractors.engines import Image
from models.page import Box, Grid, Word

FRAME = 45.0
"""Points up to which a frame of one cell is no table: the edges of a dark head over rows without rules down."""
CELLS, FINER = 4, 1.5
"""Cells of a table of pale or broken rules, at least; and how many times those that its black rules make."""
SAME, LEAST = 2.5, 8.0
"""Points: rules this near to an edge are that edge; rules down that stand out farther than the second bound a row."""
RIM = 12.0
"""Points by which the rules of a table stand out from the words of its text column, at most."""
MORE, APART = 1.1, 5.0
"""How many times the filled cells of others at its place a table must have; points between edges of two columns."""
TOP = 0.09
"""Share of the height of a page that running heads take at most."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is ruled on a page image: the tables that are ruled all round, and every ruling line.

    `drawn` is the image that they were found on, its pale and broken rules drawn over where those rule tables.
    """

    tables: list[Ruled]
    strokes: Strokes
    drawn: Image | None = None


Parted = Callable[[list[Word], list[Box]], list[list[Word]]]
"""Parts the words of a page by its text columns, given the boxes of tables, which no column ends in."""


def tables_of(page: Any, words: list[Word]) -> list[Grid]:
    """Return the tables of a pdfplumber page that have at least two columns and two filled cells."""
    dotted = dotted_strokes(page.rects)
    drawn = page.filter(lambda thing: _is_drawn(thing) and not (dotted.across and is_dot(thing)))
    strokes = with_strokes(strokes_of(drawn), dotted)
    closed = [Ruled(Box(*map(float, t.bbox)), [Box(*map(float, c)) for c in t.cells])
              for t in drawn.find_tables(edges_of(dotted))]  # fmt: skip
    tables = [split_tall(with_columns(with_open_ends(table, strokes, closed), words), words) for table in closed]
    jointed = [t for t in jointed_tables(words, levels_of(page), strokes.down) if _is_fuller(t, tables, words)]
    tables = [t for t in tables if not any(t.box.meets(other.box) for other in jointed)]
    tables, jointed = ([with_upward_head(t, words) for t in found] for found in (tables, jointed))
    grids = [grid for t in tables if (grid := grid_of(t.cells, t.box, words, tolerance=4.0))]
    grids = [grid for grid in grids if not _is_frame(grid) or _goes_on(page, grid, words)]
    grids += grids_with([t for t in jointed if not any(g.box and t.box.meets(g.box) for g in grids)], words)
    taken = [grid.box for grid in grids if grid.box]
    return grids + grids_with(aligned_tables(words, strokes, taken), words)


def rules_in(grey: Image, dpi: int) -> Rules:
    """Return what is ruled on a level page image."""
    tables = [t for t in ruled_tables(grey, dpi) if len(t.cells) > (1 if t.box.height <= FRAME else 0)]
    strokes = strokes_in(grey, dpi)
    plain = Rules([_with_last_row(table, strokes, tables) for table in tables], strokes, grey)
    traced = with_traced(grey, dpi)
    if traced is grey:
        return plain
    tables = [t for t in ruled_tables(traced, dpi) if len(t.cells) >= CELLS and _is_finer(t, plain.tables)]
    if not tables:
        return plain
    others = [t for t in plain.tables if not any(t.box.meets(o.box) for o in tables)]
    return Rules([*others, *tables], strokes_in(traced, dpi), traced)


def _with_last_row(table: Ruled, strokes: Strokes, others: list[Ruled]) -> Ruled:
    """Return a table in a page image with the row that the end of the page cut off and no rule bounds below."""
    foot = max((cell.y1 for cell in table.cells), default=table.box.y1)
    if table.box.y1 - foot <= LEAST:
        return table
    sides = min(cell.x0 for cell in table.cells), max(cell.x1 for cell in table.cells)
    inner = Ruled(Box(sides[0], table.box.y0, sides[1], foot), table.cells)
    opened = with_open_ends(inner, Strokes(down=strokes.down), [other for other in others if other is not table])
    return Ruled(table.box, opened.cells) if opened.box.y1 > foot else table


def _is_finer(table: Ruled, others: list[Ruled]) -> bool:
    """Return whether a table has many more cells than others at its place, as pale rules within black ones make."""
    there = sum(len(other.cells) for other in others if other.box.meets(table.box))
    return len(table.cells) >= FINER * there


def _is_fuller(table: Ruled, others: list[Ruled], words: list[Word]) -> bool:
    """Return whether a table has more columns than others at its place and more cells with words in them: a line of
    words in a ruled cell is no row."""
    there = [cell for other in others if other.box.meets(table.box) for cell in other.cells]
    return _columns(table.cells) > _columns(there) and _held(table.cells, words) > MORE * _held(there, words)


def _columns(cells: list[Box]) -> int:
    edges = sorted(cell.x0 for cell in cells)
    return sum(b - a > APART for a, b in zip(edges, edges[1:], strict=False)) + bool(edges)


def _held(cells: list[Box], words: list[Word]) -> int:
    return sum(any(w.lies_in(cell) for w in words) for cell in cells)


def tables_in(rules: Rules, words: list[Word], part: Parted | None = None) -> list[Ruled]:
    """Return the tables of a page image of which these words were read; `part` parts those of text columns."""
    tables = [with_upward_head(split_tall(table, words), words) for table in rules.tables]
    return tables + unruled_tables(words, rules.strokes, [table.box for table in tables], part)


def unruled_tables(words: list[Word], strokes: Strokes, taken: list[Box], part: Parted | None = None) -> list[Ruled]:
    """Return the tables of a page image that are not ruled all round, outside the boxes `taken`."""
    parts = part(words, taken) if part else [words]
    owned = [(held, _beside(strokes, held)) for held in parts] if len(parts) > 1 else [(words, strokes)]
    found = [table for held, own in owned for table in aligned_tables(held, own, taken)]
    return [t for t in found if not any(cell.meets(box, RIM) for cell in t.cells for box in taken)]


def _beside(strokes: Strokes, words: list[Word]) -> Strokes:
    """Return the strokes that stand among words of a text column."""
    boxes = [w.box for w in words if w.box]
    x0, x1 = (min(b.x0 for b in boxes), max(b.x1 for b in boxes)) if boxes else (0.0, 0.0)
    return Strokes(
        tuple(s for s in strokes.across if x0 - RIM < s.start and s.end < x1 + RIM),
        tuple(s for s in strokes.down if x0 - RIM < s.at < x1 + RIM),
    )


def _is_drawn(thing: dict[str, Any]) -> bool:
    """Return whether a thing on the page may rule a table: white rectangles and highlights behind text do not."""
    if thing["object_type"] != "rect" or min(thing["width"], thing["height"]) < THIN:
        return True
    return bool(thing["stroke"]) and not _is_white(thing.get("stroking_color"))


def _is_white(colour: Any) -> bool:
    values = colour if isinstance(colour, tuple | list) else (colour,)
    numbers = [v for v in values if isinstance(v, int | float)]
    return bool(numbers) and (sum(numbers) == 0 if len(numbers) == 4 else min(numbers) >= 0.99)


def _is_frame(grid: Grid) -> bool:
    """Return whether a grid of one row and two cells of one line is the box around a head, and no table."""
    return all(cell.row == 0 and len(cell.lines) <= 1 for cell in grid.cells) and len(grid.cells) < 3


def _goes_on(page: Any, grid: Grid, words: list[Word]) -> bool:
    """Return whether a grid stands first on a page after the first: the last row of a table that the page break cut."""
    return page.page_number > 1 and not any(
        w.box and grid.box and TOP * float(page.height) < w.box.y0 < grid.box.y0 - 1 for w in words
    )


def with_open_ends(table: Ruled, strokes: Strokes, others: Sequence[Ruled] = ()) -> Ruled:
    """Return a table with the row beyond its last rule, or its first, that its rules down alone bound; rules down that
    go on into one of the `others` bound none."""
    xs = sorted({round(x) for cell in table.cells for x in (cell.x0, cell.x1)})
    down = [s for s in strokes.down if any(abs(s.at - x) <= SAME for x in xs)]
    box, cells = table.box, list(table.cells)
    foot = _beyond([s for s in down if s.start <= box.y1 + SAME and s.end > box.y1 + LEAST], box)
    if foot:
        end = max(s.end for s in foot)
        cells += [Box(a.at, box.y1, b.at, end) for a, b in pairwise(foot)]
        box = Box(box.x0, box.y0, box.x1, end)
    head = _beyond([s for s in down if s.end >= box.y0 - SAME and s.start < box.y0 - LEAST], box)
    if head:
        start = min(s.start for s in head)
        cells += [Box(a.at, start, b.at, box.y0) for a, b in pairwise(head)]
        box = Box(box.x0, start, box.x1, box.y1)
    meets = any(box.meets(other.box) for other in others if other is not table)
    return Ruled(box, cells) if (foot or head) and not meets else table


def _beyond(down: list[Stroke], box: Box) -> list[Stroke]:
    """Return the rules down beyond an edge, left to right, where those at both sides of the table are among them."""
    kept: list[Stroke] = []
    for stroke in sorted(down, key=lambda s: s.at):
        if not kept or stroke.at - kept[-1].at > SAME:
            kept.append(stroke)
    sides = len(kept) > 2 and kept[0].at - box.x0 <= SAME and box.x1 - kept[-1].at <= SAME
    return kept if sides else []
