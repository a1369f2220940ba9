"""Objectives, outcomes and indicators as a document states them: with a code or under a heading that tells them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from extractors.curriculum.cards.own import own, titled
from extractors.curriculum.grids import Grid
from extractors.curriculum.itemising import BULLET, items
from extractors.curriculum.outcomes.codes import BARE, Code, bare_code, coded_behind, codes, leading, listed
from extractors.curriculum.outcomes.depths import by_depth
from extractors.curriculum.outcomes.fragments import Torn, reassemble
from extractors.curriculum.outcomes.heads import KINDS
from extractors.curriculum.outcomes.learning import is_group, learnt, without_group
from extractors.curriculum.outcomes.learnt_rows import learnt_rows
from extractors.curriculum.outcomes.lost_dots import with_dots
from extractors.curriculum.outcomes.statements import begins, belongs, is_caption, states_nothing, without_level
from extractors.curriculum.outcomes.tables import Outcome, fineness, kind_of, pieces, statement_of, tabled, was_tabled
from extractors.curriculum.passages import Block, Passage, passages
from extractors.curriculum.remembering import Remembered
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.document import Document
from models.text import Span, join_lines
from normalizers.values.code_series import TOLD
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "aim_words.tsv"
_LEARNT = Wordings(_WORDS, r"\s+<<learnt>>\s*:.*$")
"""What is to be known, done and mastered for an indicator, printed below its own words."""
SHORTEST = 20
"""Characters of a statement behind its label, at least."""
ALIKE = 55.0
"""Likeness (0 to 100) from which two texts of a code in two places are two versions of one outcome."""
CALLING = ("plan", "assessment", "workload")
"""Subjects whose rows name outcomes that are stated elsewhere: `CLO1 Thuyết giảng` where a table was read as lines."""
REPEATED = 90.0
"""Likeness from which two texts of a code in one place are the same text, printed twice."""
_kept: Remembered[tuple[tuple[Outcome, ...], Torn | None]] = Remembered()
_OF_PROGRAMME = Wordings(_WORDS, r"<<of_programme>>", re.I)
ABOVE = 3
"""Lines above the aim of a course in a programme's outlines, in which its credits stand at most."""
_VOLUME = re.compile(r"(?<!\d)\d{1,2}\s*\(\s*\d{1,3}(?:\s*[-–:,;]\s*\d{1,3}){1,3}\s*\)")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,2})\.?\s+(?=[^\W\d_])")
"""The number of two or three parts that a statement without letters in its code begins with: `2.1. Phân tích …`."""
_ITEM = re.compile(r"^(?:\d{1,2}[.)]|(?:[CPE]LO|[CPL]O|PI|CĐR)\s?[.:)]|[CPE]LO(?=\s+[A-ZĐ]))\s+(?=[^\W\d_])")
"""The number in front of an item: `2) Có kỹ năng …`, `1. Изучить …`."""
_AIM = Wordings(_WORDS, r"(?:<<aim>>\s?[^–—.:]{0,70}?\s+[–—]|<<called>>(?:\s[^–—.:]{0,90}?)?\s<<is_a>>)\s+(?=\S)")
_CALLED_AIM = Wordings(_WORDS, r"(?:<<aim_named>>|<<called>>)\s<<of_course>>|<<aim_alone>>")
_CALLED = Wordings(_WORDS, r"<<called>>\s", re.I)
"""A sentence that calls itself the aim, under a heading that lists more: `Опис дисципліни, її мета, предмет …`."""
_TASKS = Wordings(_WORDS, r"(?<=[.;])\s+(?=(?:<<main>>\s)?<<tasks>>|<<tasks_of_course>>)")
"""Where the tasks of a course begin behind its aim."""
_LEADS = Wordings(_WORDS, r"(?<=[.;])\s+<<leads_to_learnt>>[^.;]*$")
"""What leads from the aim to what is learnt, without its list: `У результаті вивчення курсу студент повинен`."""
_ABOUT = Wordings(_WORDS, r"\s<<subject_matter>>\s[^.]{0,60}?<<is_a>>\s.*$", re.S)


