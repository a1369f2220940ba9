"""Slips in Cyrillic and English text: repaired on evidence, left alone without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.edits import apply
from normalizers.knowledge import read_table
from normalizers.slips import edits
from normalizers.slips.hyphens import COMPOUNDS
from normalizers.slips.letters import LETTERS
from normalizers.slips.phrases import PHRASES
from tests.normalizers.test_triage import SOUND

UK = (
    "Вчена рада ТОВ «ТЕХНІЧНИЙ УНІВЕРСИТЕТ «ПРИКЛАД» ухвалила положення. Рішення ТОВ «ТЕХНІЧНИЙ УНІВЕРСИТЕТ «ПРИКЛАД» "
    "набирає чинності з дати підписання, а здобувачі вищої освіти ознайомлюються з ним на сайті закладу. "
)
RU = (
    "Электронная информационно-образовательная среда университета обеспечивает доступ к учебным планам и рабочим "
    "программам дисциплин. Положение об этой среде утверждает ректор. "
)
KK = (
    "Тапсырма түрі кестеде берілген және білім алушы оны семестр басында таңдайды. Тапсырма түрі өзгерсе, оқытушы "
    "бұл туралы жазбаша хабарлайды. "
)


def repaired(text):
    return apply(text, edits(text))


@pytest.mark.parametrize(
    ("context", "broken", "sound"),
    [
        (UK, "Статут ТОВ «ТЕХНІЧНОМІЙ УНІВЕРСИТЕТ «ПРИКЛАД»", "Статут ТОВ «ТЕХНІЧНИЙ УНІВЕРСИТЕТ «ПРИКЛАД»"),
        (UK, "МІНІСТЕРСТВО ОСВІТИ І ЕІАУКИ УКРАЇНИ", "МІНІСТЕРСТВО ОСВІТИ І НАУКИ УКРАЇНИ"),
        (UK, "3АТВЕРДЖЕНО наказом", "ЗАТВЕРДЖЕНО наказом"),
        (UK, "обґрунтування: оцінка грунтується", "обґрунтування: оцінка ґрунтується"),
        (RU, "развитие информационнообразовательной среды", "развитие информационно-образовательной среды"),
        (RU, "функционирование инфор- мации и обра- зования", "функционирование информации и образования"),
        (RU, "участникам oбразoвательного процесса", "участникам образовательного процесса"),
        (KK, "Кезең Тапсырматүрі", "Кезең Тапсырма түрі"),
    ],
)
def test_what_the_document_or_the_language_of_offices_settles(context, broken, sound):
    assert repaired(context + broken) == context + sound


@pytest.mark.parametrize(
    "text",
    [
        *SOUND.values(),
        UK + "Здобувачами інформальної освіти подано заяви; ТОВ «ПОЛІТЕХНІЧНИЙ УНІВЕРСИТЕТ «ПРИКЛАД» — інша установа.",
        RU + "Вебинары, видеоконференцсвязь, научно- и учебно-методическая работа, 3D-модели, П-7.1.3d, 4К, 0А.",
        KK + "Тапсырмалар түрлері, оқу-әдістемелік кешен.",
        UK + "Оцінка грунтується на відгуках, голос ради — на ґанку.",
        UK + "Результатів формальної освіти. Результатів формальної освіти. Результатів неформальної освіти.",
    ],
)
def test_sound_text_stays(text):
    assert edits(text) == ()


def test_a_vietnamese_document_is_none_of_its_business():
    assert edits(SOUND["vi"] * 3 + " ОСВІТИ І ЕІАУКИ УКРАЇНИ") == ()


def test_every_compound_takes_its_hyphen():
    for row in read_table(COMPOUNDS, ("language", "first", "example")):
        word = {"uk": "технічного", "ru": "технического"}[row["language"]]
        context = UK if row["language"] == "uk" else RU
        assert repaired(f"{context}{row['first']}{word}").endswith(f"{row['first']}-{word}"), row


def test_every_phrase_mends_its_own_words_only():
    for row in read_table(PHRASES, ("language", "phrase")):
        context = {"uk": UK, "ru": RU, "kk": KK, "en": SOUND["en"] + " "}[row["language"]]
        assert edits(context + row["phrase"]) == (), row


def test_every_row_of_letters_is_read():
    assert all(len(row["read"]) == len(row["letter"]) == 1 for row in read_table(LETTERS, ("read", "letter", "reason")))


@given(st.lists(st.sampled_from((UK + RU + KK + "обра- зования 3АТВЕРДЖЕНО oсвіта").split(" ")), max_size=40))
def test_any_order_of_words_replays(words):
    repaired(" ".join(words))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("затверджено рішенням ради, протокол Ме 6 від 3 лютого", "протокол № 6 від"),
        ("Наказ від 03.02.2021 Ле 17", "03.02.2021 № 17"),
        ("затверджено, протокол М? 10 від 05 січня", "протокол № 10"),
        ("Наказ МОН від 19.03.2016р.Хо188", "19.03.2016р.№188"),
        ("приказом от 4 мая 2018 г. Ne 23", "2018 г. № 23"),
    ],
)
def test_the_sign_of_a_number_that_was_read_as_letters(read, meant):
    text = (RU if "прик" in read else UK) + read + "\n"
    assert meant in repaired(text)


def test_letters_before_a_figure_elsewhere_stay():
    text = RU + "Класс Ме 6 и модель Ne 23 описаны в приложении.\n"
    assert repaired(text) == text


def test_days_hours_and_laws_whose_figures_were_read_as_letters():
    assert "«31» травня 2019" in repaired(UK + "Затверджено «З1» травня 2019 року.\n")
    assert "Лекції 32 год., практичні 10 год." in repaired(UK + "Лекції З2год., практичні ІОгод.\n")
    assert "№ 17-III Заңы" in repaired(
        KK + "Қазақстан Республикасының 2011 жылғы 4 ақпандағы Ке 17-Ш Заңы бекітілген.\n"
    )
    assert repaired(UK + "Будинок «ЗО» травень 2019.\n") == UK + "Будинок «ЗО» травень 2019.\n"


@pytest.mark.parametrize(
    ("read", "meant"), [("УПІ", "VIII"), ("УІІ", "VII"), ("ХП", "XII"), ("ІУ", "IV"), ("УШ", "VIII"), ("VIII", "VIII")]
)
def test_the_parliament_behind_the_number_of_a_law(read: str, meant: str):
    law = "Згідно із Законом України «Про музеї» від 05.09.2017 № 214-{} діє рада.\n"
    assert repaired(UK + law.format(read)) == UK + law.format(meant)


@pytest.mark.parametrize("line", ["Наказ від 05.09.2017 № 214-УП діє.\n", "Закон про раду. Наказ № 7 і № 214-УП.\n"])
def test_letters_behind_the_number_of_an_order_stay(line: str):
    assert repaired(UK + line) == UK + line


def test_kazakh_letters_come_back_where_the_document_has_the_word():
    text = KK + "Баға: өте жақсы, Жаксы, қанағаттанарлық, Канагаттанарлык.\n"
    assert "өте жақсы, Жақсы, қанағаттанарлық, Қанағаттанарлық" in repaired(text)
    assert repaired(KK + "Сабак кестесі.\n") == KK + "Сабак кестесі.\n"
