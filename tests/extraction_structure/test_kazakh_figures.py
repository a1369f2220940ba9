"""Figures, short names and approvals as Kazakh rules print them."""

import pytest

from extractors.finding.citations.minutes import _KAZAKH_BODY
from extractors.parsing.wording import Prose
from extractors.structure.figures.figures import figures
from extractors.structure.scope.reports import FORMER
from extractors.structure.terms.aliases import aliases


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Шетелдіктерге арналған квота орындардың 15 пайызын құрайды.", [("=", 15, "percent")]),
        ("Тағылымдаманың ұзақтығы 6 аптаны құрайды.", [("=", 6, "week")]),
        ("Топ 12 адамды құрайды.", []),
        ("Бақылау 60 пайызын, емтихан 40 пайызын құрайды.", []),
        ("Ақы 3 банктік күн ішінде төленеді.", [("<=", 3, "working_day")]),
        ("Демалыс 6 айдан 12 айға дейін беріледі.", [("between", 6, "month")]),
        ("Үміткер жұмысты 2 ай бұрын тапсырады.", [("=", 2, "month")]),
        ("Жоба талқылауға дейін 7 жұмыс күні бұрын бөлімге жіберіледі.", [("=", 7, "working_day")]),
        ("Ақы 4 банк күні ішінде төленеді.", [("<=", 4, "working_day")]),
        ("Журнал мұрағатта 3 жыл сақталады.", [("=", 3, "year")]),
        ("Тағылымдаманың ұзақтығы – 2 апта.", [("=", 2, "week")]),
    ],
)
def test_stated_shares_and_lengths(text: str, told: list[tuple[str, float, str]]) -> None:
    assert [(f.comparator, f.value, f.unit) for f in figures(text, "kk")] == told


def test_what_was_done_before_is_no_rule_of_the_past() -> None:
    assert not FORMER.match("Бұрын жұмыс істеген адамдар 2 жыл ішінде қабылданады.")
    assert FORMER.match("Бұрын норма 30 сағат болды.")


def test_the_act_itself_is_no_part_of_what_a_short_name_means() -> None:
    text = "ЕРЕЖЕ Осы Ереже Ғалымдар кеңесінің (бұдан әрі – Кеңес) мәртебесін айқындайды."
    found = aliases(Prose(text, tuple(range(len(text)))), "kk")
    assert [text[slice(*a.phrase)] for a in found if a.phrase] == ["Ғалымдар кеңесінің"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("– 300 p. Физика кафедрасының отырысында талқыланды. ", "Физика кафедрасы"),
        ("Б.С. Омаров Ғылыми кеңестің отырысында мақұлданды (", "Ғылыми кеңес"),
        ("Б.С. Омаров бөлімінің отырысында қаралды ", None),
        ("«Жазық» КЕАҚ Ғылыми кеңес отырысында бекітілген ", "Ғылыми кеңес"),
    ],
)
def test_bodies_whose_sitting_approved(text: str, body: str | None) -> None:
    found = _KAZAKH_BODY.search(text)
    assert (found and next(g for g in found.groups() if g)) == body


def test_a_level_in_letters_of_the_page_is_that_level() -> None:
    (told,) = figures("Үміткер ағылшын тілін кемінде В2 деңгейінде меңгеруге тиіс.", "kk")
    assert (told.comparator, told.level) == (">=", "B2")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("kk", "Сынақтан өтудің ең төменгі шегі 45 балл.", (">=", 45, "point")),
        ("kk", "Бір семестрдегі ең көп жүктеме – 33 кредит.", ("<=", 33, "credit")),
        ("kk", "Дауды шешу үшін 5 адамнан тұратын комиссия жасақталады.", ("=", 5, "person")),
        ("uk", "Мінімальний бал для допуску – 35 балів.", (">=", 35, "point")),
        ("ru", "Предельный срок отпуска составляет 12 месяцев.", ("<=", 12, "month")),
    ],
)
def test_superlatives_and_numbers_of_members_bind(language: str, text: str, told: tuple[str, float, str]) -> None:
    assert [(f.comparator, f.value, f.unit) for f in figures(text, language)] == [told]


def test_an_initial_ends_no_sentence(figures_of) -> None:
    (row,) = figures_of("Кеңсе (Ж. Әділова) көшірмесін 4 жұмыс күні ішінде жібереді.", "kk")
    assert str(row.get("subject")).startswith("Кеңсе")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("kk", "Тіл деңгейі В2-ден төмен болмауы тиіс.", (">=", None, "B2", "level")),
        ("uk", "Скаргу розглядають протягом З робочих днів.", ("<=", 3, None, "working_day")),
        ("uk", "Звіт подають не пізніше ніж через 6 днів.", ("<=", 6, None, "day")),
        ("en", "A course may be dropped within the first 3 weeks.", ("<=", 3, None, "week")),
        ("en", "a mean mark of 2.5 or above;", (">=", 2.5, None, None)),
    ],
)
def test_levels_before_their_comparator_and_figures_read_as_letters(language: str, text: str, told: tuple) -> None:
    assert [(f.comparator, f.value, f.level, f.unit) for f in figures(text, language)] == [told]


def test_a_body_is_what_the_number_behind_it_is_about(figures_of) -> None:
    (row,) = figures_of("Комісію у складі 7 осіб призначає декан.", "uk")
    assert row.get("subject") == "Комісію"
