"""Objectives, outcomes and indicators as a document states them: with a code or under a heading that tells them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from extractors.curriculum.codes import TOLD, Code, codes, leading, listed, only
from extractors.curriculum.fragments import Torn, reassemble
from extractors.curriculum.grids import Grid, Place
from extractors.curriculum.heads import headed
from extractors.curriculum.learning import learnt, without_label
from extractors.curriculum.outcome_depths import by_depth
from extractors.curriculum.outcome_heads import KINDS, column_kinds, is_matrix, level_at, numbered
from extractors.curriculum.own import own, titled
from extractors.curriculum.passages import BULLET, Block, Passage, items, passages
from extractors.curriculum.plans import states_outcomes
from extractors.curriculum.remembering import Remembered
from extractors.curriculum.rubrics import is_rubric
from extractors.curriculum.statements import begins, belongs, is_caption, is_statement, states_nothing, without_level
from models.document import Document
from models.text import Span, join_lines

_FINENESS = {"objective": 0, "programme_outcome": 1, "indicator": 2, "course_outcome": 3}
_SEPARATED = re.compile(r"\s*[.:)–—-]*\s*")
_LEARNT = re.compile(r"\s+(?:Знать|Уметь|Владеть|Знати|Вміти|Володіти|Білуі тиіс|Меңгеруі тиіс)\s*:.*$")
"""What is to be known, done and mastered for an indicator, printed below its own words."""
ALIKE = 55.0
"""Likeness (0 to 100) from which two texts of a code in two places are two versions of one outcome."""
REPEATED = 90.0
"""Likeness from which two texts of a code in one place are the same text, printed twice."""


@dataclass(frozen=True)
class Outcome:
    """An objective, outcome or indicator. `damaged` says that words of its text are lost, `versions` are other texts
    that the document gives for its code, `double` that the code was printed for another text before."""

    kind: str
    text: str
    span: Span
    code: Code | None = None
    level: str | None = None
    damaged: bool = False
    versions: tuple[str, ...] = ()
    double: bool = False
    confidence: float = 0.9
    passage: int = 0


_kept: Remembered[tuple[tuple[Outcome, ...], Torn | None]] = Remembered()


def outcomes(document: Document) -> tuple[Outcome, ...]:
    """Return what the document states, in reading order, each once; remembered for the last document."""
    return _kept.get(document.text, lambda: _all(document))[0]


def torn(document: Document) -> Torn | None:
    """Return the document's matrix that was read out of order, or None."""
    return _kept.get(document.text, lambda: _all(document))[1]


def _all(document: Document) -> tuple[tuple[Outcome, ...], Torn | None]:
    stated, matrix = _stated(document)
    once = list(_once(sorted(stated, key=lambda o: o.span.start)))
    return tuple(by_depth(once, document.text.content)), matrix


def _stated(document: Document) -> tuple[list[Outcome], Torn | None]:
    """Return every statement, those of a matrix read out of order from its reassembled cells, and that matrix."""
    language = document.genre.language
    torn_one: Torn | None = None
    stated: list[Outcome] = []
    if not (own(document).course or own(document).programme or titled(document)):
        return [], None
    for place, passage in enumerate(passages(document)):
        subject = passage.subject if passage.subject in KINDS else None
        language = f"{document.genre.language}{TOLD if subject else ''}"
        matrix = None if torn_one else reassemble(passage, [o.text for o in stated if o.code], language)
        if matrix:
            torn_one = matrix
            stated += [replace(o, passage=place) for o in _torn_outcomes(matrix, tuple(stated))]
            continue
        found = list(_coded(passage, subject, language))
        found = found or (list(_uncoded(passage, subject, language)) if subject else [])
        stated += [replace(o, passage=place) for o in found]
    return stated, torn_one


def _torn_outcomes(matrix: Torn, stated: tuple[Outcome, ...]) -> Iterator[Outcome]:
    """Yield the cells of a reassembled matrix; of an outcome stated before only a whole text that is another."""
    for cell in matrix.cells:
        one = Outcome(_kind(cell.code, None), cell.text, cell.span, cell.code, damaged=cell.damaged, confidence=0.8)
        known = next((o for o in stated if o.code and _match(o.code, cell.code)), None)
        whole = cell.text.endswith(".") and not cell.damaged
        if known is None or whole and ALIKE <= fuzz.ratio(known.text, cell.text) < 88:
            yield one


def _kind(code: Code, told: str | None) -> str:
    """Return the kind of a code: what its series always means, else what the head or heading says."""
    if told == "indicator" and len(code.index) > 1:
        return told
    if code.series.fixed or told is None:
        return code.series.kind
    return told


