"""What a document is about: the course of a syllabus, the programme of a curriculum; their names and codes."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice

from extractors.curriculum import card_values
from extractors.curriculum.cards import Pair, pairs
from extractors.curriculum.credited import course_credits
from extractors.curriculum.loads import in_load_table, loads
from extractors.curriculum.naming import QUOTED, classes, split_name, without_english
from extractors.curriculum.passages import blocks
from extractors.curriculum.prose import tell_course
from extractors.curriculum.remembering import Remembered
from extractors.curriculum.stacked import stacked
from extractors.curriculum.title_page import branch_line, faculty_line, level_line, unlabelled
from extractors.curriculum.wording import fold, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span

_COURSE_CODE = re.compile(
    r"(?=[^\W_]*[\W_]*[^\s]*\d)[A-ZА-ЯІЇЄҚӘҒ]{1,8}[\w.\-/]{0,4}\s?[\d][\w.\-/]{0,12}|\d{5,8}|\d{1,2}(?:\.\d{1,3}){1,4}\.?",
    re.U,
)


OTHER_KINDS = ("regulation", "circular", "notice", "report")
"""Kinds of documents that set out no course and no programme, whatever forms and examples they hold."""
_CHOICE = re.compile(r"(?:học phần\s+)?(?:bắt buộc|tự chọn)[^:]{0,40}", re.I)
LEAST_WHOLE = 45
_NAME_BESIDE_CODE = re.compile(r"([A-ZА-ЯӘҒҚҢӨҰҮҺІ][\w-]{1,8}\s?\d{3,5}(?:\.\d)?)\s*[–-]?\s+([^\W\d_].{3,})")
_KIND_GOES_ON = re.compile(
    r"(?:навчальної |учебной )?(?:дисципліни|дисциплины)(?: \(модуля\))?|освітнього компонента|освітньої компоненти",
    re.I,
)
_BEFORE_KIND = re.compile(r"([A-ZА-ЯІЇЄҐ«“\"].{3,120}?)\s+[–—-]\s+([^–—]{5,80})")
_SEASON = re.compile(
    r"(?:осінн|весн[яі]н|осенн|весенн|күзгі|көктемгі)\w*\s+семестр\w*"
    r"|(?:autumn|spring|fall|winter|summer)\s+(?:(?:semester|term)\b(?:\s+20\d\d)?|20\d\d)",
    re.I,
)
"""A semester told by its season: the number beside it is of the year."""
_CODED_NAME = re.compile(
    r"((?:ОК|ВК|ОПП|ОЗП|ВБ|ППО|ВВ|ОКП|[A-Z]{2,5})\s?\d[\d.]{0,8}|(?:Б\d|ФТД)(?:\.[ОБВ]|\.ДВ|\.\d{1,2})*\.\d{1,2})\s*[–.:-]?\s+"
    r"[«“\"]?([A-ZА-ЯІЇЄҐĐ][^\d_:»”\"]{4,110})[»”\"]?"
)


@dataclass(frozen=True)
class Own:
    """The course (and programme) that a document is about: cells of the `courses` and `programmes` tables."""

    course: dict[str, Value]
    programme: dict[str, Value]

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
    return Own({}, {}) if rule else Own(_course(document), _programme(document))


def titled(document: Document) -> str | None:
    """Return `syllabus` or `programme` where one of the first lines says so, or the document is known to be one."""
    for block in islice(blocks(document), 40):
        for line, _ in block.lines:
            found = lexicon("titles.tsv").best(QUOTED.sub("", line).strip(" :.-–"))
            if found and found[1] >= 0.9 and len(line) < 150:
                return found[0]
    return document.genre.kind if document.genre.kind in ("syllabus", "programme") else None


def _course(document: Document) -> dict[str, Value]:
    known = pairs(document)
    about = {p.meaning for p in known if p.meaning.startswith("course.")}
    if titled(document) != "syllabus" and not {"course.code", "course.credits"} <= about:
        return {}
    cells: dict[str, Value] = {}
    sure = tuple(p for p in known if p.score >= 0.93)
    if (
        name := _first(sure, "course.name", _is_name)
        or _titled_name(document)
        or _first(known, "course.name", _is_name)
    ):
        cells["name"] = replace(name, value=without_english(str(name.value))[0])
        cells |= _parted_name(cells["name"], known)
    if code := cells.get("code") or _first(known, "course.code", _is_code) or _titled_code(document):
        cells["code"] = code
    for column in ("cycle", "component"):
        if value := _first(
            known,
            f"course.{column}",
            lambda t: len(t) <= 120 and (1 < len(t) < 4 or _CHOICE.fullmatch(t) or not lexicon("heads.tsv").exact(t)),
        ):
            cells[column] = value
    if "component" not in cells and (chosen := _first(known, "course.name", lambda t: bool(_CHOICE.fullmatch(t)))):
        cells["component"] = chosen
    if value := course_credits(document, known):
        cells["credits"] = value
    if value := _first(known, "course.control", lambda t: len(t) <= 80):
        cells["control_form"] = value
    if titled(document) == "syllabus":
        spoken = [p for p in known if p.meaning == "programme.teaching_language"]
        if language := next((p.value(spelt) for p in spoken if (spelt := card_values.language(p.text))), None):
            cells["teaching_language"] = language
    if semester := _semester(known) or _stacked_semester(document):
        cells["semester"] = semester
    if "control_form" not in cells and (control := _stacked_control(document)):
        cells["control_form"] = control
    if "name" in cells or "code" in cells:
        cells = {**in_load_table(document), **cells}
        tell_course(document, cells)
    return cells if "name" in cells or "code" in cells else {}


def _parted_name(name: Value, known: tuple[Pair, ...]) -> dict[str, Value]:
    """Return code and name of a course where one label introduces both: `Пәннің коды және атауы`."""
    beside = _NAME_BESIDE_CODE.fullmatch(str(name.value))
    if beside is None or not any(p.span == name.span and re.search(r"код|шифр|code", p.label, re.I) for p in known):
        return {}
    return {"name": replace(name, value=beside[2]), "code": replace(name, value=beside[1])}


def _semester(known: tuple[Pair, ...]) -> Value | None:
    """Return the semester: a number where one is meant, else as printed."""
    for pair in (p for p in known if p.meaning == "course.semester"):
        numbers = re.findall(r"\d{1,2}", pair.text)
        with_word = re.search(
            r"(\d{1,2})(?:-?\w{1,2})?\s*(?:семестр|сем\b|semester)|(?:học kỳ|семестр)\s*:?\s*(\d{1,2})", pair.text, re.I
        )
        season = _SEASON.search(pair.text) if len(re.findall(r"(?<!\d)\d{1,2}(?!\d)", pair.text)) <= 1 else None
        if season:
            return pair.value(season[0])
        after_year = re.fullmatch(r"\d\s*[/,]\s*(\d{1,2})", pair.text)
        if after_year and re.match(r"\W*(?:курс|рік|год|жыл|year)", pair.label, re.I):
            return pair.value(int(after_year[1]))
        if len(numbers) == 1:
            return pair.value(int(numbers[0]))
        if with_word and len(pair.text) < 60:
            return pair.value(int(with_word[1] or with_word[2]))
        if numbers and re.fullmatch(r"[\d\s,;–-]+", pair.text):
            return pair.value()
    return None


def _stacked_semester(document: Document) -> Value | None:
    """Return the semester that stands under its label in a card with a column for each form of study."""
    for label, values in stacked(document):
        if (
            fold(label) in ("семестр", "семестри")
            and values
            and (match := re.fullmatch(r"(\d{1,2})(?:\s?-?[\w]{1,3})?", values[0][1].text))
        ):
            return Value(int(match[1]), values[0][1].span, 0.85, "card")
    return None


def _stacked_control(document: Document) -> Value | None:
    """Return the form of control that stands under its label in a card with a column for each form of study."""
    for label, values in stacked(document):
        if lexicon("cards.tsv").match(label, 0.95) == "course.control" and values and len(values[0][1].text) <= 40:
            return Value(values[0][1].text.strip(" ."), values[0][1].span, 0.85, "card")
    return None


def _first(known: tuple[Pair, ...], meaning: str, fits) -> Value | None:
    return next((p.value() for p in known if p.meaning == meaning and fits(p.text)), None)


def _is_name(text: str) -> bool:
    return (
        3 < len(text) <= 200
        and not text[0].islower()
        and "___" not in text
        and lexicon("cards.tsv").exact(text) is None
    )


def _is_code(text: str) -> bool:
    return (
        len(text) <= 30
        and _COURSE_CODE.fullmatch(text.strip(" .")) is not None
        or bool(re.fullmatch(r"[\d.]{5,12}", text))
    )


def _titled_name(document: Document) -> Value | None:
    """Return the course's name from the lines around the one that says `syllabus`: in quotes, below or above it."""
    lines = [(line, span) for block in islice(blocks(document), 60) for line, span in block.lines]
    for n, (line, _) in enumerate(lines):
        bare = QUOTED.sub("", line).strip(" :.-–")
        found = lexicon("titles.tsv").best(bare)
        if not found or found[0] != "syllabus" or found[1] < 0.85 or len(line) > 200:
            continue
        if (before := _BEFORE_KIND.fullmatch(line)) and lexicon("titles.tsv").match(before[2], 0.95) == "syllabus":
            return Value(before[1].strip(' «»“”"'), lines[n][1], 0.85, "title")
        for text, span in (lines[n], *lines[n + 1 : n + 4]):
            if match := QUOTED.search(text):
                return Value(match[1], span, 0.85, "title")
        below = [one for one in lines[n + 1 : n + 2] if lexicon("cards.tsv").exact(one[0]) is None]
        if below and _KIND_GOES_ON.fullmatch(below[0][0]):
            below = lines[n + 2 : n + 3]
        above = lines[n - 1 : n] if n else []
        for text, span in (*below, *above):
            if coded := _CODED_NAME.fullmatch(text):
                return Value(coded[2], span, 0.75, "title")
            if _plain_name(text):
                return Value(_without_code(text), span, 0.75, "title")
    return None


