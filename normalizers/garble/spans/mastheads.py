"""Mastheads: phrases in capitals that heads of documents share (`CQNG HOAXA HQI CHU NGHiAVIET NAM`), known by their
letters alone, however the words were run together or cut."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from normalizers.garble.model.alphabet import bare_letters, canonical
from normalizers.garble.spans.fixed import Fixed
from normalizers.knowledge import read_table

_TABLE = Path(__file__).parents[1] / "knowledge" / "mastheads.tsv"
_LINE = re.compile(r"[^\n\f]+")
_CELL = re.compile(r"(?:(?!\t| {4}).)+")
_TOKEN = re.compile(r"\S+")
_LEAD, _TRAIL = re.compile(r"[^\w$€]*"), re.compile(r"[^\w$€]*$")
# Letters and signs that engines take for one another among capitals; each row is one sign.
_ALIKE = ("il1!|tjf][", "oqdcge069", "nhm", "a4@", "s5$", "b8", "vy", "z2")
_SIGN = {char: row[0] for row in _ALIKE for char in row}
_AS_SIGN = str.maketrans(_SIGN)
_STROKES = re.compile("ri|ir")  # what engines make of u
_ALLOWED = ((24, 0.27), (16, 0.2), (12, 0.18), (9, 0.12), (0, 0.07))  # share that may differ, by a phrase's length
_LIKE, _GAP = 0.35, 1.5  # of a letter that is like another, and of one too few or too many, where another one is 1
_UNLIKE = 2.0  # signs of a phrase that one which differs outweighs, where two phrases want the same place
_ALONE = 12  # signs below which a phrase must fill its cell
_CAPITALS = 0.4  # share of capitals among the letters
_FEWEST = 4  # capitals of a line
_HEADED = 0.3  # share of capitals of a cell that may hold phrases in capitals
_MOTTO, _WIDEST = re.compile(r"[-–—].*[-–—]"), 90  # what stands in the cell of the motto, and its letters at the most

_Token = tuple[int, int, str]  # start, end, signs
_Window = tuple[str, int, int]  # signs, start, end


@dataclass(frozen=True)
class _Phrase:
    """A phrase with the signs of its letters, its words, and how much of it may be misread."""

    text: str
    signs: str
    words: tuple[str, ...]
    allowed: float
    bag: Counter[str]


def find_mastheads(text: str) -> list[Fixed]:
    """Return the phrases of heads that stand in a garbled text."""
    found: list[Fixed] = []
    for line in _LINE.finditer(text):
        if sum(map(str.isupper, line.group())) >= _FEWEST:
            for cell in _CELL.finditer(line.group()):
                found += _in_cell(cell.group(), line.start() + cell.start())
    return found


@cache
def _phrases() -> tuple[_Phrase, ...]:
    phrases = []
    for row in read_table(_TABLE, ("phrase", "where")):
        text = row["phrase"]
        signs = _signs(text)
        share = next(share for size, share in _ALLOWED if len(signs) >= size)
        words = tuple(canonical(word) for word in text.lower().split() if word != "-")
        phrases.append(_Phrase(text, signs, words, share * len(signs), _bag(signs)))
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase.signs)))


def _signs(text: str) -> str:
    return _STROKES.sub("u", "".join(c for c in bare_letters(text) if c.isalnum() or c in "!|$]["))


def _in_cell(cell: str, offset: int) -> list[Fixed]:
    found: list[Fixed] = []
    letters = sum(map(str.isalpha, cell))
    capitals = sum(map(str.isupper, cell)) / max(1, letters)
    if capitals < _HEADED and not (letters < _WIDEST and _MOTTO.search(cell)):
        return found
    tokens = [(match.start(), match.end(), _signs(match.group())) for match in _TOKEN.finditer(cell)]
    held = _bag("".join(signs for _, _, signs in tokens))
    places: list[tuple[float, int, int, _Phrase]] = []
    for phrase in _phrases():
        if (capitals < _HEADED and phrase.text.isupper()) or _lacking(phrase, held) > phrase.allowed:
            continue
        windows = _alone(tokens) if len(phrase.signs) < _ALONE else _windows(tokens, phrase)
        if best := min(_close(windows, phrase), default=None):
            places.append((_UNLIKE * best[0] - len(phrase.signs), *best[1:], phrase))
    for _, start, end, phrase in sorted(places, key=lambda place: place[0]):
        lead, trail = _LEAD.match(cell[start:end]), _TRAIL.search(cell[start:end])
        start, end = offset + start + lead.end(), offset + end - len(trail.group())  # type: ignore[union-attr]
        free = not any(other.start < end and start < other.end for other in found)
        if free and _in_case(cell[start - offset : end - offset], phrase):
            found.append(Fixed(start, end, phrase.text, "garble.formula", phrase.words))
    return found


def _in_case(printed: str, phrase: _Phrase) -> bool:
    """Whether what is to be a phrase in capitals has some."""
    letters = [c for c in printed if c.isalpha()]
    return not phrase.text.isupper() or sum(map(str.isupper, letters)) >= _CAPITALS * len(letters)


def _alone(tokens: list[_Token]) -> list[_Window]:
    """All tokens of a cell as one window."""
    return [("".join(signs for _, _, signs in tokens), tokens[0][0], tokens[-1][1])] if tokens else []


def _windows(tokens: list[_Token], phrase: _Phrase) -> Iterable[_Window]:
    """The runs of tokens that are as long as a phrase."""
    for first, (start, _, _) in enumerate(tokens):
        signs = ""
        for _, end, own in tokens[first:]:
            signs += own
            if len(signs) > len(phrase.signs) + phrase.allowed / _GAP:
                break
            if len(signs) >= len(phrase.signs) - phrase.allowed / _GAP:
                yield signs, start, end


def _close(windows: Iterable[_Window], phrase: _Phrase) -> Iterable[tuple[float, int, int]]:
    """The windows that are like a phrase, with how far they differ."""
    for signs, start, end in windows:
        if _lacking(phrase, _bag(signs)) > phrase.allowed:
            continue
        distance = _distance(signs, phrase.signs, phrase.allowed)
        if distance <= phrase.allowed:
            yield distance, start, end


@lru_cache(maxsize=4096)
def _bag(signs: str) -> Counter[str]:
    return Counter(signs.translate(_AS_SIGN))


def _lacking(phrase: _Phrase, held: Counter[str]) -> int:
    """How many signs of a phrase are not among those held."""
    return sum([count - held[sign] for sign, count in phrase.bag.items() if count > held[sign]])


def _distance(one: str, other: str, most: float) -> float:
    """What it takes to make one string of another, letter by letter; any number above `most` where it is more."""
    like, alike = one.translate(_AS_SIGN), other.translate(_AS_SIGN)
    reach, far = int(most / _GAP) + 1, most + _GAP
    previous = [_GAP * j for j in range(len(other) + 1)]
    for i, a in enumerate(one, 1):
        low, high = max(1, i - reach), min(len(other), i + reach)  # further off there are too many gaps
        current = [far] * (len(other) + 1)
        current[0] = _GAP * i
        for j in range(low, high + 1):
            other_one = 0.0 if a == other[j - 1] else _LIKE if like[i - 1] == alike[j - 1] else 1.0
            current[j] = min(previous[j] + _GAP, current[j - 1] + _GAP, previous[j - 1] + other_one)
        if min(current) > most:
            return far
        previous = current
    return previous[-1]
