"""Tables of text under heads torn over lines, with centred headings of groups, codes close to names, lists in cells."""

from extractors.arranging.spaced.tight import tight_stripes
from extractors.reading.files.plain import pages_of
from models.page import Grid
from tests.reading.test_text_tables_centred import rows

PLAN = """
                     2.4. Components
                                                              Form of
  Code         Components of the curriculum       Number
                 (courses, placements)           of credits   final
                                                              control
                     1. GENERAL PART
AB CD 1    History of the northern harbours          3    test
AB CD 2    Loading of goods                          3    exam
AB CD 3    Language of sailors                      10 test, exam
           Safety of labour and protection of the
AB CD 4                                              4    exam
           crews
AB CD 5    Swimming                                       test
                     2. SPECIAL PART
AB EF 1    Law of the sea                            5    exam
AB EF 2    Lights and signals                        4    test
""".strip("\n")


def test_heads_torn_over_lines_stand_over_the_columns_nearest_to_them_above_the_heading_of_the_first_group():
    found = rows(PLAN)
    assert found[0] == [
        "Code",
        "Components of the curriculum (courses, placements)",
        "Number of credits",
        "Form of final control",
    ]
    assert found[1] == ["1. GENERAL PART", "", "", ""]
    assert found[2:5] == [
        ["AB CD 1", "History of the northern harbours", "3", "test"],
        ["AB CD 2", "Loading of goods", "3", "exam"],
        ["AB CD 3", "Language of sailors", "10", "test, exam"],
    ]
    assert found[5] == ["AB CD 4", "Safety of labour and protection of the crews", "4", "exam"]
    assert found[6:9] == [
        ["AB CD 5", "Swimming", "", "test"],
        ["", "2. SPECIAL PART", "", ""],
        ["AB EF 1", "Law of the sea", "5", "exam"],
    ]


def test_a_title_above_the_heads_is_none_of_them():
    untitled = PLAN.replace("2.4. Components", "Components here")
    assert rows(untitled)[0][1] == "Components of the curriculum (courses, placements)"


def test_codes_of_several_words_one_space_from_the_names_are_a_column():
    line = [[(0, 2, "AB"), (3, 5, "CD"), (6, 8, "12"), (9, 14, "Goods")], [(20, 21, "3")]]
    alone = [[(0, 2, "AB"), (3, 5, "CD"), (6, 8, "14")], [(20, 21, "4")]]
    assert tight_stripes([line, alone] * 3) == [(8, 9)]
    assert tight_stripes([alone] * 6) == []


LISTS = """
No   Topic                    Outcomes     At home               Control
1    History of the           AB1, AB2,    Reading:              Talk
     northern ports           CD3             •  chapter 2       at the end
                                              •  maps of the
                                                 coast
2    Loading of dry goods and AB1, CD4     Exercises:            At home:
     of oil                                   •  weights            •  sheet 3
                                                                    •  sheet 4
3    Law of the sea           CD3, CD4     Reading:              Talk
                                              •  treaty
""".strip("\n")


def test_lists_within_cells_are_no_columns():
    assert [[" ".join(text.split()) for text in row] for row in rows(LISTS)][2:] == [
        ["2", "Loading of dry goods and of oil", "AB1, CD4", "Exercises: • weights", "At home: • sheet 3 • sheet 4"],
        ["3", "Law of the sea", "CD3, CD4", "Reading: • treaty", "Talk"],
    ]


MARKS = """
Tuần Nội dung                                Số giờ          CĐR         Hoạt động dạy và     Đánh giá
                                             LT     TH                   học
1      Đất và đá mẹ của đồng bằng, các       3      6        CLO1        Thuyết giảng, hỏi    Câu hỏi
       loại đất phèn                                                     đáp
2      Thổ nhưỡng ven biển                   6      9        CLO2        Thảo luận            Báo cáo
3-4    Cát, sét và bùn                       6      9        CLO2        Thực địa             Báo cáo
Tổng                                         15     24
5. Đánh giá học phần
Thành phần             Hình thức                         Trọng số (%)           CĐR
Quá trình              Báo cáo BC1 - BC2                 40                     CLO1, CLO2
Cuối kỳ                Thi viết và vấn đáp               60                     CLO2
"""


