"""What sentences tell of a course: its part of the plan, its semesters, the courses before and after it."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from extractors.curriculum import figures
from extractors.curriculum.cards.naming import QUOTED
from extractors.curriculum.grids import grids
from extractors.curriculum.passages import blocks
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.knowledge import read_table
from normalizers.letters import lettered
from normalizers.wordings import Wordings

COLUMNS = ("component", "semester", "credits")
"""What of a course sentences are asked for."""
LANGUAGES = ("uk", "ru")
REACH = 20000
"""Characters from the start of a document within which a course is introduced."""
LONGEST = 9
"""Words of a course's name, at most."""
_WORDS = KNOWLEDGE / "prose_words.tsv"
_NAMES = Wordings(_WORDS, rf"(?:\s*(?:,|;|:|<<and_too>>)?\s*<<named_course>>?\s*{QUOTED.pattern})+")
_BEFORE, _AFTER = Wordings(_WORDS, "<<before>>", re.I), Wordings(_WORDS, "<<after>>", re.I)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")
_PART = Wordings(_WORDS, r"<<part>>", re.I)
_CONTROL = Wordings(_WORDS, r"<<control>>\b", re.I)
_FORM = Wordings(_WORDS, r"<<form>>", re.I)
_LATER = Wordings(_WORDS, r"(?<!\w)<<later>>", re.I)
"""What says that courses come later, before the sentence tells that they need what is known."""
_USED = Wordings(_WORDS, r"<<used>>", re.I)
"""What turns knowledge gained into knowledge used later: `Знания, полученные …, используются при изучении`."""
_COURSE = re.compile(lettered(r"[–—•\-]?\s*(?P<name>\p{Lu}[^\n.:;«»]{3,90}?)[.;,]?"))
_IN_SEMESTERS = Wordings(_WORDS, r"<<by_semesters>>", re.I)
_COUNTED = Wordings(_WORDS, r"(<<form_counted>>\w*<<graded>>?)\s+(\d{1,2})(?!\d)", re.I)


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rows = read_table(KNOWLEDGE / "prose.tsv", ("meaning", "language", "pattern"))
    return tuple((r["meaning"], re.compile(r["pattern"], re.I), r["value"]) for r in rows if r["language"] == language)


def tell_course(document: Document, cells: dict[str, Value]) -> None:
    """Give the course the component and the semester that sentences tell, where its card does not."""
    language = document.genre.language
    if language not in LANGUAGES:
        return
    text = document.text.content[:REACH]
    for meaning, pattern, value in _patterns(language):
        if meaning not in COLUMNS or meaning in cells or (match := pattern.search(text)) is None:
            continue
        told = value if value else figures.number(match[1]) if meaning == "credits" else _numbers(match[1])
        if told is not None:
            cells[meaning] = Value(told, Span(*match.span()), 0.8, "prose")
    if "component" not in cells and (part := _part_alone(document)):
        cells["component"] = part
    if "control_form" not in cells and (control := _by_semester(document)):
        cells["control_form"] = control
    for column, below in _in_semesters(document).items():
        cells.setdefault(column, below)


def _part_alone(document: Document) -> Value | None:
    """Return what a cell of the card says that is nothing but a part of the plan: `Обов’язкова`."""
    for block in islice(blocks(document), 120):
        for place in block.row:
            if place.text and not place.merged and _PART.fullmatch(place.text.strip(" .")):
                return Value(place.text.strip(" ."), place.span, 0.8, "prose")
    return None


def _numbers(text: str) -> int | str | None:
    found = re.findall(r"\d{1,2}", text)
    if not found or any(int(n) > 12 for n in found):
        return None
    return int(found[0]) if len(found) == 1 else ", ".join(found)


def _by_semester(document: Document) -> Value | None:
    """Return the forms of control that a row of a table of hours gives for each semester: `зачет, экзамен`."""
    for block in islice(blocks(document), 400):
        own = [p for p in block.row if p.text and not p.merged]
        if len(own) < 2 or not _CONTROL.match(own[0].text):
            continue
        forms = [p.text.strip(" .") for p in own[1:] if _FORM.match(p.text) and len(p.text) <= 40]
        if forms:
            return Value(", ".join(dict.fromkeys(forms)), own[1].span, 0.85, "prose")
    return None


