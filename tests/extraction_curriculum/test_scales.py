"""Grading scales in running lines and in tables that lie on their side."""

from extractors.tables import grades
from tests.extraction_structure.conftest import document_of

COLUMNS = ("letter", "points", "min_percent", "max_percent")


def said(words: str) -> list[tuple[object, ...]]:
    return [tuple(row.get(column) for column in COLUMNS) for row in grades.extract(document_of(words, language="vi"))]


def test_lines_give_bounds_and_points_of_each_letter() -> None:
    words = (
        "QUY CHẾ\nĐiều 9. Điểm\n1. Điểm chữ như sau:\nA+: từ 9,5 đến 10,0;\nA: từ 8,5 đến 9,4;\nB + : từ 7,5 - 8,4;\n"
        "C: từ 5,0 đến dưới 7,5;\nF: dưới 5,0.\n2. Quy đổi:\nA+ quy đổi thành 4,0;\nA quy đổi thành 3,7;\n"
        "B+ quy đổi thành 3,5;\nC quy đổi thành 2,0;\nF quy đổi thành 0,0.\n"
    )
    assert said(words) == [
        ("A+", 4, 9.5, 10), ("A", 3.7, 8.5, 9.4), ("B+", 3.5, 7.5, 8.4), ("C", 2, 5, 7.5), ("F", 0, None, 5),
    ]  # fmt: skip


def test_a_few_lines_that_look_so_are_no_scale() -> None:
    assert said("QUY CHẾ\nĐiều 9. Phòng\nA: từ 8 đến 10\nB: từ 3 đến 5\nKhác\n") == []


def test_a_scale_on_its_side() -> None:
    words = (
        "QUY ĐỊNH\nĐiều 3. Thang điểm\nĐiểm chữ\tA\tB+\tB\tC\tF\nThang điểm 4\t4,0\t3,5\t3,0\t2,0\t0\n"
        "Thang điểm 10\t8,5 - 10\t8,0 - 8,4\t7,0 - 7,9\t5,5 - 6,9\tDưới 5,5\n"
    )
    assert [row[:2] for row in said(words)] == [("A", 4), ("B+", 3.5), ("B", 3), ("C", 2), ("F", 0)]
