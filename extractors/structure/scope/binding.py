"""What a binding figure is about, and what it holds for."""

import re
from dataclasses import replace

from extractors.parsing.wording import Prose
from extractors.structure.figures.english import fronted
from extractors.structure.figures.quantities import Figure
from extractors.structure.figures.stating import AMOUNT
from extractors.structure.scope import periods
from extractors.structure.scope.around import (
    DEADLINE,
    SHORT,
    Place,
    condition,
    counts,
    experience,
    for_whom,
    members,
    opening,
    sentence,
    tail_of,
    thing_counted,
    unled,
)
from extractors.structure.scope.sharing import narrowed, sharers
from extractors.structure.words import FOLDER, either
from normalizers.wordings import Wordings

_DEEDS = FOLDER / "deed_words.tsv"
_COUNTED = FOLDER / "counted_words.tsv"
_SCOPES = FOLDER / "scope_words.tsv"
_SHARES = FOLDER / "share_words.tsv"
TRIMMED = Wordings(_DEEDS, r"\s+(?:<<by_rule>><<after_rule>>|<<placed>>)|\s*\(")
"""What goes on a deed and is no part of its name."""
DEED_END = Wordings(_DEEDS, rf",\s+<<besides>>\b|{TRIMMED.template}")
NUMBERED = Wordings(_COUNTED, r"(?P<what><<numbered>>\s[^:.;]{2,60}?)\s?:\s")
"""A label that says what the figures behind it count: `Số lượng sinh viên hướng dẫn: tối đa 15 … và không quá 8 …`."""
DOES = Wordings(_DEEDS, r"(?:<<must>>\s+)*<<does>>(?:\s+<<fully>>)?", re.IGNORECASE)
"""A bare verb before a number of credits, which are then what it is about."""
GIVEN = Wordings(_DEEDS, r"<<given>>\s[^,;:.]{2,90},\s+(?=[^\W\d_])")
"""The case in which a sentence holds, before what it says."""
MEANT = Wordings(_DEEDS, r"<<for_what>>\s[^,;:.()]{4,80}?\s(?P<who><<who>>\s<<must>>\s)")
"""What a deed is for, before who does it, without a comma: `Để tiếp thu một tín chỉ sinh viên phải dành …`."""
BASED = Wordings(_DEEDS, r"<<based>>\s[^,;:.]{2,90},\s+(?=[^\W\d_])")
"""What a deed rests on, before who does it."""
ASSURED = Wordings(_DEEDS, r".*(?<!\w)<<obliged>> <<assured>>\s+(?=(?:\S+\s+){0,8}\S+\s*$)")
"""What a schedule or act must see to, before what the figure is about: `lịch trực phải đảm bảo thời gian nghỉ …`."""
LEVEL_LEAD = Wordings(_COUNTED, r"<<level_lead>>?\s*<<level_word>>\s*$", re.IGNORECASE)
OWNED = Wordings(_COUNTED, r"<<owned>>\s+|,(?!\d|\s<<listed>>(?!\w))\s*", re.IGNORECASE)
"""What stands before a level, and what begins the words about it."""
COMPOSED = Wordings(_COUNTED, r",\s+<<composed>>\s*$")
"""What leads to the members of a body that its sentence has told of: `là tổ chức do Trường lập, gồm ít nhất 5 …`."""
COMPOSED_OF = Wordings(_COUNTED, r"<<composed_of>>", re.IGNORECASE)
"""What leads from a body to the number of those whom it consists of: `Раду у складі 9 осіб створює ректор`."""
ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
"""A bracket right before a level, whose commas part nothing: `còn hạn (tính đến ngày thi, ngày xét) từ bậc 3`."""
BUT = Wordings(_DEEDS, r"\s<<but>>\s+(?!<<goes_on>>\s)(?=\S+\s+\S)")
"""What parts what is granted from what bounds it: `được miễn học phần nhưng khối lượng miễn không quá 40%`; a verb
behind it says more of the one before: `Sinh viên hết hạn học nhưng chưa đạt chuẩn được nộp trong 3 năm`."""
BUT_IF = Wordings(_DEEDS, r"\s(?:<<but>>|<<on_condition>>)\s+(?!<<goes_on>>\s)(?=\S+\s+\S)")
"""The same with a condition, which a figure that is no time bounds: `được sửa điểm nếu phần lệch từ 0,5 điểm`."""
COMMA = Wordings(_DEEDS, r",\s+(?!<<follows>>\w*)")
"""A comma that begins another clause."""
NOT_SINCE = Wordings(_SCOPES, r",\s+(?!<<since>>\s)")
CASE_SAID = Wordings(_DEEDS, r"(?<!\w)<<as_follows>>\s*$|^\s*<<sum_up>>\s*$", re.IGNORECASE)
"""Words before a colon that name nothing: `cụ thể`, `được quy định như sau`."""
EACH_OWN = Wordings(_COUNTED, r"<<each>>\s[^\W\d_]", re.IGNORECASE)
"""What a figure behind a label holds for each of: `Thi vấn đáp: mỗi ca thi không quá 20 thí sinh`."""
MARK = Wordings(_COUNTED, r",\s+<<too>>?(?P<mark><<mark>>(?!\w)[^,;:]{2,80})$", re.IGNORECASE)
"""A mark behind a comma, which is what the figure behind it bounds: `đã đủ số tín chỉ, điểm trung bình … từ 2,00`."""
SPELL = Wordings(_COUNTED, r",\s+<<too>>?(?P<spell><<held>>?<<spell>>(?!\w)[^,;:]{2,80})$", re.IGNORECASE)
"""A time that somebody has spent, behind a comma: `Là giảng viên, có thời gian giảng dạy từ 02 năm trở lên`."""
AMONG_THEM = Wordings(_COUNTED, r"<<among_them>>")
SHARED = Wordings(_SHARES, r"\s*/\s*[^,.;:()/]{1,30}?\s+(?=<<within_which>>\s)")
FORBIDDEN = Wordings(_DEEDS, r"(?<!\w)<<forbidden>>\s+(?=[^\W\d_])")
LAST = Wordings(_DEEDS, r",\s.*\s<<last_of>>\s+(?=(?:\S+\s+){1,3}$)")
"""What leads to the last of several deeds, the one that has the deadline."""
WITH = Wordings(_DEEDS, r"\s<<with>>\s+(?=(?:\S+\s+){0,5}$)")
GOES_WITH = Wordings(_DEEDS, r"<<goes_with>>$")
NUMBER_OF = Wordings(_COUNTED, r"<<number_of>>\s$")
ANCHORED = Wordings(_COUNTED, r"(?:\s(?:(?!\S*<<phrase_end>>\s)\S+\s){0,3}<<anchored>>)?(?:\s<<calendar>>)?\s*$")
"""What a Kazakh time is counted from, behind what has it: `Емтихан кестесі | сессия басталғанға дейін 2 апта бұрын`."""
LABEL = 20  # words of a label before a colon


