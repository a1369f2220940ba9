"""Planned work in the sections and tables of a plan: items under headings of work, rows under heads of work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.curriculum.grids import Grid, Place, grids
from extractors.parsing.wording import Prose, paragraphs
from extractors.structure.duties.spans import spanned
from extractors.structure.words import FOLDER
from models.document import Document, Section
from models.errors import KnowledgeError
from models.text import Span
from normalizers.knowledge import read_table
from normalizers.values.dates import find_dates
from normalizers.wordings import Wordings

DASH = re.compile(r"[-–—•▪]\s*_?\s*")
INNER = re.compile(r"[+o]\s+")
_WORDS = FOLDER / "duty_words.tsv"
FOR = Wordings(_WORDS, r"<<whose>>\s+", re.IGNORECASE)
BY = Wordings(_WORDS, r"(?:<<before_day>>|\()\s*$", re.IGNORECASE)
BY_END = Wordings(_WORDS, r"\s*<<after_deed>>?\s*(?:ngày)?\s*\(?\s*$", re.IGNORECASE)
NO_DOER = Wordings(_WORDS, r"(?<!\w)<<no_doer>>\s*$|[.;]", re.IGNORECASE)
"""What stands between words and a deed that is not theirs."""
LONGEST_DOER = 8
LONGEST_HEADING = 14
SHORT_CELL, MOSTLY = 6, 0.7
"""Words of a cell that only says when; share of the cells of a column that do."""
OWN_TIME = Wordings(_WORDS, r"<<time>>\s+((?!<<not_own>>\s?:)\S+(?:\s[^:\s]+){2,})\s?:")
"""A label that names what the days are for, where the heading names something wider: `Thời hạn nộp hồ sơ thi: …`."""
HEAD_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
YEARLESS = re.compile(r"(?<![\d/.])\d{1,2}\s?/\s?\d{1,2}(?!\d|\s?[/.]\s?\d)")
"""Days of a column whose head says the year: `Ngày thực hiện (năm 2025)`."""
CUT_YEAR = re.compile(r"(/\s?(?:20\d|20|2)) (?=\d)(\d{1,3})(?!\d|\s?/)")
"""A year that the edge of a narrow cell cut in two: `02/12/202 4`."""


@dataclass(frozen=True, slots=True)
class Task:
    """A planned activity: its title as a place in a paragraph or cell, who does it, when."""

    paragraph: Prose
    title: tuple[int, int]
    responsible: tuple[Prose, tuple[int, int]] | None = None
    starts_on: str | None = None
    due_on: str | None = None
    date: Span | None = None
    provision: str | None = None
    week: Prose | None = None


@cache
def patterns() -> dict[tuple[str, str], re.Pattern[str]]:
    """Return the wordings of planned work by use and language, read once."""
    path = FOLDER / "task_heads.tsv"
    found = {}
    for row in read_table(path, ("use", "language", "pattern", "example")):
        pattern = re.compile(row["pattern"], re.IGNORECASE)
        if not pattern.search(row["example"]):
            raise KnowledgeError(f"{row['pattern']!r} does not match {row['example']!r}", where=str(path))
        found[row["use"], row["language"]] = pattern
    return found


def means(use: str, heading: str, language: str) -> bool:
    """Return whether a heading or a column's head has a use."""
    pattern = patterns().get((use, language))
    return bool(pattern and pattern.match(heading.strip()))


def tasks(document: Document, *, only_tables: bool = False) -> list[Task]:
    """Return the planned work of a document in reading order: rows of tables first where a section has one.

    With `only_tables`, for documents that plan by the way (a letter with a calendar enclosed): the rows of tables that
    say what is done and when, and mostly with days that can be read.
    """
    found: list[tuple[int, Task]] = []
    for grid in grids(document):
        rows = _rows(document, grid)
        if only_tables and 2 * sum(task.due_on is not None for task in rows) < max(len(rows), 4):
            continue
        found += [(task.paragraph.offsets[0], task) for task in rows]
    if not only_tables:
        for section, use in _sections(document):
            found += [(task.paragraph.offsets[0], task) for task in _items(document, section, use)]
        found += [(task.paragraph.offsets[0], task) for task in _timed(document)]
    return [task for _, task in sorted(found, key=lambda pair: pair[0])]


def _sections(document: Document) -> list[tuple[Section, str]]:
    """Return the sections whose items are planned work, with the use of the heading that says so."""
    uses: dict[int, str] = {}
    language = document.genre.language
    found = []
    for place, section in enumerate(document.sections):
        heading = document.text.body(section.heading) if section.heading else ""
        above = next(
            (uses[i] for i in range(place - 1, -1, -1) if document.sections[i].number == section.parent and i in uses),
            "",
        )
        if means("never", heading, language) and not means("body", heading, language):
            uses[place] = "never"
        elif means("body", heading, language):
            uses[place] = "body"
        elif above:
            uses[place] = above
        elif means("work", heading, language):
            uses[place] = "work"
        if uses.get(place) in ("work", "body"):
            found.append((section, uses[place]))
    return found


