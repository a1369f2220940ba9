"""What databases and copies print: numbers in brackets, a date run into a number, `(đã ký)` for a signature."""

import pytest

from extractors.finding.marking.numbers import find_numbers
from tests.extraction_identity.reading import document, values

DECISION = "QUYẾT ĐỊNH\nVề việc mở lớp\n\nĐiều 1. Mở lớp bồi dưỡng.\n\nNơi nhận:\n- Như Điều 1;\n{}\n"


@pytest.mark.parametrize(
    ("text", "number", "printed"),
    [
        ("Luật số [43/2019/QH14] của Quốc hội", "43/2019/QH14", "[43/2019/QH14]"),
        ("Quyết định số [43/QĐ-KTX của", "143/QĐ-KTX", "[43/QĐ-KTX"),  # a misread figure one, closed by nothing
        ("Quyết định số 31/QĐ-UBNDngày 05/3/2018", "31/QĐ-UBND", "31/QĐ-UBND"),
        ("Công văn số 31/UBNDngày 05/3/2018", "31/UBND", "31/UBND"),
    ],
)
def test_numbers_between_signs_and_words(text: str, number: str, printed: str) -> None:
    (found,) = find_numbers(text)
    assert (found.value, text[found.start : found.end]) == (number, printed)


@pytest.mark.parametrize(
    "tail", ["- Lưu: VT. (đã ký) Lê Thị An", "- Lưu: VT.\n\n(đã ký) Lê Thị An", "- Lưu: VT.\n(Đã ký) Lê Thị An"]
)
def test_words_stand_for_a_signature(tail: str) -> None:
    assert [person["name"] for person in values("people", document(DECISION.format(tail)))] == ["Lê Thị An"]


def test_what_else_stands_in_brackets_names_no_signer() -> None:
    line = "- Lưu: VT. (bản chính) Lê Thị An"
    assert values("people", document(DECISION.format(line))) == []
