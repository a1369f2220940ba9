"""One walk over the printed lines: markers open provisions, other lines go to the open one."""

import re
from dataclasses import dataclass, field

from extractors.finding.marking.persons import FULL_NAME
from extractors.parsing.annexes import annexes, ends, leading_lines, own_label
from extractors.parsing.asides import (
    CAPTION_LINES,
    after_sources,
    drop_caption,
    in_sources,
    lists_sources,
    names_sources,
    quoted_through,
)
from extractors.parsing.chapters import BARE, ZERO, bare_chapters, between_tables, running_chapters, zero_chapters
from extractors.parsing.contents import contents_lines, title_of
from extractors.parsing.cues import begins
from extractors.parsing.headed_parts import headed_parts, names_going_on
from extractors.parsing.lines import Printed
from extractors.parsing.markers import Marker, readings
from extractors.parsing.matter import Matter
from extractors.parsing.notes import last_requests, mark_length, table_notes
from extractors.parsing.outline import Fit, Outline
from extractors.parsing.paragraphs import continues, evidence, joined, one_line_each, separating_blanks
from extractors.parsing.provisions import LABELLED
from extractors.parsing.told_headings import (
    announced,
    begins_late,
    between_articles,
    between_clauses,
    laid_out,
    leads_to_signature,
    marked_up,
)
from models.text import Span
from normalizers.values.names import fold, titled_person

TAIL = 40  # lines that a distribution list and a signature may take
DISTRIBUTION = re.compile(r"N[ơo]i nh[ậa]n\s*:", re.I)  # a tail that is laid out as a table


