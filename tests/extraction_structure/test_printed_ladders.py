"""One outline printed with other marks: words, strokes, brackets or nothing behind the numbers."""

import pytest

from extractors.tables.provisions import extract

RULES = """QUY ĐỊNH
Điều 1. Mượn sách
{k}1. Bạn đọc trình thẻ khi mượn.
{k}2. Mỗi lần bạn đọc được mượn:
{p}a{s} Giáo trình;
{p}b{s} Sách tham khảo.
Điều 2. Trả sách
{k}1. Bạn đọc trả sách tại quầy.
"""
POINTS = ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 1.2.a", "Điều 1.2.b", "Điều 2", "Điều 2.1"]


@pytest.mark.parametrize(("k", "p", "s"), [("Khoản ", "Điểm ", ")"), ("", "", "/"), ("", "", ")")])
def test_clauses_and_points_of_articles(read, k, p, s):
    rows = extract(read(RULES.format(k=k, p=p, s=s), kind="regulation", language="vi"))
    assert [row.get("number") for row in rows] == POINTS
    assert [row.get("text") for row in rows][3:5] == ["Giáo trình;", "Sách tham khảo."]


def test_a_clause_named_in_a_sentence_opens_none(read):
    words = "QUY ĐỊNH\nĐiều 1. Bãi bỏ\nQuy định này bãi bỏ\nkhoản 2 Điều 3 và\nđiểm a khoản 1 Điều 4 của quy định cũ.\n"
    assert [row.get("number") for row in extract(read(words, kind="regulation", language="vi"))] == ["Điều 1"]


def test_sections_in_brackets_and_roman_numbers_without_a_stop(read):
    words = "KẾ HOẠCH\nThi đua\nI MỤC ĐÍCH\n1) Mục tiêu\n1.1. Dạy tốt.\n1.2. Học tốt.\nII TỔ CHỨC\n"
    found = extract(read(f"{words}1) Tổ trưởng phân công.\n2) Giáo viên báo cáo.\n", kind="plan", language="vi"))
    numbers = [row.get("number") for row in found]
    assert numbers[0] == "I" and "II" in numbers and len(numbers) == 7
    assert all(row.get("parent") == numbers[1] for row in found[2:4])
    assert [row.get("heading") for row in found if row.get("number") in ("I", "II")] == ["MỤC ĐÍCH", "TỔ CHỨC"]


def test_a_dash_of_a_converter_before_a_clause_whose_number_touches_its_text(read):
    words = "ПОЛОЖЕНИЕ\nо читальном зале\n1 Общие положения\n- 1.1.Зал открыт ежедневно.\n- 1.2.Вход свободный.\n"
    found = extract(read(words, kind="regulation", language="ru"))
    assert [(row.get("number"), row.get("text")) for row in found[1:]] == [
        ("1.1", "Зал открыт ежедневно."),
        ("1.2", "Вход свободный."),
    ]
