"""Course lists and plans: the rows of a table that has a column of courses and one of credits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from extractors.curriculum import figures
from extractors.curriculum.alike_heads import beside
from extractors.curriculum.bilingual import native, two_languages
from extractors.curriculum.codes import only
from extractors.curriculum.credited import credits_of
from extractors.curriculum.grids import Grid, Place, aligned, grids
from extractors.curriculum.heads import Column, Headed, headed
from extractors.curriculum.list_halves import halves, semester_over
from extractors.curriculum.list_parts import (
    ELECTIVE,
    LETTERED,
    NUMBERED,
    REQUIRED,
    SEMESTER,
    Context,
    between,
    context_above,
    semester_above,
    step,
)
from extractors.curriculum.misread_strokes import placed, shaped
from extractors.curriculum.numbered_parts import numbered_parts
from extractors.curriculum.plan_indices import blocks_around, is_index, restored
from extractors.curriculum.proved_credits import with_credits
from extractors.curriculum.semesters import tell_semester
from extractors.curriculum.wording import fold, lexicon
from models.document import Document
from models.rows import Value

_CODE = re.compile(r"(?=.*\d)[\w.\-/*() ]{1,24}")
_SUM = re.compile(r"разом|усього|всього|загальн|сума|итого|всего|барлы|жиыны|tổng|cộng|total", re.I)
_BLOCKS = re.compile(r"(?:các\s+|tên\s+)?(?:khối|nhóm)\s+kiến thức[^/]{0,20}", re.I)
"""The head of a column of parts of a programme, none of them a course."""
_CYCLE = re.compile(r"цикл|блок|khối|kiến thức|cycle|block|підготовк|дисциплін", re.I)
_PART_NUMBER = re.compile(r"[IVX]{1,5}(?:\.\d{1,2}){0,2}\.?|[A-DĐ]\.?")
"""The number of a part where a course has its code."""
_CAPITAL_TWINS = str.maketrans("ABEKMHOPCTX", "АВЕКМНОРСТХ")
_PART_NAMED = re.compile(r"(?:[A-HĐ]|[IVX]{1,5})[.)]\s+[^\W\d_]")
"""What a cell over several columns that heads a part begins with: `C. Thực tập và đề án`."""
_OF_COURSES = re.compile(r"học phần|môn học|(?<!\w)(?:HP|MH|môn)(?!\w)", re.I)
MOST_CREDITS = 90
"""Credits that a row of a list may have: a doctoral thesis has nearly all of its programme's."""
_CHOSEN = re.compile(r"(?<!tự )chọn\s", re.I)
"""What tells how many credits are to be chosen, and heads no part: `Sinh viên chọn 9 tín chỉ`."""
_TICK = re.compile(r"[xX×хХ✓✔√●•+*]")


@dataclass
class Listed:
    """A row of a course list: its cells, its row in the grid, and the headings it stands under."""

    cells: dict[str, Value]
    row: int
    headed: Headed
    prerequisites: list[tuple[str, Place]] = field(default_factory=list)


def is_total(text: str) -> bool:
    """Say whether the first words of a row say that it sums up."""
    folded = fold(re.sub(r"[\d.,()%]+", " ", text))
    if not folded or len(folded) > 120:
        return False
    return any(folded == label or folded.startswith(label + " ") and longer for label, longer in _totals().items())


@cache
def _totals() -> dict[str, bool]:
    """Return the words of sums, and whether more words may follow: `Tổng` alone is a sum, `Tổng quan` is a topic."""
    rows = lexicon("totals.tsv").rows
    return {fold(r["label"]): " " in r["label"] or r["language"] != "vi" and r["label"] != "Жалпы" for r in rows}


