"""Words of units, to the contract's vocabulary: `percent working_day day week month year calendar_year credit ...`."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from normalizers.knowledge import read_table

UNITS = Path(__file__).parent / "knowledge" / "units.tsv"

OTHER = "other"
"""What only begins like a unit, and is none: three papers (`bài báo`) are no three lessons (`bài`)."""
_ENDING = r"[^\W\d_]{0,5}"


def parse_unit(text: str, language: str) -> str | None:
    """Return the unit that `text` begins with (`ngày làm việc kể từ` is `working_day`), None where it has none."""
    match = units_pattern(language).match(unicodedata.normalize("NFC", text).lstrip())
    return _unit(match.group(), language) if match else None


@cache
def units_pattern(language: str) -> re.Pattern[str]:
    """Return a pattern that matches the unit words of a language, whole words, longest form first."""
    forms = sorted((form for form, _ in _forms(language)), key=lambda form: (-form.count(" "), -len(form)))
    return re.compile("|".join(f"(?:{_source(form)})" for form in forms) or r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _unit(words: str, language: str) -> str | None:
    for form, unit in _forms(language):
        if re.fullmatch(_source(form), words, re.IGNORECASE):
            return None if unit == OTHER else unit
    return None


@cache
def _forms(language: str) -> tuple[tuple[str, str], ...]:
    rows = read_table(UNITS, ("language", "unit", "form", "example"))
    forms = [(row["form"], row["unit"]) for row in rows if row["language"] == language]
    return tuple(sorted(forms, key=lambda pair: ("*" in pair[0], -len(pair[0]))))


def _source(form: str) -> str:
    """Regular expression of one form: spaces stretch, `*` stands for an ending, borders are those of words."""
    words = r"\s+".join(re.escape(word).replace(r"\*", _ENDING) for word in form.split())
    if form == "%":
        return words
    return rf"(?<![^\W_]){words}(?![^\W_])"
