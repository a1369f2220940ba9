"""Numbers in words inside a sentence: the whole run of them or none, halves, fractions, and thousands after digits.

`một trăm hai mươi tín chỉ` is 120 and never its first words' 100; `hai phần ba` and `one half` are no whole numbers;
`1,5 tỷ đồng` is 1,500,000,000. What could be read in two ways (`hai ba ngày`) gives None.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table
from normalizers.values.numbers import number_word, parse_words

PARTS = Path(__file__).parent / "knowledge" / "number_parts.tsv"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)?")
_GAP = re.compile(r"[\s\u00a0]+|-")
YEAR = "năm"
"""Five, and year: it counts only where it opens a number, or another word of one follows it; alone with its unit."""
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number in words and its place in the text. `value` is None for a fraction, which no unit's number says."""

    start: int
    end: int
    value: int | float | None


def spelt_from(text: str, start: int, language: str) -> Spelt | None:
    """Return the number in words that begins at `start`, to its last word; None where it is none or not sure."""
    words = _run(text, start, language)
    if not words or _kind(words[0], language) in ("joiner", "ordinal"):
        return None
    if language == "vi" and _kind(words[0], language) != "unit":
        return None  # the end of a number: `mươi tám`
    for count in range(len(words), 0, -1):
        value = parse_words(" ".join(word[0] for word in words[:count]), language)
        if value is None or _kind(words[count - 1], language) == "joiner":
            continue
        rest, end = words[count:], words[count - 1].end()
        if (fraction := _pattern("fraction", language).match(text, end)) is not None:
            return Spelt(start, fraction.end(), None)
        if rest and _kind(rest[0], language) != "joiner" and not (language == "vi" and rest[0][0].casefold() == YEAR):
            return None
        return _parted(text, Spelt(start, end, value), language)
    return None


def spelt_until(text: str, end: int, language: str) -> Spelt | None:
    """Return the number in words that ends at `end`, from its first word; None where the run of them is no number."""
    begin = max(0, end - 12 * _LONGEST)
    words: list[re.Match[str]] = []
    for word in reversed(list(_TOKEN.finditer(text, begin, end))):
        after = words[0].start() if words else end
        if not _kind(word, language) or not (word.end() == after or _GAP.fullmatch(text, word.end(), after)):
            break
        words.insert(0, word)
    value = parse_words(" ".join(word[0] for word in words), language) if words else None
    return None if value is None else Spelt(words[0].start(), words[-1].end(), value)


def multiplied(text: str, end: int, language: str) -> tuple[int, int]:
    """Return what a word behind digits multiplies them by, and where it ends: `20 triệu` by 1,000,000; else 1."""
    match = _pattern("thousands", language).match(text, end)
    if match is None:
        return 1, end
    for form, factor in _forms("thousands", language):
        if re.fullmatch(form, match["part"], re.IGNORECASE):
            return int(factor), match.end()
    return 1, end


def half_more(text: str, end: int, language: str = "") -> int | None:
    """Return where the words end that add a half to what stands before them (`2 năm rưỡi`), None where none do.

    Without a language the words of all count.
    """
    match = _pattern("half", language).match(text, end)
    return match.end() if match else None


def _parted(text: str, number: Spelt, language: str) -> Spelt | None:
    """Return a number with the half or the thousands that its next words make of it, None for half a thousand."""
    value = number.value or 0
    if (end := half_more(text, number.end, language)) is not None:
        return Spelt(number.start, end, value + 0.5) if value < 100 else None
    factor, end = multiplied(text, number.end, language)
    return number if factor == 1 else Spelt(number.start, end, value * factor)


def _run(text: str, start: int, language: str) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    at = start
    while len(words) < _LONGEST and (word := _TOKEN.match(text, at)) and _kind(word, language):
        if language == "vi" and word[0].casefold() == YEAR and words and not _counts(text, words[-1], word, language):
            break
        words.append(word)
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    return words


def _counts(text: str, before: re.Match[str], year: re.Match[str], language: str) -> bool:
    """Whether `năm` within a number is five: after `linh`, or before `mươi`, `trăm`, `nghìn`."""
    following = re.compile(r"\s+([^\W\d_]+)").match(text, year.end())
    return _kind(before, language) == "joiner" or bool(
        following and number_word(following[1], language) in ("times", "scale")
    )


def _kind(word: re.Match[str], language: str) -> str:
    return number_word(word[0], language)


@cache
def _forms(use: str, language: str) -> tuple[tuple[str, str], ...]:
    rows = read_table(PARTS, ("use", "language", "pattern", "factor", "example"))
    return tuple(
        (row["pattern"], row["factor"]) for row in rows if row["use"] == use and language in ("", row["language"])
    )


@cache
def _pattern(use: str, language: str) -> re.Pattern[str]:
    forms = "|".join(form for form, _ in _forms(use, language)) or r"(?!)"
    return re.compile(rf"[\s\u00a0]*-?(?P<part>{forms})(?!\w)", re.IGNORECASE)
