"""A document as passages: what stands under each heading that says what it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.curriculum import figures
from extractors.curriculum.grids import Grid, Place, clean, grids
from extractors.curriculum.itemising import BULLET, GROUPS, LETTERED
from extractors.curriculum.ladders import (
    STATED,
    Ladder,
    follows_open,
    goes_on_listing,
    letter_follows,
    number_of,
    sections_go_on,
    stated_above,
    step,
    step_letter,
)
from extractors.curriculum.remembering import Remembered
from extractors.curriculum.table_rows import label_alone, numbered_row, unnumbered
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon
from extractors.curriculum.works import is_work
from models.document import Document
from models.text import Span
from normalizers.wordings import Wordings

_kept: "Remembered[tuple[Passage, ...]]" = Remembered()
_REMARK = re.compile(r"\s*\((?=[^()]*\s[^()]*\s)[^()]*\)\s*")
"""A remark of several words in brackets within a heading: `Tài liệu tham khảo (tối đa ba tài liệu)`."""
_MARKER = re.compile(
    r"(?P<marker>\d{1,2}(?:\.\d{1,2}){0,3}|[IVXІХ]{1,5})(?P<end>\.?\s*[–-]\s+|[.)]\s*|\s+)(?=[^\W\d_]|[«“\"(])"
)
_PART = re.compile(r"\S+(?: {1,3}\S+)*")
_LABELLED = re.compile(r"[^:]{3,60}:\s?[^\s_]")
MATRIX = "outcome_matrix"
_ITEM = re.compile(r"(?P<style>\[)?(?P<number>\d{1,3})[\].)]\s*\S")
"""The number of a listed source, and whether it stands in brackets."""
_WORDS_BELOW = KNOWLEDGE / "closing_words.tsv"
_CLOSING = Wordings(
    _WORDS_BELOW, r"(?i)(?:<<paper>>\s)?<<approved>>\b|<<role>>\b[^:,.\d]{0,60}$|<<maker>>[^.]{0,60}(?:_{3,}|:)"
)
"""What stands below the last source: an approval or a signature."""
_INSTRUCTION = Wordings(_WORDS_BELOW, r"\(<<instruction>>\b", re.I)
_WORDS = re.compile(r"[^\W\d_]{2}|\d|^[^\W\d_]$|[+✓⟦]")
_LOST_NUMBER = re.compile(r"^[.)]\s+(?=[^\W\d_])")
_SECTION = re.compile(r"(?:Section|SECTION|Part|PART)\s+(?:(?P<number>\d{1,2}|[IVX]{1,5})|[A-H])\s*[:.–—-]\s*(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Block:
    """A printed line outside tables, or a row of a table: `row` holds its places, `lines` its printed lines."""

    text: str
    span: Span
    row: tuple[Place, ...] = ()
    grid: Grid | None = None
    lines: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True)
class Passage:
    """What stands under a heading: `subject` (of `subjects.tsv`), the heading's words, and its blocks in order."""

    subject: str
    heading: str
    start: int
    blocks: list[Block] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Offset of the last character."""
        return self.blocks[-1].span.end if self.blocks else self.start

    def grids(self) -> list[Grid]:
        """Return the tables that begin in this passage."""
        seen: list[Grid] = []
        for block in self.blocks:
            if block.grid is not None and all(block.grid is not g for g in seen):
                seen.append(block.grid)
        return seen

    def lines(self) -> list[tuple[str, Span]]:
        """Return the printed lines outside tables, and those of table rows that hold a single cell."""
        found: list[tuple[str, Span]] = []
        for block in self.blocks:
            if not block.row:
                found.append((block.text, block.span))
            elif len([p for p in block.row if p.text and not p.merged]) == 1 and not label_alone(block.row):
                found += block.lines
            elif (numbered := numbered_row(block.row)) is not None:
                found += numbered.lines
        return found


def blocks(document: Document) -> Iterator[Block]:
    """Yield body lines and table rows in reading order; empty lines and a template's instructions are left out."""
    instructed = False
    for block in _blocks(document):
        instructed = instructed or not block.row and _INSTRUCTION.match(block.text) is not None
        if not instructed:
            yield block
        if instructed and re.search(r"\)[.\s]*$", block.text) or block.row:
            instructed = False


def _blocks(document: Document) -> Iterator[Block]:
    text = document.text
    tables = sorted(grids(document), key=lambda g: g.start)
    done = 0
    for line in text.lines:
        if line.table is not None or any(g.start <= line.start < g.end for g in tables[done : done + 1]):
            while done < len(tables) and tables[done].start <= line.start:
                yield from _rows(tables[done])
                done += 1
            continue
        for span in _columns(text.content, Span(line.start, line.end)):
            printed = clean(text.content[span.start : span.end]).lstrip("#").strip()
            if printed and line.role == "body" and not is_noise(printed):
                yield Block(printed, span, lines=((printed, span),))


