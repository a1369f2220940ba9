"""Words snapped to English ones: what the words around propose for them, in documents full of such words."""

import pytest

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.chunks import Chunk, chunks_of
from normalizers.garble.search.proposing import Said, is_snapped, proposals


def _said(line: str, words: str) -> Said:
    """The chunks of a line with the words that they were decoded as."""
    number = shipped_model().number
    return [(c, (number.get(canonical(word), 1),)) for c, word in zip(_chunks(line), words.split(), strict=True)]


def _chunks(line: str) -> list[Chunk]:
    return chunks_of(0, line, 0, [])


@pytest.mark.parametrize(
    ("line", "words", "place", "meant"),
    [
        ("nhu can cua truong", "nhu can của trường", 1, "cầu"),
        ("thi trudng too d6ng", "thị trường to động", 2, "lao"),
    ],
)
def test_the_words_around_propose_what_was_snapped(line: str, words: str, place: int, meant: str) -> None:
    said = _said(line, words)
    found = proposals(said, shipped_model(), shipped_model().number)
    assert meant in [reading.text for reading in found[said[place][0].start]]


@pytest.mark.parametrize(
    ("line", "snapped"),
    [
        ("thing two c6ng viQc cria", True),
        ("thang lao c6ng viQc cria", False),
        ("than do an the but", False),
    ],
    ids=["English among garble", "garble", "marks lost"],
)
def test_a_document_is_snapped_that_is_full_of_english_words_and_of_garble(line: str, snapped: bool) -> None:
    assert is_snapped(_chunks(" ".join([line] * 200))) is snapped
