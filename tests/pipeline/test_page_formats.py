"""ALTO, hOCR and searchable PDF keep to their formats.

The schema of ALTO is under a share-alike licence and is not shipped: what it asks of the elements that are written
here stands below as a table (ALTO 4.4: order of children, attributes that must and that may be there).
"""

import re

import pdfplumber
import pikepdf
import pytest
from lxml import etree

from extractors.arranging import arrange
from extractors.reading import ReadingOptions, identify
from models.page import Box, Cell, Grid, Line, Page, Placement, Word
from pipeline.pages.alto import NAMESPACE, alto
from pipeline.pages.hocr import CAPABILITIES, hocr
from pipeline.pages.layout import lay_out
from pipeline.pages.searchable import write_searchable

PLACE = {"HPOS", "VPOS", "WIDTH", "HEIGHT"}
ELEMENTS = {
    "alto": ("Description Styles Tags ReadingOrder Layout", set(), {"SCHEMAVERSION"}),
    "Description": ("MeasurementUnit sourceImageInformation Processing", set(), set()),
    "MeasurementUnit": ("", set(), set()),
    "sourceImageInformation": ("fileName fileIdentifier", set(), set()),
    "fileName": ("", set(), set()),
    "Processing": ("processingCategory processingDateTime processingAgency processingSoftware", {"ID"}, set()),
    "processingCategory": ("", set(), set()),
    "processingSoftware": ("softwareCreator softwareName softwareVersion", set(), set()),
    "softwareCreator": ("", set(), set()),
    "softwareName": ("", set(), set()),
    "softwareVersion": ("", set(), set()),
    "Layout": ("Page", set(), set()),
    "Page": ("TopMargin LeftMargin RightMargin BottomMargin PrintSpace", {"ID", "PHYSICAL_IMG_NR"},
             {"WIDTH", "HEIGHT", "PC", "ROTATION", "LANG"}),
    "PrintSpace": ("TextBlock", set(), PLACE | {"ID"}),
    "TextBlock": ("TextLine", {"ID"}, PLACE | {"ROTATION", "LANG"}),
    "TextLine": ("String SP", set(), PLACE | {"ID", "LANG"}),
    "String": ("", {"CONTENT"}, PLACE | {"ID", "WC"}),
    "SP": ("", set(), PLACE),
}  # fmt: skip
"""Element to its children in order, the attributes that it must have, and others that it may have."""
MIXED = {"TextLine"}
"""Elements whose children come in any order."""


def word(text, x, y, **more):
    return Word(text, Box(x, y, x + 6 * len(text), y + 12), 0.9, **more)


def sheet(**more):
    """Return a page of two lines and a table with a head written upwards; its text needs escaping."""
    upwards = Word("Lý", Box(200, 200, 212, 220), 0.8, turn=90)
    cells = [Cell(0, 0, (Line((word("<Mã>", 50, 205),)),)), Cell(0, 1, (Line((upwards,)),)),
             Cell(1, 0, (Line((word("A&B", 50, 240),)),)), Cell(1, 1, (Line((word("12", 200, 240),)),))]  # fmt: skip
    blocks = (
        Line((word("Quyết", 60, 100), word("định", 120, 100))),
        Line((word("“Điều", 60, 300),)),
        Grid(tuple(cells)),
    )
    return Page(1, blocks, 400.0, 500.0, route="ocr", mean_confidence=0.9, **more)


def laid(page):
    return lay_out(arrange((page,)), (page,))


def check_alto(node):
    name = etree.QName(node).localname
    assert etree.QName(node).namespace == NAMESPACE and name in ELEMENTS
    children, needed, allowed = ELEMENTS[name]
    given = {key for key in node.attrib if not key.startswith("{")}
    assert needed <= given <= needed | allowed, (name, given)
    order = children.split()
    places = [order.index(etree.QName(child).localname) for child in node]
    assert name in MIXED or places == sorted(places), name
    for key in given & PLACE:
        assert float(node.get(key)) >= 0
    for key in given & {"WC", "PC"}:
        assert 0 <= float(node.get(key)) <= 1
    for child in node:
        check_alto(child)


@pytest.mark.parametrize("page", [sheet(), Page(1, (), 400.0, 500.0, route="blank")])
def test_alto_has_the_elements_and_attributes_of_its_schema_in_their_order(page):
    (one,) = laid(page)
    root = etree.fromstring(alto(one, 'scan "1" & <2>.png', 300 / 72))
    check_alto(root)
    marks = [node.get("ID") for node in root.iter() if node.get("ID")]
    assert len(set(marks)) == len(marks) and all(re.fullmatch(r"[A-Za-z_][\w.-]*", mark) for mark in marks)
    unit = root.find(f".//{{{NAMESPACE}}}MeasurementUnit")
    assert unit.text in ("pixel", "mm10", "inch1200")
    strings = [node.get("CONTENT") for node in root.iter(f"{{{NAMESPACE}}}String")]
    assert strings == [w.text for line in one.lines for w in line.words]
    assert not any(" " in text for text in strings)


