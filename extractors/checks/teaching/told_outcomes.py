"""Told outcomes: codes that lines begin with and that were not read: left out, printed twice, or cited for nothing;
what the matrices of a document leave without a mark."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from extractors.checks.printed import cells_of
from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.outcomes.codes import listed
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.names import fold
from normalizers.wordings import Wordings

LEAST = 3
"""Lines with a code from which they are a series."""
_SHORT = re.compile(r"([^\W\d_]{1,4})(\d{1,2})")
STUDIED = ("syllabus", "programme", "other", "plan")
_WORDS = Path(__file__).parents[1] / "knowledge" / "number_words.tsv"
_CODE = Wordings(
    _WORDS,
    r"^[^\w\n]{0,3}(?P<prefix><<outcome>>)[ ]?[.-]?(?P<n>\d{1,2})(?![.-]?\d)[\s.:)–-]+(?P<text>[^\W\d_][^\n]{5,})",
    re.M,
)
"""A line that begins with the code of an outcome: `ILO2 Program a controller.`"""
COURSES = 5
"""Courses of a matrix from which an outcome that none serves is worth telling."""
OUTCOMES = 4
HEADS = 4
"""Rows of a matrix among which its head may be."""
_COURSE = "course"
_OF_PROGRAMME = ("objective", "programme_outcome")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is wrong with the codes of outcomes that only the lines tell, and with matrices."""
    return [*_lined(document, rows), *_matrices(document, rows), *_unused(document, rows)]


def _lined(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    if not rows or document.genre.kind not in STUDIED or len(syllabi(document)) > 1:
        return []
    read = {str(row.get("code")) for row in rows if row.table == "outcomes" and row.get("code")}
    unknown = [*_unknown(document, read)]
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
                cells = cells_of(grid, column)
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


def _matrices(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what the matrices of a document leave without a mark, or leave out."""
    kinds = {fold(str(row.get("code"))): str(row.get("kind")) for row in rows if row.table == "outcomes"}
    courses = {fold(str(row.get("code"))): _COURSE for row in rows if row.table == "courses" and row.get("code")}
    return [*_unmarked(document, kinds), *_absent(document, kinds | courses)] if kinds else []


def _unused(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the one outcome of a course whose code stands where it is defined and nowhere else, unlike all others."""
    own = [row for row in rows if row.get("kind") in ("course_outcome", "indicator") and row.get("code")]
    codes, content = [str(row.get("code")) for row in own], document.text.content
    told = {code: len(re.findall(rf"(?<![\w.]){re.escape(code)}(?!\d|\.\d)", content)) for code in codes}
    spanned = codes and re.search(rf"{re.escape(codes[0])}\s?[-–÷]\s?\S{{0,5}}\d", content)
    idle = [code for code, times in told.items() if times == 1]
    studied = document.genre.kind == "syllabus" and len(syllabi(document)) == 1 and len(told) == len(codes) >= LEAST
    if len(idle) == 1 and studied and not spanned:
        yield tell("outcome_not_served.unused", "warning", "outcomes", idle[0], code=idle[0])


def _is_mark(text: str) -> bool:
    return bool(re.search(r"[^\s\d.]|[1-9]", text))


def _unmarked(document: Document, kinds: dict[str, str]) -> Iterator[Finding]:
    """Yield what a matrix of objectives and outcomes leaves out: a course's outcome that serves nothing, an objective
    or an outcome of the programme that nothing is marked for; a matrix whose marks are lost has none."""
    for grid in grids(document):
        found = _crossed(grid, kinds)
        if found is None or not all(fold(code) in kinds for code in found[1]):
            continue
        columns, data = found
        marked = {code: [place for place in columns if _is_mark(row[place].text)] for code, row in data.items()}
        if not any(marked.values()):
            yield tell("blank_column.matrix", "warning", "outcome_links", codes=[*data, *columns.values()])
            continue
        bare = [code for code, places in marked.items() if not places]
        of_programme = {kinds[fold(code)] for code in [*data, *columns.values()]} == set(_OF_PROGRAMME)
        reached = {place for places in marked.values() for place in places}
        bare += [code for place, code in columns.items() if of_programme and place not in reached]
        if bare and 2 * len(bare) <= len(data) + len(columns):
            yield tell("outcome_not_served.matrix", "warning", "outcomes", codes=bare)


def _absent(document: Document, kinds: dict[str, str]) -> Iterator[Finding]:
    """Yield the outcomes that no course of a matrix serves, and the one or two of a series that no matrix has."""
    met: set[str] = set()
    for columns, data in (found for grid in grids(document) if (found := _crossed(grid, kinds))):
        taught, planned = (
            _COURSE in {kinds.get(fold(code), _COURSE) for code in own} for own in (data, columns.values())
        )
        sides = [code for code, row in data.items() if any(_is_mark(place.text) for place in row[min(columns) :])]
        met |= {fold(code) for code in (*columns.values(), *(sides if taught or planned else data))}
        bare = [code for n, code in columns.items() if not any(_is_mark(row[n].text) for row in data.values())]
        if taught and len(columns) >= OUTCOMES and len(data) >= COURSES and 0 < len(bare) * 3 <= len(columns):
            yield tell("outcome_not_served", "warning", "outcomes", None, codes=bare)
    series: dict[str, list[str]] = {}
    for code, kind in kinds.items():
        series.setdefault(_COURSE if kind == _COURSE else code.rstrip("0123456789. "), []).append(code)
    for own in series.values():
        missing = [code.upper() for code in own if code not in met]
        if 0 < len(missing) <= 2 and len(own) >= OUTCOMES * len(missing):
            yield tell("outcome_not_served.matrix", "warning", "outcomes", codes=missing)


def _crossed(grid: Grid, kinds: dict[str, str]) -> tuple[dict[int, str], dict[str, tuple[Place, ...]]] | None:
    """Return the columns and rows of a matrix by the codes, of other kinds, or the names of courses that head them."""
    for number, row in enumerate(grid.rows[:HEADS]):
        columns = {n: p.text.strip() for n, p in enumerate(row) if fold(p.text) in kinds and not p.merged}
        if len(columns) < 2 or 0 in columns:
            continue
        data = {}
        for below in grid.rows[number + 1 :]:
            sides = [p.text.strip() for p in below[: min(columns)] if not p.merged]
            named = (text for text in sides if len(columns) >= OUTCOMES and re.search(r"[^\W\d_]{3}", text))
            first = next((text for text in sides if fold(text) in kinds), None) or next(named, None)
            if first and first not in data:
                data[first] = below
        over = {kinds[fold(code)] for code in columns.values()}
        if len(data) >= 2 and len(over) == 1 and not over & {kinds.get(fold(code), _COURSE) for code in data}:
            return columns, data
    return None
