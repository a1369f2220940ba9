"""People of tables: of approval, of sheets under a title (`Келісу парағы`), of rows that begin with what was done."""

import re
from functools import cache
from itertools import groupby
from pathlib import Path

from extractors.finding.marking.persons import find_persons
from extractors.people.knowledge import labels
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.knowledge import read_table
from normalizers.values.dates import TO_THE_DAY, Found, find_dates
from normalizers.values.names import name_of
from normalizers.wordings import Wordings

Cells = list[tuple[str, Span]]
"""What a row prints between tabs, with where it stands."""
REACH = 6
"""Printed lines below a title within which its table begins."""
_FILE = Path(__file__).parent / "knowledge" / "act_columns.tsv"
_SITTING = Wordings(_FILE, r"(?<=[\w.])[\s,;(]+<<sitting>>.*$", re.DOTALL)
_OFFICE = Wordings(_FILE.with_name("list_words.tsv"), "<<office_column>>")
_LEAST = 2
"""Rows that say what was done, at least: a stamp of one row is read elsewhere."""


def read_sheets(document: Document) -> list[Row]:
    """Return the people of the tables that stand below the titles of approval sheets."""
    rows: list[Row] = []
    act: Value | None = None
    left, inside = 0, False
    for line in document.text.lines:
        text = document.text.content[line.start : line.end]
        bare = re.sub(r"[\W\d_]+", " ", text).strip().casefold()
        if line.table is None or "\t" not in text:
            said = _titles().get(bare)
            if said is not None:
                act = Value(said, Span(line.start, line.end), 0.85, "people.sheet") if said else None
                left, inside = REACH, False
            elif bare:
                left = 0 if inside else left - 1
        elif act and left > 0:
            inside = True
            row = _row(document.text.cells(line), document.genre.language, act)
            rows += [row] if row else []
    return rows


def _row(cells: Cells, language: str, act: Value) -> Row | None:
    """Return the person of a row: the cell of the name, the office before or behind it, the day."""
    cells = [(cell.strip(" _/,;"), span) for cell, span in cells]
    found = next(((n, p[0]) for n, (cell, _) in enumerate(cells) if (p := find_persons(cell, language))), None)
    if found is None:
        return None
    at, (begin, end, printed) = found
    values = {"name": Value(name_of(printed), cells[at][1], 0.9, "people.sheet"), "act": act}
    beside = cells[at][0][:begin].strip(" _/,;–-")
    offices = [(beside, cells[at][1])] if len(beside) > 4 else [c for n, c in enumerate(cells) if n != at]
    office = max(
        (c for c in offices if len(re.sub(r"[\W\d_]", "", c[0])) > 4 and not find_dates(c[0], language)),
        key=lambda c: len(c[0]),
        default=None,
    )
    if office:
        led, _, rest = office[0].partition(":")
        done = labels(language).get(led.strip().casefold()) if rest.strip() else None  # `РАЗРАБОТАНО: Начальник отдела`
        values["act"] = Value(done, office[1], 0.85, "people.sheet") if done else act
        named = rest if done else office[0]
        values["role"] = Value(re.sub(r"\s+", " ", named).strip(), office[1], 0.85, "people.sheet")
    for day, span in _first_dates(cells, language)[:1]:
        values["acted_on"] = read_as(day[2], span, confidence=0.9, extractor="people.sheet")
    return Row("people", values)


def _first_dates(cells: Cells, language: str) -> list[tuple[Found, Span]]:
    """Return the first date of each cell that has one, with where the cell stands."""
    return [(dates[0], span) for cell, span in cells if (dates := find_dates(cell, language))]


@cache
def _titles() -> dict[str, str]:
    rows = read_table(Path(__file__).parent / "knowledge" / "sheets.tsv", ("language", "title", "act"))
    return {row["title"].casefold(): row["act"].strip("-") for row in rows}


