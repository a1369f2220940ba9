"""Language and kind of a document, by records that are data."""

import pytest

from extractors.arranging import arrange
from extractors.reading.files.plain import pages_of
from extractors.recognising import recognise
from extractors.recognising.genres import records

BODY = {
    "vi": "Căn cứ Luật Giáo dục; các đơn vị và sinh viên của trường chịu trách nhiệm thực hiện theo quy định.",
    "uk": "Здобувач освіти та викладач, які беруть участь у навчанні, керуються цим документом від дня схвалення.",
    "ru": "Обучающиеся и преподаватели, которые участвуют в обучении, руководствуются этим документом со дня выхода.",
    "kk": "Білім алушылар және оқытушылар оқу үдерісіне қатысады, осы құжат бойынша жұмыс істейді.",
    "en": "The students of the college and the teachers shall act in accordance with this document.",
}
TITLES = [(record.kind, language, words[0]) for record in records() for language, words in record.title.items()]


@pytest.mark.parametrize(("kind", "language", "title"), TITLES)
def test_every_record_is_recognised_by_its_title(kind, language, title):
    text = arrange(pages_of(f"Name\n{title.upper()}\nA\n{BODY[language]}\n{BODY[language]}\n"))
    genre = recognise(text)
    assert (genre.kind, genre.language) == (kind, language)
    assert "title" in genre.reason and 0.5 < genre.confidence <= 1


def test_a_title_that_ocr_misread():
    text = arrange(pages_of(f"TRƯỜNG CAO ĐẲNG\nQUYÉT Đ1NH\n{BODY['vi']}\n"))
    assert recognise(text).kind == "decision"


def test_nothing_known_is_other_with_little_confidence():
    genre = recognise(arrange(pages_of("Lorem ipsum dolor\nsit amet\n")))
    assert genre.kind == "other" and genre.confidence < 0.5


def test_a_sentence_that_speaks_of_another_kind_is_no_title():
    said = "Điều 4. Đơn vị\n1. Các khoa rà soát đề cương chi tiết học phần và gửi về Trường.\n2. Phòng lập lịch.\n"
    assert recognise(arrange(pages_of(said + BODY["vi"] + "\n"))).kind != "syllabus"


@pytest.mark.parametrize(
    ("language", "order", "decides", "rules"),
    [
        ("kk", "БҰЙРЫҚ", "БҰЙЫРАМЫН:", "МҰРАЖАЙ ЕРЕЖЕСІ"),
        ("uk", "НАКАЗ", "НАКАЗУЮ:", "ПОЛОЖЕННЯ"),
        ("ru", "ПРИКАЗ", "ПРИКАЗЫВАЮ:", "ПОЛОЖЕНИЕ"),
    ],
)
def test_an_order_that_decides_is_no_regulation_though_it_encloses_one(language, order, decides, rules):
    clause = {
        "kk": "Жалпы ережелер\nОсы Ереже\nҚорытынды ережелер",
        "uk": "Загальні положення",
        "ru": "Общие положения",
    }
    body = BODY[language]
    said = f"Name\n{order}\n{body} {decides}\n1. {body}\n{rules}\n{clause[language]}\n{body}\n"
    assert recognise(arrange(pages_of(said))).kind == "decision"
    assert recognise(arrange(pages_of(said.replace(f"{order}\n", "").replace(decides, ".")))).kind == "regulation"
