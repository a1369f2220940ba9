"""What a value rests on shows it: the words at its place hold the value as it is printed."""

import re
from collections import Counter
from pathlib import Path

import pytest

from models.tables import BY_NAME
from normalizers.values.dates import find_dates
from tests.samples.floors import documents
from tests.samples.recording import IMAGES
from tests.samples.steps import Outcome, replayed_outcome

COMPOSED = {"provision", "parent", "of_number", "scope", "teaching_language", "effective_from"}
"""Columns whose values are put together of what stands in several places, or mean what the words say."""


def _letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"[\W_]+", "", text.casefold()))


def _hidden(outcome: Outcome) -> list[str]:
    """Return the values whose place does not show them, a fifth of the letters left to case endings and hyphens."""
    text, language = outcome.document.text.content, outcome.document.genre.language
    found = []
    for row in outcome.rows:
        for name, cell in row.cells.items():
            column = BY_NAME[row.table].column(name)
            if cell.value is None or cell.span is None or column.values or name in COMPOSED:
                continue
            printed, value = text[cell.span.start : cell.span.end], str(cell.value)
            if column.type == "date":
                shown = value in [date for *_, date in find_dates(printed, language)]
            elif column.type in ("number", "integer"):
                continue  # words may stand for figures
            else:
                own = value.rpartition(".")[2] if row.table == "provisions" and name == "number" else value
                missing = sum((_letters(own) - _letters(printed)).values())
                shown = missing <= len(own) / 5
            if not shown:
                found.append(f"{row.table}.{name} {value[:60]!r} at {printed[:60]!r}")
    return found


PRINTED = [path for path in documents() if path.name not in IMAGES]
"""Documents read without OCR: a scan prints what its reading does not say, `POI` for PO1."""


@pytest.mark.parametrize("path", PRINTED, ids=lambda p: p.name)
def test_the_place_of_a_value_shows_it(path: Path) -> None:
    assert _hidden(replayed_outcome(path)) == []
