"""Layouts of Ukrainian and Russian plans and work programmes: semesters apart, cards of pages, numbered tables."""

from extractors.curriculum.hours.spoken import spoken_hours
from extractors.curriculum.wording import lexicon
from tests.extraction_curriculum.paper import Cell, document, rows

SEMESTERS: list[list[Cell]] = [
    ["Индекс", "Наименование", ("Формы пром. атт.", 1, 3), "з.е.", ("Итого акад.часов", 1, 3),
     ("Семестр 1", 1, 3), ("Семестр 2", 1, 3), ("Закрепленная кафедра", 1, 2)],
    ["", "", "Экзамен", "Зачет", "Зачет с оц.", "Факт", "По плану", "CP", "Контроль",
     "з.е.", "Лек", "Пр", "з.е.", "Лек", "Пр", "Код", "Наименование"],
    ["Блок 1.Дисциплины (модули)", *[""] * 16],
    ["Б1.О.01", "Метеорология", "1", "", "", "4", "144", "70", "36", "4", "18", "20", "", "", "", "7", "Географии"],
    ["Б1.O.02", "Гляциология", "", "1", "2", "5", "180", "110", "", "2", "16", "16", "3", "18", "20", "7", "Географии"],
]  # fmt: skip


def test_hours_and_semesters_of_a_plan_that_parts_them() -> None:
    made = document("УЧЕБНЫЙ ПЛАН", SEMESTERS, language="ru", kind="plan")
    first, second = rows("courses", made)
    assert (first["code"], first["semester"], first["control_form"]) == ("Б1.О.01", 1, "экзамен")
    assert (second["code"], second["semester"]) == ("Б1.О.02", "1, 2")  # its letter O was Latin
    assert second["control_form"] == "зачет, зачет с оценкой"
    loads = [(r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", made)]
    assert ("Б1.О.01", "lecture", 18) in loads and ("Б1.О.01", "self_study", 70) in loads
    assert not [
        load for load in loads if load[0] == "Б1.О.02" and load[1] in ("lecture", "practice")
    ]  # no sum is printed


def test_other_works_and_weekly_hours_tell_no_semester() -> None:
    made = document(
        "НАВЧАЛЬНИЙ ПЛАН",
        [
            ["№", "Освітні компоненти (навчальні дисципліни, курсові роботи (проєкти), практики)", "Кредитів ЄКТС",
             ("Контрольні заходи за семестрами", 1, 3), ("Розподіл аудиторних годин на тиждень за семестрами", 1, 2)],
            ["", "", "", "Екзамени", "Заліки", "Модульні контрольні роботи", "1 сем. 18 тижнів", "2 сем. 16 тижнів"],
            ["1. Обов’язкові компоненти", *[""] * 7],
            ["ОК 1", "Лісівництво", "4", "2", "", "1", "", "3"],
            ["Цикл фахової підготовки", *[""] * 7],
            ["ОК 2", "Дендрологія", "3", "", "1", "1", "4", ""],
            ["ОК 3", "Таксація лісу", "3", "", "1", "", "2", ""],
        ],
        language="uk", kind="plan",
    )  # fmt: skip
    found = rows("courses", made)
    assert [(r["code"], r["semester"], r["control_form"]) for r in found] == [
        ("ОК 1", 2, "екзамен"), ("ОК 2", 1, "залік"), ("ОК 3", 1, "залік"),
    ]  # fmt: skip
    assert {r["component"] for r in found} == {"Обов’язкові компоненти"}


def test_labels_in_letters_of_another_script_and_brackets_in_brackets() -> None:
    assert lexicon("activities.tsv").exact("Лекції") == "lecture"
    assert lexicon("activities.tsv").match("CP", 0.98) == "self_study"
    assert lexicon("heads.tsv").match("Освітні компоненти (дисципліни, роботи (проєкти), практики)", 0.95) == "name"


def test_hours_that_a_sentence_counts() -> None:
    told = list(
        spoken_hours("90 годин, з них 18 годин лекцій, 12 годин практичних занять та 60 годин самостійної роботи")
    )
    assert [(kind, hours) for kind, hours, *_ in told] == [
        ("total", 90), ("lecture", 18), ("practice", 12), ("self_study", 60),
    ]  # fmt: skip
    assert list(spoken_hours("Студент відвідує 18 годин лекцій")) == []
    assert list(spoken_hours("8 годин лекцій і 6 годин лекцій, 4 години практичних занять")) == []


CARD = (
    "СИЛАБУС",
    [
        ["Назва дисципліни", "Океанографія"],
        ["Галузь знань, шифр та назва спеціальності", "10 Природничі науки, 103 Науки про Землю"],
        ["Факультет та кафедра", "Факультет географії, кафедра гідрології"],
        ["Коротка анотація дисципліни", "Є вибірковою дисципліною, викладається в 5 семестрі в обсязі 3 кредитів."],
        ["Обсяг курсу", "90 годин, з них 20 годин лекцій та 70 годин самостійної роботи"],
        ["Література для вивчення дисципліни", "Основна література:\n1. Гончар Р. Моря і течії. Одеса, 2011. 210 с.\n"
         "2. Дубовик С. Хвилі. Одеса, 2014. 98 с.\nДодаткова література:\n3. Orlov K. Tides. London, 2009. 77 p."],
        ["Пререквізити", "Студенти потребують базових знань з дисциплін «Фізика», «Картографія»"],
        ["Критерії оцінювання", "• колоквіум: 40% семестрової оцінки; максимальна кількість балів 40"],
    ],
)  # fmt: skip


def test_a_card_that_holds_whole_sections() -> None:
    made = document(*CARD, language="uk")
    (course,) = rows("courses", made)
    assert (course["credits"], course["semester"], course["component"]) == (3, 5, "вибіркова")
    assert course["programme_code"] == "103"
    (programme,) = rows("programmes", made)
    assert (programme["name"], programme["faculty"]) == ("Науки про Землю", "Факультет географії")
    assert [(r["section"], r["number"]) for r in rows("bibliography", made)] == [
        ("main", "1"), ("main", "2"), ("additional", "3"),
    ]  # fmt: skip
    assert [r["name"] for r in rows("course_relations", made)] == ["Фізика", "Картографія"]
    assert {(r["activity"], r["hours"]) for r in rows("workloads", made)} == {
        ("total", 90), ("lecture", 20), ("self_study", 70),
    }  # fmt: skip


def test_a_title_page_without_labels_and_hours_with_their_credits() -> None:
    made = document(
        "Рабочая программа дисциплины",
        "Б1.В.11 Геодезическая астрономия",
        "21.03.03 Геодезия и дистанционное зондирование",
        "бакалавр",
        "очная",
        "Дисциплина является дисциплиной части, формируемой участниками образовательных отношений.",
        "Студенты используют знания, умения и навыки, сформированные в процессе изучения дисциплин:",
        "Высшая геодезия",
        "Сферическая тригонометрия",
        "Освоение дисциплины является необходимой основой для последующего изучения следующих дисциплин:",
        "Космическая геодезия",
        [
            ["Семестр", "Трудоемкость час/з.е.", "Лекции", "Лаб. занятия", "Сам. работа, час", "Форма контроля"],
            ["6", "108/3", "14", "28", "66", "Зачет"],
            ["в т.ч. часов в интерактивной форме", "", "4", "6", "", ""],
        ],
        language="ru",
    )  # fmt: skip
    (programme,) = rows("programmes", made)
    assert (programme["code"], programme["name"]) == ("21.03.03", "Геодезия и дистанционное зондирование")
    assert (programme["mode"], programme["level"]) == ("очная", "bachelor")
    (course,) = rows("courses", made)
    assert (course["credits"], course["semester"], course["control_form"]) == (3, 6, "Зачет")
    assert course["component"] == "часть, формируемая участниками образовательных отношений"
    assert {(r["activity"], r["hours"]) for r in rows("workloads", made)} == {
        ("total", 108), ("lecture", 14), ("laboratory", 28), ("self_study", 66),
    }  # fmt: skip
    assert [(r["relation"], r["name"]) for r in rows("course_relations", made)] == [
        ("prerequisite", "Высшая геодезия"),
        ("prerequisite", "Сферическая тригонометрия"),
        ("postrequisite", "Космическая геодезия"),
    ]


def test_the_tables_of_a_program_for_planning() -> None:
    made = document(
        "Динамика судна",
        "рабочая программа дисциплины (модуля)",
        [["Закреплена за кафедрой", "Гидромеханики"], ["Учебный план", "26.03.02_2020.plx 26.03.02 Кораблестроение"],
         ["Общая трудоемкость", "2 ЗЕТ"], ["Форма обучения", "очная"]],
        [["Часов по учебному плану", "72", "Виды контроля в семестрах:"], ["в том числе:", "", "зачеты 7"]],
        [["2.1", "Требования к предварительной подготовке обучающегося:"], ["2.1.1", "Теоретическая механика"],
         ["2.2", "Дисциплины, для которых освоение данной дисциплины необходимо как предшествующее:"],
         ["2.2.1", "Проектирование судов"]],
        [["Код занятия", "Наименование разделов и тем /вид занятия/", "Семестр", "Часов", "Литература"],
         ["1.1", "Качка на волнении /Лек/", "7", "6", "Л1.1"], ["1.2", "Расчет остойчивости /Пр/", "7", "8", "Л1.1"]],
        "6.1. Основная литература",
        [["", "Авторы, составители", "Заглавие", "Издательство, год"],
         ["Л1.1", "Зубов И. К.", "Теория корабля", "Калининград: Маяк, 2008"]],
        language="ru",
    )  # fmt: skip
    (course,) = rows("courses", made)
    assert (course["name"], course["semester"], course["control_form"]) == ("Динамика судна", 7, "зачет")
    (programme,) = rows("programmes", made)
    assert programme["name"] == "Кораблестроение"
    assert [(r["relation"], r["name"]) for r in rows("course_relations", made)] == [
        ("prerequisite", "Теоретическая механика"), ("postrequisite", "Проектирование судов"),
    ]  # fmt: skip
    assert [(r["activity"], r["title"], r["hours"]) for r in rows("topics", made)] == [
        ("lecture", "Качка на волнении", 6), ("practice", "Расчет остойчивости", 8),
    ]  # fmt: skip
    (source,) = rows("bibliography", made)
    assert (source["number"], source["text"]) == ("Л1.1", "Зубов И. К., Теория корабля, Калининград: Маяк, 2008")


def test_outcomes_numbered_without_letters_and_their_matrix() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
        "ЕНТОМОЛОГІЯ",
        "5. Результати навчання за дисципліною",
        [["Код", "Результат навчання", "Форми викладання"], ["1.1", "Знати будову комах та їхні ряди", "лекція"],
         ["2.1", "Вміти визначати комах за ключами", "лабораторна"], 
         ["3.1", "Доповідати про результати спостережень", "семінар"]],
        "6. Співвідношення із програмними результатами навчання",
        [["Результати навчання дисципліни (код)", "1.1", "2.1", "3.1"],
         ["ПР5. Описувати різноманіття тварин", "+", "+", ""],
         ["ПР9. Презентувати результати досліджень", "", "", "+"]],
        "7. Шкала відповідності оцінок",
        [["Відмінно / Excellent", "90-100"], ["Добре / Good", "70-89"], ["Незадовільно / Fail", "0-69"]],
        language="uk",
    )  # fmt: skip
    codes = [r.get("code") for r in rows("outcomes", made)]
    assert codes == ["1.1", "2.1", "3.1", "ПР5", "ПР9"]
    assert {(r["source_code"], r["target_code"]) for r in rows("outcome_links", made)} == {
        ("1.1", "ПР5"), ("2.1", "ПР5"), ("3.1", "ПР9"),
    }  # fmt: skip
    assert [(r["label"], r["min_percent"]) for r in rows("grades", made)][0] == ("Відмінно / Excellent", 90)


def test_forms_of_study_in_labels_and_scores_that_their_sum_proves() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
        "ОК 21 ҐАТУНКОВА СЕЛЕКЦІЯ",
        [["Денна форма навчання: кількість годин", "лекції: 18; самостійна робота: 52"],
         ["Заочна форма навчання: кількість годин", "лекції: 6; самостійна робота: 64"]],
        "Система оцінювання",
        [["Теоретична частина", "Практична частина", "Разом"], ["55", "45", "100"]],
        language="uk",
    )  # fmt: skip
    (course,) = rows("courses", made)
    assert (course["code"], course["name"]) == ("ОК 21", "ҐАТУНКОВА СЕЛЕКЦІЯ")
    assert {(r["activity"], r["mode"], r["hours"]) for r in rows("workloads", made)} == {
        ("lecture", "денна", 18), ("self_study", "денна", 52), ("lecture", "заочна", 6), ("self_study", "заочна", 64),
    }  # fmt: skip
    assert [(r["title"], r["max_score"]) for r in rows("assessments", made)] == [
        ("Теоретична частина", 55), ("Практична частина", 45),
    ]  # fmt: skip


