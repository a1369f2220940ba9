"""Rules and orders in Kazakh, and lists that are no provisions."""

import pytest

from extractors.finding.marking.persons import find_persons
from extractors.parsing.contents import LEADERS
from extractors.parsing.markers import readings
from extractors.structure.figures.figures import figures
from tests.extraction_identity.reading import document, values

ORDER = """«Сарыарқа университеті» КЕАҚ
БҰЙРЫҚ
2024 жылғы 12 ақпан № 45-Ө
Павлодар қаласы
Шәкіртақы тағайындау қағидаларын бекіту туралы
«Білім туралы» 2007 жылғы 27 шілдедегі Қазақстан Республикасы Заңының 43-2-бабына сәйкес БҰЙЫРАМЫН:
1. Қоса беріліп отырған қағидалар бекітілсін.
2. Ректордың 2021 жылғы 3 наурыздағы № 28-Ө «Шәкіртақы төлеу ережесін бекіту туралы» бұйрығының күші жойылды.
"""
RULES = """БЕКІТІЛДІ
Университеттің Ғылыми кеңесінің шешімімен
2023 жылғы «29» тамыз, № 1 хаттама
АКАДЕМИЯЛЫҚ АДАЛДЫҚ ЕРЕЖЕСІ
1. Осы Ереже «Білім туралы» Қазақстан Республикасының 2007 жылғы 27 шілдедегі № 319-III Заңына сәйкес әзірленді.
"""


def test_acts_of_an_order() -> None:
    law, order = sorted(values("citations", document(ORDER, "kk", "decision")), key=lambda row: row.get("number") or "")
    assert (law["title"], law["issued_on"], law["article"], law["relation"]) == (
        "Білім туралы",
        "2007-07-27",
        "43-2",
        "basis",
    )
    assert (order["number"], order["issuer"], order["relation"]) == ("28-Ө", "Ректор", "replaces")
    (head,) = values("documents", document(ORDER, "kk", "decision"))
    assert (head["title"], head["issued_at"]) == ("Шәкіртақы тағайындау қағидаларын бекіту туралы", "Павлодар")


def test_the_register_in_brackets_parts_no_order_from_its_end() -> None:
    told = "бұйрығының (Нормативтік актілерді тіркеу тізілімінде № 1234 болып тіркелген) күші жойылды деп танылсын."
    cited = values("citations", document(ORDER.replace("бұйрығының күші жойылды.", told), "kk", "decision"))
    assert ("28-Ө", "replaces") in {(row.get("number"), row["relation"]) for row in cited}


DECREE = """ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ҮКІМЕТІ
ҚАУЛЫ
2021 жылғы 5 мамыр № 290 Астана қаласы
Мұрағат ісінің кейбір мәселелері туралы
«Ұлттық мұрағат қоры туралы» Қазақстан Республикасының Заңына сәйкес Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:
1. Қоса беріліп отырған тізбе бекітілсін.
2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
Қазақстан Республикасының    Ә. Мұратов
Премьер-Министрі
"""


def test_the_government_decrees_and_the_office_of_who_signs_goes_on_behind_a_genitive() -> None:
    made = document(DECREE, "kk", "decision")
    (head,) = values("documents", made)
    assert (head["issuer"].casefold(), head["number"]) == ("қазақстан республикасының үкіметі", "290")
    assert [(r["name"], r["role"]) for r in values("people", made)] == [
        ("Ә. Мұратов", "Қазақстан Республикасының Премьер-Министрі")
    ]


def test_rules_are_titled_below_their_word_under_long_stamps() -> None:
    stamps = "КЕЛІСІЛДІ\nКеңестің отырысында\n2022 жылғы 4 мамыр\n№ 3 хаттама\nБЕКІТЕМІН\nРектор\n____ Б. Омаров\n"
    words = (
        f"{stamps}ЕРЕЖЕ\nДене шынықтыру кешенін\nпайдалану туралы\nПавлодар, 2022\n1. Жалпы ережелер\n1.1. Осы Ереже.\n"
    )
    (head,) = values("documents", document(words, "kk", "regulation"))
    assert head["title"] == "Дене шынықтыру кешенін пайдалану туралы"


