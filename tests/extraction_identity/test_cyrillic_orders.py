"""Ukrainian and Russian orders: what they rest on, the line of date, place and number; stamps beside each other."""

import pytest

from extractors.recognising import recognise
from tests.extraction_identity.reading import document, text_of, values

ORDER = """МІНІСТЕРСТВО ОСВІТИ І НАУКИ УКРАЇНИ
ЛИМАНСЬКИЙ ДЕРЖАВНИЙ УНІВЕРСИТЕТ

НАКАЗ

03 жовтня 2022 р.                  м. Сокирна                  № 88-од

Про підготовку звіту
за навчальний рік

Відповідно до статті 33 Закону України «Про вищу освіту» та на виконання \
рішення Вченої ради університету від \
28 вересня 2022 року (протокол № 2)

НАКАЗУЮ:

1. Деканам подати звіти.
2. Визнати таким, що втратив чинність, наказ від 04.10.2021 № 71-од «Про звіт».

Ректор                                        Ігор ЛЕВАДА
"""

RUSSIAN = """ФГБОУ ВО «Озерский государственный университет»
ПРИКАЗ
№ 17-у                                        от 9 марта 2021 г.

г. Озерск

О порядке учета посещаемости

На основании решения Ученого совета (протокол от 01.03.2021 № 4) приказываю:

1. Утвердить порядок учета.

Ректор                                        П.Р. Ломов
"""

STAMPS = """СИВАСЬКИЙ АГРАРНИЙ УНІВЕРСИТЕТ
«ПОГОДЖЕНО» Гарант програми ____ Олег ДЖУРА «30» серпня 2021 року\t\
«ЗАТВЕРДЖУЮ» Декан факультету ____ Ірина КЛЕН «31» серпня 2021 року
РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
САДІВНИЦТВО
для студентів спеціальності 203 Садівництво

1. ОПИС НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
1.1. Дисципліна вивчає плодові культури.
"""

MAKERS = """Автор(ы)

_______ доц., канд. техн. наук Гришаева Майя Олеговна

Рабочая программа рассмотрена на заседании кафедры протокол № 8 от 10.04.2023 г.

Заведующий кафедрой                           Д.В. Хлебин
"""


def test_what_an_order_rests_on_stands_before_it_orders() -> None:
    made = document(ORDER, "uk", "decision")
    (head,) = values("documents", made)
    assert (head["number"], head["issued_on"], head["issued_at"]) == ("88-од", "2022-10-03", "Сокирна")
    law, minutes, order = values("citations", made)
    assert (law["kind"], law["relation"]) == ("law", "basis")
    assert (minutes["number"], minutes["issued_on"], minutes["relation"]) == ("2", "2022-09-28", "basis")
    assert minutes["issuer"] == "Вчена рада університету"
    assert order["relation"] == "replaces"


def test_a_resolution_before_the_minutes_of_another_act_is_cited() -> None:
    basis = "На основании решения Ученого совета"
    more = (
        "В соответствии с постановлением Правительства Российской Федерации от 5 мая 2019 г. № 911 и на основании"
        " решения Ученого совета"
    )
    made = document(RUSSIAN.replace(basis, more), "ru", "decision")
    first, minutes = values("citations", made)
    assert (first["kind"], first["number"], first["issued_on"], first["relation"]) == (
        "resolution",
        "911",
        "2019-05-05",
        "basis",
    )
    assert (minutes["kind"], minutes["number"]) == ("minutes", "4")


def test_a_russian_order_has_its_subject_as_title() -> None:
    made = document(RUSSIAN, "ru", "decision")
    (head,) = values("documents", made)
    assert (head["number"], head["issued_at"]) == ("17-у", "Озерск")
    assert head["title"] == "О порядке учета посещаемости"
    (minutes,) = values("citations", made)
    assert (minutes["issuer"], minutes["relation"]) == ("Ученый совет", "basis")


