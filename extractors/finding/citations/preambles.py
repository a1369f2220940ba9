"""Acts in the preamble of a Ukrainian or Russian order: what stands before `НАКАЗУЮ:` is what the order rests on."""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.parts import Act, with_part
from extractors.finding.marking.marks import Mark, Marks
from normalizers.values.dates import TO_THE_DAY
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "preamble_words.tsv"
_ENACTING = Wordings(_WORDS, r"(?:^|[\s,])<<enacting>>\s*:")
FARTHEST = 6000
"""Characters from the start within which an order says that it orders."""
_ON_LINE_ABOVE = Wordings(_WORDS, r"[«\"]?#\s*<<year_above>>?\s*\n\s*")
"""A line that is a day, `#`, and nothing else."""
_DATED = Wordings(_WORDS, r"\s*<<year>>?\s*,?\s*\(?\s*$")
_RESOLVED = Wordings(
    _WORDS,
    r"<<resolution>>\w*\s(?P<body><<resolving>>\w*[^\n;:№\d(]{0,120}?)"
    r"\s(?:<<dated>>\s|\(\s?(?:<<minutes>>\s(?:<<dated>>\s)?)?)$",
)
_BEFORE_DATE = Wordings(_WORDS, r"<<dated>>\s{0,2}$")


def in_preamble(marks: Marks, act: Act) -> bool:
    """Say whether an act is cited before the words with which an order begins to order."""
    if marks.language not in ("uk", "ru"):
        return False
    begins = _ENACTING.search(marks.text, 0, FARTHEST)
    return begins is not None and act.start < begins.start()


def resolved(marks: Marks, act: Act) -> Act:
    """Return minutes of a preamble with the body and the date of the decision that they record.

    `рішення Вченої ради від 29 серпня 2024 року (протокол № 1)`.
    """
    act = replace(act, relation="basis")
    if act.issued_on and not act.issuer:
        return _with_body(marks, act, act.start)
    dates = [d for d in marks.within("dates", max(0, act.start - 60), act.start) if len(d.value) == TO_THE_DAY]
    if not dates or not _DATED.fullmatch(marks.text[dates[-1].end : act.start]):
        return act
    if not act.issued_on:
        act = with_part(act, "issued_on", dates[-1].value, (dates[-1].start, dates[-1].end))
    return _with_body(marks, act, dates[-1].start)


def dated_before(marks: Marks, act: Act, *, stamped: bool = False, sat: bool = False) -> Act:
    """Return minutes with the date before them: `від 25 травня 2023 р. (протокол № 10)`, `від 25.05.2023, протокол`.

    In the stamp of a body that `sat` the day may stand on the line above.
    """
    dates = [d for d in marks.within("dates", max(0, act.start - 60), act.start) if len(d.value) == TO_THE_DAY]
    near = dates and _DATED.fullmatch(marks.text[dates[-1].end : act.start])
    if act.issued_on or not near and not (sat and dates and _ON_LINE_ABOVE.fullmatch(_day_line(marks, dates[-1], act))):
        return act
    decided = _BEFORE_DATE.search(marks.text[max(0, dates[-1].start - 6) : dates[-1].start])
    between = marks.text[dates[-1].end : act.start]
    begins = marks.text[: dates[-1].start].endswith(("\n", "\t"))  # a line that begins with the day
    body = act.places.get("issuer")
    begins = begins or body is not None and not marks.text[body[1] : dates[-1].start].strip(' «"\n')  # behind who sat
    above = sat and "\n" in between and "№" not in between
    joined = "," in between or (decided or stamped) and between.isspace()
    if "(" not in between and not above and not ((decided or begins) and joined):
        return act
    return with_part(act, "issued_on", dates[-1].value, (dates[-1].start, dates[-1].end))


def _day_line(marks: Marks, day: Mark, act: Act) -> str:
    """Return the text from the beginning of the line of a day up to an act, the day itself as `#`."""
    first = marks.text.rfind("\n", 0, day.start) + 1
    return f"{marks.text[first : day.start]}#{marks.text[day.end : act.start]}"


def _with_body(marks: Marks, act: Act, end: int) -> Act:
    first = max(0, end - 200)
    body = _RESOLVED.search(re.sub(r"\n", " ", marks.text[first:end]))
    if body and not act.issuer:
        place = (first + body.start("body"), first + body.end("body"))
        act = with_part(act, "issuer", re.sub(r"\s+", " ", marks.text[slice(*place)]), place)
    return act
