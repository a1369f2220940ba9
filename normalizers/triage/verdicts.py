"""Verdicts: is a line or a page sound, garbled, in a legacy encoding, in another language, noise or empty, and why.

A page is judged by the share of its words that can be no words. Sound Vietnamese, English and Cyrillic pages have below
2 %, layers whose engine knew no Vietnamese above 30 %.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from normalizers.legacy import encodings_by_line, find_runs
from normalizers.legacy.cyrillic import ENCODINGS as CYRILLIC
from normalizers.triage.foreign import codes, foreign_language
from normalizers.triage.languages import SPLIT_Y, identify
from normalizers.triage.lexicon import words
from normalizers.triage.tokens import kind_of

GARBLED_PAGE = 0.15  # share of broken words from which a page is garbled
GARBLED_LINE = 0.34
LEGACY_PAGE = 0.2  # share of words that a legacy encoding changed
KNOWN_PAGE, TELLING = 0.25, 15
"""Share of known words below which a Ukrainian or Russian page is garbled (sound ones have over 0.5), and the fewest
long words that tell."""
SPLIT_PAGE, SPLIT_LEAST = 0.03, 4
"""Share of the long words of a page, and number of them, from which an engine without `ы` and `э` read it."""
_LONG_CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґ’']{4,}")
_OTHER_CYRILLIC = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһЎўЉљЊњЋћЂђЏџЌќЃѓЅѕҲҳҶҷӢӣӮӯ]")
_WORDS = ("marked", "plain", "english", "cyrillic", "unknown", "broken")
_UNKNOWN_WEIGHT = {"vi": 0.5, "en": 0.15, None: 0.6}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a text is: `code` as in `Repaired.verdicts`, `score` the estimated share of broken words, `reason` why."""

    code: str
    score: float
    reason: str
    language: str | None = None


def page_verdict(text: str) -> Verdict:
    """Return the verdict on a page: whether its text can be used, must be repaired, or the page be read anew."""
    if not text.strip():
        return Verdict("empty", 0.0, "no_signs")
    if legacy := _legacy(text):
        return legacy
    text = unicodedata.normalize("NFC", text)
    if _unmapped(text):
        return Verdict("garbled", 1.0, "no_unicode_map")
    if not any(ch.isalnum() for ch in text):
        return Verdict("noise", 1.0, "symbols_only")
    verdict = _judge(text, GARBLED_PAGE)
    if verdict.code == "sound" and verdict.language in ("uk", "ru") and _has_no_words(text):
        return Verdict("garbled", max(verdict.score, 1 - KNOWN_PAGE), "no_words", verdict.language)
    if verdict.code == "sound" and (share := _split_share(text)) >= SPLIT_PAGE:
        return Verdict("garbled", max(share, GARBLED_PAGE), "other_alphabet", "ru")
    return verdict


def _split_share(text: str) -> float:
    """Return the share of a page's Cyrillic words that a Ukrainian engine read for Russian ones; 0 of few.

    It has no `ы`, which is `ьі` or `ь`, and no `э`: `зкзамен`.
    """
    found = _LONG_CYRILLIC.findall(text)
    split = sum(SPLIT_Y.search(word) is not None or _lost_letter(word.lower()) for word in found)
    return split / len(found) if split >= SPLIT_LEAST else 0.0


def _lost_letter(word: str) -> bool:
    """Whether a word is none, and a Russian one with `э` for its first `з` or `ы` for a soft sign."""
    if not (word.startswith("з") or "ь" in word) or word in words("uk") or word in words("ru"):
        return False
    return re.sub("^з", "э", word) in words("ru") or word.replace("ь", "ы") in words("ru")


def _has_no_words(text: str) -> bool:
    """Whether a Cyrillic page is of letters that make no words, as where the layer's font maps them to others."""
    if _OTHER_CYRILLIC.search(text):
        return False
    found = [word.replace("’", "'").lower() for word in _LONG_CYRILLIC.findall(text)]
    ukrainian, russian = words("uk"), words("ru")
    known = sum(word in ukrainian or word in russian for word in found)
    return len(found) >= TELLING and known < KNOWN_PAGE * len(found)


