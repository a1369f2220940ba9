"""What a binding figure holds for: whose share, of what, when."""

import re

from extractors.parsing.wording import Prose
from extractors.structure.figures.quantities import Figure
from extractors.structure.scope import periods
from extractors.structure.scope.around import (
    DEADLINE,
    HOLDER,
    SHORT,
    Place,
    condition,
    counts,
    experience,
    for_whom,
    members,
    opening,
    sentence,
    thing_counted,
    unled,
)
from extractors.structure.scope.sharing import sharers
from extractors.structure.words import FOLDER, either
from normalizers.wordings import Wordings

_DEEDS = FOLDER / "deed_words.tsv"
_COUNTED = FOLDER / "counted_words.tsv"
_SCOPES = FOLDER / "scope_words.tsv"
CASE = Wordings(_SCOPES, r"\s*(?:<<in_case>> )?<<case>>(?!\w)", re.IGNORECASE)
ONWARDS = Wordings(_SCOPES, r"\s+<<onwards>>(?!\w)")
SCALED = Wordings(_SCOPES, r"\s*\([^()]*\)(?=\s+<<onwards>>(?!\w))")
"""A bracket between a figure and what says that it is the least: `5,5 điểm (thang điểm 10) trở lên`."""
TONGUE = Wordings(
    _SCOPES, r"\s+(?P<tongue><<tongue>>\s[^,.;:()\d]{2,40}?)(?=\s(?:<<and_or>>|<<onwards>>)(?!\w)|\s?[,.;:()]|$)"
)
"""The language right behind a level: `bậc 5 tiếng Anh và bậc 3 ngoại ngữ thứ hai`."""
OWN_MARK = Wordings(_COUNTED, r"\s*(?:<<and>>\s)?<<mark>>(?!\w)", re.IGNORECASE)
"""A mark that a joint begins anew: `Mỗi kỹ năng đạt từ 4,0 điểm và điểm trung bình đạt từ 5,0 điểm`."""
OWN_TERM = Wordings(_SCOPES, r"<<own_term>>\s\d", re.IGNORECASE)
"""A term behind what is counted, a figure of its own: `được mượn không quá 03 cuốn sách trong thời hạn 05 tháng`."""
SINCE = Wordings(_SCOPES, r",\s+<<since>>\s")
EACH = Wordings(_COUNTED, r"<<each>>\s", re.IGNORECASE)

_PER = r"\s*/\s*(?P<per>[^\s,.;:()/][^,.;:()/]*?)(?=\s+<<per_ends>>\s|[,.;:()/]|$)"
PER = Wordings(_SCOPES, rf"(?:\s+<<per_thing>>)?{_PER}")
PER_BARE = Wordings(_SCOPES, rf"(?:\s+(?:<<per_thing>>|[^\W\d_]{{2,6}}))?{_PER}")
"""What a figure holds for each of; behind one without a unit, after the word of what it counts: `04 đợt/năm`."""
CYCLE = Wordings(_SCOPES, "<<cycle>>")
COMPRISES = Wordings(_SCOPES, r"\s+<<comprises_all>>\s")
_FIGURE = r"\d(?!\S*\s(?:(?:<<up_to>>|[-–])\s\d+\s)?<<spell_unit>>\s)"
_BORDERS = {True: "[;:()]", False: rf"[;:()]|,(?!\d|\s{_FIGURE}|\s<<amount_of>>\s)"}
_FURTHER = {True: "|<<further_level>>", False: ""}
_NEXT = r"\s+<<joins>>\s+(?=(?:[^\s\d]+\s+){0,5}(?:\d|[ABC][12](?!\w)))"
CUTS = {
    (listed, level): Wordings(_SCOPES, rf"{border}|{_NEXT}|\s+(?:<<rule_ends>>{further})(?!\w)|\s+<<states_en>>(?!\w)")
    for listed, border in _BORDERS.items()
    for level, further in _FURTHER.items()
}
"""Where the words behind a figure end: also at a comma, unless what follows only goes on or a list is told, and at the
next figure; those behind a level also where it is said to be the least."""
JOINED = Wordings(_SCOPES, " <<joins>> ")
DOER = Wordings(_DEEDS, r"(?:.*,\s+(?!<<goes_on>>\s))?(?P<who>[^\W\d_][^.;:()]{2,110}?)\s<<may>>\s")
"""Who may do what is counted: `giảng viên có bằng tiến sĩ được hướng dẫn tối đa 04 luận văn`."""


def doer(paragraph: Prose, figure: Figure) -> Place | None:
    """Return who is said to do what a figure counts, which tells it from the like figures of others."""
    begin, _ = sentence(paragraph, figure)
    found = DOER.match(paragraph.text, begin, figure.words[0])
    return found.span("who") if found else None


