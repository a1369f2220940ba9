"""Heads of Ukrainian, Russian, Kazakh and English documents: bodies, kind and title."""

import re

from extractors.heads.dating import YEARED, read_effective, read_issued, read_order, read_place, read_requisites
from extractors.heads.head import Head, body_words, kind_lines
from extractors.heads.pieces import Piece, alike, body_offset, joined, pieces
from extractors.heads.quality import read_quality_code
from extractors.resolving.naming import first_case
from models.document import Document
from models.rows import Value
from models.text import Span

_TITLED = re.compile(
    r"(?:ПОЛОЖЕННЯ|ПОЛОЖЕНИЕ|Положення|Положение|ПОРЯДОК|Порядок|ПРАВИЛА|Правила|ІНСТРУКЦІЯ|Інструкція"
    r"|ИНСТРУКЦИЯ|Инструкция|РЕГЛАМЕНТ|Регламент|СТАТУТ|УСТАВ|Regulations?|REGULATIONS?|Policy|Rules)\b"
)
_STAMPED = re.compile(
    r"(?:ЗАТВЕРДЖ|Затвердж|УТВЕРЖД|Утвержд|ВВЕДЕНО|Введено|ВВЕДЕНА|Введена|УХВАЛЕН|Ухвален|СХВАЛЕН|Схвален"
    r"|ПОГОДЖЕН|Погоджен|СОГЛАСОВАН|Согласован|БЕКІТ|Бекіт|ПРИНЯТ|Принят"
    r"|РОЗГЛЯНУТО|Розглянуто|РАССМОТРЕН|Approved|APPROVED|Разработал|Розробник|\(наказ|\(приказ|[Пп]ротокол"
    r"|Ректор|Директор|Декан|Проректор)"
)
_STOP = re.compile(
    r"(?:(?i:рівень|ступінь|спеціальність|галузь|статус|вид|форма|уровень|направление|профиль|статус)\b"
    r"|ОСВІТНЯ КВАЛ|Освітня|Освітній"
    r"|освітн|підготовки|рівня|першого|другого|Шифр|Форма|ФОРМА|Кваліфікація"
    r"|Направлени|Направленност|Специальност|Квалификация|Читающее|Уровень|Профиль|Білім|Пән|Кредит|Мамандық"
    r"|ЗМІСТ|СОДЕРЖАНИЕ|Содержание|ПЕРЕДМОВА|МАЗМҰНЫ|Course|Credits|Semester"
    r"|Level|Lecturer|\d+\.?\s|Відомості|Факультет|Кафедра|кафедра|для\s|\(Syllabus\)|по направлению"
    r"|по программ|План одобрен|План утвержд|одобрен|Протокол|Pursuant|Based on|In accordance|THE RECTOR"
    r"|THE PRESIDENT|THE DIRECTOR|At the proposal|за спеціальністю|зі спеціальності|Версия|Система менеджмента"
    r"|Жұмыс оқу|Розділ|[IVІХ]+\.\s)"
)
_NAMES_KIND = re.compile(
    r"(?:вибіркової |учебной )?(?:навчальної )?(?:дисципліни|дисциплины)(?: \(модуля\))?|\([^)]*\)", re.IGNORECASE
)
_NOMINATIVE = re.compile(
    r"(?:м[іи]н[іи]стерство|(?:[а-яіїєґё'’-]+(?:ий|ый|ая|ое|а)\s){0,4}"
    r"(?:ун[іи]верситет|академ[іи]я|[іи]нститут|кол+едж))(?!\w)",
    re.I,
)
_GOES_ON = re.compile(r"(?:коммерциялық )?(?:емес )?акционерлік\b|қоғамы\b|высшего\b|вищої освіти\b", re.I)
"""Words with which the next line goes on with the name of an institution."""
_STATE = re.compile(r"ҚАЗАҚСТАН РЕСПУБЛИКАСЫ(?:НЫҢ)?|РЕСПУБЛИКА КАЗАХСТАН", re.I)
_TITLE_LINES = 6


