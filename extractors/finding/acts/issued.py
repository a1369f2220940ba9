"""Acts in English whose issuer stands before day, number and title, as translations from Slavic and Kazakh have them.

`Order of the Minister of Health dated 5 May 2020 No. 17 "On …"`, `the Laws of Ukraine "On …", "On …"`
"""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.english import BODY
from extractors.finding.acts.parts import Act, article_before, clause_end, with_part
from extractors.finding.acts.slavic import read_tail
from extractors.finding.marking.marks import Marks
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "english_acts.tsv"
_ISSUED = Wordings(_WORDS, r"<<issued>>\s(?P<issuer>\p{Lu}[^.;:\d«“\"()]{3,140}?)(?=,?\s*<<issuer_ends>>)")
_SAT = re.compile(rf"\b(?:by|of)\s+{BODY}\s*[,(]?\s*$")
"""The body right before the minutes of its meeting: `the decision of the Senate (Minutes No. 5 …`."""
_MORE = Wordings(_WORDS, r"[»”\"]?(?:,|\sand|,\sand)\s(?=[«“\"]\p{Lu})")


def read_issued(marks: Marks, start: int, end: int) -> list[Act]:
    """Return the acts of a paragraph whose issuer stands right behind their kind, in reading order."""
    found: list[Act] = []
    kinds = marks.within("kinds", start, end)
    for kind in kinds:
        name, limit = kind.label.split(" ")[0], clause_end(marks.text, kind.end, end)
        issued = _ISSUED.match(marks.text, kind.end, limit)
        if issued is None or any(kind.start < k.start and k.end <= issued.end() for k in kinds):
            continue
        act = Act(kind.start, kind.end, name)
        if name != "law":
            act = with_part(act, "issuer", re.sub(r"\s+", " ", issued["issuer"]), issued.span("issuer"))
        if place := article_before(marks, kind.start):
            act = with_part(act, "article", marks.text[slice(*place)], place)
        act, at = read_tail(marks, act, issued.end("issuer"), limit)
        found += [replace(act, end=at)] if act.number or act.title else []
        while act.title and (more := _MORE.match(marks.text, at, limit)):
            act, at = read_tail(marks, Act(more.end(), more.end(), name), more.end(), limit)
            found += [replace(act, end=at)] if act.title else []
    return found


def sitting(marks: Marks, act: Act, start: int) -> Act:
    """Return minutes with the body that is named right before them."""
    sat = _SAT.search(marks.text, start, act.start) if act.kind == "minutes" and not act.issuer else None
    return with_part(act, "issuer", re.sub(r"\s+", " ", sat["body"]), sat.span("body")) if sat else act
