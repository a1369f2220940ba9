"""Gluing: which two chunks may be one word or number that a blank has cut."""

import re

from normalizers.garble.search.chunks import Chunk
from normalizers.garble.search.readings import Evidence
from normalizers.garble.spans.measures import code_cost

SIGNS = frozenset("+=/–—×÷±≤≥%([")  # signs that stand alone are no words
_ENDING = re.compile("(?:nh|ng|ch|[nmctp])", re.IGNORECASE)
_LONGEST, _LONGEST_PART = 8, 3  # letters of both together, and of the shorter one
_CELL = re.compile(r"[\dIlO|!.,-]+|[A-ZĐ]")  # a figure, a dash or a letter that stands in a column by itself
_CAPITALS = 0.72  # share of capitals from which on a line stands in capitals


def may_glue(chunk: Chunk, following: Chunk, document: Evidence) -> bool:
    """Return whether a chunk and the one that follows may be one word or number."""
    _, core, after = chunk.edges
    before, second, _ = following.edges
    if chunk.fixed or following.fixed or following.line != chunk.line or before or not core or not second:
        return False
    if after and (after != "." or len(second) > 1 or not second.isalpha()):
        return False
    if any(code_cost(p) is not None or p.isupper() and p in document.acronyms for p in (core, second)):
        return False
    if SIGNS & {chunk.text, following.text} or (core.isalpha() and second.isdigit()):
        return False
    if core.isdigit() and second.isalpha() and len(second) > 2:
        return False
    return len(core) + len(second) <= _LONGEST and min(len(core), len(second)) <= _LONGEST_PART


def may_lack_letter(chunk: Chunk, following: Chunk, document: Evidence) -> bool:
    """Return whether two chunks may be a word whose vowel an engine left a blank for: the second is an ending alone."""
    _, core, after = chunk.edges
    ending = following.edges[1]
    if after or not core.isalnum() or not core[0].isalpha() or not _ENDING.fullmatch(ending):
        return False
    return ending.islower() == (chunk.caps < _CAPITALS) and may_glue(chunk, following, document)


def in_row_of_figures(chunks: list[Chunk], index: int) -> bool:
    """Return whether a chunk and the next one stand beside a figure or a lone letter of their line: columns have
    blanks between them too (`A M 2 I A`)."""
    line = chunks[index].line
    beside = [chunks[at] for at in (index - 1, index + 2) if 0 <= at < len(chunks)]
    return any(chunk.line == line and not chunk.fixed and bool(_CELL.fullmatch(chunk.text)) for chunk in beside)
