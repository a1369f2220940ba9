"""Dates, places and numbers in heads of Ukrainian, Russian, Kazakh and English documents."""

import re
from pathlib import Path

from extractors.finding.marking.numbers import find_numbers
from extractors.heads.head import Head
from extractors.heads.pieces import Piece, pieces
from extractors.values import read_as
from models.document import Document, Mention
from models.rows import Value
from models.text import Span
from normalizers.letters import CAPITALS, SMALL
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "dating_words.tsv"
_TITLES = _WORDS.with_name("title_words.tsv")
YEARED = Wordings(
    _WORDS,
    rf"(?:<<town>>\s?)?([{CAPITALS}][{SMALL}’'-]{{1,20}}(?:(?<=-)[А-ЯІЇЄҐ][а-яіїєґ’']{{2,20}})?)\s?[-–—,.]?\s?"
    r"((?:19|20)\d\d)\s?<<year>>?",
)
_NAME = r"[А-ЯӘҒҚҢӨҰҮҺІ][\w-]{2,20}"
KAZAKH_TOWN = Wordings(_WORDS, rf"({_NAME})\s(?:<<town_kk>>|қ)")
_KAZAKH_BESIDE = Wordings(_WORDS, rf"\s({_NAME})\s<<town_kk>>(?=\s|$)")
_TOWN_ALONE = re.compile(
    r"(?:[мг]\.\s?)?([А-ЯІЇЄҐ][а-яіїєґ’'-]{2,20}(?:-[А-ЯІЇЄҐ]?[а-яіїєґ’'-]{2,20}){0,2}|[A-Z][a-z’'-]{2,20}(?:\s[A-Z][a-z]{2,20})?)"
)
_YEAR = Wordings(_WORDS, r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\W{0,2}<<year>>?")
_NO_TOWN = Wordings(_WORDS, r"<<no_town>>", re.IGNORECASE)
_REGISTERED = Wordings(_WORDS, r"<<registered>>")
_REGISTERED_BY, _OTHER_ACT = Wordings(_WORDS, "<<registered_by>>"), Wordings(_WORDS, "<<other_act>>")
_EFFECTIVE = Wordings(_TITLES, r"<<effective>>\s*:?\s*", re.IGNORECASE)
_ENACTING = Wordings(_TITLES, r"<<enacting>>", re.IGNORECASE)
_ACCEPTED = Wordings(_TITLES, r"\W*<<accepted>>", re.IGNORECASE)
_SINCE = Wordings(_TITLES, r"(?i)\w{0,3}\s+бастап\s(?:\w+\s){0,3}?<<since>>")
_OWN_DAY = Wordings(_TITLES, r"<<own_day>>\w*", re.IGNORECASE)
_APPROVED = re.compile(
    r"(?i)\b(?:Approved|Adopted)\b[^.\n]{0,80}?(?:\s(?:on|dated)|:)\s+|\b(?:date\sof\s(?:\w+\s)?approval|approval\sdate)\s*[:\t]\s*"
    r"|\bdate\sof\s(?:this\s|the\s)?(?:programme\sspecification|(?:production|last\srevision)[^:\t\n]{0,70})\s*[:\t]\s*"
)
_APPROVED_LINE = re.compile(r"^[ \t“\"]*(?:Approved|APPROVED|Adopted)\s+by\b(?P<rest>[^\n]{0,160})", re.MULTILINE)
"""A line that says by whom the document was approved, and the day behind the name."""
BESIDE = 20
"""Letters beside a number on a line of a notice from which the line tells of other things: `у корпусі № 3`."""
_OF_AN_ACT = re.compile(r"\d\s[а-яәғқңөұүһі]+(?:ғ[ыі]|г[ыі])\s№|№\s?\S+\sбұйрығы\w")
"""The day and number of an act that a Kazakh sentence cites: `2008 жылғы 19 қарашадағы № 613`."""
_HEAD = 1200
"""Characters within which the head of a document says by which act it was issued."""
ACROSS_BLANK = 2  # lines from one to the next of a head with a blank line between
_TOWN = re.compile(r"(?:^|\s)(?:м|г|смт|с)\.\s?([А-ЯІЇЄҐ][\w’'-]{2,25}(?:\s[А-ЯІЇЄҐ][\w’'-]{2,20})?)(?=\s|$|,)")


def read_place(head: Head, found: list[Piece]) -> None:
    """Read where the document was issued: `м. Київ – 2021`, `Алматы қаласы`, a town with the year below it."""
    for piece in found:
        if place := _place(piece, found):
            head.put("issued_at", Value(place[0], piece.span, place[1], "head.place"))
            return


def _place(piece: Piece, found: list[Piece]) -> tuple[str, float] | None:
    """Return the town that a line names, and how sure that is."""
    text = piece.text.strip(" .")
    dated = len(text) < 120 and re.search(r"№|жылғы", text) is not None
    if town := KAZAKH_TOWN.fullmatch(text) or (_KAZAKH_BESIDE.search(piece.text) if dated else None):
        return town[1], 0.85
    lines = [p.line for p in found]  # where none stands beside town and year
    years = [p.line - piece.line for p in found if _YEAR.fullmatch(p.text) and lines.count(p.line) == 1]
    below = any(0 < lower <= ACROSS_BLANK for lower in years)
    if below and lines.count(piece.line) == 1 and (town := _TOWN_ALONE.fullmatch(text)):
        return town[1], 0.75
    yeared = YEARED.fullmatch(text) if len(piece.text) < 40 else None
    return (yeared[1], 0.85) if yeared and not _NO_TOWN.fullmatch(yeared[1]) else None


def read_effective(head: Head, document: Document) -> None:
    """Read the date of effect: `вводиться в дію з …`, `Дата введения в действие: …`, or the enacting order's."""
    content = document.text.content
    end = len(content) if document.genre.language == "en" else 6000  # English closing lines say it
    for match in _EFFECTIVE.finditer(content, 0, end):
        found = find_dates(content[match.end() : match.end() + 45], document.genre.language)
        if found and found[0][0] < 12 and not re.search(r"[.;]\s", content[match.end() : match.end() + found[0][0]]):
            span = Span(match.end() + found[0][0], match.end() + found[0][1])
            head.put("effective_from", read_as(found[0][2], span, confidence=0.85, extractor="head.effect"))
    if document.genre.language == "kk":
        _read_since(head, document)
    for mention in document.found("citation"):
        if mention.parts.get("relation") == "enacts" and mention.parts.get("issued_on"):
            before = content[max(0, mention.span.start - 60) : mention.span.end]
            if _ENACTING.search(before) is None:
                continue  # approved on that day; from when it holds is not said
            span = mention.parts["places"].get("issued_on", mention.span)
            head.put(
                "effective_from", read_as(mention.parts["issued_on"], span, confidence=0.75, extractor="head.enacted")
            )


def _read_since(head: Head, document: Document) -> None:
    """Read the day before the words of effect: `2022 жылғы 1 қазаннан бастап қолданысқа енгізіледі`."""
    content = re.sub(r"[\n\f]", " ", document.text.content)
    for start, end, iso in find_dates(content, "kk"):
        if len(iso) == TO_THE_DAY and _SINCE.match(content, end):
            span = Span(start, end)
            head.put("effective_from", read_as(iso, span, confidence=0.85, extractor="head.effect"))
            return


def read_own_day(head: Head, document: Document) -> None:
    """Read that a document takes effect on the day it bears: `набирає чинності з дня підписання`."""
    issued = head.get("issued_on")
    told = _OWN_DAY.search(re.sub(r"[\n\f]", " ", document.text.content))
    if told and document.genre.language != "en" and issued and len(str(issued)) == TO_THE_DAY:
        head.put("effective_from", read_as(issued, Span(*told.span()), confidence=0.8, extractor="head.own_day"))


def read_issued(head: Head, document: Document, found: list[Piece]) -> None:
    """Read the date: of the approval by a body, else of the stamp, else the year below the place."""
    if own := _in_approval(document):
        span = own.parts["places"].get("issued_on", own.span)
        head.put("issued_on", read_as(own.parts["issued_on"], span, confidence=0.8, extractor="head.approval"))
    for mention in document.found("citation"):
        if mention.parts.get("relation") == "approves" and mention.parts.get("issued_on"):
            stamped = (s for s in document.found("stamp") if s.parts.get("act") in ("approved", "enacted"))
            personal = next((s for s in stamped if s.parts.get("issued_on")), None)
            if personal is None or document.genre.language == "uk" and not _is_signed(personal, mention):
                span = mention.parts["places"].get("issued_on", mention.span)
                head.put(
                    "issued_on", read_as(mention.parts["issued_on"], span, confidence=0.8, extractor="head.approval")
                )
    body_first = document.genre.language == "uk"  # elsewhere the officer approves what a body accepted
    for stamp in sorted(document.found("stamp"), key=lambda s: not (body_first or s.parts.get("personal"))):
        if stamp.parts.get("act") in ("approved", "enacted") and stamp.parts.get("issued_on"):
            head.put(
                "issued_on",
                read_as(stamp.parts["issued_on"], stamp.parts["issued_span"], confidence=0.8, extractor="head.stamp"),
            )
    stamps = [stamp.span for stamp in document.found("stamp") if stamp.parts.get("act") in ("approved", "enacted")]
    for mention in document.found("citation"):
        within = any(span.start <= mention.span.start < span.end for span in stamps)  # else it enacts what is told of
        if within and mention.parts.get("relation") == "enacts" and mention.parts.get("issued_on"):
            span = mention.parts["places"].get("issued_on", mention.span)
            head.put("issued_on", read_as(mention.parts["issued_on"], span, confidence=0.75, extractor="head.approval"))
    if document.genre.language == "en" and "issued_on" not in head.values:
        _read_english(head, document)
    for piece in found:
        match = YEARED.fullmatch(piece.text.strip(" .")) if len(piece.text) < 40 else None
        if match and not _NO_TOWN.fullmatch(match[1]):
            head.put("issued_on", read_as(match[2], piece.span, confidence=0.75, extractor="head.year"))


def _is_signed(stamp: Mention, approval: Mention) -> bool:
    """Say whether a person approves in a stamp: in its own words, or by office and name where no body's act stands."""
    within = stamp.span.start <= approval.span.start < stamp.span.end
    named = stamp.parts.get("role") and stamp.parts.get("name") and stamp.span.end < approval.span.start
    return bool(stamp.parts.get("personal") or named and not within)


def _in_approval(document: Document) -> Mention | None:
    """Return the act by which a stamp of approval approves, where those stand beside it that only considered or agreed:
    `РАССМОТРЕНО …, протокол № 9`, `УТВЕРЖДЕНО приказом … № 214`. A Russian or Kazakh body accepts what an order
    approves: `ПРИНЯТО решением …, протокол № 7`; so does a Ukrainian one under `СХВАЛЕНО`.
    """
    stamps = document.found("stamp")
    approved = [s.span for s in stamps if s.parts.get("act") == "approved"]
    agreed = [s.span for s in stamps if s.parts.get("act") == "agreed"]
    dated = [m for m in document.found("citation") if m.parts.get("issued_on")]
    minutes = [m.span.start for m in dated if m.parts.get("kind") == "minutes"]
    accepted = [span for span in approved if any(span.start <= start < span.end for start in minutes)]
    if document.genre.language == "uk":  # a body approves there as well
        accepted = [span for span in accepted if _ACCEPTED.match(document.text.content, span.start)]
    if len(accepted) < len(approved):
        approved, agreed = [span for span in approved if span not in accepted], agreed + accepted
    if not any(s.start <= m.span.start < s.end for s in agreed for m in dated):
        return None
    inside = [m for s in approved for m in dated if s.start <= m.span.start < s.end]
    told = [m for m in inside if m.parts.get("relation") == "approves"]
    told += [m for m in inside if m.parts.get("relation") == "enacts" and m.parts.get("kind") == "order"]
    return next(iter(told), None)


def _read_english(head: Head, document: Document) -> None:
    """Read the day of an approval that a line tells: `Approved by the Department on 12 January 2024`."""
    for match in _APPROVED_LINE.finditer(document.text.content):
        dates = [d for d in find_dates(match["rest"], "en") if len(d[2]) == TO_THE_DAY]
        if dates:
            span = Span(match.start("rest") + dates[0][0], match.start("rest") + dates[0][1])
            head.put("issued_on", read_as(dates[0][2], span, confidence=0.8, extractor="head.approval"))
            return
    for match in _APPROVED.finditer(document.text.content):
        dates = find_dates(document.text.content[match.end() : match.end() + 24], "en")
        if dates and dates[0][0] == 0:
            span = Span(match.end(), match.end() + dates[0][1])
            head.put("issued_on", read_as(dates[0][2], span, confidence=0.8, extractor="head.approval"))
            return
    for mention in document.found("citation", Span(0, _HEAD)):
        if mention.parts.get("relation") == "enacts" and len(str(mention.parts.get("issued_on"))) == TO_THE_DAY:
            span = mention.parts["places"].get("issued_on", mention.span)
            head.put("issued_on", read_as(mention.parts["issued_on"], span, confidence=0.75, extractor="head.enacted"))


def read_requisites(head: Head, found: list[Piece], document: Document) -> None:
    """Read issuer, date and number from the line below the title that a register of acts prints: `… № 162 бұйрығы.`"""
    if document.genre.kind not in ("decision", "regulation") or document.genre.language not in ("kk", "ru", "uk"):
        return
    for mention in document.found("citation"):
        parts = mention.parts
        piece = next((p for p in found[:12] if 0 <= mention.span.start - p.start <= 2), None)
        if piece is None or not parts.get("number") or not parts.get("issued_on") or not parts.get("issuer"):
            continue
        line = document.text.body(Span(piece.start, min(mention.span.end + 160, len(document.text.content))))
        shown = _REGISTERED.search(document.text.body(mention.span))
        alone = document.genre.language == "kk" and abs(mention.span.end - piece.end) <= 2
        if shown is None or not (alone or _REGISTERED_BY.search(line)):
            continue
        for column in ("number", "issued_on", "issuer"):
            span = parts["places"].get(column, mention.span)
            value = parts[column]
            if column == "issued_on":
                head.put(column, read_as(value, span, confidence=0.85, extractor="head.requisites"))
            else:
                head.put(column, Value(value, span, 0.85, "head.requisites"))
        return


def read_order(head: Head, found: list[Piece], document: Document) -> None:
    """Read number and date of an order or decision whose head prints them: `від 05.03.2023 № 41`."""
    printed = head.values.get("number")
    numbered = ("decision", "notice", "plan", "circular") if document.genre.language == "en" else ("decision", "notice")
    if document.genre.kind not in numbered or printed and printed.extractor == "head.requisites":
        return
    aside = pieces(document, 0, _HEAD, furniture=True) if document.genre.language == "kk" else []
    for piece in (*found[:14], *(p for p in aside if re.fullmatch(r"№\s?\d[\w/-]{0,12}", p.text))):
        marked = re.match(r"(?:No|Number|Ref)\b\W{0,3}(?=\d)", piece.text)
        coded = [n for n in find_numbers(piece.text) if n.form == "symbol"] if marked else []
        if coded:
            head.put("number", Value(coded[0].value, piece.span, 0.85, "head.number"))
        placed = re.fullmatch(r"([A-Z][A-Za-z ]{2,24}),\s.*\d{4}", piece.text)
        if placed and document.genre.language == "en" and (dates := find_dates(piece.text, "en")):
            head.put("issued_at", Value(placed[1], piece.span, 0.8, "head.place"))
            head.put("issued_on", read_as(dates[0][2], piece.span, confidence=0.85, extractor="head.date"))
        numbers = [n for n in find_numbers(piece.text) if n.form == "signed"]
        dates = find_dates(piece.text, document.genre.language)
        words = piece.text[: dates[0][0]] + piece.text[dates[0][1] :] if dates else piece.text
        told = document.genre.kind == "notice" and len(re.findall(r"[^\W\d_]", words)) > BESIDE
        told = told or _OF_AN_ACT.search(piece.text) is not None
        if numbers and len(piece.text) < 110 and not told and not _OTHER_ACT.search(piece.text):
            head.put("number", Value(numbers[0].value, piece.span, 0.8, "head.number"))
            beside_number(head, piece, found, document)
            if dates:
                head.values.pop("issued_on", None)
                head.put("issued_on", read_as(dates[0][2], piece.span, confidence=0.85, extractor="head.date"))
            return


def beside_number(head: Head, piece: Piece, found: list[Piece], document: Document) -> None:
    """Read date and place from the line of the number: `02 вересня 2024 р. | м. Мукачево | № 231-од`, or above it."""
    language = document.genre.language
    for other in (p for p in found if piece not in found or abs(p.line - piece.line) <= ACROSS_BLANK):
        dates = find_dates(other.text, language) if other.line <= piece.line else []
        if dates and len(dates[0][2]) == TO_THE_DAY and len(other.text) - (dates[0][1] - dates[0][0]) < 40:
            head.values.pop("issued_on", None)
            head.put("issued_on", read_as(dates[0][2], other.span, confidence=0.85, extractor="head.date"))
        town = _TOWN.search(other.text) if language in ("uk", "ru") and len(other.text) < 110 else None
        beside = other.line == piece.line or language in ("uk", "ru") and other.line > piece.line
        if (
            town is None
            and language != "kk"
            and beside
            and "issued_on" in head.values
            and not _NO_TOWN.match(other.text)
        ):
            town = _TOWN_ALONE.fullmatch(other.text)  # `5 May 2024 | No. 7 | Almaty`, or the town below
        if town:
            head.put("issued_at", Value(town[1], other.span, 0.8, "head.place"))
