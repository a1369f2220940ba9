"""Days that stand before minutes or in English lines, orders that enact, values for each form of study."""

from collections.abc import Callable

from extractors.curriculum.cards.own import own
from extractors.finding import find
from extractors.heads import read_head
from models.document import Document

Read = Callable[[str], Document]


def test_minutes_take_the_day_of_the_decision_they_record(read: Read) -> None:
    document = find(
        read(
            "УНІВЕРСИТЕТ ЗЕМЛІ\nЗАТВЕРДЖЕНО\nрішенням Вченої ради університету\nвід 27 червня 2024 р., протокол № 7\n"
            "ПОЛОЖЕННЯ\nпро практику\n1. Загальні положення\n1.1. Практика є обов’язковою.\n"
        )
    )
    (minutes,) = [m for m in document.found("citation") if m.parts["kind"] == "minutes"]
    assert minutes.parts.get("issued_on") == "2024-06-27"


def test_english_lines_of_approval(read: Read) -> None:
    document = find(
        read(
            "UNIVERSITY OF GREENFIELD\nCOURSE OUTLINE\nHeat Transfer\nSemester: Spring 2024\nCredits: 3\n"
            "Approved by the Department on 12 January 2024.\n"
        )
    )
    values = read_head(document).values
    assert values["issued_on"].value == "2024-01-12" and "issued_at" not in values
    assert own(document).course["semester"].value == "Spring 2024"


def test_one_value_for_both_forms_of_study(read: Read) -> None:
    document = read(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ\nКОМП’ЮТЕРНІ МЕРЕЖІ\n"
        "Найменування показників\tденна форма навчання\tзаочна форма навчання\n"
        "Кількість кредитів ЄКТС\t4\t4\nСеместр\t5-й\t6-й\n"
    )
    course = own(document).course
    assert course["credits"].value == 4 and course["semester"].value == 5


def test_a_town_on_its_own_line_above_the_year(read: Read) -> None:
    document = find(
        read(
            "Ладожский государственный университет\nПОЛОЖЕНИЕ\nо практике\nВолхов\n2022\n1. Общие положения\n"
            "1.1. Практика обязательна для всех обучающихся.\n"
        )
    )
    assert read_head(document).values["issued_at"].value == "Волхов"


def test_plain_numbers_that_run_on_below_roman_sections(read: Read) -> None:
    from extractors.tables.provisions import extract

    document = read(
        "ПОЛОЖЕННЯ\nпро бібліотеку\nІ. Загальні положення\n1. Положення діє в коледжі.\n2. Бібліотека є відкритою.\n"
        "ІІ. Порядок\n3. Книги видають щодня.\n4. Книги повертають вчасно.\n"
    )
    assert [str(row.get("number")) for row in extract(document)] == ["I", "1", "2", "II", "3", "4"]
