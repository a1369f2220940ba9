"""Plans that an outline of chapters tells, with hours where they are printed: `Chương 2. Sai số (6 tiết)`."""

import re
from collections.abc import Iterator

from extractors.curriculum import figures
from extractors.curriculum.heads import activity_of
from extractors.curriculum.hours.details import PARTED_HOURS
from extractors.curriculum.hours.parted import counted
from extractors.curriculum.wording import KNOWLEDGE
from models.rows import Value
from models.text import Span
from normalizers.knowledge import read_table
from normalizers.wordings import COLUMNS, Wordings

Lines = list[tuple[str, Span]]
LEAST = 2
"""Chapters that make a plan."""
_WORDS = KNOWLEDGE / "hours_words.tsv"
_UNITS = [row["pattern"] for row in read_table(_WORDS, COLUMNS) if row["use"] == "outline_unit"]
"""What chapters are called; of two that stand in an outline, the first one holds the other."""
_UNIT = Wordings(
    _WORDS,
    r"(?i)(?P<number>\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?P<unit><<outline_unit>>)"
    r"(?:\s+<<ordinal>>?(?:\d{1,2}|[IVX]{1,5})(?!\w)\s*[.:)–—-]*|(?P<lost>\s*[.:]))\s*(?P<words>.*)",
)
_UNIT_OF_HOURS = r"<<hour_sign>>\b\.?"
_LABEL = r"(?:<<label_of_hours>>\s*:?\s*)"
_HOURS = Wordings(
    _WORDS,
    rf"(?i)\s*(?:[(\[]\s*{_LABEL}?(?P<bracketed>\d{{1,3}}(?:[.,]5)?)\s*{_UNIT_OF_HOURS}(?P<rest>[^()]{{0,80}})[)\]]"
    rf"|[(\[](?P<parts>[^()]{{3,60}})[)\]]"
    rf"|{_LABEL}(?P<labelled>\d{{1,3}})(?!\d)\s*(?:[(\[][^()]{{0,80}}[)\]])?"
    rf"|(?:{_LABEL}|(?:…+|\.{{3,}}|_{{3,}})\s*|\s[–—-]\s*|:\s*){_LABEL}?(?P<plain>\d{{1,3}}(?:[.,]5)?)\s*{_UNIT_OF_HOURS}"
    r"(?:\s*[(\[][^()]{0,80}[)\]])?)[.:;]?\s*$",
)
"""Hours behind a title: `(6 tiết: LT 4, BT 2)`, `(4 tiết LT; 2 tiết BT)`, `Thời gian: 6 giờ`, `…… 6 tiết`."""
_WHOLE = Wordings(_WORDS, r"\s*(?::|[,;(–-]?\s*<<made_of>>\b)", re.I)
"""What stands between the hours of a chapter and their parts."""
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)]\s+(?=[^\W\d_])")
_NO_HOURS = Wordings(_WORDS, r"\s*[(\[][\s.…_]*<<hour_sign>>\b[^()]{0,40}[)\]][.:;]?\s*$", re.I)
"""Brackets of hours whose figures are lost."""
_OF_PART = Wordings(_WORDS, r"(?i)^(?:(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)/]\s*)?(?:<<part_of_outline>>\s+)?")
"""What stands before the kind of class in a line between chapters: `B. Phần thực hành`."""


def chapters_told(lines: Lines, context: str | None) -> Iterator[tuple[str | None, dict[str, Value]]]:
    """Yield kind of class and cells of the chapters of an outline; nothing where a part of it has only one."""
    kind, held = context, Lines()
    for text, span in _whole(lines):
        named = activity_of(_OF_PART.sub("", text).strip(" :."), 0.93) if len(text) < 60 else None
        if named and not _UNIT.match(text):
            yield from _chapters(held, kind)
            kind, held = named, Lines()
        else:
            held.append((text, span))
    yield from _chapters(held, kind)


