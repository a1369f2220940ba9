"""Plans that lines tell, weeks with their hours: `Tuần 2-3 (4 giờ): Sai số đo`, `4 - 7 (12 tiết)`."""

import re
from collections.abc import Iterator

from extractors.curriculum import figures
from extractors.curriculum.lines_above import caption
from extractors.curriculum.passages import Passage
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

LEAST = 3
"""Lines of weeks that make a plan."""
WEEKS = r"\d{1,2}(?:\s*[-–,&]\s*\d{1,2})*"
_HOURS = r"\(\s*(?P<hours>\d{1,2}(?:[.,]5)?)\s*<<hour_sign>>\.?\s*\)"
_WORDS = KNOWLEDGE / "hours_words.tsv"
_LINE = Wordings(
    _WORDS, rf"(?i)(?:[-–•+*]\s*)?<<week_label>>\s+(?P<week>{WEEKS})\s*(?:{_HOURS})?\s*[:.–-]\s*(?P<title>\S.{{3,250}})"
)
_CAPTION = Wordings(_WORDS, rf"\W*<<week_label>>\s+(?P<week>{WEEKS})\s*(?:[:.–-].{{0,80}})?", re.I)
"""The line above the table of a week alone: `Tuần 3: Vấn đề 2`."""
_BARE = r"(?(label)[:;.]?\s+(?P<bare>\d{1,2}(?:[.,]5)?)\s*<<hour_sign>>\.?|(?!))"
_CELL = Wordings(_WORDS, rf"(?i)(?P<label><<week_label>>\s+)?(?P<week>{WEEKS})(?:\s*{_HOURS}|{_BARE})")
_DATED = Wordings(
    _WORDS,
    rf"(?i)(?:<<week_label>>\s+)?(?P<week>{WEEKS})\s*[(\[]\s*<<from_day>>?\d{{1,2}}\s*[/.]?\s*\d{{1,2}}\W[^()]*[)\]]?",
)
"""A week with its days in brackets: `3 (4/9 – 10/9)`, of which a scan may lose strokes."""
_NAMED_WEEK = Wordings(KNOWLEDGE / "list_words.tsv", rf"({WEEKS})\s*[-–]?\s*<<weeks>>\w*\.?", re.I)


def weeks_told(passage: Passage) -> Iterator[dict[str, Value]]:
    """Yield title, week and hours of the lines of a passage that each tell a week; nothing where they are too few."""
    found = [(match, span) for line, span in passage.lines() if (match := _LINE.fullmatch(line))]
    for match, span in found if len(found) >= LEAST else ():
        cells = {"title": Value(match["title"].strip(" ."), span, 0.85, "content"), "week": _week(match["week"], span)}
        hours = figures.number(match["hours"]) if match["hours"] else None
        yield {**cells, "hours": Value(hours, span, 0.85, "content")} if hours else cells


def captioned_week(document: Document, start: int) -> dict[str, Value]:
    """Return the week that the line right above a table names; nothing where none does."""
    words, place = caption(document, start)
    match = _CAPTION.fullmatch(words)
    return {"week": _week(match["week"], place)} if match else {}


def titles_alone(document: Document, passage: Passage) -> Iterator[dict[str, Value]]:
    """Yield the titles of a plan laid out with spaces whose figures were lost: its head, titles alone, and its sum."""
    lines = [(text, span) for text, span in passage.lines() if any(c.isalpha() for c in text)]
    heads = (n for n, (_, span) in enumerate(lines) if _is_head(document.text.content[span.start : span.end]))
    start = next(heads, None)
    end = next((n for n, (text, _) in enumerate(lines) if start is not None and n > start and is_total(text)), None)
    for text, span in lines[start + 1 : end] if start is not None and end is not None else ():
        yield {"title": Value(text.strip(" ."), span, 0.8, "content")}


def _is_head(printed: str) -> bool:
    """Say whether a line holds at least three labels of a plan's columns, wide gaps between them."""
    labels = [part for part in re.split(r"\s{2,}|\t", printed.strip()) if part]
    known = [lexicon("heads.tsv").exact(part) or lexicon("activities.tsv").exact(part) for part in labels]
    return len(labels) >= 3 and all(known) and "topic" in known


def week_alone(text: str) -> str:
    """Return the numbers of a week that a cell gives with its days in brackets; other words as they are."""
    match = _DATED.fullmatch(text.strip())
    return match["week"].strip() if match else text


def week_in_days(text: str) -> str | None:
    """Return the weeks that a cell under a head for days or terms names: `2-4` of `2-4 неделя`."""
    match = _NAMED_WEEK.fullmatch(text.strip())
    return match[1] if match else None


def week_with_hours(text: str, span: Span | None) -> dict[str, Value]:
    """Return the week and the hours of a cell that gives both; nothing for others."""
    match = _CELL.fullmatch(text.strip())
    hours = figures.number(match["hours"] or match["bare"]) if match else None
    return {"week": _week(match["week"], span), "hours": Value(hours, span, 0.9, "plan")} if match and hours else {}


def _week(said: str, span: Span | None) -> Value:
    return Value(said.strip(), span, 0.85, "content")
