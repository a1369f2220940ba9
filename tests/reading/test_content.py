"""Pages of PDFs say the same as pdfminer and pdfplumber have it, read in less time."""

import io
from typing import Any

import pdfplumber
import pikepdf
import pytest
from pdfplumber.page import Page

from extractors.reading.layers.digital import read_layer
from extractors.reading.layers.printed import PrintedPage

KEPT = ("text", "fontname", "size", "matrix", "upright", "x0", "x1", "top", "bottom", "doctop", "width", "height")
DRAWN = ("stroke", "stroking_color", "x0", "x1", "y0", "y1", "top", "bottom", "doctop", "width", "height")
START, END = b"BT /F1 11 Tf 1 0 0 1 60 700 Tm ", b" ET"
CONTENTS = {
    "strings": START
    + rb"(plain) Tj (es\(ca\)ped \101\7x\\ \q) Tj (in (brackets) too) Tj <4142 43> Tj <41424> Tj"
    + END,
    "arrays": START + b"[(a)-120.5(b) .5 -.25 +3 (c)<44>] TJ T* (next) ' 2 1 (third) \"" + END,
    "spacing": START + b"3 Tc 5 Tw 80 Tz 4 Ts (one two) Tj 14 TL T* (three four) Tj" + END,
    "turned": b"BT /F1 9 Tf 0 1 -1 0 50 50 Tm (up) Tj .7 .7 -.7 .7 9 9 Tm (slant) Tj -1 0 0 1 9 9 Tm (mirror) Tj ET",
    "states": b"q 2 0 0 2 10 10 cm " + START + b"(big)Tj" + END + b"Q 0.5 g/F1 12 Tf BT 5 5 Td(small)Tj ET 7 8 9",
    "tags": b"/P <</MCID 0 /Lang (vi) /K [1 2 <</A null>>]>> BDC " + START + b"(tagged) Tj" + END + b" EMC %note\n1 g",
    "rectangles": b"0 0 1 RG 1 2 9 5 re S 5 5 1 -1 re f q .7 .7 -.7 .7 0 0 cm 1 1 9 9 re B Q\n"
    b"1 1 m 9 1 l 9 1 l 1 1 l h f",
    "paths": b"2 w 10 10 m 90 10 l S 10 20 m 2 4 3 4 4 2 c h f 1 1 m 5 5 l 9 1 l h 3 3 m 4 3 l 4 4 l 3 4 l h B* n W*",
    "inline image": START
    + b"(before) Tj"
    + END
    + b" BI /W 1 /H 1 /BPC 8 /CS /G ID x EI "
    + START
    + b"(after) Tj"
    + END,
    "form": b"/Form Do " + START + b"(page) Tj" + END,
    "escaped name": b"BT /F#31 11 Tf 60 60 Td (named) Tj ET",
    "malformed": START + b"(a) Tj -- 5 ] >> { 1 } 1..2 - . +.5 3-4 Td (b) Tj [ (c) (d) TJ" + END,
    "unclosed": START + b"(a) Tj (b",
    "foreign": START + b"(a) Tj 1 2 unknown null true false 1 0 0 1 9 9 Tm (b) Tj \x00 (c) Tj" + END,
}


def opened(*contents: bytes) -> Any:
    """Return a PDF of one page with content streams."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    form = pdf.make_stream(b"/Form Do BT /F1 8 Tf 3 3 Td (form) Tj ET", Type=pikepdf.Name.XObject, BBox=[0, 0, 50, 50],
                           Subtype=pikepdf.Name.Form, Matrix=[1, 0, 0, 1, 200, 200])  # fmt: skip
    resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font), XObject=pikepdf.Dictionary(Form=form))
    form.Resources = resources
    page = pdf.add_blank_page(page_size=(300, 800))
    page.MediaBox = [10, -20, 310, 780]
    page.Resources = resources
    page.Contents = pdf.make_indirect(pikepdf.Array([pdf.make_stream(content) for content in contents]))
    buffer = io.BytesIO()
    pdf.save(buffer)
    return pdfplumber.open(buffer)


def both(*contents: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what pdfplumber has on a page by kind, and what we have."""
    with opened(*contents) as pdf:
        sheet = pdf.pages[0].page_obj
        return Page(pdf, sheet, 1).objects, PrintedPage(pdf, sheet, 1).objects


def alike(one: list[Any], two: list[Any], keys: tuple[str, ...]) -> bool:
    return [[thing[key] for key in keys] for thing in one] == [[thing[key] for key in keys] for thing in two]


@pytest.mark.parametrize("name", CONTENTS)
def test_a_page_has_what_pdfplumber_finds_on_it(name: str) -> None:
    theirs, ours = both(CONTENTS[name])
    assert alike(theirs.get("char", []), ours.get("char", []), KEPT)
    assert alike(theirs.get("rect", []), ours.get("rect", []), DRAWN)
    for kind in ("line", "curve", "image"):
        assert len(theirs.get(kind, [])) == len(ours.get(kind, []))


def test_content_goes_on_from_stream_to_stream() -> None:
    theirs, ours = both(b"BT /F1 11", b"Tf 60 60 Td (o", b"ne) Tj (t", b"wo) Tj ET")
    assert alike(theirs["char"], ours["char"], KEPT)


def test_content_that_calls_itself_ends() -> None:
    _, ours = both(CONTENTS["form"] + b" 1..2 {} /Form Do")
    assert "".join(char["text"] for char in ours["char"]) == "formpageform"


def test_arrays_within_each_other_without_end_are_left_alone() -> None:
    _, ours = both(START + b"(kept) Tj" + END + b"[" * 5000)
    assert "".join(char["text"] for char in ours["char"]) == "kept"


def test_words_that_the_crop_hides_are_left_out() -> None:
    with opened(START + b"(shown) Tj 0 -600 Td (hidden) Tj" + END) as pdf:
        sheet = pdf.pages[0].page_obj
        sheet.cropbox = (10, 300, 310, 780)
        page = read_layer(PrintedPage(pdf, sheet, 1))
    assert [block.as_text() for block in page.blocks] == ["shown"]