def subject(paragraph: Prose, figure: Figure, language: str) -> list[Place]:
    """Return where what the figure is about stands: the counted thing, or the words before the comparator."""
    begin, end = sentence(paragraph, figure)
    if figure.about is not None:
        return [figure.about]
    if before := _behind_another(figure):
        return subject(paragraph, before, language)
    if figure.level or figure.unit == "level":
        place = _level_subject(paragraph.text, begin, figure, language)
        return [place] if place else []
    if places := _counted(paragraph.text, figure, (begin, end), language):
        return places
    if figure.shared:
        before = replace(figure, words=(figure.shared, figure.shared), ceiling=0, shared=0)
        return subject(paragraph, before, language)
    left = _before(paragraph.text, begin, figure, language)
    if left and language == "vi" and figure.unit in ("credit", "period") and DOES.fullmatch(paragraph.text, *left):
        left = thing_counted(paragraph.text, figure, end, language) or left
    left = left or _after_comma(paragraph.text, figure, end)
    left = left or (fronted(paragraph.text, figure.figure, figure.unit_place, end) if language == "en" else None)
    return [left] if left else []


def _behind_another(figure: Figure) -> Figure | None:
    """Return a figure as it would stand where the words end that it shares with another, None for one by itself."""
    if figure.held is not None:
        return replace(figure, words=(figure.ceiling, figure.ceiling), floor=0, ceiling=0, held=None)
    if figure.level and figure.unit is None and (until := figure.shared or figure.ceiling):
        return replace(figure, words=(until, until), floor=0, ceiling=0, shared=0)  # `ít nhất 3/5, không quá 7/5 …`
    if (figure.level or figure.unit == "level") and figure.shared:
        at = (figure.shared, figure.shared)
        return replace(figure, words=at, figure=at, floor=0, ceiling=0, shared=0)
    return None


