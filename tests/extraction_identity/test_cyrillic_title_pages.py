"""Title pages of Ukrainian and Russian papers: bodies in running heads, names over two lines, makers, card cells."""

from extractors.finding import find
from extractors.resolving import resolve
from models.document import Document
from tests.extraction_curriculum.paper import Cell, document, reading, rows

QUALITY = "ТДУ\tМИНОБРНАУКИ РОССИИ\tВерсия: 2 стр. {}\n\tФГБОУ ВО «Тихореченский государственный университет»"


def laid(words: str) -> Document:
    return resolve(find(reading(words)))


def first(table: str, made: Document) -> dict[str, object]:
    return rows(table, made)[0]


def test_the_running_head_names_the_bodies_where_nothing_else_does() -> None:
    pages = ("ПОЛОЖЕНИЕ\nо библиотеке\n", "1. Общие положения\n1.1. Библиотека открыта.\n", "1.2. Вход свободный.\n")
    made = laid("\f".join(f"{QUALITY.format(n)}\n\n{words}" for n, words in enumerate(pages, 1)))
    head = first("documents", made)
    assert head["issuer"] == "ФГБОУ ВО «Тихореченский государственный университет»"


def test_a_name_goes_on_below_the_first_name_of_whom_it_honours() -> None:
    made = laid(
        "МІНІСТЕРСТВО ОСВІТИ І НАУКИ УКРАЇНИ\nСТЕПОВИЙ НАЦІОНАЛЬНИЙ УНІВЕРСИТЕТ ІМЕНІ МАРКА\nКАЛИНОВОГО\n\n"
        "НАКАЗ\n\nПро свято\n\nНАКАЗУЮ:\n1. Провести свято.\n"
    )
    assert first("documents", made)["issuer"] == "СТЕПОВИЙ НАЦІОНАЛЬНИЙ УНІВЕРСИТЕТ ІМЕНІ МАРКА КАЛИНОВОГО"


def test_a_masthead_that_goes_on_with_and_is_one_name_and_no_chapter() -> None:
    top = "МІНІСТЕРСТВО ОСВІТИ\n\nІ НАУКИ УКРАЇНИ\n\nСТЕПОВИЙ УНІВЕРСИТЕТ\n\nІМЕНІ МАРКА КАЛИНОВОГО\n\nНАКАЗ\n\n"
    made = laid(top + "Про свято\n\nНАКАЗУЮ:\n1. Провести свято.\n2. Запросити гостей.\n")
    head = first("documents", made)
    assert head["parent_body"] == "МІНІСТЕРСТВО ОСВІТИ І НАУКИ УКРАЇНИ"
    assert head["issuer"] == "СТЕПОВИЙ УНІВЕРСИТЕТ ІМЕНІ МАРКА КАЛИНОВОГО"
    assert [p["number"] for p in rows("provisions", made) if "number" in p] == ["1", "2"]


def test_numbered_makers_are_people_and_no_provisions() -> None:
    made = laid(
        "ОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА\n«Лісівництво»\nПЕРЕДМОВА\nРозроблено робочою групою у складі:\n"
        "1. Вербицький Остап Данилович – доктор сільськогосподарських наук, професор.\n"
        "2. Лозова Марта Ігорівна – кандидат біологічних наук, доцент.\n"
        "1. Профіль освітньої програми\nПрограма готує лісівників.\n"
    )
    people = [(p["name"], p["act"]) for p in rows("people", made)]
    assert people == [("Вербицький Остап Данилович", "developed"), ("Лозова Марта Ігорівна", "developed")]
    assert not [p for p in rows("provisions", made) if "Вербицький" in str(p.get("text"))]


def test_a_break_that_a_converter_left_parts_the_teachers_of_a_cell() -> None:
    made = laid(
        "Силабус\nСплави\n\nНазва дисципліни\tСплави\nКількість кредитів\t4\n"
        "Викладачі\tЛектор: доцент Мороз Ганна Петрівна, sms@example.org<br>Практичні: асистент Яр Лев Ігорович\n"
    )
    told = {str(p["name"]): str(p.get("role")) for p in rows("people", made)}
    assert set(told) == {"Мороз Ганна Петрівна", "Яр Лев Ігорович"}
    assert "example" not in told["Яр Лев Ігорович"]


CARD: list[list[Cell]] = [
    ["Закреплена за кафедрой", "Зоологии"],
    ["Учебный план", "44.03.05-21.plx"],
    ["", "44.03.05 Педагогическое образование: География и Туризм"],
    ["Форма обучения", "очная"],
    ["Цикл (раздел) ООП", "Б1.О.09"],
]