def read_tables(document: Document) -> list[Row]:
    """Return the people of approval tables: a head `Разработал | Должность | Дата | Подпись`, then a row each.

    A line above that says what they did, `Розроблено робочою групою:`, tells more than a head of names.
    """
    rows: list[Row] = []
    wanted = labels(document.genre.language)
    act: Value | None = None
    above, office, counted = "", 1, False
    for line in document.text.lines:
        if line.table is None:
            act, above = None, document.text.content[line.start : line.end].strip().casefold() or above
            continue
        cells = document.text.cells(line)
        counts = bool(cells) and cells[0][0].strip().startswith("№")
        cells = cells[1:] if counts or counted and act else cells
        first = cells[0][0].strip(" :.").casefold() if cells else ""
        offices = [n for n, c in enumerate(cells) if n and _OFFICE.match(c[0])]
        if first in wanted and offices:
            led = next((said for label, said in wanted.items() if above.startswith(label)), wanted[first])
            act, office, counted = Value(led, cells[0][1], 0.95, "people.table"), offices[0], counts
        elif act and cells:
            person = _first_person(cells[0][0], document.genre.language)
            if person:
                rows.append(_table_row(document, [cells[0], *cells[office:]], person, act))
            elif rows and not cells[0][0].strip():
                rows[-1] = _continued(document, rows[-1], [cells[0], *cells[office:]])
    return rows


def _first_person(text: str, language: str) -> str | None:
    found = find_persons(text + ("." if re.search(r"\.[А-ЯІЇЄҐ]$", text) else ""), language)
    if not found:
        return None
    return name_of(found[0][2])


def _table_row(document: Document, cells: Cells, name: str, act: Value) -> Row:
    values = {"name": Value(name, cells[0][1], 0.95, "people.table"), "act": act}
    return _continued(document, Row("people", values), cells)


def _continued(document: Document, row: Row, cells: Cells) -> Row:
    """Add the office and the date that a row of the table, or its continuation, prints."""
    values = dict(row.cells)
    if len(cells) > 1 and (text := cells[1][0].strip()):
        span = cells[1][1]
        before = values.get("role")
        if find_dates(text, document.genre.language) == []:
            role = f"{before.value} {text}" if before else text
            values["role"] = Value(
                re.sub(r"\s+", " ", role), before.span if before and before.span else span, 0.9, "people.table"
            )
    for (start, end, day), span in _first_dates(cells[1:], document.genre.language)[:1]:
        place = Span(span.start + start, span.start + end)
        values.setdefault("acted_on", read_as(day, place, confidence=0.95, extractor="people.table"))
    return Row("people", values)


def read_act_columns(document: Document) -> list[Row]:
    """Return the people of tables whose first cells say what was done; a blank one goes on with the act above."""
    rows: list[Row] = []
    tabled = [line for line in document.text.lines if line.table is not None]
    for _, lines in groupby(tabled, key=lambda line: line.table):
        found: list[Row] = []
        act: Value | None = None
        told = 0
        for line in lines:
            cells = document.text.cells(line)
            if said := _acts().get(cells[0][0].strip(" :.").casefold()):
                act, told = Value(said, cells[0][1], 0.85, "people.act_column"), told + 1
            elif cells[0][0].strip():
                act = None
            if act and len(cells) > 2 and (row := _acting(cells[1:], document.genre.language, act)):
                found.append(row)
        rows += found if told >= _LEAST else []
    return rows


@cache
def _acts() -> dict[str, str]:
    rows = read_table(_FILE, ("use", "language", "pattern", "example", "act"))
    return {row["pattern"].casefold(): row["act"] for row in rows if row["use"] == "act"}


def _acting(cells: list[tuple[str, Span]], language: str, act: Value) -> Row | None:
    """Return the person of a row: the name, the office in the cell before, the day of its signature or sitting."""
    named = [(n, p[-1]) for n, (cell, _) in enumerate(cells) if (p := find_persons(cell, language))]
    if len(named) != 1:
        return None
    at, (_, _, printed) = named[0]
    values = {"name": Value(name_of(printed), cells[at][1], 0.92, "people.act_column"), "act": act}
    for cell, span in cells[:at]:
        office = re.sub(r"\s+", " ", _SITTING.sub("", cell)).strip(" ,;(")
        if len(re.sub(r"[\W\d_]", "", office)) > 4:
            values["role"] = Value(office, span, 0.88, "people.act_column")
            break
    days = [(day[2], span) for day, span in _first_dates(cells, language) if len(day[2]) == TO_THE_DAY]
    if days:
        values["acted_on"] = read_as(*days[0], confidence=0.85, extractor="people.act_column")
    return Row("people", values)
