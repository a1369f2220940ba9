"""Syllabi of colleges in cells: outcomes line by line, sources in rows and addresses, hours of two kinds in a cell."""

from tests.extraction_curriculum.paper import document, rows

TITLE = ("ПРОГРАММА ОБУЧЕНИЯ", "(Syllabus)", [["Дисциплина", "Основы мелиорации"], ["Количество кредитов", "3"]])


def test_each_line_of_a_cell_that_opens_a_statement_is_one() -> None:
    table = [
        ["РО (результат обучения)", "РО дисциплины"],
        [
            "РО2 Способен рассчитывать каналы и\nводосбросы малых плотин\nПРО3.Способен читать чертежи сооружений",
            "Умеет рассчитывать расход воды в канале\nВладеет приёмами съёмки русла реки",
        ],
    ]
    made = document(*TITLE, "Результаты обучения дисциплины", table, language="ru")
    found = [(r.get("code"), r["text"]) for r in rows("outcomes", made)]
    assert ("РО2", "Способен рассчитывать каналы и водосбросы малых плотин") in found
    assert ("ПРО3", "Способен читать чертежи сооружений") in found
    assert (None, "Умеет рассчитывать расход воды в канале") in found
    assert (None, "Владеет приёмами съёмки русла реки") in found


def test_sources_in_rows_in_capitals_and_addresses() -> None:
    made = document(
        *TITLE,
        "Образовательные ресурсы",
        [["Электронные ресурсы", "https://example.org/kanal\nhttps://example.org/sloy"]],
        "Учебники (библиотека)",
        "1. ОРОЗОВ К.Т. КАНАЛДАР ЖАНА СУУ г.Нарын 2011",
        [["Беляева Н. С. Мелиорация полей, 2014.", "Каналы и дренаж"], ["Ким А.Р. Насосы, 2016.", "Подъём воды"]],
        "Специальное программное обеспечение",
        "Калькулятор расхода",
        language="ru",
    )
    assert [r["text"] for r in rows("bibliography", made)] == [
        "https://example.org/kanal",
        "https://example.org/sloy",
        "ОРОЗОВ К.Т. КАНАЛДАР ЖАНА СУУ г.Нарын 2011",
        "Беляева Н. С. Мелиорация полей, 2014.",
        "Ким А.Р. Насосы, 2016.",
    ]


def test_hours_under_a_head_for_two_kinds_above_a_row_of_points() -> None:
    table = [
        ["Дисциплина", ("1 модуль", 1, 3)],
        ["", "лек.", "пр.", "СРС/ СРСП"],
        ["Основы мелиорации", "12", "24", "40/14"],
        ["Карта накопления баллов", "10", "10", "20"],
    ]
    found = {r["activity"]: r["hours"] for r in rows("workloads", document(*TITLE, table, language="ru"))}
    assert found == {"lecture": 12, "practice": 24, "self_study": 40, "supervised_self_study": 14}


def test_weeks_under_a_head_for_days() -> None:
    table = [
        ["№", "Тема задания", "Часы", "Форма контроля", "Дата"],
        ["1", "Расчёт уклона канала", "2", "Опрос", "2-4 неделя"],
        ["2", "Промывка засолённых земель", "2", "Реферат", "05.05"],
    ]
    found = rows("topics", document(*TITLE, "План консультаций СРСП", table, language="ru"))
    assert [r.get("week") for r in found] == ["2-4", None]


def test_a_sentence_that_says_of_what_sort_a_module_is() -> None:
    made = document(
        "CHƯƠNG TRÌNH MÔ ĐUN",
        "Tên mô đun: Đo vẽ bản đồ",
        "Mã mô đun: MĐ12",
        "- Tính chất: Là mô đun chuyên ngành tự chọn của nghề Trắc địa.",
    )
    assert rows("courses", made)[0]["component"] == "tự chọn"
