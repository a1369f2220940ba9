"""Phrases that acts share, in scans: `CỌNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM` is known as a whole, whatever its marks.

A run of words is a phrase where their letters without marks are its letters; a word may differ in a few letters if it
is no word of the language, and one word of a fixed phrase whatever it is. The case that is printed stays.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from normalizers.garble.model.alphabet import bare_letters, canonical
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change
from normalizers.knowledge import read_table
from normalizers.letters import distance
from normalizers.triage.tokens import is_english

_TABLE = Path(__file__).parents[1] / "knowledge" / "scan_phrases.tsv"
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r" ?(?:[-–—]|[,.;] ?)? ?\n?")
_FOR = re.compile(
    r"^(?:Nơi nhận ?:?[ -]*)?(?:(?:KT|TM|TUQ|TL|Q)\.)?"
)  # for whom somebody signs, beside the list of recipients
_GENITIVE = re.compile("['’‘]s(?!\\w)")
_RUN = 3  # words from which on a phrase is known wherever it stands, not as a heading only
_SAME = 0.6  # share of the words of a phrase whose letters must be the same
_SHORT = 2  # letters of a word that must all be the same where another word is read
_FAR = 0.5  # share of the letters of another word that may differ


def phrase_changes(text: str) -> Iterator[Change]:
    """Yield the words of phrases that are not as the phrase has them."""
    words = list(_WORD.finditer(text))
    joined = [bool(_BETWEEN.fullmatch(text[a.end() : b.start()])) for a, b in zip(words, words[1:], strict=False)]
    bare = [bare_letters(word.group()) for word in words]
    votes: Counter[tuple[int, tuple[str, ...]]] = Counter()
    for at, letters in enumerate(bare):
        votes.update((at - place, phrase) for phrase, place in _places().get(letters, ()) if at >= place)
    for (start, phrase), same in sorted(votes.items(), key=lambda vote: (-len(vote[0][1]), vote[0][0])):
        end = start + len(phrase)
        if same < _SAME * len(phrase) or end > len(words) or not all(joined[start : end - 1]):
            continue
        if len(phrase) < _RUN and not _is_heading(text, words[start].start(), words[end - 1].end()):
            continue
        if _is_foreign(text, words[start : end + 1], phrase):
            continue
        if _is_phrase([word.group() for word in words[start:end]], bare[start:end], phrase):
            for word, meant in zip(words[start:end], phrase, strict=True):
                if canonical(word.group().lower()) != canonical(meant):
                    yield word.start(), word.group(), _in_case(word.group(), meant), "garble.formula"


def _is_foreign(text: str, words: list[re.Match[str]], phrase: tuple[str, ...]) -> bool:
    """Whether a phrase without any mark belongs to a text in English (`Ho Chi Minh's Ideology`, `Ho Chi Minh City`)."""
    printed, behind = words[: len(phrase)], words[len(phrase) :]
    if not all(word.group().isascii() for word in printed) or text[printed[0].start() : printed[-1].end()].isupper():
        return False
    return bool(_GENITIVE.match(text, printed[-1].end())) or any(is_english(word.group()) for word in behind)


def _is_phrase(printed: list[str], bare: list[str], phrase: tuple[str, ...]) -> bool:
    """Whether words may be those of a phrase; of one that is always the same, one may be another word of the language,
    half of whose letters it has."""
    others = sum(not _may_be(word, own, meant) for word, own, meant in zip(printed, bare, phrase, strict=True))
    near = all(_is_near(own, meant) for own, meant in zip(bare, phrase, strict=True))
    return others == 0 or (others == 1 and near and phrase in _fixed())


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether a span is a line of its own in capitals."""
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    beside = _FOR.sub("", line.strip().replace(text[start:end], "", 1))
    return text[start:end].isupper() and not any(map(str.isalnum, beside))


def _may_be(printed: str, bare: str, meant: str) -> bool:
    if bare == bare_letters(meant):
        return True
    if printed.lower() in spellings() or (printed.isascii() and bare in _letters()):
        return False  # a word, or one that lost its marks: `VIEN` is no `HIỆU`
    return _is_near(bare, meant)


@cache
def _letters() -> frozenset[str]:
    """The letters without marks of all words."""
    return frozenset(map(bare_letters, spellings()))


def _is_near(bare: str, meant: str) -> bool:
    letters = bare_letters(meant)
    if len(letters) <= _SHORT and len(bare) > 1 and bare in _letters():
        return bare == letters  # a department (`SỞ`) is no ministry (`BỘ`)
    return distance(bare, letters) <= _FAR * len(letters)


def _in_case(printed: str, meant: str) -> str:
    if len(printed) > 1 and printed.isupper():
        return meant.upper()
    return meant.capitalize() if printed[0].isupper() else meant


@cache
def _fixed() -> frozenset[tuple[str, ...]]:
    """The phrases that are always the same: no other word of the language stands in one."""
    rows = read_table(_TABLE, ("phrase", "where"))
    return frozenset(tuple(row["phrase"].split()) for row in rows if row.get("fixed"))


@cache
def _places() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """By the letters of a word without marks: the phrases that have it, and where."""
    places: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for row in read_table(_TABLE, ("phrase", "where")):
        words = tuple(row["phrase"].split())
        for at, word in enumerate(words):
            places[bare_letters(word)].append((words, at))
    return {letters: tuple(found) for letters, found in places.items()}
