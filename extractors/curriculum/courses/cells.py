"""The cells of a course in a row of a list: its code, name, credits, part and what goes before it."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cache

from extractors.curriculum import figures
from extractors.curriculum.cards.bilingual import native
from extractors.curriculum.courses.alike_heads import beside
from extractors.curriculum.courses.credited import credits_of
from extractors.curriculum.courses.parts import ELECTIVE, REQUIRED
from extractors.curriculum.courses.semesters import listed_value, tell_semester
from extractors.curriculum.grids import TICK, Place
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.wording import KNOWLEDGE
from models.rows import Value
from normalizers.knowledge import read_table
from normalizers.unicode.twins import to_cyrillic
from normalizers.wordings import Wordings

_CODE = re.compile(r"(?=.*\d)[\w.\-/*() ]{1,24}")
MOST_CREDITS = 90
"""Credits that a row of a list may have: a doctoral thesis has nearly all of its programme's."""
_NUMBERED = Wordings(
    KNOWLEDGE / "list_words.tsv",
    r"(?P<code><<numbered_unit>>\s?\d{1,2}(?:\.\d{1,2})?[a-z]?)\s*[:–—-]\s+(?P<name>[^\W\d_]\S.{2,})",
)
"""A name that begins with the number it is known by: `Module 5: Doing Business in Asia`."""
_CHOICE = re.compile(r"(?:học phần\s+)?(?:bắt buộc|tự chọn)", re.I)
"""What a remark says of the place of a course in its programme."""
_TOLD = re.compile(r"(?P<semester>\d{1,2}(?=\s*[^\W\d]))?\s*(?P<mark>[^\W\d_]{1,8}|3)")
_LETTERS = {"uk": re.compile("[іїєґ]|контролю"), "ru": re.compile("[ыэё]|контроля")}
"""What the heads of a plan have in one language only; the letters of both mean different forms."""


def is_code(text: str) -> bool:
    """Say whether a short text with a figure in it may be the code of a course."""
    return bool(_CODE.fullmatch(text)) and len(text.split()) <= 4 and any(c.isdecimal() for c in text)


def are_marks(texts: Sequence[str]) -> bool:
    """Say whether most texts are letters for forms of control, whatever the language."""
    known = {mark for marks in _marks().values() for mark in marks}
    return sum(bool((told := _read(text, known)) and told[1] != "3") for text in texts) * 5 > len(texts) * 4


def cells_of(
    head: Headed, r: int, code: Column | None, name: Column | None, *, doubled: bool = False
) -> dict[str, Value]:
    """Return the cells of a course; `doubled` says that names stand in two languages."""
    cells = {**_known_by(head, r, code, name, doubled=doubled), **_worded(head, r)}
    for column in beside(head.all("credits"), name):
        place = head.at(r, column)
        value = credits_of(place.text) if place.text and "credits" not in cells else None
        if value is not None and 0 < value <= MOST_CREDITS:
            cells["credits"] = listed_value(place, value)
    form, semester = _controlled(head, r)
    cells |= {"control_form": form} if form else {}
    tell_semester(head, r, cells)
    if form and semester:
        cells.setdefault("semester", replace(form, value=semester))
    return cells


def _known_by(head: Headed, r: int, code: Column | None, name: Column | None, *, doubled: bool) -> dict[str, Value]:
    """Return the code and the name of a course."""
    cells: dict[str, Value] = {}
    if code and is_code(printed := (place := head.at(r, code)).text.strip(" .–—|_")):
        cells["code"] = listed_value(place, _in_one_script(printed))
    named = head.at(r, name)
    cells["name"] = listed_value(named, (native(named) if doubled else named.text).rstrip("*").strip())
    numbered = _NUMBERED.fullmatch(str(cells["name"].value)) if "code" not in cells else None
    if numbered:
        cells |= {column: listed_value(named, numbered[column]) for column in ("code", "name")}
    return cells


def _worded(head: Headed, r: int) -> dict[str, Value]:
    """Return the part of the programme that a course belongs to, and its description."""
    cells: dict[str, Value] = {}
    for meaning in ("cycle", "component", "description"):
        place = head.at(r, head.of(meaning))
        if place.text and place.text not in "-–—" and not (meaning == "component" and figures.number(place.text)):
            cells[meaning] = listed_value(place, place.text)
    if ticked := _ticked(head, r):
        cells["component"] = ticked
    noted = head.at(r, head.of("note"))
    if "component" not in cells and _CHOICE.fullmatch(noted.text) and not noted.merged:
        cells["component"] = listed_value(noted, noted.text)
    return cells


