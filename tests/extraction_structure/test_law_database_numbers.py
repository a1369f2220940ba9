"""Numbers as law databases print them, acts approved in brackets, and the authors of listed books."""

import pytest

from extractors.finding.marking.numbers import find_numbers
from extractors.people.sources import opens_sources, writes


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Федеральный закон от 29.12.2012 N 273-ФЗ", "273-ФЗ"),
        ("(утв. 8 апреля 2014 г. N АК-44/05вн)", "АК-44/05вн"),
        ("приказ Минобрнауки России N 245", "245"),
    ],
)
def test_latin_n_before_a_number_in_cyrillic_text(text: str, number: str) -> None:
    assert [found.value for found in find_numbers(text)] == [number]


def test_latin_n_elsewhere_is_a_letter() -> None:
    assert find_numbers("ma trận N 5 hàng") == []


def test_authors_below_a_list_of_sources_wrote_books() -> None:
    assert opens_sources("Учебники (библиотека)") and writes("Авторы")
    assert not opens_sources("Разработчики программы") and not writes("Разработчик")
