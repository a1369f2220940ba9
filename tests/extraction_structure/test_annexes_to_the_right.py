"""Annexes whose label stands to the right, with what says whose they are and to whom they go."""

import pytest

from extractors.tables import forms, terms


def _values(found) -> list[dict[str, object]]:
    return [{name: cell.value for name, cell in row.cells.items()} for row in found]


UKRAINIAN = """ПОЛОЖЕННЯ
про гуртожиток

1. Загальні положення
1.1. У цьому Положенні терміни вживаються в таких значеннях:
кімната – приміщення для проживання;
староста – мешканець, який представляє поверх.
1.2. Заява подається коменданту (Додаток 1).

                                        Додаток 1
                                        до Положення про
                                        гуртожиток

                                        Ректору Сулинського
                                        університету
                                        ____________________

                             ЗАЯВА
Прошу надати мені місце в кімнаті № ____ з ____________.
«___» ________ 20__ р.        ____________ (підпис)
"""

KAZAKH = """Жатақхана қағидалары

1-тарау. Жалпы ережелер

1. Білім алушы өтінішті 5 (бес) жұмыс күні ішінде 1-қосымшаға сәйкес тапсырады.

2. Осы Қағидалар барлық білім алушыларға қолданылады.

                                                  Жатақхана
                                                  қағидаларына
                                                  1-қосымша

                                                  Нысан

                                                  ______________ ректорына

                              Орын беру туралы өтініш

Маған № ____ бөлмеден орын беруіңізді сұраймын. Күні __________ Қолы __________
"""


def test_a_form_below_its_address(read) -> None:
    (form,) = _values(forms.extract(read(UKRAINIAN, kind="regulation", language="uk")))
    assert (form["number"], form["title"]) == ("1", "ЗАЯВА")
    assert form["addressee"] == "Ректору Сулинського університету"
    assert form["provision"] == "1.2"


def test_what_leads_to_a_label_is_no_clause(read) -> None:
    made = read(KAZAKH, kind="regulation", language="kk")
    (form,) = _values(forms.extract(made))
    assert (form["number"], form["title"]) == ("1", "Орын беру туралы өтініш")
    assert str(form["provision"]).endswith("1")
    last = made.sections[-1]
    assert made.text.body(last.text[-1]).endswith("қолданылады.")


@pytest.mark.parametrize("term", ["кімната", "староста"])
def test_terms_in_small_letters_of_an_announced_list(read, term) -> None:
    found = _values(terms.extract(read(UKRAINIAN, kind="regulation", language="uk")))
    assert term in [r["term"] for r in found]
