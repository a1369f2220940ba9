"""Told credits: the total that a line above the list of courses tells, where it was not read as the programme's."""

import re

from extractors.checks.sums import FAREST
from extractors.checks.telling import tell
from extractors.checks.told_sums import NEAR, WORDS
from extractors.curriculum.courses.parts import ELECTIVE
from extractors.curriculum.grids import grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

LEAST = 3
"""Courses of a list whose credits may make the total."""
_TOTAL = Wordings(WORDS, r"^[^\n\d]{0,24}<<all_credits>>[^\n\d]{0,26}?[\s:–-](?P<credits>\d{1,3})(?![\d.,/-]*\d)", re.M)
_OUTSIDE = Wordings(WORDS, "<<outside>>", re.I)


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return a finding where the courses do not make the credits that a line above them tells."""
    courses = [row for row in rows if row.table == "courses"]
    if len(courses) < LEAST or any(row.get("credits") is None for row in courses):
        return []
    first = min((grid.start for grid in grids(document)), default=0)
    match = _TOTAL.search(document.text.content, 0, first)
    words = " ".join(str(row.get(c) or "") for row in courses for c in ("name", "component", "cycle"))
    if match is None or ELECTIVE.search(words) or _OUTSIDE.search(words) or _chosen(document):
        return []
    total, made = float(match["credits"]), sum(row.get("credits") for row in courses)
    if abs(total - made) <= NEAR or max(total, made) > FAREST * min(total, made):
        return []
    return [tell("credits_sum", "error", "courses", None, required=made, offered=0, total=total)]


def _chosen(document: Document) -> bool:
    """Say whether the lists of courses leave something to choose."""
    return any(ELECTIVE.search(place.text) for grid in grids(document) for row in grid.rows for place in row)
