"""Tables of text files laid out with spaces: runs of lines whose wide gaps stand one below the other.

Columns are the stripes of white that all lines of a run leave free; what looks like a table by its gaps alone (heads
of decisions, signatures, cards, lists, contents) is none: see `proof`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.arranging.spaced.printed import Piece, Printed, words_of
from extractors.arranging.spaced.tight import tight_stripes

SEEDS = 8
"""Lines of a block that are tried as the one whose gaps a table keeps."""
_CODE = re.compile(r"[^\W\d_]{0,4}\d")
_ORDER = re.compile(r"(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)]?")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.|[IVX]{1,4}\.) ?[^\W\d_]{2}")


Stripe = tuple[int, int]
"""White from a column to another (half open) that parts two columns of a table."""


@dataclass(frozen=True)
class Run:
    """Lines that keep stripes of white; `wide` are the places in `lines` of those that run over stripes, `head` is how
    many of the lines stand above a rule of dashes, 0 where there is none."""

    lines: tuple[Printed, ...]
    stripes: tuple[Stripe, ...]
    wide: frozenset[int] = frozenset()
    head: int = 0

    def columns(self, line: Printed) -> dict[int, list[Piece]]:
        """Return a line's pieces by column, a piece that runs over a stripe cut there where it has a space."""
        out: dict[int, list[Piece]] = {}
        for piece in line.pieces:
            for part in _cut(piece, self.stripes):
                middle = (part.x0 + part.x1) / 2
                out.setdefault(sum((a + b) / 2 <= middle for a, b in self.stripes), []).append(part)
        return out


def runs(block: Sequence[Printed]) -> list[Run]:
    """Return the runs of a block that may be a table, the fullest first."""
    return _runs(block) if sum(len(line.pieces) > 1 for line in block) >= 2 else []


