"""What rows of tables are: sums of those above, labels without a value, the number of a section beside its text."""

import re
from functools import cache

from extractors.curriculum.grids import Place
from extractors.curriculum.wording import fold, lexicon

CLAUSE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.?")
"""The number of a section of a section, in a cell of its own: `1.2`."""


def is_total(text: str) -> bool:
    """Say whether the first words of a row say that it sums up."""
    folded = re.sub("^t[oóòôốồỗộ]ng\\b", "tổng", fold(re.sub(r"[\d.,()%]+", " ", text)))  # its mark misread: no topic
    folded = re.sub("^c[oóòôốồỗ]ng$", "cộng", folded)
    if not folded or len(folded) > 120:
        return False
    if any(folded == label or folded.startswith(label + " ") and longer for label, longer in _totals().items()):
        return True
    halves = [fold(half).replace(" ", "") for half in re.split(r"[/()|]", text) if half.strip()]
    return len(halves) > 1 and {label.replace(" ", "") for label in _totals()}.issuperset(halves)  # `Tổng / Tota l`


@cache
def _totals() -> dict[str, bool]:
    """Return the words of sums, and whether more words may follow: `Tổng` alone is a sum, `Tổng quan` is a topic."""
    rows = lexicon("totals.tsv").rows
    return {fold(r["label"]): " " in r["label"] or r["language"] != "vi" and r["label"] != "Жалпы" for r in rows}


def numbered_row(row: tuple[Place, ...]) -> Place | None:
    """Return what stands beside a number in a row of two cells: a section laid out as a table, `1.2 | Задачи`."""
    if len(row) != 2 or not CLAUSE_NUMBER.fullmatch(row[0].text) or row[1].merged or not row[1].text:
        return None
    return row[1]


def unnumbered(own: list[Place]) -> list[Place]:
    """Return label and value of a row of three cells that begins with its number: `6 | Learning outcomes | …`."""
    numbered = len(own) == 3 and re.fullmatch(r"\d{1,2}[.)]?", own[0].text)
    return own[1:] if numbered and ":" not in own[1].text.rstrip(" :") else own


def label_alone(row: tuple[Place, ...]) -> bool:
    """Say whether a row of two cells has words in the left one only: a label without its value."""
    return len(row) == 2 and bool(row[0].text) and not row[0].merged and not row[1].text
