"""Search of the lexicon for the words that an observed string may stand for, cheapest first."""

from dataclasses import dataclass

import numpy as np

from normalizers.garble.channel import LONGEST, Channel
from normalizers.garble.lexicon import CAPITAL, SYMBOLS, Lexicon


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the lexicon for an observed string, with the cost of its having been read so."""

    word: int
    cost: float


@dataclass(frozen=True, slots=True)
class Found:
    """The matches of a whole string; for every length of a beginning of it, the cost of its cheapest word."""

    matches: list[Match]
    beginnings: np.ndarray


def search(observed: str, lexicon: Lexicon, channel: Channel, *, mode: str, most: int, beyond: float = 9.0) -> Found:
    """Return the `most` cheapest words of the lexicon, none dearer than the cheapest by more than `beyond` nats."""
    width = len(observed) + 1
    emitted = [_emissions(observed, size, channel) for size in range(min(LONGEST, width - 1) + 1)]
    rest = _least_rest(emitted, width)
    row = np.full((1, width), np.float32(1e9))
    row[0, 0] = 0
    alive = np.zeros(1, np.int64)  # where a node of the level above stands among the rows kept, or -1
    bound, words, costs = 1e9, [], []
    beginnings = np.full(width, np.float32(1e9))
    for depth, level in enumerate(lexicon.levels):
        origin = alive[level.parent]
        chosen = np.flatnonzero(origin >= 0)
        if not len(chosen):
            break
        above = row[origin[chosen]]
        letters = level.letter[chosen]
        if mode == "upper" or (mode == "title" and not depth):
            letters = letters + CAPITAL
        row = above + emitted[0][letters]
        for size in range(1, len(emitted)):
            np.minimum(row[:, size:], above[:, :-size] + emitted[size][letters], out=row[:, size:])
        word = level.word[chosen]
        ends = np.flatnonzero(word >= 0)
        if len(ends):
            done = row[ends]
            np.minimum(beginnings, done.min(axis=0), out=beginnings)
            bound = min(bound, float(done[:, -1].min()) + beyond)
            words.append(word[ends])
            costs.append(done[:, -1])
        hope = (row + rest).min(axis=1)
        kept = np.flatnonzero(hope <= min(bound, float(hope.min()) + beyond + 2))
        alive = np.full(len(level.parent), -1)
        alive[chosen[kept]] = np.arange(len(kept))
        row = row[kept]
    return Found(_cheapest(words, costs, most, bound), beginnings)


def _cheapest(words: list[np.ndarray], costs: list[np.ndarray], most: int, bound: float) -> list[Match]:
    if not words:
        return []
    all_words, all_costs = np.concatenate(words), np.concatenate(costs)
    order = np.argsort(all_costs, kind="stable")[:most]
    return [Match(int(all_words[i]), float(all_costs[i])) for i in order if all_costs[i] <= bound]


def _emissions(observed: str, size: int, channel: Channel) -> np.ndarray:
    """Costs [letter, start] of every substring of a size; for size 0 one column."""
    if size == 0:
        return channel.costs("")[:, None]
    if size > len(observed):
        return np.zeros((len(SYMBOLS), 0), np.float32)
    columns = [channel.costs(observed[start : start + size]) for start in range(len(observed) - size + 1)]
    return np.stack(columns, axis=1)


def _least_rest(emitted: list[np.ndarray], width: int) -> np.ndarray:
    """The least that the characters from a position to the end can cost, whatever the letters."""
    rest = np.zeros(width, np.float32)
    for start in range(width - 2, -1, -1):
        sizes = range(1, min(LONGEST, width - 1 - start) + 1)
        rest[start] = min(float(emitted[size][:, start].min()) + rest[start + size] for size in sizes)
    return rest
