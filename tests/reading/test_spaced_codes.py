"""Codes of two names and a number: the column has the names, the Latin reading the number."""

from extractors.reading.paper_tables.codes.spaced import spaced_codes

COLUMN = [
    ("ОК ГП 1", "OK II 1"),
    ("окГгп2", "OK III 2"),
    ("ОК ГП 3", "OK TII 3"),
    ("окгпо4", "OK II4"),
    ("ОК ФП 1", "OK @II 1"),
    ("ОкФпП2", "OK @II 2"),
    ("ОК ФП ІЗ", "OK @II 13"),
    ("ОК ФП 14", "OK @II 14"),
]


def test_a_column_tells_its_names_and_the_latin_reading_the_number() -> None:
    assert spaced_codes(COLUMN) == [
        "ОК ГП 1", "ОК ГП 2", "ОК ГП 3", "ОК ГП 4", "ОК ФП 1", "ОК ФП 2", "ОК ФП 13", "ОК ФП 14"]  # fmt: skip


def test_heads_other_entries_and_numbers_that_nothing_tells_stay() -> None:
    assert spaced_codes([("Код", "Kog"), ("Усього", "Ycboro"), ("ОК ГП ?", "OK II ?")]) == [None] * 3
    assert spaced_codes([*COLUMN, ("Усього", "Ycboro 60"), ("окгп", "OK II")])[-2:] == [None, None]
    assert spaced_codes([("ОК 1", "OK 1"), ("ОК 2", "OK 2"), ("ВК 1", "BK 1")]) == [None] * 3
