"""Duties of Kazakh orders, days in a sentence of their own, and acts that an order encloses by words of approval."""

from extractors.tables import provisions, tasks
from tests.extraction_structure.conftest import Reader

KAZAKH = """БҰЙРЫҚ
БҰЙЫРАМЫН:
1. Мұрағат ережесі бекітілсін.
2. Оқу бөлімінің басшысы 2031 жылғы 4 сәуірге дейін тізімді жаңартсын.
3. Ереже 2031 жылғы 4 сәуірге дейін қолданылады.
4. Кафедра меңгерушілері тізімді тексерсін.
"""

RUSSIAN = """ПРИКАЗ
ПРИКАЗЫВАЮ:
1. Заведующим кафедрами:
1.1. Провести опись приборов. Срок – с 03.04.2031 до 10.04.2031.
1.2. Сдать опись в архив. Срок исполнения: до 15.04.2031.
"""

ENCLOSED = """ПРИКАЗ

ПРИКАЗЫВАЮ:

1. Утвердить Правила архива.

2. Контроль оставляю за собой.

Ректор ____________ А. Б. Лунин

УТВЕРЖДЕНЫ
приказом ректора академии
от 03.04.2031 № 7

ПРАВИЛА АРХИВА

1. Общие положения

1. Архив хранит дела.

2. Дела выдаёт архивариус.

2. Порядок выдачи

3. Дело выдаётся на день.

4. Выдача записывается.
"""


def _said(rows: list) -> list[tuple]:
    return [
        (r.get("provision"), r.get("responsible"), r.get("title"), r.get("starts_on"), r.get("due_on")) for r in rows
    ]


def test_a_kazakh_order_says_who_until_when_and_then_the_deed(read: Reader) -> None:
    assert _said(tasks.extract(read(KAZAKH, kind="decision", language="kk"))) == [
        ("2", "Оқу бөлімінің басшысы", "тізімді жаңартсын", None, "2031-04-04")
    ]


def test_days_in_a_sentence_of_their_own_are_no_part_of_the_deed(read: Reader) -> None:
    assert _said(tasks.extract(read(RUSSIAN, kind="decision", language="ru"))) == [
        ("1.1", "Заведующим кафедрами", "Провести опись приборов", "2031-04-03", "2031-04-10"),
        ("1.2", "Заведующим кафедрами", "Сдать опись в архив", None, "2031-04-15"),
    ]


def test_words_of_approval_behind_an_order_begin_the_act_it_encloses(read: Reader) -> None:
    found = [
        (r.get("number"), r.get("heading")) for r in provisions.extract(read(ENCLOSED, kind="decision", language="ru"))
    ]
    assert found[:2] == [("1", None), ("2", None)]
    assert ("1", "Общие положения") in found and ("2", "Порядок выдачи") in found
    assert found[-2:] == [("3", None), ("4", None)]


CHARGED = """БҰЙРЫҚ
БҰЙЫРАМЫН:
1. Кафедра меңгерушілері:
1) гербарий тізімін 2031 жылғы 4 сәуірге дейін тапсырсын;
2) сөрелерді тексерсін.
2. Сөреге 15 кітаптан артық қойылмасын.
"""


def test_who_is_charged_stands_above_the_points_of_a_kazakh_order(read: Reader) -> None:
    made = read(CHARGED, kind="decision", language="kk")
    deed = "гербарий тізімін 2031 жылғы 4 сәуірге дейін тапсырсын"
    assert _said(tasks.extract(made)) == [("1.1", "Кафедра меңгерушілері", deed, None, "2031-04-04")]


def test_what_a_kazakh_order_sets_may_go_on_before_the_day(read: Reader) -> None:
    order = (
        "БҰЙРЫҚ\nБҰЙЫРАМЫН:\n1. Мұрағат бөлімі тізімнің көшірмесін 2031 жылғы 4 сәуірге дейін деканатқа тапсырсын.\n"
    )
    assert _said(tasks.extract(read(order, kind="decision", language="kk"))) == [
        (
            "1",
            "Мұрағат бөлімі",
            "тізімнің көшірмесін 2031 жылғы 4 сәуірге дейін деканатқа тапсырсын",
            None,
            "2031-04-04",
        )
    ]
