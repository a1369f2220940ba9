"""The tree of provisions, on composed texts."""

import pytest

from extractors.tables.provisions import extract
from tests.extraction_structure.conftest import document_of

DECISION = """TRƯỜNG CAO ĐẲNG SÔNG THAO
Số: 12/QĐ-CĐST
QUYẾT ĐỊNH
Về việc ban hành Quy định mượn sách
Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy định mượn sách của thư viện.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
HIỆU TRƯỞNG
Trần Văn An
\fQUY ĐỊNH
Mượn sách của thư viện
(Ban hành kèm theo Quyết định số 12/QĐ-CĐST ngày 05 tháng 3 năm 2022)
CHƯƠNG I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Quy định này áp dụng cho mọi bạn đọc.
2. Bạn đọc gồm:
a) Giảng viên;
b) Sinh viên;
đ) Khách mời.
CHƯƠNG II
TỔ CHỨC THỰC HIỆN
Điều l2. Hiệu lực
Quy định này có hiệu lực kể từ ngày ký.
"""


def numbers(document):
    return [row.get("number") for row in extract(document)]


def by_number(document):
    return {row.get("number"): row for row in extract(document)}


def test_a_decision_and_the_regulation_it_encloses(read):
    document = read(DECISION)
    assert numbers(document) == [
        "Điều 1", "Điều 2", "CHƯƠNG I", "Điều 1", "Điều 1.1", "Điều 1.2", "Điều 1.2.a", "Điều 1.2.b", "Điều 1.2.đ",
        "CHƯƠNG II", "Điều 12",
    ]  # fmt: skip
    rows = extract(document)
    assert rows[3].get("parent") == "CHƯƠNG I"
    assert rows[2].get("heading") == "QUY ĐỊNH CHUNG"
    assert rows[1].get("text") == "Quyết định này có hiệu lực kể từ ngày ký."
    assert rows[3].get("heading") == "Phạm vi điều chỉnh"
    assert document.text[document.zones.tail].startswith("Nơi nhận")
    assert len(document.zones.annexes) == 1


def test_a_roman_ladder(read):
    document = read(
        "KẾ HOẠCH\nTuần lễ đọc sách\nI. MỤC ĐÍCH\n1. Khơi dậy niềm vui đọc sách trong học sinh;\n"
        "2. Góp phần xây dựng môi trường học tập.\nII. NỘI DUNG\n1. Hoạt động chính\na) Kể chuyện theo sách\n"
        "- Mỗi lớp chuẩn bị một câu chuyện.\nb) Trưng bày sách\n- Tổ chức tại sân trường.\n"
        "Trên đây là kế hoạch tuần lễ đọc sách.\n"
    )
    rows = by_number(document)
    assert list(rows) == ["I", "I.1", "I.2", "II", "II.1", "II.1.a)", "II.1.b)"]
    assert rows["II.1.a)"].get("heading") == "Kể chuyện theo sách"
    assert rows["II.1.b)"].get("text") == "- Tổ chức tại sân trường."
    assert rows["I.1"].get("heading") is None


def test_dotted_numbers_points_and_a_bold_heading(read):
    document = read(
        "ПОЛОЖЕННЯ\n\n## 1 ЗАГАЛЬНІ ПОЛОЖЕННЯ\n\n1.1. Це Положення визначає порядок роботи бібліотеки.\n\n"
        "1.2. Читач має право:\n\n1) брати книги;\n\n2) повертати книги вчасно.\n\n**Порядок видачі книг**\n\n"
        "1.3. Книги видаються щодня відповідно до п.\n1.2 цього Положення.\n\n## 2 ПРИКІНЦЕВІ ПОЛОЖЕННЯ\n\n"
        "2.1. Положення діє з дня схвалення.\n"
    )
    assert numbers(document) == ["1", "1.1", "1.2", "1.2.1", "1.2.2", None, "1.3", "2", "2.1"]
    assert by_number(document)[None].get("parent") == "1"


