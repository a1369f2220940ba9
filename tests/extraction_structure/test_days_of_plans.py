"""Activities of plans that say when they are, and spans of days with the year once."""

import pytest

from extractors.structure.duties.spans import spanned
from extractors.tables import tasks


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("Từ ngày 15/4 – 30/06/2025.", ("2025-04-15", "2025-06-30")),
        ("Từ ngày 10/04 – đến hết ngày 15/06/2025", ("2025-04-10", "2025-06-15")),
        ("01/9/2024 - 30/9/2024", ("2024-09-01", "2024-09-30")),
        ("từ ngày ra thông báo đến hết ngày 20/04/2025", (None, "2025-04-20")),
        ("30 phút, tiết chào cờ ngày 21/04/2025", (None, "2025-04-21")),
        ("Từ ngày 31/2 – 30/06/2025.", (None, "2025-06-30")),
        ("18-22/11/2024", ("2024-11-18", "2024-11-22")),
        ("từ 8:00 ngày 02/03/2026 trước 17:00 ngày 06/03/2026", ("2026-03-02", "2026-03-06")),
        ("9/2024", (None, "2024-09")),
        ("Tháng 9-10/2024", ("2024-09", "2024-10")),
        ("11/2024 đến 02/2025", ("2024-11", "2025-02")),
    ],
)
def test_spans_of_days(printed, wanted):
    found = spanned(printed, "vi")
    assert found is not None
    assert found[:2] == wanted


def test_no_days_no_span():
    assert spanned("trong năm học", "vi") is None


def test_a_section_that_says_when_is_an_activity(read):
    document = read(
        "KẾ HOẠCH\nTổ chức tuần lễ đọc sách\nI. MỤC ĐÍCH\nNâng cao ý thức đọc sách của học sinh toàn trường.\n"
        "II. NỘI DUNG\n1. Cuộc thi vẽ bìa sách\n- Đối tượng: học sinh khối 6.\n- Thời gian: từ ngày 10/4 – 15/5/2025.\n"
        "2. Thời gian chung\n- Thời gian: tháng 4/2025.\n",
        kind="plan",
        language="vi",
    )
    rows = tasks.extract(document)
    assert [(r.get("title"), r.get("starts_on"), r.get("due_on")) for r in rows] == [
        ("Cuộc thi vẽ bìa sách", "2025-04-10", "2025-05-15")
    ]


CALENDAR = (
    "STT\tThời gian\tNội dung công việc\tĐơn vị đầu mối\tĐơn vị phối hợp\n"
    "I\t\tHọc kỳ thứ nhất\t\t\n"
    "1\t02/09/2024-15/12/2024\tGiảng dạy các lớp của học kỳ\tCác khoa\tPhòng Đào tạo\n"
    "2\tTrước 20/01/2025\tCông bố điểm thi\tPhòng Khảo thí\t\n"
    "3\t01/2025\tNghỉ lễ, nghỉ Tết\t\t\n"
)


@pytest.mark.parametrize("kind", ["plan", "other"])
def test_a_calendar_enclosed_with_a_letter_is_planned_work(read, kind):
    document = read("TRƯỜNG CAO ĐẲNG B\nV/v lịch giảng dạy\nKính gửi: Các khoa\n" + CALENDAR, kind=kind, language="vi")
    rows = [
        (r.get("title"), r.get("responsible"), r.get("starts_on"), r.get("due_on")) for r in tasks.extract(document)
    ]
    assert rows == [
        ("Giảng dạy các lớp của học kỳ", "Các khoa", "2024-09-02", "2024-12-15"),
        ("Công bố điểm thi", "Phòng Khảo thí", None, "2025-01-20"),
        ("Nghỉ lễ, nghỉ Tết", None, None, "2025-01"),
    ]


def test_a_table_without_days_in_a_regulation_is_no_planned_work(read):
    table = "STT\tNội dung\tThời gian\tThực hiện\n1\tNộp hồ sơ\ttuần đầu\tSinh viên\n2\tXét hồ sơ\tsau đó\tKhoa\n"
    assert tasks.extract(read("QUY ĐỊNH\nĐiều 1. Quy trình\n" + table, kind="regulation", language="vi")) == []


def test_columns_of_first_and_last_days_and_of_weeks_are_read(read):
    table = (
        "Tuần\tTừ ngày\tĐến ngày\tNội dung công việc\tĐơn vị thực hiện\n"
        "1 - 2\t05/8/2024\t18/8/2024\tSinh hoạt đầu khóa\tPhòng Học sinh\n"
        "3\t19/8/2024\t25/8/2024\tKiểm tra đầu vào\tPhòng Đào tạo\n"
    )
    document = read(
        f"TRƯỜNG CAO ĐẲNG MÂY\nSố: 44/KH-CĐM\nKẾ HOẠCH\nThời gian năm học\n1. Học kỳ I\n{table}",
        kind="plan",
        language="vi",
    )
    told = [(row.get("week"), row.get("starts_on"), row.get("due_on")) for row in tasks.extract(document)]
    assert told == [("1 - 2", "2024-08-05", "2024-08-18"), ("3", "2024-08-19", "2024-08-25")]


def test_days_parted_below_one_head_are_read(read):
    table = (
        "STT\tNội dung công việc\tThời gian\t\tGhi chú\n\t\tTừ ngày\tĐến ngày\t\n"
        "1\tSơn lại sân trường\t05/8/2024\t18/8/2024\t\n2\tLắp quạt trần\t19/8/2024\t25/8/2024\t\n"
    )
    document = read(
        f"TRƯỜNG CAO ĐẲNG MÂY\nSố: 44/KH-CĐM\nKẾ HOẠCH\nSửa chữa\n1. Nội dung\n{table}", kind="plan", language="vi"
    )
    told = [(row.get("title"), row.get("starts_on"), row.get("due_on")) for row in tasks.extract(document)]
    assert told == [
        ("Sơn lại sân trường", "2024-08-05", "2024-08-18"),
        ("Lắp quạt trần", "2024-08-19", "2024-08-25"),
    ]
