"""The channel: what an engine is likely to have printed for a letter, and learning that from examples.

A letter gives a string of none to three characters. The cost of a string is the negative log of its probability in
nats: observed counts, smoothed with the channel below; at the bottom lies a prior made of shapes.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Protocol

import numpy as np

from normalizers.garble.model.alphabet import VOWELS, split_tone
from normalizers.garble.model.lexicon import SYMBOL, SYMBOLS, in_case

Counts = dict[int, dict[str, float]]  # letter -> what was printed for it -> how often

LONGEST = 3
IMPOSSIBLE = 60.0
_MARKS = frozenset("'`´‘’\"^~.,:;*-_")
# Characters that engines take for one another, because they look alike.
_ALIKE = (
    "iíìlI1!|tj[]/\\f(", "oóò0OQ6oôöõ9", "aáàâäd4@ã", "eéèêëcC€6", "uúùûüUvưrn", "gq9p$ySs", "mrn", "hbk", "B8&",
    "Zz27", "Tt7", "5Ss", "DOÐEB", "EÊFtB", "HIlNM", "AÂÁ4", "UƯÚTV", "Kk", "Yyý", "xX", "pP", "vV", "cC", "wW",
    "kK", "sS", "zZ",
)  # fmt: skip
_BOWED = frozenset(("I)", "l)", "|)", "1)"))  # a capital with a bow, in two
_STEMS = frozenset("lI1d|t")  # the stem of a đ whose bow was read as a letter of its own
_CASELESS = frozenset("cCsSvVxXzZwWoOpPkKuUyY")
_ROUNDS = 6  # of fitting the weights of a mixture
_LEAST_WEIGHT = 0.03


def _family(symbol: str) -> tuple[str, str]:
    """What letters that differ only in the tone mark above them have in common; a letter without any is its own."""
    bare, tone = split_tone(symbol.lower())
    if bare in "aeiouy" and not tone:
        return symbol, ""
    return bare + ("." if tone == 5 else ""), "upper" if symbol.isupper() else "lower"


def _kin() -> list[list[int]]:
    """For every letter of `SYMBOLS` the letters that look alike but for their tone mark, itself among them."""
    families: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, symbol in enumerate(SYMBOLS):
        families[_family(symbol)].append(index)
    return [families[_family(symbol)] for symbol in SYMBOLS]


_KIN = [tuple(kin) for kin in _kin()]


class Costs(Protocol):
    """What gives costs for strings: a channel, or a mixture of some."""

    def fill(self, strings: Iterable[str]) -> None:
        """Work out the costs of many strings at once, for `costs` to return."""

    def costs(self, observed: str) -> np.ndarray:
        """Return, for every letter of `SYMBOLS`, the cost of having been read as `observed` (0 to 3 characters)."""


@dataclass(frozen=True)
class Channel:
    """Counts of (letter, string) over a channel that smooths them; `strength` is that channel's weight in counts.

    `kinship` is the share that letters which differ only in the tone mark above them have in that weight: what ố is
    printed as tells of ổ too.
    """

    counts: Counts = field(default_factory=dict)
    below: "Channel | Mixture | None" = None
    strength: float = 8.0
    kinship: float = 0.0
    _costs: dict[str, np.ndarray] = field(default_factory=dict, compare=False)
    _totals: np.ndarray = field(init=False, compare=False)
    _kin_totals: np.ndarray = field(init=False, compare=False)
    _kin_weights: np.ndarray = field(init=False, compare=False)
    offset: np.ndarray = field(init=False, compare=False)  # costs of a string never seen, above the channel below
    _by_string: dict[str, list[int]] = field(init=False, compare=False)

    def costs(self, observed: str) -> np.ndarray:
        """Return, for every letter of `SYMBOLS`, the cost of having been read as `observed` (0 to 3 characters)."""
        known = self._costs.get(observed)
        if known is None:
            known = self._costs[observed] = self._compute(observed)
        return known

    def fill(self, strings: Iterable[str]) -> None:
        """See `Costs.fill`."""
        missing = [string for string in strings if string not in self._costs]
        if self.below:
            self.below.fill(missing)
        unseen = [string for string in missing if self.counts and string not in self._by_string]
        if unseen:
            costs = self.below.costs if self.below else shape_costs
            self._costs.update(zip(unseen, np.array([costs(s) for s in unseen], np.float32) + self.offset, strict=True))

    def _compute(self, observed: str) -> np.ndarray:
        below = self.below.costs(observed) if self.below else shape_costs(observed)
        if not self.counts:
            return below
        if observed not in self._by_string:
            return np.asarray(below + self.offset, np.float32)
        counted = np.zeros(len(SYMBOLS), np.float32)
        shared = np.zeros(len(SYMBOLS), np.float32)
        for symbol in self._by_string.get(observed, ()):
            counted[symbol] = self.counts[symbol][observed]
        for kin in {_KIN[symbol] for symbol in self._by_string.get(observed, ())}:
            if self._kin_totals[kin[0]]:
                shared[kin,] = counted[kin,].sum() / self._kin_totals[kin[0]]
        under = (1 - self._kin_weights) * np.exp(-below) + self._kin_weights * shared
        return -np.log((counted + self.strength * under) / (self._totals + self.strength))

    def __post_init__(self) -> None:
        totals = np.zeros(len(SYMBOLS), np.float32)
        by_string: dict[str, list[int]] = defaultdict(list)
        for symbol, strings in self.counts.items():
            totals[symbol] = sum(strings.values())
            for string in strings:
                by_string[string].append(symbol)
        object.__setattr__(self, "_totals", totals)
        kin_totals = np.array([totals[kin,].sum() if len(kin) > 1 else 0 for kin in _KIN], np.float32)
        kin_weights = np.where(kin_totals > 0, self.kinship, 0).astype(np.float32)
        object.__setattr__(self, "_kin_totals", kin_totals)
        object.__setattr__(self, "_kin_weights", kin_weights)
        object.__setattr__(self, "offset", -np.log((1 - kin_weights) * self.strength / (totals + self.strength)))
        object.__setattr__(self, "_by_string", by_string)

    @property
    def known(self) -> Iterable[str]:
        """The strings that have been seen for some letter."""
        return self._by_string

    def learned(self, counts: Counts, *, strength: float, kinship: float = 0.0) -> "Channel":
        """Return a channel with these counts over this one."""
        return Channel(counts, self, strength, kinship)


@dataclass(frozen=True)
class Mixture:
    """Channels of several engines, one of which is likely to be like the one that read a document.

    Each smooths its counts with the shapes of letters alone.
    """

    channels: tuple[Channel, ...]
    weights: tuple[float, ...]
    _costs: dict[str, np.ndarray] = field(default_factory=dict, compare=False)
    _offset: np.ndarray = field(init=False, compare=False)
    _known: frozenset[str] = field(init=False, compare=False)  # strings that a channel has seen for some letter

    def costs(self, observed: str) -> np.ndarray:
        """See `Channel.costs`."""
        known = self._costs.get(observed)
        if known is None:
            self.fill((observed,))
            known = self._costs[observed]
        return known

    def fill(self, strings: Iterable[str]) -> None:
        """See `Costs.fill`."""
        missing = [string for string in strings if string not in self._costs]
        seen = [string for string in missing if string in self._known]
        if seen:
            used = [(c, w) for c, w in zip(self.channels, self.weights, strict=True) if w]
            parts = [w * np.exp(-np.array([c.costs(s) for s in seen], np.float32)) for c, w in used]
            self._costs.update(zip(seen, np.asarray(-np.log(sum(parts)), np.float32), strict=True))
        unseen = [string for string in missing if string not in self._costs]
        if unseen:
            shapes = np.array([shape_costs(string) for string in unseen])
            self._costs.update(zip(unseen, np.asarray(shapes + self._offset, np.float32), strict=True))

    def __post_init__(self) -> None:
        parts = [w * np.exp(-c.offset) for c, w in zip(self.channels, self.weights, strict=True)]
        object.__setattr__(self, "_offset", -np.log(sum(parts)))
        object.__setattr__(self, "_known", frozenset().union(*(channel.known for channel in self.channels)))

    def adapted(self, counts: Counts) -> "Mixture":
        """Return the mixture with the weights that make what a document shows likeliest."""
        pairs = [(symbol, string, n) for symbol, own in counts.items() for string, n in own.items()]
        if not pairs:
            return self
        seen = np.array([[float(c.costs(string)[symbol]) for symbol, string, _ in pairs] for c in self.channels])
        likelihood, amount = np.exp(-seen), np.array([n for _, _, n in pairs])
        weights = np.array(self.weights)
        for _ in range(_ROUNDS):
            shares = likelihood * weights[:, None]
            weights = (shares / shares.sum(axis=0) * amount).sum(axis=1) / amount.sum()
        weights = np.where(weights < _LEAST_WEIGHT, 0, weights)
        return Mixture(self.channels, tuple(weights / weights.sum()))

    def learned(self, counts: Counts, *, strength: float, kinship: float = 0.0) -> Channel:
        """See `Channel.learned`."""
        return Channel(counts, self, strength, kinship)


@lru_cache(maxsize=100_000)
def shape_costs(observed: str) -> np.ndarray:
    """Costs from the shapes of letters alone: the channel before anything has been learned."""
    if not observed:
        return _deletion()
    if len(observed) == 1:
        alike = _look_alikes(observed)
        return np.array([_shape_cost(symbol, observed, alike) for symbol in SYMBOLS], np.float32)
    if observed[0] in "<ctdi(-" and observed[1:] in _STEMS:
        stroke = np.array([2.5 if s == "đ" else 99.0 for s in SYMBOLS], np.float32)
        return np.minimum(stroke, _longer(observed))
    if observed in _BOWED:
        bow = np.array([2.5 if s in "DĐ" else 99.0 for s in SYMBOLS], np.float32)
        return np.minimum(bow, _longer(observed))
    return _longer(observed)


def _longer(observed: str) -> np.ndarray:
    best = np.min([shape_costs(char) for char in observed], axis=0)
    marks = sum(char in _MARKS for char in observed)
    return best + _EXTRA * (len(observed) - 1) - 0.7 * min(marks, len(observed) - 1)


@cache
def _plain(char: str) -> str:
    stripped = "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
    return {"đ": "d", "Đ": "D"}.get(stripped, stripped)


# What every further character costs: a mark above a letter is often read as one of its own, wide letters fall apart.
_EXTRA = np.array([3.0 if _plain(s) != s else 3.6 if s in "mnhuwMNHUWdDTR" else 5.0 for s in SYMBOLS], np.float32)


@cache
def _deletion() -> np.ndarray:
    return np.array([5.5 if s.lower()[0] in VOWELS or split_tone(s.lower())[0] in VOWELS else 6.0 for s in SYMBOLS])


def _look_alikes(char: str) -> frozenset[str]:
    """The plain letters that a character, or it without its marks, looks like."""
    return frozenset("".join(group for group in _ALIKE if char in group or _plain(char) in group))


def _shape_cost(symbol: str, char: str, alike: frozenset[str]) -> float:
    plain, marked = _plain(symbol), symbol != _plain(symbol)
    if char == symbol:
        return 2.0 if marked else 0.06
    if char == plain:
        return 0.9 if ord(symbol) not in (0x111, 0x110) else 0.25
    if _plain(char) == plain:
        return 2.3 if marked else 4.5
    if char.lower() == plain.lower():
        return (2.8 if char in _CASELESS else 4.2) + (0.6 if marked else 0)
    if symbol == "/":
        return 2.0 if char in "lI1t|!" else 8.0
    vowel = plain.lower() in "aeiouy"
    if plain in alike:
        return 3.2 if marked and vowel else 3.8
    if marked and vowel:
        return 4.6 if not char.isalpha() or char.isupper() else 5.4
    return 6.4 if vowel else 7.0


def count_pairs(aligned: Iterable[tuple[int, str, float]]) -> Counts:
    """Return weighted counts from (letter, string, weight)."""
    counts: Counts = defaultdict(lambda: defaultdict(float))
    for symbol, string, weight in aligned:
        counts[symbol][string] += weight
    return counts


def align(observed: str, symbols: tuple[int, ...], channel: Costs) -> list[tuple[int, str]]:
    """Return the cheapest way in which the letters gave the string, as (letter, part of the string)."""
    width = len(observed) + 1
    previous: list[float] = [0.0] + [IMPOSSIBLE] * (width - 1)
    steps: list[list[int]] = []
    spans = [(end, size) for end in range(width) for size in range(min(end, LONGEST) + 1)]
    table = np.array([channel.costs(observed[end - size : end]) for end, size in spans])
    for costs in table[:, list(symbols)].T.tolist():
        current, step = [IMPOSSIBLE * 9] * width, [0] * width
        for (end, size), own in zip(spans, costs, strict=True):
            cost = previous[end - size] + own
            if cost < current[end]:
                current[end], step[end] = cost, size
        previous = current
        steps.append(step)
    pairs, end = [], width - 1
    for symbol, step in zip(reversed(symbols), reversed(steps), strict=True):
        pairs.append((symbol, observed[end - step[end] : end]))
        end -= step[end]
    return pairs[::-1]


def symbols_of(spelling: str, mode: str) -> tuple[int, ...]:
    """Return the letters of a lower-case spelling in a case: `lower`, `title` or `upper`."""
    return tuple(SYMBOL[char] for char in in_case(spelling, mode))
