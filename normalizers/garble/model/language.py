"""The language model: an interpolated Kneser-Ney trigram over syllables, in sorted integer keys and bytes."""

from functools import cache
from pathlib import Path

import numpy as np

BITS = 13  # a word's number has 13 bits, so a pair of a context's index and a word fits 64
STEP = 16.0  # log probabilities are kept as bytes, a sixteenth of a nat apart
PARAMETERS = Path(__file__).parents[1] / "parameters"

_MANY, _SOME = 2000, 200  # look-ups at a time from which on making a table pays, and using one that is there
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
            self._backoff1 = np.append(data["backoff1"].astype(np.float32), np.float32(0))  # of -1: nothing
            first = np.repeat(np.arange(size, dtype=np.int64), data["bigram_counts"])
            self._bigram_keys = _Keys(first << BITS | data["bigram_words"])
            self._bigram = data["bigram"].astype(np.float32) / -STEP
            self._backoff2 = data["backoff2"].astype(np.float32) / -STEP
            self._rows = np.concatenate([[0], np.cumsum(data["trigram_counts"], dtype=np.int32)])  # a row a bigram
            self._trigram_words = data["trigram_words"]
            self._trigram = data["trigram"]  # bytes still: as floats they would be half of the memory

    def after_one(self, context: Numbers, word: Numbers) -> Numbers:
        """Return log P(word | context) for flat arrays of one length."""
        known, index = self._bigram_keys.find(np.where(context < 0, -1, context << BITS | word))
        log_p: Numbers = self.unigram[word] + self._backoff1[context]
        log_p[known] = self._bigram[index]
        return log_p

    def after_two(self, earlier: Numbers, context: Numbers, word: Numbers) -> Numbers:
        """Return log P(word | earlier context) for flat arrays of one length; `earlier` may be -1."""
        log_p = self.after_one(context, word)
        known, pair = self._bigram_keys.find(np.where(earlier < 0, -1, earlier << BITS | context))
        log_p[known] += self._backoff2[pair]
        found, index = self._in_rows(pair, word[known])
        log_p[known[found]] = self._trigram[index] / -STEP
        return log_p

    def _in_rows(self, pair: Numbers, word: Numbers) -> tuple[Numbers, Numbers]:
        """Return which pairs are followed by their words, and the positions of these trigrams."""
        low, high = self._rows[pair], self._rows[pair + 1]
        open_ = np.flatnonzero(low < high)
        while len(open_):
            middle = (low[open_] + high[open_]) >> 1
            before = self._trigram_words[middle] < word[open_]
            low[open_] = np.where(before, middle + 1, low[open_])
            high[open_] = np.where(before, high[open_], middle)
            open_ = open_[low[open_] < high[open_]]
        place = np.minimum(low, len(self._trigram_words) - 1)
        found = np.flatnonzero((low < self._rows[pair + 1]) & (self._trigram_words[place] == word))
        return found, place[found]

    def pair(self, context: int, word: int) -> float:
        """Return log P(word | context) for two words; the answers are kept."""
        key = context << BITS | word
        if key not in self._pairs:
            at = self._bigram_keys.place(key) if context >= 0 else -1
            self._pairs[key] = float(self._bigram[at] if at >= 0 else self.unigram[word] + self._backoff1[context])
        return self._pairs[key]


