"""ALTO 4.4: a page as XML that says where each word stands (loc.gov/standards/alto)."""

from lxml.builder import ElementMaker
from lxml.etree import tostring

from models.page import Box
from pipeline.pages.layout import LaidLine, LaidPage, around
from pipeline.version import pipeline_version

NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = f"{NAMESPACE} http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE, "xsi": INSTANCE})


def alto(laid: LaidPage, name: str, scale: float) -> bytes:
    """Return a page as ALTO; `scale` is pixels for a point, `name` that of the picture."""
    number = laid.page.number
    blocks: dict[int, list[LaidLine]] = {}
    for line in laid.lines:
        blocks.setdefault(line.block, []).append(line)
    whole = _place(Box(0, 0, laid.width, laid.height), scale)
    areas = [_block(f"{number}_{place}", lines, scale) for place, lines in enumerate(blocks.values(), 1)]
    size = {"WIDTH": whole["WIDTH"], "HEIGHT": whole["HEIGHT"]}
    sure = laid.page.mean_confidence
    known = {} if sure is None else {"PC": f"{min(max(sure, 0.0), 1.0):.3f}"}
    page = _E.Page(_E.PrintSpace(*areas, **whole), ID=f"page_{number}", PHYSICAL_IMG_NR=str(number), **size, **known)
    root = _E.alto(_description(name), _E.Layout(page), SCHEMAVERSION="4.4")
    root.set(f"{{{INSTANCE}}}schemaLocation", SCHEMA)
    written: bytes = tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _description(name: str) -> object:
    software = _E.processingSoftware(
        _E.softwareCreator("sohoa"), _E.softwareName("sohoa"), _E.softwareVersion(pipeline_version())
    )
    return _E.Description(
        _E.MeasurementUnit("pixel"),
        _E.sourceImageInformation(_E.fileName(name)),
        _E.Processing(_E.processingCategory("contentGeneration"), software, ID="processing_1"),
    )


def _block(mark: str, lines: list[LaidLine], scale: float) -> object:
    made = [_line(f"{mark}_{place}", line, scale) for place, line in enumerate(lines, 1)]
    return _E.TextBlock(*made, ID=f"block_{mark}", **_place(around([line.box() for line in lines]), scale))


def _line(mark: str, line: LaidLine, scale: float) -> object:
    made = _E.TextLine(ID=f"line_{mark}", **_place(line.box(), scale))
    for place, word in enumerate(line.words, 1):
        if place > 1:
            made.append(_E.SP())
        sure = f"{min(max(word.confidence, 0.0), 1.0):.3f}"
        made.append(_E.String(ID=f"word_{mark}_{place}", CONTENT=word.text, WC=sure, **_place(word.box, scale)))
    return made


def _place(box: Box, scale: float) -> dict[str, str]:
    left, top = max(0, round(box.x0 * scale)), max(0, round(box.y0 * scale))
    right, bottom = max(left, round(box.x1 * scale)), max(top, round(box.y1 * scale))
    return {"HPOS": str(left), "VPOS": str(top), "WIDTH": str(right - left), "HEIGHT": str(bottom - top)}
