"""What a document is about: the course of a syllabus, the programme of a curriculum; their names and codes."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from extractors.curriculum.cards import values as card_values
from extractors.curriculum.cards.codes_of_scans import in_latin
from extractors.curriculum.cards.degree_lines import degree_line
from extractors.curriculum.cards.labelled import Pair, first_of, is_name, pairs
from extractors.curriculum.cards.meanings import meaning_of
from extractors.curriculum.cards.naming import OF_COURSE, QUOTED, without_english
from extractors.curriculum.cards.programme import programme_of
from extractors.curriculum.cards.semester import semester, stacked_semester
from extractors.curriculum.cards.stacked import stacked
from extractors.curriculum.cards.title_page import titled
from extractors.curriculum.courses.credited import course_credits
from extractors.curriculum.courses.plan_indices import is_index
from extractors.curriculum.courses.prose import tell_course
from extractors.curriculum.hours.loads import in_load_table, loads
from extractors.curriculum.hours.planned_semesters import planned_control, planned_semesters
from extractors.curriculum.outcomes.codes import only
from extractors.curriculum.passages import blocks
from extractors.curriculum.remembering import Remembered
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span, join_lines
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_COURSE_CODE = re.compile(
    lettered(
        r"(?=[^\W_]*[\W_]*[^\s]*\d)\p{Lu}{1,8}[\w.\-/]{0,4}\s?[\d][\w.\-/]{0,12}|\d{1,3}[A-Z]{2,5}\d{3,8}|\d{5,8}|\d{1,2}(?:\.\d{1,3}){1,4}\.?"
    ),
    re.U,
)
_CODE_ALONE = re.compile(r"(?=.*\d)[A-Z\d]{5,14}")
_CATALOGUED = re.compile(r"[A-Z]{2,8}[ -]\d{2,5}[A-Z]?(?:-\d{1,3})?|[A-Z][A-Za-z]{1,5}(?:\(\d\))?\s?\d{4}")
"""The code of a course behind a label of names: `Course: PHYS 2010`, `Пән: OZh 2211 …`."""
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s")
OTHER_KINDS = ("regulation", "circular", "notice", "report")
"""Kinds of documents that set out no course and no programme, whatever forms and examples they hold."""
_WORDS = KNOWLEDGE / "card_words.tsv"
_CHOICE = Wordings(_WORDS, r"(?:<<course_word>>\s+)?<<choice>>[^:]{0,40}", re.IGNORECASE)
CODED_ABOVE = 3
"""Lines above the word for a syllabus among which a name with its code may stand."""
CODED_FIRST = 4
"""First lines among which one is a course's code and name where no line says `syllabus`: `CSE 101 – Algorithms`."""
CARDS = 3
"""Codes that cards give from which they are those of many courses."""
_CHOSEN = Wordings(_WORDS, r"\b<<is_a>><<course_word>>\b.{0,60}?(?P<choice><<choice>>)\b", re.IGNORECASE)
"""A sentence that says of what sort a course is: `Là mô đun chuyên môn tự chọn của nghề …`."""
SURE = 0.88
"""Score of a label from which a document that is called no syllabus is taken to have the card of a course."""
_SEMESTERED = Wordings(
    KNOWLEDGE / "semester_words.tsv",
    r"(?P<form>[^()\d]{4,40}?)\s*\(\s*\d{1,2}(?:-?\w{1,2})?\s*<<behind_number>>\.?\s*\)",
    re.IGNORECASE,
)
"""A form of control with its semester: `Экзамен (5 семестр)`."""
_BESIDE = r"\p{Lu}[\w-]{1,8}\s?\d{3,5}(?:\.\d)?"
_NAME_BESIDE_CODE = re.compile(
    lettered(
        rf"(?P<code>{_BESIDE})\s*[–-]?\s+(?P<name>[^\W\d_].{{3,}})|(?P<first>[^\W\d_].{{3,}}?)\s+(?P<last>{_BESIDE})"
    )
)
_KIND_GOES_ON = Wordings(_WORDS, r"<<kind_goes_on>>", re.IGNORECASE)
_CODE_LABEL = Wordings(_WORDS, r"<<code_label>>", re.IGNORECASE)
_BRACKETED = Wordings(
    _WORDS, r"\(<<code_label>>(?:\s[^:()\d]{1,20})?\s*:\s*([A-ZĐ]{2,6}\d[\w.\-/]{1,10})\)", re.IGNORECASE
)
"""The code of a course in brackets behind its name: `CƠ SỞ DỮ LIỆU (Mã: INT2105)`."""
_BEFORE_KIND = re.compile(lettered(r"([\p{Lu}«“\"].{3,120}?)\s+[–—-]\s+([^–—]{5,80})"))
_CODED_NAME = re.compile(
    lettered(
        r"([A-Z]{2,5}\s?\d[\d.]{0,8}|\p{Lu}{2,4}\s?\d{1,2}(?:\.\d{1,2}){0,3}"
        r"|[A-Z][A-Za-z()]{1,9}\s?\d{3,4}|(?:Б\d|ФТД)(?:\.[ОБВ]|\.ДВ|\.\d{1,2})*\.\d{1,2})\s*[–.:-]?\s+"
        r"[«“\"]?(\p{Lu}[^\d_:»”\"]{4,110}(?:(?<= )\d)?)[»”\"]?"
    )
)


