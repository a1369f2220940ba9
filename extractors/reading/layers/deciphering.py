"""Layers whose fonts map their letters to wrong ones: the image of the page tells which letter stands for which.

Such a layer is a cipher: in one font every sign stands for one letter, all over the page. What the engine read at the
places of its words tells the key, by majority, so that a slip of the engine is outvoted; with the key the whole layer
is read, in its own places and tables.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from extractors.arranging.lining import line_of
from extractors.reading.layers.code_pages import told_by_code_page
from extractors.reading.layers.keys import Sign, completed
from models.page import Block, Box, Grid, Line, Page, Word

ALIKE = 0.7
"""Share of the wider of two words that they must have in common to be one."""
SURE, LEAST, TOLD = 0.6, 0.9, 0.8
"""Shares: of the readings of a sign that agree, of the words of the page that the key reads, and of the pairs that it
makes the same."""
PAIRS = 25
"""Words that must be known in both readings to tell a key."""
FEW = 3
"""Readings from which a mark or a Latin letter is believed to stand for another."""
_LIKE = dict(zip("03468ABCEHKIMOPTXaceopxyi", "ОЗЧбВАВСЕНКІМОРТХасеорхуі", strict=True))


def deciphered(layer: Page, seen: Page) -> Page | None:
    """Return the layer read with the key that the image tells; None where it tells none: the layer is no cipher."""
    pairs = list(_pairs(layer, seen))
    if len(pairs) < PAIRS:
        return None
    words = list(words_in(layer.blocks))
    key = completed(_with_code_page(_key(pairs), words), words)
    plain = {(w.font, sign) for w in words for sign in w.text if not sign.isalpha() and sign.isprintable()}
    key |= {at: at[1] for at in plain if at not in key}
    lettered = [word for word in words if any(sign.isalpha() or not sign.isprintable() for sign in word.text)]
    read = sum(all((word.font, sign) in key for sign in word.text) for word in lettered)
    told = sum("".join(key.get((word.font, sign), "") for sign in word.text) == said.text for word, said in pairs)
    if read < LEAST * len(lettered) or told < TOLD * len(pairs):
        return None
    beside = [(said, seen.on_sheet(said.box)) for said in words_in(seen.blocks) if said.box]
    blocks = tuple(_read(block, key, beside) for block in layer.blocks)
    reason = "the layer maps its letters to wrong ones; read with the key that the image tells"
    return replace(layer, blocks=blocks, route="repaired_text_layer", reason=reason)


def words_in(blocks: tuple[Block, ...]) -> Iterator[Word]:
    """Yield the words of blocks, those of the cells of tables included."""
    for block in blocks:
        lines = [block] if isinstance(block, Line) else [line for cell in block.cells for line in cell.lines]
        for line in lines:
            yield from line.words


def _pairs(layer: Page, seen: Page) -> Iterator[tuple[Word, Word]]:
    """Yield words of the layer with those that the engine read at their places, of as many letters."""
    rows: dict[int, list[tuple[Word, Box]]] = defaultdict(list)
    for word in words_in(seen.blocks):
        if word.box and word.confidence > 0.3:
            box = seen.on_sheet(word.box)
            rows[int((box.y0 + box.y1) / 20)].append((word, box))
    for word in words_in(layer.blocks):
        if word.box is None or word.turn:
            continue
        row = int((word.box.y0 + word.box.y1) / 20)
        near = [pair for n in (row - 1, row, row + 1) for pair in rows.get(n, ())]
        found = next((said for said, box in near if is_one(word.box, box)), None)
        if found is not None and len(found.text) == len(word.text):
            yield word, found


def is_one(one: Box, other: Box) -> bool:
    """Return whether two boxes are of one word."""
    level = one.down(other) >= 0.4 * min(one.height, other.height)
    return level and one.across(other) >= ALIKE * max(one.width, other.width)


def _key(pairs: list[tuple[Word, Word]]) -> dict[Sign, str]:
    """Return the letter of every sign of a font on which the readings agree; marks and rare Latin letters stay.

    A letter is read for a letter: a figure or a Latin letter that looks like a Cyrillic one counts as that one.
    """
    votes: dict[Sign, Counter[str]] = defaultdict(Counter)
    for word, said in pairs:
        for sign, letter in zip(word.text, said.text, strict=True):
            votes[word.font, sign][_LIKE.get(letter, letter) if _is_cyrillic(sign) else letter] += 1
    key: dict[Sign, str] = {(word.font, "_"): "_" for word, _ in pairs}  # blanks are read as whatever is like them
    for at, counted in votes.items():
        letter, count = counted.most_common(1)[0]
        kept = at[1].isprintable() and at[1] not in counted and not _is_cyrillic(at[1])
        if kept and (count < FEW or count < SURE * counted.total()):
            key.setdefault(at, at[1])
        elif count >= SURE * counted.total():
            key.setdefault(at, letter)
    return key


def _with_code_page(key: dict[Sign, str], words: list[Word]) -> dict[Sign, str]:
    """Return the key with the letters that no reading told, or that stood for themselves, as an encoding has them."""
    signs = {(word.font, sign) for word in words for sign in word.text}
    told = [(sign, letter) for (_, sign), letter in key.items() if letter != sign]
    letters = told_by_code_page(told, (sign for _, sign in signs))
    open_signs = [at for at in signs if at[1] in letters and key.get(at, at[1]) == at[1]]
    return key | {at: letters[at[1]] for at in open_signs}


def _is_cyrillic(sign: str) -> bool:
    return "\u0400" <= sign <= "\u052f"


def _read(block: Block, key: dict[Sign, str], beside: list[tuple[Word, Box]]) -> Block:
    if isinstance(block, Grid):
        cells = (replace(c, lines=tuple(_line(line, key, beside) for line in c.lines)) for c in block.cells)
        return replace(block, cells=tuple(cells))
    return _line(block, key, beside)


def _line(line: Line, key: dict[Sign, str], beside: list[tuple[Word, Box]]) -> Line:
    return line_of([_word(word, key, beside) for word in line.words], line.role)


def _word(word: Word, key: dict[Sign, str], beside: list[tuple[Word, Box]]) -> Word:
    """Return a word read with the key; with a sign that the key lacks, as the engine read it, else unsure as it is."""
    if all((word.font, sign) in key for sign in word.text):
        return replace(word, text="".join(key[word.font, sign] for sign in word.text), confidence=0.97)
    said = next((said for said, box in beside if word.box and is_one(word.box, box)), None)
    if said is not None:
        return replace(word, text=said.text, confidence=said.confidence)
    return replace(word, text="".join(key.get((word.font, sign), sign) for sign in word.text), confidence=0.5)
