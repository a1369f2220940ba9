"""The semester of a listed course and its form of control, from the columns that tell them in many ways."""

import re
from functools import cache
from itertools import pairwise

from extractors.curriculum import figures
from extractors.curriculum.grids import Place
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.wording import KNOWLEDGE, fold, in_cyrillic
from models.rows import Value
from normalizers.knowledge import read_table
from normalizers.wordings import Wordings

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_WORDS = KNOWLEDGE / "list_words.tsv"
_SEVERAL = Wordings(_WORDS, r"[\d,;\s–-]+|[IVX,\s-]+|\d{1,2}\s<<between_numbers>>\s\d{1,2}")
_ITS_WEEKS = Wordings(
    _WORDS, r"[\s,(–—-]*(?:\d{1,2}(?:\s?[+/]\s?\d{1,2})?\s*<<weeks>>\w*\.?\)?|<<credit_unit>>)?[\s–—-]*$", re.I
)
"""The weeks of a semester behind its name, or what is counted below it: `1 сем. 18 тижнів`, `Сем. 2, з.е.`"""
_WEEKS = Wordings(_WORDS, r"<<weeks>>", re.I)
_YEAR = Wordings(_WORDS, r"năm\s*(?:thứ\s*)?(?P<year>\d|I{1,3}|IV|VI?|<<ordinal>>)", re.I)
_NUMBERED = re.compile(r"[\d,;\s+]+\w?|(?=.*[IІ])[IVІ]{1,4}(?:[,;\s–-]+[IVІ]{1,4}){0,4}")
"""The semesters in a cell below a form of control; a `V` alone is a tick."""
_NUMERAL = re.compile(r"\d|[IVІ]+")
_BARRED = re.compile(r"[\dIVX\s|]*\|[\dIVX\s|]*")
"""Semesters whose rules a scan reads as bars, over columns that cannot be told apart: `1 | 2` over three."""
_BY_WORD = Wordings(_WORDS, r"<<semester_word>>", re.I)
_BEHIND_FORM = Wordings(_WORDS, r"(?<=\w)[\s,]*\(?(?:\bпо\s)?\b<<semester_word>>\w{0,6}\W*$", re.I)
_SEMESTERS_ALONE = Wordings(_WORDS, r"\W*<<semester_word>>\w{0,6}\W*", re.I)
_SEMESTER = Wordings(
    _WORDS,
    r"(?i)(?:<<semester_name>>|<<term>>)?\.?\s*(?:thứ\s*)?(\d{1,2}|[IVX]{1,4})(?:-?[^\W\d_]{0,2})?\s*<<semester_name>>?",
)
_MARK = Wordings(_WORDS, r"<<marked>>", re.I)
_DIFFERENTIAL = Wordings(_WORDS, r"<<graded>>", re.I)


def without_weeks(head: str) -> str:
    """Return a head that names a semester without how many weeks it has: `3 семестр (18 недель)`."""
    return _ITS_WEEKS.sub("", head)


def tell_semester(head: Headed, r: int, cells: dict[str, Value]) -> None:
    """Read the semester from its column, from the columns that marks or hours stand in, or from those of its exams."""
    columns = _semester_columns(head)
    if (said := explicit_semester(head, r)) and len(columns) > 1:
        cells["semester"] = said
        columns = []
    leaves = _leaves(head, columns)
    if len(leaves) >= 2 and "semester" not in cells:
        if taken := _filled(head, r, leaves):
            numbers = sorted({n for n, _ in taken})
            cells["semester"] = listed_value(
                taken[0][1], numbers[0] if len(numbers) == 1 else ", ".join(map(str, numbers))
            )
    elif columns and not _counted(columns) and (place := head.at(r, columns[0])).text:
        number = figures.number(place.text) or semester_of(place.text)
        number = None if isinstance(number, float) and not number.is_integer() else number  # `1,2` is two of them
        if (number is None and _SEVERAL.fullmatch(place.text)) or (number is not None and number <= len(_ROMAN)):
            cells["semester"] = listed_value(place, int(number) if number is not None else place.text)
    forms = []
    exams = [column for meaning in ("exam_semester", "credit_semester") for column in head.all(meaning)]
    for column in (*exams, *_beside_exams(head, exams)):
        place = head.at(r, column)
        if _NUMBERED.fullmatch(place.text):
            forms.append((column.path[-1], place))
        elif _MARK.fullmatch(place.text or "") and not place.merged:
            forms.append((_marked_form(column.path[-1], place.text), place))
    if "control_form" not in cells and (named := [(form_word(f), place) for f, place in forms if f]):
        cells["control_form"] = listed_value(named[0][1], ", ".join(form for form, _ in named))
    if forms and "semester" not in cells:
        told = [p.text for _, p in forms if _NUMBERED.fullmatch(p.text)]
        numbers = sorted({semester_of(n) or 0 for text in told for n in _NUMERAL.findall(text)} - {0})
        if numbers:
            cells["semester"] = listed_value(
                forms[0][1], numbers[0] if len(numbers) == 1 else ", ".join(map(str, numbers))
            )


