"""Codes and signs that engines with Vietnamese misread in scans: `QĐÐ-ĐHỌG`, `DIIBK`, `99⁄2019`, `ngày l6 tháng 4`.

Acronyms are put right where the act number that they stand in, or the document, has them so elsewhere; figures are
never guessed. A doubled Đ is taken for one only where no short name has two (`ĐĐH`, `QĐĐ-`): `CĐĐN` is a college.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from models.edits import Edit
from normalizers.garble.acronyms import inventory_names
from normalizers.garble.alphabet import VIETNAMESE_LETTERS, split_tone
from normalizers.garble.chunks import split_lines
from normalizers.garble.formulas import formulas
from normalizers.garble.lexicon import spellings

_TABLE = Path(__file__).parent / "knowledge" / "scans.tsv"
_CAPITAL = "A-ZÐ3" + "".join(sorted(letter for letter in VIETNAMESE_LETTERS if letter.isupper()))
_ACRONYM = f"(?:[{_CAPITAL}]{{2,9}}|TTg)"
_TAIL = re.compile(rf"(?<=\d/){_ACRONYM}(?:[-–/]{_ACRONYM})+(?!\w)")
_PART = re.compile(f"[{_CAPITAL}]{{2,}}")
_ALONE = re.compile(rf"(?<![\w/.-])(?!3)[{_CAPITAL}]{{4,8}}(?![\w/-])")
_TWICE = re.compile("^[ĐÐ]{2,}(?=H)|(?<=^Q)[ĐÐ]{2,}$")  # of `ĐĐHBK`: names of universities begin with ĐH; of `QĐĐ`
_HEAD = 12  # lines among which the document's own number stands
_OWN_NUMBER = re.compile(r"\s*Số\s*:")
_WELL_KNOWN = 100  # occurrences in the corpora from which on an acronym is taken for granted
_WEIGHT = 50  # occurrences in the corpora that one more in the document is worth
_TIMES = 20  # by which one acronym must be more frequent than another of its shape
_OWN = 3  # times that a document has an acronym, and times oftener than what is taken for it
_CONFIDENCE = 0.9


def scan_edits(text: str, closed: Sequence[bool], *, slips: bool) -> tuple[Edit, ...]:
    """Return the edits in the lines that are not closed, in order.

    `slips` tells whether the document has been seen to be a scan with slips; without that only those acronyms in the
    number of an act are put right that no code can be (`ĐHỌG`).
    """
    own = Counter(match.group() for match in _PART.finditer(text))
    edits: dict[int, Edit] = {}
    for number, ((offset, line), shut) in enumerate(zip(split_lines(text), closed, strict=True)):
        if shut:
            continue
        if number < _HEAD and _OWN_NUMBER.match(line):
            own.update(part for part in _PART.findall(line) if _TWICE.search(part))
        for start, before, after, kind in _found(line, own, slips=slips):
            at = offset + start
            edits.setdefault(at, Edit(at, at + len(before), before, after, kind, confidence=_CONFIDENCE))
    return tuple(edits[start] for start in sorted(edits))


_Change = tuple[int, str, str, str]


def _found(line: str, own: Counter[str], *, slips: bool) -> Iterator[_Change]:
    """Changes of a line: where, what is read, what was printed, of what kind."""
    for tail in _TAIL.finditer(line):
        for part in _PART.finditer(tail.group()):
            name = _known_as(part.group(), own)
            if name and (slips or _toned(part.group())):
                yield tail.start() + part.start(), part.group(), name, "garble.code"
    if not slips:
        return
    for match in _ALONE.finditer(line):
        name = _own_as(match.group(), own)
        if name:
            yield match.start(), match.group(), name, "garble.code"
    for pattern, words in formulas(_TABLE):
        for match in pattern.finditer(line):
            yield match.start(1), match.group(1), words, "garble.sign"


def _known_as(printed: str, own: Counter[str]) -> str | None:
    """The acronym that is frequent, here or everywhere, and looks like one that is not."""
    if _TWICE.search(printed) and own[printed] > 1:
        return None
    counts = {
        name: count + _WEIGHT * max(0, own[name] - 1) for name, count in _by_shape().get(_shape(printed), {}).items()
    }
    for name, count in own.items():
        if count >= _OWN and _shape(name) == _shape(printed) and not _impossible(name):
            counts.setdefault(name, _WEIGHT * count)
    if not counts:
        return _TWICE.sub("Đ", printed) if _TWICE.search(printed) else None
    best = max(counts, key=lambda name: counts[name])
    printed_count = 0 if _impossible(printed) else counts.get(printed, 0)
    ahead = best != printed and counts[best] >= max(_WELL_KNOWN, _TIMES * printed_count)
    return best if ahead else None


def _own_as(printed: str, own: Counter[str]) -> str | None:
    """The acronym that the document has again and again and that looks like this one."""
    shape = _shape(printed)
    names = [
        name
        for name, count in own.items()
        if name != printed and count >= _OWN * own[printed] and 2 < len(name) < 8 and _near(_shape(name), shape)
        and "Đ" in name and not _impossible(name)
    ]  # fmt: skip
    known = printed.lower() in spellings() or printed in inventory_names()  # `ĐHBH` is no misread `ĐHBK`
    return names[0] if len(names) == 1 and not known else None


def _impossible(name: str) -> bool:
    """Whether a letter carries a tone mark, or a Đ stands twice where no short name has two."""
    return _toned(name) or _TWICE.search(name) is not None


@lru_cache(maxsize=4096)
def _toned(name: str) -> bool:
    """Whether a letter carries a tone mark, or is the Icelandic one that looks like Đ: no code has that."""
    return "Ð" in name or any(split_tone(letter)[1] for letter in name.lower())


@lru_cache(maxsize=4096)
def _shape(name: str) -> str:
    """What is left of capitals when those that look alike are one: `ĐHBK` and `DIIBK` are the same."""
    letters = "".join(split_tone(letter)[0] for letter in name.lower()).upper().replace("Đ", "D").replace("Ð", "D")
    letters = letters.replace("H", "II").replace("Q", "O").replace("L", "I").replace("I3", "B")
    return re.sub("^D+(?=II)|(?<=^O)D+$", "D", letters)


def _near(one: str, other: str) -> bool:
    """Whether two shapes are the same, or long ones but for one letter."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    longer, shorter = sorted((one, other), key=len, reverse=True)
    cuts = range(len(longer))
    if len(longer) > len(shorter):
        return any(longer[:i] + longer[i + 1 :] == shorter for i in cuts)
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


@cache
def _by_shape() -> dict[str, dict[str, int]]:
    """The known acronyms by their shapes, with their counts."""
    shapes: dict[str, dict[str, int]] = {}
    for name, count in inventory_names().items():
        shapes.setdefault(_shape(name), {})[name] = count
    return shapes
