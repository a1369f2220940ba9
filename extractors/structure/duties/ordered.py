"""Duties that Vietnamese, Ukrainian, Russian and Kazakh orders give: who is to do what by which day."""

import re
from collections.abc import Iterator

from extractors.parsing.wording import Prose, paragraphs
from extractors.structure.duties.spans import spanned
from extractors.structure.duties.tasks import Task, patterns
from extractors.structure.words import FOLDER
from models.document import Document, Section
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.wordings import Wordings

LONGEST = 12
"""Words of those addressed, at most."""
INFINITIVE = {
    "uk": re.compile(r"(?<!\w)(?!освіти(?!\w))(?:\w+[аиуя]ти|\w*(?:вести|нести|везти))(?:ся|сь)?(?!\w)"),
    "ru": re.compile(r"(?<!\w)(?:\w+[аеиоуыя]ть|\w*(?:вести|нести|везти))(?:ся)?(?!\w)"),
}
_WORDS = FOLDER / "duty_words.tsv"
BY = Wordings(_WORDS, r"[\s,]*(?<!\w)(?:(?:у|в)\s<<in_term>>\s)?<<by>>\s*$", re.I)
REST = Wordings(_WORDS, r"\s*<<inclusive>>?(?:\s<<at_office>>\s[^.;,:\d]{3,90})?\s*(?:[.;]|$)", re.I)
JOINED = Wordings(_WORDS, r"\s*,?\s*<<joins_deeds>>\s+", re.I)
"""What leads from the day of one deed to the next deed: `đăng ký trước ngày … và nộp hồ sơ trước ngày …`."""
GOES_ON = Wordings(_WORDS, r"(?:;|(?<!\w)<<joins_deeds>>)\s*$", re.I)
ASSIGNS = Wordings(_WORDS, r"\s*<<assigns>>\s+", re.I)
"""What gives a duty to those named behind it: `Giao Phòng Đào tạo …`."""
CHARGED = Wordings(_WORDS, r"<<charged>>\s+", re.I)
"""What only charges those before it with the deed behind it."""
FIRST = Wordings(_WORDS, r"\s*<<first>>\s", re.I)
"""What opens the words before those addressed: `Sau khi thẩm định hồ sơ, Phòng Đào tạo …`."""
SENTENCE = re.compile(r"[.;:]\s+(?:[-–+•]\s*)?(?=[^\W\d_])|^[-–+•]\s*")
DEED_BORDER = re.compile(r"[\n\t]")
SENTENCE_END = re.compile(r"[.;](?=\s|$)")
LABEL = re.compile(r"([^\W\d_][^:.;]{3,80}?)\s*:\s+")
AROUND = Wordings(_WORDS, r"\s*<<from_day>>?\s*<<day>>?\s*", re.I)
FROM = Wordings(_WORDS, r"[\s,]*(?<!\w)<<from_day>>(?:\s<<day>>)?\s*$", re.I)
HELD = Wordings(_WORDS, r"[\s,]+(?:<<held>>\s+)?(?:(?:vào|từ)\s+)?(?:<<day>>\s*)?$", re.I)
"""What leads from words to the days of what they name."""
TERM = Wordings(_WORDS, r"[.;,]\s+<<term>>\s*(?:[:–—-]\s*)?$", re.I)
"""What names the day in a sentence of its own: `… протоколы. Срок – до 07.05.2018.`"""
SINCE = Wordings(_WORDS, r"[\s,]*(?<!\w)<<since>>\s*$", re.I)
UNTIL = Wordings(_WORDS, r"\s+<<until>>\s+", re.I)
ORDERED = Wordings(_WORDS, r"(?<!\w)<<ordered>>\s*[.;]?$", re.I)
LEAD_OUT = Wordings(_WORDS, r"\s+<<bears>>\b.*$|\s*:\s*$")


def duties(document: Document) -> Iterator[Task]:
    """Yield the duties that name those addressed and a day, in the provision itself or below the one that names them.

    Nothing is told of a provision without a day, or whose first words are no office or unit in the dative.
    """
    language = document.genre.language
    if language == "vi":
        told = list(_vietnamese(document))
        yield from told
        yield from _scheduled(document, {task.date.start for task in told if task.date is not None})
    if language == "kk":
        yield from _kazakh(document)
    if language not in INFINITIVE:
        return
    for section in document.sections:
        for paragraph in paragraphs(document, section):
            verb = INFINITIVE[language].search(paragraph.text)
            who = _addressed(paragraph, verb, language) if verb else None
            if verb and not paragraph.text[: verb.start()].strip(" –-"):
                who = _addressed_above(document, section, language)
            due = _due(paragraph, verb.end(), language) if verb and who else None
            if verb and not due:
                who, due = _before_verb(paragraph, verb, language)
            if verb and who and due:
                end, first, iso, place = due
                yield Task(paragraph, (verb.start(), end), who, first, iso, paragraph.span(*place), section.number)


