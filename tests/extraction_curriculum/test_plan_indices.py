"""Indices of Russian plans: a letter that a scan lost comes back only where the plan proves it."""

import pytest

from extractors.arranging import arrange
from extractors.checks.teaching.codes import check
from extractors.curriculum.courses.plan_indices import blocks_around, restored
from extractors.parsing import parse
from models.document import Genre
from models.page import Line, Page, Source, Word
from models.rows import Row, Value
from models.text import Span
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_curriculum.paper import rows as table_rows

SOUND = {"Б1.О.01", "Б1.О.02", "Б1.О.03", "Б1.В.01", "Б2.О.02(П)"}


def document(word, confidence):
    """Return a document of one word, or of one on each line."""
    lines = tuple(Line((Word(said, None, confidence),)) for said in word.split("\n"))
    text = arrange((Page(1, lines, 595.0, 842.0),))
    return parse(Source("x.pdf", "x.pdf", "0" * 64, "application/pdf", 1), text, Genre("programme", "ru", 1.0, ""), ())


def read(code, cycle, sound=SOUND, confidence=0.9):
    value = Value(code, Span(0, len(code)), 0.93, "list")
    found = restored(document(code, confidence), value, Value(cycle) if cycle else None, sound)
    return found.value


@pytest.mark.parametrize(
    ("code", "cycle", "meant"),
    [
        ("53.01", "Блок 3. Государственная итоговая аттестация", "Б3.01"),
        ("61.В.02", "Блок 1. Дисциплины (модули)", "Б1.В.02"),
        ("52.0.01(У)", "Блок 2. Практика", "Б2.О.01(У)"),
        ("Б2.0.01(У)", "Блок 2. Практика", "Б2.О.01(У)"),
        ("5Б1.В.04", "Блок 1. Дисциплины (модули)", "Б1.В.04"),
    ],
)
def test_a_lost_letter_comes_back(code, cycle, meant):
    assert read(code, cycle) == meant


@pytest.mark.parametrize(
    ("code", "cycle", "sound", "confidence"),
    [
        ("53.01", "Блок 2. Практика", SOUND, 0.9),  # another block
        ("53.01", None, SOUND, 0.9),
        ("53.01", "Блок 3. Аттестация", {"Б1.О.01", "Б1.О.02"}, 0.9),  # too few to prove a shape
        ("Б2.0.01(У)", "Блок 2. Практика", {"Б1.В.01", "Б1.В.02", "Б1.В.03", "Б1.В.04"}, 0.9),
        ("61.О.01", "Блок 1. Дисциплины", SOUND, 0.9),  # the plan has that course already
        ("53.01", "Блок 3. Аттестация", SOUND, 1.0),  # a text layer says what is printed
        ("44.03.01", "Блок 4. Факультативы", SOUND, 0.9),  # a programme's code
    ],
)
def test_what_nothing_proves_stays_as_printed(code, cycle, sound, confidence):
    assert read(code, cycle, sound, confidence) == code


def test_the_indices_around_tell_the_block_where_no_heading_does():
    codes = ["Б1.О.01", "51.В.04", "Б1.В.05", "52.О.01(У)", "Б3.01"]
    assert blocks_around(codes) == ["1", "11", "13", "13", "1"]
    value = Value("51.В.о4", Span(0, 7), 0.93, "list")
    assert restored(document("51.В.о4", 0.9), value, None, SOUND, around="1").value == "Б1.В.04"
    assert restored(document("51.В.о4", 0.9), value, None, SOUND).value == "51.В.о4"


def test_an_index_left_without_its_letter_is_told():
    rows = tuple(
        Row("courses", {"code": Value(code), "name": Value(f"Курс {code}")}, row_key=code)
        for code in ("Б1.О.01", "Б1.О.02", "Б1.В.01", "53.01")
    )
    told = [f.row_key for f in check(document("План", 0.9), rows) if f.rule == "course_code_shape"]
    assert told == ["53.01"]


def test_credits_below_a_lost_head_are_told_by_the_hours():
    head = [
        [("Индекс", 2, 1), ("Наименование", 2, 1), ("", 2, 1), ("Итого акад. часов", 1, 3)],
        ["По плану", "Лек", "СР"],
    ]
    hours = [("Б1.О.01", "Логика", 2), ("Б1.О.02", "Риторика", 3), ("Б1.О.03", "Этика", 2), ("Б1.О.04", "Эстетика", 5)]
    made = [[code, name, str(n), str(36 * n), "18", str(36 * n - 18)] for code, name, n in hours]
    plan = paper("УЧЕБНЫЙ ПЛАН", [*head, *made], language="ru", kind="plan")
    assert [(r["code"], r["credits"]) for r in table_rows("courses", plan)] == [(c, n) for c, _, n in hours]
    made[2][2] = "7"
    plan = paper("УЧЕБНЫЙ ПЛАН", [*head, *made], language="ru", kind="plan")
    assert table_rows("courses", plan) == []


def test_a_nought_is_the_letter_of_the_part_that_the_plan_names():
    lettered = {"Б1.В.1", "Б1.В.2", "Б1.В.3"}
    for said, wanted in (
        ("Б1.0.1 Обязательная часть", "Б1.О.1"),
        ("52.0.1\nБ2 Практика\nОбязательная часть", "Б2.О.1"),
        ("Б1.0.1 Базовая часть", "Б1.0.1"),
        ("52.0.1 Обязательная часть", "52.0.1"),
    ):
        value = Value(said[:6], Span(0, 6), 0.93, "list")
        assert restored(document(said, 0.9), value, None, lettered).value == wanted


def test_parts_that_bear_their_numbers_prove_indices_where_none_was_read_soundly() -> None:
    words = "{}\nБ2. Общий цикл\nБЗ. Особый цикл"
    for code, meant in (("52.1", "Б2.1"), ("63.5", "Б3.5"), ("54.1", "54.1")):
        value = Value(code, Span(0, len(code)), 0.93, "list")
        assert restored(document(words.format(code), 0.9), value, Value("Общий цикл"), set()).value == meant
    one = document("52.1\nБ2. Общий цикл", 0.9)
    assert restored(one, Value("52.1", Span(0, 4), 0.93, "list"), None, set()).value == "52.1"