def test_a_head_with_a_letter_misread_by_the_end_of_a_stroke_is_known():
    assert lexicon("activities.tsv").match("Пекции", 0.9) == "lecture"
    assert lexicon("activities.tsv").match("Секции", 0.9) is None


def test_a_label_alone_over_its_coded_speciality() -> None:
    made = document(
        "НАВЧАЛЬНИЙ ПЛАН", "спеціальність", "206 Садово-паркове господарство", "освітня програма", "«Озеленення міст»",
        "Кваліфікація:", "магістр садівництва", language="uk", kind="plan",
    )  # fmt: skip
    (row,) = rows("programmes", made)
    assert (row["code"], row["name"], row["degree"]) == ("206", "Озеленення міст", "магістр садівництва")


def test_a_label_with_its_figure_beside_another_value_and_hours_below_forms_of_study() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА", "Назва дисципліни: Гідрологія", "1. Опис дисципліни",
        [
            ["Показники", ("Характеристика", 1, 2)],
            ["", "денна форма здобуття освіти", "заочна форма здобуття освіти"],
            ["Кількість кредитів – 4", ("Вибіркова", 1, 2)],
            ["Модулів – 2", "Лекції: 22 год.", "Лекції: 4 год."],
        ],
        "Пререквізити: Фізика, Хімія. Постреквізити: Гідравліка.", language="uk",
    )  # fmt: skip
    (course,) = rows("courses", made)
    assert course["credits"] == 4
    told = {(row["mode"], row["activity"], row["hours"]) for row in rows("workloads", made)}
    assert told == {("денна", "lecture", 22), ("заочна", "lecture", 4)}
    named = [(row["relation"], row["name"]) for row in rows("course_relations", made)]
    assert named == [("prerequisite", "Фізика"), ("prerequisite", "Хімія"), ("postrequisite", "Гідравліка")]


