"""requirements: figures that bind, each with what it is about and what it holds for."""

import re
from collections import Counter
from dataclasses import replace

from extractors.curriculum.figures import LEADERS
from extractors.curriculum.grading.scales import told
from extractors.curriculum.grading.told_marks import FRACTION, WORDS
from extractors.curriculum.wording import lexicon
from extractors.parsing.wording import Prose, paragraphs, wording
from extractors.structure.duties.tasks import means
from extractors.structure.figures import weights
from extractors.structure.figures.figures import figures
from extractors.structure.figures.quantities import Figure
from extractors.structure.scope import binding, conditions
from extractors.structure.scope.around import MINUTES, counts, sentence
from extractors.structure.scope.reports import shown
from extractors.structure.scope.scopes import doer, scope
from extractors.structure.unnumbered import loose
from extractors.structure.words import FOLDER, either
from extractors.tables.assessments import extract as assessments
from extractors.values import row_of
from models.document import Document, Section
from models.rows import Row, Value
from models.text import Span, Text
from normalizers.wordings import Wordings

SURE = 0.88
ITEM_MARK = 4  # characters of `- ` or `a) ` before an item's words
ITEM = re.compile(r"(?:[-–—+•]|[^\W\d_]\)|\d{1,2}\))\s")
QUOTED = re.compile(r"[“«\"](?:\d{1,2}\.|[^\W\d_]\))?\s?")
"""What opens the wording of a clause that another act gets: `“2. Khối lượng học tập …`."""
PHRASED = 0.6  # which words name the subject and the scope is a judgement
PERIODS = ("working_day", "day", "week", "month", "year", "calendar_year", "hour", "period", "credit")
SPAN = Wordings(FOLDER / "period_words.tsv", "<<span>>", re.IGNORECASE)
_LABELLED = Wordings(WORDS, rf"[^:]{{2,90}}(?::|{LEADERS})\s*(?:\d{{1,3}}(?:[.,]\d)?\s*%|{FRACTION})\W*")
"""A label with a share behind it."""
_OF_PARTS = (("programme", "credit"), ("programme", "hour"))
"""What the headings of a programme's parts give, and limit nothing: `2.1. Kiến thức cơ sở ngành: 14 tín chỉ`."""


def extract(document: Document) -> list[Row]:
    """Return a row per binding figure in the body, in reading order, those outside its provisions last."""
    rows: list[Row] = []
    steps: set[Span | None] = {cell.span for row in told(document) for cell in row.cells.values()}
    graded = _shares_of_works(document)
    for section in (*document.sections, *loose(document)):
        texts = paragraphs(document, section)
        compared = [row for paragraph in texts for row in _compared(document, section, paragraph)]
        compared = [row for row in compared if not _graded(row, steps)]
        rows += compared
        taken = {cell.span for row in compared if (cell := row.cells.get("value")) is not None}
        shares = weights.weights([text for text in texts if not shown(text)], document.genre.language)
        shares = [] if graded and any(weights.TERM.search(w.paragraph.text) for w in shares) else shares
        if not any(_overlaps(weight.paragraph.span(*weight.figure), taken) for weight in shares):
            rows += [_weighed(section, weight) for weight in shares]
        stated = weights.stated(document, section)
        if stated is not None and (document.genre.kind, stated.unit) not in _OF_PARTS:
            rows.append(_weighed(section, stated))
    listed: set[Span | None] = {span for span in graded if span and _ends_label(document.text, span)}
    return [row for row in rows + _shared(document, rows) if not _taught(document, row) and not _graded(row, listed)]


def _shares_of_works(document: Document) -> set[Span | None]:
    """Return where a syllabus gives the shares of graded works, which the assessments table holds: what lines list,
    `Chuyên cần: 10%`, or a formula repeats binds no more; what a sentence tells of them does."""
    if document.genre.kind != "syllabus":
        return set()
    return {row.cells["weight_percent"].span for row in assessments(document) if "weight_percent" in row.cells}


def _ends_label(text: Text, figure: Span) -> bool:
    """Whether a figure is all that a line says behind its label."""
    line = text.lines[text.line_at(figure.start)]
    printed = text.content[line.start : line.end]
    return _LABELLED.fullmatch(printed) is not None


def _taught(document: Document, row: Row) -> bool:
    """Whether a figure stands in the outline of what a course teaches: it bounds an exercise, and nobody."""
    place = row.cells["value"].span if "value" in row.cells else None
    return place is not None and any(s.start <= place.start < s.end for s in document.matter)


