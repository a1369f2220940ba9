"""Tables of scanned syllabi: what a scan leaves of weeks with days, of shares and of heads that are printed again."""

import pytest

from extractors.curriculum.repeated_heads import is_misread
from extractors.curriculum.told_weeks import week_alone
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
    assert not is_misread(head, ["1", "Tô Văn", "2011", "Sách hay", "NXB Trẻ"])