def explicit_semester(head: Headed, r: int) -> Value | None:
    """Return the one semester that a column headed so alone gives, beside columns that part the credits by semester."""
    alone = [c for c in head.all("semester") if len(c.path) == 1 and _semester_above_weeks(c.path) is None]
    place = head.at(r, alone[0]) if len(alone) == 1 else None
    number = semester_of(place.text) if place and place.text and not place.merged else None
    return listed_value(place, number) if place and number else None


def parted_semesters(head: Headed, r: int) -> list[int]:
    """Return the semesters under which a row of columns that part the credits by semester is filled."""
    leaves = _leaves(head, _semester_columns(head))
    return sorted({n for n, _ in _filled(head, r, leaves)}) if len(leaves) >= 2 else []


def _leaves(head: Headed, columns: list[Column]) -> list[tuple[Column, int]]:
    found = _counted_up(columns)
    found = found or [(c, n) for c in columns if (n := _semester_above_weeks(c.path))] or _parts_of_semesters(head)
    years = [next((y for text in c.path[:-1] if (y := _year_of(text))), None) for c, _ in found]
    numbers = [n for _, n in found]
    apart = len(set(zip(years, numbers, strict=True))) == len(numbers) > len(set(numbers))
    if None in years or not apart:
        return found
    each = max(numbers)  # they begin again in every year: `Năm thứ hai` over `HK 1`, `HK 2`
    return [(c, (int(year or 1) - 1) * each + n) for (c, n), year in zip(found, years, strict=True)]


def _counted_up(columns: list[Column]) -> list[tuple[Column, int]]:
    """Return the columns whose heads count the semesters from the first, though other figures stand below: their
    weeks, `1 2 3 4` over `15 15 15 10`."""
    for depth in (-1, -2, -3):
        numbers = [semester_of(c.path[depth]) for c in columns if len(c.path) >= -depth]
        if len(columns) > 1 and numbers == list(range(1, len(columns) + 1)):
            return list(zip(columns, range(1, len(columns) + 1), strict=True))
    return []


@cache
def _ordinals() -> tuple[str, ...]:
    rows = read_table(_WORDS, ("use", "pattern"))
    return tuple(row["pattern"] for row in rows if row["use"] == "ordinal")


def _year_of(text: str) -> int | None:
    """Return the year of study that a head names: `Năm thứ hai`, `Năm 3`."""
    match = _YEAR.fullmatch(text.strip(" ."))
    said = match["year"].casefold() if match else ""
    if said in _ordinals():
        return _ordinals().index(said) + 1
    return semester_of(said) if said else None


def _filled(head: Headed, r: int, leaves: list[tuple[Column, int]]) -> list[tuple[int, Place]]:
    return [(n, head.at(r, c)) for c, n in leaves if head.at(r, c).text not in ("", "-", "–", "0")]


def _semester_columns(head: Headed) -> list[Column]:
    """Return the columns that tell the semester; those of other works that stand among the exams' tell none."""
    named = head.all("semester")
    exams = [*head.all("exam_semester"), *head.all("credit_semester")]
    groups = {c.path[:-1] for c in exams if len(c.path) > 1}
    columns = [c for c in named if (len(c.path) < 2 or c.path[:-1] not in groups) and not _BARRED.fullmatch(c.path[-1])]
    if not columns:  # `Форма контролю за семестрами` over `1`, `2`, in which marks stand
        marked = [c for c in head.all("control") if len(c.path) > 1 and _BY_WORD.search(c.path[-2])]
        columns = [c for c in marked if semester_of(c.path[-1])] if len(marked) > 1 else []
    return columns or [c for c in head.columns if _names_semester(c.path)]


