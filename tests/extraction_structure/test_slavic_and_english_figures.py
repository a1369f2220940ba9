"""Figures that rules state, bound or forbid in Ukrainian, Russian, Kazakh and English."""

import pytest


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("uk", "Тривалість модуля становить 9 тижнів.", ("Тривалість модуля", "=", 9, "week")),
        ("uk", "Рада музею утворюється строком на сім років.", ("Рада музею", "=", 7, "year")),
        ("uk", "До гуртка беруть учнів віком до 16 років.", ("До гуртка беруть учнів", "<=", 16, "year")),
        ("uk", "Бал знижується на 15%.", ("Бал", "=", 15, "percent")),
        ("en", "The placement lasts 14 weeks.", ("placement", "=", 14, "week")),
        ("en", "The jury consists of at least 4 members.", ("jury", ">=", 4, "person")),
        ("uk", "Відпустка надається на строк до двох років.", ("Відпустка надається", "<=", 2, "year")),
        ("uk", "Оцінка нижче 45 балів не зараховується.", ("Оцінка", "<", 45, "point")),
        ("uk", "Кількість годин не може бути меншою за 18.", ("Кількість годин", ">=", 18, None)),
        ("ru", "Длительность практики составляет 7 недель.", ("Длительность практики", "=", 7, "week")),
        ("ru", "Объем лекций не может быть менее 35 процентов.", ("Объем лекций", ">=", 35, "percent")),
        ("ru", "Срок не должен быть более 8 месяцев.", ("Срок", "<=", 8, "month")),
        ("ru", "Отчёт сдаётся на кафедру не позже, чем за 5 дней.", ("Отчёт сдаётся на кафедру", "<=", 5, "day")),
        (
            "ru",
            "Студент, пропустивший более 15 % занятий, сдаёт реферат.",
            ("Студент, пропустивший", ">", 15, "percent"),
        ),
        ("ru", "Счётная комиссия состоит из 3 человек.", ("Счётная комиссия", "=", 3, "person")),
        ("uk", "Пропуски понад 12 годин відпрацьовуються.", ("Пропуски", ">", 12, "hour")),
        ("kk", "Бір кредит 30 академиялық сағатқа тең.", ("Бір кредит", "=", 30, "period")),
        ("en", "Attendance below 60 per cent is reported.", ("Attendance", "<", 60, "percent")),
        ("en", "Essays more than 4 days late are not read.", ("Essays", ">", 4, "day")),
        (
            "en",
            "Attendance at seminars shall not be less than 70 per cent.",
            ("Attendance at seminars", ">=", 70, "percent"),
        ),
        ("en", "No single essay may count for more than 45 per cent.", ("No single essay", "<=", 45, "percent")),
        ("en", "A fee may be refunded no more than twice.", ("fee may be refunded", "<=", 2, "time")),
        ("uk", "Тест складають не більше ніж двічі.", ("Тест складають", "<=", 2, "time")),
        ("en", "Resits are limited to three attempts.", ("Resits", "<=", 3, "time")),
        ("ru", "Эскизы сдаются не позднее второй недели практики.", ("Эскизы сдаются", "<=", 2, "week")),
        ("uk", "Теми обирають не пізніше 4-го тижня.", ("Теми обирають", "<=", 4, "week")),
        ("en", "Tutors are named by the end of week 3.", ("Tutors are named", "<=", 3, "week")),
        ("kk", "Тақырыптар бесінші аптадан кешіктірілмей бекітіледі.", ("Тақырыптар", "<=", 5, "week")),
        ("ru", "Жюри смотрит эскизы в трехдневный срок.", ("Жюри смотрит эскизы", "<=", 3, "day")),
        ("ru", "Жюри смотрит эскизы в месячный срок.", ("Жюри смотрит эскизы", "<=", 1, "month")),
        ("ru", "Жюри смотрит эскизы не позднее чем в пятидневный срок.", ("Жюри смотрит эскизы", "<=", 5, "day")),
        ("ru", "Жюри смотрит эскизы в 3-х дневный срок.", ("Жюри смотрит эскизы", "<=", 3, "day")),
        ("uk", "Журі дивиться ескізи у двотижневий термін.", ("Журі дивиться ескізи", "<=", 2, "week")),
        ("uk", "Журі дивиться ескізи у п’ятиденний строк.", ("Журі дивиться ескізи", "<=", 5, "day")),
        ("uk", "Журі збирається не частіше двох разів на місяць.", ("Журі збирається", "<=", 2, "time")),
        ("ru", "Жюри собирается не чаще одного раза в месяц.", ("Жюри собирается", "<=", 1, "time")),
        ("kk", "Комиссия 5 адамнан тұрады.", ("Комиссия", "=", 5, "person")),
        ("ru", "На чертежи отводится 18 часов.", ("На чертежи", "=", 18, "hour")),
        ("en", "A part-time student shall register for 60 credits.", ("part-time student", "=", 60, "credit")),
        (
            "kk",
            "Үзіліс кезінде залда отыру орны кемінде 40 пайыз болуы тиіс.",
            ("залда отыру орны", ">=", 40, "percent"),
        ),
    ],
)
def test_a_figure_binds_what_it_is_said_of(figures_of, language, sentence, wanted):
    rows = figures_of(sentence, language)
    assert [tuple(row.get(c) for c in ("subject", "comparator", "value", "unit")) for row in rows] == [wanted]


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("uk", "Рішення приймається, якщо присутні не менше двох третин складу.", "двох третин"),
        ("ru", "Решение принимают не менее трёх четвертей членов совета.", "трёх четвертей"),
    ],
)
def test_the_first_word_of_a_fraction_is_no_value(figures_of, language, sentence, printed):
    assert [(row.get("value"), row.get("value_text")) for row in figures_of(sentence, language)] == [(None, printed)]


