"""Foreign words of scans, and letters of items."""

import pytest

from normalizers.garble.scans.foreign import foreign_changes
from normalizers.garble.scans.items import item_changes


def test_a_foreign_word_is_the_one_that_the_document_has() -> None:
    text = "bài giảng video, các video clip và viđeo về B-Learning, B-Leaming theo E-Learning"
    assert [change[1:3] for change in foreign_changes(text)] == [("viđeo", "video"), ("Leaming", "Learning")]


def test_a_string_beside_an_english_word_is_the_english_word_that_slips_part_it_from() -> None:
    text = "(Head of Aeademic Affairs, Graduation Condifions) máy Aeademic chạy"
    changes = [change[1:3] for change in foreign_changes(text)]
    assert changes == [("Condifions", "Conditions")]  # the other stands twice
    assert [c[1:3] for c in foreign_changes("Office of Aeademic Affairs")] == [("Aeademic", "Academic")]
    assert list(foreign_changes("hãng Aeademic sản xuất")) == []


@pytest.mark.parametrize("text", ["viđeo", "video, viđeo", "video, video, viđeo, viđeo", "các bài, các bài", "a/viđeo"])
def test_without_the_document_it_stays(text: str) -> None:
    assert list(foreign_changes(text)) == []


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("abe", "abc"),
        ("ahc", "abc"),
        ("abcđđe", "abcđđe"),
        ("abcdđê", "abcdđe"),
        ("abc", "abc"),
        ("abđ", "abđ"),
        ("bce", "bce"),
    ],
)
def test_letters_of_items_follow_one_another(read: str, printed: str) -> None:
    text = "\n".join(f"{letter}) Phòng Đào tạo" for letter in read)
    for start, before, after, _ in sorted(item_changes(text), reverse=True):
        text = text[:start] + after + text[start + len(before) :]
    assert "".join(line[0] for line in text.split("\n")) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Bài 1, Kho hàng\nBài 2. Kinh phí", "Bài 1. Kho hàng\nBài 2. Kinh phí"),
        ("Bài 1, Kho hàng\nmọi việc khác", "Bài 1, Kho hàng\nmọi việc khác"),
        ("Nơi nhận:\n- Tổ kho:\n- Lưu: VT.", "Nơi nhận:\n- Tổ kho;\n- Lưu: VT."),
        ("- Máy bào;\n_= Máy cưa;\n- Máy tiện.", "- Máy bào;\n- Máy cưa;\n- Máy tiện."),
        ("- Máy bào;\n... Máy cưa;\n- Máy tiện.", "- Máy bào;\n... Máy cưa;\n- Máy tiện."),
        ("Đồ dùng gồm:\n- Tổ kho:\n- Máy tiện.", "Đồ dùng gồm:\n- Tổ kho:\n- Máy tiện."),
    ],
)
def test_signs_behind_numbers_and_recipients(read: str, printed: str) -> None:
    text = read
    for start, before, after, _ in sorted(item_changes(read), reverse=True):
        text = text[:start] + after + text[start + len(before) :]
    assert text == printed
