"""The unsure first word of a name on a line of its own is the family name that has its letters."""

import pytest

from models.edits import Edit
from normalizers.garble.spans.surnames import settle_surnames


def edits_of(line, *words, confidence):
    """Return an edit for every word of a line that becomes another; the first has the confidence."""
    found, start = [], 0
    for n, (before, after) in enumerate(zip(line.split(), words, strict=True)):
        if before != after:
            sure = confidence if n == 0 else 0.95
            found.append(Edit(start, start + len(before), before, after, "garble.word", 1.5, sure))
        start += len(before) + 1
    return found


@pytest.mark.parametrize(
    ("line", "read", "confidence", "first"),
    [
        ("D[ng Qu6c Thufln", "Đăng Quốc Thuận", 0.57, "Đặng"),
        ("Phgm Thf Ng9c Lan", "Phàm Thị Ngọc Lan", 0.6, "Phạm"),
        ("D[ng K! M6n Hgc", "Đăng Ký Môn Học", 0.97, "Đăng"),  # sure: a heading
        ("D[ng Qu6c", "Đăng Quốc", 0.57, "Đăng"),  # too short to be told from other words
        ("D[ng ky m6n hgc", "Đăng ký môn học", 0.57, "Đăng"),
        ("V[ Th! Hoa", "Vo Thị Hoa", 0.6, "Võ"),
        ("T[ Th! Hoa", "Tà Thị Hoa", 0.6, "Tạ"),
        ("D6 Th! Hoa", "Độ Thị Hoa", 0.6, "Đỗ"),
    ],
)
def test_the_first_word_of_a_name(line, read, confidence, first):
    settled = settle_surnames(line, edits_of(line, *read.split(), confidence=confidence))
    assert settled[0].after == first
    assert settled[0].confidence == confidence


def test_letters_of_two_family_names_settle_nothing():
    line = "LE Th! Hoa"
    assert settle_surnames(line, edits_of(line, *["Là", "Thị", "Hoa"], confidence=0.6))[0].after == "Là"  # Lã, or La
