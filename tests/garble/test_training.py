"""What the language model is learned from."""

from pathlib import Path

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.confusions import read_counts
from normalizers.garble.training.__main__ import _write_confusions
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


def test_engines_without_pairs_keep_their_counts(tmp_path: Path) -> None:
    (tmp_path / "ron.00.clean.txt").write_text("đề án\n" * 9, "utf-8")
    (tmp_path / "ron.00.garbled.txt").write_text("dă ân\n" * 9, "utf-8")
    before = read_counts(Path(__file__).parents[2] / "normalizers/garble/parameters/confusions.tsv")
    _write_confusions(tmp_path, tmp_path)
    after = read_counts(tmp_path / "confusions.tsv")
    assert after.pop("ron") != before.pop("ron") and after == before