def _counted(columns: list[Column]) -> bool:
    """Say whether columns headed by semesters hold what is done in each, and no semester: hours a week, marks."""
    return len(columns) > 1 and len({c.path[0] for c in columns}) == 1 and len({c.path for c in columns}) > 1


def _parts_of_semesters(head: Headed) -> list[tuple[Column, int]]:
    """Return the columns of credits and hours below heads that each name a semester: `Семестр 1` over `Лек`."""
    below = [
        (c, n)
        for c in head.columns
        for above in c.path[:-1]
        if _BY_WORD.search(above) and (n := semester_of(without_weeks(above)))
    ]
    return below if len({n for _, n in below}) >= 2 else []


def _names_semester(path: tuple[str, ...]) -> bool:
    """Say whether the lowest head of a column is a semester by its word: `Сем. 1` under `з.е. по семестрам`."""
    return bool(path) and _BY_WORD.search(path[-1]) is not None and semester_of(path[-1]) is not None


def _semester_above_weeks(path: tuple[str, ...]) -> int | None:
    """Return the semester that the heads of a column name last; how many weeks it has may stand below it."""
    below = next((n for a, b in pairwise(path) if _SEMESTERS_ALONE.fullmatch(a) and (n := semester_of(b))), None)
    if below:
        return below  # `Семестри` over `2` over its cycles and their weeks
    weeks = next((n for n, text in enumerate(path) if n and _WEEKS.search(text)), len(path))
    if len(path) > 1 and path[-1].isdecimal() and path[-2].isdecimal():
        return semester_of(path[-2])  # its weeks stand below it without their word
    beside = semester_of(without_weeks(path[-1])) if _BY_WORD.search(path[-1]) else None
    return beside or semester_of(path[weeks - 1])


def semester_of(text: str) -> int | None:
    """Return the semester that a text names and nothing else: `3`, `III семестр`, `Học kỳ 2`."""
    text = text.strip(" .").replace("І", "I").replace("Х", "X")
    match = _SEMESTER.fullmatch(text)
    if not match:
        return None
    return (
        int(match[1])
        if match[1].isdecimal()
        else _ROMAN.index(match[1].upper()) + 1
        if match[1].upper() in _ROMAN
        else None
    )


@cache
def _forms() -> dict[str, str]:
    return {row["said"]: row["form"] for row in read_table(KNOWLEDGE / "control_forms.tsv", ("said", "form"))}


def _marked_form(head: str, mark: str) -> str:
    """Return the form of control of a mark under a head: a `ДЗ` under `залік` is a graded one."""
    if not _DIFFERENTIAL.fullmatch(mark):
        return head
    return "зачет с оценкой" if re.search(r"зач", head, re.I) else "диференційований залік"


def form_word(head: str) -> str:
    """Return a form of control in the singular, without the breaks of a narrow head, `экзамен` of `Экза мен`, and
    without what says that figures below are semesters."""
    head = _BEHIND_FORM.sub("", head)
    whole = re.sub(r"\d+$", "", fold(head).replace(" ", ""))  # a stroke of the rule beside, read as a figure
    whole = in_cyrillic(whole) if re.search(r"[а-я]", whole) else whole
    return _forms().get(whole, whole if " " not in fold(head) or len(fold(head)) < 12 else fold(head))


def _beside_exams(head: Headed, exams: list[Column]) -> list[Column]:
    """Return the columns of other forms of control under the head of those of exams, named by letters: `КР`, `КП`."""
    groups = {column.path[:-1] for column in exams if len(column.path) > 1}
    return [
        c
        for c in head.columns
        if c not in exams and c.path[:-1] in groups and fold(c.path[-1]).replace(" ", "") in _forms()
    ]


def listed_value(place: Place, value: object) -> Value:
    """Return a value of a list with where it stands."""
    return Value(value, place.span, 0.93, "list")
