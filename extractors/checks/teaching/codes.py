"""Codes: outcomes unique and without gaps, ends of links that exist, indicators with an outcome, shapes of codes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from extractors.checks.placing import is_machine_read
from extractors.checks.printed import cells_of
from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.courses.plan_indices import is_index, lost_its_letter
from extractors.curriculum.grids import Grid, grids
from extractors.curriculum.outcomes.codes import Code, listed
from extractors.curriculum.outcomes.fragments import LOST
from extractors.curriculum.outcomes.stated import outcomes, torn
from extractors.curriculum.outcomes.tables import Outcome
from models.document import Document
from models.rows import Finding, Row
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_PROGRAMME_SHAPES = {
    "vi": re.compile(r"\d{7,8}(?:[-_.]?\w{1,6})?"),
    "kk": re.compile(r"\d[BMDВМД]\d{5,6}"),
    "uk": re.compile(lettered(r"\d{3}(?:\.\d{2})?|\p{Lu}\d{1,2}(?:\.\d{2})?|\d\.\d{8}")),
    "ru": re.compile(r"\d{2}\.\d{2}\.\d{2}|\d{6}|\d[BMDВМД]\d{5,6}"),
}
_WORDS = Path(__file__).parents[1] / "knowledge" / "number_words.tsv"
_LEVELS = ("associate", "bachelor", "master", "doctorate", "vocational")
_OF_LEVEL = {level: Wordings(_WORDS, rf"<<of_{level}>>(?!\d)") for level in _LEVELS}
"""What the codes of programmes look like at each level."""

MOST = 100
"""What numbers of outcomes stay below; those of courses may have the same letters."""
LISTED = 4
"""Codes of courses from which one that differs from the others is odd."""
SIDES = 2
"""Columns of a matrix in one of which its courses stand."""
STRANGE = 3
"""Codes of a column from which one that nothing defines is odd, the others being defined."""
_SHARED = re.compile(r"\s*[:=(]?\s*(?<!\d)\d{1,3}\s?%\s*\)?")
"""The share that stands behind a code: `CLO2: 60 %`."""
WHOLE = 12
"""Letters of an outcome from which its repetition is told by them."""
_LETTER_AMONG_DIGITS = re.compile(r"\d[OОIlІ]+\d|[A-Z]{2,}О\d|\d[lI]$")
"""A letter that looks like a digit between two, a Cyrillic one before them, or one at the end."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is wrong with the codes of outcomes, courses and programmes."""
    stated = outcomes(document) if any(row.table == "outcomes" for row in rows) else ()
    coded = [o for o in stated if o.code]
    found = [*_doubles(coded), *_matrix(document), *_orphans(coded)]
    if len(syllabi(document)) == 1:  # each syllabus of a bundle quotes what it needs
        found += [*_gaps(coded), *_texts(stated, rows)]
    found += [*_undefined(document, coded), *_dangling(rows), *_courses(rows), *_programmes(document, rows)]
    found += [*_unlisted(document, rows), *_unlisted_relations(rows), *_odd(rows)]
    return found


def _doubles(coded: list[Outcome]) -> Iterator[Finding]:
    for one in coded:
        if one.double and one.code:
            first = next(o for o in coded if o.code and o.code.key == one.code.key)
            if _goes_on(first.text, one.text):
                continue
            texts = {"first": _short(first.text), "second": _short(one.text)}
            yield tell("duplicate_outcome_code", "error", "outcomes", one.code.text, code=one.code.text, **texts)


def _goes_on(one: str, other: str) -> bool:
    """Say whether a text begins with the whole of another: the same again, with what stands behind it on the page."""
    short, long = sorted((one, other), key=len)
    return len(short) >= WHOLE and long.startswith(short)


def _short(text: str) -> str:
    return f"{text[:40]}…" if len(text) > 40 else text


def _gaps(coded: list[Outcome]) -> Iterator[Finding]:
    """Yield numbers left out of a series that the document defines: one that begins with 1 and has three members.

    Two members are enough for the outcomes of the course itself: a syllabus may quote two of its programme's.
    """
    own = {o.code.series.prefix for o in coded if o.code and o.kind == "course_outcome"}
    aims = {o.code.series.prefix for o in coded if o.code and o.kind == "objective"}
    for (prefix, above), numbers in _series(coded).items():
        least = 2 if above or prefix in own or prefix in aims else 3
        if 1 not in numbers or len(numbers) < least or len(numbers) * 2 < max(numbers):
            continue
        for number in range(1, max(numbers)):
            if number not in numbers:
                code = prefix + ".".join(map(str, (*above, number)))
                yield tell("missing_outcome_code", "error", "outcomes", code, code=code)


