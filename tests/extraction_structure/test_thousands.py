"""Figures in thousands: marks that group them are read as the language uses them; half a number is no figure."""

import pytest


@pytest.mark.parametrize(
    ("language", "sentence", "values"),
    [
        ("vi", "Phí làm lại thẻ tối đa 120.000 đồng một lần.", [120000]),
        ("vi", "Học bổng không quá 2.350.000 đồng mỗi tháng.", [2350000]),
        ("vi", "Điểm trung bình không dưới 2,75.", [2.75]),
        ("en", "The report must not exceed 4,500 words.", [4500]),
        ("en", "The report must not exceed 4.5 pages.", [4.5]),
        ("uk", "Обсяг реферату не менше 14 000 знаків.", [14000]),
        ("ru", "Объем программы не менее 1 080 часов.", [1080]),
        ("ru", "Взнос не более 25.000 сомов.", []),
        ("kk", "Жарна 25.000 теңгеден аспауы тиіс.", []),
    ],
)
def test_thousands(figures_of, language, sentence, values):
    rows = figures_of(sentence, language)
    assert [row.get("value") for row in rows] == values