def outcomes(document: Document) -> tuple[Outcome, ...]:
    """Return what the document states, in reading order, each once; remembered for the last document."""
    return _kept.get(document.text, lambda: _all(document))[0]


def torn(document: Document) -> Torn | None:
    """Return the document's matrix that was read out of order, or None."""
    return _kept.get(document.text, lambda: _all(document))[1]


def _all(document: Document) -> tuple[tuple[Outcome, ...], Torn | None]:
    stated, matrix = _stated(document)
    stated = [one for one in stated if not _of_chapter(one, document)]
    once = list(_once(with_dots(document, sorted(stated, key=lambda o: o.span.start))))
    return tuple(by_depth(once, document.text.content)), matrix


def _of_chapter(one: Outcome, document: Document) -> bool:
    """Say whether a statement without a code of a series is the aim of a chapter, in the outline of what is taught."""
    lettered = one.code is not None and any(c.isalpha() for c in one.code.text)
    return not lettered and any(s.start <= one.span.start < s.end for s in document.matter)


def _stated(document: Document) -> tuple[list[Outcome], Torn | None]:
    """Return every statement, those of a matrix read out of order from its reassembled cells, and that matrix."""
    language = document.genre.language
    torn_one: Torn | None = None
    stated: list[Outcome] = []
    if not (own(document).course or own(document).programme or titled(document)):
        return [], None
    programme_alone = own(document).programme and not own(document).course and titled(document) == "programme"
    for place, passage in enumerate(passages(document)):
        if programme_alone and document.genre.language == "en" and passage.subject == "course_outcome":
            passage = replace(passage, subject="programme_outcome")  # `Learning outcomes` are those of what is set out
        if passage.subject == "programme_outcome" and titled(document) == "syllabus" and _own_outcomes(passage):
            passage = replace(passage, subject="course_outcome")
        if passage.subject == "objective" and _of_listed_course(document, passage):
            continue
        subject = passage.subject if passage.subject in KINDS else None
        language = f"{document.genre.language}{TOLD if subject else ''}"
        matrix = None if torn_one else reassemble(passage, [o.text for o in stated if o.code], language)
        if matrix:
            torn_one = matrix
            stated += [replace(o, passage=place) for o in _torn_outcomes(matrix, tuple(stated))]
            continue
        found = list(_coded(passage, subject, language))
        if found and subject == "objective" and (before := _before_codes(passage, found)):
            found = [*_uncoded(before, subject, language), *found]
        found = found or (list(_uncoded(passage, subject, language)) if subject else [])
        found = [replace(o, passage=place) for o in found]
        stated += [o for o in found if not (passage.subject in CALLING and _only_calls(o, stated))]
    if titled(document) == "syllabus" and not any(o.kind == "objective" for o in stated):
        stated += _aims_elsewhere(document)
    return stated, torn_one


def _only_calls(one: Outcome, stated: list[Outcome]) -> bool:
    """Say whether the code of a statement has been stated before in quite other words."""
    known = [k for k in stated if k.code and one.code and _match(k.code, one.code)]
    return bool(known) and not any(_same_outcome(k, one) for k in known)


def _aims_elsewhere(document: Document) -> list[Outcome]:
    """Return the aim that a sentence calls one under a heading that names other things too, or something else."""
    for passage in passages(document):
        for text, span in items(passage.lines()):
            lead = _AIM.match(text) if _CALLED_AIM.match(text) else None
            if lead and not states_nothing(text):
                return [Outcome("objective", _aim(text, "objective"), span, None, confidence=0.75)]
    return []


def _own_outcomes(passage: Passage) -> bool:
    """Say whether a heading of a syllabus that names no programme has the course's own outcomes: `Chuẩn đầu ra`."""
    return bool(passage.heading) and _OF_PROGRAMME.search(passage.heading) is None


