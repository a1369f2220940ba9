"""The period that a Vietnamese figure holds for, where it opens the sentence or stands right before the comparator."""

import re

Place = tuple[int, int]
_PERIOD = (
    r"(?:năm học|khóa học|khoá học|học kỳ|học kì|kỳ học|năm|kỳ|quý|tháng|tuần|ngày|buổi|đợt)"
    r"(?:\s(?:chính|phụ|hè))?(?!\s(?:thứ|cuối|đầu|nhất|hai|ba|làm việc|thi)(?!\w))"
)
_WHO = r"(?:các|mỗi|từng|sinh viên|học viên|học sinh|người học|giảng viên|giáo viên|nghiên cứu sinh|thí sinh|khoa)"
FRONTED = re.compile(
    rf"(?:Trong\s)?(?P<period>(?:mỗi|từng|một|01)\s{_PERIOD})(?:,\s+|\s+(?={_WHO}(?!\w)))(?=(?:[^\W\d_]+\s){{2,}})",
    re.IGNORECASE,
)
TRAILING = re.compile(rf"\s(?P<period>(?:trong|cho)\s(?:một|mỗi|từng|01)\s{_PERIOD})\s*$", re.IGNORECASE)
EACH = re.compile(rf"\s(?P<period>(?:mỗi|từng|hằng|hàng)\s{_PERIOD})\s*$", re.IGNORECASE)
"""A period that times are counted in, where no word leads to it: `họp định kỳ mỗi quý một lần`."""


def fronted(text: str, begin: int, end: int) -> tuple[Place, int] | None:
    """Return the period that opens a sentence and where what follows it begins: `Trong mỗi học kỳ chính, …`."""
    found = FRONTED.match(text, begin, end)
    return (found.span("period"), found.end()) if found else None


def trailing(text: str, begin: int, end: int, unit: str | None) -> Place | None:
    """Return the period right before a comparator: `Định mức của giảng viên trong một năm học từ …`."""
    found = TRAILING.search(text, begin, end) or (EACH.search(text, begin, end) if unit == "time" else None)
    if found is None or len(text[begin : found.start()].split()) < 2:
        return None
    return found.span("period")
