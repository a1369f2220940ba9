"""Heads of columns of scans that are labels but for a blank or a mark."""

import pytest

from models.edits import apply
from normalizers.garble.scans.head_cells import head_cell_edits

LABELS = frozenset({"Mã", "Tên", "Mô tả", "Tỉ lệ", "Tỉ lệ %", "Tuần", "Số tín chỉ", "Học phần", "Học phân"})


def heads(text: str) -> str:
    return apply(text, tuple(head_cell_edits(text, LABELS)))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Mã\tTên\tTilệ(%)", "Mã\tTên\tTỉ lệ(%)"),
        ("Mã\tTên\tTiIệ(%)", "Mã\tTên\tTỉ lệ(%)"),
        ("Tuân\tTên\tMô tả", "Tuần\tTên\tMô tả"),
        ("MÃ\tTÊN\tSÔ TÍN CHỈ", "MÃ\tTÊN\tSỐ TÍN CHỈ"),
    ],
)
def test_a_head_between_labels_is_one(read: str, meant: str) -> None:
    assert heads(f"Bảng 1\n{read}\nA1\tBài tập\t5%") == f"Bảng 1\n{meant}\nA1\tBài tập\t5%"


@pytest.mark.parametrize(
    "line", ["Trần Văn Tuân\tTên\tMô tả", "Tuân\tHà\tMô tả", "Mã Tên Tilệ", "Mã\tTên\tHọc phấn", "Mã\tTên\tTuần"]
)
def test_other_cells_stay(line: str) -> None:
    assert heads(line) == line
