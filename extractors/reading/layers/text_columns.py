"""Pages of a PDF in two columns of running text: each column is read, and its tables found, as a page of its own."""

from collections.abc import Sequence
from typing import Any

from extractors.arranging.lining import build_lines
from extractors.arranging.tables.dotted import dotted_strokes
from extractors.arranging.tables.drawn import tables_of
from extractors.arranging.tables.gridding import place
from extractors.arranging.tables.strokes import THIN, Stroke, strokes_of, with_strokes
from extractors.reading.paper.lines.halves import Gutter, centred, gutter_of, ruled_gutter
from models.page import Block, Word

ROWS = 8
"""Lines of running text on each side of a gutter, at least: places of words in a PDF are exact."""
PROSE, LONG, LETTERS = 5, 5, 0.8
"""Lines of prose on each side, at least, the words of one and the share of them that is of letters: the halves of a
table without rules have figures and names."""


def blocks_of(page: Any, words: list[Word]) -> list[Block]:
    """Return the lines and tables of a pdfplumber page in reading order."""
    gutter = gutter_of(words, float(page.width), float(page.height), rows=ROWS)
    dotted = dotted_strokes(page.rects)
    if gutter is None or not _is_prose(words, gutter):
        rules = with_strokes(strokes_of(page), dotted)
        gutter = ruled_gutter(words, float(page.width), rules.across)
    gutter = gutter and centred(gutter, words)
    if gutter is None or _is_ruled_over(page, gutter) or any(_crosses(s, gutter) for s in dotted.across):
        return place(words, tables_of(page, words))
    left, top, right, bottom = map(float, page.bbox)
    y0, y1 = max(top, gutter.top), min(bottom, gutter.bottom)
    parts = ((left, top, right, y0), (left, y0, gutter.x, y1), (gutter.x, y0, right, y1), (left, y1, right, bottom))
    blocks: list[Block] = []
    for x0, head, x1, foot in parts:
        held = [w for w in words if w.box and head <= w.box.middle_y < foot and x0 <= w.box.middle_x < x1]
        if held:
            blocks += place(held, tables_of(page.crop((x0, head, x1, foot)), held))
    return blocks


def _is_ruled_over(page: Any, gutter: Gutter) -> bool:
    """Return whether something that rules or shades a table goes over a gutter."""
    return any(
        float(thing["x0"]) < gutter.x < float(thing["x1"])
        and gutter.top < float(thing["bottom"])
        and float(thing["top"]) < gutter.bottom
        and float(thing["bottom"]) - float(thing["top"]) < (THIN if thing["object_type"] == "line" else 300)
        for thing in (*page.lines, *page.rects)
    )


def _crosses(rule: Stroke, gutter: Gutter) -> bool:
    return rule.start < gutter.x < rule.end and gutter.top < rule.at < gutter.bottom


def _is_prose(words: Sequence[Word], gutter: Gutter) -> bool:
    """Return whether lines of prose stand on both sides of a gutter."""
    for side in (False, True):
        held = [w for w in words if w.box and gutter.top < w.box.y0 < gutter.bottom and (w.box.x0 > gutter.x) == side]
        lines = [[w.text for w in line.words if len(w.text) > 1] for line in build_lines(held)]
        spoken = [sum(text[:1].isalpha() and text[-2].isalpha() for text in line) / max(1, len(line)) for line in lines]
        if sum(len(line) >= LONG and share >= LETTERS for line, share in zip(lines, spoken, strict=True)) < PROSE:
            return False
    return True
