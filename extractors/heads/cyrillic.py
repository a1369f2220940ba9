"""Heads of Ukrainian, Russian, Kazakh and English documents: bodies and kind."""

import re
from pathlib import Path

from extractors.heads.dating import read_effective, read_issued, read_order, read_own_day, read_place, read_requisites
from extractors.heads.head import Head, kind_lines, rank_of
from extractors.heads.institution_lines import (
    COLUMN,
    GOES_ON,
    OWN_OF,
    STATE,
    begins_name,
    complete,
    form_above,
    goes_on,
    goes_on_of,
    leading,
    names_alone,
    open_quote,
    quote_above,
)
from extractors.heads.labelled import COLUMNS, OF_MEMOS, read_labelled
from extractors.heads.minutes import read_minutes
from extractors.heads.pieces import Piece, alike, body_offset, joined, pieces
from extractors.heads.quality import read_quality_code
from extractors.heads.resolutions import read_resolution
from extractors.heads.titles import STAMPED, TITLED, read_title
from extractors.resolving.naming import first_case
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "cyrillic_words.tsv"
_NOMINATIVE = Wordings(_WORDS, r"(?:<<kind>>|(?:[а-яіїєґё'’-]+(?:ий|ый|ая|ое|а)\s){0,4}<<institution>>)(?!\w)", re.I)
_SIGNED = Wordings(_WORDS, r"<<over_page>>|.*<<signing>>|\(?\w{0,12}\)?\s?[0-9a-f]{32,}")
_OF_BODY = re.compile(r"[а-яәғқңөұүһі](?:[ндт][ыі]ң)$")
_LEGAL = Wordings(_WORDS, r"<<legal_form>>$", re.I)
_PARTS = Wordings(_WORDS, r"(?<=\p{Ll})\s(?=<<part_begins>>\s)|(?<=\sУКРАЇНИ)\s(?=\p{Lu}{5})")
_PAGE = Wordings(_WORDS, r"\s*\d+\s?<<page>>\w*\.?\s?\d*$|[,;.]$")
_OF = Wordings(_WORDS, r"^<<whose>>\s(?=\p{Lu})")
"""What leads from the line above to the body whose act it is: `Appendix to Resolution No. 7` over `of the Senate`."""
_TWIN = Wordings(_WORDS, r"(?<=\w[\w»”])\s+(?:<<russian_twin>>|<<body_behind>>)(?!\w).*$", re.I)
"""What stands behind a Kazakh name: itself in Russian, in the next column, or the body of it that approved."""
_INTRODUCED = Wordings(
    _WORDS,
    r"(<<introduced>>[^«(]{0,60}«[^»]{5,160}»|[А-ЯІЇЄҐ]\w+\s[^.;(]{3,80}університет\w*[^.;(]{0,60}?)\s?\(<<further>>",
)
_CLAUSE = re.compile(r"[1-9]\d?(?:\.[1-9]\d?)+\.?\s")
"""The number of a clause of the body, which names bodies but is none: `5.2. Зміни вносить Вчена рада …`."""
_IN_CARDS = frozenset({"issuer", "issued_on", "effective_from"})
"""What the card of an English programme may tell of the document itself."""
_CARD = 4000
"""Characters within which a card tells the awarding institution."""
_SENTENCES = re.compile(r"[^\W\d_]{3}[.;]\s+[^\W\d_].{60,}\s[^\W\d_]{3,}\.$")
"""Several sentences in one piece: running text, which names bodies but is none."""
_SCHOOL_OF = Wordings(_WORDS, r"<<school_of>>\s", re.I)
"""How a member of a university of universities begins its name, below that one's."""
_SAYS = Wordings(_WORDS, r"\d|[.:]$|<<says>>", re.I)
"""What stands in a line that says something, and names no institution alone."""

WHOLE_KIND = 92
"""Likeness in percent of a line and the name of a kind, at least."""


