"""Learning of the shipped channel from parallel lines: (as read, as printed)."""

from collections import Counter
from collections.abc import Iterable

from normalizers.garble.model.channel import IMPOSSIBLE, Channel, Counts, align, count_pairs
from normalizers.garble.model.lexicon import SYMBOL
from normalizers.garble.search.chunks import Chunk

_ROUNDS = 3
_STRENGTH = 8.0
_DEAREST = 5.5  # nats a character: what costs more than this is taken for a misalignment

Pairs = list[tuple[str, str]]


def word_pairs(rows: Iterable[tuple[str, str]]) -> Pairs:
    """Return (as read, as printed) words of the lines that have as many words as were printed."""
    pairs: Pairs = []
    for read, printed in rows:
        ours, theirs = read.split(), printed.split()
        if len(ours) == len(theirs):
            pairs += [(_core(a), _core(b)) for a, b in zip(ours, theirs, strict=True)]
    return [(a, b) for a, b in pairs if a and b and all(c in SYMBOL for c in b) and len(a) < 3 * len(b) + 2]


def learn_counts(pairs: Pairs) -> Counts:
    """Return how often every letter was read as every string, by alternating alignment and counting."""
    weights = Counter(pairs)
    counts: Counts = {}
    for _ in range(_ROUNDS):
        channel = Channel().learned(counts, strength=_STRENGTH) if counts else Channel()
        counts = count_pairs(
            (symbol, string, float(weight))
            for (read, printed), weight in weights.items()
            for symbol, string in _aligned(read, printed, channel)
        )
    return counts


def _aligned(read: str, printed: str, channel: Channel) -> list[tuple[int, str]]:
    pairs = align(read, tuple(SYMBOL[c] for c in printed), channel)
    cost = sum(min(float(channel.costs(string)[symbol]), IMPOSSIBLE) for symbol, string in pairs)
    return pairs if cost < _DEAREST * max(len(read), len(printed)) else []


def scaled(counts: Counts, most: float) -> Counts:
    """Return the counts with no letter's total above `most`, so that one engine does not drown another."""
    result: Counts = {}
    for symbol, strings in counts.items():
        factor = min(1.0, most / sum(strings.values()))
        result[symbol] = {s: n * factor for s, n in strings.items()}
    return result


def _core(word: str) -> str:
    return Chunk(0, len(word), word, 0, False, 0.0).edges[1]
