"""Whether a printed line goes on with the paragraph before it, and the spans of paragraphs."""

import re
from pathlib import Path

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from models.text import Span
from normalizers.letters import lettered
from normalizers.wordings import Wordings

LONG = 0.75  # share of the column that a line fills which may have broken for want of room
LEAST_BROKEN = 3  # sentences that blanks cut where blanks are no ends of paragraphs
ROOM = 0.03  # share of the column left free beside the next line's first word: the paragraph ended on purpose
REFERENCE_END = Wordings(
    Path(__file__).parent / "knowledge" / "references.tsv", r"(?:\b<<leads>>|\b<<short>>\.?|[,(–—-])$", re.IGNORECASE
)

UNENDED = Wordings(REFERENCE_END.path, r"\s<<unended>>$")
"""The end of a line at which its sentence cannot end: `… chịu trách nhiệm thi hành`."""
REFERRED = Wordings(REFERENCE_END.path, r"<<leads>>\s\d", re.IGNORECASE)
"""What a line begins with that may name a provision or an annex: `Phụ lục 1, Phụ lục 2 của …` below `nêu tại`."""
LISTED = Wordings(REFERENCE_END.path, r"\b<<leads>>\s\d{1,3}[a-zđ]?,$", re.IGNORECASE)
"""The end of a line amid a list of provisions: `tại điểm b khoản 2 Điều 15,` above `Điều 16.`"""
ARTICLE, FIRST = re.compile(r"\s*(?:Điều|ĐIỀU)\s\d{1,3}\s?[.:]"), re.compile(r"\s*1\s?[.)]\s")
"""The heading of an article and its first clause: the last word of `Điều 6. Quy đổi điểm` leads to no number."""
YEAR_END, YEAR_ON = re.compile(r"(?<!\d)(?:19|20)\d\d$"), re.compile(r"[-–—]\s?(?:19|20)\d\d(?!\d)")
"""A year of study that the end of a line parts before its dash: `năm học 2024` above `- 2025 trước ngày …`."""
DASHED = re.compile(lettered(r"[-–]\s\p{Lu}"))
CLAUSE = re.compile(lettered(r"\s*\d{1,2}(?:\.\d{1,2})*\.\s+\p{Lu}\p{Ll}"))
ENTRY = re.compile(r"[^\W\d_][^–—:]{0,60}?(?:\s+[-–—]|\s*[–—])\s+\S{3}")
"""A term, a dash and the begin of its meaning."""
OPENED = re.compile(r"\([^\W\d_][\w\s]{0,30}$")  # a bracket that only a few words have followed


def separating_blanks(lines: list[Printed]) -> bool:
    """Return whether blank lines part paragraphs here; a text printed with a blank after every line says nothing, nor
    one whose sentences are cut by a blank more often than by the end of a line alone."""
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not (a.table or b.table)]
    going_on = [b.blank_before for a, b in pairs if b.lower_start and not a.terminal and not b.page_top]
    broken, parted = sum(going_on), sum(b.blank_before for _, b in pairs)
    if broken >= LEAST_BROKEN and 2 * broken > len(going_on):
        return False
    return parted > 0 and broken <= 0.2 * parted


def one_line_each(lines: list[Printed]) -> bool:
    """Return whether every paragraph is one line, however long: a text from an editor, not from a page."""
    lengths = [len(line.text) for line in lines if not line.table]
    return bool(lengths) and sum(n > 160 for n in lengths) >= max(3, 0.04 * len(lengths))


