"""PDF: text in stamps, typed notes and form fields is read where it stands; ticks are not."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen import canvas

from extractors.reading import identify, read
from models.page import Line

TEXT = (
    "HEAD OF THE PAPER",
    "The council approves the plan of studies for the coming year.",
    "It takes effect at once.",
)


def paper(path: Path, **annotation: object) -> Path:
    """Write a page of text with one annotation, which shows `Number 17` right of the head."""
    sheet = canvas.Canvas(str(path), pagesize=(595, 842))
    for number, line in enumerate(TEXT):
        sheet.drawString(72, 760 - 20 * number, line)
    sheet.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look = pdf.make_stream(b"BT /F1 12 Tf 2 4 Td (Number 17) Tj ET")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 16])
        look.Resources = Dictionary(Font=Dictionary(F1=font))
        laid = {"Type": Name.Annot, "Rect": Array([300, 756, 400, 772]), "F": 4, "AP": Dictionary(N=look)}
        one = pdf.make_indirect(Dictionary(**laid, **annotation))
        pdf.pages[0].Annots = Array([one])
        if one.Subtype == Name.Widget:
            pdf.Root.AcroForm = Dictionary(Fields=Array([one]))
        pdf.save(path)
    return path


def text_of(path: Path) -> str:
    (page,) = read(identify(path))
    return "\n".join(block.as_text() for block in page.blocks if isinstance(block, Line))


@pytest.mark.parametrize(
    "annotation",
    [
        {"Subtype": Name.Stamp},
        {"Subtype": Name.FreeText, "DA": "/Helv 12 Tf"},
        {"Subtype": Name.Widget, "FT": Name.Sig, "T": "signature"},
        {"Subtype": Name.Widget, "FT": Name.Tx, "T": "number", "V": "Number 17"},
    ],
)
def test_what_is_laid_over_a_page_is_read_with_it(tmp_path: Path, annotation: dict[str, object]) -> None:
    text = text_of(paper(tmp_path / "a.pdf", **annotation))
    assert "Number 17" in text.splitlines()[0]
    assert all(line in text for line in TEXT)


@pytest.mark.parametrize(
    "annotation",
    [
        {"Subtype": Name.Widget, "FT": Name.Btn, "T": "tick", "V": Name.Yes},
        {"Subtype": Name.Stamp, "F": 2},
    ],
)
def test_ticks_and_what_is_hidden_are_not(tmp_path: Path, annotation: dict[str, object]) -> None:
    hidden = annotation.pop("F", None)
    path = paper(tmp_path / "a.pdf", **annotation)
    if hidden is not None:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            pdf.pages[0].Annots[0].F = hidden
            pdf.save(path)
    assert text_of(path) == "\n".join(TEXT)
