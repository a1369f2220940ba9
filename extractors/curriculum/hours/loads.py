"""Hours of a course by kind of activity: from a table, a line of a table, or `label: hours` lines."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.cards.labelled import pairs
from extractors.curriculum.cards.stacked import stacked
from extractors.curriculum.courses.credited import beside_credits, counts_credits
from extractors.curriculum.courses.semesters import semester_of
from extractors.curriculum.grids import Grid, grids
from extractors.curriculum.heads import Column, Headed, activity_of, headed, mode_of
from extractors.curriculum.hours.load_lines import lines_of_loads
from extractors.curriculum.hours.load_rows import card_cells, hours_across, is_load_table
from extractors.curriculum.hours.plan_heads import is_plan
from extractors.curriculum.hours.planned_semesters import planned_loads, planned_tables
from extractors.curriculum.hours.plans import heading_kind
from extractors.curriculum.hours.split import split_cell, split_column, split_hours
from extractors.curriculum.hours.told_hours import CLASSES, Load, activity_named
from extractors.curriculum.lines_above import lines_above
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE, fold
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "figure_words.tsv"
_WHOLE = Wordings(_WORDS, r"(?i)(?<!\d)(\d{2,3})\s*(?:год|час|ч\.|ч\b|акад|сағ|(?:<<hours_of>>\s){0,2}hours)")
_SCORED = Wordings(_WORDS, r"<<scored>>", re.I)
"""How a row below the hours names the points that each kind of class brings."""
_PARTS = Wordings(_WORDS, r"<<among>>\W*$", re.I)
"""How a row ends whose parts stand in the rows below."""
_IN_ALL = Wordings(_WORDS, r",\s*<<in_all>>\W*$", re.I)
"""How a row ends that says an activity's hours as a whole; those of the same activity below it are parts of them."""
MOST_PARTS = 3
MOST_A_WEEK = 8
"""Hours of an activity from which a line tells those of the whole course."""
_FOR = Wordings(_WORDS, r"^\W*(?:<<caption>>\W*)?(?:<<for_form>>\s+)?", re.I)
ABOVE = 2
"""Lines of text above a table that may name it."""
LONGEST = 60
_IN_CREDITS = Wordings(_WORDS, r"[,(]\s*<<credits>>\W*$", re.I)  # `Объем по плану, з.е.`
STUDY_ALONE = ("self_study", "supervised_self_study")


def loads(document: Document) -> list[Load]:
    """Return the hours of the document's course, each activity and mode once: a table of loads before lines."""
    found = [*planned_loads(document), *_tables(document), *_stacked(document)]
    found += [*lines_of_loads(document), *_beside_credits(document)]
    if len({load.activity for load in found}) < 2:
        found = [*_embedded(document), *found]
    if len({load.activity for load in found}) < 2:
        found = [*_sums(document), *found]
    found = _of_classes(_without_weekly(found, document))
    best: dict[tuple[str, str | None], Load] = {}
    beside: list[Load] = []
    for load in found:
        first = best.setdefault((load.activity, load.mode), load)
        if (
            first is not load
            and first.group == load.group >= 0
            and (load.span, load.label) not in {(b.span, b.label) for b in (first, *beside)}
        ):
            beside.append(load)
    beside = [b for b in beside if not _parts_of(best[b.activity, b.mode], beside)]
    kept = [load for (activity, mode), load in best.items() if mode or not any(a == activity and m for a, m in best)]
    told = (_to_its_figure(document.text.content, load) for load in (*kept, *beside))
    return sorted(told, key=lambda load: load.span.start)


def _parts_of(whole: Load, beside: list[Load]) -> bool:
    """Say whether the hours told behind those of an activity are its parts, or the same once more."""
    kin = [b for b in beside if (b.activity, b.mode) == (whole.activity, whole.mode)]
    again = [b.hours for b in kin if not _otherwise_named(whole, b)]
    return whole.source == "line" and (whole.hours in again or bool(again) and whole.hours == sum(b.hours for b in kin))


