"""Citations in Ukrainian and Russian: kind, issuer, then date, number and title in any order.

`Наказ МОН України від 11.07.2019 № 977 «Про …»`, `Федеральный закон «О …» от 29.12.2012 № 273-ФЗ`.
"""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.parts import Act, Place, article_before, clause_end, trimmed, with_mark, with_part
from extractors.finding.marking.marks import Mark, Marks
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "slavic_words.tsv"
_DATED = Wordings(_WORDS, r"[\s,(]*(?:<<dated>>|\))*[\s,(]*")
_ABOUT = Wordings(_WORDS, r"[\s,.]*(<<about>>\s(?=\w))")
_ISSUER_END = Wordings(_WORDS, r"\s<<issuer_end>>\s|[«“„\"(,;:\n\t]|[»”](?=<<titled>>\s)|№|\.\s|\d")
_ISSUER_WHOLE = Wordings(
    _WORDS, r"\s([А-ЯЁІЇЄҐа-яёіїєґ][^,;:\n\t«»“”\"(№\d]{2,170}?)\s?(?:\s<<by_number>>\s|\s<<from>>\s(?=[\d«\"“])|(?=№))"
)
_ORGANISATION = Wordings(_WORDS, r"\s«[^«»\n]{3,120}(?:«[^«»\n]+»\s?)?»(?=\s(?:<<from>>|№))")
_ABBREVIATED = Wordings(_WORDS, r"\s<<institution_short>>(?:\s[А-ЯІ]{2,4})?\s$")
_SMALL = Wordings(_WORDS, "<<small_issuer>>")
_SAT = Wordings(_WORDS, r"\s+<<sat>>(?=\s)")
"""What stands between minutes and the body that sat: `протокол засідання кафедри`."""
_INSTEAD_OF = Wordings(_WORDS, r"(?im)^\W*(?:\w+\s)?<<instead_of>>[\s:]*$")
"""What stands before the code of the text that this one takes the place of: `Введено взамен`."""
_OWN_ISSUER = Wordings(_WORDS, r"<<own_issuer>>\w*")
"""The institution itself by its kind alone, whose act another of its acts names: `наказ університету від …`."""
_TEXT_END = Wordings(_WORDS, r"\s?\((?=<<aside>>)|,?\s<<put>>\w*\s|[;\n\t]|,?\s<<from>>\s(?=\d|«)|\s№")
_SHORT_NAME = Wordings(_WORDS, r"\(<<hereafter>>\s?[-–—:]?\s?[«“\"]?$")
"""What stands before a short name in brackets: it cites nothing more, `(далі – Положення про вчену раду)`."""
_WORD = r"[А-ЯЁІЇЄҐа-яёіїєґ’'\-]+"
_QUOTED_ACT = Wordings(_WORDS, r"[^\n«“]{0,60}?([«“\"])(?=<<quoted_act>>)")
_TURNED = Wordings(_WORDS, r"[»”](?=<<titled>>\s)([^«»“”„\"]{4,160})[»”\"]")
"""A title whose opening quote a scan reads as a closing one: `Законом України »Про вищу освіту"`."""
_NUMBERED = Wordings(_WORDS, r"(?:\s?\(\s?<<standard_short>>[^()№]{0,12}\))?[\s):]{0,4}(?=№)")
"""What may stand between a standard and its number, the border of a cell too: `стандарт (ФГОС) | № 709`."""
_APPROVED = Wordings(_WORDS, r"\s(\p{Lu}[\w .-]{2,90}?)\s\(\s?<<approved_short>>\w*\.?\s")
"""Who issued an act without a title, before its date and number: `рекомендациями Минобрнауки (утв. 8 апреля …`."""
_BRACKET = Wordings(
    _WORDS,
    r"[»”\"]?\s?\(<<approved_short>>\w*\.?\s(?:(\p{Lu}[^\d(),;«»№]{2,80}?)\s)?(?=(?:<<from>>|<<by_number>>|N|№|«?\d))",
)
_NEXT_QUOTED = Wordings(_WORDS, r"[»”\"]?,?\s?(?:<<and>>|,)?\s?(?=[«“„\"])")
_TITLED = Wordings(_WORDS, r"<<titled>>\s")
_BEFORE_NUMBER = Wordings(_WORDS, r"[\s,(.]*(?:<<of_year>>|<<by_number>>|<<under>>)?[\s.,(]*")
_BEFORE_TITLE = Wordings(_WORDS, r"[\s,.)]*<<of_year>>?[\s,.:]*")
_NOUN = Wordings(_WORDS, r"<<of_title>>\s", re.IGNORECASE)
_OF_MINISTRY = Wordings(_WORDS, r"\s?(?:(<<ministry>>)\s)?(?=[«“\"])")
_CLAUSE = Wordings(_WORDS, r",|\s\(|\s<<clause>>")


