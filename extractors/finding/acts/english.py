"""Acts of English universities: approvals in closing lines, and rules cited by their titles alone.

`Approved by Senate: 8 May 2024 (Minute S24/17)`, `the Student Appeals Procedure`, `the Equality Act 2010`
"""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.parts import Act, with_part
from extractors.finding.marking.marks import Marks
from normalizers.values.dates import find_dates
from normalizers.wordings import Wordings

BODY = (
    r"(?:the\s+)?(?P<body>(?:[A-Z][\w’'-]*[\s,]+(?:(?:of|for|and|on|the|&)\s+)*){0,7}"
    r"(?:Senate|Council|Board|Committee|Court|Senatus|Assembly|Executive|Faculty|Governors|Corporation|Trustees)\b"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:of|and|for)\s+(?:the\s+)?)?[A-Z][\w’'-]*){0,7})?)"
)
_APPROVED = re.compile(
    rf"(?<!\w)(?:[Aa]pproved|APPROVED|[Aa]dopted|[Rr]atified|[Ee]ndorsed|[Aa]pproval)\s+by:?\s+(?:the\s+(?:[Dd]ecision|[Rr]esolution)\s+of\s+)?{BODY}"
    r"(?P<rest>[^.;\n]{0,90})"
)
_AUTHORITY = re.compile(
    rf"(?<!\w)(?:[Aa]pproving|[Aa]pproval)\s+(?:[Bb]ody|[Aa]uthority|[Cc]ommittee)\s*[:\t]\s*{BODY}(?P<rest>[^\n]{{0,40}})"
)
_APPROVED_ON = re.compile(
    r"(?:[Dd]ate\s+of\s+(?:last\s+)?[Aa]pproval|[Aa]pproval\s+[Dd]ate|[Dd]ate\s+[Aa]pproved)\s*[:\t]\s*"
)
_MINUTE = re.compile(
    r"\(?\b(?P<kind>[Mm]inutes?|[Mm]in\.|[Rr]esolution|[Dd]ecision|[Rr]ef\.?|[Pp]aper)\s*(?:[Nn]o\.?|[Nn]umber)?\s*:?\s*"
    r"(?P<number>[A-Z]{0,6}[ /-]?\d[\w./-]*)"
)
_RULES = (
    r"(?:Regulations?|Policy|Policies|Procedures?|Code of (?:Practice|Conduct)|Ordinances?|Statutes?|Framework|Charter"
    r"|Rules|Guidelines)"
)
_WORD = r"[A-Z][\w’'-]*"
_TITLED = re.compile(
    rf"\b(?:[Tt]he|[Uu]niversity[’']s|its|[Aa])\s+(?P<title>(?:{_WORD}\s+(?:(?:of|for|and|on|the|to|in|&)\s+)*){{1,7}}{_RULES}"
    rf"(?:\s+(?:for|on|of|governing)\s+(?:(?:the\s+)?{_WORD})(?:\s+(?:(?:of|for|and|the|in)\s+)*{_WORD}){{0,6}})?)"
    r"(?:\s+\(?(?P<year>(?:19|20)\d\d)(?![-–/]\d)\)?)?(?!\w)"
)
_TITLED_FIRST = re.compile(
    rf"\b[Tt]he\s+(?P<title>{_RULES}\s+(?:on|for|of|governing|concerning)\s+(?:(?:the\s+)?{_WORD})"
    rf"(?:\s+(?:(?:of|for|and|the|in|on)\s+)*{_WORD}){{0,8}})(?P<year>(?!))?(?!\w)"
)
"""Rules whose kind stands first: `the Regulations on Doctoral Studies`."""
_REPEALED = re.compile(
    r"[^.;]{0,50}?\b(?:is|are|shall be)\s(?:hereby\s)?(?:repealed|revoked|rescinded|superseded|replaced)\b"
)
_CODED = re.compile(
    r"\s+\((?:(?:[Rr]esolution|[Dd]ecision|[Mm]inute|[Rr]ef\.?)\s+(?:[Nn]o\.?\s*)?)?"
    r"(?P<number>[A-Z]{1,6}(?:[-/ .]?[A-Z]{1,4})?[-/ .]?\d[\w./-]*)\)"
)
"""The code of the rules in brackets behind their title: `(ACA-031)`, `(Resolution No. S-2019/4)`."""
_CODE_ENDS = re.compile(r"\s(?P<number>[A-Z]{1,6}(?:[-/][A-Z]{1,6})*[-/]?\d[\w./-]*)$")
"""The code of the rules right behind their title."""
_SUPERSEDES = re.compile(
    r"(?m)^[ \t]*(?:\d{1,2}\.?\s+)?(?i:supersede[sd]|replaces|supersedes and replaces)\s*(?::|\t)[ \t]*"
    r"(?P<title>[A-Z][^\n\t(;]{6,110}?)"
    r"[ \t]*(?=\(|;|\n|$)"
)
"""The line of a card that names what the document takes the place of."""
_LAW = re.compile(
    rf"\b(?P<title>(?!The\s)(?:{_WORD}\s+(?:(?:and|of|for|to|etc\.?|the)\s+)*){{1,7}}Act\s+(?P<year>(?:1[89]|20)\d\d))\b"
)
_REPLACED = re.compile(
    r"(?:supersed|replac|revok|rescind)\w*\s+(?:and\s+\w+\s+)?(?:the\s+)?(?:previous\s+|earlier\s+|former\s+)?$", re.I
)
MADE_UNDER = Wordings(
    Path(__file__).parents[1] / "knowledge" / "relations.tsv", r"<<made_under>>\s(?:[^.;]|(?<=No)\.)*$"
)
"""Words before an act that the document itself was made under."""
_DATED = re.compile(r"\s*,?\s*(?:which was\s+)?(?:approved|adopted|dated|of)\s+(?:on\s+)?")
_SECTION = re.compile(r"\b(?:section|paragraph|clause|regulation|article|part)\s+(?P<part>\d[\w.()]*)\s+of\s+$", re.I)
_KINDS = {"Charter": "charter", "Statute": "charter", "Code": "guideline"}
_OWN = re.compile(r"(?:these|this|such|any|all|other|its own)\s+$", re.I)