def _listed(text: str, start: int) -> Iterator[tuple[str, Span]]:
    """Yield the courses listed after a colon without quotes: one in each line below, up to a line that is no name; or
    in its own line with semicolons or commas between."""
    yield from _in_line(text, start)
    colon = re.compile(r"\s*:[ \t]*\n").match(text, start)
    at = colon.end() if colon else len(text)
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = _COURSE.fullmatch(text[at:end].strip())
        if line is None or len(line["name"].split()) > LONGEST:
            return
        first = at + text[at:end].find(line["name"])
        yield line["name"], Span(first, first + len(line["name"]))
        at = end + 1


def _in_line(text: str, start: int) -> Iterator[tuple[str, Span]]:
    """Yield the courses listed behind a colon up to the stop, where all of them begin as names do."""
    told = re.compile(r"\s*:[ \t]*(?P<names>[^\n.:«]{3,300})\.?[ \t]*(?:\n|$)").match(text, start)
    between = ";" if told and ";" in told["names"] else ","
    names = [name.strip() for name in told["names"].split(between)] if told else []
    if told and all(_COURSE.fullmatch(name) and len(name.split()) <= LONGEST for name in names):
        for name in names:
            first = text.find(name, told.start("names"))
            yield name, Span(first, first + len(name))


def _in_semesters(document: Document) -> dict[str, Value]:
    """Return form of control and semester that a cell gives below `Виды контроля в семестрах`: `экзамены 5`."""
    named = False
    for block in islice(blocks(document), 80):
        for place in block.row:
            named = named or _IN_SEMESTERS.search(place.text) is not None
            match = _COUNTED.search(place.text) if named and not place.merged and len(place.text) <= 90 else None
            if match:
                form, semester = match[1], int(match[2])
                return {
                    "control_form": Value(form, place.span, 0.85, "prose"),
                    "semester": Value(semester, place.span, 0.85, "prose"),
                }
    return {}


def relations_told(document: Document) -> Iterator[tuple[str, str, Span]]:
    """Yield relation, name and place of the courses that sentences name in quotes as going before or after this one."""
    if document.genre.language not in LANGUAGES:
        return
    if tabled := list(_numbered_relations(document)):
        yield from tabled
        return
    text = document.text.content[:REACH]
    seen: set[tuple[str, str]] = set()
    taken: list[Span] = []
    for meaning, pattern, _ in _patterns(document.genre.language):
        if not meaning.endswith("requisite"):
            continue
        for match in pattern.finditer(text):
            names = _NAMES.match(text, match.end())
            said = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
            later = meaning == "prerequisite" and (_USED.search(match[0]) or _LATER.search(said))
            relation = "postrequisite" if later else meaning
            if names is None:
                listed = list(_listed(text, match.end()))
                taken += [
                    span for _, span in listed if not any(span.start < t.end and t.start < span.end for t in taken)
                ]
                yield from ((relation, name, span) for name, span in listed if (relation, name) not in seen)
                seen |= {(relation, name) for name, _ in listed}
                continue
            if any(span.start < names.end() and names.start() < span.end for span in taken):
                continue
            taken.append(Span(*names.span()))
            for quoted in QUOTED.finditer(text, *names.span()):
                name = re.sub(r"\s+", " ", quoted[1]).strip(" .,;")
                if (relation, name) not in seen:
                    seen.add((relation, name))
                    yield relation, name, Span(*quoted.span(1))


def _numbered_relations(document: Document) -> Iterator[tuple[str, str, Span]]:
    """Yield relation, name and place of the courses in rows whose number goes on with that of a heading row."""
    for grid in grids(document):
        open_number, relation = "", ""
        for row in grid.rows:
            own = [p for p in row if p.text and not p.merged]
            number = own[0].text.strip(" .") if len(own) == 2 and _NUMBER.fullmatch(own[0].text) else ""
            if not number:
                relation = ""
                continue
            words, span = own[1].text.strip(), own[1].span
            if _BEFORE.search(words) or _AFTER.search(words):
                open_number, relation = number, "prerequisite" if _BEFORE.search(words) else "postrequisite"
            elif not number.startswith(open_number + "."):
                relation = ""
            elif relation and span and 3 <= len(words) <= 120 and words[0].isupper():
                yield relation, words.strip(" ."), span