def test_bare_numbers_are_headings_where_their_clauses_show_it(read):
    document = read(
        "Положение о практике\nСодержание\n1 Общие положения ........ 2\n2 Порядок ........ 3\n"
        "\f1 Общие положения\n1.1 Практика проводится ежегодно.\n1.2 Срок практики устанавливается приказом.\n"
        "2 Порядок\n2.1 Студент обязан:\n2.1.1 получить задание;\n2.1.2 сдать отчет.\n"
    )
    assert numbers(document) == ["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.1.2"]


def test_kazakh_chapters_with_numbers_that_run_on(read):
    document = read(
        "ЕРЕЖЕ\n1-тарау. Жалпы ережелер\n1. Осы Ереже кітапхананың жұмысын реттейді.\n"
        "2. Кітапхана күн сайын жұмыс істейді.\n2-тарау. Қорытынды ережелер\n3. Ереже қол қойылған күннен бастап "
        "күшіне енеді.\n",
        language="kk",
    )
    rows = by_number(document)
    assert list(rows) == ["1-тарау", "1", "2", "2-тарау", "3"]
    assert rows["3"].get("parent") == "2-тарау"


def test_a_new_wording_in_quotes_is_text(read):
    document = read(
        "QUYẾT ĐỊNH\nĐiều 1. Sửa đổi, bổ sung một số điều của Quy chế đào tạo như sau:\n"
        "1. Sửa đổi khoản 2 Điều 7 như sau:\n“2. Sinh viên nộp bài trước ngày thi.\n3. Bài nộp muộn không được chấm.”\n"
        "2. Bãi bỏ Điều 9.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    assert numbers(document) == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"]
    assert "không được chấm" in by_number(document)["Điều 1.1"].get("text")


def test_a_quote_ends_where_its_sign_stands_behind_a_word_however_it_was_read(read):
    document = read(
        'Điều 1. Sửa đổi Quy chế như sau:\n1. Sửa khoản 2 Điều 6 như sau: "2. Mỗi kỳ học tối thiểu 10 tín chỉ.”\n'
        '2. Bổ sung khoản 4 Điều 8 như sau: “4. Người học nghỉ tối đa 2 kỳ."\n3. Bãi bỏ Điều 14.\n'
    )
    assert numbers(document) == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 1.3"]


def test_a_new_wording_that_begins_on_its_own_line_ends_with_its_quote(read):
    document = read(
        "QUYẾT ĐỊNH\nĐiều 1. Sửa đổi Quy chế như sau:\n1. Khoản 2 Điều 7 sửa đổi như sau: “2. Sinh viên nộp bài.\n"
        "3. Bài muộn không chấm.”\n2. Bãi bỏ Điều 9.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    assert numbers(document) == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"]


def test_a_new_wording_ends_with_its_quote_where_the_opening_one_is_lost(read):
    document = read(
        "QUYẾT ĐỊNH\nĐiều 1. Sửa đổi Quy chế như sau:\n1. Bổ sung khoản 5 Điều 7 như sau:\n5. Bài muộn không chấm.”\n"
        "2. Sửa đổi Điều 9 như sau:\n“Điều 9. Bài thi chấm hai vòng.”\nĐiều 2. Quyết định có hiệu lực kể từ ngày ký.\n"
    )
    assert numbers(document) == ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"]


def test_tables_and_sources_are_not_repeated(read):
    document = read(
        "1 ПӘННІҢ МАЗМҰНЫ\n1.1 Жоспар\nТақырып\tСағат\n1. Су\t2\n2 ӘДЕБИЕТТЕР ТІЗІМІ\n2.1 Негізгі әдебиет\n"
        "1. Ахметов А. Су қоры. Алматы, 2019.\n2. Серіков Б. Гидрология. Астана, 2021.\n",
        language="kk",
    )
    rows = by_number(document)
    assert list(rows) == ["1", "1.1", "2", "2.1"]
    assert rows["1.1"].get("text") is None and rows["2.1"].get("text") is None