def test_two_stamps_in_one_row() -> None:
    people = values("people", document(STAMPS, "uk", "syllabus"))
    assert [(r["name"], r["act"], r.get("acted_on")) for r in people] == [
        ("Олег ДЖУРА", "agreed", "2021-08-30"),
        ("Ірина КЛЕН", "approved", "2021-08-31"),
    ]


def test_an_agenda_makes_minutes_no_rules() -> None:
    printed = "ПРИМОРСЬКИЙ КОЛЕДЖ\nПРОТОКОЛ № 3\nзасідання кафедри\n\nПОРЯДОК ДЕННИЙ:\n1. Про звіт.\n\nСЛУХАЛИ: звіт.\n"
    assert recognise(text_of(printed)).kind == "report"
    assert (
        recognise(text_of("ПРИМОРСЬКИЙ КОЛЕДЖ\nПОРЯДОК\nпризначення стипендій\n1. Загальні положення\n")).kind
        == "regulation"
    )


def test_makers_below_their_label_and_no_maker_below_a_session() -> None:
    people = values("people", document(MAKERS, "ru", "syllabus"))
    assert ("Гришаева Майя Олеговна", "developed") in [(r["name"], r["act"]) for r in people]
    assert ("Д.В. Хлебин", "developed") not in [(r["name"], r["act"]) for r in people]


def test_documents_listed_below_the_sentence_that_leads_to_them_are_a_basis() -> None:
    lines = [
        "БІЛІМ АЛУШЫЛАРДЫ КӨШІРУ ТУРАЛЫ ЕРЕЖЕ",
        "1. Жалпы ережелер",
        "1.1. Ереже келесі құжаттарға сәйкес жасалды:",
        "1) «Ғылым туралы» Қазақстан Республикасының 2011 жылғы 18 ақпандағы № 407-IV Заңы;",
        "2) Қазақстан Республикасы Білім және ғылым министрінің 2019 жылғы 4 мамырдағы № 203 бұйрығы.",
        "1.2. Ереже барлық факультеттерге қолданылады.",
    ]
    cited = values("citations", document("\n".join(lines), "kk", "regulation"))
    assert [(c["number"], c["relation"]) for c in cited] == [("407-IV", "basis"), ("203", "basis")]


def test_minutes_of_the_sitting_that_discussed_a_programme_approve_it() -> None:
    line = "Програму обговорено на засіданні кафедри ботаніки, протокол від 3 вересня 2020 року № 2"
    (cited,) = values("citations", document(f"РОБОЧА ПРОГРАМА\nБОТАНІКА\n{line}", "uk", "syllabus"))
    assert (cited["relation"], cited["number"], cited["issued_on"]) == ("approves", "2", "2020-09-03")


def test_an_approving_order_dates_the_rules_and_brings_them_into_force_only_where_it_says_so() -> None:
    rules = "УТВЕРЖДЕНО приказом ректора от 12.03.2023 г. № 44-о\n\nПОЛОЖЕНИЕ\nо мастерских\n\n1. Общие положения\n"
    (said,) = values("documents", document(f"{rules}1.1. Мастерские открыты.\n", "ru", "regulation"))
    assert (said.get("issued_on"), said.get("effective_from")) == ("2023-03-12", None)
    (said,) = values("documents", document(f"{rules}1.1. Действует с 1 июня 2023 года.\n", "ru", "regulation"))
    assert (said.get("issued_on"), said.get("effective_from")) == ("2023-03-12", "2023-06-01")


def test_the_order_that_enacted_a_standard_dates_no_programme_made_by_it() -> None:
    told = (
        "ОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА\n«Лісове господарство»\nУмань – 2022\n\nПЕРЕДМОВА\n"
        "Програму розроблено на основі Стандарту вищої освіти, затвердженого та введеного в дію"
        " наказом Міністерства освіти і науки України від 17.02.2019 р. № 211.\n"
    )
    (said,) = values("documents", document(told, "uk", "programme"))
    assert said.get("issued_on") in (None, "2022")


