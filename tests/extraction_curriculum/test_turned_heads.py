"""Upright heads that a converter wrote backwards, and heads of many rows in text, over the courses of a plan."""

import pytest

from tests.extraction_curriculum.paper import document, rows

UPRIGHT = ["Кількість кредитів", "Загальний обсяг", "Лекції", "Самостійна робота"]
COURSES = [["ОК 1", "Лоція", "3", "90", "30", "60"], ["ОК 2", "Вузли", "4", "120", "40", "80"]]


@pytest.mark.parametrize("turned", [lambda text: text[::-1], lambda text: " ".join(text.split()[::-1])])
def test_heads_written_backwards_name_their_columns(turned) -> None:
    head = ["Шифр", "Назва дисципліни", *map(turned, UPRIGHT)]
    made = document("НАВЧАЛЬНИЙ ПЛАН", [head, *COURSES], language="uk", kind="plan")
    assert [(r["code"], r.get("credits")) for r in rows("courses", made)] == [("ОК 1", 3), ("ОК 2", 4)]
    found = [(r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", made)]
    assert ("ОК 2", "lecture", 40) in found and ("ОК 2", "self_study", 80) in found and ("ОК 2", "total", 120) in found


def test_a_row_amid_a_head_is_part_of_it_where_the_next_one_names_columns() -> None:
    head = [
        ["Шифр", "Назва дисципліни", "Кредити", "Кількість годин", *[""] * 4, "Розподіл за семестрами", ""],
        ["", "", "", "Загальний обсяг", "Аудиторні", "", "", "Самостійна робота", "1 курс", ""],
        ["", "", "", "", "Усього", "у тому числі", "", "", "1", "2"],
        ["", "", "", "", "", "Лекції", "Практичні", "", "18 тижнів", "16 тижнів"],
    ]
    plan = [
        ["ОК 1", "Лоція", "3", "90", "30", "20", "10", "60", "2", ""],
        ["ОК 2", "Вузли", "4", "120", "40", "24", "16", "80", "", "3"],
    ]
    made = document("НАВЧАЛЬНИЙ ПЛАН", [*head, *plan], language="uk", kind="plan")
    found = [(r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", made)]
    assert ("ОК 1", "lecture", 20) in found and ("ОК 2", "practice", 16) in found
