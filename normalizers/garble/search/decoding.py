"""Decoding: the best sequence of readings under channel and language model, and how sure each choice is.

The chain of chunks is searched coarse to fine: a bigram pass prunes the readings, a trigram pass decides. Both passes
look up all their probabilities at once and then run forward and backward over small matrices.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from normalizers.garble.model.language import DocumentModel, LanguageModel
from normalizers.garble.search.readings import Reading

_NEVER = -1e6
_BREAK = -1.2  # log weight of a new sentence at a line end
_WIDEST = 8
_PRUNE = 9.0  # nats behind the best sequence at which a reading is given up after the bigram pass


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading chosen for a chunk, the runner-up, and by how many nats it is ahead.

    `reading` is None where the reading of the chunk before took this chunk too.
    """

    reading: Reading | None
    second: Reading | None
    margin: float


@dataclass(frozen=True)
class Position:
    """A chunk of the chain: its readings, and whether a line (and so perhaps a sentence) begins with it."""

    readings: list[Reading]
    line_start: bool


Entry = tuple[Reading, int]  # a reading and, where the one before took its place, that one's index
Second = Callable[
    [list[list[Entry]], list[np.ndarray], list[int], np.ndarray],
    tuple[list[np.ndarray], list[int]],
]
"""A second opinion: entries, their values, the best of them and the line starts in, values and the best out."""


def decode(
    positions: list[Position], model: LanguageModel | DocumentModel, second: Second | None = None
) -> list[Choice]:
    """Return the choice for every position of the chain; `second` may change them at the end."""
    if not positions:
        return []
    chain = _Chain(positions, model)
    chain.prune()
    return chain.choose(second)


