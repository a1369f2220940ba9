"""Printed numbers: marks by language, words; two readings give none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.values.numbers import parse_number, parse_words


@pytest.mark.parametrize(
    ("language", "printed", "value"),
    [
        ("vi", "02", 2),
        ("vi", "8,5", 8.5),
        ("vi", "3.67", 3.67),
        ("vi", "1.200", 1200),
        ("vi", "1,200", None),
        ("vi", "0,250", 0.25),
        ("vi", "1.234.567", 1234567),
        ("vi", "1.234,5", 1234.5),
        ("vi", "120 (một trăm hai mươi)", 120),
        ("vi", "120 (một trăm hai mươi mốt)", None),
        ("vi", "120 (không tính học phần Giáo dục thể chất)", 120),
        ("vi", "mười lăm", 15),
        ("vi", "95%", 95),
        ("vi", "7480107A", None),
        ("uk", "1 200", 1200),
        ("uk", "25 (двадцять п'ять)", 25),
        ("ru", "36,5", 36.5),
        ("ru", "1 234,5", 1234.5),
        ("en", "1,200", 1200),
        ("en", "twenty-five", 25),
        ("kk", "жүз жиырма бес", 125),
        ("vi", "10/12", None),
        ("vi", "1.2.3", None),
        ("vi", "", None),
    ],
)
def test_a_number_is_read_by_the_usage_of_its_language(language, printed, value):
    assert parse_number(printed, language) == value


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("vi", "một nghìn không trăm linh năm", 1005),
        ("vi", "hai mươi mốt", 21),
        ("vi", "ba trăm sáu mươi", 360),
        ("vi", "hai ba", None),
        ("vi", "một trăm sinh viên", None),
        ("uk", "двісті сорок", 240),
        ("uk", "п’ятнадцять", 15),
        ("ru", "тысяча двести", 1200),
        ("ru", "две тысячи восемнадцатого", 2018),
        ("kk", "екі жүз қырық", 240),
        ("en", "one hundred and twenty", 120),
        ("en", "two thousand twenty-two", 2022),
    ],
)
def test_number_words(language, words, value):
    assert parse_words(words, language) == value


@given(st.integers(min_value=0, max_value=999_999_999), st.sampled_from(["vi", "uk", "ru", "kk", "en"]))
def test_plain_digits_are_themselves(value, language):
    assert parse_number(str(value), language) == value


@given(st.text(max_size=30), st.sampled_from(["vi", "uk", "ru", "kk", "en"]))
def test_no_text_breaks_the_readers(text, language):
    parse_number(text, language), parse_words(text, language)
