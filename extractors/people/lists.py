"""People named below or beside a label of makers, teachers or offices, before the body or on the card of a syllabus."""

import re
from dataclasses import dataclass
from pathlib import Path

from extractors.finding.marking.persons import find_persons
from extractors.heads.pieces import Piece, body_offset, pieces
from extractors.people.knowledge import labels
from extractors.people.lines_of_lists import TRIM, by_line, entries
from extractors.people.sources import WORK, opens_sources, writes
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.letters import lettered
from normalizers.values.dates import find_dates
from normalizers.values.names import name_of, parse_person
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "list_words.tsv"
_ROLE_WORDS = {language: Wordings(_WORDS, f"<<role_{language}>>", re.I) for language in ("uk", "ru", "kk")}
_CONTACT = Wordings(_WORDS, r"<<contact>>", re.I)
"""What names no office though it has the word for one: `Контактна інформація викладачів`."""
_MET = Wordings(_WORDS, r"^\W*<<minutes>>\b|<<approved>>\w*\s<<sat>>", re.I)
_BLANK_MINUTES = Wordings(_WORDS, r"<<minutes>>\w*[^\d\n]{0,14}_{2,}.*№\s*_", re.I)
"""Minutes of a blank form: `Протокол от __ ______ 2018 г. № __`."""
_OF_MINUTES = Wordings(
    _WORDS,
    r"^.*?(?i:<<minutes>>)[^А-Яа-яІіЇїЄєҐґ]*<<dated_from>>?[\d.\s№/«»\"-]*"
    r"(?:\p{Ll}{3,9}\s\d{4}\s?<<year_short>>?\s*)?(?=[А-ЯІЇЄҐ])",
)
_PART_OF_PLAN = re.compile(lettered(r"[ІIVXХ]{1,4}\.\s\p{Lu}\p{Ll}+\s\p{Ll}"))
"""A numbered part of a plan, whose Roman number and first word look like a name: `І. Цикл загальної підготовки`."""
_FULL_NAME = Wordings(_WORDS, r"<<full_name>>", re.I)
_MAKER = Wordings(_WORDS, r"<<maker>>")
_MARKED = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*\s?[.)/]?|[a-hđ]\s?[.)])\s*(?=[^\W\d_])")
"""The number or letter before a label: `1.1.`, `2/`, `a)`."""
_BETWEEN = re.compile(
    r"\s*;\s*(?:(?P<label>[^\W\d_][^:;.]{3,40}):)?|,\s*(?=(?:GS|PGS|TS|ThS|Ths|BS|BSCK|KS|CN|NCS|DS|GVC)[.\s])"
)
"""What parts the teachers of a line: a semicolon, with a label of its own behind it or not, a comma before a degree."""
_COMMISSION = Wordings(_WORDS, r"(.+?<<commission>>)\s+\w+(?:ған|ген|ды|ді)\W*$")
_CODE = re.compile(lettered(r"\d?[\p{Lu}0-9]{2,3}\d{4,6}"))


@dataclass
class _Context:
    """What was said of the people who come next."""

    act: str | None = None
    role: str | None = None
    span: Span | None = None
    lines: int = 0
    named: bool = False  # a name stands on the label's own line


