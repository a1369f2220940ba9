"""courses: the course of a syllabus, and the courses that a programme or plan lists."""

import re
from dataclasses import replace

from rapidfuzz import fuzz

from extractors.curriculum.cards.bundles import of_each_syllabus
from extractors.curriculum.cards.own import Own, own, titled
from extractors.curriculum.courses.described import described
from extractors.curriculum.courses.line_cards import line_cards
from extractors.curriculum.courses.lists import course_lists, is_bare_list, lists_courses
from extractors.curriculum.heads import Headed
from extractors.curriculum.passages import passages
from extractors.curriculum.wording import fold
from models.document import Document
from models.rows import Row, Value
from models.text import Span, join_lines

ALIKE = 90.0
"""Likeness in percent from which two names beside one code are one course's."""
_TOLD_AGAIN: tuple[str, ...] = ("semester", "component")
"""What a plan of semesters may tell of a course that another list has."""


@of_each_syllabus
def extract(document: Document) -> list[Row]:
    """Return the syllabus's own course, or the listed ones, each with its programme's code."""
    about = own(document)
    if about.course and (titled(document) == "syllabus" or not any(rows for _, rows in course_lists(document))):
        return [Row("courses", _own(document, about))]
    rows: list[Row] = []
    seen: set[tuple[str, str]] = set()
    code = about.programme.get("code")
    lists = list(course_lists(document)) or list(course_lists(document, lists_courses))
    if not lists and document.genre.language == "vi":
        lists = list(course_lists(document, is_bare_list))
    coded = any("code" in course.cells for _, listed in lists for course in listed)
    for head, listed in lists:
        if coded and _names_blocks(head) and not any("code" in course.cells for course in listed):
            continue  # what the blocks of the programme comprise
        for course in listed:
            key = (fold(str(_bare(course.cells, "code"))), fold(str(_bare(course.cells, "name"))))
            key = next((known for known in seen if _is_one(known, key)), key)
            if key in seen:
                _complete(rows, course.cells)
                continue
            seen.add(key)
            cells = dict(course.cells)
            if code is not None:
                cells["programme_code"] = Value(code.value, code.span, 0.85, "programme")
            rows.append(Row("courses", cells))
    if not rows and document.genre.kind in ("programme", "plan", "other"):
        rows = [Row("courses", cells) for cells in line_cards(document)]
    return described(document, rows)


def _names_blocks(head: Headed) -> bool:
    """Say whether a table lists blocks of knowledge and their credits, and no courses."""
    name = head.of("name")
    return name is not None and bool(name.path) and fold(name.path[-1]).startswith("khối kiến thức")


def _is_one(known: tuple[str, str], again: tuple[str, str]) -> bool:
    """Say whether two rows list one course: one code, and one name that may go on in one of them or be misread."""
    (code, name), (other, renamed) = known, again
    if code != other:
        return False
    short, long = sorted((name, renamed), key=len)
    alike = long.startswith(short) or _shortens(short, long) or fuzz.ratio(name, renamed) >= ALIKE
    return name == renamed or bool(code and short) and alike


def _shortens(short: str, long: str) -> bool:
    """Say whether a name has letters for words of another: `kỹ thuật CT & XH` for `kỹ thuật chính trị và xã hội`."""
    left = long.split()
    for word in re.findall(r"[^\W_]+|&", short):
        size = 1 if word == "&" or left[:1] == [word] else len(word)
        if word not in ("&", *left[:1]) and "".join(said[0] for said in left[:size]) != word:
            return False
        left = left[size:]
    return not left


def _complete(rows: list[Row], again: dict[str, Value]) -> None:
    """Give a course that is listed again, in the plan of a semester, what only the second list tells: the semester, and
    whether it is required."""
    named = (fold(str(_bare(again, "code"))), fold(str(_bare(again, "name"))))
    for place, row in enumerate(rows):
        same = _is_one((fold(str(row.get("code") or "")), fold(str(row.get("name") or ""))), named)
        if same and "semester" in again:
            told = {column: again[column] for column in _TOLD_AGAIN if column in again and column not in row.cells}
            rows[place] = replace(row, cells={**row.cells, **told})


def _bare(cells: dict[str, Value], column: str) -> object:
    return cells[column].value if column in cells else ""


def _own(document: Document, about: Own) -> dict[str, Value]:
    cells = dict(about.course)
    if code := about.programme.get("code"):
        cells["programme_code"] = code
    if description := _description(document):
        cells["description"] = description
    return cells


def _description(document: Document) -> Value | None:
    """Return the words under the heading of the course's description."""
    for passage in passages(document):
        lines = passage.lines() if passage.subject == "description" else []
        text = join_lines([line for line, _ in lines])
        if 40 <= len(text) <= 4000:
            return Value(text, Span(lines[0][1].start, lines[-1][1].end), 0.85, "passage")
    return None
