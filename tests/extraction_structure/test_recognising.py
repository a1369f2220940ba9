"""Language and kind of a document, by records that are data."""

import pytest

from extractors.arranging import arrange
from extractors.reading.files.plain import pages_of
from extractors.recognising import recognise
from extractors.recognising.genres import records

BODY = {
    "vi": "Căn cứ Luật Giáo dục; các đơn vị và sinh viên của trường chịu trách nhiệm thực hiện theo quy định.",
    "uk": "Здобувач освіти та викладач, які беруть участь у навчанні, керуються цим документом від дня схвалення.",
    "ru": "Обучающиеся и преподаватели, которые участвуют в обучении, руководствуются этим документом со дня выхода.",
    "kk": "Білім алушылар және оқытушылар оқу үдерісіне қатысады, осы құжат бойынша жұмыс істейді.",
    "en": "The students of the college and the teachers shall act in accordance with this document.",
}
TITLES = [(record.kind, language, words[0]) for record in records() for language, words in record.title.items()]


@pytest.mark.parametrize(("kind", "language", "title"), TITLES)
def test_every_record_is_recognised_by_its_title(kind, language, title):
    text = arrange(pages_of(f"Name\n{title.upper()}\nA\n{BODY[language]}\n{BODY[language]}\n"))
    genre = recognise(text)
    assert (genre.kind, genre.language) == (kind, language)
    assert "title" in genre.reason and 0.5 < genre.confidence <= 1


def test_a_title_that_ocr_misread():
    text = arrange(pages_of(f"TRƯỜNG CAO ĐẲNG\nQUYÉT Đ1NH\n{BODY['vi']}\n"))
    assert recognise(text).kind == "decision"


def test_what_rules_are_about_is_no_title():
    title = "ПОЛОЖЕННЯ\nпро робочу програму навчальної дисципліни\nОпис навчальної дисципліни\n"
    assert recognise(arrange(pages_of(f"Коледж\n{title}{BODY['uk']}\n"))).kind == "regulation"


def test_nothing_known_is_other_with_little_confidence():
    genre = recognise(arrange(pages_of("Lorem ipsum dolor\nsit amet\n")))
    assert genre.kind == "other" and genre.confidence < 0.5


def test_a_sentence_that_speaks_of_another_kind_is_no_title():
    said = "Điều 4. Đơn vị\n1. Các khoa rà soát đề cương chi tiết học phần và gửi về Trường.\n2. Phòng lập lịch.\n"
    assert recognise(arrange(pages_of(said + BODY["vi"] + "\n"))).kind != "syllabus"


@pytest.mark.parametrize(
    ("language", "order", "decides", "rules"),
    [
        ("kk", "БҰЙРЫҚ", "БҰЙЫРАМЫН:", "МҰРАЖАЙ ЕРЕЖЕСІ"),
        ("uk", "НАКАЗ", "НАКАЗУЮ:", "ПОЛОЖЕННЯ"),
        ("ru", "ПРИКАЗ", "ПРИКАЗЫВАЮ:", "ПОЛОЖЕНИЕ"),
    ],
)
def test_an_order_that_decides_is_no_regulation_though_it_encloses_one(language, order, decides, rules):
    clause = {
        "kk": "Жалпы ережелер\nОсы Ереже\nҚорытынды ережелер",
        "uk": "Загальні положення",
        "ru": "Общие положения",
    }
    body = BODY[language]
    said = f"Name\n{order}\n{body} {decides}\n1. {body}\n{rules}\n{clause[language]}\n{body}\n"
    assert recognise(arrange(pages_of(said))).kind == "decision"
    assert recognise(arrange(pages_of(said.replace(f"{order}\n", "").replace(decides, ".")))).kind == "regulation"


