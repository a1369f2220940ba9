"""Rules of Kazakh ministries as a database of laws prints them: numbers with letters, anchors of times, annexes."""

import pytest

from extractors.finding.marking.numbers import find_numbers
from extractors.tables import forms, provisions, requirements
from tests.extraction_identity.reading import document, values

ORDER = """Сынақ өткізу қағидаларын бекіту туралы

Қазақстан Республикасы Экология министрінің 2020 жылғы 5 мамырдағы № ҚР ЭМ-17 бұйрығы. Әділет министрлігінде тіркелді

"Орман туралы" Қазақстан Республикасының 2003 жылғы 8 шілдедегі Кодексінің 12-бабына сәйкес БҰЙЫРАМЫН:

1. Қоса беріліп отырған сынақ өткізу қағидалары бекітілсін.

	Министр	С. Қуандықов
"""


def test_a_number_with_the_letters_of_state_and_ministry() -> None:
    (head,) = values("documents", document(ORDER, "kk", "decision"))
    assert (head["number"], head["issued_on"]) == ("ҚР ЭМ-17", "2020-05-05")


@pytest.mark.parametrize(
    ("text", "number"), [("№ ҚР ЭМ-17", "ҚР ЭМ-17"), ("№ ҚР-ЭМ – 9/2020", "ҚР-ЭМ-9/2020"), ("№ ЭМ-17", "ЭМ-17")]
)
def test_letters_before_a_number(text: str, number: str) -> None:
    assert [n.value for n in find_numbers(text)] == [number]


def test_a_code_of_laws_in_the_genitive_is_cited() -> None:
    (law,) = [r for r in values("citations", document(ORDER, "kk", "decision")) if r["kind"] == "law"]
    assert (law["title"], law["issued_on"], law["article"]) == ("Орман туралы", "2003-07-08", "12")


def test_a_signature_behind_an_empty_cell() -> None:
    (signer,) = values("people", document(ORDER, "kk", "decision"))
    assert (signer["name"], signer["role"]) == ("С. Қуандықов", "Министр")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Емтихан кестесі сессия басталғанға дейін 2 апта бұрын бекітіледі.", "Емтихан кестесі"),
        ("Білім алушы оралғаннан кейін 10 күнтізбелік күн ішінде есеп береді.", "Білім алушы"),
        ("Бөлім басшысы өтінім келіп түскен күннен бастап 5 жұмыс күні ішінде хабарлайды.", "Бөлім басшысы"),
        ("Білім алушы өтінішін ұтқырлық семестрінің басталуына дейін 2 апта бұрын тапсырады.", "Білім алушы өтінішін"),
        ("Практиканың ұзақтығы 6 аптадан аспауы тиіс.", "Практиканың ұзақтығы"),
    ],
)
def test_what_a_time_is_counted_from_is_no_subject(read, text: str, subject: str) -> None:
    made = read(f"ЕРЕЖЕ\n1. Жалпы ережелер\n1.1. {text}\n", kind="regulation", language="kk")
    assert [row.get("subject") for row in requirements.extract(made)] == [subject]


RULES = """Сынақ өткізу қағидалары

1-тарау. Жалпы ережелер

1. Осы Қағидалар сынақ тәртібін айқындайды.

2. Сынақ оқу жылының соңында өткізіледі.

{label}

Сынаққа өтінім нысаны

Аты-жөні ______________________

Мекенжайы ______________________
"""


@pytest.mark.parametrize("label", ["\tСынақ өткізу\n\tқағидаларына қосымша", "Сынақ өткізу\nқағидаларына\n1-қосымша"])
def test_whose_an_annex_is_stands_above_its_label(read, label: str) -> None:
    made = read(RULES.format(label=label), kind="regulation", language="kk")
    assert [row.get("title") for row in forms.extract(made)] == ["Сынаққа өтінім нысаны"]
    assert provisions.extract(made)[-1].get("text") == "Сынақ оқу жылының соңында өткізіледі."


def test_a_sentence_that_names_an_annex_begins_none(read) -> None:
    label = "3. Есеп осы\nқағидаларға қосымша бойынша беріледі."
    made = read(RULES.format(label=label), kind="regulation", language="kk")
    assert provisions.extract(made)[-1].get("number") == "1-тарау.3"


def test_the_day_and_number_of_a_law_in_a_bracket(read) -> None:
    text = "ЕРЕЖЕ\n1. Жалпы\n1.1. «Орман туралы» Қазақстан Республикасының Заңы (08.07.2003 ж. № 477-II) негізінде.\n"
    (law,) = values("citations", document(text, "kk", "regulation"))
    assert (law["title"], law["number"], law["issued_on"]) == ("Орман туралы", "477-II", "2003-07-08")


def test_a_body_behind_a_label_of_approval(read) -> None:
    text = "ЕРЕЖЕ\n2 БЕКІТІЛГЕН: Орталықтың Ғылыми кеңесінің 2021 жылғы 11 мамырдағы № 2 хаттамасымен.\n1. Жалпы\n"
    (minutes,) = values("citations", document(text, "kk", "regulation"))
    assert (minutes["issuer"], minutes["relation"]) == ("Орталықтың Ғылыми кеңесі", "approves")


def test_the_name_of_the_text_is_no_part_of_an_issuer() -> None:
    text = (
        "ЕРЕЖЕ\n1. Осы Ереже Қазақстан Республикасы Экология министрінің 2018 жылғы 3 мамырдағы № 95 бұйрығына сай.\n"
    )
    (order,) = values("citations", document(text, "kk", "regulation"))
    assert order["issuer"] == "Қазақстан Республикасы Экология министрі"
