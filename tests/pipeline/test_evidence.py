"""Evidence says where on the sheet a value stands, as the file shows it."""

from extractors.arranging import arrange
from extractors.arranging.lining import line_of
from models.document import Document, Genre, Zones
from models.page import Box, Line, Page, Placement, Source, Word
from models.rows import Row, Value
from models.text import Span
from pipeline.steps import _evidence, _page, take_in


def test_the_box_of_a_value_is_on_the_sheet_and_not_on_the_page_as_it_was_turned():
    lies = Placement(500.0, 400.0, (0, -1, 500.0, 1, 0, 0, 0, 0, 1.0))  # the sheet lay on its side
    word = Word("5444/QĐ-ĐHSPHN", Box(60, 100, 160, 112), 0.9)
    page = Page(1, (Line((word,)),), 400.0, 500.0, route="ocr", rotation=270, placement=lies)
    text, span = arrange((page,)), Span(0, len(word.text))
    whole = Zones(span, span, span, span)
    source = Source("a.pdf", "a.pdf", "0" * 64, "application/pdf", 1)
    document = Document(source, text, Genre("decision", "vi", 1.0), whole, pages=(page,))
    row = Row("documents", {"number": Value(word.text, span, 0.9, "test")}, row_key="#1")
    (record,) = _evidence(document, (row,), ())
    assert (record["x0"], record["y0"], record["x1"], record["y1"]) == (388.0, 60.0, 400.0, 160.0)
    assert (_page(page)["width"], _page(page)["height"]) == (500.0, 400.0)


def test_the_other_column_is_no_part_of_what_a_wrapped_value_rests_on():
    def line(y: int, left: str, right: str) -> Line:
        cells = [(60 + 40 * n, word) for n, word in enumerate(left.split())]
        cells += [(320 + 40 * n, word) for n, word in enumerate(right.split())]
        return line_of([Word(word, Box(x, y, x + 35, y + 12), 0.9) for x, word in cells])

    lines = (line(40, "SỞ GIÁO DỤC", "CỘNG HÒA XÃ"), line(56, "SÔNG TRUNG", "Độc lập"))
    page = Page(1, lines, 600.0, 800.0, route="ocr")
    text = arrange((page,))
    span = Span(text.content.index("SỞ"), text.content.index("TRUNG") + len("TRUNG"))
    (source, whole) = Source("a.pdf", "a.pdf", "0" * 64, "application/pdf", 1), Zones(span, span, span, span)
    document = Document(source, text, Genre("decision", "vi", 1.0), whole, pages=(page,))
    row = Row("documents", {"parent_body": Value("Sở Giáo dục Sông Trung", span, 0.9, "test")}, row_key="#1")
    (record,) = _evidence(document, (row,), ())
    assert record["raw_text"] == "SỞ GIÁO DỤC\nSÔNG TRUNG"
    assert (record["x0"], record["y0"], record["x1"], record["y1"]) == (60.0, 40.0, 175.0, 68.0)


def test_a_document_is_taken_in_with_the_readings_that_were_not_chosen(monkeypatch, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Căn cứ Luật Giáo dục đại học", "utf-8")
    words = tuple(Word(text, Box(20 * n, 0, 20 * n + 15, 12), 0.9) for n, text in enumerate(["Căn", "cứ", "Luật"]))
    pages = tuple(
        Page(n, (Line(words),), 400.0, 500.0, route="ocr", other_reading=other)
        for n, other in enumerate(("C[n cf Lupt", None), 1)
    )
    monkeypatch.setattr("pipeline.steps.read", lambda source, options: pages)
    assert take_in(path).other_readings == ({"page": 1, "text": "C[n cf Lupt"},)
