"""Text that has lost all its marks: sentences get them back; names, code, numbers and other languages stay."""

import pytest

from models.edits import apply
from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.unmarked import misread_lines, restore_marks, unmarked_lines
from normalizers.repair import repair

MEANT = """Điều 4. Thời gian học lại được thông báo trước khi bắt đầu học kỳ hè.
Sinh viên nộp đơn tại Phòng Đào tạo, mang theo thẻ và bảng điểm của 02 học kỳ gần nhất;
mỗi học phần có 03 tín chỉ, mã số 7480107, theo Thông tư số 46/2031/TT-BGDDT.
Nhà trường không hoàn trả học phí cho những trường hợp tự ý bỏ học quá 15 ngày."""


def bare(text: str) -> str:
    """A text without its marks."""
    letters = "".join(bare_letters(c).upper() if c.isupper() else bare_letters(c) for c in text)
    assert len(letters) == len(text)
    return letters


def test_sentences_get_their_marks_back() -> None:
    said = repair(bare(MEANT))
    words, theirs = MEANT.split(), said.text.split()
    assert len(words) == len(theirs)
    assert sum(a == b for a, b in zip(words, theirs, strict=True)) >= 0.95 * len(words)
    assert {"7480107,", "46/2031/TT-BGDDT."} <= set(theirs)
    assert set(said.verdicts) == {"garbled"}


def test_only_marks_change_and_every_edit_says_how_sure_it_is() -> None:
    text = bare(MEANT)
    edits, doubts = restore_marks(text, unmarked_lines(text))
    assert apply(text, edits) == repair(text).text
    assert all(bare(edit.after) == edit.before and edit.kind == "garble.marks" for edit in edits)
    assert all(0.5 < edit.confidence < 1 for edit in edits)
    assert all(doubt.suggestion and doubt.confidence < 0.995 for doubt in doubts)


def test_a_name_among_the_sentences_stays() -> None:
    text = f"{bare(MEANT)}\nLien he thay Tran Gia Khuong o phong 302 de duoc giai dap."
    assert "Tran Gia Khuong" in repair(text).text


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n} Dang Van Lam Trinh Thi Nga Hoang Quoc Bao Mai Anh Tuan Ly Gia Han" for n in range(1, 6)),
        "The boy can be on the hill in May to see the sun go so low that no man can do it again by day.\n" * 4,
        "Than, Tran and Mai have done their tests; the dean of the lab in Hanoi can sign for them on the day.\n" * 3,
        "for i in range(n):\n    an = ban[i] * cao\n    if an in tu: tu.pop(an)\n" * 8,
    ],
    ids=["names", "English", "English with names", "code"],
)
def test_names_code_and_other_languages_stay(text: str) -> None:
    assert not any(unmarked_lines(text))
    assert repair(text).edits == ()


def test_where_letters_are_misread_too_the_channel_restores_them() -> None:
    text = bare(MEANT).replace("truong", "trwong").replace("truoc", "trwoc").replace("hoc ky", "hgc ky")
    text = text.replace("duoc", "dugc").replace("nhat", "nhdt")
    assert not any(misread_lines(bare(MEANT), unmarked_lines(bare(MEANT))))
    assert all(misread_lines(text, unmarked_lines(text)))
    words, theirs = MEANT.split(), repair(text).text.split()
    assert sum(a == b for a, b in zip(words, theirs, strict=True)) >= 0.9 * len(words)


def test_a_few_words_tell_too_little() -> None:
    assert not any(unmarked_lines("Ban Giam hieu nha truong"))


def test_text_with_marks_is_not_opened() -> None:
    assert not any(unmarked_lines(f"{bare(MEANT)}\n{MEANT}"))


@pytest.mark.parametrize(("word", "printed"), [("hoa", "hóa"), ("qua", "quá"), ("hoan", "hoàn")])
def test_the_tone_stands_where_acts_print_it(word: str, printed: str) -> None:
    from normalizers.garble.unmarked import _syllables

    assert printed in {spelling for spelling, _ in _syllables()[word]}


def test_sentences_in_capitals_get_their_marks_back_and_names_stay() -> None:
    names = "\nLE THI SEN\nHO VAN LINH\n"
    said = repair(bare(MEANT).upper() + names).text
    words, theirs = MEANT.upper().split(), said.split()
    assert sum(a == b for a, b in zip(words, theirs, strict=False)) >= 0.85 * len(words)
    assert {"7480107,", "46/2031/TT-BGDDT."} <= set(theirs)
    assert said.endswith(names)
    assert repair(names).text == names


def test_a_misread_text_in_capitals_is_restored_as_one_in_small_letters_is() -> None:
    printed = bare(MEANT).upper().replace("O", "Q").replace("NH", "BH").replace("I", "l") * 2
    said = repair(printed).text.split()
    right = sum(a == b for a, b in zip(MEANT.upper().split() * 2, said, strict=False))
    assert right >= 0.7 * len(said)
