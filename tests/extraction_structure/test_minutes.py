"""Minutes: agenda, hearings and votes are no provisions, what was resolved is."""

from extractors.tables import provisions
from tests.extraction_structure.conftest import Reader

MINUTES = """ТАЛСЬКИЙ ПЕДАГОГІЧНИЙ УНІВЕРСИТЕТ
ПРОТОКОЛ № 3
засідання кафедри географії

ПОРЯДОК ДЕННИЙ:
1. Про теми курсових робіт.
2. Про польову практику.

1. СЛУХАЛИ:
Доцента Вербу О. І. про теми курсових робіт.
УХВАЛИЛИ:
1.1. Затвердити теми курсових робіт.
1.2. Оприлюднити теми на сторінці кафедри.
Голосували: «за» – 7, «проти» – немає.

2. СЛУХАЛИ:
Професора Лозу К. П. про польову практику.
УХВАЛИЛИ:
2.1. Провести практику в заповіднику.
"""

RUSSIAN = """Хибинский горный институт
ПРОТОКОЛ
заседания ученого совета

Повестка дня:
1. Об итогах практики.
2. Об учебных планах.

По первому вопросу
СЛУШАЛИ: декана факультета об итогах практики.
ПОСТАНОВИЛИ:
1.1. Признать итоги практики удовлетворительными.
1.2. Направить отчеты в учебный отдел.

По второму вопросу
СЛУШАЛИ: проректора об учебных планах.
ПОСТАНОВИЛИ:
2.1. Утвердить учебные планы.
"""


def _resolved(read: Reader, words: str) -> list[tuple]:
    rows = provisions.extract(read(words))
    return [(r.get("number"), r.get("text")) for r in rows if "." in str(r.get("number"))]


def test_resolutions_of_every_item_are_kept(read: Reader) -> None:
    assert _resolved(read, MINUTES) == [
        ("1.1", "Затвердити теми курсових робіт."),
        ("1.2", "Оприлюднити теми на сторінці кафедри."),
        ("2.1", "Провести практику в заповіднику."),
    ]


def test_items_without_numbers_end_what_was_resolved(read: Reader) -> None:
    assert _resolved(read, RUSSIAN) == [
        ("1.1", "Признать итоги практики удовлетворительными."),
        ("1.2", "Направить отчеты в учебный отдел."),
        ("2.1", "Утвердить учебные планы."),
    ]


def test_an_agenda_of_a_meeting_without_minutes_stays(read: Reader) -> None:
    rows = provisions.extract(read("НАКАЗ\nПорядок денний:\n1. Відкриття зборів.\n2. Звіт ректора.\n3. Вибори ради.\n"))
    assert [r.get("number") for r in rows] == ["1", "2", "3"]
