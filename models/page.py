"""What a reader of files gives: pages of words with boxes and confidences."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in PDF points (1/72 inch), origin top left, x to the right, y down."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """How wide the box is."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How high the box is."""
        return self.y1 - self.y0

    @property
    def middle_x(self) -> float:
        """The middle from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def middle_y(self) -> float:
        """The middle from top to foot."""
        return (self.y0 + self.y1) / 2

    def across(self, other: "Box") -> float:
        """Return the width that both boxes share; below nought what lies between them."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def down(self, other: "Box") -> float:
        """Return the height that both boxes share; below nought what lies between them."""
        return min(self.y1, other.y1) - max(self.y0, other.y0)

    def shared(self, other: "Box") -> float:
        """Return the area that both boxes share."""
        return max(0.0, self.across(other)) * max(0.0, self.down(other))

    def union(self, other: "Box") -> "Box":
        """Return the smallest box that holds both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    @staticmethod
    def around(boxes: "Iterable[Box | None]") -> "Box | None":
        """Return the smallest box that holds all those that there are; None where there is none."""
        found = [box for box in boxes if box]
        return reduce(Box.union, found) if found else None

    def inset(self, by: float) -> "Box":
        """Return the box without `by` points at each edge."""
        return Box(self.x0 + by, self.y0 + by, self.x1 - by, self.y1 - by)

    def grown(self, x: float, y: float | None = None) -> "Box":
        """Return the box with `x` points more at its left and right, and `y`, else as many, at its top and foot."""
        y = x if y is None else y
        return Box(self.x0 - x, self.y0 - y, self.x1 + x, self.y1 + y)

    def pixels(self, scale: float) -> tuple[int, int, int, int]:
        """Return left, top, right and foot in an image of `scale` pixels a point; none lies before the image."""
        left, top, right, foot = (max(0, round(v * scale)) for v in (self.x0, self.y0, self.x1, self.y1))
        return left, top, right, foot

    def holds(self, other: "Box") -> bool:
        """Return whether the middle of another box lies in this one."""
        return self.x0 <= other.middle_x < self.x1 and self.y0 <= other.middle_y < self.y1

    def shifted(self, x: float, y: float) -> "Box":
        """Return the box moved by so many points."""
        return Box(self.x0 + x, self.y0 + y, self.x1 + x, self.y1 + y)

    def meets(self, other: "Box", by: float = 0.0) -> bool:
        """Return whether both boxes share more than `by` points, across as well as down."""
        across = self.x0 < other.x1 - by and other.x0 < self.x1 - by
        return across and self.y0 < other.y1 - by and other.y0 < self.y1 - by


Matrix = tuple[float, float, float, float, float, float, float, float, float]
"""Nine numbers, row by row, that lead a point `(x, y, 1)` of one plane to another, up to a common factor."""


@dataclass(frozen=True, slots=True)
class Placement:
    """How a page lies on the sheet that the file shows, where it was turned, straightened or laid flat to be read.

    `width` and `height` are the sheet's in points, as a viewer shows it (a PDF's own rotation and a photo's EXIF
    orientation applied); `matrix` leads points of the page to points of the sheet.
    """

    width: float
    height: float
    matrix: Matrix

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page lies on the sheet."""
        a, b, c, d, e, f, g, h, i = self.matrix
        depth = g * x + h * y + i
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth

    def box(self, box: Box) -> Box:
        """Return the smallest upright box on the sheet that holds a box of the page."""
        corners = [self.point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: `sha256` is of its bytes, `media_type` is decided by content, never by suffix."""

    path: str
    name: str
    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word. `confidence` is 0 to 1; a text layer that carries none has 1.0.

    `turn` says how it is written: 0 left to right, 90 from the bottom up, 270 from the top down. `settled` is what an
    unsure reading should be by the words around it, where that differs from `text`; repair makes an edit of it.
    """

    text: str
    box: Box | None = None
    confidence: float = 1.0
    font: str | None = None
    size: float | None = None
    turn: int = 0
    settled: str | None = None

    def lies_in(self, box: Box) -> bool:
        """Return whether the middle of the word lies in a box."""
        return self.box is not None and box.holds(self.box)

    def shifted(self, x: float, y: float) -> "Word":
        """Return the word moved by so many points, as from a part of a page to its place there."""
        return replace(self, box=self.box.shifted(x, y)) if self.box else self


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of words, left to right.

    `role` is `body`, `furniture` (running head, foot, page number), `margin` (stamp, electronic signature overlay) or
    `handwriting`. `text`, where given, keeps the line's own spacing (a text file); else the words joined by one space.
    """

    words: tuple[Word, ...]
    role: str = "body"
    text: str | None = None

    def as_text(self) -> str:
        """Return the line as printed."""
        return self.text if self.text is not None else " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: zero-based row and column, spans of at least 1, its printed lines."""

    row: int
    column: int
    lines: tuple[Line, ...]
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page: cells in reading order, each grid place covered by at most one cell."""

    cells: tuple[Cell, ...]
    box: Box | None = None


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its blocks in reading order, and how they were had.

    `width` and `height` are in points, `number` counts from 1, `rotation` is the clockwise turn in degrees that was
    undone. Boxes are of the page as it was read, upright; `placement` leads them to the sheet in the file, where that
    lies otherwise. `route` is `text_layer`, `ocr`, `repaired_text_layer` or `blank`; `reason` says why that route was
    taken. `other_reading` keeps the reading that was not chosen, where there were two.
    """

    number: int
    blocks: tuple[Block, ...]
    width: float | None = None
    height: float | None = None
    rotation: int = 0
    route: str = "text_layer"
    reason: str = ""
    mean_confidence: float | None = None
    seconds: float = 0.0
    other_reading: str | None = None
    notes: tuple["PageNote", ...] = field(default=())
    placement: Placement | None = None

    def on_sheet(self, box: Box) -> Box:
        """Return a box of this page in points of the sheet that the file shows."""
        return self.placement.box(box) if self.placement else box

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of its lines, those in tables apart."""
        return tuple(word for block in self.blocks if isinstance(block, Line) for word in block.words)

    @property
    def sheet(self) -> tuple[float | None, float | None]:
        """Width and height in points of the sheet that the file shows."""
        return (self.placement.width, self.placement.height) if self.placement else (self.width, self.height)


@dataclass(frozen=True, slots=True)
class PageNote:
    """Something seen on the page that is no text: a seal, a signature, handwriting, a blank to be filled."""

    kind: str
    message: str
    box: Box | None = None
