"""Activities of plans that say when they are, and spans of days with the year once."""

import pytest

from extractors.structure.spans import spanned
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
