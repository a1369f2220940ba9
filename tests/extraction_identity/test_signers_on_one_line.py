"""Two offices and two names on one line are two signatures."""

import pytest

from tests.extraction_identity.reading import document, values

PROGRAMME = """РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
Ґрунтознавство
1. Опис дисципліни
Дисципліна вивчає ґрунти.

{line}
"""


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        (
            "Завідувач кафедри     Іван ПЕТРЕНКО                Декан факультету     Олена КОВАЛЬ",
            [("Іван ПЕТРЕНКО", "Завідувач кафедри"), ("Олена КОВАЛЬ", "Декан факультету")],
        ),
        ("Декан факультету     Олена КОВАЛЬ", [("Олена КОВАЛЬ", "Декан факультету")]),
    ],
)
def test_each_name_takes_the_office_before_it(line: str, signed: list[tuple[str, str]]) -> None:
    people = values("people", document(PROGRAMME.format(line=line), "uk", "syllabus"))
    assert [(person["name"], person["role"]) for person in people] == signed
