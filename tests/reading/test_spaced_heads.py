"""Plans of courses laid out with blanks: columns with a figure or two are told by the heads above them."""

from extractors.reading.files.text_tables import tables_in_text

PLAN = """\
The plan below is for those who began this autumn.

  Code   Part of the course     Exam   Pass       Hours of work           Term
                                term   term   All   Talks   Own    1   2   3   4   5
                                              hours         work
Common part
  K1     Weaving                          2   60      20     40        4
  K2     Dyes and their             3         90      30     60            5
         sources
  K3     Looms                      1         60      20     40    4
Own choice
  K4     Felt                             5   30      10     20                    3

All of it may change."""


def _rows(text):
    grids = [table.grid for table in tables_in_text(text.split("\n"))]
    assert len(grids) == 1
    cells = grids[0].cells
    rows = [[""] * (1 + max(c.column for c in cells)) for _ in range(1 + max(c.row for c in cells))]
    for cell in cells:
        rows[cell.row][cell.column] = " ".join(line.as_text() for line in cell.lines)
    return rows, {(c.row, c.column): (c.row_span, c.column_span) for c in cells}


def test_terms_with_hardly_a_figure_are_columns_under_the_head_of_their_group():
    rows, spans = _rows(PLAN)
    assert rows[0] == [
        "Code",
        "Part of the course",
        "Exam term",
        "Pass term",
        "Hours of work",
        "",
        "",
        "Term",
        *[""] * 4,
    ]
    assert rows[1] == ["", "", "", "", "All hours", "Talks", "Own work", "1", "2", "3", "4", "5"]
    assert rows[3] == ["K1", "Weaving", "", "2", "60", "20", "40", "", "4", "", "", ""]
    assert rows[4] == ["K2", "Dyes and their sources", "3", "", "90", "30", "60", "", "", "5", "", ""]
    assert rows[5][7:] == ["4", "", "", "", ""] and rows[7][7:] == ["", "", "", "", "3"]
    assert spans[0, 4] == (1, 3) and spans[0, 7] == (1, 5) and spans[0, 0] == (2, 1)


def test_without_terms_that_count_the_head_is_left_as_it_was():
    plain = PLAN.replace("1   2   3   4   5", "a   b   c   d   e")
    grids = [table.grid for table in tables_in_text(plain.split("\n"))]
    assert all(cell.column < 11 for grid in grids for cell in grid.cells)


PARTED = """\
 Code     Part of the course     Points            Hours of work             Note
                                           All           Of them
                                                 Talks    At looms      Own
  K1      Weaving                  2       60      20       10          30   wool
  K2      Dyes and their           3       90      30       20          40   felt
          sources
  K3      Looms                    2       60      20       20          20   silk
  K4      Felt                     2       60      20       20          20   silk"""


def test_a_head_over_the_middle_of_columns_that_begin_below_it_is_over_all_of_them():
    rows, spans = _rows(PARTED)
    assert rows[0] == ["Code", "Part of the course", "Points", "Hours of work", "", "", "", "Note"]
    assert rows[1] == ["", "", "", "All", "Of them", "", "", ""]
    assert rows[2] == ["", "", "", "", "Talks", "At looms", "Own", ""]
    assert spans[0, 3] == (1, 4) and spans[1, 4] == (1, 3) and spans[0, 0] == (3, 1)


def test_words_over_two_columns_whose_rests_stand_below_are_a_head_each():
    rows, _ = _rows(
        """\
  Code    Part of the course    P.      All   Talks   Laborator Practica   Own
                                                         ies       l
  K1      Weaving               2        60     20        10       10       30
  K2      Dyes                  3        90     30        20       20       20
  K3      Looms                 2        60     20        20       10       10"""
    )
    assert rows[0][5:7] == ["Laborator ies", "Practica l"]


def test_a_numbered_heading_above_a_table_and_rules_read_as_bars_are_no_head_of_it():
    rows, _ = _rows(
        """\
        3. What is woven
  Code         Part of the course | Points   Term
  K1           Weaving              2        1
  K2         | Dyes                 3        2
  K3           Looms                2        2"""
    )
    assert rows[0] == ["Code", "Part of the course", "Points", "Term"] and rows[2] == ["K2", "Dyes", "3", "2"]


def test_a_head_over_columns_may_take_two_lines():
    lines = PLAN.replace("    Term\n", "every term\n").split("\n")
    at = lines[2].index("every")
    rows, spans = _rows("\n".join([*lines[:2], " " * at + "Spread over", *lines[2:]]))
    assert rows[0][7] == "Spread over every term" and spans[0, 7] == (1, 5) and rows[1][7:] == ["1", "2", "3", "4", "5"]


GOING_ON = """\
№ п/                       Перелік дисциплін                        Всього       Вид семестрового
 п                                                                  годин           контролю
                                                                                 екзамен       залік
1      Плетіння з лози                                         54                          3
2      Ткацтво                                                 108           3
3      Фарбування природними барвниками                        81            3
4      Народний одяг                                           54                          5
5      Кераміка                                                81            4
6      Вишивка                                                 54                          2
7      Різьблення                                              54                          6
8      Деревообробка                                           216           6             5
10     Металеві прикраси                                       54                          4
13     Художнє скло                                            189           4
14     Писанка                                                 54                          3
17     Орнамент                                                324           6             3,4,5
19     Валяння вовни                                           324           6             3,4,5"""


def test_a_head_of_a_group_that_goes_on_in_one_line_is_not_one_word_for_each_column():
    rows, spans = _rows(GOING_ON)
    assert rows[0][2:] == ["Всього годин", "Вид семестрового контролю", ""] and spans[0, 3] == (1, 2)
    assert rows[1][3:] == ["екзамен", "залік"] and rows[2][2:] == ["54", "", "3"]
