"""What a binding figure is about, and what it holds for."""

import re
from dataclasses import replace
from functools import cache

from extractors.parsing.wording import Prose
from extractors.structure import periods
from extractors.structure.english import fronted
from extractors.structure.figures import Figure
from extractors.structure.sharing import narrowed, sharers
from extractors.structure.words import FOLDER
from normalizers.knowledge import read_table
from normalizers.wordings import Wordings

SENTENCE = re.compile(r"[.;!?]\s+(?=[^\W\d_])|[.;]\s*(?=[-–+•])|^[-–+•]\s*_?\s*|^“?[a-zđ]\)\s+")
MEASURES = (
    "percent",
    "working_day",
    "day",
    "week",
    "month",
    "year",
    "calendar_year",
    "hour",
    "period",
    "credit",
    "point",
    "level",
)
DEADLINE = ("working_day", "day", "week", "month", "year", "calendar_year", "hour")
COUNTED = 12  # words of a counted thing
SHORT = 3
_WORDS = FOLDER / "binding_words.tsv"
HOLDER = Wordings(
    _WORDS,
    r"(?:(?P<whole>[^\W\d_]+\s[^,.;:()]{2,70}?)(?<!khi)(?<!nếu)\s+<<holds>>"
    r"|(?P<each><<each>>\s[^,.;:()]{3,60}?))\s*",
    re.IGNORECASE,
)
THROUGH = Wordings(_WORDS, r".*\s<<through>>\s(?:một\s)?", re.IGNORECASE)
"""What leads to those whose members are counted: `được thực hiện thông qua một hội đồng gồm ít nhất 3 thành viên`."""
CASE = Wordings(_WORDS, r"\s*trong <<case>>(?!\w)", re.IGNORECASE)
LISTED = Wordings(_WORDS, r"\s<<listed>>(?!\w)")
"""What goes on a counted thing after a comma: `04 học phần thực hành, thực tế chuyên môn`."""
FURTHER = Wordings(_WORDS, r"\s<<further>>(?!\w)")
"""What goes on after a counted thing, and is left out where the thing would be too long with it."""
TRIMMED = Wordings(_WORDS, r"\s+(?:theo (?:đúng )?<<after_rule>>|(?:trên|tại|qua) (?:https?:|website|trang))|\s*\(")
"""What goes on a deed and is no part of its name."""
WHEN = Wordings(_WORDS, r"(?:^|\s)(?P<when>(?:[Tt]rước|[Ss]au) <<days_from>> [^,;:.()]{2,70}?)\s*$")
"""Before or after what a number of days counts, where it stands before them: `trước ngày bảo vệ ít nhất 15 ngày`."""
NUMBERED = Wordings(_WORDS, r"(?P<what><<numbered>>\s[^:.;]{2,60}?)\s?:\s")
"""A label that says what the figures behind it count: `Số lượng sinh viên hướng dẫn: tối đa 15 … và không quá 8 …`."""
DOES = Wordings(_WORDS, r"(?:<<must>>\s+)*<<does>>(?:\s+<<fully>>)?", re.IGNORECASE)
"""A bare verb before a number of credits, which are then what it is about."""
GIVEN = Wordings(_WORDS, r"<<given>>\s[^,;:.]{2,90},\s+(?=[^\W\d_])")
"""The case in which a sentence holds, before what it says."""
BASED = Wordings(_WORDS, r"<<based>>\s[^,;:.]{2,90},\s+(?=[^\W\d_])")
"""What a deed rests on, before who does it."""
ASSURED = re.compile(r".*(?<!\w)phải (?:đảm|bảo) (?:bảo|đảm)\s+(?=(?:\S+\s+){0,8}\S+\s*$)")
"""What a schedule or act must see to, before what the figure is about: `lịch trực phải đảm bảo thời gian nghỉ …`."""
LEVEL_LEAD = Wordings(_WORDS, r"<<level_lead>>?\s*<<level_word>>\s*$", re.IGNORECASE)
OWNED = Wordings(_WORDS, r"<<owned>>\s+|,\s*", re.IGNORECASE)
"""What stands before a level, and what begins the words about it."""
COMMA = Wordings(_WORDS, r",\s+(?!<<follows>>\w*)")
"""A comma that begins another clause."""
SINCE = Wordings(_WORDS, r",\s+<<since>>\s")
NOT_SINCE = Wordings(_WORDS, r",\s+(?!<<since>>\s)")
WORKED = re.compile(r"\s+(?P<what>kinh nghiệm(?:\s[^,.;:()]{2,60})?)")
"""What a number of years counts where they are of experience."""
Place = tuple[int, int]


