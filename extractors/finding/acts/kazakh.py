"""Citations in Kazakh: issuer in the genitive, date, number, then the kind; the title before or after.

`Т (ҚР БҒМ министрінің 12.10.2018 ж. №563 бұйрығы)`,
`… министрінің 2018 жылғы 31 қазандағы № 604 бұйрығымен бекітілген Т`.
"""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.parts import Act, trimmed, with_mark, with_part
from extractors.finding.marking.marks import Mark, Marks
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "kazakh_words.tsv"
_GENITIVE = Wordings(_WORDS, r"(\p{Lu}[^\n\t;()«»“”\"]{2,160}?<<genitive>>)[\s,]*$")
_BEGINS = Wordings(
    _WORDS,
    r"(?:^|[\n\t;.(]|[,:]\s)|(?<=\s<<and>>\s)(?=<<state>>\s)|(?=<<state_short>> )|(?<=<<about>> )"
    r"|(?<=\s)<<before_issuer>>\s|<<changed>>\s?[–—-]\s",
)
"""Where the name of an issuer may begin: behind a stop, where an act of the state stands beside another (`… Заңына және
ҚР … министрінің … бұйрығына`), behind the title of the act above its line, and behind what a note says was changed
(`… жаңа редакцияда – …`)."""
_BEFORE = Wordings(_WORDS, r"[\s,]*<<year>>?[\s,]*$")
_NAMED = Wordings(_WORDS, r"<<rules>>")
"""The title of what an order approves ends in the word for it, whatever stands before: `… бойынша … қағидаларына`."""
_STOP = Wordings(_WORDS, r"\s<<title_over>>\s|[;\n\t]|\.\s|,\s")
_INSTEAD = Wordings(_WORDS, r"\s*(?:<<paper>>\S*\s)?<<instead>>(?!\w)", re.I)
_QUOTED = re.compile(r"[«“\"]([^«»“”\"\n]{3,150})[»”\"]")
_STATE = Wordings(_WORDS, r"(?<!\w)(?:<<state>><<genitive>>?|<<year>>|N)(?!\w)")
_OF_STATE = Wordings(
    _WORDS, rf"{_QUOTED.pattern},?\s+(?=[^«»;\n]{{0,70}}$)[^«»;\n]*?<<state>><<genitive>>?[^«»;\n]{{0,60}}$"
)
_STATE_BEFORE = Wordings(_WORDS, rf"<<state>><<genitive>>?\s+{_QUOTED.pattern},?\s+[^«»;\n]{{0,70}}$")
_CODEX = Wordings(_WORDS, r"<<state>><<genitive>>?\s+(?:[\w-]+\s+){1,4}$|(?:\p{Lu}[\w-]+\s+){1,3}$")
_OF_LAWS = Wordings(_WORDS, "<<codex>>", re.I)
_ARTICLE = Wordings(_WORDS, r"\S*\s(\d{1,3}(?:-\d{1,2})?)-<<article>>")
_MINUTES = Wordings(_WORDS, r"^\s*<<minutes>>\w*")
_OF_BODY = Wordings(_WORDS, r"(?:^|\n)(\p{Lu}[^\n№\d]{3,100}?)<<genitive>>\s?\n$")
_ITEM = Wordings(_WORDS, r"\s<<basis>>\s")
_ITEM_BEGINS = Wordings(_WORDS, r"[,\n\t()»]|\s<<and>>\s")
_ITEM_ENDS = Wordings(_WORDS, r"\s?(?:,|<<and>>|<<basis>>)")
_APPROVED = Wordings(_WORDS, r"\s?<<approved>>,?\s")


