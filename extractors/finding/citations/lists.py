"""Lists of normative references: one act per entry, also where no number is printed."""

import re
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from extractors.finding.acts.parts import Act, trimmed, unquoted, with_mark, with_part
from extractors.finding.marking.marks import Mark, Marks
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_BULLET = re.compile(lettered(r"\s*(?:[-–—•*▪●]\s+|\d{1,2}(?:\.\d{1,2})?[.)]\s?|\d\.\d\s|\p{Ll}\)\s)"))
_WORDS = Path(__file__).parents[1] / "knowledge" / "relations.tsv"
_HEADING = Wordings(_WORDS, r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\p{Lu}|<<chapter>>\s)[^;]*$")
_OWN, _ANNEX = Wordings(_WORDS, "<<own>>"), Wordings(_WORDS, r"\s*<<annex_head>>")
_ENTRY, _BRACKET = Wordings(_WORDS, r"\s*\d+[.)]\s?<<entry>>"), Wordings(_WORDS, r"\s\((?=<<bracketed>>)")
_ITEM = re.compile(lettered(r"\s*(?:\d{1,2}\)|\p{Ll}\)|[-–—•*▪●])\s?\S"))
_LEAD = 260
"""Letters of a sentence that leads to the documents the text was made by, at most."""
_PREFIXES = {
    "П": "regulation",
    "РК": "guideline",
    "МИ": "guideline",
    "ДП": "regulation",
    "И": "instruction",
    "СТ": "standard",
    "СТО": "standard",
}


@dataclass(frozen=True)
class NormativeList:
    """The stretch of a list and what its entries are to the document (`basis` or `refers`)."""

    start: int
    end: int
    relation: str


def find_lists(marks: Marks) -> list[NormativeList]:
    """Return the lists of normative references: a short heading that says so, then its entries."""
    lists = []
    paragraphs = marks.paragraphs
    for index, (start, end) in enumerate(paragraphs):
        if _leads(marks, start, end):
            entries = takewhile(lambda place: _ITEM.match(marks.text, *place) is not None, paragraphs[index + 1 :])
            last = max((e for _, e in entries), default=end)
            lists += [NormativeList(end, last, "basis")] if last > end else []
            continue
        relation = _announced(marks, start, end)
        if relation is None:
            continue
        last = end
        for s, e in paragraphs[index + 1 :]:
            text = marks.text[s:e]
            if _ends(text):
                break
            last = e
        if last > end:
            lists.append(NormativeList(end, last, relation))
    return lists


def _leads(marks: Marks, start: int, end: int) -> bool:
    """Say whether a sentence tells by what documents the text was made, which are listed below it."""
    text = marks.text[start:end].rstrip()
    if not text.endswith(":") or len(text) > _LEAD or "\t" in text or _OWN.search(text) is None:
        return False
    return bool(marks.within("connectors", start, end, "basis"))


def _announced(marks: Marks, start: int, end: int) -> str | None:
    text = marks.text[start:end]
    if end - start > 160 or "\t" in text or re.search(r"\s\d{1,3}$", text):
        return None
    for role, relation in (("basis_list", "basis"), ("reference_list", "refers")):
        for mark in marks.within("connectors", start, end, role):
            lead = re.fullmatch(r"[\s\d.]*", marks.text[start : mark.start])
            if lead is not None and (end - mark.end < 4 or role == "basis_list"):
                return relation
    return None


def _ends(text: str) -> bool:
    """Say whether a paragraph is the next heading and no entry."""
    if _HEADING.match(text) and not text.rstrip().endswith((";", ".")) and not _ENTRY.match(text):
        return not re.search(r"[№«“]|\d{4}", text)
    return _ANNEX.match(text) is not None


def read_entry(marks: Marks, start: int, end: int) -> Act | None:
    """Read an entry that names an act by code or title: `ГОСТ 7.32-2001 …`, `Руководство по качеству РК-01-2012`."""
    bullet = _BULLET.match(marks.text, start, end)
    if bullet is None:
        return None
    begin = bullet.end()
    bracket = _BRACKET.search(marks.text, begin, end)
    limit = bracket.start() if bracket else end
    numbers = [m for m in marks.within("numbers", begin, limit) if m.label in ("standard", "code")]
    kinds = marks.within("kinds", begin, limit)
    signed = marks.within("numbers", begin, limit)
    if not numbers and not kinds and not (signed and marks.within("dates", begin, limit)):
        return None
    if numbers:
        return _coded(marks, numbers[0], begin, limit, kinds)
    act = Act(begin, end, kinds[0].label.split(" ")[0] if kinds else None)
    quoted = re.compile(r"\s*[«“\"]([^»”\"\n]+)[»”\"]").match(marks.text, begin, limit)
    if quoted:
        place = trimmed(marks.text, quoted.start(1), quoted.end(1))
    elif kinds and kinds[0].start - begin < 60:
        place = trimmed(marks.text, begin, limit)
    else:
        return None
    act = with_part(act, "title", marks.text[slice(*place)] if place else None, place)
    if signed and quoted:
        act = with_part(act, "number", signed[0].value, (signed[0].start, signed[0].end))
        date = next((d for d in marks.within("dates", begin, limit) if len(d.value) >= 7), None)
        act = with_part(act, "issued_on", date.value if date else None, (date.start, date.end) if date else None)
    return act


def _coded(marks: Marks, number: Mark, begin: int, limit: int, kinds: list[Mark]) -> Act:
    """Read an entry with a code: the title follows it, or stands before it."""
    after = trimmed(marks.text, number.end, limit)
    before = trimmed(marks.text, begin, number.start)
    place = before if before and before[1] - before[0] > 12 else after
    if place is not None:
        place = unquoted(marks.text, place)
    prefix = re.match(r"[^\W\d_]+", number.value)
    kind = "standard" if number.label == "standard" else _PREFIXES.get(prefix[0] if prefix else "")
    own = next((k.label.split(" ")[0] for k in kinds if place and k.start == place[0]), None)
    if number.value.startswith("ДК"):
        own = "catalogue"
    act = Act(begin, limit, own if number.label == "code" and own else kind or own or "regulation")
    act = with_mark(act, "number", number)
    return with_part(act, "title", marks.text[slice(*place)] if place else None, place)