def read_acts(marks: Marks, start: int, end: int, *, basis: bool) -> list[Act]:
    """Return the acts cited in a paragraph, in reading order."""
    found: list[Act] = []
    cursor = start
    for kind in marks.within("kinds", start, end):
        if kind.start < cursor or _SHORT_NAME.search(marks.text, start, kind.start):
            continue
        acts = _read(marks, kind, end)
        if acts:
            found += acts
            cursor = max(a.end for a in acts)
    return sorted(found + _standards(marks, start, end, found), key=lambda a: a.start)


def _standards(marks: Marks, start: int, end: int, found: list[Act]) -> list[Act]:
    """Return standards named by their number in a sentence, with the title in quotes beside it."""
    standards = []
    for number in marks.within("numbers", start, end):
        instead = _INSTEAD_OF.search(marks.text, max(start - 1, 0, number.start - 40), number.start)
        told = number.label == "standard" or instead and number.label == "code"
        if not told or any(a.start <= number.start < a.end for a in found):
            continue
        quoted = re.search(r"[«“]([^«»“”]{4,160})[»”]\s?$", marks.text[max(start, number.start - 170) : number.start])
        after = re.compile(r"\s?[«“]([^«»“”]{4,160})[»”]").match(marks.text, number.end, end)
        kind = "catalogue" if number.value.startswith("ДК") else number.label.replace("code", "regulation")
        act = Act(number.start, number.end, kind, relation="replaces" if instead else None)
        act = with_mark(act, "number", number)
        if quoted:
            first = max(start, number.start - 170)
            place = (first + quoted.start(1), first + quoted.end(1))
            act = with_part(act, "title", marks.text[slice(*place)], place)
        elif after:
            act = with_part(act, "title", after[1], (after.start(1), after.end(1)))
        standards.append(act)
    return standards


def _read(marks: Marks, kind: Mark, end: int) -> list[Act]:
    name, _, style = kind.label.partition(" ")
    limit = clause_end(marks.text, kind.end, end)
    if marks.text[kind.start : kind.end].isupper() and kind.end - kind.start > 4 and style == "text":
        return []
    act = Act(kind.start, kind.end, name)
    if name in ("decision", "resolution") and _told_by_minutes(marks, kind, limit):
        return []
    if style == "text":
        beside = _NUMBERED.match(marks.text, kind.end, end) if name == "standard" else None
        return _text_act(marks, act, kind, clause_end(marks.text, beside.end(), end) if beside else limit)
    act = _with_issuer(marks, act, kind.end, limit)
    act, at = read_tail(marks, act, act.end, limit)
    if name == "minutes" and not act.issuer and _SAT.match(marks.text, at, limit):
        act = _with_issuer(marks, act, at, limit)
        act, at = read_tail(marks, act, act.end, limit)
    acts = [replace(act, end=at)]
    while act.title and name == "law":
        more = _NEXT_QUOTED.match(marks.text, at, limit)
        quoted = _quoted(marks.text, more.end(), limit) if more and more.end() > at + 1 else None
        if quoted is None or not _TITLED.match(marks.text, quoted[0]):
            break
        another, at = read_tail(marks, Act(quoted[0] - 1, quoted[0], name), quoted[0] - 1, limit)
        acts.append(replace(another, end=at))
    acts = [_with_article(marks, a) for a in acts if a.number or a.title or a.kind == "minutes"]
    kept = [a for a in acts if a.number or a.issued_on or a.kind == "law" or (a.title and a.issuer)]
    return kept + (_quoted_standards(marks, at, limit) if name == "law" and kept else [])