class _Chain:
    """The entries (readings, and places taken by the reading before) of all positions, as flat arrays."""

    def __init__(self, positions: list[Position], model: LanguageModel | DocumentModel) -> None:
        self.model = model
        self.entries: list[list[Entry]] = []  # reading and, where it is taken, the taker's index
        takers: list[int] = []
        for position in positions:
            taken = [(self.entries[-1][index][0], index) for index in takers]
            readings = position.readings
            self.entries.append([(r, -1) for r in readings] + taken if taken else [(r, -1) for r in readings])
            takers = [i for i, r in enumerate(readings) if r.takes_next] if readings[-1].takes_next else []
        self.line_start = np.array([p.line_start for p in positions])
        self._fill()

    def _fill(self) -> None:
        readings = [r for entries in self.entries for r, _ in entries]
        numbers = [r.numbers for r in readings]
        self.takes_next = np.array([r.takes_next for r in readings])
        self.first = np.array([own[0] for own in numbers])
        self.last = self.first.copy()
        self.earlier = np.full(len(readings), -1)
        self.own = -np.array([r.cost for r in readings])
        for at in [index for index, own in enumerate(numbers) if len(own) > 1]:
            *_, self.earlier[at], self.last[at] = numbers[at]
            self.own[at] = self._inside(readings[at]) - readings[at].cost
        self._place()
        begun = self.model.after_one(np.zeros_like(self.first), self.first) + _BREAK
        self.fresh = np.where(np.repeat(self.line_start, self.sizes), begun, -np.inf)

    def _place(self) -> None:
        """Work out what depends on the places of the entries."""
        self.sizes = np.array([len(entries) for entries in self.entries])
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)])
        self.index = np.arange(self.starts[-1]) - np.repeat(self.starts[:-1], self.sizes)
        self.taken = np.array([taker for entries in self.entries for _, taker in entries])
        self.takes = self.takes_next & (self.taken < 0)
        self.local = np.where(self.taken >= 0, 0.0, self.own)

    def _inside(self, reading: Reading) -> float:
        numbers = reading.numbers
        if len(numbers) == 1:
            return 0.0
        return sum(self.model.pair(a, b) for a, b in zip(numbers, numbers[1:], strict=False))

    def _pairs(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Indices of all neighbouring pairs of entries, and where each position's pairs start."""
        sizes = self.sizes[:-1] * self.sizes[1:]
        starts = np.concatenate([[0], np.cumsum(sizes)])
        at = np.repeat(np.arange(len(sizes)), sizes)
        within = np.arange(starts[-1]) - starts[at]
        left = self.starts[at] + within // self.sizes[at + 1]
        right = self.starts[at + 1] + within % self.sizes[at + 1]
        return left, right, starts

    def _links(self, left: np.ndarray, right: np.ndarray, scores: np.ndarray) -> np.ndarray:
        """Scores with the bond between a reading that takes the next chunk and the place that it takes."""
        bound = self.taken[right] == self.index[left]
        scores = np.where(self.taken[right] >= 0, np.where(bound & self.takes[left], 0.0, _NEVER), scores)
        return np.where(self.takes[left] & (self.taken[right] < 0), _NEVER, scores)

    def _begin(self, right: np.ndarray, scores: np.ndarray) -> np.ndarray:
        """Scores where a new sentence may begin with a line."""
        return np.maximum(scores, self.fresh[right])

    def prune(self) -> None:
        """Give up readings that are far behind the best sequence under bigrams."""
        left, right, starts = self._pairs()
        scores = self.model.after_one(self.last[left], self.first[right])
        scores = self._links(left, right, self._begin(right, scores))
        through = self._through(scores, starts)
        near = np.flatnonzero(through >= through.max() - _PRUNE)
        parts = np.split(near, np.searchsorted(near, self.starts[1:-1]))
        renamed: dict[int, int] = {}
        for at, (entries, start) in enumerate(zip(self.entries, self.starts.tolist(), strict=False)):
            part = parts[at]
            if len(part) > _WIDEST:
                values = through[part]
                part = parts[at] = part[values >= np.sort(values)[-_WIDEST]]
            previous, renamed = renamed, {old: new for new, old in enumerate((part - start).tolist())}
            self.entries[at] = [
                (entries[i][0], previous.get(entries[i][1], -2) if entries[i][1] >= 0 else -1) for i in renamed
            ]
        self._keep(np.concatenate(parts))

    def _keep(self, kept: np.ndarray) -> None:
        """Take over what is known of the entries that are left."""
        self.first, self.last, self.earlier = self.first[kept], self.last[kept], self.earlier[kept]
        self.takes_next, self.own, self.fresh = self.takes_next[kept], self.own[kept], self.fresh[kept]
        self._place()

    def _through(self, scores: np.ndarray, starts: np.ndarray) -> np.ndarray:
        """For every entry the score of the best sequence through it."""
        count = len(self.sizes)
        local = [self.local[self.starts[t] : self.starts[t + 1]] for t in range(count)]
        tables = [scores[starts[t] : starts[t + 1]].reshape(self.sizes[t], self.sizes[t + 1]) for t in range(count - 1)]
        forward, backward = [local[0]], [np.zeros_like(local[-1])]
        for t in range(1, count):
            forward.append((forward[-1][:, None] + tables[t - 1]).max(axis=0) + local[t])
        for t in range(count - 2, -1, -1):
            backward.append((tables[t] + (local[t + 1] + backward[-1])[None, :]).max(axis=1))
        return np.concatenate(forward) + np.concatenate(backward[::-1])

    def choose(self, second: Second | None = None) -> list[Choice]:
        """Return the best sequence under trigrams with the margins of its choices."""
        count = len(self.sizes)
        begin = self.model.after_one(np.zeros(self.sizes[0], np.int64), self.first[: self.sizes[0]])
        local = [self.local[self.starts[t] : self.starts[t + 1]] for t in range(count)]
        if count == 1:
            return [_choice(self.entries[0], local[0] + begin, int((local[0] + begin).argmax()))]
        left, right, starts = self._pairs()
        scores = self._links(left, right, self._begin(right, self.model.after_one(self.last[left], self.first[right])))
        state = (local[0] + begin)[:, None] + scores[: starts[1]].reshape(self.sizes[0], self.sizes[1]) + local[1]
        forward, tables = [state], self._triples()
        for t in range(2, count):
            forward.append((forward[-1][:, :, None] + tables[t - 2]).max(axis=0) + local[t])
        backward = [np.zeros_like(forward[-1])]
        for t in range(count - 1, 1, -1):
            backward.append((tables[t - 2] + (local[t] + backward[-1])[None, :, :]).max(axis=2))
        totals = [f + b for f, b in zip(forward, backward[::-1], strict=True)]
        path = self._path(forward, tables)
        values = [totals[0].max(axis=1)] + [total.max(axis=0) for total in totals]
        if second is not None:
            values, path = second(self.entries, values, path, self.line_start)
        return [_choice(self.entries[t], values[t], path[t]) for t in range(count)]

    def _triples(self) -> list[np.ndarray]:
        """Scores of the third of three neighbouring entries, a table for every position from the third on."""
        sizes = self.sizes[:-2] * self.sizes[1:-1] * self.sizes[2:]
        starts = np.concatenate([[0], np.cumsum(sizes)])
        at = np.repeat(np.arange(len(sizes)), sizes)
        within = np.arange(starts[-1]) - starts[at]
        third = self.sizes[at + 2]
        a = self.starts[at] + within // third // self.sizes[at + 1]
        b = self.starts[at + 1] + within // third % self.sizes[at + 1]
        c = self.starts[at + 2] + within % third
        before = np.where((self.earlier[b] >= 0) | (self.taken[b] >= 0), self.earlier[b], self.last[a])
        scores = self.model.after_two(before, self.last[b], self.first[c])
        scores = self._links(b, c, self._begin(c, scores))
        return [
            scores[starts[t] : starts[t + 1]].reshape(self.sizes[t], self.sizes[t + 1], self.sizes[t + 2])
            for t in range(len(sizes))
        ]

    def _path(self, forward: list[np.ndarray], tables: list[np.ndarray]) -> list[int]:
        b, c = np.unravel_index(int(forward[-1].argmax()), forward[-1].shape)
        path = [int(c), int(b)]
        for t in range(len(forward) - 2, -1, -1):
            a = int((forward[t][:, path[-1]] + tables[t][:, path[-1], path[-2]]).argmax())
            path.append(a)
        return path[::-1]


def _choice(entries: list[tuple[Reading, int]], values: np.ndarray, index: int) -> Choice:
    reading, taker = entries[index]
    rivals = [i for i in range(len(entries)) if entries[i][0].text.lower() != reading.text.lower()]
    if not rivals:
        return Choice(None if taker >= 0 else reading, None, 99.0)
    second = max(rivals, key=lambda i: values[i])
    margin = float(values[index] - values[second])
    return Choice(None if taker >= 0 else reading, entries[second][0], margin)
