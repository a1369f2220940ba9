"""Parts of course lists: the headings that rows stand under, inside a table, above it and between its pieces."""

import re
from collections.abc import Iterator

from extractors.curriculum.courses.semesters import semester_of
from extractors.curriculum.grids import Place, clean
from extractors.curriculum.lines_above import caption
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "list_words.tsv"
ELECTIVE = Wordings(_WORDS, r"<<elective>>", re.I)
CHOSEN = Wordings(_WORDS, r"<<elective>>|^<<elective_mark>>$", re.I)
"""Says of a row or cell that what it tells of is chosen."""
REQUIRED = Wordings(_WORDS, r"<<required>>", re.I)
SEMESTER = Wordings(
    _WORDS, r"(?i)(?:[\d.]{1,5}\s*)?(<<semester_name>>\s*(?:thứ\s*)?(?:\d{1,2}|[IVX]{1,4}))\b\s*(?:[:.(–-].{0,40})?"
)
_PARTS = Wordings(_WORDS, r"(?:[\dIVX.]+\s)?<<division>>[^\t]{2,110}$", re.I)
_INDEXED = r"Б[\dЗ](?:\.[ОБВ]|\.ДВ|\.\d{1,2})*|ФТД(?:\.\d{1,2})*"
_INDEX = re.compile(rf"({_INDEXED})[.,:]?\s+(?=[А-ЯЁ])")
"""The index of a part of a Russian plan: `Б1.В Часть, формируемая участниками …`."""
_NUMBER = re.compile(rf"(\d+(?:\.\d+)*|[IVX]+(?:\.\d+)*|[A-ZĐa-zđ]|{_INDEXED})[.)]?")
"""The number of a part in a place of its own."""
_LETTER = re.compile(r"[A-HJ-UĐ]")
"""The letter of a part; `I` and `V` are Roman numbers."""
_ROMAN_OF_SCANS = re.compile(r"([ІVХП]{1,4}|Ш)[.)]\s*(?=[А-ЯІЇЄҐ])")
"""A Roman number in Cyrillic letters, typed so or read so by OCR: `П. ВИБІРКОВА ЧАСТИНА`."""
_PART_TITLE = Wordings(
    _WORDS,
    r"(?i)(?:[\dIVXa-zđA-ZĐ]{1,4}(?:\.\d{1,2}){0,3}[.)]?\s+)?(?:khối\s+)?<<taught>>\b[^:;.]{0,80}(?:[:;(].{0,40})?$",
)
"""A line that names a part of a programme above its table."""
_WITHIN = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.\d{1,2}[.)]?\s+[^\W\d_]")
_COMPONENT = Wordings(_WORDS, r"\b<<component>>(?!\w)", re.I)
_SUMMED = Wordings(_WORDS, r"[:;]?\s*\d+(?:\s*/\s*\d+)?\s*<<summed>>\s*$")
"""The credits behind the name of a part."""
_YEAR = Wordings(_WORDS, r"<<school_year>>\s+(?:học\s+)?(?:thứ\s+)?(?:\d|<<ordinal>>|bốn|I{1,3}V?|VI?)\W*", re.I)
"""A year of study, which parts a plan by time and not by what is taught."""
_NOT_CHOSEN = Wordings(_WORDS, r"\b<<not_chosen>>", re.I)
"""What no student chooses, though it may stand below what is chosen: practice, what ends the study."""
_SORT = Wordings(_WORDS, r"<<sort>>", re.I)
_PORTION = Wordings(_WORDS, r"<<portion>>", re.I)
NUMBERED, LEFT = "part", "left"
"""Where the context keeps the number of the innermost part, and that of the one above a part without a number, in
which courses may count on."""
LETTERED = "letter"
"""Where the context keeps the letter of a part, whose parts have numbers: `A`, `I`, `II`, `B`, `I`."""
ABOVE = 0
"""How deep a heading above a table is: over every part that the table has itself, whatever their numbers."""
Context = dict[str, tuple[int, Value]]
"""The headings that rows stand under: by column, how deep it is and what it says."""
_STRAY = re.compile(r"(?:\s+[|.·_'‚,-]){3,}\s*$")
"""Rules and specks that an engine read behind the words of a row."""


def semester_above(document: Document, start: int) -> Value | None:
    """Return the semester that the line before a table names, where it names nothing else."""
    words, place = caption(document, start)
    match = SEMESTER.fullmatch(words)
    number = semester_of(match[1]) if match else None
    return Value(number, place, 0.9, "list.caption") if number else None


def context_above(document: Document, start: int) -> Context:
    """Return the part of a programme that the line before a table names: `4.2. Kiến thức cơ sở ngành: 30 tín chỉ`."""
    context: Context = {}
    words, place = caption(document, start)
    if len(words) <= 110 and (_PART_TITLE.match(words) or _is_within_part(document, words, start)):
        step(context, [Place(words, place)])
    for column in {"cycle", "component"} & {*context}:
        context[column] = (ABOVE, context[column][1])
    return context


