"""A least and a most in one clause are one range; days of a month and years of the calendar are no figures."""

import pytest


@pytest.mark.parametrize(
    ("language", "sentence", "bounds"),
    [
        ("vi", "Số học viên mỗi nhóm không quá 12 và không ít hơn 6.", (6, 12)),
        ("uk", "Обсяг звіту не менше 20 і не більше 35 сторінок.", (20, 35)),
        ("ru", "Объём практики составляет не менее 24 и не более 48 часов.", (24, 48)),
        ("kk", "Реферат 12 беттен кем емес және 18 беттен көп емес.", (12, 18)),
        ("en", "Each student shall take at least 9 and at most 21 credits per term.", (9, 21)),
        ("en", "Each student shall take between 9 and 21 credits per term.", (9, 21)),
    ],
)
def test_a_least_and_a_most_are_a_range(figures_of, language, sentence, bounds):
    rows = figures_of(sentence, language)
    assert [(row.get("comparator"), row.get("value"), row.get("value_max")) for row in rows] == [("between", *bounds)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("uk", "Звіт подають не пізніше 20 травня."),
        ("ru", "Ведомость сдают не позднее 20 мая."),
        ("ru", "Заявление рассматривают в течение 2023 года."),
        ("kk", "Есеп 20 мамырдан кешіктірілмей тапсырылады."),
        ("en", "The report must be handed in not later than 20 May."),
        ("uk", "Протягом 2022–2023 навчального року план змінюють."),
    ],
)
def test_days_and_years_of_the_calendar_are_no_figures(figures_of, language, sentence):
    assert figures_of(sentence, language) == []


def test_a_verb_like_a_month_is_none(figures_of):
    (row,) = figures_of("Each student shall take at most 21 may be in a row.", "en")
    assert row.get("value") == 21