def test_a_body_in_the_genitive_approves() -> None:
    cited = {row.get("number"): row for row in values("citations", document(RULES, "kk", "regulation"))}
    assert cited["1"]["issuer"] == "Университеттің Ғылыми кеңесі"
    assert (cited["319-III"]["title"], cited["319-III"]["relation"]) == ("Білім туралы", "basis")


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Өтініштер 3 жұмыс күні ішінде қаралады.", ("<=", 3, "working_day")),
        ("Өтініш бір жұмыс күні ішінде беріледі.", ("<=", 1, "working_day")),
        ("Шарт практикаға дейін бір айдан кешіктірілмей жасалады.", ("<=", 1, "month")),
        ("Білім алушы сабақтың 20 пайызынан астамын босатса, жіберілмейді.", (">", 20, "percent")),
    ],
)
def test_figures_before_their_words(printed: str, told: tuple[str, float, str]) -> None:
    assert [(f.comparator, f.value, f.unit) for f in figures(printed, "kk")] == [told]


def test_a_day_of_the_month_binds_nothing() -> None:
    assert figures("Шәкіртақы әр айдың 25-күнінен кешіктірілмей төленеді.", "kk") == []


def test_initials_are_no_roman_number() -> None:
    assert not [m for m in readings("І. С. Сорока", cyrillic=True) if m.kind == "roman"]
    assert [m.kind for m in readings("І. ЗАГАЛЬНІ ПОЛОЖЕННЯ", cyrillic=True)][:1] == ["roman"]


def test_leaders_are_told_from_blanks() -> None:
    from extractors.parsing.annexes import has_blank

    line = "2 Нормативтік сілтемелер ........ 3"
    assert LEADERS.search(line) and not has_blank(line)
    assert has_blank("Аты-жөні ..................")


def test_names_by_the_father_and_in_capitals_after_an_office() -> None:
    assert [name for *_, name in find_persons("Преподаватель Алайбек кызы Айгерим", "ru")] == ["Алайбек кызы Айгерим"]
    assert [name for *_, name in find_persons("Декан факультету Юрій САВЕНКО", "uk")] == ["Юрій САВЕНКО"]
    assert find_persons("Рада Харківського УНІВЕРСИТЕТУ", "uk") == []


def test_questions_are_no_provisions() -> None:
    made = document(
        "1. Оценочные материалы\n1.1. Контрольные вопросы и задания\n1. Энтропия и ее свойства.\n2. Виды сигналов.\n"
        "1.2. Критерии оценки\nОценка ставится по шкале.",
        "ru",
        "syllabus",
    )
    assert [section.number for section in made.sections] == ["1", "1.1", "1.2"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("6.3 2017 жылғы 9 мамырдағы Ереженің күші жойылсын.", "6.3"),
        ("4.2 30 % балл ағымдағы бақылауға беріледі.", "4.2"),
        ("4.2. 3 курс студенті өтініш береді.", "4.2"),
        ("4.2 30", None),
    ],
)
def test_a_number_behind_the_number_of_a_clause(line: str, label: str | None) -> None:
    found = [m.label for m in readings(line, cyrillic=True) if m.kind == "dotted"]
    assert label in found if label else not found


def test_strokes_of_a_roman_number_that_a_scan_joined_to_cyrillic_letters() -> None:
    def first(line: str) -> list[str]:
        return [m.label for m in readings(line, cyrillic=True) if m.kind == "roman"]

    assert [first(f"{n} СКЛАД РАДИ МУЗЕЮ") for n in ("П.", "ПІ.", "Ш.", "ТУ.", "У,")] == [
        ["II"],
        ["III"],
        ["III"],
        ["IV"],
        ["V"],
    ]
    assert first("П. ГОНЧАР") == first("П. Гончар і учні") == []
