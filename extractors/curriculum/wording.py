"""Printed labels to meanings, in spite of case, marks, line breaks and misprints."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from normalizers.knowledge import read_table
from normalizers.letters import CYRILLIC
from normalizers.unicode.twins import to_cyrillic

KNOWLEDGE = Path(__file__).parent / "knowledge"
_IN_HOURS = re.compile(
    r"(?i)\s*[,;/]\s*(?:в\s|у\s)?(?:ак(?:ад)?\.?\s*|ауд\.?\s*)?(?:ч|час(?:ов|ы|ах)?|год(?:ин[иа]?)?|сағ(?:ат)?|hrs?|hours?|h)\.?\s*$"
)
"""The unit that a head of hours may end in: `Лекции, ч`, `Дәріс, сағ.`"""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
"""What stands in brackets that hold none: taken away twice, brackets in brackets are gone too."""
_TWICE = re.compile(r"\s+[/|]\s+")
"""What parts a label in two languages: `Chủ đề / Topic`."""
_ENGLISH_HALF = re.compile(r"\s*/\s*(?=[A-Za-z])[A-Za-z0-9 ,&'’()/%.+-]+$")
"""What may stand behind a label as its English: `Số tín chỉ/Credits`, `Ngôn ngữ dạy/Language(s) of instruction`."""
_SYLLABLE = re.compile(r"(?i)(?:ngh?|nh|kh|gh|ph|th|tr|ch|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
"""A syllable that Vietnamese may have, without its marks."""
_CYRILLIC = re.compile("[\u0400-\u052f /]+")
_MARKED = re.compile("[\u0400-\u052f /]+|(?=.*[^\x00-\x7f])[a-z\u00e0-\u1ef9]+(?: [a-z\u00e0-\u1ef9]+)+")
"""A label that is known without its marks: Cyrillic, or at least two Vietnamese words."""
LEAST_UNMARKED = 5
"""Letters and blanks of such a label, at least."""
LEAST_ALIKE = 6
"""Letters of a Cyrillic label that is known by letters alike, at least."""
_STROKES = str.maketrans("лнщц", "пишш")
"""Letters of Cyrillic capitals that differ by the end of a stroke, and the ones that stand for them here."""
ALIKE = 87.0
"""Least likeness (0 to 100, rapidfuzz ratio) of a misprinted label to the label it is taken for."""


def unhyphenated(text: str) -> str:
    """Return a text without the hyphens that parted Cyrillic words over line ends."""
    return re.sub(rf"(?<=[{CYRILLIC}])- (?=[{CYRILLIC}])", "", text)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a label's bare words: lower case, no punctuation, hyphenation over a line end undone, single spaces."""
    text = unicodedata.normalize("NFC", text).casefold().replace("\u00ad", "")
    text = unhyphenated(text)
    text = re.sub(r"[’'`ʼ“”\"«»]", "", text)
    text = re.sub(r"[^\w%#№/+&]+|_+", " ", text)
    return re.sub(r"\s+", " ", text).strip()


def in_cyrillic(folded: str) -> str:
    """Return folded words with Latin letters as the Cyrillic ones whose capitals they share: `CP` of a plan is `СР`."""
    return to_cyrillic(folded.upper()).casefold()