def test_the_line_of_date_and_number_below_the_kind_is_no_title():
    told = (
        "ФГБОУ ВО «Озерский государственный университет»\nПРИКАЗ\nот 9 марта 2021 года    № 17-у\nг. Озерск\n"
        "Об учёте посещаемости\nПРИКАЗЫВАЮ:\n1. Утвердить порядок учета.\nРектор    П.Р. Ломов\n"
    )
    assert values("documents", document(told, "ru"))[0]["title"] == "Об учёте посещаемости"


def test_minutes_are_of_the_body_named_next_before_them():
    told = (
        "РАБОЧАЯ ПРОГРАММА\nсоставлена на основании учебного плана, утвержденного ученым советом вуза.\n"
        "Программа одобрена на заседании кафедры лоции\nПротокол от 15.06.2023 г. № 11\n"
    )
    (minutes,) = values("citations", document(told, "ru", "syllabus"))
    assert (minutes["number"], minutes["issuer"]) == ("11", "кафедра лоции")


def test_an_order_is_about_what_its_line_says_below_a_registration() -> None:
    text = ORDER.replace("Про підготовку", "Зареєстровано\nв управлінні юстиції\n15 жовтня 2022 р.\n\nПро підготовку")
    (own,) = values("documents", document(text, "uk"))
    assert own["title"] == "Про підготовку звіту за навчальний рік"


RULES = (
    "СИВАСЬКИЙ АГРАРНИЙ УНІВЕРСИТЕТ\nім. О. П. Гая\n«СТЕПОВИЙ ІНСТИТУТ»\n\nПОРЯДОК\nобліку насіння\n"
    "для призначення премій\n\n1. Загальні положення\n1.1. Порядок обліку насіння (далі - Порядок) розроблено згідно з "
    "Положенням «Про насіння» (далі - Положення про насіння) з урахуванням вимог Закону України «Про рослини» від "
    "01.07.2014 р. № 77-VII (зі змінами), «Положення про склад, сховище і тік», затвердженого наказом Мінагро від "
    "01.06.2006 № 45.\n"
)


def test_the_name_of_an_institution_goes_on_with_whose_name_it_bears() -> None:
    (own,) = values("documents", document(RULES, "uk", "regulation"))
    assert own["issuer"] == "СИВАСЬКИЙ АГРАРНИЙ УНІВЕРСИТЕТ ім. О. П. Гая «СТЕПОВИЙ ІНСТИТУТ»"
    assert own["title"] == "ПОРЯДОК обліку насіння для призначення премій"


def test_every_act_of_the_sentence_that_says_so_is_a_basis() -> None:
    cited = values("citations", document(RULES, "uk", "regulation"))
    assert [(c["kind"], c.get("title"), c["relation"]) for c in cited] == [
        ("regulation", "Про насіння", "basis"),
        ("law", "Про рослини", "basis"),
        ("regulation", "Положення про склад, сховище і тік", "basis"),
        ("order", None, "basis"),
    ]


def test_a_distribution_list_at_the_close() -> None:
    made = document(
        "ПРИКАЗ\n18.11.2021 № 74/1-о\n\nО чистоте\n\nПРИКАЗЫВАЮ:\n1. Убрать двор.\n"
        "2. Признать утратившим силу приказ от 14.02.2017 № 19/2-0 «О порядке».\n\n"
        "И.о. ректора    Т.К. Курилов\n\nРассылка: ректорат, деканаты – 2 экз., в дело\nИсп. Сомова А.С., тел. 2-64\n",
        "ru",
    )
    assert [(r["name"], r.get("purpose")) for r in values("recipients", made)] == [
        ("ректорат", None),
        ("деканаты", None),
        ("в дело", "в дело"),
    ]
    assert [r["number"] for r in values("citations", made)] == ["19/2-0"]  # as it stands
    assert values("provisions", made)[-1]["text"].endswith("«О порядке».")


