"""Cards, plans and teachers of Kazakh syllabi: two labels in a cell, marks of classes, tables of names."""

import pytest

from extractors.curriculum.cards.labelled import _labels, several
from extractors.curriculum.hours.kind_marks import marked_kind, tell_kinds
from extractors.curriculum.outcomes.codes import codes
from tests.extraction_curriculum.paper import document, rows


def test_labels_of_one_cell_share_its_values() -> None:
    """A name with a comma keeps it; cycle and component stand beside a stroke."""
    told = several("Пәннің коды және атауы, циклы/компоненті", "MAT1201 Алгебра, геометрия, ЖБП/МК")
    assert [(meaning, value) for meaning, _, value in told] == [
        ("course.name", "MAT1201 Алгебра, геометрия"),
        ("course.cycle", "ЖБП"),
        ("course.component", "МК"),
    ]


@pytest.mark.parametrize("label", ["Курс, семестр", "Пәннің атауы", "Пәннің атауы, ескерту", "Пәннің атауы, пән атауы"])
def test_one_label_is_not_parted(label: str) -> None:
    assert not _labels(label)


def test_fewer_values_than_labels_are_not_shared() -> None:
    assert not several("Оқыту нысаны, курсы және семестрі", "күндізгі")


def test_marks_of_classes_tell_the_kind_where_two_differ() -> None:
    assert marked_kind("ЗС 2. Ерітінділер") == ("laboratory", "Ерітінділер")
    assert tell_kinds(["Д1. Кіріспе", "ТС1. Есептер", ""])
    assert not tell_kinds(["Д1. Кіріспе", "Д2. Негіздер"])
    assert marked_kind("Дәрілік өсімдіктер 3. Жинау") is None


def test_a_stroke_alone_parts_two_labels() -> None:
    told = several("Циклі / компоненті", "БП / ТК")
    assert [(meaning, value) for meaning, _, value in told] == [("course.cycle", "БП"), ("course.component", "ТК")]


def test_a_coded_line_below_the_title_is_the_programme() -> None:
    made = document("СИЛЛАБУС", "Өсімдік физиологиясы", "6В05107 – Ботаника білім беру бағдарламасы", language="kk")
    (programme,) = rows("programmes", made)
    assert (programme["code"], programme["name"], programme["level"]) == ("6B05107", "Ботаника", "bachelor")


def test_a_figure_of_an_outcomes_code_that_was_read_as_a_letter() -> None:
    assert [code.text for code in codes("ОН1, ОН2, ОНЗ", "kk")] == ["ОН1", "ОН2", "ОН3"]


def test_the_line_of_the_course_before_the_quoted_programme() -> None:
    made = document(
        "ПӘННІҢ ОҚУ БАҒДАРЛАМАСЫ (СИЛЛАБУС)",
        "KG 1304 Картография негіздері",
        "6B07303 «Геодезия» білім беру бағдарламасы",
        [["Кредиттер саны", "4"], ["Курс / семестр", "2 / 4"]],
        [["Бақылау түрі", "Үлесі, %"], ["Сызба", "60"], ["Емтихан", "40"]],
        language="kk",
    )
    (course,) = rows("courses", made)
    assert (course["code"], course["name"], course["semester"]) == ("KG 1304", "Картография негіздері", 4)
    assert [r["weight_percent"] for r in rows("assessments", made)] == [60, 40]


def test_a_title_page_with_the_older_code_and_hours_without_their_unit() -> None:
    made = document(
        "K(R)Ya 1106 – Қазақ тілі",
        "5B071600 «Аспап жасау» мамандығына арналған",
        "СИЛЛАБУСЫ",
        [["Курс", "1"], ["Кредит саны", "3"], ["Жалпы сағат саны", "90"],
         ["Практикалық сабақтар", "30"], ["СӨЖ", "60"]],
        [["Апта", "Практикалық сабақтың тақырыбы", "Сағат", "СӨЖ, сағат"], ["1", "Менің мамандығым", "6", "8"],
         ["2", "Өлшеу құралдары", "4", "8"]],
        language="kk",
    )  # fmt: skip
    (course,) = rows("courses", made)
    assert (course["code"], course["name"]) == ("K(R)Ya 1106", "Қазақ тілі")
    (programme,) = rows("programmes", made)
    assert (programme["code"], programme["name"], programme["level"]) == ("5B071600", "Аспап жасау", "bachelor")
    assert {r["activity"]: r["hours"] for r in rows("workloads", made)} == {
        "total": 90,
        "practice": 30,
        "self_study": 60,
    }
    assert [(r["title"], r["hours"]) for r in rows("topics", made) if r["activity"] == "practice"] == [
        ("Менің мамандығым", 6),
        ("Өлшеу құралдары", 4),
    ]


def test_percentages_beside_forms_of_control_are_shares_of_the_mark() -> None:
    table = [["Бақылау түрі", "Пайыз"], ["Өзіндік жұмыс", "60%"], ["Емтихан", "40%"], ["Барлығы", "100%"]]
    made = document("СИЛЛАБУС", "«Химия» пәні бойынша", "Бағалау саясаты", table, language="kk")
    assert [(r["title"], r["weight_percent"]) for r in rows("assessments", made)] == [
        ("Өзіндік жұмыс", 60),
        ("Емтихан", 40),
    ]
    assert all(r.get("control_form") != "Пайыз" for r in rows("courses", made))


def test_a_card_laid_out_across_and_no_code_of_what_comes_before() -> None:
    across = [
        [("Пәннің ID коды", 2, 1), ("Пәннің атауы", 2, 1), ("Кредиттер саны", 1, 2), ("Кредиттердің жалпы саны", 2, 1)],
        ["Дәрістер (Д)", "Семинар сабақтар (СС)"],
        ["ABH 2207", "Ара шаруашылығы", "15", "30", "5"],
    ]
    before = [["Пререквизиттер", "OB 1203 – Өсімдіктану"], ["Постреквизиттер", "MB 3210 – Бал сапасы"]]
    head = ("СИЛЛАБУС", "«6B05104 – Биология» білім беру бағдарламасы")
    made = document(*head, across, before, language="kk")
    (course,) = rows("courses", made)
    assert (course["code"], course["name"], course["credits"]) == ("ABH 2207", "Ара шаруашылығы", 5)
    assert [(r["code"], r["name"]) for r in rows("programmes", made)] == [("6B05104", "Биология")]
    assert "code" not in {k for r in rows("courses", document(*head, before, language="kk")) for k in r}