def _series(coded: list[Outcome]) -> dict[tuple[str, tuple[int, ...]], set[int]]:
    found: dict[tuple[str, tuple[int, ...]], set[int]] = defaultdict(set)
    for one in coded:
        if one.code:
            found[one.code.series.prefix, one.code.index[:-1]].add(one.code.index[-1])
    return found


def _texts(stated: tuple[Outcome, ...] | list[Outcome], rows: tuple[Row, ...]) -> Iterator[Finding]:
    keys = {row.get("code"): row.row_key for row in rows if row.table == "outcomes" and row.get("code")}
    for one in stated:
        name = one.code.text if one.code else None
        for other in one.versions[:1] if name else ():
            texts = {"first": _short(one.text), "second": _short(other)}
            yield tell("outcome_text_differs", "warning", "outcomes", keys.get(name), code=name, **texts)
        if LOST in one.text and name:
            yield tell("unreadable_text.outcome", "warning", "outcomes", name, code=name)


def _matrix(document: Document) -> Iterator[Finding]:
    matrix = torn(document)
    if matrix is None:
        return
    yield tell("table_columns_out_of_order", "warning", "outcomes")
    for number in matrix.undetermined:
        yield tell("outcome_link_undetermined", "warning", "outcome_links", number=number)


def _orphans(coded: list[Outcome]) -> Iterator[Finding]:
    tops = [o.code for o in coded if o.code and o.kind == "programme_outcome" and len(o.code.index) == 1]
    single = {o.code.series.prefix for o in coded if o.code and len(o.code.index) == 1}
    for one in coded:
        below = one.code and (one.kind == "indicator" or len(one.code.index) == 2 and one.code.series.prefix in single)
        prefix = one.code.series.prefix if one.code else ""
        numbers = {top.index[0] for top in tops if top.series.prefix == prefix or prefix not in single}
        if one.code and below and len(tops) >= 2 and numbers and one.code.index[0] not in numbers:
            yield tell("indicator_without_outcome", "error", "outcomes", one.code.text, code=one.code.text)


def _undefined(document: Document, coded: list[Outcome]) -> Iterator[Finding]:
    """Yield codes that tables refer to and that the series the document defines does not have."""
    defined = {o.code.key for o in coded if o.code}
    own = {key for key, numbers in _series(coded).items() if 1 in numbers and len(numbers) >= 2}
    known = own | {(prefix, ()) for prefix, above in own if not above}
    told: set[tuple[str, tuple[int, ...]]] = set()
    severity = "warning" if is_machine_read(document) else "error"  # the engine may have misread the code
    for grid in grids(document):
        for row in grid.rows:
            for place in row:
                if not place.text or place.merged or len(place.text) > 200:
                    continue
                for code in listed(_SHARED.sub("", place.text), document.genre.language):
                    key = code.key
                    inside = (key[0], key[1][:-1]) in known and key[1][-1] < MOST
                    if inside and key not in defined and key not in told and code.end > code.start:
                        told.add(key)
                        yield tell("undefined_outcome", severity, "outcomes", code.text, code=code.text)
        for code in _strangers(grid, document.genre.language, defined):
            if code.key not in told:
                told.add(code.key)
                yield tell("undefined_outcome", "warning", "outcomes", code.text, code=code.text)


def _strangers(grid: Grid, language: str, defined: set[tuple[str, tuple[int, ...]]]) -> list[Code]:
    """Return the one code of a column of codes that the document does not define where it defines all the others."""
    for column in range(1, grid.width):
        cells = cells_of(grid, column)
        lists = [listed(cell, language) for cell in cells]
        met = {code.key: code for codes in lists for code in codes if code.end > code.start}
        unknown = [code for key, code in met.items() if key not in defined]
        if len(cells) >= STRANGE and all(lists) and len(unknown) == 1 and len(met) >= STRANGE:
            return unknown
    return []


def _dangling(rows: tuple[Row, ...]) -> Iterator[Finding]:
    keys = {row.row_key for row in rows if row.table == "outcomes"}
    own = {re.sub(r"[\d. (*)-]+$", "", key) for key in keys}
    known = keys | {str(row.get("code")) for row in rows if row.table == "courses"}
    kinds = {row.row_key: row.get("kind") for row in rows if row.table == "outcomes"}
    links = [row for row in rows if row.table == "outcome_links"]
    for column, other in (("source_code", "target_code"), ("target_code", "source_code")):
        theirs = {kinds.get(str(row.get(other))) for row in links if str(row.get(column)) in known}
        for row in links:
            end = str(row.get(column))
            foreign = kinds.get(str(row.get(other))) not in theirs  # the programme's, whose letters may be the course's
            if end not in known and re.sub(r"[\d. (*)-]+$", "", end) in own - {""} and not foreign:
                yield tell("link_end_missing", "error", "outcome_links", row.row_key, code=end)


