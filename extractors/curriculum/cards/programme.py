"""The programme that a document is about, as its card and title page tell: name, code, level, credits."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from extractors.curriculum.cards import values as card_values
from extractors.curriculum.cards.degree_lines import degree_line, degree_named
from extractors.curriculum.cards.labelled import Pair, first_of, is_name, pairs
from extractors.curriculum.cards.naming import classes, split_name, without_english
from extractors.curriculum.cards.title_page import branch_line, faculty_line, level_line, titled, unlabelled
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_BRANCHES = Wordings(KNOWLEDGE / "programme_title_words.tsv", r"<<branches>>", re.I)
"""What a label of several programmes says: `Dùng cho các ngành`."""
_WORDS = KNOWLEDGE / "card_words.tsv"
_OF_PART = Wordings(_WORDS, r"<<of_part>>", re.I)
"""What the credits of a part are told by, and not those of the whole: `Загальний обсяг вибіркових компонент`."""
LONG_NAME = 90
"""Characters from which the name of a programme holds more than the name."""
LEAST_WHOLE = 45
ANNEX_TOP = 800
"""Characters of an annex in which it may tell of the whole programme."""
_SPOKEN_CODE = Wordings(
    _WORDS,
    r"<<before_code>>\s*[–:-]?\s*[«“\"]?(\d[BMDВМД]\d{5,6}|\d\d\.\d\d\.\d\d|\d{7}|\d{3})(?![\w.]*\d)\s+[«“\"]?(?=\p{Lu})",
    re.I,
)
_CATALOGUED = re.compile(r"[6-9](?:\s?\d\d){3}|(?:5[12]|6[02])\d{6}")
"""A code of the catalogue, which some print by its levels: `9 34 04 12`; those of the former one have eight figures."""
_READERS: dict[str, Callable[[str], Any]] = {
    "level": card_values.level, "degree": card_values.degree, "mode": card_values.mode,
    "duration_years": card_values.years, "teaching_language": card_values.language,
    "faculty": card_values.faculty, "total_credits": card_values.total_credits,
}  # fmt: skip
"""What reads the value of a label, by column."""
_SOURCES = {"duration_years": ("duration", "diploma"), "total_credits": ("total_credits", "diploma")}
"""Labels that tell a column, where they are not called as it is."""
_IN_ARTICLES = {
    column: Wordings(KNOWLEDGE / "degree_words.tsv", pattern, re.I)
    for column, pattern in (
        ("mode", r"(?<!\w)<<form_of>>:?\s(?P<told><<form>>)(?!\w)"),
        (
            "duration_years",
            r"(?<!\w)<<lasting_vi>>(?:\s[^\s.,;:\d]+){0,6}:?\s(?P<told>\d{1,2}(?:[.,]\d)?\s(?:năm|tháng)(?!\w))",
        ),
        ("degree", r"(?<!\w)<<awards>>\s(?P<told><<degree_vi>>(?:\s[^\s.,;:()\d]+){0,9})"),
        (
            "total_credits",
            r"(?<!\w)<<whole_load>>(?:\s[^\s.,;:\d]+){0,8}:?\s"
            r"(?:<<at_least>>\s)?(?P<told>\d{2,3}\s(?:tín chỉ|TC)(?!\w))",
        ),
    )
}
"""What the articles of a decision say of the programme that it enacts: `Khối lượng toàn khóa là 61 tín chỉ`."""
_NAMED_CODE = Wordings(_WORDS, r"(?<!\w)<<code_vi>>\s*:?\s*([6-9]\d{6})(?!\d)", re.I)


def programme_of(document: Document) -> dict[str, Value]:
    """Return the cells of the programme that a document is about; nothing where it is about none."""
    known = [p for p in pairs(document) if p.meaning.startswith("programme.")]
    known += unlabelled(document, {p.meaning for p in known if not _says_level(p)})
    labelled = any(p.meaning in ("programme.name", "programme.speciality", "programme.code") for p in known)
    cells = _name_and_code(document, known) if labelled else _branch(document)
    by_degree = degree_line(document) if "name" not in cells else {}
    cells = {**by_degree, **cells}
    if not cells:
        return {}
    if "name" not in cells:
        cells |= {column: value for column, value in _branch(document).items() if column not in cells}
    for column, tell in _tellers(document, known, cells):
        if column not in cells and (value := tell()):
            cells[column] = value
    if titled(document) == "syllabus":
        for column in ("total_credits", "duration_years", "teaching_language"):
            cells.pop(column, None)
    sure = titled(document) is not None or "code" in cells or bool(by_degree)
    return cells if sure and "name" in cells or len(cells) >= 4 else {}


def _tellers(
    document: Document, known: list[Pair], cells: dict[str, Value]
) -> Iterator[tuple[str, Callable[[], Value | None]]]:
    """Yield columns with what tells them, the surest first; one that has a value by then is not asked for."""
    yield "code", lambda: _catalogued(document)
    yield "code", lambda: _code_in_text(document)
    yield from ((column, partial(_labelled, known, column)) for column in _READERS)
    yield "mode", lambda: first_of(tuple(known), "programme.level", _is_form)  # `Hệ đào tạo: Chính quy`
    yield "mode", lambda: next(filter(None, map(_form_behind_level, known)), None)
    yield "total_credits", lambda: _whole(document)
    named = degree_named(str(cells["name"].value)) if document.genre.language == "en" and "name" in cells else None
    for column, said in zip(("degree", "level"), named or (), strict=False):
        yield column, partial(Value, said, cells["name"].span, 0.8, "name")
    yield "level", lambda: _level(cells, "degree", lambda degree: lexicon("levels.tsv").match(degree.split()[0]))
    yield "level", lambda: _level(cells, "code", card_values.level_of_code)
    yield "level", lambda: level_line(document)
    yield "faculty", lambda: faculty_line(document)


def _catalogued(document: Document) -> Value | None:
    """Return the code of a programme that its card calls no more than `Code`."""
    carded = (p for p in pairs(document) if p.meaning == "course.code" and _CATALOGUED.fullmatch(p.text.strip()))
    pair = next(carded, None) if titled(document) == "programme" else None
    return pair.value(pair.text.replace(" ", "")) if pair else None


def _labelled(known: list[Pair], column: str) -> Value | None:
    """Return the first value that a label of a column gives."""
    meanings = [f"programme.{source}" for source in _SOURCES.get(column, (column,))]
    for pair in (p for meaning in meanings for p in known if p.meaning == meaning):
        of_part = column == "total_credits" and _OF_PART.search(pair.label)
        if not of_part and (value := _READERS[column](pair.text)) is not None:
            return pair.value(value)
    return None


def told_in_articles(document: Document) -> dict[str, Value]:
    """Return what the articles of a Vietnamese decision and the top of its annex tell of its one programme, where they
    tell one thing alone."""
    if (document.genre.kind, document.genre.language) != ("decision", "vi"):
        return {}
    start = document.zones.body.start
    until = min((a.start for a in document.zones.annexes), default=len(document.text.content))
    text = re.sub(r"[\n\f]", " ", document.text.content[start : until + ANNEX_TOP])
    cells: dict[str, Value] = {}
    for column, words in _IN_ARTICLES.items():
        found = {_READERS[column](match["told"]): match.span("told") for match in words.finditer(text)}
        if len(found) == 1 and None not in found:
            ((value, (first, last)),) = found.items()
            cells[column] = Value(value, Span(start + first, start + last), 0.8, "article")
    return cells


def _level(cells: dict[str, Value], column: str, read: Callable[[str], str | None]) -> Value | None:
    """Return the level that another value of the programme tells."""
    level = read(cells[column].value) if column in cells else None
    return Value(level, cells[column].span, 0.8, column) if level else None


def _says_level(pair: Pair) -> bool:
    """Say whether a speciality is none: `по специальности среднего профессионального образования`, its code below."""
    return pair.meaning == "programme.speciality" and pair.text[:1].islower() and not any(map(str.isdigit, pair.text))


def _branch(document: Document) -> dict[str, Value]:
    """Return name and English name of a programme that its title alone names."""
    branch = branch_line(document) if titled(document) == "programme" else None
    if branch is None:
        return {}
    name, english = without_english(str(branch.value))
    return {"name": replace(branch, value=name)} | ({"name_en": replace(branch, value=english)} if english else {})


def _is_form(text: str) -> bool:
    """Say whether the value of a label of levels is a form of study."""
    return lexicon("modes.tsv").exact(text.strip(" .")) is not None


def _form_behind_level(pair: Pair) -> Value | None:
    """Return the form of study behind the level that a label gives: `Trình độ đào tạo: Đại học chính quy`."""
    words = pair.text.strip(" .").split() if pair.meaning == "programme.level" else []
    for n in range(1, len(words)):
        if lexicon("levels.tsv").exact(" ".join(words[:n])) and lexicon("modes.tsv").exact(" ".join(words[n:])):
            return pair.value(" ".join(words[n:]))
    return None


def _whole(document: Document) -> Value | None:
    """Return the credits that the card of a programme calls no more than `Số tín chỉ`: too many for one course."""
    for pair in (p for p in pairs(document) if titled(document) == "programme" and p.meaning == "course.credits"):
        value = card_values.total_credits(pair.text)
        if value is not None and value >= LEAST_WHOLE:
            return pair.value(value)
    return None


def _says_how(name: str) -> bool:
    """Say whether words tell classes or a level with its form of study, and name no programme: `CAO ĐẲNG CHÍNH QUY`."""
    words = name.split()
    ends = (n for n in range(1, len(words)) if lexicon("modes.tsv").exact(" ".join(words[n:])))
    return classes(name) or any(lexicon("levels.tsv").exact(" ".join(words[:n])) for n in ends)


def _name_and_code(document: Document, known: list[Pair]) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    names: list[tuple[str, Pair]] = []
    for meaning in ("programme.code", "programme.name", "programme.speciality"):
        for pair in (p for p in known if p.meaning == meaning):
            text = _first_line(pair) if document.genre.language == "en" else pair.text
            code, name, english = split_name(text, bare=meaning == "programme.code")
            if code and "code" not in cells:
                cells["code"] = pair.value(code)
            if _BRANCHES.search(pair.label):
                continue  # of several programmes none is the document's own
            if name and meaning != "programme.code" and is_name(name) and len(name) <= 150 and not _says_how(name):
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
        rank = {n[0]: (n[1].meaning == "programme.name", votes[fold(n[0])], not n[0].isupper()) for n in names}
        name, pair = max(coded or names, key=lambda n: rank[n[0]])
        cells["name"] = pair.value(name)
    return cells


def _first_line(pair: Pair) -> str:
    """Return the first line of a value below which a sentence says more of it."""
    lines = [line for line, _ in pair.lines]
    said = (
        len(lines) > 1 and len(pair.text) > LONG_NAME and lines[1][:1].isupper() and not lines[0].endswith((",", "-"))
    )
    return lines[0] if said else pair.text


def _code_in_text(document: Document) -> Value | None:
    """Return a code that the running text gives with the word for a speciality; the first, where all agree."""
    found = list(_SPOKEN_CODE.finditer(document.text.content[:20000]))
    if not found and document.genre.language == "vi":
        found = list(re.finditer(r"^.{4,90}:[ \t]*([6-9]\d{6})[ \t]*$", document.text.content[:20000], re.M))
        found = found or list(_NAMED_CODE.finditer(document.text.content[:20000]))
    codes = {m[1] for m in found}
    return Value(found[0][1], Span(*found[0].span(1)), 0.85, "text") if len(codes) == 1 else None