@dataclass(frozen=True)
class Own:
    """The course (and programme) that a document is about: cells of the `courses` and `programmes` tables."""

    course: dict[str, Value]
    programme: dict[str, Value]
    syllabus: bool = False

    @property
    def of_course(self) -> bool:
        """Say whether the document sets out one course, though its name and code may not be known."""
        return bool(self.course) or self.syllabus

    @property
    def course_code(self) -> Value | None:
        """The code of the syllabus's course."""
        return self.course.get("code")


_kept: Remembered[Own] = Remembered()


def own(document: Document) -> Own:
    """Return what the document is about; remembered for the last document."""
    return _kept.get(document.text, lambda: _own(document))


def _own(document: Document) -> Own:
    carded = {"course.name", "course.code", "course.credits"} <= {p.meaning for p in pairs(document)}
    rule = document.genre.kind in OTHER_KINDS and not (carded and loads(document))
    if rule:
        return Own({}, degree_line(document))
    return Own(_course(document), programme_of(document), titled(document) == "syllabus")


def _course(document: Document) -> dict[str, Value]:
    known = pairs(document)
    about = {p.meaning for p in known if p.score >= SURE and not _of_training(p)}
    if titled(document) != "syllabus" and (not {"course.code", "course.credits"} <= about or _of_several(known)):
        return {}
    cells: dict[str, Value] = {}
    sure = tuple(p for p in known if p.score >= 0.93)
    if (
        name := first_of(sure, "course.name", _is_own_name)
        or _titled_name(document)
        or first_of(known, "course.name", _is_own_name)
    ):
        cells["name"] = replace(name, value=without_english(str(name.value))[0])
        cells |= _parted_name(cells["name"], known)
    if code := cells.get("code") or _code(known) or _titled_code(document):
        cells["code"] = in_latin(document, code)
    cells = {**_parts(known), **cells}
    if value := course_credits(document, known):
        cells["credits"] = value
    of_control = tuple(p for p in known if p.score >= 0.93 or not p.label[:1].islower())  # else the end of another cell
    if value := first_of(of_control, "course.control", _is_control):
        form = _SEMESTERED.fullmatch(str(value.value))
        cells["control_form"] = replace(value, value=form["form"] if form else str(value.value).rstrip(" ."))
    if titled(document) == "syllabus":
        spoken = [p for p in known if p.meaning == "programme.teaching_language"]
        if language := next((p.value(spelt) for p in spoken if (spelt := card_values.language(p.text))), None):
            cells["teaching_language"] = language
    if taught := semester(known) or planned_semesters(document) or stacked_semester(document):
        cells["semester"] = taught
    if "control_form" not in cells and (control := planned_control(document) or _stacked_control(document)):
        cells["control_form"] = control
    if "name" in cells or "code" in cells:
        cells = {**in_load_table(document), **cells}
        tell_course(document, cells)
    return cells if "name" in cells or "code" in cells else {}


def _parts(known: tuple[Pair, ...]) -> dict[str, Value]:
    """Return the cycle and the component that a course belongs to; the index of a cycle is the code of the course."""
    cells: dict[str, Value] = {}
    for column in ("cycle", "component"):
        if (value := first_of(known, f"course.{column}", _is_part)) and is_index(str(value.value)):
            cells.setdefault("code", value)  # `Цикл (раздел) ООП: Б1.О.07`
        elif value:
            told = _CHOSEN.search(str(value.value)) if column == "component" else None
            cells[column] = replace(value, value=told["choice"]) if told else value
    if "component" not in cells and (chosen := first_of(known, "course.name", lambda t: bool(_CHOICE.fullmatch(t)))):
        cells["component"] = chosen
    return cells


