"""Dirt behind the ends of lines: specks of the margin and strokes of folds that engines read as signs (`thực "`).

Signs alone behind the last word of a line are dirt where a sentence has ended before them, or where the words on both
sides of the line end belong together: nothing stands between `thực` and `phẩm`. The edit keeps what was read.
"""

import re
from collections.abc import Iterator

from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change

_TAIL = re.compile(r"(?<=[\w.;,)%])(?: +[-–—_~^ˆ`´'’‘\"“”.,:;*|°¬¦‹›¿¡=]{1,3})+$")
_LEADERS = re.compile(r"\.{3}|…|\./|_{3}|[-–—]{3}")  # a blank to be filled in, the sign that ends an act, a rule
_WORD_AT_END, _WORD_AT_HEAD = re.compile(r"([^\W\d_]+)$"), re.compile(r"[^\W\d_]+")
_QUOTES = frozenset("\"“”'‘’")
_ENDED = (".", ";", ")")
_TOGETHER = -4.5
"""Log probability of a word behind another from which no sign stood between them (`thực phẩm` -3.3, `hành thảo` -8)."""


def margin_changes(text: str) -> Iterator[Change]:
    """Yield the signs behind the ends of lines that are no text."""
    lines = text.split("\n")
    offset = 0
    for number, line in enumerate(lines):
        found = _TAIL.search(line)
        if found and "\t" not in line and not _LEADERS.search(line, found.start() - 1):
            before = line[: found.start()]
            behind = next(filter(str.strip, lines[number + 1 :]), "").strip()
            if not _closes(before, found.group()) and (before.endswith(_ENDED) or _go_on(before, behind)):
                yield offset + found.start(), found.group(), "", "garble.noise"
        offset += len(line) + 1


def _closes(before: str, tail: str) -> bool:
    """Whether a quotation that is open may end in the tail."""
    return bool(_QUOTES & set(tail)) and sum(sign in _QUOTES for sign in before) % 2 == 1


def _go_on(before: str, behind: str) -> bool:
    """Whether the last word of a line and the first one below, in small letters, belong together."""
    last, first = _WORD_AT_END.search(before), _WORD_AT_HEAD.match(behind)
    if last is None or first is None or not behind[0].islower():
        return False
    one, other = spellings().get(last.group().lower()), spellings().get(first.group())
    return one is not None and other is not None and shipped_model().pair(one, other) >= _TOGETHER
