"""Text files that a converter to Markdown left: signs behind backslashes, rules of dashes, rows of Markdown."""

from extractors.curriculum.grids import clean
from extractors.reading.files.plain import pages_of
from models.page import Grid, Line

TEXT = r"""7. Học liệu
-----------
\[1\] Trần Văn A, \"Sách một\", 2031.
\[2\] Lê Thị B, \"Sách hai\", 2032."""


def lines(text: str) -> list[tuple[str, str]]:
    return [(b.as_text(), b.role) for b in pages_of(text)[0].blocks if isinstance(b, Line)]


def test_signs_come_without_their_backslashes_and_rules_are_no_text() -> None:
    assert lines(TEXT) == [
        ("7. Học liệu", "body"),
        ("-----------", "furniture"),
        ('[1] Trần Văn A, "Sách một", 2031.', "body"),
        ('[2] Lê Thị B, "Sách hai", 2032.', "body"),
    ]


def test_a_lone_backslash_stays() -> None:
    assert lines(r"Thư mục C:\.venv và D:\-cu") == [(r"Thư mục C:\.venv và D:\-cu", "body")]


def test_rows_of_markdown_are_rows_unless_they_go_on_in_small_letters() -> None:
    rows = ["| TT | Việc | Nơi |", "|--|:--|--|", "| 1 | Nghỉ Tết | |", "| | **Học kỳ 2** | |", "| 2 | Tổ chức | A |"]
    for word, count in (("**Học kỳ 2**", 4), ("và nghỉ hè", 3)):
        (grid,) = pages_of("\n".join(rows).replace("**Học kỳ 2**", word))[0].blocks
        assert isinstance(grid, Grid)
        assert 1 + max(cell.row for cell in grid.cells) == count


def test_the_sign_of_a_note_is_no_mark_of_bold_words() -> None:
    assert clean("**Tuần** hội nhập (**)") == "Tuần hội nhập (**)"


def test_bars_stay_in_line_where_backslashes_go() -> None:
    rule = "+------+-----+-----+"
    text = "\n".join([rule, "| №    | а   | б   |", rule, r"| 1\.  | І   | ІІ  |", rule, r"| \[2\] С\.  | 1   |", rule])
    (grid,) = pages_of(text)[0].blocks
    assert isinstance(grid, Grid)
    assert [c.column_span for c in grid.cells if c.row == 2] == [2, 1]


def test_one_tall_row_parts_no_rows_of_a_grid() -> None:
    rule, tall = "+----+------+", [f"| {'1' if n == 0 else ' '}  | ch{n:02d} |" for n in range(10)]
    rest = [line for n in range(3) for line in (rule, f"| {n + 2}  | tên  |", "|    | Hai  |")]
    (grid,) = pages_of("\n".join([rule, "| TT | Tên  |", rule, *tall, *rest, rule]))[0].blocks
    assert isinstance(grid, Grid)
    assert 1 + max(cell.row for cell in grid.cells) == 5
