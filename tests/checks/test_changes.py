"""New wordings and registers of changes: found where they do not fit what they change, silent where they do."""

import pytest

from extractors.checks.acts import changes, dates
from models.rows import Row, Value
from tests.checks.test_told import OWN, told
from tests.extraction_curriculum.paper import document as paper

RULE = "amendment_text_differs"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("1. Sửa đổi khoản 4 Điều 6 như sau: “4. Lớp học có tối đa 50 người.”", None),
        ("1. Sửa đổi khoản 4 Điều 6 như sau: “5. Lớp học có tối đa 50 người.”", RULE),
        (
            "1. Sửa đổi khoản 4, khoản 5 Điều 6 như sau: “4. Lớp học có tối đa 50 người. 5. Lớp trưởng do lớp bầu.”",
            None,
        ),
        ("1. Sửa đổi khoản 4 và 5 Điều 6 như sau: “5. Lớp trưởng do lớp bầu.”", None),
        ("1. Sửa đổi khoản 4 Điều 6 như sau: “Điều 6. Lớp học 4. Lớp học có tối đa 50 người.”", None),
        ("2. Sửa đổi điểm c khoản 1 Điều 3 như sau: “c) Sinh viên trao đổi;”", None),
        ("2. Sửa đổi điểm c khoản 1 Điều 3 như sau: “d) Sinh viên trao đổi;”", RULE),
        ("3. Bổ sung Điều 8b vào sau Điều 8a như sau: “Điều 8b. Học bổng 1. Mỗi kỳ xét một lần.”", None),
        ("3. Bổ sung Điều 8b vào sau Điều 8a như sau: “Điều 8c. Học bổng 1. Mỗi kỳ xét một lần.”", RULE),
        ("4. Sửa đổi thời hạn tại khoản 2 Điều 9 thành: “15 ngày làm việc”.", None),
        ("5. Thay cụm từ “Phòng Hành chính” bằng cụm từ “Văn phòng” tại Điều 4.", None),
        ("6. Thay khoản 2 Mục 3 của Hướng dẫn như sau: “3. Bảng điểm lưu ở khoa.”", RULE),
        ("Пункт 3.2 викласти в такій редакції: «3.2. Стипендія призначається щомісяця.»", None),
        ("Пункт 3.2 викласти в такій редакції: «3.3. Стипендія призначається щомісяця.»", RULE),
        ("Пункты 1.4 и 1.5 изложить в редакции: «1.5. Совет собирается раз в год.»", None),
    ],
)
def test_a_new_wording_begins_as_its_line_says(line: str, rule: str | None) -> None:
    made = paper("QUYẾT ĐỊNH", line, language="vi", kind="decision")
    assert told(changes, made) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("line", "language", "wrong"),
    [
        ("5. Thay cụm từ “Văn phòng” bằng cụm từ “Văn phòng” tại Điều 4.", "vi", True),
        ("Слова «учебный отдел» заменить словами «учебный отдел».", "ru", True),
        ("Слова «учебный отдел» заменить словами «учебное управление».", "ru", False),
        ("«Деканат» деген сөздер «деканат» деген сөздермен ауыстырылсын.", "kk", False),
        ("The words “academic year” are replaced by “academic year”.", "en", True),
    ],
)
def test_words_are_replaced_by_others(line: str, language: str, *, wrong: bool) -> None:
    made = paper("QUYẾT ĐỊNH", line, language=language, kind="decision")
    assert ("amendment_without_change" in told(changes, made)) is wrong


def _register(*days: str, clause: str = "2.1", order: str = "від 01.02.2031") -> list[list[str]]:
    head = ["№ зміни", "Дата", "Пункт", "Підстава", "Суть зміни"]
    rows = [[n, day, "1.2", "наказ № 5", "Уточнено строк"] for n, day in zip("123", days, strict=True)]
    rows[-1][2:4] = [clause, f"наказ № 8 {order}"]
    return [head, *rows]


PROVIDED = (*OWN, *(Row("provisions", {"number": Value(number)}) for number in ("1", "1.2", "2", "2.1")))


@pytest.mark.parametrize(
    ("register", "rules"),
    [
        (_register("03.02.2030", "05.09.2030", "06.02.2031"), set()),
        (_register("03.02.2030", "05.09.2030", "05.09.2030", order="2030"), set()),
        (_register("03.02.2030", "05.09.2029", "06.02.2031"), {"date_order"}),
        (_register("03.02.2030", "05.09.2030", "06.02.2031", order="від 09.02.2031"), {"date_order"}),
        (_register("03.02.2030", "05.09.2030", "06.02.2031", clause="2.7"), {"cited_clause_missing"}),
        (_register("03.02.2030", "05.09.2030", "06.02.2031", clause="7.1"), set()),
        ([["Дата", "Захід"], ["03.02.2030", "Збори"], ["01.02.2030", "Лекція"], ["05.02.2030", "Іспит"]], set()),
    ],
)
def test_a_register_of_changes(register: list[list[str]], rules: set[str]) -> None:
    made = paper("ПОЛОЖЕННЯ", "Аркуш змін", register, language="uk", kind="regulation")
    assert told(changes, made, PROVIDED) == rules


@pytest.mark.parametrize(("order", "wrong"), [("2031-03-20", False), ("2031-03-15", False), ("2031-03-11", True)])
def test_no_order_enacts_what_is_approved_later(order: str, *, wrong: bool) -> None:
    own = Row("documents", {"kind": Value("regulation"), "issued_on": Value("2031-03-15")})
    enacting = Row("citations", {"kind": Value("order"), "relation": Value("enacts"), "issued_on": Value(order)})
    made = paper("ПОЛОЖЕННЯ", "Загальні положення", language="uk", kind="regulation")
    assert ("date_order" in told(dates, made, (own, enacting))) is wrong
