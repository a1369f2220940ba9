"""Numbers in words inside a sentence are read to their last word, or not at all."""

import pytest

from normalizers.knowledge import read_table
from normalizers.values.spelt import PARTS, half_more, multiplied, spelt_from, spelt_until


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("vi", "một trăm ba mươi tín chỉ", "một trăm ba mươi", 130),
        ("vi", "bốn mươi lăm sinh viên", "bốn mươi lăm", 45),
        ("vi", "một trăm linh năm giờ", "một trăm linh năm", 105),
        ("vi", "hai năm", "hai", 2),
        ("vi", "năm năm", "năm", 5),
        ("vi", "mười năm", "mười", 10),
        ("vi", "năm mươi ngày", "năm mươi", 50),
        ("vi", "hai nghìn tỷ đồng", "hai nghìn tỷ", 2_000_000_000_000),
        ("vi", "một phần mềm", "một", 1),
        ("en", "one hundred and forty credits", "one hundred and forty", 140),
        ("en", "thirty-five per cent", "thirty-five", 35),
        ("en", "two and a half years", "two and a half", 2.5),
        ("uk", "тридцяти п'яти днів", "тридцяти п'яти", 35),
        ("ru", "сорока двух часов", "сорока двух", 42),
        ("kk", "жүз қырық кредит", "жүз қырық", 140),
    ],
)
def test_a_number_is_read_to_its_last_word(language, text, words, value):
    found = spelt_from(text, 0, language)
    assert found is not None
    assert (text[: found.end], found.value) == (words, value)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("vi", "hai phần ba số phiếu", "hai phần ba"),
        ("vi", "một nửa số buổi", "một nửa"),
        ("en", "two thirds of the votes", "two thirds"),
        ("uk", "двох третин складу", "двох третин"),
        ("ru", "двух третей состава", "двух третей"),
    ],
)
def test_a_fraction_has_words_and_no_value(language, text, words):
    found = spelt_from(text, 0, language)
    assert found is not None
    assert (text[: found.end], found.value) == (words, None)


@pytest.mark.parametrize("text", ["mươi tám đồng", "trăm năm", "hai ba ngày", "bốn lăm ngày", "tư vấn", "học phần"])
def test_a_part_of_a_number_or_one_of_two_is_none(text):
    assert spelt_from(text, 0, "vi") is None


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("kk", "кемінде жиырма бес", 25), ("kk", "он бес", 15), ("ru", "не менее сорока", 40), ("kk", "бес он бес", None)],
)
def test_a_number_before_a_place_is_read_from_its_first_word(language, text, value):
    found = spelt_until(text, len(text), language)
    assert (found and found.value) == value


def test_each_word_behind_a_number_changes_its_example():
    for row in read_table(PARTS, ("use", "language", "pattern", "factor", "example")):
        number, _, form = row["example"].partition(" ")
        if row["use"] == "thousands":
            assert multiplied(row["example"], len(number), row["language"]) == (int(row["factor"]), len(row["example"]))
        elif row["use"] == "half":
            assert any(half_more(row["example"], at, row["language"]) for at in range(len(number), len(row["example"])))
        else:
            assert (found := spelt_from(row["example"], 0, row["language"])) and found.value is None, form


def test_a_word_that_only_begins_like_thousands_multiplies_nothing():
    assert multiplied("3 tỉnh", 1, "vi") == (1, 1)