def _kazakh(document: Document) -> Iterator[Task]:
    """Yield the clauses whose verb orders, at their end, and which say until which day: who is to do it stands before
    the day, or in the clause above that ends with a colon."""
    whom = patterns()["addressee", "kk"]
    for section in document.sections:
        for paragraph in paragraphs(document, section, heading=False)[:1]:
            days = list(find_dates(paragraph.text, "kk"))
            until = UNTIL.match(paragraph.text, days[0][1]) if len(days) == 1 else None
            if until is None or ORDERED.search(paragraph.text) is None or len(days[0][2]) != TO_THE_DAY:
                continue
            start, end, iso = days[0]
            who = paragraph.text[:start].rstrip(" ,–-")
            named = whom.match(who) if len(who.split()) <= LONGEST else None
            own = named.end() if named and who[named.end() :][:1] in ("", " ") else 0  # what is to be done may go on
            doer = (paragraph, (0, own)) if own else _addressed_above(document, section, "kk")
            if doer is not None:
                place = (until.end() if own == len(who) else own), len(paragraph.text.rstrip(" .;"))
                yield Task(paragraph, place, doer, None, iso, paragraph.span(start, end), section.number)


def _addressed(paragraph: Prose, verb: re.Match[str] | None, language: str) -> tuple[Prose, tuple[int, int]] | None:
    """Return those whom a paragraph addresses: its words up to the verb or the colon."""
    words = paragraph.text[: verb.start()] if verb else paragraph.text
    end = len(words.rstrip(" :,–-"))
    if not 0 < len(words.split()) <= LONGEST or patterns()["addressee", language].match(words) is None:
        return None
    return paragraph, (0, end)


def _addressed_above(document: Document, section: Section, language: str) -> tuple[Prose, tuple[int, int]] | None:
    above = _words_above(document, section)
    verb = INFINITIVE.get(language, ORDERED)
    if len(above) != 1 or not above[0].text.rstrip().endswith(":") or verb.search(above[0].text):
        return None
    return _addressed(above[0], None, language)


Due = tuple[int, str | None, str, tuple[int, int]]
"""Where the words before the day end, the first day of a span, the last one, their place."""


def _due(paragraph: Prose, after: int, language: str) -> Due | None:
    """Return the day by which, or the days between which something is to be done; they must close the sentence."""
    text = paragraph.text
    dates = list(find_dates(text, language))
    for place, (start, end, iso) in enumerate(dates):
        by = BY.search(text[:start])
        if not (start > after and by and by.start() > after and len(iso) == TO_THE_DAY and REST.match(text, end)):
            continue
        begin, first = by.start(), None
        if place and not text[dates[place - 1][1] : begin].strip() and len(dates[place - 1][2]) == TO_THE_DAY:
            since = SINCE.search(text[: dates[place - 1][0]])
            begin, first = (since.start(), dates[place - 1][2]) if since else (begin, None)
        term = TERM.search(text[:begin])
        return (term.start() if term else begin), first, iso, (start, end)
    return None


def _before_verb(
    paragraph: Prose, verb: re.Match[str], language: str
) -> tuple[tuple[Prose, tuple[int, int]] | None, Due | None]:
    """Return those addressed and the day right before the deed, which ends with its sentence: `Деканам до … подать`."""
    text = paragraph.text
    for start, end, iso in find_dates(text[: verb.start()], language):
        by = BY.search(text[:start])
        who = _addressed(paragraph, by, language) if by else None
        if who and len(iso) == TO_THE_DAY and not text[end : verb.start()].strip(" ,гр."):
            stop = SENTENCE_END.search(text, verb.end())
            return who, (stop.start() if stop else len(text), None, iso, (start, end))
    return None, None


