"""Letters of one shape in two scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.unicode.twins import to_cyrillic, to_latin, twin


@pytest.mark.parametrize(
    ("mixed", "latin", "cyrillic"), [("РLО3", "PLO3", "РLО3"), ("ПPH 4", "ПPH 4", "ПРН 4"), ("ХІV", "XIV", "ХІV")]
)
def test_letters_with_a_twin_change_their_script_and_no_others(mixed, latin, cyrillic):
    assert to_latin(mixed) == latin and to_cyrillic(mixed) == cyrillic


def test_letters_that_the_languages_lack_are_no_twins_of_latin_ones():
    assert to_cyrillic("SJsjh") == "SJsjh" and to_latin("Ѕ") == "S"


@given(st.text(max_size=30))
def test_texts_keep_their_length(text):
    assert len(to_latin(text)) == len(to_cyrillic(text)) == len(text)
    assert all(twin(twin(letter)) in (letter, "") for letter in text if twin(letter))
