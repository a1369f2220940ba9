"""The text layer of a PDF page: words with fonts and boxes, lines, ruled tables."""

from collections import Counter, defaultdict
from dataclasses import replace
from operator import itemgetter
from typing import Any

from pdfplumber.utils import extract_words

from extractors.arranging.lining import upright
from extractors.reading.doubled import undoubled
from extractors.reading.layers.glyph_numbers import keep_numbers
from extractors.reading.layers.overprint import uncovered
from extractors.reading.layers.recoding import recode
from extractors.reading.layers.stamped import lay_on
from extractors.reading.layers.text_columns import blocks_of
from models.page import Box, Page, Placement, Word
from normalizers.neighbours import runs

SAME = 1
"""Points within which an equal character is the same one, printed twice."""
_LOOK = itemgetter("upright", "text", "fontname", "size")
_Place = tuple[float, float, int]


def read_layer(page: Any) -> Page:
    """Return what the text layer of a pdfplumber page says; no blocks where it has none."""
    lay_on(page)
    keep_numbers(page)
    written = recode(page)
    lies = placement_of(page)
    words = [word for word in words_of(page) if lies is None or _is_shown(word, lies)]
    blocks = blocks_of(page, words)
    return Page(
        page.page_number,
        tuple(blocks),
        float(page.width),
        float(page.height),
        int(page.rotation or 0),
        route="repaired_text_layer" if written else "text_layer",
        reason=f"the layer is in a legacy encoding: {written}" if written else "the page has a text layer",
        placement=lies,
    )


def placement_of(page: Any) -> Placement | None:
    """Return how a pdfplumber page lies on what a viewer shows of it; None where that is the whole from its corner."""
    whole, part = _edges(page.page_obj.mediabox), _edges(page.page_obj.cropbox)
    part = tuple(f(a, b) for f, a, b in zip((max, max, min, min), whole, part, strict=True))
    if part[2] <= part[0] or part[3] <= part[1]:  # viewers show the whole where the part is none
        part = whole
    left, foot, right, head = (abs(a - b) for a, b in zip(whole, part, strict=True))  # what is cut off at the edges
    turn = int(page.rotation or 0)
    x, y = {0: (left, head), 90: (foot, left), 180: (right, foot), 270: (head, right)}.get(turn, (left, head))
    x, y = x + float(page.bbox[0]), y + float(page.bbox[1])
    width, height = part[2] - part[0], part[3] - part[1]
    width, height = (height, width) if turn in (90, 270) else (width, height)
    if (x, y, width, height) == (0.0, 0.0, float(page.width), float(page.height)):
        return None
    return Placement(width, height, (1.0, 0.0, -x, 0.0, 1.0, -y, 0.0, 0.0, 1.0))


def _is_shown(word: Word, lies: Placement) -> bool:
    """Return whether the middle of a word is on the part of a page that a viewer shows."""
    if word.box is None:
        return True
    x, y = lies.point(word.box.middle_x, word.box.middle_y)
    return 0 <= x <= lies.width and 0 <= y <= lies.height


def _edges(box: Any) -> tuple[float, ...]:
    x0, y0, x1, y1 = map(float, box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def words_of(page: Any) -> list[Word]:
    """Return the words of the text layer; what is printed twice (bold by overprinting, a stamp on a line) once."""
    chars = uncovered(printed_once(page.chars))
    if all(char.get("upright", True) for char in chars):
        return _said_once(_words(chars, 0))
    return [word for turn in (0, 90, 270) for word in _said_once(_words(chars_of(chars, turn), turn))]


def _said_once(words: list[Word]) -> list[Word]:
    """Return words without the second of their signs, where a line was printed over itself farther off than a point."""
    texts = undoubled(" ".join(word.text for word in words)).split(" ")
    if len(texts) != len(words):
        return words
    return [word if word.text == text else replace(word, text=text) for word, text in zip(words, texts, strict=True)]


def printed_once(chars: list[Any]) -> list[Any]:
    """Return the characters without those that stand in the same font within a point of an equal one.

    So does pdfplumber's `dedupe_chars`, whose way back to the order of printing takes the square of their number.
    """
    groups: dict[tuple[Any, ...], list[_Place]] = defaultdict(list)
    for number, char in enumerate(chars):
        groups[_LOOK(char)].append((char["doctop"], char["x0"], number))
    kept = [min(one)[2] for alike in groups.values() for row in _clusters(alike, 0) for one in _clusters(row, 1)]
    return [chars[number] for number in sorted(kept)]


def _clusters(places: list[_Place], axis: int) -> list[list[_Place]]:
    """Return places in groups whose next ones are no farther than a point along an axis."""
    return runs(sorted(places, key=itemgetter(axis)), lambda group, place: place[axis] <= group[-1][axis] + SAME)


def _words(chars: list[Any], turn: int) -> list[Word]:
    found = extract_words(
        chars, x_tolerance_ratio=0.17, y_tolerance=2.5, keep_blank_chars=False, extra_attrs=["size"], return_chars=True
    )
    words = []
    for w in found:
        box = Box(float(w["x0"]), float(w["top"]), float(w["x1"]), float(w["bottom"]))
        if w["text"].strip():
            words.append(Word(w["text"], upright(box, -turn), 1.0, font_of(w["chars"]), float(w["size"]), turn))
    return words


def font_of(chars: list[Any]) -> str:
    """Return the font of most of a word's characters.

    A word is not cut where its font changes: programs embed one face in several subsets, `ế` in another than `t`.
    """
    names = [str(char.get("fontname", "")) for char in chars]
    if not names or names.count(names[0]) == len(names):
        return names[0] if names else ""
    return Counter(names).most_common(1)[0][0]


def chars_of(chars: list[Any], turn: int) -> list[Any]:
    """Return the characters written in a direction, as if they were written left to right."""
    chosen = [c for c in chars if direction(c) == turn]
    return chosen if turn == 0 else [_laid(c, turn) for c in chosen]


def direction(char: Any) -> int:
    """Return how a character is written: 0 left to right, 90 from the bottom up, 270 from the top down."""
    if char.get("upright", True):
        return 0
    _, rise, *_ = char.get("matrix") or (0, 1)
    return 90 if rise > 0 else 270


def _laid(char: Any, turn: int) -> Any:
    box = upright(Box(float(char["x0"]), float(char["top"]), float(char["x1"]), float(char["bottom"])), turn)
    size = box.height
    return {
        **char, "x0": box.x0, "x1": box.x1, "top": box.y0, "bottom": box.y1, "doctop": box.y0, "upright": True,
        "size": size, "width": box.width, "height": size,
    }  # fmt: skip
