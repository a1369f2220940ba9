"""Offices and labels of people, read from the knowledge files."""

import re
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

_HERE = Path(__file__).parent / "knowledge"


@cache
def offices() -> dict[str, str]:
    """Return what a signature below each office means, as Vietnamese acts and translations of them print it."""
    return {r["office"]: r["act"] for r in read_table(_HERE / "offices.tsv", ("language", "office", "act"))}


@cache
def heads() -> tuple[str, ...]:
    """Return the offices of those who head an institution, and of their deputies."""
    return tuple(r["office"] for r in read_table(_HERE / "offices.tsv", ("language", "office", "act")) if r.get("head"))


@cache
def labels(language: str) -> dict[str, str]:
    """Return what the people beside each label did, by the label in small letters."""
    rows = read_table(_HERE / "approvals.tsv", ("language", "label", "act"))
    return {r["label"].casefold(): r["act"] for r in rows if r["language"] == language}


@cache
def list_titles() -> re.Pattern[str]:
    """Return what a line begins with that is the title of a list or an annex."""
    rows = read_table(_HERE / "list_titles.tsv", ("language", "title", "example"))
    return re.compile(r"\W*(?:" + "|".join(re.escape(row["title"]) for row in rows) + r")(?!\w)")
