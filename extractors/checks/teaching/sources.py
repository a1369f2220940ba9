"""Sources: numbers that topics cite and the list of literature does not have; numbers that mean two sources."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from rapidfuzz import fuzz

from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grids import grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.names import fold

LONG, ALIKE = 40, 95
"""Letters from which a source is told by its words alone, and their likeness of a hundred."""
_LISTED = re.compile(r"^[ \t]*[A-ZĐ]{0,3}\[(\d{1,2})\][ \t.]+\S[^\n]{15,}", re.M)
_CITED = re.compile(r"(?:[A-ZĐ]{0,3}\[\d{1,2}(?:\s*[-–,;]\s*\d{1,2})*\][\s,;.]*)+")
"""Sources by their numbers in brackets, in a list and in a cell that holds nothing else."""
_BRACKETED = re.compile(r"(?<![\w\]])\[(\d{1,2}(?:\s*[-–,;]\s*\d{1,2})*)\]")
_YEAR = re.compile(r"[,.:;(]\s*(20\d\d)(?:\s?[ргж]\.)?(?=[.,;)]|\s[–—-]|$)")
"""The year in which a source came out, as `Kyiv, 2019.`"""
TITLE, KIN = 24, 80
"""Letters of a title, and the likeness of the first author's name."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return citations of sources that are not listed, and ambiguous numbering of the list."""
    listed = [row for row in rows if row.table == "bibliography"]
    cited = {
        number
        for row in rows
        if row.table == "topics" and re.fullmatch(r"[\[\]\d,;.\s–-]+", str(row.get("sources") or ""))
        for number in _numbers(str(row.get("sources")))
    }
    cited |= _told(document, {str(row.get("number")) for row in listed}) if len(listed) > 1 else set()
    twice = [*_doubles(listed)] if len(syllabi(document)) == 1 else []
    twice += [*_unborn(listed)]
    if listed and cited:
        return [*twice, *_cited(listed, cited)]
    return [*twice, *_printed(document)]


def _told(document: Document, listed: set[str]) -> set[int]:
    """Return the numbers that sentences cite in brackets where the list prints its own so, or has all but one of them:
    `xem [1], [3-4]`."""
    lines = re.split(r"[\n\f]", document.text.content)
    bracketed = sum(_LISTED.match(line) is not None for line in lines) > 1
    told = (m[1] for line in lines if not _LISTED.match(line) for m in _BRACKETED.finditer(line))
    cited = {number for numbers in told for number in _numbers(numbers)}
    some, strange = len(cited) > 1 + (not bracketed), sum(str(n) not in listed for n in cited)
    return cited if some and (bracketed or strange < 2) else set()


def _printed(document: Document) -> list[Finding]:
    """Return the numbers that cells of tables cite in brackets and a list in brackets lacks, or has twice."""
    numbers = [int(m[1]) for m in _LISTED.finditer(document.text.content)]
    cells = (place.text for grid in grids(document) for row in grid.rows for place in row if not place.merged)
    cited = {number for text in cells if _CITED.fullmatch(text) for number in _numbers(text)}
    lines = pairwise(_LISTED.finditer(document.text.content))
    beside = sorted({int(a[1]) for a, b in lines if a[1] == b[1] and b.start() - a.end() <= 2})
    if beside:
        return [tell("ambiguous_source_reference", "warning", "bibliography", numbers=beside)]
    if len(set(numbers)) < 2 or numbers[0] != 1 or not cited:
        return []
    twice = sorted(n for n, count in Counter(numbers).items() if count > 1)
    if len(twice) > 1 or 1 in twice and len(numbers) > 2 * len(set(numbers)) - 1:
        return []  # the list begins anew
    missing = sorted(n for n in cited if n not in numbers)
    found = []
    if missing and len(missing) * 2 <= len(cited):
        found.append(tell("source_reference_missing", "warning", "topics", numbers=missing, listed=len(numbers)))
    if twice:
        found.append(tell("ambiguous_source_reference", "warning", "bibliography", numbers=twice))
    return found


def _cited(listed: list[Row], cited: set[int]) -> list[Finding]:
    """Return the numbers that no source has, and those that two have."""
    numbers = [int(n) for row in listed if (n := str(row.get("number") or "")).isdecimal()]
    twice = sorted(n for n, count in Counter(numbers).items() if count > 1)
    highest = len(listed) if twice or not numbers else max(numbers)
    found = []
    missing = sorted(n for n in cited if n > highest or not twice and numbers and n not in numbers)
    if missing:
        found.append(tell("source_reference_missing", "warning", "topics", numbers=missing, listed=len(listed)))
    if twice and any(n in twice or n > max(numbers) for n in cited):
        found.append(tell("ambiguous_source_reference", "warning", "bibliography", numbers=twice))
    return found


def _doubles(listed: list[Row]) -> Iterator[Finding]:
    """Yield the sources that an earlier one repeats: the same words, or the same title by the same first author."""
    earlier: list[tuple[Row, str, str, set[str]]] = []
    for row in listed:
        text = str(row.get("text") or "")
        words = fold(text)
        author, titles = words.partition(" ")[0], _titles(text)
        for other, others, first, stated in earlier:
            same = len(words) >= LONG and len(others) >= LONG and fuzz.ratio(words, others) >= ALIKE
            if same or titles & stated and fuzz.ratio(author.strip(".,:–-"), first.strip(".,:–-")) >= KIN:
                said = {"other": other.get("number") or other.row_key, "title": text[:80]}
                yield tell("duplicate_source", "info", "bibliography", row.row_key, **said)
                break
        earlier.append((row, words, author, titles))


def _unborn(listed: list[Row]) -> Iterator[Finding]:
    """Yield the sources that are to come out in a later year than this."""
    for row, year in ((one, year) for one in listed for year in _YEAR.findall(str(one.get("text")))):
        if int(year) > date.today().year:
            yield tell("date_in_future.source", "warning", "bibliography", row.row_key, date=year)


def _titles(text: str) -> set[str]:
    """Return the longer parts of a source between its points and quotes."""
    parts = (fold(part).strip() for part in re.split(r"[.:;/«»“”\"–—,]+", text))
    return {part for part in parts if len(part) >= TITLE and part.count(" ") >= 3}


def _numbers(text: str) -> set[int]:
    """Return the numbers of a list with ranges: `1-3, 5` is 1, 2, 3 and 5."""
    found: set[int] = set()
    for match in re.finditer(r"(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?", text):
        low, high = int(match[1]), int(match[2] or match[1])
        found |= set(range(low, high + 1)) if high - low <= 60 else {low, high}
    return found