def read_lists(document: Document, skip: list[Span]) -> list[Row]:
    """Return the people named below or beside a label of makers, teachers or offices, before the body."""
    language = document.genre.language
    if language not in _ROLE_WORDS:
        return read_carded(document)
    rows: list[Row] = []
    context = _Context()
    end = body_offset(document) or 3000
    lines = entries(by_line(pieces(document, 0, min(end, 6000))), language)
    tables = (
        document.text.tables if language in ("uk", "ru", "kk") and document.genre.kind in ("programme", "plan") else ()
    )
    below = max((table.span.end for table in tables), default=end)  # who stands below a plan signs it
    listing = False
    blank = False
    for line in lines:
        if _BLANK_MINUTES.search(line[0].text):
            blank = True
            continue
        if blank and len(line) == 1 and find_persons(line[0].text, language):
            blank = False  # who would sign minutes that have not been held
            continue
        blank = False
        listing = listing or any(opens_sources(piece.text) for piece in line)
        if line[0].text.startswith("©"):
            continue
        if any(s.start <= line[0].start < s.end for s in skip) or listing and writes(line[0].text):
            context = _Context()
            continue
        context = _labelled(line, language, context)
        signs = line[0].start > below and bool(tables) and context.act == "approved"
        context.act = None if signs else context.act
        found = _people_of(line, language, context, "signed" if line[0].start > below else "approved")
        context.named = context.named or bool(found) and context.lines == 0
        rows += found
        context.lines += 1
    if language == "kk":
        texts = [line[0] for line in lines]
        rows = [Row("people", row.cells | _kazakh_office(row, texts)) for row in rows]
    return rows


def _labelled(line: list[Piece], language: str, context: _Context) -> _Context:
    """Return the context that a line opens, or the one that goes on."""
    text = line[0].text
    label = re.split(r":", text, maxsplit=1)[0].rsplit(". ", 1)[-1].strip(TRIM)
    plain = label.casefold().replace("(и", "").replace("(і", "").replace("(ы", "").strip()
    said = (label.casefold(), plain, label.split(",")[0].strip().casefold(), label.split(" / ")[0].strip().casefold())
    key = next((k for k in said if k in labels(language)), None)
    if key is None and text.rstrip().endswith(":"):  # `Розроблено робочою групою у складі:`
        first = label.split()[0].casefold() if label else ""
        if labels(language).get(first) == "developed":
            return _Context("developed", None, line[0].span)
        if text[:1].isupper() and context.act == "developed" and not find_persons(text, language):
            return _Context()  # `Рецензії зовнішніх стейкхолдерів:`
    if key is not None:
        return _Context(
            labels(language)[key],
            re.sub(r"^[Чч]лени", "член", label.split(",")[0].strip()),
            line[0].span,
        )
    if context.act == "developed" and _MET.search(text):
        return _Context("approved")
    leads = _ROLE_WORDS[language].search(text)
    leads = leads if leads and len(text[: leads.start()].split()) <= 2 else None
    if leads and context.named and (context.lines > 1 or line[0].gap) and find_persons(text, language):
        return _Context()  # an office of its own signs apart from `Құрастырушы: …`
    bare_role = leads and not _CONTACT.match(text) and not find_persons(text, language) and len(text) < 70
    if bare_role and not re.search(r"[.;]\s|\d{2}", text):
        return _Context("endorsed" if language == "kk" else "approved", text.strip(TRIM), line[0].span)
    if context.act and context.lines > 12 or (len(text) > 160 and not find_persons(text, language)):
        return _Context()
    return context


def _people_of(line: list[Piece], language: str, context: _Context, act: str) -> list[Row]:
    rows = []
    for piece in line:
        persons = find_persons(piece.text, language) if not WORK.search(piece.text) else []
        for index, (start, end, name) in enumerate(persons):
            if _PART_OF_PLAN.match(piece.text, start):
                continue
            before = piece.text[persons[index - 1][1] if index else 0 : start].split(":")[-1].strip(TRIM)
            after = piece.text[end : persons[index + 1][0] if index + 1 < len(persons) else len(piece.text)].strip(TRIM)
            after += ")" * (after.count("(") > after.count(")"))
            said = next((t for t in (after, before) if _ROLE_WORDS[language].search(t) and len(t) < 200), None)
            if said is None and (context.act is None or context.lines > 10):
                continue
            role = _role(said, context)
            cells = {
                "name": Value(name_of(name), Span(piece.start + start, piece.start + end), 0.9, "people.list"),
                "act": Value(context.act or act, context.span, 0.75, "people.list"),
            }
            if role:
                place = piece.span if said else context.span
                cells["role"] = Value(re.sub(r"\s+", " ", role), place or piece.span, 0.75, "people.list")
            rows.append(Row("people", cells))
    return rows


