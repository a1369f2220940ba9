"""Blanks: columns of figures that hold none or lost their heads, labels of figures of a course without a value."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractors.checks.patterns import spoken
from extractors.checks.telling import tell
from extractors.curriculum.courses.lists import course_lists, is_list
from extractors.curriculum.courses.rows import rows_of_two
from extractors.curriculum.grading.marks import is_marks
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import Column, Headed, headed
from extractors.curriculum.hours.load_rows import is_load_table
from extractors.curriculum.hours.plan_heads import is_plan
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.units import units_pattern
from normalizers.wordings import Wordings

FIGURED = (("hours", "activity"), ("credits",), ("weight", "score"))
ROWS = 3
FILLED = 0.7
_WORDS = Path(__file__).parents[1] / "knowledge" / "blank_words.tsv"
NOTES = Wordings(_WORDS, "<<notes>>")
"""Heads of columns that are filled by hand, or only where there is something to say, as of what a course asks for."""
LABEL = Wordings(
    _WORDS,
    r"^\W*(?:\d[\d.]*[ \t]*)?(<<figure_label>>[^:\n]{0,30}):(?:[ \t.…,;:()_-]|(?i:<<figure_unit>>)(?!\w))*$",
    re.M,
)
"""A label of figures with nothing behind it but units, kinds of class and dots."""
STUDIED = ("syllabus", "programme")
"""Kinds in which a table without figures has lost them."""
DOTS = re.compile(r"(?:…+|\.{3,}|_{2,})[\s.…_]*")
"""A place left to be filled in."""
MOST_OPEN = 3
"""Lines with a place left open from which the document is a form."""
CLOSING = 6
"""Lines at the end of a document among which a signature stands."""
DOTTED = re.compile(r"…+|\.{4,}|_{3,}")
FORM = Wordings(_WORDS, r"\W*<<form>>(?!\w)")
"""How a form begins that is annexed to a document."""
OPEN = re.compile(r"\W*[^\W\d_][^:\n\t]{2,50}:\s*(?:\.{4,}|…+|_{3,})[\s.…_]*")
"""A label with nothing but dots behind it."""
SIGNED = ("decision", "notice", "circular")
"""Kinds that end with a signature and the name of who signs."""
NAMELESS = re.compile(r"[^\W\d_][^\d:\n\t]{3,60}?\s?(?:\.{4,}|…+|_{3,})[\s.…_/]*")
"""An office with nothing but a stroke behind it."""
UNDATED = re.compile(
    r"ngày\s*[.…_]{1,12}\s*tháng\s*(?:\d|[.…_])|ngày\s*\d{1,2}\s*tháng\s*[.…_]|[.…_]{1,6}/[.…_\d]{1,6}/\s*20\d\d"
)
"""A day of which a part is left open."""
WORDED = re.compile(r"[^\W\d_]{2}")
_BELOW = Wordings(
    _WORDS, r"\s*\n\s*(?:[-–+•*]\s[^\n]{0,80}\d|\d{1,3}(?:[.,/]\d{1,3})?\s*(?:(?i:<<figure_unit>>)\s*)?$)", re.M
)
"""Figures that stand below their label: in its items, or alone."""
_BOUND = Wordings(_WORDS, r"[^\W\d_][^\n]{0,40}(?<!\w)<<bound>>\s?(?:…|\.{3}|_{2})[^\n]*", re.I)
LOAD = Wordings(_WORDS, r"^\W*(<<load_label>>[^:\n]{0,30}):[ \t.…_]*<<load_unit>>[ \t.;]*$", re.M)


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what stands blank where figures of a course should be; the tables only, whatever rows were read."""
    if not rows:
        return []
    return [
        *_damaged(document),
        *_blanks(document),
        *_unused(document, rows),
        *_instructed(document),
        *_unsaid(document),
        *_left_open(document),
    ]


def _damaged(document: Document) -> Iterator[Finding]:
    """Yield the tables of courses that lost their heads, and their rows that a converter made of two courses."""
    for head, _ in course_lists(document):
        if told := sum(c.proved for c in head.columns):
            yield tell("lost_heads", "warning", "courses", None, told=told)
        for codes in rows_of_two(head).values():
            yield tell("merged_rows", "warning", "courses", None, codes=codes)


def _left_open(document: Document) -> Iterator[Finding]:
    """Yield the few lines that leave a value, a day or a name to be filled in; a form has many of them."""
    lines = [line.strip() for line in re.split(r"[\n\f]", document.text.content) if line.strip()]
    dotted = [n for n, line in enumerate(lines) if DOTTED.search(line)]
    form = next((n for n, line in enumerate(lines) if n and FORM.match(line)), len(lines))
    if not 0 < len(dotted) <= MOST_OPEN:
        return
    for n in (n for n in dotted if n < form):
        signs = (
            _alone(lines[n]) and len(lines) - n <= CLOSING and any(line.isupper() for line in lines[max(0, n - 3) : n])
        )
        if LABEL.match(lines[n]):
            continue  # told by its label
        nameless = document.genre.kind in SIGNED and len(lines) - n <= CLOSING and NAMELESS.fullmatch(lines[n])
        if OPEN.fullmatch(lines[n]) or UNDATED.search(lines[n]) or signs or nameless:
            yield tell("blank_value", "warning", "documents", line=" ".join(lines[n].split())[:80])


