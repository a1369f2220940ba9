"""Acts in English resolutions: laws known by their day, statutes of the university itself, acts that are repealed.

`Article 9 section 2 of the Act of 4 March 2011 – Law on Museums`, `§ 7 of the Statutes of Corvin University`,
`Resolution No. 3 of the Senate of 5 May 2016 on evening courses is repealed`
"""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.english import MADE_UNDER
from extractors.finding.acts.parts import Act, with_part
from extractors.finding.marking.marks import Marks
from normalizers.values.dates import find_dates
from normalizers.wordings import Wordings

_BASIS = Wordings(
    Path(__file__).parents[1] / "knowledge" / "relations.tsv", r"(?<!\w)<<basis>>(?![^;]{0,900}\.\s+[A-Z][a-z])"
)
"""What the preamble begins with, in a capital letter, no sentence ending behind it."""
_WORDS = Path(__file__).parents[1] / "knowledge" / "english_acts.tsv"
_ACT = Wordings(
    _WORDS,
    r"(?<!\w)(?:the\s+)?(?P<act><<act>>)(?:\s+(?i:No\.?)\s*(?P<number>\d[\w/-]*))?"
    r"\s+(?:of|dated)\s+(?=(?:the\s+)?\d|[A-Z][a-z]+\s+\d)",
)
_TITLE = Wordings(
    _WORDS,
    r"\s*[-–—,:]?\s*(?:the\s+)?(?P<title>(?:<<act>>\s+)?on\s+(?:the\s+)?[A-Z][^;,()]{3,120}?"
    r"|[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,6}\s+<<act>>)"
    r"(?=\s*(?:[;,(]|\.(?:\s|$)|$)|\s+and\s+(?:§|Article|Art\.|Section|the\s+[A-Z])|\s+(?:as\s+amended|the\s+[A-Z]\w+\s+(?:of|has|resolves|hereby)))",
)
_NAMED = re.compile(r"(?:[A-Z][\w’'-]+\s+(?:(?:of|on|and|for|in)\s+)*){1,6}$")
"""The words of a law's title before its last one: `the Higher Education | Act of 4 May 2011`."""
_STATUTES = Wordings(
    _WORDS,
    r"(?<!\w)[Tt]he\s+(?P<title><<statutes>>\s+of\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:of|and|for|the)|\s+[A-Z][\w’'-]*){0,8}\s+"
    r"(?:<<house>>|[A-Z][\w’'-]*))",
)
_PART = Wordings(
    _WORDS,
    r"<<part>>\s*(?P<number>\d{1,4}[a-z]?)(?:[\s,]+<<within>>"
    r"\s*\d{1,3}[a-z]?)*\s+(?:of|to)\s+(?:the\s+)?(?:[A-Z][a-z]+\s+)?$",
)
_REPEALED = Wordings(_WORDS, r"\s+<<repealed>>(?!\w)")


def read_resolved(marks: Marks, start: int, end: int) -> list[Act]:
    """Return the laws known by their day and the statutes that a paragraph cites."""
    text, found = marks.text, []
    for match in _ACT.finditer(text, start, end):
        dates = find_dates(text[match.end() : min(end, match.end() + 30)], "en")
        if not dates or dates[0][0] > 4 or len(dates[0][2]) != 10:
            continue
        day = (match.end() + dates[0][0], match.end() + dates[0][1])
        titled = _TITLE.match(text, day[1], end)
        act = Act(match.start(), titled.end("title") if titled else day[1], "law", confidence=0.85)
        act = with_part(act, "issued_on", dates[0][2], day)
        if match["number"]:
            act = with_part(act, "number", match["number"], match.span("number"))
        if titled:
            act = with_part(act, "title", re.sub(r"\s+", " ", titled["title"]).strip(), titled.span("title"))
        elif not match["number"] and (named := _named(text, match.start("act"), start)) is not None:
            place = (named, match.end("act"))
            act = with_part(replace(act, start=named), "title", re.sub(r"\s+", " ", text[slice(*place)]), place)
        found.append(_with_part_meant(text, act, start))
    for match in _STATUTES.finditer(text, start, end):
        act = Act(match.start("title"), match.end(), "charter", confidence=0.8)
        act = with_part(act, "title", re.sub(r"\s+", " ", match["title"]), match.span("title"))
        found.append(_with_part_meant(text, act, start))
    return found


def _named(text: str, act: int, start: int) -> int | None:
    """Return where the title of a law begins whose last word is that of its kind; None where no words lead to it."""
    words = _NAMED.search(text, max(start, act - 80), act)
    if words is None:
        return None
    first = words.start() + (4 if words[0].startswith("The ") else 0)
    return first if first < act else None


def _with_part_meant(text: str, act: Act, start: int) -> Act:
    """Return an act with the article right before it, and as a basis where the preamble names it."""
    before = text[max(start, act.start - 900) : act.start]
    rests = _BASIS.search(before) is not None or MADE_UNDER.search(before[-200:]) is not None
    act = replace(act, relation="basis" if rests else "refers")
    first = max(start, act.start - 90)
    part = _PART.search(re.sub(r"\s", " ", text[first : act.start]))
    return with_part(act, "article", part["number"], (first + part.start("number"), act.start)) if part else act


def repealed(marks: Marks, act: Act) -> Act:
    """Return an act that its sentence repeals as one that is replaced, its title without those words."""
    place = act.places.get("title")
    said = _REPEALED.search(marks.text, act.start, min(len(marks.text), act.end + 60))
    if said is None or not act.number or re.search(r"[.;]\s", marks.text[act.end : said.start()]):
        return act
    act = replace(act, relation="replaces")
    if place and place[0] < said.start() < place[1] and act.title:
        kept = re.sub(r"\s+", " ", marks.text[place[0] : said.start()]).strip(" ,")
        act = replace(act, title=kept, places={**act.places, "title": (place[0], said.start())})
    return act