def course_lists(
    document: Document, accepts: Callable[[Headed], bool] | None = None
) -> Iterator[tuple[Headed, list[Listed]]]:
    """Yield the course lists of a document with their rows; a plan over several tables gives each its own.

    `accepts` says which tables are lists, `is_list` where nothing else is said.
    """
    head: Headed | None = None
    context: Context = {}
    indices: set[str] = set()
    end = 0
    for grid in grids(document):
        own_head = headed(grid)
        if own_head is not None:
            own_head = with_credits(own_head)
            head = own_head if (accepts or is_list)(own_head) else None
            context = context_above(document, grid.start) if head else {}
        elif _crosses_outcomes(grid):
            head = None
            continue
        elif head is not None and (whole := aligned(head.grid, grid)).width == head.grid.width:
            head = Headed(whole, head.columns, 0)
            for place in between(document, end, grid.start):
                step(context, [place])
        else:
            continue
        end = grid.end
        for part in halves(head) if head is not None else ():
            if rows := _rows(part, context):
                _mend(document, part, rows, indices)
                over = semester_over(part)
                for row in rows:
                    row.cells |= {"semester": over} if over else {}
                semester = over or semester_above(document, grid.start)
                yield part, [_within(row, semester) for row in rows] if semester else rows


def _crosses_outcomes(grid: Grid) -> bool:
    """Say whether a table without a head of its own has outcomes over its columns: a matrix, no rest of a list."""
    return any(sum(only(p.text) is not None for p in row if p.text) >= 3 for row in grid.rows[:3])


def _mend(document: Document, head: Headed, rows: list[Listed], indices: set[str]) -> None:
    """Give the rows of a plan what a scan lost; `indices` are its sound codes with blocks, of its other tables too."""
    codes = [str(row.cells["code"].value) if "code" in row.cells else "" for row in rows]
    for row in rows:
        row.cells |= {"code": shaped(document, row.cells["code"], codes)} if "code" in row.cells else {}
        row.cells |= {"semester": own} if (own := placed(document, head, row.row, row.cells.get("semester"))) else {}
    indices.update(code for code in codes if is_index(code))
    for row, around in zip(rows, blocks_around(codes), strict=True) if indices else ():
        if "code" in row.cells:
            row.cells["code"] = restored(document, row.cells["code"], row.cells.get("cycle"), indices, around=around)


def _within(row: Listed, semester: Value) -> Listed:
    row.cells.setdefault("semester", semester)
    return row


def lists_courses(head: Headed) -> bool:
    """Say whether a table names courses with their credits, and no topics or marks."""
    if not head.has("name") or head.of("topic", "letter", "weight") or not head.of("credits"):
        return False
    # names of parts without codes are a summary of the parts of a programme
    return head.of("code") is not None or not all(_BLOCKS.fullmatch(c.path[-1]) for c in head.all("name"))


def is_list(head: Headed) -> bool:
    """Say whether a table lists courses and is no matrix of them and the outcomes of a programme."""
    return lists_courses(head) and sum(c.meaning == "programme_outcome" for c in head.columns) <= 2


def is_bare_list(head: Headed) -> bool:
    """Say whether a table names courses by codes without credits: certificates beside the courses they stand for."""
    code, name = head.of("code"), head.of("name")
    if code is None or name is None or head.of("credits", "topic", "letter", "weight", "week", "hours"):
        return False
    return all(_OF_COURSES.search(" ".join(column.path)) for column in (code, name))


def _columns(head: Headed) -> tuple[Column | None, Column | None]:
    """Return the columns of codes and names; where two are headed alike, the one with codes in it is the codes'."""
    names, code = head.all("name"), head.of("code")
    if len(names) > 1:
        coded = max(names, key=lambda c: sum(_is_code(head.grid.rows[r][c.index].text) for r in head.data))
        lettered = [c for c in names if c is not coded]
        if code is None and any(_is_code(head.grid.rows[r][coded.index].text) for r in head.data):
            return coded, beside(lettered, coded)[0]
    name = beside(names, code)[0] if names else None
    return code or _numbers_as_codes(head, name), name


