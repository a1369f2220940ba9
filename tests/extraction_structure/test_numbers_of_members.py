"""How many persons a commission or group has."""

import pytest

from extractors.tables import requirements
from tests.extraction_structure.conftest import Reader


@pytest.mark.parametrize(
    ("language", "words", "comparator", "value"),
    [
        ("uk", "НАКАЗ\n1. Створити робочу групу з обліку фондів у складі 9 осіб.\n", "=", 9),
        ("ru", "ПРИКАЗ\n1. Создать комиссию по приему фондов в составе 5 человек.\n", "=", 5),
        ("ru", "ПРИКАЗ\n1. Комиссия по апелляциям состоит не менее чем из 4 преподавателей.\n", ">=", 4),
    ],
)
def test_the_number_of_members_binds(read: Reader, language: str, words: str, comparator: str, value: int) -> None:
    (row,) = requirements.extract(read(words, kind="decision", language=language))
    assert (row.get("comparator"), row.get("value"), row.get("unit")) == (comparator, value, "person")


def test_a_place_in_a_whole_is_no_number_of_members(read: Reader) -> None:
    words = "НАКАЗ\n1. Залишити лабораторію у складі 3 кафедр факультету.\n"
    assert requirements.extract(read(words, kind="decision", language="uk")) == []
