"""Dirt behind the ends of lines: specks of the margin and strokes of folds that engines read as signs (`thực "`).

Signs alone behind the last word of a line are dirt where a sentence has ended before them, or where the words on both
sides of the line end belong together: nothing stands between `thực` and `phẩm`. The edit keeps what was read.
"""

import re
from collections.abc import Iterator, Sequence

from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change
from normalizers.letters import lettered

_TAIL = re.compile(r"(?<=[\w.;,)%”])(?: +[-–—_~^ˆ`´'’‘\"“”.,:;*|°¬¦‹›¿¡=]{1,3})+$")
_LEADERS = re.compile(r"\.{3}|…|\./|_{3}|[-–—]{3}")  # a blank to be filled in, the sign that ends an act, a rule
_WORD_AT_END, _WORD_AT_HEAD = re.compile(r"([^\W\d_]+)$"), re.compile(r"[^\W\d_]+")
BEGINS = re.compile(r"[-–+•] |\d{1,2}[.)] |Điều \d|[a-zđ]\) ")
"""The beginning of the next paragraph."""
_QUOTES, _OPENS = "\"“”'‘’", re.compile(r"(?<!\S)[\"'‘“”](?=\S)|“")
_SHUTS = re.compile(r"(?<=\S)[\"'’”]")
_DASHES = "-–—"
_DRAWN = frozenset("-–—_~^ˆ`´'’‘|*°¬¦")  # signs of which none stands at the end of a paragraph
_ENDED, _NEAR = (".", ";", ")"), 400  # ends of sentences; letters within which a quotation is opened
_TOGETHER = -4.5
"""Log probability of a word behind another from which no sign stood between them (`thực phẩm` -3.3, `hành thảo` -8)."""
_STRUCK = re.compile(r"\S+(?:[-–—]\S+?){7,}[-–—]*(?!\S)")
_JOINT = re.compile(lettered(r"[-–—]+$|(?<=[\p{Ll}\d])[-–—](?=\S)|(?<=\S)[-–—](?=[\p{Ll}])"))
_ADDRESS = re.compile(r"//|www|\w\.\w+/")
_MARKED = 3  # words with marks that are joined by strokes where a fold or a pen runs through their line
_RECIPIENTS = re.compile(r"^ *Nơi nhận ?[:.]")
_RECIPIENT = re.compile(
    r"^ *[-~] ?(?!Lưu)[^\W\d_].*?[^\W_]\)?(?P<end>[;:,])(?P<dirt>(?: (?![^\W\d_ˆ]{2}|\d{2})\S{1,2}){0,3})$"
)
_LIST, _GAP = 12, 3  # lines of such a list, and to the next of them, at most


def margin_changes(text: str) -> Iterator[Change]:
    """Yield the signs behind the ends of lines, and those through them, that are no text."""
    lines = text.split("\n")
    offset = 0
    for number, line in enumerate(lines):
        found = _TAIL.search(line)
        if found and "\t" not in line and not _LEADERS.search(line, found.start() - 1):
            at = offset + found.start()
            behind = next(filter(str.strip, lines[number + 1 :]), "").strip()
            if _is_dirt(text[max(0, at - _NEAR) : at], found.group(), behind):
                yield at, found.group(), "", "garble.noise"
        yield from ((offset + at, read, printed, kind) for at, read, printed, kind in _strokes(line))
        if _RECIPIENTS.match(line):
            yield from _list_changes(lines[number + 1 : number + 1 + _LIST], offset + len(line) + 1)
        offset += len(line) + 1


def _is_dirt(before: str, tail: str, behind: str) -> bool:
    """Whether signs are none of the text before them, where what stands behind is known."""
    quotes = set(tail) - {" "} <= set(_QUOTES) and tail.strip() != "“”"
    if set(tail) & set(_QUOTES) and len(_OPENS.findall(before)) > len(_SHUTS.findall(before)):
        return False
    ended = before.endswith(_ENDED) and "," not in tail and not (before[-1] == ")" and set(tail) & set(_DASHES))
    drawn = set(tail) - {" "} <= _DRAWN and BEGINS.match(behind) is not None
    return quotes or ended or drawn or _go_on(before, behind)


def _strokes(line: str) -> Iterator[Change]:
    """The strokes between the words of a line that a fold or a pen runs through (`số-32-ngày-19-của-Chính-phủ`)."""
    for struck in _STRUCK.finditer(line):
        words = _WORD_AT_HEAD.findall(struck[0])
        marked = sum(not word.isascii() and word.lower() in spellings() for word in words)
        if marked >= _MARKED and not _ADDRESS.search(struck[0]) and line.count(" ") < len(words):
            for joint in _JOINT.finditer(struck[0]):
                blank = " " if joint.end() < len(struck[0]) else ""
                yield struck.start() + joint.start(), joint[0], blank, "garble.noise"


def _list_changes(lines: Sequence[str], offset: int) -> Iterator[Change]:
    """Dirt behind those who get an act, and the semicolons between them."""
    for number, line in enumerate(lines, 1):
        found = _RECIPIENT.match(line)
        below = [line.lstrip()[:1] for line in lines[number : number + _GAP]]
        if found and found["end"] != ";" and {"-", "~"} & {*below}:
            yield offset + found.start("end"), found["end"], ";", "garble.sign"
        if found and found["dirt"]:
            yield offset + found.start("dirt"), found["dirt"], "", "garble.noise"
        offset += len(line) + 1


def _go_on(before: str, behind: str) -> bool:
    """Whether the last word of a line and the first one below, in small letters, belong together."""
    last, first = _WORD_AT_END.search(before), _WORD_AT_HEAD.match(behind)
    if last is None or first is None or not behind[0].islower():
        return False
    one, other = spellings().get(last.group().lower()), spellings().get(first.group())
    return one is not None and other is not None and shipped_model().pair(one, other) >= _TOGETHER