@cache
def listed(use: str, language: str) -> tuple[str, ...]:
    """Return the words of a use around figures, longest first."""
    rows = read_table(FOLDER / "requirement_words.tsv", ("use", "language", "word"))
    found = [row["word"] for row in rows if row["use"] == use and row["language"] == language]
    return tuple(sorted(found, key=lambda word: -len(word)))


@cache
def either(use: str, language: str) -> str:
    """Return the words of a use as one regular expression, which matches nothing where there are none."""
    found = listed(use, language)
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in found) + r")(?!\w)" if found else "(?!)"


def sentence(paragraph: Prose, figure: Figure) -> Place:
    """Return the sentence or item that holds a figure."""
    text = paragraph.text
    begin = max([0, *(m.end() for m in SENTENCE.finditer(text, 0, figure.words[0] + 1) if m.end() <= figure.words[0])])
    after = re.compile(r"[.;!?](?=\s|$)").search(text, max(figure.figure[1], figure.words[1]))
    return begin, after.start() if after else len(text)


def counts(figure: Figure) -> bool:
    """Return whether a figure counts things that it names, rather than measures."""
    return figure.unit not in MEASURES and figure.level is None and not figure.measure and not figure.multiple


def subject(paragraph: Prose, figure: Figure, language: str) -> list[Place]:
    """Return where what the figure is about stands: the counted thing, or the words before the comparator."""
    begin, end = sentence(paragraph, figure)
    if figure.about is not None:
        return [figure.about]
    if figure.held is not None:
        before = replace(figure, words=(figure.ceiling, figure.ceiling), floor=0, ceiling=0, held=None)
        return subject(paragraph, before, language)
    if figure.level or figure.unit == "level":
        place = _level_subject(paragraph.text, begin, figure, language)
        return [place] if place else []
    if language == "kk" and (ahead := _before(paragraph.text, begin, figure, language)):
        return [ahead]  # the verb comes last: what the figure is about stands before it, what it counts behind
    if language == "vi" and counts(figure) and (label := NUMBERED.match(paragraph.text, begin, figure.words[0])):
        return [label.span("what")]
    if counts(figure) and (thing := _counted(paragraph.text, figure, end, language)) is not None:
        return [thing, *_within(paragraph.text, thing[1], end, language)]
    if language == "vi" and (who := sharers(paragraph.text, begin, figure, end)):
        return [who]
    if language == "vi" and figure.unit == "year" and (worked := WORKED.match(paragraph.text, figure.figure[1], end)):
        return [worked.span("what")]
    if figure.unit_place and figure.unit != "time" and _holder(paragraph.text, begin, figure):
        return [figure.unit_place]
    left = _before(paragraph.text, begin, figure, language)
    if left and language == "vi" and figure.unit in ("credit", "period") and DOES.fullmatch(paragraph.text, *left):
        left = _counted(paragraph.text, figure, end, language) or left
    left = left or _after_comma(paragraph.text, figure, end)
    left = left or (fronted(paragraph.text, figure.figure, figure.unit_place, end) if language == "en" else None)
    return [left] if left else []


def _holder(text: str, begin: int, figure: Figure) -> Place | None:
    """Return whose members or pupils a figure counts by their unit alone: `Hội đồng gồm ít nhất 05 thành viên`."""
    held = HOLDER.fullmatch(text, begin, max(begin, figure.words[0])) if counts(figure) else None
    if held is None:
        return None
    whole = held.span(held.lastgroup or 0)
    through = THROUGH.search(text[slice(*whole)])
    return (whole[0] + through.end(), whole[1]) if through else whole