@pytest.mark.parametrize(
    ("lines", "kind", "language"),
    [
        ("УРЯД\nвід 9 серпня 2001 р. № 978\nКабінет Міністрів України постановляє:\n1. Затвердити.", "decision", "uk"),
        ("2024 жылғы 1 қараша № 8-Ж\nЕңбек шарты туралы\nБҰЙЫРАМЫН:\n1. Маман босатылсын.", "decision", "kk"),
        ("№ 46 от 5.06.2020 г.\nРуководителям школ\nО режиме работы\nПросим представить сведения.", "circular", "ru"),
        ("SỞ GIÁO DỤC\nV/v mở chương trình đào tạo mới\nKính gửi: Các trường trung học\nSở yêu cầu:", "circular", "vi"),
        ("Құрметті талапкерлер!\nҚұжаттарды 20 маусымнан 25 тамызға дейін қабылдаймыз.", "notice", "kk"),
        ("До уваги першокурсників!\nПоселення в гуртожиток 30 серпня.", "notice", "uk"),
        ("ПРОТОКОЛ № 7\nзасідання кафедри\nСЛУХАЛИ: доцента.\nУХВАЛИЛИ: силабуси затвердити.", "report", "uk"),
        ("ЗАТВЕРДЖУЮ\nПЛАН\nзаходів з охорони праці\nПровести інструктаж у січні.", "plan", "uk"),
        ("Тәрбие жұмысының жоспары\n2024-2025 оқу жылы\nАшық есік күні сәуірде өтеді.", "plan", "kk"),
        ("Members present: A. Lee\n1. Approval of minutes of 6 April\nAdjourned 4:15 pm", "report", "en"),
        ("Рабочая программа учебной практики\nКоличество часов: 72", "syllabus", "ru"),
        ("MATH 301\nHomework: 20%\nMidterm: 25%\nFinal Exam: 55%\nYou must pass it.", "syllabus", "en"),
    ],
)  # fmt: skip
def test_a_short_paper_without_a_title_is_known_by_its_signs(lines: str, kind: str, language: str) -> None:
    genre = recognise(arrange(pages_of(f"{lines}\n")))
    assert (genre.kind, genre.language) == (kind, language)


def test_a_signature_of_minutes_in_a_syllabus_makes_it_no_minutes() -> None:
    said = "РОБОЧА ПРОГРАМА\nНАВЧАЛЬНОЇ ДИСЦИПЛІНИ\nСхвалено кафедрою\nПротокол від 30.08.2023 № 1\nсамостійна робота\n"
    assert recognise(arrange(pages_of(said))).kind == "syllabus"


def test_english_labels_are_no_vietnamese_without_its_marks() -> None:
    for text, language in (("Year 1\nCalculus 20\nDatabases 20\n", "en"), ("Ma hoc phan\nSo tin chi 3\n", "vi")):
        assert recognise(arrange(pages_of(text))).language == language


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("other", ("ĐƠN XIN CHUYỂN LỚP", "Kính gửi: Phòng Đào tạo", "Em tên là Lò Thị Pha, sinh viên lớp K7.")),
        (
            "other",
            ("ДОВІДКА", "Видана Гнатюк Оксані про навчання.", "Наказ про зарахування № 5 від 2.09.2020"),
        ),
        ("other", ("CURRICULUM VITAE", "Name: Ann Poe", "Education: BSc Physics")),
        ("plan", ("РАСПИСАНИЕ ЗАНЯТИЙ", "Понедельник: физика, ауд. 12", "Вторник: химия, ауд. 14")),
        ("report", ("№ 2 ХАТТАМА", "Тыңдалды: Б. Сейітов.", "Қаулы етті: ұсыныс мақұлдансын.")),
        (
            "decision",
            ("QUYẾT ĐỊNH", "Về việc cử sinh viên thực tập", "HIỆU TRƯỞNG", "QUYẾT ĐỊNH:", "Điều 1. Cử 5 sinh viên."),
        ),
    ],
)
def test_papers_of_one_case_are_no_letters_or_orders(kind: str, lines: tuple[str, ...]) -> None:
    assert recognise(arrange(pages_of("\n".join((*lines, ""))))).kind == kind


def test_the_end_of_a_sentence_on_a_line_of_its_own_is_no_title():
    letter = (
        "BỘ Y TẾ\nSố: 33/BYT-K2ĐT\nKính gửi: Các trường\nRà soát khối lượng\ncủa chương trình đào tạo.\nTrân trọng./.\n"
    )
    assert recognise(arrange(pages_of(letter))).kind != "programme"
