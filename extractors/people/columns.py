"""Columns of signatures: which office stands above a name, by where the words lie on the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.heads.pieces import Piece
from models.document import Document

APART = 12.0
"""Points between the nearest ends of two pieces that stand in two columns, at least: three spaces of print."""
_NEAR = 5
"""Lines from one office to another that stands beside it on staggered lines, at most."""


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a piece reaches across its page: points (`boxed`), else characters of its printed line."""

    start: float
    end: float
    page: int
    boxed: bool

    def under(self, other: "Extent") -> bool:
        """Say whether one stands below the other; true where it cannot be told."""
        if (self.page, self.boxed) != (other.page, other.boxed):
            return True
        apart = APART if self.boxed else 1
        return self.start < other.end + apart and other.start < self.end + apart


def extent(document: Document, piece: Piece) -> Extent | None:
    """Return how far a piece reaches: by its words' boxes, else by its place on the line; None within a table."""
    text = document.text
    line = text.lines[text.line_at(piece.start)]
    trace = text.trace(piece.span)
    if trace.box is not None:
        return Extent(trace.box.x0, trace.box.x1, trace.page, True)
    if line.table is not None:
        return None
    return Extent(piece.start - line.start, piece.end - line.start, line.page, False)


def beneath(document: Document, offices: Sequence[Piece], name: Piece) -> list[int]:
    """Return the indices of the offices in whose column a name stands, all of them where none can be told apart."""
    mine = extent(document, name)
    places = [extent(document, office) for office in offices]
    if mine is None or None in places:
        return list(range(len(offices)))
    found = [i for i, place in enumerate(places) if place is not None and mine.under(place)]
    if found or mine.boxed and all(p is not None and p.boxed for p in places):
        return found
    return list(range(len(offices)))


def beside(document: Document, first: Piece, second: Piece) -> bool:
    """Say whether the words of two pieces on near lines stand side by side, so that neither goes on with the other."""
    if abs(second.line - first.line) > _NEAR:
        return False
    one, other = extent(document, first), extent(document, second)
    return one is not None and other is not None and one.boxed and other.boxed and not one.under(other)


def headed(document: Document, above: Sequence[Piece], office: Piece, name: Piece) -> bool:
    """Say whether something else heads the column of a name that stands beside an office, not below it."""
    mine, other = extent(document, name), extent(document, office)
    if mine is None or other is None or not mine.boxed or mine.under(other):
        return False
    near = [extent(document, piece) for piece in above if abs(piece.line - office.line) <= _NEAR]
    return any(p.boxed and p.page == mine.page and mine.under(p) and not p.under(other) for p in near if p is not None)
