"""Codes and signs that engines with Vietnamese misread in scans: `QĐÐ-ĐHỌG`, `DIIBK`, `87⁄2032`, `ngày l6 tháng 4`.

Acronyms are put right where the act number that they stand in, or the document, has them so elsewhere; figures are
never guessed. A doubled Đ is taken for one only where no short name has two (`ĐĐH`, `QĐĐ-`): `CĐĐN` is a college.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from models.edits import Edit
from normalizers.garble.model.alphabet import VIETNAMESE_LETTERS, split_tone
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.families import family_changes
from normalizers.garble.scans.foreign import foreign_changes
from normalizers.garble.scans.items import item_changes
from normalizers.garble.scans.ladders import ladder_changes
from normalizers.garble.scans.margins import margin_changes
from normalizers.garble.scans.marks import mark_changes, text_changes
from normalizers.garble.scans.names import name_changes
from normalizers.garble.scans.noise import noise_changes
from normalizers.garble.scans.numbers import Change, code_changes, label_changes, list_changes, number_changes
from normalizers.garble.scans.phrases import phrase_changes
from normalizers.garble.search.chunks import split_lines
from normalizers.garble.spans.acronyms import initials_of, inventory_names

_CAPITAL = "A-ZÐ3" + "".join(sorted(letter for letter in VIETNAMESE_LETTERS if letter.isupper()))
_ACRONYM = f"(?:[{_CAPITAL}]{{2,9}}|TTg)"
_TAIL = re.compile(rf"(?:(?<=\d/)|(?<=: /)){_ACRONYM}(?:[-–/]{_ACRONYM})+(?!\w)")
_PART = re.compile(f"[{_CAPITAL}]{{2,}}")
_ALONE = re.compile(rf"(?<![\w/.&-])(?!3)[{_CAPITAL}]{{4,8}}(?![\w/&-])")
_TWICE = re.compile("^[ĐÐ]{2,}(?=H)|(?<=^Q)[ĐÐ]{2,}$")  # of `ĐĐHBK`: names of universities begin with ĐH; of `QĐĐ`
_UNIVERSITY = re.compile("((?:[DĐÐ]{1,2}(?:H?II|IIH|HI|IH)|DH|ÐH))([A-HJ-ZĐ3][A-ZĐ3]{1,5})$")
_OF_UNIVERSITY = re.compile("(?=(ĐH[A-ZĐ]{2}))")
_HEAD = 12  # lines among which the document's own number stands
_OWN_NUMBER = re.compile(r"\s*Số\s*:")
_ALIKE = ("BDEFPR3", "IHNTLJ", "COGU", "VYX", "S58")  # capitals that are taken for one another
_STROKES = "I1NJ"  # what a stroke too many is read as
_FEW = 20  # the same for one whose words the document has in full
_WELL_KNOWN = 100  # occurrences in the corpora from which on an acronym is taken for granted
_WEIGHT = 50  # occurrences in the corpora that one more in the document is worth
_TIMES = 20  # by which one acronym must be more frequent than another of its shape
_OWN = 3  # times that a document has an acronym, and times oftener than what is taken for it
_CONFIDENCE = 0.9
_CHANGES = (
    name_changes,
    foreign_changes,
    phrase_changes,
    text_changes,
    margin_changes,
    family_changes,
    item_changes,
    ladder_changes,
    label_changes,
    code_changes,
    list_changes,
)  # of the lines of a scan with slips


def scan_edits(text: str, closed: Sequence[bool], *, slips: bool, noisy: Sequence[bool] = ()) -> tuple[Edit, ...]:
    """Return the edits in the lines that are not closed, in order.

    `slips` tells whether the document has been seen to be a scan with slips; without that only those acronyms in the
    number of an act are put right that no code can be (`ĐHỌG`). `noisy` tells for every line whether it may be noise
    though it is closed.
    """
    lines = split_lines(text)
    own = Counter(match.group() for match in _PART.finditer(text))
    for _, line in lines[:_HEAD]:
        if _OWN_NUMBER.match(line):
            own.update(part for part in _PART.findall(line) if _TWICE.search(part))
    names = _Names(own, initials_of(re.findall(r"[^\W\d_]+", text)) if slips else "")
    open_lines = _without(text, closed)
    found = list(noise_changes(_without(text, _closed(closed, noisy)))) if slips else []
    found += [
        (offset + start, before, after, kind)
        for (offset, line), shut in zip(lines, closed, strict=True)
        if not shut
        for start, before, after, kind in (_of_scan(line, names) if slips else _toned_codes(line, own))
    ]
    if slips:
        for changes in _CHANGES:
            found += changes(open_lines)
    edits: list[Edit] = []
    for start, before, after, kind in found:
        end = start + len(before)
        if before != after and not any(start < edit.end and edit.start < end for edit in edits):
            edits.append(Edit(start, end, before, after, kind, confidence=_CONFIDENCE))
    return tuple(sorted(edits, key=lambda edit: edit.start))


def _without(text: str, closed: Sequence[bool]) -> str:
    """The text with blanks in the lines that are closed."""
    lines = zip(split_lines(text), closed, strict=True)
    return "\n".join(" " * len(line) if shut else line for (_, line), shut in lines)


def _closed(closed: Sequence[bool], noisy: Sequence[bool]) -> Sequence[bool]:
    return [shut and not loud for shut, loud in zip(closed, noisy, strict=True)] if noisy else closed


def _toned_codes(line: str, own: Counter[str]) -> Iterator[Change]:
    for tail in _TAIL.finditer(line):
        for part in _PART.finditer(tail.group()):
            name = _known_as(part.group(), own)
            if name and _toned(part.group()):
                yield tail.start() + part.start(), part.group(), name, "garble.code"


def _of_scan(line: str, names: "_Names") -> Iterator[Change]:
    """Changes of a line of a scan: where, what is read, what was printed, of what kind."""
    yield from number_changes(line, names.in_number)
    for tail in _TAIL.finditer(line):
        for part in _PART.finditer(tail.group()):
            yield tail.start() + part.start(), part.group(), names.in_number(part.group()), "garble.code"
    if line.upper() != line:
        for match in _ALONE.finditer(line):
            yield match.start(), match.group(), names.alone(match.group()), "garble.code"
    yield from mark_changes(line)


@dataclass(frozen=True)
class _Names:
    """The short names of a document with how often each stands there, and the first letters of its words in order."""

    own: Counter[str]
    initials: str

    def in_number(self, printed: str) -> str:
        """The short name that was printed in the number of an act."""
        return _known_as(printed, self.own) or self._spelled_out(printed) or self._university(printed) or printed

    def alone(self, printed: str) -> str:
        """The short name that was printed in running text."""
        if printed.lower() in spellings():
            return printed
        return _own_as(printed, self.own) or self._well_known(printed) or self.in_number(printed)

    def _university(self, printed: str) -> str | None:
        """The name of a university (`ĐHBK`), whose H fell into strokes or whose Đ lost its own."""
        match = _UNIVERSITY.match(printed)
        if match is None or (match[1] == "DH" and "ĐH" not in self.initials):
            return None
        return "ĐH" + match[2].replace("I3", "B").replace("3", "B")

    def _well_known(self, printed: str) -> str | None:
        """The one well known name that looks the same."""
        if printed in inventory_names() or self.own[printed] >= _OWN:
            return None
        alike = _by_shape().get(_shape(printed), {})
        best = max(alike, key=lambda name: alike[name], default="")
        return best if alike and "Đ" in best and alike[best] >= _WELL_KNOWN else None

    def _spelled_out(self, printed: str) -> str | None:
        """The one known name that looks nearly so and whose words the document has in full (`Đại học Bách khoa`)."""
        if len(printed) < 4 or printed in inventory_names() or printed in self.initials:
            return None
        shape = _shape(printed)
        same = [name for name in self._candidates if _shape(name) == shape]
        found = same or [name for name in self._candidates if _near(_shape(name), shape)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _candidates(self) -> list[str]:
        known = {n for n, count in inventory_names().items() if len(n) > 3 and count >= _FEW and n in self.initials}
        return sorted(known | {n for n, count in Counter(_OF_UNIVERSITY.findall(self.initials)).items() if count > 2})


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
    """Whether two shapes are the same, or long ones but for one letter that is like another, a stroke or doubled."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) > len(shorter):
        return any(
            longer[:i] + longer[i + 1 :] == shorter and (letter in _STROKES or letter == longer[i - 1 : i])
            for i, letter in enumerate(longer)
        )
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and any(set(differing[0]) <= set(group) for group in _ALIKE)


@cache
def _by_shape() -> dict[str, dict[str, int]]:
    """The known acronyms by their shapes, with their counts."""
    shapes: dict[str, dict[str, int]] = {}
    for name, count in inventory_names().items():
        shapes.setdefault(_shape(name), {})[name] = count
    return shapes
