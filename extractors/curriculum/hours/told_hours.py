"""Hours that one line, or one cell, tells of activities: `Số tiết lý thuyết: 45`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.curriculum import figures
from extractors.curriculum.cards.meanings import MARKER
from extractors.curriculum.grids import Place
from extractors.curriculum.heads import activity_of
from extractors.curriculum.hours.parted import run_together
from extractors.curriculum.itemising import BULLET
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.text import Span
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_WORDS, _FIGURES = KNOWLEDGE / "hours_words.tsv", KNOWLEDGE / "figure_words.tsv"
HOURED = Wordings(_WORDS, r"<<any_hour>>", re.I)
_BEFORE = Wordings(
    _WORDS, r"(\d{1,3})\s*<<hours_before>>\b\.?\s*(?:[–—-]\s*|<<of_hours>>)?([^\W\d_][^\d]{2,40}?)[\s.)]*", re.I
)
"""Hours told before their activity: `36 годин лекцій`, `18 годин – Лабораторні`."""
UNMARKED = Wordings(
    _WORDS, r"(\W*(?:<<number_of>>\s+)?<<vi_hour>>\s[^\d:]{4,40}?)\s+(\d{1,3})\s*(<<vi_hour>>|)[\s.;]*", re.I
)
"""Hours behind a label that names them, without a mark between: `Số giờ tự học 90`."""
_UNITED = Wordings(_WORDS, r"(\W*[^\W\d_][^\d:]{3,40}?)\s+(\d{1,3})\s*(<<hour>>)\w{0,3}[\s.,;]*", re.I)
"""Hours behind the name of an activity in a chapter of the workload: `Лекційні заняття 12 год.`"""
_HOURS_OVER = re.compile(r"(\W*[^\W\d_][^\d:]{7,40}?)\s+(\d{2,3})()")
"""A label of hours over its figure, or before it, in a cell of a card: `Загальна кількість годин 150`."""
CLASSES = "contact"
"""What hours of classes of any kind are called, until it is known which kinds the document tells apart."""
_DASHED = Wordings(_WORDS, r"\d\s*<<dashed_hour>>\w*\.?\s[–-]\s[^\W\d_]", re.I)
_NEXT_LABEL = Wordings(_WORDS, r"(\d\s*<<vi_hour>>)\s+(?=[^\W\d_][^\d:;,.]{1,30}:\s*\d)")
"""Between hours and the label of the next ones on their line: `Lý thuyết: 28 tiết Thực hành: 32 tiết`."""
_WHOLE_FIRST = Wordings(_WORDS, r"\s*(\d{2,3})\s*<<english_hour>>\s*[:=]\s*(?=\d{1,3}\s*<<english_hour>>\b)", re.I)
"""The hours of the whole course before those of its kinds: `150 h = 24 h lectures + …`."""
_CHUNKS = Wordings(
    _WORDS,
    r"(?:[;(](?!\d+[,.]\d)|,(?!\d))\s*|[.;]\s+[-–+]\s+|(?:(?<=tiết)|(?<=giờ))\.\s+(?=[^\W\d_])"
    r"|\.\s+(?=[^\W\d_][^\d:;,.]{2,30}:\s*\d{1,3}\s*<<chunk_hour>>)",
)
"""Between the hours that a line tells of several activities."""
_SHORTENED = re.compile(lettered(r"\s*\((?:[A-ZĐ]{1,4}|\p{Lu}{2,5}(?:,\s\p{Lu}{2,5})+)\)(?=\s*:)"))
"""The abbreviation of an activity behind its name, or those of what it is made of: `Lý thuyết (LT): 28 tiết`."""
_SHORT = Wordings(_WORDS, r"^<<only_hours>>\s+", re.I)
_ALL_HOURS = Wordings(_WORDS, r"<<all_hours>>", re.I)
_NO_HOURS = Wordings(_WORDS, r"<<no_hours>>", re.I)
"""What is counted behind a figure that is no number of hours: `Общая трудоемкость: 2 ЗЕТ (72 часа)`."""
_WEEKLY = Wordings(_FIGURES, r"[^:]*<<weekly>>[^:]*:", re.I)
"""A label of hours of one week, which are none of the course's: `Тижневих годин: аудиторних – 4`."""
_LESSON = Wordings(_FIGURES, r"\W*<<lesson>>\s*№?\s*\d{1,2}[.:]?\s[^\n]*\(\s*\d", re.I)
"""A lesson's title with the hours of that lesson alone in brackets behind it."""
_A_WEEK = Wordings(_FIGURES, r"<<weekly>>", re.I)