def _code(known: tuple[Pair, ...]) -> Value | None:
    """Return the code behind a label of codes, or of names where nothing but a code stands there."""
    behind_name = first_of(known, "course.name", lambda text: _CATALOGUED.fullmatch(text) is not None)
    return first_of(known, "course.code", _is_code) or behind_name


def _coded_name(line: str, document: Document) -> re.Match[str] | None:
    """Return code and name of a course that are a line; an outcome with its code is none: `ПРН 8. Знати …`."""
    coded = _CODED_NAME.fullmatch(line)
    return None if coded and (line.endswith((".", ";")) or only(coded[1], document.genre.language)) else coded


def _is_control(text: str) -> bool:
    """Say whether words may be a form of control: no head of a column, as in `Вид контроля | Баллы`."""
    heads = lexicon("heads.tsv").exact(text) in ("score", "weight", "percent", "hours", "week", "credits", "assessment")
    return len(text) <= 80 and any(c.isalpha() for c in text) and not heads


def _is_part(text: str) -> bool:
    known = 1 < len(text) < 4 or _CHOICE.fullmatch(text) is not None or not lexicon("heads.tsv").exact(text)
    return len(text) <= 120 and known


def _is_own_name(text: str) -> bool:
    """Say whether words behind a label of names may be one: `Môn học: Tự chọn` tells none."""
    return is_name(text) and _CHOICE.fullmatch(text) is None and _CATALOGUED.fullmatch(text) is None


def _of_several(known: tuple[Pair, ...]) -> bool:
    """Say whether the labels are those of many courses' cards: a programme that gives each of its courses one."""
    return len({p.text for p in known if p.meaning == "course.code" and p.score >= SURE}) >= CARDS


def _of_training(pair: Pair) -> bool:
    """Say whether a code is that of a branch of training, not a course's: `Mã số: 7320303`."""
    return pair.meaning == "course.code" and card_values.level_of_code(pair.text.strip()) is not None


def _parted_name(name: Value, known: tuple[Pair, ...]) -> dict[str, Value]:
    """Return code and name of a course where one label introduces both, `Пәннің коды және атауы`, or the index of a
    plan tells them apart."""
    coded = _CODED_NAME.fullmatch(str(name.value))
    if coded and (is_index(coded[1]) or _CATALOGUED.fullmatch(coded[1])):
        return {"name": replace(name, value=coded[2]), "code": replace(name, value=coded[1])}
    beside = _NAME_BESIDE_CODE.fullmatch(str(name.value))
    if beside is None or not any(p.span == name.span and _CODE_LABEL.search(p.label) for p in known):
        return {}
    code, title = beside["code"] or beside["last"], beside["name"] or beside["first"]
    return {"name": replace(name, value=title), "code": replace(name, value=code)}


def _stacked_control(document: Document) -> Value | None:
    """Return the form of control that stands under its label in a card with a column for each form of study."""
    for label, values in stacked(document):
        if lexicon("cards.tsv").match(label, 0.95) == "course.control" and values and _is_control(values[0][1].text):
            first = [place for mode, place in values if mode == values[0][0]]
            said = dict.fromkeys(place.text.strip(" .") for place in first)
            return Value(", ".join(said), values[0][1].span, 0.85, "card")
    return None


def _is_code(text: str) -> bool:
    return (
        len(text) <= 30
        and _COURSE_CODE.fullmatch(text.strip(" .")) is not None
        or bool(re.fullmatch(r"[\d.]{5,12}", text))
    )


