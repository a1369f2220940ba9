"""Tables of text files, laid out with spaces or drawn with bars, and what looks like one and is none."""

import pytest

from extractors.reading.files.plain import pages_of
from models.page import Grid


def said(text):
    """Return the tables of a text as rows of cells; the lines of a cell are joined by a stroke."""
    tables = []
    for page in pages_of(text.strip("\n")):
        for grid in (block for block in page.blocks if isinstance(block, Grid)):
            height = max(cell.row for cell in grid.cells) + 1
            width = max(cell.column + cell.column_span for cell in grid.cells)
            rows = [[""] * width for _ in range(height)]
            for cell in grid.cells:
                rows[cell.row][cell.column] = "/".join(line.as_text() for line in cell.lines)
            tables.append(rows)
    return tables


HOURS = """
Kế hoạch giảng dạy
TT   Nội dung                       Số giờ   Tài liệu
1    Sai số và độ tin cậy              4       [1]
2    Phương pháp thu thập số liệu
     trong doanh nghiệp nhỏ           10       [2]
3    Ôn tập                            2       [1]
     Tổng cộng                        16
Giảng viên công bố đề cương ngay buổi học đầu tiên, kèm cách thức đánh giá.
"""
MIDDLE = """
Код    Зміст                          Години
       Класифікація водних екосистем
1.1    та їхні характеристики             4
       Механізми забруднення водойм
1.2    і способи їх відновлення           6
"""
OVER = """
Môn học                   Số tín chỉ
                        LT    TH   Tổng
Toán cao cấp             2     1     3
I. Kiến thức cơ sở ngành             7
Vật lý đại cương         3     1     4
Hóa học                  2     1     3
"""
DASHED = """
Component      Weight   Due
------------   ------   -----
Homework       20%      W3
Final exam     80%      W15
"""


def test_cells_go_on_and_sums_stand_alone():
    assert said(HOURS) == [
        [
            ["TT", "Nội dung", "Số giờ", "Tài liệu"],
            ["1", "Sai số và độ tin cậy", "4", "[1]"],
            ["2", "Phương pháp thu thập số liệu/trong doanh nghiệp nhỏ", "10", "[2]"],
            ["3", "Ôn tập", "2", "[1]"],
            ["", "Tổng cộng", "16", ""],
        ]
    ]


def test_figures_at_half_height_of_their_cells():
    assert said(MIDDLE)[0][1:] == [
        ["1.1", "Класифікація водних екосистем/та їхні характеристики", "4"],
        ["1.2", "Механізми забруднення водойм/і способи їх відновлення", "6"],
    ]


def test_heads_over_columns_and_headings_of_groups():
    assert said(OVER)[0] == [
        ["Môn học", "Số tín chỉ", "", ""],
        ["", "LT", "TH", "Tổng"],
        ["Toán cao cấp", "2", "1", "3"],
        ["I. Kiến thức cơ sở ngành", "", "", "7"],
        ["Vật lý đại cương", "3", "1", "4"],
        ["Hóa học", "2", "1", "3"],
    ]


def test_a_rule_of_dashes_tells_the_columns():
    assert said(DASHED) == [[["Component", "Weight", "Due"], ["Homework", "20%", "W3"], ["Final exam", "80%", "W15"]]]


def test_heads_written_upwards_stand_far_above():
    text = "\n\n\n          Lectures\n\n\n                    Seminars\n\n\nNo.  Topic\n\n\n"
    text += "1    Soil      30        15\n2    Water     20        10\n3    Air       10        5\n"
    assert said(text)[0][0] == ["No.", "Topic", "Lectures", "Seminars"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("| A | B |\n|---|:-:|\n| 1 | x\\|y |\n", [["A", "B"], ["1", "x|y"]]),
        ("id | name\n---+-----\n 1 | Math\n 2 | Art\n", [["id", "name"], ["1", "Math"], ["2", "Art"]]),
        ("┌────┬─────┐\n│ TT │ TC  │\n├────┼─────┤\n│ 1  │ 3   │\n└────┴─────┘\n", [["TT", "TC"], ["1", "3"]]),
        ("+----+-------+\n| No | Topic |\n+====+=======+\n| 1  | Long  |\n|    | title |\n+----+-------+\n"
         "| 2  | Two   |\n+----+-------+\n| Both       |\n+----+-------+\n",
         [["No", "Topic"], ["1", "Long/title"], ["2", "Two"], ["Both", ""]]),
        ("STT | Nội dung | Mức\n    |          | thu\n1   | Thi      | 5\n    | lại      |\n2   | Học      | 7\n",
         [["STT", "Nội dung", "Mức/thu"], ["1", "Thi/lại", "5"], ["2", "Học", "7"]]),
    ],
)  # fmt: skip
def test_drawn_tables(text, wanted):
    assert said(text) == [wanted]


