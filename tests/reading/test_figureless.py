"""Text layers that lost their figures are doubted, proved by the drawn page, and read from it; sound ones are not."""

import re
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pikepdf
import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.reading.arbitrating import Layer, choose, layer_of
from extractors.reading.files import pdf
from extractors.reading.files.pdf import parsed, render
from extractors.reading.layers.deciphering import words_in
from extractors.reading.layers.figureless import (
    COARSE,
    doubt_of,
    lacks_figures,
    reads_but_figures,
    shows_figures,
)
from extractors.reading.layers.kept_letters import with_letters
from extractors.reading.layers.printed import PrintedPage
from extractors.reading.options import ReadingOptions
from extractors.reading.processes.asking import Ask
from models.page import Box, Line, Page, Source, Word
from normalizers.triage.verdicts import page_verdict

SAID = "Lecture hours of the course are {} and credits {}"
DIGIT = ((0, 0), (5, 0), (5, 8), (0, 8))


def printed(path: Path, *, figures: bool = False, outlines: bool = False) -> Path:
    """Print six lines, their figures as signs, as outlines, or not at all."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Vera", 12)
    for line in range(6):
        y = 700 - 20 * line
        canvas.drawString(60, y, SAID.format(*((45 + line, 3) if figures else ("   ", ""))))
        if outlines:
            outline = canvas.beginPath()
            outline.moveTo(450, y)
            for x, up in (*DIGIT[1:], DIGIT[0]):
                outline.lineTo(450 + x, y + up)
            canvas.drawPath(outline, stroke=0, fill=1)
    canvas.save()
    return path


def unmapped(path: Path) -> Path:
    """Take the figures out of the maps to Unicode."""
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        for font in file.pages[0].Resources.Font.values():
            if "/ToUnicode" in font:
                told = font.ToUnicode.read_bytes().decode("latin-1")
                font.ToUnicode.write(re.sub(r"<003[0-9]>", "<0020>", told).encode("latin-1"))
        file.save(path)
    return path


def looked_at(path: Path) -> tuple[bool, bool]:
    """Return whether a page is doubted, and whether it shows figures that the layer lacks."""
    opened, sheets = parsed(str(path))
    layer = layer_of(PrintedPage(opened, sheets[0], 1))
    opened.stream.close()
    if layer.doubt is None:
        return False, False
    drawn = pypdfium2.PdfDocument(path)
    shown = shows_figures(layer.page, layer.doubt, *render(drawn, 1, COARSE, ReadingOptions()))
    drawn.close()
    return True, shown


def test_figures_without_unicode_are_seen_on_the_page(tmp_path: Path) -> None:
    assert looked_at(unmapped(printed(tmp_path / "a.pdf", figures=True))) == (True, True)


def test_figures_drawn_as_outlines_are_seen_on_the_page(tmp_path: Path) -> None:
    assert looked_at(printed(tmp_path / "a.pdf", outlines=True)) == (True, True)


def test_figures_lost_in_print_too_change_nothing(tmp_path: Path) -> None:
    assert looked_at(printed(tmp_path / "a.pdf")) == (True, False)


def test_a_layer_with_its_figures_is_not_drawn(tmp_path: Path) -> None:
    assert looked_at(printed(tmp_path / "a.pdf", figures=True)) == (False, False)


def sign(text: str, font: str = "AAAAAA+Body", width: float = 3.0) -> dict[str, object]:
    return {"text": text, "fontname": font, "size": 12.0, "width": width, "x0": 0, "x1": 6, "top": 0, "bottom": 12}


@pytest.mark.parametrize(
    ("chars", "doubted"),
    [
        ([sign(t) for t in "abcd 12" * 60], False),
        ([sign(t) for t in "abcd " * 60], True),
        ([sign(t, "BBBBBB+Bold") for t in "ab 12" * 60] + [sign(t) for t in "abcd " * 60], True),
        ([sign(t, "BBBBBB+Body") for t in "ab 12" * 60] + [sign(t) for t in "abcd " * 60], False),
        ([sign(t) for t in "abcd 12" * 60] + [sign("(cid:20)")] * 3, True),
        ([sign(t) for t in "abcd 12" * 60] + [sign(" ", width=6.0)] * 3, True),
        ([sign(t) for t in "abcd 12" * 60] + [sign("\uf0b7", "Symbol")] * 9, False),
        ([sign(t) for t in "Annex"], False),
    ],
    ids=[
        "sound",
        "no figure",
        "none in its body",
        "one face, two subsets",
        "no Unicode",
        "wide blanks",
        "bullets",
        "few",
    ],
)
def test_what_is_doubted(chars: list[dict[str, object]], doubted: bool) -> None:
    assert (doubt_of(SimpleNamespace(chars=chars)) is not None) == doubted


def test_letters_left_to_the_code_page_are_no_figures() -> None:
    chars = [sign(t) for t in "abcdefghijkl, 12" * 60]
    few, many = ({("AAAAAA+Body", t) for t in of} for of in (",abc", ",abcdefghijkl"))
    assert doubt_of(SimpleNamespace(chars=chars, unmapped=frozenset(few)))
    assert not doubt_of(SimpleNamespace(chars=chars, unmapped=frozenset(many)))


def test_a_line_drawn_over_and_dots_are_no_figures(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    for line in range(6):
        canvas.drawString(60, 700 - 20 * line, SAID.format("", ""))
        canvas.line(400, 698 - 20 * line, 500, 698 - 20 * line)
        canvas.circle(50, 704 - 20 * line, 2, fill=1)
        canvas.rect(40, 695 - 20 * line, 500, 20)
    canvas.save()
    assert looked_at(tmp_path / "a.pdf") == (True, False)


def words(text: str) -> Page:
    parts = text.split()
    return Page(1, (Line(tuple(Word(p, Box(50 * n, 10, 50 * n + 40, 22)) for n, p in enumerate(parts))),), 595, 842)


def layer(page: Page, text: str, *, figureless: bool) -> Layer:
    return Layer(page, page_verdict(text), False, 300, True, figureless=figureless)


def test_the_picture_is_believed_where_it_has_the_figures() -> None:
    said, read = "Tổng số tiết của học phần là và tín chỉ", "Tổng số tiết của học phần là 45 và tín chỉ 3 0"
    seen = Page(1, words(read).blocks, 595, 842, route="ocr", reason="no text layer")
    chosen = choose(layer(words(said), said, figureless=True), seen)
    assert chosen.route == "ocr" and "lost its figures" in chosen.reason and chosen.other_reading == said
    assert choose(layer(words(said), said, figureless=False), seen).route == "text_layer"
    same = Page(1, words(said).blocks, 595, 842, route="ocr")
    assert choose(layer(words(said), said, figureless=True), same).route == "text_layer"


def test_figures_in_signs_of_no_unicode_are_read_from_the_picture() -> None:
    said = "Tổng số (cid:21)(cid:20) tiết của học phần là (cid:19)(cid:24) và (cid:20) tín chỉ"
    read = "Tổng số 10 tiết của học phần là 45 và 3 tín chỉ"
    assert reads_but_figures(said) and lacks_figures(said, read)
    assert not reads_but_figures("(cid:41)(cid:42) (cid:50)(cid:12)(cid:8) 12 (cid:7)(cid:4) 5")
    seen = Page(1, words(read).blocks, 595, 842, route="ocr", reason="no text layer")
    assert choose(layer(words(said), said, figureless=True), seen).route == "ocr"


def test_words_of_letters_are_spelt_as_in_the_layer() -> None:
    assert with_letters(words("Tống 45 tiết KT01"), words("Tổng /: giờ KT")).blocks == (
        Line(
            (
                Word("Tổng", Box(0, 10, 40, 22)),
                Word("45", Box(50, 10, 90, 22)),
                Word("tiết", Box(100, 10, 140, 22)),
                Word("KT01", Box(150, 10, 190, 22)),
            )
        ),
    )


def test_the_page_as_drawn_is_left_as_it_is() -> None:
    image = np.full((1169, 827), 255, np.uint8)
    page = words("Tổng số")
    doubt = doubt_of(SimpleNamespace(chars=[sign(t) for t in "abcd " * 60]))
    assert doubt is not None and not shows_figures(page, doubt, image, COARSE) and image.min() == 255


def test_a_doubted_page_that_cannot_be_drawn_keeps_its_layer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: Source) -> None:
        raise pypdfium2.PdfiumError("no page")

    path = printed(tmp_path / "a.pdf")
    monkeypatch.setattr(pdf, "_drawn", fail)
    source = Source(str(path), path.name, "", "application/pdf", 1)
    given = pdf.page(Ask(source, 1, ReadingOptions()), lambda stage: None)
    pdf.rest()
    assert given.page.route == "text_layer" and not given.page.notes


def test_a_word_of_letters_that_was_misread_or_overlooked_stands_as_in_the_layer() -> None:
    def line(*parts: tuple[str, int]) -> Page:
        return Page(1, (Line(tuple(Word(p, Box(x, 10, x + 8 * len(p), 22)) for p, x in parts)),), 595, 842)

    said = with_letters(line(("MÔ", 40), ("TẢ", 60), ("øia", 100), ("45", 140)), line(("III.", 0), ("gia", 100)))
    assert [word.text for word in said.blocks[0].words] == ["III.", "MÔ", "TẢ", "gia", "45"]


def test_letters_that_a_layer_has_for_figures_are_none() -> None:
    def line(*parts: tuple[str, int]) -> Page:
        return Page(1, (Line(tuple(Word(p, Box(x, 10, x + 8 * len(p), 22)) for p, x in parts)),), 595, 842)

    read = with_letters(
        line(("3.", 0), ("CLO4", 40), ("øia", 100)), line(("S.", 0), ("CLOp", 40), ("gia", 100), ("rU", 160))
    )
    assert [word.text for word in read.blocks[0].words] == ["3.", "CLO4", "øia"]


def test_figures_read_for_letters_of_the_layer_are_letters() -> None:
    seen = with_letters(words("0б отчёте С3 45"), words("об отчёте А7 :/"))
    assert [word.text for word in words_in(seen.blocks)] == ["об", "отчёте", "С3", "45"]