def _of_listed_course(document: Document, passage: Passage) -> bool:
    """Say whether an aim is that of one of a programme's courses: its volume, `3(2-1-1-6)`, stands right above."""
    if titled(document) != "programme":
        return False
    at = document.text.line_at(passage.start)
    return any(
        line.table is None and _VOLUME.search(document.text.content[line.start : line.end])
        for line in document.text.lines[max(0, at - ABOVE) : at]
    )


def _before_codes(passage: Passage, found: list[Outcome]) -> Passage | None:
    """Return what a passage about aims says before a line that leads to coded competences, with its colon or, over a
    table, as its caption."""
    first = min(o.span.start for o in found)
    above = [block for block in passage.blocks if block.span.end <= first]
    lead = next((n for n in range(len(above) - 1, -1, -1) if above[n].text.endswith(":")), None)
    printed = [block for block in above if not block.row]
    if lead is None and printed and above[-1].row and above[:-1] == printed and printed[-1].text[-1] not in ".;":
        above, lead = printed, len(printed) - 1
    if lead is None or any(o.kind == "objective" for o in found):
        return None
    while lead and not re.search(r"[.;:]$", above[lead - 1].text) and not above[lead].text[:1].isupper():
        lead -= 1
    return replace(passage, blocks=above[:lead]) if lead else None


def _torn_outcomes(matrix: Torn, stated: tuple[Outcome, ...]) -> Iterator[Outcome]:
    """Yield the cells of a reassembled matrix; of an outcome stated before only a whole text that is another."""
    for cell in matrix.cells:
        one = Outcome(kind_of(cell.code, None), cell.text, cell.span, cell.code, damaged=cell.damaged, confidence=0.8)
        known = next((o for o in stated if o.code and _match(o.code, cell.code)), None)
        whole = cell.text.endswith(".") and not cell.damaged
        if known is None or whole and ALIKE <= fuzz.ratio(known.text, cell.text) < 88:
            yield one


def _coded(passage: Passage, subject: str | None, language: str) -> Iterator[Outcome]:
    """Yield the outcomes of a passage that begin with a code, in a line or in a cell."""
    open_text: list[tuple[str, Span]] = []
    opened: _Opened | None = None
    seen: Grid | None = None
    for block in passage.blocks:
        if block.grid is not None and block.grid is not seen:
            seen = block.grid
            yield from (o for o in learnt_rows(block.grid) if passage.start <= o.span.start < passage.end)
            if found := list(tabled(block.grid, subject, language)):
                yield from found
                continue
        if block.grid is not None and was_tabled(block.grid, subject, language):
            continue
        for text, span in _units(block):
            for piece, place in pieces(text, span, language):
                code = leading(piece, language)
                if code and begins(statement_of(piece, code)) and not listed(piece, language):
                    if opened:
                        yield from _close(opened, open_text)
                    own, said, behind = _beside_codes(code, statement_of(piece, code), language)
                    opened, open_text = _Opened(own, _told(passage, own), behind), [(said, place)]
                elif opened and (more := _others(listed(piece, language), opened.code)):
                    yield from _close(replace(opened, serves=(*opened.serves, *more)), open_text)
                    opened, open_text = None, []
                elif opened and not is_caption(piece) and belongs(open_text[-1][0], piece, in_table=bool(block.row)):
                    open_text.append((piece, place))
                elif opened:
                    yield from _close(opened, open_text)
                    opened, open_text = None, []
    if opened:
        yield from _close(opened, open_text)


def _told(passage: Passage, code: Code) -> str:
    return kind_of(code, passage.subject if passage.subject in KINDS else None)


def _others(found: list[Code], code: Code) -> tuple[Code, ...]:
    """Return the codes that are of other series than a statement's own, where all of them are."""
    return tuple(found) if all(one.series.prefix != code.series.prefix for one in found) else ()


