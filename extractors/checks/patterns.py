"""Patterns that checks look for, kept as tables with an example for each."""

import re
from functools import cache
from pathlib import Path

from models.errors import KnowledgeError
from normalizers.knowledge import read_table

KNOWLEDGE = Path(__file__).parent / "knowledge"


@cache
def patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return language and pattern of every row of a table; KnowledgeError where one does not match its example."""
    path = KNOWLEDGE / name
    found = []
    for row in read_table(path, ("language", "pattern", "example")):
        pattern = re.compile(rf"(?<!\w)(?:{row['pattern']})", re.IGNORECASE)
        if not pattern.search(row["example"] + " "):
            raise KnowledgeError(f"{row['pattern']!r} does not match {row['example']!r}", where=str(path))
        found.append((row["language"], pattern))
    return tuple(found)


def spoken(name: str, language: str) -> list[re.Pattern[str]]:
    """Return the patterns of a table that are of a language."""
    return [pattern for own, pattern in patterns(name) if own == language]
