"""Hyphens lost or left behind by line ends, and words run together, settled by the rest of the document."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from models.edits import Edit
from normalizers.knowledge import read_table
from normalizers.slips.evidence import CYRILLIC, KAZAKH, Evidence
from normalizers.triage.lexicon import count_forms

COMPOUNDS = Path(__file__).parent / "knowledge" / "compounds.tsv"

_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})[-\u00ac] {1,2}([^\W\d_]{2,})(?![^\W\d_])")
_ADJECTIVE = re.compile(r"(?:[ыиі]й|[аоыиія]я|[оеє]{1,2}|ої|ого|ому|ой|ую|ым|им|их|ых|ими|ыми|ою|ій|ім|у|а|і)$")
"""Endings of what a first part is joined to: an adjective, or a noun in use with it; `забезпечення` is neither."""
_LEAST_GLUED, _LEAST_PART = 9, 3


def hyphen_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield edits that close a word broken on its line (`обра- зования`)."""
    for match in _BROKEN.finditer(evidence.text):
        first, second = match.groups()
        if not second[0].islower() or first.isupper() != second.isupper():
            continue
        whole, hyphened = (first + second).lower(), f"{first}-{second}".lower()
        if hyphened in evidence.hyphened:
            after = f"{first}-{second}"
        elif evidence.counts[whole] >= 2 or (evidence.is_known(whole) and not evidence.is_known(second)):
            after = first + second
        else:
            continue
        yield Edit(match.start(), match.end(), match.group(), after, "slips.hyphen", confidence=0.97)


def glued_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield edits that part Cyrillic words run together, or give a compound its hyphen back."""
    for match in evidence.found:
        word = match.group()
        if len(word) < _LEAST_GLUED or not evidence.is_odd(word) or not CYRILLIC.match(word):
            continue
        if _is_inflected(word.lower(), 2):
            continue
        ways = {way for at in range(_LEAST_PART, len(word) - _LEAST_PART + 1) if (way := _parted(word, at, evidence))}
        if len(ways) == 1:
            yield Edit(match.start(), match.end(), word, ways.pop(), "slips.glued", confidence=0.96)


def _parted(word: str, at: int, evidence: Evidence) -> str | None:
    first, second = word[:at], word[at:]
    lower, last = first.lower(), second.lower()
    if lower in _compounds() and (
        f"{lower}-{last}" in evidence.hyphened
        or (at < len(word) - 5 and _is_inflected(last, 3) and _ADJECTIVE.search(last))
    ):
        return f"{first}-{second}"
    if lower.endswith("о") and f"{lower}-{last}" in evidence.hyphened:
        return f"{first}-{second}"
    seen = evidence.pairs[lower, last]
    if len(first) > 3 and len(second) > 3 and second == last:
        kazakh = bool(KAZAKH.search(word))
        if seen >= 2 and (kazakh or (seen >= 3 and evidence.is_known(lower) and evidence.is_known(last))):
            return f"{first} {second}"
    return None


def _is_inflected(word: str, ending: int) -> bool:
    """Whether a list has a word that agrees but for an ending of so many letters."""
    return any(count_forms(language, word[:-ending]) for language in ("uk", "ru"))


@cache
def _compounds() -> frozenset[str]:
    return frozenset(row["first"] for row in read_table(COMPOUNDS, ("language", "first", "example")))
