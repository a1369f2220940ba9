"""Work programmes and specifications: what sentences tell, units in heads, plans of self-study, English outcomes."""

import pytest

from tests.extraction_curriculum.paper import document, only, rows

RUSSIAN = (
    "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ",
    "Б1.В.07 «Гидрология рек»",
    "Направление подготовки: 05.03.04 Гидрометеорология",
    "Направленность (профиль): Прикладная гидрология",
    "Дисциплина относится к вариативной части и изучается в 3 и 4 семестрах.",
    "Для освоения нужны знания, полученные при изучении дисциплин «География», «Гидравлика».",
    "Дисциплина является предшествующей для изучения дисциплин «Речной сток».",
    [["Вид учебной работы", "Всего часов", "3", "4"], ["Лекции", "40", "20", "20"],
     ["Лабораторные работы", "20", "20", ""], ["Вид промежуточной аттестации", "", "зачет", "экзамен"]],
)  # fmt: skip


def test_sentences_tell_of_the_course() -> None:
    made = document(*RUSSIAN, language="ru")
    (course,) = rows("courses", made)
    assert (course["code"], course["name"]) == ("Б1.В.07", "Гидрология рек")
    assert (course["component"], course["semester"]) == ("вариативная часть", "3, 4")
    assert course["control_form"] == "зачет, экзамен"
    assert [(r["relation"], r["name"]) for r in rows("course_relations", made)] == [
        ("prerequisite", "География"),
        ("prerequisite", "Гидравлика"),
        ("postrequisite", "Речной сток"),
    ]


def test_a_name_beside_a_russian_code_is_the_directions() -> None:
    (programme,) = rows("programmes", document(*RUSSIAN, language="ru"))
    assert (programme["code"], programme["name"]) == ("05.03.04", "Гидрометеорология")


def test_heads_with_their_unit_and_weeks_in_marks() -> None:
    made = document(
        "СИЛЛАБУС",
        "Пәннің коды және атауы: TOP2104 Топырақтану",
        [
            ["Апта", "Тақырыптың атауы", "Дәріс, сағ", "Зертх., сағ"],
            ["1-2", "Топырақ құрамы", "2", "4"],
            ["3", "Топырақ су режимі", "1", ""],
        ],
        [["Бақылау түрі", "Апта", "Максималды балл"], ["Аралық бақылау", "7", "60"], ["Емтихан", "15", "40"]],
        language="kk",
    )
    (course,) = rows("courses", made)
    assert (course["code"], course["name"]) == ("TOP2104", "Топырақтану")
    assert [(r["activity"], r["hours"], r["week"]) for r in rows("topics", made)] == [
        ("lecture", 2, "1-2"),
        ("laboratory", 4, "1-2"),
        ("lecture", 1, "3"),
    ]
    assert [(r["title"], r["max_score"]) for r in rows("assessments", made)] == [
        ("Аралық бақылау", 60),
        ("Емтихан", 40),
    ]


def test_scores_of_one_work_times_their_number() -> None:
    made = document(
        "СИЛАБУС",
        "Назва дисципліни: Механіка ґрунтів",
        "Самостійна робота студента",
        [["№ з/п", "Вид самостійної роботи", "Кількість годин СРС"], ["1", "Підготовка до занять", "30"],
         ["2", "Підготовка до заліку", "12"]],
        "Система оцінювання",
        [["№", "Контрольний захід", "Ваговий бал", "Кіл-сть", "Всього"], ["1", "Захист робіт", "12", "5", "60"],
         ["2", "Контрольна робота", "40", "1", "40"]],
        language="uk",
    )  # fmt: skip
    assert [(r["title"], r["max_score"]) for r in rows("assessments", made)] == [
        ("Захист робіт", 60),
        ("Контрольна робота", 40),
    ]
    assert [(r["activity"], r["title"], r["hours"]) for r in rows("topics", made)] == [
        ("self_study", "Підготовка до занять", 30),
        ("self_study", "Підготовка до заліку", 12),
    ]


def test_hours_in_brackets_after_credits_and_a_season() -> None:
    made = document(
        "СИЛАБУС",
        "Назва дисципліни: Механіка ґрунтів",
        [["Рік підготовки, семестр", "2 курс, весняний семестр"],
         ["Обсяг дисципліни", "5 кредитів ЄКТС / 150 годин (36 годин лекцій, 18 годин – Лабораторні, 96 годин – СРС)"]],
        language="uk",
    )  # fmt: skip
    assert {r["activity"]: r["hours"] for r in rows("workloads", made)} == {
        "total": 150,
        "lecture": 36,
        "laboratory": 18,
        "self_study": 96,
    }
    assert rows("courses", made)[0]["semester"] == "весняний семестр"