def evidence(before: Printed | None, line: Printed, *, blanks: bool) -> float:
    """Return how much speaks for a new paragraph at this line, 0 to 1."""
    if before is None or line.heading_mark or before.heading_mark or before.table:
        return 1.0
    if re.fullmatch(r"\([^()]{20,}(?:\([^()]*\)[^()]*)*\)", before.text):
        return 1.0  # a note in brackets
    if LISTED.search(before.text) and ARTICLE.match(line.text):
        return 0.0
    begins = FIRST.match(line.text) is not None and ARTICLE.match(before.text) is not None
    if not begins and REFERENCE_END.search(before.text) and not (blanks and line.blank_before) and not before.capitals:
        if CLAUSE.match(line.text) and before.text.endswith(",") and ends_early(before, line):
            return 0.85  # a full stop that was read as a comma
        return 0.8 if line.strong or line.capitals else 0.0
    if not line.capitals and not line.strong and UNENDED.search(before.text) and REFERRED.match(line.text):
        return 0.0
    if before.terminal or (blanks and line.blank_before) or (before.capitals and len(before.text) > 4):
        return 1.0
    return 0.85 if ends_early(before, line) or line.bold or before.bold else 0.45


def ends_early(before: Printed, line: Printed) -> bool:
    """Return whether the first word of `line` would have stood at the end of `before`: that line broke on purpose."""
    word = len(line.text.split(maxsplit=1)[0]) if line.text.split() else 1
    width = (line.right - line.left) * (word + 1) / max(len(line.text), 1)
    return before.right + width + ROOM < 1.0


def continues(before: Printed, line: Printed, *, blanks: bool, single: bool) -> bool:
    """Return whether `line` goes on with the paragraph that `before` is the last line of."""
    if line.bulleted and OPENED.search(before.text):
        return True  # `(далее` above `– ППВ)`
    if YEAR_END.search(before.text) and YEAR_ON.match(line.text) or _hyphened(before, line):
        return True
    if line.bulleted or line.heading_mark:
        return False
    if before.heading_mark or (line.bold != before.bold and line.blank_before):
        return False
    if line.lower_start and not before.terminal:
        return not (_heads_terms(before.text) and ENTRY.match(line.text) and ends_early(before, line))
    if re.match(lettered(r"\d+\s+[^\p{Lu}\W\d_]"), line.text) and not before.terminal:
        return True  # a figure and its unit, parted from their sentence by the end of a line
    if line.text[:1] in "),;" or re.search(r"[(–—,-]$", before.text):
        return True
    if before.capitals and line.capitals and not before.terminal and len(before.text) > 12 and not line.blank_before:
        return True
    if single or (blanks and line.blank_before):
        return False
    if _changes_case(before, line):
        return False
    if UNENDED.search(before.text):
        return True
    if not before.terminal and before.right > LONG and len(line.text.split()) <= 2:
        return True  # the last word of a title that did not fit
    if before.terminal:
        return (
            before.right > LONG + 0.1
            and not ends_early(before, line)
            and line.left < 0.03
            and not before.text.endswith(":")
        )
    return not ends_early(before, line)


def _heads_terms(text: str) -> bool:
    """Whether a line, without the number that it may begin with, is the heading of a list of terms."""
    return begins("terms", text.lstrip("0123456789. "))


def _hyphened(before: Printed, line: Printed) -> bool:
    """Whether a line begins with the dash amid a name, for which a full line had no room: `Phòng Thanh tra` above
    `- Pháp chế`."""
    flush = line.left < 0.03 and DASHED.match(line.text) is not None and not ends_early(before, line)
    return flush and not (before.terminal or before.bulleted or before.heading_mark or line.blank_before)


def _changes_case(before: Printed, line: Printed) -> bool:
    """Whether a title in capitals ends or begins here; one word in capitals is no title."""
    return (before.capitals and not line.capitals and len(before.text) > 12) or (
        line.capitals and not before.capitals and len(line.text) > 20
    )


def joined(paragraph: list[Span], line: Printed, adjoining: bool) -> list[Span]:
    """Return a paragraph with one more line; lines between which something else stands are spans of their own."""
    if adjoining:
        return [*paragraph[:-1], Span(paragraph[-1].start, line.end)]
    return [*paragraph, Span(line.start, line.end)]
