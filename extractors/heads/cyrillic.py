"""Heads of Ukrainian, Russian, Kazakh and English documents: bodies, kind, title, place and year, versions of quality systems."""

import re

from extractors.finding.numbers import find_numbers
from extractors.heads.head import Head, body_words, kind_lines
from extractors.heads.pieces import Piece, alike, joined, pieces
from extractors.resolving.naming import first_case
from extractors.values import read_as
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.values.dates import find_dates

_YEARED = re.compile(r"(?:м\.\s?|г\.\s?|қ\.\s?)?([А-ЯІЇЄҐӘҒҚҢӨҰҮҺA-Z][а-яіїєґәғқңөұүһa-z’'-]{2,20})\s?[-–—,.]?\s?(20\d\d|19\d\d)\s?(?:р\.?|г\.?|ж\.?|року|года)?")
_TITLED = re.compile(
    r"(?:ПОЛОЖЕННЯ|ПОЛОЖЕНИЕ|Положення|Положение|ПОРЯДОК|Порядок|ПРАВИЛА|Правила|ІНСТРУКЦІЯ|Інструкція|ИНСТРУКЦИЯ|Инструкция|РЕГЛАМЕНТ|Регламент|СТАТУТ|УСТАВ|Regulations?|REGULATIONS?|Policy|Rules)\b"
)
_STAMPED = re.compile(
    r"(?:ЗАТВЕРДЖ|Затвердж|УТВЕРЖД|Утвержд|ВВЕДЕНО|Введено|ВВЕДЕНА|Введена|УХВАЛЕН|Ухвален|СХВАЛЕН|Схвален|ПОГОДЖЕН|Погоджен|СОГЛАСОВАН|Согласован|БЕКІТ|Бекіт|ПРИНЯТ|Принят"
    r"|РОЗГЛЯНУТО|Розглянуто|РАССМОТРЕН|Approved|APPROVED|Разработал|Розробник|\(наказ|\(приказ|[Пп]ротокол|Ректор|Директор|Декан|Проректор)"
)
_STOP = re.compile(
    r"(?:РІВЕНЬ|Рівень|СТУПІНЬ|Ступінь|СПЕЦІАЛЬНІСТЬ|Спеціальність|ГАЛУЗЬ|Галузь|ОСВІТНЯ КВАЛ|Освітня|Освітній|освітн|підготовки|рівня|першого|другого|Шифр|Форма|ФОРМА|Кваліфікація"
    r"|Направлени|Направленност|Специальност|Квалификация|Читающее|Уровень|Профиль|Білім|Пән|Кредит|Мамандық|ЗМІСТ|СОДЕРЖАНИЕ|Содержание|ПЕРЕДМОВА|МАЗМҰНЫ|Course|Credits|Semester"
    r"|Level|Lecturer|\d+\.?\s|Відомості|Факультет|Кафедра|кафедра|для\s|\(Syllabus\)|по направлению|по программ|План одобрен|План утвержд|одобрен|Протокол|Pursuant|Based on|In accordance|THE RECTOR|THE PRESIDENT|THE DIRECTOR|At the proposal|за спеціальністю|зі спеціальності|Версия|Система менеджмента|Жұмыс оқу|Розділ|[IVІХ]+\.\s)"
)
_TITLE_LINES = 6


def read_head(document: Document) -> Head:
    """Return what the head of a document in one of these languages says."""
    head, language = Head(), document.genre.language
    body = document.zones.preamble.start or document.zones.body.start
    found = pieces(document, 0, body if 60 < body < 4000 else 3000)
    found = [p for p in found if not re.match(r"(?:Документ подписан|Система менеджмента)|.*(?:[Ии]нформация о в|ФИО:|Уникальный программный|дата подписания|^Должность:)|\(?\w{0,12}\)?\s?[0-9a-f]{32,}", p.text)]
    at, own = _kind_index(found, language)
    _bodies(head, found[: at if at is not None else 14], document)
    _title(head, found, at, own, document)
    _place_and_year(head, found)
    _quality_code(head, document)
    _effect(head, document)
    _issued(head, document, found)
    _numbered_order(head, found, document)
    return head


def _kind_index(found: list[Piece], language: str) -> tuple[int | None, str]:
    """Return the index of the line that names the kind, and what follows the kind on that line."""
    for index, piece in enumerate(found[:45]):
        text = re.sub(r"\s?-\s?", "-", piece.text)
        for line, _ in kind_lines(language):
            if alike(text, line, 92):
                return index, ""
            follows = re.match(rf"{re.escape(line)}\s+(?=[\"«“(])(.+)", text, re.IGNORECASE)
            if follows and (piece.capitals or text[: len(line)].isupper() or len(line) > 15):
                return index, follows[1]
    return None, ""