NONE = {
    "two sides of a head": "BỘ GIÁO DỤC          CỘNG HÒA XÃ HỘI\nTRƯỜNG ĐẠI HỌC       Độc lập - Tự do\n"
    "Số: 12/QĐ            Hà Nội, ngày 5 tháng 3\n",
    "signatures": "NGƯỜI LẬP        TRƯỞNG PHÒNG        HIỆU TRƯỞNG\n(Ký tên)         (Ký tên)            (Ký tên)\n"
    "Lê Văn An        Trần Thị Bình       Phạm Cường\n",
    "recipients": "Nơi nhận:                    KT. HIỆU TRƯỞNG\n- Như Điều 3;                PHÓ HIỆU TRƯỞNG\n"
    "- Lưu: VT, ĐT.               Trần Văn Dũng\n",
    "a card": "Instructor:     Dr. Green\nRoom:           214\nCredits:        4\nYear:           2\n",
    "a list": "1.   Solve the equations\n2.   Apply the transforms\n3.   Interpret the solutions\n4.   Report\n",
    "contents": "Introduction        3\nMethods             7\nResults             12\nDiscussion          19\n",
    "a poem": "   The wind at 5     goes slow\n      across the hill\n   and 3 birds       fly\n      over a mill\n",
    "justified text": "Người bán  đưa cho khách hàng  phiếu bảo hành\nThủ kho ghi  số máy đã nhận  vào thẻ\n"
    "Mỗi thùng hàng  phải có nhãn dán  hai mặt\nNên cất riêng  đồ dễ vỡ và  đồ dễ cháy\n",
    "bars in prose": "Home | About | Contact\nThe price is 5 | 6 per piece.\nA line without one.\n",
}


@pytest.mark.parametrize("kind", NONE)
def test_what_is_no_table_stays_lines(kind):
    page = pages_of(NONE[kind])[0]
    read, printed = ("\n".join(lines).split() for lines in ([b.as_text() for b in page.blocks], [NONE[kind]]))
    assert read == printed and not any(isinstance(block, Grid) for block in page.blocks)


def test_a_cell_between_tabs_goes_on_in_the_next_line() -> None:
    words = (
        "STT\tHọ tên\tViệc\tVai trò\n1\tÔng Lê An\tChỉ đạo\tTrưởng ban\n2\tBà Vũ Hoa\tXếp lịch.\nKý giấy\tThành viên\n"
        "3\tTrần Ba,\nĐỗ Tư\tSân bãi\tThành viên\ncó mặt\n4\tÔng Hà\tLoa\tThành viên\nHết.\n"
    )
    grid, line = pages_of(words)[0].blocks
    said = {(c.row, c.column): " ".join(n.as_text() for n in c.lines) for c in grid.cells}
    assert (said[2, 2], said[2, 3]) == ("Xếp lịch. Ký giấy", "Thành viên")
    assert (said[3, 1], said[3, 3], said[4, 2]) == ("Trần Ba, Đỗ Tư", "Thành viên có mặt", "Loa")
    assert line.as_text() == "Hết."


def test_a_head_that_is_wider_than_its_column_stands_apart_from_the_next() -> None:
    words = (
        "Mã MH/MĐ   Tên môn       Tín chỉ  Thời gian (giờ)\n           học                    Tổng     Thực hành\n"
        "M01        Tiện côn      4        120      84\nM02        Phay rãnh     2        45       12\n"
        "M03        Mài phẳng     3        90       56\n"
    )
    (grid,) = (block for block in pages_of(words)[0].blocks if isinstance(block, Grid))
    head = {cell.column: cell.lines[0].as_text() for cell in grid.cells if cell.row == 0}
    assert head[0] == "Mã MH/MĐ" and head[1] == "Tên môn" and head[3] == "Thời gian (giờ)"


@pytest.mark.parametrize(
    "marked",
    [
        "<table><tr><th>TT</th><th>Nội dung</th></tr><tr><td>1</td><td>Neo &amp; xích</td></tr></table>",
        '  <html><body><table border="1">\n<tr><td>TT</td>\n\n<td>Nội dung</td></tr>\n<tr><td>1</td>'
        "<td>Neo &amp;<br>xích</td></tr>\n</TABLE></body></html>",
    ],
)
def test_a_table_that_a_converter_left_as_html(marked: str) -> None:
    above, grid, below = pages_of(f"4. Kế hoạch\n{marked}\n5. Đánh giá\n")[0].blocks
    assert (above.as_text(), below.as_text()) == ("4. Kế hoạch", "5. Đánh giá")
    assert [" ".join(line.as_text() for line in cell.lines) for cell in grid.cells] == [
        "TT",
        "Nội dung",
        "1",
        "Neo & xích",
    ]


@pytest.mark.parametrize("text", ["<table> is a tag of HTML.\nSo is <td>.", "<table></table>\nTrống."])
def test_words_about_html_stay_lines(text: str) -> None:
    assert [block.as_text() for block in pages_of(text)[0].blocks] == text.split("\n")
