"""Conflicts: what a document says twice of a course or a programme and not alike; what it says of all but a few."""

import re
from collections import defaultdict
from collections.abc import Iterator

from extractors.checks.figures.sums import summed_credits
from extractors.checks.figures.told_sums import outermost
from extractors.checks.patterns import spoken
from extractors.checks.telling import tell
from extractors.curriculum import figures
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.courses.lists import course_lists
from extractors.curriculum.courses.parts import CHOSEN
from extractors.curriculum.courses.rows import Listed
from extractors.curriculum.courses.semesters import explicit_semester, parted_semesters
from extractors.curriculum.grids import grids
from extractors.curriculum.hours.told_hours import activity_named
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.names import fold

NEAR = 0.01
COURSES = 5
"""Courses of a list from which it is odd that some say less than the others."""
PARTS = 3
"""Kinds of work on a card, those of the student alone among them, from which they are compared with its whole."""
MOST = 0.8
FEW = 3
SLIP = 2
"""Credits by which the total of a list may be another one than is told and yet be meant to be it."""
PROGRAMME = (60, 360)
"""Credits that a whole programme may have."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return where lists of courses, and totals of a document contradict each other or leave something out."""
    courses = [row for row in rows if row.table == "courses"]
    found = list(_programme(document, rows))
    if len(syllabi(document)) == 1:
        found += [*_between_lists(document, courses), *_wanting(courses), *_semesters(document)]
        found += [*_cards(document, rows), *_codes(document, courses), *_planned(document, courses)]
    return found


