"""Outlines of subject matter in a syllabus, `Chương 1 … 1.1 … 1.1.1` below `5. Nội dung chi tiết`: no provisions."""

from dataclasses import dataclass, field
from pathlib import Path

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from extractors.parsing.markers import Marker
from extractors.parsing.numerals import roman
from extractors.parsing.outline import Outline
from extractors.parsing.provisions import Node
from models.text import Span
from normalizers.values.names import fold
from normalizers.wordings import Wordings

UNIT = Wordings(
    Path(__file__).parent / "knowledge" / "line_words.tsv",
    r"(?i)(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?<<unit>>\s*(?:(?P<number>\d{1,2}|[IVXivx]{1,5})(?!\w)"
    r"\s*(?:[.:)–—-]|\s[\p{Lu}]|$)|[.:]\s)",
)
"""What heads a part of what is taught: `Chương 2.`, `Bài 3:`, `5.1. Chương 1.`, or `Bài .` where the figure is lost."""
_CHAPTERS = ("decimal", "dotted")
LONGEST = 12
"""Words of the heading of an outline at most."""
AFAR = 4
"""Sections that may be lost between an outline and the next one."""


def heads_matter(title: str) -> bool:
    """Whether a title names the contents of a course, below which an outline may stand."""
    return begins("matter", title) and len(title.split()) <= LONGEST and not title.rstrip().endswith((";", ","))


