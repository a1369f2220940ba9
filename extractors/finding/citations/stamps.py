"""Approval stamps at the head of Ukrainian, Russian and Kazakh documents.

`ЗАТВЕРДЖЕНО на засіданні Вченої ради … Протокол № 5/2 від …`, `УТВЕРЖДАЮ Ректор … 2018 г.`, `БЕКІТЕМІН: декан …`
"""

import re
from dataclasses import dataclass
from pathlib import Path

from extractors.finding.acts.parts import trimmed
from extractors.finding.marking.marks import Mark, Marks
from extractors.finding.marking.persons import find_persons
from models.document import Mention
from models.text import RunningText
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "stamps.tsv"
_OPENING = Wordings(_WORDS, "(?P<approved><<approved>>)|(?P<enacted><<enacted>>)|(?P<agreed><<agreed>>)")
_BODY = Wordings(_WORDS, r"(?:на\s)?<<sitting>>?\s*(<<body>>[^\n;:№\d_]*(?:\n(?!\s*<<no_body>>)[^\n;:№\d_]+){0,3})")
_TITLE = Wordings(_WORDS, r"\n(?=<<title>>)")
_TITLED = Wordings(_WORDS, r"\s(?=<<title>>)")
"""A title whose line may have been joined to the one above."""
_OFFICE = Wordings(
    _WORDS,
    r"(<<deputy>>{0,3}<<office>>\w*)([^\n_/\d]*(?:\n(?!\s*(?:[_\d«\"/]"
    r"|\p{Lu}\.\s?\p{Lu}|\p{Lu}[\p{Ll}’]+\s\p{Lu}))[^\n_/\d]+){0,3})",
)
_IMPRINT = Wordings(
    _WORDS, r"\n[ \t]*(?:<<town>>\s?)?\p{Lu}[\p{Ll}’-]{2,20}\s?[-–—,]?\s?(?:19|20)\d\d(?:\s?<<year>>)?[ \t]*(?=\n|$)"
)
"""Place and year at the foot of a title page, below which nothing belongs to a stamp."""
_OF_ORDER = Wordings(_WORDS, r"<<order>>\s+$")
"""An order right before an office is that office's: `утверждён приказом ректора`; another one may stand by the name."""
_KAZAKH_OFFICE = Wordings(_WORDS, r"[^\n:_\d]*<<kazakh_office>>(?=\s*[:\n_]|\s+\p{Lu})")
_FIRM = Wordings(_WORDS, "<<firm>>")
_BY_ACT = Wordings(_WORDS, r"(?:<<act>>|<<minutes>>)\w*<<by>>\W*$")
"""The act by which something was approved, right before the word that says so."""
_KAZAKH_BODY = Wordings(
    _WORDS, r"(?P<name>(?:[«“\"][^»”\"\n]{3,80}[»”\"]\s(?:[\p{Lu}а]{2,6}\s)?)?<<body>>[^\n№\d]*?)<<genitive>>?(?=\s)"
)
_LINES_ABOVE = 4
_ELSEWHERE = Wordings(_WORDS, r"<<elsewhere>>[^\n]{0,40}$")
_DATED_BEHIND = Wordings(_WORDS, r"\s<<since>>$")
"""What leads to the day behind an office that is printed on one line with it."""
_PERSONAL = Wordings(_WORDS, "<<i_approve>>$")
"""The verb of a person who approves, and no body."""
_SITTING = Wordings(_WORDS, r"(?s)<<genitive>>\s+<<sat>>.*$|\s+<<minutes>>\w*\W*$")
"""What follows the name of a body in Kazakh: its decision, its minutes."""
_ITS_MINUTES = Wordings(_WORDS, r"(?:[\s,(]*(?:<<its_minutes>>|<<since>>))+[\s,(«»\"]*$")
_NO_ROLE = Wordings(_WORDS, r"^(?:<<approved>>|\s*<<minutes>>\w*)\W*")
_INITIALLED = re.compile(
    lettered(r"(?<!ім\.)(?<!им\.)(?<!імені)(?<!имени)\s\S{0,3}\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}[\p{Ll}\d]")
)
"""Initials between an office and a person: a name that could not be read, so that the person has another office."""
_REACH = 420


