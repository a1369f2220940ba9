"""Foreign words of scans, and letters of items."""

import pytest

from normalizers.garble.scans.foreign import foreign_changes
from normalizers.garble.scans.items import item_changes


def test_a_foreign_word_is_the_one_that_the_document_has() -> None:
    text = "bài giảng video, các video clip và viđeo về B-Learning, B-Leaming theo E-Learning"
    assert [change[1:3] for change in foreign_changes(text)] == [("viđeo", "video"), ("Leaming", "Learning")]


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
