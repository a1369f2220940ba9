"""What the head of a document says of it, with where it says so."""

import re
from collections.abc import ItemsView
from dataclasses import dataclass, field
from pathlib import Path

from models.rows import Value
from normalizers.knowledge import mapped

_KINDS, _BODIES = (Path(__file__).parent / "knowledge" / name for name in ("kind_lines.tsv", "body_words.tsv"))


@dataclass
class Head:
    """Values of the `documents` table by column, filled while a head is read; the first value of a column stays."""

    values: dict[str, Value] = field(default_factory=dict)

    def put(self, column: str, value: Value | None) -> None:
        """Keep a value unless the column has one or the value is empty."""
        if value is not None and value.value not in (None, "") and column not in self.values:
            self.values[column] = value

    def get(self, column: str) -> object:
        """Return the bare value of a column, or None."""
        return self.values[column].value if column in self.values else None


def kind_lines(language: str) -> ItemsView[str, str]:
    """Return the lines that name a kind, with the kind, longest first."""
    return mapped(_KINDS, "line", "kind", language).items()


def body_words(language: str) -> dict[str, str]:
    """Return the words with which a body's name begins, with the body's rank."""
    return mapped(_BODIES, "word", "rank", language)


def rank_of(text: str, language: str) -> str | None:
    """Return the rank of the body that a line names: `ministry`, `university` or `part`."""
    words = body_words(language)
    found = [rank for word, rank in words.items() if re.search(rf"(?<!\w){word}(?!\w)", text.upper())]
    for rank in ("ministry", "university", "part"):
        if rank in found:
            return rank
    return None
