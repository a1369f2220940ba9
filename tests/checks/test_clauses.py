"""References of a document to clauses and annexes of its own, and clauses whose number stands twice."""

import pytest

from extractors.checks.text import clauses, wholeness
from extractors.finding import find
from extractors.tables import tabulate
from tests.checks.test_told import told
from tests.extraction_structure.conftest import document_of

HOSTEL = "QUY ĐỊNH\nVề ký túc xá\n\nĐiều 1. Đăng ký\n1. Nộp đơn.\n2. {}\nĐiều 2. Phí\n1. Nộp phí theo tháng.\n"
ORDER = "НАКАЗ\n12.03.2024 № 7\nНАКАЗУЮ:\n1. Затвердити графік.\n2. Довести його до студентів.\n3. {}\n"
RULES = (
    "ПОЛОЖЕНИЕ\nо библиотеке\n\n1. Общие положения\n1.1. Выдача ведётся по разделу {}.\n"
    "2. Выдача\n2.1. Книги выдают на месяц.\n{}. Форма – в приложении {}.\n3. Возврат\n"
    "3.1. Книги возвращают в срок.\n\nПриложение 1\nФОРМА КАРТОЧКИ\n"
)


@pytest.mark.parametrize(
    ("text", "line", "language", "wrong"),
    [
        (HOSTEL, "Sinh viên đáp ứng Điều 2 được xếp phòng.", "vi", False),
        (HOSTEL, "Sinh viên đáp ứng Điều 12 được xếp phòng.", "vi", True),
        (HOSTEL, "Sinh viên thuộc diện tại Điều 12 Luật Giáo dục được ưu tiên.", "vi", False),
        (ORDER, "Контроль за виконанням пункту 2 залишаю за собою.", "uk", False),
        (ORDER, "Контроль за виконанням пункту 8 залишаю за собою.", "uk", True),
        (ORDER, "Врахувати пункт 8 Закону України «Про освіту».", "uk", False),
    ],
)
def test_a_clause_that_a_document_does_not_have(text: str, line: str, language: str, *, wrong: bool) -> None:
    made = document_of(text.format(line), kind="regulation", language=language)
    assert ("cited_clause_missing" in told(clauses, made, tuple(tabulate(made)))) is wrong


@pytest.mark.parametrize(
    ("division", "annex", "wrong"), [("2 Положения", 1, False), ("6 Положения", 1, True), ("2 Положения", 3, True)]
)
def test_a_division_and_an_annex_that_a_document_does_not_have(division: str, annex: int, *, wrong: bool) -> None:
    made = document_of(RULES.format(division, "2.2", annex), kind="regulation", language="ru")
    assert ("cited_clause_missing" in told(clauses, made, tuple(tabulate(made)))) is wrong


@pytest.mark.parametrize(("number", "wrong"), [("2.2", False), ("2.1", True)])
def test_a_number_that_stands_twice(number: str, *, wrong: bool) -> None:
    made = document_of(RULES.format("2 Положения", number, 1), kind="regulation", language="ru")
    assert ("provision_numbering_gap" in told(wholeness, made, tuple(tabulate(made)))) is wrong


QUOTED = (
    "THÔNG TƯ\nSửa đổi\n\nĐiều 1. Sửa đổi\n1. Bãi bỏ khoản 5.\n2. Sửa khoản 2 như sau:\n"
    "{}2. Lớp học mở vào tháng chín.{}\n3. Thay biểu mẫu.\n"
)


@pytest.mark.parametrize(("opened", "closed", "wrong"), [("“", "”", False), ("", "", True)])
def test_a_number_within_quoted_wording_does_not_stand_twice(opened: str, closed: str, *, wrong: bool) -> None:
    made = document_of(QUOTED.format(opened, closed), kind="regulation", language="vi")
    assert ("provision_numbering_gap" in told(wholeness, made, tuple(tabulate(made)))) is wrong


ANNEXED = (
    "THÔNG TƯ\n{}\n\nĐiều 1. Định mức\n1. {}\n\nPHỤ LỤC I\nĐỊNH MỨC GIẤY\n1. Giấy in hai ram.\n2. Giấy màu một ram.\n\n"
    "PHỤ LỤC IV\nĐỊNH MỨC BÚT\n1. Bút mực hai cây.\n2. Bút chì một cây.\n"
)


@pytest.mark.parametrize(
    ("name", "clause", "wrong"),
    [
        ("Về lớp học", "Ban hành hai định mức kèm theo.", True),
        (
            "Sửa đổi, bổ sung một số điều của Thông tư số 12/2019/TT-BGDĐT",
            "Thay thế Phụ lục I, Phụ lục IV của Thông tư số 12/2019/TT-BGDĐT.",
            False,
        ),
    ],
)
def test_annexes_for_those_of_another_act_have_its_numbers(name: str, clause: str, *, wrong: bool) -> None:
    made = find(document_of(ANNEXED.format(name, clause), kind="decision", language="vi"))
    assert ("provision_numbering_gap" in told(wholeness, made, tuple(tabulate(made)))) is wrong
