"""Numbers of headings and articles that engines read as letters."""

import pytest

from normalizers.garble.scans.ladders import ladder_changes


def _mended(text: str) -> str:
    for start, before, after, _ in sorted(ladder_changes(text), reverse=True):
        text = text[:start] + after + text[start + len(before) :]
    return text


@pytest.mark.parametrize(
    ("read", "numbers"),
    [
        ("I. KHO HÀNG CŨ\nIL KINH PHÍ CHI\nIH. CÁCH LÀM MỚI\nIV. GHI CHÉP THÊM", ["I.", "II.", "III.", "IV."]),
        ("1. KHO HÀNG CŨ\nH, KINH PHÍ CHI\nIII. CÁCH LÀM MỚI\nIY CHI TIẾT KHÁC", ["I.", "II.", "III.", "IV."]),
        ("I. KHO HÀNG CŨ\nb) Xe máy\nHH, CÁCH LÀM MỚI", ["I.", "b)", "HH,"]),  # the second is not there
        ("1. KHO HÀNG CŨ\n2. KINH PHÍ CHI\nIH. CÁCH LÀM MỚI", ["1.", "2.", "IH."]),
        ("H. KHO HÀNG CŨ\nIH. CÁCH LÀM MỚI", ["H.", "IH."]),  # none is sure
        ("I. KHO HÀNG CŨ\nII. KINH PHÍ CHI\nII. CÁCH LÀM MỚI\nIV. GHI CHÉP THÊM", ["I.", "II.", "III.", "IV."]),
        ("I. KHO HÀNG CŨ\nII. KINH PHÍ CHI\nII. CÁCH LÀM MỚI\nIII. GHI CHÉP THÊM", ["I.", "II.", "II.", "III."]),
        ("I. KHO HÀNG CŨ\nH. KINH PHÍ CHI\nII. CÁCH LÀM MỚI\nIV. GHI CHÉP THÊM", ["I.", "II.", "III.", "IV."]),
        ("I. Kho hàng cũ\nIL Kinh phí chi", ["I.", "IL"]),
        ("¡. Kho hàng cũ\nH. Kinh phí chi\n2. Xe máy\nIII. Cách làm", ["I.", "II.", "2.", "III."]),
        ("II. Kho hàng cũ\n1. Xe máy\n1H. Kinh phí chi\nLV. Cách làm", ["II.", "1.", "III.", "IV."]),
        ("V. Kho hàng cũ\nVL Kinh phí chi", ["V.", "VL"]),
        ("I. Kho hàng cũ\nH. Kinh phí chi", ["I.", "H."]),  # it may be of a name
        ("I. Kho hàng cũ\nH. Kinh phí chi\nIH.Cách làm mới", ["I.", "II.", "III.Cách"]),
        ("1. Kho hàng cũ\nH. Kinh phí chi\nHI, Cách làm mới\n1V. Ghi chép thêm", ["I.", "II.", "III.", "IV."]),
        ("1. Kho hàng cũ\n2. Kinh phí chi\nHI. Cách làm mới\n1V. Ghi chép", ["1.", "2.", "HI.", "1V."]),
        ("1. Kho hàng cũ\nH. Kinh phí chi\n3. Cách làm mới", ["1.", "H.", "3."]),
        ("1. KHO HÀNG CŨ\n2. Xe máy\nIL KINH PHÍ CHI\nIII. CÁCH LÀM MỚI", ["I.", "2.", "II.", "III."]),
        ("1. Kho hàng cũ\nH. Kinh phí chi\n1. Xe máy\n2. Xe đạp\nIII. Cách làm", ["I.", "II.", "1.", "2.", "III."]),
        ("1. Kho hàng cũ\n2. Xe máy\nH. Kinh phí chi\nIII. Cách làm", ["1.", "2.", "H.", "III."]),  # an Arabic series
        ("1. Kho hàng\n1.1. Xe máy\n1.1.1. Xe đạp\nIV. Cách làm", ["1.", "1.1.", "1.1.1.", "IV."]),
        ("1. Kho hàng\n1.2. Xe máy\nH. Xe đạp\nIII. Cách làm", ["1.", "1.2.", "H.", "III."]),
    ],
)
def test_headings_follow_one_another(read: str, numbers: list[str]) -> None:
    assert [line.split()[0] for line in _mended(read).split("\n")] == numbers


def test_an_article_behind_the_tenth_is_the_eleventh() -> None:
    text = "Điều 10. Kho hàng\nĐiều II. Kinh phí\nĐiều 12. Cách làm"
    assert _mended(text) == text.replace("II", "11")
    assert _mended("Điều 2. Kho hàng\nĐiều II. Kinh phí") == "Điều 2. Kho hàng\nĐiều II. Kinh phí"


def test_an_annex_behind_the_first_is_the_second() -> None:
    text = "Phụ lục I\nMáy cày\nPhụ lục H\nMáy bừa\nPhụ lục IH\nMáy kéo"
    assert _mended(text) == text.replace("IH", "III").replace("H", "II")
    assert _mended("Phụ lục G\nMáy cày\nPhụ lục H\nMáy bừa") == "Phụ lục G\nMáy cày\nPhụ lục H\nMáy bừa"
