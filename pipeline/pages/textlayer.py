"""The text layer of a PDF page: the old one taken off, a new one laid over what is seen."""

import math
from collections.abc import Callable
from typing import Any

import pikepdf

from pipeline.pages.glyphless import DESCENT, WIDTH, Glyphless
from pipeline.pages.layout import LaidPage, LaidWord

SHOWING = {"Tj", "TJ", "'", '"'}
"""The operators that show text."""
DEEPEST = 5
"""Drawings within drawings that are looked into."""
FONT = "/SohoaText"
GAP = 0.15
"""Share of the size that is left between two words, at least."""

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
        for word, following in zip(line.words, (*line.words[1:], None), strict=True):
            parts.append(_shown(word, following, lead, font))
    parts.append(b"ET Q\n")
    resources = _own_resources(page)
    fonts = _copy(resources.get("/Font"))
    fonts[FONT] = font.font
    resources.Font = fonts
    page.contents_add(b"\n".join(parts), prepend=True)


def _shown(word: LaidWord, following: LaidWord | None, lead: Lead, font: Glyphless) -> bytes:
    """Return what shows a word along its foot, stretched to its length, and the space after it.

    It ends before the next word begins, however close their boxes are: readers join words without a gap.
    """
    (x0, y0), (x1, y1) = lead(*word.start), lead(*word.end)
    length = max(math.hypot(x1 - x0, y1 - y0), 0.1)
    cos, sin = (x1 - x0) / length, (y1 - y0) / length
    size = word.height
    if following is not None:
        x2, y2 = lead(*following.start)
        room = (x2 - x0) * cos + (y2 - y0) * sin - GAP * size
        length = min(length, room) if room > 0.3 * length else length
    rise = DESCENT * size  # the box of a letter hangs below its line
    x, y = x0 - sin * rise, y0 + cos * rise
    stretch = 100 * length / (len(word.text) * WIDTH / 1000 * size)
    text = font.encoded(word.text if following is None else word.text + " ")
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