def scope(paragraph: Prose, figure: Figure, language: str) -> list[Place]:
    """Return where the words stand that say what a figure holds for: whose share, of what, when."""
    text = paragraph.text
    begin, end = sentence(paragraph, figure)
    if language == "vi" and sharers(text, begin, figure, end):
        return []
    found: list[Place] = []
    opened = periods.fronted(text, begin, figure.words[0]) if language == "vi" else None
    found += [opened[0]] if opened else []
    whom = None
    inner = text.rfind("(", begin, figure.words[0]) + 1
    begin = inner if language == "vi" and inner and ")" not in text[inner : figure.words[0]] else begin
    each = re.compile(rf"{either('each', language)}\s", re.IGNORECASE).match(text, begin) if not opened else None
    own = figure.floor and OWN_MARK.match(text, figure.floor, figure.words[0])
    if each and figure.words[0] > begin and not own:
        verb = re.compile(rf"(?<!tín)(?<!chứng)\s{either('verb', language)}", re.IGNORECASE).search(
            text, each.end(), figure.words[0]
        )
        if verb and len(text[begin : verb.start()].split()) <= 6:
            found.append((begin, verb.start()))
    ahead = opening(text, begin, figure.words[0], language)
    behind = HOLDER.fullmatch(text, ahead.end(), figure.words[0]) if ahead and language == "vi" else None
    if behind and EACH.match(behind[0]):
        found.append(behind.span(behind.lastgroup or 0))  # `Trong trường hợp …, mỗi xưởng phải có tối thiểu 03 …`
    elif ahead:
        found.append(ahead.span("what"))
    if language == "vi":
        ending = periods.trailing(text, begin, unled(text, begin, figure.words[0], language), figure.unit)
        found += [place for place in (figure.held, ending) if place and not opened][:1]
        told = max(begin, figure.floor, ahead.end() if ahead else begin)
        whom = for_whom(text, told, unled(text, begin, figure.words[0], language)) if not figure.held else None
        found += [whom.span("whom")] if whom else []
    after = _after(text, figure, end, language)
    if not after and language == "vi" and (when := condition(text, max(begin, figure.floor), figure)):
        return [*found, when]
    if after and language == "vi" and (figure.unit == "percent" or figure.multiple or ahead and CASE.match(ahead[0])):
        held = whom.span("whom") if whom else figure.held
        return [held, after] if held else [after]  # what it is a share of, no case in which it holds
    holder = None if found or after else members(text, begin, figure)
    return [*found, *(place for place in (after, holder) if place)]


def _after(text: str, figure: Figure, end: int, language: str) -> Place | None:
    start = figure.figure[1]
    thing = thing_counted(text, figure, end, language) if counts(figure) else None
    start = thing[1] if thing else start
    if language == "vi" and counts(figure) and (period := periods.counted_in(text, start, end)):
        return period
    if worked := experience(text, figure, end):
        start = worked[1]
    if scaled := SCALED.match(text, start, end):
        start = scaled.end()
    if turned := ONWARDS.match(text, start, end):
        start = turned.end()
        if language == "vi" and (whose := periods.begun(text, start, end)):
            return whose
    if per := (PER if figure.unit else PER_BARE).match(text, start, end):
        return None if CYCLE.fullmatch(per["per"].strip()) else per.span("per")
    if figure.parent is not None:
        closing = text.find(")", figure.figure[1])
        begin = figure.figure[1] + len(text[figure.figure[1] :]) - len(text[figure.figure[1] :].lstrip(" –—-"))
        return (begin, closing) if closing > begin else None
    if figure.unit in DEADLINE and SINCE.match(text, start, end):
        start += 1  # `Chậm nhất 04 ngày, sau khi lớp khai giảng, …`
    if figure.unit == "level" and (tongue := TONGUE.match(text, start, end)):
        return tongue.span("tongue")
    start, led = _led(text, start, end, language)
    share = "/" in (figure.level or "") and figure.about is None
    if not led and figure.unit != "percent" and not figure.multiple and not share:
        return None
    stop = _stop(text, start, end, figure)
    dropped = re.compile(rf"\s+{either('drop', language)}\s+", re.IGNORECASE).match(text, start, stop)
    begin = dropped.end() if dropped else start
    begin += len(text[begin:stop]) - len(text[begin:stop].lstrip())
    if language == "vi" and thing and figure.unit is None and OWN_TERM.match(text, begin, stop):
        return None
    return (begin, stop) if stop - begin > SHORT and re.match(r"[^\W\d_]", text[begin:]) else None


def _led(text: str, start: int, end: int, language: str) -> tuple[int, bool]:
    """Return where words behind a figure begin, without a bracket before them, and whether one leads to a scope."""
    leads = re.compile(rf"\s+{either('scope', language)}\s", re.IGNORECASE)
    if leads.match(text, start, end):
        return start, True
    bracket = re.compile(r"\s*\([^()]*\)").match(text, start, end)
    start = bracket.end() if bracket else start
    return start, leads.match(text, start, end) is not None


def _stop(text: str, start: int, end: int, figure: Figure) -> int:
    """Return where the words end that say what a figure holds for."""
    end = min(end, figure.words[0]) if figure.words[0] >= start else end  # `từ 75% số tiết … trở lên`
    cuts = CUTS[COMPRISES.match(text, start, end) is not None, figure.unit == "level"]
    cut = cuts.search(text, start if JOINED.match(text, start) else start + 1, end)
    return cut.start() if cut else end