def _is_within_part(document: Document, words: str, start: int) -> bool:
    """Say whether a line has a number within that of a part above it: `7.1.2. Khoa học xã hội`, `7.1. Kiến thức …`."""
    number = _WITHIN.match(words)
    above = rf"^[ #*_]*({re.escape(number[1])}[.)]? [^\n\t]+)$" if number else "$^"  # no row of a table
    parts = re.findall(above, document.text.content[:start], re.M)
    return bool(parts) and _PART_TITLE.match(parts[-1].strip(" *_")) is not None


def between(document: Document, start: int, end: int) -> Iterator[Place]:
    """Yield the lines between two parts of a list, which may head the lower one."""
    for line in document.text.lines[document.text.line_at(start) :]:
        words = clean(document.text.content[line.start : line.end]).strip("#*_ ")
        if line.start >= end:
            return
        if line.start >= start and line.role == "body" and line.table is None and _PARTS.match(words):
            yield Place(words, Span(line.start, line.end))


def step(context: Context, own: list[Place]) -> None:
    """Take a heading of a part of the list into the context of the rows below it; its number says how deep it is."""
    place = max(own, key=lambda p: sum(c.isalpha() for c in p.text))
    if (match := SEMESTER.fullmatch(place.text)) and (semester := semester_of(match[1])):
        context["semester"] = (0, Value(semester, place.span, 0.9, "list"))
        return
    number, text = _numbered(place, own[0])
    if not text or len(text) > 150 or _YEAR.fullmatch(text):
        return
    column = _column(context, number, text)
    depth = _depth(context, column, number, text)
    above = context.get(NUMBERED) or context.get(LEFT)
    for known in [c for c, (level, _) in context.items() if level >= depth or c == column]:
        del context[known]
    context[column] = (depth, Value(text, place.span, 0.85, "list"))
    chosen_above = "component" in context and ELECTIVE.search(str(context["component"][1].value))
    if column == "cycle" and chosen_above and _NOT_CHOSEN.search(text):
        del context["component"]
    context.pop(NUMBERED, None)
    if above and not number:
        context[LEFT] = above
    if _LETTER.fullmatch(number):
        context[LETTERED] = (0, Value(number, place.span, 0.85, "list"))
    if number:
        context[NUMBERED] = (99, Value(number, place.span, 0.85, "list"))


def _numbered(place: Place, first: Place) -> tuple[str, str]:
    """Return the number of a part, which may stand in the `first` place of the row, and its name without it."""
    named = place.text if place.text.isupper() else ""  # `2 ЦИКЛ ПРОФЕСІЙНОЇ ПІДГОТОВКИ`; not `2 курс`
    marker = re.match(r"(\d+(?:\.\d+)+)\s+(?=[^\W\d_])", place.text) or re.match(r"(\d)\s+(?=[^\W\d_]{3})", named)
    marker = marker or re.match(r"(\d+(?:\.\d+)*|[IVX]+(?:\.\d+)*|[A-ZĐ](?:\.?\d)?)[.)]\s*", place.text)
    marker = marker or _INDEX.match(place.text) or _ROMAN_OF_SCANS.match(place.text)
    beside = _NUMBER.fullmatch(first.text) if first is not place else None
    text = place.text[marker.end() if marker else 0 :]
    text = _STRAY.sub("", _SUMMED.sub("", re.sub(r"\s*\([^()]*\d[^()]*\)", "", text))).strip(" :;")
    return marker[1] if marker else beside[1] if beside else "", text


def _is_portion(text: str) -> bool:
    """Say whether words name what is required or chosen of a cycle."""
    return any(words.search(text) for words in (_COMPONENT, ELECTIVE, REQUIRED, _PORTION))


def _column(context: Context, number: str, text: str) -> str:
    """Return which column a part with that number and name is told in, `cycle` or `component`."""
    if re.fullmatch(r"Б[\dЗ]|ФТД", number) or not _is_portion(text) or _SORT.match(text):
        return "cycle"
    chosen = ELECTIVE.search(text) or REQUIRED.search(text)
    beside = _COMPONENT.search(text) and not chosen and "cycle" in context and "component" in context
    return "cycle" if beside else "component"  # `Дослідницький компонент` beside the cycles of what is required


def _depth(context: Context, column: str, number: str, text: str) -> int:
    """Return how deep a part lies, which goes into that column of the context: 1 for the outermost with a number."""
    if number:
        depth = number.count(".") + 1 if not number.islower() else 1 if column == "cycle" else 2
        return depth + (LETTERED in context and not _LETTER.fullmatch(number))
    cycle, component = context.get("cycle"), context.get("component")
    if column == "component":
        if not context or component and component[0] == 0:
            return 0  # a part that is divided into cycles, not the other way round
        return max(2, cycle[0] + 1) if cycle else 2
    if component and component[0] == 1 and component[1].value:
        return 2  # `Цикл загальної підготовки` below `1. Обов’язкові компоненти`
    return cycle[0] if cycle and _is_portion(text) else 1