def _titled_code(document: Document) -> Value | None:
    """Return the code that stands before the course's name in the title: `ОК 12 Основи гідравліки`."""
    for block in islice(blocks(document), 40):
        for line, span in block.lines:
            if (coded := _CODED_NAME.fullmatch(line)) and len(line) <= 120:
                return Value(coded[1].rstrip("."), span, 0.8, "title")
    return None


def _plain_name(text: str) -> bool:
    if lexicon("subjects.tsv").exact(text) is not None:  # a heading, no name
        return False
    return _is_name(text) and ":" not in text and not re.search(r"\d{4}|_{2}", text) and len(text.split()) <= 16


def _without_code(text: str) -> str:
    return re.sub(r"^[A-Z]{2,6}\d{2,6}\w*\s*[–-]\s*", "", text)


def _programme(document: Document) -> dict[str, Value]:
    known = [p for p in pairs(document) if p.meaning.startswith("programme.")]
    known += unlabelled(document, {p.meaning for p in known})
    if not any(p.meaning in ("programme.name", "programme.speciality", "programme.code") for p in known):
        return {}
    cells = _name_and_code(document, known)
    if not cells:
        return {}
    carded = (p for p in pairs(document) if p.meaning == "course.code" and re.fullmatch(r"[6-9]\d{6}", p.text.strip()))
    if "code" not in cells and titled(document) == "programme" and (pair := next(carded, None)):
        cells["code"] = pair.value(pair.text.strip())
    if "name" not in cells and titled(document) == "programme" and (branch := branch_line(document)):
        cells["name"] = branch
    if "code" not in cells and (code := _code_in_text(document)):
        cells["code"] = code
    readers = {
        "level": card_values.level, "degree": card_values.degree, "mode": card_values.mode,
        "duration_years": card_values.years, "teaching_language": card_values.language,
        "faculty": card_values.faculty, "total_credits": card_values.total_credits,
    }  # fmt: skip
    for column, read in readers.items():
        sources = {"duration_years": ("duration", "diploma"), "total_credits": ("total_credits", "diploma")}
        for pair in (p for s in sources.get(column, (column,)) for p in known if p.meaning == f"programme.{s}"):
            if column not in cells and (value := read(pair.text)) is not None:
                cells[column] = pair.value(value)
    if "total_credits" not in cells and titled(document) == "programme" and (whole := _whole(document)):
        cells["total_credits"] = whole
    if (
        "level" not in cells
        and "degree" in cells
        and (level := lexicon("levels.tsv").match(cells["degree"].value.split()[0]))
    ):
        cells["level"] = Value(level, cells["degree"].span, 0.8, "degree")
    if "level" not in cells and "code" in cells and (level := card_values.level_of_code(cells["code"].value)):
        cells["level"] = Value(level, cells["code"].span, 0.8, "code")
    if "level" not in cells and (level_told := level_line(document)):
        cells["level"] = level_told
    if "faculty" not in cells and (faculty := faculty_line(document)):
        cells["faculty"] = faculty
    if titled(document) == "syllabus":
        for column in ("total_credits", "duration_years", "teaching_language"):
            cells.pop(column, None)
    sure = titled(document) is not None or "code" in cells
    return cells if sure and "name" in cells or len(cells) >= 4 else {}


