"""The rows of one table of courses, under the headings of its parts."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.curriculum import figures
from extractors.curriculum.cards.bilingual import two_languages
from extractors.curriculum.courses.alike_heads import beside, of_courses
from extractors.curriculum.courses.cells import cells_of, is_code, prerequisites
from extractors.curriculum.courses.groups import is_group, is_part
from extractors.curriculum.courses.parts import LEFT, LETTERED, NUMBERED, Context, step
from extractors.curriculum.courses.semesters import listed_value
from extractors.curriculum.grids import Place
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.table_rows import is_total
from models.rows import Value

_SERIAL = re.compile(r"\d{1,3}")
_OF_PART = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}(?:\.\d{1,2}){0,2}\.?|[A-HĐ]\.?")
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")
_CODED = re.compile(r"[^\W\d_]|^\d{6,8}$")
"""What a code has that is no mark, year or number of a row."""
_TWO = re.compile(r"\d+(?:[.,]5)? \d+(?:[.,]5)?")
_LEAST_CODES = 4
"""Different codes that tell a column of them whose head is not known."""
FULL = 3
"""Values beside the code that most courses of a list have and a row without a code is to have, to be one of them."""
MOST_UNCODED, THESIS = 20, 30
"""Credits of a row without a code from which it is no course where most have codes, `6/6` that a scan read as `66`, and
those that a master's thesis has."""


@dataclass
class Listed:
    """A row of a course list: its cells, its row in the grid, and the headings it stands under."""

    cells: dict[str, Value]
    row: int
    headed: Headed
    prerequisites: list[tuple[str, Place]] = field(default_factory=list)


def _columns(head: Headed) -> tuple[Column | None, Column | None]:
    """Return the columns of codes and names; where two are headed alike, the one with codes in it is the codes'."""
    names, code = of_courses(head.all("name")), head.of("code")
    if len(names) > 1:
        coded = max(names, key=lambda c: sum(is_code(head.grid.rows[r][c.index].text) for r in head.data))
        lettered = [c for c in names if c is not coded]
        if code is None and any(is_code(head.grid.rows[r][coded.index].text) for r in head.data):
            return coded, beside(lettered, coded)[0]
    name = beside(names, code)[0] if names else None
    return code or _codes_before(head, name) or _numbers_as_codes(head, name), name


def _numbers_as_codes(head: Headed, name: Column | None) -> Column | None:
    """Return the column of numbers where they tell the courses apart, and no column of codes does: `1.2`, `ВК 3`."""
    number = head.of("number")
    if number is None or name is None or not re.search(r"[а-яіїєґ]", " ".join(name.path), re.I):
        return None
    listed = [r for r in head.data if head.at(r, name).text and _is_measured(head, r)]
    numbers = [t for r in listed if is_code(t := head.at(r, number).text) and not is_total(head.at(r, name).text)]
    return number if len(numbers) >= 3 and len(set(numbers)) == len(numbers) else None


def _is_measured(head: Headed, r: int) -> bool:
    """Say whether a row has credits; hours, where the table has no column of credits."""
    if (credits := head.of("credits")) is not None:
        return bool(figures.credits(head.at(r, credits).text))
    return any(figures.hours(head.at(r, c).text) for c in head.columns if c.activity)


def _codes_before(head: Headed, name: Column | None) -> Column | None:
    """Return the column before the names whose head was not read and which gives each course a code of its own."""
    credits = head.of("credits")
    for column in head.columns[: name.index] if name and credits else ():
        listed = [r for r in head.data if figures.credits(head.at(r, credits).text) and not head.at(r, column).merged]
        texts = [head.at(r, column).text for r in listed]
        blank = not column.path and name is not None and re.search(r"[а-яіїєґ]", " ".join(name.path), re.I)
        codes = [t for t in texts if is_code(t) and (_CODED.search(t) or blank and _DOTTED.fullmatch(t))]
        most = len(set(codes)) == len(codes) >= _LEAST_CODES and len(codes) * 2 > len(listed)
        if column.meaning is None and column.activity is None and most:
            return column
    return None


def rows_of(head: Headed, context: Context) -> list[Listed]:
    """Return the rows of a table that are courses; rows that head a part are taken into `context`."""
    code, name = _columns(head)
    composed = code is None and _restarts(head, name)
    doubled, parts, two = two_languages(head, name), _numbered_parts(head), rows_of_two(head)
    found: list[Listed] = []
    for r in head.data:
        row = head.grid.rows[r]
        own = [p for p in row if p.text and not p.merged]
        label = head.at(r, name)
        if r in two:
            continue
        if not own or any(is_total(p.text) for p in own[:3]) and not (len(own) == 1 and is_part(own[0].text)):
            continue
        if len(own) == 1 or r in parts or is_group(head, r, code, name):
            if any(c.isalpha() for p in own for c in p.text):  # figures alone are the sums of a part
                step(context, own)
            continue
        if (
            not any(c.isalpha() for c in label.text)
            or label.merged
            or label.text == head.grid.rows[head.first - 1][0].text
        ):
            continue
        cells = cells_of(head, r, code, name, doubled=doubled)
        if len(cells) >= 2 and ("code" in cells or "credits" in cells):
            known = {c: value for c, (_, value) in context.items() if c not in (NUMBERED, LEFT, LETTERED)}
            if composed and "code" not in cells and (own_code := _composed(head, r, context)):
                cells["code"] = own_code
            found.append(Listed({**known, **cells}, r, head, prerequisites(head, r)))
    found = _without_doubted_semesters(_without_groups(found))
    coded = sum("code" in one.cells for one in found)
    found = [one for one in found if "code" in one.cells or not _is_choice_misread(one, coded * 2 > len(found))]
    return found if coded * 5 < len(found) * 4 else _without_lesser(found)


