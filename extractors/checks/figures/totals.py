"""Totals: rows and columns of tables that say what the numbers above or beside them make."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from extractors.checks.figures.sums import BLOCKS, FAREST
from extractors.checks.figures.told_sums import WORDS, outermost
from extractors.checks.placing import is_machine_read
from extractors.checks.printed import cells_of
from extractors.checks.telling import tell
from extractors.checks.text.trust import weakest
from extractors.curriculum import figures
from extractors.curriculum.courses.parts import CHOSEN, ELECTIVE
from extractors.curriculum.grading.marks import is_marks
from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.head_rows import after_numbering
from extractors.curriculum.heads import Headed, headed
from extractors.curriculum.hours.plan_heads import is_plan
from extractors.curriculum.table_rows import is_total
from models.document import Document
from models.rows import Finding, Row
from normalizers.letters import lettered
from normalizers.values.numbers import grouped
from normalizers.wordings import Wordings

NEAR = 0.01
ROUNDED = 0.49
SURE = 4
"""Rows that make a total beside them from which one that does not is wrong, whatever the head says."""
LIKE = 3
"""Figures of a row that sums up, all but one made by the same rows, from which the odd one is wrong."""
FEW = 6
"""Rows of a table that has one total at most."""
CREDIT = 25
"""Hours of a credit at least."""
LONGEST = 5
"""Words of a row's name that says it sums up."""
HUNDRED = 100
CLEAR = 0.9
"""Confidence of the figures that a machine read from which one of them is wrong in print and not in reading."""
_RESULT = Wordings(WORDS, r"\W*<<result>>\W*$", re.I)
_CREDITS = Wordings(WORDS, r"(?<!\w)<<credits>>", re.I)
_LED = Wordings(WORDS, r"[:–—-]\s*(\d{1,4})(?!\d)[^\d\n]{0,24}?[,;]?\s*<<among>>\s*:?\s*$", re.I)
_WHOLE = re.compile(r"(?<![\w.,/–-])\d{2,4}(?![\w/–-]|[.,]\d|\s?%)")
_COUNT_OF = Wordings(WORDS, r"^<<count_of>>\s+", re.I)
REACH = 90
"""Characters of the line above a table."""
_MONEY = re.compile(r"(\d{1,3}(?:[ ,.\u00a0]\d{3})+)[.,](\d{2})")
"""An amount with its thousands and its hundredths: `1,850.00`."""
_SUM_ROW = Wordings(WORDS, r"\W*<<sum_row>>(?!\w)", re.I)
_OUTSIDE = Wordings(WORDS, "<<outside>>", re.I)
_BLOCK = re.compile(r"(\d{1,3})(?:\s*\(\s*\d{1,2}(?:[.,]\d+)?\s*%\s*\))?")
"""The credits of a block, and what share of the whole they are: `180 (75 %)`."""
_TABLES = {"score": "assessments", "weight": "assessments", "credits": "courses", "activity": "topics"}
_CODED = re.compile(lettered(r"(?<!\w)\p{Lu}{2,6}[ .-]?\d{2,6}"))
_NOTHING = re.compile(r"[-–—xX./\s]*")
"""What stands in a cell that holds no figure."""
_APART = ("semester", "week", "number", "code", "letter", "points", "percent")
"""Meanings of columns whose figures are never summed."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the printed totals of tables that the figures above or beside them do not make."""
    present = {row.table for row in rows}
    machine = is_machine_read(document)
    found: list[Finding] = []
    for grid in grids(document) if rows else ():
        head = headed(grid)
        sure = not machine or all(weakest(document, p.span) >= CLEAR for row in grid.rows for p in row if p.span)
        ways = [_groupwise(grid, head), _across(grid, head), _rated(grid, head if sure else None), _closing(grid)]
        if _counts_choices(grid, head):
            ways = [_down(grid, head, sure=False, least=LIKE - 1), *ways]
        else:
            ways = [_down(grid, head, sure=sure), *ways, _above(document, grid)]
        wrong = next((sums for way in ways if (sums := list(way))), [])
        found += [_told(document, grid, present, one) for one in wrong]
    return found


def _above(document: Document, grid: Grid) -> Iterator[tuple[int, float, float]]:
    """Yield the total of a table that is another than the whole above it, on the line that leads to the table (`Chỉ
    tiêu: 90, trong đó:`) or beside the name of its column (`702 học sinh`)."""
    above = document.text.content[max(0, grid.start - REACH) : grid.start].lower()
    led, last = _LED.search(above), _total_row(grid, 0)
    totals = _figures(grid, last, None) if last else {}
    for match in _WHOLE.finditer(above) if totals else ():
        whole, behind = float(match[0]), above[match.end() :].lstrip()
        for column, total in totals.items() if whole not in totals.values() else ():
            name = _COUNT_OF.sub("", grid.rows[0][column].text.lower())
            label = re.search(rf"{re.escape(name)}[^\d.;\n\t]{{0,9}}$", above[: match.start()])
            named = len(name) > 2 and (behind.startswith(name) or label)
            leads = led is not None and led.start(1) == match.start() and column == min(totals)
            if (named or leads) and max(total, whole) <= FAREST * min(total, whole):
                yield column, total, whole


