"""Signs and figures that engines misread in scans of Cyrillic text: `4,2. Сторож`, `З.` behind `2.`."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from models.edits import Edit
from normalizers.knowledge import read_table
from normalizers.slips.evidence import Evidence
from normalizers.slips.shapes import is_read

MARKS = Path(__file__).parent / "knowledge" / "scans.tsv"


def mark_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each sign that the words around it settle, in documents that an engine has read."""
    found = [(match, words) for pattern, words in marks() for match in pattern.finditer(evidence.text)]
    if found and (evidence.scanned or is_read(evidence)):
        for match, words in found:
            yield Edit(match.start(1), match.end(1), match[1], words, "slips.sign", confidence=0.95)


@cache
def marks() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns with what was printed."""
    rows = read_table(MARKS, ("pattern", "words", "reason", "before", "after"))
    return tuple((re.compile(row["pattern"], re.IGNORECASE | re.MULTILINE), row["words"]) for row in rows)