def _columns(content: str, line: Span) -> list[Span]:
    """Return the parts of a line that gives a label with its value, and beside it, after a wide gap, something else."""
    parts = list(_PART.finditer(content, line.start, line.end))
    every = 1 < len(parts) <= 8 and all(_LABELLED.match(part[0]) for part in parts)
    if not every and (not 1 < len(parts) <= 3 or not _LABELLED.match(parts[0][0])):
        return [line]
    return [Span(*part.span()) for part in parts] if all(p[0][0].isupper() for p in parts) else [line]


def is_noise(text: str) -> bool:
    """Say whether a line is marks of a stamp or of dirt: no words or figures, or far more marks than letters."""
    bare = re.sub(figures.LEADERS, "", text).replace(" ", "")
    return (
        not _WORDS.search(text)
        or len(bare) > 8
        and sum(c.isalnum() for c in bare) < 0.45 * len(bare)
        and "__" not in bare
    )


def _rows(grid: Grid) -> Iterator[Block]:
    for row in grid.rows:
        own = [p for p in row if p.text and not p.merged]
        if own and (span := own[0].span):
            lines = tuple(line for p in own for line in p.lines)
            yield Block(" ".join(p.text for p in own), Span(span.start, (own[-1].span or span).end), row, grid, lines)


def passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document; remembered for the last document."""
    return _kept.get(document.text, lambda: tuple(_divide(document)))


def _divide(document: Document) -> list[Passage]:
    found = [Passage("start", "", 0)]
    ladder: Ladder = []
    resumed: Passage | None = None
    for block in blocks(document):
        own = unnumbered([p for p in block.row if p.text and not p.merged])
        listed = [one.text for one in found[-1].blocks[-1:]] + [block.text]  # `Học phần tiên quyết: - A` over `- B`
        goes_on = len(listed) > 1 and all(map(BULLET.match, listed)) and ":" not in block.text
        if resumed is not None and not block.text[0].islower() and not goes_on:
            found.append(Passage(resumed.subject, resumed.heading, block.span.start))
            resumed = None
        if len(own) == 2 and (subject := _label_subject(own[0].text)):
            resumed = found[-1]
            found += _in_cell(subject, own[0].text, own[1], block.span)
            continue
        if not block.row and _closes_heading(found[-1], block.text):
            continue
        if len(own) > 1 or found[-1].subject.startswith("bibliography") and is_work(block.text):
            found[-1].blocks.append(block)
            continue
        if not block.row and found[-1].subject.startswith("bibliography") and _CLOSING.match(block.text):
            found.append(Passage("other", "", block.span.start, [block]))
            continue
        if found[-1].subject in STATED and goes_on_listing([b.text for b in found[-1].blocks], block.text, ladder):
            found[-1].blocks.append(block)
            continue
        subject, heading, rest = _heading(block.text, ladder, in_table=bool(block.row))
        if not subject and found[-1].subject.startswith("bibliography") and _ends_list(block.text, ladder, found[-1]):
            subject, heading = "other", block.text
        if not subject:
            found[-1].blocks.append(block)
            continue
        found.append(Passage(subject, heading, block.span.start))
        resumed = None
        if rest:
            span = Span(block.span.start + max(0, document.text[block.span].find(rest)), block.span.end)
            found[-1].blocks.append(Block(rest, span, lines=((rest, span),)))
            goes_on = rest.rstrip().endswith((":", ","))
            resumed = found[-2] if subject.endswith("requisite") and not goes_on else None
    return found


def _closes_heading(above: Passage, line: str) -> bool:
    """Say whether a line ends the heading above it, whose bracket it closes: `… (місце в схемі` over `навчання)`."""
    opened = above.heading.count("(") == above.heading.count(")") + 1 and not above.blocks
    return opened and line[:1].islower() and line.rstrip(" .:").endswith(")") and "(" not in line


def _in_cell(subject: str, label: str, place: Place, row: Span) -> Iterator[Passage]:
    """Yield what stands beside a label: one passage, or that of each list of sources that a line of the cell heads."""
    current = Passage(subject, label, row.start)
    several = len(place.lines) > 1 and (subject.startswith("bibliography") or subject in STATED)
    for text, span in place.lines if several else ((place.text, place.span or row),):
        headed = lexicon("subjects.tsv").match(text.rstrip(" :."), 0.93) if several and len(text) < 60 else None
        if headed and headed.partition(".")[0] == subject.partition(".")[0]:
            if current.blocks:
                yield current
            current = Passage(headed, text, span.start)
        else:
            current.blocks.append(Block(text, span, (), None, ((text, span),) if several else place.lines))
    yield current


def _label_subject(label: str) -> str | None:
    """Return the subject of the left cell of a two-cell row, for subjects whose content may stand beside their name."""
    subject = lexicon("subjects.tsv").match(_MARKER.sub("", label), 0.93)
    beside = (
        "objective",
        "prerequisite",
        "corequisite",
        "postrequisite",
        "description",
        "course_outcome",
        "programme_outcome",
    )
    return subject if subject in beside or subject and subject.startswith("bibliography") else None


def _heading(text: str, ladder: Ladder, *, in_table: bool) -> tuple[str | None, str, str]:
    """Return subject, heading and the words after its colon, where a line is a heading; the ladder is brought along."""
    lost, text = not in_table and _LOST_NUMBER.match(text) is not None, _numbered(text)
    marked = _MARKER.match(text)
    lettered = None if marked else LETTERED.match(text)
    number = number_of(marked["marker"]) if marked else ()
    letter = lettered["letter"] if lettered else ""
    body = text[(marked or lettered).end() :] if marked or lettered else text  # type: ignore[union-attr]
    label, colon, rest = body.partition(":")
    whole = _whole_subject(body, _REMARK.sub(" ", body) if number or letter else body)
    part = lexicon("subjects.tsv").best(label) if colon else None
    shouted = _shouted(_REMARK.sub(" ", body))
    if (
        whole
        and len(body) <= 140
        and (whole[1] >= 0.93 or (number or shouted or lost) and whole[1] >= 0.79 and body[-1] not in ";,")
    ):
        step(ladder, number, shouted, whole[0])
        step_letter(ladder, letter, whole[0])
        return whole[0], body, ""
    figure = part is not None and part[0].startswith("plan") and len(rest) <= 20 and figures.hours(rest) is not None
    if part and part[1] >= 0.96 and rest.strip() and len(label) < 80 and not figure:
        step(ladder, number, shouted, part[0])
        step_letter(ladder, letter, part[0])
        return part[0], label, rest.strip()
    if number and GROUPS.fullmatch(body.strip(" .:")) and (above := stated_above(ladder, number)):
        return above, body, ""
    stated = number and not shouted and body.rstrip()[-1:] in (".", ";") and len(body) > 30
    if stated and stated_above(ladder, number):
        return None, "", ""
    if number and (follows_open(ladder, number, shouted) or shouted and len(fold(body)) > 5) and len(body) <= 160:
        step(ladder, number, shouted, "other")
        return "other", body, ""
    if letter and colon and len(label) <= (40 if rest.strip() else 100) and letter_follows(ladder, letter):
        step_letter(ladder, letter, "other")
        return "other", label, rest.strip()
    if shouted and not in_table and not number and len(body.split()) >= 2 and len(body) > 12:
        ladder.clear()
        return "other", body, ""
    return None, "", ""


def _whole_subject(body: str, bare: str) -> tuple[str, float] | None:
    """Return what a whole line, `bare` of remarks, is the heading of, and how surely."""
    label, colon, rest = body.partition(":")
    whole = _as_matrix(body, lexicon("subjects.tsv").best(bare.rstrip(" :.")))
    led = lexicon("subjects.tsv").best(label.partition(",")[0]) if colon and not rest.strip() else None
    # `Програмні результати навчання, яким відповідає дисципліна:`
    return led if led and led[1] >= 0.96 and led[0] in STATED else whole


def _as_matrix(heading: str, read: tuple[str, float] | None) -> tuple[str, float] | None:
    """Return what a heading is read as; `Ma trận chuẩn đầu ra …` heads a matrix of outcomes, whichever it names, and
    states none."""
    if read is None or read[0] not in ("course_outcome", "programme_outcome", "objective"):
        return read
    opening = " ".join(heading.split()[:2])
    return (MATRIX, read[1]) if lexicon("subjects.tsv").exact(opening) == MATRIX else read


def _ends_list(text: str, ladder: Ladder, listed: Passage) -> bool:
    """Say whether a line below a list of sources is the next section: its number goes on with the sections, and not
    with the sources, which are numbered otherwise (`[3]`) or stand at another number."""
    marked = _MARKER.match(text)
    number = number_of(marked["marker"]) if marked and len(text) <= 120 else ()
    if not number or not sections_go_on(ladder, number):
        return False
    numbered = [m for block in listed.blocks if not block.row and (m := _ITEM.match(block.text))]
    last = numbered[-1] if numbered else None
    if last is None:
        return bool(listed.blocks) or text.rstrip().endswith(":")
    return last["style"] is not None or (int(last["number"]),) not in ((number[-1] - 1,), (number[-1],))


def _shouted(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def _numbered(text: str) -> str:
    """Return a heading with its bare number, `3. Outcomes` of `Section 3: Outcomes`, or without a lone mark."""
    text = _LOST_NUMBER.sub("", text, count=1)
    return _SECTION.sub(lambda m: f"{m['number']}. " if m["number"] else "", text, count=1)
