"""What sentences, lists and columns tell is checked, read as rows or not: found where broken, silent where it holds."""

import pytest

from extractors.checks.acts import told_dates, told_numbers
from extractors.checks.figures import blanks, marks, told_loads, told_sums, totals
from extractors.checks.teaching import codes, grades, schedules, sources, told_outcomes
from extractors.checks.text import clauses, trust
from extractors.finding import find
from extractors.tables import tabulate
from models.document import Document
from models.rows import Row, Value
from tests.extraction_curriculum.paper import document as paper
from tests.extraction_identity.reading import all_rows
from tests.extraction_identity.reading import document as read
from tests.extraction_structure.conftest import document_of

OWN = (Row("documents", {"kind": Value("plan")}),)


def told(family: object, made: Document, rows: tuple[Row, ...] = OWN) -> set[str]:
    return {finding.rule for finding in family.check(made, rows)}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "sound", "broken", "language"),
    [
        ("Усього – {} годин (3 кредити), з них: лекції – 20, лабораторні – 16, самостійна робота – 54.", 90, 96, "uk"),
        ("Tổng thời lượng: {} giờ, trong đó lên lớp 24 giờ, tự học 76 giờ.", 100, 110, "vi"),
        ("Сағат саны: {}, оның ішінде дәріс – 15, тәжірибе – 25, өзіндік жұмыс – 80", 120, 110, "kk"),
        ("{} hours of learning (40 contact hours and 110 hours of independent study)", 150, 160, "en"),
        ("Effort hours: {} in total (30 lectures, 50 workshops, 120 independent study)", 200, 210, "en"),
        ("4 з.е. ({} академических часа), из них: лекции – 34, самостоятельная работа – 110.", 144, 154, "ru"),
        ("Всего {} часа, в том числе: лекции 18, практика 36.", 144, 145, ""),
        ("{} giờ tự học (30 giờ đọc, 50 giờ bài tập)", 90, 100, ""),
    ],
)
def test_a_whole_that_its_parts_do_not_make(line: str, sound: int, broken: int, language: str) -> None:
    for hours, wrong in ((sound, False), (broken, bool(language))):
        made = paper("SYLLABUS", "Course", line.format(hours), language=language or "ru")
        assert ("workload_total" in told(told_sums, made)) is wrong


def test_lines_of_hours_make_the_line_of_their_sum() -> None:
    for hours, wrong in ((30, False), (32, True)):
        lines = ("+ Giảng bài: 18 tiết", "+ Chữa bài tập: 12 tiết", f"+ Tổng số: {hours} tiết", "Khác")
        assert ("workload_total" in told(told_sums, paper("ĐỀ CƯƠNG", "Phân bổ", *lines))) is wrong


def test_credits_and_the_hours_beside_them() -> None:
    for line, wrong in (("5 кредитів ЄКТС, 150 год.", False), ("4 кредити ЄКТС, 150 год.", True)):
        made = paper("СИЛАБУС", "Обсяг", f"Обсяг дисципліни: {line}", language="uk")
        assert ("credit_norm" in told(told_sums, made)) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Điểm môn học: chuyên cần 10%, kiểm tra 30%, thi hết môn 60%.", False),
        ("Điểm môn học: chuyên cần 10%, kiểm tra 30%, thi hết môn 50%.", True),
        ("Sinh viên dự ít nhất 80% số buổi, làm 10% bài tập thì được dự thi.", False),
        ("Điểm: chuyên cần 10%, kiểm tra 30%, thi hết môn 60%. Nghỉ quá 20% số tiết thì cấm thi.", False),
    ],
)
def test_shares_of_a_sentence(line: str, wrong: bool) -> None:
    assert ("weight_sum" in told(marks, paper("ĐỀ CƯƠNG", "Đánh giá", line))) is wrong