def _numbers_as_codes(head: Headed, name: Column | None) -> Column | None:
    """Return the column of numbers where they tell the courses apart, and no column of codes does: `1.2`, `ВК 3`."""
    number = head.of("number")
    if number is None or name is None or not re.search(r"[а-яіїєґ]", " ".join(name.path), re.I):
        return None
    listed = [r for r in head.data if figures.credits(head.at(r, head.of("credits")).text) and head.at(r, name).text]
    numbers = [t for r in listed if _is_code(t := head.at(r, number).text) and not is_total(head.at(r, name).text)]
    return number if len(numbers) >= 3 and len(set(numbers)) == len(numbers) else None


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text)) and len(text.split()) <= 4 and any(c.isdigit() for c in text)


def _rows(head: Headed, context: Context) -> list[Listed]:
    code, name = _columns(head)
    composed = code is None and _restarts(head, name)
    doubled, parts = two_languages(head, name), numbered_parts(head)
    found: list[Listed] = []
    for r in head.data:
        row = head.grid.rows[r]
        own = [p for p in row if p.text and not p.merged]
        label = head.at(r, name)
        if not own or any(is_total(p.text) for p in own[:3]) and not (len(own) == 1 and _is_part(own[0].text)):
            continue
        if len(own) == 1 or r in parts or _is_group(head, r, code, name):
            step(context, own)
            continue
        if (
            not any(c.isalpha() for c in label.text)
            or label.merged
            or label.text == head.grid.rows[head.first - 1][0].text
        ):
            continue
        cells = _cells(head, r, code, name, doubled=doubled)
        if len(cells) >= 2 and ("code" in cells or "credits" in cells):
            known = {column: value for column, (_, value) in context.items() if column not in (NUMBERED, LETTERED)}
            if composed and "code" not in cells and (own_code := _composed(head, r, context)):
                cells["code"] = own_code
            found.append(Listed({**known, **cells}, r, head, _prerequisites(head, r)))
    coded = sum("code" in one.cells for one in found)
    return [one for one in found if "code" in one.cells] if coded * 5 >= len(found) * 4 else found


def _restarts(head: Headed, name: Column | None) -> bool:
    """Say whether the numbers of the courses begin again in every part of a list that has no codes."""
    number = head.of("number")
    printed = [head.at(r, number).text.strip(" .") for r in head.data if head.at(r, name).text]
    return printed.count("1") > 1 and bool(re.search(r"[а-яіїєґ]", " ".join(name.path) if name else "", re.I))


def _composed(head: Headed, r: int, context: Context) -> Value | None:
    """Return the code of a course whose number counts within its part: the part's number, then its own."""
    place = head.at(r, head.of("number"))
    part = context.get(NUMBERED)
    own = place.text.strip(" .")
    return _value(place, f"{part[1].value}.{own}") if part and own.isdigit() else None


def _is_part(text: str) -> bool:
    """Say whether a row's only words name a part of the list, though sums may begin with them too."""
    named = ELECTIVE.search(text) or REQUIRED.search(text) or re.search(r"\bцикл", text, re.I)
    return bool(named) and not _SUM.match(fold(text))


