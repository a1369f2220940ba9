"""Family names whose marks were misread."""

from extractors.reading.paper.letters.settling import with_surname
from models.page import Box, Word


def settled(*texts, sure=0.8, at=0):
    words = [Word(text, Box(40 * n, 0, 40 * n + 36, 12), sure) for n, text in enumerate(texts)]
    return with_surname(words, at).settled


def test_a_name_on_a_line_of_its_own_opens_with_a_family_name():
    assert settled("Đồ", "Gia", "Khánh") == settled("Đố", "Thị", "Thu", "Hà") == "Đỗ"
    assert settled("Đồ", "Gia", "Khánh", sure=0.95) is None
    assert settled("7.", "Nguyên", "Văn", "Bảo", at=1) == "Nguyễn"


def test_behind_a_title_one_name_is_enough():
    assert settled("ông", "Đồ", "Khánh", at=1) == settled("ThS.", "Đồ", "Khánh", at=1) == "Đỗ"
    assert settled("mời", "Đồ", "Khánh", at=1) is None


def test_what_is_no_name_of_a_person_stays():
    assert settled("Đồ", "Án", "Tốt", "Nghiệp") is None
    assert settled("Đồ", "Khánh") is None
    assert settled("Đồ", "Gia", "Khánh", "mới") is None
    assert settled("Đỗ", "Gia", "Khánh") is None
