"""Numbers of headings in scans: `IL KINH PHÍ` behind `I.` is `II. KINH PHÍ`, `Điều II` behind `Điều 10` is `Điều 11`.

A heading has the Roman number that follows the one before, where what is read may be that number by its strokes, and
another heading of the ladder is read as it was printed, or several are what no other number is read as (`HI.`, `1V.`).
Headings in capitals and others are ladders of their own. Where the first that is read as printed is no `I.`, the rungs
below it are looked for before it: `1.`, `H.`, `III.`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from normalizers.garble.scans.numbers import Change
from normalizers.letters import lettered

_ONE, _FIVE, _TEN = r"[Il1|ÌÍÏ!¡\]TL]", "(?:V[Yy]|[VYv])", "[Xx]"  # what a stroke, a V, an X are read as
_TWO = rf"(?:{_ONE}{_ONE}|[HUN]|{_ONE}\.{_ONE})"
_PARTS = {"III": rf"(?:{_TWO}{_ONE}|{_ONE}{_TWO}|HH|{_ONE}\.{_TWO})", "II": _TWO, "I": _ONE, "V": _FIVE, "X": _TEN}
_NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_HEADING = re.compile(
    r"^ *([IVXYHUNTLl1|ÌÍÏ!¡\]v.x]{1,5}?)([.,:;]?)( ?)(?=([^\W\d_]{2,}[ ,–-]+[^\n]*[^\W\d_]{2})[^\n]*$)", re.M
)
_ARABIC = re.compile(lettered(r"^ *2[.,)] ?(?:([^\p{Ll}\W\d_]{2,}(?![^\W\d_]))|[^\W\d_])"), re.MULTILINE)
_SECOND = re.compile(r"^ *2[.,)] ", re.MULTILINE)
_ONE_MORE = re.compile(r"^ *1(?:[.,)] |(?P<part>\.\d[. ]))", re.MULTILINE)
_DECIMAL = re.compile(r"1(?:\.1)+")
"""A number of figures and stops, which no Roman one is read as."""
_FEWEST, _FEWEST_LONG = 3, 2  # rungs of a ladder of which none is sure; of them, such as have two strokes or more
_ARTICLE = re.compile(lettered(r"^ *Điều (\d{1,3}|[Il1|ÌÍ!\]]{2})(?=[.:,]? +\p{Lu})"), re.MULTILINE)
_ANNEX = re.compile(r"^ *(?:Phụ lục|PHỤ LỤC) ([IVXHUNTLl1|Ì!\]]{1,5})(?=[.:,]?(?: [^\W\d_]|$))", re.MULTILINE)


@dataclass(frozen=True)
class _Rung:
    """The number of a heading as read, and which number it has; `sure` where it is read as printed."""

    start: int
    read: str
    sign: str
    number: int
    sure: bool


def ladder_changes(text: str) -> Iterator[Change]:
    """Yield what is to be changed in the numbers of headings and articles."""
    small = map(_without_initials, _ladders(text, capitals=False))
    for ladder in (*_ladders(text, capitals=True), *small):
        if _holds(ladder):
            for rung, behind in zip(ladder, [*ladder[1:], None], strict=True):
                after = _NUMBERS[rung.number] + "."
                lost = rung.read in _NUMBERS and not (
                    behind and behind.sure
                )  # a number that stands, unless one follows
                if not rung.sure and not lost and rung.read + rung.sign != after:
                    yield rung.start, rung.read + rung.sign, after, "garble.number"
    found = list(_ARTICLE.finditer(text))
    for before, match in zip(found, found[1:], strict=False):
        if before[1] == "10" and not match[1].isdigit():
            yield match.start(1), match[1], "11", "garble.number"
    annexes = list(_ANNEX.finditer(text))
    told = [match[1] for match in annexes]
    for at, match in enumerate(annexes[1:], 1):
        follows = _NUMBERS.index(told[at - 1]) + 1 if told[at - 1] in _NUMBERS[:-1] else 0
        if follows and told[at] not in _NUMBERS and _may_be(told[at], _NUMBERS[follows]):
            told[at] = _NUMBERS[follows]
            yield match.start(1), match[1], told[at], "garble.number"


def _holds(ladder: list[_Rung]) -> bool:
    """Whether rungs prove one another: one is sure, or several can hardly be anything else."""
    if len(ladder) < _FEWEST or ladder[0].number:
        return len(ladder) > 1 and any(rung.sure for rung in ladder)
    return any(rung.sure for rung in ladder) or sum(len(rung.read) > 1 for rung in ladder) >= _FEWEST_LONG


def _ladders(text: str, *, capitals: bool) -> Iterator[list[_Rung]]:
    """The headings in capitals, or the others, whose numbers follow one another."""
    ladder: list[_Rung] = []
    passed: list[re.Match[str]] = []
    for match in _HEADING.finditer(text):
        read, sign = match[1], match[2]
        if _DECIMAL.fullmatch(read) or not (_in_capitals(match) if capitals else _is_small(match)):
            continue
        passed.append(match)
        if not capitals and read == "1":  # a stroke, where no list begins with it
            if all(rung.read == "1" for rung in ladder) and not _is_arabic(text, match):
                ladder = [_Rung(match.start(1), read, sign, 0, False)]
            continue
        follows = ladder[-1].number + 1 if ladder else 0
        known = read in _NUMBERS
        if len(ladder) > 1 and read + "I" == _NUMBERS[follows % len(_NUMBERS)]:
            known = False  # of three strokes one was lost: `II.` behind `II.`, or behind an `H.`
        if known and ((number := _NUMBERS.index(read)) in (0, follows) or _begins(ladder, read)):
            if number == 0 and ladder:
                yield ladder
                ladder = []
            ladder += [] if ladder else _below(text, passed[:-1], number, match.start(1))
            ladder.append(_Rung(match.start(1), read, sign, number, True))
            passed.clear()
        elif not known and follows < len(_NUMBERS) and _may_be(read, _NUMBERS[follows]):
            if follows or not _is_arabic(text, match):
                ladder.append(_Rung(match.start(1), read, sign, follows, False))
        elif ladder:
            yield ladder
            ladder = []
    yield ladder


def _begins(ladder: list[_Rung], read: str) -> bool:
    """Whether a number of several strokes begins a ladder whose first rungs were lost."""
    return not ladder and len(read) > 1


def _below(text: str, passed: list[re.Match[str]], number: int, end: int) -> list[_Rung]:
    """The rungs below the first sure one, where headings before it may be all of them down to `I.`

    A figure is the `I.` of no Arabic series: no `2.` and no `1.1.` stands between it and the next rung.
    """
    rungs: list[_Rung] = []
    for match in reversed(passed):
        if number and _may_be(match[1], _NUMBERS[number - 1]):
            if match[1].isdigit() and (_SECOND.search(text, match.end(), end) or _has_parts(text, match.end())):
                continue
            number, end = number - 1, match.start(1)
            rungs.insert(0, _Rung(match.start(1), match[1], match[2], number, match[1] in _NUMBERS))
    return [] if number else rungs


def _without_initials(ladder: list[_Rung]) -> list[_Rung]:
    """A ladder up to its last sure rung, and numbers of several strokes behind: one letter may be that of a name."""
    end = max((at for at, rung in enumerate(ladder) if rung.sure or len(rung.read) > 1), default=-1)
    return ladder[: end + 1]


def _in_capitals(match: re.Match[str]) -> bool:
    return match[4].upper() == match[4] and bool(match[2] or match[3])


def _is_small(match: re.Match[str]) -> bool:
    """Whether a heading in small letters begins as one behind a number: figures, or a letter of a list, are none."""
    if not (match[2] == "." or (match[2] == "," and len(match[1]) > 1)):
        return False
    if not (match[3] or len(match[1]) > 1) or not (match[4][0].isupper() and match[4][1:].islower()):
        return False
    return not match[1].isdigit() or match[1] == "1"


def _may_be(read: str, number: str) -> bool:
    parts = re.findall("III|II|I|V|X", number)
    return read + "I" == number or re.fullmatch("".join(_PARTS[part] for part in parts) + r"\.?", read) is not None


def _is_arabic(text: str, match: re.Match[str]) -> bool:
    """Whether a `2.` goes on where a one was read, before a word in capitals as there, or `1.1.` is its first part."""
    if match[1] != "1":
        return False
    return _has_parts(text, match.end()) or any(
        bool(found[1]) == _in_capitals(match) for found in _ARABIC.finditer(text, match.end())
    )


def _has_parts(text: str, start: int) -> bool:
    """Whether what is behind a one begins with `1.1.` or its like, and not with another one: `I.` has `1.`, `2.`."""
    found = _ONE_MORE.search(text, start)
    return found is not None and found["part"] is not None
