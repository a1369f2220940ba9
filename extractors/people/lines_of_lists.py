"""The printed lines of lists of people, joined to entries."""

import re

from extractors.finding.marking.persons import find_persons
from extractors.heads.pieces import Piece
from normalizers.neighbours import runs

TRIM = " _,;:–—-./\\|()\t"
"""What stands around a name or an office and is no part of it."""


def entries(lines: list[list[Piece]], language: str) -> list[list[Piece]]:
    """Join the printed lines of one entry: a line that goes on in small letters belongs to the one before."""
    joined: list[list[Piece]] = []
    for line in lines:
        above = joined[-1][-1] if joined else None
        in_cell = above and int(above.line) == int(line[0].line) < line[0].line > above.line  # a later line of its cell
        if above and in_cell and not find_persons(line[0].text, language):
            joined[-1][-1] = Piece(f"{above.text} {line[0].text}", above.start, line[0].end, line[0].line)
            continue
        last = joined[-1][0] if joined and len(joined[-1]) == 1 else None
        quoted = last is not None and last.text.count("«") > last.text.count("»")
        small = last is not None and line[0].text.lstrip("(")[:1].islower() and last.text[-1:] not in ";:."
        goes_on = last and len(line) == 1 and (small or quoted) and len(last.text) > 30
        if last and goes_on and not re.match(r"(?:член|гарант)", line[0].text):
            joined[-1] = [Piece(f"{last.text} {line[0].text}", last.start, line[0].end, last.line, last.gap)]
        else:
            joined.append(line)
    return joined


def by_line(found: list[Piece]) -> list[list[Piece]]:
    """Return the pieces of each printed line together."""
    return runs(found, lambda line, piece: line[0].line == piece.line)
