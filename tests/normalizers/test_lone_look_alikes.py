"""Lone Latin capitals among Cyrillic initials and in Cyrillic codes; those of Latin names and codes stay."""

import pytest

from normalizers.repair import repair


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Ректор ________ П.B. Соколов", "Ректор ________ П.В. Соколов"),
        ("Декан ________ Иванова M.C.", "Декан ________ Иванова М.С."),
        ("Б1.O.01\tИстория\t4", "Б1.О.01\tИстория\t4"),
        ("Ректор Coкoлoв", "Ректор Соколов"),
    ],
)
def test_capitals_of_another_script(broken: str, whole: str) -> None:
    assert repair(broken).text == whole


@pytest.mark.parametrize(
    "sound",
    [
        "Автор: Фельдман Л. П. Springer M. C. Smith",
        "Вітамін B. Назва",
        "OK 14, PLO 3",
        "Рівень B2. Текст",
        "A. Текст відповіді",
    ],
)
def test_capitals_that_stay(sound: str) -> None:
    assert repair(sound).text == sound
