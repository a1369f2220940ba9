"""Findings of wholeness and trust: planted faults are found, sound documents raise nothing."""

import pytest

from extractors.checks.text import clauses, trust, wholeness
from extractors.tables import extractors, number
from models.rows import Row, Value
from models.text import Span

SOUND = (
    "ПОЛОЖЕННЯ\n\n## 1 ПОРЯДОК\n\n1.1. Читач дотримується правил.\n\n1.2. Відповідно до п. 1.1 читач відповідає за "
    "книги.\n\n1.3. Рішення:\n\n1) видати;\n\n2) відмовити.\n\n## 2 КІНЕЦЬ\n\n2.1. Положення діє з дня схвалення.\n"
)


def rules(document):
    rows = [r for t in ("provisions", "terms", "forms") for r in number(extractors()[t](document))]
    return [(f.rule, f.row_key) for family in (wholeness, clauses, trust) for f in family.check(document, tuple(rows))]


def test_a_sound_document_raises_nothing(read):
    assert rules(read(SOUND)) == []


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("1.2. Відпов", "1.4. Відпов", ("provision_numbering_gap", "1.4")),
        ("2) відмовити", "4) відмовити", ("provision_numbering_gap", "1.3.4")),
        ("п. 1.1 читач", "п. 1.7 читач", ("cited_clause_missing", "1.2")),
        ("## 1 ПОРЯДОК", "Протокол № ____ від «__» ____ 2022 р.\n\n## 1 ПОРЯДОК", ("blank_value", None)),
    ],
)
def test_a_planted_fault_is_found(read, before, after, wanted):
    assert before in SOUND
    assert wanted in rules(read(SOUND.replace(before, after, 1)))


def test_page_marks_with_a_gap(read):
    pages = [f"Лист {n} из 5\n1 Общие положения\n" if n == 1 else f"Лист {n} из 5\nтекст\n" for n in (1, 2, 4, 5)]
    assert ("page_footer_gap", None) in rules(read("Положение\n" + "\f".join(pages), language="ru"))
    whole = [f"Лист {n} из 5\nтекст\n" for n in (1, 2, 3, 4, 5)]
    assert ("page_footer_gap", None) not in rules(read("Положение\n" + "\f".join(whole), language="ru"))


def test_lost_words_and_mixed_scripts(read):
    document = read("ПОЛОЖЕННЯ\nРЕI234 код\n")
    place = document.text.content.index("РЕI")
    lost = Row("courses", {"name": Value("Вступ ⟦?⟧", None)}, row_key="1")
    mixed = Row("courses", {"code": Value("PEI234", Span(place, place + 6))}, row_key="2")
    found = {(f.rule, f.table_name, f.row_key) for f in trust.check(document, (lost, mixed))}
    assert found == {("unreadable_text", "courses", "1"), ("look_alike_letters", "courses", "2")}
