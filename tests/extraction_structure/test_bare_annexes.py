"""Annexes with a label that has no number, and schools whose names hold the word for a law."""

import pytest

from extractors.finding import find
from extractors.tables import citations, forms, provisions

RULES = (
    "QUY ĐỊNH\nĐiều 1. Miễn học\n1. Sinh viên có chứng chỉ được miễn học.\n2. Khoa xét duyệt hồ sơ.\n"
    "\fPHỤ LỤC\nBẢNG QUY ĐỔI CHỨNG CHỈ\n"
)


def test_a_bare_label_on_a_new_page_ends_the_provision_before_it(read):
    rows = {r.get("number"): r for r in provisions.extract(read(RULES, kind="regulation", language="vi"))}
    assert rows["Điều 1.2"].get("text") == "Khoa xét duyệt hồ sơ."


def test_a_bare_label_heads_an_annex_that_a_provision_names(read):
    words = RULES.replace("Khoa xét duyệt", "Khoa xét theo Phụ lục")
    rows = forms.extract(read(words, kind="regulation", language="vi"))
    assert [(r.get("title"), r.get("provision")) for r in rows] == [("BẢNG QUY ĐỔI CHỨNG CHỈ", "Điều 1.2")]


def _titles(read, text: str) -> list[tuple]:
    document = find(read(text, kind="decision", language="vi"))
    return [(r.get("kind"), r.get("number"), r.get("title")) for r in citations.extract(document)]


def test_a_school_of_law_is_no_law(read):
    text = "QUYẾT ĐỊNH\nĐiều 1. Giao Trường Đại học Luật Hà Nội ngày 14 tháng 11 năm 2023 chủ trì.\n"
    assert _titles(read, text) == []


def test_a_law_known_by_its_number_alone_has_no_title(read):
    text = "QUYẾT ĐỊNH\nCăn cứ Luật số 34/2018/QH14 ngày 19/11/2018;\nĐiều 1. Ban hành quy định.\n"
    assert _titles(read, text) == [("law", "34/2018/QH14", None)]


def test_a_line_that_begins_with_two_annexes_refers_to_them(read):
    words = RULES.replace(
        "Khoa xét duyệt hồ sơ.", "Khoa xét duyệt theo mức nêu tại\nPhụ lục 1, Phụ lục 2 của quy định này."
    )
    rows = {r.get("number"): r for r in provisions.extract(read(words, kind="regulation", language="vi"))}
    assert rows["Điều 1.2"].get("text") == "Khoa xét duyệt theo mức nêu tại Phụ lục 1, Phụ lục 2 của quy định này."


def test_blanks_are_no_form_where_the_sections_go_on_below_them(read):
    above = "".join(f"{n}. Mục thứ {n} của mô đun\nNội dung của mục này được giữ nguyên.\n" for n in ("I", "II", "III"))
    blanks = "IV. Điều kiện thực hiện\n- Số nhóm: …… nhóm\n- Số máy: …… máy\n- Số giờ: …… giờ\n"
    below = "V. Phương pháp đánh giá\nHọc viên thi vấn đáp.\nVI. Tài liệu tham khảo\nGiáo trình của khoa.\n"
    made = read("CHƯƠNG TRÌNH MÔ ĐUN\n" + above + blanks + below, kind="syllabus", language="vi")
    assert [section.number for section in made.sections] == ["I", "II", "III", "IV", "V", "VI"]


def test_a_document_that_is_an_annex_itself_counts_its_own_sections(read):
    text = (
        "ПРИЛОЖЕНИЕ № 1\nк приказу ректора института\nот 10.04.2015 № 132-3\nИНСТРУКЦИЯ\nпо учету книг\n"
        "1. Общие положения\n1.1. Книги учитывает библиотека.\n1.2. Учет ведется в журнале.\n"
        "2. Выдача\n2.1. Книги выдаются по билету.\n"
    )
    rows = provisions.extract(read(text, kind="regulation", language="ru"))
    assert [r.get("number") for r in rows] == ["1", "1.1", "1.2", "2", "2.1"]
    acts = citations.extract(find(read(text, kind="regulation", language="ru")))
    assert [(r.get("number"), r.get("issued_on"), r.get("relation")) for r in acts] == [
        ("132-3", "2015-04-10", "enacts")
    ]


@pytest.mark.parametrize("label", ["{}-қосымша", "Додаток {}", "Phụ lục {}"])
def test_labels_of_annexes_that_begin_pages_are_no_running_head(read, label: str) -> None:
    pages = [f"{label.format(n)}\n{title}\n____\n____\n" for n, title in enumerate(("АЛМА", "АЙВА", "АЛХОРИ"), 1)]
    made = read("\f".join(["ЕРЕЖЕ\n1. Бірінші.\n2. Екінші.\n", *pages]), kind="regulation", language="kk")
    assert [(r.get("number"), r.get("title")) for r in forms.extract(made)] == [
        ("1", "АЛМА"),
        ("2", "АЙВА"),
        ("3", "АЛХОРИ"),
    ]


def test_sheets_that_are_counted_run_on(read) -> None:
    pages = "\f".join(f"Аркуш {n}\nРядок {word}.\n" for n, word in enumerate(("один", "два", "три"), 1))
    made = read(pages, kind="regulation", language="uk")
    assert [line.role for line in made.text.lines if "Аркуш" in made.text.content[line.start : line.end]] == [
        "furniture"
    ] * 3


def test_the_end_of_a_sentence_that_names_an_annex_opens_none(read):
    told = "Điều 1. Đưa Phụ lục 4 “Khung điểm của các hoạt động ngoài giờ” vào sau\nPhụ lục 3.\nĐiều 2. Thi hành.\n"
    made = read("QUY ĐỊNH\n" + told, language="vi")
    assert [row.get("number") for row in provisions.extract(made)] == ["Điều 1", "Điều 2"]


def test_tags_of_a_converter_are_no_words_of_the_lines(read):
    tail = "<ul>\n<li><i>Nơi nhận:</i></li>\n<li>- Lưu: VT.</li>\n</ul>\n"
    made = read("QUY ĐỊNH\nĐiều 1. Mở lớp.\nĐiều 2. Các khoa thi hành.\n\n" + tail, language="vi")
    assert [row.get("text") for row in provisions.extract(made)] == ["Mở lớp.", "Các khoa thi hành."]


def test_an_act_that_is_the_only_annex_of_an_order_counts_its_own_sections(read):
    order = (
        "ПРИКАЗ\n1. Утвердить Инструкцию (Приложение № 1).\n2. Контроль возложить на проректора.\nРектор И. И. Белов\n"
    )
    stamp = "ПРИЛОЖЕНИЕ № 1\nк приказу ректора института\nот 10.04.2015 № 132-3\n"
    act = "Инструкция по учету книг\n1. Общие положения\n1.1. Книги учитывает библиотека.\n2. Выдача\n2.1. По билету.\n"
    made = read(order + stamp + act, kind="decision", language="ru")
    assert [row.get("number") for row in provisions.extract(made)] == ["1", "2", "1", "1.1", "2", "2.1"]
    listed = read(order + stamp + "Список книг\n1. Атлас рек.\n2. Атлас озер.\n", kind="decision", language="ru")
    assert [row.get("number") for row in provisions.extract(listed)][-1] == "Приложение 1.2"
