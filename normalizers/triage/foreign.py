"""Other languages in Latin letters: a French or Polish text is sound as it stands, and no misread Vietnamese.

Nothing here reads such a text; it only keeps hands off it. An engine that knows another language than Vietnamese snaps
few words to its own: of 940 passages of ten lines, misread in 139 ways, none had 0.13 of its words in one of the lists,
nor had 50 pages that Tesseract read with ten other languages' models (0.06 at most). Prose of these languages has 0.3
to 0.6.
"""

import lzma
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from normalizers.triage.lexicon import PARAMETERS
from normalizers.triage.tokens import kind_of

SHARES = ((60, 0.13), (20, 0.2), (6, 0.3))
"""Least number of words, and the share of them in the list of one language from which a text is in that language."""
FEWEST = 3  # different words of the list
OVER_MARKED = 2  # how often as many as words with the marks of Vietnamese
_WORD = re.compile(r"(?![a-zđ]{2,6}\d\d)[^\W\d_]{2,}")  # the letters of a code (`lt201`) are none


@cache
def codes() -> tuple[str, ...]:
    """Return the ISO 639-1 codes (`sh` for Bosnian, Croatian and Serbian) of the languages that are known here."""
    return tuple(line[:2] for line in _lines())


@cache
def _lines() -> list[str]:
    return lzma.decompress((PARAMETERS / "words.foreign.txt.xz").read_bytes()).decode().splitlines()


@cache
def _places() -> dict[str, list[int]]:
    """Return, for every listed word, the places among `codes` of the languages that have it.

    The lists hold frequent words that are neither Vietnamese syllables nor frequent in English.
    """
    found: dict[str, list[int]] = {}
    for place, line in enumerate(_lines()):
        for word in line[3:].split():
            found.setdefault(word, []).append(place)
    return found


@lru_cache(maxsize=1024)
def foreign_language(text: str) -> str | None:
    """Return the code of the language, none of the five that are read, that a text is in; None where none is sure."""
    words = _words(text)
    known = _places()
    held: Counter[int] = Counter()
    for word, number in words.items():
        for place in known.get(word, ()):
            held[place] += number
    if not held:
        return None
    best, count = held.most_common(1)[0]
    different = sum(best in known.get(word, ()) for word in words)
    sure = different >= FEWEST and _enough(count, sum(words.values()), _marked(words))
    return codes()[best] if sure else None


def foreign_around(lines: Sequence[str], reach: int) -> list[bool]:
    """Return, for every line, whether it stands in a passage, `reach` lines up and down, of another language."""
    known = _places()
    told = np.zeros((len(lines), len(codes()) + 2))  # words of each language, all words, marked ones
    held = [_words(line) for line in lines]
    for at, words in enumerate(held):
        for word, number in words.items():
            told[at, known.get(word, [])] += number
        told[at, -2:] = sum(words.values()), _marked(words)
    ahead = np.concatenate([np.zeros((1, told.shape[1])), told.cumsum(axis=0)])
    first = np.maximum(np.arange(len(lines)) - reach, 0)
    last = np.minimum(np.arange(len(lines)) + reach + 1, len(lines))
    window = ahead[last] - ahead[first]
    return [
        _enough(row[:-2].max(), row[-2], row[-1]) and _different(held[a:b], int(row[:-2].argmax())) >= FEWEST
        for row, a, b in zip(window, first, last, strict=True)
    ]


def _different(held: Sequence[Counter[str]], place: int) -> int:
    """Return how many different words of lines are in the list of one language."""
    return len({word for words in held for word in words if place in _places().get(word, ())})


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


def _marked(words: Counter[str]) -> int:
    return sum(number for word, number in words.items() if not word.isascii() and kind_of(word) == "marked")


def _enough(count: float, total: float, marked: float) -> bool:
    least = next((share for number, share in SHARES if total >= number), None)
    return least is not None and count >= FEWEST and count >= max(least * total, OVER_MARKED * marked)