def read_head(document: Document) -> Head:
    """Return what the head of a document in one of these languages says."""
    head, language = Head(), document.genre.language
    body = body_offset(document)
    found = pieces(document, 0, body if 60 < body < 4000 else 3000)
    found = [
        p
        for p in found
        if not re.match(
            r"(?:Документ подписан|Система менеджмента)|.*(?:[Ии]нформация о в|ФИО:|Уникальный программный"
            r"|дата подписания|^Должность:)|\(?\w{0,12}\)?\s?[0-9a-f]{32,}",
            p.text,
        )
    ]
    at, own = _kind_index(found, language)
    read_requisites(head, found, document)
    _bodies(head, found[: at if at is not None else 14], document)
    _title(head, found, at, own, document)
    read_place(head, found)
    read_quality_code(head, document)
    read_effective(head, document)
    read_issued(head, document, found)
    read_order(head, found, document)
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
        elif (
            rank == "university"
            and (not issuer or opened or issuer[-1].line + 1 >= piece.line and not _complete(issuer))
            or opened
            or (issuer and piece.text.startswith(("«", "імені", "им.", "ім.", "атындағы")) and not _complete(issuer))
            or (issuer and piece.line <= issuer[-1].line + 1 and _GOES_ON.match(piece.text) and not _whole(issuer))
        ):
            issuer.append(piece)
        elif (
            rank is None
            and parent
            and not issuer
            and piece.text.upper() in ("УКРАЇНИ", "РОССИЙСКОЙ ФЕДЕРАЦИИ", "РЕСПУБЛИКИ КАЗАХСТАН", "РЕСПУБЛИКИ")
        ):
            parent.append(piece)
    if not parent and not issuer:
        parent, issuer = _beside(top, language)
    if not issuer and parent and document.genre.kind == "decision" and "issuer" not in head.values:
        parent, issuer = [], [*(p for p in top if p.line < parent[0].line and _STATE.fullmatch(p.text)), *parent]
    for column, parts in (("parent_body", parent), ("issuer", issuer)):
        whole = joined(parts)
        if whole:
            head.put(column, Value(_clean(whole[0]), whole[1], 0.85, f"head.{column}"))
    if "issuer" not in head.values:
        _issuer_elsewhere(head, document)


def _whole(issuer: list[Piece]) -> bool:
    """Say whether a name has its word for a company where it has the words that lead to one."""
    text = " ".join(p.text for p in issuer).upper()
    return "ҚОҒАМЫ" in text or "КЕАҚ" in text or _complete(issuer) and "КОММЕРЦИЯЛЫҚ" not in text


def _beside(top: list[Piece], language: str) -> tuple[list[Piece], list[Piece]]:
    """Return the ministry and the institution beside or below a stamp: names in the nominative, not those in it."""
    parent: list[Piece] = []
    issuer: list[Piece] = []
    legal: list[Piece] = []
    for piece in top:
        rank = _rank(piece.text, language)
        if not issuer and re.match(r"федеральное\s.*(?:учреждение|образования)$", piece.text, re.I):
            legal = [piece]
        elif legal and not issuer and piece.line == legal[-1].line + 1 and piece.text.startswith(("«", '"', "“")):
            issuer = [*legal, piece]
        elif legal and not issuer and piece.line == legal[-1].line + 1 and _GOES_ON.match(piece.text):
            legal.append(piece)
        elif rank == "ministry" and not parent and _NOMINATIVE.match(piece.text):
            parent.append(piece)
        elif (
            rank == "university"
            and not issuer
            and _complete([piece])
            and not _open_quote([piece])
            and (piece.capitals or _NOMINATIVE.match(piece.text))
        ):
            issuer.append(piece)
    return parent, issuer


def _parted(top: list[Piece], language: str) -> list[Piece]:
    """Cut a line that names the ministry, the university and its parts in one."""
    cut = re.compile(
        r"(?<=[а-яіїєґ])\s(?=(?:Український|Національний|Державний|Факультет|Кафедра|Навчально-науковий|Інститут)\s)"
    )
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
    return bool(
        re.search(
            r"(?:УНІВЕРСИТЕТ|УНИВЕРСИТЕТ|УНИВЕРСИТЕТІ|АКАДЕМІЯ|КОЛЕДЖ|ІНСТИТУТ|ИНСТИТУТ|UNIVERSITY"
            r"|[»”\"])\W*(?:\(.{2,20}\))?$",
            parts[-1].text.upper(),
        )
    )


