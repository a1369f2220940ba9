"""What is printed, for rules that look at the text itself: lines, the cells of a column, a number."""

import re
from pathlib import Path

from extractors.curriculum.grids import Grid
from models.document import Document
from normalizers.letters import lettered
from normalizers.wordings import Wordings

WORDS = Path(__file__).parent / "knowledge" / "sum_words.tsv"
_AMONG = Wordings(WORDS, r"(?:<<among>>)(?!\w)", re.I)
WIDE = 40
"""Letters of a line from which its sentence may go on below with figures."""
_DATED = re.compile(lettered(r"\d{1,2}([./])\d{1,2}\1\d{2}|\d{1,4}\s+\p{Ll}|(?:19|20)\d{2}(?!\d)"))


def lines_of(document: Document) -> list[str]:
    """Return the lines of a document on which something stands."""
    return [line for line in re.split(r"[\n\f]", document.text.content) if line.strip()]


def joined_lines(document: Document) -> list[str]:
    """Return the lines of a document, one that goes on in small letters, a day or a year with the next."""
    joined: list[str] = []
    for line in map(str.strip, lines_of(document)):
        dated = joined and len(joined[-1]) > WIDE and "\t" not in joined[-1] + line and _DATED.match(line)
        goes_on = (
            joined and (line[:1].islower() or line[:1] == "(" or dated) and not joined[-1].endswith((".", ";", ":"))
        )
        if joined and (goes_on or _AMONG.match(line)):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def cells_of(grid: Grid, column: int, first: int = 1) -> list[str]:
    """Return what stands in a column from a row on, each cell once."""
    return [row[column].text.strip() for row in grid.rows[first:] if row[column].text and not row[column].merged]


def value_of(printed: str) -> float:
    """Return the value of a number with a comma or a point for its fraction."""
    return float(printed.replace(",", "."))