@dataclass(frozen=True, slots=True)
class Load:
    """Hours of an activity; `mode` where forms of study stand apart; `source` says what kind of place they stand in,
    `group` where the table, cell or run of lines begins whose figures stand beside each other, `label` what a line
    calls the activity."""

    activity: str
    hours: float
    span: Span
    mode: str | None = None
    source: str = "line"
    group: int = -1
    label: str = ""


def of_cell(place: Place, span: Span) -> Iterator[Load]:
    """Yield hours of a cell: of its whole text, or of its lines or bulleted items where there are several."""
    texts: list[str] = []
    for text, _ in place.lines:
        goes_on = text[:1].islower() or text.isdecimal()
        if texts and (goes_on or texts[-1].endswith((":", ";", ",")) and not BULLET.match(text)):
            texts[-1] += f" {text}"  # the rest of a label, or its figure, below the end of its line
        else:
            texts.append(text)
    parts = [p for text in texts for p in re.split(r"(?:^|\s)[-–•+]\s(?=[^\W\d_])", text) if p.strip()]
    for part in parts if len(parts) > 1 and not _DASHED.search(place.text) else [place.text]:
        for load in of_line(part, span, "workload"):
            at = place.text.find(part.strip())
            yield replace(load, group=span.start, span=Span(span.start + max(0, at), span.end) if at > 0 else load.span)


def of_line(text: str, span: Span, subject: str) -> Iterator[Load]:
    """Yield hours of `label: value`, or of several of them in a line divided by commas or semicolons."""
    label, _, told = text.rpartition(":")
    if _WEEKLY.match(text) or _A_WEEK.match(text.lstrip()) or _LESSON.match(text) or run_together(label, told):
        return
    text = _NEXT_LABEL.sub(r"\1; ", _SHORTENED.sub("", text))
    if whole := _WHOLE_FIRST.match(text):
        yield Load("total", float(whole[1]), Span(span.start, min(span.end, span.start + whole.end(1))))
        text = " " * whole.end() + text[whole.end() :].replace(" + ", ", ")
    houred = subject == "workload" or HOURED.search(text)
    for chunk in _labelled_chunks(text) if len(text) < 400 else ():
        match = re.match(r"(.{2,60}?)\s*(?:[:–—]|\s-\s)\s*(\d{1,4}(?:[.,]\d+)?)(?!\d|/\d)\s*(\D{0,12}).*$", chunk)
        match = match or UNMARKED.fullmatch(MARKER.sub("", chunk))
        match = match or (_UNITED.fullmatch(chunk) if subject == "workload" else None)
        over = _HOURS_OVER.fullmatch(chunk.strip()) if subject == "workload" else None
        match = match or (over if over and HOURED.search(over[1]) else None)
        if match is None and (before := _BEFORE.fullmatch(chunk.lstrip())) and activity_named(before[2]):
            place = Span(span.start + max(0, text.find(chunk)), span.end)
            yield Load(activity_named(before[2]) or "", float(before[1]), place)
        if not match or len(chunk) > 90 or _A_WEEK.search(match[0]) or _NO_HOURS.match(match[3]):
            continue
        activity = activity_named(match[1].rpartition(":")[2]) or activity_named(match[1])
        if activity and houred:
            value = figures.number(match[2])
            if value is not None:
                start = span.start + max(0, text.find(chunk))
                place = Span(start, min(span.end, start + len(chunk)))
                yield Load(activity, value, place, label=match[1].rpartition(":")[2] or match[1])


def _labelled_chunks(text: str) -> list[str]:
    """Cut a line between the hours of several activities, not between those that one figure is of: `Thực hành, thảo
    luận: 30 tiết`."""
    chunks: list[str] = []
    for chunk in _CHUNKS.pattern.split(text):
        open_ended = chunks and not re.search(r"[\d:]", chunks[-1]) and activity_named(chunks[-1])
        chunks = [*chunks[:-1], f"{chunks[-1]}, {chunk}"] if open_ended else [*chunks, chunk]
    return chunks


def activity_named(label: str) -> str | None:
    """Return the activity that a label names, without words for hours before it; `CLASSES` for classes of any kind."""
    label = MARKER.sub("", BULLET.sub("", label)).strip(" :.–-+")
    named = activity_of(label, 0.9) or activity_of(_SHORT.sub("", label), 0.9)
    named = "total" if named is None and _ALL_HOURS.fullmatch(label) else named
    return named or (CLASSES if lexicon("heads.tsv").exact(label) == CLASSES else None)