def _legacy(text: str) -> Verdict | None:
    """The verdict on a page a good part of which is in one legacy encoding, else None."""
    share = Counter(run.encoding for run in find_runs(text) for _ in run.tokens)
    if not share:
        return None
    encoding, count = share.most_common(1)[0]
    score = round(count / max(len(text.split()), 1), 3)
    language = None if encoding in CYRILLIC else "vi"
    return Verdict(f"legacy:{encoding}", score, "other_encoding", language) if score >= LEGACY_PAGE else None


def line_verdicts(text: str) -> tuple[str, ...]:
    """Return a code per line of a text; a line too short to judge takes the verdict of its page."""
    lines = re.split("[\n\f]", text)
    page = page_verdict(text)
    legacy = encodings_by_line(text)
    return tuple(
        f"legacy:{legacy[number]}" if number in legacy else _line(unicodedata.normalize("NFC", line), page)
        for number, line in enumerate(lines)
    )


def _line(line: str, page: Verdict) -> str:
    if not line.strip():
        return "empty"
    verdict = _judge(line, GARBLED_LINE)
    words = [kind_of(token) for token in line.split()]
    telling = sum(kind in _WORDS for kind in words)
    if verdict.language in codes() or (telling < 3 and page.language in codes()):
        return "other_language"
    if verdict.code == "noise" or (telling < 3 and page.code == "garbled"):
        return verdict.code if verdict.code == "noise" else page.code
    if verdict.code == "sound" and verdict.language and page.language and verdict.language != page.language:
        return "other_language" if telling >= 3 else "sound"
    return verdict.code


def _judge(text: str, limit: float) -> Verdict:
    tokens = text.split()
    kinds = Counter(kind_of(token) for token in tokens)
    total = sum(kinds[kind] for kind in _WORDS)
    if total and (foreign := foreign_language(text)):
        return Verdict("sound", 0.0, "another_language", foreign)
    language, _ = identify(text)
    if total == 0:
        junk = kinds["junk"] > kinds["neutral"] or _is_noise(tokens, kinds, total)
        return Verdict("noise", 1.0, "symbols_only") if junk else Verdict("sound", 0.0, "figures_only", language)
    weight = _UNKNOWN_WEIGHT.get(language, 0.5)
    score = round((kinds["broken"] + weight * kinds["unknown"]) / total, 3)
    if _is_noise(tokens, kinds, total):
        return Verdict("noise", score, "scattered_signs", language)
    if score >= limit:
        return Verdict("garbled", score, "broken_words", language)
    if total >= 20 and kinds["plain"] > 0.4 * total and kinds["marked"] < 0.25 * total:
        return Verdict("garbled", max(score, limit), "marks_missing", language)
    return Verdict("sound", score, "words_hold", language)


def _is_noise(tokens: list[str], kinds: Counter[str], total: int) -> bool:
    """Scattered signs: hardly any word of three letters or more."""
    if kinds["marked"] + kinds["english"] + kinds["cyrillic"] > total / 3:
        return False
    long = sum(len(re.sub(r"[\W\d_]", "", token)) >= 3 for token in tokens)
    figures = sum(any(ch.isdigit() for ch in token) for token in tokens)
    return len(tokens) >= 5 and long < 0.15 * len(tokens) and figures < 0.3 * len(tokens)


def _unmapped(text: str) -> bool:
    """Whether the layer's font had no map to Unicode: replacement, private-use or `(cid:7)` characters."""
    strange = len(re.findall("[\ufffd\ue000-\uf8ff\x00-\x08]", text)) + 8 * len(re.findall(r"\(cid:\d+\)", text))
    return strange > 0.05 * len(text)
