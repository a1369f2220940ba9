"""Series of codes of objectives, outcomes and indicators, `PLO`, `ПРН`: their script, and what they mean."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

SERIES = Path(__file__).parent / "knowledge" / "code_series.tsv"
TOLD = "-told"
"""What a language is called where a heading says that outcomes follow: bare letters are series there only."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series of codes: its prefix in its own script, what it means, and whether a head may say otherwise."""

    prefix: str
    script: str
    kind: str
    fixed: bool
    languages: tuple[str, ...]


@cache
def series(language: str = "") -> tuple[Series, ...]:
    """Return the series of `code_series.tsv` that a language uses, longest prefix first; all without a language."""
    rows = read_table(SERIES, ("prefix", "script", "kind", "fixed"))
    known = [
        Series(r["prefix"], r["script"], r["kind"], r["fixed"] == "yes", tuple(r["languages"].split())) for r in rows
    ]
    spoken = {language, language.removesuffix(TOLD)}
    return tuple(sorted((s for s in known if not s.languages or not language or spoken & {*s.languages}), key=_longest))


def _longest(one: Series) -> int:
    return -len(one.prefix)
