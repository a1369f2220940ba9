"""Registers that count the sheets of each change, acts in force no more, and where names of institutions end."""

import pytest

from extractors.finding import find
from tests.extraction_identity.reading import values

RUSSIAN = """Положение о музее

1. Общие положения
1.1. Музей открыт ежедневно.

Лист регистрации изменений
Номер изменения\tНомер листа\t\t\tВсего листов\tНомер документа\tПодпись\tДата
\tзамененного\tнового\tаннулированного\t\t\t\t
1\t3\t-\t-\t9\tприказ № 4/17\tБелов\t12.02.2024
2\t-\t5а\t-\t10\tприказ № 4/31\tБелов\t03.09.2024
\t\t\t\t\t\t\t
"""
KAZAKH = """Мұражай ережесі

1. Жалпы ережелер
1.1. Мұражай күн сайын ашық.

Өзгерістерді тіркеу парағы
Өзгеріс\tПарақтардың нөмірлері\t\t\tХабарлама нөмірі\tКүні
\tауыстырылған\tжаңа\tалынып тасталған\t\t
1\t-\t-\t8\t14\t10.09.2025
"""


def test_each_sheet_that_changed_is_a_row_and_blanks_are_none(read) -> None:
    found = values("amendments", read(RUSSIAN, kind="regulation", language="ru"))
    assert [(r["registered_on"], r["sheets"], r["action"], r["basis_number"]) for r in found] == [
        ("2024-02-12", "3", "replace", "4/17"),
        ("2024-09-03", "5а", "add", "4/31"),
    ]
    found = values("amendments", read(KAZAKH, kind="regulation", language="kk"))
    assert [(r["registered_on"], r["sheets"], r["action"], r["basis_number"]) for r in found] == [
        ("2025-09-10", "8", "delete", "14")
    ]


def test_a_register_without_days_tells_nothing(read) -> None:
    blank = RUSSIAN.replace("12.02.2024", "").replace("03.09.2024", "")
    assert values("amendments", read(blank, kind="regulation", language="ru")) == []


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        ("ru", "Признать утратившей силу Инструкцию по учету книг, утвержденную приказом от 11.02.2020 № 37."),
        (
            "uk",
            "Втрачає чинність Положення про порядок обліку книг у сховищах, затверджене наказом від 11.02.2020 № 37.",
        ),
    ],
)
def test_what_an_order_approved_is_in_force_no_more(read, language: str, clause: str) -> None:
    made = find(
        read(f"ПОЛОЖЕНИЕ\n1. Общие положения\n1.1. {clause}\n1.2. Иное.\n", kind="regulation", language=language)
    )
    assert [(r["number"], r["relation"]) for r in values("citations", made)] == [("37", "replaces")]


@pytest.mark.parametrize(
    ("language", "head", "issuer"),
    [
        ("uk", "УНІВЕРСИТЕТ ЛІСУ І САДУ\nІнститут лісівництва", "УНІВЕРСИТЕТ ЛІСУ І САДУ"),
        (
            "ru",
            "Федеральное бюджетное образовательное учреждение\n\nвысшего образования\n\n«Озерский университет»",
            "Федеральное бюджетное образовательное учреждение высшего образования «Озерский университет»",
        ),
    ],
)
def test_the_name_of_an_institution_ends_where_a_part_of_it_begins(read, language: str, head: str, issuer: str) -> None:
    text = f"{head}\n\nПОЛОЖЕННЯ\nпро музей\n\nОзерськ\n\n2024\n\n1. Загальне\n1.1. Музей відкрито.\n"
    made = read(text, kind="regulation", language=language)
    (about,) = values("documents", made)
    assert (about["issuer"], about.get("issued_at")) == (issuer, "Озерськ")


def test_the_day_of_the_order_stands_beside_its_number(read) -> None:
    told = KAZAKH.replace("Хабарлама нөмірі\tКүні", "Өзгеріс енгізу үшін негіз\tЕнгізілген күні")
    made = read(told.replace("\t14\t", "\t№ 14 бұйрық 01.09.2025\t"), kind="regulation", language="kk")
    (found,) = values("amendments", made)
    assert (found["registered_on"], found["basis_number"], found["basis_issued_on"]) == (
        "2025-09-10", "14", "2025-09-01"
    )  # fmt: skip