def _closing(grid: Grid) -> Iterator[tuple[int, float, float]]:
    """Yield the total of a list that the two blocks right above it, each a name and a figure, do not make."""
    named = [[place.text for place in row if place.text and not place.merged] for row in grid.rows]
    blocks = [match for own in named[-3:] if len(own) == 2 and (match := _BLOCK.fullmatch(own[1]))]
    if len(blocks) == 3 and len(named) > 3 and len(named[-4]) > 2 and _sums_up(named[-1][0]):
        first, second, whole = (float(block[1]) for block in blocks)
        if NEAR < abs(first + second - whole) <= whole * (1 - CLEAR):
            yield grid.width - 1, first + second, whole


def _counts_choices(grid: Grid, head: Headed | None) -> bool:
    """Say whether a table may list more than its total counts: electives, and what stands outside of a programme."""
    if head is not None and (is_marks(head) or is_plan(head)):
        return False
    text = " ".join(place.text for row in grid.rows[head.first if head else 1 :] for place in row)
    text += " ".join(grid.rows[0][c].text for c in range(grid.width) if len(set(cells_of(grid, c))) > 1)
    coded = _CODED.search(text) or head is not None and head.has("code")
    blocks = len(grid.rows) <= BLOCKS and not coded  # of courses, where electives are one of them
    return bool(_OUTSIDE.search(text) or ELECTIVE.search(text) and not blocks)


def _told(document: Document, grid: Grid, present: set[str], told: tuple[int, float, float]) -> Finding:
    head, (index, made, printed) = headed(grid), told
    column = next((c for c in head.columns if c.index == index), None) if head else None
    table = _TABLES.get(str(column and column.meaning))
    if column and column.meaning == "activity" and head and not is_plan(head):
        table = "workloads"
    above = column.path[-1] if column and column.path else grid.rows[0][index].text
    said = {"column": above, "page": document.text.page_at(grid.start)}
    return tell("table_total.column", "error", table if table in present else None, made=made, printed=printed, **said)


def _down(grid: Grid, head: Headed | None, *, sure: bool, least: int = 1) -> Iterator[tuple[int, float, float]]:
    """Yield column, sum and total where the rows above do not make it; where not all that a machine read is
    clear, only where the same rows make the totals of `least` other columns."""
    first = head.first if head else 0
    first = next((r for r in range(first, len(grid.rows)) if _figures(grid, r, head)), first)  # heads may run on
    last = _total_row(grid, first)
    totals = _figures(grid, last, head) if last else {}
    columns = {c: parts for c in totals if last and len(parts := _parts(grid, first, last, c)) > 1}
    wrong = {c: parts for c, parts in columns.items() if not _holds(parts, totals[c])}
    if len(columns) - len(wrong) < least:  # where no column is made, the rows may not be what is summed
        near = {c: parts for c, parts in wrong.items() if _is_near(parts, totals[c])}
        wrong = near if sure and len(near) == 1 else {}
    for c, parts in wrong.items():
        yield c, min(sum(parts), sum(outermost(parts)), key=lambda made: abs(made - totals[c])), totals[c]


def _holds(parts: list[float], total: float) -> bool:
    """Say whether rows make a total: groups and their parts may both be printed, and tenths be rounded."""
    rounded = total == int(total) and any(part != int(part) for part in parts)
    sums = (sum(parts), sum(parts) / 2, sum(outermost(parts)))
    return any(abs(made - total) <= (ROUNDED if rounded else NEAR) for made in sums)


def _is_near(parts: list[float], total: float) -> bool:
    """Say whether a total can be meant as the sum of rows at all."""
    made = sum(parts)
    return min(made, total) * FAREST >= max(made, total) > 0 and total != len(parts)


