"""Whole documents typed into one table are cut into lines and tables; tables of data stay whole."""

from extractors.reading.files.layout_tables import parts_of
from extractors.reading.files.plain import pages_of
from models.page import Cell, Grid, Line


def cell(row: int, column: int, *lines: str, span: int = 1) -> Cell:
    return Cell(row, column, tuple(Line((), text=line) for line in lines), column_span=span)


def test_running_text_over_the_whole_width_becomes_lines() -> None:
    text = ("Навчальна дисципліна знайомить з основами картографії.", "Курс викладають українською мовою.")
    grid = Grid(
        (cell(0, 0, "Кредити"), cell(0, 1, "4"), cell(1, 0, *text, span=2), cell(2, 0, "Семестр"), cell(2, 1, "2"))
    )
    first, one, two, last = parts_of(grid)
    assert isinstance(first, Grid) and isinstance(last, Grid)
    assert [one, two] == [Line((), text=line) for line in text]
    assert [(c.row, c.column) for c in last.cells] == [(0, 0), (0, 1)]


def test_a_heading_inside_a_table_of_data_cuts_nothing() -> None:
    grid = Grid((cell(0, 0, "Лекції", span=2), cell(1, 0, "Карта і план місцевості"), cell(1, 1, "4")))
    assert parts_of(grid) == [grid]


def in_frame(*rows: Cell) -> Grid:
    running = cell(0, 0, "Running text that goes on over lines. " * 4, "It ends in the second one. " * 4, span=4)
    return Grid((running, *rows))


def test_the_section_of_a_table_stays_in_it() -> None:
    rows = (
        cell(1, 0, "2.9"), cell(1, 1, "Topic", span=3),
        cell(2, 0, "3. Last section", span=4),
        cell(3, 0, "3.1"), cell(3, 1, "Examination", span=3),
    )  # fmt: skip
    assert [len(part.cells) for part in parts_of(in_frame(*rows)) if isinstance(part, Grid)] == [5]


def test_a_caption_narrower_than_the_frame_cuts() -> None:
    rows = (
        cell(1, 0, "a"), cell(1, 1, "b", span=3),
        cell(2, 1, "Caption of the next table", span=3),
        cell(3, 0, "c", span=2), cell(3, 2, "d", span=2),
    )  # fmt: skip
    assert len([part for part in parts_of(in_frame(*rows)) if isinstance(part, Grid)]) == 2


def test_a_page_of_prose_cuts_whatever_else_the_frame_holds() -> None:
    prose = cell(0, 0, *("The practice is defended before a commission of the chair. " * 4 for _ in range(4)), span=2)
    data = [
        cell(r, c, f"Outcome {r} of the practice, in the words of the standard. " * 4)
        for r in range(1, 9)
        for c in (0, 1)
    ]
    assert len(parts_of(Grid((prose, *data)))) == 5


def test_a_cell_alone_between_running_text_is_a_line_at_the_side() -> None:
    frame = Grid((cell(0, 0, "One line of the text. " * 9, "Another.", span=4), cell(1, 3, "Annex 1")))
    assert [part.text for part in parts_of(frame) if isinstance(part, Line)][-1] == "Annex 1"


def test_a_table_of_markdown_that_is_layout_becomes_lines() -> None:
    goals = "* " + "Читати карти морів і берегів. " * 6 + "* " + "Складати плани портів.  Креслити їх. " * 6
    table = f"| **І. Мета дисципліни** | |\n|---|---|\n| {goals}| |\n| *Семестр* | 3 |\n| *Кредити* | 4 |"
    (page,) = pages_of(table)
    lines = [block.as_text() for block in page.blocks if isinstance(block, Line)]
    assert lines[0] == "**І. Мета дисципліни**"
    assert [line[:14] for line in lines[1:3]] == ["* Читати карти", "* Складати пла"]
    (grid,) = (block for block in page.blocks if isinstance(block, Grid))
    assert [line.as_text() for cell in grid.cells for line in cell.lines] == ["*Семестр*", "3", "*Кредити*", "4"]
