"""Items that run on through chapters, and rules for a signature, are no faults."""

from extractors.checks.text.series import gaps
from extractors.checks.text.wholeness import _blank_value
from models.rows import Row, Value


def _rows(*numbers: tuple[str, str]) -> list[Row]:
    return [
        Row("provisions", {"number": Value(n, None, 1.0, ""), **({"parent": Value(p, None, 1.0, "")} if p else {})})
        for n, p in numbers
    ]


def test_items_run_on_through_chapters() -> None:
    sound = [("1-тарау", ""), ("1", "1-тарау"), ("2", "1-тарау"), ("2-тарау", ""), ("3", "2-тарау"), ("4", "2-тарау")]
    assert list(gaps(_rows(*sound))) == []
    torn = [*sound[:4], ("5", "2-тарау")]
    assert [gap.row.get("number") for gap in gaps(_rows(*torn))] == ["5"]


def test_initials_beside_a_rule_are_no_year() -> None:
    assert not _blank_value("Завідувач кафедри ____________ (Павленко І. Г.)")
    assert not _blank_value("____________ Р.Ф. Гайнуллин")
    assert _blank_value("«___» ____________ 20__ р.")
    assert _blank_value("_____ 2022 ж.")
