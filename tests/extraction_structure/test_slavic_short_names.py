"""Short names in brackets of Russian and Ukrainian text, and the phrases that they stand for."""

import pytest

from extractors.parsing.wording import Prose
from extractors.structure.terms.aliases import aliases
from tests.extraction_identity.reading import document, values


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        (
            "ru",
            "Занятия идут на заводе или в мастерской, работающей по профилю обучения (далее – базовая мастерская).",
            "мастерской, работающей по профилю обучения",
        ),
        (
            "uk",
            "Статут музею ім. К. О. Гончара «Дніпровські ремесла» (далі – Статут) схвалено.",
            "Статут музею ім. К. О. Гончара «Дніпровські ремесла»",
        ),
        ("en", 'This rule binds the guild of potters (hereinafter - "Guild").', "guild of potters"),
        ("uk", "Заявку подають до центру обліку практик (далі – обліковий центр).", "центру обліку практик"),
    ],
)
def test_a_short_name_of_adjective_and_noun_begins_at_the_noun(language: str, text: str, phrase: str) -> None:
    (found,) = aliases(Prose(text, tuple(range(len(text)))), language)
    assert found.phrase is not None and text[slice(*found.phrase)] == phrase


def test_a_degree_in_brackets_keeps_the_first_letters_of_its_words() -> None:
    text = "Candidates register for the degree of Master of Arts (MArts) or Bachelor of Music (BMus) by Friday (Fri)."
    found = aliases(Prose(text, tuple(range(len(text)))), "en")
    assert [(text[slice(*f.term)], text[slice(*f.phrase)]) for f in found if f.phrase] == [
        ("MArts", "Master of Arts"),
        ("BMus", "Bachelor of Music"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        (
            "ru",
            "В соответствии с законодательством Порядок учёта вод, утвержденный в мае (далее – Порядок), обязателен.",
            "Порядок учёта вод, утвержденный в мае",
        ),
        (
            "kk",
            "Ережелер оқытушыларға және Ш. Есенов атындағы теңіз академиясы (бұдан әрі – Академия) үшін міндетті.",
            "Ш. Есенов атындағы теңіз академиясы",
        ),
    ],
)
def test_a_short_name_begins_at_the_name_that_it_stands_for(language: str, text: str, phrase: str) -> None:
    (found,) = aliases(Prose(text, tuple(range(len(text)))), language)
    assert found.phrase is not None and text[slice(*found.phrase)].startswith(phrase.split(",")[0])


def test_short_names_listed_before_the_first_clause() -> None:
    made = document(
        "КОДЕКС ЧЕСТИ\n\nПринятые сокращения\nМОН - Министерство образования и науки;\n"
        "ППС - Профессорско-преподавательский состав.\n\n1. Общие положения\n1.1. Кодекс обязателен для ППС.\n",
        "ru",
        "regulation",
    )
    assert [(r["term"], r["definition"], r["kind"]) for r in values("terms", made)] == [
        ("МОН", "Министерство образования и науки", "abbreviation"),
        ("ППС", "Профессорско-преподавательский состав", "abbreviation"),
    ]
    assert values("documents", made)[0]["title"] == "КОДЕКС ЧЕСТИ"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (
            "Порядок действует в государственном автономном учреждении дополнительного образования «Дом ремёсел» "
            "(далее – Дом).",
            "государственное автономное учреждение дополнительного образования «Дом ремёсел»",
        ),
        (
            "Работа ведётся на основе государственных учебных стандартов (далее – учебный стандарт).",
            "государственный учебный стандарт",
        ),
        (
            "Практика проходит в организации, принимающей учащихся (далее – принимающая организация).",
            None,
        ),
    ],
)
def test_phrases_of_institutions_and_plurals_are_brought_to_the_nominative(text: str, meaning: str | None) -> None:
    (found,) = aliases(Prose(text, tuple(range(len(text)))), "ru")
    assert found.meaning == meaning
