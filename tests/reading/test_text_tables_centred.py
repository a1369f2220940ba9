"""Tables of text whose cells are centred upright, and columns one space apart."""

import pytest

from extractors.arranging.spaced.tight import tight_stripes
from extractors.reading.files.text_tables import tables_in_text

CENTRED = """
No   Subject                 Hours   Codes        Control
                                     AB-1.2,
     History of the
1                             12     AB-2.1,      talk
     northern ports
                                     CD-3.1
     Loading of dry                  AB-1.2,
2                              8                  test
     goods                           CD-3.4
                                     CD-3.1,
3    Law of the sea           10                  test
                                     AB-2.1
     Sum                      30                  exam
""".strip("\n")


def rows(text):
    (table,) = tables_in_text(text.split("\n"))
    width = 1 + max(cell.column for cell in table.grid.cells)
    out = [[""] * width for _ in range(1 + max(cell.row for cell in table.grid.cells))]
    for cell in table.grid.cells:
        out[cell.row][cell.column] = " ".join(line.as_text() for line in cell.lines)
    return out


def test_rows_are_told_by_the_balance_of_their_lines_about_their_numbers():
    assert rows(CENTRED) == [
        ["No", "Subject", "Hours", "Codes", "Control"],
        ["1", "History of the northern ports", "12", "AB-1.2, AB-2.1, CD-3.1", "talk"],
        ["2", "Loading of dry goods", "8", "AB-1.2, CD-3.4", "test"],
        ["3", "Law of the sea", "10", "CD-3.1, AB-2.1", "test"],
        ["", "Sum", "30", "", "exam"],
    ]


def test_numbers_and_names_one_space_apart_are_two_columns():
    names = ("Vân Anh", "Bảo Lâm", "Chi Mai", "Duy Tân", "Gia Hân", "Hải Yến")
    lines = ["No   Number       Name        Class    Mark"]
    lines += [f"{n}    192254715{n} {name}      K1{n}A     {n},5" for n, name in enumerate(names, 1)]
    assert rows("\n".join(lines))[3] == ["3", "1922547153", "Chi Mai", "K13A", "3,5"]


@pytest.mark.parametrize("text", ["on 12 May", "page 3 of"])
def test_a_space_behind_figures_within_words_parts_nothing(text):
    assert tight_stripes([[[(4 * n, 4 * n + 3, word) for n, word in enumerate(text.split())]]] * 9) == []


CHAPTERS = """
                Nội dung                          Số tiết    Giáo trình, tài liệu
 Chương . Đất và nước ở vùng đồi                              TL1, TL2
  .. Đất đồi và các loại đá mẹ                       2
  .. Nước ngầm                                       4
 Chương . Rừng ven biển                                       TL1
  .. Rừng tràm                                       6
  .. Rừng đước                                       6
 Chương . Đồng cỏ                                             TL2
  .. Cỏ và gia súc                                   6
  .. Cỏ khô                                          6
""".strip("\n")


@pytest.mark.parametrize("label", ["Chương .", "Chương 2"])
def test_chapters_without_hours_are_rows_of_their_own(label):
    found = rows(CHAPTERS.replace("Chương .", label))
    assert found[0] == ["Nội dung", "Số tiết", "Giáo trình, tài liệu"] and len(found) == 10
    assert found[1] == [f"{label} Đất và nước ở vùng đồi", "", "TL1, TL2"]
    assert found[2:4] == [[".. Đất đồi và các loại đá mẹ", "2", ""], [".. Nước ngầm", "4", ""]]
    assert found[4] == [f"{label} Rừng ven biển", "", "TL1"]