def test_shares_of_a_column_whose_heads_are_not_known() -> None:
    for share, wrong in (("60", False), ("50", True)):
        table = [["Việc", "Tỉ lệ (%)", "Đo"], ["Bài tập", "40", "a"], ["Thi tự luận", share, "b"]]
        assert ("weight_sum" in told(marks, paper("ĐỀ CƯƠNG", "Điểm", table))) is wrong


def test_a_total_below_figures_of_any_kind() -> None:
    for total, wrong in (("10", False), ("12", True)):
        table = [["TT", "Nội dung chấm", "Mức"], ["1", "Ý tưởng", "6"], ["2", "Bản vẽ", "4"], ["", "Tổng điểm", total]]
        assert ("table_total" in told(totals, paper("QUY ĐỊNH", "Đồ án", table))) is wrong
    rounded = [["Việc", "Giờ"], ["Bài 1", "5,3"], ["Bài 2", "10,6"], ["Tổng", "16"]]
    assert told(totals, paper("QUY ĐỊNH", "Đồ án", rounded)) == set()


def test_a_total_beside_the_figures_of_its_row() -> None:
    rows = [["1", "Mở đầu", "6", "3", "9"], ["2", "Quy trình", "7", "5", "12"], ["3", "Báo cáo", "5", "4", "9"]]
    head = ["STT", "Tên chương", "Lý thuyết", "Bài tập", "Tổng"]
    assert told(totals, paper("ĐỀ CƯƠNG", "Nội dung", [head, *rows])) == set()
    rows[1][-1] = "13"
    assert told(totals, paper("ĐỀ CƯƠNG", "Nội dung", [head, *rows])) == {"table_total"}


def test_the_total_above_a_list_of_courses() -> None:
    table = [["Mã", "Môn", "TC"], ["KS101", "Lễ tân", "3"], ["KS102", "Buồng phòng", "4"], ["KS203", "Nhà hàng", "3"]]
    rows = tuple(Row("courses", {"name": Value(n), "credits": Value(c)}) for n, c in (("a", 3), ("b", 4), ("c", 3)))
    for total, wrong in ((10, False), (12, True)):
        made = paper("KHUNG CHƯƠNG TRÌNH", "Ngành", f"Số tín chỉ tích lũy: {total} TC", table)
        assert ("credits_sum" in told(told_loads, made, rows)) is wrong


ORDER = (
    "TRƯỜNG ĐẠI HỌC HẠ LONG\nSố: 8/NQ-ĐHHL\nHạ Long, ngày 4 tháng 5 năm 2023\n\nNGHỊ QUYẾT\n\n"
    "Căn cứ Biên bản phiên họp ngày {basis};\n\nĐiều 1. Giao phòng Đào tạo lập kế hoạch trước ngày {due}.\n"
    "Điều 2. Nghị quyết có hiệu lực kể từ ngày {effect}.\n"
)
DAYS = {"basis": "02/5/2023", "due": "10/6/2023", "effect": "15/5/2023"}


@pytest.mark.parametrize(
    ("changed", "rule"),
    [({"due": "10/4/2023"}, "date_order"), ({"effect": "15/4/2023"}, "effect_before_document"), ({}, None)],
)
def test_days_in_an_impossible_order(changed: dict[str, str], rule: str | None) -> None:
    made = read(ORDER.format(**{**DAYS, **changed}))
    assert told(told_dates, made, all_rows(made)) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("Căn cứ Nghị định số 115/2020/NĐ-CP của Chính phủ;", set()),
        ("Căn cứ Nghị định số 115/2020/NĐ-PC của Chính phủ;", {"citation_number_shape"}),
        ("Căn cứ Nghị định số 115/20/NĐ-CP của Chính phủ;", {"citation_number_shape"}),
        ("Căn cứ Kế hoạch số 9S/KH-UBND của Ủy ban;", {"look_alike_letters"}),
        ("Căn cứ Kế hoạch số 95b/KH-UBND của Ủy ban;", set()),
        ("Mã ngành: 7720301", set()),
        ("Mã ngành: 77203", {"programme_code_shape"}),
    ],
)
def test_numbers_that_cannot_be(line: str, rules: set[str]) -> None:
    assert told(told_numbers, paper("KẾ HOẠCH", "Mở đầu", line)) == rules


