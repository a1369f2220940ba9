"""Plans of courses in plain text: parts between their tables, hours of each course, credits of the whole."""

from extractors.arranging import arrange
from extractors.parsing import parse
from extractors.reading.plain import pages_of
from extractors.recognising import recognise
from extractors.tables.courses import extract as courses
from extractors.tables.programmes import extract as programmes
from extractors.tables.workloads import extract as workloads
from models.document import Document
from models.page import Source

PLAN = """НАВЧАЛЬНИЙ ПЛАН
підготовки здобувачів другого (магістерського) рівня вищої освіти
Спеціальність: 132 Матеріалознавство
Освітня програма: Прикладне матеріалознавство
Шифр\tНазва дисципліни\tКредитів ЄКТС\tКількість годин\t\t\tЕкзамени\tЗаліки
\t\t\tВсього\tЛекції\tСамостійна робота\t\t
ОБОВ’ЯЗКОВІ КОМПОНЕНТИ
ОК 1\tТеорія сплавів\t20\t600\t60\t540\t1\t
ОК 2\tФізика металів\t16\t480\t40\t440\t\t2
ВИБІРКОВІ КОМПОНЕНТИ
ВК 1\tДисципліна за вибором\t4\t120\t20\t100\t\t2
\tРазом\t40\t1200\t120\t1080\t\t
"""


def _document() -> Document:
    pages = pages_of(PLAN)
    text = arrange(pages)
    return parse(Source("", "plan.txt", "0" * 64, "text/plain", len(PLAN)), text, recognise(text), pages)


def _values(rows: list, *columns: str) -> list[tuple]:
    return [tuple(row.get(column) for column in columns) for row in rows]


def test_courses_stand_under_the_parts_between_their_tables() -> None:
    assert _values(courses(_document()), "code", "component", "credits", "semester") == [
        ("ОК 1", "ОБОВ’ЯЗКОВІ КОМПОНЕНТИ", 20, 1),
        ("ОК 2", "ОБОВ’ЯЗКОВІ КОМПОНЕНТИ", 16, 2),
        ("ВК 1", "ВИБІРКОВІ КОМПОНЕНТИ", 4, 2),
    ]


def test_hours_belong_to_their_course() -> None:
    assert _values(workloads(_document()), "course_code", "activity", "hours")[3:6] == [
        ("ОК 2", "total", 480),
        ("ОК 2", "lecture", 40),
        ("ОК 2", "self_study", 440),
    ]


def test_the_last_sum_is_the_programmes() -> None:
    assert _values(programmes(_document()), "code", "level", "total_credits") == [("132", "master", 40)]
