"""Invented scanners: what each prints for the words of a corpus, and what the search of the lexicon makes of that."""

from collections import defaultdict
from dataclasses import dataclass
from random import Random

import numpy as np

from normalizers.garble.model.channel import Channel, Counts, Mixture
from normalizers.garble.model.confusions import read_channel, read_counts, shipped_channel
from normalizers.garble.model.language import PARAMETERS, shipped_model
from normalizers.garble.model.lexicon import SYMBOL, SYMBOLS, syllables
from normalizers.garble.search.lookup import RARITY, search_all

CANDIDATES = 10
FAR = 60.0  # cost in nats of an empty place among the candidates
_PLAIN = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]{}|!?@&$%#*+-=/\\<>.,;:'\"^~€£§®©éèêâàôöüûñçïî"
)
_SAMPLES = 256
_LONGEST = 12
_SHARE = 0.8  # of a document's confusions that its repair learns


@dataclass(frozen=True)
class Garbled:
    """What a scanner prints for words: those of word i are the rows from `first[i]` to `first[i + 1]`, each with the
    numbers of its candidates in the language model and their costs."""

    first: np.ndarray
    words: np.ndarray
    costs: np.ndarray


class Scanners:
    """Draws scanners; each has habits of its own around those that were counted."""

    def __init__(self, seed: int) -> None:
        table = PARAMETERS / "confusions.tsv"
        self._random, self._numbers = Random(seed), np.random.default_rng(seed)
        sources = read_counts(table)
        self._pool = sorted({"", *_PLAIN, *(s for counts in sources.values() for v in counts.values() for s in v)})
        channels: list[Channel | Mixture] = [read_channel(table, frozenset((source,))) for source in sources]
        self._habits = [self._shares(channel) for channel in (*channels, Channel())]
        self._same = np.array([[float(symbol == string) for string in self._pool] for symbol in SYMBOLS])
        self._ascii = np.array([symbol.isascii() for symbol in SYMBOLS]) & (self._same.sum(axis=1) > 0)

    def _shares(self, channel: Channel | Mixture) -> np.ndarray:
        shares = np.exp(-np.stack([channel.costs(string) for string in self._pool], axis=1))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True))

    def draw(self) -> list[list[str]]:
        """Return samples of what a scanner prints for every letter of `SYMBOLS`."""
        chance = self._numbers
        mixed = np.tensordot(chance.dirichlet([0.4] * len(self._habits)), np.stack(self._habits), axes=1)
        drawn = chance.gamma(np.maximum(mixed * np.exp(chance.uniform(np.log(2), np.log(40))), 1e-3))
        drawn[mixed < 2e-4] *= 0.2
        drawn /= drawn.sum(axis=1, keepdims=True)
        kept = np.where(self._ascii, chance.uniform(0.6, 0.97), 0)[:, None]
        shares = (1 - kept) * drawn + kept * self._same
        return [[self._pool[i] for i in chance.choice(len(self._pool), _SAMPLES, p=row / row.sum())] for row in shares]

    def garbled(self, printed: list[str], often: int) -> Garbled:
        """Return what a new scanner prints for words, the most frequent first, three times for the first `often`."""
        samples = self.draw()
        channel = self._learned(printed, samples)
        strings = [(self._print(w, samples), i) for i, w in enumerate(printed) for _ in range(3 if i < often else 1)]
        wanted: dict[str, set[str]] = defaultdict(set)
        for string, index in strings:
            wanted[case_of(printed[index])].add(string)
        found = {}
        for case, own in wanted.items():
            ordered = sorted(own)
            hits = search_all(ordered, syllables(), channel, mode=case, most=14, beyond=9.0)
            found.update({(string, case): _by_number(hit.words) for string, hit in zip(ordered, hits, strict=True)})
        words = np.zeros((len(strings), CANDIDATES), np.int64)
        costs = np.full((len(strings), CANDIDATES), FAR, np.float32)
        for row, (string, index) in enumerate(strings):
            for column, (number, cost) in enumerate(found[string, case_of(printed[index])]):
                words[row, column], costs[row, column] = number, cost
        first = np.searchsorted([index for _, index in strings], np.arange(len(printed) + 1))
        return Garbled(first, words, costs)

    def _print(self, word: str, samples: list[list[str]]) -> str:
        parts = [samples[SYMBOL[c]][self._random.randrange(_SAMPLES)] if c in SYMBOL else c for c in word]
        return "".join(parts)[:_LONGEST] or "."

    def _learned(self, printed: list[str], samples: list[list[str]]) -> Channel:
        """The channel that repair would have learned from a document of this scanner."""
        counts: Counts = defaultdict(lambda: defaultdict(float))
        ranks = np.arange(1, len(printed) + 1, dtype=float)
        size = self._random.choice((400, 1000, 2500, 4000))
        for index in self._numbers.choice(len(printed), size, p=(1 / ranks) / (1 / ranks).sum()).tolist():
            for letter in printed[index]:
                if letter in SYMBOL:
                    counts[SYMBOL[letter]][samples[SYMBOL[letter]][self._random.randrange(_SAMPLES)]] += _SHARE
        return shipped_channel().learned(counts, strength=4.0)


def case_of(word: str) -> str:
    """Return the case that a word stands in, as the search calls it."""
    return "upper" if len(word) > 1 and word.isupper() else "title" if word[0].isupper() else "lower"


def _by_number(words: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The cheapest spelling of every word, the most promising words first."""
    numbers, rarity = syllables().numbers, -RARITY * shipped_model().unigram
    best: dict[int, float] = {}
    for index, cost in words:
        number = int(numbers[index])
        best[number] = min(cost, best.get(number, FAR))
    return sorted(best.items(), key=lambda item: item[1] + float(rarity[item[0]]))[:CANDIDATES]