def _is_group(head: Headed, r: int, code: Column | None, name: Column | None) -> bool:
    """Say whether a row heads a part of the list: a name in capitals or with a part's number, with at most a sum."""
    row = head.grid.rows[r]
    text = head.at(r, name).text or row[0].text
    if code and _PART_NUMBER.fullmatch(head.at(r, code).text) and not head.at(r, code).merged:
        return True
    if (
        code
        and not head.at(r, code).merged
        and _is_code(head.at(r, code).text)
        and re.search(r"\D\s?\d|\d{4}", head.at(r, code).text)
        and not text.isupper()
    ):
        return False
    first = row[0].text
    place = head.at(r, name)
    joined = code and place.merged and place.span == head.at(r, code).span  # one cell over codes and names
    below = head.grid.rows[r + 1][0].text if r + 1 < len(head.grid.rows) else ""
    if (
        joined
        and (not first.isdigit() or below.startswith(f"{first}."))
        and not is_total(place.text)
        and not _CHOSEN.search(place.text)
    ):
        return True
    shouted = len(text) > 5 and text.upper() == text
    spanning = row[0].column_span > 1 and row[0].text and not row[0].merged and not figures.number(row[0].text)
    numbered = bool(re.fullmatch(r"[IVX]+\.?|\d+(\.\d+)*\.?|[A-ZĐ]\.?|[a-zđ]\.", first))
    roman = bool(re.fullmatch(r"[IVX]+\.?", first))
    beside = next((p for p in row[1:] if p.text), None)
    named = bool(ELECTIVE.search(text) or REQUIRED.search(text) or _CYCLE.search(text))
    return (
        shouted
        and named
        or bool(spanning and (named or _PART_NAMED.match(row[0].text) and len([p for p in row if not p.merged]) > 1))
        or bool(roman or re.fullmatch(r"[A-HĐ]\.?", first))
        and beside is not None
        and beside.column_span > 1
        and any(c.isalpha() for c in beside.text)
        or SEMESTER.fullmatch(text) is not None
        or numbered
        and shouted
        or (named and len([p for p in row if p.text and not p.merged]) <= 3 and not _has_control(head, r))
    )


def _has_control(head: Headed, r: int) -> bool:
    places = [head.at(r, head.of(m)) for m in ("control", "semester", "exam_semester", "credit_semester")]
    return any(p.text and not p.merged for p in places)


def _cells(
    head: Headed, r: int, code: Column | None, name: Column | None, *, doubled: bool = False
) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    if code and _is_code(printed := (place := head.at(r, code)).text.strip(" .–—")):
        cells["code"] = _value(place, _in_one_script(printed))
    named = head.at(r, name)
    cells["name"] = _value(named, (native(named) if doubled else named.text).rstrip("*").strip())
    for column in beside(head.all("credits"), name):
        place = head.at(r, column)
        if (
            place.text
            and (value := credits_of(place.text)) is not None
            and "credits" not in cells
            and 0 < value <= MOST_CREDITS
        ):
            cells["credits"] = _value(place, value)
    for meaning, target in (
        ("control", "control_form"),
        ("cycle", "cycle"),
        ("component", "component"),
        ("description", "description"),
    ):
        place = head.at(r, head.of(meaning))
        if meaning == "component" and (ticked := _ticked(head, r)):
            cells[target] = ticked
        elif place.text and place.text not in "-–—" and not (target == "component" and figures.number(place.text)):
            cells[target] = _value(place, place.text)
    tell_semester(head, r, cells)
    return cells


def _in_one_script(code: str) -> str:
    """Return the code of a plan in Cyrillic where it begins with a letter that Latin lacks: `Б2.O.02(П)`."""
    return code.translate(_CAPITAL_TWINS) if re.match(r"[БДЗИЛПУФЦ]", code) else code


def _ticked(head: Headed, r: int) -> Value | None:
    """Return the word of the head under which a course is ticked: `HP bắt buộc | HP tự chọn` with an `x` in one."""
    for column in head.all("component"):
        place = head.at(r, column)
        word = REQUIRED.search(column.path[-1]) or ELECTIVE.search(column.path[-1])
        counted = head.of("credits") and place.text == head.at(r, head.of("credits")).text  # its credits for a tick
        shared = place.row_span > 1 and place.column_span == 1 and figures.number(place.text)  # of several courses
        own = not place.merged and (_TICK.fullmatch(place.text) or place.text and counted)
        if word and (own or shared):
            return _value(place, word[0][0].upper() + word[0][1:])
    return None


def _prerequisites(head: Headed, r: int) -> list[tuple[str, Place]]:
    return [
        (meaning, place)
        for meaning in ("prerequisite", "corequisite", "postrequisite")
        for column in head.all(meaning)
        if (place := head.at(r, column)).text and not (place.merged and place.column_span > 1)
    ]


def _value(place: Place, value: object) -> Value:
    return Value(value, place.span, 0.93, "list")