def test_letters_are_series_only_where_a_heading_tells() -> None:
    made = document(
        "PROGRAMME SPECIFICATION",
        "Programme title: Marine Biology",
        "Programme code: UMBIO",
        "Final award: BSc (Hons)",
        "Total credits: 360 (180 ECTS)",
        "Educational aims of the programme",
        "- give students a sound knowledge of life in the sea;",
        "- prepare graduates for work in fisheries and conservation.",
        "Programme learning outcomes",
        "A. Knowledge and understanding of:",
        "A1 the diversity of marine organisms",
        "A2 the methods of quantitative ecology",
        "B. Skills - the ability to:",
        "B1 design and report a field survey",
        "Entry requirements",
        "B2 level in English is expected of all applicants to the programme.",
        language="en",
        kind="programme",
    )
    assert [(r.get("code"), r["kind"]) for r in rows("outcomes", made)] == [
        (None, "objective"),
        (None, "objective"),
        ("A1", "programme_outcome"),
        ("A2", "programme_outcome"),
        ("B1", "programme_outcome"),
    ]
    (programme,) = rows("programmes", made)
    assert (programme["level"], programme["degree"], programme["total_credits"]) == ("bachelor", "BSc (Hons)", 360)


def test_parts_of_a_kazakh_plan() -> None:
    head = ["Пән коды", "Пәннің атауы", "Кредит саны", "Дәріс", "БӨОЖ", "БӨЖ", "Бақылау нысаны", "Семестр"]
    made = document(
        "ОҚУ ЖҰМЫС ЖОСПАРЫ",
        "Білім беру бағдарламасы: 6B08101 Агрономия",
        [head, [("1. Жалпы білім беретін пәндер циклі (ЖБП)", 1, 8)], [("Міндетті компонент (МК)", 1, 8)],
         ["Him1101", "Жалпы химия", "5", "45", "30", "75", "Емтихан", "1"],
         [("2. Базалық пәндер циклі (БП)", 1, 8)], [("Жоғары оқу орны компоненті (ЖК)", 1, 8)],
         ["Bot1201", "Ботаника", "6", "45", "30", "105", "Емтихан", "2"]],
        language="kk", kind="plan",
    )  # fmt: skip
    assert [(r["name"], r["cycle"], r["component"]) for r in rows("courses", made)] == [
        ("Жалпы химия", "Жалпы білім беретін пәндер циклі (ЖБП)", "Міндетті компонент (МК)"),
        ("Ботаника", "Базалық пәндер циклі (БП)", "Жоғары оқу орны компоненті (ЖК)"),
    ]
    assert [r["hours"] for r in rows("workloads", made) if r["activity"] == "supervised_self_study"] == [30, 30]


@pytest.mark.parametrize(
    ("line", "hours"), [("Лекції – 36,5 год.", 36.5), ("Практичні заняття: 1200 год.", 1200), ("Семінари: 14 год", 14)]
)
def test_hours_of_a_line_are_the_whole_figure(line, hours):
    card = [["Назва курсу", "Теорія ігор"], ["Обсяг курсу", line], ["Форма контролю", "Залік"]]
    made = document("СИЛАБУС", card, kind="syllabus", language="uk")
    assert [r["hours"] for r in rows("workloads", made)] == [hours]


def test_courses_before_in_quotes_and_a_score_beside_two_rows() -> None:
    scores = [
        [("Поточний контроль", 1, 3), ("Іспит", 1, 1), ("Сума", 2, 1)],
        ["Т1", "Т2", "Т3", ("40", 2, 1)],
        ["15", "25", "20", "100"],
    ]
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
        "Назва дисципліни: Бджільництво",
        "3. Пререквізити\n«Зоологія», «Ботаніка»",
        "4. Розподіл балів",
        scores,
        language="uk",
    )
    assert [r["name"] for r in rows("course_relations", made)] == ["Зоологія", "Ботаніка"]
    assert [(r["title"], r["max_score"]) for r in rows("assessments", made)][-1] == ("Іспит", 40)


def test_the_end_of_a_title_over_two_lines_heads_no_objectives() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА",
        "НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
        "«ПЧІЛЬНИЦТВО»",
        "Спеціальність 204 «Тваринництво»",
        "1. Мета дисципліни",
        "Навчити доглядати за сім’ями.",
        language="uk",
    )
    assert [r["text"] for r in rows("outcomes", made)] == ["Навчити доглядати за сім’ями."]


def test_forms_of_study_by_their_new_names() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА",
        "«ПЧІЛЬНИЦТВО»",
        [
            ["", "денна форма здобуття вищої освіти", "заочна форма здобуття вищої освіти"],
            ["Лекційні заняття", "22 год.", "6 год."],
            ["Самостійна робота", "42 год.", "74 год."],
        ],
        language="uk",
    )
    found = [(r["activity"], r["mode"], r["hours"]) for r in rows("workloads", made)]
    assert ("lecture", "денна", 22) in found and ("self_study", "заочна", 74) in found
    assert all("mode" not in r for r in rows("programmes", made))


def test_the_column_of_letters_names_no_steps() -> None:
    head = ["Сума балів", "Оцінка ЕСТ5", "Оцінка за національною шкалою"]
    steps = [
        ["90-100", "А", "відмінно"],
        ["82-89", "В", "добре"],
        ["74-81", "С", "добре"],
        ["0-73", "F", "незадовільно"],
    ]
    made = document("РОБОЧА ПРОГРАМА", "«ПРАВО»", [head, *steps], language="uk")
    assert [r["label"] for r in rows("grades", made)] == ["відмінно", "добре", "добре", "незадовільно"]


