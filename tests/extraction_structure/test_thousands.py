"""Figures in thousands: marks that group them are read as the language uses them; half a number is no figure."""

import pytest

from extractors.tables import requirements

RULE = {
    "vi": "QUY ĐỊNH\nĐiều 7. Mức\n1. {}\n2. Khác.\n",
    "uk": "ПОЛОЖЕННЯ\nпро порядок\n\n1. Загальні положення\n1.1. {}\n1.2. Інше.\n",
    "ru": "ПОЛОЖЕНИЕ\nо порядке\n\n1. Общие положения\n1.1. {}\n1.2. Иное.\n",
    "kk": "ЕРЕЖЕ\n\n1. Жалпы ережелер\n1.1. {}\n1.2. Басқа.\n",
    "en": "REGULATIONS\non study\n\n1. General\n1.1 {}\n1.2 Other.\n",
}


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
def test_thousands(read, language, sentence, values):
    rows = requirements.extract(read(RULE[language].format(sentence), language=language))
    assert [row.get("value") for row in rows] == values
