"""Which language a text is in, by its letters and its commonest words."""

import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path

from normalizers.knowledge import read_table
from normalizers.triage.foreign import foreign_language
from normalizers.triage.verdicts import page_verdict

LANGUAGES = Path(__file__).parent / "knowledge" / "languages.tsv"
SAMPLE = 40_000  # characters looked at
LONG = 8
"""Letters from which a word is no Vietnamese syllable, with its marks or without."""
JOINTS = ("the", "of", "and", "with", "for", "is", "are", "from")
"""English words that Vietnamese without its marks does not have."""
_KAZAKH = frozenset("әғқңөұүһ")
"""Letters of Kazakh alone: a word with one is none of Russian, though `ы` is in it."""
UNREAD, WORDS = 0.3, 30
"""Share of broken words from which nothing that a repaired text seems to say is believed, and its fewest words."""
WITHOUT = 0.01
"""What a text without a letter of Ukrainian loses as one: it decides where nothing else does."""
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh|kh|ph|th|tr|ch|qu|gi|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?", re.ASCII
)
"""A Vietnamese syllable that lost its marks."""
FEW_SYLLABLES = 0.5
"""Share of Vietnamese syllables below which a Latin text is none that lost its marks: English has about a third."""
LETTER_WEIGHT = 2.0  # a letter of its own says as much as so many common words


@cache
def _profiles() -> tuple[tuple[str, str, frozenset[str], frozenset[str]], ...]:
    rows = read_table(LANGUAGES, ("language", "script", "words"))
    return tuple(
        (row["language"], row["script"], frozenset(row["letters"]), frozenset(row["words"].split())) for row in rows
    )


def language_of(text: str) -> tuple[str, float]:
    """Return the language (`vi uk ru kk en`) and how sure that is, 0 to 1.

    A Latin text that is not English is taken for Vietnamese that lost its marks, with little confidence.
    """
    sample = text[:SAMPLE].lower()
    words = Counter(re.findall(r"[^\W\d_]+", sample))
    total = sum(words.values())
    if not total:
        return "vi", 0.0
    letters = Counter(c for c in sample if c.isalpha())
    cyrillic = sum(n for c, n in letters.items() if "а" <= c <= "я" or c in "ёіїєґәғқңөұүһ")
    script = "cyrillic" if cyrillic > 0.5 * sum(letters.values()) else "latin"
    scores = {}
    for language, its_script, own, common in _profiles():
        if its_script == script:
            held = sum(n for word, n in words.items() if own & set(word) and not _KAZAKH & set(word) - own)
            scores[language] = (LETTER_WEIGHT * held + sum(words[word] for word in common)) / total
    if script == "cyrillic":
        scores["uk"] -= _foreign(words, total, "әғқңөұүһ")
        scores["kk"] -= _foreign(words, total, "їєґ")
        if not any(set("іїєґi") & set(word) for word in words):
            scores["uk"] -= WITHOUT  # hardly a line of Ukrainian does without its own letters
    best = max(scores, key=lambda name: scores[name])
    others = sorted(scores.values())[-2]
    if script == "latin" and scores[best] < 0.12:
        return ("en", 0.5) if _spelt_english(words, total) else ("vi", 0.4)
    return best, round(min(0.99, 0.6 + (scores[best] - others)), 2)


def _spelt_english(words: Counter[str], total: int) -> bool:
    """Say whether a text of labels and titles is English: words that are no Vietnamese syllable, and some joints."""
    plain = {word: n for word, n in words.items() if word.isascii() and len(word) > 1}
    if sum(plain.values()) >= 0.97 * sum(n for word, n in words.items() if len(word) > 1):
        syllables = sum(n for word, n in plain.items() if _SYLLABLE.fullmatch(word))
        if syllables < FEW_SYLLABLES * sum(plain.values()):
            return True
    long = sum(n for word, n in words.items() if len(word) >= LONG and word.isascii())
    joints = sum(words[word] for word in JOINTS)
    return long > 0.12 * total and joints >= 0.03 * total


def _foreign(words: Counter[str], total: int, letters: str) -> float:
    """Return twice the share of words with letters that the language does not have."""
    return 4.0 * sum(n for word, n in words.items() if set(letters) & set(word)) / total


def other_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of a document that none of the five is read as; None else."""
    return foreign_language(text[:SAMPLE])


@lru_cache(maxsize=8)
def is_unreadable(text: str) -> bool:
    """Say whether a repaired text is no words of any language, as where an engine read Russian for English."""
    verdict = page_verdict(text[:SAMPLE])
    return verdict.code == "garbled" and verdict.score >= UNREAD and len(text.split()) >= WORDS
