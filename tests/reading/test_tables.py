"""Tables with rules missing: found by their gutters and lines, cut into rows, joined where cells have several lines."""

import cv2
import numpy as np

from extractors.arranging.tables.aligning import aligned_tables
from extractors.arranging.tables.drawn import rules_in, tables_in
from extractors.arranging.tables.gridding import grid_of
from extractors.arranging.tables.head_columns import with_columns
from extractors.arranging.tables.ruling import Ruled, grids_with
from extractors.arranging.tables.splitting import split_tall
from extractors.arranging.tables.strokes import Stroke, Strokes, mended
from extractors.imaging.erasing import without_rules
from models.page import Box, Word
from tests.reading.printing import said

LEFT = (40, 90, 300, 400)
"""Where the columns start; a letter is 5 points wide, a line of type of 10 points 12 high."""


def page(rows, top=100, step=18, columns=LEFT):
    """Return the words of rows of cells; a cell of several lines is given with a bar between them."""
    words, y = [], top
    for row in rows:
        for text, x in zip(row, columns, strict=False):
            for number, line in enumerate(text.split("|")):
                words += said(line, x, y + 12 * number)
        y += step + 12 * max(text.count("|") for text in row)
    return words


def cells_of(tables, words):
    """Return the rows of the tables found."""
    out = []
    for grid in grids_with(tables, words):
        height, width = (max(getattr(c, name) for c in grid.cells) + 1 for name in ("row", "column"))
        rows = [[""] * width for _ in range(height)]
        for cell in grid.cells:
            rows[cell.row][cell.column] = " ".join(line.as_text() for line in cell.lines)
        out.append(rows)
    return out


TOPICS = [
    ["TT", "Nội dung", "Số giờ", "Tài liệu"],
    ["1", "Khái niệm mở đầu và lịch sử|phát triển của ngành", "4", "[1]"],
    ["2", "Sai số và độ tin cậy", "2", "[3]"],
    ["3", "Ứng dụng trong doanh nghiệp", "11", "[2]"],
    ["", "Tổng cộng", "17", ""],
]
WANTED = [[cell.replace("|", " ") for cell in row] for row in TOPICS]


def test_a_table_without_rules_is_found_with_its_rows_of_two_lines_and_its_total():
    words = [
        *said("Các đơn vị lập kế hoạch chi tiết gửi về phòng theo mẫu quy định tại phụ lục", 40, 60),
        *page(TOPICS),
    ]
    assert cells_of(aligned_tables(words, Strokes()), words) == [WANTED]


def courses(numbers, names, gap):
    """Return rows of courses whose codes stand so near behind their numbers."""
    rows = [[n, f"KTM{k}01", name, "3", "45"] for k, (n, name) in enumerate(zip(numbers, names, strict=True), 1)]
    return rows, page(rows, columns=(40, 40 + 5 * len(numbers[0]) + gap, 90, 300, 340))


def test_numbers_near_the_codes_behind_them_are_a_column_though_some_are_misread():
    names = ["Vẽ kỹ thuật", "Cơ học đất", "Kết cấu thép", "Thủy lực", "Trắc địa", "Bê tông"]
    for numbers in ("123456", "12Œ45G"):
        rows, words = courses(numbers, names, 4)
        assert cells_of(aligned_tables(words, Strokes()), words) == [rows]
    rows, words = courses("1Œ®G5©", names, 4)  # too few tell that they count rows
    assert cells_of(aligned_tables(words, Strokes()), words) != [rows]


def test_numbers_under_a_head_over_them_and_their_names_are_no_column():
    rows = [
        [f"{n}. {name}", "4", "12"] for n, name in enumerate(("Варка", "Отбелка", "Регенерация", "Охрана труда"), 1)
    ]
    words = page([["Раздел", "Лекции", "СРС"], *rows], columns=(40, 200, 300))
    assert cells_of(aligned_tables(words, Strokes()), words) == [[["Раздел", "Лекции", "СРС"], *rows]]


