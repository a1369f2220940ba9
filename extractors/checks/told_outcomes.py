"""Told outcomes: codes that lines begin with and that were not read: left out, printed twice, or cited for nothing."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grids import grids
from extractors.curriculum.outcomes.codes import listed
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

LEAST = 3
"""Lines with a code from which they are a series."""
_SHORT = re.compile(r"([^\W\d_]{1,4})(\d{1,2})")
STUDIED = ("syllabus", "programme", "other", "plan")
_WORDS = Path(__file__).parent / "knowledge" / "number_words.tsv"
_CODE = Wordings(
    _WORDS,
    r"^[^\w\n]{0,3}(?P<prefix><<outcome>>)[ ]?[.-]?(?P<n>\d{1,2})(?![.-]?\d)[\s.:)–-]+(?P<text>[^\W\d_][^\n]{5,})",
    re.M,
)
"""A line that begins with the code of an outcome: `ILO2 Program a controller.`"""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is wrong with the codes of outcomes that only the lines tell."""
    if not rows or document.genre.kind not in STUDIED or len(syllabi(document)) > 1:
        return []
    read = {str(row.get("code")) for row in rows if row.table == "outcomes" and row.get("code")}
    unknown = list(_unknown(document, read))
    series: dict[str, list[tuple[int, str]]] = {}
    for match in _CODE.finditer(document.text.content):
        if "\t" not in match["text"]:
            series.setdefault(match["prefix"], []).append((int(match["n"]), match["text"]))
    return unknown + [
        finding
        for prefix, told in series.items()
        if len(told) >= LEAST and told[0][0] == 1 and not any(code.startswith(prefix) for code in read)
        for finding in _wrong(document, prefix, told)
    ]


def _unknown(document: Document, read: set[str]) -> Iterator[Finding]:
    """Yield the codes of a series of the author's own, as `A4`, that a column of them has and nothing defines."""
    series: dict[str, set[int]] = {}
    for match in (m for code in read if not listed(code, document.genre.language) and (m := _SHORT.fullmatch(code))):
        series.setdefault(match[1], set()).add(int(match[2]))
    for prefix, numbers in series.items():
        if numbers != set(range(1, len(numbers) + 1)) or len(numbers) < LEAST:
            continue
        lists = re.compile(rf"{re.escape(prefix)}\d{{1,2}}(?:\s*[,;]\s*{re.escape(prefix)}\d{{1,2}})*")
        for grid in grids(document):
            for column in range(1, grid.width):
                cells = [
                    row[column].text.strip() for row in grid.rows[1:] if row[column].text and not row[column].merged
                ]
                cited = {int(n) for cell in cells for n in re.findall(r"\d+", cell)}
                if len(cells) >= 2 and all(map(lists.fullmatch, cells)) and len(cited & numbers) >= 2:
                    for n in sorted(cited - numbers):
                        yield tell("undefined_outcome", "error", "outcomes", f"{prefix}{n}", code=f"{prefix}{n}")


def _wrong(document: Document, prefix: str, told: list[tuple[int, str]]) -> Iterator[Finding]:
    numbers = [n for n, _ in told]
    missing = [n for n in range(1, max(numbers)) if n not in numbers]
    if 0 < len(missing) < LEAST:
        for n in missing:
            yield tell("missing_outcome_code", "error", "outcomes", f"{prefix}{n}", code=f"{prefix}{n}")
    for (first, one), (second, other) in pairwise(told):
        if first == second and one != other:
            said = {"first": one[:40], "second": other[:40]}
            yield tell(
                "duplicate_outcome_code", "error", "outcomes", f"{prefix}{first}", code=f"{prefix}{first}", **said
            )
    cells = (place.text.strip() for grid in grids(document) for row in grid.rows for place in row if not place.merged)
    cited = {int(m[1]) for text in cells if (m := re.fullmatch(rf"{re.escape(prefix)}[ .-]?(\d{{1,2}})", text))}
    for n in sorted(cited - set(numbers)) if len(cited & set(numbers)) >= 2 else ():
        yield tell("undefined_outcome", "error", "outcomes", f"{prefix}{n}", code=f"{prefix}{n}")