def _within(text: str, start: int, end: int, language: str) -> list[Place]:
    """Return the words that say within what the counted thing is, where its share parts them: `X/năm học trong Y`."""
    per = re.compile(r"\s*/\s*[^,.;:()/]{1,30}?\s+(?=trong\s|у\s|в\s|in\s)").match(text, start, end)
    if per is None:
        return []
    stop = re.compile(r"\s*[,.;:(]").search(text, per.end(), end)
    return [(per.end(), stop.start() if stop else end)]


def _level_subject(text: str, begin: int, figure: Figure, language: str) -> Place | None:
    end = min(figure.figure[0], figure.words[0])
    cut = LEVEL_LEAD.search(text, begin, end)
    end = cut.start() if cut else end
    start = begin
    for match in OWNED.finditer(text[begin:end]):
        if text[begin + match.end() : end].strip():
            start = begin + match.end()
    return _stripped(text, start, end, language)


def _counted(text: str, figure: Figure, end: int, language: str) -> Place | None:
    """Return the counted thing: the unit's word and what describes it, up to a word that begins something else."""
    start = figure.unit_place[0] if figure.unit_place else figure.figure[1]
    rest = text[start:end]
    if re.match(rf"\s*(?:{either('stop', language)}|{either('scope', language)}|trở)", rest, re.IGNORECASE):
        return None
    stop = re.search(rf"\s*[/(:]|\s*,(?!{LISTED.pattern.pattern})|\s+{either('stop', language)}", rest, re.IGNORECASE)
    length = stop.start() if stop else len(rest)
    if len(rest[:length].split()) > COUNTED and (shorter := FURTHER.search(rest, 0, length)):
        length = shorter.start()
    words = rest[:length].split()
    unit_words = len(text[figure.unit_place[0] : figure.unit_place[1]].split()) if figure.unit_place else 0
    if not words or len(words) > COUNTED or len(words) <= max(unit_words, 1):
        return None
    begin = start + len(rest) - len(rest.lstrip())
    return (begin, start + length) if re.match(r"[^\W\d_]", text[begin:]) else None


def _before(text: str, begin: int, figure: Figure, language: str) -> Place | None:
    """Return the words before the comparator: the last clause of the sentence, a deadline's whole sentence."""
    end = figure.words[0] if figure.words[0] < figure.figure[0] else figure.figure[0]
    begin = max(begin, figure.floor)
    end = min(end, figure.ceiling) if figure.ceiling > begin and figure.unit in DEADLINE else end
    ahead = _ahead(text, begin, end, language)
    begin = ahead.end() if ahead else begin
    if language == "vi":
        opened = periods.fronted(text, begin, end)
        begin = opened[1] if opened else begin
        given = (BASED if figure.unit in DEADLINE else GIVEN).match(text, begin, end)
        begin = given.end() if given and text[given.end() : end].strip() else begin
        when = _when(text, begin, figure)
        end = when[0] if when else end
        ending = periods.trailing(text, begin, _unled(text, begin, end, language), figure.unit)
        end = ending[0] if ending else end
        begin = narrowed(text, begin, end, figure.unit)
    start = begin
    for match in re.finditer(r":\s+", text[begin:end]):
        if counts(figure) and not text[begin + match.end() : end].strip().count(" ") > SHORT:
            return _titled(text, begin, begin + match.start(), figure, language)
        start = begin + match.end()
    if figure.unit not in DEADLINE:
        for match in COMMA.finditer(text[start:end]):
            following = text[start + match.end() : end].strip()
            if re.match(rf"{either('lead', language)}\s", following, re.IGNORECASE) and len(following.split()) > 1:
                return _stripped(text, start + match.end(), end, language)
    forbidden = re.compile(r"(?<!\w)không được\s+(?=[^\W\d_])").search(text, start, end)
    if forbidden and text[forbidden.end() : end].strip():
        start = forbidden.end()
    last = re.compile(r",\s.*\s(?:và|та|и)\s+(?=(?:\S+\s+){1,3}$)").search(text[start:end])
    if last and figure.unit in DEADLINE and language == "vi":
        start += last.end()
    if language == "vi" and (assured := ASSURED.match(text, start, end)):
        start = assured.end()
    with_word = re.compile(
        r"(?<!đối)(?<!so)(?<!báo cáo)(?<!phối hợp)(?<!làm việc)\s(?:với|з|с|із)\s+(?=(?:\S+\s+){0,5}$)"
    ).search(text[start:end])
    if with_word and language == "vi":
        start += with_word.end()
    return _stripped(text, start, end, language)