@pytest.mark.parametrize(
    "line", ["Điều 4 của Quy định này áp dụng cho mọi người.", "12.05.2021 р. відбулося засідання."]
)
def test_references_and_dates_are_no_markers(read, line):
    document = read(f"Điều 1. Phạm vi\nQuy định này được viết theo\n{line}\n", language="vi")
    assert numbers(document) == ["Điều 1"]


def test_a_label_before_a_colon_is_a_heading(read):
    rows = by_number(read("I. THÔNG TIN CHUNG\n1. Trình độ đào tạo: Đại học\n2. Thời gian đào tạo: 4 năm\n"))
    assert (rows["I.1"].get("heading"), rows["I.1"].get("text")) == ("Trình độ đào tạo", "Đại học")


def test_sections_go_on_behind_the_chapters_that_one_of_them_holds() -> None:
    words = (
        "ĐỀ CƯƠNG HỌC PHẦN\nCơ học đá\n1. PHÂN BỔ THỜI GIAN\nXem bảng.\n2. DÀN BÀI\n"
        "Chương 1. Mở đầu\n1.1. Khái niệm\nĐá và khối đá.\nChương 2. Ứng suất\n2.1. Đo đạc\nCác cách đo.\n"
        "3. KẾ HOẠCH GIẢNG DẠY\nTheo tuần.\n4. ĐÁNH GIÁ\nThi viết.\n"
    )
    found = numbers(document_of(words, kind="syllabus", language="vi"))
    assert found == ["1", "2", "CHƯƠNG 1", "1.1", "CHƯƠNG 2", "2.1", "3", "4"]


def test_a_heading_that_ends_in_a_compound_leads_to_no_number() -> None:
    for heading in ("Đặc điểm tình hình", "Thời gian, địa điểm", "Danh mục"):
        words = f"KẾ HOẠCH\nThi vẽ\nI. {heading}\n1. Quy mô\nCó 8 lớp.\n2. Đội ngũ\nĐủ người.\nII. Việc làm\nVẽ.\n"
        assert numbers(document_of(words, kind="plan", language="vi")) == ["I", "I.1", "I.2", "II"]


def test_letters_behind_h_go_on_and_are_no_roman_numbers():
    letters = "ABCDEGHIKL"
    text = "BẢN MÔ TẢ CHƯƠNG TRÌNH\n" + "".join(
        f"{a}. PHẦN THỨ {n}\nLời của phần {n}.\n" for n, a in enumerate(letters)
    )
    assert numbers(document_of(text, language="vi", kind="programme")) == list(letters)


def test_stamps_of_signatures_over_the_text_are_no_part_of_it():
    stamped = DECISION.replace("CHƯƠNG I\n", "CHƯƠNG I    Ký bởi: CĐST\nThời gian ký: 05.03.2022\nCơ quan: CĐST\n")
    assert [(r.get("number"), r.get("heading"), r.get("text")) for r in extract(document_of(stamped))] == [
        (r.get("number"), r.get("heading"), r.get("text")) for r in extract(document_of(DECISION))
    ]


def test_a_year_of_study_broken_at_its_dash_goes_on():
    broken = DECISION.replace("mọi bạn đọc.", "mọi bạn đọc của năm học 2021\n- 2022 và các năm sau.")
    found = {r.get("number"): r.get("text") for r in extract(document_of(broken))}
    assert found["Điều 1.1"] == "Quy định này áp dụng cho mọi bạn đọc của năm học 2021 - 2022 và các năm sau."


def test_a_fragment_begins_with_the_section_that_is_left() -> None:
    words = "4. Nội dung\nĐất và nước.\n5. Tài liệu\nXem thư viện.\n6. Đánh giá\nThi viết.\n"
    assert numbers(document_of(words, kind="syllabus", language="vi")) == ["4", "5", "6"]
    assert numbers(document_of("4. Nội dung\nĐất và nước.\n", kind="syllabus", language="vi")) == []


