"""Blocks of electronic signatures printed over the first page of a Russian document."""

from tests.extraction_identity.reading import document, values

BLOCK = (
    "Документ подписан простой электронной подписью\nИнформация о владельце:\nФИО: {}\n"
    "Должность: Ректор высшего училища\nДата подписания: 03.09.2023 11:20:07\n"
)
BODY = "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ\nТЕОРИЯ ПЕЧАТИ\n1. Цели освоения\nЦель дисциплины — знать печать.\n"


def test_the_signer_has_the_office_and_the_day_of_the_block() -> None:
    people = values("people", document(BLOCK.format("Лугова Анна Ильинична") + BODY, "ru", "syllabus"))
    assert people == [
        {"name": "Лугова Анна Ильинична", "act": "signed", "role": "Ректор", "acted_on": "2023-09-03"},
    ]


def test_a_name_that_no_patronymic_proves_is_left_out() -> None:
    people = values("people", document(BLOCK.format("Лугова Анна") + BODY, "ru", "syllabus"))
    assert people == [{"act": "signed", "role": "Ректор", "acted_on": "2023-09-03"}]
