"""Ladders of numbers with a rung lost: what is told of the others, and how sure it is."""

from dataclasses import replace

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


SECTIONS = """ПОЛОЖЕННЯ
про читальну залу

{first}
5.1. Зала працює щодня, крім неділі, з дев'ятої години.
5.2. Відвідувач показує квиток черговому біля входу.
6. Видача книжок
6.1. Книжки видають на підставі вимоги, поданої до обіду.
"""


def test_a_section_after_dotted_clauses_is_not_below_the_last_of_them() -> None:
    assert list(sure_of(SECTIONS.format(first="5. Робота зали"), "uk")) == ["5", "5.1", "5.2", "6", "6.1"]
    assert list(sure_of(SECTIONS.format(first=""), "uk"))[-2:] == ["6", "6.1"]


def test_a_fragment_may_begin_with_a_roman_title_or_a_dotted_number() -> None:
    roman = "HƯỚNG DẪN\nDùng phòng máy\n\nII. CÁC BƯỚC ĐĂNG KÝ MÁY\n1. Nộp phiếu tại bàn trực.\n2. Nhận số máy.\n"
    assert list(sure_of(roman, "vi")) == ["II", "II.1", "II.2"]
    dotted = "ПОЛОЖЕННЯ\nпро залу\n\n3.4. Зала працює щодня до вечора.\n3.5. Відвідувач показує квиток.\n"
    assert list(sure_of(dotted, "uk")) == ["3.4", "3.5"]


def test_a_mark_that_an_engine_put_over_the_letter_of_a_point_is_none_of_it() -> None:
    points = RULES.format(lost="").replace("c) Số", "b) Số").replace("3. Phiếu", "ç) Tên phòng máy;\n3. Phiếu")
    assert "Điều 4.2.c" in sure_of(points, "vi")


def test_points_that_begin_anew_without_a_clause_are_told_in_doubt() -> None:
    anew = sure_of(RULES.format(lost="b) Giờ mượn;\na) Tên phòng;\nb) Giờ trả máy;\n"), "vi")
    assert anew["Điều 4.2.b.a"]["number"] < 0.9 < anew["Điều 4.2.b"]["number"]


def test_a_list_on_paper_whose_labels_were_lost_makes_its_text_doubtful() -> None:
    items = "Họ tên và lớp của người mượn;\nGiờ mượn và giờ trả;\n"
    words = RULES.format(lost="").replace("a) Họ tên và lớp của người mượn;\nc) Số máy cần dùng.\n", items)
    document = document_of(words, kind="regulation", language="vi")
    paper = replace(document, pages=tuple(replace(page, route="ocr") for page in document.pages))
    plain, scanned = ({str(row.get("number")): row for row in extract(one)} for one in (document, paper))
    assert scanned["Điều 4.2"].cells["text"].confidence < plain["Điều 4.2"].cells["text"].confidence


RUNNING = """ПРАВИЛА
пользования залом

I. ОБЩИЕ ПОЛОЖЕНИЯ
1. Зал открыт каждый день, кроме воскресенья.
2. Посетитель предъявляет билет дежурному.
II. ВЫДАЧА КНИГ
3. Книги выдаются по требованию, в котором указаны:
а) название книги и год её издания;
б) номер читательского билета.
"""


def test_points_of_clauses_that_run_on_through_roman_chapters_have_no_bracket() -> None:
    assert list(sure_of(RUNNING, "ru"))[-3:] == ["3", "3.а", "3.б"]


def test_a_roman_one_without_its_stop_is_a_chapter_where_chapters_follow() -> None:
    for second in ("ІІ ВИДАЧА КНИГ", "ІІ. ВИДАЧА КНИГ"):
        words = (
            f"ПРАВИЛА\nКОРИСТУВАННЯ ЗАЛОЮ\nІ ЗАГАЛЬНІ ЗАСАДИ\n1. Зала відкрита щодня.\n{second}\n2. Книги видають.\n"
        )
        assert list(sure_of(words, "uk"))[0] == "I"
