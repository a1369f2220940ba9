"""What the words around propose for doubtful words, and for words snapped to English ones in documents full of them."""

import pytest

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.confusions import shipped_channel
from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.chunks import Chunk, chunks_of
from normalizers.garble.search.decoding import Choice
from normalizers.garble.search.proposing import Proposer, Said, is_snapped
from normalizers.garble.search.readings import Reading


def _said(line: str, words: str, doubtful: int | None = None) -> Said:
    """The chunks of a line as decoded, all of them sure but one."""
    number = shipped_model().number
    said = []
    for at, (chunk, word) in enumerate(zip(_chunks(line), words.split(), strict=True)):
        parts = ((chunk.text, word, "lower"),)
        reading = Reading(word, (number.get(canonical(word), 1),), 1.0, "garble.word", parts)
        said.append((chunk, Choice(reading, None, 1.0 if at == doubtful else 20.0)))
    return said


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
    found = _proposer(snapped=True).propose(said)
    assert meant in [reading.text for reading in found[said[place][0].start]]


def _proposer(*, snapped: bool = False) -> Proposer:
    return Proposer(shipped_channel(), shipped_model(), snapped=snapped)


def test_the_words_around_propose_another_word_for_a_doubtful_one_alone() -> None:
    line, words = "phdt trien kinh t6 v@ xd hQi", "phát triển kinh tế vở xã hội"
    found = _proposer().propose(_said(line, words, doubtful=4))
    assert [[reading.text for reading in own][0] for own in found.values()] == ["và"]
    assert _proposer().propose(_said(line, words)) == {}


def test_capitals_that_are_kept_get_no_proposal() -> None:
    for word, asked in (("x6ntg", 1), ("X'ITT", 0)):
        said = _said(f"kho bac {word} nuoc", f"kho bạc {word} nước", doubtful=2)
        chunk, choice = said[2]
        said[2] = chunk, Choice(Reading(word, (1,), 15.0, "kept"), None, choice.margin)
        assert len(_proposer().propose(said)) == asked


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