def test_a_name_in_quotes_behind_another_label_and_hours_that_their_label_tells() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
        "ГІДРОЛОГІЯ БОЛІТ",
        "(назва навчальної дисципліни)",
        "галузь знань 10 «Природничі науки»",
        [
            ["Показники", "Ступінь", "денна форма навчання", "заочна форма навчання"],
            ["Загальна кількість годин – 120", "Ступінь: бакалавр", "3", "4"],
        ],
        language="uk",
    )
    (course,) = rows("courses", made)
    assert course["name"] == "ГІДРОЛОГІЯ БОЛІТ"
    assert {load["hours"] for load in rows("workloads", made)} <= {120}


def test_a_head_whose_marks_were_misread_in_a_broken_word_and_no_form_of_control_in_heads() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
        "Ліхенологія",
        "Структура навчальної дисципліни",
        [
            ["Назви тем", "Усьо го", "Лекц її", "СРС"],
            ["Тема 1. Талом", "20", "6", "14"],
            ["Тема 2. Спори", "18", "4", "14"],
        ],
        [["Вид контролю", "Кількість балів"], ["Звіт", "40"], ["Екзамен", "60"]],
        language="uk",
    )
    assert {("lecture", "Талом", 6), ("lecture", "Спори", 4)} <= {
        (t.get("activity"), t["title"], t["hours"]) for t in rows("topics", made)
    }
    (course,) = rows("courses", made)
    assert course.get("control_form") != "Кількість балів"


def test_a_name_in_quotes_goes_on_below() -> None:
    made = document(
        "УЧЕБНЫЙ ПЛАН",
        "Направление подготовки 49.03.02 «Физкультура для лиц",
        "(адаптивная физкультура)»",
        language="ru",
    )
    (programme,) = rows("programmes", made)
    assert (programme["code"], programme["name"]) == ("49.03.02", "Физкультура для лиц (адаптивная физкультура)")


def test_sections_laid_out_as_tables() -> None:
    made = document(
        "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ",
        "Гидрология рек",
        "Закреплена за кафедрой Геодезии",
        [[("1. ЦЕЛИ ОСВОЕНИЯ ДИСЦИПЛИНЫ (МОДУЛЯ)", 1, 2)], ["1.1", "Целью освоения дисциплины является изучение рек."],
         ["1.2", "Задачи дисциплины: овладение методами измерения стока воды."]],
        [[("3. КОМПЕТЕНЦИИ ОБУЧАЮЩЕГОСЯ, ФОРМИРУЕМЫЕ В РЕЗУЛЬТАТЕ ОСВОЕНИЯ ДИСЦИПЛИНЫ", 1, 2)],
         [("ОПК-2: Способен измерять сток воды", 1, 2)], [("Знать:", 1, 2)], ["Уровень 1", "виды питания рек"],
         [("Уметь:", 1, 2)], ["Уровень 1", "строить кривую расходов"]],
        language="ru",
    )  # fmt: skip
    assert rows("courses", made)[0]["name"] == "Гидрология рек"
    assert [(r["kind"], r.get("code"), r["text"]) for r in rows("outcomes", made)] == [
        ("objective", None, "изучение рек."),
        ("objective", None, "овладение методами измерения стока воды."),
        ("programme_outcome", "ОПК-2", "Способен измерять сток воды"),
        ("course_outcome", None, "виды питания рек"),
        ("course_outcome", None, "строить кривую расходов"),
    ]


def test_two_labels_with_their_figures_and_units_in_cells_of_their_own() -> None:
    made = document(
        "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ",
        "«Гидрология рек»",
        "КУРС 3 СЕМЕСТР 6",
        "ВИД ПРОМЕЖУТОЧНОЙ АТТЕСТАЦИИ зачет",
        [["Лекции", "24", "час."], ["САМОСТОЯТЕЛЬНАЯ РАБОТА", "60", "час."], ["ИТОГО", "84", "час."]],
        language="ru",
    )
    (course,) = rows("courses", made)
    assert (course["semester"], course["control_form"]) == (6, "зачет")
    assert {r["activity"]: r["hours"] for r in rows("workloads", made)} == {
        "lecture": 24,
        "self_study": 60,
        "total": 84,
    }


@pytest.mark.parametrize(("exam", "count"), [(40, 3), (30, 0)])
def test_points_of_works_in_lines_that_make_a_hundred(exam: int, count: int) -> None:
    works = (
        "- захист робіт — 40 балів;",
        "- контрольна робота — до 20 балів;",
        f"- відповідь на екзамені — {exam} балів.",
    )
    made = document("1. Оцінювання", "Рейтинг складається з балів за:", *works, language="uk", kind="syllabus")
    told = only(rows("assessments", made), "title", "max_score")
    assert len(told) == count
    assert told[:1] == [("захист робіт", 40)][:count]
