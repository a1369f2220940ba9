"""Tables saved with semicolons between their cells, as spreadsheets are."""

import pytest

from extractors.reading.files.plain import pages_of
from models.page import Grid


def tables(text: str) -> list[list[tuple[int, int, str]]]:
    blocks = [block for page in pages_of(text) for block in page.blocks]
    return [
        [(c.row, c.column, " ".join(line.as_text() for line in c.lines)) for c in block.cells if c.lines]
        for block in blocks
        if isinstance(block, Grid)
    ]


def test_semicolons_below_each_other_part_cells_and_quotes_hold_them() -> None:
    text = 'ПЛАН;;\nзі спеціальності;;\n;;\nКод;Назва;Кредити\nОК 1;"Право; ""етика""";3\nОК 2;;4\n'
    assert tables(text) == [
        [(0, 0, "Код"), (0, 1, "Назва"), (0, 2, "Кредити"), (1, 0, "ОК 1"), (1, 1, 'Право; "етика"'), (1, 2, "3"),
         (2, 0, "ОК 2"), (2, 2, "4")]
    ]  # fmt: skip
    first, second, *_ = pages_of(text)[0].blocks
    assert [first.as_text(), second.as_text()] == ["ПЛАН", "зі спеціальності"]


@pytest.mark.parametrize(
    "text",
    [
        "мета; завдання; зміст\nметоди; засоби; форми\nоцінки; шкали; бали\n",
        "int a;\nint b;\nint c;\n",
        "Код;Назва;Кредити\nОК 1;Право;3\n",
        "Код;Назва;Кредити\nОК 1;Право\nОК 2;Етика;3\n",
    ],
)
def test_lists_in_sentences_code_and_uneven_lines_are_no_tables(text: str) -> None:
    assert tables(text) == []