def test_a_clause_may_begin_with_a_count() -> None:
    lines = (
        "1. A module has aims.",
        "2. A credit is a measure.",
        "3. 1 credit makes 10 hours.",
        "4. Work is due.",
    )
    made = document_of("REGULATIONS\n\n" + "\n".join(lines) + "\n")
    assert [row.get("number") for row in extract(made)] == ["1", "2", "3", "4"]


def test_when_a_paper_takes_effect_is_text_where_a_section_says_nothing_else(read) -> None:
    head = "HƯỚNG DẪN\nVề xét miễn giảm\nI. Đối tượng\nSinh viên năm cuối.\n"
    alone = extract(read(f"{head}II. Tổ chức thực hiện\nHướng dẫn này có hiệu lực kể từ ngày ký.\n"))
    assert alone[-1].get("text") == "Hướng dẫn này có hiệu lực kể từ ngày ký."
    effect = "Hướng dẫn này có hiệu lực kể từ ngày ký."
    behind = extract(read(f"{head}II. Tổ chức thực hiện\nCác khoa thực hiện.\n{effect}\n"))
    assert behind[-1].get("text") == "Các khoa thực hiện."


def test_articles_below_a_line_with_a_colon_are_a_ladder() -> None:
    text = (
        "TRƯỜNG CAO ĐẲNG SÔNG THAO\nQUYẾT ĐỊNH\nVề việc điều chỉnh Quy định mượn sách\nHIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG\n"
        "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019 của Quốc hội về thư viện;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Điều chỉnh thời hạn mượn sách của bạn đọc là sinh viên.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    assert numbers(document_of(text)) == ["Điều 1", "Điều 2"]


def test_blank_lines_that_cut_sentences_part_no_paragraphs():
    clause = (
        "Điều {}. Trưởng các phòng, khoa và các đơn vị có liên quan trong toàn trường chịu trách nhiệm thi hành\n\n"
    )
    lines = "".join(clause.format(n) + "đầy đủ các nội dung của văn bản này.\n\n" for n in (1, 2, 3))
    lines += clause.format(4) + "Quyết định này.\n\nĐiều 5. Mức thay đổi hằng năm của chương trình không vượt quá\n\n"
    found = extract(document_of("QUYẾT ĐỊNH\n\n" + lines + "15% tổng số tín chỉ.\n", language="vi"))
    assert [row.get("heading") for row in found] == [None] * 5
    assert found[4].get("text") == "Mức thay đổi hằng năm của chương trình không vượt quá 15% tổng số tín chỉ."


def test_a_list_of_articles_goes_on_below_a_blank_line():
    clause = "1. Thay từ “môn” bằng từ “học phần” tại khoản 2 Điều 15,\n\nĐiều 16.\n\n2. Bỏ khoản 3 Điều 19.\n\n"
    found = extract(document_of("QUYẾT ĐỊNH\n\nĐiều 1. Sửa một số điều như sau:\n\n" + clause, language="vi"))
    assert [row.get("number") for row in found] == ["Điều 1", "Điều 1.1", "Điều 1.2"]


def test_sources_below_a_label_are_no_text_of_their_section():
    for heading, label in (("HỌC TẬP", "Giáo trình chính:"), ("", "Giáo trình bắt buộc"), ("", "Tài liệu bắt buộc:")):
        words = f"ĐỀ CƯƠNG\nI. MÔ TẢ\nMôn vẽ.\nII. TÀI LIỆU {heading}\n{label}\n[1] Hà Thu Ngà, Hình họa, 2019.\n"
        found = extract(document_of(words, language="vi"))
        assert [row.get("text") for row in found] == ["Môn vẽ.", None], label


def test_what_leads_to_the_words_of_another_act_is_no_heading():
    clause = (
        "1. Điều chỉnh khoản 1 Điều 7:\n“1. Mỗi tiểu ban có ba giám khảo.”\n2. Đối tượng miễn phí:\nSinh viên nghèo.\n"
    )
    found = extract(document_of(f"QUYẾT ĐỊNH\nĐiều 1. Sửa một số điều như sau:\n{clause}", language="vi"))
    assert [row.get("heading") for row in found] == [None, None, "Đối tượng miễn phí"]
