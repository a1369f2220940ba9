"""Links between outcomes: told by codes, by tables that map them, by marked matrices, by cells beside each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.heads import Headed, headed
from extractors.curriculum.hours.plan_heads import states_outcomes
from extractors.curriculum.outcomes.codes import BARE, Code, Key, bare_code, codes, leading, listed, only
from extractors.curriculum.outcomes.heads import numbered, numbered_rows
from extractors.curriculum.outcomes.lost_dots import without_dots
from extractors.curriculum.outcomes.stated import outcomes, torn
from extractors.curriculum.outcomes.tables import Outcome, fineness
from models.document import Document
from models.text import Span
from normalizers.values.code_series import TOLD

MARK = re.compile(r"[XxХх×✓✔√●■•+*Vv]|[1-5]|[IRMTUEAHLNDS]{1,3}|[IRM](?:\s*[,.]\s*[IRMA])*|Н|П|С|В")
_DOMAIN = re.compile(r"[KSA]\s?[1-6]")
"""A level of knowledge, skills or attitudes under a head of levels: `K3`; in a matrix `A1` is a work."""
_BARE = re.compile(r"[XxХх×✓✔√●■•+*Vv]")
_QUOTE = r"\[?(?P<name>\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?)\.?\]?(?:\s*\((?P<level>[ITU](?:,?\s?[ITU]){0,2})\))?"
_QUOTED = re.compile(rf"\s*{_QUOTE}(?:\s*[,;]?\s*{re.sub(r'[?]P<[a-z]+>', '', _QUOTE)})*\s*")
"""Outcomes of the programme that a syllabus quotes by numbers of several parts, without letters: `1.3.1, 2.2.4`."""
_NESTED = ("objective", "programme_outcome", "indicator")
Ends = tuple[Span | None, Span | None, Span | None]
"""Places of a link's source, target and level."""
LEAST_HEADS = 3
SURE = 0.85
"""Confidence from which letters that stand together are believed to be one level."""
_TOGETHER = re.compile(r"[A-Z]{2,3}|[A-Z]\s?\.\s?[A-Z]")
_IN_BRACKETS = re.compile(r"\s*\(\s*([IRMTUEAHLNDS]{1,2}|[1-6]|[●○◐◎■□▲△★☆✓xX])\s*\)")
"""How much a course serves an outcome, behind its code: `PLO1(M), PLO3(●)`."""
_OF_WORKS = ("A", "L", "R")
"""Letters that number works, lessons and rubrics too: `A1` over a column."""
_SERIES = re.compile(r"(?<!\w)(PLO|ELO|CLO|PEO|PO|PI|CĐR)s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one code to another, in the row keys' words, with its level where one is printed.

    `ends` are the places of the source, the target and the level that stand apart from `span`.
    """

    source: str
    target: str
    span: Span
    level: str | None = None
    confidence: float = 0.88
    ends: Ends = (None, None, None)


def links(document: Document) -> list[Link]:
    """Return the links of a document, each once, between outcomes that it states."""
    stated = [o for o in outcomes(document) if o.code]
    keys: dict[Key, str] = {}
    for code in (o.code for o in stated):
        if code:
            keys.setdefault(code.key, code.text)
    if any(document.text.trace(o.span).confidence < 1 for o in stated):
        keys |= without_dots(keys)
    language = f"{document.genre.language}{TOLD}"
    found = [*_torn(document, keys), *_nested(stated, keys), *_beside(stated, keys)]
    for grid in grids(document):
        found += _nested_cells(grid, keys, language)
        found += _mapped(grid, keys, language)
        found += _marked(grid, keys, language)
    best: dict[tuple[str, str], Link] = {}
    for link in found:
        known = best.get((link.source, link.target))
        if link.source == link.target or (link.target, link.source) in best:
            continue
        if known is None or link.level and not known.level:
            best[link.source, link.target] = link
    return _believed(document, list(best.values()))


def _believed(document: Document, found: list[Link]) -> list[Link]:
    """Return links without the levels of several letters that a scan made of one or of two: unsure, and seen once."""
    levels = [link.level for link in found]
    doubted = [
        link.level is not None
        and _TOGETHER.fullmatch(link.level) is not None
        and levels.count(link.level) == 1
        and document.text.trace(link.span).confidence < SURE
        for link in found
    ]
    return [replace(k, level=None, confidence=0.5) if bad else k for k, bad in zip(found, doubted, strict=True)]


def _torn(document: Document, keys: dict[Key, str]) -> Iterator[Link]:
    """Yield what the order of a matrix tells: beside which objective an outcome was read."""
    matrix = torn(document)
    for objective, number in matrix.links if matrix else ():
        source = keys.get(objective.key)
        target = _outcome_numbered(number, keys)
        if source and target and matrix:
            yield Link(source, target, matrix.span, confidence=0.7)


def _outcome_numbered(number: int, keys: dict[Key, str]) -> str | None:
    found = [
        text
        for (prefix, index), text in keys.items()
        if prefix in ("PLO", "ELO", "SO", "CĐR", "CDR") and index == (number,)
    ]
    return found[0] if len(found) == 1 else None


def _nested(stated: list[Outcome], keys: dict[Key, str]) -> Iterator[Link]:
    """Yield the links that codes tell: `PI1.2` to `PLO1`, `G1.2` to `G1`; a double code is no evidence."""
    stands = {o.code.text: o.coded or o.span for o in reversed(stated) if o.code}
    for one in stated:
        code = one.code
        if code is None or len(code.index) < 2 or one.double:
            continue
        parent = keys.get((code.series.prefix, code.index[:-1]))
        if parent is None and one.kind == "indicator":
            parent = _outcome_numbered(code.index[0], keys)
        if parent:
            ends = (one.coded, stands.get(parent), one.levelled)
            yield Link(keys[code.key], parent, one.span, one.level, 0.9, ends)


def _beside(stated: list[Outcome], keys: dict[Key, str]) -> Iterator[Link]:
    """Yield the links to the codes that stand beside a statement on its line."""
    for one in stated:
        source = keys[one.code.key] if one.code else ""
        for target in one.serves if source else ():
            yield Link(source, keys.get(target.key, target.text), one.span, confidence=0.85)


def _nested_cells(grid: Grid, keys: dict[Key, str], language: str) -> Iterator[Link]:
    """Yield the links of cells beside each other under heads of objectives, outcomes and indicators."""
    head = headed(grid)
    columns = [c for c in head.columns if c.meaning in _NESTED] if head else []
    if head is None or len({c.meaning for c in columns}) < 2 or len(columns) > 4:
        return
    current: dict[str, tuple[Code, Span | None]] = {}
    for r in head.data:
        for column in columns:
            place = head.at(r, column)
            found = [c for c in codes(place.text, language) if c.key in keys]
            code = leading(place.text, language)
            if code and code.key in keys:
                current[column.meaning or ""] = code, place.span
            if column.meaning == "indicator":
                for indicator in found:
                    if "programme_outcome" in current and place.span:
                        target, stands = current["programme_outcome"]
                        yield _link(indicator, target, keys, (None, stands, None), place)
            elif column.meaning == "programme_outcome" and code and "objective" in current and place.span:
                source, stands = current["objective"]
                for one in found if listed(place.text, language) else [code]:
                    yield _link(source, one, keys, (stands, None, None), place)


def _link(source: Code, target: Code, keys: dict[Key, str], ends: Ends, place: Place) -> Link:
    return Link(keys[source.key], keys[target.key], place.span or Span(0, 0), ends=ends)


def _mapped(grid: Grid, keys: dict[Key, str], language: str) -> Iterator[Link]:
    """Yield the links of rows that begin with a code and list others: `CLO1 | text | PLO2, PLO5 | 3`."""
    head = headed(grid) or Headed(grid, (), 0)  # a card may state outcomes in rows of its own
    if head.of("assessment", "week", "hours", "credits", "name"):
        return
    if head.of("topic") and not states_outcomes(head):
        return
    bare = numbered(head, 0, language)
    quoting = {c.index for c in head.all("programme_outcome")}
    for r in head.data:
        row = head.grid.rows[r]
        if row[0].merged and sum(only(p.text, language) is not None for p in row) == len(row) - 1 >= LEAST_HEADS:
            continue  # the codes over a matrix
        first = [c for p in row[:2] if p.text and (c := only(p.text, language) or leading(p.text, language))]
        first = [code] if (code := bare.get(row[0].text.strip(" ."))) else first
        source = max(first, key=fineness, default=None)
        if source is None or source.key not in keys:
            continue
        own = _place_of(source, row[:2], language) or row[0].span
        if source is not first[0] and first[0].key in keys and row[1].span:
            yield Link(keys[first[0].key], keys[source.key], row[1].span)
        levelled = head.at(r, head.of("level"))
        level, ends = levelled.text, (own, None, levelled.span)
        after = 1 if source is first[0] else 2
        for at, place in enumerate(row[after:], after):
            for target, beside in _with_levels(place.text, language):
                stated = len(target.series.prefix) > 1 or target.key in keys or at in quoting  # `T2` may be a level
                if target.series.prefix != source.series.prefix and place.span and stated:
                    name = keys.get(target.key, target.text)
                    told = beside or (level if MARK.fullmatch(level) or _DOMAIN.fullmatch(level) else None)
                    yield Link(keys[source.key], name, place.span, told, ends=(own, None, None) if beside else ends)
        for column in (c for c in head.all("programme_outcome") if source.series.kind != "programme_outcome"):
            place = head.at(r, column)
            for quote in re.finditer(_QUOTE, place.text) if _QUOTED.fullmatch(place.text) else ():
                if place.span and not place.merged:
                    named = quote["level"] or (level if MARK.fullmatch(level) else None)
                    yield Link(keys[source.key], quote["name"], place.span, named, 0.85, ends)
        yield from _to_aims(head, r, source, keys)


def _to_aims(head: Headed, r: int, source: Code, keys: dict[Key, str]) -> Iterator[Link]:
    """Yield the links of a row to objectives that are numbers of two parts, `4.1, 4.2`, as the document states them."""
    for column in head.all("objective") if source.series.prefix else ():
        place = head.at(r, column)
        for text in re.split(r"[,;]", place.text) if place.span and not place.merged else ():
            aim = bare_code(text)
            if aim and place.span and aim.key in keys:
                yield Link(keys[source.key], keys[aim.key], place.span, confidence=0.85)


def _place_of(code: Code, places: Sequence[Place], language: str) -> Span | None:
    """Return where a code stands among the first cells of a row."""
    return next((p.span for p in places if code in (only(p.text, language), leading(p.text, language))), None)


def _with_levels(text: str, language: str) -> Iterator[tuple[Code, str | None]]:
    """Yield the codes of a list of them with the levels in brackets behind them; ticks are no levels."""
    levels = {c.text: m[1] for c in codes(text, language) if (m := _IN_BRACKETS.match(text, c.end))}
    for code in listed(_IN_BRACKETS.sub("", text) if levels else text, language):
        level = levels.get(code.text)
        yield code, None if level and _BARE.fullmatch(level) else level


def _marked(grid: Grid, keys: dict[Key, str], language: str) -> Iterator[Link]:
    """Yield the links of a matrix with outcomes over its columns and before its rows, a mark where they meet."""
    head = headed(grid)
    quoting = {c.index for c in head.all("programme_outcome")} if head else set()
    for r in range(min(4, len(grid.rows))):
        over = {c: code for c, p in enumerate(grid.rows[r]) if p.text and (code := _over(p.text, keys, language))}
        stated = {c: code for c, code in over.items() if code.key in keys}
        over = stated if len(stated) >= 2 or not (_quoted(over) or over.keys() <= quoting) else over
        over = over if len(over) >= 2 else _numbers_over(grid, r, keys, language)
        if len(over) >= 2:
            break
    else:
        return
    bare = numbered_rows(grid, r, language)
    for row in grid.rows[r + 1 :]:
        first = [p for p in row[: min(over)] if p.text]
        source = next((code for p in first if (code := leading(p.text, language)) and code.key in keys), None)
        own = bare.get(row[0].text.strip(" .")) if source is None else None
        source = own if own and own.key in keys else source
        if source is None:
            yield from _transposed(row, first, over, keys, language)
            continue
        for column, target in over.items():
            place = row[column]
            if place.text and MARK.fullmatch(place.text) and not place.merged:
                level = None if _BARE.fullmatch(place.text) else place.text
                name = keys.get(target.key, target.text)
                ends, mark = (keys[source.key], name), place.span or Span(0, 0)
                crossed = target.series is BARE and source.series.kind == "programme_outcome"
                begins = _place_of(source, first, language)  # the other end is where the mark stands
                places = (None, begins, None) if crossed else (begins, None, None)
                yield Link(*(ends[::-1] if crossed else ends), mark, level, ends=places)
        for place in row[max(over) + 1 :]:
            for beside in listed(place.text, language) if not place.merged else ():
                if beside.series.prefix != source.series.prefix:
                    yield Link(keys[source.key], keys.get(beside.key, beside.text), place.span or Span(0, 0))


def _over(text: str, keys: dict[Key, str], language: str) -> Code | None:
    """Return the code over a column: of a series, or a bare number that an outcome of the course has."""
    bare, code = bare_code(text), only(text, language)
    if bare and bare.key in keys:
        return bare
    may_be_work = code and code.series.prefix in _OF_WORKS and code.key not in keys
    return None if may_be_work else code


def _numbers_over(grid: Grid, r: int, keys: dict[Key, str], language: str) -> dict[int, Code]:
    """Return the codes that bare numbers stand for over columns, below a head that names their series: `1`, `2`, `3`
    under `Chuẩn đầu ra (PLOs)`, which may stand over the first of them alone; of a series that the document does not
    state, those counted from one."""
    found: dict[int, Code] = {}
    for c, place in enumerate(grid.rows[r]):
        over = (next((p.text for p in reversed(row[: c + 1]) if p.text), "") for row in grid.rows[:r])
        series = next((m[1] for text in over if (m := _SERIES.search(text))), None)
        number = place.text.strip(" .")
        code = only(f"{series}{number}", language) if series and number.isdecimal() and not place.merged else None
        if code:
            found[c] = code
    stated = {c: code for c, code in found.items() if code.key in keys}
    counted = [code.index for code in found.values()] == [(n,) for n in range(1, len(found) + 1)]
    return stated if stated or not (counted and _quoted(found)) else found


def _transposed(
    row: tuple[Place, ...], first: list[Place], over: dict[int, Code], keys: dict[Key, str], language: str
) -> Iterator[Link]:
    """Yield the links of a row that quotes an outcome of the programme, with the course's own over the columns."""
    quoted = next((code for p in first if (code := only(p.text, language))), None)
    if quoted is None or any(fineness(quoted) >= fineness(code) or code.key not in keys for code in over.values()):
        return
    for column, own in over.items():
        place = row[column]
        if place.text and MARK.fullmatch(place.text) and not place.merged:
            level = None if _BARE.fullmatch(place.text) else place.text
            yield Link(keys[own.key], quoted.text, place.span or Span(0, 0), level)


def _quoted(over: dict[int, Code]) -> bool:
    """Say whether columns are outcomes of the programme, which a syllabus quotes by their codes alone."""
    return (
        len(over) >= 2 and len({c.series.prefix for c in over.values()}) == 1 and len(set(over.values())) == len(over)
    )