def _shared(document: Document, rows: list[Row]) -> list[Row]:
    """Return the shares that make a hundred over the points of one provision, each in its own point."""
    taken = {cell.span for row in rows if (cell := row.cells.get("value")) is not None}
    points: dict[int, list[tuple[Section, Prose]]] = {}
    for section in document.sections:
        texts = paragraphs(document, section)
        if section.number and len(texts) == 1 and (above := document.above(section)) is not None:
            points.setdefault(above.span.start, []).append((section, texts[0]))
    found: list[Row] = []
    for own in points.values():
        shares = weights.weights([text for _, text in own], document.genre.language) if len(own) > 1 else []
        if len({id(weight.paragraph) for weight in shares}) < 2:
            continue
        if not any(_overlaps(weight.paragraph.span(*weight.figure), taken) for weight in shares):
            found += [_weighed(next(s for s, text in own if text is weight.paragraph), weight) for weight in shares]
    return found


def _graded(row: Row, steps: set[Span | None]) -> bool:
    """Whether a figure only bounds a step of a grading scale: `Từ 80 đến dưới 90 điểm: loại tốt`."""
    place = row.cells["value"].span if "value" in row.cells else None
    return place is not None and _overlaps(place, steps)


def _overlaps(span: Span, taken: set[Span | None]) -> bool:
    return any(other is not None and span.start < other.end and other.start < span.end for other in taken)


def _compared(document: Document, section: Section, paragraph: Prose) -> list[Row]:
    language = document.genre.language
    found = []
    read = figures(paragraph.text, language)
    if language == "vi" and not read and (whole := _led(document, section, paragraph)):
        paragraph, read = whole
    for figure in conditions.binding(paragraph, read, language):
        lasts = figure.unit in PERIODS or MINUTES.search(paragraph.text[slice(*figure.figure)])
        if SPAN.match(paragraph.text[slice(*figure.words)]) and not lasts:
            continue
        part = (document.genre.kind, figure.unit) in _OF_PARTS
        if document.genre.kind in ("programme", "syllabus") and _carded(paragraph, figure, part=part):
            continue
        row = _row(document, section, paragraph, figure)
        if row is not None:
            found.append((figure, row))
    return _told_apart(paragraph, found) if language == "vi" else [row for _, row in found]


def _led(document: Document, section: Section, item: Prose) -> tuple[Prose, list[Figure]] | None:
    """Return an item behind the words of its list and its figures: `Được miễn không vượt quá: a) 30% đối với …`."""
    start = marked.end() if (marked := ITEM.match(item.text)) else 0
    for said in _announcing(document, section, item) if item.text[start : start + 1].isdigit() else ():
        words = said.text.rstrip(" :")
        whole = Prose(f"{words} {item.text[start:]}", (*said.offsets[: len(words) + 1], *item.offsets[start:]))
        read = [f for f in figures(whole.text, "vi") if f.words[1] <= len(words) < f.figure[0]]
        if read and len(words) < len(said.text.rstrip()):
            return whole, read
    return None


def _told_apart(paragraph: Prose, found: list[tuple[Figure, Row]]) -> list[Row]:
    """Return the rows, those that count one thing each with who does it: `tiến sĩ được hướng dẫn tối đa 4 luận văn`."""
    alike = Counter(_bare(row) for _, row in found)
    told = []
    for figure, row in found:
        who = doer(paragraph, figure) if alike[_bare(row)] > 1 and "scope" not in row.cells else None
        held = {"scope": paragraph.value(*who, confidence=PHRASED)} if who else {}
        told.append(replace(row, cells=row.cells | held))
    return told


def _bare(row: Row) -> tuple[object, ...]:
    """Return what a row says apart from its figure."""
    return tuple(row.get(column) for column in ("subject", "comparator", "unit", "scope"))


def _carded(paragraph: Prose, figure: Figure, *, part: bool) -> bool:
    """Say whether a figure only stands behind a label of the card: `- Thời gian đào tạo: 4 năm` limits nothing, nor
    does one that says how large a `part` is, whatever its label."""
    label, colon, _ = paragraph.text.partition(":")
    stated = figure.words[0] == figure.words[1] and figure.words[0] <= len(label)
    return bool(colon and stated and (part or lexicon("cards.tsv").match(label.strip(" -–+•"), 0.93)))


