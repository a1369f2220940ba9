"""What a mark is told to be made of, products, weeks, spans of days and signatures: found where broken, else silent."""

import pytest

from extractors.checks.acts import citing, told_dates
from extractors.checks.figures import blanks, conflicts, marks
from extractors.checks.teaching import codes, grades, schedules, told_outcomes
from extractors.checks.text import clauses
from extractors.tables import tabulate
from models.rows import Row, Value
from tests.checks.test_told import told
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_identity.reading import document as read
from tests.extraction_structure.conftest import document_of


@pytest.mark.parametrize(
    ("lines", "sound", "broken", "language"),
    [
        (("Оцінювання (100)", "1. Задачі – 30 балів", "2. Есе – 20 балів", "3. Екзамен – {} балів."), 50, 40, "uk"),
        (("Баллы: опрос – 10 баллов, отчёты – 30 баллов, зачёт – {} баллов (максимум 100 баллов).",), 60, 70, "ru"),
        (("Phủ chuẩn: CLO1 = 25% · CLO2 = 35% · CLO3 = {}% → tổng 100%",), 40, 30, "vi"),
        (("Essays equal 20% of your course grade.", "Tests 1-2 each equal 25% of your course grade.",
          "The exam equals {}% of your course grade."), 30, 40, "en"),
        (("Реферат 20 баллов, опрос 20 баллов, экзамен {} баллов, из 100, бонус 10 баллов",), 40, 50, ""),
    ],
)  # fmt: skip
def test_what_a_mark_is_made_of(lines: tuple[str, ...], sound: int, broken: int, language: str) -> None:
    for figure, wrong in ((sound, False), (broken, bool(language))):
        made = paper("SYLLABUS", "Grading", *(line.format(figure) for line in lines), language=language or "ru")
        assert ("weight_sum" in told(marks, made)) is wrong


def test_cells_and_groups_of_shares() -> None:
    for share, wrong in (("55%", False), ("45%", True)):
        table = [["Homework: 20%", "Homework: 20%"], ["Test: 25%", "Test: 10%"]]
        table.append([f"Final exam: {share}", "Final exam: 70%"])
        assert ("weight_sum" in told(marks, paper("SYLLABUS", "Grading", table, language="en"))) is wrong
    for share, wrong in (("70%", False), ("60%", True)):
        table = [["CĐR", "Bài", "Tỉ trọng"]]
        for number in "123":
            table += [[f"CĐR{number}", "Viết", "30%"], ["", "Nói", share if number == "2" else "70%"]]
        assert ("weight_sum" in told(marks, paper("ĐỀ CƯƠNG", "Đo", table))) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("4 роботи × 10 балів = 40 балів", False),
        ("4 роботи × 12 балів = 40 балів", True),
        ("2 + 4 × 5 = 22", False),
        ("0,3 × 8 = 2,4", False),
    ],
)
def test_a_product_that_a_line_works_out(line: str, wrong: bool) -> None:
    assert ("table_total" in told(marks, paper("СИЛАБУС", "Бали", line, language="uk"))) is wrong


@pytest.mark.parametrize(
    ("lines", "language", "wrong"),
    [
        (("Số tuần thực hiện: 11 tuần", "Bài kiểm tra ở tuần 16"), "vi", True),
        (("Số tuần thực hiện: 11 tuần", "Thi ở tuần 13"), "vi", False),
        (("Number of teaching weeks: 12", "Essay due in week 20"), "en", True),
        (("Количество учебных недель: 17", "Защита на 19-й неделе"), "ru", False),
    ],
)
def test_a_week_behind_the_last(lines: tuple[str, ...], language: str, wrong: bool) -> None:
    assert ("schedule_mismatch" in told(schedules, paper("SYLLABUS", "Plan", *lines, language=language))) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Đợt 1: từ 8h00 thứ 4 ngày 08/3/2027 đến 17h00 thứ 6, ngày 07/3/2027 thu học phí.", True),
        ("Đợt 1: từ 8h00 thứ 4 ngày 08/3/2027 đến 17h00 thứ 6, ngày 17/3/2027 thu học phí.", False),
        ("Thay kế hoạch ngày 08/3/2027 theo thông báo ngày 07/3/2027.", False),
        ("Hội nghị diễn ra ngày 21/11/2024.\nBài gửi trước ngày 01/11/2024.", False),
    ],
)
def test_a_span_of_days_that_runs_backwards(line: str, wrong: bool) -> None:
    assert ("date_order" in told(told_dates, paper("THÔNG BÁO", "Thu", line))) is wrong


