"""Minutes that a document cites: whether they approved it, and the body that sat."""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts import Act, with_part
from extractors.finding.marks import Marks
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "relations.tsv"
_APPROVED = Wordings(_WORDS, r"<<approved>>\w*")
_BODY = r"(<<body>>\w*\s[^\n;:№\d(]{3,160})"
_NAMED_BEHIND = Wordings(_WORDS, rf"<<verb>>\w*\s{_BODY}")
_NAMED = Wordings(
    _WORDS,
    rf"засіданн\w+\s{_BODY}|заседани\w+\s{_BODY}|(?:^|\n)([^\n]{{5,120}}?(?:комиссиясы|кеңесі|кафедрасы))\s\w+ған"
    r"|(?:^|\n)([^\n.]{3,100}?)(?:[ндт][ыі]ң)?\s(?:отырысында|мәжілісінде)"
    r"|(?:^|\n|:\s)([^\n.:;]{3,80}?\s?(?:[Кк]еңес|[Кк]омиссия|[Кк]афедра)(?:сы)?)(?:ның|нің|тің)\s(?:шешімі|хаттамасы)",
)
_IN_CELL = Wordings(
    _WORDS, r"(?:<<sitting>>\s([^\t\n(),;№]{3,120}?)|(<<cell_body>>(?:\s[^\t\n(),;№]{1,80}?)?))[\s(,]*$"
)
"""The body that sat, at the end of what a cell of a table says before its minutes."""
_KAZAKH_BODY = re.compile(
    r"(?:^|(?<![А-ЯӘҒҚҢӨҰҮҺІ])[.:;)]\s)([А-ЯӘҒҚҢӨҰҮҺІ][^\n.:;()№\d_]{3,100}?(?:сы|сі|[^ыі]))(?:[ндт][ыі]ң)\s(?:отырыс|мәжіліс)ында"
    r"|((?:Ғылыми|Академиялық|Әдістемелік|Оқу-әдістемелік|Ғылыми-әдістемелік)\sкеңес)(?:тің|інің)\s(?:отырыс|мәжіліс)(?:ында|інде)"
)
"""A body in the genitive whose sitting approved the document, at the beginning of a sentence or known by its name."""
_APPROVED_BEHIND = re.compile(r"[^.\n]{0,24}?(?:бекіт|мақұл|қаралд|қаралып|талқыл)")
"""What was done by Kazakh minutes, behind them: `(№ 9 хаттама) қаралып, мақұлданды`."""
_PAPER = re.compile(r"(?<!\w)(?:syllabus|силлабус\w*|(?:жұмыс\s)?(?:оқу\s)?бағдарлама\w*)\s+(?=\S)", re.I)
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
