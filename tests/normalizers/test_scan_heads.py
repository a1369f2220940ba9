"""First letters of words that scans lost."""

import pytest

from normalizers.garble.scans.heads import head_changes
from normalizers.garble.scans.sequence import running


def mended(line: str) -> str:
    for start, read, words, _ in reversed(list(head_changes(line, running(line, [False])))):
        line = line[:start] + words + line[start + len(read) :]
    return line


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Câu lạc bộ mời khách nói về ng dụng của cảm biến.", "nói về ứng dụng của"),
        ("Thư viện trong nhà (rường được mở lại.", "nhà trường được"),
        ("Trưởng phòng (ào tạo của nhà trường vắng mặt.", "phòng đào tạo của"),
        ("Khách ăn (ánh giá chất lượng món ăn.", "ăn đánh giá chất"),
        ("Hội đồng thẩm (ịnh bản vẽ cầu gỗ.", "thẩm định bản"),
    ],
)
def test_the_first_letter_is_put_back(read: str, printed: str) -> None:
    assert printed in mended(read)


@pytest.mark.parametrize(
    "line",
    [
        "Nhà trường (ào tạo) nhận thư.",  # the bracket is closed
        "Bảng màu (ánh kim, ánh bạc và ánh đồng.",  # a word as it stands
        "Vườn thú có voi (ba con, hai đực.",
        "Tập tin ng nằm trong thư mục ng cũ.",  # nothing goes with it
        "Phần mềm nginx ghi nhật ký mỗi giờ.",
    ],
)
def test_what_is_a_word_or_has_no_company_stays(line: str) -> None:
    assert mended(line) == line