def _cards(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the whole that the hours of a card of labels and figures do not make, read as rows or not."""
    key = next((row.row_key for row in rows if row.table == "workloads"), None)
    for grid in grids(document) if key is not None else ():
        lines = [[place.text for place in row if place.text and not place.merged] for row in grid.rows]
        told = [
            (activity_named(own[0]), float(value))
            for own in lines
            if len(own) == 2 and (value := figures.hours(own[1])) is not None
        ]
        kinds = [activity for activity, _ in told if activity]
        parts = [hours for activity, hours in told if activity not in (None, "total")]
        whole = next((hours for activity, hours in told if activity == "total"), 0.0)
        if len(set(kinds)) < len(kinds) or len(parts) < PARTS or "self_study" not in kinds:
            continue
        grouped = sum(outermost([hours for activity, hours in told if activity != "total"]))
        if whole and abs(grouped - whole) > NEAR and NEAR < abs(sum(parts) - whole) < whole / 2:
            yield tell("workload_total", "error", "workloads", key, total=whole, made=sum(parts))


def _between_lists(document: Document, courses: list[Row]) -> Iterator[Finding]:
    """Yield the courses to which two lists of the document give other credits or semesters; a list may
    spread credits over rows."""
    lists: dict[tuple[int, ...], dict[str, list[Listed]]] = {}
    for head, listed in course_lists(document):
        own = lists.setdefault(_columns(head.columns), defaultdict(list))
        for entry in listed:
            if "name" in entry.cells and "credits" in entry.cells:
                own[fold(str(entry.cells["name"].value))].append(entry)
    if len(lists) < 2:
        return
    rows = {fold(str(row.get("name"))): row for row in reversed(courses)}
    moved: list[tuple[Row, list[set[object]]]] = []
    for name, row in rows.items():
        told = [{s.value for e in own[name] if (s := e.cells.get("semester"))} for own in lists.values() if name in own]
        moved += [(row, told)] if len(told) > 1 and all(told) and not set.intersection(*told) else []
        stated = [sorted(_credits(entries)) for own in lists.values() if (entries := own.get(name))]
        sums = {round(sum(one), 2) for one in stated}
        if len(stated) >= 2 and len(sums) > 1 and not set(stated[0]) & set(stated[1]):
            said = {"course": row.get("name"), "credits": [f"{one:g}" for one in sorted(sums)]}
            yield tell("credits_conflict", "error", "courses", row.row_key, **said)
    for row, told in moved if len(moved) <= FEW else ():
        said = {"course": row.get("name"), "semesters": [n for own in told for n in sorted(map(str, own))]}
        yield tell("semester_conflict", "warning", "courses", row.row_key, **said)


def _codes(document: Document, courses: list[Row]) -> Iterator[Finding]:
    """Yield the only course of a document whose name stands behind another code of the same make elsewhere."""
    code, name = (str(courses[0].get(column) or "") for column in ("code", "name")) if len(courses) == 1 else ("", "")
    if not (code.isalnum() and name):
        return
    before = re.compile(rf"(?<!\w)(\w{{{len(code)}}})\s*[-–—:.]\s*" + r"\s+".join(map(re.escape, name.split())), re.I)
    told = {match[1] for match in before.finditer(document.text.content)}
    if odd := sorted(one for one in told if one != code and _make(one) == _make(code)):
        yield tell("course_code_conflict", "warning", "courses", courses[0].row_key, codes=[code, *odd])


def _make(code: str) -> str:
    """Return where a code has letters and where figures: `AA999`."""
    return "".join("9" if sign.isdigit() else "A" for sign in code)


def _semesters(document: Document) -> Iterator[Finding]:
    """Yield the courses whose credits stand under another semester than the one that their own column gives."""
    for head, listed in course_lists(document):
        for entry in listed:
            said, parted = explicit_semester(head, entry.row), parted_semesters(head, entry.row)
            if said and parted and said.value not in parted:
                about = {"course": entry.cells["name"].value, "semesters": [said.value, *parted]}
                key = str(entry.cells["code"].value) if "code" in entry.cells else None
                yield tell("semester_conflict", "warning", "courses", key, **about)


def _planned(document: Document, courses: list[Row]) -> Iterator[Finding]:
    """Yield the courses that a plan, whose rows have a semester and the codes of its courses, leaves out or moves."""
    listed = {str(row.get("code")): row for row in courses if row.get("code")}
    bound = [one for one, row in listed.items() if not CHOSEN.search(f"{row.get('component')} {row.get('name')}")]
    for grid in grids(document) if len(listed) > 2 * FEW else ():
        planned: dict[str, int] = {}
        for row in grid.rows[1:]:
            semester = re.fullmatch(r"(?:\D{0,16}\s)?(\d{1,2})", row[0].text.strip())
            told = re.split(r"[\s,;()]+", " ".join(place.text for place in row[1:]))
            planned |= {code: int(semester[1]) for code in told if semester and code in listed}
        missing = [code for code in bound if code not in planned]
        moved = [code for code, n in planned.items() if listed[code].get("semester") not in (None, n)]
        if 1 < len(set(planned.values())) <= len(planned) / 2 and len(missing) + len(moved) <= FEW:
            for code in missing:
                yield tell("schedule_mismatch.unplanned", "warning", "courses", listed[code].row_key, course=code)
            for code in moved:
                said = {"course": code, "semesters": [listed[code].get("semester"), planned[code]]}
                yield tell("semester_conflict", "warning", "courses", listed[code].row_key, **said)


def _columns(columns: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(hash((getattr(c, "meaning", None), getattr(c, "path", ()))) for c in columns)


def _credits(entries: list[Listed]) -> list[float]:
    values = (entry.cells["credits"].value for entry in entries)
    return [float(value) for value in values if isinstance(value, (int, float))]


def _programme(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the programme whose credits the text states otherwise than its card."""
    programmes = [row for row in rows if row.table == "programmes" and row.get("total_credits")]
    if len(programmes) != 1:
        return
    content = re.sub(r"\s+", " ", document.text.content)
    stated = {float(programmes[0].get("total_credits"))}
    for pattern in spoken("credit_totals.tsv", document.genre.language):
        for match in pattern.finditer(content):
            value = float(match["credits"])
            if PROGRAMME[0] <= value <= PROGRAMME[1]:
                stated.add(value)
    stated |= {value for value in summed_credits(document, blocks=True) if PROGRAMME[0] <= value <= PROGRAMME[1]}
    stated |= {value for value in summed_credits(document) if any(abs(value - one) <= SLIP for one in stated)}
    if len(stated) > 1:
        said = {"credits": [f"{one:g}" for one in sorted(stated)]}
        yield tell("credits_conflict.programme", "warning", "programmes", programmes[0].row_key, **said)


def _wanting(courses: list[Row]) -> Iterator[Finding]:
    """Yield the few courses of a list that lack what the others have."""
    rules = {"code": "missing_code", "credits": "missing_credits", "control_form": "missing_control_form"}
    for column, rule in rules.items():
        without = [row for row in courses if row.get(column) is None]
        if len(courses) >= COURSES and len(without) <= min(FEW, (1 - MOST) * len(courses)):
            for row in without:
                yield tell(rule, "info", "courses", row.row_key)