def _coded(passage: Passage, subject: str | None, language: str) -> Iterator[Outcome]:
    """Yield the outcomes of a passage that begin with a code, in a line or in a cell."""
    open_text: list[tuple[str, Span]] = []
    opened: tuple[Code, str] | None = None
    seen: Grid | None = None
    for block in passage.blocks:
        if block.grid is not None and block.grid is not seen:
            seen = block.grid
            if tabled := list(_table(block.grid, subject, language)):
                yield from tabled
                continue
        if block.grid is not None and _was_tabled(block.grid, subject, language):
            continue
        for text, span in _units(block):
            for piece, place in _pieces(text, span, language):
                code = leading(piece, language)
                if code and begins(_statement(piece, code)) and not listed(piece, language):
                    if opened:
                        yield from _close(opened, open_text)
                    opened, open_text = (code, _told(passage, code)), [(_statement(piece, code), place)]
                elif opened and not is_caption(piece) and belongs(open_text[-1][0], piece, in_table=bool(block.row)):
                    open_text.append((piece, place))
                elif opened:
                    yield from _close(opened, open_text)
                    opened, open_text = None, []
    if opened:
        yield from _close(opened, open_text)


def _told(passage: Passage, code: Code) -> str:
    return _kind(code, passage.subject if passage.subject in KINDS else None)


def _statement(piece: str, code: Code) -> str:
    return _SEPARATED.sub("", piece[code.end :], count=1)


def _close(opened: tuple[Code, str], parts: list[tuple[str, Span]]) -> Iterator[Outcome]:
    text = without_level(_LEARNT.sub("", join_lines([part for part, _ in parts])).strip())
    if len(text) >= 8 and any(c.isalpha() for c in text):
        yield Outcome(opened[1], text, Span(parts[0][1].start, parts[-1][1].end), opened[0])


def _units(block: Block) -> Iterator[tuple[str, Span]]:
    """Yield a line, or a row's cells one by one."""
    if not block.row:
        yield block.text, block.span
    for place in block.row:
        if place.text and not place.merged and place.span:
            yield place.text, place.span


def _pieces(text: str, span: Span, language: str) -> Iterator[tuple[str, Span]]:
    """Yield the parts of a text, cut before each code that opens a statement."""
    cuts = [c.start for c in codes(text, language) if _opens(text, c)]
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = text[start:end].strip()
        if piece:
            yield piece, Span(min(span.start + start, span.end), min(span.start + end, span.end))


def _opens(text: str, code: Code) -> bool:
    """Say whether a code opens a statement: a sentence ends before it, a mark or capital letter follows."""
    before, after = text[: code.start].rstrip(), text[code.end :]
    return (not before or before[-1] in '.;:!?)•-–*»"”') and bool(
        re.match(r"\s*[.:)–—-]+\s*\S|\s+[^\W\d_a-zа-яіїєґ]", after)
    )


def _table(grid: Grid, subject: str | None, language: str) -> Iterator[Outcome]:
    """Yield the outcomes of a table with a column of codes and one of texts, or with columns of statements."""
    head = headed(grid)
    told = column_kinds(head, subject)
    rows = head.data if head else range(len(grid.rows))
    if not _was_tabled(grid, subject, language):
        return
    bare = numbered(head, 0, language)
    for r in rows:
        row = grid.rows[r]
        taken: set[int] = set()
        for c, place in enumerate(row):
            code = only(place.text, language) if place.text and not place.merged else None
            code = code or (bare.get(place.text.strip(" .")) if c == 0 else None)
            if code is None:
                continue
            beside = next(((n, p) for n, p in enumerate(row[c + 1 :], c + 1) if is_statement(p.text, language)), None)
            if beside and not _owned(code, row[c + 1 : beside[0]], language):
                taken |= {c, beside[0]}
                level = level_at(head, r)
                kind = _kind(code, told.get(c) or subject or told.get(beside[0]))
                yield Outcome(kind, _clean(beside[1].text), beside[1].span or Span(0, 0), code, level)
        for c, place in enumerate(row):
            heads_group = place.column_span > 1 and place.column_span >= len(row) - 1
            if (
                c not in taken
                and place.text
                and not place.merged
                and place.span
                and (c in told or not head)
                and not heads_group
            ):
                yield from _cell(place, told.get(c), language)


def fineness(code: Code) -> int:
    """Return how fine a code's series is: an objective is coarse, `CLO`, which is nothing else, the finest."""
    return _FINENESS[code.series.kind] + (code.series.kind == "course_outcome" and code.series.fixed)


def _owned(code: Code, between: tuple[Place, ...], language: str) -> bool:
    """Say whether a text is a finer code's that stands nearer: of `PLO1 | PI1.1 | text` the indicator's."""
    others = [other for p in between if p.text and (other := only(p.text, language))]
    return any(fineness(other) > fineness(code) or _inside(other, code) for other in others)


def _inside(one: Code, other: Code) -> bool:
    """Say whether a code is one of another's parts: `G1.2` of `G1`."""
    same = one.series.prefix == other.series.prefix
    return same and len(one.index) > len(other.index) and one.index[: len(other.index)] == other.index


