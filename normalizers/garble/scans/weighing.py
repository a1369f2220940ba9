"""Weighing of rivals: what else may stand in every place of a text, by the channel and the language model together.

First every rival is weighed among the words as printed; then places that lie near each other, and have rivals worth
it, are weighed together over all their combinations, so that two slips side by side do not hide each other.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

import numpy as np

from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.model.tokens import WORD
from normalizers.garble.scans.rivals import Slips
from normalizers.garble.scans.sequence import BEFORE, BEHIND, Running, strangers
from normalizers.garble.scans.slips_search import far_rivals
from normalizers.neighbours import runs

_LIVE = -6.0  # odds, in nats, from which a rival is weighed together with its neighbours
_MOST = 5  # rivals of a place that are
_HARD = -24.0  # log probability of its place from which a word is searched for farther away
_ROUNDING = 0.01
_NO_WORD = -16.0  # log probability that a printed string that is no word counts at most


@dataclass(frozen=True, slots=True)
class Weighed:
    """The best rival of a place. `odds` are its log odds against what is printed, `lead` those against the next rival;
    `cost` is what the channel asks, `here` and `printed` the log probability of its place with it and as printed."""

    place: int
    rival: str
    number: int
    odds: float
    lead: float
    cost: float
    here: float
    printed: float


@dataclass(frozen=True)
class _Rivals:
    """All rivals of all places, in arrays."""

    places: np.ndarray
    numbers: np.ndarray
    costs: np.ndarray
    words: list[str]
    here: np.ndarray
    printed: np.ndarray

    @property
    def odds(self) -> np.ndarray:
        return self.here - self.printed - self.costs


def weigh(text: Running, slips: Slips, *, far: bool = False) -> list[Weighed]:
    """Return the places that have a rival worth a look, in order; with `far`, rivals farther away too."""
    rivals = _rivals(text, slips, far=far)
    return [_best(place, scores, indices, rivals) for place, scores, indices in _weighed(text, rivals)]


def _weighed(text: Running, rivals: _Rivals) -> Iterator[tuple[int, np.ndarray, list[int]]]:
    """Every place with the odds of its rivals, and which these are."""
    options: dict[int, list[int]] = defaultdict(list)
    odds = rivals.odds
    for index in np.flatnonzero(odds > _LIVE).tolist():
        options[int(rivals.places[index])].append(index)
    for place, indices in options.items():
        options[place] = sorted(indices, key=lambda i: -odds[i])[:_MOST]
    for cluster in runs(sorted(options), lambda cluster, place: place - cluster[-1] <= 2):
        if len(cluster) == 1:
            scores = {cluster[0]: odds[options[cluster[0]]]}
        else:
            scores = _Lattice(text, rivals, options, cluster).odds()
        yield from ((place, scores[place], options[place]) for place in cluster)


def _best(place: int, scores: np.ndarray, indices: list[int], rivals: _Rivals) -> Weighed:
    order = np.argsort(-scores, kind="stable")
    index = indices[int(order[0])]
    odds = float(scores[order[0]])
    lead = odds - float(scores[order[1]]) if len(order) > 1 else 12.0
    return Weighed(
        place, rivals.words[index], int(rivals.numbers[index]), odds, lead,
        float(rivals.costs[index]), float(rivals.here[index]), float(rivals.printed[index]),
    )  # fmt: skip


def _rivals(text: Running, slips: Slips, *, far: bool) -> _Rivals:
    open_places = [place for place in range(BEFORE, len(text.places) - BEHIND) if _is_open(text, place)]
    printed = _as_printed(text)
    farther = far_rivals(_hard(text, open_places, printed), slips) if far else {}
    places: list[int] = []
    words: list[str] = []
    costs: list[float] = []
    for place, dearest in zip(open_places, (-_LIVE - printed[open_places]).tolist(), strict=True):
        word = text.places[place].text  # type: ignore[union-attr]
        own, asked = _near(slips, word, far)
        if beyond := farther.get(word):
            both = sorted({**dict(beyond), **dict(zip(own, asked, strict=True))}.items(), key=itemgetter(1))
            own, asked = tuple(rival for rival, _ in both), tuple(cost for _, cost in both)
        count = bisect_left(asked, dearest)  # the others are too dear, however well they go with the words around
        places += [place] * count
        words += own[:count]
        costs += asked[:count]
    at, needed = np.array(places, np.int64), np.array(costs)
    numbers = np.fromiter(map(_number, words), np.int64, len(words))
    return _Rivals(at, numbers, needed, words, _with(text, at, numbers, needed + printed[at] + _LIVE), printed[at])


@lru_cache(maxsize=65536)
def _near(slips: Slips, word: str, scan: bool) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The rivals of a word and their costs, the cheapest first."""
    rivals = slips.rivals(word, scan=scan)
    return tuple(rival for rival, _ in rivals), tuple(cost for _, cost in rivals)


def _hard(text: Running, places: list[int], printed: np.ndarray) -> Iterator[str]:
    """What is no word, or next to impossible in its place."""
    for place in places:
        token = text.places[place]
        if token is not None and token.text.isalpha() and (not token.known or printed[place] < _HARD):
            yield token.text