def test_hours_of_plan_and_programme_beside_each_other_by_semester() -> None:
    made = document(
        "Лоция", "рабочая программа дисциплины (модуля)",
        "Закреплена за кафедрой    Судовождения", "Учебный план    26.05.05_2020.plx",
        "Направление    26.05.05 Судовождение", "Квалификация    Инженер",
        "Часов по учебному плану    144    Виды контроля в семестрах:", "в том числе:    экзамены 4",
        "занятия 60    зачеты 3",
        [["Семестр", "3 (2.1)", "", "4 (2.2)", "", "Итого", ""], ["Вид занятий", "УП", "РП", "УП", "РП", "УП", "РП"],
         ["Лекции", "18", "18", "16", "16", "34", "34"], ["Практические", "", "", "26", "26", "26", "26"],
         ["Итого ауд.", "18", "18", "42", "42", "60", "60"], ["Сам. работа", "18", "18", "30", "32", "48", "50"],
         ["Часы на контроль", "", "", "36", "36", "36", "36"], ["Итого", "36", "36", "108", "108", "144", "144"]],
        language="ru",
    )  # fmt: skip
    assert {r["activity"]: r["hours"] for r in rows("workloads", made)} == {
        "lecture": 34, "practice": 26, "exam": 36, "total": 144,
    }  # fmt: skip
    (course,) = rows("courses", made)
    assert (course["name"], course["semester"], course["control_form"]) == ("Лоция", "3, 4", "экзамен, зачет")
    (programme,) = rows("programmes", made)
    assert (programme["code"], programme["name"], programme["degree"]) == ("26.05.05", "Судовождение", "Инженер")