def read_head(document: Document) -> Head:
    """Return what the head of a document in one of these languages says."""
    head, language = Head(), document.genre.language
    body = body_offset(document)
    found = pieces(document, 0, body if 60 < body < 4000 else 3000)
    found = [p for p in found if not _SIGNED.match(p.text)]
    at, own = _kind_index(found, language)
    read_requisites(head, found, document)
    if language == "en":
        read_resolution(head, found, document)
        read_labelled(head, pieces(document, 0, _CARD), language, _IN_CARDS)
    _bodies(head, found[: at if at is not None else 14], document)
    if document.genre.kind in ("regulation", "other", "notice", "circular"):
        read_labelled(head, found, language, OF_MEMOS if document.genre.kind in ("notice", "circular") else COLUMNS)
    elif language == "en" and "issuer" not in head.values:
        _issuer_below(head, found[at + 1 : at + 9] if at is not None else [])
    read_title(head, found, at, own, document)
    read_place(head, found)
    read_quality_code(head, document)
    read_effective(head, document)
    read_minutes(head, found, document)
    read_issued(head, document, found)
    read_order(head, found, document)
    read_own_day(head, document)
    return head


def _kind_index(found: list[Piece], language: str) -> tuple[int | None, str]:
    """Return the index of the line that names the kind, the last of two, and what follows the kind on that line."""
    for index, piece in enumerate(found[:45]):
        text = re.sub(r"\s?-\s?", "-", piece.text)
        if index + 1 < len(found) and _names_kind(text, found[index + 1].text, language):
            return index + 1, ""
        for line, _ in kind_lines(language):
            if alike(text, line, WHOLE_KIND):
                return index, ""
            follows = re.match(rf"{re.escape(line)}\s+(?=[\"«“(])(.+)", text, re.IGNORECASE)
            before = re.fullmatch(rf"(.{{4,120}}?)\s?[–—-]\s?{re.escape(line)}", text, re.IGNORECASE)
            if before and len(line) > 15:
                return index, before[1]
            if follows and (piece.capitals or text[: len(line)].isupper() or len(line) > 15):
                return index, follows[1]
    return None, ""


def _names_kind(text: str, below: str, language: str) -> bool:
    """Return whether a line begins the kind and the line below it ends it: `… НАВЧАЛЬНОЇ` over `ДИСЦИПЛІНИ (СИЛАБУС)`.

    Two kinds one below the other, as `РОБОЧА ПРОГРАМА` over its course, are the first of them.
    """
    kinds = [line for line, _ in kind_lines(language)]
    if any(alike(said, line, WHOLE_KIND) for line in kinds for said in (text, below)):
        return False
    return any(len(line) > len(text) and alike(f"{text} {below}", line, WHOLE_KIND) for line in kinds)


def _bodies(head: Head, top: list[Piece], document: Document) -> None:
    """Read the ministry above and the institution that issues."""
    language = document.genre.language
    parent, issuer = _above(top, language)
    if not parent and not issuer:
        starts = [n for n, p in enumerate(top) if n and p.capitals and rank_of(p.text, language) == "ministry"]
        middle = next((found for n in starts if (found := _above(top[n:], language))[1]), None)
        parent, issuer = middle or _beside(top, language)  # of three columns, read behind a stamp
    if not issuer and "issuer" not in head.values:  # a quality system prints them at the head of every page alone
        running = pieces(document, 0, body_offset(document), furniture=True)
        running = [p for p in running if document.text.lines[int(p.line)].role == "furniture"]
        ministry, issuer = _above(running, language)
        parent = parent or ministry
    if language == "en" and not parent and len(issuer) > 1 and _SCHOOL_OF.match(issuer[1].text):
        parent, issuer = issuer[:1], issuer[1:]
    issuer = issuer + _below_stamp(issuer, top)
    if not issuer and parent and document.genre.kind == "decision" and "issuer" not in head.values:
        parent, issuer = [], [*(p for p in top if p.line < parent[0].line and STATE.fullmatch(p.text)), *parent]
    for column, parts in (("parent_body", parent), ("issuer", issuer)):
        whole = joined(parts)
        if whole:
            head.put(column, Value(_clean(whole[0], language), whole[1], 0.85, f"head.{column}"))
    if "issuer" not in head.values:
        _issuer_elsewhere(head, document)