def rows_of_two(head: Headed) -> dict[int, str]:
    """Return the rows that a converter made of two courses, with their codes."""
    code, _ = _columns(head)
    return {r: text for r in head.data if (text := head.at(r, code).text) and _is_of_two(text, head.grid.rows[r])}


def _is_of_two(code: str, own: Sequence[Place]) -> bool:
    """Say whether two codes of one series stand in a cell of a row and two figures in another, or in many others."""
    words = code.split()
    halves = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    series = {re.sub(r"[\d.]+", "", half) for half in halves}
    pairs = sum(_TWO.fullmatch(p.text) is not None for p in own)
    return all(map(is_code, halves)) and pairs >= (1 if len(series) == 1 else FULL)


def _without_lesser(found: list[Listed]) -> list[Listed]:
    """Leave out the rows without a code, where most have one, that lack what most courses of the list have in cells of
    their own and do not count on with them: names of blocks with their credits."""
    own = [
        {c for c, v in one.cells.items() if v.span in {p.span for p in one.headed.grid.rows[one.row]}} for one in found
    ]
    coded = [columns for columns in own if "code" in columns]
    told = Counter(column for columns in coded for column in columns)
    whole = {column for column, times in told.items() if times * 5 >= len(coded) * 4} - {"code"}
    full = len(whole) >= FULL
    return [
        one
        for n, one in enumerate(found)
        if "code" in one.cells or full and whole <= own[n] or _counts_on(found[max(n - 1, 0) : n + 2])
    ]


def _counts_on(around: list[Listed]) -> bool:
    """Say whether a row has the number between those of the rows around it: a course to which no code was given."""
    printed = [one.headed.at(one.row, one.headed.of("number")).text.strip(" .") for one in around]
    numbers = [int(text) for text in printed if text.isdecimal()]
    return len(numbers) == len(around) > 2 and numbers == list(range(numbers[0], numbers[0] + 3))


def _without_groups(found: list[Listed]) -> list[Listed]:
    """Leave out the rows whose code begins that of the next: `Б1.В.ДВ.01` over `Б1.В.ДВ.01.01`."""
    codes = [str(one.cells["code"].value) if "code" in one.cells else "" for one in found]
    return [
        one
        for n, one in enumerate(found)
        if not (codes[n] and "".join(codes[n + 1 : n + 2]).startswith(f"{codes[n]}."))
    ]


def _without_doubted_semesters(found: list[Listed]) -> list[Listed]:
    """Leave out a semester that heads a part and was told before, where the next part's is two higher: a scan lost a
    stroke of `HK III` between `HK II` and `HK IV`; what stands in the rows themselves is none."""
    own = {p.span for one in found for p in one.headed.grid.rows[one.row]}
    told = {v.span: v.value for one in found if (v := one.cells.get("semester")) and v.span not in own}
    spans = list(told)
    doubted = {
        span
        for before, span, after in zip(spans, spans[1:], spans[2:], strict=False)
        if isinstance(told[span], int) and told[before] == told[span] and told[after] == told[span] + 2
    }
    return [
        replace(one, cells={k: v for k, v in one.cells.items() if k != "semester" or v.span not in doubted})
        for one in found
    ]


def _is_choice_misread(one: Listed, most_coded: bool) -> bool:
    credits = one.cells.get("credits")
    return most_coded and credits is not None and MOST_UNCODED < float(str(credits.value)) != THESIS


def _restarts(head: Headed, name: Column | None) -> bool:
    """Say whether the numbers of the courses begin again in every part of a list that has no codes."""
    number = head.of("number")
    printed = [head.at(r, number).text.strip(" .") for r in head.data if head.at(r, name).text]
    return printed.count("1") > 1 and bool(re.search(r"[а-яіїєґ]", " ".join(name.path) if name else "", re.I))


def _composed(head: Headed, r: int, context: Context) -> Value | None:
    """Return the code of a course whose number counts within its part: the part's number, then its own."""
    place = head.at(r, head.of("number"))
    own = place.text.strip(" .")
    if own == "1":
        context.pop(LEFT, None)
    part = context.get(NUMBERED) or context.get(LEFT)
    return listed_value(place, f"{part[1].value}.{own}") if part and own.isdecimal() else None


def _numbered_parts(head: Headed) -> set[int]:
    """Return the rows whose number is a part's, while those of the courses run on, with the sum of the courses below.

    A part has at most its number, its name and its sum; where the sum is not that of the rows below, it is a course.
    """
    number, credits = head.of("number"), head.of("credits")
    rows = [r for r in head.data if head.at(r, number).text]
    texts = {r: head.at(r, number).text.strip() for r in rows}
    serial = [int(texts[r]) for r in rows if _SERIAL.fullmatch(texts[r])]
    if number is None or len(serial) < 3 or any(b <= a for a, b in zip(serial, serial[1:], strict=False)):
        return set()
    parts = [r for r in rows if not _SERIAL.fullmatch(texts[r]) and _OF_PART.fullmatch(texts[r])]
    found = set()
    for r, end in zip(parts, [*parts[1:], len(head.grid.rows)], strict=False):
        below = [figures.credits(head.at(n, credits).text) for n in rows if r < n < end and _SERIAL.fullmatch(texts[n])]
        own = [p for p in head.grid.rows[r] if p.text and not p.merged]
        said = figures.credits(head.at(r, credits).text)
        if len(own) <= 3 and below and None not in below and said == sum(n for n in below if n):
            found.add(r)
    return found