def _alone(line: str) -> bool:
    """Say whether a line is nothing but dots or a stroke."""
    return not re.search(r"[^\s.…_]", line)


def _blanks(document: Document) -> Iterator[Finding]:
    """Yield a finding for every list, plan or scheme of marks whose figures are lost, and for bare labels."""
    for grid in grids(document):
        head = headed(grid)
        if head is not None and document.genre.kind not in STUDIED and _unfilled(head):
            continue  # a blank form annexed to an act
        if head is not None and is_load_table(head) and not _told(head):
            yield tell("blank_column", "warning", "workloads", columns=_named(c for c in head.columns if c.activity))
        if head is None or not (is_plan(head) or is_list(head) or is_marks(head)):
            continue
        table = "topics" if is_plan(head) else "courses" if is_list(head) else "assessments"
        for meanings in FIGURED:
            columns = [c for c in head.columns if c.meaning in meanings]
            if columns and all(_is_empty(head, c) for c in columns):
                yield tell("blank_column", "warning", table, columns=_named(columns))
    for pattern, table in ((LABEL, "courses"), (LOAD, "workloads")) if document.genre.kind == "syllabus" else ():
        for match in pattern.finditer(document.text.content):
            below = _BELOW.match(document.text.content, match.end())
            if below and below[0].strip()[0] != match[0].strip()[0]:
                continue  # figures, and not the next item of the same list
            yield tell("blank_value.label", "warning", table, label=match[1].strip())


def _unfilled(head: Headed) -> bool:
    """Say whether nothing is printed below the heads of a table but the numbers of its rows."""
    return not any(head.at(r, c).text.strip(" .…_") for r in head.data for c in head.columns[1:])


def _named(columns: Iterable[Column]) -> list[str]:
    return list(dict.fromkeys(f"«{c.path[-1]}»" for c in columns if c.path))


def _told(head: Headed) -> bool:
    """Say whether a table of hours holds a figure at all."""
    return any(re.search(r"\d", head.at(r, c).text) for r in head.data for c in head.columns if c.activity)


def _unused(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the columns under a head that hold nothing at all in tables otherwise filled: the author left them out."""
    for grid in grids(document):
        head = headed(grid)
        if head is None or len(head.data) < ROWS:
            continue
        empty = [c for c in head.columns if c.path and not any(head.at(r, c).text for r in head.data)]
        others = [c for c in head.columns if c not in empty]
        filled = sum(bool(head.at(r, c).text) for r in head.data for c in others)
        if len(empty) != 1 or NOTES.search(empty[0].path[-1]) or filled < FILLED * len(others) * len(head.data):
            continue
        within = Counter(
            row.table
            for row in rows
            if any(cell.span and grid.start <= cell.span.start < grid.end for cell in row.cells.values())
        )
        table = within.most_common(1)[0][0] if within else None
        yield tell("empty_column", "info", table, column=empty[0].path[-1])


def _is_empty(head: Headed, column: Column) -> bool:
    filled = {r: sum(bool(p.text) and not p.merged for p in head.grid.rows[r]) for r in head.data}
    rows = [r for r, count in filled.items() if count >= 2]
    rows = rows or [r for r, count in filled.items() if count == 1]  # names alone, all figures lost
    said = [text for r in rows if (text := head.at(r, column).text)]
    if len(said) * 2 > len(rows) and all(WORDED.match(text) for text in said):
        return False  # a column of words under a head that could be one of figures: `Learning-Teaching Type`
    return len(rows) >= 2 and not any(re.search(r"\d", text) for text in said)


def _unsaid(document: Document) -> Iterator[Finding]:
    """Yield the clauses of rules in which dots stand before a unit, and the bounds that a syllabus leaves open."""
    unit = units_pattern(document.genre.language)
    for match in _BOUND.finditer(document.text.content) if document.genre.kind == "syllabus" else ():
        yield tell("blank_value", "warning", "documents", line=" ".join(match[0].split())[:80])
    for section in document.sections if document.genre.kind in ("regulation", "decision") else ():
        text = " ".join(document.text.body(span) for span in section.text)
        dots = list(DOTS.finditer(text)) if section.number else []
        if len(dots) == 1 and unit.match(text, dots[0].end()):
            line = text[max(0, dots[0].start() - 40) : dots[0].end() + 20].strip()
            yield tell("blank_value", "warning", "provisions", section.number, line=line)


def _instructed(document: Document) -> Iterator[Finding]:
    """Yield one finding for what a template tells its author, left in; forms go on telling those who fill them in."""
    if document.genre.kind not in ("syllabus", "programme", "other"):
        return
    patterns = spoken("template_marks.tsv", document.genre.language)
    lines = [match[0] for pattern in patterns for match in pattern.finditer(document.text.content)]
    if lines:
        said = {"count": len(lines), "line": " ".join(lines[0][:80].split())}
        yield tell("template_text_left", "info", "documents", **said)
