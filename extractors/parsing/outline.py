"""Where a new marker belongs in the provisions read so far: it takes whatever comes, and they stay a tree."""

from dataclasses import dataclass, replace

from extractors.parsing.markers import Marker
from extractors.parsing.numerals import distance, to_roman
from extractors.parsing.provisions import LABELLED, POINTS, Node, Provisions

LAST_ALONE, GAP_OF_LETTERS = 8, 2
"""The place of `H`, behind which a letter may be a Roman number or an initial; how far the next one is without `J`."""
ACCEPT = 0.5
GAP = 4  # numbers that OCR may lose in a row


@dataclass(frozen=True)
class Fit:
    """A place for a marker: how well it fits there, below which node."""

    score: float
    marker: Marker
    parent: Node | None
    new_scope: bool = False


@dataclass
class Outline(Provisions):
    """The provisions read so far, and what the line in hand looks like."""

    strong: bool = False
    titled: bool = False
    colon: bool = False
    scanned: bool = False  # the text was read from paper: a numeral may have lost a stroke

    def fit(self, readings: list[Marker], evidence: float, *, colon: bool, strong: bool, titled: bool) -> Fit | None:
        """Return the best place for any reading of a marker, or None where it had better stay text.

        `evidence` (0 to 1) is how much the line before speaks for a new paragraph, `colon` that the open provision's
        text announces a list, `strong` that the line is printed in bold, `titled` that it looks like a heading.
        """
        self.strong, self.titled, self.colon = strong, titled, colon
        readings = self._lettered(readings)
        fits = [fit for marker in readings for fit in self._places(marker, evidence)]
        best = max(fits, key=lambda f: f.score, default=None)
        return best if best is not None and best.score >= ACCEPT else None

    def _lettered(self, readings: list[Marker]) -> list[Marker]:
        """Return the readings of a marker without the Roman one of a letter that goes on with letters, `I.` below `H.`;
        without that letter where none goes before it."""
        late = next((m for m in readings if m.kind == "upper" and m.path[0] > LAST_ALONE), None)
        if late is None:
            return readings
        before = next((n.marker for n in self.chain() if n.kind == "upper" and n.marker), None)
        inside = (n.parent for n in self.nodes if n.scope == self.scope and n.kind == "roman")
        parted = any(parent is not None and parent.kind == "upper" for parent in inside)
        if before is None or parted or not 0 < late.path[0] - before.path[0] <= GAP_OF_LETTERS:
            return [m for m in readings if m is not late]
        return [m for m in readings if m.kind != "roman"]

    def add(self, fit: Fit, start: int) -> Node:
        """Open a provision at its place."""
        if fit.new_scope:
            self.scope += 1
        node = Node(fit.marker, start, start + fit.marker.printed, fit.parent, scope=self.scope)
        return self.attach(node)

    def _places(self, marker: Marker, evidence: float) -> list[Fit]:
        if marker.kind in LABELLED:
            return self._labelled(marker, evidence)
        if marker.kind == "dotted":
            return self._dotted(marker, evidence)
        if self.scanned and marker.kind == "decimal" and (whole := self._dot_lost(marker)) is not None:
            return self._dotted(whole, evidence)
        return self._series(marker, evidence)

    def _labelled(self, marker: Marker, evidence: float) -> list[Fit]:
        before = [n for n in self.nodes if n.scope == self.scope and n.kind == marker.kind]
        last = before[-1].marker.path[0] if before and before[-1].marker else None
        value, restart = marker.path[0], False
        if last is None:
            score = 0.9 if value == 1 else 0.6
        elif value == last + 1:
            score = 1.0
        elif value == 1 or (value == last and marker.kind == "annex"):
            score, restart = 0.85, marker.kind == "article" and not self.higher_since(marker)
        else:
            score = 0.7 if last < value <= last + GAP else 0.6 if last < value else 0.5
        parent = next(
            (n for n in self.chain() if n.kind in LABELLED and n.marker and n.marker.rank < marker.rank), None
        )
        if marker.kind == "annex":
            parent = None
        score *= marker.shape * (0.55 + 0.45 * evidence)
        return [Fit(score, marker, None if restart else parent, restart)]

    def _dotted(self, marker: Marker, evidence: float) -> list[Fit]:
        prefix, last = marker.path[:-1], marker.path[-1]
        for node in self.chain():
            path = node.path
            if node.kind == "dotted" and len(path) == len(marker.path) and path[:-1] == prefix:
                step = last - path[-1]
                if step <= 0:
                    return []
                score = 1.0 if step == 1 else 0.8 if step <= GAP and evidence > 0.6 else 0.4
                return [Fit(score * self._weigh(marker, evidence), marker, node.parent)]
            points = node.kind in POINTS and (node.kind != "paren" or any(n.kind == "dotted" for n in node.ancestors()))
            if path and node.path == prefix and not points:
                done = [c.marker.path[-1] for c in node.children if c.kind == "dotted" and c.marker]
                step = last - max(done, default=0)
                score = 0.95 if step == 1 else 0.75 if 0 < step <= GAP and evidence > 0.6 else 0.3
                return [Fit(score * self._weigh(marker, evidence), marker, node)]
        lost = 0.8 if last == 1 else 0.6
        parent = next((n for n in self.chain() if n.kind in LABELLED or n.kind == "roman"), None)
        if parent is None and any(n.path == prefix[:1] for n in self.nodes):
            lost = 0.5
        return [Fit(lost * self._weigh(marker, evidence) * (1.0 if evidence > 0.6 else 0.5), marker, parent)]

    def _dot_lost(self, marker: Marker) -> Marker | None:
        """Return the next of the numbers with dots where paper lost its dot: `13.` below `1.2`."""
        last = next((n.marker for n in self.chain() if n.kind == "dotted" and n.marker), None)
        path = (*last.path[:-1], last.path[-1] + 1) if last else ()
        if last is None or "".join(map(str, path)) != marker.label:
            return None
        return replace(last, path=path, label=".".join(map(str, path)), length=marker.length, printed=marker.printed)

    def _weigh(self, marker: Marker, evidence: float) -> float:
        return marker.shape * (0.6 + 0.4 * evidence)

    def _series(self, marker: Marker, evidence: float) -> list[Fit]:
        fits = []
        for depth, node in enumerate(self.chain()):
            if node.kind != marker.kind or node.marker is None:
                continue
            step = self._step(node.marker, marker)
            if step == 0 and (whole := self._stroke_lost(node, marker)) is not None:
                fits.append(Fit(0.85 * self._weigh(whole, evidence), whole, node.parent))
                break
            if step is not None and step > 0:
                score = (1.0 if step == 1 else 0.8 if step <= GAP else 0.45) - 0.02 * depth
                if node.strong != self.strong:
                    score -= 0.1
                if step > 1 and (evidence < 0.6 or (node.titled and not self.titled)):
                    score -= 0.3
                fits.append(Fit(score * self._weigh(marker, evidence), marker, node.parent))
                if node.strong == self.strong:
                    break
        if not fits and (left := self._left_for_chapters(marker)) is not None:
            fits.append(Fit(0.9 * self._weigh(marker, evidence), marker, left.parent))
        if not fits and (last := self._before_heading(marker)) is not None:
            fits.append(Fit(0.95 * self._weigh(marker, evidence), marker, last.parent))
        if (again := self._begins_again(marker)) is not None:
            fits.append(Fit(0.9 * self._weigh(marker, evidence), marker, again.parent, True))
        first = marker.letter in ("a", "а") if marker.letter else marker.path[0] == 1
        parent = self._holder(marker.kind)
        if first:
            score = 0.9 if self._may_begin(marker.kind) else 0.4
            if marker.kind in ("roman", "upper") and self.open and self.open.ancestors()[-1].kind == "article":
                score = 0.9 if self.titled else 0.3  # a misread `1.` below an article
            fits.append(Fit(score * self._weigh(marker, evidence), marker, parent, self._restarts(marker)))
        elif not fits:
            score = 0.7 if evidence > 0.6 else 0.35
            if marker.kind == "decimal" and parent is not None and self._is_outside(marker, parent):
                parent = parent.beyond_points()  # the clause, or section, that those stood in lost its number
            elif marker.kind not in POINTS and parent is None and self.nodes:
                score -= 0.2
            fits.append(Fit(score * self._weigh(marker, evidence), marker, parent))
        return fits

    def _left_for_chapters(self, marker: Marker) -> Node | None:
        """Return the titled section whose number comes right before and which chapters interrupted: `7. Nội dung`,
        `Chương 1` to `Chương 6`, `8. Đánh giá` in a syllabus; or articles, `1. General` over `§ 1` and `§ 2`."""
        if not self.titled or not any(n.kind in ("chapter", "article") for n in self.chain()):
            return None
        return self._preceding(marker, [n for n in self.nodes if n.titled])

    def _before_heading(self, marker: Marker) -> Node | None:
        """Return the clause whose number comes right before and which stands above a heading without a number, held by
        nothing as that is: such headings group clauses that are numbered through."""
        top = self.chain()[-1] if self.open else None
        if top is None or top.marker is not None or not top.fixed_heading:
            return None
        return self._preceding(marker, self.nodes)

    def _preceding(self, marker: Marker, nodes: list[Node]) -> Node | None:
        """Return the last of the nodes of a marker's kind that none holds, where its number comes right before."""
        before = (n for n in reversed(nodes) if n.scope == self.scope and n.kind == marker.kind)
        last = next((n for n in before if n.parent is None and n.marker), None)
        held = last is not None and last.marker is not None and self._step(last.marker, marker) == 1
        return last if held else None

    def _stroke_lost(self, node: Node, marker: Marker) -> Marker | None:
        """Return the next Roman number where paper repeats the last one before a title: `III` that lost a stroke."""
        value = marker.path[0] + 1
        if not (node.children or node.has_table or len(node.paragraphs) > 1):
            return None
        if not self.scanned or marker.kind != "roman" or not (self.titled and node.titled):
            return None
        following = to_roman(value)
        return (
            replace(marker, path=(value,), label=following, repaired=True) if following == f"{marker.label}I" else None
        )

    def _restarts(self, marker: Marker) -> bool:
        """Whether a first Roman number after articles begins an enclosed act."""
        return marker.kind in ("roman", "upper") and self._holder(marker.kind) is None and self.open is not None

    def _begins_again(self, marker: Marker) -> Node | None:
        """Return the chapter whose numbering a titled number takes up anew: a bundle of documents of one kind."""
        if marker.kind != "decimal" or not self.titled:
            return None
        outer = next((n for n in reversed(self.chain()) if n.kind == "decimal" and n.titled and n.marker), None)
        if outer is None or outer.marker is None or outer is self.open or marker.path[0] > outer.marker.path[0]:
            return None
        return outer

    def _step(self, before: Marker, marker: Marker) -> int | None:
        if marker.letter and before.letter:
            return distance(before.letter, marker.letter)
        return marker.path[0] - before.path[0]

    def _may_begin(self, kind: str) -> bool:
        inner = self.open.kind if self.open else None
        if kind == "decimal":
            return inner not in ("decimal", "paren", "letter", "letter_dot", "dotted") or self.colon
        if kind == "roman":
            return inner not in POINTS or self._holder(kind) is None
        return kind != "letter_dot" or self.colon or self.heads_points()

    def _holder(self, kind: str) -> Node | None:
        """Return the open provision that a first number of a series goes under."""
        allowed = {
            "upper": ("annex", "part", "chapter", "section"),
            "roman": ("annex", "part", "chapter", "section", "upper"),
            "decimal": None,
            "paren": None,
            "letter": None,
            "letter_dot": None,
            "numeral": None,
        }[kind]
        if kind == "upper" and (self._untold() or self._announces_parts()):
            return self.open
        for node in self.chain():
            if node.kind == "heading":
                continue
            if allowed is None and (node.kind != kind or kind in POINTS):
                return node
            if allowed is not None and node.kind in allowed:
                return node
            if kind == "upper" and node.kind == "roman" and all(n.kind != "upper" for n in node.ancestors()):
                return node  # `A.` below `I.`, where no Roman number stands below a letter
        return None

    def _untold(self) -> bool:
        """Whether the open provision is a titled section with nothing but its title yet: `8. HỌC LIỆU` over `A.`."""
        return self.heads_points() and self.open is not None and self.open.titled and self.titled

    def _announces_parts(self) -> bool:
        """Whether the open provision is a titled section whose text leads to titled parts: `… will be able to:`."""
        return bool(self.colon and self.titled and self.open and self.open.kind == "decimal" and self.open.titled)

    def _is_outside(self, marker: Marker, node: Node) -> bool:
        """Whether a number cannot stand below a node: below a point, or below `2.9` as the section after it."""
        dotted = node.marker is not None and node.kind == "dotted" and node.marker.path[0] + 1 == marker.path[0]
        return node.kind in POINTS or dotted

    def chain(self) -> list[Node]:
        return self.open.ancestors() if self.open else []
