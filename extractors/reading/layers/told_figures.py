"""Figures of running text read from an image, beside those that the text layer of the page has at the same places.

The layer of a scan may be of an engine without the language, but of a better picture than the one that was kept: its
words are garbled and its figures are not. What the image shows as no date, no number of an act and no mark of a clause
(`0501/2017`, `1186AQĐ-TTq`, `3,`) is what the layer says where that is one (`05/01/2017`, `1186/QD-TTg`, `3.`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from extractors.imaging.placing import on_page
from extractors.reading.layers.under_layer import all_words
from models.page import Block, Box, Line, Page, Word
from normalizers.garble.spans.codes import find_codes

SURE = 0.9
"""Confidence from which a number, or what may be a code, is believed as the image shows it."""
WITHIN = 0.6
"""Share of a word's width that lies within a word of the layer where they are the same."""
LIKE = 0.6
"""Share of the figures of the layer's word that the image shows too, in their order."""
PROOFS = 2
"""Figures of a page that only the layer reads as such from which its other numbers are the surer ones too."""
TAKEN = 0.75
"""Confidence of what was taken from a layer."""

_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d")
_MARK = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]")
_NUMBER = re.compile(r"\d{1,4}")
_STROKES = re.compile(r"(?=.*\d)[\dlI|!{}\[\]]{2,4}")
"""A number with strokes that are no figures: `{5`."""
_CODE = re.compile(r"[A-ZĐ]{1,4}\d{2,4}")
_ACT = re.compile(r"\d{1,5}(?:/(?:19|20)\d\d)?/(?:[QN]Đ|QyĐ|TT|NQ|TB|KH|HD|CV|CT|QC|TTr)(?:-(?:TTg|[A-ZĐ&]{2,}))*")
_ENDS = re.compile(r"^[(“\"]*|[),.;:”\"]*$")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words of a line from `first` to `last`, and what the layer says in their place; `kind` of figure that is."""

    first: int
    last: int
    kind: str
    text: str


def with_told_figures(seen: Page, layer: Page) -> Page:
    """Return a page read from its image with the figures of its lines as its text layer tells them, where it is right.

    A number by itself is believed to the layer only on a page where the layer alone reads others.
    """
    told = [(word, word.box) for word in all_words(layer) if word.box and any(c.isdigit() for c in word.text)]
    lines = [(n, block) for n, block in enumerate(seen.blocks) if isinstance(block, Line)]
    pairs = {n: found for n, line in lines if (found := _pairs(line, seen, layer, told))}
    proofs = sum(pair.kind != "number" for found in pairs.values() for pair in found)
    if not proofs:
        return seen
    taken = {n: [p for p in found if p.kind != "number" or proofs >= PROOFS] for n, found in pairs.items()}
    return replace(seen, blocks=tuple(_mended(block, taken.get(n, [])) for n, block in enumerate(seen.blocks)))


def _pairs(line: Line, seen: Page, layer: Page, told: Sequence[tuple[Word, Box]]) -> list[_Pair]:
    """Return the words of a line that are to give way, with what stands in their place."""
    boxes = [on_page(layer, seen.on_sheet(word.box)) if word.box else None for word in line.words]
    found = []
    for word, box in told:
        under = [n for n, own in enumerate(boxes) if own and _is_within(own, box)]
        if under and under[-1] - under[0] + 1 == len(under):
            kind, text = _told(word.text, first=under[0] == 0)
            own = [line.words[n] for n in under]
            if kind and _gives_way(own, kind, text):
                found.append(_Pair(under[0], under[-1], kind, text))
    return found


def _is_within(own: Box, box: Box) -> bool:
    return own.across(box) > WITHIN * own.width and box.y0 - 1 < own.middle_y < box.y1 + 1


def _told(text: str, *, first: bool) -> tuple[str, str]:
    """Return the kind of figure that a word of the layer is, and the figure; two empty strings where it is none."""
    if first and _MARK.fullmatch(text):
        return "mark", text
    core = _ENDS.sub("", text)
    for kind, shape in (("date", _DATE), ("number", _NUMBER), ("code", _CODE)):
        if shape.fullmatch(core):
            return kind, text
    codes = find_codes(core)
    if len(codes) == 1 and (codes[0].start, codes[0].end) == (0, len(core)):
        return "act", text.replace(core, codes[0].text)
    return "", ""


def _gives_way(own: Sequence[Word], kind: str, text: str) -> bool:
    """Return whether what the image shows is no such figure, or an unsure number, and may be what the layer says."""
    said, core = _ENDS.sub("", " ".join(word.text for word in own)), _ENDS.sub("", text)
    if said == core and kind != "mark":
        return False
    sure = min(word.confidence for word in own)
    if kind == "mark":
        return len(own) == 1 and re.fullmatch(re.escape(text[:-1]) + "[,;:]", own[0].text) is not None
    if kind == "number":
        shape = _NUMBER if _NUMBER.fullmatch(said) else _STROKES
        return shape.fullmatch(said) is not None and len(said) == len(core) and sure < SURE
    if kind == "code":
        return not any(c.isdigit() for c in said) and len(said) == len(core) and said[0] == core[0] and sure < SURE
    shape = _DATE if kind == "date" else _ACT
    return shape.fullmatch(said) is None and _alike(said, core) >= LIKE


def _alike(said: str, core: str) -> float:
    """Return the share of the figures of one string that another has in the same order."""
    wanted, shown = re.sub(r"\D", "", core), re.sub(r"\D", "", said)
    return LCSseq.similarity(wanted, shown) / len(wanted) if wanted else 0.0


def _mended(block: Block, pairs: Sequence[_Pair]) -> Block:
    if not pairs or not isinstance(block, Line):
        return block
    words = list(block.words)
    for pair in sorted(pairs, key=lambda p: -p.first):
        own = words[pair.first : pair.last + 1]
        box = own[0].box
        for word in own[1:]:
            box = box.union(word.box) if box and word.box else box
        words[pair.first : pair.last + 1] = [replace(own[0], text=pair.text, box=box, confidence=TAKEN, settled=None)]
    return replace(block, words=tuple(words), text=None)
