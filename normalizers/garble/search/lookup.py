"""Search of the lexicon for the words that observed strings may stand for, many strings at a time.

A word is a head and a tail (see `lexicon`): there are few heads and few hundred tails, so what each costs for every
beginning, and every end, of a string is worked out for all of them, and a word costs the best sum over the places to
cut. No word is missed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from normalizers.garble.model.channel import LONGEST, Costs
from normalizers.garble.model.lexicon import CAPITAL, Lexicon, Tree

_BATCH, _STRETCHED = 64, 1.5  # strings at a time, the longest so many times as long as the shortest
RARITY = 0.7  # how much a word's rarity counts when the most promising words are chosen
_LONGEST_HEAD = 6  # characters that the first consonants may have been printed as, at the most
_FAR = np.float32(1e9)
_STEPS, _FARTHEST_STEP = 4, 31  # steps a nat in which candidates are counted, and the last of them


@dataclass(frozen=True, slots=True)
class Found:
    """Words of the lexicon for a string with their costs, the most promising first."""

    words: list[tuple[int, float]]


def search_all(
    observed: list[str], lexicon: Lexicon, channel: Costs, *, mode: str, most: int, beyond: float = 8.0
) -> list[Found]:
    """Return for every string the `most` promising words by cost and rarity, none further than `beyond` nats behind."""
    rarity = lexicon.rarity * RARITY
    found: dict[int, Found] = {}
    for batch, costs in _batches(observed, lexicon, channel, mode):
        found.update(zip(batch, _promising(costs, rarity, most, beyond), strict=True))
    return [found[index] for index in range(len(observed))]


def least_all(observed: list[str], lexicon: Lexicon, channel: Costs, *, mode: str) -> list[float]:
    """Return for every string what the cheapest word for it costs."""
    found: dict[int, float] = {}
    for batch, costs in _batches(observed, lexicon, channel, mode):
        found.update(zip(batch, _least(costs).tolist(), strict=True))
    return [found[index] for index in range(len(observed))]


def costs_of(observed: list[str], lexicon: Lexicon, channel: Costs, *, mode: str) -> np.ndarray:
    """Return what every word of the lexicon costs for every string, as an array [string, word]."""
    found = np.empty((len(observed), len(lexicon.spellings)), np.float32)
    for batch, costs in _batches(observed, lexicon, channel, mode):
        found[batch] = costs.T
    return found


def _batches(
    observed: list[str], lexicon: Lexicon, channel: Costs, mode: str
) -> Iterator[tuple[list[int], np.ndarray]]:
    """Strings of about one length at a time, as their places, and the costs [word, string] of all words for them."""
    channel.fill(
        {s[i : i + size] for s in observed for size in range(1, LONGEST + 1) for i in range(len(s) - size + 1)}
    )
    order = sorted(range(len(observed)), key=lambda index: len(observed[index]))
    while order:
        longest = len(observed[order[0]]) * _STRETCHED
        size = next((n for n, i in enumerate(order[:_BATCH]) if len(observed[i]) > longest), _BATCH)
        batch, order = order[:size], order[size:]
        yield batch, _Batch([observed[i] for i in batch], channel).costs(lexicon, mode)


class _Batch:
    """Strings of about one length, with what letters cost for each of their parts: arrays [start, letter, string].

    A string's end is the row of its length; beyond it everything is far.
    """

    def __init__(self, strings: list[str], channel: Costs) -> None:
        self.count = len(strings)
        self.ends = np.array([len(string) for string in strings])
        self.width = int(self.ends.max()) + 1
        self.deletion = channel.costs("").astype(np.float32)
        self.emitted: list[np.ndarray] = []  # by size - 1
        far = np.full(len(self.deletion), _FAR)
        for size in range(1, min(LONGEST, self.width - 1) + 1):
            parts = [s[i : i + size] for i in range(self.width - size) for s in strings]
            place = {part: index for index, part in enumerate(dict.fromkeys(parts))}
            table = np.array([channel.costs(part) if len(part) == size else far for part in place], np.float32)
            taken = np.array([place[part] for part in parts]).reshape(-1, self.count)
            self.emitted.append(np.ascontiguousarray(table[taken].transpose(0, 2, 1)))

    def costs(self, lexicon: Lexicon, mode: str) -> np.ndarray:
        """Return the costs of all words of a lexicon as an array [word, string]."""
        shift = CAPITAL if mode == "upper" else 0
        first = CAPITAL if mode in ("upper", "title") else 0
        heads = self._grown(lexicon.heads, (first, shift), forward=True)
        tails = self._grown(lexicon.tails, (shift, shift), forward=False)
        best, whole, head = np.empty((3, len(lexicon.spellings), self.count), np.float32)
        best.fill(_FAR)
        for cut in range(min(self.width, _LONGEST_HEAD + 1)):
            since = lexicon.short if cut > LONGEST else 0  # what one letter was printed as is no longer than that
            tails[cut].take(lexicon.tail_of[since:], axis=0, out=whole[since:], mode="clip")
            heads[cut].take(lexicon.head_of[since:], axis=0, out=head[since:], mode="clip")
            np.add(whole[since:], head[since:], out=whole[since:])
            np.minimum(best[since:], whole[since:], out=best[since:])
        return best

    def _grown(self, tree: Tree, shifts: tuple[int, int], *, forward: bool) -> np.ndarray:
        """Costs [cut, node, string] of all nodes of a tree for what stands before the cut, or after it."""
        width = min(self.width, _LONGEST_HEAD + 1) if forward else self.width
        row = np.full((width, 1, self.count), _FAR)
        row[0 if forward else self.ends, 0, np.arange(self.count)] = 0
        rows = [row]
        for depth, (parent, letter) in enumerate(tree.levels):
            above, symbol = row.take(parent, axis=1), letter + shifts[depth > 0]
            row = above + self.deletion[symbol][:, None]
            for size, costs in enumerate(self.emitted, 1):
                step = costs[: width - size].take(symbol, axis=1)
                step += above[:-size] if forward else above[size:]
                target = row[size:] if forward else row[:-size]
                np.minimum(target, step, out=target)
            rows.append(row)
        return np.concatenate(rows, axis=1)


def _least(ranks: np.ndarray) -> np.ndarray:
    """The least of every column, found by halves: a row is too short for a fast sweep of its own."""
    while len(ranks) > 1:
        half = len(ranks) // 2
        rest = ranks[2 * half :]
        ranks = np.minimum(ranks[:half], ranks[half : 2 * half])
        if len(rest):
            np.minimum(ranks[0], rest[0], out=ranks[0])
    return ranks[0] if len(ranks) else np.full(ranks.shape[1], _FAR)


def _near(behind: np.ndarray, string: np.ndarray, count: int, most: int) -> np.ndarray:
    """Which candidates may be among the `most` first of their string, by how far they are behind its first: counted in
    steps, up to the step that has enough."""
    step = np.minimum(behind * _STEPS, np.float32(_FARTHEST_STEP)).astype(np.int64)
    width = _FARTHEST_STEP + 1
    sizes = np.bincount(string * width + step, minlength=count * width).reshape(count, width)
    enough: np.ndarray = (sizes.cumsum(axis=1) < most).sum(axis=1)  # the first step with which there are enough
    return np.flatnonzero(step <= enough[string])


def _promising(costs: np.ndarray, rarity: np.ndarray, most: int, beyond: float) -> list[Found]:
    """The most promising words of every column of [word, string].

    String, rank and word are put in order as one number each: the bits of floats that are not negative are in order.
    """
    count = costs.shape[1]
    ranks = costs + rarity[:, None]
    least = _least(ranks)
    flat = np.flatnonzero(ranks <= least + np.float32(beyond))
    string, rank = flat % count, ranks.ravel()[flat]
    near = _near(rank - least[string], string, count, most)
    word, string, rank = flat[near] // count, string[near], np.maximum(rank[near], np.float32(0))
    ordered = np.sort(string << 48 | rank.astype(np.float32).view(np.int32).astype(np.int64) << 16 | word)
    starts = np.searchsorted(ordered, np.arange(count + 1) << 48)
    sizes = np.minimum(np.diff(starts), most)
    ends = np.cumsum(sizes)
    taken = ordered[np.arange(ends[-1]) + np.repeat(starts[:-1] - ends + sizes, sizes)]
    word = taken & 0xFFFF
    pairs = list(zip(word.tolist(), costs[word, taken >> 48].tolist(), strict=True))
    return [Found(pairs[end - size : end]) for end, size in zip(ends.tolist(), sizes.tolist(), strict=True)]
