"""Search of the lexicon for the words that observed strings may stand for, many strings at a time."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from normalizers.garble.channel import LONGEST, Channel
from normalizers.garble.lexicon import CAPITAL, Lexicon

_BATCH = 96
RARITY = 0.7  # how much a word's rarity counts when the most promising words are chosen
_FAR = np.float32(1e9)


@dataclass(frozen=True, slots=True)
class Found:
    """Words of the lexicon for a string with their costs, the most promising first.

    `beginnings` holds the cost of the cheapest word for every length of a beginning of the string.
    """

    words: list[tuple[int, float]]
    beginnings: np.ndarray


def search_all(
    observed: list[str], lexicon: Lexicon, channel: Channel, *, mode: str, most: int, beyond: float = 8.0
) -> list[Found]:
    """Return for every string the `most` promising words, none dearer than the cheapest by more than `beyond` nats."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for index, string in enumerate(observed):
        by_length[len(string)].append(index)
    found: dict[int, Found] = {}
    for indices in by_length.values():
        for start in range(0, len(indices), _BATCH):
            batch = indices[start : start + _BATCH]
            results = _Batch([observed[i] for i in batch], channel).run(lexicon, mode, most, beyond)
            found.update(zip(batch, results, strict=True))
    return [found[index] for index in range(len(observed))]


class _Batch:
    """The search for strings of one length: rows of (string, node of the trie) go down the trie level by level."""

    def __init__(self, strings: list[str], channel: Channel) -> None:
        self.count, self.width = len(strings), len(strings[0]) + 1
        self.deletion = channel.costs("").astype(np.float32)
        self.emitted: list[np.ndarray] = []  # by size - 1: costs [string, letter, start]
        for size in range(1, min(LONGEST, self.width - 1) + 1):
            starts = range(self.width - size)
            costs = [[channel.costs(s[i : i + size]) for i in starts] for s in strings]
            self.emitted.append(np.ascontiguousarray(np.array(costs, np.float32).transpose(0, 2, 1)))
        self.rest = self._least_rest()

    def _least_rest(self) -> np.ndarray:
        """The least that the characters from a position to the end can cost, whatever the letters."""
        least = [costs.min(axis=1) for costs in self.emitted]
        rest = np.zeros((self.count, self.width), np.float32)
        for start in range(self.width - 2, -1, -1):
            sizes = range(1, min(LONGEST, self.width - 1 - start) + 1)
            rest[:, start] = np.min([least[n - 1][:, start] + rest[:, start + n] for n in sizes], axis=0)
        return rest

    def run(self, lexicon: Lexicon, mode: str, most: int, beyond: float) -> list[Found]:
        """Search a lexicon; see `search_all`."""
        string, node = np.arange(self.count), np.zeros(self.count, np.int64)
        row = np.full((self.count, self.width), _FAR)
        row[:, 0] = 0
        bound = np.full(self.count, _FAR)
        beginnings = np.full((self.count, self.width), _FAR)
        ends: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        for depth, level in enumerate(lexicon.levels):
            children = level.first[node + 1] - level.first[node]
            if not children.sum():
                break
            origin = np.repeat(np.arange(len(node)), children)
            offset = np.repeat(level.first[node] - np.cumsum(children) + children, children)
            node = np.arange(len(origin)) + offset
            string = string[origin]
            shift = CAPITAL if mode == "upper" or (mode == "title" and not depth) else 0
            row = self._step(row.take(origin, axis=0), string, level.letter[node] + shift)
            last = np.flatnonzero(level.word[node] >= 0)
            if len(last):
                _lower(beginnings, string[last], row[last])
                _lower(bound, string[last], row[last, -1] + beyond)
                ends.append((string[last], level.word[node[last]], row[last, -1]))
            hope = (row + self.rest[string]).min(axis=1)
            limit = np.full(self.count, _FAR)
            _lower(limit, string, hope + np.float32(beyond + 1))
            kept = np.flatnonzero(hope <= np.minimum(bound, limit)[string])
            string, node, row = string[kept], node[kept], row[kept]
        return self._collect(ends, lexicon.rarity * RARITY, (bound, beginnings), most)

    def _step(self, above: np.ndarray, string: np.ndarray, letter: np.ndarray) -> np.ndarray:
        row = above + self.deletion[letter][:, None]
        place = string * len(self.deletion) + letter
        for size, costs in enumerate(self.emitted, 1):
            step = costs.reshape(-1, costs.shape[2]).take(place, axis=0)
            step += above[:, :-size]
            np.minimum(row[:, size:], step, out=row[:, size:])
        return row

    def _collect(
        self,
        ends: list[tuple[np.ndarray, np.ndarray, np.ndarray]],
        rarity: np.ndarray,
        limits: tuple[np.ndarray, np.ndarray],
        most: int,
    ) -> list[Found]:
        bound, beginnings = limits
        if not ends:
            return [Found([], beginnings[i]) for i in range(self.count)]
        string, word, cost = (np.concatenate(column) for column in zip(*ends, strict=True))
        good = np.flatnonzero(cost <= bound[string])
        order = good[np.lexsort((word[good], cost[good] + rarity[word[good]], string[good]))]
        string, word, cost = string[order], word[order], cost[order]
        starts = np.searchsorted(string, np.arange(self.count + 1))
        return [
            Found(list(zip(word[a : min(b, a + most)].tolist(), cost[a : min(b, a + most)].tolist(), strict=True)), own)
            for a, b, own in zip(starts[:-1].tolist(), starts[1:].tolist(), beginnings, strict=True)
        ]


def _lower(target: np.ndarray, groups: np.ndarray, values: np.ndarray) -> None:
    """Lower every group's entry of `target` to the least of its values; `groups` is in order."""
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    which = groups[starts]
    target[which] = np.minimum(target[which], np.minimum.reduceat(values, starts, axis=0))