def test_a_head_and_a_row_that_make_no_table_by_themselves_are_of_the_one_below():
    rows = [["TT", "Mã", "Tên", "TC", "LT"], *courses("123456", ["Vẽ kỹ thuật hai chiều"] * 6, 7)[0]]
    words = page(rows[:1], columns=(30, 60, 90, 300, 340)) + page(rows[1:2], 118, columns=(40, 52, 90, 300, 340))
    words += page(rows[2:3], 136, columns=(42, 54, 90, 300, 340))
    words += page(rows[3:], 154, columns=(40, 50, 90, 300, 340))
    assert cells_of(aligned_tables(words, Strokes()), words) == [rows]


def test_a_total_below_the_fullest_row_is_a_row_of_its_own():
    rows = [
        ["TT", "Chủ đề", "Lý thuyết", "Thực hành"],
        ["1", "Cắt tỉa", "2", "3"],
        ["2", "Kinh doanh cây cảnh", "6", "3"],
    ]
    rows.append(["", "Tổng cộng", "8", "6"])
    words = page(rows, step=14)
    assert cells_of(aligned_tables(words, Strokes()), words) == [rows]


def test_rules_across_hold_a_table_of_two_columns_and_running_text_between_tables_parts_them():
    first = [["A", "Giỏi"], ["B", "Khá"], ["C", "Yếu"]]
    text = said("Sinh viên đăng ký học phần trên cổng thông tin theo đúng thời hạn", 40, 162)
    text += said("và nộp học phí trước ngày thi", 40, 174)
    words = page(first, 100) + text + page(first, 200)
    ys = [y + 18 * n for y in (96, 196) for n in range(4)]
    strokes = Strokes(tuple(Stroke(y, 36, 460) for y in ys), ())
    assert cells_of(aligned_tables(words, strokes), words) == [first, first]


def test_rules_down_are_the_columns():
    words = page(TOPICS)
    strokes = Strokes((), tuple(Stroke(x, 95, 205) for x in (80, 290, 390)))
    (table,) = aligned_tables(words, strokes)
    assert cells_of([table], words) == [WANTED]
    assert {cell.x0 for cell in table.cells} >= {80, 290, 390}


def test_rules_with_all_print_on_one_side_are_no_table():
    words = [w for n in range(6) for w in said(f"Nguồn số {n} của danh mục tài liệu tham khảo", 90, 100 + 16 * n)]
    assert aligned_tables(words, Strokes((), tuple(Stroke(x, 95, 205) for x in (80, 500, 512)))) == []


def test_the_head_of_an_act_a_list_and_a_signature_are_no_tables():
    head = page([["BỘ GIÁO DỤC", "CỘNG HÒA XÃ HỘI"], ["TRƯỜNG ĐẠI HỌC", "Độc lập - Tự do"], ["Số: 12/QĐ", "Hà Nội"]],
                columns=(60, 320))  # fmt: skip
    words = head + page([["1.", "Các đơn vị lập kế hoạch"], ["2.", "Phòng Đào tạo theo dõi"], ["3.", "Khoa báo cáo"]],
                        200, columns=(40, 60))  # fmt: skip
    assert aligned_tables(words, Strokes((Stroke(150, 80, 150), Stroke(150, 340, 420)), ())) == []


def test_a_frame_with_rules_down_is_cut_into_the_rows_of_its_lines():
    words = page(TOPICS)
    xs = (36, 80, 290, 390, 460)
    cells = [Box(a, y, b, z) for y, z in ((95, 114), (114, 206)) for a, b in zip(xs, xs[1:], strict=False)]
    assert cells_of([split_tall(Ruled(Box(36, 95, 460, 206), cells), words)], words) == [WANTED]


def test_a_ruled_row_whose_cells_have_many_lines_stays_one_row():
    rows = [["1", "Mô tả mục tiêu của học phần|bằng lời và hình vẽ cho|người nghe không chuyên", "Bài tập|nhóm", "x"]]
    words = page(rows)
    xs = (36, 80, 290, 390, 460)
    table = Ruled(Box(36, 95, 460, 150), [Box(a, 95, b, 150) for a, b in zip(xs, xs[1:], strict=False)])
    assert split_tall(table, words) == table


