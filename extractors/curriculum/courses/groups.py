"""Rows of a course list that head one of its parts."""

import re

from extractors.curriculum import figures
from extractors.curriculum.courses.cells import is_code
from extractors.curriculum.courses.parts import ELECTIVE, REQUIRED, SEMESTER
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE, fold
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "list_words.tsv"
_CYCLE_SLAVIC = Wordings(_WORDS, r"\b<<cycle>>", re.I)
_SUM, _CYCLE = Wordings(_WORDS, r"<<sum>>", re.I), Wordings(_WORDS, r"<<group>>", re.I)
_PART_NUMBER = re.compile(r"[IVX]{1,5}(?:\.\d{1,2}){0,2}\.?|[A-ZĐ]\.?|[IlHL|]{2,3}|(?:H|[IL]H)\.\d|I{1,2}L\d")
"""The number of a part where a course has its code; a scan reads `II` as a letter, `II.2` as `H.2` and `IL2`."""
_CYCLE_CODE = re.compile(r"[^\W\d_]{1,5}\.?\s?00")
"""The index of a cycle of a college's plan, whose courses have numbers in its place: `ОГСЭ.00`."""
_NUMBER = re.compile(r"[IVX]+\.?|\d+(\.\d+)*\.?|[A-ZĐ]\.?|[a-zđ]\.")
_MAIN_NUMBER = re.compile(r"[IVX]+\.?|[A-HĐ]\.?")
"""The number of any part in the first cell of its row, and that of a part with others in it."""
_COURSE_CODE = re.compile(r"\D\s?\d|\d{4}")
_PART_NAMED = re.compile(r"(?:[A-HĐ]|[IVX]{1,5})[.)]\s+[^\W\d_]")
"""What a cell over several columns that heads a part begins with: `C. Thực tập và đề án`."""
_CHOSEN = Wordings(_WORDS, r"<<to_choose>>\s", re.I)
"""What tells how many credits are to be chosen, and heads no part: `Sinh viên chọn 9 tín chỉ`."""


def is_part(text: str) -> bool:
    """Say whether a row's only words name a part of the list, though sums may begin with them too."""
    named = ELECTIVE.search(text) or REQUIRED.search(text) or _CYCLE_SLAVIC.search(text)
    return bool(named) and not _SUM.match(fold(text))


def is_group(head: Headed, r: int, code: Column | None, name: Column | None) -> bool:
    """Say whether a row heads a part of the list: a name in capitals or with a part's number, with at most a sum."""
    place, coded = head.at(r, name), head.at(r, code)
    text = place.text or head.grid.rows[r][0].text
    if _goes_over_figures(head, r, name) or _counts_below(head, r, code):
        return True
    if _PART_NUMBER.fullmatch(coded.text) and not coded.merged or _CYCLE_CODE.fullmatch(coded.text.strip()):
        return True
    joined = code and place.merged and place.span == coded.span  # one cell over codes and names
    abbreviates = text.isupper() and len(text.split()) > 1  # `CAD/CAM/CAE`
    coded_so = not joined and not coded.merged and is_code(coded.text) and _COURSE_CODE.search(coded.text)
    if coded_so and not abbreviates:
        return False
    if joined and not is_total(place.text) and not _CHOSEN.search(place.text) and not _is_course(head, r, code):
        return True
    return _is_titled(head, r, text)


def _is_course(head: Headed, r: int, code: Column | None) -> bool:
    """Say whether a row whose one cell goes over codes and names counts on with the courses, without parts below."""
    first = head.grid.rows[r][0].text
    below = head.grid.rows[r + 1][0].text if r + 1 < len(head.grid.rows) else ""
    return first.isdecimal() and not below.startswith(f"{first}.") and _counts_on(head, r, code)


def _is_titled(head: Headed, r: int, text: str) -> bool:
    """Say whether a row has the title of a part: in capitals, over several columns, or with the number of a part."""
    row = head.grid.rows[r]
    first, own = row[0], [p for p in row if not p.merged]
    shouted = len(text) > 5 and text.upper() == text
    named = bool(ELECTIVE.search(text) or REQUIRED.search(text) or _CYCLE.search(text))
    numbered = _NUMBER.fullmatch(first.text) and not _has_control(head, r)
    if SEMESTER.fullmatch(text) or shouted and (named or numbered):
        return True
    spanning = first.column_span > 1 and first.text and not first.merged and not figures.number(first.text)
    if spanning and (named or _PART_NAMED.match(first.text) and len(own) > 1):
        return True
    beside = next((p for p in row[1:] if p.text), None)
    if beside and _MAIN_NUMBER.fullmatch(first.text) and beside.column_span > 1 and any(map(str.isalpha, beside.text)):
        return True
    return named and len([p for p in own if p.text]) <= 3 and not _has_control(head, r)


def _counts_on(head: Headed, r: int, code: Column | None) -> bool:
    """Say whether a row goes on with the numbers of the courses around it, which have codes of their own."""
    coded = [n for n in head.data if (p := head.at(n, code)).text and not p.merged and p.column_span == 1]
    own = int(head.grid.rows[r][0].text)
    above, below = max((n for n in coded if n < r), default=None), min((n for n in coded if n > r), default=r)
    near, step = (below, own + 1) if above is None else (above, own - 1)
    return head.grid.rows[near][0].text.strip(" .") == str(step)


def _counts_below(head: Headed, r: int, code: Column | None) -> bool:
    """Say whether a row has a whole number that begins the code of the next: `2` over `2.1`."""
    below = head.at(r + 1, code) if r + 1 < len(head.grid.rows) else None
    own = head.at(r, code).text.strip(" .")
    return below is not None and own.isdecimal() and re.match(rf"{own}\.\d", below.text) is not None


def _goes_over_figures(head: Headed, r: int, name: Column | None) -> bool:
    """Say whether a name goes over all columns to its right, those of figures too: `Б1.В | Вариативная часть`."""
    row, place = head.grid.rows[r], head.at(r, name)
    behind = row[name.index + 1 :] if name else ()
    wide = len(behind) > 1 and all(p.merged and p.span == place.span for p in behind)
    return wide and not place.merged and any(c.isalpha() for c in place.text) and not is_total(place.text)


def _has_control(head: Headed, r: int) -> bool:
    places = [head.at(r, head.of(m)) for m in ("control", "semester", "exam_semester", "credit_semester")]
    return any(p.text and not p.merged for p in places)
