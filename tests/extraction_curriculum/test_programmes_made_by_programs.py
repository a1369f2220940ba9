"""Papers that a school's own program prints: numbered knowledge, scores from and to, labels over their values."""

import pytest

from extractors.checks.figures import sums, told_sums
from extractors.recognising import recognise
from extractors.tables import workloads
from models.document import Document
from models.text import Text
from tests.extraction_curriculum.paper import document, only, rows

TITLE = ("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "«Лесные почвы»")


def _russian(*blocks: str | list[list[str]]) -> Document:
    return document(*TITLE, *blocks, kind="syllabus", language="ru")


def test_what_is_known_and_done_is_numbered_in_tables_of_its_own() -> None:
    known, done = ["1", "строение почвенного профиля"], ["1", "отбирать пробы лесной подстилки"]
    made = _russian(
        "2. Планируемые результаты обучения",
        [["№ п/п", "Знания"], known],
        [["№ п/п", "Умения"], done],
        [["Компетенции", "Знания", "Умения"], ["ПК-3. Способен описывать почвы лесничества", "1-1", "1-1"]],
    )
    learnt = [text for kind, text in only(rows("outcomes", made), "kind", "text") if kind == "course_outcome"]
    assert learnt == [known[1], done[1]]


def test_topics_of_each_kind_of_class_stand_beside_the_number_of_their_part() -> None:
    head = ["№ п/п", "№ раздела дисциплины"]
    lectures = [[*head, "Наименование лекций", "Трудоемкость (час)"], ["1", "1", "Гумус и подстилка", "4"]]
    works = [[*head, "Наименование практических работ", "Трудоемкость (час)"], ["1", "2", "Описание разреза", "6"]]
    made = _russian("4.3. Наименование тем лекций, их содержание и объем", lectures, "4.4. Наименование тем", works)
    assert only(rows("topics", made), "activity", "title", "hours") == [
        ("lecture", "Гумус и подстилка", 4),
        ("practice", "Описание разреза", 6),
    ]


def test_the_semester_stands_behind_the_year_and_numbers_no_question() -> None:
    questions = "Вопросы к экзамену\n4 семестр:\n1. Гумус и его виды.\n2. Подзолистые почвы."
    said = "Дисциплина изучается на 3 курсе(ах) в 5 семестре(ах)."
    (course,) = rows("courses", _russian([["Форма промежуточной аттестации", "Экзамен (5 семестр)"]], said, questions))
    assert (course["semester"], course["control_form"]) == (5, "Экзамен")
    (course,) = rows("courses", _russian([["Форма промежуточной аттестации", "Экзамен"]], questions))
    assert "semester" not in course


def test_courses_that_go_before_are_listed_behind_a_colon() -> None:
    said = "Дисциплина базируется на знаниях, полученных при изучении дисциплин: Ботаника; Химия почв."
    assert only(rows("course_relations", _russian(said)), "relation", "name") == [
        ("prerequisite", "Ботаника"),
        ("prerequisite", "Химия почв"),
    ]
    sentence = "Дисциплина базируется на знаниях, полученных при изучении дисциплин: что и как растёт в лесу."
    assert rows("course_relations", _russian(sentence)) == []


def test_scores_from_and_to_are_of_works_and_not_of_the_parts_beside_them() -> None:
    head = ["Разделы дисциплины", "Форма контроля", "Количество баллов (min)", "Количество баллов (max)"]
    table = [head, ["1", "Защита отчёта", "30", "50"], ["1-2", "Тест", "30", "50"], ["", "Итого", "60", "100"]]
    found = only(rows("assessments", _russian("5. Оценочные средства", table)), "period", "title", "max_score")
    assert found == [(None, "Защита отчёта", 50), (None, "Тест", 50)]


KAZAKH = [
    ["ПӘННІҢ АТЫ МЕН КОДЫ:\nТопырақтану TT 2104", "ECTS КРЕДИТТЕРІ ЖӘНЕ САҒАТТАР:\n4 ECTS\nСағаттар барлығы: 120\n"
     "Аудиторлық сағаттар: 40 сағат\nӨзіндік жұмыс (ООӨЖ, ОӨЖ): 80 сағат"],
    ["БІЛІМ БЕРУ БАҒДАРЛАМАСЫ:\n6B08101 Агрономия", "СЕМЕСТР:\n3"],
]  # fmt: skip


def test_a_kazakh_card_of_labels_over_values_is_that_of_a_course() -> None:
    made = document("БЕКІТЕМІН", KAZAKH, "Курстың мақсаты\nТопырақты зерттеу әдістерін үйрету.", language="kk")
    (course,) = rows("courses", made)
    assert [course[name] for name in ("name", "code", "credits", "semester")] == ["Топырақтану", "TT 2104", 4, 3]
    assert set(only(rows("workloads", made), "activity", "hours")) == {("total", 120), ("self_study", 80)}


CARD = "ПӘННІҢ АТЫ МЕН КОДЫ: Топырақтану TT 2104\nПРЕРЕКВИЗИТТЕР: Химия\n"


@pytest.mark.parametrize(("card", "kind"), [(CARD, "syllabus"), ("", "programme")])
def test_the_card_of_a_course_tells_a_syllabus_beside_the_name_of_its_programme(card: str, kind: str) -> None:
    words = f"БЕКІТЕМІН\nМектеп деканы\n{card}БІЛІМ БЕРУ БАҒДАРЛАМАСЫ:\n6B08101 Агрономия\nТақырыптық жоспар төменде.\n"
    assert recognise(Text(words, words, ())).kind == kind


def test_the_outcomes_of_course_and_programme_stand_in_two_columns() -> None:
    head = ["Курсты оқыту нәтижелері (Курсты ОН)", "Білім беру бағдарламасын оқыту нәтижелері (БББ ОН)"]
    told = ["ОН 1. Топырақ түрлерін анықтау\nОН 2. Сынама алу тәсілін сипаттау", "ON4 Егіншілік әдістерін қолдану"]
    made = document("БЕКІТЕМІН", KAZAKH, "2. Курсты оқыту нәтижелері", [head, told], language="kk")
    assert only(rows("outcomes", made), "kind", "code") == [
        ("course_outcome", "ОН 1"),
        ("course_outcome", "ОН 2"),
        ("programme_outcome", "ON4"),
    ]


def test_rows_without_a_number_stand_a_column_too_far_left() -> None:
    head = ["STT", "Mã học phần", "Tên học phần", "Tên tiếng Anh", "Loại học phần", "Số tín chỉ", "Số tiết lý thuyết",
            "Số tiết thực hành", "Học kỳ"]  # fmt: skip
    sound = ["1", "AGR101", "Thổ nhưỡng", "Soil Science", "Bắt buộc", "3", "30", "30", "1"]
    moved = ["AGR115", "Bảo vệ thực vật", "Plant Protection", "Tự chọn", "2", "20", "20", "", ""]
    again = ["2", "AGR120", "Phân bón", "Fertilizers", "Bắt buộc", "2", "15", "30", "2"]
    card = [["Tên ngành đào tạo", "Nông học"], ["Mã ngành", "7620109"]]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", card, [head, sound, moved, again], kind="programme")
    assert only(rows("courses", made), "code", "name", "credits", "component")[1] == (
        "AGR115",
        "Bảo vệ thực vật",
        2,
        "Tự chọn",
    )
    twice = document("CHƯƠNG TRÌNH ĐÀO TẠO", card, [head, sound, again], "Học kỳ 1", [head, sound], kind="programme")
    assert len(rows("workloads", twice)) == 4


def test_counts_times_hours_are_no_parts_of_a_whole() -> None:
    card = [["Лекції", "16 год (8 занять × 2 акад. год)"], ["Спеціальність", "201 — Агрономія"]]
    made = document("РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Ґрунтознавство»", card, language="uk")
    found = workloads.extract(made)
    assert found
    assert told_sums.check(made, tuple(found)) == []
    assert only(rows("programmes", made), "code", "name") == [("201", "Агрономія")]


def test_topics_stand_beside_parts_that_every_row_names() -> None:
    head = ["Раздел", "Тема", "Недели", "Лекции", "СРС"]
    told = ["Раздел 1. Почвы", "Тема 1.1. Состав почвы", "1-2", "4", "8"]
    table = [head, told, ["Раздел 1. Почвы", "Тема 1.2. Горизонты", "3-4", "2", "6"]]
    found = only(rows("topics", _russian("4. Содержание дисциплины", table)), "activity", "title")
    assert set(found) == {
        (kind, title) for kind in ("lecture", "self_study") for title in ("Состав почвы", "Горизонты")
    }
    sources = "8. Учебно-методическое обеспечение\n1. Ковда В.А. Основы почвоведения. М.: Наука, 1973. 447 с."
    assert [r["number"] for r in rows("bibliography", _russian(sources))] == ["1"]


def test_a_title_in_one_line_names_the_programme_and_a_sentence_ends_the_faculty() -> None:
    card = (
        "1.1. Thông tin chung: Thời gian đào tạo: 4 năm. Khoa quản lý: Khoa Nông học. Ban hành theo quyết định riêng."
    )
    made = document("BẢN MÔ TẢ CHƯƠNG TRÌNH ĐÀO TẠO NGÀNH NÔNG HỌC", "Mã ngành: 7620109", card, kind="programme")
    (programme,) = rows("programmes", made)
    assert (programme["name"], programme["faculty"]) == ("NÔNG HỌC", "Khoa Nông học")


def test_a_label_without_a_colon_stands_before_code_and_name() -> None:
    made = document(
        "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ (МОДУЛЯ)",
        "Наименование дисциплины (модуля) Б1.В.07 Лесоводство",
        "Трудоемкость дисциплины составляет 4 зачетных единицы, 144 часа.",
        [["Вид работы", "Часы"], ["Общая трудоемкость самостоятельной работы по дисциплине (час)", "48"]],
        [["Общая трудоемкость самостоятельной", "48"]],
        language="ru",
    )
    assert only(rows("courses", made), "code", "name", "credits") == [("Б1.В.07", "Лесоводство", 4)]


def test_courses_that_follow_need_what_is_known_here() -> None:
    known = "необходимы знания, умения и навыки, формируемые"
    before = f"Для изучения дисциплины {known} предшествующими дисциплинами:\n– Ботаника;\n"
    said = f"{before}Перечень последующих дисциплин, для которых {known} данной дисциплиной:\n– Лесная таксация."
    assert only(rows("course_relations", _russian(said)), "relation", "name") == [
        ("prerequisite", "Ботаника"),
        ("postrequisite", "Лесная таксация"),
    ]


def test_what_is_known_done_and_mastered_is_parted_in_a_cell() -> None:
    head = ["Компетенция", "Индикаторы компетенций", "Результаты обучения"]
    told = "Знать: свойства почв;\nУметь: читать почвенную карту;\nВладеть: приёмами отбора проб."
    row = ["ПК-2 Способен описывать почвы", "ПК-2.1 Выбирает способ описания", told]
    found = rows("outcomes", _russian("3. Требования к результатам освоения дисциплины", [head, row]))
    learnt = [text for kind, text in only(found, "kind", "text") if kind == "course_outcome"]
    assert learnt == ["свойства почв", "читать почвенную карту", "приёмами отбора проб"]


def test_minutes_before_an_office_are_none_of_it() -> None:
    line = "Согласована с УМК: Протокол № 3 от «12» марта 2025 г. Председатель УМК ______________ Антонов В.Г."
    assert only(rows("people", _russian(line)), "name", "role") == [("Антонов В.Г.", "Председатель УМК")]


def test_unread_hours_of_a_row_may_make_the_total() -> None:
    head = ["№", "Раздел дисциплины/темы", "Семестр", "Лекции", "Лаб. раб.", "Конс.", "Сам. работа", "Контроль"]
    first, then = ["1", "Почвы", "7", "12", "10", "1", "20", ""], ["2", "Карты", "7", "12", "12", "1", "40", ""]
    table = [head, first, then, [("Итого часов", 1, 3), "24", "22", "2", "60", "36"]]
    said = "Трудоемкость дисциплины составляет 4 зачетных единицы, 144 часа, в том числе 36 часов на контроль."
    between = "Занятия проводятся по расписанию института.\n" * 16
    made = _russian("4. СОДЕРЖАНИЕ И СТРУКТУРА ДИСЦИПЛИНЫ", said, between, "4.1 Содержание дисциплины по темам", table)
    found = tuple(workloads.extract(made))
    assert {row.get("activity") for row in found} >= {"total", "lecture", "self_study"}
    assert not [f for f in sums.check(made, found) if f.rule == "workload_total"]


@pytest.mark.parametrize(
    ("language", "title", "label"),
    [
        ("uk", "ОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА", "Гарант освітньої програми"),
        ("vi", "CHƯƠNG TRÌNH ĐÀO TẠO", "Trưởng ngành đào tạo"),
        ("ru", "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "Руководитель образовательной программы"),
    ],
)
def test_who_leads_a_programme_is_no_name_of_it(language: str, title: str, label: str) -> None:
    made = document(title, [[label, "Олена КОВАЛЬ"]], language=language, kind="programme")
    assert rows("programmes", made) == []
    assert rows("courses", made) == []