def _row(document: Document, section: Section, paragraph: Prose, figure: Figure) -> Row | None:
    language = document.genre.language
    about = [paragraph.value(*p, confidence=PHRASED) for p in binding.subject(paragraph, figure, language)]
    known = bool(about) or _hung_on(document, section, paragraph) is not None
    about_value = _labelled(document, section, figure, known)
    if about_value is None:
        about_value = _joined(about, " ") if about else _inherited(document, section, paragraph, figure)
    if about_value is None:
        return None
    held = [paragraph.value(*place, confidence=PHRASED) for place in scope(paragraph, figure, language)]
    place = paragraph.span(*figure.figure)
    return row_of(
        "requirements",
        provision=_provision(section),
        subject=about_value,
        comparator=Value(figure.comparator, paragraph.span(*figure.words), SURE, "requirements.comparator"),
        value=Value(figure.value, place, SURE, "requirements.figure"),
        value_max=Value(figure.value_max, place, SURE, "requirements.figure"),
        value_text=Value(figure.level, place, SURE, "requirements.level"),
        unit=Value(figure.unit, place, SURE, "requirements.unit"),
        scope=_joined(held, ", "),
    )


def _labelled(document: Document, section: Section, figure: Figure, known: bool) -> Value | None:
    """Return the section's own label where a figure stands behind it: `Số lượng thí sinh: tối đa 24 thí sinh`.

    A label of numbers is what every count behind it is about, another only a figure that nothing else says.
    """
    if section.heading is None or document.genre.language != "vi":
        return None
    words = document.text.body(section.heading)
    counted = counts(figure) and binding.NUMBERED.match(f"{words}: ")
    return wording(document.text, (section.heading,), confidence=PHRASED) if counted or not known else None


def _joined(held: list[Value], between: str) -> Value | None:
    if not held:
        return None
    words = between.join(str(value.value) for value in held)
    return Value(words, held[0].span, PHRASED, "requirements.phrase")


def _provision(section: Section) -> Value | None:
    return Value(section.number, section.marker, SURE, "requirements.provision") if section.number else None


def _inherited(document: Document, section: Section, paragraph: Prose, figure: Figure) -> Value | None:
    """Return what the provision above announces, where an item is but a figure: `Khối lượng … như sau: a) …`.

    A figure further on goes on what its item has said before, which is not told apart: `…; đạt khi từ 5,5 điểm`.
    """
    begin, _ = sentence(paragraph, figure)
    if begin > ITEM_MARK and not ITEM.match(paragraph.text, begin):
        return None
    for said in _announcing(document, section, paragraph):
        words = said.text.rstrip(" :.")
        announce = re.search(rf"[\s,]*{either('announce', document.genre.language)}\s*$", words, re.IGNORECASE)
        quoted = QUOTED.match(words)
        begin, end = quoted.end() if quoted else 0, announce.start() if announce else len(words)
        if 1 < len(words[begin:end].split()) <= 25:
            return said.value(begin, end, confidence=PHRASED, extractor="requirements.inherited")
    return None


def _announcing(document: Document, section: Section, paragraph: Prose) -> list[Prose]:
    """Return the paragraphs that may say what an item is about: the one that its list hangs on, or those above."""
    lead, above = _hung_on(document, section, paragraph), document.above(section)
    if lead is not None:
        return [lead]
    heading = document.text.body(above.heading) if above is not None and above.heading is not None else ""
    if above is None or any(means(use, heading, document.genre.language) for use in ("never", "work", "body")):
        return []  # a part of any plan, and nothing that a figure could be about
    return paragraphs(document, above)


def _hung_on(document: Document, section: Section, paragraph: Prose) -> Prose | None:
    """Return the paragraph with a colon that a list hangs on in the section's own text, for an item of that list."""
    if not ITEM.match(paragraph.text):
        return None
    own = paragraphs(document, section, heading=False)
    before = [text for text in own if text.offsets[0] < paragraph.offsets[0] and not ITEM.match(text.text)]
    return before[-1] if before and before[-1].text.endswith(":") else None


def _weighed(section: Section, weight: weights.Weight) -> Row:
    place = weight.paragraph.span(*weight.figure)
    subject = weight.paragraph.value(*weight.subject, confidence=PHRASED, extractor="requirements.weight")
    if weight.wording is not None:
        subject = Value(weight.wording, subject.span, PHRASED, "requirements.weight")
    return row_of(
        "requirements",
        provision=_provision(section),
        subject=subject,
        comparator=Value("=", place, SURE, "requirements.weight"),
        value=Value(weight.value, place, SURE, "requirements.weight"),
        unit=Value(weight.unit, place, SURE, "requirements.weight"),
        scope=weight.paragraph.value(*weight.scope, confidence=PHRASED) if weight.scope else None,
    )