def test_a_numbered_heading_above_another_head_ends_a_table() -> None:
    plan, marks = (block for block in pages_of(MARKS)[0].blocks if isinstance(block, Grid))
    assert len({cell.row for cell in plan.cells}) == 6
    assert [cell.lines[0].as_text() for cell in marks.cells if cell.row == 2][:3] == [
        "Cuối kỳ",
        "Thi viết và vấn đáp",
        "60",
    ]


UPRIGHT = """
                                   Кількість годин            Розподіл за тижнями
Шифр

              Дисципліна


                                   Усього


                                             Лекції

                          Кредити
                                                      1       2
                                                              16      14

1             2           3        4         5        6       7
1. ОБОВ'ЯЗКОВІ ДИСЦИПЛІНИ
1.1. Загальна підготовка
ОК 01         Зоологія    3        90        30               2
ОК 02         Ботаніка    4        120       40                       2
ОК 03         Хімія       5        150       50       1               2
ОК 04         Фізика      6        180       60               4
""".strip("\n")


def test_heads_written_upwards_stand_over_one_another() -> None:
    grid = next(b for b in pages_of(UPRIGHT)[0].blocks if isinstance(b, Grid))
    told = {cell.lines[0].as_text(): (cell.row, cell.column) for cell in grid.cells}
    assert [told[text][1] for text in ("Шифр", "Дисципліна", "Кредити", "Усього", "Лекції")] == [0, 1, 2, 3, 4]
    assert told["Кількість годин"][0] < told["Усього"][0]
    assert told["1. ОБОВ'ЯЗКОВІ ДИСЦИПЛІНИ"][0] + 2 == told["ОК 01"][0]


DRAWN_TOGETHER = """
                                           held with the group     Exam or pass
Code      Course                                                   of the term

                         Credits

                                  Hours in all

                                            lectures

                                                    practice

                                                              term
       BLOCK I
1. GENERAL PART
C 1       Botany     3   90   30   12   1   pass
C 2       Zoology    4   120  40   14   1   exam
C 3       Soils      5   150  50   16   2   exam
C 4       Rivers     6   180  60   18   2   pass
""".strip("\n")


def test_labels_as_many_as_columns_are_theirs_in_their_order_where_they_stand_over_others() -> None:
    grid = next(b for b in pages_of(DRAWN_TOGETHER)[0].blocks if isinstance(b, Grid))
    told = {" ".join(line.as_text() for line in cell.lines): (cell.row, cell.column) for cell in grid.cells}
    heads = ("Code", "Course", "Credits", "Hours in all", "lectures", "practice", "term", "Exam or pass of the term")
    assert [told[text][1] for text in heads] == list(range(8))
    assert told["held with the group"][0] < told["lectures"][0]
    assert [told["BLOCK I"][0] + 2, told["1. GENERAL PART"][0] + 1] == [told["C 1"][0]] * 2


def test_entries_of_a_wide_page_are_flush_within_two_characters() -> None:
    lines = ["Code          Course           Hours       Pages" + " " * 130 + "Form of control"]
    for n in range(1, 8):
        off = " " * (3 * (n % 2))
        lines.append(f"C {n}           Course {n}         {off}{n}0".ljust(43) + f"{off}{n}5".ljust(135) + "pass")
    grid = next(b for b in pages_of("\n".join(lines))[0].blocks if isinstance(b, Grid))
    assert [cell.lines[0].as_text() for cell in grid.cells if cell.column == 2][1:] == [f"{n}0" for n in range(1, 8)]


def test_an_upright_head_tells_a_column_that_one_row_fills() -> None:
    lines = ["Index    Name        Exams    Papers", "", "", "", "                                  Credits", "", ""]
    lines += [f"A.0{n}     Course {n}    {n}                 {n + 2}" for n in (1, 2, 3, 4)]
    lines += ["A.05     Course 5             5        7"]
    grid = next(b for b in pages_of("\n".join(lines))[0].blocks if isinstance(b, Grid))
    assert max(cell.column for cell in grid.cells) == 4
    assert [cell.column for cell in grid.cells if cell.row == 5] == [0, 1, 3, 4]