def _whole(document: Document) -> Value | None:
    """Return the credits that the card of a programme calls no more than `Số tín chỉ`: too many for one course."""
    for pair in (p for p in pairs(document) if p.meaning == "course.credits"):
        value = card_values.total_credits(pair.text)
        if value is not None and value >= LEAST_WHOLE:
            return pair.value(value)
    return None


def _name_and_code(document: Document, known: list[Pair]) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    names: list[tuple[str, Pair]] = []
    for meaning in ("programme.code", "programme.name", "programme.speciality"):
        for pair in (p for p in known if p.meaning == meaning):
            code, name, english = split_name(pair.text, bare=meaning == "programme.code")
            if code and "code" not in cells:
                cells["code"] = pair.value(code)
            if name and meaning != "programme.code" and _is_name(name) and len(name) <= 150 and not classes(name):
                names.append((name, pair))
            if english and "name_en" not in cells and meaning != "programme.speciality":
                cells["name_en"] = pair.value(english)
    spoken = [
        p for p in known if p.meaning == "programme.name_en" and re.fullmatch(r"[A-Z][A-Za-z ,&()-]{3,100}", p.text)
    ]
    if spoken and "name_en" not in cells:
        cells["name_en"] = spoken[0].value()
    if names:
        votes = Counter(fold(name) for name, _ in names)
        # beside a Russian direction of training stands its profile: the code is the direction's
        beside = "code" in cells and re.fullmatch(r"\d\d(?:\.\d\d){2}", str(cells["code"].value))
        coded = [n for n in names if beside and str(cells["code"].value) in n[1].text]
        name, pair = max(coded or names, key=lambda n: (n[1].meaning == "programme.name", votes[fold(n[0])]))
        cells["name"] = pair.value(name)
    return cells


_SPOKEN_CODE = re.compile(
    r"(?:спеціальн\w+|направлени\w+(?:\s+подготовки)?|специальност\w+|мамандығы|ngành[^.;\n]{0,60}?mã số)"
    r"\s*[–:-]?\s*[«“\"]?(\d[BMDВМД]\d{5}|\d\d\.\d\d\.\d\d|\d{7}|\d{3})(?![\w.]*\d)\s+[«“\"]?(?=[А-ЯІЇЄA-ZĐ])",
    re.I,
)


def _code_in_text(document: Document) -> Value | None:
    """Return a code that the running text gives with the word for a speciality; the first, where all agree."""
    found = list(_SPOKEN_CODE.finditer(document.text.content[:20000]))
    if not found and document.genre.language == "vi":
        found = list(re.finditer(r"^.{4,40}:[ \t]*([6-9]\d{6})[ \t]*$", document.text.content[:20000], re.M))
    codes = {m[1] for m in found}
    return Value(found[0][1], Span(*found[0].span(1)), 0.85, "text") if len(codes) == 1 else None