@dataclass(frozen=True)
class Stamp:
    """An approval: `act` is `approved`, `enacted` or `agreed`; `body` the place of the name of a collective body."""

    act: str
    start: int
    end: int
    body: tuple[int, int] | None
    personal: bool


def find_stamps(marks: Marks, end: int) -> list[Stamp]:
    """Return the stamps that begin before `end`, each up to the next one or at most 420 characters on."""
    openings = list(_OPENING.finditer(marks.text, 0, max(end, 0)))
    stamps = []
    for index, opening in enumerate(openings):
        before = marks.text[max(0, opening.start() - 30) : opening.start()].rsplit("\n", 1)[-1]
        shouted = re.search(lettered(r"\p{Lu}{2,}" + r"\s?" * opening[0].isupper() + "$"), before)
        if re.search(r"\w\s?$", before) and not shouted:
            continue
        if "\t" in before.lstrip() and not _beside_stamp(marks.text, opening.start()):
            continue
        limit = openings[index + 1].start() if index + 1 < len(openings) else len(marks.text)
        reach = {"kk": 170, "en": 120}.get(marks.language, _REACH)
        limit = min(
            limit,
            opening.end() + reach,
            max(end, opening.end()),
            _title_start(marks.text, opening.end(), len(marks.text)),
        )
        imprint = _IMPRINT.search(marks.text, opening.end(), limit)
        limit = imprint.start() if imprint else limit
        limit = min(limit, _end_of_sentence(marks, opening.end()))
        owned = marks.text.find("©", opening.end(), limit)
        limit = owned if owned >= 0 else limit  # whose work it is, and since when
        body = _BODY.search(marks.text, opening.end(), limit)
        place = trimmed(marks.text, body.start(1), body.end(1)) if body else None
        personal = _PERSONAL.search(opening[0]) is not None
        limit = _behind_day(marks, opening.end(), limit) if personal else limit
        stamp = Stamp(opening.lastgroup or "approved", opening.start(), limit, place, personal)
        stamps.append(_closed_by_its_word(marks, stamp) if marks.language == "kk" and not personal else stamp)
    return stamps


def _behind_day(marks: Marks, start: int, limit: int) -> int:
    """Return the end of the line with the day on which a person approved, where the name stands before it: who comes
    below did something else."""
    date = marks.first("dates", start, limit)
    if date is None or not find_persons(marks.text[start : date.start], marks.language):
        return limit
    return min(limit, (marks.text.find("\n", date.end) + 1 or limit + 1) - 1)


def _end_of_sentence(marks: Marks, start: int) -> int:
    """Return the end of what tells, below the title, by which body something was approved and when: the offices behind
    it sign the document; the end of the text where nothing tells so."""
    end = len(marks.text)
    date = marks.first("dates", start, min(end, start + _REACH))
    if date is None or not _TITLED.search(marks.text, 0, start) or not _BODY.search(marks.text, start, date.start):
        return end
    return end if "\n" in marks.text[start : date.start] else date.end


def _closed_by_its_word(marks: Marks, stamp: Stamp) -> Stamp:
    """Return a Kazakh stamp from its first line, where the word of approval is its last: `… № 4 шешімімен` over
    `БЕКІТІЛДІ`; other stamps as they are."""
    text = marks.text
    first = text.rfind("\n", 0, max(stamp.start - 1, 0)) + 1
    if not _BY_ACT.search(text, first, stamp.start):
        return stamp
    for _ in range(_LINES_ABOVE):
        above = text.rfind("\n", 0, max(first - 1, 0)) + 1
        line = text[above : first - 1].strip()
        if first == 0 or not line or line.endswith(".") or line.isupper():
            break
        first = above
    body = _KAZAKH_BODY.search(text, first, stamp.start)
    place = trimmed(text, body.start(), body.end("name")) if body else None
    return Stamp(stamp.act, first, stamp.start + len(text[stamp.start : stamp.end].split("\n")[0]), place, False)


