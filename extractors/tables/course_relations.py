"""course_relations: prerequisites, corequisites and postrequisites."""

import re
from collections.abc import Iterator

from extractors.curriculum.cards.bundles import of_each_syllabus
from extractors.curriculum.cards.labelled import pairs
from extractors.curriculum.cards.own import own
from extractors.curriculum.courses.lists import course_lists
from extractors.curriculum.courses.prose import relations_told
from extractors.curriculum.courses.rows import Listed
from extractors.curriculum.heads import Headed, headed
from extractors.curriculum.itemising import items
from extractors.curriculum.passages import Passage, passages
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon, without_english_half
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.letters import lettered
from normalizers.wordings import Wordings

RELATIONS = ("prerequisite", "corequisite", "postrequisite")
_NONE = Wordings(KNOWLEDGE / "relation_words.tsv", r"<<none>>")
_CODE = re.compile(
    lettered(
        r"\(?\b(\p{Lu}{2,5}\s?\d{2,6}(?:\.\d{1,2}|[A-Z]{0,3}|[a-z])|\d{1,3}[A-Z]{2,5}\d{3,8}|\d{6,10}"
        r"|(?:ОК|ВК|ОЗК|ОФК|ВБ|ОПП)\s?\d{1,2}(?:\.\d{1,2}){0,2}|\d{1,3}(?:\.\d{1,4}){2,4}|(?<=\()\d{4,5}(?=\)))\b\)?"
    )
)
_ENGLISH_CODE = re.compile(r"((?![ABC][12]$)[A-Z][A-Za-z&]{0,7}[ -]?\d{1,4}[A-Z]{0,2})")
"""The code of a course of an English catalogue, where it stands alone: `Math 6B`, `ICS 22`, `M1`; a level is none."""
_JOINED = re.compile(r"\s*(?:[,;]|\band\b|\bor\b)+\s*")
_OR_ALIKE = re.compile(r"\s*\(?\bor (?:the )?equivalents?\)?", re.I)
_CONDITION = Wordings(KNOWLEDGE / "relation_words.tsv", r"\d+\s*<<unit>>(?!\w)|(?:\d+|trăm)\s*%", re.I)
"""What must be earned before a course, no course: `≥ 95 TC`."""
_BULLETED = re.compile(lettered(r"(?:^|\s+)[-–•+]\s+(?=\p{Lu}{2,5}\s?\d{2,6}\s*[:.–-])"))
"""What parts courses that a cell lists with bullets, each by its code: `- MA101: Giải tích - PH102: Vật lý`."""
_LEAD = re.compile(lettered(r"^[^:«»]{25,200}:\s+(?=\p{Lu}{2,5}\s?\d)"))
"""A sentence before the first course that it names by its code: `Передумовою є вивчення таких дисциплін: ОК 3 …`."""
_QUOTES = '«»“”„"'
_ONE_QUOTED = re.compile(r"[«“„\"][^«»“”„\"]+[»”“\"]")
"""A name in quotes and nothing else, which are no part of it."""
_LABEL = re.compile(r"(?:^|(?<=[–—;.,(\s]))(?P<label>[^\W\d_][^:;–—.,()]{5,40}?)\s*:\s*")


@of_each_syllabus
def extract(document: Document) -> list[Row]:
    """Return the courses that go before, with or after the document's course, and those a list names for its own."""
    return (not own(document).course and _listed(document)) or _own(document)


def _listed(document: Document) -> list[Row]:
    """Return the courses that the lists of a programme name for each of theirs."""
    rows: list[Row] = []
    lists = list(course_lists(document))
    figured = {str(c.cells["code"].value): c for _, listed in lists for c in listed if "code" in c.cells}
    figured = {code: c for code, c in figured.items() if re.fullmatch(r"\d{4,}", code)}  # fewer may number a row
    for head, listed in lists:
        numbered, coded = figured | _numbered(head, listed), _by_codes(listed)
        named_courses = {fold(str(one.cells["name"].value)) for one in listed if "name" in one.cells}
        for course in listed:
            for relation, place in course.prerequisites:
                others = _by_number(place.text, numbered)
                for other in others:
                    named, known = (str(other.cells[c].value) if c in other.cells else None for c in ("name", "code"))
                    rows.append(_row(course.cells.get("code"), relation, named, known, place.span or Span(0, 0)))
                told = [] if others else [(place.text, place.span or Span(0, 0))]
                for name, code, span in _named(told, coded=True):
                    if code or not _CONDITION.search(name or "") and (fold(name or "") in named_courses or not coded):
                        rows.append(_row(course.cells.get("code"), relation, name, code, span))
    return rows


