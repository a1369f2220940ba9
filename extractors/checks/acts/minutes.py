"""Minutes: the meeting ends behind its beginning, what it tells as done lies before it and what it asks for behind it,
and its votes are those of all who were there."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from extractors.checks.acts.told_dates import DUE, DUE_BEHIND, TO, days_of
from extractors.checks.figures.told_counts import COUNT, WORDS, counted, near
from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.dates import TO_THE_DAY
from normalizers.wordings import Wordings

SHORT = 30
"""Letters that may stand beside a date on a line that says nothing else."""
HEAD = 900
"""Characters of a document in which it says that it is of a meeting."""
_DATES = Path(__file__).parents[1] / "knowledge" / "date_words.tsv"
_MINUTES = Wordings(_DATES, r"^\W*(?:№\s?\S+\s+)?<<minutes>>(?!\w)", re.M)
_TODAY = Wordings(_DATES, r"^\W*<<today>>(?!\w)[^\n]*$", re.M | re.I)
_DONE = Wordings(_DATES, r"(?<!\w)<<done>>[^\d.;:]{0,30}(?:№?\s*\S*\d\S*/\S+\s[^\d.;:]{0,12})?$", re.I)
_COMING = Wordings(_DATES, r"(?<!\w)<<coming>>[^.;]{0,40}$", re.I)
_CLOCK = r"[^\d\n]{0,14}(\d{1,2})\s?(?:<<hour>>|[:.])\w*\.?\s?(\d{2})?"
_OPENED = Wordings(_DATES, rf"(?<!\w)<<opened>>{_CLOCK}", re.I)
_CLOSED = Wordings(_DATES, rf"(?<!\w)<<closed>>{_CLOCK}", re.I)
_PRESENT = Wordings(WORDS, rf"(?<!\w)<<present>>[^\d\n.;]{{0,24}}?(?P<n>{COUNT})", re.I)
_VOTES = Wordings(
    WORDS,
    rf"(?<!\w)<<in_favour>>[^\d\n]{{0,12}}(?P<a>{COUNT})[^\d\n]{{0,20}}?(?<!\w)<<against>>[^\d\n]{{0,12}}(?P<b>{COUNT})"
    rf"(?:[^\d\n]{{0,20}}?(?<!\w)<<abstained>>[^\d\n]{{0,12}}(?P<c>{COUNT}))?",
    re.I,
)
_FIRST = Wordings(
    WORDS,
    rf"(?P<a>{COUNT})\s*<<in_favour>>[^\d\n]{{0,12}}(?P<b>{COUNT})\s*<<against>>(?:[^\d\n]{{0,12}}(?P<c>{COUNT})\s*<<abstained>>)?",
    re.I,
)
"""Votes with their figures first: `8 for, 0 against, 1 abstention`."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what the minutes of a meeting tell of days, hours and votes that cannot be."""
    own = next((row for row in rows if row.table == "documents"), None)
    if own is None or not _MINUTES.search(document.text.content, 0, HEAD):
        return []
    issued = _held(document) or own.get("issued_on")
    dated = _dated(document, own, issued) if isinstance(issued, str) and len(issued) == TO_THE_DAY else ()
    return [*dated, *_hours(document, own), *_votes(document)]


def _held(document: Document) -> str | None:
    """Return the day on which the meeting says that it meets, `Hôm nay, ngày 4 tháng 5 năm 2031`, or that of a line at
    its top."""
    match = _TODAY.search(document.text.content)
    lines = (
        [match[0]] if match else [line for line in document.text.content[:HEAD].split("\n") if len(line) <= 2 * SHORT]
    )
    return next((days[0][2] for line in lines if (days := days_of(line, document.genre.language))), None)


def _dated(document: Document, own: Row, issued: str) -> Iterator[Finding]:
    lines = [line for line in re.split(r"[\n\f]", document.text.content) if line.strip()]
    for above, line in pairwise(["", *lines]):
        until = None
        for start, end, day in days_of(line, document.genre.language):
            before = line[:start].rpartition(". ")[2]
            head = above if len(line) <= end - start + SHORT else ""
            ahead = _COMING.search(before) or _COMING.search(head)
            done = not ahead and (_DONE.search(before) or until is not None and TO.fullmatch(line[until:start]))
            until = end if done else None
            coming = ahead or DUE.search(before) or DUE_BEHIND.match(line[end:])
            if day > issued and done:
                yield tell("date_order.done", "warning", "documents", own.row_key, day=day, issued=issued)
            elif day < issued and coming and not done:
                yield tell("date_order.task", "warning", "tasks", None, due=day, issued=issued)


def _hours(document: Document, own: Row) -> Iterator[Finding]:
    """Yield the hour at which a meeting ends before it has begun."""
    opened, closed = (pattern.search(document.text.content) for pattern in (_OPENED, _CLOSED))
    times = [(int(m[1]), int(m[2] or 0)) for m in (opened, closed) if m]
    if len(times) == 2 and times[1] < times[0] and times[0][0] < 24:
        first, last = (f"{hour}:{minute:02}" for hour, minute in times)
        yield tell("date_order.span", "warning", "documents", own.row_key, start=first, end=last)


def _votes(document: Document) -> Iterator[Finding]:
    """Yield the votes that are not those of all who were present, where it is told once how many these were."""
    content = document.text.content
    present = {int(match["n"]) for match in _PRESENT.finditer(content)}
    for match in (*_VOTES.finditer(content), *_FIRST.finditer(content)) if len(present) == 1 else ():
        cast = sum(int(match[of] or 0) for of in "abc")
        if near(cast, whole := next(iter(present))):
            yield counted(cast, whole)
            return