def _above(top: list[Piece], language: str) -> tuple[list[Piece], list[Piece]]:
    """Return the lines that name a ministry and those of the institution, up to the first stamp."""
    parent: list[Piece] = []
    issuer: list[Piece] = []
    above: Piece | None = None
    seen: list[Piece] = []
    for piece in _parted(top, language):
        lead, above = above, piece
        seen.append(piece)
        if STAMPED.match(piece.text) or TITLED.match(piece.text):
            break
        if _CLAUSE.match(piece.text) or _SENTENCES.search(piece.text):
            continue
        rank = rank_of(piece.text, language)
        if issuer and language == "kk" and _OF_BODY.search(piece.text):
            break  # the body that approved, in the stamp below the name
        if rank == "ministry" and not parent:
            parent += [*leading(seen, piece, language), piece]
        elif goes_on(issuer, piece, rank, language) if issuer else rank == "university":
            begun = lead is not None and not issuer and begins_name(lead, piece, language)
            over = [lead] if lead is not None and begun else form_above(seen, issuer)
            issuer += [*(over if issuer else quote_above(seen) or over), piece]
        elif parent and not issuer and rank is None and goes_on_of(parent[-1], piece, language):
            parent.append(piece)
    return parent, issuer


def _below_stamp(issuer: list[Piece], top: list[Piece]) -> list[Piece]:
    """Return the line with whose name an institution bears where a stamp in the other column was read between."""
    after = [p for p in top if issuer and issuer[-1].line < p.line <= issuer[-1].line + COLUMN]
    if not after or not STAMPED.match(after[0].text) or OWN_OF.search(issuer[-1].text.casefold()):
        return []
    return [p for p in after if OWN_OF.match(p.text) and not re.search(r"\d", p.text)][:1]


def _issuer_below(head: Head, below: list[Piece]) -> None:
    """Take the institution from a line below the kind, as title pages have it: course, teacher, school."""
    for piece in below:
        named = rank_of(piece.text, "en") == "university" and re.fullmatch(r"[A-Z][\w.,’'& -]{5,80}", piece.text)
        if named and not _SAYS.search(piece.text):
            head.put("issuer", Value(piece.text, piece.span, 0.75, "head.issuer"))
            return


def _beside(top: list[Piece], language: str) -> tuple[list[Piece], list[Piece]]:
    """Return the ministry and the institution beside or below a stamp: names in the nominative, not those in it."""
    parent: list[Piece] = []
    issuer: list[Piece] = []
    legal: list[Piece] = []
    for piece in top:
        rank = rank_of(piece.text, language)
        if not issuer and _LEGAL.match(piece.text):
            legal = [piece]
        elif legal and not issuer and piece.line == legal[-1].line + 1 and piece.text.startswith(("«", '"', "“")):
            issuer = [*legal, piece]
        elif legal and not issuer and piece.line == legal[-1].line + 1 and GOES_ON.match(piece.text):
            legal.append(piece)
        elif rank == "ministry" and not parent and _NOMINATIVE.match(piece.text):
            parent.append(piece)
        elif (
            (
                rank == "university"
                and not issuer
                and complete([piece])
                and not open_quote([piece])
                and (piece.capitals or _NOMINATIVE.match(piece.text))
            )
            or rank == "university"
            and len(issuer) == 1
            and names_alone(issuer[0], piece)
        ):
            issuer.append(piece)
    return parent, issuer


def _parted(top: list[Piece], language: str) -> list[Piece]:
    """Cut a line that names the ministry, the university and its parts in one."""
    parts: list[Piece] = []
    for piece in top:
        at = 0
        for text in _PARTS.pattern.split(piece.text) if language == "uk" and len(piece.text) > 60 else [piece.text]:
            parts.append(Piece(text, piece.start + at, piece.start + at + len(text), piece.line, piece.gap))
            at += len(text) + 1
    return parts


def _clean(text: str, language: str) -> str:
    return _OF.sub("", _PAGE.sub("", _TWIN.sub("", text) if language == "kk" else text)).strip()


def _issuer_elsewhere(head: Head, document: Document) -> None:
    """Take the institution from the stamp's office, or from where the text introduces it (`… (далее – …)`)."""
    language = document.genre.language
    for stamp in document.found("stamp"):
        organisation = stamp.parts.get("organisation")
        if organisation:
            head.put("issuer", Value(organisation, stamp.parts["organisation_span"], 0.8, "head.stamp"))
            return
    for act in (m.parts for m in document.found("citation") if m.parts.get("relation") == "approves"):
        if language == "kk" and act.get("kind") == "order" and act.get("issuer"):
            head.put("issuer", Value(act["issuer"], act["places"].get("issuer"), 0.75, "head.approved"))
            return
    text = document.text.body(Span(0, min(len(document.text.content), 9000)))
    named = _INTRODUCED.search(text)
    if named:
        head.put("issuer", Value(first_case(named[1], language), None, 0.7, "head.introduced"))