def _by_codes(listed: list[Listed]) -> bool:
    """Say whether a list tells what goes before its courses by codes: words among them are remarks."""
    told = [place.text for course in listed for _, place in course.prerequisites]
    told = [text for text in told if not _is_none(text) and not _CONDITION.search(text)]
    return sum(bool(_CODE.search(text)) for text in told) * 2 > len(told)


def _numbered(head: Headed, listed: list[Listed]) -> dict[str, Listed]:
    """Return the coded courses of a list by their number in it; nothing where two have one number."""
    numbers = [head.at(course.row, head.of("number")).text.strip(" .") for course in listed]
    if len(set(numbers)) < len(numbers):
        return {}
    return {n: course for n, course in zip(numbers, listed, strict=True) if n.isdecimal() and "code" in course.cells}


def _by_number(text: str, numbered: dict[str, Listed]) -> list[Listed]:
    """Return the courses that a cell names by their numbers alone: `2, 3`; nothing where one of them is none."""
    parts = re.split(r"\s*[,;+]\s*|\s+", text.strip(" .()"))
    found = [numbered[part] for part in parts if part in numbered]
    return found if found and len(found) == len(parts) else []


def _own(document: Document) -> list[Row]:
    rows: list[Row] = []
    code = own(document).course_code
    for passage in passages(document):
        if passage.subject in RELATIONS:
            rows += list(_tabled(passage, code)) or list(_lined(passage, code))
    rows += _carded(document, code, rows) if own(document).course else []
    told = list(relations_told(document)) if own(document).course else []
    if not told:
        return rows
    places = [span for _, _, span in told]
    rows = [row for row in rows if not any(_holds(row, place) for place in places)]
    rows += [_row(code, relation, name, None, span) for relation, name, span in told]
    return sorted(rows, key=lambda row: row.cells["relation"].span.start if row.cells["relation"].span else 0)


def _lined(passage: Passage, course: Value | None) -> Iterator[Row]:
    """Yield the relations that the lines of a passage name."""
    letters = _lettered(passage.heading)
    for said, words, where in _told_in(passage):
        for name, known, span in _named([(words, where)]):
            kind, bare = _by_letter(name, letters)
            yield _row(course, kind or said, bare, known, span)


def _told_in(passage: Passage) -> Iterator[tuple[str, str, Span]]:
    """Yield relation, words and place of what a passage tells, the next relation on the same line apart."""
    subject = passage.subject
    coded = [[line] for line in passage.lines() if _CODE.match(line[0])]
    lists = coded if len(coded) > 1 and len(coded) == len(passage.lines()) else [passage.lines()]
    for text, span in (item for lines in lists for item in items(lines)):
        parts = _told_apart(text, subject)
        yield from ((relation, words, span) for relation, words in parts if words)
        subject = parts[-1][0] if text.rstrip().endswith(":") else passage.subject  # its courses stand on the next line


def _lettered(heading: str) -> dict[str, str]:
    """Return the relations that a heading gives letters to: `Môn học trước (A), tiên quyết (B), song hành (C)`."""
    said = re.findall(r"([^(),]{4,40}?)\s*\(([A-D])\)", heading)
    return {letter: kind for label, letter in said if (kind := _relation(label))}


def _relation(label: str) -> str | None:
    for words in (label, f"học phần {label.strip()}", without_english_half(label) or label):
        if (found := lexicon("heads.tsv").match(words.strip(" .;:"), 0.93)) in RELATIONS:
            return found
    return None


def _by_letter(name: str | None, letters: dict[str, str]) -> tuple[str | None, str | None]:
    """Return the relation whose letter ends a name, and the name without it."""
    match = re.fullmatch(r"(.+?)\W*\(([A-D])\W*", name) if name and letters else None
    return (letters.get(match[2]), match[1]) if match else (None, name)


def _tabled(passage: Passage, course: Value | None) -> Iterator[Row]:
    """Yield the relations of a table that names the courses, each below or beside its relation."""
    for grid in passage.grids():
        head = headed(grid)
        name, code = (head.of("name", "prerequisite"), head.of("code")) if head else (None, None)
        kind: str | None = passage.subject
        for r in head.data if head and name else ():
            lines = list(head.at(r, name).lines) if head else []
            label, colon, value = lines[0][0].partition(":") if lines else ("", "", "")
            whole = head.at(r, name).text if head else ""
            if ":" not in whole and (said := _relation(whole)):
                kind, lines = said, []
            elif lines and (told := _relation(lines[0][0]) or colon and _relation(label)):
                kind, lines = told, [(value.strip(), lines[0][1]), *lines[1:]] if value.strip() else lines[1:]
            text = " ".join(line for line, _ in lines).strip(" .;,-–:")
            beside = _CODE.search(head.at(r, code).text) if head and code else None
            if kind and lines and len(text) > 2 and not _is_none(text):
                yield _row(course, kind, text, beside[1] if beside else None, lines[0][1])


