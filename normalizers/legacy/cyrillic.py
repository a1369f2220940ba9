"""Cyrillic text whose bytes were read as other letters: Windows-1251 as `Ó÷åáíûé`, KOI8 as `õÞÅÂÎÙÊ`, UTF-8 as `РЈС‡`.

So do Mac OS Cyrillic, fonts of symbols (Windows-1251 in the private area of Unicode) and fonts without a map whose
numbers of glyphs were taken for letters (`ɍɱɟɛɧɵɣ`).

What gives it away are words wholly of letters with marks, which no language of Western letters has, and that they are
Russian or Ukrainian words once decoded.
"""

import re
from functools import cache, lru_cache

from normalizers.knowledge import read_table
from normalizers.legacy.evidence import Run, line_start
from normalizers.legacy.tables import KNOWLEDGE, encoding
from normalizers.triage.lexicon import is_slavic

ENCODINGS = ("cp1251", "koi8", "mac", "symbol", "glyphs", "utf8_cp1251", "utf8_cp1252")
_TOKEN = re.compile(r"[^ \t\n\r\f]+")
_LETTERS = re.compile("[\u0400-\u052f’']+")
_LATIN = re.compile("[A-Za-z]")
_MARKED = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u20ac\u2122\u022c-\u0289\uf021-\uf0ff]"
)
_SYMBOLS = 0xF000
"""Where fonts of symbols put the bytes of their letters."""
_PURE = re.compile("\\W*[\u00a5\u00a8\u00aa\u00af\u00b2-\u00b4\u00b8\u00ba\u00bf-\u00ff£§¦¶·\u00ad-]{2,}\\W*")
_TWICE = {  # two letters of two bytes each, the first of which is D0 to D2
    "utf8_cp1251": re.compile("(?:[РСТ][^\\W\u0410-\u042f\u0430-\u044f]|[РСТ][^\\w\\s!-~]){2}"),
    "utf8_cp1252": re.compile("(?:[ÐÑÒ][^\\s!-~]){2}"),
}
_LEAST, _LEAST_SHORT, _SHORT = 3, 2, 80  # distinct known words of four letters; in a text of so many characters
_KNOWN = 0.4  # of the distinct decoded words of four letters or more


@lru_cache(maxsize=4)
def find_cyrillic(text: str) -> tuple[Run, ...]:
    """Return a run for each stretch of lines in one of the encodings; none where the evidence is thin."""
    if not _MARKED.search(text) and not _TWICE["utf8_cp1251"].search(text):
        return ()
    tokens = list(_TOKEN.finditer(text))
    strange = [match for match in tokens if not _LATIN.search(match.group())]
    chosen, lines = "", frozenset[int]()
    best = 0
    for name in ENCODINGS:
        asked = strange if name not in _TWICE else tokens if _TWICE[name].search(text) else []
        found, known = _evidence(text, asked, name)
        if known > best:
            chosen, lines, best = name, found, known
    return _runs(text, chosen, lines) if chosen else ()


def decode(token: str, name: str) -> str:
    """Return a token as it was written; the token itself where it cannot have been written in the encoding."""
    if name in ("symbol", "glyphs"):
        return token.translate(_signs(name))
    if name not in _TWICE:
        return encoding(name).decode(token)
    try:
        return b"".join(_byte(char, name.removeprefix("utf8_")) for char in token).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return token


def _byte(char: str, page: str) -> bytes:
    if char == "\ufffd" and page == "cp1251":  # the one byte that Windows-1251 has no sign for: half of `И`
        return b"\x98"
    if page == "cp1252" and ord(char) < 0x100 or char in "\u0098\u00a0":
        return bytes([ord(char)])
    return char.encode(page)


@cache
def _signs(name: str) -> dict[int, str]:
    """Return the letter of each character of an encoding by signs: `symbol` or `glyphs`."""
    if name == "glyphs":
        return {int(r["sign"], 16): r["letter"] for r in read_table(KNOWLEDGE / "glyphs.tsv", ("letter", "sign"))}
    rows = read_table(KNOWLEDGE / "cp1251.tsv", ("letter", "bytes"))
    plain = {_SYMBOLS + code: chr(code) for code in range(0x21, 0x7F)}
    return plain | {_SYMBOLS + int(r["bytes"], 16): r["letter"] for r in rows}


def _telling(token: str, name: str) -> bool:
    if name in _TWICE:
        return bool(_TWICE[name].search(token))
    if name in ("cp1251", "koi8"):
        return bool(_PURE.fullmatch(token))
    if _LATIN.search(token):
        return False
    after = decode(token, name)
    changed = sum(was != now for was, now in zip(token, after, strict=False))
    return changed > 1 and bool(_LETTERS.search(after))


def _evidence(text: str, tokens: list[re.Match[str]], name: str) -> tuple[frozenset[int], int]:
    """Return the starts of the lines that hold words of the encoding, and how many known words it makes; 0: too few."""
    known, other = set[str](), set[str]()
    lines: set[int] = set()
    for match in tokens:
        if not _telling(match.group(), name):
            continue
        for word in _LETTERS.findall(decode(match.group(), name)):
            if len(word) >= 3 and _is_word(word):
                lines.add(line_start(text, match.start()))
            if len(word) >= 4:
                (known if _is_word(word) else other).add(word.lower())
    least = _LEAST_SHORT if len(text) < _SHORT else _LEAST
    if len(known) < least or len(known) < _KNOWN * (len(known) + len(other)):
        return frozenset(), 0
    return frozenset(lines), len(known)


def _is_word(word: str) -> bool:
    """Say whether it is a word of Russian or Ukrainian, in one of the cases that words are written in."""
    if not (word.islower() or word.isupper() or word[1:].islower()):
        return False
    return is_slavic(word.lower().replace("’", "'"))


def _runs(text: str, name: str, lines: frozenset[int]) -> tuple[Run, ...]:
    """Return a run per line: its words in the encoding, and telling words of lines that hold no known one.

    Where most of the marked lines are in the encoding, all are: lines of initials and abbreviations too.
    """
    tokens: dict[int, list[tuple[int, int, str]]] = {}
    marked = {line_start(text, match.start()) for match in _MARKED.finditer(text)}
    throughout = 2 * len(lines) > len(marked | lines)
    for match in _TOKEN.finditer(text):
        token, start = match.group(), line_start(text, match.start())
        after = decode(token, name)
        if after == token or name != "utf8_cp1251" and re.search("[\u0400-\u052f]", token):
            continue
        if throughout or start in lines or _telling(token, name):
            tokens.setdefault(start, []).append((match.start(), match.end(), after))
    return tuple(Run(line[0][0], line[-1][1], name, tuple(line)) for line in tokens.values())
