"""Cells that a converter printed in all their places are one; what is alike on paper stays apart."""

import pytest

from extractors.reading.files.plain import pages_of
from models.page import Grid

PLAN = (
    "STT\tNội dung học phần\tSố tiết\tSố tiết\n"
    "STT\tNội dung học phần\tLý thuyết\tThực hành\n"
    "Phần chung\tPhần chung\tPhần chung\tPhần chung\n"
    "1\tBản đồ hàng hải\t6\t6\n"
    "2\tLuồng lạch\tchưa xếp\tchưa xếp\n"
)


def told(text: str) -> list[tuple[int, int, int, int, str]]:
    (grid,) = (block for block in pages_of(text)[0].blocks if isinstance(block, Grid))
    return [(c.row, c.column, c.row_span, c.column_span, c.lines[0].as_text()) for c in grid.cells if c.lines]


@pytest.mark.parametrize("bars", [False, True])
def test_repeated_cells_of_heads_and_groups_are_joined(*, bars: bool) -> None:
    head, *rest = PLAN.splitlines()
    barred = "\n".join("| " + " | ".join(row.split("\t")) + " |" for row in (head, "\t".join("----"), *rest))
    found = told(barred.replace("| - | - | - | - |", "|---|---|---|---|") if bars else PLAN)
    assert (0, 0, 2, 1, "STT") in found and (0, 1, 2, 1, "Nội dung học phần") in found
    assert (0, 2, 1, 2, "Số tiết") in found and (1, 3, 1, 1, "Thực hành") in found
    assert (2, 0, 1, 4, "Phần chung") in found
    assert [cell[4] for cell in found if cell[0] > 2] == [
        "1",
        "Bản đồ hàng hải",
        "6",
        "6",
        "2",
        "Luồng lạch",
        *["chưa xếp"] * 2,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tên cũ\tTên mới\nCảng học\tCảng học\nLuồng lạch\tLuồng tàu\n",
        "Môn\tLần 1\tLần 2\nCảng học\tchưa đạt\tchưa đạt\nLuồng lạch\tđạt\tđạt\n",
        "TT\tTên cũ\tTên mới\nHọc kỳ một\t\t\n1\tThủy lực sông ngòi\tThủy lực sông ngòi\n",
    ],
)
def test_what_is_alike_on_paper_stays_apart(text: str) -> None:
    assert [cell[4] for cell in told(text)] == [cell for line in text.splitlines() for cell in line.split("\t") if cell]


def test_a_head_goes_as_far_as_its_first_cell_repeats_whatever_figures_it_has() -> None:
    rows = ["№\tНазва\tГодини\tГодини\tКурс\tКурс", "№\tНазва\tЛекції\tПрактичні\t1\t2", "1\tЛоція\t4\t4\t8\t"]
    found = told("\n".join([rows[0], *rows]))
    assert (0, 0, 3, 1, "№") in found and (0, 1, 3, 1, "Назва") in found and (2, 5, 1, 1, "2") in found


@pytest.mark.parametrize(("last", "wide"), [("Số tiết", 2), ("Ghi chú", 1)])
def test_heads_are_as_wide_as_the_heads_that_repeat_below_them(last: str, wide: int) -> None:
    found = told(f"HỌC KỲ 1\t\tHỌC KỲ 2\t\nTên\tSố tiết\tTên\t{last}\nLuồng lạch\t6\tHải đồ\t9\n")
    assert (0, 2, 1, wide, "HỌC KỲ 2") in found