def test_what_an_order_approved_is_amended_through_it() -> None:
    made = document(
        "ПРИКАЗ\n18.11.2021 № 74\n\nО чистоте\n\nПРИКАЗЫВАЮ:\n"
        "1. Внести в Инструкцию по уборке, утвержденную приказом ректора от 18.11.2011 № 321, следующие изменения:\n"
        "1.1. пункт 3 исключить.\n",
        "ru",
    )
    assert [(r["number"], r["relation"]) for r in values("citations", made)] == [("321", "amends")]


def test_a_title_whose_opening_quote_a_scan_turned() -> None:
    text = ORDER.replace("Закону України «Про вищу освіту»", 'Закону України »Про музеї", Закону України «Про архіви»')
    cited = values("citations", document(text, "uk"))
    assert [c["title"] for c in cited if c["kind"] == "law"] == ["Про музеї", "Про архіви"]


PROGRAMME = (
    "СИВАСЬКА АГРАРНА АКАДЕМІЯ\nОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА\n«Бджільництво»\nПершого рівня вищої освіти\n\n"
    "ЗАТВЕРДЖЕНО\nВЧЕНОЮ РАДОЮ САА\nГолова вченої ради\n_________ В. І. Липа\n"
    "(протокол № 4 від 9 червня 2016 р.)\nСивашне 2016\n\nПЕРЕДМОВА\nРозроблено робочою групою у складі:\n"
    "Вулик Тетяна Олександрівна, к.с.-г.н., доцент\nРецензії зовнішніх стейкголдерів:\nРійко М. І.\n"
)


def test_the_front_of_a_programme() -> None:
    made = document(PROGRAMME, "uk", "programme")
    (own,) = values("documents", made)
    assert own["title"] == "Бджільництво"
    assert [(p["name"], p["act"]) for p in values("people", made)] == [
        ("В. І. Липа", "approved"),
        ("Вулик Тетяна Олександрівна", "developed"),
    ]
    assert [c["issuer"] for c in values("citations", made)] == ["ВЧЕНА РАДА САА"]


def test_the_name_goes_on_below_a_stamp_of_the_other_column() -> None:
    text = (
        "МІНІСТЕРСТВО КУЛЬТУРИ УКРАЇНИ\nСиваський університет ремесел\nЗАТВЕРДЖУЮ\nРектор\nС. С. Липа\n"
        "імені Петра Гончара    «26» грудня 2014 р.\n\nПОЛОЖЕННЯ\nпро музей\n\n1. Загальні положення\n1.1. Музей діє.\n"
    )
    (own,) = values("documents", document(text, "uk", "regulation"))
    assert own["issuer"] == "Сиваський університет ремесел імені Петра Гончара"


def test_ministry_and_university_in_one_line_below_a_picture() -> None:
    text = (
        "![](crest.png)МІНІСТЕРСТВО КУЛЬТУРИ УКРАЇНИ СИВАСЬКИЙ УНІВЕРСИТЕТ НАРОДНИХ РЕМЕСЕЛ\n\nПОЛОЖЕННЯ\nпро музей\n\n"
        "1. Загальні положення\n1.1. Музей діє.\n"
    )
    (own,) = values("documents", document(text, "uk", "regulation"))
    assert (own["parent_body"], own["issuer"]) == (
        "МІНІСТЕРСТВО КУЛЬТУРИ УКРАЇНИ",
        "СИВАСЬКИЙ УНІВЕРСИТЕТ НАРОДНИХ РЕМЕСЕЛ",
    )


def test_an_order_of_the_institution_itself_that_another_ends() -> None:
    order = "НАКАЗ\n22.08.2023 № 418\nПро навчання\nНАКАЗУЮ:\n"
    order += "1. Скасувати наказ університету від 25.08.2022 № 341 «Про режим роботи».\n"
    (act,) = values("citations", document(order, "uk", "decision"))
    assert (act["number"], act["issued_on"], act["relation"]) == ("341", "2022-08-25", "replaces")
    assert (act["title"], act.get("issuer")) == ("Про режим роботи", None)