def test_a_broken_rule_is_one():
    assert mended([Stroke(100.0, 40, 200), Stroke(100.8, 205, 400), Stroke(120, 40, 90)]) == (
        Stroke(100.4, 40, 400), Stroke(120, 40, 90))  # fmt: skip


def half_ruled():
    """Return a page image of 200 dpi with two rules down and a letter that stands on one of them."""
    image = np.full((900, 1400), 255, np.uint8)
    for x in (400, 800):
        cv2.line(image, (x, 200), (x, 600), 0, 3)
    cv2.line(image, (300, 640), (480, 640), 0, 3)  # a line to write on
    cv2.rectangle(image, (385, 300), (425, 312), 0, -1)
    return image


def test_rules_of_tables_are_erased_lines_of_forms_and_letters_are_not():
    image = half_ruled()
    rules = rules_in(image, 200)
    assert [round(s.at / 72 * 200, -1) for s in rules.strokes.down] == [400, 800]
    bare = without_rules(image, 200, rules)
    assert bare[450, 400] == bare[450, 800] == 255
    assert bare[306, 410] == 0 and bare[640, 400] == 0
    assert without_rules(bare, 200, rules_in(bare, 200)) is bare
    assert tables_in(rules, []) == []


def test_a_fold_is_erased_where_no_letter_stands_on_it():
    image = np.full((900, 1400), 255, np.uint8)
    cv2.line(image, (0, 500), (1399, 500), 90, 3)
    cv2.line(image, (100, 700), (1300, 700), 0, 3)  # under a head
    cv2.rectangle(image, (600, 480), (604, 510), 0, -1)
    bare = without_rules(image, 200, rules_in(image, 200))
    assert bare[500, 300] == 255 and bare[500, 602] == 0 and bare[700, 300] == 0


def ruled_sheet():
    """Return a page image of 200 dpi with a ruled table of two rows and three columns, and its rules."""
    image = np.full((900, 1400), 255, np.uint8)
    for y in (200, 420, 480):
        cv2.line(image, (200, y), (1000, y), 0, 3)
    for x in (200, 500, 800, 1000):
        cv2.line(image, (x, 200), (x, 480), 0, 3)
    return image


def test_bold_print_that_runs_together_is_no_rule_and_is_not_erased():
    image = ruled_sheet()
    cells = len(rules_in(image, 200).tables[0].cells)
    cv2.line(image, (650, 240), (650, 390), 0, 5)  # a word written upwards
    cv2.line(image, (240, 320), (460, 320), 0, 5)  # one along its cell
    rules = rules_in(image, 200)
    assert len(rules.tables[0].cells) == cells == 6
    bare = without_rules(image, 200, rules)
    assert bare[300, 650] == 0 and bare[320, 350] == 0
    assert bare[300, 500] == 255 and bare[420, 350] == 255


def test_a_wide_rule_at_low_resolution_is_erased_whole():
    image = ruled_sheet()
    for x in (500, 800):
        cv2.line(image, (x, 200), (x, 480), 0, 5)
    bare = without_rules(image, 200, rules_in(image, 200))
    assert (bare[215:405, 490:511] == 255).all() and (bare[215:405, 790:811] == 255).all()


def test_a_sparse_matrix_keeps_its_columns_and_names_of_two_lines_their_rows():
    rows = [
        ["Tên môn|học", "PLO1", "PLO2", "PLO3"],
        ["Cơ học đất|đá", "", "x", ""],
        ["Kế toán|quản trị", "x", "", ""],
        ["Sinh thái|học", "", "", "x"],
        ["Hóa học|đại cương", "x", "", ""],
    ]
    words = page(rows, step=22, columns=(40, 180, 250, 320))
    strokes = Strokes(tuple(Stroke(y, 36, 400) for y in (96, 126, 270)), ())
    assert cells_of(aligned_tables(words, strokes), words) == [[[c.replace("|", " ") for c in row] for row in rows]]


