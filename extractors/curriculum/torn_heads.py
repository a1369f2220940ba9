"""Heads torn off their columns: by a page's end, their first line on one page and the rest on the next, or by rules
that stand elsewhere above them than below; and upright ones that a converter wrote backwards, letter by letter
(`їіцкеЛ`) or word by word (`обсяг Загальний`)."""

from dataclasses import replace
from typing import TYPE_CHECKING

import regex as re

from extractors.curriculum.repeated_rows import is_known
from extractors.curriculum.wording import lexicon
from models.text import Span, Text

if TYPE_CHECKING:
    from extractors.curriculum.grids import Grid, Place

LEAST = 3
"""Columns of such a head at least."""
DEEPEST = 3
"""Rows of a head that stands beside its columns, at most."""
TALLEST, FEWEST = 7, 2
"""Rows of a head, at most; heads of a table that are labels only backwards, at least."""
_WORD = re.compile(r"[^\W\d_]{3}")
_TURNED = re.compile(r"\p{Ll}\p{Lu}$")
_BESIDE = re.compile("HB|BH")
_PIECE = re.compile(r"\S+(?: \S+)*")
"""What stands between two wide gaps of a line."""


def head_left_above(text: Text, grid: "Grid") -> "tuple[tuple[Place, ...], ...]":
    """Return the rows of a table below the head that stands as a mere line with gaps right above it: the only one of
    its page, so that nothing there told the columns."""
    at = text.line_at(grid.start) - 1
    while at >= 0 and not text.content[text.lines[at].start : text.lines[at].end].strip():
        at -= 1
    line = text.lines[at] if at >= 0 else None
    if line is None or line.table is not None or grid.width < LEAST or _is_head(grid.rows[0]):
        return grid.rows
    spans = [Span(*part.span()) for part in _PIECE.finditer(text.content, line.start, line.end)]
    own = replace(grid.rows[0][0], merged=False, row_span=1, column_span=1)
    first = tuple(replace(own, text=text[s], span=s, lines=((text[s], s),)) for s in spans)
    return (first, *grid.rows) if len(first) == grid.width and _is_head(first) else grid.rows


def with_torn_head(above: "Grid", below: "Grid") -> "tuple[tuple[Place, ...], ...] | None":
    """Return the rows of a table whose head begins as the only row above; None where it does not.

    One of its cells heads several columns of `below`, whose kinds of class stand in the first row there; others go on.
    """
    wide = below.width - above.width + 1
    if len(above.rows) != 1 or above.width < LEAST or wide < 2 or len(below.rows) < 2 or not _is_head(above.rows[0]):
        return None
    first, rest = above.rows[0], below.rows[0]
    kinds = [not p.merged and lexicon("activities.tsv").exact(p.text) is not None for p in rest]
    places = [n for n in range(above.width) if first[n].text and all(kinds[n : n + wide])]
    if len(places) != 1:
        return None
    at = places[0]
    over = (replace(first[at], column_span=wide), *(replace(first[at], merged=True) for _ in range(wide - 1)))
    named = [*first[:at], *over, *first[at + 1 :]]
    whole = tuple(p if at <= n < at + wide else _joined(p, rest[n]) for n, p in enumerate(named))
    under = tuple(rest[n] if at <= n < at + wide else replace(p, merged=True) for n, p in enumerate(whole))
    return (whole, under, *below.rows[1:])


def with_heads_beside(rows: "list[list[Place]]") -> "list[list[Place]]":
    """Return rows whose heads stand in columns of their own, each beside the column without a head that it is of."""
    for depth in range(1, min(DEEPEST, len(rows) - 1) + 1):
        parts = [(c[:depth], c[depth:]) for c in zip(*rows, strict=True)]
        kinds = [tuple(any(p.text for p in part) for part in two) for two in parts]
        named = [any(_WORD.search(p.text) for p in head) for head, _ in parts]  # data are no heads
        signs = "".join("-" if a == b else "B" if b else "?H"[n] for (a, b), n in zip(kinds, named, strict=True))
        if (left := _BESIDE.sub("", signs)) != signs and left and not left.strip("-"):
            for at in [match.start() for match in _BESIDE.finditer(signs)][::-1]:
                for row in rows:
                    row[at : at + 2] = [row[at] if row[at].text else row[at + 1]]
            break
    return rows


def with_turned_heads(rows: "list[list[Place]]") -> "list[list[Place]]":
    """Return rows with the heads turned round that are known only so, and those beside them that end in a capital."""
    said = [p.text for row in rows[:TALLEST] for p in row if p.text and not any(map(str.isdigit, p.text))]
    for turned in ({text: " ".join(text.split()[::-1]) for text in said}, {text: text[::-1] for text in said}):
        known = {text for text in turned if is_known(turned[text]) and not is_known(text)}
        told = {*known, *(text for text in turned if _TURNED.search(text))} if len(known) >= FEWEST else set()
        for row in rows[:TALLEST]:
            for n, p in enumerate(row):
                if p.span and p.text in told:
                    row[n] = replace(p, text=turned[p.text], lines=((turned[p.text], p.span),))
    return rows


def _is_head(row: "tuple[Place, ...]") -> bool:
    known = sum(lexicon("heads.tsv").exact(p.text) is not None for p in row)
    return all(p.text and not p.merged for p in row) and known * 2 > len(row)


def _joined(above: "Place", below: "Place") -> "Place":
    if not below.text:
        return above
    return replace(above, text=f"{above.text} {below.text}", lines=above.lines + below.lines, row_span=2)
