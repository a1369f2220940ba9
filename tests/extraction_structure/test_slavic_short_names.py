"""Short names in brackets of Russian and Ukrainian text, and the phrases that they stand for."""

import pytest

from extractors.parsing.wording import Prose
from extractors.structure.aliases import aliases


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