def test_a_head_repeated_and_headings_of_lists_are_no_sources() -> None:
    made = document(
        "Рабочая программа дисциплины", "6.1. Рекомендуемая литература", "6.1.1. Основная литература",
        [["", "Авторы, составители", "Заглавие", "Издательство, год"],
         ["Л1.1", "Зубов И. К.", "Теория корабля", "Калининград: Маяк, 2008"],
         ["6.1.2. Дополнительная литература", "", "", ""], ["", "Авторы, составители", "Заглавие", "Издательство, год"],
         ["Л2.1", "Ремез О. П.", "Лоция Балтики", "Калининград: Маяк, 2011"],
         ["6.3.1 Перечень программного обеспечения", "", "", ""], ["6.3.1.1", "Пакет статистики", "", ""]],
        language="ru",
    )  # fmt: skip
    assert [row["text"].split(",")[0] for row in rows("bibliography", made)] == ["Зубов И. К.", "Ремез О. П."]


def test_dotted_numbers_under_a_lost_head_are_codes() -> None:
    head = ["", "Наименование дисциплин", "Кредиты ЕСТ$", "Часы", "Лекции", "СРС", "Отчетность"]
    made = [[f"{n}.1", f"Предмет {n}", "2", "60", "20", "40", "зачет"] for n in range(1, 6)]
    plan = document("УЧЕБНЫЙ ПЛАН", [head, *made], language="ru", kind="plan")
    assert [(r["code"], r["credits"], r["control_form"]) for r in rows("courses", plan)] == [
        (f"{n}.1", 2, "зачет") for n in range(1, 6)
    ]
