"""Ladders of numbers with a rung lost: what is told of the others, and how sure it is."""

from extractors.tables.provisions import extract
from tests.extraction_structure.conftest import document_of

FRAGMENT = """ЕРЕЖЕ
Кітап беру тәртібі

4. Оқу залының кезекшісі мынадай жұмыстарды атқарады:
1) оқырманның билетін тексереді және журналға жазады;
2) кітаптың бүтіндігін қайтарғанда қарайды;
3) залдағы тәртіпті күндіз де, кешке де сақтайды.
5. Оқырман кітапты қайтарғанда мыналарды көрсетеді:
1) жеке куәлігін немесе студенттік билетін;
2) кітаппен бірге берілген қағазды.
"""
RULES = """QUY ĐỊNH
Mượn phòng máy

Điều 4. Đăng ký
1. Người học đăng ký trước hai ngày làm việc.
2. Phiếu đăng ký gồm những nội dung sau:
a) Họ tên và lớp của người mượn;
{lost}c) Số máy cần dùng.
3. Phiếu nộp tại bàn trực của phòng.
"""


def sure_of(words: str, language: str) -> dict[str, dict[str, float]]:
    rows = extract(document_of(words, kind="regulation", language=language))
    return {str(row.get("number")): {name: cell.confidence for name, cell in row.cells.items()} for row in rows}


def test_a_fragment_begins_with_the_number_of_a_clause_that_announces_a_list() -> None:
    assert list(sure_of(FRAGMENT, "kk")) == ["4", "4.1", "4.2", "4.3", "5", "5.1", "5.2"]


def test_a_clause_is_no_part_of_the_points_before_it() -> None:
    lost = FRAGMENT.replace("4. Оқу залының кезекшісі мынадай жұмыстарды атқарады:\n", "")
    assert list(sure_of(lost, "kk"))[-3:] == ["5", "5.1", "5.2"]


def test_a_number_behind_a_gap_and_the_text_before_it_are_told_in_doubt() -> None:
    whole, broken = (sure_of(RULES.format(lost=lost), "vi") for lost in ("b) Giờ mượn và giờ trả;\n", ""))
    for number, column in (("Điều 4.2.c", "number"), ("Điều 4.2.a", "text")):
        assert broken[number][column] < whole[number][column]
    assert broken["Điều 4.3"] == whole["Điều 4.3"]
    assert broken["Điều 4"] == whole["Điều 4"]


def test_a_list_that_begins_late_is_told_in_doubt_with_all_below_it() -> None:
    late = sure_of(RULES.format(lost="").replace("1. Người học đăng ký trước hai ngày làm việc.\n", ""), "vi")
    assert all(late[number]["number"] < 0.9 for number in ("Điều 4.2", "Điều 4.2.a", "Điều 4.2.c", "Điều 4.3"))
    assert late["Điều 4"]["number"] > 0.95