def _courses(rows: tuple[Row, ...]) -> Iterator[Finding]:
    seen: dict[str, Row] = {}
    codes = {str(row.get("code")) for row in rows if row.table == "courses" and row.get("code")}
    for row in rows:
        code = row.get("code") if row.table == "courses" else None
        if not code:
            continue
        if code in seen and seen[code].get("name") != row.get("name"):
            names = {"first": seen[code].get("name"), "second": row.get("name")}
            yield tell("duplicate_course_code", "error", "courses", row.row_key, code=code, **names)
        seen.setdefault(code, row)
        indexed = lost_its_letter(str(code)) and sum(map(is_index, codes)) * 2 > len(codes)
        if indexed or _LETTER_AMONG_DIGITS.search(str(code)) or _stands_for_nought(str(code), codes):
            yield tell("course_code_shape", "warning", "courses", row.row_key, code=code)


def _unlisted(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the codes of courses at the head or side of a matrix that the list of courses, nor anything else, has."""
    codes = {str(row.get("code")) for row in rows if row.table == "courses" and row.get("code")}
    shapes = {_shape(code) for code in codes}
    content = document.text.content
    for grid in grids(document) if len(codes) >= LISTED else ():
        for line in (grid.rows[0], *(tuple(row[c] for row in grid.rows) for c in range(min(SIDES, grid.width)))):
            own = [_leading(place.text, shapes) for place in line if place.text and not place.merged]
            unknown = [
                text for text in own if text not in codes and _shape(text) in shapes and content.count(text) == 1
            ]
            if len(unknown) == 1 and sum(text in codes for text in own) >= LISTED - 1:
                yield tell("link_end_missing.course", "error", "outcome_links", None, code=unknown[0])


def _unlisted_relations(rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the one code asked for beside a course that a list of courses lacks, where it has the others asked for."""
    codes = {str(row.get("code")) for row in rows if row.table == "courses" and row.get("code")}
    asked = [row for row in rows if row.table == "course_relations" and row.get("code")]
    shapes = {_shape(code) for code in codes}
    unknown = [row for row in asked if row.get("code") not in codes and _shape(str(row.get("code"))) in shapes]
    if len(codes) > LISTED and len(unknown) == 1 and len(asked) > 2:
        row = unknown[0]
        said = {"code": row.get("code"), "course": row.get("course_code")}
        yield tell("link_end_missing.relation", "warning", "course_relations", row.row_key, **said)


def _odd(rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the only code of a list whose letters and figures stand in another order than in all the others."""
    listed = [row for row in rows if row.table == "courses" and re.search(r"\d", str(row.get("code") or ""))]
    orders = Counter(_order(str(row.get("code"))) for row in listed)
    if len(listed) > LISTED and len(orders) == 2 and orders.most_common()[1][1] == 1:
        odd = next(row for row in listed if orders[_order(str(row.get("code")))] == 1)
        yield tell("course_code_shape.order", "info", "courses", odd.row_key, code=odd.get("code"))


def _shape(code: str) -> str:
    """Return a code with `9` for every figure."""
    return re.sub(r"\d", "9", code)


def _leading(text: str, shapes: set[str]) -> str:
    """Return the code that a text begins with, or the text: `DL2104 Trắc địa`."""
    words = text.split()
    return next((one for n in (1, 2) if _shape(one := " ".join(words[:n])) in shapes), text.strip())


def _order(code: str) -> str:
    """Return the order in which letters and figures stand in a code: `A9` of `DL2104`."""
    return re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "A", code))


def _programmes(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    shape = _PROGRAMME_SHAPES.get(document.genre.language)
    for row in rows:
        code = row.get("code") if row.table == "programmes" else None
        levels = {level for level, own in _OF_LEVEL.items() if own.match(str(code))}
        if code and shape and not shape.fullmatch(str(code)):
            yield tell("programme_code_shape", "warning", "programmes", row.row_key, code=code)
        elif row.get("level") and levels and row.get("level") not in levels:
            yield tell("programme_code_shape.level", "warning", "programmes", row.row_key, code=code)


def _stands_for_nought(code: str, codes: set[str]) -> bool:
    """Say whether a code's letter before its digits should be a nought: other codes have the letters without it.

    `MATO12` beside `MAT101`; `GEO2046` alone is what it is.
    """
    match = re.match(r"([A-Z]{2,})O(?=\d)", code)
    if match is None:
        return False
    shorter = [c for c in codes if re.fullmatch(rf"{match[1]}\d[\w.]*", c)]
    return any(len(c) == len(code) for c in shorter) and not any(c != code and c.startswith(match[0]) for c in codes)
