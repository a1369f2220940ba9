"""Arbitration: which reading of a page to believe, its text layer or its image, by language evidence."""

import re
from dataclasses import dataclass, replace
from typing import Any

from extractors.imaging.placing import on_page
from extractors.reading.layers.deciphering import deciphered
from extractors.reading.layers.digital import read_layer
from extractors.reading.layers.figureless import Doubt, doubt_of, lacks_figures, reads_but_figures
from extractors.reading.layers.kept_letters import with_letters
from extractors.reading.layers.pictured import LEAST as PICTURED
from extractors.reading.paper.ink.sealed import RECOVERED, UNSURE
from extractors.reading.paper.sizes import A4_LONG, FULL, is_paper
from models.page import Grid, Line, Page, PageNote
from normalizers.triage.verdicts import Verdict, page_verdict
from normalizers.unicode.look_alikes import look_alike_edits

WHOLE_PAGE = 0.55
"""Share of the page that images cover from which it is a scan."""
NATIVE = (150, 300)
"""Resolution at which pages are drawn, at least and at most."""
PART = 0.3
"""Share of what is read on a scan that its layer says, up to which that is no layer: a stamp laid on it as text."""
LEGIBLE = 0.7
"""Mean confidence of what is read from which it may stand in for such a layer; of a drawing it is less."""
BARS = 4
"""Bars beside words from which the layer of a scan was made by a program that takes rules for letters."""
_BARRED = re.compile(r"(?<!\S)\|(?=[\w(])|(?<=[\w)])\|(?!\S)")


@dataclass(frozen=True, slots=True)
class Layer:
    """The text layer of a page, the verdict on it, and whether the image must be looked at."""

    page: Page
    verdict: Verdict
    scanned: bool
    dpi: int
    wants_image: bool
    pictured: bool = False
    """Whether pictures that may be of print cover a good part of the page."""
    doubt: Doubt | None = None
    """What the layer reads where it may have lost its figures; None where it has them or the image is wanted anyway."""
    figureless: bool = False
    """Whether the layer reads but for its figures: the drawn page has them, or they have no Unicode."""


def layer_of(page: Any) -> Layer:
    """Return the text layer of a pdfplumber page and the verdict on it."""
    read = read_layer(page)
    verdict = page_verdict(text_of(read))
    if verdict.code == "garbled" and (whole := _in_one_script(text_of(read))):
        read = replace(
            read, route="repaired_text_layer", reason="letters of another script stand for their look-alikes"
        )
        verdict = whole
    area = float(page.width) * float(page.height) or 1.0
    covered = sum(_area(image, page) for image in page.images) / area
    scanned = covered >= WHOLE_PAGE
    dpi = native_dpi(page, alone=not read.blocks)
    drawn = bool(page.images or page.curves or page.rects or page.lines)
    empty = verdict.code in ("empty", "noise")
    if empty and not drawn:
        return Layer(replace(read, route="blank", reason="nothing is drawn on the page"), verdict, False, 300, False)
    if verdict.code.startswith("legacy"):
        read = replace(read, route="repaired_text_layer", reason=f"the layer is in a legacy encoding: {verdict.code}")
        return Layer(read, verdict, scanned, dpi, scanned)  # the scan rules its tables
    wants = empty or scanned or verdict.code == "garbled"
    doubt = None if wants else doubt_of(page)
    holed = verdict.reason == "no_unicode_map" and reads_but_figures(text_of(read))
    return Layer(read, verdict, scanned, dpi, wants, covered >= PICTURED, doubt, figureless=holed)


def _in_one_script(text: str) -> Verdict | None:
    """Return the verdict on a layer whose only fault is letters of another script that look alike, None on another."""
    edits = look_alike_edits(text)
    if not edits:
        return None
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.after]
        at = edit.end
    verdict = page_verdict("".join([*parts, text[at:]]))
    return verdict if verdict.code == "sound" else None


def _area(image: Any, page: Any) -> float:
    left, head, right, foot = map(float, page.bbox)
    width = min(float(image["x1"]), right) - max(float(image["x0"]), left)
    height = min(float(image["bottom"]), foot) - max(float(image["top"]), head)
    return max(width, 0.0) * max(height, 0.0)


def native_dpi(page: Any, *, alone: bool) -> int:
    """Return the resolution of the largest image on the page within the bounds; 300 where there is none.

    Where a page has the size of no paper and its image is `alone`, the bound is the pixels of a sheet of A4.
    """
    found = [
        (_area(image, page), image["srcsize"][0] / max(float(image["x1"]) - float(image["x0"]), 1.0) * 72)
        for image in page.images
        if image.get("srcsize") and image["srcsize"][0]
    ]
    if not found:
        return NATIVE[1]
    area, dpi = max(found)
    if area < float(page.width) * float(page.height) * 0.3:
        return NATIVE[1]
    size = float(page.width), float(page.height)
    if alone and not is_paper(size):
        return int(max(1.0, min(dpi, FULL * A4_LONG * 72 / max(size))))
    return int(min(max(dpi, NATIVE[0]), NATIVE[1]) + 0.5)


