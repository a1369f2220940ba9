"""Tables of scanned syllabi: what a scan leaves of weeks with days, of shares and of heads that are printed again."""

import pytest

from extractors.curriculum.hours.told_weeks import week_alone
from extractors.curriculum.hours.torn_cells import is_torn
from extractors.curriculum.outcomes.codes import codes
from extractors.curriculum.outcomes.lost_dots import dotted
from extractors.curriculum.repeated_rows import is_misread
from tests.extraction_curriculum.paper import document, rows


@pytest.mark.parametrize(
    ("printed", "week"),
    [
        ("6 (14/5 - 18/5)", "6"),
        ("2-3 (0310 – 14/10)", "2-3"),
        ("Tuần 4 (từ 7/8 đến 11/8)", "4"),
        ("5", "5"),
        ("3 (4 tiết)", "3 (4 tiết)"),
    ],
)
def test_a_week_is_told_without_its_days(printed: str, week: str) -> None:
    assert week_alone(printed) == week


def test_a_lone_stroke_among_shares_is_none() -> None:
    table = [["Thành phần", "Trọng số (%)"], ["Bài tập", "35%"], ["Báo cáo", "1"], ["Thi viết", "45%"]]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "6. Đánh giá", table, kind="syllabus")
    assert [(a["title"], a.get("weight_percent")) for a in rows("assessments", made)] == [
        ("Bài tập", 35),
        ("Báo cáo", None),
        ("Thi viết", 45),
    ]


def test_a_head_printed_again_is_known_though_it_is_misread() -> None:
    head = ["STT", "Tên tác giả", "Năm XB", "Tên sách", "Nhà xuất bản"]
    assert is_misread(head, ["STT", "Têntácglả", "Năm XB", "Trên sách", "Nhà xuât bân"])
    assert is_misread(["№", "Мазмұны", "Сағаты", "Әдебиет", "", ""], ["", "Мазмұны", "Сағаты", "Әдебиет", "", ""])
    assert not is_misread(["№", "Мазмұны", "Сағаты", "", ""], ["", "Мазмұны", "Сағаты", "", ""])
    assert not is_misread(head, ["1", "Tô Văn", "2011", "Sách hay", "NXB Trẻ"])
    assert is_misread(["о", "Зміст теми", "Лекції", "Джерела"], ["М»", "Зміст теми", "Лекції", "Джерела"])
    assert not is_misread(["1", "Đạt", "Đạt", "Đạt"], ["2", "Đạt", "Đạt", "Đạt"])


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (["G1", "G2", "G1.1", "G2.2", "G21"], "G2.1"),
        (["G1", "G2", "G1.1", "G2.2", "G13", "G21"], "G2.1"),
        (["G1", "G2", "G1.1", "G2.2", "G20", "G21"], "G21"),
        (["G1", "G2", "G1.1", "G21"], "G21"),
        (["G1", "G2", "G1.1", "G2.2", "G2.1", "G21"], "G21"),
        (["G1", "G1.1", "G1.2", "G31"], "G31"),
    ],
)
def test_a_dot_that_a_scan_lost_is_told_by_the_other_codes(printed: list[str], read: str) -> None:
    found = [code for text in printed for code in codes(text, "vi")]
    whole = dotted(found[-1], {code.key for code in found})
    assert (whole or found[-1]).text == read


def test_scraps_of_weeks_are_no_weeks() -> None:
    assert [is_torn(week) for week in ("11 tò tiết)", ">3 (6 tiết)", "4 7 (12 tiết)")] == [True] * 3
    assert not any(is_torn(week) for week in ("8 - 11 (12 tiết)", "2, 3", "Tuần 5", "1-15"))


def test_what_stands_among_codes_of_works_is_one_or_none() -> None:
    table = [
        ["Tuần", "Nội dung", "Bài đánh giá"],
        ["1", "Thủy tĩnh học", "A1.2"],
        ["2", "Động lực học", "A141"],
        ["3", "Dòng chảy đều", "A1.2, A2.1"],
    ]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "Tên môn học: Thủy lực", "5. Kế hoạch giảng dạy", table, kind="syllabus")
    assert [t.get("control") for t in rows("topics", made)] == ["A1.2", None, "A1.2, A2.1"]


def test_a_choice_of_credits_without_its_stroke_is_no_course() -> None:
    table = [
        ["STT", "Mã học phần", "Tên học phần", "Số tín chỉ"],
        ["1", "TLK201", "Cơ lưu chất", "2"],
        ["2", "TLK202", "Thủy văn", "3"],
        ["", "", "Định hướng cấp nước", "88"],
        ["3", "TLK203", "Trạm bơm", "4"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", table, kind="programme")
    assert [c["name"] for c in rows("courses", made)] == ["Cơ lưu chất", "Thủy văn", "Trạm bơm"]


def test_letters_that_stand_for_numbers_of_sources_tell_none() -> None:
    plan = [
        ["№", "Тақырыптың атауы", "Сағат", "Әдебиет"],
        ["1", "Өсімдік жасушасы", "2", "1, 2"],
        ["2", "Жапырақ құрылысы", "2", "ЫЗ"],
        ["3", "Тамыр түрлері", "4", "[2]"],
    ]
    made = document("СИЛЛАБУС", "Дәріс сабақтарының тақырыптары", plan, language="kk")
    assert [row.get("sources") for row in rows("topics", made)] == ["1, 2", None, "[2]"]