def _beside_codes(code: Code, said: str, language: str) -> tuple[Code, str, tuple[Code, ...]]:
    """Return code and words of a statement without the codes around them, and those: the aim before its own code (`CO1
    CLO2 Giải thích …`), the outcomes of the programme behind its last sentence (`… pháp luật. PLO1, PLO2`)."""
    inner = leading(said, language)
    around: tuple[Code, ...] = ()
    if inner and inner.start == 0 and fineness(inner) > fineness(code) and begins(statement_of(said, inner)):
        code, said, around = inner, statement_of(said, inner), (code,)
    at = said.rstrip().rfind(". ") + 1
    behind = _others(listed(said[at:].strip(), language), code) if at else ()
    return code, said[:at] if behind else said, (*around, *behind)


@dataclass(frozen=True)
class _Opened:
    """A statement whose words are being gathered: its code and kind, and the codes that stand around it."""

    code: Code
    kind: str
    serves: tuple[Code, ...] = ()


def _close(opened: _Opened, parts: list[tuple[str, Span]]) -> Iterator[Outcome]:
    text = without_level(_LEARNT.sub("", join_lines([part for part, _ in parts])).strip())
    if len(text) >= 8 and any(c.isalpha() for c in text):
        place = Span(parts[0][1].start, parts[-1][1].end)
        yield Outcome(opened.kind, text, place, opened.code, serves=opened.serves)


def _units(block: Block) -> Iterator[tuple[str, Span]]:
    """Yield a line, or a row's cells one by one."""
    if not block.row:
        yield block.text, block.span
    for place in block.row:
        if place.text and not place.merged and place.span:
            yield place.text, place.span


def _uncoded(passage: Passage, subject: str, language: str) -> Iterator[Outcome]:
    """Yield the items of a passage about outcomes that has no codes; a line that only leads to a list is none."""
    lines = [(text, span) for text, span in passage.lines() if not is_caption(text)]
    if passage.grids() and any(was_tabled(g, subject, language) for g in passage.grids()):
        return
    listing = any(BULLET.match(text) for text, _ in lines)
    document_numbers = sum(_NUMBERED.match(text) is not None for text, _ in lines) >= 3
    stated = items(lines)
    aimed = subject == "objective" and "," in passage.heading and any(_CALLED.match(text) for text, _ in stated)
    for text, span in stated:
        if states_nothing(text) or aimed and not _CALLED.match(text):
            continue
        if (
            listing
            and not _AIM.match(text)
            and not BULLET.match(next((t for t, s in lines if s.start == span.start), ""))
        ):
            continue
        if codes(text, language) and listed(text, language):
            continue
        if behind := coded_behind(text, language):
            yield Outcome(kind_of(behind[1], subject), BULLET.sub("", behind[0]), span, behind[1], confidence=0.85)
            continue
        label, _, told = text.partition(":")
        if is_group(text) or (named := lexicon("subjects.tsv").exact(label)) and named != subject and ":" in text:
            continue
        if named and subject == "objective" and len(told.strip()) > SHORTEST:
            text = told.strip()
        elif named and told:
            continue
        if subject != "objective" and _CALLED_AIM.match(text) and _AIM.match(text):
            yield Outcome("objective", _aim(text, "objective"), span, None, confidence=0.75)
            continue
        numbered = _NUMBERED.match(text) if document_numbers else None
        code = bare_code(numbered[1]) if numbered else None
        text = text[numbered.end() :] if numbered else without_group(_ITEM.sub("", BULLET.sub("", text)))
        code = replace(code, series=replace(BARE, kind=subject)) if code else None
        aims = _TASKS.pattern.split(text) if subject == "objective" else [text]
        for said in learnt(text, passage.heading) if subject == "course_outcome" else aims:
            yield Outcome(subject, _aim(said, subject), span, code, confidence=0.8)


def _aim(text: str, subject: str) -> str:
    """Return an aim without the words that only call it one, and without what the course is about after it."""
    lead = _AIM.match(text) if subject == "objective" else None
    text = _ABOUT.sub("", text[lead.end() :]) if lead else text
    return _LEADS.sub("", text) if subject == "objective" else text


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