@dataclass
class Walk:
    """What a walk found: provisions in reading order, tails, beginnings of annexes."""

    lines: list[Printed]
    cyrillic: bool
    outline: Outline = field(default_factory=Outline)
    tails: list[Span] = field(default_factory=list)
    annexes: list[int] = field(default_factory=list)
    before: Printed | None = None
    floating: bool = True
    quoted_until: int = -1
    listing: bool = False
    adjoining: bool = False
    matter: Matter = field(default_factory=Matter)
    laid: bool = False  # sections have been found whose headings are rows of a table

    def __post_init__(self) -> None:
        self.blanks = separating_blanks(self.lines)
        self.single = one_line_each(self.lines)
        self.contents = contents_lines(self.lines)
        self.parts = headed_parts(self.lines, cyrillic=self.cyrillic)
        self.annexed = annexes(self.lines)
        self.forms = {i for annex in self.annexed if annex.form for i in range(annex.first, annex.last + 1)}
        self.begun = {annex.first: annex for annex in self.annexed}
        self.notes = table_notes(self.lines)
        self.asked = last_requests(self.lines) | {i for i, a in self.begun.items() if not (a.form or a.marker)}
        self.kin = bare_chapters(self.lines)
        self.going_on = names_going_on(self.lines)
        self.zeros = zero_chapters(self.lines)
        self.chapters = running_chapters(self.lines, tuple(sorted(self.begun)))
        self.titles = {fold(title_of(self.lines[i])) for i in self.contents}
        self.contents = self.contents | leading_lines(self.lines, self.annexed) | own_label(self.lines)

    def run(self) -> "Walk":
        """Walk from the first line to the last."""
        for place, line in enumerate(self.lines):
            if line.furniture or place in self.contents:
                continue
            self._take(place, line)
        return self

    def _take(self, place: int, line: Printed) -> None:
        self.adjoining = self.lines[place - 1] is self.before
        if place in self.begun:
            self._begin_annex(line)
        if place in self.forms:
            self._float()
        elif line.table and not self._laid_out(place):
            self._table(place, line)
        elif place <= self.quoted_until:
            self._append(line)
        elif (ends(line, self.before) and not self._is_all(line)) or leads_to_signature(self.lines, place):
            self._tail(place, line)
        elif place in self.asked:
            self._float()
        elif place in self.parts:
            self._heading(line, self.parts[place])
        elif place in self.notes:
            pass  # what stands below the note goes on with the provision that holds the table
        elif self.matter.takes(line, self._readings(line), self.outline):
            self._outlined(line)
        elif (fit := self._marked(place, line)) is not None:
            self._open(place, line, fit)
        elif (not self.floating or not self.outline.nodes) and lists_sources(line, self.before):
            self.listing = True
            self.matter.end()
            self._float()
        elif self._is_heading(place):
            self._heading(line)
        else:
            self.matter.announce_loose(line, self._readings(line), first=not self.outline.nodes)
            self._append(line)
            self._quote(place)
        if not line.table:
            self.before = line

    def _is_all(self, line: Printed) -> bool:
        """Whether a sentence on when the paper takes effect is all that stands below the heading of a section."""
        node, before = self.outline.open, self.before
        headed = node is not None and before is not None and not self.floating and node.start == before.start
        return headed and before is not None and not before.terminal and begins("in_force", line.text)

    def _readings(self, line: Printed, *, marked: bool = False) -> list[Marker]:
        marked = marked or bool(line.heading_mark or line.bold or line.strong)
        going_on = line.start in self.going_on
        found = [] if going_on else readings(line.text, cyrillic=self.cyrillic, marked=marked)
        return [m for m in found if not ZERO.fullmatch(m.label) or m.path[0] in self.zeros]

    def _outlined(self, line: Printed) -> None:
        """Pass over a line of an outline of subject matter, which is no text of the section above it either."""
        if self.outline.open is not None and not self.floating:
            self.outline.open.outlined = True
            self.outline.open.end = line.end

    def _laid_out(self, place: int) -> bool:
        """Whether a row of one cell is the next section's heading."""
        if between_tables(self.lines[place], self.outline, cyrillic=self.cyrillic):
            return True
        found = laid_out(self.lines, place, self.outline)
        self.laid = self.laid or found
        return found

    def _is_heading(self, place: int) -> bool:
        """Whether a line is a heading without a number."""
        if self.floating:
            return not self.outline.nodes and between_clauses(self.lines, place, self.outline)
        node, line = self.outline.open, self.lines[place]
        if node is not None and node.kind in LABELLED and not node.paragraphs:
            return False  # the title of a part whose number stands above it
        if between_clauses(self.lines, place, self.outline):
            return True
        return marked_up(line, self.before, node) or (self.blanks and between_articles(self.lines, place, node))

    def _table(self, place: int, line: Printed) -> None:
        if self.outline.nodes and DISTRIBUTION.match(line.text) and not self.floating:
            end = next((i for i in range(place, len(self.lines)) if not self.lines[i].table), len(self.lines))
            self.tails.append(Span(line.start, self._tail_end(self.lines[end - 1], end)))
            self._float()
        if self.outline.open is not None and not self.floating:
            self.outline.open.has_table = True
            if place and not self.lines[place - 1].table:
                drop_caption(self.outline.open, self.lines[max(0, place - CAPTION_LINES) : place])
        self.before = None

    def _tail(self, place: int, line: Printed) -> None:
        ending = begins("tail", line.text) or leads_to_signature(self.lines, place)
        if (
            ending
            and not self.outline.nodes
            and any(begins("basis", n.text) for n in self.lines[place + 1 : place + 4])
        ):
            return  # the authority above the basis of its act
        if ending and (not self.tails or not self.floating or place < 40):
            end = self._tail_end(line, place + 1)
            if not self.tails or self.tails[-1].end <= line.start:
                self.tails.append(Span(line.start, end))
        if not self.outline.nodes:
            return
        if begins("register", line.text) or begins("motto", line.text) or begins("enclosure", line.text):
            if self._just_opened_annex():
                self.before = line
                return
            self._annex(place)
            self._float()
            self.outline.close()
        self._float()

    def _tail_end(self, line: Printed, below: int) -> int:
        """Return where a tail ends whose first line, or row, stands above the line `below`: at a page or a form."""
        following, forms = self.lines[below : below + TAIL], {annex.first for annex in self.annexed if annex.form}
        ends = (n.start for place, n in enumerate(following, below) if n.page_top or place in forms)
        return next(ends, following[-1].end if following else line.end)

    def _just_opened_annex(self) -> bool:
        """Whether the line says what a labelled annex that just began is enclosed with."""
        node = self.outline.open
        return node is not None and node.kind == "annex" and not node.children and len(node.paragraphs) <= 2

    def _annex(self, place: int) -> None:
        """Begin an annex at its heading: the loose lines before that stand on the same page."""
        taken = self._trailing(place)
        self.annexes.append((taken[-1] if taken else self.lines[place]).start)

    def _trailing(self, place: int) -> list[Printed]:
        """Take back the lines of a title that were appended to the open provision: those on the new act's own page.

        The last one first.
        """
        node = self.outline.open
        taken: list[Printed] = []
        top = next((i for i in range(place, -1, -1) if self.lines[i].page_top or i == 0), 0)
        fresh = self.lines[top].page_top and not self.lines[top].lower_start
        for earlier in reversed(self.lines[top:place]):
            inside = node is not None and not self.floating and earlier.start > node.start
            if inside and not fresh and not (earlier.capitals and not earlier.terminal):
                break
            if any(t.start <= earlier.start < t.end for t in self.tails) or begins("tail", earlier.text):
                break
            taken.append(earlier)
        if node is not None and not self.floating and taken:
            node.cut(taken[-1].start)
            self.before = None
        return taken

    def _begin_annex(self, line: Printed) -> None:
        if self.outline.nodes:
            self.annexes.append(line.start)
            self._float()
            self.outline.close()

    def _float(self) -> None:
        self.matter.end()
        if self.outline.open is not None and not self.floating and self.before is not None:
            self.outline.open.end = max(self.outline.open.end, self.before.end)
        self.floating = True
        self.before = None

    def _marked(self, place: int, line: Printed) -> Fit | None:
        if place in self.chapters:
            return self.outline.fit([self.chapters[place]], 1.0, colon=False, strong=line.strong, titled=True)
        marked = bool(line.heading_mark or line.bold or line.strong) or announced(
            line, self.outline, self.titles, self.kin
        )
        found = self._readings(line, marked=marked)
        node = None if self.floating else self.outline.open
        rest = line.text[found[0].length :].strip() if found and found[0].kind == "decimal" and not marked else ""
        if rest and (node and titled_person(rest) or FULL_NAME.match(rest)):
            return None  # one of a list of staff
        listed = bool(found and node and in_sources(node, found[0], line, self.lines))
        if not found or (listed and not marked and not line.capitals):
            return None
        if self.laid and found[0].kind == "decimal" and not line.capitals:
            return None  # beside sections in capitals a part of their plan, or a question
        listing = self.listing and not after_sources(self.outline.open, found[0], line, self.lines)
        if listing and not marked and not line.capitals and found[0].kind in ("decimal", "paren"):
            return None
        weight = evidence(None if self.floating else self.before, line, blanks=self.blanks)
        if self.floating:
            late = not self.outline.nodes and bool(found) and begins_late(self.lines, place, found[0])
            found = [m for m in found if late or m.path[-1] == 1 or m.kind in LABELLED or self._goes_on(m)]
        if self.floating and found and found[0].path[-1] == 1 and found[0].kind not in (*LABELLED, "dotted"):
            self.outline.close()
        colon = bool(self.before and self.before.text.rstrip().endswith(":"))
        titled = marked or Printed(0, 0, line.text[found[0].length :] if found else "", 0).capitals
        return self.outline.fit(found, weight, colon=colon, strong=line.strong, titled=titled)

    def _goes_on(self, marker: Marker) -> bool:
        """Whether, after a tail or a form, a number still goes on with the last one."""
        return not self.annexes and bool(self.outline.nodes) and marker.kind in ("roman", "dotted", "decimal")

    def _open(self, place: int, line: Printed, fit: Fit) -> None:
        if fit.new_scope and self.outline.nodes:
            self._annex(place)
        if self.outline.open is not None and not self.floating and self.before is not None:
            self.outline.open.end = self.before.end
        self.listing = False
        node = self.outline.add(fit, line.start)
        node.strong, node.titled = line.strong, self.outline.titled
        node.bare = bool(BARE.match(line.text))
        self.floating = False
        rest = line.start + fit.marker.length + mark_length(line.text, fit.marker.length)
        title = line.text[fit.marker.length :]
        node.title, node.course = fold(title), begins("course", title)
        self.matter.announce(node, title)
        if rest < line.end:
            node.paragraphs.append([Span(rest, line.end)])
            node.sources = names_sources(title)
        self._quote(place)

    def _heading(self, line: Printed, length: int | None = None) -> None:
        """Open a heading without a number: the whole line, or the first `length` characters before a colon."""
        chain = self.outline.open.ancestors() if self.outline.open else []
        holder = next((n for n in chain if n.titled or n.kind in LABELLED or n.kind == "roman"), None)
        if self.outline.open is not None and self.before is not None:
            self.outline.open.end = self.before.end
        above = self.outline.open
        node = self.outline.add_heading(line.start, holder)
        end = line.start + (length or len(line.text))
        words = line.text[: end - line.start]
        parted = above is not None and above.sources and above.marker is None and len(words.split()) < 3
        node.sources = names_sources(words) or parted
        node.paragraphs.append([Span(line.start, end)])
        if rest := len(line.text[end - line.start :].lstrip(" :\t")):
            node.paragraphs.append([Span(line.end - rest, line.end)])
        self.floating = False

    def _append(self, line: Printed) -> None:
        node = self.outline.open
        if node is None or self.floating:
            return
        last = self.before
        title_follows = not node.paragraphs or (
            node.kind in LABELLED and node.kind != "article" and len(node.paragraphs) == 1 and self._title_goes_on(line)
        )
        if (
            node.paragraphs
            and last is not None
            and (title_follows or continues(last, line, blanks=self.blanks, single=self.single))
        ):
            node.paragraphs[-1] = joined(node.paragraphs[-1], line, self.adjoining)
        else:
            node.paragraphs.append([Span(line.start, line.end)])
        node.end = line.end

    def _title_goes_on(self, line: Printed) -> bool:
        return self.before is not None and self.before.capitals and line.capitals

    def _quote(self, place: int) -> None:
        """Take a quoted new wording, `“Điều 5. …`, as text: its own numbers are no provisions of this act."""
        last = quoted_through(self.lines, place)
        self.quoted_until = place + last if last is not None else self.quoted_until


def walk(lines: list[Printed], *, cyrillic: bool, single: bool = False, scanned: bool = False) -> Walk:
    """Return the outline of printed lines; `single` says that every paragraph is known to be one line.

    `scanned` says that they were read from paper.
    """
    begun = Walk(lines, cyrillic, Outline(scanned=scanned))
    begun.single = begun.single or single
    return begun.run()
