"""Tables whose cells stand one space apart, as text layers without columns leave them."""

import pytest

from extractors.curriculum.grids import grids
from tests.extraction_curriculum.paper import document, only, rows

PLAN = """STT Mã HP Tên học phần Số TC LT BT Học phần học trước
1 DCH101 Địa chất đại cương 1 3 30 15
2 KVT102 Khoáng vật học 2 20 10 DCH101
3 TRD203 Trắc địa mỏ 3 30 15 KVT102
"""
TORN = """TT Tên học phần
Mã học
phần
Số
tín
chỉ
Số tiết
Học kỳ
Lý
thuyết
Thực
hành
1
Cơ học đất và
nền móng
DAT
201
3 30 15 2
2 Vật liệu xây dựng
VLX
202
2 20 10 3
3 Kết cấu thép
KCT
303
3 35 10 4
"""
TOPICS = """Назви тем
Кількість годин
денна форма заочна форма
усього
у тому числі
усього
у тому числі
л с.р. л с.р.
Тема 1. Ліси Полісся 30 6 24 30 2 28
Змістовий модуль 2. Степ
Тема 2. Лісосмуги 30 8 22 30 4 26
Тема 3. Розсадники 30 4 26 30 2 28
Усього годин 90 18 72 90 8 82
"""


def test_a_head_of_labels_tells_the_columns_of_a_plan() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO\n" + PLAN)
    assert only(rows("courses", made), "code", "name", "credits") == [
        ("DCH101", "Địa chất đại cương 1", 3),
        ("KVT102", "Khoáng vật học", 2),
        ("TRD203", "Trắc địa mỏ", 3),
    ]
    assert ("DCH101", "lecture", 30) in only(rows("workloads", made), "course_code", "activity", "hours")
    assert only(rows("course_relations", made), "course_code", "code") == [("KVT102", "DCH101"), ("TRD203", "KVT102")]


def test_heads_and_cells_over_several_lines_are_whole_again() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO\n" + TORN)
    assert only(rows("courses", made), "code", "name", "credits", "semester") == [
        ("DAT 201", "Cơ học đất và nền móng", 3, 2),
        ("VLX 202", "Vật liệu xây dựng", 2, 3),
        ("KCT 303", "Kết cấu thép", 3, 4),
    ]


def test_parts_of_both_forms_of_study_stand_below_their_heads() -> None:
    made = document("РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ\nСтруктура навчальної дисципліни\n" + TOPICS, language="uk")
    (table,) = grids(made)
    assert [p.text for p in table.rows[1]] == ["Назви тем", *["денна форма"] * 3, *["заочна форма"] * 3]
    assert [p.text for p in table.rows[3][1:]] == ["усього", "л", "с.р."] * 2
    assert [[p.text for p in row][1:] for row in table.rows[-2:]] == [
        ["30", "4", "26", "30", "2", "28"],
        ["90", "18", "72", "90", "8", "82"],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        PLAN.replace(" 15\n", "\n").replace(" 10 ", " "),  # cells are lacking
        PLAN.replace("Số TC LT", "Số TC Ghi thêm LT"),  # a word that is no label
        "TT Tên học phần Số TC Học kỳ\n" + "1\nĐịa lý\n3\n2\n2\nLịch sử\n3\n1\n3\nHóa học\n2\n2\n",  # a cell to a line
    ],
)
def test_what_parts_in_no_certain_way_is_no_table(lines: str) -> None:
    assert not rows("courses", document("CHƯƠNG TRÌNH ĐÀO TẠO\n" + lines))
