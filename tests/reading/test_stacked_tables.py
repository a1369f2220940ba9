"""Tables of text files whose cells stand one to a line."""

import pytest

from extractors.reading.files.stacked import stacked_tables
from extractors.reading.files.text_tables import tables_in_text

HEAD = ["Mã môn", "Tên môn học", "Số giờ"]
BODY = [["TOAN12", "Toán rời rạc", "45"], ["LY07", "Vật lý đại cương", "60"], ["HOA3", "Hóa học", "30"]]


def cells(grid):
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(" ".join(line.text for line in cell.lines))
    return list(rows.values())


def by_row(rows):
    return [line for row in rows for cell in row for line in (cell, "")]


def by_column(rows):
    return [line for column in zip(*rows, strict=True) for line in (*column, "")]


@pytest.mark.parametrize("laid", [by_row, by_column])
def test_cells_one_to_a_line_are_a_table(laid):
    lines = ["Điều 5. Các môn bổ sung như sau:", *laid([HEAD, *BODY]), "Điều 6. Tổ chức thực hiện"]
    (table,) = tables_in_text(lines)
    assert cells(table.grid) == [HEAD, *BODY]
    assert lines[table.first] == "Mã môn" and table.last < len(lines) - 1


def test_a_cell_goes_on_in_small_letters_and_one_value_may_be_misread():
    rows = [["TT", "Công việc", "Số buổi"], ["1", "Khảo sát", "2"], ["2", "Tập huấn", "À"], ["3", "Viết báo cáo", "5"]]
    rows += [["4", "Nghiệm thu", "1"], ["5", "Lưu hồ sơ", "1"]]
    lines = by_row(rows)
    lines[lines.index("Viết báo cáo") : lines.index("Viết báo cáo") + 1] = ["Viết báo", "cáo"]
    (table,) = stacked_tables(lines)
    assert cells(table.grid) == rows


def test_a_plan_of_many_columns_may_have_a_long_head():
    long = "Наименование циклов, дисциплин, модулей, междисциплинарных курсов, практик"
    head = ["Индекс", long, "Формы аттестации", "Максимальная", "Лекции", "Занятия", "Проекты", "Всего", "Семестр"]
    rows = [[f"ОП.0{n}", "Лесные машины", "Э", "96", "20", "30", "14", "64", str(n)] for n in (1, 2, 3, 4)]
    (table,) = stacked_tables(["УЧЕБНЫЙ ПЛАН", "", *(cell for row in [head, *rows] for cell in row)])
    assert cells(table.grid) == [head, *rows]


@pytest.mark.parametrize(
    "lines",
    [
        by_row([HEAD, *BODY[:2]]),  # two rows prove nothing
        by_row([["Nơi nhận", "Để biết", "Lưu"], ["Sở Tài chính", "Văn thư", "3"], ["Phòng Đào tạo", "Kho", "4"]] * 2),
        by_row([HEAD, BODY[0], BODY[1][:2], BODY[2], BODY[0]]),  # a blank cell left no line
        ["Mục tiêu", "PO1", "PO2", "PLO1", "X", "X", "PLO2", "X", "PLO3", "X", "X"],
    ],
)
def test_what_is_told_by_no_column_stays_lines(lines):
    assert stacked_tables(lines) == []


def test_rows_parted_by_blank_lines_keep_their_head():
    text = """
      Bậc          Thang 10         Thang 4        Xếp loại
       A           9,0 - 10           4,0           Rất tốt

       B           7,5 - 8,9          3,0            Tốt
       C           6,0 - 7,4          2,0            Vừa
       D           5,0 - 5,9          1,0            Yếu
    """
    lines = text.split("\n")
    (table,) = tables_in_text(lines)
    assert cells(table.grid)[0] == ["Bậc", "Thang 10", "Thang 4", "Xếp loại"]
    assert len(cells(table.grid)) == 5


def by_block(rows):
    return [line for row in rows for line in (*row, "")]


def test_rows_that_blank_lines_part_may_begin_with_words_and_hold_parts_and_sums():
    head = ["Hình thức", "Nội dung", "Mức", "Tỷ lệ"]
    works = [["Vấn đáp", "Trình bày và bảo vệ đề tài của nhóm trước cả lớp trong mười lăm phút", "K3", "30%"]]
    works += [["Tự luận", "Chương 1 và 2", "S2", "20%"], ["Thực hành", "Bài đo", "A3", "50%"]]
    lines = by_block([["Cách chấm như sau"], head, works[0], ["II", "Cuối kỳ"], *works[1:], ["Cộng", "100%"], ["Hết"]])
    (table,) = stacked_tables(lines)
    assert cells(table.grid) == [head, works[0], ["II", "Cuối kỳ"], *works[1:], ["Cộng", "100%"]]
    part, total = (next(c for c in table.grid.cells if c.row == row and c.column) for row in (2, 5))
    assert (part.column, part.column_span, total.column) == (1, 3, 2)


def test_blocks_without_a_column_of_values_stay_lines():
    names = [["Họ tên", "Chức vụ", "Đơn vị"], ["Lê An", "Trưởng khoa", "Khoa Toán"], ["Vũ Bình", "Thư ký", "Khoa Lý"]]
    assert (
        stacked_tables(by_block([*names, ["Đỗ Cường", "Ủy viên", "Khoa Hóa"], ["Hà Dung", "Ủy viên", "Khoa Sử"]])) == []
    )


def test_heads_that_stand_alone_are_of_the_columns_below_them_in_their_order():
    text = (
        "No\n\nCode\n\n1\n2\n3\n4\n\nAB101\nAB102\nCD201\nCD202\n\nName\nWool\nSilk\nFelt\nDyes\n\nPoints\n2\n3\n2\n3"
    )
    (table,) = stacked_tables(text.split("\n"))
    rows = {(c.row, c.column): " ".join(line.as_text() for line in c.lines) for c in table.grid.cells}
    assert [rows[0, c] for c in range(4)] == ["No", "Code", "Name", "Points"]
    assert [rows[3, c] for c in range(4)] == ["3", "CD201", "Felt", "2"]


def test_columns_that_are_parted_below_their_heads_are_no_table():
    text = "No\n\nCode\n\n1\n2\n3\n\nAB101\nAB102\nCD201\n\n4\nCD202\n5\nCD203\n\nName\nWool\nSilk\nFelt\nDyes\nHemp"
    assert not stacked_tables(text.split("\n"))


def test_rows_that_a_number_and_a_code_begin_are_told_though_other_cells_strayed():
    rows = [["STT", "Mã môn", "Tên môn"]] + [[str(n), f"SL{n}07", f"Môn thứ {'abcdef'[n]}"] for n in range(1, 6)]
    strayed = [*rows[0], "Số giờ", *rows[1], *rows[2], "45", "30", *rows[3], *rows[4], *rows[5], "60"]
    lines = [line for cell in strayed for line in (cell, "")]
    (table,) = stacked_tables(lines)
    assert [row[:3] for row in cells(table.grid)] == rows
    assert cells(table.grid)[2][3:] == ["45 30"] and lines[table.last] == rows[-1][-1]
    assert stacked_tables(["Bài giảng" if line.startswith("SL") else line for line in lines]) == []
