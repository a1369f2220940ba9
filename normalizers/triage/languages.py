"""Which of the five languages a text is in, from its letters, its function words and its syllables."""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path

from normalizers.knowledge import read_table
from normalizers.triage.lexicon import words
from normalizers.triage.tokens import is_english, kind_of

MARKERS = Path(__file__).parent / "knowledge" / "language_markers.tsv"

_CYRILLIC = re.compile("[\u0400-\u052f]")
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
SPLIT_Y = re.compile("(?<=[а-яёіїєґ])ь[іi](?![єїю])", re.IGNORECASE)
"""`ы` as an engine that knows Ukrainian alone reads it: no Ukrainian word has `і` behind a soft sign."""

MARKS = re.compile(r"(?<![^\W_])[^\W\d_](?:[\W\d_]+[^\W\d_](?![^\W_])){3,}")
"""Four lone letters in a row and more: marks in a calendar are no words `с` and `к`; `і з` in a sentence are two."""


@lru_cache(maxsize=1024)
def identify(text: str) -> tuple[str | None, float]:
    """Return the language of a text and how sure that is, 0 to 1; None where nothing speaks for any of the five."""
    text = unicodedata.normalize("NFC", text)
    cyrillic = len(_CYRILLIC.findall(text))
    if not cyrillic:
        return _latin(text) if _LATIN.search(text) else (None, 0.0)
    return _cyrillic(text) if cyrillic >= len(_LATIN.findall(text)) / 2 else _latin(text)


def _latin(text: str) -> tuple[str | None, float]:
    kinds: Counter[str] = Counter()
    vietnamese = english = 0.0
    for token in text.split():
        kind = kind_of(token)
        kinds[kind] += 1
        if kind == "plain":
            also_english = is_english(token)
            english += 0.5 * also_english
            vietnamese += 0.1 if also_english else 0.3
        elif kind == "broken" and _VIETNAMESE.search(token):
            vietnamese += 0.25
    vietnamese, english = vietnamese + kinds["marked"], english + kinds["english"]
    total = sum(kinds[kind] for kind in ("marked", "english", "plain", "unknown", "broken"))
    best = max(vietnamese, english)
    if not total or best / total < 0.1:
        return None, 0.0
    share = best / (vietnamese + english)
    return ("vi" if vietnamese >= english else "en"), round(share * min(1.0, best / total * 2), 3)


def _cyrillic(text: str) -> tuple[str | None, float]:
    lower = SPLIT_Y.sub("ы", text.lower())
    letters, function_words = _markers()
    scores: dict[str, float] = dict.fromkeys(("uk", "ru", "kk"), 0.0)
    counts = Counter(ch for ch in lower if ch in letters)
    for letter, count in counts.items():
        for language, weight in letters[letter]:
            scores[language] += weight * count
    for word, count in Counter(re.findall("[^\\W\\d_]+", MARKS.sub(" ", lower))).items():
        for language, weight in function_words.get(word, ()):
            scores[language] += weight * count
    if scores["kk"] <= max(scores["uk"], scores["ru"]):  # an engine may lack letters of the language that it reads
        for language, other in (("uk", "ru"), ("ru", "uk")):
            own = _own_words(language, other)
            scores[language] += sum(word in own for word in set(re.findall("[^\\W\\d_]{3,}", lower)))
    best = max(scores, key=lambda language: scores[language])
    others = max(score for language, score in scores.items() if language != best)
    if scores[best] <= 0:
        return "ru", 0.34
    return best, round((scores[best] - max(others, 0.0) * 0.5) / scores[best], 3)


@cache
def _own_words(language: str, other: str) -> frozenset[str]:
    """Frequent words of a language that are none of another's."""
    return words(language) - words(other)


@cache
def _markers() -> tuple[dict[str, list[tuple[str, float]]], dict[str, list[tuple[str, float]]]]:
    letters: dict[str, list[tuple[str, float]]] = {}
    function_words: dict[str, list[tuple[str, float]]] = {}
    for row in read_table(MARKERS, ("language", "kind", "form", "weight")):
        for form in row["form"].split():
            target = letters if row["kind"] == "letter" else function_words
            target.setdefault(form, []).append((row["language"], float(row["weight"])))
    return letters, function_words
