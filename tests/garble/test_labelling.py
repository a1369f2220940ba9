"""Labels known as wholes: a cell that the letters leave open is one of the heads that forms have."""

import pytest

from extractors.printed_labels import printed_labels
from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.confusions import shipped_channel
from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.chunks import chunks_of
from normalizers.garble.search.decoding import Choice
from normalizers.garble.search.labelling import Labels, labelled
from normalizers.garble.search.readings import Reading

LABELS = frozenset(
    {"TRƯỞNG KHOA", "Số tín chỉ", "Tổng số", "Lý thuyết", "Lí thuyết", "Mô tả môn học", "Thực hành, thảo luận", "MSHP"}
)


def _as_label(cell: str, words: str, margin: float = 1.0) -> str:
    """The words of the label that a cell is taken for, decoded as `words`; empty where it is none."""
    return _line([(cell, words, margin)])


def _line(cells: list[tuple[str, str, float]]) -> str:
    """The words of the labels that cells of a line are taken for: each as printed, as decoded, and how sure."""
    number = shipped_model().number
    said, start = [], 0
    for cell, words, margin in cells:
        for chunk, word in zip(chunks_of(start, cell, 0, []), words.split(), strict=True):
            reading = Reading(word, (number.get(canonical(word.lower().strip(":,")), 1),), 3.0, "garble.word")
            said.append((chunk, Choice(reading, None, margin)))
        start += len(cell) + 1
    made = labelled(said, Labels.of(LABELS), shipped_channel(), shipped_model())
    return " ".join(choice.reading.text for choice in made.values() if choice.reading)


@pytest.mark.parametrize(
    ("cell", "words", "meant"),
    [
        ("S6 tfn chd", "Sở tân chờ", "Số tín chỉ"),
        ("T6ng s5", "Tầng sẽ", "Tổng số"),
        ("Li thuy€t (ti6t)", "Là thuyết (tiết)", "Lý thuyết"),
        ("2. Mo ti mon hoc: nhung kien", "2. Mở tỉ môn học: những kiến", "Mô tả môn học:"),
        ("Thuc hdnh, thio lu4n (2)", "Thực hành, thìa lần (2)", "Thực hành, thảo luận"),
        ("SI TFN CHI", "SỈ TẦN CHI", "SỐ TÍN CHỈ"),
        ("T6ng s6!", "Tầng sẽ!", "Tổng số"),
        ("TL. TRUONG KHOA", "TL. TRƯỜNG KHOA", "TRƯỞNG KHOA"),
    ],
    ids=[
        "three",
        "two",
        "before a bracket",
        "before a colon",
        "comma within",
        "capitals",
        "a sign for a letter",
        "office",
    ],
)
def test_a_garbled_cell_becomes_the_label_that_it_is_like(cell: str, words: str, meant: str) -> None:
    assert _as_label(cell, words) == meant


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("Toan so", "Toàn số"),
        ("Toin hqc", "Toán học"),
        ("Cauv tiic mdn hgc:", "Cấu trúc môn học:"),
        ("Si trn chd ndo", "Sĩ trần chờ nào"),
        ("Tdng s6", "Tổng số"),
    ],
    ids=["one word like", "other words", "half of a label like", "one word more", "the label itself"],
)
def test_what_is_like_no_label_stays(cell: str, words: str) -> None:
    assert _as_label(cell, words) in ("", words)


def test_beside_labels_less_is_asked_of_a_cell() -> None:
    heads = [("Số tín chỉ", "Số tín chỉ", 20.0), ("Lý thuyết", "Lý thuyết", 20.0)]
    doubted = ("TOng sd", "Trong sự", 1.0)
    assert _line([doubted]) == "" and _line([*heads, doubted]) == "Tổng số"


def test_what_is_sure_stays() -> None:
    assert _as_label("Si trn chd", "Sĩ trần chờ", margin=20.0) == ""


def test_of_two_spellings_of_a_label_the_usual_one_is_taken() -> None:
    spelled = {
        " ".join(Labels.of(LABELS).lexicon.spellings[at] for at in row) for row in Labels.of(LABELS).by_length[2]
    }
    assert spelled == {"tổng số", "lý thuyết", "trưởng khoa"}


def test_the_labels_that_forms_print_are_taken_from_the_tables_of_labels() -> None:
    assert {"Mã học phần", "Số tín chỉ", "TRƯỞNG KHOA", "Nơi nhận"} <= printed_labels("vi")
    assert "Course code" not in printed_labels("vi")