def _groupwise(grid: Grid, head: Headed | None) -> Iterator[tuple[int, float, float]]:
    """Yield column, sum and figure of the only one of several rows that sum up those below or above them which these do
    not make, or of the first of two that miss by the same: groups of numbered rows under a head with its figure, parts
    with their sum below, the whole."""
    rows = {r: _figures(grid, r, head) for r in range(head.first if head else 1, len(grid.rows))}
    summed = _summed(grid, list(rows))
    odd: dict[int, list[tuple[int, float, float]]] = {}
    for column in sorted({c for own in rows.values() for c in own}):
        told = [
            ([sum(rows[one].get(column, 0) for one in way) for way in ways], rows[r][column], r)
            for r, ways in summed.items()
            if column in rows[r]
        ]
        missed = [(made[0], figure, r) for made, figure, r in told if all(abs(one - figure) > NEAR for one in made)]
        wrong = [one for one in missed if not _is_open(grid, one[2], summed[one[2]][0])]
        single = len(wrong) == 1 or len(wrong) == 2 and len({round(made - said, 2) for made, said, _ in wrong}) == 1
        if len(told) - len(missed) >= LIKE - 1 and single and max(wrong[0][:2]) <= FAREST * min(wrong[0][:2]):
            odd.setdefault(wrong[0][2], []).append((column, *wrong[0][:2]))
    yield from (one for told in odd.values() if len(told) == 1 for one in told)  # of several, rows are chosen from


def _summed(grid: Grid, rows: list[int]) -> dict[int, list[list[int]]]:
    """Return the rows that each row which sums up may sum up, in one way or another."""
    feet = [r for r in rows if any(_sums_up(text) for text in grid.texts(r)[:2])]
    data = [r for r in rows if r not in feet]
    numbered = [r for r in data if grid.rows[r][0].text.strip(" .").isdecimal()]
    numbers = {r: grid.rows[r][0].text.strip(" .") for r in data}
    parted = {r for r, below in pairwise(data) if numbers[r] and numbers[below].startswith(f"{numbers[r]}.")}
    plain = numbered if len(numbered) * 2 > len(data) else [r for r in data if r not in parted]
    ends = sorted({*rows, len(grid.rows)} - set(plain))
    found = {top: [[r for r in plain if top < r < end]] for top, end in pairwise(ends) if top not in feet}
    found |= {top: [[r for r in plain if numbers[r].startswith(f"{numbers[top]}.")]] for top in parted}
    for before, foot in pairwise([-1, *feet]):
        every = [r for r in plain if r < foot]
        found[foot] = [[r for r in every if before < r] or [r for r in feet if r < foot], every]
    return {r: ways for r, ways in found.items() if ways[0]}


def _is_open(grid: Grid, foot: int, rows: list[int]) -> bool:
    """Say whether some of the rows that one sums up, or of the heads between them, are chosen from or stand outside."""
    texts = [text for r in range(min(foot, *rows), max(foot, *rows) + 1) for text in grid.texts(r)]
    return any(_OUTSIDE.search(text) or CHOSEN.search(text) or "*" in text for text in texts)


def _figures(grid: Grid, row: int, head: Headed | None) -> dict[int, float]:
    """Return the figures of a row that may be summed, by their column."""
    apart = {c.index for c in head.columns if str(c.meaning).endswith(_APART)} if head else set()
    found = {c: figure_of(place) for c, place in enumerate(grid.rows[row]) if c and c not in apart}
    return {c: figure for c, figure in found.items() if figure is not None}


def _total_row(grid: Grid, first: int) -> int | None:
    """Return the row of the total where the table has one alone, at its end but for notes; subtotals make sums
    uncertain."""
    end = max((r for r, row in enumerate(grid.rows) if sum(bool(p.text) and not p.merged for p in row) > 1), default=0)
    totals = [r for r in range(first, end + 1) if any(_sums_up(text) for text in grid.texts(r)[:2])]
    if end < FEW and totals and totals[-1] == end and totals != [end - 1, end]:
        return totals[-1]  # a block of a small table may be called by what it sums up elsewhere
    if not totals and _RESULT.match(grid.rows[-1][0].text) and any(figure_of(p) == HUNDRED for p in grid.rows[-1][1:]):
        return len(grid.rows) - 1  # `Қорытынды | 100`
    return totals[0] if len(totals) == 1 and totals[0] == end else None


def _sums_up(text: str) -> bool:
    """Say whether the first words of a row say that it sums up, in whatever words more."""
    return is_total(text) or len(text.split()) <= LONGEST and _SUM_ROW.match(text) is not None


def _parts(grid: Grid, first: int, last: int, index: int) -> list[float]:
    """Return the figures of a column above its total; none where one of them is not read."""
    found: list[float] = []
    credited = index == 1 and not _CREDITS.search(grid.rows[last][0].text)  # a card of hours, with its credits above
    for r in range(first, last):
        place = grid.rows[r][index]
        if place.merged or _NOTHING.fullmatch(place.text) or credited and _CREDITS.search(grid.rows[r][0].text):
            continue
        number = figure_of(place)
        if number is None and r > 0:
            return []
        found += [] if number is None else [number]  # the first row may be a head that is not known as one
    return found