def _role(said: str | None, context: _Context) -> str | None:
    if said:
        return _OF_MINUTES.sub("", said)
    label = context.role.casefold().split("(")[0].strip() if context.role else ""
    return None if _MAKER.fullmatch(label) else context.role


def _one_by_one(label: str, text: str, language: str) -> list[tuple[str, str]]:
    """Return the teachers of a line one by one, each with its label: `TS. A; cán bộ tham gia: ThS. B`."""
    cuts = list(_BETWEEN.finditer(text))
    if any(m["label"] and labels(language).get(m["label"].strip(TRIM).casefold()) is None for m in cuts):
        return [(label, text)]
    named = [label]
    for cut in cuts:
        named.append((cut["label"] or named[-1]).strip())
    starts, ends = [0, *(m.end() for m in cuts)], [*(m.start() for m in cuts), len(text)]
    return [(of, text[a:b]) for of, a, b in zip(named, starts, ends, strict=True)]


def read_carded(document: Document) -> list[Row]:
    """Return the teachers that the card of a Vietnamese or English syllabus names beside a label."""
    language = document.genre.language
    rows = []
    lines = by_line(pieces(document, 0, 6000))
    for line in entries(lines, language) if language == "en" else lines:
        line = line[1:] if len(line) > 2 and line[0].text.strip(" .").isdigit() else line
        label, _, rest = line[0].text.partition(":")
        label = re.split(r"\s+/\s+", label)[0]
        act = labels(language).get(_MARKED.sub("", label).strip(TRIM).casefold())
        if act is None:
            continue
        beside = [(of, part, line[0]) for of, part in _one_by_one(label, rest, language)]
        below = [(of, part, p) for p in line[1:] for of, part in _one_by_one(label, p.text, language)]
        for of, text, piece in (*beside, *below):
            person = parse_person(re.split(r"[,;(]", text)[0].strip(TRIM)) if text.strip() else None
            if person is not None and (language == "en" or find_persons(person.name, language)):
                cells = {
                    "name": Value(person.name, piece.span, 0.85, "people.card"),
                    "act": Value(act, line[0].span, 0.85, "people.card"),
                }
                role = _MARKED.sub("", of).strip(TRIM)
                if not _FULL_NAME.search(of) and not _MAKER.fullmatch(role.casefold()):
                    cells["role"] = Value(role, line[0].span, 0.7, "people.card")
                rows.append(Row("people", cells))
    return rows


def _kazakh_office(row: Row, texts: list[Piece]) -> dict[str, Value]:
    """Return an office with the commission above a bare `Төрағасы` and the day below it, or with the code below."""
    span, role = row.cells["name"].span, row.cells.get("role")
    at = next((n for n, piece in enumerate(texts) if span and piece.start <= span.start < piece.end), None)
    if at is None or role is None:
        return {}
    above = (found for piece in texts[max(0, at - 3) : at] if (found := _COMMISSION.match(piece.text)))
    commission = next(above, None)
    if commission and role.value in ("Төрағасы", "төрағасы"):
        office = f"{commission[1]}{'нің' if commission[1].endswith('і') else 'ның'} төрағасы"
        dated = [d for piece in texts[at + 1 : at + 3] for d in find_dates(piece.text, "kk") if len(d[2]) == 10]
        day = read_as(dated[0][2], texts[at + 1].span, confidence=0.75, extractor="people.list") if dated else None
        return {"role": Value(office, role.span, 0.7, "people.list")} | ({"acted_on": day} if day else {})
    if at + 1 < len(texts) and _CODE.fullmatch(texts[at + 1].text):
        return {"role": Value(f"{role.value} {texts[at + 1].text}", role.span, 0.7, "people.list")}
    return {}
