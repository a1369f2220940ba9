"""Kinds of tokens: what one string, alone, says about the text that it stands in."""

import re
from functools import lru_cache

from normalizers.triage.lexicon import syllables, words

# Kinds. `marked` and `plain` are Vietnamese syllables with and without marks, `english` and `cyrillic` words of those
# scripts, `neutral` says nothing (numbers, codes, acronyms, addresses), `unknown` is pronounceable but in no list,
# `broken` cannot be a word, `junk` holds no letter or figure that belongs anywhere.
KINDS = ("marked", "plain", "english", "cyrillic", "neutral", "unknown", "broken", "junk")

_OUTER = "!\"#$%&'()*+,-./:;<=>?[\\]^_`{|}~ «»“”„‘’…–—•·▪●○◦➢✓−×≥≤→″′°№│─╭╮╰╯├┤┬┴┼═║"
_RULE = re.compile(r"(.)\1*|[\\_]+|\|?[-:|]+\|?")
_ADDRESS = re.compile(r"https?:|www\.|@\w+\.\w|\w\.(?:vn|com|edu|org|net|gov|ua|ru|kz)\b", re.IGNORECASE)
_CODE = re.compile(
    r"[A-ZĐ]{1,8}[\d.,:/-]*\d[\d.A-Za-z/-]*|\d+[A-Za-zĐđ]{1,3}|\d+[A-Z]\d+|[A-ZĐ&]{2,7}s?|[A-Z]\.?"
    r"|\d*(?:st|nd|rd|th)|[0-9a-f]{12,}"
)
_ACT = re.compile(r"\d+[\w.]*(?:[/-][\dA-ZĐ&][\wĐ&.]*)+|[A-ZĐ&]+(?:[/-][A-ZĐ&\d][\wĐ&]*)+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_SIGNS = r"\d\\|$€£§^~@{}\[\]"  # what stands inside or behind no word
_INSIDE = re.compile(
    rf"[^\W\d_][{_SIGNS}¥*<>!?=+%¢©®¬]+[^\W\d_]|^\d[^\W\d_]{{2}}|[^\W\d_]{{2}}[{_SIGNS}]$|\ufffd|[\ue000-\uf8ff]"
)
_OPERATOR = re.compile("[=_^∫∑∏√∂∇×÷±≠≈\u0391-\u03c9]")
_THREE_LETTERS = re.compile(r"[^\W\d_]{3}")
_CAMEL = re.compile(r"(?:[A-Z][a-z]{2,}){2,}|[a-z]?[A-Z]{2,}[a-z]*|[A-Z][a-z]+[A-Z]{2,}")
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z][A-Z]")
_CLUSTER = re.compile(  # consonants that stand together in neither Vietnamese nor English
    r"[bcdfghjklmnpqrstvwxz]{5}|q(?!u)|[hjkqvwx]{3}|^(?:ng?[bcdfjklmpqrstvwxz]|[dt][dfjklmnpq])"
    r"|[bdhgvqj][bcdfgjkpqvxz](?!$|e)|[vjq]$"
)
_CYR_CLUSTER = re.compile("[бвгджзйклмнпрстфхцчшщ]{6}|^[ъыьй][а-я]{2}")
_CYR_CAPITALS = "А-ЯІЇЄҐӘҒҚҢӨҰҮҺ"
_CYR_CODE = re.compile(
    rf"[{_CYR_CAPITALS}]{{1,6}}[\W_]*\d[\d.\w/-]*|\d+[-/]?[а-яіїєґәғқңөұүһ]{{1,4}}|[{_CYR_CAPITALS}&]{{1,8}}"
)


@lru_cache(maxsize=100_000)
def kind_of(token: str) -> str:
    """Return the kind of a token (a string without spaces)."""
    core = token.strip(_OUTER)
    if not core:
        return "junk" if re.search(r"[\\^~$|]", token) and not _RULE.fullmatch(token) else "neutral"
    if not any(ch.isalpha() for ch in core):
        return "neutral" if any(ch.isdigit() for ch in core) else "junk"
    if _ADDRESS.search(core):
        return "neutral"
    if _CYRILLIC.search(core):
        return _cyrillic_kind(core)
    if _CODE.fullmatch(core) or _ACT.fullmatch(core):
        return _capitals_kind(core)
    if not _LATIN.search(core):
        return "unknown"
    lower = core.lower()
    if lower in syllables():
        return "plain" if lower.isascii() else "marked"
    if lower in words("en"):
        return "english"
    parts = [part for part in re.split(r"[-–—/.,;:'’()&]+", core) if part]
    if len(parts) > 1:
        return _worst([kind_of(part) for part in parts])
    return _latin_kind(core, token)


@lru_cache(maxsize=100_000)
def is_english(token: str) -> bool:
    """Return whether a token is a frequent English word, also where Vietnamese has the same syllable (`to`, `an`)."""
    return token.strip(_OUTER).lower() in words("en")


def _capitals_kind(core: str) -> str:
    lower = core.lower()
    if len(core) > 1 and lower in syllables():
        return "plain" if lower.isascii() else "marked"
    return "neutral"


def _worst(kinds: list[str]) -> str:
    for kind in ("broken", "unknown", "marked", "english", "plain"):
        if kind in kinds:
            return kind
    return "neutral"


def _latin_kind(core: str, token: str) -> str:
    if _OPERATOR.search(token) and not _THREE_LETTERS.search(token):  # a formula
        return "neutral"
    if _INSIDE.search(core):
        return "broken"
    if _CAMEL.fullmatch(core):
        return "neutral"
    if _INNER_CAPITAL.search(core):
        return "broken"
    lower = core.lower()
    if not lower.isascii():
        return "broken"
    if _CLUSTER.search(lower) or not re.search("[aeiouy]", lower):
        return "broken"
    return "unknown"


def _cyrillic_kind(core: str) -> str:
    if _CYR_CODE.fullmatch(core):
        return "neutral"
    if _LATIN.search(core):
        parts = [part for part in re.split(r"[^\w’'ʼ]+|(?<=\d)(?=\D)|_", core) if part]
        pure = all(not (_CYRILLIC.search(part) and _LATIN.search(part)) for part in parts)
        return "neutral" if pure else "broken"
    if _INSIDE.search(core):
        return "broken"
    lower = core.lower()
    return "broken" if _CYR_CLUSTER.search(lower) else "cyrillic"