def _counted(text: str, figure: Figure, whole: Place, language: str) -> list[Place]:
    """Return where what a figure counts stands in its sentence, `whole`; nothing where it counts nothing named."""
    begin, end = whole
    if language == "kk" and (ahead := _before(text, begin, figure, language)):
        return [ahead]  # the verb comes last: what the figure is about stands before it, what it counts behind
    if language == "vi" and counts(figure) and (label := NUMBERED.match(text, begin, figure.words[0])):
        return [label.span("what")]
    if COMPOSED_OF.fullmatch(text, *figure.words) and (body := _before(text, begin, figure, language)):
        return [body]
    if counts(figure) and (thing := thing_counted(text, figure, end, language)) is not None:
        return [thing, *_within(text, thing[1], end)]
    if language == "vi" and (who := sharers(text, begin, figure, end) or experience(text, figure, end)):
        return [who]
    opened = opening(text, begin, figure.words[0], language)
    held = members(text, opened.end() if opened else begin, figure) or _composed(text, begin, figure)
    return [figure.unit_place] if figure.unit_place and figure.unit != "time" and held else []


def _composed(text: str, begin: int, figure: Figure) -> Place | None:
    """Return an empty place where a figure counts those whom a body consists of, or some of them."""
    of_them = counts(figure) and AMONG_THEM.fullmatch(text, *figure.words)
    composed = counts(figure) and any(COMPOSED.search(text, begin, end) for end in (figure.words[0], figure.figure[0]))
    return (begin, begin) if of_them or composed else None


def _within(text: str, start: int, end: int) -> list[Place]:
    """Return the words that say within what the counted thing is, where its share parts them: `X/năm học trong Y`."""
    per = SHARED.match(text, start, end)
    if per is None:
        return []
    stop = re.compile(r"\s*[,.;:(]").search(text, per.end(), end)
    return [(per.end(), stop.start() if stop else end)]


def _level_subject(text: str, begin: int, figure: Figure, language: str) -> Place | None:
    end = min(figure.figure[0], figure.words[0])
    begin = max(begin, figure.floor) if figure.floor < end else begin
    cut = LEVEL_LEAD.search(text, begin, end)
    end = cut.start() if cut else end
    start = begin
    bracket = ASIDE.search(text, begin, end)
    end = bracket.start() if bracket else end
    if text[begin:end].rstrip().endswith(":") and 1 < len(text[begin:end].split()) <= LABEL:
        return _stripped(text, begin, end, language)  # `Chương trình A, chương trình B: tối thiểu bậc 3`
    for match in OWNED.finditer(text[begin:end]):
        if text[begin + match.end() : end].strip():
            start = begin + match.end()
    return _stripped(text, start, end, language)


def _before(text: str, begin: int, figure: Figure, language: str) -> Place | None:
    """Return the words before the comparator: the last clause of the sentence, a deadline's whole sentence."""
    begin, end = _bounds(text, begin, figure, language)
    start = begin
    for match in re.finditer(r":\s+", text[begin:end]):
        own = text[begin + match.end() : end].strip()
        if counts(figure) and not own.count(" ") > SHORT and not EACH_OWN.match(own):
            return _titled(text, begin, begin + match.start(), figure, language)
        label = text[begin : begin + match.start()]
        if _stripped(text, begin + match.end(), end, language) is None and (
            AMOUNT.search(label) or _labels(label, text, figure, language)
        ):
            break  # nothing but a label stands before the figure
        start = begin + match.end()
    return _stripped(text, _last_clause(text, start, end, figure, language), end, language)


def _bounds(text: str, begin: int, figure: Figure, language: str) -> Place:
    """Return where the words before a comparator stand without the cases, times and conditions around them."""
    end = figure.words[0] if figure.words[0] < figure.figure[0] else figure.figure[0]
    begin = max(begin, figure.floor)
    end = min(end, figure.ceiling) if figure.ceiling > begin and figure.unit in DEADLINE else end
    ahead = opening(text, begin, end, language)
    begin = ahead.end() if ahead else begin
    if language == "kk" and (anchor := ANCHORED.search(text, begin, end)) and text[begin : anchor.start()].strip():
        end = anchor.start()
    if language != "vi":
        return begin, end
    opened = periods.fronted(text, begin, end)
    begin = opened[1] if opened else begin
    meant = MEANT.match(text, begin, end)
    begin = meant.start("who") if meant else begin
    given = (BASED if figure.unit in DEADLINE else GIVEN).match(text, begin, end)
    begin = given.end() if given and text[given.end() : end].strip() else begin
    when = condition(text, begin, figure)
    end = when[0] if when else end
    ending = periods.trailing(text, begin, unled(text, begin, end, language), figure.unit)
    end = ending[0] if ending else end
    whom = for_whom(text, begin, unled(text, begin, end, language))
    end = whom.start() if whom else end
    begin = narrowed(text, begin, end, figure.unit)
    bracket = text.rfind("(", begin, end)
    if bracket >= 0 and ")" not in text[bracket:end] and text[bracket + 1 : end].strip():
        begin = bracket + 1  # what is said within a bracket is about its own words
    return begin, end