def _otherwise_named(one: Load, other: Load) -> bool:
    """Say whether two lines call an activity by words none of which they share: exercises, and work in a laboratory."""
    words = [{word for word in fold(load.label).split() if word.isalpha()} for load in (one, other)]
    return all(words) and not words[0] & words[1]


def _to_its_figure(content: str, load: Load) -> Load:
    """Return the hours with a place that holds their figure, where blanks before it hid it: `Số tiết:      45`."""
    figure = re.compile(rf"(?<!\d){re.escape(f'{load.hours:g}').replace(re.escape('.'), '[.,]')}(?!\d)")
    if figure.search(content, load.span.start, load.span.end):
        return load
    end = content.find("\n", load.span.end)
    found = figure.search(content, load.span.end, end if end >= 0 else len(content))
    return replace(load, span=Span(load.span.start, found.end())) if found else load


def _of_classes(found: list[Load]) -> list[Load]:
    """Take hours of classes of any kind for lectures where the document tells none; leave out the sum of its kinds."""
    classes = [load for load in found if load.activity == CLASSES]
    kinds = {load.activity: load.hours for load in found if load.activity in ("practice", "seminar", "laboratory")}
    told = any(load.activity == "lecture" for load in found) or sum(kinds.values()) in {c.hours for c in classes}
    rest = (load for load in found if not (told and load.activity == CLASSES))
    return [replace(load, activity="lecture") if load.activity == CLASSES else load for load in rest]


def _without_weekly(found: list[Load], document: Document) -> list[Load]:
    """Leave out hours a week that lines of a card tell where the sums of a plan of topics tell those of the course."""
    told = [load for load in found if load.source == "line" and load.activity != "total"]
    if not told or max(load.hours for load in told) > MOST_A_WEEK or any(load.source != "line" for load in found):
        return found
    sums = [load for load in _sums(document) if load.activity != "total"]
    weekly = all(any(s.activity == load.activity and s.hours >= 4 * load.hours for s in sums) for load in told)
    return sums if sums and weekly else found


def _beside_credits(document: Document) -> Iterator[Load]:
    """Yield the hours of the whole course that stand beside its credits: `4 кредити ЄКТС / 120 годин`."""
    for pair in pairs(document):
        own = re.split(r"[(;](?!\s*\d{2,3}\s*(?:[^\W\d_.]+\.?\s*){1,3}\))", pair.text)[
            0
        ]  # brackets hold hours of its kinds
        match = _WHOLE.search(own) if pair.meaning == "course.credits" and len(own) < 80 else None
        of_kind = match and re.match(r"\s+of\s+(?!(?:total|study)\b)", own[match.end() :])
        if match and not of_kind and not activity_named(own[: match.start()].strip(" :–—-")):
            yield Load("total", float(match[1]), pair.span, source="card")


def _sums(document: Document) -> Iterator[Load]:
    """Yield the sums under the columns of a plan of topics; of several plans, those of the first that has them."""
    for grid in grids(document):
        head = headed(grid)
        planned = head and (is_plan(head) or head.of("week") and not head.of("credits", "code"))
        columns = [c for c in head.columns if c.activity] if head and planned else []
        split = split_column(head) if head and planned else None
        summing = head.data if head and (split or len({c.activity for c in columns}) >= 2) else ()
        sums = [r for r in summing if any(is_total(p.text) for p in grid.rows[r][:3] if p.text and not p.merged)]
        for r in _whole_sum(grid, sums, columns):
            for column in columns:
                place = grid.rows[r][column.index]
                value = figures.hours(place.text)
                if value and place.span and not place.merged:
                    yield Load(column.activity or "", value, place.span, column.mode, "plan", grid.start)
            if head and split and (span := head.at(r, split.column).span):
                yield from (
                    Load(kind, count, span, None, "plan", grid.start) for kind, count in split_hours(head, r, split)
                )
            return


