"""Periods: first dates that leave out their month or year."""

import pytest

from normalizers.values.periods import find_periods


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("từ ngày 05/9/2023 đến ngày 15/9/2023", ("2023-09-05", "2023-09-15")),
        ("Từ 02/10 đến 06/10/2023", ("2023-10-02", "2023-10-06")),
        ("11-15/3/2024", ("2024-03-11", "2024-03-15")),
        ("с 01.09.2023 по 31.12.2023", ("2023-09-01", "2023-12-31")),
        ("з 12.02 до 23.02.2024 р.", ("2024-02-12", "2024-02-23")),
        ("from 5 September 2023 to 15 September 2023", ("2023-09-05", "2023-09-15")),
    ],
)
def test_a_period_has_two_full_dates(text, ends):
    assert [period[2:] for period in find_periods(text)] == [ends]


@pytest.mark.parametrize(
    "text", ["ngày 05/9/2023", "15/9/2023 - 05/9/2023", "31-30/4/2024", "năm học 2023-2024", "2.1 - 3.5"]
)
def test_what_is_no_period(text):
    assert find_periods(text) == []
