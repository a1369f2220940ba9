"""Tables of two columns without rules on a page: names beside figures, proved as the tables of text files are."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.arranging.spaced.printed import Piece, Printed
from extractors.arranging.spaced.proof import is_table
from extractors.arranging.spaced.rows import rows_of
from extractors.arranging.spaced.runs import Run, runs
from extractors.arranging.tables.gutters import Row, least_gap, pieces, span_of

LETTER = 0.42
"""Width of a letter in heights of a line of single spacing."""
FAR, APART = 1.7, 3.0
"""Heights of a line from which two lines are of two rows, and of two tables."""


def pairs(rows: Sequence[Row], unit: float) -> list[list[Row]]:
    """Return the runs of lines of a page that are tables of two columns."""
    found: list[list[Row]] = []
    used: set[int] = set()
    for block in _blocks(rows, unit):
        for run in runs(block):
            places = range(run.lines[0].index, run.lines[-1].index + 1)
            if len(run.stripes) != 1 or used & set(places) or not _is_pair(run):
                continue
            used |= set(places)
            found.append([rows[place] for place in places])
    return found


def _is_pair(run: Run) -> bool:
    """Return whether a run is a table whose right column holds figures, in most of its lines."""
    rows = rows_of(run)
    return 1 in rows.values and len(rows.rows) >= 3 and is_table(run, rows)


def _blocks(rows: Sequence[Row], unit: float) -> list[list[Printed]]:
    least, letter = least_gap(unit), LETTER * unit
    blocks: list[list[Printed]] = []
    for index, row in enumerate(rows):
        runs_of_words = [(span_of(words), " ".join(w.text for w in words)) for words in pieces(row, least)]
        line = Printed(
            index, tuple(Piece(round(a / letter), round(b / letter), text) for (a, b), text in runs_of_words)
        )
        step = (row.middle - rows[index - 1].middle) / unit if index else APART + 1
        if step > APART:
            blocks.append([])
        blocks[-1].append(replace(line, blanks=int(FAR < step <= APART)))
    return blocks