def choose(layer: Layer, seen: Page) -> Page:
    """Return the better of two readings of a page, with the other one kept beside it."""
    said, read = text_of(layer.page), text_of(seen)
    verdict = page_verdict(read)
    if layer.verdict.code in ("empty", "noise"):
        return replace(seen, other_reading=said or seen.other_reading)
    barred = "the layer reads rules of tables as letters" if _bars(read) * 2 <= _bars(said) >= BARS else ""
    legible = seen.mean_confidence is None or seen.mean_confidence >= LEGIBLE
    lacks = "the layer's engine lacks letters of the language" if _lacks_letters(said.lower(), read.lower()) else ""
    unfit = barred or legible and lacks
    if layer.scanned and verdict.code == "sound" and unfit:
        reason = f"{unfit}; {seen.reason.replace('no text layer', 'read from the image')}"
        return replace(seen, reason=reason, other_reading=said)
    if layer.verdict.code.startswith("legacy"):
        return replace(layer.page, other_reading=read, notes=_noted(layer, seen))
    if not read.strip() or seen.route == "blank":
        if layer.verdict.code == "garbled":
            reason = "the layer is garbled and the image shows nothing better"
            return replace(layer.page, route="repaired_text_layer", reason=reason, notes=_noted(layer, seen))
        return replace(layer.page, reason="sound text layer, nothing read in the image", notes=_noted(layer, seen))
    if layer.figureless and verdict.code == "sound" and lacks_figures(said, read):
        reason = f"the text layer lost its figures; {seen.reason.replace('no text layer', 'read from the image')}"
        return replace(with_letters(seen, layer.page), reason=reason, other_reading=said)
    if layer.verdict.code == "garbled" and (plain := deciphered(layer.page, seen)):
        return replace(plain, other_reading=read, notes=_noted(layer, seen))
    if layer.scanned and verdict.code == "sound" and legible and len(said) < PART * len(read):
        reason = seen.reason.replace("no text layer", "the text layer holds a small part of the page")
        return replace(seen, reason=reason, other_reading=said)
    worse_layer = layer.verdict.score > verdict.score + (0.02 if layer.scanned else 0.0)
    if layer.verdict.code == "garbled" or (worse_layer and len(read) > 0.7 * len(said)):
        reason = f"the text layer is worse ({layer.verdict.reason}, {layer.verdict.score:.2f}); {seen.reason}"
        both = layer.verdict.code == verdict.code == "garbled"
        if both and (not layer.scanned or verdict.score > layer.verdict.score):  # without a scan the print is the layer
            return replace(
                layer.page, route="repaired_text_layer", reason="layer and image are both poor", other_reading=read
            )
        return replace(seen, reason=reason.replace("no text layer", "read from the image"), other_reading=said)
    reason = f"the text layer is sound ({layer.verdict.score:.2f} against {verdict.score:.2f} of the image)"
    return replace(layer.page, reason=reason, other_reading=read, notes=_noted(layer, seen))


def _lacks_letters(said: str, read: str) -> bool:
    """Say whether a layer has next to none of the letters that the image has of Ukrainian or Kazakh alone."""
    counts = ((sum(map(said.count, own)) * 5, sum(map(read.count, own))) for own in ("іїє", "әғқңөұү"))
    return any(shown > max(held, 20) for held, shown in counts)  # of one in five a scan's slips may be the cause


def _bars(text: str) -> int:
    """Return how many words or figures have a bar at their ends: the rule beside them."""
    return len(_BARRED.findall(text))


def _noted(layer: Layer, seen: Page) -> tuple[PageNote, ...]:
    """Return what was seen on the image of a page with its boxes where its text layer has them."""
    of_page = (note for note in seen.notes if note.kind not in (RECOVERED, UNSURE))  # those are of the words read there
    return tuple(replace(n, box=on_page(layer.page, seen.on_sheet(n.box)) if n.box else None) for n in of_page)


def text_of(page: Page) -> str:
    """Return all that a page says, cells of tables included."""
    lines: list[str] = []
    for block in page.blocks:
        if isinstance(block, Grid):
            lines += [line.as_text() for cell in block.cells for line in cell.lines]
        elif isinstance(block, Line):
            lines.append(block.as_text())
    return "\n".join(lines)
