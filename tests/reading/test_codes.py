"""Codes of Latin series among other letters."""

import pytest

from extractors.reading.paper_tables.codes.latin_series import code_of, is_code, named


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PLO3", "PLO3"),
        ("PLO 3", "PLO3"),
        ("PLOl0", "PLO10"),
        ("CL02", "CLO2"),
        ("PLOI", "PLO1"),
        ("PLO7, PLO12", "PLO7, PLO12"),
        ("PLO7; CLO2.", "PLO7, CLO2"),
    ],
)
def test_a_code_of_a_latin_series_is_brought_to_its_letters_and_figures(text, code):
    assert code_of(text) == code


@pytest.mark.parametrize(
    "text", ["PI1.2", "РІОЗ", "ЗК 1", "OK 5", "TKU1327", "PLO", "PLOll1", "PLO1 x", "12", "PLOO", "", "EXPLO1"]
)
def test_what_is_no_code_of_a_latin_series_is_none(text):
    assert code_of(text) is None


def test_codes_with_figures_for_letters_are_not_sound_and_names_stand_alone():
    assert is_code("PLO7, PLO12") and is_code("CLO 1") and not is_code("PLOl0") and not is_code("PLO")
    assert named("CL0") == "CLO" and named("PLO.") == "PLO" and named("PLO1") is None and named("Назва") is None
