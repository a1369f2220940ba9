"""Words of letters as the layer spells them that lost its figures, in what was read of the page's image.

Such a layer has every letter: a word of letters that was misread, or overlooked, stands in it at the same place.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from extractors.reading.layers.deciphering import is_one, words_in
from extractors.reading.layers.figureless import UNREAD
from models.page import Block, Box, Grid, Line, Page, Word
from normalizers.garble.model.alphabet import bare_letters
from normalizers.unicode.twins import to_latin

ROW = 20
EDGE = 0.3
"""How far the ends of two boxes of one word may be apart, in heights of the print."""
MISREAD = 0.6
"""Share of a word's letters that may be misread where both its ends tell that it is the same."""
NEAR = 3.0
"""Heights of the print between a word that was overlooked and the next one of its line, at most."""
LETTERS = {"0": "oOоО", "1": "lIiІі", "3": "зЗ", "4": "чЧ", "5": "sSЅ", "6": "бб", "8": "вВB"}
"""Letters that an engine takes for a figure."""


@dataclass(frozen=True)
class _Spelling:
    """What a layer spells, by rows of the sheet, and the page that was read."""

    rows: dict[int, list[tuple[str, Box]]]
    seen: Page
    plain: bool = True
    """Whether its letters stand for letters alone."""

    def around(self, box: Box) -> Iterator[tuple[str, Box]]:
        """Yield the words of the layer that stand in the row of a box, or the next ones."""
        row = int(box.y0 + box.y1) // ROW
        return (one for n in (row - 1, row, row + 1) for one in self.rows.get(n, ()))


def with_letters(seen: Page, layer: Page) -> Page:
    """Return what was read of a page, its words without figures as the layer spells them that lost its figures; those
    that were overlooked stand in their lines."""
    rows: dict[int, list[tuple[str, Box]]] = defaultdict(list)
    for word in words_in(layer.blocks):
        if word.box and _is_lettered(word.text):
            box = layer.on_sheet(word.box)
            rows[int(box.y0 + box.y1) // ROW].append((word.text, box))
    spelling = _Spelling(rows, seen, not _spells_figures(seen, rows))
    spelt = replace(seen, blocks=tuple(_spelt(block, spelling) for block in seen.blocks))
    return _with_overlooked(spelt, rows) if spelling.plain else spelt


def _spells_figures(seen: Page, rows: dict[int, list[tuple[str, Box]]]) -> bool:
    """Say whether the layer has letters or marks where figures were read: its font lost their Unicode, `CLOS` for
    `CLO3`, and a word of it may be wrong."""
    spelling = _Spelling(rows, seen)
    figured = (word for word in words_in(seen.blocks) if word.box and any(map(str.isdigit, word.text)))
    placed = ((word.text, seen.on_sheet(word.box)) for word in figured if word.box)
    told = ((read, text) for read, box in placed for text, other in spelling.around(box) if _same_ends(other, box))
    return any(not _is_lettered_as(text, read) for read, text in told)


def _is_lettered(text: str) -> bool:
    """Say whether a word of the layer is whole: it has letters, and no sign without Unicode."""
    return any(map(str.isalpha, text)) and not any(map(str.isdigit, text)) and not UNREAD.search(text)


def _spelt(block: Block, spelling: _Spelling) -> Block:
    if isinstance(block, Grid):
        cells = (replace(c, lines=tuple(_spelt_line(line, spelling) for line in c.lines)) for c in block.cells)
        return replace(block, cells=tuple(cells))
    return _spelt_line(block, spelling)


def _spelt_line(line: Line, spelling: _Spelling) -> Line:
    if line.text is not None:
        return line
    return replace(line, words=tuple(_spelt_word(word, spelling) for word in line.words))


def _spelt_word(word: Word, spelling: _Spelling) -> Word:
    figured = any(map(str.isdigit, word.text))
    if word.box is None or figured and not spelling.plain:
        return word
    box = spelling.seen.on_sheet(word.box)
    around = spelling.around(box)
    if figured:  # `0б` for `об`
        near = (text for text, other in around if _same_ends(other, box) and _is_lettered_as(text, word.text))
    else:
        near = (text for text, other in around if _is_same(text, other, word.text, box, plain=spelling.plain))
    said = next(near, None)
    return word if said is None else replace(word, text=said, confidence=1.0, settled=None)


def _is_lettered_as(said: str, read: str) -> bool:
    """Say whether a word of letters was read with figures in place of some: the others are letters that look alike."""
    pairs = [(a, b) for a, b in zip(to_latin(said), to_latin(read), strict=False) if a != b]
    figures = [(a, b) for a, b in pairs if b.isdigit()]
    return len(said) == len(read) > len(pairs) and pairs == figures and all(a in LETTERS.get(b, "") for a, b in figures)


def _is_same(said: str, at: Box, read: str, box: Box, *, plain: bool) -> bool:
    """Say whether a word of the layer is one that was read: it is of letters alone that are alike, or, where the layer
    is plain, both ends are the same and half of the letters."""
    if not is_one(at, box):
        return False
    misread = Levenshtein.distance(bare_letters(said), bare_letters(read))
    if plain and _same_ends(at, box) and misread <= MISREAD * len(said):
        return True
    return said.isalpha() and read.isalpha() and _is_alike(said, read)


def _same_ends(one: Box, other: Box) -> bool:
    """Say whether two boxes on a line begin and end at the same places."""
    apart = max(abs(one.x0 - other.x0), abs(one.x1 - other.x1))
    return apart <= EDGE * one.height and one.down(other) >= 0.4 * min(one.height, other.height)


def _is_alike(said: str, read: str) -> bool:
    """Return whether two words are of the same letters but for one in four, whatever marks are on them."""
    pairs = zip(bare_letters(said), bare_letters(read), strict=False)
    return len(said) == len(read) and sum(a != b for a, b in pairs) <= len(said) // 4


def _with_overlooked(seen: Page, rows: dict[int, list[tuple[str, Box]]]) -> Page:
    """Return a page with the words of the layer at whose places nothing was read, where a line goes on with them."""
    read = [seen.on_sheet(word.box) for word in words_in(seen.blocks) if word.box]
    lost = [one for of in rows.values() for one in of if not any(_covers(box, one[1]) for box in read)]
    if not lost or seen.placement is not None:
        return seen
    blocks = list(seen.blocks)
    for text, box in lost:
        for n, block in enumerate(blocks):
            if isinstance(block, Line) and block.text is None and (line := _inserted(block, text, box)):
                blocks[n] = line
                break
    return replace(seen, blocks=tuple(blocks))


def _covers(box: Box, other: Box) -> bool:
    return box.meets(other, by=0.25 * other.height)


def _inserted(line: Line, text: str, box: Box) -> Line | None:
    """Return a line with a word at its place, None where the word stands on another or far from its others."""
    boxes = [word.box for word in line.words if word.box]
    height = box.height
    level = [b for b in boxes if b.down(box) >= 0.6 * min(b.height, height)]
    if len(level) * 2 <= len(boxes) or not boxes:
        return None
    gap = min(max(b.x0 - box.x1, box.x0 - b.x1) for b in level)
    if gap > NEAR * height:
        return None
    at = sum(1 for word in line.words if word.box and word.box.x0 < box.x0)
    return replace(line, words=(*line.words[:at], Word(text, box, 1.0), *line.words[at:]))
