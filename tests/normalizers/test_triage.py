"""Triage: sound, garbled, empty, noise; which language; a cheap look."""

import time

import pytest

from normalizers.triage.languages import identify
from normalizers.triage.lexicon import is_syllable, words
from normalizers.triage.verdicts import line_verdicts, page_verdict

SOUND = {
    "vi": "Trường tổ chức đánh giá kết quả học tập của sinh viên theo từng học phần, công bố điểm trong 10 ngày. "
    "Sinh viên có điểm quá trình từ 4,0 trở lên được dự thi kết thúc học phần theo Quyết định số 12/QĐ-ĐHKH.",
    "uk": "Здобувач має право подати заяву про перезарахування результатів навчання не пізніше ніж за два тижні "
    "до початку семестру; рішення ухвалює комісія, яку призначає декан факультету.",
    "ru": "Преподаватель размещает рабочую программу дисциплины в электронной среде до начала семестра и обновляет "
    "её не реже одного раза в год, о чём делается запись в листе изменений.",
    "kk": "Білім алушы әр апта сайын зертханалық жұмыстың есебін тапсырады, ал қорытынды баға емтихан мен ағымдағы "
    "бақылау нәтижелері бойынша қойылады және журналға жазылады.",
    "en": "Students who miss more than two classes must submit a written request to the course coordinator; the final "
    "grade is the weighted mean of the assignments and the examination.",
}
GARBLED = (
    "Trudng td chfc d6nh gi6 kOt qui hgc tpp cta sinh vi6n theo timg hgc phdn, c6ng b6 tli6m trong l0 ngdy ldm vi€c. "
    "Sinh vi6n c6 di6m qu6 trinh tir 4,0 tr& l6n dugc dU thi k6t thric hgc phAn theo Quyi5t dfnh s6 12/QD-DHKH."
)


@pytest.mark.parametrize("language", list(SOUND))
def test_sound_text_of_every_language_is_sound_and_known(language):
    verdict = page_verdict(SOUND[language])
    assert (verdict.code, verdict.language) == ("sound", language)
    assert identify(SOUND[language])[0] == language


def test_a_garbled_page_is_told_from_every_sound_one():
    verdict = page_verdict(GARBLED)
    assert verdict.code == "garbled" and verdict.score > 0.3 and verdict.reason == "broken_words"
    assert max(page_verdict(text).score for text in SOUND.values()) < 0.05


def test_vietnamese_without_its_marks_is_garbled():
    bare = "Truong to chuc danh gia ket qua hoc tap cua sinh vien theo tung hoc phan va cong bo diem trong thoi han"
    assert page_verdict(bare + " " + bare).code == "garbled"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\f\n", "empty"),
        ("^ . ~ ' |", "noise"),
        ("( r ; , l | i . j f ~ t ' v", "noise"),
        ("\ufffd\ufffd\ufffd \ufffd\ufffd", "garbled"),
        ("(cid:3)(cid:17)(cid:4) (cid:9)a", "garbled"),
        ("7480107\n12\n3\n4\n", "sound"),
    ],
)
def test_what_is_no_text(text, code):
    assert page_verdict(text).code == code


def test_lines_are_judged_one_by_one():
    text = SOUND["vi"].replace(". ", ".\n") + "\n\n" + SOUND["en"] + "\nquy"
    assert line_verdicts(text) == ("sound", "sound", "empty", "other_language", "sound")
    assert "sound" not in line_verdicts(GARBLED.replace(". ", ".\n"))


def test_codes_figures_and_addresses_say_nothing():
    assert (
        page_verdict(SOUND["vi"] + " PLO10 PI1.2 17/2021/TT-BGDĐT 6B07204 https://abc.edu.vn/x?y=1 3.67 А-12").score
        < 0.05
    )


def test_the_lists_know_their_words():
    assert is_syllable("Nghiêng") and is_syllable("HOÀ") and is_syllable("hòa") and not is_syllable("nghqc")
    assert "university" in words("en") and "університет" in words("uk") and "университет" in words("ru")
    assert "кітапханашыларға" in words("kk") and words("fr") == frozenset()


def test_a_page_takes_a_few_milliseconds():
    page = (SOUND["vi"] + "\n") * 12
    page_verdict(page)
    started = time.perf_counter()
    page_verdict(page)
    assert time.perf_counter() - started < 0.05


def test_marks_of_a_calendar_are_no_russian_words() -> None:
    marks = "1 с | с | к | к | с|с|к\nІІ к к 3 с 4 с\n"
    assert identify(marks + "Січень Лютий Березень: К - канікули")[0] == "uk"
    assert identify("Приём заявлений с мая и к августу")[0] == "ru"
    assert identify("Школа и к сад") == ("ru", 1.0)


def test_russian_that_a_ukrainian_engine_read_is_russian_and_garbled() -> None:
    plan = "РАБОЧИЙ УЧЕБНЬІЙ ПЛАН дисциплиньі кафедрьі зкзамен зачет первьій курс Злектрические машиньі"
    assert (page_verdict(plan).code, page_verdict(plan).reason) == ("garbled", "other_alphabet")
    assert page_verdict(plan).language == identify(plan)[0] == "ru"
    table = "Турбиньг Гидротехнические сооружения зкзамен Практика зкзамен Химия зкзамен зачет знергетика"
    assert page_verdict(table).reason == "other_alphabet"
    for sound in (
        "Батальйон будівельників здобув кілька сьомих місць у змаганнях області",
        "Экзамены сданы, зачёты тоже",
    ):
        assert page_verdict(sound).code == "sound"