def _rank(text: str, language: str) -> str | None:
    words = body_words(language)
    found = [rank for word, rank in words.items() if re.search(rf"(?<!\w){word}(?!\w)", text.upper())]
    for rank in ("ministry", "university", "part"):
        if rank in found:
            return rank
    return None


def _bodies(head: Head, top: list[Piece], document: Document) -> None:
    """Read the ministry above and the institution that issues."""
    language = document.genre.language
    parent: list[Piece] = []
    issuer: list[Piece] = []
    for piece in _parted(top, language):
        if _STAMPED.match(piece.text) or _TITLED.match(piece.text):
            break
        rank = _rank(piece.text, language)
        opened = bool(issuer) and _open_quote(issuer)
        if rank == "ministry" and not parent:
            parent.append(piece)
        elif rank == "university" and (not issuer or opened or issuer[-1].line + 1 >= piece.line and not _complete(issuer)):
            issuer.append(piece)
        elif opened or (issuer and piece.text.startswith(("«", "імені", "им.", "ім.", "атындағы")) and not _complete(issuer)):
            issuer.append(piece)
        elif rank is None and parent and not issuer and piece.text.upper() in ("УКРАЇНИ", "РОССИЙСКОЙ ФЕДЕРАЦИИ", "РЕСПУБЛИКИ КАЗАХСТАН", "РЕСПУБЛИКИ"):
            parent.append(piece)
    for column, parts in (("parent_body", parent), ("issuer", issuer)):
        whole = joined(parts)
        if whole:
            head.put(column, Value(_clean(whole[0]), whole[1], 0.85, f"head.{column}"))
    if "issuer" not in head.values:
        _issuer_elsewhere(head, document)


def _parted(top: list[Piece], language: str) -> list[Piece]:
    """Cut a line that names the ministry, the university and its parts in one."""
    cut = re.compile(r"(?<=[а-яіїєґ])\s(?=(?:Український|Національний|Державний|Факультет|Кафедра|Навчально-науковий|Інститут)\s)")
    parts: list[Piece] = []
    for piece in top:
        at = 0
        for text in cut.split(piece.text) if language == "uk" and len(piece.text) > 60 else [piece.text]:
            parts.append(Piece(text, piece.start + at, piece.start + at + len(text), piece.line, piece.gap))
            at += len(text) + 1
    return parts


def _clean(text: str) -> str:
    return re.sub(r"\s*\d+\s?(?:бет|стр|стор)\w*\.?\s?\d*$|[,;.]$", "", text).strip()


def _open_quote(parts: list[Piece]) -> bool:
    text = " ".join(p.text for p in parts)
    return text.count("«") > text.count("»")


def _complete(parts: list[Piece]) -> bool:
    return bool(re.search(r"(?:УНІВЕРСИТЕТ|УНИВЕРСИТЕТ|УНИВЕРСИТЕТІ|АКАДЕМІЯ|КОЛЕДЖ|ІНСТИТУТ|ИНСТИТУТ|UNIVERSITY|[»”\"])\W*(?:\(.{2,20}\))?$", parts[-1].text.upper()))


def _issuer_elsewhere(head: Head, document: Document) -> None:
    """Take the institution from the stamp's office, or from where the text introduces it (`… (далее – Университет)`)."""
    language = document.genre.language
    for stamp in document.found("stamp"):
        organisation = stamp.parts.get("organisation")
        if organisation:
            head.put("issuer", Value(organisation, stamp.parts["organisation_span"], 0.8, "head.stamp"))
            return
    text = document.text.body(Span(0, min(len(document.text.content), 9000)))
    named = re.search(
        r"((?:федеральн\w+ государственн\w+ (?:бюджетн|автономн)\w+ образовательн\w+ учреждени\w+)[^«(]{0,60}«[^»]{5,160}»|[А-ЯІЇЄҐ]\w+\s[^.;(]{3,80}університет\w*[^.;(]{0,60}?)\s?\((?:далее|далі)",
        text,
    )
    if named:
        head.put("issuer", Value(first_case(named[1], language), None, 0.7, "head.introduced"))


def _title(head: Head, found: list[Piece], at: int | None, own: str, document: Document) -> None:
    start = next((i for i, p in enumerate(found[:40]) if _TITLED.match(p.text)), None)
    if start is not None and document.genre.kind in ("regulation", "other", "decision", "notice"):
        parts = _block(found, start)
    elif at is not None:
        parts = _block(found, at + 1)
        if own and not own.startswith("("):
            whole = Piece(own, found[at].end - len(own), found[at].end, found[at].line)
            parts = [whole]
        elif not parts and document.genre.language == "kk" or (document.genre.language == "kk" and at and found[at - 1].capitals):
            parts = _above(found, at)
    else:
        parts = []
    parts = parts or _kazakh_rules(found, document.genre.language) or _labelled(found)
    whole = joined(parts)
    if whole:
        text = whole[0].strip(" .")
        quoted = re.fullmatch(r"[«\"“](.+)[»\"”]", text)
        head.put("title", Value(quoted[1] if quoted and "»" not in quoted[1] else text, whole[1], 0.85, "head.title"))