def _vietnamese(document: Document) -> Iterator[Task]:
    """Yield the sentences of clauses that end with the day by which somebody is to do something.

    Those addressed stand before the deed, or in the clause above that ends with a colon.
    """
    deed, by, whom = (patterns()[use, "vi"] for use in ("deed", "by", "addressee"))
    for section in document.sections:
        for paragraph in paragraphs(document, section, heading=False):
            text, next_deed = paragraph.text, 0
            for begin, end, first, iso in _days(text):
                start = max((next_deed, *(m.end() for m in SENTENCE.finditer(text, 0, begin))))
                joined = JOINED.match(text, end)
                next_deed = joined.end() if joined and re.compile(deed.pattern, re.I).match(text, joined.end()) else 0
                start = _behind_first(text, start, begin, whom)
                until = FROM.search(text[:begin]) if first else by.search(text[:begin])
                does = DEED_BORDER.sub(" ", text[start:begin])
                verb = _deed(deed, does)
                if len(iso) != TO_THE_DAY or until is None or verb is None or not (next_deed or REST.match(text, end)):
                    continue
                who: tuple[Prose, tuple[int, int]] | None = None
                if _addresses(does[: verb.start()], whom):
                    said = ASSIGNS.match(does, 0, verb.start())
                    who = paragraph, (start + (said.end() if said else 0), start + len(does[: verb.start()].rstrip()))
                elif does[: verb.start()].strip():
                    continue
                who = (
                    who
                    or _going_on(paragraph, start, deed, whom)
                    or _labelled(paragraph, start, whom)
                    or _headed(document, section, whom)
                    or _above(document, section, whom)
                )
                charged = CHARGED.match(does, verb.start())
                place = (start + (charged.end() if charged else verb.start()), until.start())
                if who and place[1] - place[0] > TO_THE_DAY:
                    yield Task(paragraph, place, who, first, iso, paragraph.span(begin, end), section.number)


def _addresses(words: str, whom: re.Pattern[str]) -> bool:
    """Whether words name those addressed: a few of them, or a list of which each item does."""
    items = re.split(r",\s+(?:và\s)?|\s+và\s+", words.strip(" ,"))
    named = all(whom.match(item) and len(item.split()) <= LONGEST for item in items)
    return whom.match(words) is not None and (len(words.split()) <= LONGEST or named)


def _going_on(
    paragraph: Prose, start: int, deed: re.Pattern[str], whom: re.Pattern[str]
) -> tuple[Prose, tuple[int, int]] | None:
    """Return those whom the clause before a semicolon addresses: `Phòng Đào tạo lập danh sách; gửi trước ngày …`, or
    the deed before another one."""
    if not GOES_ON.search(paragraph.text[:start]):
        return None
    begin = max((m.end() for m in SENTENCE.finditer(paragraph.text, 0, start - 2)), default=0)
    does = DEED_BORDER.sub(" ", paragraph.text[begin:start])
    verb = _deed(deed, does)
    if verb is None or not _addresses(does[: verb.start()], whom):
        return None
    return paragraph, (begin, begin + len(does[: verb.start()].rstrip(" ,")))


def _behind_first(text: str, start: int, end: int, whom: re.Pattern[str]) -> int:
    """Return where those addressed begin in a sentence that first says when or after what; its start in others."""
    if FIRST.match(text, start, end) is None:
        return start
    commas = re.compile(r",\s+").finditer(text, start, end)
    return next((comma.end() for comma in commas if whom.match(text, comma.end(), end)), start)


