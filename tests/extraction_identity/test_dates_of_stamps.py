"""The date of an act is the approving stamp's, whatever stamp stands before it."""

import pytest

from tests.extraction_identity.reading import document, values

AGREED = "«ПОГОДЖЕНО» Гарант освітньої програми «Агрономія» ___________ Дмитро КРАВЧУК «30» серпня 2023 року"
APPROVED = "«ЗАТВЕРДЖУЮ» Декан факультету агрономії ___________ Наталія ГРИЦЕНКО «31» серпня 2023 року"
PROGRAMME = """МІНІСТЕРСТВО ОСВІТИ І НАУКИ УКРАЇНИ
Слобожанський аграрний університет
{stamps}
РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
ҐРУНТОЗНАВСТВО
Робочу програму обговорено та рекомендовано до затвердження на засіданні кафедри ґрунтознавства
Протокол № 1 від «28» серпня 2023 року
1. ОПИС НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
Кількість кредитів – 4
"""


@pytest.mark.parametrize("stamps", [f"{AGREED}\n{APPROVED}", f"{APPROVED}\n{AGREED}", APPROVED])
def test_the_approving_stamp_dates_the_programme(stamps: str) -> None:
    (head,) = values("documents", document(PROGRAMME.format(stamps=stamps), "uk", "syllabus"))
    assert head["issued_on"] == "2023-08-31"


def test_the_day_above_the_minutes_in_the_stamp_of_a_body_is_theirs() -> None:
    plan = (
        "«Заречный институт»\nПРИНЯТО\nУченым советом института\n«18» апреля 2021 г.\nПротокол № 8\n"
        "УТВЕРЖДАЮ\nРектор ____ А.Л. Лапин\n«20» апреля 2021 г.\nУЧЕБНЫЙ ПЛАН\n1. Общие положения\n"
    )
    (minutes,) = values("citations", document(plan, "ru", "plan"))
    assert (minutes["number"], minutes["issued_on"], minutes["issuer"]) == ("8", "2021-04-18", "Ученый совет института")


def test_the_officer_who_approves_dates_a_standard_that_a_council_accepted() -> None:
    text = (
        "Федеральное учреждение высшего образования\n«Заречный университет»\nПринят на заседании\n"
        "Ученого совета университета\n31 марта 2017 г. протокол № 7\nУТВЕРЖДАЮ\nРектор\nА.Д. Лапин\n"
        "«03» апреля 2017 г.\nСТАНДАРТ ОРГАНИЗАЦИИ\nВЕДЕНИЕ УЧЕБНЫХ ЖУРНАЛОВ\nСТО СМК 4.2.18-2017\nЗаречье, 2017\n"
        "1 ОБЩИЕ ПОЛОЖЕНИЯ\n1.1 Стандарт обязателен для всех кафедр.\n"
    )
    (head,) = values("documents", document(text, "ru", "regulation"))
    assert (head["issued_on"], head["title"], head["number"]) == (
        "2017-04-03",
        "ВЕДЕНИЕ УЧЕБНЫХ ЖУРНАЛОВ",
        "СТО СМК 4.2.18-2017",
    )


STAMPED = """УНІВЕРСИТЕТ КАРПАТ

{}
Вченою радою УК
від 25 грудня 2014 року
Протокол № 3

ЗАТВЕРДЖЕНО
наказом ректора УК
від 31 грудня 2014 року № 240-1

ПОЛОЖЕННЯ
про відділ аспірантури

1. Загальні положення
1.1. Відділ є підрозділом університету.
"""


@pytest.mark.parametrize("word", ["СХВАЛЕНО", "УХВАЛЕНО"])
def test_an_order_approves_what_a_ukrainian_body_accepted(word: str) -> None:
    (found,) = values("documents", document(STAMPED.format(word), "uk", "regulation"))
    assert found["issued_on"] == "2014-12-31"