def _whole_sum(grid: Grid, sums: list[int], columns: list[Column]) -> list[int]:
    """Return the row of sums that is of the whole plan: the only one with figures, else what the others make, of
    modules and of semesters."""
    told = {r: [figures.hours(grid.rows[r][c.index].text) or 0 for c in columns] for r in sums}
    filled = [r for r in sums if any(told[r])] or sums[:1]
    parts = [[told[r][n] for r in filled] for n in range(len(columns))]
    if len(filled) < 2:
        return filled
    made = [n for n, hours in enumerate(parts) if sum(hours) in (2 * max(hours), 3 * max(hours))]
    greatest = [max(hours) for hours in parts]
    return [r for r in filled if len(made) == len(parts) and told[r] == greatest][:1]


def _tables(document: Document) -> Iterator[Load]:
    planned = {grid.start for grid, _ in planned_tables(document)}
    for grid in grids(document):
        head = headed(grid)
        if head is None or grid.start in planned:
            continue
        if _names_activities(head):
            told = _down(head) if heading_kind(document, grid.start) not in STUDY_ALONE else iter(())
        elif is_load_table(head):
            credited = counts_credits(document, grid)
            told = (load for load in hours_across(head) if not credited or beside_credits(load.activity, load.hours))
        else:
            continue
        mode = _captioned_mode(document, grid.start)
        yield from (replace(load, mode=load.mode or mode) for load in told)


def _names_activities(head: Headed) -> bool:
    """Say whether a column of a table of hours names kinds of activity, and nothing else stands beside it."""
    if not head.hours() or head.of("topic", "credits", "weight", "letter") or head.columns[0].activity:
        return False
    if head.of("score") and not head.of("hours"):
        return False  # the sums of what works bring
    naming = _naming(head)
    # the works of study alone are no kinds of activity
    return naming is not None and activity_of(" ".join(naming.path)) not in STUDY_ALONE


def _naming(head: Headed) -> Column | None:
    """Return the column that names kinds of activity: the first, or the second behind one that numbers the rows."""
    for column in head.columns[:2]:
        if len({activity for r in head.data if (activity := activity_of(head.at(r, column).text))}) >= 2:
            return column
    return None


def _down(head: Headed) -> Iterator[Load]:
    """Yield hours of a table that names an activity in every row; of a whole and its parts the parts."""
    naming = _naming(head)
    later = head.columns[naming.index + 1 :] if naming else ()
    summed = {c.mode for c in later if c.activity == "total"}  # beside which semesters say it once more
    told = [c for c in later if c.meaning in ("hours", "activity") or c.mode and c.mode not in summed]
    columns = _whole(head, naming, told)
    wholes: set[str | None] = set()
    for r in head.data:
        label = head.at(r, naming).text
        activity = activity_of(label) if not _IN_CREDITS.search(label) else None
        if activity in wholes:
            continue
        wholes |= {activity} if activity and _IN_ALL.search(label) else set()
        for column in columns if activity else ():
            place = head.at(r, column)
            value = figures.hours(place.text)
            if activity and value is not None and place.span and value != _of_parts(head, r, naming, column):
                yield Load(activity, value, place.span, column.mode, "table", head.grid.start)


def _whole(head: Headed, naming: Column | None, columns: list[Column]) -> list[Column]:
    """Return the column whose hours are the sums of all others in every row, as of semesters; else all columns."""
    named = [r for r in head.data if activity_of(head.at(r, naming).text)]
    rows = [[figures.hours(head.at(r, c).text) or 0 for c in columns] for r in named]
    for n in (0, len(columns) - 1) if len(columns) > 1 and len(rows) > 1 else ():
        if not any(c.mode for c in columns) and all(abs(sum(row) - 2 * row[n]) < 0.01 for row in rows):
            return [columns[n]]
    return columns