def _beside_stamp(text: str, start: int) -> bool:
    """Say whether a stamp begins a cell beside one that begins with a stamp too."""
    row = text[text.rfind("\n", 0, start) + 1 : start]
    first, _, last = row.lstrip().partition("\t")
    return not last.rpartition("\t")[2].strip(' «"“') and _OPENING.match(first.lstrip(' «"“')) is not None


def _title_start(text: str, start: int, end: int) -> int:
    """Return where the title of the document begins after a stamp."""
    title = _TITLE.search(text, start, end)
    return title.start() if title else end


def body_of(marks: Marks, stamp: Stamp) -> Mark | None:
    """Return the collective body named in a stamp."""
    if stamp.body is None:
        return None
    start, end = stamp.body
    name = _ITS_MINUTES.sub("", re.sub(r"\s+", " ", _SITTING.sub("", marks.text[start:end])))
    return Mark(start, end, "body", re.sub(r"\s*[«“\"]\s*$", "", name))  # the quotes of a day: `«19» апреля`


def stamp_mention(text: RunningText, marks: Marks, stamp: Stamp) -> Mention:
    """Return the stamp as a mention: act, body, the office and its organisation, the person, the date."""
    parts: dict[str, object] = {"act": stamp.act, "personal": stamp.personal}
    body = body_of(marks, stamp)
    if body is not None:
        parts |= {"body": body.value, "body_span": text.span(body.start, body.end)}
    offices = list(_OFFICE.finditer(marks.text, stamp.start, stamp.end))
    signing = (m for m in offices if not _OF_ORDER.search(marks.text, stamp.start, m.start()))
    office = next(signing, offices[0] if offices else None)
    persons = marks.within("persons", stamp.start, stamp.end)
    if office and persons and _INITIALLED.search(marks.text, office.start(), persons[0].start):
        persons = []
    if marks.language == "kk" and (line := _KAZAKH_OFFICE.search(marks.text, stamp.start, stamp.end)):
        place = trimmed(marks.text, line.start(), line.end())
        if place:
            role = _NO_ROLE.sub("", marks.text[slice(*place)])
            parts |= {"role": role.strip(), "role_span": text.span(*place)}
    elif office:
        end = min([office.end(), *(p.start for p in persons if p.start > office.start())])
        place = trimmed(marks.text, office.start(), end, "(")
        if place:
            role = _DATED_BEHIND.sub("", re.sub(r"\s+", " ", marks.text[slice(*place)]))
            parts |= {"role": role, "role_span": text.span(*place)}
        organisation = trimmed(marks.text, office.end(1), end)
        if organisation and _FIRM.match(marks.text, organisation[0]):
            named = _DATED_BEHIND.sub("", re.sub(r"\s+", " ", marks.text[slice(*organisation)]))
            parts |= {"organisation": named, "organisation_span": text.span(*organisation)}
    if persons:
        parts |= {"name": persons[0].value, "name_span": text.span(persons[0].start, persons[0].end)}
    dates = marks.within("dates", stamp.start, stamp.end)
    own = [d for d in dates if not _ELSEWHERE.search(marks.text[stamp.start : d.start]) and not _is_code(marks, d)]
    if own:
        parts |= {"issued_on": own[0].value, "issued_span": text.span(own[0].start, own[0].end)}
    return Mention("stamp", text.span(stamp.start, stamp.end), stamp.act, parts, 0.85, "find.stamp")


def _is_code(marks: Marks, date: Mark) -> bool:
    """Say whether a date is the code of a training, which stands before its name elsewhere: `18.04.01 Химия`."""
    named = rf"{re.escape(marks.text[date.start : date.end])}\s[«\"]?[А-ЯЁ][а-яё]{{3}}"
    return date.end - date.start == len("18.04.01") and re.search(named, marks.text) is not None