def _deed(deed: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Return the first deed of some words, which no name of a unit is: `Phòng Tổ chức - Hành chính lập …`."""
    found = re.compile(rf"(?:^|(?<=\s)){deed.pattern}", re.I).finditer(words)
    return next((match for match in found if match.start() == 0 or match[0][0].islower()), None)


def _days(text: str) -> Iterator[tuple[int, int, str | None, str]]:
    """Yield the place, the first day of a span (else None) and the last day of each span or day of a text."""
    done = 0
    for begin, end, iso in find_dates(text, "vi"):
        if begin < done:
            continue
        when = spanned(text[begin:], "vi")
        if when is not None and when[0] and not when[2][0] and len(iso) == TO_THE_DAY:
            done = begin + when[2][1]
            yield begin, done, when[0], when[1]
        else:
            yield begin, end, None, iso


def _scheduled(document: Document, taken: set[int]) -> Iterator[Task]:
    """Yield what a time table names before its days: `a) Nộp đơn: từ ngày … đến ngày …` under `Thời gian đăng ký`.

    `taken` are the places of the days that duties have.
    """
    timed = patterns()["timed", "vi"]
    for section in document.sections:
        above = document.above(section)
        yield from _timed_alone(document, section, timed)
        if above is None or above.heading is None or not timed.match(document.text.body(above.heading)):
            continue
        said = paragraphs(document, section)
        label = LABEL.match(said[-1].text) if len(said) == 1 else None
        if label is None and len(said) == 1:
            yield from (task for task in _held(said[0], section) if task.date and task.date.start not in taken)
        if label is None and (len(said) != 2 or section.heading is None):
            continue
        start = label.end() if label else 0
        title = (0, label.end(1) if label else len(said[0].text.rstrip(" :.")))
        if timed.fullmatch(said[0].text[slice(*title)].strip()):
            continue  # the time of the whole plan
        days = said[-1].text[start:]
        when = spanned(days, "vi")
        if when is None or when[0] is None or not AROUND.fullmatch(days, 0, when[2][0]):
            continue
        if not days[when[2][1] :].strip(" .;"):
            place = said[-1].span(start + when[2][0], start + when[2][1])
            yield Task(said[0], title, None, when[0], when[1], place, section.number)


def _timed_alone(document: Document, section: Section, timed: re.Pattern[str]) -> Iterator[Task]:
    """Yield what the heading of a clause gives time for, whose text is but a span of days: `Thời gian nộp đơn` / `Từ
    ngày … đến hết ngày …`."""
    heading = document.text.body(section.heading).strip() if section.heading else ""
    said = paragraphs(document, section)
    if len(said) != 2 or not timed.match(heading) or timed.fullmatch(heading.rstrip(" :.")):
        return
    when = spanned(said[1].text, "vi")
    if when is None or when[0] is None or said[1].text[when[2][1] :].strip(" .;"):
        return
    if AROUND.fullmatch(said[1].text, 0, when[2][0]):
        title = (0, len(said[0].text.rstrip(" :.")))
        yield Task(said[0], title, None, when[0], when[1], said[1].span(*when[2]), section.number)


def _held(paragraph: Prose, section: Section) -> Iterator[Task]:
    """Yield what a clause says is held on the day that ends it: `Lễ khai giảng được tổ chức vào ngày …`."""
    days = list(_days(paragraph.text))
    lead = HELD.search(paragraph.text[: days[0][0]]) if len(days) == 1 else None
    if lead is None or not REST.match(paragraph.text, days[0][1]):
        return
    begin, end, first, last = days[0]
    if len(last) == TO_THE_DAY and len(paragraph.text[: lead.start()].split()) > 1:
        yield Task(paragraph, (0, lead.start()), None, first, last, paragraph.span(begin, end), section.number)


def _headed(document: Document, section: Section, whom: re.Pattern[str]) -> tuple[Prose, tuple[int, int]] | None:
    """Return those whom the heading of a clause names: `1. Phòng Đào tạo: Lập kế hoạch …`."""
    own = paragraphs(document, section)[:1] if section.heading is not None else []
    named = own and whom.match(own[0].text) and len(own[0].text.split()) <= LONGEST
    return (own[0], (0, len(own[0].text.rstrip(" :.")))) if named else None


def _labelled(paragraph: Prose, start: int, whom: re.Pattern[str]) -> tuple[Prose, tuple[int, int]] | None:
    """Return those whom the label of a clause names, right before the deed: `Phòng Đào tạo: lập kế hoạch …`."""
    label = LABEL.match(paragraph.text, 0, start)
    if label is None or label.end() != start or not whom.match(label[1]) or len(label[1].split()) > LONGEST:
        return None
    return paragraph, label.span(1)


def _words_above(document: Document, section: Section) -> list[Prose]:
    above = document.above(section)
    return paragraphs(document, above) if above is not None else []


def _above(document: Document, section: Section, whom: re.Pattern[str]) -> tuple[Prose, tuple[int, int]] | None:
    """Return those whom the clause above addresses: `Phòng Đào tạo có trách nhiệm:`."""
    above = _words_above(document, section)
    if not above or not whom.match(above[0].text) or len(above[0].text.split()) > 2 * LONGEST:
        return None
    cut = LEAD_OUT.search(above[0].text)
    return above[0], (0, cut.start() if cut else len(above[0].text.rstrip(" :.")))
