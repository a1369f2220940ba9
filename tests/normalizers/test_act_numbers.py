"""Numbers of acts: the form in which the act is known, digits never exchanged."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.knowledge import read_table
from normalizers.values.act_numbers import SYMBOLS, has_shape, kind_of, normalise_number


@pytest.mark.parametrize(
    ("language", "printed", "number"),
    [
        ("vi", "13/KH – THTN", "13/KH-THTN"),
        ("vi", "Số: 20/KH-THTN", "20/KH-THTN"),
        ("vi", "số 17/202 I /TT-BGDDT", "17/2021/TT-BGDĐT"),
        ("vi", "12/2024/TT-BDGDT", "12/2024/TT-BGDĐT"),
        ("vi", "5444/QD-DHSPHN", "5444/QĐ-ĐHSPHN"),
        ("vi", "333/QĐ-DHN", "333/QĐ-DHN"),
        ("vi", "99/2019/NÐ-CP", "99/2019/NĐ-CP"),
        ("vi", "l2/2021/TT-BNV", "12/2021/TT-BNV"),
        ("vi", "1982/QĐ-TTg.", "1982/QĐ-TTg"),
        ("vi", "15/2020/TTBGDĐT", "15/2020/TT-BGDĐT"),
        ("vi", "15/TTGDTX", "15/TTGDTX"),
        ("vi", "34/2018/QH14", "34/2018/QH14"),
        ("vi", "29-NQ/TW", "29-NQ/TW"),
        ("ru", "№ 149 - ФЗ", "149-ФЗ"),
        ("kk", 'И-НАО "ВКТУ" 026-ІІ-2021', 'И-НАО "ВКТУ" 026-II-2021'),
        ("uk", "№ 75.1/22.02.2022", "75.1/22.02.2022"),
        ("ru", "П-7.1.3d-2018", "П-7.1.3d-2018"),
    ],
)
def test_a_number_takes_the_form_the_act_is_known_by(language, printed, number):
    assert normalise_number(printed, language) == number


def test_every_symbol_stays_and_every_variant_becomes_it():
    for row in read_table(SYMBOLS, ("role", "symbol", "meaning", "example")):
        assert normalise_number(row["example"]) == row["example"], row
        for variant in row["variants"].split():
            assert normalise_number(f"12/{variant}-XYZ") == f"12/{row['symbol']}-XYZ"


def test_the_symbol_names_the_kind():
    assert kind_of("17/2021/TT-BGDĐT") == "circular"
    assert kind_of("34/2018/QH14") == "law"
    assert kind_of("909/BGDĐT-GDTH") == "official_letter"
    assert kind_of("12/XYZ") is None


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        ("circular", "17/2021/TT-BGDĐT", True),
        ("law", "34/2018/QH14", True),
        ("law", "34/2018/QX", False),
        ("decision", "5444/QĐ-ĐHSPHN", True),
        ("decision", "S444 QD", False),
    ],
)
def test_the_shape_of_a_number(kind, number, right):
    assert has_shape(number, kind) is right


@given(st.text(max_size=25), st.sampled_from(["vi", "ru"]))
def test_normal_numbers_stay_and_digits_never_change(text, language):
    once = normalise_number(text, language)
    assert normalise_number(once, language) == once or "Số" in text or "№" in text
    kept = re.sub(r"\D", "", once)
    assert all(kept.count(d) >= re.sub(r"\D", "", text).count(d) for d in "23456789")
