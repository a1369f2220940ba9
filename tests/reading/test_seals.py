"""Lines of electronic signatures in a text are no part of it; what only looks like them is."""

import pytest

from extractors.arranging import arrange
from extractors.arranging.seals import sealed
from extractors.reading.files.plain import pages_of

STAMPS = {
    "vi": ["Ký bởi: Trường Cao đẳng Thợ Mỏ", "Email: vt@thomo.vn", "Thời gian ký: 03/04/2031 08:11:02 +07:00"],
    "uk": ["Документ підписано в системі електронного документообігу", "Сертифікат 2B6C7D8E9F0A1B2C3D4E",
           "Підписувач: Горова Ліна Юріївна", "Дійсний з 05.06.2030 0:00:00 по 05.06.2032 23:59:59"],
    "ru": ["Документ подписан электронной подписью", "Сертификат: 01C3DA5F3F8A9E2B17", "Владелец: Лина Горова",
           "Действителен: с 05.06.2030 до 05.06.2032"],
    "kk": ["Бұл құжатқа электрондық цифрлық қолтаңбамен қол қойылды"],
}  # fmt: skip


@pytest.mark.parametrize("language", STAMPS)
def test_a_stamp_between_two_lines_is_furniture(language):
    text = arrange(pages_of("\n".join(["1. Загальне", *STAMPS[language], "2. Порядок"])))
    assert [text.content[line.start : line.end] for line in text.lines if line.role == "body"] == [
        "1. Загальне",
        "2. Порядок",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Email: vt@thomo.vn",
        "Владелец: общество",
        "Сертифікат про освіту видає заклад",
        "Документ підписують обидві сторони",
    ],
)
def test_what_begins_like_a_stamp_alone_is_text(line):
    assert sealed([line]) == set()
