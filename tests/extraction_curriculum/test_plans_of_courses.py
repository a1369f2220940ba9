"""Plans of courses in plain text: parts between their tables, hours of each course, credits of the whole."""

from extractors.arranging import arrange
from extractors.parsing import parse
from extractors.reading.files.plain import pages_of
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


def _made_of(lines: str) -> Document:
    pages = pages_of(lines)
    text = arrange(pages)
    return parse(Source("", "plan.txt", "0" * 64, "text/plain", len(lines)), text, recognise(text), pages)


def test_a_plan_of_credit_units_whose_numbers_are_codes() -> None:
    plan = _made_of(
        "РАБОЧИЙ УЧЕБНЫЙ ПЛАН\nочная форма обучения\n"
        "№ п/п\tНаименование дисциплины\tТрудоемкость\t\tВиды занятий, час.\t\tФорма контроля\n"
        "\t\tЗач. единиц\tЧасов\tЛекции\tСамост. работа\t\n"
        "1.1\tОбщая геология\t4\t144\t16\t128\tэкз.\n"
        "1.2\tМинералогия\t5\t180\t36\t144\tзач.\n"
        "1.3\tПолевая геофизика\t3\t108\t18\t90\tзач.\n"
    )
    assert _values(courses(plan), "code", "name", "credits") == [
        ("1.1", "Общая геология", 4),
        ("1.2", "Минералогия", 5),
        ("1.3", "Полевая геофизика", 3),
    ]
    assert len(_values(workloads(plan), "hours")) == 9


def test_parts_of_the_credits_are_no_hours() -> None:
    plan = _made_of(
        "KẾ HOẠCH ĐÀO TẠO TOÀN KHÓA\n"
        "STT\tMã HP\tTên học phần\tSố tín chỉ\t\t\tSố giờ tín chỉ\t\t\t\n"
        "\t\t\tTổng\tLý thuyết\tThực hành\tLên lớp\tThực hành\tTự học\tTổng số\n"
        "1\tGEO1001\tĐịa chất đại cương\t3\t2\t1\t30\t30\t90\t150\n"
        "2\tGEO1002\tKhoáng vật học\t2\t1\t1\t15\t30\t55\t100\n"
        "3\tGEO1003\tĐịa vật lý\t3\t3\t\t45\t\t105\t150\n"
    )
    assert _values(workloads(plan), "course_code", "activity", "hours")[4:8] == [
        ("GEO1002", "practice", 30),
        ("GEO1002", "self_study", 55),
        ("GEO1002", "total", 100),
        ("GEO1002", "lecture", 15),
    ]
