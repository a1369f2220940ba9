"""Minutes that a document cites: whether they approved it, and the body that sat."""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.parts import Act, with_part
from extractors.finding.marking.marks import Marks
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "relations.tsv"
_APPROVED = Wordings(_WORDS, r"<<approved>>\w*")
_BODY = r"(<<body>>\w*\s[^\n;:№\d(]{3,160})"
_NAMED_BEHIND = Wordings(_WORDS, rf"<<verb>>\w*\s{_BODY}")
_NAMED = Wordings(
    _WORDS,
    rf"<<sat>>\s{_BODY}|(?:^|\n)([^\n]{{5,120}}?<<body_kk>>(?:сы|і))\s\w+ған"
    r"|(?:^|\n)([^\n.]{3,100}?)<<of_kk>>?\s<<sat_kk>>"
    r"|(?:^|\n|:\s)([^\n.:;]{3,80}?\s?<<body_kk>>(?:сы)?)<<of_kk>>\s<<decided_kk>>"
    r"|(?:^|\n)(<<council_kk>>)\s<<decided_kk>>",
)
_IN_CELL = Wordings(
    _WORDS, r"(?:<<sitting>>\s([^\t\n(),;№]{3,120}?)|(<<cell_body>>(?:\s[^\t\n(),;№]{1,80}?)?))[\s(,]*$"
)
"""The body that sat, at the end of what a cell of a table says before its minutes."""
_KAZAKH_BODY = Wordings(
    _WORDS,
    r"(?:^|(?<!\p{Lu})[.:;)]\s)(\p{Lu}[^\n.:;()№\d_]{3,100}?(?:сы|сі|[^ыі]))<<of_kk>>\s<<sat_kk>>"
    r"|(<<council_kk>>)(?:і?н?[дт]?[ыі]ң)?\s<<sat_kk>>",
)
"""A body in the genitive whose sitting approved the document, at the beginning of a sentence or known by its name."""
_APPROVED_BEHIND = Wordings(_WORDS, r"[^.\n]{0,24}?<<done_kk>>")
"""What was done by Kazakh minutes, behind them: `(№ 9 хаттама) қаралып, мақұлданды`."""
_PAPER = Wordings(_WORDS, r"(?<!\w)<<paper>>\s+(?=\S)", re.I)
"""What was approved, before the body that sat: `Силлабус «Физика» кафедрасының мәжілісінде …`."""


def sat_in_cell(marks: Marks, act: Act) -> Act | None:
    """Return minutes with the body that a cell of a table names before them; None outside tables."""
    first = max(0, act.start - 260)
    before = marks.text[first : act.start]
    cell = before.rfind("\t")
    sat = _IN_CELL.search(before, cell) if cell > before.rfind("\n") else None
    if sat is None:
        return None
    group = 1 if sat[1] else 2
    place = (first + sat.start(group), first + sat.end(group))
    return with_part(replace(act, issuer=None), "issuer", re.sub(r"\s+", " ", marks.text[slice(*place)]), place)


def minuted(marks: Marks, act: Act) -> Act:
    """Minutes outside a stamp: an approval where the words before say so, with the body that they name."""
    first = max(0, act.start - 260)
    if marks.language == "kk" and first and (border := marks.text.find("\n", first, act.start)) >= 0:
        first = border  # no line begins in the middle
    if marks.language == "kk" and (papers := [m.start() for m in _PAPER.finditer(marks.text, first, act.start)]):
        first = papers[-1]
    before = marks.text[first : act.start]
    near = before[-90:] if marks.language == "kk" else before
    behind = marks.text[act.end : act.end + 40] if marks.language == "kk" else ""
    relation = "approves" if _APPROVED.search(near) or _APPROVED_BEHIND.match(behind) else "basis"
    if act.issuer:
        return replace(act, relation=relation)
    act = replace(act, relation=relation)
    if told := sat_in_cell(marks, act):
        return told
    bodies = [match for pattern in (_NAMED_BEHIND, _NAMED) for match in pattern.finditer(before)]
    named = max(bodies, key=lambda match: match.start(), default=None)
    named = named or _KAZAKH_BODY.search(before)
    if named is None:
        return act
    group = next(i for i in range(1, len(named.groups()) + 1) if named.group(i))
    lead = _PAPER.match(named.group(group))
    tail = re.search(r"(?:[\s,(«»\"]*(?:[Пп]ротокол\w*|від|от|№))*[\s,(«»\"]*$", named.group(group))
    begin = first + named.start(group) + (lead.end() if lead else 0)
    place = (begin, first + named.end(group) - len(tail[0] if tail else ""))
    return with_part(act, "issuer", re.sub(r"\s+", " ", marks.text[slice(*place)]), place)
