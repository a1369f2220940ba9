"""Labels that forms print, from the tables that extraction knows them by: what is garbled in a cell may be one."""

from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

_TABLES = tuple(
    Path(__file__).parent / "curriculum" / "knowledge" / name
    for name in ("heads.tsv", "cards.tsv", "activities.tsv", "subjects.tsv", "titles.tsv")
)
_RECITALS = Path(__file__).parent / "reading" / "knowledge" / "recitals.tsv"
_OFFICES = Path(__file__).parent / "people" / "knowledge" / "offices.tsv"


@cache
def printed_labels(language: str) -> frozenset[str]:
    """Return the heads of columns, labels of forms, titles, offices of who signs, what heads an act's own words and
    the list of those who get it."""
    labels = {
        row["label"]
        for table in _TABLES
        for row in read_table(table, ("meaning", "label"))
        if row["language"] == language
    }
    offices = {row["office"] for row in read_table(_OFFICES, ("language", "office")) if row["language"] == language}
    recitals = read_table(_RECITALS, ("use", "language", "pattern"))
    heads = {row["pattern"] for row in recitals if row["language"] == language and row["use"] != "recital"}
    return frozenset(labels | offices | heads)
