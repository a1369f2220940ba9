"""The rates of repaired text count what they say, and damaged text keeps its lines."""

import pytest

from tests.bench.rates import Rates, bare, rates
from tests.bench.restorers import DAMAGE, changed, documents


def test_nothing_is_wrong_in_the_same_text() -> None:
    found = rates("Điều 5. Hiệu lực\nthi hành", "Điều 5.  Hiệu lực\nthi hành")
    assert (found.character, found.word, found.diacritic) == (0, 0, 0)
    assert (found.words, found.marks) == (6, 10)


def test_a_wrong_mark_is_an_error_of_all_three_kinds() -> None:
    assert rates("số", "sổ") == Rates(2, 1, 1, 1, 1, 1)


def test_a_wrong_consonant_is_no_error_of_diacritics() -> None:
    assert rates("trường", "triường").marks_wrong == 0
    assert rates("trường", "chường").marks_wrong == 0


def test_a_lost_line_loses_its_diacritics() -> None:
    found = rates("độ", "")
    assert (found.marks, found.marks_wrong, found.characters_wrong) == (2, 2, 2)


def test_letters_without_marks_stay_in_their_places() -> None:
    assert bare("Đường số Ứ") == "Duong so U"


def test_changed_words_of_sound_text() -> None:
    assert changed("a b c d", "a x c d") == 0.25
    assert changed("a b", "a b") == 0


@pytest.mark.parametrize("name", [name for name in DAMAGE if name != "misread"])
def test_damage_keeps_the_lines(name: str) -> None:
    text = documents(1, 3)[0]
    damaged = DAMAGE[name](text, 3)
    assert len(damaged.split("\n")) == len(text.split("\n")) > 40
    assert (damaged == text) == (name == "sound")
    assert DAMAGE[name](text, 3) == damaged
