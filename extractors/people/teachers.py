"""Teachers of a Vietnamese syllabus or programme: the table that lists them, or the lines under their heading."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.curriculum.cards.own import titled
from extractors.curriculum.grids import Place, grids
from extractors.curriculum.passages import Block, blocks
from extractors.curriculum.wording import without_english_half
from extractors.people.knowledge import labels, offices
from extractors.people.rare_names import is_person
from models.document import Document
from models.rows import Row, Value
from normalizers.letters import lettered
from normalizers.values.names import Person, parse_person, with_titles_together
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "teacher_words.tsv"
_NAME = Wordings(_WORDS, r"(?:<<degree>>[\s,/–-]*(?:và\s)?){0,4}<<name>>(?:[\s,/(].{0,40})?$", re.I)
_CONTACT = Wordings(_WORDS, r"<<address>>", re.I)
_STAFF = Wordings(_WORDS, r"<<staff>>", re.I)
"""What stands beside the names of a programme's staff."""
_ROLE = Wordings(_WORDS, r"<<part>>", re.I)
_NAME_KK = Wordings(_WORDS, r"<<name_kk>>(?:[\s(].{0,30})?$", re.I)
_CONTACT_KK = Wordings(_WORDS, r"<<address_kk>>", re.I)
_ROLE_KK = Wordings(_WORDS, r"<<part_kk>>", re.I)
"""The heads of such a table in Kazakh."""
_NAME_EN = Wordings(_WORDS, r"<<name_en>>", re.I)
_CONTACT_EN = Wordings(_WORDS, r"<<address_en>>", re.I)
_ROLE_EN = Wordings(_WORDS, r"<<part_en>>", re.I)
"""The heads of such a table in English."""
_PERSON_EN = re.compile(
    lettered(r"\p{Lu}[\p{Ll}’'-]+(?:\s\p{Lu}\.)*(?:\s\p{Lu}[\w’'-]*){1,4}|(?:\p{Lu}\.\s?)+\p{Lu}[\w’'-]+")
)
_MARKER = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*\s?[.)/]?|[IVX]{1,4}[.)]|[a-hđ]\s?[.)])?\s*(?=[^\W\d_])")
_ABOUT = Wordings(_WORDS, r"<<about>>\b", re.I)
"""What the lines below a teacher's name say of them."""
_HEADED = Wordings(_WORDS, r"<<number>>\s+<<name>>\s", re.I)
"""The heads of a table whose cells stand one space apart."""
_BEHIND = Wordings(_WORDS, r"\s*[,;(]|\s+[–-]\s+|:|\s+(?=<<behind>>(?!\w))")
"""What ends the name that a line begins with."""
_DATED = Wordings(_WORDS, r",\s*<<day>>\b.{0,20}\b<<month>>\b", re.I)
"""Where and when the document was signed, below the teachers."""
FARTHEST = 16
"""Lines below a heading of teachers that may still name one."""


def read_teachers(document: Document) -> list[Row]:
    """Return the people of tables headed by names beside addresses in a syllabus, beside degrees in a programme.

    In Kazakh and English of a syllabus alone.
    """
    about, language = titled(document), document.genre.language
    if (language, about) not in (("vi", "syllabus"), ("vi", "programme"), ("kk", "syllabus"), ("en", "syllabus")):
        return []
    called, office = {"vi": (_NAME, _ROLE), "kk": (_NAME_KK, _ROLE_KK), "en": (_NAME_EN, _ROLE_EN)}[language]
    rows: list[Row] = []
    posts = {post.casefold() for post in offices()}
    for grid in grids(document):
        heads = [place.text.strip(" :.") for place in grid.rows[0]]
        if all(text.casefold() in posts for text in heads if text):
            continue  # those who sign
        name = next(
            (n for n, text in enumerate(heads) if called.fullmatch(text) or language != "en" and called.match(text)),
            None,
        )
        told = {"kk": _CONTACT_KK, "en": _CONTACT_EN}.get(language) or (_CONTACT if about == "syllabus" else _STAFF)
        if name is None or not any(told.search(text) for text in heads):
            continue
        role = next((n for n, text in enumerate(heads) if n != name and office.search(text)), None)
        listed = sum(is_person(_person(row[name]), language) for row in grid.rows[1:])
        sure = listed * 2 >= len(grid.rows) - 1
        for row in grid.rows[1:]:
            if language == "en" and (spelt := _person(row[name])) and _PERSON_EN.fullmatch(spelt.name):
                rows.append(_teacher(spelt, row[name], row[role] if role is not None else None))
            elif is_person(person := _person(row[name]), language, among_names=sure) and person is not None:
                rows.append(_teacher(person, row[name], row[role] if role is not None else None))
    return rows


