"""Kazakh rules that are an annex to an order, numbers with their words behind them, and measures that are no unit."""

import pytest

from extractors.structure.figures.figures import figures
from tests.extraction_identity.reading import document, values

RULES = """Қазақстан Республикасы
Мұрағат министрінің
2031 жылғы 30 қазандағы
№ 59 {order}
{label}

Жеке қорларды сақтау қағидалары

1-тарау. Жалпы ережелер

1. Осы Жеке қорларды сақтау қағидалары (бұдан әрі – Қағидалар) сақтау тәртібін айқындайды.

2-тарау. Сақтау тәртібі

2. Қорлар сөрелерде сақталады.
"""


@pytest.mark.parametrize(("order", "label"), [("бұйрығына", "1-қосымша"), ("бұйрығымен", "бекітілген")])
def test_the_head_says_whose_annex_the_rules_are(order: str, label: str) -> None:
    made = document(RULES.format(order=order, label=label), "kk", "regulation")
    (about,) = values("documents", made)
    assert about["title"] == "Жеке қорларды сақтау қағидалары"
    assert (about["issued_on"], about["issuer"]) == ("2031-10-30", "Қазақстан Республикасы Мұрағат министрі")
    assert [(r["number"], r["relation"]) for r in values("citations", made)] == [("59", "approves")]
    assert [r["number"] for r in values("provisions", made)] == ["1-тарау", "1", "2-тарау", "2"]


def test_an_annex_behind_the_rules_stays_one() -> None:
    rules = RULES.format(order="бұйрығымен", label="бекітілген")
    made = document(f"{rules}\nЖеке қорларды сақтау қағидаларына\n1-қосымша\n\nСөрелер тізбесі\n", "kk", "regulation")
    assert [r["number"] for r in values("provisions", made)][:4] == ["1-тарау", "1", "2-тарау", "2"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Қорлар кемінде 10 (он) жұмыс күні бұрын бөлінеді.", [(">=", 10, "working_day")]),
        ("Комиссия кемінде 5 (бес) адамнан тұрады.", [(">=", 5, "person")]),
        ("Тәртіптік кеңес 7 адамнан құралады.", [("=", 7, "person")]),
        ("Төлем айына 2 айлық есептік көрсеткіштен аспауы тиіс.", [("<=", 2, None)]),
        ("Тағылымдама 2 айлық мерзімнен аспауы тиіс.", [("<=", 2, "month")]),
    ],
)
def test_words_behind_a_number_and_measures(text: str, told: list[tuple[str, float, str | None]]) -> None:
    assert [(f.comparator, f.value, f.unit) for f in figures(text, "kk")] == told
