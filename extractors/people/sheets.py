"""People of approval sheets: a title such as `Келісу парағы` or `Лист согласования`, then offices and names."""

import re
from functools import cache
from pathlib import Path

from extractors.finding.persons import find_persons
from extractors.people.knowledge import labels
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.knowledge import read_table
from normalizers.values.dates import find_dates
from normalizers.values.names import name_of

REACH = 6
"""Printed lines below a title within which its table begins."""


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
            row = _row(text, line.start, document.genre.language, act)
            rows += [row] if row else []
    return rows


def _row(text: str, start: int, language: str, act: Value) -> Row | None:
    """Return the person of a row: the cell of the name, the office before or behind it, the day."""
    cells: list[tuple[str, Span]] = []
    for cell in text.split("\t"):
        cells.append((cell.strip(" _/,;"), Span(start, start + len(cell))))
        start += len(cell) + 1
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
    for cell, span in cells:
        if dates := find_dates(cell, language):
            values["acted_on"] = read_as(dates[0][2], span, confidence=0.9, extractor="people.sheet")
            break
    return Row("people", values)


@cache
def _titles() -> dict[str, str]:
    rows = read_table(Path(__file__).parent / "knowledge" / "sheets.tsv", ("language", "title", "act"))
    return {row["title"].casefold(): row["act"].strip("-") for row in rows}
