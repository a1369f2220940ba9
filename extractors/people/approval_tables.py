"""People of approval tables: a head, then a row for each person with office and date."""

import re

from extractors.finding.persons import find_persons
from extractors.people.knowledge import labels
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.values.dates import find_dates
from normalizers.values.names import name_of


def read_tables(document: Document) -> list[Row]:
    """Return the people of approval tables: a head `Разработал | Должность | Дата | Подпись`, then a row each.

    A line above that says what they did, `Розроблено робочою групою:`, tells more than a head of names.
    """
    rows: list[Row] = []
    wanted = labels(document.genre.language)
    act: Value | None = None
    above = ""
    for line in document.text.lines:
        if line.table is None:
            act, above = None, document.text.content[line.start : line.end].strip().casefold() or above
            continue
        cells = _cells(document, line.start, line.end)
        first = cells[0][0].strip(" :.").casefold() if cells else ""
        if first in wanted and any(re.match(r"(?:Должность|Посада|Лауазымы|Chức)", c[0]) for c in cells[1:]):
            led = next((said for label, said in wanted.items() if above.startswith(label)), wanted[first])
            act = Value(led, _place(cells[0]), 0.95, "people.table")
        elif act and cells:
            person = _first_person(cells[0][0], document.genre.language)
            if person:
                rows.append(_table_row(document, cells, person, act))
            elif rows and not cells[0][0].strip():
                rows[-1] = _continued(document, rows[-1], cells)
    return rows


def _cells(document: Document, start: int, end: int) -> list[tuple[str, int]]:
    found, at = [], start
    for text in document.text.content[start:end].split("\t"):
        found.append((text, at))
        at += len(text) + 1
    return found


def _place(cell: tuple[str, int]) -> Span:
    return Span(cell[1], cell[1] + len(cell[0]))


def _first_person(text: str, language: str) -> str | None:
    found = find_persons(text + ("." if re.search(r"\.[А-ЯІЇЄҐ]$", text) else ""), language)
    if not found:
        return None
    return name_of(found[0][2])


def _table_row(document: Document, cells: list[tuple[str, int]], name: str, act: Value) -> Row:
    values = {"name": Value(name, _place(cells[0]), 0.95, "people.table"), "act": act}
    return _continued(document, Row("people", values), cells)


def _continued(document: Document, row: Row, cells: list[tuple[str, int]]) -> Row:
    """Add the office and the date that a row of the table, or its continuation, prints."""
    values = dict(row.cells)
    if len(cells) > 1 and (text := cells[1][0].strip()):
        span = _place(cells[1])
        before = values.get("role")
        if find_dates(text, document.genre.language) == []:
            role = f"{before.value} {text}" if before else text
            values["role"] = Value(
                re.sub(r"\s+", " ", role), before.span if before and before.span else span, 0.9, "people.table"
            )
    for text, at in cells[1:]:
        dates = find_dates(text, document.genre.language)
        if dates and "acted_on" not in values:
            values["acted_on"] = read_as(
                dates[0][2], Span(at + dates[0][0], at + dates[0][1]), confidence=0.95, extractor="people.table"
            )
    return Row("people", values)