def test_what_consists_of_parts_or_is_given_out_binds_nothing(figures_of):
    assert figures_of("Бағдарлама 4 модульден тұрады.", "kk") == []
    assert figures_of("Победителям выделяется 3 билета.", "ru") == []


def test_a_day_of_any_month_and_a_term_without_a_number_bind_nothing(figures_of):
    assert figures_of("Взносы платят не позднее 20 числа.", "ru") == []
    assert figures_of("Взносы платят в установленный срок.", "ru") == []
    assert figures_of("Взносы платить рекомендуется не позже чем в двухнедельный срок.", "ru") == []


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("ru", "Явка не должна опускаться ниже 65 %.", (">=", 65)),
        ("ru", "Доля практик не может занимать более 45 %.", ("<=", 45)),
        ("uk", "Явка не повинна опускатися нижче 65 %.", (">=", 65)),
        ("uk", "Частка вибору має бути не меншою ніж 30 %.", (">=", 30)),
        ("en", "Attendance must not drop below 65%.", (">=", 65)),
        ("en", "Essays cannot make up more than 45% of the mark.", ("<=", 45)),
    ],
)
def test_what_may_not_go_beyond_a_figure_is_bounded_by_it(figures_of, language, sentence, wanted):
    assert [(row.get("comparator"), row.get("value")) for row in figures_of(sentence, language)] == [wanted]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "В прошлом году доля прогулов составляет 9 %."),
        ("uk", "Торік частка прогулів становила 9 %."),
        ("ru", "Как выбрать числа в пределах не более 50 единиц?"),
        ("ru", "Доля цитат — не более 3О %."),
        ("en", "Attendance of at least 7O% is needed."),
    ],
)
def test_a_report_a_question_and_a_misread_figure_bind_nothing(figures_of, language, sentence):
    assert figures_of(sentence, language) == []


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Строк навчання становить 2 роки 9 місяців.", (2.75, "year")),
        ("Строк навчання становить 1 рік 10 місяців.", (22, "month")),
    ],
)
def test_years_and_months_are_one_figure(figures_of, sentence, wanted):
    assert [(row.get("value"), row.get("unit")) for row in figures_of(sentence, "uk")] == [wanted]


def test_a_share_in_figures_has_no_value(figures_of):
    rows = figures_of("Рішення приймають, якщо присутні не менше 3/4 складу.", "uk")
    assert [(row.get("value"), row.get("value_text")) for row in rows] == [(None, "3/4")]


def test_a_second_deed_of_one_doer_has_its_own_figure(figures_of):
    rows = figures_of("Комиссия состоит из 3 человек и рассматривает жалобы в течение 5 дней.", "ru")
    assert [(r.get("subject"), r.get("value"), r.get("unit")) for r in rows] == [
        ("Комиссия", 3, "person"),
        ("рассматривает жалобы", 5, "day"),
    ]