def _of_parts(head: Headed, r: int, naming: Column | None, column: Column) -> float | None:
    """Return the sum of the rows that a row announces as its parts: `Занятия семинарского типа, в том числе:`."""
    if not _PARTS.search(head.at(r, naming).text):
        return None
    below = range(r + 1, min(r + 1 + MOST_PARTS, len(head.grid.rows)))
    parts = [figures.hours(head.at(n, column).text) for n in below if activity_of(head.at(n, naming).text)]
    sums = [sum(v or 0 for v in parts[:count]) for count in range(1, len(parts) + 1)]
    value = figures.hours(head.at(r, column).text)
    return value if value in sums else None


def in_load_table(document: Document) -> dict[str, Value]:
    """Return semester and form of control of the course where its table of hours tells them."""
    for grid in grids(document):
        head = headed(grid)
        if head is not None and _names_activities(head):
            if told := _semester_over(head):
                return {"semester": told}
        elif head is not None and is_load_table(head) and not is_plan(head):
            return card_cells(head)
    return {}


def _semester_over(head: Headed) -> Value | None:
    """Return the semester of the only column of hours that one heads: `4 семестр | Всего` over the hours of kinds."""
    places = [head.grid.rows[r][c.index] for c in head.columns for r in range(head.first)]
    told = [(number, p) for p in places if not p.merged and (number := semester_of(p.text)) and not p.text.isdecimal()]
    return Value(told[0][0], told[0][1].span, 0.85, "loads.table") if len(told) == 1 and told[0][1].span else None


def _embedded(document: Document) -> Iterator[Load]:
    """Yield hours of a row of figures under a row of activities, inside a table that lays out a page."""
    for grid in grids(document):
        head = headed(grid)
        elsewhere = head is not None and (is_plan(head) or counts_credits(document, grid))
        for r, row in enumerate(() if elsewhere else grid.rows[:-1]):
            kinds = {n: a for n, p in enumerate(row) if p.text and not p.merged and (a := activity_of(p.text, 0.93))}
            split = [one for n, p in enumerate(row) for one in split_cell(p.text, grid.rows[r + 1][n])]
            if len({*kinds.values(), *(kind for kind, _, _ in split)}) < 3:
                continue
            places = {n: grid.rows[r + 1][n] for n in kinds}
            values = {n: figures.number(p.text) for n, p in places.items()}
            under = grid.rows[r + 2] if r + 2 < len(grid.rows) and not _SCORED.search(grid.rows[r + 2][0].text) else ()
            below = [figures.number(under[n].text) for n in kinds] if under else []
            if sum(v is not None for v in below) * 2 > len(kinds):
                break  # the first of many rows
            if sum(v is not None for v in values.values()) * 2 > len(kinds):
                for n, value in values.items():
                    if value and (span := places[n].span):
                        yield Load(kinds[n], value, span, None, "table")
                yield from (Load(kind, value, span, None, "table") for kind, value, span in split)
                return


def _stacked(document: Document) -> Iterator[Load]:
    """Yield hours of a card with a column for each form of study."""
    for label, values in stacked(document):
        activity = activity_named(label)
        parted = len({mode for mode, _ in values}) < len(values)  # a column for each semester of a form of study
        group = values[0][1].span.start if parted and values[0][1].span else -1
        for mode, place in values if activity else ():
            value = figures.hours(place.text)
            if activity and value is not None and place.span:
                yield Load(activity, value, place.span, mode, "card", group)


def _captioned_mode(document: Document, start: int) -> str | None:
    """Return the form of study that the lines before a table at `start` name, in the document's word; else None."""
    for line in reversed(lines_above(document, start)[-ABOVE:]):
        if line.table is not None:
            return None
        printed = document.text.content[line.start : line.end].strip()
        words = _FOR.sub("", printed).strip(" :.")
        if len(words) <= LONGEST and (mode := mode_of(words)):
            return mode
    return None
