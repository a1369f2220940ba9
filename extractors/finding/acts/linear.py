"""Citations whose parts follow the kind in a fixed manner: Vietnamese and English.

`Thông tư số N ngày D của I về việc T và được sửa đổi theo Thông tư số N2 ngày D2 của I2;`
"""

import re
from dataclasses import replace

from rapidfuzz import fuzz

from extractors.finding.acts.ends import ENDS, PROPOSED, amended_by
from extractors.finding.acts.parts import Act, with_part
from extractors.finding.acts.reader import Reader
from extractors.finding.marking.labels import meanings
from extractors.finding.marking.marks import Mark, Marks
from extractors.heads.pieces import bare
from normalizers.wordings import Wordings

_JOINS = Wordings(ENDS, r"<<text_merged>>\s(?:<<all_of>>\s)?", re.IGNORECASE)
"""What leads to the act whose text another one puts together with its amendments."""
_MERGED = Wordings(ENDS, "<<text_merged>>")
_LISTED = Wordings(ENDS, r"\s*[,;]?\s*(?:<<and>>\s)?(?:<<numbered>>\s?:?\s?)?")
"""What parts the numbers of acts that one word of kind leads: `các Quyết định số 3/QĐ-X, số 5/QĐ-X`."""


def read_acts(marks: Marks, start: int, end: int, *, basis: bool) -> list[Act]:
    """Return the acts cited in a paragraph, in reading order. `basis`: acts here are what the document rests on."""
    found: list[Act] = []
    cursor, amended = start, False
    kinds = marks.within("kinds", start, end)
    misread = _misread_kind(marks, start, end) if basis else None
    if misread is not None and not any(k.start < misread.end for k in kinds):
        kinds = [misread, *kinds]
    for kind in kinds:
        if kind.start < cursor:
            continue
        act = Reader(marks, kind, end, basis=basis).read()
        if act is None:
            continue
        act = _of_text(marks, _of_proposer(marks.text, start, act))
        found.append(replace(act, amends=True) if amended and act.number else act)
        amended = amended_by(marks.language, marks.text[act.end : act.end + 60].lstrip(" ,("))
        cursor = act.end
    return _sharing(marks.text, sorted(found + _lone_numbers(marks, start, end, found), key=lambda a: a.start))


def _of_proposer(text: str, start: int, act: Act) -> Act:
    """Give a proposal or a letter without an issuer the one who asks in it."""
    if act.issuer or act.kind not in ("proposal", "official_letter", "minutes"):
        return act
    who = PROPOSED.search(text, start, act.start)
    return with_part(act, "issuer", re.sub(r"\s+", " ", who["who"]), who.span("who")) if who else act


def _of_text(marks: Marks, act: Act) -> Act:
    """Give an act that only puts another's text together the kind of that one: `… hợp nhất Luật Giáo dục`."""
    titled = act.places.get("title") if _MERGED.search(marks.text, act.start, act.end) else None
    joins = _JOINS.match(marks.text, *titled) if titled else None
    kinds = [k for k in marks.within("kinds", *titled) if k.start == joins.end()] if titled and joins else []
    return replace(act, kind=kinds[0].label.split(" ")[0]) if kinds else act


def _misread_kind(marks: Marks, start: int, end: int) -> Mark | None:
    """Return the kind that a garbled line names right after its opening words (`Căn cti'Nghi quy\t …`)."""
    opening = re.compile(r"\W*C[ăaâ]n\s?c\w{0,3}\W{0,3}").match(marks.text, start, end)
    words = list(re.compile(r"\S+").finditer(marks.text, opening.end(), end))[:2] if opening else []
    if len(words) < 2:
        return None
    printed = re.sub(r"\W", "", bare(words[0][0] + words[1][0]))
    for label, forms in meanings("kinds", "vi").items():
        for form in forms:
            wanted = re.sub(r"\W", "", bare(form))
            if label.endswith(" act") and len(wanted) >= 7 and fuzz.ratio(printed, wanted) >= 84:
                return Mark(words[0].start(), words[1].end(), label)
    return None


def _sharing(text: str, acts: list[Act]) -> list[Act]:
    """Give acts that are listed by their numbers the issuer that the last of them names for all."""
    for place in range(len(acts) - 2, -1, -1):
        act, following = acts[place], acts[place + 1]
        if not act.issuer and following.issuer and _LISTED.fullmatch(text, act.end, following.start):
            acts[place] = with_part(act, "issuer", following.issuer, following.places.get("issuer"))
    return acts


def _lone_numbers(marks: Marks, start: int, end: int, found: list[Act]) -> list[Act]:
    """Acts whose kind is unreadable but whose number says it (`Thông tr số 10/2016/TT-BGDĐT`)."""
    lone: list[Act] = []
    for number in marks.within("numbers", start, end):
        kind = number.label.partition(" ")[2]
        if not kind or any(a.start <= number.start < a.end for a in found):
            continue
        before = marks.text[max(start, number.start - 5) : number.start]
        listed = any(
            _LISTED.fullmatch(marks.text, a.end, number.start) for a in (*found, *lone) if a.end <= number.start
        )
        if not listed and not re.search(r"(?:[Ss][ốóoô]|:)\s?$", before):
            continue
        mark = Mark(number.start, number.start, f"{kind} act")
        act = Reader(marks, mark, end, basis=False).read()
        if act is not None:
            lone.append(replace(act, confidence=0.8))
    return lone
