"""Lines of cells in tables of text: marked, run together, or set as rows of their own by a converter."""

import pytest

from extractors.reading.files.plain import pages_of
from models.page import Grid


def cells(text: str) -> list[list[list[str]]]:
    (grid,) = (block for block in pages_of(text)[0].blocks if isinstance(block, Grid))
    rows = {cell.row for cell in grid.cells}
    return [[[line.as_text() for line in c.lines] for c in grid.cells if c.row == row] for row in sorted(rows)]


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("Лоція<br>Сигнали<br/>Вузли", ["Лоція", "Сигнали", "Вузли"]),
        ("<ul><li>Лоція</li><li>Сигнали</li></ul>", ["Лоція", "Сигнали"]),
        ("Основні: 1. Коваль І. Лоція. 2. Гай О. Вузли.", ["Основні:", "1. Коваль І. Лоція.", "2. Гай О. Вузли."]),
        ("ОН 1. Карта оқиды. ОН 2. Түйін байлайды.", ["ОН 1. Карта оқиды.", "ОН 2. Түйін байлайды."]),
        ("Bài 1: Sóng 1.1. Sóng dọc 1.2. Sóng ngang", ["Bài 1: Sóng 1.1. Sóng dọc 1.2. Sóng ngang"]),
        ("Nơi nhận: - Như trên; - Lưu: VT.", ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]),
        ("Гай О. Вузли. – Київ: Порт, 2019. – 90 с.", ["Гай О. Вузли. – Київ: Порт, 2019. – 90 с."]),
        ("Тема 1. Лоція та вітри 2 - 4 бали", ["Тема 1. Лоція та вітри 2 - 4 бали"]),
    ],
)
def test_a_cell_has_the_lines_that_a_converter_ran_together(cell: str, lines: list[str]) -> None:
    assert cells(f"Назва\tЗміст\nРозділ\t{cell}\nФорма\tзалік\n")[1][1] == lines


def test_rows_that_only_go_on_with_the_one_above_are_one_with_it() -> None:
    found = cells(
        "Mục\tBài đánh\tGhi chú\ntiêu\tgiá\t\nMT1\tVẽ được hải đồ vùng nước\tR\n\tnông gần cảng.\t\nMT2\tGác ca\tM\n"
    )
    assert found[0] == [["Mục", "tiêu"], ["Bài đánh", "giá"], ["Ghi chú"]]
    assert found[1] == [["MT1"], ["Vẽ được hải đồ vùng nước", "nông gần cảng."], ["R"]]
    assert [row[0] for row in found[2:]] == [["MT2"]]


@pytest.mark.parametrize(
    "below", ["\tгаки\t", "\tПорти\t", "\tпорти\t4", "\tпорти на узбережжі всіх морів, що їх тоді вже знали люди.\t"]
)
def test_rows_of_their_own_stay_apart(below: str) -> None:
    assert len(cells(f"№\tНазва\tГодини\n1\tВузли\t2\n{below}\n2\tВітри\t2\n")) == 4


@pytest.mark.parametrize(("numbers", "rows"), [("1\t2\t3\n", 3), ("", 3)])
def test_a_whole_row_goes_on_with_a_head_above_a_row_that_numbers_the_columns(numbers: str, rows: int) -> None:
    found = cells(f"Код\tКомпоненти програми,\tФорма\nн/д\tпрактики\tконтролю\n{numbers}ОК 1\tЛоція\tзалік\n")
    assert len(found) == rows and (found[0][2] == ["Форма", "контролю"]) is bool(numbers)
