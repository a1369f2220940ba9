"""Pages to text: offsets, tables, page breaks, running heads."""

from dataclasses import replace

import pytest

from extractors.arranging import arrange
from extractors.arranging.lining import build_lines, line_of
from extractors.reading.files.plain import pages_of
from models.page import Box, Cell, Grid, Line, Page, Word


@pytest.mark.parametrize("text", ["a\nb\n", "a\n\n b \n", "a\tb\n\tc\n", "one\n\ftwo\n", "x\n\t\t\nтри\tчотири\t\n"])
def test_a_text_file_stays_as_it_is(text):
    arranged = arrange(pages_of(text))
    assert arranged.raw == arranged.content == text


def test_line_ends_of_other_systems_count_as_one():
    assert arrange(pages_of("a\r\nb\rc")).raw == "a\nb\nc\n"


def test_tab_separated_lines_are_a_table_with_cells_in_place():
    text = arrange(pages_of("head\n№\tname\n1\tone\n\ttwo\nfoot\n"))
    (table,) = text.tables
    assert table.size == (3, 2)
    assert [text[cell.span] for cell in table.cells if cell.column == 1] == ["name", "one", "two"]
    assert [line.table for line in text.lines] == [None, 0, 0, 0, None]


def word(text, x, y, width=30, height=10):
    return Word(text, Box(x, y, x + width, y + height), 0.9)


def test_cells_that_span_leave_their_columns_empty():
    def cell(row, column, *lines, rows=1, columns=1):
        return Cell(row, column, tuple(Line((), text=line) for line in lines), rows, columns)

    first = cell(0, 0, "hours", columns=2), cell(0, 2, "code-", "x")
    second = cell(1, 1, "дисцип-", "ліна"), cell(1, 2, "b")
    text = arrange([Page(1, (Grid((*first, *second)),))])
    assert text.raw == "hours\t\tcode-x\n\tдисципліна\tb\n"
    assert [text.raw[at] for cell in text.tables[0].cells for at in cell.breaks] == ["x", "л"]


def test_every_page_is_counted_also_an_empty_one():
    text = arrange([Page(1, (Line((word("a", 0, 0),)),)), Page(2, ()), Page(3, (Line((word("b", 0, 0),)),))])
    assert text.raw == "a\f\fb\n"
    assert [text.page_at(at) for at in (0, 3)] == [1, 3]
    assert text.words[1].box == Box(0, 0, 30, 10) and text.raw[text.words[1].start] == "b"


def test_the_two_sides_of_a_head_stand_in_one_line():
    lines = build_lines([word("RIGHT", 300, 1), word("below", 10, 20), word("LEFT", 10, 0), word("side", 45, 0)])
    assert [line.as_text() for line in lines] == ["LEFT side    RIGHT", "below"]


def test_the_indent_behind_a_dash_parts_no_columns():
    dash, name, far = (
        Word("-", Box(60, 0, 64, 10)),
        Word("Phòng", Box(96, 0, 120, 10)),
        Word("Lê", Box(160, 0, 170, 10)),
    )
    assert line_of([dash, name]).as_text() == "- Phòng"
    assert line_of([dash, name, far]).as_text() == "- Phòng    Lê"
    assert line_of([dash, far]).as_text() == "-    Lê"


def test_words_of_a_justified_line_stay_together():
    (line,) = build_lines([word(text, x, 0) for text, x in (("a", 0), ("b", 55), ("c", 112), ("d", 168))])
    assert line.as_text() == "a b c d"


def page_saying(number, *said):
    return Page(number, tuple(Line((), text=text) for text in said))


def test_a_small_stamp_across_a_name_is_a_line_of_its_own():
    name = [replace(word("PGS.TS.", 0, 100, 40, 14), size=13.0), replace(word("An", 42, 100, 20, 14), size=13.0)]
    note = [replace(word("2", 63, 100, 4, 7), size=7.0)]
    stamp = [replace(word(t, x, 103, 18, 8), size=7.0) for t, x in (("Cơ", 10), ("quan:", 30), ("Trường", 50))]
    assert _said([*name, *note]) == ["PGS.TS. An 2"]
    mail = [replace(word(t, x, 103, w, 8), size=7.0) for t, x, w in (("Email:", -30, 20), ("an@thuvien.vn", -8, 70))]
    assert _said([*name, *mail]) == ["PGS.TS. An", "Email: an@thuvien.vn"]
    assert _said([*name, *stamp]) == ["PGS.TS. An", "Cơ quan: Trường"]


def _said(words):
    return [" ".join(word.text for word in line.words) for line in build_lines(words)]


def test_running_heads_and_page_numbers_are_furniture():
    letters = "abcdefgh"
    pages = [
        page_saying(n, "School of Mines", f"body {letters[n]}", f"more {letters[-n]}", f"- {n} -") for n in range(1, 6)
    ]
    text = arrange(pages)
    furniture = [text.raw[line.start : line.end] for line in text.lines if line.role == "furniture"]
    assert furniture[:2] == ["School of Mines", "- 1 -"] and len(furniture) == 10


def test_a_number_that_does_not_count_is_no_page_number():
    pages = [page_saying(n, f"text {'abcd'[n]}", str(40 - 7 * n)) for n in range(1, 4)]
    assert {line.role for line in arrange(pages).lines} == {"body"}