def _issuer_elsewhere(head: Head, document: Document) -> None:
    """Take the institution from the stamp's office, or from where the text introduces it (`… (далее – …)`)."""
    language = document.genre.language
    for stamp in document.found("stamp"):
        organisation = stamp.parts.get("organisation")
        if organisation:
            head.put("issuer", Value(organisation, stamp.parts["organisation_span"], 0.8, "head.stamp"))
            return
    text = document.text.body(Span(0, min(len(document.text.content), 9000)))
    named = re.search(
        r"((?:федеральн\w+ государственн\w+ (?:бюджетн"
        r"|автономн)\w+ образовательн\w+ учреждени\w+)[^«(]{0,60}«[^»]{5,160}»"
        r"|[А-ЯІЇЄҐ]\w+\s[^.;(]{3,80}університет\w*[^.;(]{0,60}?)\s?\((?:далее|далі)",
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
            parts = [Piece(own, found[at].end - len(own), found[at].end, found[at].line)]
        elif (
            not parts
            and document.genre.language == "kk"
            or (document.genre.language == "kk" and at and found[at - 1].capitals)
        ):
            parts = _above(found, at)
    else:
        parts = []
    if not parts and at is not None and document.genre.kind == "plan":
        parts = _going_on(found[at + 1 : at + 1 + _TITLE_LINES])
    if document.genre.language == "kk" and document.genre.kind in ("decision", "regulation"):
        about = _kazakh_about(found, document.genre.kind == "decision")
        parts = about or parts
    parts = parts or _kazakh_rules(found, document.genre.language) or _labelled(found)
    whole = joined(parts)
    if whole:
        text = whole[0].strip(" .")
        quoted = re.fullmatch(r"[«\"“](.+)[»\"”]", text)
        head.put("title", Value(quoted[1] if quoted and "»" not in quoted[1] else text, whole[1], 0.85, "head.title"))


def _going_on(below: list[Piece]) -> list[Piece]:
    """Return the lines that go on with the word of the kind in small letters: `НАВЧАЛЬНИЙ ПЛАН`, `підготовки …`."""
    label = re.compile(r"(?:форма|термін|строк|кваліфікація|на базі|на основі|обсяг|срок|квалификация|на базе)\b")
    others = [n for n, p in enumerate(below) if not p.text[:1].islower() or ":" in p.text or label.match(p.text)]
    end = min(others, default=len(below))
    return below[:end]


def _kazakh_about(found: list[Piece], decides: bool) -> list[Piece]:
    """Return the lines that end in `туралы`, as the title of an order does: up to a gap, the date or the kind."""
    last = next((i for i, p in enumerate(found[:16]) if re.search(r"\sтуралы\W{0,2}$", p.text)), None)
    if last is None or not decides and last > _TITLE_LINES:
        return []
    parts = [found[last]]
    for piece in reversed(found[max(0, last - _TITLE_LINES) : last]):
        bounded = piece.capitals or re.search(r"\bқаласы\b|^\W*\d{4}\s+жыл|№\s*\S+\s*$", piece.text)
        if parts[0].gap or bounded or _STAMPED.match(piece.text) or piece.text.endswith((".", ":")):
            break
        parts.insert(0, piece)
    return parts


def _kazakh_rules(found: list[Piece], language: str) -> list[Piece]:
    """Return the lines in capitals that end in the word for rules, which in Kazakh comes last."""
    last = re.compile(
        r"(?:ЕРЕЖЕ|ЕРЕЖЕСІ|ЕРЕЖЕЛЕРІ|ҚАҒИДАЛАРЫ|ҚАҒИДАСЫ|ТӘРТІБІ|НҰСҚАУЛЫҚ|НҰСҚАУЛЫҒЫ|ЖАРҒЫСЫ|СТАНДАРТЫ)\W*$"
    )
    at = (
        next((i for i, p in enumerate(found) if p.capitals and last.search(p.text)), None) if language == "kk" else None
    )
    return [*_above(found, at), found[at]] if at is not None else []


def _labelled(found: list[Piece]) -> list[Piece]:
    """Return the name of the course where a card of the syllabus gives it beside its label."""
    label = re.compile(
        r"(?:Назва (?:навчальної )?дисципліни|Дисципліна|Дисциплина|Наименование дисциплины|Пәннің атауы"
        r"|Пән атауы|Course (?:title|name))\W*",
        re.I,
    )
    for piece in found:
        beside = re.match(rf"(?:{label.pattern})(?<=:)\s*(\S.+)", piece.text, re.I)
        if beside:
            return [Piece(beside[1], piece.end - len(beside[1]), piece.end, piece.line)]
    return next(
        ([b] for a, b in zip(found, found[1:], strict=False) if label.fullmatch(a.text) and b.line == a.line), []
    )


def _block(found: list[Piece], start: int) -> list[Piece]:
    parts: list[Piece] = []
    for piece in found[start : start + _TITLE_LINES]:
        if not parts and _NAMES_KIND.fullmatch(piece.text):
            continue
        if ":" in piece.text or (parts and _columned(found, piece)):
            break
        if parts and (_STAMPED.match(piece.text) or _STOP.match(piece.text) or YEARED.fullmatch(piece.text)):
            break
        if not parts and (_STOP.match(piece.text) or _STAMPED.match(piece.text)) and not _TITLED.match(piece.text):
            if re.match(r"(?:навчальної дисципліни|дисципліни|дисциплины|\(|учебной)", piece.text, re.IGNORECASE):
                continue
            break
        if re.fullmatch(r"\(?(?:назва|наименование|название|Syllabus|силабус|шифр)[^)]*\)?", piece.text, re.IGNORECASE):
            continue
        if parts and (
            len(piece.text) > 160
            or (
                parts[-1].capitals
                and not piece.capitals
                and not parts[-1].text.endswith(("-", ","))
                and not piece.text[0].islower()
                and piece.gap
            )
        ):
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
