"""What a token would be in each encoding, and how much like Vietnamese that is."""

import re
from functools import lru_cache
from math import log

from normalizers.legacy.tables import ENCODINGS, encoding
from normalizers.triage.lexicon import syllables, words

SOUND = "sound"
STATES = (*ENCODINGS, "utf8", "utf8_twice")

_WORD = re.compile(r"[^\W\d_¹²³¼½¾]+")
_HIGH = re.compile("[\x80-\uffff]+")
_VIQR_ESCAPE = re.compile(r"\\([.?'`^(+~*dD\\])")
_VIQR_END = re.compile(r"[.?']+$")
_VIQR_BRACKETS = re.compile(r"\(([^()]*\))")
_VIQR_D_INSIDE = re.compile(r"(?<=[^\W\d_])dd")  # đ stands at the head of a syllable only
# Nats for punctuation rather than a tone at the end of a VIQR token: a stop, another sign, either inside a sentence.
_FULL_STOP, _MARK, _INSIDE = 1.0, -5.0, -9.0
_CORPUS = 23.2  # binary logarithm of the syllables counted
_UNKNOWN, _PER_LETTER, _ENGLISH = -17.0, -0.5, -11.0
_STRAY = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00a1-\u00bf\u0192\u02c6\u2020-\u2022\u2030\u2039\u203a\u20ac]")


@lru_cache(maxsize=200_000)
def read_as(token: str, state: str) -> str:
    """Return what a token is when it was written in an encoding; the token itself for `SOUND`."""
    if state == SOUND:
        return token
    if state == "viqr":
        return read_viqr(token)
    if state.startswith("utf8"):
        once = _utf8(token)
        return _utf8(once) if state == "utf8_twice" and once != token else once if state == "utf8" else token
    if state == "tcvn3":
        return _tcvn3(token)
    return encoding(state).decode(token)


@lru_cache(maxsize=200_000)
def likelihood(text: str) -> float:
    """Return the log probability, in nats, of a token's words as Vietnamese or English words."""
    total = -2.0 * len(_STRAY.findall(text))
    for word in _WORD.findall(text):
        lower = word.lower()
        count = syllables().get(lower)
        if count is not None:
            total += (count - _CORPUS) * log(2)
        elif lower in words("en"):
            total += _ENGLISH
        else:
            total += _UNKNOWN + _PER_LETTER * len(word)
    return total


def is_vietnamese(text: str) -> bool:
    """Return whether all words of a token are syllables and one bears a mark."""
    found = [word.lower() for word in _WORD.findall(text)]
    return bool(found) and all(word in syllables() for word in found) and not all(word.isascii() for word in found)


def _tcvn3(token: str) -> str:
    """TCVN3, also where a program dropped the soft hyphen that is its ư, or wrote a hyphen for it."""
    table = encoding("tcvn3")
    decoded = table.decode(token)
    if "\u00ad" in token or not _HIGH.search(token) and "-" not in token:
        return decoded
    if is_vietnamese(decoded):
        return decoded
    for broken, whole in ((r"(?<=[^\W\d_])-(?=[^\W\d_]|\W*$)", "ư"), (r"(?=[ơờởỡớợ])", "ư")):
        tried = re.sub(broken, whole, decoded, count=1)
        if tried != decoded and is_vietnamese(tried):
            return tried
    return decoded


@lru_cache(maxsize=50_000)
def read_viqr(token: str, *, inside: bool = False) -> str:
    """Return a VIQR token's reading. A sign at its end may be punctuation, less likely `inside` a sentence."""
    table = encoding("viqr")
    protected = _VIQR_ESCAPE.sub(lambda m: chr(0xE000 + ord(m[1])), token)
    protected = _VIQR_BRACKETS.sub(lambda m: chr(0xE000 + ord("(")) + m[1], protected)
    protected = _VIQR_D_INSIDE.sub("\ue800\ue800", protected)
    decoded = table.decode(protected)
    if end := _VIQR_END.search(protected.rstrip(",;:)")):
        plain = table.decode(protected[: end.start()]) + protected[end.start() :]
        bonus = _INSIDE if inside else _FULL_STOP if "." in end.group() else _MARK
        if not is_vietnamese(decoded) or likelihood(plain) + bonus >= likelihood(decoded):
            decoded = plain
    decoded = decoded.replace("\ue800", "d")
    return re.sub("[\ue000-\ue0ff]", lambda m: chr(ord(m.group()) - 0xE000), decoded)


def _utf8(token: str) -> str:
    """Bytes of UTF-8 that were read one by one; a lost no-break space after Ã is understood."""
    return _HIGH.sub(_utf8_run, token)


def _utf8_run(match: re.Match[str]) -> str:
    run = match.group()
    codes: list[int] = []
    for char in run:
        try:
            codes.append(char.encode("cp1252")[0])
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return run
            codes.append(ord(char))
    data = bytes(codes)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if data.endswith(b"\xc3"):
            try:
                return (data + b"\xa0").decode("utf-8")
            except UnicodeDecodeError:
                return run
        return run