def _told_by_minutes(marks: Marks, kind: Mark, limit: int) -> bool:
    """Say whether minutes come next after a decision, and hold it: `решения Учёного совета (протокол № 8)`."""
    following = marks.first("kinds", kind.end, min(limit, kind.end + 120))
    return following is not None and following.label == "minutes act"


def _quoted_standards(marks: Marks, at: int, limit: int) -> list[Act]:
    """Standards named by their title right after a law: `Законі …, «Стандарти і рекомендації …»`."""
    match = _QUOTED_ACT.match(marks.text, at, limit)
    place = _quoted(marks.text, match.start(1), limit) if match else None
    if place is None:
        return []
    kind = "standard" if marks.text.startswith("Стандарт", place[0]) else "regulation"
    return [replace(with_part(Act(place[0], place[1], kind), "title", marks.text[slice(*place)], place), end=place[1])]


def _with_article(marks: Marks, act: Act) -> Act:
    place = article_before(marks, act.start)
    return with_part(act, "article", marks.text[slice(*place)] if place else None, place)


def _with_issuer(marks: Marks, act: Act, start: int, limit: int) -> Act:
    """Read the body that stands between the kind and the date, number or title."""
    sat = _SAT.match(marks.text, start, limit) if act.kind == "minutes" else None
    start = sat.end() if sat else start
    stop = _ISSUER_END.search(marks.text, start, limit)
    whole = _ISSUER_WHOLE.match(marks.text, start, limit)
    end = whole.end(1) if whole else stop.start() if stop else limit
    named = _ABBREVIATED.search(marks.text, start, end) if marks.text[end : end + 1] == "«" else None
    organisation = _ORGANISATION.match(marks.text, end - 1 if named else end, limit)
    if organisation and marks.text[start:end].strip():
        end = organisation.end()
    place = trimmed(marks.text, start, end)
    if place is None or not re.match(r"[А-ЯЁІЇЄҐ]", marks.text[place[0]]) or act.kind == "law":
        if place is not None and act.kind != "law" and (sat or _SMALL.match(marks.text, place[0])):
            return replace(with_part(act, "issuer", marks.text[slice(*place)], place), end=end)
        own = place is not None and _OWN_ISSUER.fullmatch(marks.text[slice(*place)])
        return replace(act, end=end if act.kind == "law" or own else start)
    return replace(with_part(act, "issuer", marks.text[slice(*place)], place), end=end)


def read_tail(marks: Marks, act: Act, at: int, limit: int) -> tuple[Act, int]:
    """Read date, number and title in whatever order they come."""
    for _ in range(5):
        step = _date(marks, act, at, limit) or _number(marks, act, at, limit) or _title(marks, act, at, limit)
        if step is None:
            break
        act, at = step
    return act, at


def _date(marks: Marks, act: Act, at: int, limit: int) -> tuple[Act, int] | None:
    date = marks.first("dates", at, limit)
    if date is None or act.issued_on or not _DATED.fullmatch(marks.text[at : date.start]) or len(date.value) < 7:
        return None
    return with_mark(act, "issued_on", date), date.end


def _number(marks: Marks, act: Act, at: int, limit: int) -> tuple[Act, int] | None:
    number = marks.first("numbers", at, limit)
    if number is None or act.number or number.label != "signed":
        return None
    between = marks.text[at : number.start]
    if not _BEFORE_NUMBER.fullmatch(between):
        return None
    act = with_mark(act, "number", number)
    dated = re.match(r"/\s?(\d{2})\.(\d{2})\.(\d{4})", marks.text[number.end : limit])
    if dated:
        place = (number.end + 1, number.end + dated.end())
        return with_part(act, "issued_on", f"{dated[3]}-{dated[2]}-{dated[1]}", place), place[1]
    joint = re.compile(rf",\s({_WORD}(?:\s{_WORD}){{0,2}})\s№\s?(\d+)").match(marks.text, number.end, limit)
    return act, (joint.end() if joint else number.end)


