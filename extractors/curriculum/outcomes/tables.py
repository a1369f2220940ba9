"""Objectives, outcomes and indicators that tables state: codes beside texts, or columns headed by what they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.curriculum.grids import Grid, Place
from extractors.curriculum.heads import headed
from extractors.curriculum.hours.plan_heads import states_outcomes
from extractors.curriculum.itemising import BULLET
from extractors.curriculum.outcomes.codes import Code, codes, leading, only
from extractors.curriculum.outcomes.heads import (
    beside_lost_codes,
    column_kinds,
    grouped,
    is_matrix,
    lettered,
    level_at,
    numbered,
)
from extractors.curriculum.outcomes.learning import is_group, learnt, without_label
from extractors.curriculum.outcomes.statements import is_statement
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from extractors.structure.words import pattern
from models.text import Span, join_lines
from normalizers.letters import lettered as by_letters
from normalizers.wordings import Wordings

_FINENESS = {"objective": 0, "programme_outcome": 1, "indicator": 2, "course_outcome": 3}
_SEPARATED = re.compile(r"\s*[.:)–—-]*\s*")
LONGEST_GROUP = 60
_CAPITAL_AFTER = re.compile(by_letters(r"\s*[.:)–—-]+\s*\p{Lu}|\s+\p{Lu}\p{Ll}"))
_WORDS = KNOWLEDGE / "outcome_words.tsv"
_LEARNS = Wordings(_WORDS, r"<<learns>>\s", re.I)
"""How a cell of what is learnt may begin in small letters."""
_STEP = Wordings(
    _WORDS,
    r"(?i)(?:[^\d%]{0,40}[(:\s<>≤≥])?\d{1,3}(?:[.,]\d)?\s*(?:(?:[-–]|<<to>>)\s*(?:<<below>>\s|[<≤])?\s*\d{1,3}(?:[.,]\d)?\s*)?"
    r"(?:%|<<mark>>)?\s*\)?|<<step>>\s*\w{1,2}|<<quality>>(?:\W.*)?",
)
_SHARE = Wordings(_WORDS, r"<<share_of_statement>>(?!\w)", re.I)
"""The head of a column that holds a part of each statement: `Động từ | Nội dung thực hiện | Ngữ cảnh thực hiện`."""
LEAST_STEPS = 3
"""Steps that the head of a rubric names at least: `Kém (0%)`, `8,5 - 10`, `Tốt`."""
_BOUNDED = Wordings(_WORDS, r"\D*\d[^:]*(?:[-–<>≤≥]|<<to>>)[^:]*\d\W*", re.IGNORECASE)
SURE_STEPS = 3
"""Steps with two bounds, `Từ 7 đến < 9`, that nothing but a rubric has over its columns."""


@dataclass(frozen=True)
class Outcome:
    """An objective, outcome or indicator. `damaged` says that words of its text are lost, `versions` are other texts
    that the document gives for its code, `double` that the code was printed for another text before; `coded` is the
    place of a code that stands apart from its text, `levelled` that of the level; `serves` are the codes behind it."""

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
    coded: Span | None = None
    levelled: Span | None = None
    serves: tuple[Code, ...] = ()


def kind_of(code: Code, told: str | None) -> str:
    """Return the kind of a code: what its series always means, else what the head or heading says."""
    if told == "indicator" and len(code.index) > 1:
        return told
    if code.series.fixed or told is None:
        return code.series.kind
    return told


def statement_of(piece: str, code: Code) -> str:
    return _SEPARATED.sub("", piece[code.end :], count=1)


def pieces(text: str, span: Span, language: str) -> Iterator[tuple[str, Span]]:
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
        re.match(by_letters(r"\s*[.:)–—-]+\s*\S|\s+[^\p{Ll}\W\d_]"), after)
    )


def tabled(grid: Grid, subject: str | None, language: str) -> Iterator[Outcome]:
    """Yield the outcomes of a table with a column of codes and one of texts, or with columns of statements."""
    head = headed(grid)
    told = column_kinds(head, subject)
    if not was_tabled(grid, subject, language):
        return
    groups: list[str] = []
    if grouped(grid, subject):
        head, told = None, dict.fromkeys(range(grid.width), str(subject))
        groups, grid = [place.text for place in grid.rows[0]], replace(grid, rows=grid.rows[1:])
    rows = head.data if head else range(len(grid.rows))
    bare = numbered(head, 0, language) or lettered(grid, subject, language)
    coded = _stated(grid, language) >= 2
    behind = {c.index for c in head.columns if c.meaning == "code" and told.get(c.index - 1)} if head else set()
    shares = [c for c, place in enumerate(grid.rows[0]) if _SHARE.match(place.text)]
    for r in rows:
        row = grid.rows[r]
        taken: set[int] = set()
        for c, beside, code in _coded(row, bare, language, told, behind):
            taken |= {c, beside}
            level = level_at(head, r, c)
            nearer = "course_outcome" if told.get(beside) == "course_outcome" and subject == "objective" else subject
            kind = kind_of(code, told.get(c) or nearer or told.get(beside))
            shared = [row[n] for n in (shares if len(shares) > 2 and beside in shares else [beside]) if row[n].text]
            text = _clean(" ".join(place.text for place in shared))
            spans = [place.span or Span(0, 0) for place in shared]
            span = Span(spans[0].start, spans[-1].end)
            yield Outcome(kind, text, span, code, level.text or None, coded=row[c].span, levelled=level.span)
        for c, place in enumerate(row):
            own = c not in taken and place.text and not place.merged and place.span and (c in told or not head)
            if own and not _heads_group(row, place, language) and not (coded and _names_group(row, place)):
                over = " ".join(head.columns[c].path[-1:] if head else groups[c : c + 1])
                yield from _cell(place, told.get(c), language, over)


def _coded(
    row: tuple[Place, ...], bare: dict[str, Code], language: str, told: dict[int, str], behind: set[int]
) -> Iterator[tuple[int, int, Code]]:
    """Yield the columns of each code of a row and of the text that it is the code of, behind it or, where the heads of
    both say the same, before it; `bare` are codes by numbers, `behind` columns of codes behind their statements."""
    for c, place in enumerate(row):
        code = only(place.text, language) if place.text and not place.merged else None
        code = code or (bare.get(place.text.strip(" .")) if c == 0 else None)
        stated = (n for n, other in enumerate(row[c + 1 :], c + 1) if is_statement(other.text, language))
        beside = next(stated, None) if code and c not in behind else None
        if code and beside and not _owned(code, row[c + 1 : beside], language):
            yield c, beside, code
        same = c in behind or code and not beside and c and told.get(c - 1) == told.get(c) == code.series.kind
        if code and same and not row[c - 1].merged and is_statement(row[c - 1].text, language):
            yield c, c - 1, code


def _heads_group(row: tuple[Place, ...], place: Place, language: str) -> bool:
    """Say whether a cell goes over all of its row or all but one, and begins with no code."""
    covered = sum(other.span == place.span for other in row)
    return covered > 1 and covered >= len(row) - 1 and not leading(place.text, language)


def _names_group(row: tuple[Place, ...], place: Place) -> bool:
    """Say whether a cell that stands alone in its row names the outcomes below it: `Thái độ, mức độ tự chủ`."""
    alone = all(not p.text or p is place for p in row)
    return alone and len(place.text) < LONGEST_GROUP and not place.text.rstrip().endswith((".", ";"))


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


def was_tabled(grid: Grid, subject: str | None, language: str) -> bool:
    """Say whether a table states outcomes row by row: codes beside texts, or columns headed so."""
    head = headed(grid)
    if any(pattern("short", language).search(place.text) for place in grid.rows[0]):
        return False  # what the codes' letters stand for
    if head and (head.of("assessment", "week", "hours", "credits") or head.has("period", "weight")):
        return False
    if head and head.of("period") and not head.of("text", "description"):
        return False  # of what an outcome is measured by
    if head and head.of("control") and not head.has("programme_outcome", "indicator", "course_outcome"):
        return False
    if head and is_matrix(head, language) and _stated(grid, language) < 2:
        return False
    lost = beside_lost_codes(head) if head and subject else None
    if head and head.of("topic") and not states_outcomes(head) and lost is None:
        return False
    if is_rubric(grid, language):
        return False
    if lettered(grid, subject, language) or grouped(grid, subject):
        return True
    told = column_kinds(head, subject if lost is not None else None)
    coded = _stated(grid, language)
    stated = sum(any(c in told and len(p.text) > 25 for c, p in enumerate(row)) for row in grid.rows)
    return coded >= 1 and (subject is not None or bool(told) or coded >= 2) or bool(told) and stated >= 1


def _stated(grid: Grid, language: str) -> int:
    """Count the rows that hold a code and a statement in cells of their own."""
    return sum(
        any(p.text and only(p.text, language) for p in row) and any(is_statement(p.text, language) for p in row)
        for row in grid.rows
    )


def _cell(place: Place, told: str | None, language: str, over: str) -> Iterator[Outcome]:
    """Yield the statements of a cell under a head, `over`, that says what they are: coded ones, or its items."""
    span = place.span or Span(0, 0)
    with_code = [(leading(p, language), p, s) for p, s in _pieces_of_lines(place, language)]
    if any(code for code, _, _ in with_code):
        for code, piece, at in with_code:
            if code and is_statement(statement_of(piece, code), language):
                yield Outcome(kind_of(code, told), _clean(statement_of(piece, code)), at, code)
        return
    if told is None:
        return
    start = span.start
    for said in map(learnt, _learnt(place)):
        parted, named = len(said) > 1, is_group(over)
        for item in (i for text in said for i in re.split(r"(?:^|(?<=[.;:])\s+)[-–•]\s+(?=[^\W\d_])", text)):
            begun = named or item[:1].isupper() or _LEARNS.match(item) or _LEARNS.match(f"{over} ")
            if parted and item.count(" ") or begun and is_statement(item, language):
                yield Outcome(told, without_label(_clean(item)), Span(start, span.end), confidence=0.8)
                start += 1


def _pieces_of_lines(place: Place, language: str) -> Iterator[tuple[str, Span]]:
    """Yield the parts of a cell, cut before each code that opens a statement or a line with one."""
    span = place.span or Span(0, 0)
    opening = [n for n, (text, _) in enumerate(place.lines) if n and _opens_line(text, language)]
    for text, first in _joined(place, opening) if opening else [(place.text, span.start)]:
        yield from pieces(text, Span(first, span.end), language)


def _opens_line(text: str, language: str) -> bool:
    code = leading(text, language)
    return code is not None and _CAPITAL_AFTER.match(text, code.end) is not None


def _learnt(place: Place) -> list[str]:
    """Return what a cell says is learnt, one by one where its lines begin so: `Умеет …` over `Умеет …`."""
    opening = [n for n, (text, _) in enumerate(place.lines) if n and text[:1].isupper() and _LEARNS.match(text)]
    return [text for text, _ in _joined(place, opening)] if opening else [place.text]


def _joined(place: Place, opening: list[int]) -> list[tuple[str, int]]:
    """Return the lines of a cell joined from each opening one to the next, with where the first begins."""
    borders = [0, *opening, len(place.lines)]
    parts = [place.lines[a:b] for a, b in zip(borders, borders[1:], strict=False)]
    return [(join_lines([text for text, _ in part]), part[0][1].start) for part in parts]


def _clean(text: str) -> str:
    return BULLET.sub("", text).strip(" \\")


def is_rubric(grid: Grid, language: str = "") -> bool:
    """Say whether a table describes steps of quality: a column of criteria or of repeated codes, and steps over the
    other columns."""
    for row in grid.rows[:2]:
        own = [p.text for p in row if p.text and not p.merged]
        told = [t for t in own if len(t) <= 48 and any(c.isalnum() for c in t) and _STEP.fullmatch(t)]
        steps = len(told)
        criterion = any(lexicon("heads.tsv").match(text, 0.9) == "criterion" for text in own)
        bounded = sum(bool(_BOUNDED.fullmatch(text)) for text in told) >= SURE_STEPS
        if steps >= LEAST_STEPS and (criterion or bounded or _repeats_codes(grid, language)):
            return True
    return False


def _repeats_codes(grid: Grid, language: str) -> bool:
    """Say whether a code stands alone in a cell of three rows or more: it is no definition there."""
    found = [code.text for row in grid.rows for p in row if not p.merged and (code := only(p.text, language))]
    return any(found.count(text) >= 3 for text in set(found))