def _titled_name(document: Document) -> Value | None:
    """Return the course's name from the lines around the one that says `syllabus`: in quotes, below or above it."""
    lines = [(line, span) for block in islice(blocks(document), 60) for line, span in block.lines]
    first = lines[:CODED_FIRST] if document.genre.language == "en" else []
    if (told := next(((c[2], span) for text, span in first if (c := _coded_name(text, document))), None)) is not None:
        return Value(told[0], told[1], 0.75, "title")
    for n, (line, _) in enumerate(lines):
        bare = QUOTED.sub("", line).strip(" :.-–")
        found = lexicon("titles.tsv").best(bare)
        if not found or found[0] != "syllabus" or found[1] < 0.85 or len(line) > 200:
            continue
        if (before := _BEFORE_KIND.fullmatch(line)) and lexicon("titles.tsv").match(before[2], 0.95) == "syllabus":
            return Value(before[1].strip(' «»“”"'), lines[n][1], 0.85, "title")
        for text, span in lines[n + 1 : n + 2]:
            if coded := _coded_name(text, document):
                return Value(coded[2], span, 0.75, "title")
        for text, span in (lines[n], *lines[n + 1 : n + 4]):
            if (match := QUOTED.search(text)) and not _labels_other(text[: match.start()]):
                return Value(match[1], span, 0.85, "title")
        for text, span in reversed(lines[max(0, n - CODED_ABOVE) : n]):
            if match := OF_COURSE.fullmatch(text):
                return Value(match["name"], span, 0.85, "title")
        at = n + 1
        below = [one for one in lines[at : at + 1] if not _is_labelled(document, *one)]
        if below and (_KIND_GOES_ON.fullmatch(below[0][0]) or _is_code(below[0][0])):
            at += 1
            below = lines[at : at + 1]
        below = [_gone_on(below[0], lines[at + 1 : at + 2])] if below else []
        above = lines[n - 1 : n] if n else []
        for text, span in (*below, *above, *reversed(lines[max(0, n - CODED_ABOVE) : max(0, n - 1)])):
            if coded := _coded_name(text, document):
                return Value(coded[2], span, 0.75, "title")
            if (text, span) in (*below, *above) and _plain_name(text):
                return Value(_without_code(text), span, 0.75, "title")
    return None


def _is_labelled(document: Document, line: str, span: Span) -> bool:
    """Say whether a line is a label of a card, or begins with one and a gap: `Кафедра    Геодезии`, or with one of
    several words: `Закреплена за кафедрой Геодезии`."""
    first = re.split(r" {3,}", document.text.content[span.start : span.end].strip(), maxsplit=1)[0]
    words = line.split()
    opening = [" ".join(words[:count]) for count in range(3, min(7, len(words)))]
    return any(lexicon("cards.tsv").exact(label) is not None for label in (line, first, *opening))


def _labels_other(text: str) -> bool:
    """Say whether words before a name in quotes label something else than the course: `галузь знань 20`."""
    meaning = lexicon("cards.tsv").match(re.sub(r"[\d.]+", "", text).strip(" :–-"), 0.95)
    return meaning is not None and meaning != "course.name"


def _gone_on(line: tuple[str, Span], after: list[tuple[str, Span]]) -> tuple[str, Span]:
    """Return a name that ends in a small word, `… при разработке и`, with the line below it, which goes on with it."""
    (text, span), (words, place) = line, after[0] if after else ("", line[1])
    open_end = re.search(lettered(r"\s[^\p{Lu}\W\d_]{1,3}$|,$"), text)
    going_on = words[:1].islower() and re.search(r"[\d:_.]", words) is None and len(words) < 90
    if not open_end or not going_on or not _plain_name(text) or lexicon("cards.tsv").match(words, 0.9):
        return line
    return join_lines([text, words]), Span(span.start, place.end)


def _titled_code(document: Document) -> Value | None:
    """Return the code that stands before the course's name in the title: `ОК 12 Основи гідравліки`."""
    for block in islice(blocks(document), 40):
        label = meaning_of(block.row[0].text, sure=True) if block.row else None
        for line, span in block.lines if label is None or label[0] in ("course.name", "course.code") else ():
            if (coded := _coded_name(line, document)) and len(line) <= 120:
                return Value(coded[1].rstrip("."), span, 0.8, "title")
            if bracketed := _BRACKETED.search(line):
                return Value(bracketed[1], span, 0.85, "title")
    return _code_below_kind(document)


def _code_below_kind(document: Document) -> Value | None:
    """Return the code that stands alone between the line that says `syllabus` and the course's name."""
    lines = [one for block in islice(blocks(document), 40) if not block.row for one in block.lines]
    for (kind, _), (line, span), (name, _) in zip(lines, lines[1:], lines[2:], strict=False):
        code = line.strip(" .")
        if _CODE_ALONE.fullmatch(code) and _plain_name(name) and lexicon("titles.tsv").match(kind, 0.9) == "syllabus":
            return Value(code, span, 0.8, "title")
    return None


def _plain_name(text: str) -> bool:
    if lexicon("subjects.tsv").exact(text) is not None:  # a heading, no name
        return False
    if _NUMBERED.match(text):  # a heading, though its words are none that is known
        return False
    return is_name(text) and ":" not in text and not re.search(r"\d{4}|_{2}", text) and len(text.split()) <= 16


def _without_code(text: str) -> str:
    return re.sub(r"^[A-Z]{2,6}\d{2,6}\w*\s*[–-]\s*", "", text)
