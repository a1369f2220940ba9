"""People in approval tables, stamps and lists of makers and teachers."""

import re
from dataclasses import dataclass

from extractors.finding.persons import find_persons
from extractors.heads.pieces import Piece, body_offset, pieces
from extractors.people.knowledge import labels
from extractors.people.sources import WORK, opens_sources, writes
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.values.dates import find_dates
from normalizers.values.names import parse_person

_MARKED = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*\s?[.)/]?|[a-hđ]\s?[.)])\s*(?=[^\W\d_])")
"""The number or letter before a label: `1.1.`, `2/`, `a)`."""
_TRIM = " _,;:–—-./\\|()\t"
_ROLE_WORDS = {
    "uk": re.compile(
        r"(?:ректор|проректор|директор|декан|завідувач|голова|начальник|професор|доцент|викладач|асистент"
        r"|аспірант|кандидат|доктор|гарант|інженер|стейкхолдер)",
        re.I,
    ),
    "ru": re.compile(
        r"(?:ректор|проректор|директор|декан|заведующ|зав\.|председател|начальник|профессор|доцент"
        r"|преподаватель|ассистент|кандидат|доктор|руководител|методист|специалист)",
        re.I,
    ),
    "kk": re.compile(
        r"(?:ректор|проректор|директор|декан|меңгеруш|төраға|бастығ|басшы|профессор|доцент|оқытушы|әзірле|ассистент)",
        re.I,
    ),
}


_CONTACT = re.compile(r"контакт|консультац|сторінка|страница|e-?mail|інформація про", re.I)
"""What names no office though it has the word for one: `Контактна інформація викладачів`."""
_MET = re.compile(
    r"^\W*протокол\b|(?:схвален|розглянут|одобрен|рассмотрен|утвержден|обсужден)\w*\s(?:на\s)?зас[іе]да", re.I
)


@dataclass
class _Context:
    """What was said of the people who come next."""

    act: str | None = None
    role: str | None = None
    span: Span | None = None
    lines: int = 0


def read_stamps(document: Document) -> list[Row]:
    """Return the people of approval stamps."""
    rows = []
    for stamp in document.found("stamp"):
        name = stamp.parts.get("name")
        if not name or stamp.parts["act"] == "agreed" and not stamp.parts.get("role"):
            continue
        act = {"approved": "approved", "enacted": "enacted", "agreed": "agreed"}[str(stamp.parts["act"])]
        person = parse_person(str(name))
        cells = {
            "name": Value(person.name if person else name, stamp.parts["name_span"], 0.9, "people.stamp"),
            "act": Value(act, stamp.span, 0.85, "people.stamp"),
        }
        if stamp.parts.get("role"):
            role = re.sub(r"\s+", " ", str(stamp.parts["role"])).strip(_TRIM)
            cells["role"] = Value(role, stamp.parts["role_span"], 0.85, "people.stamp")
        dated = stamp.parts.get("issued_on") or _enacted_on(document, stamp.span)
        if dated:
            cells["acted_on"] = read_as(
                dated, stamp.parts.get("issued_span", stamp.span), confidence=0.85, extractor="people.stamp"
            )
        rows.append(Row("people", cells))
    return rows


def _enacted_on(document: Document, span: Span) -> str | None:
    return next(
        (c.parts.get("issued_on") for c in document.found("citation", span) if c.parts.get("relation") == "enacts"),
        None,
    )


def read_tables(document: Document) -> list[Row]:
    """Return the people of approval tables: a head `Разработал | Должность | Дата | Подпись`, then a row each."""
    rows: list[Row] = []
    wanted = labels(document.genre.language)
    act: str | None = None
    for line in document.text.lines:
        if line.table is None:
            act = None
            continue
        cells = _cells(document, line.start, line.end)
        first = cells[0][0].strip(" :.").casefold() if cells else ""
        if first in wanted and any(re.match(r"(?:Должность|Посада|Лауазымы|Chức)", c[0]) for c in cells[1:]):
            act = wanted[first]
        elif act and cells:
            person = _first_person(cells[0][0], document.genre.language)
            if person:
                rows.append(_table_row(document, cells, person, act))
            elif rows and not cells[0][0].strip():
                rows[-1] = _continued(document, rows[-1], cells)
    return rows


def _cells(document: Document, start: int, end: int) -> list[tuple[str, int]]:
    found, at = [], start
    for text in document.text.content[start:end].split("\t"):
        found.append((text, at))
        at += len(text) + 1
    return found


def _first_person(text: str, language: str) -> str | None:
    found = find_persons(text + ("." if re.search(r"\.[А-ЯІЇЄҐ]$", text) else ""), language)
    if not found:
        return None
    person = parse_person(found[0][2])
    return person.name if person else found[0][2]


