"""Figures for letters: words tell them, and where they are throughout, abbreviations, initials and titles too."""

from normalizers.repair import repair

LAYER = """П0Л0ЖЕНИЕ
0 порядке поселения студентов в 0бщежитие
3аявление подаётся в ПП0С; 3аселение проводит 0СР, о6щие сроки устанавливает приказ.
Согласно закону № 273-Ф3 «06 образовании» о6учающиеся платят до 06 мая, компетенция ПК3.
О6разование 6есплатное; ра6очие места, 6и6лиотека.
0кончание срока – 30 дней. РА3РАБ0ТАН0
Начальник отдела 0.Л. Журова"""


def test_words_abbreviations_and_initials_get_their_letters() -> None:
    text = repair(LAYER).text
    for word in ("ПОЛОЖЕНИЕ", "Заявление", "ППОС", "ОСР", "общие", "«Об образовании", "Окончание"):
        assert word in text
    assert "РАЗРАБОТАНО" in text and "О.Л. Журова" in text and "№ 273-ФЗ" in text


def test_numbers_and_codes_stay_where_figures_stand_for_letters() -> None:
    text = repair(LAYER).text
    assert "до 06 мая" in text and "ПК3" in text and "30 дней" in text


def test_a_sound_text_keeps_its_figures() -> None:
    text = "Приказ № 06-ОД\nСрок 30лет, блок Б3, группа ПП0С, корпус 0.Л. Петрова и 3D-модель; форма 40на60."
    assert repair(text).text == text