def without_marks(folded: str) -> str:
    """Return folded words unspaced and without the marks that an engine mistakes: `лекц її` as `лекціі`, and of `học
    kỹ` as of `học kỳ` the bare letters."""
    bare = unicodedata.normalize("NFD", folded.replace(" ", ""))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def without_strokes(folded: str) -> str:
    """Return folded words in which letters that an engine takes for one another are one: `пекции` is `лекции`."""
    return without_marks(folded).translate(_STROKES)


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = read_table(KNOWLEDGE / "synonyms.tsv", ("said",))
    meant = {fold(row["said"]): fold(row["meant"]) for row in rows}
    words = "|".join(map(re.escape, sorted(meant, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), meant


@lru_cache(maxsize=65536)
def plain(folded: str) -> str:
    """Return a folded label in the words that stand for its own: `mã mh của các môn` and `mã hp` are one label."""
    pattern, meant = _synonyms()
    said = pattern.sub(lambda m: meant[m[0]], folded)
    said = re.sub(r"(?<!\w)(\w+ \w+) ?/ ?\1(?!\w)", r"\1", said)
    return re.sub(r"\s+", " ", said).strip()


class Lexicon:
    """Labels of a knowledge file (columns `meaning`, `language`, `label`, `example`) that are looked up by wording."""

    def __init__(self, name: str) -> None:
        self.rows = read_table(KNOWLEDGE / name, ("meaning", "label"))
        self._meanings = {fold(row["label"]): row["meaning"] for row in self.rows}
        self._long = [label for label in self._meanings if len(label) >= 6]
        self._unspaced = {label.replace(" ", ""): label for label in self._meanings if len(label) >= 4}
        self._unmarked = _agreed(
            (without_marks(label), meaning) for label, meaning in self._meanings.items() if _MARKED.fullmatch(label)
        )
        self._strokes = _agreed(
            (without_strokes(label), meaning)
            for label, meaning in self._meanings.items()
            if len(label) >= LEAST_ALIKE and _CYRILLIC.fullmatch(label)
        )
        self._plain = _agreed((plain(label), meaning) for label, meaning in self._meanings.items())
        self._cache: dict[str, tuple[str, float] | None] = {}

    def exact(self, text: str) -> str | None:
        """Return the meaning of a text that is a label and nothing else, in other words for the same too."""
        return self._meanings.get(folded := fold(text)) or self._plain.get(plain(folded))

    def match(self, text: str, floor: float = 0.8) -> str | None:
        """Return the meaning that a text has at least with the given score (0 to 1), or None."""
        found = self.best(text)
        return found[0] if found and found[1] >= floor else None

    def best(self, text: str) -> tuple[str, float] | None:
        """Return the best meaning and its score: 1 the label itself, below it with more words around or misprinted."""
        folded = fold(text)
        if not folded or len(folded) > 160:
            return None
        if folded not in self._cache:
            self._cache[folded] = self._look_up(folded, text)
        return self._cache[folded]

    def _look_up(self, folded: str, text: str) -> tuple[str, float] | None:
        if folded in self._meanings:
            return self._meanings[folded], 1.0
        if folded != (twin := in_cyrillic(folded)) and twin in self._meanings:
            return self._meanings[twin], 0.99
        bare = fold(_BRACKETS.sub(" ", _BRACKETS.sub(" ", text)))
        if bare in self._meanings:
            return self._meanings[bare], 0.98
        for words in (folded, bare):
            if (said := plain(words)) in self._plain:
                return self._plain[said], 0.97
        if bare != (counted := fold(_IN_HOURS.sub("", text))) and counted in self._meanings:
            return self._meanings[counted], 0.97
        for words in _TWICE.split(text) if _TWICE.search(text) else ():
            if fold(words) in self._meanings:
                return self._meanings[fold(words)], 0.97
        if (native := without_english_half(text)) and (own := self.best(native)) and own[1] >= 0.9:
            return own[0], 0.97
        if twice := self._beside(folded):
            return twice, 0.97
        if folded.replace(" ", "") in self._unspaced and (len(folded) >= 4 or folded[-1].isdecimal()):
            return self._meanings[self._unspaced[folded.replace(" ", "")]], 0.97
        if len(folded) >= LEAST_UNMARKED and (unmarked := self._unmarked.get(without_marks(folded))):
            return unmarked, 0.95
        long = len(folded) >= LEAST_ALIKE and _CYRILLIC.fullmatch(folded)
        if long and (alike := self._strokes.get(without_strokes(folded))):
            return alike, 0.94
        found = [
            (0.72 + 0.24 * len(label) / len(folded), label) for label in self._long if f" {label} " in f" {folded} "
        ]
        close = process.extractOne(bare or folded, self._long, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if close:
            found.append((close[1] / 100 * 0.96, close[0]))
        if not found:
            return None
        score, label = max(found)
        return self._meanings[label], score

    def _beside(self, folded: str) -> str | None:
        """Return the meaning of a label that stands in two languages: `mã hp code`."""
        cuts = [n for n, c in enumerate(folded) if c == " "] if folded[-1:].isascii() else []
        both = ((self._meanings.get(folded[:n]), self._meanings.get(folded[n + 1 :])) for n in cuts)
        return next((one for one, other in both if one and one == other), None)


@lru_cache(maxsize=4096)
def without_english_half(text: str) -> str | None:
    """Return a label without the English that a stroke parts from it; None where what follows may be Vietnamese too."""
    match = _ENGLISH_HALF.search(text)
    native = text[: match.start()].strip() if match else ""
    if match is None or native.isascii():
        return None
    words = re.findall(r"[A-Za-z]{4,}", match[0])
    return native if any(not _SYLLABLE.fullmatch(word) for word in words) else None


def _agreed(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the labels that have one meaning only, when they are said in plain words."""
    meanings: dict[str, set[str]] = {}
    for label, meaning in said:
        meanings.setdefault(label, set()).add(meaning)
    return {label: next(iter(found)) for label, found in meanings.items() if label and len(found) == 1}


@cache
def lexicon(name: str) -> Lexicon:
    """Return a lexicon of this folder by file name, read once."""
    return Lexicon(name)