def test_one_line_beside_two_stands_in_a_column_of_its_own():
    words = []
    for n, y in enumerate((100, 140, 180)):
        words += (
            said(f"CLO{n + 1}", 40, y + 6) + said("Vận dụng phần mềm để", 90, y) + said("xử lý số liệu", 90, y + 12)
        )
        words += said("4", 240, y + 6)
    strokes = Strokes(tuple(Stroke(y, 36, 280) for y in (90, 132, 172, 212)), ())
    (table,) = cells_of(aligned_tables(words, strokes), words)
    assert table[1] == ["CLO2", "Vận dụng phần mềm để xử lý số liệu", "4"]


def test_words_of_a_table_whose_cell_lost_a_rule_are_not_lost():
    cells = [Box(0, 0, 50, 20), Box(50, 0, 100, 20), Box(0, 20, 50, 40)]  # the rules of the last cell were not found
    words = [Word(text, Box(x, y, x + 20, y + 10), 0.9) for text, x, y in (
        ("Tuần", 5, 5), ("Số", 55, 5), ("1", 5, 25), ("ba", 55, 25), ("giờ", 78, 25))]  # fmt: skip
    grid = grid_of(cells, Box(0, 0, 100, 40), words, tolerance=6.0)
    assert {(c.row, c.column): [line.as_text() for line in c.lines] for c in grid.cells} == {
        (0, 0): ["Tuần"], (0, 1): ["Số"], (1, 0): ["1"], (1, 1): ["ba giờ"],
    }  # fmt: skip


def test_two_columns_are_a_table_where_one_holds_figures():
    rows = [["Activity", "Hours"], ["Lectures", "24"], ["Independent study", "156"], ["Total", "180"]]
    words = page(rows, columns=(60, 250))
    assert cells_of(aligned_tables(words, Strokes((), ())), words) == [rows]


def test_two_columns_of_words_and_contents_are_none():
    heads = [["BỘ GIÁO DỤC", "CỘNG HÒA"], ["TRƯỜNG ĐẠI HỌC", "Độc lập"], ["Số: 12/QĐ", "Hà Nội, ngày 5"]]
    contents = [["", "стор."], ["1. Вступ", "3"], ["2. Будова", "7"], ["3. Порядок", "9"], ["4. Додаток", "12"]]
    for rows in (heads, contents):
        words = page(rows, columns=(60, 300))
        assert aligned_tables(words, Strokes((), ())) == []


def test_a_head_without_rules_down_is_parted_as_the_rows_below() -> None:
    head = [*said("TT", 45, 104), *said("Tên sách", 120, 104), *said("Tác giả", 310, 104)]
    caption = [*said("Sách giáo khoa", 45, 104), *said("lớp 8 năm nay", 114, 104), *said("của trường", 301, 104)]
    edges = [40, 115, 300, 460]
    body = [Box(a, y, b, y + 20) for y in (120, 140, 160) for a, b in zip(edges, edges[1:], strict=False)]
    table = Ruled(Box(40, 100, 460, 180), [Box(40, 100, 460, 120), *body])
    assert len(with_columns(table, head).cells) == 3 + len(body)
    assert len(with_columns(table, caption).cells) == 1 + len(body)


def test_the_rest_of_a_row_on_top_of_a_page_is_a_table_though_one_cell_holds_it_all():
    cells = [Box(left, 40, left + 90, 60) for left in (0, 90, 180)]
    words = [Word("cuối", Box(95, 44, 120, 54), 0.9)]
    grid = grid_of(cells, Box(0, 40, 270, 60), words, tolerance=6.0)
    assert grid is not None and [(c.column, len(c.lines)) for c in grid.cells] == [(0, 0), (1, 1), (2, 0)]
    above = [Word("lời", Box(5 * n, 10, 5 * n + 4, 20), 0.9) for n in range(20)]
    assert grid_of(cells, Box(0, 40, 270, 60), [*above, *words], tolerance=6.0) is None