def _kazakh_rules(found: list[Piece], language: str) -> list[Piece]:
    """Return the lines in capitals that end in the word for rules, which in Kazakh comes last."""
    last = re.compile(r"(?:ЕРЕЖЕ|ЕРЕЖЕСІ|ЕРЕЖЕЛЕРІ|ҚАҒИДАЛАРЫ|ҚАҒИДАСЫ|ТӘРТІБІ|НҰСҚАУЛЫҚ|НҰСҚАУЛЫҒЫ|ЖАРҒЫСЫ|СТАНДАРТЫ)\W*$")
    at = next((i for i, p in enumerate(found) if p.capitals and last.search(p.text)), None) if language == "kk" else None
    return [*_above(found, at), found[at]] if at is not None else []


def _labelled(found: list[Piece]) -> list[Piece]:
    """Return the name of the course where a card of the syllabus gives it beside its label."""
    label = re.compile(r"(?:Назва (?:навчальної )?дисципліни|Дисципліна|Дисциплина|Наименование дисциплины|Пәннің атауы|Пән атауы|Course (?:title|name))\W*", re.I)
    return next(([b] for a, b in zip(found, found[1:], strict=False) if label.fullmatch(a.text) and b.line == a.line), [])


def _block(found: list[Piece], start: int) -> list[Piece]:
    parts: list[Piece] = []
    for piece in found[start : start + _TITLE_LINES]:
        if ":" in piece.text or (parts and _columned(found, piece)):
            break
        if parts and (_STAMPED.match(piece.text) or _STOP.match(piece.text) or _YEARED.fullmatch(piece.text)):
            break
        if not parts and (_STOP.match(piece.text) or _STAMPED.match(piece.text)) and not _TITLED.match(piece.text):
            if re.match(r"(?:навчальної дисципліни|дисципліни|дисциплины|\(|учебной)", piece.text, re.IGNORECASE):
                continue
            break
        if re.fullmatch(r"\(?(?:назва|наименование|название|Syllabus|силабус|шифр)[^)]*\)?", piece.text, re.IGNORECASE):
            continue
        if parts and (len(piece.text) > 160 or (parts[-1].capitals and not piece.capitals and not parts[-1].text.endswith(("-", ",")) and not piece.text[0].islower() and piece.gap)):
            break
        if re.search(r"\w{2}", piece.text):
            parts.append(piece)
    return parts


def _columned(found: list[Piece], piece: Piece) -> bool:
    """Say whether a piece shares its line with another: a card of labels and values, no title."""
    return any(p is not piece and p.line == piece.line for p in found)


def _above(found: list[Piece], at: int) -> list[Piece]:
    """Return the lines in capitals right above the line of the kind (Kazakh syllabi name the course first)."""
    parts: list[Piece] = []
    for piece in reversed(found[max(0, at - 4) : at]):
        if not piece.capitals or _STAMPED.match(piece.text) or re.search(r"\d{4}", piece.text):
            break
        parts.insert(0, piece)
    return parts


def _place_and_year(head: Head, found: list[Piece]) -> None:
    for piece in found:
        match = _YEARED.fullmatch(piece.text.strip(" .")) if len(piece.text) < 40 else None
        if match and match[1].lower() not in ("версия", "версія", "протокол"):
            head.put("issued_at", Value(match[1], piece.span, 0.85, "head.place"))
            return


def _quality_code(head: Head, document: Document) -> None:
    """Read code and version of a document of a quality system from its running foot: `Версия: 01  П-7.1.3d-2018  Лист 1`."""
    votes: dict[str, tuple[int, Span]] = {}
    for piece in pieces(document, 0, None, furniture=True):
        version = re.search(r"(?:Версия|Версія|Редакция|Видання|Version)\s?:?\s?(?:№\s?)?(\d{1,3})(?!\d|\.\d{2}\.)", piece.text)
        if version and "version" not in head.values and len(piece.text) < 60:
            head.put("version", Value(version[1], piece.span, 0.9, "head.version"))
        line = document.text.lines[int(piece.line)]
        whole = document.text.content[line.start : line.end]
        if re.search(r"Верс|Лист\s\d|Стор|Редакц", whole) and len(whole) < 140:
            for number in find_numbers(re.sub(r"</?b>|\s(?=-)|(?<=-)\s", "", piece.text)):
                if number.form == "code":
                    count, span = votes.get(number.value, (0, piece.span))
                    votes[number.value] = (count + 1, span)
    if votes:
        value, (count, span) = max(votes.items(), key=lambda item: item[1][0])
        head.put("number", Value(value, span, 0.95 if count > 1 else 0.7, "head.code"))
    _version_row(head, document)


