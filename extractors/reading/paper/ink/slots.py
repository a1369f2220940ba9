"""The number and the date of a decision written by hand into a printed line: found, marked, and not read as print.

`Số: 2349/QĐ-…`, `ngày 5 tháng 7 năm 2024`: what stands between the printed words is handwriting where coloured ink was
lifted there, or where its strokes are much taller than printed figures or off their line. Then the words that the
engine made of it are dropped and a note says where it stands; the value is for a person to fill in. The same is done
with what cannot be a figure where nothing but one can stand (`ngày2Ÿ tháng`): no guess is better than that.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from extractors.engines import Image
from models.page import Box, Line, PageNote, Word

PRINT = 0.93
"""Confidence from which what stands in a slot is believed to be print, unless it is very tall."""
DOUBTFUL, UNLIKE = 0.6, (0.9, 1.07)
"""Confidence up to which it is believed only where its height is that of printed figures, in heights of those."""
TALL, VERY_TALL, OFF = 1.12, 1.45, 0.3
"""Height of handwritten figures, and how far they stand off the line, in heights of printed ones, at least."""
BESIDE = 1.12
"""The same for the height where another slot of the line is written by hand."""
WHOLE = 0.8
"""Height of the lowest printed figure, in those of the tallest, from which they are all whole."""
SCRAWL = 4.0
"""Heights of a slot from which ink is no number written into it but a signature."""
ROOM = 0.8
"""Heights of a line above and below it into which handwriting may reach; what goes on beyond is of another line."""
CRACK = 0.25
"""White between the two halves of a figure whose slanting stroke was too pale, in heights of a line, at most."""
OPENS = r"[Ss][ốôóồỗoáàâ]\s*[:.]?"
ENDS = re.compile(r"(.*?)[/⁄]?([A-ZĐÐ]{2,}(?:-[A-ZĐÐ&]+)*)\W*")
DATE = ("ngày", "tháng", "năm")
FIGURES = {
    "số": re.compile(r"\d{1,5}[a-zđ]?(?:[-–][A-ZĐÐ01]{2,})?"),
    "ngày": re.compile(r"[0-3]?\d"),
    "tháng": re.compile(r"[01]?\d"),
}
"""What can stand in a slot."""
EMPTY = " .,:;…_-–—"
"""What stands in a slot that nobody has filled."""
TAKEN = str.maketrans("lIiÌÍÏ|íìoOóÓ", "1111111110066")
"""Letters that figures are read as."""
NAMES = {"ngày": "the day", "tháng": "the month", "số": "the number"}


@dataclass(frozen=True, slots=True)
class Slot:
    """Words `start` to `stop` of a line stand between two printed words, in `box`."""

    name: str
    start: int
    stop: int
    box: Box


def mark_slots(
    lines: Sequence[Line], notes: Sequence[PageNote], image: Image, dpi: int
) -> tuple[list[Line], tuple[PageNote, ...]]:
    """Return the lines without what was read of handwriting in slots, and the notes with that marked."""
    out, kept = [], list(notes)
    for line in lines:
        words = list(line.words)
        slots = list(slots_of(words))
        inks = {id(slot): [n for n in kept if n.kind == "ink" and _fills(n.box, words, slot)] for slot in slots}
        shapes = {id(slot): _shape(words, slot, image, dpi) for slot in slots}
        by_hand = [slot.name for slot in slots if inks[id(slot)] or shapes[id(slot)].by_hand]
        for slot in reversed(slots):
            lifted, shape = inks[id(slot)], shapes[id(slot)]
            odd = shape.by_hand or (by_hand and shape.tall > BESIDE) or _is_no_figure(words, slot)
            odd = odd or (bool({*DATE} & {*by_hand}) and _is_doubtful(words, slot))
            if lifted or odd:
                kept = [note for note in kept if not any(note is ink for ink in lifted)]
                box = lifted[0].box if lifted else slot.box
                kept.append(PageNote("handwriting", f"{NAMES[slot.name]} is written by hand and was not read", box))
                words = _without(words, slot)
        out.append(line if words == list(line.words) else replace(line, words=tuple(words), text=None))
    return out, tuple(kept)


def slots_of(words: Sequence[Word]) -> Iterator[Slot]:
    """Yield the places of a line where a number, a day or a month stands between printed words."""
    for at, word in enumerate(words):
        if word.box is None:
            continue
        bare = _bare(word.text)
        if re.match(OPENS + r"(?![^\W\d_])", word.text):
            ends = (i for i in range(at + 1, min(at + 4, len(words))) if _is_code(words[i].text))
            stop = next(ends, None)
            if stop is not None:
                yield _slot("số", words, at, stop)
        for name, following in zip(DATE, DATE[1:], strict=False):
            if re.match(_bare(name) + r"(?![^\W\d_])", bare):
                ends = (i for i in range(at + 1, min(at + 4, len(words))) if _ends(words[i].text, following))
                stop = next(ends, None)
                if stop is not None:
                    yield _slot(name, words, at, stop)


def _bare(text: str) -> str:
    """Return a word in small letters without marks, letter by letter: marks of small print are misread."""
    return "".join(unicodedata.normalize("NFD", ch)[0] for ch in unicodedata.normalize("NFC", text)).lower()


def _ends(text: str, name: str) -> bool:
    return _bare(text).endswith(_bare(name))


def _is_code(text: str) -> bool:
    return bool(ENDS.fullmatch(text)) and ("/" in text or "-" in text or "⁄" in text)


def opens_number(word: Word, following: Word | None) -> bool:
    """Return whether a word is the `Số:` before the symbol of an act, however unsure the engine was of it."""
    return following is not None and bool(re.fullmatch(OPENS, word.text)) and _is_code(following.text)


def _slot(name: str, words: Sequence[Word], at: int, stop: int) -> Slot:
    """Return the slot between two words; figures that hang on either belong to it by their share of its letters."""
    first, last = words[at], words[stop]
    assert first.box is not None
    x0 = first.box.x0 + first.box.width * _opener(first.text, name) / len(first.text)
    box = last.box or first.box
    hanging = _hanging(last.text, name)
    x1 = box.x0 + box.width * max(0.0, hanging - 0.5) / len(last.text) if hanging else box.x0
    return Slot(name, at, stop, Box(x0, min(first.box.y0, box.y0), max(x0, x1), max(first.box.y1, box.y1)))


def _opener(text: str, name: str) -> int:
    """Return how many letters at the start of a word are those of the printed word before a slot."""
    said = re.match(OPENS, text) if name == "số" else re.match(_bare(name), _bare(text))
    return said.end() if said else 0


def _hanging(text: str, name: str) -> int:
    """Return how many letters at the start of a word are figures or signs that belong to the slot before it."""
    if name != "số":
        return len(text) - len("tháng" if name == "ngày" else "năm")
    found = re.match(r"[^/⁄]*(?=[/⁄][A-ZĐÐ]{2})|[^/⁄A-ZĐÐ]*(?=[A-ZĐÐ]{2})", text)
    return len(found.group(0)) if found else 0


def _covers(ink: Box, slot: Box) -> bool:
    """Return whether lifted ink stands in a slot: over a third of the narrower of the two, on its line."""
    across = ink.across(slot) > max(3.0, 0.33 * min(ink.width, slot.width))
    return across and ink.down(slot) > 0.4 * slot.height


def _fills(ink: Box | None, words: Sequence[Word], slot: Slot) -> bool:
    """Return whether lifted ink is what stands in a slot, and no signature that crosses print which was read well."""
    if ink is None or not _covers(ink, slot.box):
        return False
    read = _read_in(words, slot)
    if not read or min(word.confidence for word in read) < PRINT:
        return True
    return _is_of_head(words, slot) and ink.height <= SCRAWL * slot.box.height


def _read_in(words: Sequence[Word], slot: Slot) -> list[Word]:
    """Return the words that were read in a slot, with those before and after it where figures hang on them."""
    first, last = words[slot.start], words[slot.stop]
    before = [first] if first.text[_opener(first.text, slot.name) :].strip(EMPTY) else []
    return [*before, *words[slot.start + 1 : slot.stop], *([last] if _hanging(last.text, slot.name) else [])]


def _said_in(words: Sequence[Word], slot: Slot) -> str:
    """Return what was read in a slot."""
    first, last = words[slot.start].text, words[slot.stop].text
    inner = [word.text for word in words[slot.start + 1 : slot.stop]]
    return "".join((first[_opener(first, slot.name) :], *inner, last[: _hanging(last, slot.name)])).strip(EMPTY)


def _is_no_figure(words: Sequence[Word], slot: Slot) -> bool:
    """Return whether what was read in a slot can be none: in the document's own head, or no letter and no figure."""
    said = _said_in(words, slot)
    if not said:
        return False
    if not _is_of_head(words, slot):
        return not any(ch.isalnum() for ch in said)
    return not FIGURES[slot.name].fullmatch(said.translate(TAKEN))


