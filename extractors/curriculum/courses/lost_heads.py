"""Columns of credits whose heads a scan lost or misread: figures that times one norm are the hours of every row."""

from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.sums.roles import LEAST, NORMS, agree, made

CLASSES = (15, 30)
"""Hours in class that a credit is worth, where a plan prints them by kind and no sum."""
KINDS = 2
"""Kinds of class at least whose hours are added up."""


def with_credits(head: Headed) -> Headed:
    """Return a table of names and hours with its column of credits told by the hours, where its head tells none."""
    if head.of("credits") or not head.has("name"):
        return head
    counted = ([c for c in head.columns if c.activity == "total"] or head.all("hours"))[:1]
    norms = NORMS if counted else CLASSES
    counted = counted or [c for c in head.columns if c.activity]
    if norms is CLASSES and len({c.activity for c in counted}) < KINDS:
        return head
    found = [c for c in head.columns if _may_be(c, head) and _proved(head, c, counted, norms)]
    if len(found) != 1:
        return head
    columns = tuple(replace(c, meaning="credits", activity=None) if c is found[0] else c for c in head.columns)
    return replace(head, columns=columns)


def _may_be(column: Column, head: Headed) -> bool:
    """Say whether a head says nothing of a column, or only what the group above it says."""
    told = column.meaning in (None, "control", "exam_semester", "credit_semester", "course_work_semester")
    return told and head.columns.index(column) != 0


def _proved(head: Headed, column: Column, counted: list[Column], known: tuple[int, ...]) -> bool:
    credits = [figures.number(head.at(r, column).text) or 0 for r in head.data]
    hours = [sum(figures.number(p.text) or 0 for c in counted if not (p := head.at(r, c)).merged) for r in head.data]
    both = [n for n, r in enumerate(head.data) if credits[n] and hours[n] and not head.at(r, column).merged]
    told = [credits[n] for n in both]
    agreed = any(agree(made([told], [norm]), [hours[n] for n in both]) for norm in known)
    return agreed and len({*told}) >= LEAST
