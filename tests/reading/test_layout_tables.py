"""A document typed into one table: what cuts it and what does not."""

from extractors.reading.layout_tables import parts_of
from models.page import Cell, Grid, Line, Word


def _cell(row: int, column: int, span: int, *lines: str) -> Cell:
    words = [Line(tuple(Word(w) for w in line.split())) for line in lines]
    return Cell(row, column, tuple(words), column_span=span)


def _frame(*rows: Cell) -> Grid:
    running = _cell(0, 0, 4, "Running text that goes on over several lines " * 4, "and ends in the second one " * 4)
    return Grid((running, *rows))


def test_section_of_a_table_stays_in_it() -> None:
    rows = (
        _cell(1, 0, 1, "2.9"), _cell(1, 1, 3, "Topic"),
        _cell(2, 0, 4, "3. Last section"),
        _cell(3, 0, 1, "3.1"), _cell(3, 1, 3, "Examination"),
    )  # fmt: skip
    parts = parts_of(_frame(*rows))
    assert [len(part.cells) for part in parts if isinstance(part, Grid)] == [5]


def test_caption_narrower_than_the_frame_cuts() -> None:
    rows = (
        _cell(1, 0, 1, "a"), _cell(1, 1, 3, "b"),
        _cell(2, 1, 3, "Caption of the next table"),
        _cell(3, 0, 2, "c"), _cell(3, 2, 2, "d"),
    )  # fmt: skip
    assert len([part for part in parts_of(_frame(*rows)) if isinstance(part, Grid)]) == 2