def read_acts(marks: Marks, start: int, end: int, *, basis: bool) -> list[Act]:
    """Return the acts cited in a paragraph, in reading order."""
    found: list[Act] = _replaced(marks, start, end)
    for kind in marks.within("kinds", start, end):
        name, _, style = kind.label.partition(" ")
        if style == "text":
            act = _listed(marks, kind, start, end, name) if name in ("plan", "catalogue", "charter") else None
            if act is not None:
                found.append(act)
            continue
        act = _law(marks, kind, start) if name == "law" else _numbered(marks, kind, start, end, name)
        if act is not None and not any(a.start < act.end and act.start < a.end for a in found):
            found.append(act)
    return found


def _replaced(marks: Marks, start: int, end: int) -> list[Act]:
    """Return the document whose place this one takes: `3 УЕ-МКУ-031-2016 орнына`, `… құжаттың орнына енгізілді`."""
    found = []
    for number in marks.within("numbers", start, end, "code"):
        behind = _INSTEAD.match(marks.text, number.end, end)
        if behind is not None:
            act = Act(number.start, behind.end(), "regulation", relation="replaces")
            found.append(with_mark(act, "number", number))
    return found


def _listed(marks: Marks, kind: Mark, start: int, end: int, name: str) -> Act | None:
    """Return an internal act that is one item of `…, жұмыс оқу жоспары және … Жарғысы негізінде`."""
    text = marks.text
    if not _ITEM.search(text[kind.end : end]):
        return None
    begin = max((m.end() for m in _ITEM_BEGINS.finditer(text, start, kind.start)), default=start)
    place = trimmed(text, max(begin, start), kind.end)
    if place is None or place[1] - place[0] > 70 or not _ITEM_ENDS.match(text[kind.end : end]):
        return None
    return with_part(Act(place[0], place[1], name), "title", text[slice(*place)], place)


def _law(marks: Marks, kind: Mark, start: int) -> Act | None:
    quoted = re.search(r"[«“\"]([^«»“”\"\n]{3,150})[»”\"]\s?$", marks.text[start : kind.start])
    if quoted is None:
        state = _law_of_the_state(marks, kind, start)
        return state or _law_in_any_order(marks, kind, start) or _code_of_laws(marks, kind, start)
    place = (start + quoted.start(1), start + quoted.end(1))
    act = Act(start + quoted.start(), kind.end, "law")
    act = with_part(act, "title", marks.text[slice(*place)], place)
    before = start + quoted.start()
    number = marks.last("numbers", max(start, before - 24), before)
    if number is not None and number.label == "signed" and not marks.text[number.end : before].strip():
        act = with_mark(act, "number", number)
        before = number.start
    return _with_article(marks, _dated(marks, act, max(start, before - 45), before), kind)


def _law_in_any_order(marks: Marks, kind: Mark, start: int) -> Act | None:
    """Return a law before whose kind stand nothing but its title, day, number and state: `2007 жылғы 27 шілдедегі «Т»
    № 319-III Заңы`."""
    quoted = list(_QUOTED.finditer(marks.text, max(start, kind.start - 190), kind.start))
    number = marks.last("numbers", max(start, kind.start - 24), kind.start)
    if not quoted or number is None or number.label != "signed" or number.start < quoted[-1].end():
        return None
    title = quoted[-1].span(1)
    date = marks.last("dates", max(start, title[0] - 45), number.start)
    begin = date.start if date and date.start < title[0] else title[0] - 1
    parts = [quoted[-1].span(), (number.start, number.end), *([(date.start, date.end)] if date else [])]
    rest = "".join(ch for n, ch in enumerate(marks.text[begin : kind.start], begin) if not _within(n, parts))
    if _STATE.sub("", rest).strip(" ,-№\n\t"):
        return None
    act = with_part(Act(begin, kind.end, "law"), "title", marks.text[slice(*title)], title)
    act = with_mark(act, "number", number)
    act = with_mark(act, "issued_on", date) if date else act
    return _with_article(marks, act, kind)


def _within(place: int, parts: list[tuple[int, int]]) -> bool:
    return any(a <= place < b for a, b in parts)