@dataclass
class Matter:
    """The outline of subject matter that is open, if any, and the places of all of them.

    `holder` is the section that announces one, `items` are the numbers of what is taught, each with whether its line
    looks like a heading.
    """

    holder: Node | None = None
    loose: bool = False  # the heading that announces one bears no number
    items: list[tuple[Marker, bool]] = field(default_factory=list)
    begun: bool = False
    chapter: int | None = None  # the number of the part of what is taught that is open
    spans: list[Span] = field(default_factory=list)

    def announce(self, node: Node, title: str) -> None:
        """Note the heading of a section that opens; a part of a section that announces an outline announces it, too."""
        inside = self.holder is not None and self.holder in node.ancestors()
        if heads_matter(title) or not inside:
            self.holder = node if heads_matter(title) else None
        self.loose, self.begun, self.items, self.chapter = False, False, [], None

    def announce_loose(self, line: Printed, found: list[Marker], *, first: bool) -> None:
        """Note a heading without a number: `NỘI DUNG CHI TIẾT HỌC PHẦN`.

        `first` says that no section stands before it: there `ĐỀ CƯƠNG CHI TIẾT` is what the paper itself is called.
        """
        looks = line.capitals or line.bold or line.strong or line.heading_mark
        if first and begins("matter_paper", line.text):
            return
        if not found and looks and not line.bulleted and heads_matter(line.text):
            self.end()
            self.loose = True

    def takes(self, line: Printed, found: list[Marker], outline: Outline) -> bool:
        """Whether a line is of the outline; `found` are the readings of its number, if any."""
        if self.holder is None and not self.loose:
            return False
        unit = UNIT.match(line.text)
        known = unit is not None
        inside = self._goes_on(line, found, outline, known) if self.begun else self._begins(line, found, outline, known)
        if not inside:
            self._close(bool(found))
            return False
        if not self.begun:
            self.spans.append(Span(line.start, line.end))
        self.begun = True
        self.spans[-1] = Span(self.spans[-1].start, line.end)
        if unit is not None and unit["number"]:
            number = unit["number"].upper()
            self.chapter, self.items = int(number) if number.isdecimal() else roman(number), []
        if found:
            self.items.append((found[0], _styled(line, found[0])))
        return True

    def end(self) -> None:
        """Close the outline: a signature, an annex or a list of sources follows."""
        self.holder, self.loose, self.begun, self.items, self.chapter = None, False, False, [], None

    def _close(self, numbered: bool) -> None:
        """Close the outline if it had begun; what its section holds besides may have another: theory, then practice."""
        if self.begun and not numbered:
            self.end()
        self.begun, self.items, self.chapter = False, [], None

    def _begins(self, line: Printed, found: list[Marker], outline: Outline, unit: bool) -> bool:
        """Whether a line is the first of an outline: a chapter, or numbers that begin anew."""
        node = outline.open
        if line.bulleted or unit:
            return unit
        if node is None or not found or self.holder is None or not self._of_course(outline):
            return False
        marker = found[0]
        rest = line.text[marker.length :]
        if marker.kind in ("upper", "letter") and marker.path[-1] == 1 and begins("matter_part", rest):
            return True
        if marker.path[-1] != 1 or begins("matter", rest) or begins("matter_part", rest) or rest.endswith(":"):
            return False
        tops = [n.marker for n in node.ancestors() if n.marker]
        own = marker.kind == "dotted" and any(t.path == marker.path[:-1] for t in tops)
        return marker.kind in ("decimal", "dotted", "roman") and not own

    def _of_course(self, outline: Outline) -> bool:
        """Whether a heading of the document speaks of a course: a plan's `Nội dung chi tiết` has clauses below it."""
        return any(n.course for n in outline.nodes)

    def _goes_on(self, line: Printed, found: list[Marker], outline: Outline, unit: bool) -> bool:
        if unit:
            return True
        if not found:
            apart = line.capitals and (self.loose or begins("sources", line.text))
            return not apart or begins("matter_part", line.text)
        return not any(self._is_section(line, marker, outline) for marker in found)

    def _is_section(self, line: Printed, marker: Marker, outline: Outline) -> bool:
        """Whether a number goes on with the sections and not, or not as clearly, with the outline."""
        if marker.kind in ("annex", "article"):
            return True
        if self._repeats(line, marker, outline):
            return True
        above = [n for n in (outline.open.ancestors() if outline.open else []) if n.kind == marker.kind and n.marker]
        node = next((n for n in above if n.marker and _step(n.marker, marker)), None)
        if node is None or node.marker is None:
            return self._child_of_section(marker)
        title = line.text[marker.length :]
        if begins("matter_part", title) or begins("matter_after", title) and _step(node.marker, marker) == 1:
            return True
        styled, as_section = _styled(line, marker), node.strong or node.titled
        own = next(((m, s) for m, s in reversed(self.items) if m.kind == marker.kind), None)
        if own is None or _step(own[0], marker) != 1:
            return _step(node.marker, marker) <= AFAR or (styled and as_section)
        return styled == as_section and styled != own[1]

    def _child_of_section(self, marker: Marker) -> bool:
        """Whether `5.2` goes on below section 5 though the outline is not in its chapter 5."""
        if marker.kind != "dotted" or self.holder is None or self.holder.marker is None:
            return False
        if any(m.path == marker.path[:-1] for m, _ in self.items):
            return False
        chapter = self.chapter or next((m.path[0] for m, _ in reversed(self.items) if m.kind in _CHAPTERS), None)
        next_one = self.chapter is None and chapter is not None and marker.path == (chapter + 1, 1)
        return marker.path[:-1] == self.holder.marker.path and chapter not in (None, marker.path[0]) and not next_one

    def _repeats(self, line: Printed, marker: Marker, outline: Outline) -> bool:
        """Whether the first section's heading is printed again: the next syllabus of a bundle begins."""
        first = next((n for n in outline.nodes if n.kind == marker.kind), None)
        if first is None or first.marker is None or first.marker.path != marker.path:
            return False
        return bool(first.title) and fold(line.text[marker.length :]) == first.title


def _styled(line: Printed, marker: Marker) -> bool:
    """Whether a numbered line looks like a heading: bold, or its words in capitals."""
    capitals = Printed(0, 0, line.text[marker.length :], 0).capitals
    return bool(line.heading_mark or line.bold or line.strong or capitals)


def _step(before: Marker, marker: Marker) -> int:
    """Return how far a number goes on from another of its series; 0 for one that does not."""
    if before.kind != marker.kind or before.path[:-1] != marker.path[:-1]:
        return 0
    return max(0, marker.path[-1] - before.path[-1])