def _is_doubtful(words: Sequence[Word], slot: Slot) -> bool:
    """Return whether a day or a month was read without certainty: with the other one it is written by hand too."""
    return (
        slot.name in DATE
        and _is_of_head(words, slot)
        and any(word.confidence < PRINT for word in _read_in(words, slot))
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """How tall the strokes in a slot are against printed figures, and whether they are handwriting by that alone."""

    tall: float = 0.0
    by_hand: bool = False


def _shape(words: Sequence[Word], slot: Slot, image: Image, dpi: int) -> Shape:
    """Return the shape of the black strokes in a slot: handwriting is very tall, or tall or off the line and unsure."""
    if not _is_of_head(words, slot):
        return Shape()
    read = _read_in(words, slot)
    printed = [w.box for w in words if w.box and re.fullmatch(r"(?:19|20)\d\d[.,;)]*", w.text) and w.confidence > 0.9]
    code = words[slot.stop].box if slot.name == "số" else None
    reference = _marks(image, printed[0] if printed else code or slot.box, dpi) if read else []
    reference = [(b, high) for b, high in reference if high > 0.6 * max(h for _, h in reference)]  # no dashes, dots
    if len(reference) < 2:
        return Shape()
    heights = [high for _, high in reference]
    broken = min(heights) < WHOLE * max(heights)  # faint figures fell apart: the tallest is whole
    height = max(heights) if broken else float(np.median(heights))
    base = float(np.median([bottom for bottom, _ in reference]))
    marks = _marks(image, slot.box, dpi)
    inside = [(bottom, high) for bottom, high in marks if slot.box.y0 < bottom - high / 2 < slot.box.y1]
    strokes = [(bottom, high) for bottom, high in inside if high > 0.5 * height]
    if not strokes:
        return Shape()
    least = min(word.confidence for word in read)
    sure = least >= PRINT
    tall = float(np.median([high for _, high in strokes])) / height
    off = len(strokes) > 1 and float(np.median([abs(bottom - base) for bottom, _ in strokes])) > OFF * height
    unlike = least <= DOUBTFUL and not UNLIKE[0] <= tall <= UNLIKE[1]
    return Shape(tall, tall > (VERY_TALL if sure else TALL) or (off and not sure) or unlike)


def _is_of_head(words: Sequence[Word], slot: Slot) -> bool:
    """Return whether a slot is to be filled in: the document's own number or date, a number after a colon."""
    if slot.name == "số":
        return bool(re.match(OPENS[:-1], words[slot.start].text))
    place = next(at for at in range(slot.start, -1, -1) if at == 0 or _bare(words[at].text).startswith("ngay"))
    return place > 0 and words[place - 1].text.endswith(",") and len(words) - slot.start < 8


def _marks(image: Image, box: Box, dpi: int) -> list[tuple[float, float]]:
    """Return bottom and height, in points, of what is dark in a box, with room, and ends above and below.

    What goes on beyond the right edge is left out where anything else stands there: a box may end within a figure.
    """
    scale, room = dpi / 72, ROOM * box.height
    y0, x0 = max(0, int((box.y0 - room) * scale)), max(0, int(box.x0 * scale))
    part = (image[y0 : int((box.y1 + room) * scale) + 1, x0 : int(box.x1 * scale) + 1] < 140).astype(np.uint8)
    if not part.size:
        return []
    count, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    boxes = _mended([tuple(int(part) for part in stat[:4]) for stat in stats[1:count]], CRACK * box.height * scale)
    whole = [b for b in boxes if b[1] > 0 and b[1] + b[3] < part.shape[0] and b[3] > 2.5 * scale]
    inside = [b for b in whole if b[0] + b[2] < part.shape[1]]
    return [((y0 + top + high) / scale, high / scale) for _, top, _, high in inside or whole]


def _mended(boxes: list[tuple[int, ...]], gap: float) -> list[tuple[int, ...]]:
    """Return boxes of marks with those that stand over each other, as wide and close, as one: a figure that broke."""
    out: list[tuple[int, ...]] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        for at, (x, y, wide, high) in enumerate(out):
            shared = min(x + wide, box[0] + box[2]) - max(x, box[0])
            if shared > max(wide, box[2]) / 2 and 0 <= box[1] - y - high <= gap:
                left, right = min(x, box[0]), max(x + wide, box[0] + box[2])
                out[at] = (left, y, right - left, box[1] + box[3] - y)
                break
        else:
            out.append(box)
    return out


def _without(words: list[Word], slot: Slot) -> list[Word]:
    """Return the words of a line without what was read in a slot, also where it hangs on a printed word."""
    first, last = words[slot.start], words[slot.stop]
    opener, hanging = _opener(first.text, slot.name), _hanging(last.text, slot.name)
    settled = "Số:" if slot.name == "số" and not slot.start and first.text[0] == "s" else None
    first = replace(first, text=first.text[:opener].strip() or first.text, settled=settled)
    last = replace(last, text=last.text[hanging:], settled=None)
    return [*words[: slot.start], first, last, *words[slot.stop + 1 :]]
