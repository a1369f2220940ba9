"""Printed figures of curricula: what is one number is read whole, what is a range or a product is none."""

import pytest

from extractors.curriculum import figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4 năm", 4),
        ("4 năm rưỡi", 4.5),
        ("2 năm 6 tháng", 2.5),
        ("3 роки 10 місяців", 3.83),
        ("3 years and 10 months", 3.83),
        ("4 năm (tối đa 8 năm)", 4),
        ("4 - 6 năm", None),
        ("từ 3 đến 5 năm", None),
    ],
)
def test_years(text, value):
    assert figures.years(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("130 tín chỉ", 130),
        ("3 (2-1-0)", 3),
        ("3²", 3),
        ("O3", None),
        ("2 (30 tiết / 30 periods)", 2),
        ("Tiếng Anh 1 - 3 tín chỉ", 3),
        ("20 (this module was worth 15 credits until 2021)", 20),
        ("3 (thay cho 2 tín chỉ của khóa trước)", 3),
        ("120 - 150 tín chỉ", None),
        ("từ 120 đến 150 tín chỉ", None),
    ],
)
def test_credits(text, value):
    assert figures.credits(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("45 tiết (3 tín chỉ)", 45), ("30-45 tiết", None), ("15 tuần x 3 tiết", None), ("30+15", None)]
)
def test_hours(text, value):
    assert figures.hours(text) == value


@pytest.mark.parametrize(("text", "value"), [("Bài thi: 60%", 60), ("12,5 %", 12.5), ("20-30%", None), ("0,5", None)])
def test_percent(text, value):
    assert figures.percent(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("40% (pass 35%)", 40), ("20 per cent", 20), ("4 x 5%", None), ("30-40%", None)]
)
def test_shares(text, value):
    assert figures.percent(text) == value
