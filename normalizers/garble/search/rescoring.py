"""What the words on both sides say about a word, told by a small neural model.

The trigram sees two words; this model sees five on each side in their order, the fifteen beyond them as a sum, and as
another sum the 130 beyond those, which tell what a document is about. It reads the words as decoded and gives every
reading of a word a score, and the best sequence is searched once more with these scores.
"""

from functools import cache

import numpy as np

from normalizers.garble.model.language import PARAMETERS, shipped_model
from normalizers.garble.model.lexicon import syllables
from normalizers.garble.search.readings import Reading

NEAR, FAR, WIDE = 5, 20, 150  # words on each side: in their places, as a sum, and as another sum
SUM_SCALES = 3.0, 6.0
_WEIGHT, _WEIGHT_IN_NAMES = 0.8, 0.5  # of the model beside the trigram, where words around hardly spell a name
_CHANNEL, _UP_TO = 1.4, 8.0  # weight of the channel in the second search, in what a reading costs up to so many nats:
# two models of the words outweigh it
_LEAST = -12.0  # a score is held against a reading no further than so many nats
_STOPS = ".:;!?"

Entry = tuple[Reading, int]  # a reading and, where the one before took its place, that one's index


class ContextModel:
    """Scores of a word between the words around it; the weights are bytes, with a scale for every row."""

    def __init__(self) -> None:
        with np.load(PARAMETERS / "context.npz") as data:
            self._inner, self._outer, self._mix, self._last = (
                data[name].astype(np.float32) * data[name + "_scale"][:, None]
                for name in ("inner", "outer", "mix", "last")
            )
            self._mix_bias, self._last_bias, self._bias = data["mix_bias"], data["last_bias"], data["bias"]
        shares = np.exp(shipped_model().unigram)
        self._typical = (shares @ self._inner / shares.sum()).astype(np.float32)

    def places(self, words: np.ndarray, asked: np.ndarray) -> np.ndarray:
        """Return what stands around words of a sequence, a row for each place asked for.

        Where a sequence is too short for the widest sum, the typical word stands in.
        """
        edge, beyond = np.zeros(FAR, np.int64), np.tile(self._typical, (WIDE - FAR, 1))
        inner = np.concatenate([beyond, self._inner[np.concatenate([edge, words, edge])], beyond])
        sums = np.concatenate([np.zeros((1, inner.shape[1]), np.float32), inner.cumsum(axis=0)])
        at = asked + WIDE
        near = [inner[at + step] for step in (*range(-NEAR, 0), *range(1, NEAR + 1))]
        wide = [
            (sums[at + end] - sums[at + begin]) * (scale / (end - begin))
            for (first, last), scale in zip(((NEAR, FAR), (FAR, WIDE)), SUM_SCALES, strict=True)
            for begin, end in ((-last, -first), (first + 1, last + 1))
        ]
        around = np.concatenate(near + wide, axis=1)
        return np.maximum(around @ self._mix.T + self._mix_bias, 0) @ self._last.T + self._last_bias

    def scores(self, place: np.ndarray, words: np.ndarray) -> np.ndarray:
        """Return the score in nats of every word at its place: arrays of rows of `places`, and of words."""
        return np.einsum("ij,ij->i", place, self._outer[words]) + self._bias[words]

    def outer(self, words: np.ndarray) -> np.ndarray:
        """Return the rows of words that rows of `places` are multiplied with."""
        return self._outer[words]

    def bias(self, words: np.ndarray) -> np.ndarray:
        """Return what a score of words has whatever stands around them."""
        return self._bias[words]


@cache
def context_model() -> ContextModel:
    """Return the model that ships with the program, loaded once."""
    return ContextModel()


@cache
def _is_syllable() -> np.ndarray:
    known = np.zeros(int(syllables().numbers.max()) + 1, bool)
    known[syllables().numbers] = True
    return known


def said_around(entries: list[list[Entry]], path: list[int], line_start: np.ndarray) -> list[np.ndarray]:
    """Return what is added to the scores of all readings for a second search, given the best sequence of the first.

    What is no whole syllable is taken for as good as the reading that was chosen.
    """
    added = [_dearer(options) for options in entries]
    words, places = _sequence(entries, path, line_start)
    rivals = {at: _whole_words(entries[at], path[at]) for at in places}
    rivals = {at: found for at, found in rivals.items() if len(found) > 1}
    if not rivals:
        return added
    model = context_model()
    around = model.places(words, np.array([places[at] for at in rivals]))
    row_of = np.repeat(np.arange(len(rivals)), [len(found) for found in rivals.values()])
    numbers = np.array([entries[at][index][0].numbers[0] for at, found in rivals.items() for index in found])
    said = np.split(model.scores(around[row_of], numbers), np.flatnonzero(np.diff(row_of)) + 1)
    for (at, found), scores in zip(rivals.items(), said, strict=True):
        weight = _WEIGHT_IN_NAMES if _in_name(entries, path, at) else _WEIGHT
        added[at][found] += weight * np.maximum(_LEAST, scores - scores[found.index(path[at])])
    return added


def _dearer(options: list[Entry]) -> np.ndarray:
    """What readings cost more in the second search than in the first; a blank within a word is paid once."""
    return np.array([
        0.0 if taker >= 0 or reading.takes_next else (1 - _CHANNEL) * min(reading.cost, _UP_TO)
        for reading, taker in options
    ])  # fmt: skip


def _sequence(entries: list[list[Entry]], path: list[int], line_start: np.ndarray) -> tuple[np.ndarray, dict[int, int]]:
    """The words as decoded, a 0 where a sentence begins, and the place in them of every position."""
    words: list[int] = []
    places: dict[int, int] = {}
    before = "."
    for at, options in enumerate(entries):
        reading, taker = options[path[at]]
        if taker >= 0:
            continue
        if line_start[at] and (before[-1] in _STOPS or not reading.text[:1].islower()):
            words.append(0)
        places[at] = len(words)
        words += reading.numbers
        before = reading.text or before
    return np.array(words, np.int64), places


def _in_name(entries: list[list[Entry]], path: list[int], at: int) -> bool:
    """Whether a word with a capital has another one beside it: words around hardly tell how a name is spelled."""

    def title(place: int) -> bool:
        return 0 <= place < len(entries) and entries[place][path[place]][0].text.istitle()

    return title(at) and (title(at - 1) or title(at + 1))


def _whole_words(options: list[Entry], best: int) -> list[int]:
    """The readings of a position that are one syllable each, none if the best is not."""
    known = _is_syllable()
    found = [
        index
        for index, (reading, taker) in enumerate(options)
        if taker < 0 and not reading.takes_next and reading.kind == "garble.word" and len(reading.parts) == 1
        and reading.numbers[0] < len(known) and known[reading.numbers[0]]
    ]  # fmt: skip
    return found if best in found else []