def _runs(block: Sequence[Printed]) -> list[Run]:
    seeds = sorted((i for i, line in enumerate(block) if len(line.pieces) > 1 and not line.is_rule),
                   key=lambda i: -len(block[i].pieces))  # fmt: skip
    found: dict[tuple[int, int, int], Run] = {}
    for seed in [*seeds[:SEEDS], *seeds[SEEDS :: max(1, len(seeds) // SEEDS)]]:
        for give in (False, True):
            run = _grown(block, seed, give=give)
            found.setdefault((run.lines[0].index, run.lines[-1].index, len(run.stripes)), run)
    for at, line in enumerate(block):
        if line.is_rule and len(line.pieces) > 1 and (under := _under_rule(block, at)):
            found[under.lines[0].index, under.lines[-1].index, len(under.stripes)] = under
    return sorted(found.values(), key=lambda run: -_filled(run))


def _filled(run: Run) -> int:
    """Return how many cells a run holds, those of lines that hold one alone left out."""
    sizes = [len(run.columns(line)) for place, line in enumerate(run.lines) if place not in run.wide]
    return sum(size for size in sizes if size > 1)


def _grown(block: Sequence[Printed], seed: int, *, give: bool) -> Run:
    """Return the lines about a seed that keep its gaps; with `give` a gap that a line closes is given up instead."""
    pieces = block[seed].pieces
    stripes = [(a.x1, b.x0) for a, b in zip(pieces, pieces[1:], strict=False)]
    ends, wide = [seed, seed], set[int]()
    for side, step in ((1, 1), (0, -1)):
        at, missed = seed + step, 0
        while 0 <= at < len(block):
            line = block[at]
            if line.is_rule:
                at += step
                continue
            if _opens_table(block, at):
                break
            if (kept := _kept(stripes, line, give=give)) is not None:
                stripes, ends[side], missed = kept, at, 0
            elif missed < 1 and _runs_over(line, stripes):
                wide.add(at)
                missed += 1
            else:
                break
            at += step
    first, last = _trimmed(block, ends, stripes, wide)
    span = [i for i in range(first, last + 1) if not block[i].is_rule]
    crossing = frozenset(place for place, i in enumerate(span) if i in wide)
    lines = [block[i] for i in span if i not in wide]
    stripes = _without_headings(lines, _parting(lines, _with_more(lines, _parting(lines, stripes))))
    stripes = sorted([*stripes, *_tight(lines, stripes)])
    rule = next((i for i in range(first + 1, last) if block[i].is_rule), first)
    return Run(tuple(block[i] for i in span), tuple(stripes), crossing, rule - first)


def _runs_over(line: Printed, stripes: Sequence[Stripe]) -> bool:
    """Return whether a line is of one piece, or a heading, perhaps with its number in the first column, that runs over
    columns with figures in later ones."""
    first, second = (*line.pieces, *line.pieces)[:2]
    numbered = _ORDER.fullmatch(first.text) and first.x1 <= stripes[0][0] < stripes[0][1] <= second.x0
    figures = line.pieces[2 if numbered and any(second.x0 < a and second.x1 > b for a, b in stripes) else 1 :]
    return all(p.text[:1].isdigit() and not any(p.x0 < a and p.x1 > b for a, b in stripes) for p in figures)


def _parting(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> list[Stripe]:
    """Return the stripes that have words in both columns beside them, in one line or in two below each other."""
    bounds = [-1, *((a + b) / 2 for a, b in stripes), 10_000]
    kept = []
    for place, stripe in enumerate(stripes):
        left = [_fills(line, bounds[place], bounds[place + 1]) for line in lines]
        right = [_fills(line, bounds[place + 1], bounds[place + 2]) for line in lines]
        near = [any(right[max(0, at - 1) : at + 2]) for at in range(len(lines))]
        if any(a and b for a, b in zip(left, near, strict=True)):
            kept.append(stripe)
    return kept or list(stripes)


def _with_more(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> list[Stripe]:
    """Return stripes and those that the gaps of single lines do not tell: columns that no line has entries of both."""
    taken = sorted((piece.x0, piece.x1) for line in lines for piece in line.pieces)
    free, edge = [], taken[0][1] if taken else 0
    for x0, x1 in taken:
        if x0 - edge >= 2:
            free.append((edge, x0))
        edge = max(edge, x1)
    more = [gap for gap in free if not any(gap[0] < b and a < gap[1] for a, b in stripes)]
    good = []
    for a, b in more:
        left = sum(any(b0 <= a and b0 > _before(stripes, a) for b0 in (p.x1 for p in line.pieces)) for line in lines)
        right = sum(any(b <= a0 < _after(stripes, b) for a0 in (p.x0 for p in line.pieces)) for line in lines)
        if min(left, right) >= 2:
            good.append((a, b))
    return sorted([*stripes, *good])


def _without_headings(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> list[Stripe]:
    """Return stripes without the narrower of two between which a few lines of one piece stand, headings of groups."""
    full, kept = [line.pieces for line in lines if len(line.pieces) > 1], list(stripes)
    for two in pairwise(stripes):
        inner = [line.pieces for line in lines if any(two[0][1] <= p.x0 and p.x1 <= two[1][0] for p in line.pieces)]
        if inner and 2 * len(inner) < len(full) and all(len(pieces) == 1 for pieces in inner):
            narrow = min(two, key=lambda stripe: stripe[1] - stripe[0])
            kept = [stripe for stripe in kept if stripe != narrow]
    return kept


def _tight(lines: Sequence[Printed], stripes: Sequence[Stripe]) -> list[Stripe]:
    """Return the single spaces that part columns, apart from the stripes known."""
    words = [[[(w.x0, w.x1, w.text) for w in words_of(piece)] for piece in line.pieces] for line in lines]
    return [(a, b) for a, b in tight_stripes(words) if not any(a <= y and x <= b for x, y in stripes)]


def _before(stripes: Sequence[Stripe], x: int) -> int:
    return max((b for _, b in stripes if b <= x), default=-1)


def _after(stripes: Sequence[Stripe], x: int) -> int:
    return min((a for a, _ in stripes if a >= x), default=10_000)


def _fills(line: Printed, start: float, end: float) -> bool:
    return any(start < (piece.x0 + piece.x1) / 2 < end for piece in line.pieces)


def _trimmed(
    block: Sequence[Printed], ends: Sequence[int], stripes: Sequence[Stripe], wide: set[int]
) -> tuple[int, int]:
    """Return the ends of a run without the lines of one piece that are a heading above or text below."""
    first, last = ends
    while first < last and (first in wide or len(block[first].pieces) < 2 or block[first].is_rule):
        first += 1
    while first > ends[0] and first - 1 not in wide and not _alone(block, first - 1, first, stripes):
        first -= 1
    while last > first and (last in wide or block[last].is_rule or _alone(block, last, last - 1, stripes)):
        last -= 1
    return first, last


def is_numbered_heading(line: Printed) -> bool:
    """Return whether a line is one piece that a number opens: `5. Khung chương trình`."""
    return len(line.pieces) == 1 and _NUMBERED.match(line.pieces[0].text) is not None


def _opens_table(block: Sequence[Printed], at: int) -> bool:
    """Return whether a line is a numbered heading right above the head of a table of its own, which has no figures."""
    below = block[at + 1].pieces if at + 1 < len(block) and is_numbered_heading(block[at]) else ()
    return len(below) > 2 and not any(map(str.isdigit, "".join(piece.text for piece in below)))


def _alone(block: Sequence[Printed], at: int, beside: int, stripes: Sequence[Stripe]) -> bool:
    """Return whether a line of one piece belongs to no row: apart, at the left, or no rest of a cell."""
    line, other = block[at], block[beside]
    if len(line.pieces) > 1:
        return False
    apart = (line if beside < at else other).blanks
    piece = line.pieces[0]
    if apart or other.is_rule or is_numbered_heading(line) or beside > at and piece.x0 < stripes[0][1]:
        return True
    return piece.x0 < stripes[0][1] and not piece.text[:1].islower()


def _kept(stripes: Sequence[Stripe], line: Printed, *, give: bool) -> list[Stripe] | None:
    """Return what a line leaves of stripes; None where it closes one, or with `give` where it keeps none."""
    left = [_narrowed(stripe, line) for stripe in stripes]
    kept = [stripe for stripe in left if stripe is not None]
    gaps = [(a.x1, b.x0) for a, b in zip(line.pieces, line.pieces[1:], strict=False)]
    if gaps and 2 * sum(any(a < y and x < b for x, y in kept) for a, b in gaps) <= len(gaps):
        return None  # its own gaps are elsewhere
    for now, was in zip(left, stripes, strict=True):
        if now and now[1] - now[0] < 2 <= was[1] - was[0] and not _figure_beside(line, now):
            return None
    if len(kept) == len(stripes):
        return kept
    return kept if give and any(_sides(line, stripe) for stripe in kept) else None


def _figure_beside(line: Printed, stripe: Stripe) -> bool:
    """Return whether a figure or code stands right beside a single space: a long name runs up to the figure of its row,
    or begins right behind it."""
    words = [w for piece in line.pieces for w in words_of(piece)] if len(line.pieces) > 1 else []
    return any(stripe[1] == w.x0 and _CODE.match(w.text) or stripe[0] == w.x1 and w.text.isdigit() for w in words)


def _sides(line: Printed, stripe: Stripe) -> bool:
    return line.pieces[0].x1 <= stripe[0] and line.pieces[-1].x0 >= stripe[1]


def _narrowed(stripe: Stripe, line: Printed) -> Stripe | None:
    """Return the widest white that a line leaves in a stripe; the spaces of a line of one piece are none."""
    a, b = stripe
    parts = line.pieces if len(line.pieces) == 1 else [w for piece in line.pieces for w in words_of(piece)]
    edge, best = a, (0, a, a)
    for part in parts:
        if part.x1 <= a or part.x0 >= b:
            continue
        best = max(best, (part.x0 - edge, edge, part.x0))
        edge = max(edge, part.x1)
    width, x0, x1 = max(best, (b - edge, edge, b))
    return (x0, x1) if width >= 1 else None


def _cut(piece: Piece, stripes: Sequence[Stripe]) -> list[Piece]:
    """Return a piece parted at the stripes that it has a space in."""
    crossed = [s for s in stripes if piece.x0 < s[0] and piece.x1 > s[1]]
    if not crossed:
        return [piece]
    parts: list[list[Piece]] = [[]]
    for word in words_of(piece):
        if parts[-1] and any(parts[-1][-1].x1 <= b and word.x0 >= a and parts[-1][-1].x1 <= a + 1 and word.x0 >= b - 1
                             for a, b in crossed):  # fmt: skip
            parts.append([])
        parts[-1].append(word)
    return [Piece(part[0].x0, part[-1].x1, " ".join(w.text for w in part)) for part in parts if part]


def _under_rule(block: Sequence[Printed], rule: int) -> Run | None:
    """Return the table whose columns the dashes of a rule tell, head above and rows below, up to a closing rule."""
    marks = block[rule].pieces
    stripes = tuple((a.x1, b.x0) for a, b in zip(marks, marks[1:], strict=False))
    chosen: list[Printed] = []
    for line in reversed(block[:rule]):
        if line.blanks and chosen or line.is_rule or _crossing(line, stripes):
            break
        chosen.insert(0, line)
    below: list[Printed] = []
    for line in block[rule + 1 :]:
        if line.is_rule:
            if len(below) > 1:
                break
            continue
        if _crossing(line, stripes):
            break
        below.append(line)
    if len(below) < 2:
        return None
    return Run((*chosen, *below), stripes, frozenset(), len(chosen))


def _crossing(line: Printed, stripes: Sequence[Stripe]) -> bool:
    words = [w for piece in line.pieces for w in words_of(piece)]
    return any(w.x0 < a and w.x1 > b for w in words for a, b in stripes) or (
        len(line.pieces) == 1 and any(line.pieces[0].x0 < a and line.pieces[0].x1 > b for a, b in stripes)
    )
