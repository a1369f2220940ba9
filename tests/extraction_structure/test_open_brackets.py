"""A bracket that a line leaves open goes on below, also where the next line begins with its dash."""

from extractors.tables import provisions, terms

WORDS = (
    "Положение о работе\n\n1 Общие положения\n\n1.1 Работа ведётся согласно ПКР.\n\n"
    "1.2 Апелляция рассматривается в срок не более восьми рабочих дней. Порядок конкурса работ (далее\n"
    "– ПКР) применяется с этого семестра.\n\n1.3 Комиссия:\n– рассматривает;\n– решает.\n"
)


def test_a_short_name_whose_dash_begins_a_line(read):
    document = read(WORDS, kind="regulation", language="ru")
    said = {r.get("term"): r.get("definition") for r in terms.extract(document)}
    assert said == {"ПКР": "Порядок конкурса работ"}
    assert "1.2" in {r.get("number") for r in provisions.extract(document)}