def _carded(document: Document, code: Value | None, known: list[Row]) -> Iterator[Row]:
    """Yield the relations that the card of a course tells: after a label, or after several within one value
    (`Tiên quyết: không - Học trước: MA101`); those that a passage told before are left out."""
    seen = {(row.get("relation"), row.get("code") or fold(str(row.get("name")))) for row in known}
    spans = [row.cells["relation"].span for row in known]
    for pair in pairs(document):
        relation = pair.meaning.removeprefix("course.")
        if relation not in RELATIONS or any(s and s.start <= pair.span.start < s.end for s in spans):
            continue
        for kind, words in _told_apart(pair.text, relation):
            for name, known_code, span in _named([(words, pair.span)]):
                if (kind, key := known_code or fold(str(name))) not in seen:
                    seen.add((kind, key))
                    yield _row(code, kind, name, known_code, span)


def _told_apart(text: str, relation: str) -> list[tuple[str, str]]:
    """Return the parts of a value by the relation whose label stands before them; all of it is the label's before."""
    cuts = [
        (match.start("label") + at, match.end(), meaning) for match in _LABEL.finditer(text)
        for at, meaning in _labelled_at(match["label"])
    ]  # fmt: skip
    if not cuts:
        return [(relation, text)]
    ends = [start for start, _, _ in cuts[1:]] + [len(text)]
    parts = [
        (str(meaning), text[begin:end].strip(" –—-;,.")) for (_, begin, meaning), end in zip(cuts, ends, strict=True)
    ]
    return [(relation, text[: cuts[0][0]].strip(" –—-;,.")), *parts] if cuts[0][0] > 3 else parts


def _labelled_at(words: str) -> list[tuple[int, str]]:
    """Return where the label of a relation begins among words before a colon, and its relation; nothing where none
    ends them: `không Học trước` is what the label before says, and the next one."""
    starts = [0, *(m.start() for m in re.finditer(lettered(r"(?<=\s)\p{Lu}"), words))]
    said = ((at, lexicon("heads.tsv").match(words[at:], 0.93)) for at in starts)
    return [(at, meaning) for at, meaning in said if meaning in RELATIONS][:1]


def _holds(row: Row, place: Span) -> bool:
    """Say whether a row was read from words that hold a name in quotes: the name is what they mean."""
    span = row.cells["relation"].span
    return span is not None and span.start <= place.start < span.end


def _named(lines: list[tuple[str, Span]], *, coded: bool = False) -> list[tuple[str | None, str | None, Span]]:
    """Return name, code and place of each course that the lines name; nothing where they say that there is none."""
    found = []
    for text, span in ((part, span) for whole, span in items(lines) for part in _BULLETED.split(whole) if part):
        text = _LEAD.sub("", text)
        parts = [text]
        listed = re.split(r"\s*[,;]\s*(?![^()]*\))", text)
        if coded or all(p.lstrip(_QUOTES)[:1].isupper() and len(p) < 90 for p in listed if p):
            parts = listed
        for part in [code for words in parts for code in _codes_alone(words)]:
            code = _CODE.search(part) or _ENGLISH_CODE.fullmatch(part)
            name = (part[: code.start()] + part[code.end() :] if code else part).strip(" .;,-–:()")
            name = name.strip(_QUOTES) if _ONE_QUOTED.fullmatch(name) else re.sub(r"\s*\([A-ZĐ]{2,}$", "", name)
            if _is_none(part) or len(part) > 200:
                continue
            if not any(c.isalpha() for c in part) and not (code and code[0].strip() == part.strip()):
                continue
            if len(name) <= 2 and not code:
                continue  # neither a name nor a code
            found.append((name if len(name) > 2 else None, code[1] if code else None, span))
    return found


def _is_none(text: str) -> bool:
    """Say whether words tell that there is no such course, in one language or in two: `Không có / None`."""
    own = without_english_half(text)
    return any(_NONE.fullmatch(fold(words)) for words in (text, own or ""))


def _codes_alone(text: str) -> list[str]:
    """Return the codes of words that are nothing but codes, one below the other in a cell; else the words."""
    joined = _JOINED.split(_OR_ALIKE.sub("", text).strip(" ."))
    if len(joined) > 1 and all(_ENGLISH_CODE.fullmatch(part) for part in joined):
        return joined
    found = [match[1] for match in _CODE.finditer(text)]
    return found if len(found) > 1 and not _CODE.sub("", text).strip(" ,;()") else [text]


def _row(course: Value | None, relation: str, name: str | None, code: str | None, span: Span) -> Row:
    return row_of(
        "course_relations",
        course_code=course,
        relation=Value(relation, span, 0.9, "relations"),
        name=Value(name, span, 0.85, "relations"),
        code=Value(code, span, 0.9, "relations"),
    )
