"""Family names: a name of a person on a line of its own begins with one, and garble rarely tells which marks it has."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from models.edits import Edit
from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.search.chunks import split_lines
from normalizers.values.names import is_name, surnames

UNSURE = 0.75
"""Confidence of an edit below which its marks may be another family name's."""
LEAST_WORDS, MOST_WORDS = 3, 4


def settle_surnames(text: str, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits with the unsure first word of a name spelled as the one family name that has its letters.

    `D[ng Qu6c Thufln` on a line of its own is *Đặng Quốc Thuận*: no family is called *Đăng*. What was read for sure
    stays, as in the heading *Đăng Ký Môn Học*.
    """
    unsure = {edit.start: edit for edit in edits if edit.confidence < UNSURE}
    lines = split_lines(text) if unsure else []
    settled = {}
    for start, line in lines:
        first = unsure.get(start + len(line) - len(line.lstrip()))
        if first is None or not _is_person(line, start, edits):
            continue
        known = families_of(first.after)
        if len(known) == 1 and first.after not in known:
            settled[first.start] = replace(first, after=known[0], kind="garble.surname")
    return tuple(settled.get(edit.start, edit) for edit in edits)


def _is_person(line: str, start: int, edits: Sequence[Edit]) -> bool:
    """Whether a line is, once mended, a name of three or four words and nothing else."""
    said, place = "", 0
    for edit in edits:
        if start <= edit.start and edit.end <= start + len(line):
            said += line[place : edit.start - start] + edit.after
            place = edit.end - start
    said = (said + line[place:]).strip()
    return (
        LEAST_WORDS <= len(said.split()) <= MOST_WORDS
        and bool(re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+)+", said))
        and (said.istitle() and is_name(said))
    )


def families_of(word: str) -> tuple[str, ...]:
    """Return the family names that have the letters of a word, whatever its marks."""
    return _families().get(bare_letters(word), ())


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Return the family names by their letters without marks."""
    found: dict[str, tuple[str, ...]] = {}
    for name in surnames():
        found[bare_letters(name)] = (*found.get(bare_letters(name), ()), name)
    return found