def test_a_step_left_out() -> None:
    steps = ["Bước 1. Đăng ký.", "Bước 2. Nộp đề cương.", "Bước 3. Nộp khóa luận."]
    assert told(told_numbers, paper("HƯỚNG DẪN", "Quy trình", *steps)) == set()
    assert told(told_numbers, paper("HƯỚNG DẪN", "Quy trình", *steps[::2], "Bước 4. Bảo vệ.")) == {
        "provision_numbering_gap"
    }


def test_a_plain_reference_means_the_document_where_no_other_act_is_named() -> None:
    rule = "QUY ĐỊNH\nVề xưởng\n\nĐiều 1. Phạm vi\n1. Áp dụng cho xưởng.\n2. Khoa báo cáo theo khoản {}.\n"
    for cited, wrong in (("1 Điều 1", False), ("7 Điều 1", True), ("7 Điều 9 Luật Đầu tư", False)):
        made = find(document_of(rule.format(cited), kind="regulation", language="vi"))
        assert ("cited_clause_missing" in told(clauses, made, tabulate(made))) is wrong


def test_sources_in_brackets_without_a_plan_that_was_read() -> None:
    for cited, rules in (("[2]", set()), ("[4]", {"source_reference_missing"})):
        table = [["Đề mục", "Đọc"], ["Dòng chảy", "[1]"], ["Truyền nhiệt", cited]]
        made = paper(
            "MÔN HỌC", "Đọc", table, "[1] Bùi Hải (2010). Kỹ thuật nhiệt.", "[2] Lê Kim (2012). Cơ học chất lỏng."
        )
        assert told(sources, made) == rules


def test_an_empty_cell_of_a_table_of_tasks() -> None:
    rows = [
        ["Đăng ký", "Tổ Toán", "02/10/2023"],
        ["Chấm thi", "Ban Giám khảo", "14/10/2023"],
        ["Tổng kết", "Tổ Văn", ""],
    ]
    made = paper("KẾ HOẠCH", "Tiến độ", [["Việc", "Đầu mối", "Mốc thời gian"], *rows], kind="plan")
    assert "task_without_due_date" in told(schedules, made)


def test_a_gap_in_a_scale_of_ten_points() -> None:
    def scale(low: float) -> tuple[Row, ...]:
        steps = (("A", 8.5, 10.0), ("B", 7.0, 8.4), ("C", low, 6.9))
        return tuple(
            Row("grades", {"letter": Value(n), "min_percent": Value(a), "max_percent": Value(b)}) for n, a, b in steps
        )

    made = paper("QUY ĐỊNH", "Thang điểm", "A")
    assert told(grades, made, scale(5.5)) == set()
    wide = (*scale(6.2), Row("grades", {"letter": Value("D"), "min_percent": Value(4.0), "max_percent": Value(5.4)}))
    assert told(grades, made, wide) == {"grade_gap"}


@pytest.mark.parametrize(("points", "rules"), [(3.3, set()), (3.8, {"grade_order"}), (3.7, {"grade_order"})])
def test_points_that_do_not_follow_the_steps(points: float, rules: set[str]) -> None:
    steps = (("A", 90, 100, 4.0), ("A-", 85, 89, 3.7), ("B+", 80, 84, points), ("B", 70, 79, 3.0), ("C", 50, 69, 2.0))
    columns = ("letter", "min_percent", "max_percent", "points")
    scale = tuple(Row("grades", dict(zip(columns, map(Value, step), strict=True))) for step in steps)
    assert told(grades, paper("QUY ĐỊNH", "Thang điểm", "A"), scale) == rules


