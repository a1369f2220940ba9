"""Course lists and plans: the rows of a table that has a column of courses and one of credits, or has two lists."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from extractors.curriculum.courses.alike_heads import names_parts
from extractors.curriculum.courses.lost_heads import with_credits
from extractors.curriculum.courses.misread_strokes import placed, shaped
from extractors.curriculum.courses.moved_rows import set_right
from extractors.curriculum.courses.parts import SEMESTER, Context, between, context_above, semester_above, step
from extractors.curriculum.courses.plan_indices import blocks_around, is_index, restored
from extractors.curriculum.courses.rows import Listed, rows_of
from extractors.curriculum.courses.semesters import semester_of
from extractors.curriculum.grids import Grid, aligned, grids
from extractors.curriculum.heads import Column, Headed, headed
from extractors.curriculum.outcomes.codes import only
from extractors.curriculum.sums.headless import headless, with_roles
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Value
from normalizers.wordings import Wordings

FEWEST_KINDS = 2
"""Kinds of activity whose hours a plan without credits has."""
FEWEST_SEMESTERS = 4
"""Columns of semesters that tell the plan of a course of study."""
_OF_COURSES = Wordings(KNOWLEDGE / "list_words.tsv", "<<course_of>>", re.I)


def course_lists(
    document: Document, accepts: Callable[[Headed], bool] | None = None
) -> Iterator[tuple[Headed, list[Listed]]]:
    """Yield the course lists of a document with their rows; a plan over several tables gives each its own.

    `accepts` says which tables are lists, `is_list` where nothing else is said.
    """
    head: Headed | None = None
    context: Context = {}
    indices: set[str] = set()
    end, begun = 0, False
    for grid in grids(document):
        whole = aligned(head.grid, grid) if head is not None else grid
        goes_on = head is not None and whole.width == head.grid.width
        own_head = headed(grid) or (None if goes_on else headless(grid))
        if own_head is not None:
            own_head = set_right(with_credits(with_roles(own_head)))
            head = own_head if (accepts or is_list)(own_head) else None
            context = context_above(document, grid.start) if head else {}
        elif _crosses_outcomes(grid):
            head = None
            continue
        elif head is not None and goes_on:
            head = set_right(Headed(whole, head.columns, 0))
            for place in between(document, end, grid.start):
                step(context, [place])
        else:
            continue
        end = grid.end
        for part in halves(head) if head is not None else ():
            rows = rows_of(part, context)
            if rows or begun and own_head is None:  # the rest of a plan may be its sums alone
                begun = True
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
    for row, around in zip(rows, blocks_around(codes), strict=True):
        if "code" in row.cells:
            row.cells["code"] = restored(document, row.cells["code"], row.cells.get("cycle"), indices, around=around)


def _within(row: Listed, semester: Value) -> Listed:
    row.cells.setdefault("semester", semester)
    return row


def lists_courses(head: Headed) -> bool:
    """Say whether a table names courses with their credits, or plans their hours, and no topics or steps of a scale;
    marks beside codes and credits are those of courses that are recognised."""
    marked = head.of("letter") is not None and not (head.has("code") and head.has("credits"))
    if not head.has("name") or head.of("topic", "weight") or marked:
        return False
    if not head.of("credits") and not _plans_hours(head):
        return False
    # names of parts without codes are a summary of the parts of a programme
    return head.of("code") is not None or not all(names_parts(c) for c in head.all("name"))


def _plans_hours(head: Headed) -> bool:
    """Say whether a table is a plan without credits, as colleges and further training print it: codes or numbers,
    semesters or forms of control or a column for each semester, and hours."""
    spread = len(head.all("semester")) >= FEWEST_SEMESTERS
    controlled = head.of("exam_semester", "credit_semester") is not None and head.has("code")
    numbered = (spread or head.of("control", "exam_semester") is not None) and head.of("code", "number") is not None
    fewest = 1 if head.has("exam_semester", "credit_semester") else FEWEST_KINDS
    return (controlled or numbered) and len({c.activity for c in head.columns if c.activity}) >= fewest


def is_list(head: Headed) -> bool:
    """Say whether a table lists courses and is no matrix of them and the outcomes of a programme."""
    return lists_courses(head) and sum(c.meaning == "programme_outcome" for c in head.columns) <= 2


def is_bare_list(head: Headed) -> bool:
    """Say whether a table names courses by codes without credits: certificates beside the courses they stand for."""
    code, name = head.of("code"), head.of("name")
    if code is None or name is None or head.of("credits", "topic", "letter", "weight", "week", "hours"):
        return False
    return all(_OF_COURSES.search(" ".join(column.path)) for column in (code, name))


def halves(head: Headed) -> list[Headed]:
    """Return the lists of a table whose heads of codes and names come again, each without the others' columns; the
    whole alone where they do not."""
    codes, names = head.all("code"), head.all("name")
    firsts = [min(pair, key=lambda c: c.index) for pair in zip(codes, names, strict=False)]
    alike = len({c.path[-1] for c in codes if c.path}) == len({c.path[-1] for c in names if c.path}) == 1
    starts = [c.index for c in firsts]
    if len(codes) != len(names) or len(codes) < 2 or not alike or starts != sorted(set(starts)):
        return [head]
    ends = [*starts[1:], len(head.columns)]
    if any(not (a <= c.index < b and a <= n.index < b) for a, b, c, n in zip(starts, ends, codes, names, strict=True)):
        return [head]
    return [
        replace(head, columns=tuple(_without_others(c, starts[0], start, end) for c in head.columns))
        for start, end in zip(starts, ends, strict=True)
    ]


def _without_others(column: Column, shared: int, start: int, end: int) -> Column:
    """Return a column as it is where it belongs to a list or to all; else without its meaning."""
    if column.index < shared or start <= column.index < end:
        return column
    return Column(column.index, None, ())


def semester_over(head: Headed) -> Value | None:
    """Return the semester that stands over the columns of a list: `Học kỳ 1 | Học kỳ 2`."""
    name = head.of("name")
    match = SEMESTER.fullmatch(name.path[0].strip()) if name and len(name.path) > 1 else None
    number = semester_of(match[1]) if match else None
    place = next((p for row in head.grid.rows for p in row if match and p.text.strip() == match[0]), None)
    return Value(number, place.span, 0.9, "list.halves") if number and place else None
