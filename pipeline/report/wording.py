"""What findings, tables and columns are called on the pages, in the languages of those who look at them."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from extractors.checks import rule_names
from extractors.checks.telling import LANGUAGES, worded, words
from models.columns import Column
from models.tables import BY_NAME
from normalizers.knowledge import mapped, read_table
from pipeline.settings import shell_language

_HERE = Path(__file__).parent
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
Said = dict[str, str]
"""By language: `vietnamese` and `english`."""


def labels() -> dict[str, dict[str, str]]:
    """Return the labels of the pages and of the account in both languages, by key."""
    return {row["key"]: row for row in read_table(_HERE / "labels.tsv", ("key", *LANGUAGES))}


def plain_name(name: str) -> str:
    """Return a file's name or path as it can be shown: signs that steer a terminal or turn a line about stand as codes.

    `thu\\u202efdp.exe` would else be seen as `thuexe.pdf`, and a line break in a name would forge a line of a log.
    """
    return _STEERING.sub(lambda sign: sign[0].encode("unicode_escape").decode("ascii"), name)


def label(key: str) -> str:
    """Return a label in the language of the terminal."""
    return labels()[key][shell_language()]


def alarm(raised: dict[str, Any]) -> Said:
    """Return what an alarm of a nightly import says."""
    return {language: labels()[raised["says"]][language].format(**raised) for language in LANGUAGES}


def message(finding: dict[str, Any]) -> Said:
    """Return what a stored finding says; one of before there were sentences says its English message in both."""
    try:
        values = json.loads(finding.get("details") or "")
        problem = trouble(values["problem"]) if "problem" in values else {}
        own = {language: values | ({"problem": problem[language]} if problem else {}) for language in LANGUAGES}
        return {language: worded(values["says"], own[language], language) for language in LANGUAGES}
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
def meanings() -> dict[tuple[str, str], str]:
    """Return what columns mean in Vietnamese, by table and column; `every` stands for the keys that all tables have."""
    rows = read_table(_HERE.parent / "meanings.tsv", ("table", "column", "vietnamese"))
    own = {(row["table"], row["column"]): row["vietnamese"] for row in rows}
    return own | {(name, column.name): column.about_vi for name, table in BY_NAME.items() for column in table.columns}


def meaning(column: Column) -> Said:
    """Return what a column means."""
    return {"vietnamese": column.about_vi, "english": column.about}


@cache
def vocabulary() -> dict[str, Said]:
    """Return what the words of the closed vocabularies mean, by word."""
    rows = read_table(_HERE / "vocabulary.tsv", ("word", *LANGUAGES))
    return {row["word"]: {language: row[language] for language in LANGUAGES} for row in rows}


def trouble(reason: str | None) -> Said:
    """Return why a file could not be read and what to do; what the knowledge does not have stays in English."""
    return phrased(_HERE / "troubles.tsv", reason or "")


def phrased(table: Path, english: str) -> Said:
    """Return words in both languages, the phrases of a table put into Vietnamese, longest first."""
    vietnamese = english
    for phrase, said in mapped(table, "english", "vietnamese").items():
        vietnamese = vietnamese.replace(phrase, said)
    return {"vietnamese": vietnamese, "english": english}
