"""Plans written row by row without their columns, whose sums tell where empty cells were."""

from tests.extraction_curriculum.paper import only, reading, rows

CARD = "ĐỀ CƯƠNG HỌC PHẦN\nTHẠCH HỌC\n1. Mã học phần: TH2004\n2. Nội dung học phần\nTT Tên bài Số tiết CLO\n"
PLAN = """LT TH Tự học
1 Khoáng vật
tạo đá
4 8 C1
2 Đá magma và 4 8 12 C2
đá trầm tích
3 Thực địa 10 6 C3
"""


def found(sums: str) -> list[tuple]:
    return only(rows("topics", reading(f"{CARD}{PLAN}Tổng cộng {sums}\n")), "activity", "title", "hours")


def test_the_sums_tell_which_cells_of_a_row_were_empty() -> None:
    assert found("8 18 26") == [
        ("lecture", "Khoáng vật tạo đá", 4), ("self_study", "Khoáng vật tạo đá", 8),
        ("lecture", "Đá magma và đá trầm tích", 4), ("practice", "Đá magma và đá trầm tích", 8),
        ("self_study", "Đá magma và đá trầm tích", 12),
        ("practice", "Thực địa", 10), ("self_study", "Thực địa", 6),
    ]  # fmt: skip


def test_rows_whose_figures_do_not_make_the_sums_are_not_read() -> None:
    assert not [row for row in found("9 18 26") if row[2]]