def test_the_two_highest_steps_may_make_the_same_points() -> None:
    steps = (("A+", 9.5, 10, 4.0), ("A", 8.5, 9.5, 4.0), ("B+", 8, 8.5, 3.5), ("B", 7, 8, 3.0), ("C", 5.5, 7, 2.0))
    columns = ("letter", "min_percent", "max_percent", "points")
    scale = tuple(Row("grades", dict(zip(columns, map(Value, step), strict=True))) for step in steps)
    assert told(grades, paper("QUY ĐỊNH", "Thang điểm", "A"), scale) == set()


def test_bands_of_a_table_that_was_not_read_as_a_scale() -> None:
    for band, rules in (("80 – 89", set()), ("80 – 92", {"grade_overlap"}), ("83 – 89", {"grade_gap"})):
        table = [["Mức", "Xếp loại"], ["90 – 100", "a"], [band, "b"], ["65 – 79", "c"], ["50 – 64", "d"]]
        assert told(grades, paper("QUY ĐỊNH", "Rèn luyện", table)) == rules


def test_outcomes_that_were_not_read_as_outcomes() -> None:
    lines = ["ILO1 Describe robots.", "ILO2 Program a controller.", "ILO3 Evaluate data."]
    assert told(told_outcomes, paper("OUTLINE", "Aims", *lines, language="en")) == set()
    gap = [*lines[:1], lines[2], "ILO4 Test a robot."]
    assert told(told_outcomes, paper("OUTLINE", "Aims", *gap, language="en")) == {"missing_outcome_code"}


def test_a_letter_left_out_of_the_headings() -> None:
    heads = ["A. Thời lượng", "B. Chuẩn đầu ra", "C. Lịch trình", "D. Tài liệu"]
    assert told(told_numbers, paper("ĐỀ CƯƠNG", "Mở", *heads)) == set()
    assert told(told_numbers, paper("ĐỀ CƯƠNG", "Mở", *heads[:2], heads[3])) == {"provision_numbering_gap"}


def test_a_code_at_the_head_of_a_matrix_that_no_list_has() -> None:
    rows = tuple(Row("courses", {"code": Value(f"OK{n}"), "name": Value(f"n{n}")}) for n in range(1, 5))
    for last, wrong in (("OK4", False), ("OK9", True)):
        table = [["", "OK1", "OK2", "OK3", last], ["PR1", "+", "", "+", ""], ["PR2", "", "+", "", "+"]]
        made = paper("CHƯƠNG TRÌNH", "Ma trận", table)
        assert ("link_end_missing" in told(codes, made, rows)) is wrong


def test_places_left_open_are_told_and_forms_are_not() -> None:
    for line, wrong in (("Hạn nộp hồ sơ: ………", True), ("Hạn nộp hồ sơ: 10/02/2025", False)):
        assert ("blank_value" in told(blanks, paper("THÔNG BÁO", "Mở", line, "Hết"))) is wrong
    assert told(blanks, paper("THÔNG BÁO", "Mở", "ĐƠN ĐỀ NGHỊ", "Tôi tên là: ………", "Hết")) == set()


def test_signs_without_a_code_are_unreadable() -> None:
    assert "unreadable_text" in told(trust, paper("ĐỀ CƯƠNG", "Mở", "H\ufffdt đúng k\ufffd thuật"))


@pytest.mark.parametrize(("effect", "rules"), [("01/3/2023", set()), ("01/02/2023", {"effect_before_document"})])
def test_the_day_of_the_act_that_enacts_a_text_is_its_own(effect: str, rules: set[str]) -> None:
    lines = (
        "QUY ĐỊNH PHÒNG THU\nBan hành theo Quyết định số 15/QĐ-HVBC ngày 17/02/2023\n\n"
        "Điều 1. Chung\nPhòng thu phục vụ giảng dạy.\n"
    )
    made = read(f"{lines}Quy định này áp dụng từ ngày {effect}.\n", "vi", "regulation")
    rows = tuple(row for row in all_rows(made) if row.table == "documents")
    assert {finding.rule for finding in told_dates.check(made, rows)} == rules