def _law_of_the_state(marks: Marks, kind: Mark, start: int) -> Act | None:
    """Return a law whose date and number stand between its title and its kind: `«Т» ҚР 2007 жылғы … № 319-III Заңы`."""
    quoted = _OF_STATE.search(marks.text[start : kind.start])
    number = marks.last("numbers", max(start, kind.start - 24), kind.start)
    dated = marks.within("dates", max(start, kind.start - 45), kind.start)
    if quoted is None and (number is not None or dated):  # the state stands before the title
        quoted = _STATE_BEFORE.search(marks.text[start : kind.start])
    if quoted is None:
        return None
    place = (start + quoted.start(1), start + quoted.end(1))
    act = with_part(Act(start + quoted.start(), kind.end, "law"), "title", marks.text[slice(*place)], place)
    if number is not None and number.label == "signed" and not marks.text[number.end : kind.start].strip(" -"):
        act = with_mark(act, "number", number)
        act = _dated(marks, act, max(place[1], number.start - 45), number.start)
    elif date := marks.first("dates", place[1], kind.start):
        act = with_mark(act, "issued_on", date)
    return _with_article(marks, act, kind)


def _code_of_laws(marks: Marks, kind: Mark, start: int) -> Act | None:
    """Return a code of laws with the day and number behind it: `ҚР Еңбек кодексі, 2015 жылғы 23 қараша № 414-V`."""
    of_laws = _OF_LAWS.match(marks.text, kind.start, kind.end)
    named = _CODEX.search(marks.text[max(start, kind.start - 90) : kind.start]) if of_laws else None
    number = marks.first("numbers", kind.end, kind.end + 60)
    date = marks.first("dates", kind.end, kind.end + 40)
    if named is None or number is None or number.label != "signed" or date is None or date.start > number.start:
        return None
    if re.search(r"[.;«»\"]", marks.text[kind.end : number.start]):
        return None
    place = (kind.start - len(named[0]), kind.end)
    act = with_part(Act(place[0], number.end, "law"), "title", re.sub(r"\s+", " ", marks.text[slice(*place)]), place)
    act = with_mark(act, "number", number)
    return with_mark(act, "issued_on", date)


def _with_article(marks: Marks, act: Act, kind: Mark) -> Act:
    """Return a law with the article that is meant, `Заңының 43-2-бабына`, or with its day and number in a bracket."""
    number = marks.first("numbers", kind.end, kind.end + 45) if act.number is None else None
    if number and number.label == "signed" and re.fullmatch(r"\S*\s?\([^()]*", marks.text[kind.end : number.start]):
        return _dated(marks, replace(with_mark(act, "number", number), end=number.end), kind.end, number.start)
    meant = _ARTICLE.match(marks.text, kind.end - 1)
    return with_part(act, "article", meant[1], meant.span(1)) if meant else act


def _dated(marks: Marks, act: Act, start: int, end: int) -> Act:
    date = marks.last("dates", start, end)
    if date and len(date.value) >= 7 and re.fullmatch(r"[\s,.№\w(-]{0,20}", marks.text[date.end : end]):
        return replace(with_mark(act, "issued_on", date), start=min(act.start, date.start))
    return act


