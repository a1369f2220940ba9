"""Kazakh registers of changes and definitions."""

from extractors.finding import find
from extractors.tables import tabulate
from tests.extraction_structure.conftest import document_of

RULES = (
    "ЕРЕЖЕ\n\n1-тарау. Жалпы талаптар\n1.1. Ережеде мынадай негізгі түсініктер пайдаланылады:\n\n"
    "кредит – оқу жұмысының көлемін өлшейтін бірлік;\n\nмодуль – бағдарламаның аяқталған бөлігі.\n\n"
    "1.2. Ереже барлық факультетке арналған.\n"
)


def test_terms_that_a_clause_says_are_used() -> None:
    made = find(document_of(RULES, kind="regulation", language="kk"))
    assert [row.get("term") for row in tabulate(made) if row.table == "terms"] == ["кредит", "модуль"]
