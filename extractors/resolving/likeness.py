"""How alike two entities are: the same thing named twice, or two things with similar names.

What tells things apart counts more than what they share: another number (`Toán 1`, `Toán 2`), another date of an act
or another institution and they are not alike at all, however near their letters.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from models.entities import Entity, Likeness
from normalizers.knowledge import read_table
from normalizers.values.names import fold

_QUALIFIERS = Path(__file__).parent / "knowledge" / "qualifiers.tsv"

_LINKS = ("va", "and", "of", "i", "ta", "та", "и", "і", "й", "және")

PROPOSED = 0.75
"""Likeness from which a steward is asked."""

NOT_ALIKE = Likeness(0.0, "")

_LOOKS = str.maketrans("oilszb|!", "01152811")
_DROPPED_WORDS = re.compile(r"[^\w\s]+")
_NUMERAL = re.compile(r"\d+|[ivx]+")


def likeness(one: Entity, other: Entity) -> Likeness:
    """Return how alike two entities of one kind are."""
    if one.kind != other.kind or one.key == other.key or not _may_share_a_scope(one, other):
        return NOT_ALIKE
    if one.kind == "act":
        return _of_acts(one, other)
    if one.kind in ("course", "programme"):
        return _of_coded(one, other)
    return _of_names(one, other, initials=one.kind == "person")


def bare(text: str) -> str:
    """Return a name without case, accents, tone marks and punctuation."""
    plain = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return " ".join(_DROPPED_WORDS.sub(" ", plain).split())


def looks(code: str) -> str:
    """Return a code as a hurried reader sees it: letters and digits of one shape are one, nothing else remains."""
    return re.sub(r"[\W_]", "", bare(code)).translate(_LOOKS)


def institution(entity: Entity) -> str:
    """Return the institution within which an entity is known; nothing for a scope that may be any, as a document's."""
    return "" if not entity.scope or entity.scope.startswith("document:") else entity.scope


def _may_share_a_scope(one: Entity, other: Entity) -> bool:
    """Two institutions have their own people and courses."""
    return len({institution(one), institution(other)} - {""}) < 2


def _of_acts(one: Entity, other: Entity) -> Likeness:
    short, long = sorted((one.dated or "", other.dated or ""), key=len)
    if not long.startswith(short):  # one date may be the other, less precisely printed
        return NOT_ALIKE
    same_date = one.dated is not None and one.dated == other.dated
    if one.code and other.code:
        if looks(one.code) == looks(other.code):
            return Likeness(0.95 if same_date else 0.85, "same number" + ("" if same_date else ", date not known"))
        slip = Levenshtein.distance(looks(one.code), looks(other.code)) == 1
        if slip and same_date and _digits(one.code) == _digits(other.code):
            return Likeness(0.9, "numbers one letter apart, same date")
        return NOT_ALIKE
    if one.name and other.name:
        alike = _of_names(one, other)
        return alike if same_date else Likeness(alike.score * 0.9, alike.reason)
    return NOT_ALIKE


def _digits(code: str) -> list[str]:
    return re.findall(r"\d+", code)


def _of_coded(one: Entity, other: Entity) -> Likeness:
    if not (one.code and other.code):
        alike = _of_names(one, other)
        return Likeness(alike.score * 0.95, f"{alike.reason}, one without code") if alike.score else NOT_ALIKE
    same = looks(one.code) == looks(other.code)
    if not (one.name and other.name):
        return Likeness(0.8, "same code, one without name") if same else NOT_ALIKE
    if same:
        alike = _of_names(one, other)
        near = fuzz.ratio(bare(one.name), bare(other.name)) / 100
        if alike.score:
            return Likeness(max(alike.score, 0.95), "same code, names alike")
        return Likeness(0.78, "same code, names related") if near >= 0.7 and _numerals_agree(one, other) else NOT_ALIKE
    slip = Levenshtein.distance(looks(one.code), looks(other.code)) == 1 and len(looks(one.code)) >= 5
    if slip and bare(one.name) == bare(other.name):
        return Likeness(0.8, "same name, codes one sign apart")
    return NOT_ALIKE


def _numerals_agree(one: Entity, other: Entity) -> bool:
    return _numerals(bare(one.name or "")) == _numerals(bare(other.name or ""))


