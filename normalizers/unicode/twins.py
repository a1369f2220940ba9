"""Letters of one shape in two scripts, `А` and `A`: which is the twin of which, and texts brought to one script."""

from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

LOOK_ALIKES = Path(__file__).parent / "knowledge" / "look_alikes.tsv"
_ELSEWHERE = "ЅЈѕјһ"
"""Letters that Ukrainian and Russian lack: a Latin letter is brought to one only within a word that proves it."""


@cache
def twins() -> tuple[dict[str, str], dict[str, str]]:
    """Return the Cyrillic twins of Latin letters and the Latin twins of Cyrillic ones, in both of their cases."""
    rows = read_table(LOOK_ALIKES, ("latin", "cyrillic", "to", "reason"))
    to_cyrillic = {row["latin"]: row["cyrillic"] for row in rows}
    return to_cyrillic, {row["cyrillic"]: row["latin"] for row in rows if row["to"] == "both"}


def to_latin(text: str) -> str:
    """Return a text, as long as it was, with every Cyrillic letter that has a Latin twin as that."""
    return text.translate(_tables()[1])


def to_cyrillic(text: str) -> str:
    """Return a text, as long as it was, with every letter of the Latin alphabet that has a Cyrillic twin as that."""
    return text.translate(_tables()[0])


def twin(letter: str) -> str:
    """Return the letter of the other script that has the shape of this one; nothing where there is none."""
    one, other = twins()
    return one.get(letter) or other.get(letter) or ""


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    cyrillic, latin = twins()
    usual = {a: b for a, b in cyrillic.items() if a.isascii() and b not in _ELSEWHERE}
    return str.maketrans(usual), str.maketrans(latin)
