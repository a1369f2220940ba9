"""How much of a value is written as its languages write: words of one script, without signs and letters they lack."""

import re
import unicodedata

LATIN = re.compile(r"[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
"""Letters of English and Vietnamese; `î ç ÿ` in a word come of a layer in another code page."""
CYRILLIC = re.compile(r"[А-яЁёІіЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһ]")
STRANGE = ("Sm", "Sk", "Lm", "Co", "Cn", "No")
"""Categories of signs that no word holds: `÷асть`, a modifier, a letter of private use, U+FFFD (which is So) apart."""


def sound_share(value: object) -> float:
    """Return the share of a text's words with letters that one script of ours writes, 0 to 1; 1 for what has none."""
    words = [word for word in str(value).split() if any(c.isalpha() for c in word)] if isinstance(value, str) else []
    return sum(_sound(unicodedata.normalize("NFC", word)) for word in words) / len(words) if words else 1.0


def _sound(word: str) -> bool:
    """Whether a word's letters are of one alphabet, or of two that a stroke or a hyphen parts: `IT-инфраструктура`."""
    if any(unicodedata.category(c) in STRANGE or c == "\ufffd" for c in word):
        return False
    parts = ["".join(c for c in part if c.isalpha()) for part in re.split(r"[-–—/.,:;()'’\"«»“”]", word)]
    return all(all(map(LATIN.match, part)) or all(map(CYRILLIC.match, part)) for part in parts)