def _is_open(text: Running, place: int) -> bool:
    """Whether something else may stand in a place: a word, or a full stop before a small letter."""
    token, behind = text.places[place], text.places[place + 1]
    if token is None:
        return False
    if token.text == ".":
        before = text.places[place - 1]
        spaced = behind is not None and behind.start > token.start + 1 and before is not None and before.known
        return behind is not None and spaced and behind.text[0].islower() and len(behind.text) > 1
    if len(token.text) < 2 or not token.text.isalpha():
        return False
    return token.number == shipped_model().number[WORD] or (token.known and not strangers()[token.number])


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    return shipped_model().number[","] if word == "," else spellings()[word.lower()]


def _log_p(earlier: np.ndarray, context: np.ndarray, word: np.ndarray) -> np.ndarray:
    """Log probabilities in which words that the model does not know are no context."""
    near = strangers()[context]
    far = near | strangers()[earlier]
    return shipped_model().after_two(np.where(far, -1, earlier), np.where(near, -1, context), word)


def _as_printed(text: Running) -> np.ndarray:
    """For every place the log probability of its word and of the two behind."""
    numbers = text.numbers
    own = np.zeros(len(numbers) + 2)
    own[2:-2] = _log_p(numbers[:-2], numbers[1:-1], numbers[2:])
    own[:-2][numbers == 0] = 0
    unknown = [t is not None and t.text.isalpha() and n for t, n in zip(text.places, _unknown(numbers), strict=True)]
    behind = np.where(np.append(strangers()[numbers], (True, True)), 0, own)
    own[:-2][unknown] = np.minimum(own[:-2][unknown], _NO_WORD)
    return own[:-2] + behind[1:-1] + behind[2:]


def _unknown(numbers: np.ndarray) -> list[bool]:
    found: list[bool] = (numbers == shipped_model().number[WORD]).tolist()
    return found


def _with(text: Running, at: np.ndarray, numbers: np.ndarray, least: np.ndarray) -> np.ndarray:
    """The same with other words in the places given; -inf where it is sure to be below `least`."""
    n, silent = text.numbers, strangers()
    total = np.full(len(at), -np.inf)
    own = _log_p(n[at - 2], n[at - 1], numbers)
    live = np.flatnonzero(own > least - _ROUNDING)
    at, numbers, own, least = at[live], numbers[live], own[live], least[live]
    own = own + np.where((n[at + 1] == 0) | silent[n[at + 1]], 0, _log_p(n[at - 1], numbers, n[at + 1]))
    still = np.flatnonzero(own > least - _ROUNDING)
    at, numbers = at[still], numbers[still]
    ends = (n[at + 1] == 0) | (n[at + 2] == 0) | silent[n[at + 2]]
    total[live[still]] = own[still] + np.where(ends, 0, _log_p(numbers, n[at + 1], n[at + 2]))
    return total


class _Lattice:
    """All combinations of the rivals of neighbouring places, with what stands between and behind them."""

    def __init__(self, text: Running, rivals: _Rivals, options: dict[int, list[int]], cluster: list[int]) -> None:
        self._cluster, self._first, self._last = cluster, cluster[0], cluster[-1] + 2
        span = range(self._first - 2, self._last + 1)
        chosen = {p: options.get(p, []) if p in cluster else [] for p in span}
        self._numbers = {p: np.append(text.numbers[p], rivals.numbers[chosen[p]]).astype(np.int64) for p in span}
        self._costs = {p: np.append(0.0, rivals.costs[chosen[p]]) for p in span}
        self._steps = self._transitions(text)

    def _transitions(self, text: Running) -> dict[int, np.ndarray]:
        """For every place an array [word two before, word before, word] of log probabilities less costs."""
        grids = {p: np.meshgrid(*(self._numbers[q] for q in (p - 2, p - 1, p)), indexing="ij") for p in self._span()}
        flat = [np.concatenate([grid[k].ravel() for grid in grids.values()]) for k in range(3)]
        values, steps, done = _log_p(*flat), {}, 0
        for place, grid in grids.items():
            size, printed = grid[0].size, int(text.numbers[place])
            step = values[done : done + size].reshape(grid[0].shape).astype(float)
            done += size
            alone = len(self._numbers[place]) == 1
            if printed == 0 or (alone and strangers()[printed]):
                step = np.zeros_like(step)
            elif not alone and strangers()[printed]:
                step[:, :, 0] = np.minimum(step[:, :, 0], _NO_WORD)
            steps[place] = step - self._costs[place]
        return steps

    def odds(self) -> dict[int, np.ndarray]:
        """Log odds of every rival of every place of the cluster against what is printed there, over all that the
        other places may be."""
        forward = {self._first - 1: np.zeros([len(self._numbers[self._first - k]) for k in (2, 1)])}
        for p in self._span():
            forward[p] = _log_sum(forward[p - 1][:, :, None] + self._steps[p], 0)
        backward = {self._last: np.zeros([len(self._numbers[self._last - k]) for k in (1, 0)])}
        for p in reversed(self._span()[1:]):
            backward[p - 1] = _log_sum(self._steps[p] + backward[p][None], 2)
        shares = {p: _log_sum(forward[p] + backward[p], 0) for p in self._cluster}
        return {p: share[1:] - share[0] for p, share in shares.items()}

    def _span(self) -> range:
        return range(self._first, self._last + 1)


def _log_sum(values: np.ndarray, axis: int) -> np.ndarray:
    top: np.ndarray = values.max(axis=axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis)
