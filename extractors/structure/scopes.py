"""What a binding figure holds for: whose share, of what, when."""

import re

from extractors.parsing.wording import Prose
from extractors.structure import periods
from extractors.structure.around import (
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
from extractors.structure.quantities import Figure
from extractors.structure.sharing import sharers
from extractors.structure.words import FOLDER, either
from normalizers.wordings import Wordings

_WORDS = FOLDER / "binding_words.tsv"
CASE = Wordings(_WORDS, r"\s*(?:trong )?<<case>>(?!\w)", re.IGNORECASE)
ONWARDS = Wordings(_WORDS, r"\s+<<onwards>>(?!\w)")
SCALED = Wordings(_WORDS, r"\s*\([^()]*\)(?=\s+<<onwards>>(?!\w))")
"""A bracket between a figure and what says that it is the least: `5,5 điểm (thang điểm 10) trở lên`."""
RULE_ENDS = Wordings(_WORDS, r"<<rule_ends>>")
TONGUE = Wordings(
    _WORDS, r"\s+(?P<tongue><<tongue>>\s[^,.;:()\d]{2,40}?)(?=\s(?:và|hoặc|theo|<<onwards>>)(?!\w)|\s?[,.;:()]|$)"
)
"""The language right behind a level: `bậc 5 tiếng Anh và bậc 3 ngoại ngữ thứ hai`."""
OWN_MARK = Wordings(_WORDS, r"\s*(?:và\s)?<<mark>>(?!\w)", re.IGNORECASE)
"""A mark that a joint begins anew: `Mỗi kỹ năng đạt từ 4,0 điểm và điểm trung bình đạt từ 5,0 điểm`."""
OWN_TERM = Wordings(_WORDS, r"<<own_term>>\s\d", re.IGNORECASE)
"""A term behind what is counted, a figure of its own: `được mượn không quá 03 cuốn sách trong thời hạn 05 tháng`."""
SINCE = Wordings(_WORDS, r",\s+<<since>>\s")

PLAIN = r"|[^\W\d_]{2,6}"
"""The word of what a figure without a unit counts, before its share: `04 đợt/năm`."""
_FIGURE = r"\d(?!\S*\s(?:(?:đến|[-–])\s\d+\s)?(?:năm|tháng|tuần|ngày|tín chỉ)\s)"
BORDER = rf"[;:()]|,(?!\d|\s{_FIGURE}|\s(?:khối|số) lượng\s)"
"""Where the words behind a figure end: also at a comma, unless what follows only goes on, and at the next figure."""
DOER = Wordings(_WORDS, r"(?:.*,\s+(?!<<goes_on>>\s))?(?P<who>[^\W\d_][^.;:()]{2,110}?)\s<<may>>\s")
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
    if behind and re.match(r"(?:mỗi|từng)\s", behind[0], re.IGNORECASE):
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
    per = re.compile(
        rf"(?:\s+(?:chuẩn|quy chuẩn|giảng|dạy|lên lớp{'' if figure.unit else PLAIN}))?\s*/\s*"
        r"(?P<per>[^\s,.;:()/][^,.;:()/]*?)(?=\s+(?:trong|để|cho|đối với|và|hoặc)\s|[,.;:()/]|$)"
    ).match(text, start, end)
    if per and per["per"].strip() == "lần":
        return None  # a cycle
    if per:
        return per.span("per")
    if figure.parent is not None:
        closing = text.find(")", figure.figure[1])
        begin = figure.figure[1] + len(text[figure.figure[1] :]) - len(text[figure.figure[1] :].lstrip(" –—-"))
        return (begin, closing) if closing > begin else None
    if figure.unit in DEADLINE and SINCE.match(text, start, end):
        start += 1  # `Chậm nhất 04 ngày, sau khi lớp khai giảng, …`
    if figure.unit == "level" and (tongue := TONGUE.match(text, start, end)):
        return tongue.span("tongue")
    starter = re.compile(rf"\s+{either('scope', language)}\s", re.IGNORECASE).match(text, start, end)
    bracket = re.compile(r"\s*\([^()]*\)").match(text, start, end)
    if starter is None and bracket:
        starter = re.compile(rf"\s+{either('scope', language)}\s", re.IGNORECASE).match(text, bracket.end(), end)
        start = bracket.end()
    share = "/" in (figure.level or "") and figure.about is None
    if starter is None and figure.unit != "percent" and not figure.multiple and not share:
        return None
    border = r"[;:()]" if re.match(r"\s+gồm\s", text[start:end]) else BORDER
    further = "|(?:hoặc tương đương\\s+)?trở (?:lên|xuống)" if figure.unit == "level" else ""
    end = min(end, figure.words[0]) if figure.words[0] >= start else end  # `từ 75% số tiết … trở lên`
    cut = re.compile(
        rf"{border}|\s+(?:và|hoặc)\s+(?=(?:[^\s\d]+\s+){{0,5}}(?:\d|[ABC][12](?!\w)))"
        rf"|\s+(?:{RULE_ENDS.pattern.pattern}{further})(?!\w)|\s+(?:is|are|must)(?!\w)"
    ).search(text, start if text.startswith((" và ", " hoặc "), start) else start + 1, end)
    stop = cut.start() if cut else end
    dropped = re.compile(rf"\s+{either('drop', language)}\s+", re.IGNORECASE).match(text, start, stop)
    begin = dropped.end() if dropped else start
    begin += len(text[begin:stop]) - len(text[begin:stop].lstrip())
    if language == "vi" and thing and figure.unit is None and OWN_TERM.match(text, begin, stop):
        return None
    return (begin, stop) if stop - begin > SHORT and re.match(r"[^\W\d_]", text[begin:]) else None
