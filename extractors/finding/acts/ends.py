"""Where the parts of a linear citation end: the name of an issuer, a title, what stands before a date."""

import re
from pathlib import Path

from extractors.finding.acts.parts import Act
from extractors.finding.marking.marks import Mark, Marks
from extractors.resolving.register import shipped
from normalizers.wordings import Wordings

ENDS = Path(__file__).parents[1] / "knowledge" / "act_ends.tsv"
BEFORE_DATE = Wordings(ENDS, r"[\s,(]*(?:(?:<<done>>\s)?<<issued>>\s)?(?:(?<!\w)<<dated>>)?\s?$")
"""What stands between an act's number and its date."""
_ISSUER_END = Wordings(
    ENDS,
    r"\s<<after_issuer>>\s|[;()\n\t]|(?<!\s[Tt][Pp])\.\s"
    r"|,\s(?!<<body>>\s|[^,;(]{3,50}\s<<about>>\s|\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3}\s<<and>>\s\p{Lu}\p{Ll})",
)
"""What ends the name of an issuer: no comma inside it, `Bộ Văn hóa, Thể thao và Du lịch`, and no stop of `TP.`"""
_ADDRESSED = Wordings(
    ENDS,
    r"[,;]\s(?=<<today>>[\s,]|(?:<<now>>\s)?<<school>>\s[^;]*<<announces>>"
    r"|(?:<<now>>\s)?<<speaker>>\s(?:[^;,]{3,80}?\s)?<<speaks>>\s)",
)
"""Where the one who writes begins to speak of itself after the acts that it rests on."""
_OVER = Wordings(ENDS, "<<over>>")
"""What ends a title: that the act has lapsed, a bracket on its changes or its effect, other rules beside it."""
_AMENDED = Wordings(ENDS, "<<amended>>")
_AMENDED_BY = {language: Wordings(ENDS, f"<<amended_by_{language}>>") for language in ("vi", "en")}
_NO_TITLE = Wordings(ENDS, "<<no_title>>")
_ISSUES = Wordings(ENDS, "<<issues>>")
_MERGES = Wordings(ENDS, r"\s*<<merges>>\s", re.IGNORECASE)
"""What an act does to the several others that its title names."""
_OF_BODY = Wordings(ENDS, r"\s<<of_whom>> (?=<<of_body>>\s)")
_OF_OFFICER = Wordings(ENDS, r"\s<<of_whom>> (?=<<of_officer>>\s)")
"""Who signed an act, behind a title that may have its own `của`: a school owns rules, its head only issues them."""
_OWN_WORDS = Wordings(ENDS, r"(?<!\w)<<own_words>>$", re.IGNORECASE)
"""What somebody said, of whom the title tells: `về kết luận của Hiệu trưởng`."""
_AND_BODY = Wordings(ENDS, r"(?:<<and>>|,)\s(?:<<minister>>\s)?<<body>>\s")
_OF_PLACE = Wordings(ENDS, r"(?i:<<of_place>>)(?!\w)")
"""What goes on with the name of a body: `Ủy ban nhân dân phường X`."""
PROPOSED = Wordings(ENDS, r"<<asks>>\s(?:<<of_whom>>\s)?(?P<who>\p{Lu}[^;.\n]{2,140}?)\s<<asks_in>>\s$")
"""Who asks or concludes, before the paper that says it: `Xét đề nghị của Trưởng phòng Đào tạo tại Tờ trình số …`."""
_JOINED = Wordings(ENDS, r"[\s,]*(?:\b<<and>>|\b<<and_en>>|,)\s?$")
_MINISTER = Wordings(ENDS, r"(?:<<minister>>\s)?")


def amended_by(language: str, text: str) -> bool:
    """Say whether a text begins by telling that the act before it was changed by another."""
    return _AMENDED_BY["en" if language == "en" else "vi"].match(text) is not None


def issuer_end(marks: Marks, start: int, limit: int) -> int:
    """Return where the name of an issuer ends that begins at `start`, before `limit`."""
    ends = [limit]
    ends += [stop.start() for bound in (_ISSUER_END, _ADDRESSED) if (stop := bound.search(marks.text, start, limit))]
    title = _title_after(marks, start, limit)
    while title and _NO_TITLE.match(marks.text[title.start : title.end]):
        title = _title_after(marks, title.end, limit)
    ends += [title.start] if title else []
    ends += [m.start for m in marks.within("dates", start, limit)][:1]
    ends += [end] if (end := _known_body_end(marks.text, start, min(ends))) else []
    end = min(ends)
    lead = BEFORE_DATE.search(marks.text[start:end])
    return start + lead.start() if lead else end


def _title_after(marks: Marks, start: int, limit: int) -> Mark | None:
    wanted = ("about", "does", "amended", "replaced")
    return next((m for m in marks.within("connectors", start, limit) if m.label in wanted), None)


def _known_body_end(text: str, start: int, end: int) -> int | None:
    """Return where the name of a registered body ends, if words in small letters that are no name follow it."""
    minister = _MINISTER.match(text, start, end)
    begin = minister.end() if minister else start
    for body in shipped().bodies:
        name = re.compile(rf"{re.escape(body.name)}\s(\w)").match(text, begin, end)
        if name and _AND_BODY.match(text, name.start(1)):
            continue  # two that issue jointly
        if name and len(body.name) > 10 and name[1].islower() and not _OF_PLACE.match(text, name.start(1)):
            return name.start(1) - 1
    return None


def title_end(marks: Marks, act: Act, start: int, limit: int, *, basis: bool) -> int:
    """Return where the title of an act ends that begins at `start`, before `limit`; `basis` in a list of acts."""
    end = limit
    for bound in (_AMENDED, _OVER, *([_ADDRESSED] if basis else [])):
        found = bound.search(marks.text, start, end)
        end = found.start() if found else end
    end = _before_next(marks, start, end)
    if act.issuer:
        return end
    if _ISSUES.match(marks.text[start:end].lstrip()):
        officers = list(_OF_OFFICER.finditer(marks.text, start, end)) if act.number else []
        return officers[-1].start() if officers else end
    return _before_issuer(marks, act, start, end)


def _before_next(marks: Marks, start: int, end: int) -> int:
    """Return where another numbered act begins that is joined to the title, else `end`."""
    if _MERGES.match(marks.text, start, end):
        return end
    for kind in marks.within("kinds", start, end):
        numbered = any(0 <= m.start - kind.end < 6 for m in marks.within("numbers", kind.end, kind.end + 40))
        joint = _JOINED.search(marks.text[start : kind.start])
        if numbered and joint:
            return start + joint.start()
    return end


def _before_issuer(marks: Marks, act: Act, start: int, end: int) -> int:
    """Return where issuer or date of an act begin that stand behind its title, else `end`."""
    bodies = _OF_BODY.finditer(marks.text, start, end)
    last = [body for body in bodies if not _OWN_WORDS.search(marks.text, start, body.start())]
    dated = marks.within("dates", start, end)
    end = last[-1].start() if last and act.number else end
    if not act.issued_on and dated and (not last or dated[0].start < end):
        lead = BEFORE_DATE.search(marks.text[start : dated[0].start])
        end = start + lead.start() if lead else end
    return end