def whole_titles(lines: Lines, label: Wordings) -> Lines:
    """Return the lines, titles behind a label with what goes on of them on the next line: a word in small letters, or,
    where titles end in a full stop, what ends the one that has none."""
    titles = [text for text, _ in lines if label.match(text)]
    stopped = sum(text.endswith(".") for text in titles) > len(titles) / 2
    found: Lines = []
    for (text, span), (above, _) in zip(lines, [("", Span(0, 0)), *lines], strict=False):
        open_ = label.match(above) is not None and not above.endswith((".", ";", ":")) and not label.match(text)
        if open_ and (text[:1].islower() or stopped and text[:1].isalpha() and text.endswith(".")):
            found[-1] = (f"{found[-1][0]} {text}", Span(found[-1][1].start, span.end))
        else:
            found.append((text, span))
    return found


def _whole(lines: Lines) -> Lines:
    """Return the lines, titles of chapters with what goes on of them on the next line."""
    found: Lines = []
    for text, span in lines:
        above = _UNIT.fullmatch(found[-1][0]) if found else None
        bare = above is not None and not above["words"]
        open_title = above is not None and not _HOURS.search(found[-1][0]) and text[:1].islower()
        if found and not _UNIT.match(text) and (bare or open_title or above and _HOURS.fullmatch(text)):
            found[-1] = (f"{found[-1][0]} {text}", Span(found[-1][1].start, span.end))
        else:
            found.append((text, span))
    return found


def _chapters(lines: Lines, kind: str | None) -> Iterator[tuple[str | None, dict[str, Value]]]:
    """Yield the chapters of a part: those of the outermost sort, of the sorts with hours where there are."""
    units = [(m["unit"].casefold(), text, span) for text, span in lines if (m := _UNIT.fullmatch(text)) and m["words"]]
    sorts = [[u for u in units if u[0] == name] for name in _UNITS]
    sorts = [sort for sort in sorts if len(sort) >= LEAST] or [_timed_numbers(lines)]
    timed = (sort for sort in sorts if sum(bool(_HOURS.search(text)) for _, text, _ in sort) >= LEAST)
    for _, text, span in next(timed, sorts[0] if sorts else []):
        yield from _rows(text, span, kind)


def _timed_numbers(lines: Lines) -> list[tuple[str, str, Span]]:
    """Return the numbered lines with hours behind them, where no part bears a name: `2. Sai số đo (6 tiết)`."""
    found = [("", text, span) for text, span in lines if _NUMBERED.match(text) and _HOURS.search(text)]
    return found if len(found) >= LEAST else []


def _rows(text: str, span: Span, kind: str | None) -> Iterator[tuple[str | None, dict[str, Value]]]:
    """Yield a chapter: once, or for every kind of class that its brackets count."""
    match = _HOURS.search(text)
    parts = list(counted(match["parts"].replace(":", " "), surely=True)) if match and match["parts"] else []
    title = text[: match.start()] if match and (parts or not match["parts"]) else text
    if (unit := _UNIT.fullmatch(title)) is not None:
        title = _NO_HOURS.sub("", unit["words"] if unit["lost"] else title[unit.start("unit") :])
    else:
        title = _NUMBERED.sub("", title)
    title = PARTED_HOURS.sub("", title)
    cells = {"title": Value(title.strip(" .:;–—-"), span, 0.85, "content")}
    said = match["bracketed"] or match["labelled"] or match["plain"] if match else None
    if match and match["bracketed"] and not _WHOLE.match(match["rest"]):
        parts = list(counted(match[0].strip(" ()[].:;").replace(":", " "), surely=True))
    if len(parts) > 1:
        for named, hours, _ in parts:
            yield named, {**cells, "hours": Value(hours, span, 0.85, "content")}
    elif said:
        yield kind, {**cells, "hours": Value(figures.number(said), span, 0.85, "content")}
    else:
        yield kind, cells