def _items(document: Document, section: Section, use: str) -> list[Task]:
    language = document.genre.language
    own = paragraphs(document, section, heading=False)
    heads = paragraphs(document, section)[:1] if section.heading else []
    if len(own) == 1 and heads and (date := _only_date(own[0], language)):
        title = _place(heads[0], 0, len(heads[0].text))
        return [Task(heads[0], title, None, None, date[0], date[1], section.number)]
    responsible = _responsible(document, section, use, heads)
    found: list[Task] = []
    for paragraph in own:
        inner = INNER.match(paragraph.text)
        dash = DASH.match(paragraph.text)
        sentence = not dash and not inner and paragraph.text[:1].isupper() and bool(found)
        if (dash or sentence) and len(paragraph.text.split()) > 3 and not paragraph.text.rstrip().endswith(":"):
            start = dash.end() if dash else 0
            doer = _doer(paragraph, start) if language == "vi" and use == "body" and not responsible else None
            found.append(_task(paragraph, start, responsible or doer, section, language))
        elif dash and paragraph.text.rstrip().endswith(":"):
            found.append(_task(paragraph, dash.end(), responsible, section, language))
    return found


def _timed(document: Document) -> Iterator[Task]:
    """Yield the activities that are sections of their own and say when: `2. Cuộc thi … - Thời gian: 10/4 – 15/6`."""
    language = document.genre.language
    working = {id(section) for section, _ in _sections(document)}
    for section in document.sections:
        if section.heading is None or section.number is None or id(section) in working:
            continue
        head, *own = paragraphs(document, section)
        if means("never", head.text, language) or FOR.match(head.text) or len(head.text.split()) < 2:
            continue
        for paragraph in own:
            dash = DASH.match(paragraph.text)
            rest = paragraph.text[dash.end() if dash else 0 :]
            when = spanned(rest, language) if means("timed", rest, language) else None
            if when is not None:
                lead = len(paragraph.text) - len(rest)
                where = paragraph.span(when[2][0] + lead, when[2][1] + lead)
                named = OWN_TIME.match(rest) if language == "vi" else None
                said = (paragraph, _place(paragraph, lead + named.start(1), lead + named.end(1))) if named else None
                title, place = said or (head, _place(head, 0, len(head.text)))
                yield Task(title, place, None, when[0], when[1], where, section.number)
                break


def _responsible(
    document: Document, section: Section, use: str, heads: list[Prose]
) -> tuple[Prose, tuple[int, int]] | None:
    """Return who a section's items are for: its heading, where the section above assigns work."""
    language = document.genre.language
    if use != "body" or not heads or section.parent is None or means("body", heads[0].text, language):
        return None
    words = heads[0].text
    if len(words.split()) > LONGEST_HEADING or means("work", words, language):
        return None
    lead = FOR.match(words)
    return heads[0], (lead.end() if lead else 0, len(words.rstrip(" :.")))


def _doer(paragraph: Prose, start: int) -> tuple[Prose, tuple[int, int]] | None:
    """Return who an item begins with, where a deed follows: `- Tổ chuyên môn phối hợp …`."""
    text = paragraph.text[start:]
    deed = re.compile(rf"(?<=\s){patterns()['deed', 'vi'].pattern}", re.IGNORECASE).search(text)
    who = text[: deed.start()].rstrip(" ,:") if deed else ""
    if not patterns()["addressee", "vi"].match(who) or len(who.split()) > LONGEST_DOER or NO_DOER.search(who):
        return None
    return paragraph, (start, start + len(who))


def _task(
    paragraph: Prose, start: int, responsible: tuple[Prose, tuple[int, int]] | None, section: Section, language: str
) -> Task:
    text = paragraph.text
    dates = [d for d in find_dates(text, language) if BY.search(text[: d[0]])]
    end = len(text.rstrip(" .;,"))
    date = dates[-1] if dates and not text[dates[-1][1] :].strip(" .;)") else None
    if date:
        end = len(BY_END.sub("", text[: date[0]]))
    place = _place(paragraph, start, end)
    where = paragraph.span(date[0], date[1]) if date else None
    return Task(paragraph, place, responsible, None, date[2] if date else None, where, section.number)


def _only_date(paragraph: Prose, language: str) -> tuple[str, Span] | None:
    """Return the date of a paragraph that is nothing but a date: `- Tháng 5/2024`."""
    dates = find_dates(paragraph.text, language)
    if len(dates) != 1:
        return None
    start, end, value = dates[0]
    rest = paragraph.text[:start] + paragraph.text[end:]
    return None if re.search(r"[^\W\d_]{3,}", rest.replace("Tháng", "")) else (value, paragraph.span(start, end))


def _place(paragraph: Prose, start: int, end: int) -> tuple[int, int]:
    words = paragraph.text[start:end].rstrip(" .;,:")
    return start, start + len(words)


