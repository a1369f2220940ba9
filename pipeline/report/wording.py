"""What findings, tables and columns are called on the pages, in the languages of those who look at them."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from extractors.checks import rule_names
from extractors.checks.telling import LANGUAGES, worded, words
from normalizers.knowledge import read_table

_HERE = Path(__file__).parent
Said = dict[str, str]
"""By language: `vietnamese` and `english`."""


def labels() -> dict[str, dict[str, str]]:
    """Return the labels of the pages and of the account in both languages, by key."""
    return {row["key"]: row for row in read_table(_HERE / "labels.tsv", ("key", *LANGUAGES))}


def shell_language() -> str:
    """Return the language of a terminal: SOHOA_LANGUAGE, else its locale; English where that is not Vietnamese."""
    named = ("SOHOA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((value for name in named if (value := os.environ.get(name))), "")
    return "vietnamese" if chosen.lower().startswith("vi") else "english"


def message(finding: dict[str, Any]) -> Said:
    """Return what a stored finding says; one of before there were sentences says its English message in both."""
    try:
        values = json.loads(finding.get("details") or "")
        return {language: worded(values["says"], values, language) for language in LANGUAGES}
    except (ValueError, KeyError, TypeError):
        return dict.fromkeys(LANGUAGES, finding.get("message") or "")


def rule(name: str) -> Said:
    """Return what a rule is called; its own name where the knowledge has none."""
    known = rule_names().get(name)
    return {language: known[language] if known else name for language in LANGUAGES}


def called(word: str | None) -> Said:
    """Return what a table or a column is called."""
    known = words().get(word or "")
    return {language: known[language] if known else word or "" for language in LANGUAGES}


@cache
def _troubles() -> tuple[tuple[str, str], ...]:
    """Return phrases of reasons with their Vietnamese, the longest first."""
    rows = read_table(_HERE / "troubles.tsv", ("english", "vietnamese"))
    return tuple(sorted(((row["english"], row["vietnamese"]) for row in rows), key=lambda pair: -len(pair[0])))


def trouble(reason: str | None) -> Said:
    """Return why a file could not be read and what to do; what the knowledge does not have stays in English."""
    english = vietnamese = reason or ""
    for phrase, said in _troubles():
        vietnamese = vietnamese.replace(phrase, said)
    return {"vietnamese": vietnamese, "english": english}