def _version_row(head: Head, document: Document) -> None:
    for piece, after in zip(found := pieces(document, 0, 3000), found[1:], strict=False):
        if re.fullmatch(r"Version|Версия|Версія|Phiên bản", piece.text) and re.fullmatch(r"\d[\d.]{0,5}", after.text):
            head.put("version", Value(after.text, after.span, 0.8, "head.version"))


def _effect(head: Head, document: Document) -> None:
    """Read the date of effect: `вводиться в дію з …`, `Дата введения в действие: …`, or that of the order that enacts."""
    content = document.text.content
    cue = re.compile(
        r"(?:вводиться в дію\s+з|введен\w*\s+в\s+дію\s+з|вводится в действие с|Дата введения(?: в действие)?\s?:?|набирає чинності з|вступает в силу с|қолданысқа енгізіл\w+)\s*",
        re.IGNORECASE,
    )
    for match in cue.finditer(content, 0, 6000):
        found = find_dates(content[match.end() : match.end() + 45], document.genre.language)
        if found and found[0][0] < 12:
            span = Span(match.end() + found[0][0], match.end() + found[0][1])
            head.put("effective_from", read_as(found[0][2], span, confidence=0.85, extractor="head.effect"))
    for mention in document.found("citation"):
        if mention.parts.get("relation") == "enacts" and mention.parts.get("issued_on"):
            span = mention.parts["places"].get("issued_on", mention.span)
            head.put("effective_from", read_as(mention.parts["issued_on"], span, confidence=0.75, extractor="head.enacted"))


def _issued(head: Head, document: Document, found: list[Piece]) -> None:
    """Read the date: of the approval by a body, else of the stamp, else the year below the place."""
    for mention in document.found("citation"):
        if mention.parts.get("relation") == "approves" and mention.parts.get("issued_on"):
            personal = next((s for s in document.found("stamp") if s.parts.get("issued_on")), None)
            if personal is None or document.genre.language == "uk":
                span = mention.parts["places"].get("issued_on", mention.span)
                head.put("issued_on", read_as(mention.parts["issued_on"], span, confidence=0.8, extractor="head.approval"))
    for stamp in document.found("stamp"):
        if stamp.parts.get("act") in ("approved", "enacted") and stamp.parts.get("issued_on"):
            head.put("issued_on", read_as(stamp.parts["issued_on"], stamp.parts["issued_span"], confidence=0.8, extractor="head.stamp"))
    for piece in found:
        match = _YEARED.fullmatch(piece.text.strip(" .")) if len(piece.text) < 40 else None
        if match:
            head.put("issued_on", read_as(match[2], piece.span, confidence=0.75, extractor="head.year"))


def _numbered_order(head: Head, found: list[Piece], document: Document) -> None:
    """Read number and date of an order or decision whose head prints them: `від 05.03.2023 № 41`."""
    if document.genre.kind not in ("decision", "notice"):
        return
    for piece in found[:14]:
        printed = re.match(r"(?:No|Number|Ref)\b\W{0,3}(?=\d)", piece.text)
        coded = [n for n in find_numbers(piece.text) if n.form == "symbol"] if printed else []
        if coded:
            head.put("number", Value(coded[0].value, piece.span, 0.85, "head.number"))
        placed = re.fullmatch(r"([A-Z][A-Za-z ]{2,24}),\s.*\d{4}", piece.text)
        if placed and document.genre.language == "en" and (dates := find_dates(piece.text, "en")):
            head.put("issued_at", Value(placed[1], piece.span, 0.8, "head.place"))
            head.put("issued_on", read_as(dates[0][2], piece.span, confidence=0.85, extractor="head.date"))
        numbers = [n for n in find_numbers(piece.text) if n.form == "signed"]
        dates = find_dates(piece.text, document.genre.language)
        if numbers and len(piece.text) < 80 and not re.search(r"[Пп]ротокол|[Нн]аказ\w*\s|[Пп]риказ\w*\s", piece.text):
            head.put("number", Value(numbers[0].value, piece.span, 0.8, "head.number"))
            if dates:
                head.values.pop("issued_on", None)
                head.put("issued_on", read_as(dates[0][2], piece.span, confidence=0.85, extractor="head.date"))
            return
