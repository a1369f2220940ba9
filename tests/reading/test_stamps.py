"""Electronic stamps are read where they are drawn, and stand for the blanks that they were stamped on."""

import io
from typing import Any

import pdfplumber

from extractors.reading.layers.digital import read_layer, words_of
from extractors.reading.layers.overprint import uncovered
from extractors.reading.layers.stamped import lay_on


def letters(text: str, x: float, top: float) -> list[dict[str, Any]]:
    return [
        {"text": t, "x0": x + 6 * i, "x1": x + 6 * i + 6, "top": top, "bottom": top + 12, "upright": True}
        for i, t in enumerate(text)
    ]


def said(chars: list[dict[str, Any]]) -> str:
    return "".join(char["text"] for char in chars)


def test_a_stamp_stands_for_the_line_with_blanks_under_it() -> None:
    printed, stamped = letters("Số:      /QĐ-ĐHX", 80, 104), letters("Số: 9413/QĐ-ĐHX", 78, 100)
    assert said(uncovered(printed + stamped)) == "Số: 9413/QĐ-ĐHX"


def test_a_copy_without_the_blanks_between_words_gives_way_to_the_print() -> None:
    left, right = letters("SỞ Y TẾ", 80, 104), letters("ĐỘC LẬP", 190, 104)
    copy = [c for c in letters("SỞ Y TẾ", 80.6, 103) + letters("ĐỘC LẬP", 190.6, 103) if c["text"].strip()]
    assert said(uncovered(left + right + copy)) == "SỞ Y TẾĐỘC LẬP"


def test_a_short_word_printed_again_is_one() -> None:
    printed, copy, beside = letters("B+", 80, 104), letters("B+", 80.5, 103.5), letters("B+", 120, 104)
    assert said(uncovered(printed + copy + beside)) == "B+B+"


def test_what_a_stamp_does_not_repeat_stays() -> None:
    printed, stamped = letters("GIÁM ĐỐC", 80, 104), letters("Ký bởi: Đại học X", 78, 100)
    assert said(uncovered(printed + stamped)) == said(printed + stamped)


def test_neighbouring_lines_of_tight_print_stay() -> None:
    first, second = letters("1. Toán", 80, 100), letters("1. Toán cao cấp", 80, 109)
    assert said(uncovered(first + second)) == said(first + second)


def stamped_pdf(flags: int = 132) -> bytes:
    """Return a page that says `No.   /X` with a signature field over it that shows `No. 417/X`."""
    shown, printed = b"BT /F1 12 Tf 2 5 Td (No. 417/X) Tj ET", b"BT /F1 12 Tf 80 700 Td (No.        /X) Tj ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Annots [6 0 R]"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(printed), printed),
        font,
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /F %d /Rect [78 699 178 719] /AP << /N 7 0 R >> >>" % flags,
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 5 0 R >> >> /Length %d >>"
        b" stream\n%s\nendstream" % (len(shown), shown),
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def test_the_appearance_of_a_signature_field_is_read() -> None:
    with pdfplumber.open(io.BytesIO(stamped_pdf())) as pdf:
        page = pdf.pages[0]
        read_layer(page)
        read_layer(page)  # a page asked for twice shows its stamp once
        assert [word.text for word in words_of(page)] == ["No.", "417/X"]


def test_a_hidden_field_shows_nothing() -> None:
    with pdfplumber.open(io.BytesIO(stamped_pdf(flags=2))) as pdf:
        assert lay_on(pdf.pages[0]) == 0
        assert [word.text for word in words_of(pdf.pages[0])] == ["No.", "/X"]
