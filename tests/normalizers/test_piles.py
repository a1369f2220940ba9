"""Piles of cases for repair: read by real engines, garbled by tables, sound ones, and those that fail still."""

from pathlib import Path

import pytest
import yaml

from models.edits import apply
from normalizers.repair import repair

_PILES = Path(__file__).parent / "piles"


def cases(pile: str, *marks: pytest.MarkDecorator) -> list[object]:
    """Return the cases of a pile; a sound one means what is printed."""
    rows = yaml.safe_load((_PILES / f"{pile}.yaml").read_text("utf-8"))
    return [
        pytest.param(row["printed"], row.get("meant", row["printed"]), id=f"{number}-{row['note']}", marks=marks)
        for number, row in enumerate(rows, 1)
    ]


@pytest.mark.parametrize(("printed", "meant"), [*cases("wild"), *cases("synthetic")])
def test_garbled_lines_come_back(printed: str, meant: str) -> None:
    repaired = repair(printed)
    assert repaired.text == meant
    assert apply(printed, repaired.edits) == meant


@pytest.mark.parametrize(("printed", "meant"), cases("negative"))
def test_sound_lines_pass(printed: str, meant: str) -> None:
    assert repair(printed).edits == ()


@pytest.mark.parametrize(("printed", "meant"), cases("known_failures", pytest.mark.xfail(strict=True)))
def test_known_failures(printed: str, meant: str) -> None:
    assert repair(printed).text == meant
