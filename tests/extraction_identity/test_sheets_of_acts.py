"""Sheets whose first column says what the people of its rows did; stamps side by side, the last of which approves."""

from normalizers.values.dates import find_dates
from tests.extraction_identity.reading import document, values

SHEET = """Полісько-Волинський технічний університет
РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
ТЕОРІЯ МАШИН
\tПосада. Протокол засідання\tПІБ\tПідпис
Розроблено\tДоцент кафедри ТМ\tк.т.н., Петро ЛУГОВИЙ\t
Схвалено\tЗав. кафедри ТМ Засідання кафедри ТМ (протокол № 3 від 12.09.2021 р.)\tд.т.н., професор Ганна РУДЬ\t
\tГолова ради ФМ Вчена рада ФМ (протокол № 2 від 15.09.2021 р.)\tк.т.н., доцент Юрій ТКАЧ\t
Затверджено\tПроректор\tк.т.н. Ірина МОРОЗ\t
1. ОПИС НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
"""


def test_each_row_has_its_act_office_and_day() -> None:
    people = values("people", document(SHEET, "uk", "syllabus"))
    assert [(p["name"], p["act"], p["role"], p.get("acted_on")) for p in people] == [
        ("Петро ЛУГОВИЙ", "developed", "Доцент кафедри ТМ", None),
        ("Ганна РУДЬ", "endorsed", "Зав. кафедри ТМ", "2021-09-12"),
        ("Юрій ТКАЧ", "endorsed", "Голова ради ФМ", "2021-09-15"),
        ("Ірина МОРОЗ", "approved", "Проректор", None),
    ]


def test_minutes_in_a_cell_are_of_the_body_that_the_cell_names() -> None:
    cited = values("citations", document(SHEET, "uk", "syllabus"))
    assert [(c["issuer"], c["number"], c["issued_on"]) for c in cited] == [
        ("кафедра ТМ", "3", "2021-09-12"),
        ("Вчена рада ФМ", "2", "2021-09-15"),
    ]


STAMPS = (
    "РАССМОТРЕНО Методическим советом Протокол № 4 от 11.01.2022 г.\tСОГЛАСОВАНО Советом школы Протокол № 6 от "
    "12.01.2022 г.\tУТВЕРЖДЕНО приказом директора МБОУ «Речная школа» от 14.01.2022 г. № 31-ОД ________ О. Е. Зимин\n"
    "ПОЛОЖЕНИЕ\nо школьном музее\n1. ОБЩИЕ ПОЛОЖЕНИЯ\n1.1. Музей создаётся в школе.\n"
)


def test_of_three_stamps_in_a_row_the_one_that_approves_dates_the_act() -> None:
    made = document(STAMPS, "ru", "regulation")
    (head,) = values("documents", made)
    assert (head["issued_on"], head["issuer"]) == ("2022-01-14", "МБОУ «Речная школа»")
    cited = values("citations", made)
    assert [(c["kind"], c["number"], c["issued_on"]) for c in cited] == [
        ("minutes", "4", "2022-01-11"),
        ("minutes", "6", "2022-01-12"),
        ("order", "31-ОД", "2022-01-14"),
    ]


def test_a_month_in_two_languages_and_a_misread_opening_mark() -> None:
    assert [iso for _, _, iso in find_dates("«14» қыркүйек / сентября 2021 ж./г.")] == ["2021-09-14"]
    assert [iso for _, _, iso in find_dates('716" жовтня 2020 року', "uk")] == ["2020-10-16"]


RULES = """«СОЛТҮСТІК АГРАРЛЫҚ УНИВЕРСИТЕТІ»
Ғылыми кеңестің
2021 жылғы 14 желтоқсандағы
№ 6 шешімімен бекітілген
ЖАТАҚХАНА ҚАҒИДАЛАРЫ
1. Жатақхана студенттерге беріледі.
2. Осы Қағидалар 2022 жылғы 3 қаңтардан бастап қолданысқа енгізіледі. 2018 жылғы 5 мамырдағы № 2 хаттама сақталады.
"""


def test_a_kazakh_stamp_in_three_lines_and_the_day_before_the_words_of_effect() -> None:
    made = document(RULES, "kk", "regulation")
    (head,) = values("documents", made)
    assert (head["issued_on"], head["effective_from"]) == ("2021-12-14", "2022-01-03")
    assert [c["number"] for c in values("citations", made)] == ["6", "2"]


def test_a_body_accepts_what_an_order_approves() -> None:
    sheet = (
        "ПРИНЯТО\nрешением Ученого совета академии\n11.02.2021, протокол № 5\n"
        "УТВЕРЖДЕНО\nприказом ректора\nот 15.02.2021 № 20-о\nПОЛОЖЕНИЕ\nоб оранжерее\n1. Общие положения\n"
    )
    (head,) = values("documents", document(sheet, "ru", "regulation"))
    assert head["issued_on"] == "2021-02-15"


def test_a_federal_agency_stands_above_who_issues_and_lists_may_follow_what_a_policy_rests_on() -> None:
    plan = "ФЕДЕРАЛЬНОЕ АГЕНТСТВО ПО РЫБОЛОВСТВУ\nФГБОУ ВО «Озёрный технический университет»\nУЧЕБНЫЙ ПЛАН\n1. Курсы\n"
    (head,) = values("documents", document(plan, "ru", "plan"))
    assert head["parent_body"] == "ФЕДЕРАЛЬНОЕ АГЕНТСТВО ПО РЫБОЛОВСТВУ"
    policy = (
        "САЯСАТ\n1. Осы Саясат мынадай құжаттарға негізделеді:\n1) «Мұрағат туралы» Қазақстан Республикасының "
        "2009 жылғы 4 мамырдағы № 157 Заңы;\n2) Университеттің жоспары.\n2. Саясат жыл сайын қаралады.\n"
    )
    (law,) = (c for c in values("citations", document(policy, "kk", "regulation")) if c["kind"] == "law")
    assert (law["number"], law["relation"]) == ("157", "basis")
