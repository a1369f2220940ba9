"""Ciphers that are code pages: a layer whose letters were written in one encoding and read in another.

Where the letters that the image told agree with an encoding, the encoding tells those that it did not.
"""

from collections import Counter
from collections.abc import Iterable

WRITTEN = ("cp1251", "cp866", "koi8_r", "koi8_u", "mac_cyrillic", "iso8859_5")
READ = ("latin_1", "cp1252", "mac_roman")
AGREED, SHARE = 10, 0.8
"""Different letters that agree with an encoding, at least, and their share of those that could."""


def decoded(sign: str, written: str, read: str) -> str | None:
    """Return the letter that a sign is in the encoding it was written in; None where it has none, and of ASCII."""
    if sign.isascii():
        return None
    try:
        letter = sign.encode(read).decode(written)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    return letter if letter.isalpha() else None


def told_by_code_page(told: Iterable[tuple[str, str]], signs: Iterable[str]) -> dict[str, str]:
    """Return the letters of signs by the encoding that the signs told so far agree with; nothing where none does."""
    known = [(sign, letter) for sign, letter in set(told) if not sign.isascii() and letter.isalpha()]
    agreed: Counter[tuple[str, str]] = Counter()
    for written in WRITTEN:
        for read in READ:
            agreed[written, read] = sum(decoded(sign, written, read) == letter for sign, letter in known)
    (written, read), count = agreed.most_common(1)[0]
    if count < AGREED or count < SHARE * len(known):
        return {}
    return {sign: letter for sign in set(signs) if (letter := decoded(sign, written, read)) is not None}
