"""Stretches of the corpora that an engine has read: its slips are not learned as the language.

Acts that were scanned stand in the corpus of laws with `tô chức`, `thâm định`, `chỉ phí`; a language model that has
seen them takes them for words that go together. A pair of words is suspicious where one of far more occurrences
differs from it in marks that engines misread; such pairs are a slip, by and large, in the stretches that are full of
them, and there alone the sequence is cut.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from normalizers.garble.model.alphabet import bare_letters, canonical
from normalizers.garble.model.language import BITS
from normalizers.garble.scans.rivals import Slips, shipped_slips

_STRETCH = 1000  # words that are judged together
_TIMES, _FEWEST = 10, 100  # by which the other pair is more frequent; occurrences of it
_DEAREST = 6.5  # nats that the misread letter may cost
_FULL, _CLEAN = 14, 6  # suspicious pairs of a stretch that was read, and of one that was not: at first sight
_FULL_TOLD, _CLEAN_TOLD = 5, 1  # the same with pairs that tell
_TELLING, _LEAST_SEEN, _ROUNDS = 8.0, 3, 3  # times that a pair is more frequent where an engine has read
_READ = 3  # pairs that tell from which on a stretch is one


def without_slips(sequences: Sequence[np.ndarray], words: Sequence[str], syllables: dict[str, set[str]]) -> np.ndarray:
    """Return the first sequence with its slips as sentence starts; the others say what the language has."""
    keys, counts = np.unique(np.concatenate([_pairs(sequence) for sequence in sequences]), return_counts=True)
    own = sequences[0]
    suspicious = _suspicious(keys, counts, _rivals(words, syllables, shipped_slips()))
    places = np.append(_places(keys, own[:-1] << BITS | own[1:]), -1)
    telling = _telling(places, suspicious)
    read = np.repeat(_by_stretch(places, telling) >= _READ, _STRETCH)
    read = np.append(read, np.full(len(own) - len(read), read[-1] if len(read) else False))
    slipped = (places >= 0) & suspicious[places]
    slipped[1:] |= slipped[:-1]
    cut: np.ndarray = np.where(slipped & read, 0, own)
    return cut


def _pairs(sequence: np.ndarray) -> np.ndarray:
    one, other = sequence[:-1], sequence[1:]
    return (one << BITS | other)[(one != 0) & (other != 0)]


def _places(keys: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    place = np.minimum(np.searchsorted(keys, pairs), len(keys) - 1)
    return np.where(keys[place] == pairs, place, -1)


def _rivals(words: Sequence[str], syllables: dict[str, set[str]], slips: Slips) -> np.ndarray:
    """For every word, a row of those that differ from it in marks that are misread, filled up with -1."""
    number = {word: index for index, word in enumerate(words)}
    rows = [sorted(_rivals_of(word, syllables.get(word, set()), number, slips)) for word in words]
    table = np.full((len(words), max(map(len, rows), default=0)), -1, np.int64)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return table


def _rivals_of(word: str, forms: set[str], number: dict[str, int], slips: Slips) -> set[int]:
    found = {
        number.get(canonical(rival), -1)
        for form in forms
        for rival, cost in slips.rivals(form)
        if cost <= _DEAREST and bare_letters(rival) == bare_letters(form)
    }
    return found - {-1, number[word]}


def _suspicious(keys: np.ndarray, counts: np.ndarray, rivals: np.ndarray) -> np.ndarray:
    """Which pairs have one of far more occurrences that differs in the marks of one word."""
    one, other = keys >> BITS, keys & (1 << BITS) - 1
    most = np.zeros(len(keys), np.int64)
    for column in rivals.T:
        for pairs, known in _with_rival(one, other, column):
            place = _places(keys, pairs)
            most[known] = np.maximum(most[known], np.where(place >= 0, counts[place], 0))
    suspicious: np.ndarray = (most >= _TIMES * counts) & (most >= _FEWEST)
    return suspicious


def _with_rival(one: np.ndarray, other: np.ndarray, rival: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The pairs with a rival for either word, and where there is one."""
    known = rival[one] >= 0
    yield rival[one[known]] << BITS | other[known], known
    known = rival[other] >= 0
    yield one[known] << BITS | rival[other[known]], known


def _telling(places: np.ndarray, suspicious: np.ndarray) -> np.ndarray:
    """Which suspicious pairs are far more frequent in the stretches that are full of them."""
    found = _by_stretch(places, suspicious)
    full, clean = found >= _FULL, found <= _CLEAN
    telling = suspicious
    for _ in range(_ROUNDS):
        own = places[: len(full) * _STRETCH]
        here, there = (
            np.bincount(own[np.repeat(stretches, _STRETCH) & (own >= 0)], minlength=len(suspicious))
            for stretches in (full, clean)
        )
        sizes = max(1, full.sum()), max(1, clean.sum())
        more = here / sizes[0] >= _TELLING * (there + 0.5) / (sizes[1] * 1.0)
        telling = suspicious & (here >= _LEAST_SEEN) & more
        found = _by_stretch(places, telling)
        full, clean = found >= _FULL_TOLD, found <= _CLEAN_TOLD
    return telling


def _by_stretch(places: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """How many of the pairs wanted stand in each stretch; what is left over at the end belongs to none."""
    hits = ((places >= 0) & wanted[places])[: len(places) // _STRETCH * _STRETCH]
    counted: np.ndarray = hits.reshape(-1, _STRETCH).sum(axis=1)
    return counted