def figure_of(place: Place) -> float | None:
    """Return the figure that a cell holds, with its unit or sign of per cent; None for anything else."""
    if place.merged:
        return None
    for reading in (figures.number, figures.hours):
        if (value := reading(place.text)) is not None:
            return float(value)
    if (thousands := grouped(place.text.strip())) is not None:
        return float(thousands)
    if money := _MONEY.fullmatch(place.text.strip()):
        return float(re.sub(r"\D", "", money[1]) + "." + money[2])
    share = re.fullmatch(r"\s*\d{1,3}(?:[.,]\d+)?\s*%\s*", place.text)
    return float(figures.percent(place.text) or 0) if share else None


def _across(grid: Grid, head: Headed | None) -> Iterator[tuple[int, float, float]]:
    """Yield column, sum and total of the few rows whose figures do not make the total that stands beside them, where
    in most rows the figures of the same columns do; of a column that no head calls a sum, the one row of many."""
    rows = _data(grid, head)
    for index, called in _sum_columns(grid, head):
        odd: list[tuple[float, float]] = []
        for block in _blocks(grid, rows, index):
            beside = [(total, _row_sum(grid, r, block)) for r in rows
                      if (total := figure_of(grid.rows[r][index])) is not None]  # fmt: skip
            told = [(made, total) for total, made in beside if made is not None]
            apart = {total for total, made in beside if made is None}  # practice, exams: hours and no classes
            wrong = [(made, total) for made, total in told if abs(made - total) > NEAR and total - made not in apart]
            few = len(told) >= 3 and len(wrong) * 3 <= len(told) if called else len(told) > SURE and len(wrong) == 1
            odd = odd or (wrong if few else [])
            if told and not wrong:
                break
        else:
            if odd:
                yield from ((index, made, total) for made, total in odd)
                return


def _data(grid: Grid, head: Headed | None) -> list[int]:
    """Return the rows below the head but those that number the columns again, on the next page."""
    return [r for r in (head.data if head else range(1, len(grid.rows))) if after_numbering(grid, r) == r]


def _rated(grid: Grid, head: Headed | None) -> Iterator[tuple[int, float, float]]:
    """Yield the hours of the only one of many rows which are not as many for a credit as in all others."""
    credits = head.of("credits") if head else None
    at = credits.index if credits else 0
    for column in head.columns if head and at else ():
        told = [_figures(grid, r, head) for r in _data(grid, head)] if column.activity == "total" else []
        pairs = [(row[at], row[column.index]) for row in told if {at, column.index} <= row.keys()]
        rates = Counter(round(hours / one, 2) for one, hours in pairs if one)
        rate = rates.most_common()[0][0] if rates else 0
        if rate >= CREDIT and len(rates) == 2 and len(pairs) > SURE and rates.most_common()[1][1] == 1:
            yield from ((column.index, one * rate, hours) for one, hours in pairs if round(hours / one, 2) != rate)


def _sum_columns(grid: Grid, head: Headed | None) -> Iterator[tuple[int, bool]]:
    """Yield the columns that may sum up those beside them, and whether their head says so; it must where none else is
    known of them."""
    if head is None:
        yield from ((c, True) for c, place in enumerate(grid.rows[0]) if c and _sums_up(place.text))
    for column in head.columns if head else ():
        if column.path and column.activity in (None, "total") and not str(column.meaning).endswith(_APART):
            yield column.index, _sums_up(column.path[-1])


def _blocks(grid: Grid, rows: list[int], total: int) -> Iterator[list[int]]:
    """Yield the columns that a column of totals may sum up: those of figures on its right, or on its left, or these
    without those that part one of them, hours of lectures and the like behind those of all classes."""
    right = list(takewhile(lambda c: _counted(grid, rows, c), range(total + 1, grid.width)))
    left = list(takewhile(lambda c: _counted(grid, rows, c), range(total - 1, 0, -1)))
    sides = [side[:end] for side in (right, left) for end in range(len(side), 1, -1)]
    yield from sides
    yield from (
        [*side[: n + 1], *side[m:]] for side in sides for n in range(len(side) - 2) for m in range(n + 3, len(side))
    )


def _counted(grid: Grid, rows: list[int], column: int) -> bool:
    """Say whether a column holds figures and nothing else, or dashes alone."""
    own = [place for r in rows if not (place := grid.rows[r][column]).merged and place.text]
    return bool(own) and all(figure_of(place) is not None or _NOTHING.fullmatch(place.text) for place in own)


def _row_sum(grid: Grid, row: int, columns: list[int]) -> float | None:
    """Return what the figures of a row make, None where there are fewer than two."""
    values = [value for c in columns if (value := figure_of(grid.rows[row][c])) is not None]
    return sum(values) if len(values) > 1 else None
