"""When a Vietnamese or English document takes effect and to what it applies, as its articles say."""

import re
from pathlib import Path

from extractors.heads.head import Head
from extractors.values import read_as
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.values.dates import find_dates
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "effect_words.tsv"
_EFFECT = Wordings(
    _WORDS, r"<<own_act>>\s(?:này\s(?:[^.]{1,200}?(?:[;,]|\svà)\s)?)?<<in_effect>>(?P<rest>[^.;]{0,160})"
)
_SIGNED = Wordings(_WORDS, r"<<signed>>")
_DELAYED = Wordings(_WORDS, r"(?<!\w)<<delayed>>")
_SINCE = Wordings(_WORDS, r"<<since>>\s?(?:ngày\s?)?$")
_APPLIES = Wordings(_WORDS, r"<<applied>>\s(?P<what>[^.;/]{8,220})")
_BEYOND = Wordings(_WORDS, r"(?:\s+và|,)\s+<<beyond>>(?!\w)")
"""Where an article goes on to another thing than those to whom it applies."""
_FROM_SCHOOL_YEAR = Wordings(
    _WORDS, r"(?:áp dụng|hiệu lực)[^.;]{0,30}?\s(?P<what><<from_term>>[^.;,]{4,60}?)(?=\svà\s|[.;,])"
)
_AIM = Wordings(_WORDS, r"(?:\d+\.?\s|[IVX]+\.\s)?<<aim>>\s*:?", re.IGNORECASE)
_LONGEST_AIM = 30  # words
_BROUGHT = Wordings(
    _WORDS,
    r"(?:<<annexed>> <<this>>|(?<=[.:;] )<<programme>>) (?:<<shall>> )*"
    r"(?:<<applied>>\s(?P<what>[^.;/]{8,220})|<<applies>> (?P<term><<from_term>>[^.;,]{4,60}?)(?=\svà\s|[.;,]))",
)


def read_effect(head: Head, document: Document) -> None:
    """Add `effective_from` and `applies_to` to a head."""
    content = document.text.content
    for match in _EFFECT.finditer(re.sub(r"[\n\f]", " ", content)):
        rest = match["rest"]
        dates = [
            d for d in find_dates(rest, document.genre.language) if len(d[2]) == 10 and _SINCE.search(rest[: d[0]])
        ]
        start = match.start("rest")
        signed = _SIGNED.search(rest)
        if signed is not None and _DELAYED.search(rest, 0, signed.start()):
            continue  # which day that is depends on how days are counted
        if signed is not None and head.get("issued_on"):
            span = Span(start + signed.start(), start + signed.end())
            if len(str(head.get("issued_on"))) == 10:
                head.put(
                    "effective_from", read_as(head.get("issued_on"), span, confidence=0.9, extractor="effect.signed")
                )
        elif dates:
            span = Span(start + dates[0][0], start + dates[0][1])
            head.put("effective_from", read_as(dates[0][2], span, confidence=0.9, extractor="effect.date"))
        _applies(head, document, Span(match.start(), min(len(content), match.end() + 200)))
        if "effective_from" in head.values:
            break
    _brought_in(head, document)
    _aimed(head, document)


def _aimed(head: Head, document: Document) -> None:
    """Read to whom a document applies from the section that is nothing but that: `1. Đối tượng áp dụng`."""
    if "applies_to" in head.values or document.genre.kind in ("programme", "syllabus", "plan"):
        return
    for section in document.sections:
        said = document.text.body(section.heading) if section.heading else ""
        if not _AIM.fullmatch(said.strip()) or len(section.text) != 1:
            continue
        words = document.text.body(section.text[0]).strip(" .;")
        if words and len(words.split()) <= _LONGEST_AIM and not re.search(r"[.;:]\s|áp dụng", words):
            head.put("applies_to", Value(words, section.text[0], 0.6, "effect.aimed"))
        return


def _brought_in(head: Head, document: Document) -> None:
    """Read to what the annexed text applies, where an article of the decision itself says it."""
    if document.genre.kind != "decision" or "applies_to" in head.values:
        return
    end = document.zones.annexes[0].start if document.zones.annexes else document.zones.tail.start
    text = re.sub(r"[\n\f]", " ", document.text.content[: min(end or 4000, 6000)])
    found = _BROUGHT.search(text)
    if found:
        said = "what" if found["what"] else "term"
        what = re.sub(r"\s+", " ", found[said]).strip(" ,")
        head.put("applies_to", Value(what, Span(*found.span(said)), 0.65, "effect.brought"))


def _applies(head: Head, document: Document, span: Span) -> None:
    """Read to whom or what the document applies, from the article of its effect only."""
    if document.genre.kind not in ("decision", "regulation"):
        return
    text = re.sub(r"[\n\f]", " ", document.text[span])
    text = text.split("Điều", 1)[0] if text.startswith("Điều") else re.split(r"\sĐiều\s\d", text)[0]
    found = _APPLIES.search(text) or _FROM_SCHOOL_YEAR.search(text)
    if found:
        beyond = _BEYOND.search(text, *found.span("what"))
        end = beyond.start() if beyond else found.end("what")
        what = re.sub(r"\s+", " ", text[found.start("what") : end]).strip(" ,")
        place = Span(span.start + found.start("what"), span.start + end)
        head.put("applies_to", Value(what, place, 0.7, "effect.applies"))
