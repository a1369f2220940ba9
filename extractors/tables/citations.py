"""The citations table: one row per act and relation, in the order in which they are cited."""

import re
from dataclasses import replace

from rapidfuzz import fuzz

from extractors.heads import Head, read_head
from models.document import Document, Mention
from models.rows import Row, Value
from models.text import Span
from normalizers.values.names import fold

_COLUMNS = ("kind", "number", "issued_on", "issuer", "title", "relation", "article", "of_number")
_RUNNING = ("issuer", "title")
LEAST_OWN = 30
"""Characters of the document's own title that are enough to know it by."""
# A citation that says one of these of an act is worth a row of its own beside one that only refers to it.
_STRONG = ("basis", "amends", "replaces", "approves", "enacts")


def extract(document: Document) -> list[Row]:
    """Return a row for each distinct act and relation; the document itself is no act that it cites."""
    head = read_head(document)
    kept: dict[tuple[str, ...], Row] = {}
    for mention in document.found("citation"):
        if _is_self(mention, head, document):
            continue
        row = _row(mention, document)
        key = _key(row, list(kept.values()))
        kept[key] = _merged(kept[key], row) if key in kept else row
    rows = list(kept.values())
    strong = {_name(r) for r in rows if r.get("relation") in _STRONG}
    rows = [r for r in rows if r.get("relation") != "refers" or r.get("number") or _name(r) not in strong]
    changed = {_name(r) for r in rows if r.get("relation") in ("amends", "replaces") and r.get("number")}
    rows = [r for r in rows if r.get("relation") != "refers" or _name(r) not in changed]
    return [_enacting_issuer(r, head) for r in rows if not _repeats(r, rows)]


def _row(mention: Mention, document: Document) -> Row:
    places: dict[str, Span] = mention.parts.get("places", {})
    cells: dict[str, Value] = {}
    for column in _COLUMNS:
        value = mention.parts.get(column)
        if not value:
            continue
        span = places.get(column, mention.span)
        text = _tidy(value) if column in _RUNNING else value
        cells[column] = Value(text, span, mention.confidence, "citations")
    if "title" in cells and "issuer" in cells and f"«{cells['title'].value}»" in str(cells["issuer"].value):
        del cells["title"]  # the name of who issued it
    meant = mention.parts.get("known_as")
    if meant:
        cells["number"] = replace(cells["number"], value=meant, confidence=0.8, extractor="citations.symbol")
    section = document.section_at(mention.span.start)
    if section is not None and section.number and mention.parts.get("relation") in ("refers", "replaces", "amends"):
        cells["provision"] = Value(section.number, section.marker or mention.span, 0.8, "citations")
    return Row("citations", cells)


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,;:.*_")
    for opening, closing in ("«»", "“”"):
        text = text + closing if text.count(opening) == text.count(closing) + 1 else text
        text = text[:-1] if text.endswith(closing) and text.count(closing) > text.count(opening) else text
    return text


def _is_self(mention: Mention, head: Head, document: Document) -> bool:
    """Say whether a citation means the document: by its number, or by a title that is its own."""
    number, own = mention.parts.get("number"), head.get("number")
    if number and own and (fold(number) == fold(str(own)) or str(own).startswith(f"{number}/")):
        return True
    if (
        number
        and own
        and number.split("/")[0] == str(own).split("/")[0]
        and mention.parts.get("issued_on") == head.get("issued_on")
    ):
        return True
    if mention.parts.get("relation") == "basis" and number and not own and mention.span.start < 700:
        before = document.text.content[max(0, mention.span.start - 12) : mention.span.start + 6]
        return bool(re.search(r"S[ốóô6]\s?:", before)) and document.genre.language == "vi"
    title, printed = mention.parts.get("title"), head.get("title")
    place = head.values["title"].span if printed else None
    if place and not number and mention.parts.get("relation") in ("basis", "refers") and _inside(mention.span, place):
        return True  # what the document is about
    if number or not title or not printed or mention.parts.get("kind") not in ("regulation", "charter", "programme"):
        return False
    short = min(len(title), len(str(printed)))
    if fold(title)[:LEAST_OWN] == fold(str(printed))[:LEAST_OWN] and short >= LEAST_OWN:
        return True
    return fuzz.ratio(fold(title)[:short], fold(str(printed))[:short]) >= 72


def _inside(span: Span, whole: Span) -> bool:
    return whole.start <= span.start and span.end <= whole.end


def _name(row: Row) -> str:
    return fold(str(row.get("number") or row.get("title") or row.get("issuer") or ""))


def _key(row: Row, known: list[Row]) -> tuple[str, ...]:
    """Return what tells acts apart: number (and date, where numbers repeat) or title, and the relation."""
    relation = row.get("relation") or ""
    number = row.get("number")
    if number:
        dated = row.get("issued_on") or ""
        same = [r for r in known if fold(str(r.get("number"))) == fold(number) and r.get("relation") == relation]
        for other in same:
            if not dated or not other.get("issued_on") or other.get("issued_on") == dated:
                return (
                    (relation, fold(number), other.get("issued_on") or "")
                    if other.get("issued_on")
                    else (relation, fold(number), "")
                )
        return relation, fold(number), dated
    title = fold(str(row.get("title") or ""))
    for other in known:
        if other.get("relation") == relation and not other.get("number") and title:
            theirs = fold(str(other.get("title") or ""))
            days = {row.get("issued_on"), other.get("issued_on")}
            one = len(days) == 1 or theirs == title and None in days and {row.get("kind"), other.get("kind")} == {"law"}
            if theirs and fuzz.ratio(theirs, title) >= 88 and one:
                return relation, theirs, str(other.get("issued_on") or "")
    return relation, title or fold(str(row.get("issuer") or "")), row.get("issued_on") or ""


def _merged(first: Row, second: Row) -> Row:
    """Return the first row with what only the second says."""
    extra = {c: v for c, v in second.cells.items() if c not in first.cells and c != "provision"}
    return replace(first, cells={**first.cells, **extra})


def _repeats(row: Row, rows: list[Row]) -> bool:
    """Say whether a row without a number only repeats the title that a numbered act of the same relation bears."""
    if row.get("number") or not row.get("title") or row.get("issued_on"):
        return False
    title = fold(str(row.get("title")))
    others = (
        r for r in rows if r is not row and r.get("number") and r.get("title") and r.get("kind") == row.get("kind")
    )
    return any(fuzz.ratio(title, fold(str(r.get("title")))) >= 92 for r in others)


def _enacting_issuer(row: Row, head: Head) -> Row:
    """An order in an approval stamp is the institution's own."""
    if (
        row.get("relation") == "enacts"
        and row.get("kind") == "order"
        and not row.get("issuer")
        and "issuer" in head.values
    ):
        issuer = head.values["issuer"]
        return replace(row, cells={**row.cells, "issuer": replace(issuer, confidence=0.7, extractor="citations.stamp")})
    return row