class _Keys:
    """Sorted keys; for many look-ups at a time a table of their places is made, in which a key lies where its hash
    says or in one of the next slots."""

    def __init__(self, keys: Numbers) -> None:
        self._keys = keys
        self._slots: Numbers | None = None
        self._slot_keys = np.zeros(0, np.int32)
        self._bits = max(8, int(2 * len(keys)).bit_length())

    def find(self, wanted: Numbers) -> tuple[Numbers, Numbers]:
        """Return the places in `wanted` of those that are there, and their positions in the sorted keys."""
        if wanted.size < (_MANY if self._slots is None else _SOME):
            index, found = _find(self._keys, wanted)
            known = np.flatnonzero(found)
            return known, index[known]
        if self._slots is None:
            self._slots = self._table()
            self._slot_keys = np.where(self._slots < 0, -2, self._keys[self._slots]).astype(np.int32)
        at = self._hash(wanted)
        here = self._slot_keys[at]
        hits = [np.flatnonzero(here == wanted)]
        left = np.flatnonzero((here != wanted) & (here != -2))
        while len(left):
            at[left] = place = (at[left] + 1) & (len(self._slots) - 1)
            here, sought = self._slot_keys[place], wanted[left]
            hits.append(left[here == sought])
            left = left[(here != sought) & (here != -2)]
        places = np.concatenate(hits)
        return places, self._slots[at[places]].astype(np.int64)

    def place(self, wanted: int) -> int:
        """Return the position of one key in the sorted keys, -1 where it is not there."""
        at = int(self._keys.searchsorted(self._keys.dtype.type(wanted)))
        return at if at < len(self._keys) and self._keys[at] == wanted else -1

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

    A place counts as far as it is `sure`, 0 to 1, and every count is lowered by one, so that no occurrence speaks for
    itself alone.
    """

    def __init__(self, model: LanguageModel, sequence: Numbers, sure: Numbers, weight: float) -> None:
        self._model, self._weight = model, weight
        self.unigram = model.unigram
        a, b, c = sequence[:-2], sequence[1:-1], sequence[2:]
        both = np.minimum(sure[1:-1], sure[2:])
        self._pairs, self._pair_share = _shares(b << BITS | c, both, BITS)
        self._triples, self._triple_share = _shares(a << 2 * BITS | b << BITS | c, np.minimum(sure[:-2], both), BITS)
        self._contexts, self._words = np.zeros((2, 1 << BITS), bool)
        self._contexts[self._pairs[self._pairs >= 0] >> BITS] = True
        self._words[self._pairs[self._pairs >= 0] & (1 << BITS) - 1] = True

    def after_one(self, context: Numbers, word: Numbers) -> Numbers:
        """See `LanguageModel.after_one`."""
        return self._mixed(self._model.after_one(context, word), *self._repeated(context, word))

    def after_two(self, earlier: Numbers, context: Numbers, word: Numbers) -> Numbers:
        """See `LanguageModel.after_two`."""
        places, pair = self._repeated(context, word)
        before = earlier[places]
        key = before << 2 * BITS | context[places] << BITS | word[places]
        index, found = _find(self._triples, np.where(before < 0, -1, key))  # a triple is no oftener than its pair
        own = np.where(found, 0.7 * self._triple_share[index] + 0.3 * pair, 0.5 * pair)
        return self._mixed(self._model.after_two(earlier, context, word), places, own)

    def pair(self, context: int, word: int) -> float:
        """See `LanguageModel.pair`."""
        return self._model.pair(context, word)

    def _repeated(self, context: Numbers, word: Numbers) -> tuple[Numbers, Numbers]:
        """Where a pair stands in the document more than once, and its shares there."""
        likely = np.flatnonzero(self._contexts[context] & self._words[word])
        index, found = _find(self._pairs, context[likely] << BITS | word[likely])
        return likely[found], self._pair_share[index[found]]

    def _mixed(self, log_p: Numbers, known: Numbers, own: Numbers) -> Numbers:
        log_p[known] = np.log((1 - self._weight) * np.exp(log_p[known]) + self._weight * own)
        return log_p


def _shares(keys: Numbers, sure: Numbers, bits: int) -> tuple[Numbers, Numbers]:
    """Sorted keys that surely occur more than once, each with the share, lowered by one, that its last word has of all
    places after the others."""
    kinds, kind, counts = np.unique(keys, return_inverse=True, return_counts=True)
    held = np.bincount(kind, weights=sure, minlength=len(kinds))
    contexts = kinds >> bits
    starts = np.flatnonzero(np.diff(contexts, prepend=-1))
    totals = np.repeat(np.add.reduceat(counts, starts), np.diff(np.append(starts, len(kinds))))
    again = held > 1
    if not again.any():
        return np.array([-2]), np.zeros(1)
    return kinds[again], ((held - 1) / totals)[again]


def _find(keys: Numbers, wanted: Numbers) -> tuple[Numbers, Numbers]:
    """Positions in the sorted keys, and whether each is there; a position that is not there may be any."""
    index = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return index, keys[index] == wanted


@cache
def shipped_model() -> LanguageModel:
    """Return the model that ships with the program, loaded once."""
    return LanguageModel(PARAMETERS / "language.npz")
