"""Figures that rules state, bound or forbid in Ukrainian, Russian, Kazakh and English."""

import pytest

from extractors.tables import requirements

RULE = {
    "uk": "ПОЛОЖЕННЯ\nпро порядок\n\n1. Загальні положення\n1.1. {}\n1.2. Інше.\n",
    "ru": "ПОЛОЖЕНИЕ\nо порядке\n\n1. Общие положения\n1.1. {}\n1.2. Иное.\n",
    "kk": "ЕРЕЖЕ\n\n1. Жалпы ережелер\n1.1. {}\n1.2. Басқа.\n",
    "en": "REGULATIONS\non study\n\n1. General\n1.1 {}\n1.2 Other.\n",
}


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("uk", "Тривалість модуля становить 9 тижнів.", ("Тривалість модуля", "=", 9, "week")),
        ("uk", "Відпустка надається на строк до двох років.", ("Відпустка надається", "<=", 2, "year")),
        ("uk", "Оцінка нижче 45 балів не зараховується.", ("Оцінка", "<", 45, "point")),
        ("uk", "Кількість годин не може бути меншою за 18.", ("Кількість годин", ">=", 18, None)),
        ("ru", "Длительность практики составляет 7 недель.", ("Длительность практики", "=", 7, "week")),
        ("ru", "Объем лекций не может быть менее 35 процентов.", ("Объем лекций", ">=", 35, "percent")),
        ("ru", "Срок не должен быть более 8 месяцев.", ("Срок", "<=", 8, "month")),
        ("kk", "Бір кредит 30 академиялық сағатқа тең.", ("Бір кредит", "=", 30, "period")),
        ("en", "Attendance below 60 per cent is reported.", ("Attendance", "<", 60, "percent")),
        ("en", "Resits are limited to three attempts.", ("Resits", "<=", 3, "time")),
    ],
)
def test_a_figure_binds_what_it_is_said_of(read, language, sentence, wanted):
    rows = requirements.extract(read(RULE[language].format(sentence), language=language))
    assert [tuple(row.get(c) for c in ("subject", "comparator", "value", "unit")) for row in rows] == [wanted]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("uk", "Рішення приймається, якщо присутні не менше двох третин складу."),
        ("ru", "Решение принимают не менее трёх четвертей членов совета."),
    ],
)
def test_the_first_word_of_a_fraction_is_no_figure(read, language, sentence):
    assert requirements.extract(read(RULE[language].format(sentence), language=language)) == []