def _numbered(marks: Marks, kind: Mark, start: int, end: int, name: str) -> Act | None:
    number = marks.last("numbers", max(start, kind.start - 30), kind.start)
    after = marks.first("numbers", kind.end, min(end, kind.end + 12))
    titled = re.search(r"[«“\"]([^«»“”\"\n]{8,200})[»”\"]\s?$", marks.text[start : kind.start])
    if titled is not None:  # `№ 28 «Т» бұйрығы`
        before = start + titled.start()
        number = marks.last("numbers", max(start, before - 24), before)
        if number is None or number.label != "signed" or marks.text[number.end : before].strip(" -"):
            return None
        act = with_mark(Act(number.start, kind.end, name), "number", number)
        act = with_part(act, "title", titled[1], (start + titled.start(1), start + titled.end(1)))
        return _issuer(marks, _dated(marks, act, max(start, number.start - 45), number.start), start)
    if number is not None and marks.text[number.end : kind.start].strip(" -") == "":
        place, first = number, number.start
    elif after is not None and not re.search(r"[^\s:(]", marks.text[kind.end : after.start]):
        place, first = after, kind.start
    else:
        return None
    if place.label != "signed":
        return None
    act = with_part(Act(first, max(kind.end, place.end), name), "number", place.value, (place.start, place.end))
    act = _dated(marks, act, max(start, first - 45), first)
    if name == "minutes" and act.issued_on is None:  # in a stamp the day stands on the line above
        act = _dated(marks, act, max(0, first - 30), first)
    if name == "minutes" and act.issued_on is None:
        goes_on = marks.text[:end].rstrip().endswith(",")  # a stamp's line ends, its day stands on the next
        behind = marks.first("dates", place.end, place.end + 26 if goes_on else min(end, place.end + 26))
        if behind is not None and not re.search(r"\w", _MINUTES.sub("", marks.text[place.end : behind.start])):
            act = replace(with_mark(act, "issued_on", behind), end=behind.end)
    if name in ("decision", "resolution", "order") and act.issued_on is None and marks.text[first - 1 : first] == "\n":
        act = _stacked(marks, act, first)
    act = _issuer(marks, act, start) if act.issuer is None else act
    return _title(marks, act, kind, start, end)


def _stacked(marks: Marks, act: Act, first: int) -> Act:
    """Return an act with the day and the body that stand on the two lines above its number, as in a stamp."""
    act = _dated(marks, act, max(0, first - 30), first)
    dates = marks.within("dates", max(0, first - 30), first)
    body = _OF_BODY.search(marks.text, max(0, dates[-1].start - 120), dates[-1].start) if dates else None
    if act.issued_on is None or body is None:
        return act
    return with_part(act, "issuer", body[1], (body.start(1), body.end(1)))


def _issuer(marks: Marks, act: Act, start: int) -> Act:
    before = marks.text[start : act.start]
    lead = _BEFORE.search(before)
    match = _GENITIVE.search(before[: lead.start()] if lead else before)
    if match is None:
        return act
    begins = [m.end() for m in _BEGINS.finditer(before, match.start(1), match.end(1) - 4)]
    place = trimmed(marks.text, start + max(begins, default=match.start(1)), start + match.end(1))
    if place is None:
        return act
    return replace(with_part(act, "issuer", marks.text[slice(*place)], place), start=place[0])


def _title(marks: Marks, act: Act, kind: Mark, start: int, end: int) -> Act:
    text = marks.text
    if act.kind == "minutes":
        return act
    if text[max(start, act.start - 1) : act.start] == "(":
        begin = max(text.rfind(c, start, act.start - 1) for c in (",", ";", "\n", "\t", ". ")) + 1
        place = trimmed(text, max(start, begin), act.start - 1)
    else:
        approved = _APPROVED.match(text, kind.end, end)
        if approved is None:
            return _titled_before(marks, act, start)
        named, stop = _NAMED.search(text, approved.end(), end), _STOP.search(text, approved.end(), end)
        place = trimmed(text, approved.end(), named.end() if named else stop.start() if stop else end)
    if place is None or place[1] - place[0] < 8:
        return act
    grown = replace(act, start=min(act.start, place[0]), end=max(act.end, place[1]))
    return with_part(grown, "title", text[slice(*place)].strip('«»“”"'), place)


def _titled_before(marks: Marks, act: Act, start: int) -> Act:
    """Return an act with the title in quotes before its issuer: `«Т» ҚР БҒМ министрінің … № 600 бұйрығына`."""
    quoted = re.search(r"[«“\"]([^«»“”\"\n]{8,300})[»”\"]\s?$", marks.text[start : act.start])
    if quoted is None:
        return act
    place = (start + quoted.start(1), start + quoted.end(1))
    return with_part(replace(act, start=start + quoted.start()), "title", marks.text[slice(*place)], place)
