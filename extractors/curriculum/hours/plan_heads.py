"""The columns of a thematic plan: what makes a table one, which of them name its topics and their kinds of class."""

import re

from extractors.curriculum import figures
from extractors.curriculum.heads import Column, Headed, activity_of, counts
from extractors.curriculum.outcomes.codes import only
from extractors.curriculum.outcomes.heads import numbered
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE
from normalizers.wordings import Wordings

_CHAPTER = Wordings(KNOWLEDGE / "hours_words.tsv", r"<<chapter>>?\s*(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2})*[.:]?", re.I)
KINDS = 3
"""Rows that name a kind of class, from which their column does; others in it may have no hours: `Tư vấn`."""


def is_plan(head: Headed) -> bool:
    """Say whether a table is a thematic plan: topics with hours, weeks, sources, tasks or control."""
    if not titles(head) or head.of("letter", "weight", "credits", "name") or states_outcomes(head):
        return False
    if sum(only(c.path[-1]) is not None for c in head.columns if c.path) >= 2:  # a matrix of contents and outcomes
        return False
    return bool(head.hours() or head.of("week", "sources", "control", "task", "deadline", "course_outcome")) or (
        head.has("number") and len(head.columns) <= 3
    )


def titles(head: Headed) -> Column | None:
    """Return the column of topics: of two, the one with the words (`Chương 1 | Tổng quan`) or with more of them, as
    topics beside their sections; in a plan of self-study the kinds of work, where nothing else is planned."""
    columns = head.all("topic")
    if len(columns) > 1:
        cells = [[p for r in head.data if (p := head.at(r, c)).text and p.column_span == 1] for c in columns[:2]]
        printed, finer = ([p.text for p in own if not p.merged] for own in cells)
        numbers = sum(bool(_CHAPTER.fullmatch(text)) for text in printed)
        parts = len(set(printed)) < len(set(finer))
        return columns[1] if numbers * 2 > len(printed) or len(printed) < len(finer) or parts else columns[0]
    counted = head.has("number") or counts(head)
    return head.of("topic") or (head.of("task") if counted and head.has("task", "hours") else None)


def states_outcomes(head: Headed) -> bool:
    """Say whether a table sets out outcomes, code by code, under a head that a plan of topics may have too."""
    if head.hours() or head.of("week", "task", "control", "sources"):
        return False
    first = head.of("course_outcome", "programme_outcome", "objective", "code")
    if first and numbered(head, first.index, ""):
        return True
    same = [c for c in head.columns if first and (c.meaning, c.path) == (first.meaning, first.path)]  # one a level
    own = [p.text for r in head.data for c in same if (p := head.at(r, c)).text and not p.merged]
    found = [code.text for text in own if (code := only(text))]
    once = len(set(found)) >= len(found) - (len(found) > 3)  # one may be printed twice
    return len(found) >= 2 and once and len(found) * 2 > len(own)


def kinds(head: Headed) -> Column | None:
    """Return the column that names the kind of class in every row: `Lý thuyết`, `Thực hành`, `Tự học`."""
    told = next((c for c in head.columns if c.meaning == "activity" and c.activity is None), None)
    for column in [told] if told else head.hours():
        own = [p.text for r in head.data if (p := head.at(r, column)).text and not p.merged and not is_sum(head, r)]
        named = [activity_of(text, 0.93) for text in own]
        if own and (told or sum(map(bool, named)) >= KINDS and not any(map(figures.hours, own))):
            return column
    return None


def is_sum(head: Headed, r: int) -> bool:
    """Say whether a row is empty or sums up others."""
    own = [p for p in head.grid.rows[r] if p.text and not p.merged]
    return not own or any(is_total(p.text) for p in own[:3])


def second_mode(head: Headed, column: Column) -> bool:
    """Say whether a column is of a form of study after the first that the table has: its head names another one, or
    stands a second time, behind another column of totals."""
    first = next((c.mode for c in head.columns if c.mode), None)
    same = next((c.index for c in head.columns if c.path == column.path), column.index)
    again = any(c.activity == "total" and same < c.index < column.index for c in head.columns)
    return column.mode is not None and column.mode != first or column.mode is None and again
