"""Letters that an engine puts for figures, `I5` for 15, and the numbers they stand for."""

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from models.errors import KnowledgeError
from normalizers.knowledge import read_table

Likeness = Literal["same", "near", "far"]
"""How alike a letter and the figure are: not told apart, of one shape, or taken for each other beside other proof."""
_ROWS = Path(__file__).parent / "knowledge" / "misread_figures.tsv"
_ORDER: tuple[str, ...] = get_args(Likeness)


def as_figures(text: str, likeness: Likeness = "same") -> str:
    """Return a text, as long as it was, with the figure for each letter that is at least so alike."""
    return text.translate(_figures()[_ORDER.index(likeness)])


@cache
def _figures() -> tuple[dict[int, str], ...]:
    rows = read_table(_ROWS, ("letter", "figure", "likeness", "example"))
    for row in rows:
        if row["likeness"] not in _ORDER or row["letter"] not in row["example"] or not row["figure"].isdecimal():
            raise KnowledgeError(f"no figure and likeness of {row['letter']}", where=str(_ROWS))
    return tuple(
        str.maketrans({row["letter"]: row["figure"] for row in rows if row["likeness"] in _ORDER[: most + 1]})
        for most in range(len(_ORDER))
    )