def _unled(text: str, begin: int, end: int, language: str) -> int:
    """Return where the words before a comparator end, without those that only lead to it: `… là`, `… phải đạt`."""
    tail = re.compile(rf"\s+{either('tail', language)}\s*$|[\s,:–-]+$", re.IGNORECASE)
    while match := tail.search(text[begin:end]):
        end = begin + match.start()
    return end


def _when(text: str, begin: int, figure: Figure) -> Place | None:
    """Return the words right before a comparator that say before or after what its days count."""
    if figure.unit not in DEADLINE or figure.words[0] >= figure.figure[0]:
        return None
    found = WHEN.search(text[begin : figure.words[0]])
    return (begin + found.start("when"), begin + found.end("when")) if found else None


def _ahead(text: str, begin: int, end: int, language: str) -> re.Match[str] | None:
    """Return the opening that says what a sentence holds for: `Đối với những ngành …, khối lượng học tập …`."""
    opening = rf"(?:{either('ahead', language)})\s+(?P<what>(?:[^,;:]|,(?={LISTED.pattern.pattern})){{3,140}}),\s+"
    return re.compile(opening, re.IGNORECASE).match(text, begin, end)


def _titled(text: str, begin: int, end: int, figure: Figure, language: str) -> Place | None:
    """Return the title before a colon that names the counted thing: `Tổ chức hoạt động X: … ít nhất 01 hoạt động`."""
    unit = text[slice(*figure.unit_place)] if figure.unit_place else ""
    named = text.casefold().find(unit.casefold(), begin, end) if unit else -1
    if named > begin and (number := re.search(r"(?:[Tt]ổng số|[Ss]ố lượng|[Ss]ố)\s$", text[begin:named])):
        named = begin + number.start()
    return _stripped(text, named if named >= 0 else begin, end, language)


def _after_comma(text: str, figure: Figure, end: int) -> Place | None:
    """Return what follows a deadline that opens its sentence: `Chậm nhất là 05 ngày trước …, thư ký …`."""
    bracket = re.compile(r"\s*\([^()]*\)").match(text, figure.figure[1], end)
    comma = NOT_SINCE.search(text, bracket.end() if bracket else figure.figure[1], end)
    if comma is None:
        return None
    cut = re.compile(rf",\s+(?:căn cứ|theo|đồng thời)\b|{TRIMMED.pattern.pattern}").search(text, comma.end(), end)
    return comma.end(), cut.start() if cut else end


def _stripped(text: str, start: int, end: int, language: str) -> Place | None:
    """Return the words without what leads in and out of them."""
    lead = re.compile(rf"\s*(?:{either('lead', language)}[\s,]+|[-–+•,]\s*)", re.IGNORECASE)
    tail = re.compile(rf"(?:\s+|^){either('tail', language)}\s*$|[\s,:–-]+$", re.IGNORECASE)
    while (match := lead.match(text, start, end)) and match.end() > start:
        start = match.end()
    while (match := tail.search(text[start:end])) and match.group():
        end = start + match.start()
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if end - start >= SHORT else None


