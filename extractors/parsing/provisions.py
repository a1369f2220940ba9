"""Provisions while they are read: each one, and all of them in reading order with the innermost open one."""

from dataclasses import dataclass, field

from extractors.parsing.markers import Marker
from models.text import Span

LABELLED = ("annex", "part", "chapter", "section", "article")
POINTS = ("paren", "letter", "letter_dot", "numeral")


@dataclass
class Node:
    """A provision under construction; `parent` is None at the top."""

    marker: Marker | None
    start: int
    label_end: int
    parent: "Node | None"
    paragraphs: list[list[Span]] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    end: int = 0
    number: str | None = None
    fixed_heading: bool = False
    scope: int = 0
    has_table: bool = False
    sources: bool = False
    bare: bool = False
    strong: bool = False
    titled: bool = False
    title: str = ""  # the words of its first line, folded
    course: bool = False  # its title speaks of a course
    outlined: bool = False  # an outline of subject matter stands below it

    @property
    def kind(self) -> str:
        """The series it belongs to; `heading` for one without a number."""
        return self.marker.kind if self.marker else "heading"

    def ancestors(self) -> list["Node"]:
        """Return itself and what holds it, innermost first."""
        chain, node = [], self
        while node is not None:
            chain.append(node)
            node = node.parent  # type: ignore[assignment]
        return chain

    @property
    def path(self) -> tuple[int, ...]:
        """What a child's dotted number begins with: `2` and `РОЗДІЛ 2` and `Điều 2` all hold `2.1`."""
        return self.marker.path if self.marker else ()

    @property
    def last_end(self) -> int:
        """Where its own lines end."""
        return max([self.label_end, self.end, *(p[-1].end for p in self.paragraphs)])

    def cut(self, end: int) -> None:
        """Leave it what stands before an offset."""
        kept = ([Span(s.start, min(s.end, end)) for s in p if s.start < end] for p in self.paragraphs)
        self.paragraphs = [paragraph for paragraph in kept if paragraph]
        self.end = max([self.label_end, *(p[-1].end for p in self.paragraphs)])

    def beyond_points(self) -> "Node | None":
        """Return what holds the points or the dotted clauses that it is one of."""
        return next((n for n in self.ancestors() if n.kind not in (*POINTS, "dotted")), None)


@dataclass
class Provisions:
    """Nodes in reading order and the innermost open one. A scope is one act: an enclosed act begins a new one."""

    nodes: list[Node] = field(default_factory=list)
    open: Node | None = None
    scope: int = 0

    def chain(self) -> list[Node]:
        """Return the open provision and what holds it, innermost first."""
        return self.open.ancestors() if self.open else []

    def attach(self, node: Node) -> Node:
        """Add a provision below its parent and leave it open."""
        if node.parent is not None:
            node.parent.children.append(node)
        self.nodes.append(node)
        self.open = node
        return node

    def add_heading(self, start: int, parent: Node | None) -> Node:
        """Open a heading without a number."""
        return self.attach(Node(None, start, start, parent, scope=self.scope, fixed_heading=True))

    def close(self) -> None:
        """Begin a new act or annex: what follows has no holder yet."""
        self.open = None
        self.scope += 1

    def higher_since(self, marker: Marker) -> bool:
        """Whether a higher level was opened since the last of its kind: numbering may restart in each chapter."""
        for node in reversed(self.nodes):
            if node.scope != self.scope or node.kind == marker.kind:
                return False
            if node.kind in LABELLED:
                return True
        return False

    def heads_points(self) -> bool:
        """Whether the open provision is a numbered line that nothing follows yet: `5. Học phần` over `a. Mục tiêu`."""
        node = self.open
        bare = node is not None and len(node.paragraphs) <= 1 and not (node.children or node.has_table)
        return bare and node is not None and node.kind == "decimal"
