"""Orders: courses asked for before they are taught, semesters that no programme has, terms defined twice."""

import re
from collections.abc import Iterator
from math import ceil

from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import headed
from extractors.curriculum.table_rows import is_total
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.names import fold

A_YEAR = 2
"""Semesters of a year; where it has three, more courses than one stand behind those."""
MOST = 14
"""The last semester of a programme whose years are not told."""
BOTH = 20
"""Figures from which two semesters are told without a mark between them: `78`."""
LETTERS = 4
"""Letters of a cell that names a course."""
WORDS = 12
"""Characters at most between a term and what it is, and those by which two definitions differ."""
LEAST = 4
"""Courses with a semester from which they are a plan."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return courses and terms that stand against each other."""
    if len(syllabi(document)) > 1:
        return []
    return [*_prerequisites(rows), *_semesters(document, rows), *_terms(document, rows)]


def _semesters_of(rows: tuple[Row, ...]) -> dict[str, int]:
    """Return the one semester of every course that has a code of its own."""
    found: dict[str, set[object]] = {}
    for row in rows:
        if row.table == "courses" and row.get("code"):
            found.setdefault(str(row.get("code")), set()).add(row.get("semester"))
    return {code: n for code, (n, *more) in found.items() if not more and isinstance(n, int)}


def _prerequisites(rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the courses that another asks for which is taught in an earlier semester."""
    taught = _semesters_of(rows)
    for row in rows:
        if row.table != "course_relations" or row.get("relation") != "prerequisite":
            continue
        course, wanted = str(row.get("course_code")), str(row.get("code"))
        if row.get("code") and course == wanted:
            yield tell("prerequisite_order.itself", "warning", "course_relations", row.row_key, course=course)
        if course in taught and wanted in taught and taught[wanted] > taught[course]:
            said = {"course": course, "semester": taught[course], "wanted": wanted, "later": taught[wanted]}
            yield tell("prerequisite_order", "warning", "course_relations", row.row_key, **said)


def _semesters(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the only course of a plan that stands in a semester after its last one; no value is read of it."""
    years = [float(n) for row in rows if row.table == "programmes" and (n := row.get("duration_years"))]
    last = ceil(A_YEAR * max(years)) if years else MOST
    for grid in grids(document):
        head = headed(grid)
        column = head.of("semester") if head else None
        if head is None or column is None or not head.of("course", "name", "code"):
            continue
        listed = (r for r in head.data if not any(is_total(text) for text in grid.texts(r)[:2]))
        told = [(r, int(text)) for r in listed if (text := head.at(r, column).text.strip()).isdecimal()]
        beyond = [(r, semester) for r, semester in told if last < semester]
        if len(told) >= LEAST and len(beyond) == 1 and beyond[0][1] < BOTH:
            r, semester = beyond[0]
            course = next((p.text for p in grid.rows[r] if sum(c.isalpha() for c in p.text) >= LETTERS), str(r))
            yield tell("semester_range", "warning", "courses", None, course=course, semester=semester)


def _terms(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the terms of which a later line says again, and otherwise, what they are."""
    content = document.text.content
    for row in rows:
        if row.table != "terms" or row.get("kind") != "definition":
            continue
        term, definition = (row.cells[c].span if c in row.cells else None for c in ("term", "definition"))
        if term is None or definition is None or not 0 < definition.start - term.end < WORDS:
            continue
        said = re.escape(content[term.start : definition.start])
        for match in re.finditer(rf"[\n\f]\W*(?:\w{{1,3}}[.)]\s*)?\W{{0,2}}{said}(?P<is>[^\n\f]+)", content):
            first, again = (content[n : n + WORDS] for n in (definition.start, match.start("is")))
            if match.start("is") != definition.start and fold(first) != fold(again):
                yield tell("term_defined_twice", "warning", "terms", row.row_key, term=row.get("term"))
                break
