"""What a careful reader notices of wording, plans and columns: told where it is, silent where it is not."""

import pytest

from extractors.checks import check
from extractors.finding import find
from extractors.tables import tabulate
from models.rows import Finding
from tests.extraction_structure.conftest import document_of


def told(words: str, rule: str, *, kind: str | None = None) -> list[Finding]:
    document = find(document_of(words, kind=kind, language="vi"))
    return [finding for finding in check(document, tabulate(document)) if finding.rule == rule]


RULE = (
    "QUY ĐỊNH\nĐiều 1. Phạm vi\n1. Quy định này áp dụng cho Hệ thống quản lý học tập (HTQLHT) của Trung tâm Khảo thí "
    "(TTKT).\n2. Sinh viên nộp bài trên HTQLHT {more}.\n"
)


def test_an_abbreviation_that_nothing_explains() -> None:
    (finding,) = told(RULE.format(more="và báo cho BQLDA"), "undefined_abbreviation")
    assert "BQLDA" in finding.message


@pytest.mark.parametrize("more", ["theo lịch", "và báo cho Ban quản lý dự án (BQLDA)", "theo Quyết định số 5/QĐ-TTKT"])
def test_explained_abbreviations_raise_nothing(more: str) -> None:
    assert told(RULE.format(more=more), "undefined_abbreviation") == []


def test_a_syllable_that_does_not_exist() -> None:
    (finding,) = told(RULE.format(more="vớii giảng viên"), "spelling")
    assert (finding.table_name, finding.row_key) == ("provisions", "Điều 1.2")
    assert told(RULE.format(more="với giảng viên, theo file mẫu"), "spelling") == []


PLAN = (
    "KẾ HOẠCH\nTuần lễ đọc sách\nI. TIẾN ĐỘ\nTT\tNội dung công việc\tNgười phụ trách\tThời hạn\n"
    "1\tChuẩn bị phòng đọc\tThư viện\t01/4/2025\n2\tIn tài liệu cho các lớp\tVăn phòng\t{second}\n"
    "3\tMời khách và diễn giả\tĐoàn Thanh niên\t05/4/2025\n4\tTổng kết hoạt động\t{fourth}\t20/4/2025\n\n"
)


def test_a_task_that_says_less_than_the_others() -> None:
    whole = PLAN.format(second="03/4/2025", fourth="Ban giám hiệu")
    assert told(whole, "task_without_due_date", kind="plan") == []
    assert told(whole, "task_without_responsible", kind="plan") == []
    (finding,) = told(PLAN.format(second="", fourth=""), "task_without_due_date", kind="plan")
    assert finding.message.startswith("1 of 4")
    assert len(told(PLAN.format(second="", fourth=""), "task_without_responsible", kind="plan")) == 1


SYLLABUS = (
    "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN\n- Tên học phần: {name}\n- Mã học phần: CIV2041\n- Số tín chỉ: 3\n\n"
    "Học phần Cơ học đất dành cho sinh viên năm thứ hai.\n"
    "4. Đánh giá\nBài đánh giá\tTrọng số (%)\nBT#1 Bài tập chương một\t20\nBT#2 Bài tập chương hai\t80\nTổng\t100\n\n"
    "5. Kế hoạch giảng dạy\nTuần\tNội dung\tSố tiết\tBài đánh giá\tCLO\n1\tMở đầu về đất\t3\tBT#1\t{clo}\n"
    "2\tThành phần của đất\t3\tBT#{last}\t{clo}\n3\tỨng suất trong nền\t3\tBT#2\t{clo}\n"
)


def test_a_work_that_is_planned_and_not_graded() -> None:
    (finding,) = told(SYLLABUS.format(name="Cơ học đất", last=4, clo="CLO1"), "undefined_assessment")
    assert finding.message.endswith("BT#4.")
    assert told(SYLLABUS.format(name="Cơ học đất", last=2, clo="CLO1"), "undefined_assessment") == []


def test_a_column_that_holds_nothing() -> None:
    (finding,) = told(SYLLABUS.format(name="Cơ học đất", last=2, clo=""), "empty_column")
    assert "CLO" in finding.message
    assert told(SYLLABUS.format(name="Cơ học đất", last=2, clo="CLO1"), "empty_column") == []
    seldom = SYLLABUS.replace("\tCLO\n", "\tHọc phần tiên quyết\n").format(name="Cơ học đất", last=2, clo="")
    assert told(seldom, "empty_column") == []  # most courses ask for none


def test_a_name_with_a_capital_out_of_place() -> None:
    assert len(told(SYLLABUS.format(name="Cơ học Đất", last=2, clo="CLO1"), "inconsistent_name")) == 1
    assert told(SYLLABUS.format(name="Cơ học đất", last=2, clo="CLO1"), "inconsistent_name") == []
