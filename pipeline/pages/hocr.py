"""hOCR: a page as HTML that says where each word stands (hOCR 1.2, kba.cloud/hocr-spec)."""

from lxml.builder import ElementMaker
from lxml.etree import tostring

from models.page import Box
from pipeline.pages.layout import LaidLine, LaidPage, around
from pipeline.version import pipeline_version

NAMESPACE = "http://www.w3.org/1999/xhtml"
DOCTYPE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
CAPABILITIES = "ocr_page ocr_carea ocr_par ocr_line ocrx_word"


def hocr(laid: LaidPage, name: str, scale: float) -> bytes:
    """Return a page as hOCR; `scale` is pixels for a point, `name` that of the picture."""
    number = laid.page.number
    lines: dict[int, list[LaidLine]] = {}
    for line in laid.lines:
        lines.setdefault(line.block, []).append(line)
    areas = [_area(f"{number}_{place}", block, scale) for place, block in enumerate(lines.values(), 1)]
    whole = _bbox(Box(0, 0, laid.width, laid.height), scale)
    title = f'image "{_quoted(name)}"; {whole}; ppageno {number - 1}; scan_res {scale * 72:.0f} {scale * 72:.0f}'
    head = _E.head(
        _E.title(name),
        _E.meta(content="text/html; charset=utf-8", **{"http-equiv": "Content-Type"}),
        _E.meta(name="ocr-system", content=f"sohoa {pipeline_version()}"),
        _E.meta(name="ocr-capabilities", content=CAPABILITIES),
    )
    page = _E.div({"class": "ocr_page", "id": f"page_{number}", "title": title}, *areas)
    written: bytes = tostring(
        _E.html(head, _E.body(page)), xml_declaration=True, encoding="UTF-8", doctype=DOCTYPE, pretty_print=True
    )
    return written


def _area(mark: str, lines: list[LaidLine], scale: float) -> object:
    box = _bbox(around([line.box() for line in lines]), scale)
    made = [_line(f"{mark}_{place}", line, scale) for place, line in enumerate(lines, 1)]
    paragraph = _E.p({"class": "ocr_par", "id": f"par_{mark}", "title": box}, *made)
    return _E.div({"class": "ocr_carea", "id": f"block_{mark}", "title": box}, paragraph)


def _line(mark: str, line: LaidLine, scale: float) -> object:
    size = f"x_size {line.words[0].height * scale:.0f}"
    made = _E.span({"class": "ocr_line", "id": f"line_{mark}", "title": f"{_bbox(line.box(), scale)}; {size}"})
    for place, word in enumerate(line.words, 1):
        title = f"{_bbox(word.box, scale)}; x_wconf {round(100 * word.confidence)}"
        span = _E.span(word.text, {"class": "ocrx_word", "id": f"word_{mark}_{place}", "title": title})
        span.tail = " " if place < len(line.words) else None
        made.append(span)
    return made


def _bbox(box: Box, scale: float) -> str:
    return "bbox " + " ".join(str(max(0, round(v * scale))) for v in (box.x0, box.y0, box.x1, box.y1))


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')
