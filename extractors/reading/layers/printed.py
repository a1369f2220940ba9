"""The characters of a PDF page, made once and as they are used: pdfplumber makes each of pdfminer's over again."""

from collections.abc import Iterable
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.utils import mult_matrix
from pdfplumber.page import Page as ParsedPage
from pdfplumber.page import fix_fontname_bytes
from pdfplumber.utils.exceptions import PdfminerException

from extractors.reading.layers.content import ContentReader


class PrintedPage(ParsedPage):
    """A page of pdfplumber whose characters have only what words are made of: text, font, size, box and direction.

    `unmapped` are the fonts and texts of signs that a font's own map to Unicode lacks: what the codes mean elsewhere.
    """

    unmapped: frozenset[tuple[str, str]] = frozenset()

    def parse_objects(self) -> dict[str, list[Any]]:
        """Return what is on the page by its kind."""
        device = _Device(self)
        try:
            ContentReader(self.pdf.rsrcmgr, device).process_page(self.page_obj)
        except Exception as error:
            raise PdfminerException(error) from error
        self._layout = device.get_result()
        objects: dict[str, list[Any]] = super().parse_objects()
        self.unmapped = frozenset(device.unmapped)
        if device.chars:
            objects["char"] = device.chars
        return objects

    def process_object(self, obj: Any) -> dict[str, Any]:
        """Return a thing on the page; rectangles are made already."""
        return obj if isinstance(obj, dict) else super().process_object(obj)


class _Device(PDFPageAggregator):
    """Takes down what is printed on a page."""

    def __init__(self, page: ParsedPage) -> None:
        super().__init__(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
        self.chars: list[dict[str, Any]] = []
        self._page = page
        self._height = page.height
        self._left, self._head = page.mediabox[:2]
        self._glyphs: dict[PDFFont, dict[int, tuple[str, float]]] = {}
        self.unmapped: set[tuple[str, str]] = set()

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any) -> None:
        """Take down what is drawn: a rectangle here, all else as pdfminer does."""
        if [part[0] for part in path] == ["m", "l", "l", "l", "h"]:
            a, b, c, d, e, f = self.ctm
            points = [(a * x + c * y + e, b * x + d * y + f) for _, x, y in path[:4]]
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
            square = x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0 or y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0
            if square and points[3] != points[0]:
                add: Any = self.cur_item._objs
                box = min(x0, x2), min(y0, y2), max(x0, x2), max(y0, y2)
                add.append({**self._rectangle(gstate, stroke, box), "fill": fill})
                return
        super().paint_path(gstate, stroke, fill, evenodd, path)

    def _rectangle(self, gstate: Any, stroke: bool, box: tuple[float, float, float, float]) -> dict[str, Any]:
        x0, y0, x1, y1 = box
        left, top, bottom = self._left, self._height - y1 + self._head, self._height - y0 + self._head
        return {
            "object_type": "rect", "stroke": stroke, "stroking_color": gstate.scolor, "x0": x0 + left if left else x0,
            "x1": x1 + left if left else x1, "y0": y0, "y1": y1, "top": top, "bottom": bottom, "doctop": top,
            "width": x1 - x0, "height": y1 - y0,
        }  # fmt: skip

    def render_string(self, textstate: Any, seq: Iterable[Any], ncs: Any, graphicstate: Any) -> None:
        """Take down a string; as pdfminer does where it runs downwards."""
        font = textstate.font
        if font.is_vertical():
            super().render_string(textstate, seq, ncs, graphicstate)
            return
        scaling = textstate.scaling * 0.01
        size, rise = textstate.fontsize, textstate.rise
        apart = textstate.charspace * scaling
        space = 0 if font.is_multibyte() else textstate.wordspace * scaling
        matrix = mult_matrix(textstate.matrix, self.ctm)
        glyphs = self._glyphs.setdefault(font, {})
        foot = font.get_descent() * size + rise
        put = self._putter(matrix, _name(font), (foot, foot + size), scaling)
        (x, y), first = textstate.linematrix, True
        for part in seq:
            if isinstance(part, int | float):
                x -= part * (0.001 * size * scaling)
                first = False
            elif isinstance(part, bytes):
                for code in font.decode(part):
                    if not first:
                        x += apart
                    first = False
                    text, width = glyphs.get(code) or self._glyph(font, code, glyphs)
                    wide = width * size * scaling
                    put(text, x, y, wide)
                    x += wide
                    if code == 32 and space:
                        x += space
        textstate.linematrix = (x, y)

    def _glyph(self, font: PDFFont, code: int, glyphs: dict[int, tuple[str, float]]) -> tuple[str, float]:
        """Return the text of a code of a font and how far it reaches, and remember them."""
        try:
            text = font.to_unichr(code)
        except PDFUnicodeNotDefined:
            text = self.handle_undefined_char(font, code)
        glyphs[code] = text, font.char_width(code)
        if _is_unmapped(font, code) and text.strip():
            self.unmapped.add((_name(font), text))
        return glyphs[code]

    def _putter(self, matrix: Any, font: Any, reach: tuple[float, float], scaling: float) -> Any:
        """Return what takes down a character of a string, given its text, its place and how far it reaches."""
        a, b, c, d, e, f = matrix
        low, high = reach
        upright = a * d * scaling > 0 and b * c <= 0
        level = b == 0 == c
        height, left, head, add = self._height, self._left, self._head, self.chars.append

        def put(text: str, x: float, y: float, wide: float) -> None:
            x, y = x * a + y * c + e, x * b + y * d + f
            if level:
                x0, x1, y0, y1 = x, a * wide + x, d * low + y, d * high + y
            else:
                xs = (c * low + x, a * wide + c * low + x, a * wide + c * high + x, c * high + x)
                ys = (d * low + y, b * wide + d * low + y, b * wide + d * high + y, d * high + y)
                x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
            if x1 < x0:
                x0, x1 = x1, x0
            if y1 < y0:
                y0, y1 = y1, y0
            tall, wide = y1 - y0, x1 - x0
            top, bottom = height - y1 + head, height - y0 + head
            add({
                "object_type": "char", "text": text, "fontname": font, "size": tall, "matrix": (a, b, c, d, x, y),
                "upright": upright, "x0": x0 + left if left else x0, "x1": x1 + left if left else x1, "top": top,
                "bottom": bottom, "doctop": top, "width": wide, "height": tall,
            })  # fmt: skip

        return put

    def render_char(self, *arguments: Any, **named: Any) -> float:
        """Take down a character of a string that runs downwards."""
        wide = super().render_char(*arguments, **named)
        self.chars.append(self._page.process_object(self.cur_item._objs.pop()))
        return wide


def _name(font: PDFFont) -> Any:
    return fix_fontname_bytes(font.fontname) if isinstance(font.fontname, bytes) else font.fontname


def _is_unmapped(font: Any, code: int) -> bool:
    """Return whether a font has a map of its own to Unicode that leaves a code out."""
    mapped: dict[int, str] = getattr(getattr(font, "unicode_map", None), "cid2unichr", {})
    return bool(mapped) and code not in mapped
