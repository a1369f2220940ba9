"""Words cut in two by narrow cells come together; words that stand beside each other stay."""

import pytest

from normalizers.repair import repair


def test_cut_words_come_together() -> None:
    text = "Тип курса: обязательны й\tАкадемически й год\nАвтоматизированн ые системы управления"
    assert repair(text).text == "Тип курса: обязательный\tАкадемический год\nАвтоматизированные системы управления"


@pytest.mark.parametrize(
    "text",
    ["Он не знал о том, что было по воде и на земле", "Студент має обов’язки й права, готовності й уваги до всіх"],
)
def test_small_words_stay(text: str) -> None:
    assert repair(text).text == text
