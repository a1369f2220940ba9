"""Hours and credits in thousands: grouped by a mark or a space they are one figure, and never the end of one."""

import pytest

from extractors.curriculum import figures


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1.350", 1350),
        ("1,350", 1350),
        ("2.040 giờ", 2040),
        ("Tổng số: 1.620 giờ", 1620),
        ("Обсяг: 7 200 годин", 7200),
        ("8 640 часов", 8640),
        ("0,125", 0.125),
        ("2,5", 2.5),
        ("модуль 2 120 годин", None),
        ("3.150.000 giờ", None),
    ],
)
def test_hours(text, wanted):
    assert figures.hours(text) == wanted
