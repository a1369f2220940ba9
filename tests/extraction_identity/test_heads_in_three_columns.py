"""Heads of Russian plans whose middle column of three, with the institution, is read between two stamps."""

from types import SimpleNamespace
from typing import Any

import pytest

from extractors.finding.citations.stamps import _is_code
from tests.extraction_identity.reading import document, values

PLAN = """СОГЛАСОВАНО
Директор института лугов
____________ Е. А. Росина
«10» апреля 2031 г.
МИНОБРНАУКИ РОССИИ
федеральное государственное бюджетное образовательное
учреждение высшего образования
«Озерский государственный университет
лугов и пастбищ»
УЧЕБНЫЙ ПЛАН
35.04.01 Луговедение
УТВЕРЖДАЮ
Ректор
____________ А. Е. Травин
35.04.01
Квалификация: магистр
"""


def test_a_name_in_the_middle_of_three_columns_stands_behind_a_stamp() -> None:
    (about,) = values("documents", document(PLAN, "ru", "plan"))
    assert about["parent_body"] == "МИНОБРНАУКИ РОССИИ"
    assert str(about["issuer"]).endswith("«Озерский государственный университет лугов и пастбищ»")


@pytest.mark.parametrize(("printed", "code"), [("18.04.01", True), ("18.04.31", False), ("18.04.2031", False)])
def test_the_code_of_a_training_is_no_day(printed: str, code: bool) -> None:
    marks: Any = SimpleNamespace(text=f"{printed}_Луга.plx 18.04.01 Луговедение 18.04.2031 Травин")
    date: Any = SimpleNamespace(start=0, end=len(printed))
    assert _is_code(marks, date) is code
