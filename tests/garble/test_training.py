"""What the language model is learned from."""

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.training.reread import without_slips

WORDS = ["<s>", *(canonical(word) for word in ("tổ", "tô", "chức", "màu", "và", "họp"))]
SYLLABLES = {canonical(word): {word} for word in ("tổ", "tô", "chức", "màu", "và", "họp")}
START, MEANT, READ, BEHIND, COLOUR, AND, MEETING = range(7)


def _stretch(pairs: list[tuple[int, int]]) -> list[int]:
    """A thousand words: the pairs, each a sentence, over and over."""
    return [number for at in range(333) for number in (START, *pairs[at % len(pairs)])] + [START]


def test_slips_are_cut_where_an_engine_has_read_and_nowhere_else() -> None:
    sound, scanned = [(MEANT, BEHIND), (AND, MEETING)], [(MEANT, BEHIND)] * 9 + [(READ, BEHIND)]
    law = np.array(_stretch(sound) * 30 + _stretch(scanned) * 2, np.int64)
    other = np.array(_stretch([(READ, COLOUR), (MEANT, BEHIND)]), np.int64)
    cut = without_slips([law, other], WORDS, SYLLABLES)
    assert len(cut) == len(law)
    assert (READ in law[:-5]) and READ not in cut
    assert (cut[: 30 * 1000] == law[: 30 * 1000]).all()
    assert (cut == MEANT).sum() == (law == MEANT).sum()


def test_a_rare_pair_in_sound_text_is_learned() -> None:
    law = np.array(_stretch([(MEANT, BEHIND), (AND, MEETING)]) * 30 + [START, READ, BEHIND] * 5, np.int64)
    assert (without_slips([law], WORDS, SYLLABLES) == law).all()