def _table_row(document: Document, cells: list[tuple[str, int]], name: str, act: str) -> Row:
    values = {
        "name": Value(name, Span(cells[0][1], cells[0][1] + len(cells[0][0])), 0.95, "people.table"),
        "act": Value(act, None, 0.95, "people.table"),
    }
    return _continued(document, Row("people", values), cells)


def _continued(document: Document, row: Row, cells: list[tuple[str, int]]) -> Row:
    """Add the office and the date that a row of the table, or its continuation, prints."""
    values = dict(row.cells)
    if len(cells) > 1 and (text := cells[1][0].strip()):
        span = Span(cells[1][1], cells[1][1] + len(cells[1][0]))
        before = values.get("role")
        if find_dates(text, document.genre.language) == []:
            role = f"{before.value} {text}" if before else text
            values["role"] = Value(
                re.sub(r"\s+", " ", role), before.span if before and before.span else span, 0.9, "people.table"
            )
    for text, at in cells[1:]:
        dates = find_dates(text, document.genre.language)
        if dates and "acted_on" not in values:
            values["acted_on"] = read_as(
                dates[0][2], Span(at + dates[0][0], at + dates[0][1]), confidence=0.95, extractor="people.table"
            )
    return Row("people", values)


def read_lists(document: Document, skip: list[Span]) -> list[Row]:
    """Return the people named below or beside a label of makers, teachers or offices, before the body."""
    language = document.genre.language
    if language not in _ROLE_WORDS:
        return _labelled_cells(document)
    rows: list[Row] = []
    context = _Context()
    end = body_offset(document) or 3000
    lines = _entries(_by_line(pieces(document, 0, min(end, 6000))), language)
    tables = (
        document.text.tables if language in ("uk", "ru", "kk") and document.genre.kind in ("programme", "plan") else ()
    )
    below = max((table.span.end for table in tables), default=end)  # who stands below a plan signs it
    listing = False
    for line in lines:
        listing = listing or any(opens_sources(piece.text) for piece in line)
        if any(s.start <= line[0].start < s.end for s in skip) or listing and writes(line[0].text):
            context = _Context()
            continue
        context = _labelled(line, language, context)
        signs = line[0].start > below and bool(tables) and context.act == "approved"
        context.act = None if signs else context.act
        rows += _people_of(line, language, context, "signed" if line[0].start > below else "approved")
        context.lines += 1
    return _completed(rows, lines) if language == "kk" else rows


def _entries(lines: list[list[Piece]], language: str) -> list[list[Piece]]:
    """Join the printed lines of one entry: a line that goes on in small letters belongs to the one before."""
    entries: list[list[Piece]] = []
    for line in lines:
        if entries and _in_cell_of(entries[-1][-1], line[0]) and not find_persons(line[0].text, language):
            above = entries[-1][-1]
            entries[-1][-1] = Piece(f"{above.text} {line[0].text}", above.start, line[0].end, line[0].line)
            continue
        last = entries[-1][0] if entries and len(entries[-1]) == 1 else None
        quoted = last is not None and last.text.count("«") > last.text.count("»")
        small = last is not None and line[0].text[:1].islower() and last.text[-1:] not in ";:."
        goes_on = last and len(line) == 1 and (small or quoted) and len(last.text) > 30
        if last and goes_on and not re.match(r"(?:член|гарант)", line[0].text):
            entries[-1] = [Piece(f"{last.text} {line[0].text}", last.start, line[0].end, last.line, last.gap)]
        else:
            entries.append(line)
    return entries


def _in_cell_of(above: Piece, below: Piece) -> bool:
    """Say whether a piece is a later printed line of the cell that holds another."""
    return int(above.line) == int(below.line) and below.line > above.line and below.line != int(below.line)


def _completed(rows: list[Row], lines: list[list[Piece]]) -> list[Row]:
    """Complete Kazakh offices: the commission above a bare `Төрағасы`, the date and code below."""
    texts = [line[0] for line in lines]
    done = []
    for row in rows:
        cells = dict(row.cells)
        at = next(
            (i for i, p in enumerate(texts) if cells["name"].span and p.start <= cells["name"].span.start < p.end), None
        )
        role = cells.get("role")
        if at is not None and role is not None:
            commission = next(
                (
                    m
                    for p in texts[max(0, at - 3) : at]
                    if (m := re.match(r"(.+?(?:комиссиясы|кеңесі|кафедрасы))\s+\w+(?:ған|ген|ды|ді)\W*$", p.text))
                ),
                None,
            )
            if commission and role.value in ("Төрағасы", "төрағасы"):
                cells["role"] = Value(
                    f"{commission[1]}{'нің' if commission[1].endswith('і') else 'ның'} төрағасы",
                    role.span,
                    0.7,
                    "people.list",
                )
                dated = [d for p in texts[at + 1 : at + 3] for d in find_dates(p.text, "kk") if len(d[2]) == 10]
                if dated:
                    cells["acted_on"] = read_as(
                        dated[0][2], texts[at + 1].span, confidence=0.75, extractor="people.list"
                    )
            elif at + 1 < len(texts) and re.fullmatch(r"\d?[A-ZА-Я0-9]{2,3}\d{4,6}", texts[at + 1].text):
                cells["role"] = Value(f"{role.value} {texts[at + 1].text}", role.span, 0.7, "people.list")
        done.append(Row("people", cells))
    return done


