"""People of sheets whose first column says what each row's person did: `Розроблено`, `Схвалено`, `Затверджено`."""

import re
from functools import cache
from itertools import groupby
from pathlib import Path

from extractors.finding.persons import find_persons
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.knowledge import read_table
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.values.names import name_of
from normalizers.wordings import Wordings

_FILE = Path(__file__).parent / "knowledge" / "act_columns.tsv"
_SITTING = Wordings(_FILE, r"(?<=[\w.])[\s,;(]+<<sitting>>.*$", re.DOTALL)
_LEAST = 2
"""Rows that say what was done, at least: a stamp of one row is read elsewhere."""


def read_act_columns(document: Document) -> list[Row]:
    """Return the people of tables whose first cells say what was done; a blank one goes on with the act above."""
    rows: list[Row] = []
    tabled = [line for line in document.text.lines if line.table is not None]
    for _, lines in groupby(tabled, key=lambda line: line.table):
        found: list[Row] = []
        act: Value | None = None
        told = 0
        for line in lines:
            cells = _cells(document.text.content[line.start : line.end], line.start)
            if said := _acts().get(cells[0][0].strip(" :.").casefold()):
                act, told = Value(said, cells[0][1], 0.85, "people.act_column"), told + 1
            elif cells[0][0].strip():
                act = None
            if act and len(cells) > 2 and (row := _row(cells[1:], document.genre.language, act)):
                found.append(row)
        rows += found if told >= _LEAST else []
    return rows


@cache
def _acts() -> dict[str, str]:
    rows = read_table(_FILE, ("use", "language", "pattern", "example", "act"))
    return {row["pattern"].casefold(): row["act"] for row in rows if row["use"] == "act"}


def _cells(text: str, start: int) -> list[tuple[str, Span]]:
    cells = []
    for cell in text.split("\t"):
        cells.append((cell, Span(start, start + len(cell))))
        start += len(cell) + 1
    return cells


def _row(cells: list[tuple[str, Span]], language: str, act: Value) -> Row | None:
    """Return the person of a row: the name, the office in the cell before, the day of its signature or sitting."""
    named = [(n, p[-1]) for n, (cell, _) in enumerate(cells) if (p := find_persons(cell, language))]
    if len(named) != 1:
        return None
    at, (_, _, printed) = named[0]
    values = {"name": Value(name_of(printed), cells[at][1], 0.92, "people.act_column"), "act": act}
    for cell, span in cells[:at]:
        office = re.sub(r"\s+", " ", _SITTING.sub("", cell)).strip(" ,;(")
        if len(re.sub(r"[\W\d_]", "", office)) > 4:
            values["role"] = Value(office, Span(span.start, span.start + len(cell)), 0.88, "people.act_column")
            break
    for cell, span in cells:
        dates = find_dates(cell, language)
        if dates and len(dates[0][2]) == TO_THE_DAY:
            values["acted_on"] = read_as(dates[0][2], span, confidence=0.85, extractor="people.act_column")
            break
    return Row("people", values)
