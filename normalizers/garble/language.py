"""The language model: an interpolated Kneser-Ney trigram over syllables, in sorted integer keys and bytes."""

from functools import cache
from pathlib import Path

import numpy as np

BITS = 13  # a word's number has 13 bits, so a pair of a context's index and a word fits 64
STEP = 16.0  # log probabilities are kept as bytes, a sixteenth of a nat apart
PARAMETERS = Path(__file__).parent / "parameters"

_MANY = 2000  # look-ups at a time from which on a table pays
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # spreads keys over the slots of a table: 2^64 over the golden ratio

Numbers = np.ndarray


class LanguageModel:
    """Log probabilities, in nats, of a word after one or two words; words are given by their numbers.

    A context of -1 stands for "not known" and falls back to the shorter context.
    """

    def __init__(self, path: Path) -> None:
        self._pairs: dict[int, float] = {}
        with np.load(path) as data:
            self.words: list[str] = bytes(data["words"]).decode("utf-8").split("\n")
            self.number = {word: index for index, word in enumerate(self.words)}
            size = len(self.words)
            self.unigram = data["unigram"].astype(np.float32)
            self._backoff1 = data["backoff1"].astype(np.float32)
            first = np.repeat(np.arange(size, dtype=np.int64), data["bigram_counts"])
            self._bigram_keys = _Keys(first << BITS | data["bigram_words"])
            self._bigram = data["bigram"].astype(np.float32) / -STEP
            self._backoff2 = data["backoff2"].astype(np.float32) / -STEP
            pairs = np.repeat(np.arange(len(self._bigram), dtype=np.int64), data["trigram_counts"])
            self._trigram_keys = pairs << BITS | data["trigram_words"]
            self._trigram = data["trigram"].astype(np.float32) / -STEP

    def after_one(self, context: Numbers, word: Numbers) -> Numbers:
        """Return log P(word | context) for arrays of the same shape."""
        return self._after_one(context, word)[0]

    def after_two(self, earlier: Numbers, context: Numbers, word: Numbers) -> Numbers:
        """Return log P(word | earlier context) for arrays of the same shape; `earlier` may be -1."""
        shorter, _ = self._after_one(context, word)
        pair, known = self._bigram_keys.find(np.where(earlier < 0, -1, earlier << BITS | context))
        index, found = _find(self._trigram_keys, np.where(known, pair << BITS | word, -1))
        backed_off = shorter + np.where(known, self._backoff2[pair], 0)
        return np.where(found, self._trigram[index], backed_off)

    def pair(self, context: int, word: int) -> float:
        """Return log P(word | context) for two words; the answers are kept."""
        key = context << BITS | word
        if key not in self._pairs:
            self._pairs[key] = float(self.after_one(np.array([context]), np.array([word]))[0])
        return self._pairs[key]

    def _after_one(self, context: Numbers, word: Numbers) -> tuple[Numbers, Numbers]:
        index, found = self._bigram_keys.find(np.where(context < 0, -1, context << BITS | word))
        backed_off = self.unigram[word] + np.where(context < 0, 0, self._backoff1[context])
        return np.where(found, self._bigram[index], backed_off), found


class _Keys:
    """Sorted keys; for many look-ups at a time a table of their places is made, in which a key lies where its hash
    says or in one of the next slots."""

    def __init__(self, keys: Numbers) -> None:
        self._keys = keys
        self._slots: Numbers | None = None
        self._bits = max(8, int(2 * len(keys)).bit_length())

    def find(self, wanted: Numbers) -> tuple[Numbers, Numbers]:
        """See `_find`."""
        if wanted.size < _MANY:
            return _find(self._keys, wanted)
        if self._slots is None:
            self._slots = self._table()
        at = self._hash(wanted)
        index = self._slots[at].astype(np.int64)
        found = self._keys[index] == wanted
        left = np.flatnonzero(~found & (index >= 0))
        while len(left):
            at[left] = (at[left] + 1) & (len(self._slots) - 1)
            index[left] = place = self._slots[at[left]]
            found[left] = here = self._keys[place] == wanted[left]
            left = left[~here & (place >= 0)]
        return index, found

    def _table(self) -> Numbers:
        slots = np.full(1 << self._bits, -1, np.int32)
        left, at = np.arange(len(self._keys), dtype=np.int32), self._hash(self._keys)
        while len(left):
            free = slots[at] < 0
            slots[at[free]] = left[free]
            waiting = slots[at] != left
            left, at = left[waiting], (at[waiting] + 1) & (len(slots) - 1)
        return slots

    def _hash(self, keys: Numbers) -> Numbers:
        return ((keys.astype(np.uint64) * _SPREAD) >> np.uint64(64 - self._bits)).astype(np.int64)


class DocumentModel:
    """The model with what a document says again and again: its word pairs and triples that occur more than once.

    Every count is lowered by one, so that no occurrence speaks for itself alone.
    """

    def __init__(self, model: LanguageModel, sequence: Numbers, weight: float) -> None:
        self._model, self._weight = model, weight
        self.unigram = model.unigram
        a, b, c = sequence[:-2], sequence[1:-1], sequence[2:]
        self._pairs, self._pair_share = _shares(b << BITS | c, BITS)
        self._triples, self._triple_share = _shares(a << 2 * BITS | b << BITS | c, BITS)

    def after_one(self, context: Numbers, word: Numbers) -> Numbers:
        """See `LanguageModel.after_one`."""
        return self._mixed(self._model.after_one(context, word), self._repeated(context << BITS | word))

    def after_two(self, earlier: Numbers, context: Numbers, word: Numbers) -> Numbers:
        """See `LanguageModel.after_two`."""
        key = context << BITS | word
        index, found = _find(self._triples, np.where(earlier < 0, -1, earlier << 2 * BITS | key))
        triple = np.where(found, self._triple_share[index], 0)
        own = np.where(found, 0.7 * triple + 0.3 * self._repeated(key), 0.5 * self._repeated(key))
        return self._mixed(self._model.after_two(earlier, context, word), own)

    def pair(self, context: int, word: int) -> float:
        """See `LanguageModel.pair`."""
        return self._model.pair(context, word)

    def _repeated(self, key: Numbers) -> Numbers:
        index, found = _find(self._pairs, key)
        return np.where(found, self._pair_share[index], 0)

    def _mixed(self, log_p: Numbers, own: Numbers) -> Numbers:
        known = np.flatnonzero(own > 0)
        log_p[known] = np.log((1 - self._weight) * np.exp(log_p[known]) + self._weight * own[known])
        return log_p


def _shares(keys: Numbers, bits: int) -> tuple[Numbers, Numbers]:
    """Sorted keys that occur more than once with the share, lowered by one, of their last word after the others."""
    kinds, counts = np.unique(keys, return_counts=True)
    contexts = kinds >> bits
    starts = np.flatnonzero(np.diff(contexts, prepend=-1))
    totals = np.repeat(np.add.reduceat(counts, starts), np.diff(np.append(starts, len(kinds))))
    again = counts > 1
    if not again.any():
        return np.array([-2]), np.zeros(1)
    return kinds[again], ((counts - 1) / totals)[again]


def _find(keys: Numbers, wanted: Numbers) -> tuple[Numbers, Numbers]:
    """Positions in the sorted keys, and whether each is there; a position that is not there may be any."""
    index = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return index, keys[index] == wanted


@cache
def shipped_model() -> LanguageModel:
    """Return the model that ships with the program, loaded once."""
    return LanguageModel(PARAMETERS / "language.npz")