def test_an_index_in_the_card_is_the_code_and_a_lone_cell_names_the_training() -> None:
    made = document("Экология озёр\nрабочая программа дисциплины (модуля)", CARD, language="ru")
    course, programme = first("courses", made), first("programmes", made)
    assert course["code"] == "Б1.О.09" and "cycle" not in course
    assert (programme["code"], programme["mode"]) == ("44.03.05", "очная")


def test_points_that_works_bring_are_no_hours() -> None:
    card: list[list[Cell]] = [["Обсяг дисципліни", "4 кредити / 120 годин (18 годин лекцій, 36 годин лабораторних)"]]
    marks: list[list[Cell]] = [
        ["№", "Контрольний захід", "Макс. бал", "Кількість", "Всього"],
        ["1", "Лабораторні роботи", "10", "4", "40"],
        ["2", "Екзамен", "60", "1", "60"],
        ["", "Всього", "", "", "100"],
    ]
    made = document("Силабус\nСплави", card, marks, language="uk")
    told = {r["activity"]: r["hours"] for r in rows("workloads", made)}
    assert told["laboratory"] == 36 and told["total"] == 120


def test_a_stamp_in_capitals_behind_a_name_in_capitals_and_an_order_that_approves() -> None:
    made = laid(
        "«КӨЛБАЙ УНИВЕРСИТЕТІ» КОММЕРЦИЯЛЫҚ ЕМЕС АКЦИОНЕРЛІК ҚОҒАМЫ\nКЕЛІСІЛДІ\tБЕКІТІЛДІ\n"
        "Академиялық кеңестің шешімімен\tБасқарма төрағасының\n2021 жылғы 3 наурыздағы\t2021 жылғы 9 наурыздағы\n"
        "№ 4 хаттама\t№ 18-Н бұйрығымен\n\nКІТАПХАНА ТУРАЛЫ ЕРЕЖЕ\n\n1. Жалпы ережелер\n\n1.1 Кітапхана ашық.\n"
    )
    assert [(c["number"], c["relation"]) for c in rows("citations", made)] == [("4", "approves"), ("18-Н", "approves")]


def test_semesters_and_forms_of_control_of_marks_below_numbers() -> None:
    plan: list[list[Cell]] = [
        ["№", "Шифр", "Назва дисципліни", "Кредити", ("Години", 1, 3), ("Форма контролю за семестрами", 1, 2)],
        ["", "", "", "", "Всього", "Лекції", "Практичні", "1", "2"],
        ["Обов’язкові компоненти", *[""] * 8],
        ["1", "ОК1", "Ґрунтознавство", "3", "90", "16", "16", "з", ""],
        ["2", "ОК2", "Меліорація", "4", "120", "24", "16", "", "е"],
        ["3", "ОК3", "Гідрологія", "4", "120", "24", "16", "", "е"],
        ["Вибіркові компоненти", *[""] * 8],
        ["4", "ВК1", "Дисципліна 1", "4", "120", "24", "16", "з", ""],
        ["Практична підготовка", *[""] * 8],
        ["5", "ПП1", "Виробнича практика", "6", "180", "", "", "", "дз"],
    ]
    made = document("НАВЧАЛЬНИЙ ПЛАН", plan, language="uk", kind="plan")
    told = {r["code"]: (r.get("semester"), r.get("control_form"), r.get("component")) for r in rows("courses", made)}
    assert told["ОК2"] == (2, "екзамен", "Обов’язкові компоненти")
    assert told["ВК1"] == (1, "залік", "Вибіркові компоненти")
    assert told["ПП1"] == (2, "диференційований залік", None)


RULES = """{0}

ПОЛОЖЕНИЕ
о зачетах

Введено взамен СМК-П-04-2016

1. Термины
Термин	Определение
Зачет	проверка знаний без отметки
ЗЕТ	зачетная единица
2. Порядок
2.1. Зачет принимает преподаватель.
"""


def test_terms_stand_in_a_table_and_the_code_that_is_replaced_is_cited() -> None:
    made = laid(RULES.format("ФГБОУ ВО «Тихореченский государственный университет»"))
    terms = [(t["term"], t["kind"]) for t in rows("terms", made)]
    assert terms == [("Зачет", "definition"), ("ЗЕТ", "abbreviation")]
    assert ("СМК-П-04-2016", "replaces") in [(c.get("number"), c["relation"]) for c in rows("citations", made)]
