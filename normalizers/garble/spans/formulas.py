"""Words that the formulas of Vietnamese documents fix: `(để b/c)` in a distribution list, `mã số` before a code."""

import re
from functools import cache
from pathlib import Path

from models.errors import KnowledgeError
from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.tokens import ACRONYM
from normalizers.garble.spans.fixed import Fixed
from normalizers.knowledge import read_table

NOTHING = "∅"  # stands in a table where nothing was printed
_TABLE = Path(__file__).parents[1] / "knowledge" / "formulas.tsv"


@cache
def formulas(table: Path = _TABLE) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of a table with their words; KnowledgeError where a row does not do what its example says."""
    read = []
    for row in read_table(table, ("pattern", "words", "reason", "before", "after")):
        pattern = re.compile(row["pattern"], re.IGNORECASE | re.MULTILINE)
        match = pattern.search(row["before"])
        words = "" if row["words"] == NOTHING else row["words"]
        if match is None or row["before"][: match.start(1)] + words + row["before"][match.end(1) :] != row["after"]:
            raise KnowledgeError(f"{row['before']!r} does not become {row['after']!r}", where=str(table))
        read.append((pattern, words))
    return tuple(read)


def find_formulas(text: str) -> list[Fixed]:
    """Return the spans of a garbled text whose words a formula gives."""
    return [
        Fixed(match.start(1), match.end(1), words, "garble.formula", tuple(map(_class, words.split())))
        for pattern, words in formulas()
        for match in pattern.finditer(text)
    ]


def _class(word: str) -> str:
    """Return what the language model knows a word as: itself, an acronym, or a sign."""
    if not any(map(str.isalnum, word)):
        return ACRONYM if word == "%" else "-"
    short = set("/&%") & set(word) or (word.isupper() and (len(word) > 2 or word.lower() not in shipped_model().number))
    return ACRONYM if short else canonical(word.lower())
