"""bibliography: listed sources, the main ones and the additional ones."""

import re
from itertools import takewhile

from extractors.curriculum.cards.bundles import of_each_syllabus
from extractors.curriculum.cards.own import own
from extractors.curriculum.grids import TICK, Grid, Place, grids
from extractors.curriculum.heads import Headed, headed
from extractors.curriculum.itemising import items
from extractors.curriculum.passages import Passage, passages
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon
from extractors.curriculum.works import is_work
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_NUMBER = re.compile(
    r"^\s*\[?([A-ZĐ]{1,6}\s?\d{1,2})\][.:]?\s*(?=\S)|^\s*(TL\s?\d{1,2})[.:)]\s*(?=\S)|^\s*[\[(]?(\d{1,3})(?:[\])]\.?|[.)])?\s+(?=\S)|^\s*\[(\d{1,3})\]\.?\s*|^\s*(\d{1,3})[.)](?=\D)"
)

_CELL = re.compile(r"\[?((?:[A-ZĐ]{1,4}\s?)?\d{1,3})[\].)]?")
"""A source's number in a cell of its own: `[3]`, `TL1`."""
_LOST = re.compile(r"^\s*(?:\[\s*\]|[.)](?=\s))\s*")
"""What is left of a number whose figure is lost: `[ ]`."""
_WORDS = KNOWLEDGE / "source_words.tsv"
_PARTED = Wordings(
    _WORDS, r"(?i)(?:\W|[a-hđ][.)])*(?:(?:<<several>> )?<<sources>>\s)?(?:<<tongue>> <<tongue_name>>|<<kind>>)[\s:.]*"
)
"""Lines that part a list of sources by language or kind."""
_APPROVED = Wordings(
    _WORDS,
    r"[^\n.]{3,90}\s<<sat>>\s<<did>>\w+|<<signing>>\b\W*(?:_{3}|:)"
    r"|(?:[A-ZĐ][^,\d]{1,30},\s*)?<<day>>\s[^,;]{0,14}<<month>>\s[^,;]{0,10}<<year>>\b[^,;]{0,13}$",
)
"""A line below the sources that says which body approved the document, when and where, or who signs it."""
_WORDS_OF_WORK = ("author", "work", "publisher", "published", "name", "sources", "topic")
"""Columns whose words are a source's; what else is said of it, such as its kind or place, is not."""
_HEADING = re.compile(lettered(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{Lu}\p{Ll}"))
"""The number and first word of a heading of a program for planning: `6.3.1 Перечень программного обеспечения`."""


@of_each_syllabus
def extract(document: Document) -> list[Row]:
    """Return the sources under the headings of a list of literature of one course, else those of tables of works.

    A programme's tables of works are its library's, and no list that it rests on.
    """
    return _extract(document) or _tabled(document)


def _tabled(document: Document) -> list[Row]:
    """Return the works of tables that give author, title and publisher, wherever they stand: a school's textbooks."""
    if document.genre.kind == "programme":
        return []
    heads = [head for grid in grids(document) if (head := headed(grid)) and head.has("work", "author", "publisher")]
    return [_row("main", *work) for head in heads if not head.of("credits", "topic", "weight") for work in _works(head)]


def _row(section: str, number: str | None, text: str, span: Span) -> Row:
    return row_of(
        "bibliography",
        section=Value(section, span, 0.9, "bibliography"),
        number=Value(number, span, 0.95, "bibliography"),
        text=Value(text, span, 0.92, "bibliography"),
    )


def _extract(document: Document) -> list[Row]:
    if not own(document).of_course:
        return []
    rows: list[Row] = []
    for passage in passages(document):
        if not passage.subject.startswith("bibliography"):
            continue
        section = passage.subject.partition(".")[2] or "main"
        for number, text, span in _sources(passage):
            rows.append(_row(_typed(passage, span) or section, number, text, span))
    return rows


def _typed(passage: Passage, place: Span) -> str | None:
    """Return the section that a cell beside a source names: `Tài liệu tham khảo` in a column of kinds."""
    block = next((b for b in passage.blocks if b.row and b.span.start <= place.start < b.span.end), None)
    row = block.row if block else ()
    if block and block.grid and (flagged := _flagged(block.grid, row)):
        return flagged
    named = (lexicon("subjects.tsv").match(p.text, 0.95) for p in row if p.text and p.span != place)
    return next((n.partition(".")[2] for n in named if n and n.startswith("bibliography.")), None)


def _flagged(grid: Grid, row: tuple[Place, ...]) -> str | None:
    """Return the section under whose head a row is marked: `x` below `Tài liệu chính` or `Tài liệu tham khảo`."""
    heads = {
        n: named.partition(".")[2]
        for line in grid.rows[:2]
        for n, place in enumerate(line)
        if (named := lexicon("subjects.tsv").match(place.text, 0.93)) and named.startswith("bibliography.")
    }
    marked = {heads[n] for n in heads if n < len(row) and TICK.fullmatch(row[n].text) and not row[n].merged}
    return marked.pop() if len({*heads.values()}) > 1 and len(marked) == 1 else None


def _sources(passage: Passage) -> list[tuple[str | None, str, Span]]:
    """Return number, words and place of each source of a passage."""
    lines = takewhile(lambda line: not _APPROVED.match(line[0]), passage.lines())
    listed = items([line for line in lines if not _PARTED.fullmatch(line[0])])
    numbers = sum(_NUMBER.match(text) is not None for text, _ in listed)
    numbered = bool(listed) and (bool(_NUMBER.match(listed[0][0])) or numbers > 1 and numbers * 3 >= len(listed) * 2)
    found: list[tuple[str | None, str, Span]] = []
    for text, span in listed:
        match = _NUMBER.match(text) if numbered else None
        if numbered and match is None:
            continue
        words = text[match.end() :].strip() if match else _LOST.sub("", text)
        if _is_source(words):
            number = next((g for g in match.groups() if g), None) if match else None
            found.append((_bracketed(text, number, found[-1][0] if found else None), words, span))
    heads = {id(grid): head for grid in passage.grids() if (head := headed(grid))}
    known = ("author", "publisher", "published", "work")
    composed = {grid: head for grid, head in heads.items() if sum(head.of(m) is not None for m in known) >= 2}
    here = [b.span for b in passage.blocks if id(b.grid) in composed]  # a row that names a part divides the table
    for head in composed.values():
        found += [one for one in _works(head) if any(s.start <= one[2].start < s.end for s in here)]
    for block in passage.blocks:
        if id(block.grid) in composed:
            continue
        own_places = [p for p in block.row if p.text and not p.merged]
        first = own_places[0] if own_places else None
        bracketed = re.match(r"\[(\d{1,3})\]\.?\s*(?=\S{2})", first.text) if first else None
        if first and bracketed and len(own_places) > 1 and _is_source(first.text[bracketed.end() :]):
            found.append((bracketed[1], first.text[bracketed.end() :], first.span or block.span))
        elif (
            len(own_places) >= 2
            and (numbered_so := _CELL.fullmatch(own_places[0].text))
            and _is_source(own_places[1].text)
        ):
            found.append((numbered_so[1], own_places[1].text, own_places[1].span or block.span))
        elif len(works := [p for p in own_places if is_work(p.text)]) == 1:
            found.append((None, works[0].text, works[0].span or block.span))
    return sorted(found, key=lambda item: item[2].start)


def _bracketed(text: str, number: str | None, before: str | None) -> str | None:
    """Return a number without the bracket that a scan read as its last figure: `[31 Luật …` behind `[2]` is 3."""
    lost = re.match(r"\s*\[(\d{1,2})[1lI|]\s", text)
    follows = lost and before and before.isdecimal() and int(lost[1]) == int(before) + 1
    return lost[1] if lost and follows else number


def _works(head: Headed) -> list[tuple[str | None, str, Span]]:
    """Return the sources of a table of works: the words of their columns in printed order, divided by commas."""
    bare = next((c for c in head.columns[:1] if not c.path), None)
    number, columns = head.of("number") or bare, [c for c in head.columns if c.meaning in _WORDS_OF_WORK]
    found = []
    for r in head.data:
        places = [p for c in columns if (p := head.at(r, c)).text and not p.merged and p.span]
        words = ", ".join(re.sub(r"^[-–+•]\s+", "", p.text.strip(" ,;")) for p in places)
        printed = re.fullmatch(r"\[?((?:[ЛL]\d\.)?\d{1,3})[\].)]?", head.at(r, number).text)
        if len(places) >= 2 and _is_source(words) and not _is_head(head, r):
            spans = [p.span for p in places if p.span]
            found.append((printed[1] if printed else None, words, Span(spans[0].start, spans[-1].end)))
    return found


def _is_head(head: Headed, r: int) -> bool:
    """Say whether a row repeats the head of its table: a list of further sources begins below it."""
    printed = [(c.path[-1], head.at(r, c).text) for c in head.columns if c.path and head.at(r, c).text]
    return len(printed) >= 2 and all(fold(text) == fold(said) for said, text in printed)


def _is_source(text: str) -> bool:
    if _HEADING.match(text) and not is_work(text):
        return False
    if re.match(r"[A-ZĐ][^,\d]{1,30},\s*ngày\s.{0,30}năm\s", text):  # place and date of the signature
        return False
    return (
        4 <= len(text) <= 1200 and any(c.isalpha() for c in text) and not (text.startswith("(") and text.endswith(")"))
    )
