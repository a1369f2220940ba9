"""Names keep the letters that the engine printed."""

import pytest

from normalizers.garble.spans.names import loses_letters
from normalizers.repair import repair


@pytest.mark.parametrize(
    ("printed", "reading", "expected"),
    [
        ("Thao", "Tạo", True),
        ("SONG", "SỐ", True),
        ("Thao", "Thảo", False),
        ("thao", "tạo", False),
        ("hgc", "học", False),
    ],
)
def test_letters_of_a_possible_name_are_not_dropped(printed: str, reading: str, expected: bool) -> None:
    assert loses_letters(printed, reading) is expected


def test_a_garbled_name_keeps_its_letters() -> None:
    text = "vi€c m& th6m phdn hi€u D4i hgc S6ng Thao trqc thuQc BQ C6ng Thucrng;\n" * 3
    assert "Thao" in repair(text).text or "Thảo" in repair(text).text
    assert "Tạo trực" not in repair(text).text
