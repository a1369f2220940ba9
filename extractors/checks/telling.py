"""tell: what a finding says, as a sentence of the knowledge and the values in it, so that every language can say it."""

import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from models.errors import KnowledgeError
from models.rows import Finding
from normalizers.knowledge import read_table

LANGUAGES = ("vietnamese", "english")
SPOKEN = "english"
"""The language of `Finding.message`."""
THOUSANDS = 10000
"""What is said with a mark between its thousands, from here on."""
SHOWN = 8
"""Members of a list that a sentence names."""
_KNOWLEDGE = Path(__file__).parent / "knowledge"
_MORE = {"vietnamese": " và {} mục khác", "english": " and {} more"}


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Return the sentences by what they say, `rule` or `rule.variant`: `vietnamese` and `english`."""
    path = _KNOWLEDGE / "messages.tsv"
    rows = {row["says"]: row for row in read_table(path, ("says", *LANGUAGES))}
    for says, row in rows.items():
        if len({frozenset(placeholders(row[language])) for language in LANGUAGES}) > 1:
            raise KnowledgeError(f"{says}: the languages name different values", where=str(path))
    return rows


@cache
def words() -> dict[str, dict[str, str]]:
    """Return what tables, columns, activities and things seen on a page are called: `vietnamese` and `english`."""
    return {row["word"]: row for row in read_table(_KNOWLEDGE / "words.tsv", ("word", *LANGUAGES))}


def placeholders(sentence: str) -> set[str]:
    """Return the names of the values in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def tell(says: str, severity: str, table: str | None = None, key: str | None = None, /, **values: Any) -> Finding:
    """Return the finding of a sentence about a row; the rule is what stands before the point in `says`.

    Values are texts, numbers and lists of them. Raises KeyError where the knowledge has no such sentence.
    """
    kept = {name: list(value) if isinstance(value, (tuple, set, dict)) else value for name, value in values.items()}
    held = tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in kept.items())
    rule = says.partition(".")[0]
    return Finding(rule, severity, worded(says, kept, SPOKEN), table, key, says=says, values=held)


def worded(says: str, values: Mapping[str, Any], language: str) -> str:
    """Return the sentence with its values in a language of LANGUAGES."""
    return _Speaker(language).vformat(sentences()[says][language], (), values)


class _Speaker(string.Formatter):
    """Says lists with commas and the first few members only, numbers without needless digits; `:word` translates."""

    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return a value as a sentence has it."""
        if isinstance(value, (list, tuple)):
            more = _MORE[self.language].format(len(value) - SHOWN) if len(value) > SHOWN else ""
            return ", ".join(self.format_field(one, format_spec) for one in value[:SHOWN]) + more
        if format_spec == "word":
            known = words().get(str(value))
            return known[self.language] if known else str(value)
        if isinstance(value, float) and not format_spec:
            shown = f"{value:,.0f}" if value == int(value) and value >= THOUSANDS else f"{value:.10g}"
            return shown.replace(",", ".") if self.language == "vietnamese" else shown
        return str(format(value, format_spec))
