"""Letter-spaced words (`Q U Y Ế T  Đ Ị N H`) drawn together, where the letters make known words in one way only."""

import re
from functools import lru_cache

from models.edits import Edit
from normalizers.triage.lexicon import syllables, words

_RUN = re.compile(r"(?<![^\s])[^\W\d_](?: {1,3}[^\W\d_]){3,}(?![^\s.,;:])")


def spaced_letter_edits(text: str) -> tuple[Edit, ...]:
    """Return the edits that close the spaces inside letter-spaced words; other rows of single letters stay."""
    edits = []
    for match in _RUN.finditer(text):
        after = _joined(match.group())
        if after and after != match.group():
            edits.append(Edit(match.start(), match.end(), match.group(), after, "unicode.spaced_letters"))
    return tuple(edits)


def _joined(run: str) -> str | None:
    groups = [group.replace(" ", "") for group in re.split(" {2,}", run)]
    if len(groups) > 1 and all(_is_word(group) for group in groups) and max(map(len, groups)) > 2:
        return " ".join(groups)
    letters = run.replace(" ", "")
    if len(letters) >= 5 and _is_cyrillic_word(letters):
        return letters
    ways = _segmentations(letters.lower()) if len(letters) <= 40 else ()
    if len(ways) != 1 or len(ways[0]) * 2 >= len(letters):
        return None
    parts, done = [], 0
    for part in ways[0]:
        parts.append(letters[done : done + len(part)])
        done += len(part)
    return " ".join(parts)


def _is_word(letters: str) -> bool:
    return letters.lower() in syllables() or _is_cyrillic_word(letters)


def _is_cyrillic_word(letters: str) -> bool:
    lower = letters.lower()
    return "\u0400" <= lower[0] <= "\u052f" and (lower in words("uk") or lower in words("ru"))


@lru_cache(maxsize=1024)
def _segmentations(letters: str) -> tuple[tuple[str, ...], ...]:
    """Ways (two at most) to read letters as syllables, each with a marked one; common syllables only."""
    if not letters:
        return ((),)
    ways: list[tuple[str, ...]] = []
    for length in range(min(7, len(letters)), 1, -1):
        if syllables().get(letters[:length], 0) >= 6:
            ways += [(letters[:length], *rest) for rest in _segmentations(letters[length:])]
            if len(ways) > 1:
                return tuple(ways[:2])
    return tuple(ways)
