"""Words that the engine ran together get their blanks back, and nothing else."""

import pytest

from extractors.reading.paper.letters.parted import parted
from models.page import Word


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Phươngphápnghiêncứuxãhộihọc", "Phương pháp nghiên cứu xã hội học"),
        ("tạothạcsĩ", "tạo thạc sĩ"),
        ("ViệtNam,", "Việt Nam,"),
        ("nghiệnm", None),
        ("trường", None),
        ("Lênin", None),
        ("Marketing", None),
        ("QĐ-ĐHSP", None),
    ],
)
def test_blanks_come_back_where_all_parts_are_syllables(text: str, said: str | None) -> None:
    assert parted(Word(text, None, 0.4)).settled == said


def test_a_string_that_was_read_for_sure_stays() -> None:
    assert parted(Word("tạothạcsĩ", None, 0.96)).settled is None
