"""Latin names and figures in a Cyrillic text are no garbled Vietnamese."""

from normalizers.repair import repair

PROGRAMME = """Рабочая программа дисциплины «Разработка интерфейсов».
Лабораторная работа по разработке приложений с несколькими окнами.
QThread, moveToThread, QtConcurrent | 4 | 2 |
Json файлы(QJsonObject, QJsonArray) | 4 | 2 |
Основные классы Qt и их применение в программах учебного назначения.
"""


def test_names_of_classes_and_rules_of_tables_stay() -> None:
    assert repair(PROGRAMME).edits == ()


def test_a_first_part_is_joined_to_adjectives_only() -> None:
    text = "Науковозабезпечення освіти. Навчальнометодичний посібник, навчально-методичний комплекс."
    assert [edit.after for edit in repair(text).edits] == ["Навчально-методичний"]