PARENTS = {"ocr_carea": "ocr_page", "ocr_par": "ocr_carea", "ocr_line": "ocr_par", "ocrx_word": "ocr_line"}
PROPERTIES = {"ocr_page": {"image", "bbox", "ppageno", "scan_res"}, "ocr_carea": {"bbox"}, "ocr_par": {"bbox"},
              "ocr_line": {"bbox", "x_size"}, "ocrx_word": {"bbox", "x_wconf"}}  # fmt: skip


def test_hocr_nests_its_classes_and_every_box_lies_in_the_one_around_it():
    (one,) = laid(sheet())
    root = etree.fromstring(hocr(one, 'scan "1" & <2>.png', 300 / 72))
    metas = {node.get("name"): node.get("content") for node in root.iter("{*}meta")}
    assert metas["ocr-system"].startswith("sohoa") and metas["ocr-capabilities"] == CAPABILITIES
    nodes = [node for node in root.iter() if (node.get("class") or "").startswith("ocr")]
    assert {node.get("class") for node in nodes} <= set(CAPABILITIES.split())
    assert len({node.get("id") for node in nodes}) == len(nodes)
    boxes = {}
    for node in nodes:
        name = node.get("class")
        parts = re.findall(r'(?:"(?:\\.|[^"\\])*"|[^;"])+', node.get("title"))
        assert {part.split()[0] for part in parts} == PROPERTIES[name]
        found = next(re.fullmatch(r"bbox (\d+) (\d+) (\d+) (\d+)", part.strip()) for part in parts if "bbox" in part)
        x0, y0, x1, y1 = boxes[node] = tuple(map(int, found.groups()))
        assert x0 <= x1 and y0 <= y1
        if name in PARENTS:
            around = node.getparent()
            assert around.get("class") == PARENTS[name]
            u0, v0, u1, v1 = boxes[around]
            assert u0 <= x0 and v0 <= y0 and x1 <= u1 and y1 <= v1
    assert [n.text for n in nodes if n.get("class") == "ocrx_word"] == [w.text for ln in one.lines for w in ln.words]


def searchable(tmp_path, page, size):
    """Write a PDF of one white page with the words of a page over it, and return them as pdfplumber sees them."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=size)
        pdf.save(tmp_path / "a.pdf")
    write_searchable(identify(tmp_path / "a.pdf"), laid(page), tmp_path / "out.pdf", ReadingOptions())
    with pdfplumber.open(tmp_path / "out.pdf") as pdf:
        return pdf.pages[0].chars, pdf.pages[0].extract_words()


def box_of(chars, text):
    """Return the box of the letters of a word; it must be there once."""
    said = "".join(c["text"] for c in chars)
    assert said.count(text) == 1
    part = chars[said.index(text) : said.index(text) + len(text)]
    return (
        min(c["x0"] for c in part),
        min(c["top"] for c in part),
        max(c["x1"] for c in part),
        max(c["bottom"] for c in part),
    )


def test_words_of_the_searchable_pdf_stand_where_they_are_printed(tmp_path):
    page = sheet()
    chars, words = searchable(tmp_path, page, (400, 500))
    assert [w["text"] for w in words if w["upright"] is not False][:1] == ["Quyết"]
    for line in laid(page)[0].lines:
        for one in line.words:
            assert box_of(chars, one.text) == pytest.approx((one.box.x0, one.box.y0, one.box.x1, one.box.y1), abs=3.5)


def test_a_page_that_lay_on_its_side_has_its_words_along_the_sheet(tmp_path):
    lies = Placement(500.0, 400.0, (0, -1, 500.0, 1, 0, 0.0, 0, 0, 1.0))  # the sheet shows it turned by a quarter
    page = sheet(placement=lies)
    chars, _ = searchable(tmp_path, page, (500, 400))
    for text in ("Quyết", "định", "12"):
        want = next(w.box for line in laid(page)[0].lines for w in line.words if w.text == text)
        assert box_of(chars, text) == pytest.approx((want.x0, want.y0, want.x1, want.y1), abs=3.5)


def test_two_pages_on_one_sheet_are_copied_one_after_the_other(tmp_path):
    left = [Line((word("Trái", 40, y), word(f"một{y}", 80, y))) for y in (100, 120, 140)]
    right = [Line((word("Phải", 440, y), word(f"hai{y}", 480, y))) for y in (100, 120, 140)]
    page = Page(1, (*left, *right), 800.0, 500.0, route="ocr")
    chars, words = searchable(tmp_path, page, (800, 500))
    assert "".join(c["text"] for c in chars if c["text"] != " ") == "".join(
        w.text for line in (*left, *right) for w in line.words
    )
    found = {w["text"]: (w["x0"], w["top"]) for w in words}
    assert found["một120"] == pytest.approx((80, 120), abs=3.5) and found["hai140"] == pytest.approx(
        (480, 140), abs=3.5
    )
