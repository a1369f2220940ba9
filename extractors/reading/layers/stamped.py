"""Electronic stamps: what a signing program drew over a page, which the page's own content does not hold.

A signature of a PDF shows itself as the appearance of a form field. Viewers draw it over the page; a reader of the
page's content alone misses it, and with it the number and the date that the registry stamped into the printed blanks.
"""

from collections.abc import Iterator
from typing import Any

from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1

HIDDEN = 2 | 32
"""Flags of an annotation that is not shown: hidden, no view (ISO 32000-1, table 165)."""

SHOWN = "ShownField"


def lay_on(page: Any) -> int:
    """Add the appearances of a pdfplumber page's signature fields to its content; return how many there are.

    To be called before anything of the page is read.
    """
    owner: Any = getattr(page, "page_obj", None)
    found = [] if _laid(owner) else list(_appearances(owner))
    if not found:
        return 0
    resources = dict(resolve1(owner.resources) or {})
    named = dict(resolve1(resources.get("XObject")) or {})
    drawing = []
    for place, (stream, matrix) in enumerate(found):
        name = f"{SHOWN}{place}"
        named[name] = stream
        placed = " ".join(f"{number:.4f}" for number in matrix)
        drawing.append(f"q {placed} cm /{name} Do Q")
    resources["XObject"] = named
    owner.resources = resources
    owner.contents = [_content("q\n", -1), *owner.contents, _content("\n".join(["", "Q", *drawing, ""]), -2)]
    return len(found)


def _laid(owner: Any) -> bool:
    if owner is None:
        return True
    named = resolve1((resolve1(owner.resources) or {}).get("XObject")) or {}
    return f"{SHOWN}0" in named


def _content(operators: str, number: int) -> PDFStream:
    """Return a content stream of its own number: pdfminer runs none without."""
    stream = PDFStream({}, operators.encode("ascii"))
    stream.set_objid(number, 0)
    return stream


def _appearances(owner: Any) -> Iterator[tuple[PDFStream, tuple[float, ...]]]:
    """Yield the appearance streams of the signature fields with the matrix that brings each to its place."""
    for reference in resolve1(owner.annots) or ():
        field = resolve1(reference)
        if not isinstance(field, dict) or _name(field.get("Subtype")) != "Widget" or not _signs(field):
            continue
        if int(resolve1(field.get("F")) or 0) & HIDDEN:
            continue
        shown = resolve1((resolve1(field.get("AP")) or {}).get("N"))
        matrix = _matrix(field, shown) if isinstance(shown, PDFStream) else None
        if matrix is not None:
            yield shown, matrix


def _signs(field: dict[str, Any]) -> bool:
    kind = field.get("FT") or (resolve1(field.get("Parent")) or {}).get("FT")
    return _name(kind) == "Sig"


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", "") or "")


def _matrix(field: dict[str, Any], shown: PDFStream) -> tuple[float, ...] | None:
    """Return the matrix from an appearance's box to the field's rectangle (ISO 32000-1, 12.5.5); None without a box."""
    rect, box = _numbers(field.get("Rect")), _numbers(shown.get("BBox"))
    a, b, c, d, e, f = _numbers(shown.get("Matrix")) if shown.get("Matrix") else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    if len(rect) != 4 or len(box) != 4:
        return None
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    if right - left <= 0 or high - low <= 0:
        return None
    x0, x1, y0, y1 = *sorted((rect[0], rect[2])), *sorted((rect[1], rect[3]))
    wide, tall = (x1 - x0) / (right - left), (y1 - y0) / (high - low)
    return wide, 0.0, 0.0, tall, x0 - left * wide, y0 - low * tall


def _numbers(value: Any) -> tuple[float, ...]:
    items = resolve1(value)
    if isinstance(items, PDFObjRef) or not isinstance(items, list):
        return ()
    return tuple(float(resolve1(item)) for item in items)