def _last_clause(text: str, start: int, end: int, figure: Figure, language: str) -> int:
    """Return where the last clause begins that goes on to the figure."""
    if language == "vi" and figure.unit in (None, "point") and (mark := MARK.search(text, start, end)):
        return mark.start("mark")
    if language == "vi" and figure.comparator == ">=" and (spell := SPELL.search(text, start, end)):
        return spell.start("spell")
    if figure.unit not in DEADLINE and (clause := _clause(text, start, end, language)):
        return clause
    forbidden = FORBIDDEN.search(text, start, end)
    if forbidden and text[forbidden.end() : end].strip():
        start = forbidden.end()
    if language != "vi":
        return start
    last = LAST.search(text[start:end])
    if last and figure.unit in DEADLINE:
        start += last.end()
    if assured := ASSURED.match(text, start, end):
        start = assured.end()
    for but in (BUT if figure.unit in DEADLINE else BUT_IF).finditer(text, start, end):
        named = _stripped(text, but.end(), end, language)
        start = but.end() if named and len(text[slice(*named)].split()) > 1 else start
    return start + _behind_with(text[start:end])


def _behind_with(said: str) -> int:
    """Return where those stand whom somebody deals with, 0 where there are none: `trao đổi với khoa`."""
    found = (match for match in WITH.finditer(said) if not GOES_WITH.search(said[: match.start()]))
    return next((match.end() for match in found), 0)


def _clause(text: str, start: int, end: int, language: str) -> int | None:
    """Return where a clause begins that a comma and a leading word part off, the one that goes on a duty before all."""
    led = re.compile(rf"{either('lead', language)}\s", re.IGNORECASE)
    going_on = re.compile(rf"{either('besides', language)}\s", re.IGNORECASE)
    begun = [match.end() for match in COMMA.finditer(text, start, end)]
    begun = [at for at in begun if led.match(text, at, end) and len(text[at:end].split()) > 1]
    return next((at for at in reversed(begun) if going_on.match(text, at, end)), next(iter(begun), None))


def _labels(words: str, text: str, figure: Figure, language: str) -> bool:
    """Whether words before a colon name what a figure is about: `Chương trình đại trà: Tối thiểu 12 tín chỉ`."""
    if language != "vi" or not 1 < len(words.split()) <= LABEL or CASE_SAID.search(words):
        return False
    ends = re.compile(r"[.;](?:\s|$)").search(text, figure.figure[1])
    return figure.unit not in DEADLINE or _after_comma(text, figure, ends.start() if ends else len(text)) is None


def _titled(text: str, begin: int, end: int, figure: Figure, language: str) -> Place | None:
    """Return the title before a colon that names the counted thing: `Tổ chức hoạt động X: … ít nhất 01 hoạt động`."""
    unit = text[slice(*figure.unit_place)] if figure.unit_place else ""
    named = text.casefold().find(unit.casefold(), begin, end) if unit else -1
    if named > begin and (number := NUMBER_OF.search(text[begin:named])):
        named = begin + number.start()
    return _stripped(text, named if named >= 0 else begin, end, language)


def _after_comma(text: str, figure: Figure, end: int) -> Place | None:
    """Return what follows a deadline that opens its sentence: `Chậm nhất là 05 ngày trước …, thư ký …`."""
    bracket = re.compile(r"\s*\([^()]*\)").match(text, figure.figure[1], end)
    comma = NOT_SINCE.search(text, bracket.end() if bracket else figure.figure[1], end)
    if comma is None:
        return None
    cut = DEED_END.search(text, comma.end(), end)
    return comma.end(), cut.start() if cut else end


def _stripped(text: str, start: int, end: int, language: str) -> Place | None:
    """Return the words without what leads in and out of them."""
    lead = re.compile(
        rf"\s*(?:{either('lead', language)}[\s,]+|[-–+•,]\s*|[“\"«](?:\d{{1,2}}\.\s|[a-zđ]\)\s)?)", re.IGNORECASE
    )
    tail = tail_of(language, before="|^")
    while (match := lead.match(text, start, end)) and match.end() > start:
        start = match.end()
    while (match := tail.search(text[start:end])) and match.group():
        end = start + match.start()
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if end - start >= SHORT else None