def _rows(document: Document, grid: Grid) -> list[Task]:
    """Return the rows of a table whose heads are those of planned work: what, and who or when."""
    language = document.genre.language
    if len(grid.rows) < 2:
        return []
    below, heads = _lowest_heads(grid, language)
    columns = _columns(grid, heads, language)
    title, doer, due = (columns[use] for use in ("title", "responsible", "due"))
    if title is None or (doer is None and due is None) or len({title, doer, due}) < 3:
        return []
    found = []
    for row in grid.rows[below:]:
        place = row[title]
        if not place.text or place.span is None or place.merged or len(place.text.split()) < 2:
            continue
        if not any(cell.text for i, cell in enumerate(row) if i > title or 0 < i < title or i == due != title):
            continue  # a line that only names a group of rows
        what = _cell(place.text, place.span)
        who = row[doer] if doer is not None else None
        responsible = (_cell(who.text, who.span), (0, len(who.text))) if who and who.text and who.span else None
        starts, last, span = _days(row, heads, columns, language)
        number = _holding(document, place.span.start)
        week = row[columns["week"]] if columns["week"] is not None else None
        within = _cell(week.text, week.span) if week and week.span and any(c.isdigit() for c in week.text) else None
        found.append(Task(what, _place(what, 0, len(what.text)), responsible, starts, last, span, number, within))
    return found


Columns = dict[str, int | None]
"""What the columns of planned work hold: `title`, `responsible`, `due`, `start` and `week`, with their places."""


def _columns(grid: Grid, heads: list[str], language: str) -> Columns:
    """Return which column tells what, None for what none does; days may stand under any head."""
    columns: Columns = {
        use: next((i for i, head in enumerate(heads) if head and _heads(use, head, language)), None)
        for use in ("title", "responsible", "due")
    }
    title = columns["title"]
    if columns["due"] is None and title is not None and columns["responsible"] is not None:
        columns["due"] = _dated_column(grid, [*columns.values()], language)
    others = [(i, head) for i, head in enumerate(heads) if head and i != title]
    return columns | {use: next((i for i, h in others if means(use, h, language)), None) for use in ("start", "week")}


def _days(
    row: tuple[Place, ...], heads: list[str], columns: Columns, language: str
) -> tuple[str | None, str | None, Span | None]:
    """Return the first and the last day of planned work and where they stand, in one column or in two."""
    due, begun = columns["due"], columns["start"]
    if due is None:
        return None, None, None
    starts, last, span = _dates(row[due], language, heads[due])
    if begun is not None and span and starts is None:
        _, starts, first = _dates(row[begun], language, heads[begun])
        span = Span(min(first.start, span.start), max(first.end, span.end)) if first else span
    return starts, last, span


def _lowest_heads(grid: Grid, language: str) -> tuple[int, list[str]]:
    """Return the first row below the heads, and the heads: of columns parted below one of them, those of the parts."""
    heads = [place.text for place in grid.rows[0]]
    parts = [(i, place.text) for i, place in enumerate(grid.rows[1]) if place.text and not place.merged]
    if len(parts) == 2 and all(means(use, p[1], language) for use, p in zip(("start", "due"), parts, strict=True)):
        return 2, [dict(parts).get(i, head) for i, head in enumerate(heads)]
    return 1, heads


def _heads(use: str, head: str, language: str) -> bool:
    """Whether a column's head has a use: `Ngày sinh` is no day of work, `Ngày bắt đầu` not the last one."""
    others = ("no_due", "start") if use == "due" else ()
    return means(use, head, language) and not any(means(other, head, language) for other in others)


def _dated_column(grid: Grid, known: list[int | None], language: str) -> int | None:
    """Return the only column besides the known ones that holds little but days: a head may have been misread."""
    found = []
    for column, head in enumerate(grid.rows[0]):
        cells = [row[column].text for row in grid.rows[1:] if row[column].text]
        dated = sum(spanned(text, language) is not None and len(text.split()) <= SHORT_CELL for text in cells)
        if column not in known and 2 <= dated >= MOSTLY * len(cells) and not means("no_due", head.text, language):
            found.append(column)
    return found[0] if len(found) == 1 else None


def _holding(document: Document, offset: int) -> str | None:
    """Return the number of the provision that a table stands in: the last one begun before it in its own part."""
    parts = (document.zones.tail, *document.zones.annexes)
    begun = max((part.start for part in parts if part.start <= offset), default=0)
    before = [s for s in document.sections if begun <= s.span.start <= offset]
    return before[-1].number if before else None


def _cell(text: str, span: Span) -> Prose:
    return Prose(text, tuple(min(span.start + i, span.end - 1) for i in range(len(text))))


def _dates(place: object, language: str, head: str) -> tuple[str | None, str | None, Span | None]:
    text, span = CUT_YEAR.sub(r"\1\2", getattr(place, "text", "")), getattr(place, "span", None)
    if len(years := HEAD_YEAR.findall(head)) == 1:
        text = YEARLESS.sub(rf"\g<0>/{years[0]}", text)
    when = spanned(text, language)
    if when is None:
        return None, None, None
    values = [value for _, _, value in find_dates(text, language)]
    return (values[0], values[-1], span) if when[0] is None and len(values) > 1 else (when[0], when[1], span)
