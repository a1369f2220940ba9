"""Syllabi of labels beside running text: what is learnt and what is graded stand in one cell each."""

from extractors.arranging import arrange
from extractors.curriculum.outcomes.learning import learnt
from extractors.parsing import parse
from extractors.reading.files.plain import pages_of
from extractors.recognising import recognise
from extractors.tables.assessments import extract as assessments
from extractors.tables.outcomes import extract as outcomes
from models.document import Document
from models.page import Source

SYLLABUS = """СИЛАБУС НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
Назва дисципліни\tГідрологія суші
Очікувані результати навчання\tПісля завершення курсу студент буде знати: типи живлення річок; \
вміти: читати гідрограф; обчислювати стік.
Критерії оцінювання\tОцінювання проводиться за 100-бальною шкалою. Бали нараховуються за співвідношенням: \
• практичні роботи: 40% семестрової оцінки; максимальна кількість балів 40 \
• колоквіум: 10% семестрової оцінки; максимальна кількість балів 10 \
• іспит: 50% семестрової оцінки. Максимальна кількість балів 50 Підсумкова максимальна кількість балів 100.
"""


def _document(words: str) -> Document:
    pages = pages_of(words)
    text = arrange(pages)
    return parse(Source("", "syllabus.txt", "0" * 64, "text/plain", len(words)), text, recognise(text), pages)


def test_what_is_learnt_is_parted_at_its_labels() -> None:
    found = outcomes(_document(SYLLABUS))
    assert [(r.get("kind"), r.get("text")) for r in found] == [
        ("course_outcome", "типи живлення річок"),
        ("course_outcome", "читати гідрограф"),
        ("course_outcome", "обчислювати стік"),
    ]


def test_one_label_parts_nothing() -> None:
    assert learnt("знати: види річок; озера") == ["знати: види річок; озера"]


def test_works_in_one_cell_have_their_shares_and_scores() -> None:
    found = assessments(_document(SYLLABUS))
    assert [(r.get("title"), r.get("weight_percent"), r.get("max_score")) for r in found] == [
        ("практичні роботи", 40, 40),
        ("колоквіум", 10, 10),
        ("іспит", 50, 50),
    ]


def test_works_that_make_no_hundred_are_not_told() -> None:
    assert assessments(_document(SYLLABUS.replace("50% семестрової", "30% семестрової"))) == []