def _of_names(one: Entity, other: Entity, *, initials: bool = False) -> Likeness:
    if not (one.name and other.name):
        return NOT_ALIKE
    # Every name that either goes by may show that they are one.
    pairs = ((first, second) for first in (one.name, *one.aliases) for second in (other.name, *other.aliases))
    return max((_names_alike(*pair, initials=initials) for pair in pairs), key=lambda alike: alike.score)


@cache
def _names_alike(one: str, other: str, *, initials: bool) -> Likeness:
    first, second = bare(one), bare(other)
    if first == second:
        return Likeness(0.97, "same letters, other marks or signs")
    if first.replace(" ", "") == second.replace(" ", ""):
        return Likeness(0.95, "same letters, other spaces")
    if _without_state(first) == _without_state(second):
        return Likeness(0.9, "one names the state as well")
    if initials:
        return _persons_alike(first.split(), second.split())
    short, long = sorted((one, other), key=len)
    if _expands(short.split(), bare(long).split()):
        return Likeness(0.92, "one abbreviates the other")
    if _numerals(first) != _numerals(second):
        return NOT_ALIKE
    return _words_alike(first.split(), second.split())


def _without_state(name: str) -> str:
    return next((name.removesuffix(f" {words}") for words in _states() if name.endswith(f" {words}")), name)


@cache
def _states() -> tuple[str, ...]:
    rows = read_table(_QUALIFIERS, ("language", "words", "example"))
    return tuple(sorted((bare(row["words"]) for row in rows), key=len, reverse=True))


def _numerals(name: str) -> list[str]:
    return sorted(word for word in name.split() if _NUMERAL.fullmatch(word))


def _words_alike(one: list[str], other: list[str]) -> Likeness:
    """Compare names word by word: a slip in a long word may be a misprint, another word is another thing."""
    if len(one) != len(other):
        return NOT_ALIKE
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    likely = all(min(len(a), len(b)) >= 4 and Levenshtein.normalized_similarity(a, b) >= 0.75 for a, b in apart)
    if not likely or len(apart) > max(1, len(one) // 3):
        return NOT_ALIKE
    return Likeness(round(0.7 + 0.2 * fuzz.ratio(" ".join(one), " ".join(other)) / 100, 3), "a slip in a word")


def _persons_alike(one: list[str], other: list[str]) -> Likeness:
    """Compare persons: initials stand for names, whichever side of the surname they are on."""
    few, many = sorted((sorted(one, key=len), sorted(other, key=len)), key=lambda words: sum(map(len, words)))
    if len(few) != len(many):
        return NOT_ALIKE
    left = list(many)
    for word in sorted(few, key=len, reverse=True):
        match = next((full for full in left if full == word or (len(word) == 1 and full.startswith(word))), None)
        if match is None:
            return NOT_ALIKE
        left.remove(match)
    return Likeness(0.8, "initials of the name")


def _expands(short: list[str], long: list[str]) -> bool:
    """Whether words in capitals of the shorter name are the initials of words of the longer, the rest being equal."""
    if not any(_is_abbreviation(word) for word in short):
        return False
    return _consumed(tuple(short), tuple(long))


def _consumed(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if not short or not long:
        return not short and not long
    word = bare(short[0]).replace(" ", "")
    if _is_abbreviation(short[0]):
        most = min(len(word) + 2, len(long))
        if any(_spells(word, long[:count]) and _consumed(short[1:], long[count:]) for count in range(1, most + 1)):
            return True
    return word == long[0] and _consumed(short[1:], long[1:])


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters are the initials of words; a long word may give a second one (`БТ`, біотехнологічний)."""
    if not letters or not words:
        return not letters and not words
    first, rest = words[0], words[1:]
    if first in _LINKS and _spells(letters, rest):
        return True  # `GD&ĐT` drops the `và` that stands between
    if first[0] != letters[0]:
        return False
    second = len(letters) > 1 and len(first) >= 9 and letters[1] in first[2:]
    return _spells(letters[1:], rest) or (second and _spells(letters[2:], rest))


def _is_abbreviation(word: str) -> bool:
    letters = [ch for ch in word if ch.isalpha()]
    return 2 <= len(letters) <= 8 and all(ch.isupper() for ch in letters)