def _title(marks: Marks, act: Act, at: int, limit: int) -> tuple[Act, int] | None:
    if act.title:
        return None
    gap = _BEFORE_TITLE.match(marks.text, at, limit)
    begin = gap.end() if gap else at
    about = _ABOUT.match(marks.text, at, limit)
    if begin < limit and marks.text[begin] in '«“„"':
        place = _quoted(marks.text, begin, limit)
    elif turned := _TURNED.match(marks.text, begin, limit):
        place = trimmed(marks.text, *turned.span(1))
    elif about and (act.number or act.issued_on):
        place = trimmed(marks.text, about.start(1), limit)
    else:
        return None
    if place is None or place[1] - place[0] < 4:
        return None
    return with_part(act, "title", marks.text[slice(*place)], place), min(place[1] + 1, limit)


def _quoted(text: str, start: int, limit: int) -> Place | None:
    """Return what stands between a quote at `start` and its partner; nested quotes are part of it."""
    if text[start] not in '«“„"':
        return None
    depth, position = 0, start
    while position < limit:
        char = text[position]
        if char in "«“„" or (char == '"' and depth == 0):
            depth += 1
        elif char in "»”" or char == '"':
            depth -= 1
            if depth == 0:
                return trimmed(text, start + 1, position)
        position += 1
    return trimmed(text, start + 1, limit, "»”")


def _text_act(marks: Marks, act: Act, kind: Mark, limit: int) -> list[Act]:
    """Read an internal act that is known by its title: `Положення про організацію освітнього процесу`."""
    text = marks.text
    standard = next((m for m in marks.within("numbers", max(0, kind.start - 3), limit) if m.label == "standard"), None)
    if standard and standard.start <= kind.end + 1:
        return []
    if act.kind == "standard":
        numbered = _NUMBERED.match(text, kind.end, limit)
        act, at = read_tail(marks, act, numbered.end(), limit) if numbered else (act, kind.end)
        if act.number:
            return [replace(act, end=at)]
    inside = kind.start and text[kind.start - 1] in "«“" and _NOUN.match(text[kind.end : limit].lstrip())
    if inside and (place := _quoted(text, kind.start - 1, limit)):
        act, at = read_tail(marks, with_part(act, "title", text[slice(*place)], place), place[1] + 1, limit)
        return [replace(act, end=at)] if place[1] - place[0] > kind.end - kind.start + 6 else []
    stop = _TEXT_END.search(text, kind.end, limit)
    end = stop.start() if stop else limit
    after = text[kind.end : end].lstrip(" ")
    quoted = _OF_MINISTRY.match(text, kind.end, limit)
    if quoted and quoted.end() < limit:
        place = _quoted(text, quoted.end(), limit)
        if place and _NOUN.match(text[place[0] :]):
            act = with_part(act, "title", text[slice(*place)], place)
            if quoted[1]:
                act = with_part(act, "issuer", quoted[1], (quoted.start(1), quoted.end(1)))
            act, at = read_tail(marks, act, place[1] + 1, limit)
            return [replace(act, end=at)]
    approved = _APPROVED.match(text, kind.end, limit) if act.kind == "guideline" else None
    if approved:
        told = with_part(act, "issuer", approved[1], (approved.start(1), approved.end(1)))
        told, at = read_tail(marks, told, approved.end(), limit)
        if told.number:
            return [replace(told, end=at)]
    if _NOUN.match(after) and len(after) > 12:
        place = trimmed(text, kind.start, _plain_end(text, kind.end, end))
        if place and place[1] - place[0] > kind.end - kind.start + 6:
            act = with_part(act, "title", text[slice(*place)], place)
            act, at = read_tail(marks, act, place[1], limit)
            return [_approved(marks, replace(act, end=at), limit)]
    return []


def _approved(marks: Marks, act: Act, limit: int) -> Act:
    """Return an act with what a bracket behind its title says of its approval: `(утв. Минобрнауки 08.04.2014 № 44)`."""
    bracket = _BRACKET.match(marks.text, act.end, limit) if not act.number else None
    if bracket is None:
        return act
    told = with_part(act, "issuer", bracket[1], (bracket.start(1), bracket.end(1))) if bracket[1] else act
    told, at = read_tail(marks, told, bracket.end(), limit)
    return replace(told, end=at) if told.number or told.issued_on else act


def _plain_end(text: str, start: int, end: int) -> int:
    """Return where an unquoted title ends: before a verb's clause, a bracket or a comma."""
    stop = _CLAUSE.search(text, start, end)
    return stop.start() if stop else end