def _controlled(head: Headed, r: int) -> tuple[Value | None, int | None]:
    """Return how a course ends, and the semester that stands before the mark for it."""
    columns = head.all("control")
    filled = [(column, place) for column in columns if (place := head.at(r, column)).text]
    place = head.at(r, head.of("control"))
    if any(not p.merged for column, p in filled if column is not columns[0]):
        told = [(p, _told_by_mark(head, c, p) or (p.text,)) for c, p in filled if any(map(str.isalpha, p.text))]
        if told:
            return listed_value(told[0][0], ", ".join(form[0] for _, form in told)), None
    elif marked := _told_by_mark(head, head.of("control"), place):
        return listed_value(place, marked[0]), marked[1]
    if place.text and place.text not in "-–—" and not figures.number(place.text):
        return listed_value(place, place.text), None
    works = head.at(r, head.of("assessment")) if head.of("credits") else None
    if works and not works.merged and re.search(r"[^\W\d_]{3}", works.text):
        return listed_value(works, works.text), None
    return None, None


def _in_one_script(code: str) -> str:
    """Return the code of a plan in Cyrillic where it begins with a letter that Latin lacks: `Б2.O.02(П)`."""
    return to_cyrillic(code) if re.match(r"[БДЗИЛПУФЦ]", code) else code


def _ticked(head: Headed, r: int) -> Value | None:
    """Return the word of the head under which a course is ticked: `HP bắt buộc | HP tự chọn` with an `x` in one."""
    for column in head.all("component"):
        place = head.at(r, column)
        word = REQUIRED.search(column.path[-1]) or ELECTIVE.search(column.path[-1])
        counted = head.of("credits") and place.text == head.at(r, head.of("credits")).text  # its credits for a tick
        shared = place.row_span > 1 and place.column_span == 1 and figures.number(place.text)  # of several courses
        own = not place.merged and (TICK.fullmatch(place.text) or place.text and counted)
        if word and (own or shared):
            return listed_value(place, word[0][0].upper() + word[0][1:])
    return None


def prerequisites(head: Headed, r: int) -> list[tuple[str, Place]]:
    """Return what a row asks for before, beside or after the course, each with its relation."""
    return [
        (meaning, place)
        for meaning in ("prerequisite", "corequisite", "postrequisite")
        for column in head.all(meaning)
        if (place := head.at(r, column)).text and not (place.merged and place.column_span > 1)
    ]


def _told_by_mark(head: Headed, column: Column | None, place: Place) -> tuple[str, int | None] | None:
    """Return the form of control that a letter in a column of such letters stands for, and the semester before it.

    None where the column has words. A `3` among letters is the letter that it looks like.
    """
    language = _language(head)
    marks = _marks().get(language or "", {})
    told = [_read(p.text, marks) for r in head.data if (p := head.at(r, column)).text and not p.merged]
    sure = sum(one is not None and one[1] != "3" for one in told)
    own = _read(place.text, marks)
    if own is None or not sure or None in told and sure < 3 * told.count(None):
        return None
    form = marks["з"] if own[1] == "3" else marks[own[1]]
    return form, int(own[0]) if own[0] else None


def _read(text: str, marks: Container[str]) -> tuple[str | None, str] | None:
    """Return the semester and the mark of a cell; None where it is no mark."""
    match = _TOLD.fullmatch(re.sub(r"[\s./]", "", text))
    mark = to_cyrillic(match["mark"].lower()) if match else ""
    return (match["semester"], mark) if match and (mark in marks or mark == "3") else None


def _language(head: Headed) -> str | None:
    """Return the language of the heads of a plan, where its letters tell one."""
    said = " ".join(text for column in head.columns for text in column.path).lower()
    found = [language for language, letters in _LETTERS.items() if letters.search(said)]
    return found[0] if len(found) == 1 else None


@cache
def _marks() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in read_table(KNOWLEDGE / "control_marks.tsv", ("language", "mark", "form", "reason")):
        found.setdefault(row["language"], {})[row["mark"]] = row["form"]
    return found
