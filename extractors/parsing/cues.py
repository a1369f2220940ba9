"""Cues that begin a part of a document, from data."""

import re
from functools import cache
from pathlib import Path

from models.errors import KnowledgeError
from normalizers.knowledge import read_table

CUES = Path(__file__).parent / "knowledge" / "cues.tsv"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    grouped: dict[str, list[str]] = {}
    for row in read_table(CUES, ("cue", "language", "pattern", "example")):
        try:
            pattern = re.compile(row["pattern"], re.IGNORECASE)
        except re.error as error:
            raise KnowledgeError(f"pattern {row['pattern']!r}: {error}", where=str(CUES)) from error
        if not pattern.match(row["example"]):
            raise KnowledgeError(f"{row['pattern']!r} does not match its example {row['example']!r}", where=str(CUES))
        grouped.setdefault(row["cue"], []).append(row["pattern"])
    return {cue: re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE) for cue, patterns in grouped.items()}


def begins(cue: str, line: str) -> bool:
    """Return whether a printed line begins with a cue of that kind."""
    return bool(_patterns()[cue].match(line))