def scope(paragraph: Prose, figure: Figure, language: str) -> list[Place]:
    """Return where the words stand that say what a figure holds for: whose share, of what, when."""
    text = paragraph.text
    begin, end = sentence(paragraph, figure)
    if language == "vi" and sharers(text, begin, figure, end):
        return []
    found: list[Place] = []
    opened = periods.fronted(text, begin, figure.words[0]) if language == "vi" else None
    found += [opened[0]] if opened else []
    each = re.compile(rf"{either('each', language)}\s", re.IGNORECASE).match(text, begin) if not opened else None
    if each and figure.words[0] > begin:
        verb = re.compile(rf"\s{either('verb', language)}", re.IGNORECASE).search(text, each.end(), figure.words[0])
        if verb and len(text[begin : verb.start()].split()) <= 6:
            found.append((begin, verb.start()))
    ahead = _ahead(text, begin, figure.words[0], language)
    behind = HOLDER.fullmatch(text, ahead.end(), figure.words[0]) if ahead and language == "vi" else None
    if behind and re.match(r"(?:mỗi|từng)\s", behind[0], re.IGNORECASE):
        found.append(behind.span(behind.lastgroup or 0))  # `Trong trường hợp …, mỗi xưởng phải có tối thiểu 03 …`
    elif ahead:
        found.append(ahead.span("what"))
    if language == "vi":
        ending = periods.trailing(text, begin, _unled(text, begin, figure.words[0], language), figure.unit)
        found += [place for place in (figure.held, ending) if place and not opened][:1]
    after = _after(text, figure, end, language)
    if not after and language == "vi" and (when := _when(text, max(begin, figure.floor), figure)):
        return [*found, when]
    if after and language == "vi" and (figure.unit == "percent" or figure.multiple or ahead and CASE.match(ahead[0])):
        return [after]  # what it is a share of, and no case in which it holds
    holder = None if found or after else _holder(text, begin, figure)
    return [*found, *(place for place in (after, holder) if place)]


def _after(text: str, figure: Figure, end: int, language: str) -> Place | None:
    start = figure.figure[1]
    thing = _counted(text, figure, end, language) if counts(figure) else None
    start = thing[1] if thing else start
    if turned := re.compile(r"\s+(?:trở (?:lên|xuống)|đầu(?: tiên)?)(?!\w)").match(text, start, end):
        start = turned.end()
    per = re.compile(
        r"\s*/\s*(?P<per>[^\s,.;:()/][^,.;:()/]*?)(?=\s+(?:trong|để|cho|đối với|và|hoặc)\s|[,.;:()/]|$)"
    ).match(text, start, end)
    if per and per["per"].strip() == "lần":
        return None  # a cycle
    if per:
        return per.span("per")
    if figure.parent is not None:
        closing = text.find(")", figure.figure[1])
        begin = figure.figure[1] + len(text[figure.figure[1] :]) - len(text[figure.figure[1] :].lstrip(" –—-"))
        return (begin, closing) if closing > begin else None
    if SINCE.match(text, start, end):
        start += 1  # `Chậm nhất 04 ngày, sau khi lớp khai giảng, …`
    starter = re.compile(rf"\s+{either('scope', language)}\s", re.IGNORECASE).match(text, start, end)
    bracket = re.compile(r"\s*\([^()]*\)").match(text, start, end)
    if starter is None and bracket:
        starter = re.compile(rf"\s+{either('scope', language)}\s", re.IGNORECASE).match(text, bracket.end(), end)
        start = bracket.end()
    if starter is None and figure.unit != "percent" and not figure.multiple:
        return None
    border = r"[;:()]" if re.match(r"\s+gồm\s", text[start:end]) else r"[;:()]|,(?!\s\d|\s(?:khối|số) lượng\s)"
    cut = re.compile(
        border
        + r"|\s+(?:và|hoặc)\s+(?=(?:[^\s\d]+\s+){0,3}\d)"
        + r"|\s+(?:згідно|відповідно|согласно|в соответствии|theo (?:quy định|[Mm]ẫu|[Bb]iểu mẫu|hướng dẫn|[Pp]hụ lục)"
        + r"|vào|và\s+phải|không được|phải|thì"
        + (r"|(?:hoặc tương đương\s+)?trở (?:lên|xuống))(?!\w)" if figure.unit == "level" else r")(?!\w)")
        + r"|\s+(?:is|are|must)(?!\w)"
    ).search(text, start if text.startswith((" và ", " hoặc "), start) else start + 1, end)
    stop = cut.start() if cut else end
    dropped = re.compile(rf"\s+{either('drop', language)}\s+", re.IGNORECASE).match(text, start, stop)
    begin = dropped.end() if dropped else start
    begin += len(text[begin:stop]) - len(text[begin:stop].lstrip())
    return (begin, stop) if stop - begin > SHORT and re.match(r"[^\W\d_]", text[begin:]) else None