@pytest.mark.parametrize(
    "line",
    [
        "Протокол засідання кафедри ботаніки № 6 від 30 серпня 2021 р.",
        "Протокол засідання кафедри ботаніки\n№ 6 від 30.08.2021",
        "Протокол № 6 засідання кафедри ботаніки\nвід 30 серпня 2021 року",
    ],
)
def test_the_body_that_sat_may_stand_between_minutes_and_their_number(line: str) -> None:
    (cited,) = values("citations", document(f"ЗАТВЕРДЖЕНО\n{line}\nСИЛАБУС\nБОТАНІКА\n", "uk", "syllabus"))
    assert (cited["number"], cited["issued_on"], cited["relation"]) == ("6", "2021-08-30", "approves")
    assert cited["issuer"] == "кафедра ботаніки"


def test_what_an_order_rests_on_is_no_part_of_the_title_above_it() -> None:
    told = "ПРИКАЗ\n3 марта 2020 г.    № 9-у\nО введении Положения\nо студенческом музее\n"
    told += "В соответствии с Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»\n"
    made = document(f"{told}ПРИКАЗЫВАЮ:\n1. Ввести Положение о студенческом музее.\n", "ru")
    law = values("citations", made)[0]
    assert (law["kind"], law["number"], law["title"]) == ("law", "273-ФЗ", "Об образовании в Российской Федерации")


def test_a_title_goes_on_in_small_letters_over_the_blank_line_of_a_converter() -> None:
    told = (
        "НАКАЗ\n\n03.10.2022    № 88-од\n\nПро підготовку звіту\n\nза навчальний рік\n\nНАКАЗУЮ:\n\n1. Подати звіти.\n"
    )
    assert values("documents", document(told, "uk"))[0]["title"] == "Про підготовку звіту за навчальний рік"


def test_the_head_of_a_programme_who_agreed_is_named_by_the_name() -> None:
    told = "СОГЛАСОВАНО Руководитель ОПОП ______ Ольхов И.Ю. «30» августа 2022 г.\tУТВЕРЖДАЮ Декан ______ Сухой Д.В.\n"
    people = values("people", document(f"{told}РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ\nБотаника\n", "ru", "syllabus"))
    assert [(p["name"], p["role"], p["act"]) for p in people][:1] == [("Ольхов И.Ю.", "Руководитель ОПОП", "agreed")]


def test_who_a_line_says_made_a_programme_does_not_teach_it() -> None:
    told = "Розроблено робочою групою у складі:\nПрізвище, ім’я, по батькові\tПосада\nТиха Олена Ігорівна\tдоцент\n"
    (maker,) = values("people", document(f"ОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА\n{told}", "uk", "programme"))
    assert (maker["name"], maker["act"]) == ("Тиха Олена Ігорівна", "developed")


def test_who_signs_above_the_kind_is_no_title() -> None:
    told = "протокол від 30.08.2024 № 1\nзавідувач кафедри ______ Олег ЧУБ\n\nРОБОЧА ПРОГРАМА\n\n"
    told += "освітнього компонента ОК 17 «Ботаніка»\n"
    (said,) = values("documents", document(told, "uk", "syllabus"))
    assert "ЧУБ" not in said.get("title", "")


def test_the_day_above_the_number_over_a_blank_line_and_the_town_below() -> None:
    told = "МИНОБРНАУКИ РОССИИ\n\nПРИКАЗ\n\n12.02.2031\n\n№ 58\n\nКедровск\n\nО ремонте\n\nПРИКАЗЫВАЮ:\n\n1. Начать.\n"
    (said,) = values("documents", document(told, "ru"))
    assert (said["number"], said["issued_on"], said["issued_at"]) == ("58", "2031-02-12", "Кедровск")
    assert "issued_at" not in values("documents", document(told.replace("Кедровск", "Протокол"), "ru"))[0]