def _person(place: Place) -> Person | None:
    if not place.text or place.merged:
        return None
    return parse_person(re.split(r"[,;(]", with_titles_together(place.text))[0])


def _teacher(person: Person, place: Place, role: Place | None) -> Row:
    cells = {
        "name": Value(person.name, place.span, 0.9, "people.teachers"),
        "act": Value("teaches", place.span, 0.85, "people.teachers"),
    }
    titled_by = parse_person(f"{role.text} {person.name}") if role is not None else None
    ranked = titled_by is not None and titled_by.name == person.name
    if role is not None and 2 < len(role.text) <= 80 and not ranked:
        cells["role"] = Value(role.text, role.span, 0.8, "people.teachers")
    return Row("people", cells)


def read_listed(document: Document) -> Iterator[Row]:
    """Yield the teachers that lines name under a heading such as `3. Giảng viên phụ trách`, and who signs in a line of
    its own, `Trưởng bộ môn: TS. …`, in a Vietnamese syllabus."""
    if document.genre.language != "vi" or titled(document) != "syllabus":
        return
    left = 0
    for block in blocks(document):
        if block.row:
            left = 0
            yield from _beside_label(block)
            continue
        text = _MARKER.sub("", block.text, count=1)
        label, _, rest = text.partition(":")
        if (signed := _signed(label, rest, block)) is not None:
            yield signed
        elif not rest.strip() and labels("vi").get(_folded(label)) == "teaches":
            left = FARTHEST
        elif left and _DATED.search(text):
            left = 0
        elif left and (found := _named(text, block)):
            left -= 1
            yield found
        elif left:
            left = left - 1 if _ABOUT.match(text) or "@" in text or _HEADED.search(text) else 0


def _beside_label(block: Block) -> Iterator[Row]:
    """Yield the people whom a row of a card names beside a label, one on a line, with their addresses below or not."""
    own = [p for p in block.row if p.text and not p.merged]
    own = own[1:] if len(own) == 3 and re.fullmatch(r"[\dIVX.]{1,5}[.)]?", own[0].text) else own
    act = labels("vi").get(_folded(_MARKER.sub("", own[0].text, count=1))) if len(own) == 2 else None
    lines = own[1].lines if act in ("teaches", "developed") else ()
    for name, span in ((part, span) for line, span in lines for part in line.split(";")):
        words = re.split(
            r"\s*[,;(]|\s+[–-]\s+|:|\s+(?:e-?mail|ĐT|SĐT|điện thoại)\b",
            with_titles_together(name.strip(" -+•")),
            flags=re.I,
        )[0]
        person = parse_person(re.sub(r"^\d{1,2}[.)]\s*", "", words))
        if person is not None and _is_teacher(person):
            cells = {
                "name": Value(person.name, span, 0.88, "people.teachers"),
                "act": Value(act, span, 0.85, "people.teachers"),
            }
            yield Row("people", cells)


def _is_teacher(person: Person) -> bool:
    """Say whether a name under a label of teachers is one: a Vietnamese one, or another with a title before it."""
    return is_person(person, "vi") or bool(person.titles) and _PERSON_EN.fullmatch(person.name) is not None


def _folded(label: str) -> str:
    bare = re.sub(r"\([^()]*\)", "", label).strip(" .:-–")
    return (without_english_half(bare) or bare).strip(" .:-–").casefold()


def _named(text: str, block: Block) -> Row | None:
    """Return the teacher whose name a line begins with, after a label or not."""
    label, mark, rest = text.partition(":")
    words = rest if mark and labels("vi").get(_folded(label)) == "teaches" else text
    words = with_titles_together(words.strip())
    end = _BEHIND.search(words)
    person = parse_person(words[: end.start()] if end else words)
    if person is None or not _is_teacher(person):
        return None
    cells = {
        "name": Value(person.name, block.span, 0.88, "people.teachers"),
        "act": Value("teaches", block.span, 0.85, "people.teachers"),
    }
    return Row("people", cells)


def _signed(label: str, rest: str, block: Block) -> Row | None:
    """Return who signs in a line that gives an office and, after a colon, one name with its titles."""
    office = next((o for o in offices() if o.casefold() == label.strip(" .-–").casefold()), None)
    person = parse_person(rest.strip()) if office and offices()[office] == "signed" and rest.strip() else None
    if person is None or not is_person(person, "vi"):
        return None
    cells = {
        "name": Value(person.name, block.span, 0.85, "people.line"),
        "role": Value(label.strip(" .-–"), block.span, 0.85, "people.line"),
        "act": Value("signed", block.span, 0.75, "people.line"),
    }
    return Row("people", cells)
