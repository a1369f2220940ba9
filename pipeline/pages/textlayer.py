"""The text layer of a PDF page: the old one taken off, a new one laid over what is seen."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf

from pipeline.pages.glyphless import DESCENT, WIDTH, Glyphless
from pipeline.pages.layout import LaidPage, LaidWord

SHOWING = {"Tj", "TJ", "'", '"'}
"""The operators that show text."""
DEEPEST = 5
"""Drawings within drawings that are looked into."""
FONT = "/SohoaText"
GAP = 0.25
"""Share of the size that is left between two words: the same within a line, or Poppler drops the narrower spaces."""
NEAR = 0.8
"""Share of the size up to which what lies between two words is a space, and no gap between columns."""
LEAST = 0.3
"""Share of the size that a word keeps of its length where words overlap."""

Lead = Callable[[float, float], tuple[float, float]]


def to_page(page: pikepdf.Page) -> Lead:
    """Return what leads points of what a viewer shows, from its upper left corner, to the page's own coordinates."""
    media, crop = [[float(v) for v in box] for box in (page.mediabox, page.cropbox)]
    x0, y0, x1, y1 = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = media
    leads: dict[int, Lead] = {
        0: lambda x, y: (x0 + x, y1 - y),
        90: lambda x, y: (x0 + y, y0 + x),
        180: lambda x, y: (x1 - x, y0 + y),
        270: lambda x, y: (x1 - y, y1 - x),
    }
    return leads[_rotation(page.obj) % 360]


def _rotation(node: Any) -> int:
    """Return the clockwise turn that a page, or a branch that it hangs on, asks for."""
    for _ in range(100):
        if node is None:
            break
        if "/Rotate" in node:
            return int(node["/Rotate"]) // 90 * 90
        node = node.get("/Parent")
    return 0


def lay_text(page: pikepdf.Page, laid: LaidPage, font: Glyphless) -> None:
    """Lay the words of a page over it, invisible, in reading order; before what is drawn, whose state stays apart."""
    lead = to_page(page)
    parts = [b"q BT 3 Tr"]
    for line in laid.lines:
        strokes = _strokes(line.words, lead)
        parts += [_shown(stroke, font, last=stroke is strokes[-1]) for stroke in strokes]
    parts.append(b"ET Q\n")
    resources = _own_resources(page)
    fonts = _copy(resources.get("/Font"))
    fonts[FONT] = font.font
    resources.Font = fonts
    page.contents_add(b"\n".join(parts), prepend=True)


@dataclass(slots=True)
class _Stroke:
    """A word on the page: where the foot of its letters begins, which way it goes and how far."""

    text: str
    x: float
    y: float
    cos: float
    sin: float
    length: float
    size: float


def _strokes(words: tuple[LaidWord, ...], lead: Lead) -> list[_Stroke]:
    """Return the words of a line, none before the one ahead of it has ended: readers join words without a gap."""
    made: list[_Stroke] = []
    for word in words:
        (x0, y0), (x1, y1) = lead(*word.start), lead(*word.end)
        length = max(math.hypot(x1 - x0, y1 - y0), 0.1)
        stroke = _Stroke(word.text, x0, y0, (x1 - x0) / length, (y1 - y0) / length, length, word.height)
        if made:
            _part(made[-1], stroke)
        made.append(stroke)
    return made


def _part(before: _Stroke, after: _Stroke) -> None:
    """Leave a gap between two words of a line by shortening the first, and where that is too little, the second."""
    across, up = after.x - before.x, after.y - before.y
    along, aside = across * before.cos + up * before.sin, up * before.cos - across * before.sin
    level = before.cos * after.cos + before.sin * after.sin > 0.9 and abs(aside) < 0.6 * before.size
    if not level or along < -before.length:
        return
    gap = GAP * before.size
    if along - before.length < NEAR * before.size:
        before.length = max(along - gap, min(before.length, LEAST * before.size))
    late = before.length + gap - along
    if late > 0:
        after.x, after.y = after.x + late * after.cos, after.y + late * after.sin
        after.length = max(after.length - late, LEAST * after.size)


def _shown(stroke: _Stroke, font: Glyphless, *, last: bool) -> bytes:
    """Return what shows a word along its foot, stretched to its length, and the space after it."""
    rise = DESCENT * stroke.size  # the box of a letter hangs below its line
    cos, sin, size = stroke.cos, stroke.sin, stroke.size
    x, y = stroke.x - sin * rise, stroke.y + cos * rise
    stretch = 100 * stroke.length / (len(stroke.text) * WIDTH / 1000 * size)
    text = font.encoded(stroke.text if last else stroke.text + " ")
    return (
        f"{FONT} {size:.2f} Tf {stretch:.2f} Tz {cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {x:.2f} {y:.2f} Tm ".encode()
        + text
        + b" Tj"
    )


def _own_resources(page: pikepdf.Page) -> pikepdf.Dictionary:
    """Return the resources of a page as an object of its own: pages may share theirs, or inherit them."""
    own = _copy(page.resources)
    page.obj.Resources = own
    return own


def _copy(dictionary: Any) -> pikepdf.Dictionary:
    """Return a dictionary with the same entries, an empty one of None."""
    return pikepdf.Dictionary(dict(dictionary.items()) if dictionary is not None else {})


def strip_text(pdf: pikepdf.Pdf, page: pikepdf.Page) -> bool:
    """Take all shown text off a page, also that in drawings within it; return whether there was any."""
    kept, some = _without_text(page)
    resources = _own_resources(page)
    some = _strip_drawings(pdf, resources, DEEPEST) or some
    if some:
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
    return some


def _without_text(drawing: pikepdf.Page | pikepdf.Object) -> tuple[list[pikepdf.ContentStreamInstruction], bool]:
    kept, some = [], False
    for instruction in pikepdf.parse_content_stream(drawing):
        if str(instruction.operator) in SHOWING:
            some = True
        else:
            kept.append(instruction)
    return kept, some  # type: ignore[return-value]


def _strip_drawings(pdf: pikepdf.Pdf, resources: pikepdf.Dictionary, depth: int) -> bool:
    """Put copies without text in the place of the drawings that show some: others may use the originals."""
    named = resources.get("/XObject")
    if named is None or not depth:
        return False
    copies, some = _copy(named), False
    for key, drawing in list(copies.items()):
        if drawing.get("/Subtype") != "/Form":
            continue
        kept, shows = _without_text(drawing)
        inner = _copy(drawing.get("/Resources"))
        if _strip_drawings(pdf, inner, depth - 1) or shows:
            copy = pdf.make_stream(pikepdf.unparse_content_stream(kept))
            for name, value in drawing.items():
                if name not in ("/Length", "/Filter", "/DecodeParms", "/Resources"):
                    copy[name] = value
            copy.Resources = inner
            copies[key] = copy
            some = True
    if some:
        resources.XObject = copies
    return some
