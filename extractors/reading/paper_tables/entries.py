"""Entries of dense tables: what two models read in a cell, what its shape says, and what is believed of it.

Figures are believed where both models agree, or one and the shapes; a single reading only where its length fits the
ink. What nothing proves is left empty.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from extractors.engines import Image
from extractors.reading.paper.lines.strips import Said
from extractors.reading.paper_tables.figures.decimals import marked
from extractors.reading.paper_tables.figures.likeness import Patterns, Shapes
from extractors.reading.paper_tables.figures.widths import Widths
from models.page import Box, Word
from normalizers.values.misread_figures import as_figures

AGREED, SHAPED, LONE, SURE, CODED, CLEAR = 0.97, 0.9, 0.7, 0.8, 0.85, 0.92
"""Confidence of what two readings agree on, of what one reading and the shapes, or the shapes alone tell; that from
which one reading alone is believed; the least of a code that its column proves; that of each of
two readings which agree against the shapes."""
ALL, LIKELY, PLAIN = "0123456789", 0.88, 0.94
"""Figures; likeness from which shapes alone are believed where all figures are known, and where some are not."""
BROAD = 0.35
"""Widths of a figure by which an entry may differ from others of as many figures."""
FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Known:
    """What the figures of a table that were read for sure look like: their shapes, and how wide so many are."""

    patterns: Patterns
    widths: dict[int, float]
    shapes: dict[int, Shapes | None]
    steps: Widths | None = None
    mark: str = ","

    def comma(self, entry: "Entry", bare: str) -> int:
        """Return how many figures stand before the comma that the ink of an entry shows; 0 where it shows none."""
        return self.steps.place_of_comma(entry.crop, len(bare)) if self.steps else 0

    def count(self, entry: "Entry") -> int:
        """Return how many figures an entry shows by its width; 0 where that is like none."""
        wide = entry.ink.width
        near = [n for n, usual in self.widths.items() if abs(wide - usual) <= BROAD * usual / n]
        return near[0] if len(near) == 1 else 0

    def fits(self, entry: "Entry", text: str) -> bool:
        """Return whether a text has as many figures as an entry shows, and a dot or comma where that has one."""
        shapes = self.shapes.get(id(entry))
        bare = re.sub(r"\D", "", text)
        if shapes and not shapes.cut:
            return len(shapes.figures) == len(bare) and shapes.marked == (bare != text)
        return bare == text and self.count(entry) == len(text)

    def denies(self, entry: "Entry", text: str) -> bool:
        """Return whether an entry shows another number of figures than a text has."""
        shapes = self.shapes.get(id(entry))
        count = len(shapes.figures) if shapes and not shapes.cut else self.count(entry)
        return bool(count) and not self.fits(entry, text)


@dataclass(slots=True)
class Entry:
    """A cell with ink: its box, its ink, its crop on white; what the models read, and what stands in it.

    `figures` says that it was settled here and is not to be read once more, `doubted` that it breaks sums; `mark` is
    that of the decimals of its column, where it has such.
    """

    cell: Box
    ink: Box
    crop: Image
    upright: bool = False
    head: bool = False
    said: list[Said] = field(default_factory=list)
    words: tuple[Word, ...] = ()
    figures: bool = False
    doubted: bool = False
    mark: str = ""

    @property
    def text(self) -> str:
        """What the cell says, on one line."""
        return " ".join(word.text for word in self.words)

    def readings(self) -> list[str]:
        """Return the figures that readings say, letters taken for those that figures are taken for."""
        texts = [form for text, _ in self.said for form in (text, as_figures(text, "far"))]
        return [text for text in texts if FIGURE.fullmatch(text)]

    def tell(self, known: Known) -> None:
        """Settle the figures of an entry: by shape and one reading, by two readings, or by one that fits."""
        text, sure = self._with_mark(known) or self._unmarked(known) or self._told(known)
        if text.isdigit() and (at := known.comma(self, text)):
            text, sure = self.with_comma(text, at, known), LONE
        self.words = (Word(text, self.ink, sure),) if text else ()

    def _with_mark(self, known: Known) -> Said | None:
        """Return the decimal whose figures both readings say and whose mark one of them or the ink shows, where its
        column has decimals; else None."""
        texts = {text for text, _ in self.said[:2]}
        figures = {re.sub(r"\D", "", text) for text in texts}
        shapes = known.shapes.get(id(self))
        if not self.mark or len(figures) != 1 or not all(FIGURE.fullmatch(text) for text in texts):
            return None
        said = [text for text in texts if not text.isdigit()]
        if len(said) == 1:
            return said[0].replace(".", self.mark).replace(",", self.mark), SHAPED if len(texts) == 1 else LONE
        bare = figures.pop()
        if said or not shapes or shapes.cut or not shapes.marked or len(bare) != len(shapes.figures):
            return None
        text = f"{bare[0]}{self.mark}{bare[1]}" if len(bare) == 2 else marked(bare, self.mark, self.crop)
        return (text, LONE) if text != bare else None

    def _unmarked(self, known: Known) -> Said | None:
        """Return the decimal whose comma no reading has, where the ink is wide enough for it and white above it."""
        texts = {as_figures(text, "far") for text, _ in self.said[:2]}
        bare = texts.pop() if len(texts) == 1 else ""
        if not bare.isdigit() or not (at := known.comma(self, bare)):
            return None
        return self.with_comma(bare, at, known), LONE

    def with_comma(self, bare: str, at: int, known: Known) -> str:
        """Return figures with the comma of their column, or of their table, behind so many."""
        return f"{bare[:at]}{self.mark or known.mark}{bare[at:]}"

    def _is_clear(self, text: str, known: Known) -> bool:
        """Return whether both models read the same for sure, as wide as so many figures are: thin print may fall into
        pieces, and its shapes count more."""
        clear = all(said == text and sure >= CLEAR for said, sure in self.said[:2])
        return clear and text.isdigit() and known.count(self) == len(text)

    def _told(self, known: Known) -> Said:
        votes = Counter(text for text, _ in self.said if FIGURE.fullmatch(text))
        both = {a for a, _ in self.said[::2]} & {b for b, _ in self.said[1::2]} & set(votes)
        agreed = [text for text in both if not known.denies(self, text)]
        agreed = agreed or [text for text in both if self._is_clear(text, known)]
        shapes = known.shapes[id(self)]
        shaped, like = known.patterns.tell(shapes.figures) if shapes and not shapes.marked else ("", 0.0)
        if shaped and any(as_figures(text, "far") == shaped for text, _ in self.said):
            return shaped, AGREED
        if len(agreed) == 1 and (not shaped or not known.patterns.knows(agreed[0])):
            return agreed[0], SHAPED
        if shaped:
            enough = LIKELY if known.patterns.knows(ALL) else PLAIN
            return (shaped, LONE) if not both and like >= enough and shapes and not shapes.cut else ("", 0.0)
        fits = {text for text, sure in self.said if sure >= SURE and text in votes and known.fits(self, text)}
        return (fits.pop(), LONE) if len(fits) == 1 else ("", 0.0)
