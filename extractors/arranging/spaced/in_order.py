"""Labels written upwards far above a run, as many as it has columns: the first of them is that of the first column.

`pdftotext -layout` draws columns together where their entries are short, but leaves their labels where they were: none
may stand over its own column, and their order alone tells whose each is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.arranging.spaced.printed import Piece, Printed
from extractors.arranging.spaced.runs import Run, is_numbered_heading

LEAST, LONGEST = 6, 60
"""Columns of such a table at least, and characters of a label at most."""
APART, SAME = 3, 1
"""Lines of a head that empty lines part from the one below, at least; characters by which lines of a label begin off
each other, at most."""


@dataclass
class _Label:
    """The pieces of a label from the top down, and what stands over it and others."""

    pieces: list[Piece]
    groups: list[Piece] = field(default_factory=list)

    def goes_on(self, piece: Piece, *, level: bool) -> bool:
        """Return whether the label begins where a piece above does, or has its middle below that of a `level` one."""
        middles = (abs(own.x0 + own.x1 - piece.x0 - piece.x1) <= 2 * SAME for own in self.pieces)
        return any(abs(own.x0 - piece.x0) <= SAME for own in self.pieces) or level and any(middles)

    def is_under(self, piece: Piece) -> bool:
        """Return whether the label begins below a piece, wherever that begins."""
        return any(piece.x0 - SAME <= own.x0 < piece.x1 for own in self.pieces)

    def stack(self) -> list[list[str]]:
        """Return what stands over a column from the top down, each with its lines."""
        return [*([group.text] for group in self.groups), [piece.text for piece in self.pieces]]


def labels_in_order(run: Run, above: Sequence[Printed]) -> tuple[int, dict[int, list[list[str]]]] | None:
    """Return the number of the first line of a head and the labels over each column from the top down, each with its
    lines, given the lines above a run from the lowest up; None where there are not as many labels as columns."""
    count, found, apart = len(run.stripes) + 1, list[_Label](), 0
    told: tuple[int, list[_Label]] | None = None
    for line in above if count >= LEAST else ():
        if is_numbered_heading(line) or any(len(p.text) > LONGEST or ":" in p.text for p in line.pieces):
            break
        level = told is not None or line.pieces[0].x0 < run.stripes[0][0]
        over = [[label for label in found if label.goes_on(p, level=level) or level and label.is_under(p)]
                for p in line.pieces]  # fmt: skip
        if told and not _is_over(line, over):
            break
        _add(found, line, over, level=level)
        apart += line.blanks > 0
        alone = [label for label in found if label is not found[0] and label.pieces[0] in line.pieces[1:]]
        alone = [label for label in alone if len(label.pieces) == 1]
        extra = alone if len(found) - count == len(alone) else []  # what heads several columns heads none
        if told or level and apart >= APART and len(found) - len(extra) == count:
            found = [label for label in found if not any(label is other for other in extra)]
            told = line.index, found
    return (told[0], {n: label.stack() for n, label in enumerate(told[1])}) if told else None


def _is_over(line: Printed, over: Sequence[Sequence[_Label]]) -> bool:
    """Return whether a line above a whole head is of it: it has no piece over no label. A capital alone in its line
    begins a caption."""
    return all(over) and (len(line.pieces) > 1 or not line.pieces[0].text[0].isupper())


def _add(found: list[_Label], line: Printed, over: Sequence[Sequence[_Label]], *, level: bool) -> None:
    """Set the pieces of a line over the labels below them: over one that goes on with it as its beginning, over others
    as their group."""
    for piece, labels in zip(line.pieces, over, strict=True):
        for label in labels:
            own = len(labels) == 1 and label.goes_on(piece, level=level)
            (label.pieces if own else label.groups).insert(0, piece)
        if not labels:
            found.append(_Label([piece]))
    found.sort(key=lambda label: label.pieces[-1].x0)