def _was_tabled(grid: Grid, subject: str | None, language: str) -> bool:
    """Say whether a table states outcomes row by row: codes beside texts, or columns headed so."""
    head = headed(grid)
    if head and (head.of("assessment", "week", "hours", "credits", "control") or is_matrix(head, language)):
        return False
    if head and head.of("topic") and not states_outcomes(head):
        return False
    if is_rubric(grid, language):
        return False
    told = column_kinds(head)
    coded = sum(
        any(p.text and only(p.text, language) for p in row) and any(is_statement(p.text, language) for p in row)
        for row in grid.rows
    )
    stated = sum(any(c in told and len(p.text) > 25 for c, p in enumerate(row)) for row in grid.rows)
    return coded >= 1 and (subject is not None or bool(told) or coded >= 2) or bool(told) and stated >= 1


def _cell(place: Place, told: str | None, language: str) -> Iterator[Outcome]:
    """Yield the statements of a cell under a head that says what they are: coded ones, or its bulleted items."""
    span = place.span or Span(0, 0)
    pieces = list(_pieces(place.text, span, language))
    with_code = [(leading(p, language), p, s) for p, s in pieces]
    if any(code for code, _, _ in with_code):
        for code, piece, at in with_code:
            if code and is_statement(_statement(piece, code), language):
                yield Outcome(_kind(code, told), _clean(_statement(piece, code)), at, code)
        return
    if told is None:
        return
    start = span.start
    for item in re.split(r"(?:^|(?<=[.;:])\s+)[-–•]\s+(?=[^\W\d_])", place.text):
        if is_statement(item, language) and (item[:1].isupper() or _LEARNS.match(item)):
            yield Outcome(told, without_label(_clean(item)), Span(start, span.end), confidence=0.8)
            start += 1


def _clean(text: str) -> str:
    return BULLET.sub("", text).strip()


def _uncoded(passage: Passage, subject: str, language: str) -> Iterator[Outcome]:
    """Yield the items of a passage about outcomes that has no codes; a line that only leads to a list is none."""
    lines = [(text, span) for text, span in passage.lines() if not is_caption(text)]
    if passage.grids() and any(_was_tabled(g, subject, language) for g in passage.grids()):
        return
    listing = any(BULLET.match(text) for text, _ in lines)
    for text, span in items(lines):
        if states_nothing(text):
            continue
        if (
            listing
            and not _AIM.match(text)
            and not BULLET.match(next((t for t, s in lines if s.start == span.start), ""))
        ):
            continue
        if codes(text, language) and listed(text, language):
            continue
        for said in learnt(BULLET.sub("", text)) if subject == "course_outcome" else [BULLET.sub("", text)]:
            yield Outcome(subject, _aim(said, subject), span, confidence=0.8)


_LEARNS = re.compile(
    r"(?:знает|умеет|владеет|знать|уметь|владеть|знає|вміє|уміє|володіє|знати|вміти|уміти|володіти)\s", re.I
)
"""How a cell of what is learnt may begin in small letters."""
_AIM = re.compile(
    r"(?:Мета|Ціль|Цель|Основна мета|Основная цель|Пәннің мақсаты|Курстың мақсаты|Мақсаты)\s?[^–—.:]{0,70}?"
    r"\s+[–—]\s+(?=\S)"
)
_ABOUT = re.compile(r"\s(?:Предмет(?:ом)?|Об.єкт(?:ом)?|Объект(?:ом)?)\s[^.]{0,60}?(?:[–—]|є|является)\s.*$", re.S)


def _aim(text: str, subject: str) -> str:
    """Return an aim without the words that only call it one, and without what the course is about after it."""
    lead = _AIM.match(text) if subject == "objective" else None
    return _ABOUT.sub("", text[lead.end() :]) if lead else text


def _once(found: list[Outcome]) -> Iterator[Outcome]:
    """Yield each outcome once: a code printed again for a like text is another version, for another text a double."""
    kept: list[Outcome] = []
    for one in found:
        known = next((n for n, k in enumerate(kept) if _same_outcome(k, one)), None)
        if known is None:
            double = one.code is not None and any(k.code and _match(k.code, one.code) for k in kept)
            kept.append(replace(one, double=double))
        elif one.code and fuzz.ratio(kept[known].text, one.text) < 97:
            kept[known] = replace(kept[known], versions=(*kept[known].versions, one.text))
    yield from kept


def _match(one: Code, other: Code) -> bool:
    return one.series.prefix == other.series.prefix and one.index == other.index


def _same_outcome(known: Outcome, one: Outcome) -> bool:
    if known.code is None or one.code is None:
        return known.code is one.code and known.text == one.text
    if not _match(known.code, one.code):
        return False
    if known.passage == one.passage:
        return fuzz.ratio(known.text, one.text) >= REPEATED
    length = min(len(known.text), len(one.text))
    return fuzz.ratio(known.text[:length], one.text[:length]) >= ALIKE or known.text[:20] == one.text[:20]
