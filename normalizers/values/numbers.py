"""Numbers as they are printed in five languages: decimal and thousands marks, words.

Nothing is guessed: what can be read in two ways gives None.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

WORDS = Path(__file__).parent / "knowledge" / "number_words.tsv"

_SPACES = "\u00a0\u202f\u2009"
_NUMBER = rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
_SPACED = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?"
# Whether a mark before exactly three digits groups thousands: yes, no, or either.
_GROUPS: dict[str, dict[str, bool | None]] = {
    "vi": {".": True, ",": None},
    "en": {",": True, ".": False},
    "": {".": None, ",": False},
}


def parse_number(text: str, language: str) -> int | float | None:
    """Return the one number that `text` is: digits, digits with their words in brackets, or words.

    A percent sign is left out. `120 (một trăm hai mươi)` is 120; where digits and words disagree the value is None.
    """
    text = unicodedata.normalize("NFC", text).strip().rstrip("%.;, ").strip()
    if match := re.fullmatch(r"(.*?)\s*\(([^()]*\w[^()]*)\)", text, re.DOTALL):
        outer, inner = (_plain_or_words(part, language) for part in match.groups())
        return outer if outer is not None and inner in (outer, None) and not _is_plain(match[2]) else None
    return _plain_or_words(text, language)


def whole(value: float) -> int | float:
    """Return a number as an integer where it is one: 3 of 3.0."""
    return int(value) if value == int(value) else value


def decimal(figures: str) -> int | float:
    """Return the number that figures say, with a comma or a point before their fraction: 3 of `3,0`."""
    return whole(float(figures.replace(",", ".")))


def grouped(text: str) -> int | None:
    """Return a whole number whose groups of three one mark parts: 1200 of `1.200`, 1234567 of `1 234 567`."""
    found = re.fullmatch(rf"[1-9]\d{{0,2}}([., {_SPACES}])\d{{3}}(?:\1\d{{3}})*", text)
    return int(re.sub(r"\D", "", text)) if found else None


def parse_words(text: str, language: str) -> int | None:
    """Return the value of a number in words (`một trăm hai mươi`, `двадцять п'ять`), None where a word is unknown."""
    tokens = re.findall(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)?", unicodedata.normalize("NFC", text).lower().replace("-", " "))
    if not tokens or re.search(r"\d", text):
        return None
    total = group = unit = 0
    seen, previous = False, ""
    for position, token in enumerate(tokens):
        kind, value = _word(_plain_apostrophes(token), language)
        if kind == "joiner" and seen:
            continue
        if kind in ("unit", "ending") or (kind == "ordinal" and position == len(tokens) - 1):
            if value >= 1000:
                total, group, unit = total + (group + unit or 1) * value, 0, 0
            elif unit and not _fits(unit, value):
                return None
            else:
                unit += value
        elif kind == "times":
            named = previous in ("unit", "ending", "ordinal")
            group, unit = group + (unit if named else 1) * value, 0
        elif kind == "scale":
            smaller = total if value > total else 0  # `một nghìn tỷ`: thousands of a larger scale
            total, group, unit = total - smaller + (smaller + group + unit or 1) * value, 0, 0
        else:
            return None
        seen, previous = True, kind
    return total + group + unit


def number_word(word: str, language: str) -> str:
    """Return what a word does in a number: `unit`, `ending`, `times`, `scale`, `joiner`, `ordinal`, or nothing."""
    return _word(_plain_apostrophes(word.lower()), language)[0]


def _plain_apostrophes(token: str) -> str:
    return token.replace("’", "'").replace("ʼ", "'").replace("`", "'")


def _fits(unit: int, value: int) -> bool:
    """Whether a smaller number word may follow: units after tens, tens after hundreds."""
    return value != 0 and ((unit % 100 == 0 and value < 100) or (unit % 10 == 0 and unit % 100 >= 10 and value < 10))


def _plain_or_words(text: str, language: str) -> int | float | None:
    text = text.strip().rstrip("%").strip()
    return _digits(text, language) if _is_plain(text) else parse_words(text, language)


def _is_plain(text: str) -> bool:
    return bool(re.fullmatch(rf"\s*(?:{_SPACED}|{_NUMBER})\s*", text))


def _digits(text: str, language: str) -> int | float | None:
    """Value of digits with marks. A mark before exactly three digits is read as the language's usage says, or not."""
    text = re.sub(rf"[ {_SPACES}]", "", text)
    marks = re.findall(r"[.,]", text)
    if not marks:
        return int(text)
    if len(marks) > 1:
        last = marks[-1]
        if len(set(marks)) == 1:
            return grouped(text)
        whole, part = text.rsplit(last, 1)
        thousands = grouped(whole)
        return float(f"{thousands}.{part}") if thousands is not None else None
    whole, part = re.split("[.,]", text)
    if len(part) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0"):
        groups = _GROUPS.get(language, _GROUPS[""])[marks[0]]
        if groups is None:
            return None
        if groups:
            return int(whole + part)
    return float(f"{whole}.{part}")


def _word(token: str, language: str) -> tuple[str, int]:
    exact, stems = _lexicon(language)
    if token in exact:
        return exact[token]
    for length in range(1, 4):
        if token[:-length] in stems and len(token) > length + 2:
            return "ordinal", stems[token[:-length]]
    return "", 0


@cache
def _lexicon(language: str) -> tuple[dict[str, tuple[str, int]], dict[str, int]]:
    exact: dict[str, tuple[str, int]] = {}
    stems: dict[str, int] = {}
    for row in read_table(WORDS, ("language", "kind", "form", "value")):
        if row["language"] != language:
            continue
        if row["kind"] == "ordinal" and language in ("uk", "ru"):
            stems[row["form"]] = int(row["value"])
        else:
            exact[row["form"]] = row["kind"], int(row["value"])
    return exact, stems
