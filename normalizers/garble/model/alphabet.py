"""Vietnamese letters: bases, marks and tones, and the two ways of placing a tone mark."""

import unicodedata
from functools import lru_cache

TONES = {"\u0300": 1, "\u0301": 2, "\u0303": 3, "\u0309": 4, "\u0323": 5}  # huyền, sắc, ngã, hỏi, nặng
_TONE_MARKS = {number: mark for mark, number in TONES.items()}
VOWELS = frozenset("aăâeêioôơuưy")


@lru_cache(maxsize=65536)
def split_tone(word: str) -> tuple[str, int]:
    """Return a lower-case word without its tone mark, and the tone: 0 level, 1 to 5 as in `TONES`."""
    tone, rest = 0, []
    for mark in unicodedata.normalize("NFD", word):
        if mark in TONES:
            tone = TONES[mark]
        else:
            rest.append(mark)
    return unicodedata.normalize("NFC", "".join(rest)), tone


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """Return the lower-case word with its tone as a digit at the end, so that `hoá` and `hóa` are one word."""
    bare, tone = split_tone(word)
    return f"{bare}{tone}" if tone else bare


def is_vietnamese(char: str) -> bool:
    """Whether a letter is one that Vietnamese has and plain Latin has not."""
    return char in VIETNAMESE_LETTERS


@lru_cache(maxsize=65536)
@lru_cache(maxsize=65536)
def bare_letters(word: str) -> str:
    """Return the lower-case word without any mark: `đường` gives `duong`."""
    stripped = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    return stripped.replace("đ", "d")


def add_tone(char: str, tone: int) -> str:
    """Return the vowel with a tone mark."""
    return unicodedata.normalize("NFC", char + _TONE_MARKS[tone]) if tone else char


LETTERS = tuple("abcdđeghiklmnopqrstuvxyăâêôơưfjwz") + tuple(
    add_tone(vowel, tone) for vowel in sorted(VOWELS) for tone in range(1, 6)
)
VIETNAMESE_LETTERS = frozenset(cased for letter in LETTERS if ord(letter) > 127 for cased in (letter, letter.upper()))
