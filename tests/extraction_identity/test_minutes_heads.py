"""Heads of minutes, of rules in capitals over two lines, and names of institutions that go on below."""

from extractors.tables.documents import extract
from tests.extraction_curriculum.paper import document


def _told(*lines: str, kind: str) -> dict[str, object]:
    made = document(*lines, language="uk", kind=kind)
    return {column: value.value for column, value in extract(made)[0].cells.items()}


def test_minutes_with_their_day_and_town_below_the_meeting() -> None:
    told = _told(
        "ХЕРСОНСЬКИЙ ГІДРОЛОГІЧНИЙ ІНСТИТУТ", "ПРОТОКОЛ № 12-н", "засідання методичної ради інституту",
        "4 березня 2022 року    м. Херсон", "Присутні: 9 членів ради.", "1. СЛУХАЛИ: звіт лабораторії за рік роботи.",
        kind="report",
    )  # fmt: skip
    assert (told["number"], told["issued_on"], told["issued_at"]) == ("12-н", "2022-03-04", "Херсон")
    assert told["title"] == "засідання методичної ради інституту"


def test_whose_name_an_institution_bears_below_in_capitals() -> None:
    told = _told(
        "МІНІСТЕРСТВО ОСВІТИ І НАУКИ УКРАЇНИ", "ДНІПРОВСЬКИЙ НАЦІОНАЛЬНИЙ УНІВЕРСИТЕТ", "ІМЕНІ ОЛЕСЯ ГОНЧАРА",
        "ТИПОВЕ ПОЛОЖЕННЯ", "про лабораторію", "1. ЗАГАЛЬНІ ПОЛОЖЕННЯ", "1.1. Лабораторія вимірює витрати води.",
        kind="regulation",
    )  # fmt: skip
    assert told["issuer"] == "ДНІПРОВСЬКИЙ НАЦІОНАЛЬНИЙ УНІВЕРСИТЕТ ІМЕНІ ОЛЕСЯ ГОНЧАРА"
    assert str(told["title"]).endswith("про лабораторію")


def test_kazakh_minutes_with_the_town_beside_the_day() -> None:
    lines = ("«Көкжал университеті» КЕАҚ", "Механика кафедрасы", "ХАТТАМА № 4", "2022 жылғы 24 қараша Сарқан қаласы")
    made = document(*lines, "КҮН ТӘРТІБІ:", "1. Есеп туралы.", language="kk", kind="report")
    told = {column: value.value for column, value in extract(made)[0].cells.items()}
    assert (told["number"], told["issued_on"], told["issued_at"]) == ("4", "2022-11-24", "Сарқан")
    assert "title" not in told


def test_a_name_in_two_languages_on_one_line_is_told_once() -> None:
    head = "«ЖАЗЫҚ» УНИВЕРСИТЕТІ МЕКЕМЕСІ УЧРЕЖДЕНИЕ «УНИВЕРСИТЕТ «ЖАЗЫК»"
    made = document(head, "«05» мамыр 2021 ж.", "ЕРЕЖЕ", "1. Жалпы ережелер", language="kk", kind="regulation")
    assert extract(made)[0].cells["issuer"].value == "«ЖАЗЫҚ» УНИВЕРСИТЕТІ МЕКЕМЕСІ"


def test_adjectives_alone_on_a_line_begin_the_name_of_an_institution() -> None:
    lines = ("государственное автономное", "образовательное учреждение высшего образования", "«Заречный институт»")
    made = document(*lines, "ПОЛОЖЕНИЕ", "о кафедре", "1. Общие положения", language="ru", kind="regulation")
    assert extract(made)[0].cells["issuer"].value == " ".join(lines)