def _by_line(found: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for piece in found:
        if lines and lines[-1][0].line == piece.line:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _labelled(line: list[Piece], language: str, context: _Context) -> _Context:
    """Return the context that a line opens, or the one that goes on."""
    text = line[0].text
    label = re.split(r":", text, maxsplit=1)[0].rsplit(". ", 1)[-1].strip(_TRIM)
    plain = label.casefold().replace("(и", "").replace("(і", "").strip()
    key = next(
        (k for k in (label.casefold(), plain, label.split(",")[0].strip().casefold()) if k in labels(language)), None
    )
    if key is not None:
        return _Context(
            labels(language)[key],
            re.sub(r"^Члени", "член", re.sub(r"^члени", "член", label.split(",")[0].strip())),
            line[0].span,
        )
    if context.act == "developed" and _MET.search(text):
        return _Context("approved")
    leads = _ROLE_WORDS[language].search(text)
    leads = leads if leads and len(text[: leads.start()].split()) <= 2 else None
    bare_role = leads and not _CONTACT.match(text) and not find_persons(text, language) and len(text) < 70
    if bare_role and not re.search(r"[.;]\s|\d{2}", text):
        return _Context("endorsed" if language == "kk" else "approved", text.strip(_TRIM), line[0].span)
    if context.act and context.lines > 12 or (len(text) > 160 and not find_persons(text, language)):
        return _Context()
    return context


def _people_of(line: list[Piece], language: str, context: _Context, act: str) -> list[Row]:
    rows = []
    for piece in line:
        persons = find_persons(piece.text, language) if not WORK.search(piece.text) else []
        for index, (start, end, name) in enumerate(persons):
            before = piece.text[persons[index - 1][1] if index else 0 : start].split(":")[-1].strip(_TRIM)
            after = piece.text[end : persons[index + 1][0] if index + 1 < len(persons) else len(piece.text)].strip(
                _TRIM
            )
            said = next((t for t in (after, before) if _ROLE_WORDS[language].search(t) and len(t) < 200), None)
            if said is None and (context.act is None or context.lines > 10):
                continue
            parsed = parse_person(name)
            role = _role(said, context)
            cells = {
                "name": Value(
                    parsed.name if parsed else name, Span(piece.start + start, piece.start + end), 0.9, "people.list"
                ),
                "act": Value(context.act or act, context.span, 0.75, "people.list"),
            }
            if role:
                cells["role"] = Value(re.sub(r"\s+", " ", role), piece.span, 0.75, "people.list")
            rows.append(Row("people", cells))
    return rows


def _role(said: str | None, context: _Context) -> str | None:
    if said:
        return re.sub(r"^.*?(?:[Пп]ротокол|хаттама)[^А-Яа-яІіЇїЄєҐґ]*(?:від|от)?[\d.\s№/-]*(?=[А-ЯІЇЄҐ])", "", said)
    generic = context.role and context.role.casefold().split("(")[0].strip() in (
        "піб",
        "розробники",
        "розробник",
        "әзірлеген",
        "разработчики",
        "разработчик",
        "составители",
        "преподаватель",
        "викладач",
        "укладачі",
        "программу составил",
        "құрастырған",
        "құрастырушы",
        "дайындаған",
        "автор",
        "автори",
        "авторы",
    )
    return None if generic else context.role


def _labelled_cells(document: Document) -> list[Row]:
    """Return the teachers that the card of a Vietnamese or English syllabus names beside a label."""
    language = document.genre.language
    rows = []
    for line in _by_line(pieces(document, 0, 6000)):
        label, _, rest = line[0].text.partition(":")
        label = re.split(r"\s+/\s+", label)[0]
        act = labels(language).get(_MARKED.sub("", label).strip(_TRIM).casefold())
        if act is None:
            continue
        for text, piece in ((rest, line[0]), *((p.text, p) for p in line[1:])):
            person = parse_person(re.split(r"[,;(]", text)[0].strip(_TRIM)) if text.strip() else None
            if person is not None and (language == "en" or find_persons(person.name, language)):
                cells = {
                    "name": Value(person.name, piece.span, 0.85, "people.card"),
                    "act": Value(act, line[0].span, 0.85, "people.card"),
                }
                if not re.search(r"họ(?:,| và)? tên", label, re.I):
                    role = _MARKED.sub("", label).strip(_TRIM)
                    cells["role"] = Value(role, line[0].span, 0.7, "people.card")
                rows.append(Row("people", cells))
    return rows
