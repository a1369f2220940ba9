"""Codes of courses (`PHI218`, `MAT 1042`) in a list of them: letters and figures that were misread are those of the
series that stand clean in the document."""

import re
from collections import Counter, defaultdict

from normalizers.garble.digits import as_digits
from normalizers.garble.fixed import Fixed
from normalizers.garble.tokens import ACRONYM

_CLEAN = re.compile(r"(?<![\w./-])([A-ZĐ]{2,5})([ ]?)(\d{3,5})(?![\w/-])")
_FEWEST = 3  # different codes that show a series
_DIGIT = r"[0-9lIiOoQZzSsgB|!]"
_LIKE = {"I": "Il1|!", "O": "O0oQ", "E": "EF", "P": "Pp", "C": "Cc", "S": "Ss5", "V": "Vv", "X": "Xx", "Đ": "ĐDÐ"}


def find_series(text: str) -> list[Fixed]:
    """Return the codes of courses that are of a series of the document but for letters like others."""
    codes: dict[str, Counter[str]] = defaultdict(Counter)
    for letters, _, figures in set(_CLEAN.findall(text)):
        codes[letters][figures] += 1
    found = []
    for letters, figures in codes.items():
        lengths = Counter(map(len, figures))
        size, count = lengths.most_common(1)[0]
        if count >= _FEWEST and letters.isascii():
            found += _like(text, letters, size)
    return found


def _like(text: str, letters: str, size: int) -> list[Fixed]:
    stem = "".join(f"[{re.escape(_LIKE.get(letter, letter))}]" for letter in letters)
    found = []
    for match in re.finditer(rf"(?<![\w./-])({stem})([ ]?)({_DIGIT}{{{size}}})(?![\w/-])", text):
        figures = as_digits(match[3])
        if figures is None or sum(map(str.isdigit, match[3])) * 2 < size:
            continue
        code = letters + match[2] + figures[0]
        if code != match.group():
            found.append(Fixed(match.start(), match.end(), code, "garble.code", (ACRONYM,), figures[1]))
    return found