def test_a_code_behind_which_its_share_stands() -> None:
    for code, wrong in (("CLO3", False), ("CLO6", True)):
        outcomes = [["Mã", "Mô tả"], *([f"CLO{n}", f"Trình bày được nội dung số {n}."] for n in (1, 2, 3))]
        works = [["Việc", "Đo"], ["Thi", f"CLO2: 60% · {code}: 40%"]]
        made = paper("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "Chuẩn đầu ra của học phần", outcomes, "Đánh giá", works)
        assert ("undefined_outcome" in told(codes, made, (Row("outcomes", {"code": Value("CLO1")}),))) is wrong


def test_a_clause_and_an_annex_that_rules_do_not_have() -> None:
    text = (
        "ПОЛОЖЕННЯ\nпро силабус\n\n1. Загальні положення\n1.1 Силабус складає кафедра.\n"
        "1.2 Форму наведено у додатку {}.\n2. Зміст\n2.1 Вимоги пункту {} діють усюди.\n\nДодаток 1\nФорма силабусу\n"
    )
    wrong = {(2, "1.2"): True, (1, "1.8"): True, (1, "1.2"): False}
    for (annex, clause), missing in wrong.items():
        made = document_of(text.format(annex, clause))
        assert ("cited_clause_missing" in told(clauses, made, tuple(tabulate(made)))) is missing


def test_an_office_without_a_name() -> None:
    text = "БҰЙРЫҚ\n2023 жылғы 14 қыркүйек\nБҰЙЫРАМЫН:\n1. Стипендия тағайындалсын.\nРектор {}\n"
    for name, rules in (("А. Мұсабеков", set()), ("____________", {"blank_value"})):
        assert told(blanks, read(text.format(name), language="kk")) == rules


def test_products_in_brackets_make_the_points_behind_them() -> None:
    for factor, wrong in ((4, False), (6, True)):
        lines = paper("SYLLABUS", "Grading", f"Quizzes (5 × {factor} points): 20 points", language="en")
        table = [["Робота", "Бали"], [f"Звіти (5 × {factor} балів)", "20"]]
        for made in (lines, paper("СИЛАБУС", "Бали", table, language="uk")):
            assert ("table_total" in told(marks, made)) is wrong


def test_a_card_whose_parts_do_not_make_its_whole() -> None:
    rows = (Row("workloads", {"activity": Value("total"), "hours": Value(120)}),)
    for hours, wrong in (("76", False), ("66", True)):
        card = [
            ["Загальна кількість годин", "120"],
            ["Лекції", "20"],
            ["Лабораторні", "24"],
            ["Самостійна робота", hours],
        ]
        made = paper("СИЛАБУС", card, language="uk")
        assert ("workload_total" in told(conflicts, made, rows)) is wrong


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("Grades: A 90-100, B 80-89, C 70-79, D 60-69", set()),
        ("Grades: A 90-100, B 82-89, C 70-79, D 60-69", {"grade_gap"}),
        ("Grades: A 90-100, B 80-90, C 70-79, D 60-69", {"grade_overlap"}),
    ],
)
def test_a_scale_of_letters_in_a_line(line: str, rules: set[str]) -> None:
    assert told(grades, paper("SYLLABUS", "Grading", line, language="en")) == rules


def test_a_code_of_the_authors_own_series_that_nothing_defines() -> None:
    rows = tuple(Row("outcomes", {"code": Value(f"A{n}")}) for n in (1, 2, 3))
    for code, wrong in (("A3", False), ("A4", True)):
        table = [["Component", "Outcomes"], ["Essay", "A1, A2"], ["Exam", f"A1, {code}"]]
        made = paper("MODULE SPECIFICATION", "Assessment", table, language="en")
        assert ("undefined_outcome" in told(told_outcomes, made, rows)) is wrong


def test_a_course_asked_for_that_the_list_lacks() -> None:
    courses = tuple(Row("courses", {"code": Value(f"BIO110{n}"), "name": Value(str(n))}) for n in range(1, 7))
    for code, wrong in (("BIO1103", False), ("BIO1109", True)):
        asked = tuple(Row("course_relations", {"course_code": Value("BIO1106"), "code": Value(c)}) for c in
                      ("BIO1101", "BIO1102", code))  # fmt: skip
        made = paper("KHUNG CHƯƠNG TRÌNH", "Ngành", kind="programme")
        assert ("link_end_missing" in told(codes, made, (*courses, *asked))) is wrong


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("Thông tư số 08/2021/TT-BGDĐT ngày 18/3/2021", "Thông tư số 08/2021/TT-BGDĐT ngày 28/3/2021", True),
        ("Thông tư số 08/2021/TT-BGDĐT ngày 18/3/2021", "Thông tư số 08/2021/TT-BGDĐT ngày 18 tháng 3 năm 2021", False),
        ("Nghị quyết số 8/NQ-HĐT ngày 18/3/2021", "Nghị quyết số 8/NQ-HĐT ngày 20/5/2022", False),
    ],
)
def test_an_act_with_two_days(first: str, second: str, wrong: bool) -> None:
    rows = tuple(Row("citations", {"number": Value(n)}) for n in ("08/2021/TT-BGDĐT", "8/NQ-HĐT"))
    made = paper("QUYẾT ĐỊNH", f"Căn cứ {first};", f"Điều 1. Theo {second}.", kind="decision")
    assert ("inconsistent_citation_date" in told(citing, made, rows)) is wrong
