"""Rows of registers of changes: the clause, what went and what came."""

import pytest

from extractors.tables.amendments import _CHANGES, changed_clause, read_change
from normalizers.knowledge import read_table


@pytest.mark.parametrize("row", read_table(_CHANGES, ("action", "language", "pattern", "example")))
def test_every_wording_reads_its_example(row: dict[str, str]) -> None:
    said = read_change(row["example"])
    assert said["action"] == row["action"] and said.get("new_text")
    assert ("OLD" in row["pattern"]) == ("old_text" in said)


def test_clauses() -> None:
    assert changed_clause("п. 2.1: замість «п. 3» викласти «п. 4»") == "2.1"
    assert changed_clause("5-тармақтағы «65 пайыз» сөздері") == "5"
    assert changed_clause("пункти 2.1 та пункт 2.3 вилучити") is None
    assert read_change("Положення перевидано") == {}
