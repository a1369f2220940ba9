"""Decoding: the best sequence of readings under channel and language model, and how sure each choice is.

The chain of chunks is searched coarse to fine: a bigram pass prunes the readings, a trigram pass decides. Both passes
look up all their probabilities at once and then run forward and backward over small matrices.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from normalizers.garble.model.language import DocumentModel, LanguageModel
from normalizers.garble.search.readings import Reading

_NEVER = -1e6
_BREAK = -1.2  # log weight of a new sentence at a line end
_WIDEST = 8
_ONE, _ONE_PAIR = np.zeros(1), np.zeros((1, 1))  # scores where there is nothing to choose
_AGREED = 0.65  # of a nat of the second search is one: the models of the words around say the same in part
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
Around = Callable[[list[list[Entry]], list[int], np.ndarray], list[np.ndarray]]
"""What the words around say: entries, the best of them and the line starts in, what is added to their scores out."""
Second = Callable[[list[list[Entry]], list[np.ndarray], list[int], np.ndarray], tuple[list[np.ndarray], list[int]]]
"""A second opinion: entries, their values, the best of them and the line starts in, values and the best out."""


def decode(
    positions: list[Position],
    model: LanguageModel | DocumentModel,
    around: Around | None = None,
    second: Second | None = None,
) -> list[Choice]:
    """Return the choice for every position of the chain.

    With `around` the best sequence is searched once more with what it says about the first one; `second` may change
    the choices at the end.
    """
    if not positions:
        return []
    chain = _Chain(positions, model)
    chain.prune()
    return chain.choose(around, second)


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
        following = np.repeat(self.sizes[1:], self.sizes[:-1])  # of every entry: how many stand at the next position
        left, right = _crossed(following, np.repeat(self.starts[1:-1], self.sizes[:-1]))
        return left, right, np.concatenate([[0], np.cumsum(self.sizes[:-1] * self.sizes[1:])])

    def _bind(self, tables: list[np.ndarray], first: int) -> None:
        """Put into tables of scores the bond between a reading that takes the next chunk and the place that it takes,
        and a new sentence where one may begin with a line.

        The last axis of a table stands for the entries of a position, from `first` on, the one before it for those of
        the position before.
        """
        takes = np.logical_or.reduceat(self.takes, self.starts[:-1])
        taken = np.logical_or.reduceat(self.taken >= 0, self.starts[:-1])
        for at in (np.flatnonzero(self.line_start[first:]) + first).tolist():
            table = tables[at - first]
            np.maximum(table, self.fresh[self.starts[at] : self.starts[at + 1]], out=table)
        for at in (np.flatnonzero(takes[first - 1 : -1] | taken[first:]) + first).tolist():
            table = tables[at - first]
            before, own = slice(*self.starts[at - 1 : at + 1]), slice(*self.starts[at : at + 2])
            taker, place = self.takes[before][:, None], self.taken[own]
            bound = taker & (place == self.index[before][:, None])
            table[...] = np.where(place >= 0, np.where(bound, 0.0, _NEVER), np.where(taker, _NEVER, table))

    def prune(self) -> None:
        """Give up readings that are far behind the best sequence under bigrams."""
        left, right, starts = self._pairs()
        through = self._through(self._tables(left, right, starts))
        best = np.repeat(np.maximum.reduceat(through, self.starts[:-1]), self.sizes)
        near = np.flatnonzero(through >= best - _PRUNE)
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

    def _tables(self, left: np.ndarray, right: np.ndarray, starts: np.ndarray) -> list[np.ndarray]:
        """Scores of the second of two neighbouring entries, a table for every position from the second on."""
        scores = self.model.after_one(self.last[left], self.first[right])
        bounds, sizes = starts.tolist(), self.sizes.tolist()
        tables = [scores[bounds[t] : bounds[t + 1]].reshape(sizes[t], sizes[t + 1]) for t in range(len(sizes) - 1)]
        self._bind(tables, 1)
        return tables

    def _through(self, tables: list[np.ndarray]) -> np.ndarray:
        """For every entry the score of the best sequence through it, less what is the same for all of its position.

        What stands on both sides of a position with one entry is independent of each other: there the score is 0.
        """
        sizes, starts = self.sizes.tolist(), self.starts.tolist()
        local = [self.local[start:end] for start, end in pairwise(starts)]
        forward, backward = [local[0]], [np.zeros_like(local[-1])]
        for t in range(1, len(sizes)):
            forward.append(_ONE if sizes[t] == 1 else (forward[-1][:, None] + tables[t - 1]).max(axis=0) + local[t])
        for t in range(len(sizes) - 2, -1, -1):
            alone = sizes[t] == 1
            backward.append(_ONE if alone else (tables[t] + (local[t + 1] + backward[-1])[None, :]).max(axis=1))
        return np.concatenate(forward) + np.concatenate(backward[::-1])

    def choose(self, around: Around | None = None, second: Second | None = None) -> list[Choice]:
        """Return the best sequence under trigrams with the margins of its choices; see `decode`."""
        count = len(self.sizes)
        begin = self.model.after_one(np.zeros(self.sizes[0], np.int64), self.first[: self.sizes[0]])
        local = [self.local[self.starts[t] : self.starts[t + 1]] for t in range(count)]
        if count == 1:
            return [_choice(self.entries[0], local[0] + begin, int((local[0] + begin).argmax()))]
        left, right, starts = self._pairs()
        bond = begin[:, None] + self._tables(left, right, starts)[0]
        tables = self._triples(left, right)
        forward = self._forward(local, bond, tables)
        path = self._path(forward, tables)
        if around is not None:
            local = [own + said for own, said in zip(local, around(self.entries, path, self.line_start), strict=True)]
            forward = self._forward(local, bond, tables)
            path = self._path(forward, tables)
        totals = [f + b for f, b in zip(forward, self._backward(local, tables), strict=True)]
        nat = 1.0 if around is None else _AGREED
        values = [nat * totals[0].max(axis=1)] + [nat * total.max(axis=0) for total in totals]
        if second is not None:
            values, path = second(self.entries, values, path, self.line_start)
        return [_choice(self.entries[t], values[t], path[t]) for t in range(count)]

    def _forward(self, local: list[np.ndarray], bond: np.ndarray, tables: list[np.ndarray]) -> list[np.ndarray]:
        """Scores of the best sequences up to each pair of entries; `bond` ties the first two positions."""
        alone = self._alone()
        forward = [local[0][:, None] + bond + local[1]]
        for t in range(2, len(local)):
            one = alone[t - 1]
            forward.append(_ONE_PAIR if one else (forward[-1][:, :, None] + tables[t - 2]).max(axis=0) + local[t])
        return forward

    def _backward(self, local: list[np.ndarray], tables: list[np.ndarray]) -> list[np.ndarray]:
        """Scores of the best sequences from each pair of entries on, without their own."""
        alone = self._alone()
        backward = [np.zeros((len(local[-2]), len(local[-1])))]
        for t in range(len(local) - 1, 1, -1):
            one = alone[t - 2]
            backward.append(_ONE_PAIR if one else (tables[t - 2] + (local[t] + backward[-1])[None, :, :]).max(axis=2))
        return backward[::-1]

    def _alone(self) -> list[bool]:
        """Which neighbouring positions have one entry each: what stands on both sides of them is independent."""
        return [a == b == 1 for a, b in pairwise(self.sizes.tolist())]

    def _triples(self, left: np.ndarray, right: np.ndarray) -> list[np.ndarray]:
        """Scores of the third of three neighbouring entries, a table for every position from the third on; `left` and
        `right` are the neighbouring pairs."""
        sizes = self.sizes.tolist()
        count = self.sizes[:-2] * self.sizes[1:-1]
        pair, c = _crossed(np.repeat(self.sizes[2:], count), np.repeat(self.starts[2:-1], count))
        a, b = left[pair], right[pair]
        before = np.where((self.earlier[b] >= 0) | (self.taken[b] >= 0), self.earlier[b], self.last[a])
        scores = self.model.after_two(before, self.last[b], self.first[c])
        starts = np.concatenate([[0], np.cumsum(count * self.sizes[2:])]).tolist()
        tables = [
            scores[starts[t] : starts[t + 1]].reshape(sizes[t], sizes[t + 1], sizes[t + 2]) for t in range(len(count))
        ]
        self._bind(tables, 2)
        return tables

    def _path(self, forward: list[np.ndarray], tables: list[np.ndarray]) -> list[int]:
        b, c = np.unravel_index(int(forward[-1].argmax()), forward[-1].shape)
        path = [int(c), int(b)]
        for t in range(len(forward) - 2, -1, -1):
            a = (
                0
                if len(forward[t]) == 1
                else int((forward[t][:, path[-1]] + tables[t][:, path[-1], path[-2]]).argmax())
            )
            path.append(a)
        return path[::-1]


def _crossed(counts: np.ndarray, starts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The indices of `counts`, each as often as it says, and beside them the numbers counted up from its start."""
    ends = np.cumsum(counts)
    one = np.repeat(np.arange(len(counts)), counts)
    return one, np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - counts), counts)


def _choice(entries: list[tuple[Reading, int]], values: np.ndarray, index: int) -> Choice:
    reading, taker = entries[index]
    rivals = [i for i in range(len(entries)) if not _is_same(entries[i][0], reading)]
    if not rivals:
        return Choice(None if taker >= 0 else reading, None, 99.0)
    second = max(rivals, key=lambda i: values[i])
    margin = float(values[index] - values[second])
    return Choice(None if taker >= 0 else reading, entries[second][0], margin)


def _is_same(reading: Reading, other: Reading) -> bool:
    """Whether two readings are one: a word in another case, or with the mark of its tone in another place."""
    if reading.kind == other.kind == "garble.word" and reading.numbers == other.numbers:
        return True
    return reading.text.lower() == other.text.lower()
