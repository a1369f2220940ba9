"""Letters named by case in regular expressions."""

import re

import pytest

from normalizers.letters import lettered


@pytest.mark.parametrize("letter", "AĐÀỸƠẠЯЁЇҐӘҺÉÖ")
def test_a_letter_has_one_case(letter: str) -> None:
    assert re.fullmatch(lettered(r"\p{Lu}"), letter)
    assert re.fullmatch(lettered(r"\p{Ll}"), letter.lower())
    assert not re.search(lettered(r"\p{Ll}"), letter)
    assert not re.search(lettered(r"\p{Lu}"), letter.lower())


@pytest.mark.parametrize("sign", ["1", "_", "×", "÷", " ", "-", "中"])
def test_what_is_no_letter_has_no_case(sign: str) -> None:
    assert not re.search(lettered(r"[\p{Lu}\p{Ll}]"), sign)


def test_names_stand_within_brackets_and_without() -> None:
    assert re.fullmatch(lettered(r"\[\p{Lu}{2}\][^\p{Ll}]"), "[ĐÀ]5")
    assert not re.fullmatch(lettered(r"[^\p{Ll}\W\d_]"), "ệ")
    assert lettered(r"[A-Z]\p") == r"[A-Z]\p"