def read_approvals(marks: Marks) -> list[Act]:
    """Return the approvals that lines of the document name, with body, day and minute."""
    text, found = marks.text, []
    for pattern in (_APPROVED, _AUTHORITY):
        for match in pattern.finditer(text):
            line_end = text.find("\n", match.end("body"))
            rest_end = min(match.end("rest") + 60, line_end if line_end >= 0 else len(text))
            rest = text[match.end("body") : rest_end]
            dates = find_dates(rest, "en")
            minute = _MINUTE.search(rest)
            labelled = bool(re.match(r"\W*\w+\s+by\s*:", match[0]))
            told = _APPROVED_ON.search(text) if not dates and (pattern is _AUTHORITY or labelled) else None
            if told and (after := find_dates(text[told.end() : told.end() + 40], "en")) and after[0][0] < 4:
                dates, offset = after, told.end()
            else:
                offset = match.end("body")
            if not dates and minute is None:
                continue
            kind = minute["kind"].lower() if minute else ""
            kind = kind if kind in ("resolution", "decision") else "minutes"
            act = Act(match.start(), rest_end, kind, relation="approves", confidence=0.85)
            body = re.sub(r"\s+", " ", match["body"]).strip(" ,")
            act = with_part(act, "issuer", body, match.span("body"))
            if dates:
                act = with_part(act, "issued_on", dates[0][2], (offset + dates[0][0], offset + dates[0][1]))
            if minute:
                place = (match.end("body") + minute.start("number"), match.end("body") + minute.end("number"))
                act = with_part(act, "number", minute["number"].strip(" ."), place)
            found.append(act)
    return found


def read_rules(marks: Marks, start: int, end: int) -> list[Act]:
    """Return the rules and laws that a paragraph cites by their titles; the document's own title is left to others."""
    text, found = marks.text, []
    for match in (
        *_TITLED.finditer(text, start, end),
        *_TITLED_FIRST.finditer(text, start, end),
        *_LAW.finditer(text, start, end),
    ):
        title = re.sub(r"\s+", " ", match["title"])
        if len(title.split()) < 2 or _OWN.search(text[max(start, match.start("title") - 12) : match.start("title")]):
            continue
        law = match.re is _LAW
        kind = "law" if law else next((k for word, k in _KINDS.items() if word in title), "regulation")
        before = text[max(start, match.start() - 60) : match.start("title")]
        before = re.sub(r"(?:the|The)\s$", "", before)
        act = Act(match.start("title"), match.end(), kind, confidence=0.8)
        coded = _CODE_ENDS.search(match["title"])
        cut = match.start("title") + (coded.start() if coded else len(match["title"]))
        place = (match.start("title"), cut)
        act = with_part(act, "title", re.sub(r"\s+", " ", text[slice(*place)]), place)
        if coded:
            act = with_part(act, "number", coded["number"], (cut + 1, match.end("title")))
        if (part := _SECTION.search(before)) is not None:
            act = with_part(act, "article", part["part"], (match.start(), match.end("title")))
        if not law and match["year"]:
            act = with_part(act, "issued_on", match["year"], match.span("year"))
        act = _coded(text, _dated(text, act, end), end)
        replaced = _REPLACED.search(before) or _REPEALED.match(text, act.end, end)
        made = MADE_UNDER.search(text, max(start, match.start() - 160), match.start("title"))
        act = replace(act, relation="replaces" if replaced else "basis" if made else "refers")
        found.append(act)
    return found


def _dated(text: str, act: Act, end: int) -> Act:
    """Return an act with the day right behind its title: `approved on 5 May 2020`, `of 5 May 2020`."""
    dated = _DATED.match(text, act.end, end)
    dates = find_dates(text[dated.end() : dated.end() + 30], "en") if dated else []
    if not dated or not dates or dates[0][0]:
        return act
    place = (dated.end(), dated.end() + dates[0][1])
    return replace(with_part(act, "issued_on", dates[0][2], place), end=place[1])


def _coded(text: str, act: Act, end: int) -> Act:
    """Return an act with the code in brackets behind its title or its day."""
    coded = _CODED.match(text, act.end, end)
    if coded is None:
        return act
    return replace(with_part(act, "number", coded["number"], coded.span("number")), end=max(act.end, coded.end()))


def read_superseded(marks: Marks) -> list[Act]:
    """Return the rules that a line of the document's card says it takes the place of: `Supersedes | … (ACA-009)`."""
    text, found = marks.text, []
    for match in _SUPERSEDES.finditer(text):
        title = re.sub(r"\s+", " ", match["title"]).strip(" ,.")
        if not re.search(rf"\b{_RULES}\b", title):
            continue
        act = Act(match.start("title"), match.end("title"), "regulation", relation="replaces", confidence=0.8)
        act = with_part(act, "title", title, match.span("title"))
        found.append(_coded(text, act, len(text)))
    return found
