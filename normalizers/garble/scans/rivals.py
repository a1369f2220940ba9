"""Rivals of a printed word: the words that an engine which knows Vietnamese takes for it, with what each costs.

Such an engine prints words, nearly always syllables, whose marks are wrong (`tô chức`), seldom their letters (`hoại
động`). A cost is the log of how much oftener the letters come out as they are than as what was read, in nats.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, permutations

from normalizers.garble.model.alphabet import LETTERS, bare_letters, canonical, split_tone
from normalizers.garble.model.language import PARAMETERS
from normalizers.garble.model.lexicon import spellings
from normalizers.knowledge import read_table

Counts = dict[tuple[str, str], float]  # (letters printed, letters read) -> how often; both are the same where right

_TABLE = PARAMETERS / "slips.tsv"
_CASED = (*LETTERS, *(letter.upper() for letter in LETTERS))
_STRENGTH = 40.0  # counts that the class of a slip weighs against a letter's own
_CLASS_TOTAL, _CLASS_ONE = 400.0, 0.05
_RIGHT = 0.97  # share of a letter never seen that comes out right
_FARTHEST, _FARTHEST_OF_NONE = 9.5, 11.5  # nats; the second for a string that is no word
_MOST = 10
_FARTHEST_IN_SCAN, _MOST_IN_SCAN = 13.5, 20  # the same in a document that has been seen to be a scan with slips


@dataclass(frozen=True, eq=False)
class Slips:
    """What was read for which letters, from counts; `rivals` are kept for every word asked for."""

    counts: Counts
    _marks: dict[tuple[str, str], float] = field(init=False, compare=False)
    _letters: dict[str, list[tuple[str, float]]] = field(init=False, compare=False)
    _longest: int = field(init=False, compare=False)  # of the strings that were read for letters
    _signs: dict[str, tuple[tuple[str, float], ...]] = field(init=False, compare=False)
    _known: dict[tuple[str, bool], tuple[tuple[str, float], ...]] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        totals: dict[str, float] = defaultdict(float)
        for (printed, _), count in self.counts.items():
            totals[printed] += count
        object.__setattr__(self, "_marks", _mark_costs(self.counts, totals))
        object.__setattr__(self, "_letters", _letter_costs(self.counts, totals))
        object.__setattr__(self, "_longest", max(map(len, self._letters), default=0))
        comma = math.log((totals[","] + 1) / (self.counts.get((",", "."), 0.0) + 0.01))
        object.__setattr__(self, "_signs", {".": ((",", comma),)})

    def rivals(self, word: str, *, scan: bool = False) -> tuple[tuple[str, float], ...]:
        """Return other words in the case of `word` with their costs, the cheapest first; for a full stop a comma.

        `scan` tells that the document has been seen to be a scan with slips: rivals may be farther away.
        """
        found = self._known.get((word, scan))
        if found is None:
            found = self._known[word, scan] = self._rivals(word, scan=scan)
        return found

    def _rivals(self, word: str, *, scan: bool) -> tuple[tuple[str, float], ...]:
        if not word.isalpha():
            return self._signs.get(word, ())
        known = word.lower() in spellings()
        limit = _FARTHEST_IN_SCAN if scan else _FARTHEST if known else _FARTHEST_OF_NONE
        found: dict[str, float] = {}
        for start, cost in ((word, 0.0), *self._respelled(word, limit)):
            if start != word and known:
                if start.lower() in spellings():
                    found[start] = min(cost, found.get(start, cost))
                continue
            for rival, marks in self._remarked(start):
                found[rival] = min(cost + marks, found.get(rival, cost + marks))
        own = canonical(word.lower())
        kept = [(rival, cost) for rival, cost in found.items() if cost <= limit and canonical(rival.lower()) != own]
        return tuple(sorted(kept, key=lambda pair: (pair[1], pair[0]))[: _MOST_IN_SCAN if scan else _MOST])

    def _respelled(self, word: str, most: float) -> list[tuple[str, float]]:
        """The word with one letter, or a few that stand together, for others; with their costs, at the most `most`."""
        return [
            (word[:at] + printed + word[at + size :], cost)
            for at in range(len(word))
            for size in range(1, min(self._longest, len(word) - at) + 1)
            for printed, cost in self._letters.get(word[at : at + size], ())
            if cost <= most
        ]

    def _remarked(self, word: str) -> list[tuple[str, float]]:
        """Words of the same letters with other marks, at most two letters differing."""
        found = []
        others: Iterable[str] = _families().get(bare_letters(word), ())
        if not word.islower():
            others = (_in_case_of(word, other) for other in others)
        for printed in others:
            if len(printed) != len(word):
                continue
            differing = [pair for pair in zip(printed, word, strict=True) if pair[0] != pair[1]]
            if len(differing) <= 2:
                found.append((printed, sum([self._marks.get(pair, 99.0) for pair in differing], 0.0)))
        return found


def _in_case_of(word: str, other: str) -> str:
    """A word in small letters with the capitals of one that is as long."""
    pairs = zip(word, other, strict=False)
    return "".join(letter.upper() if read.isupper() else letter for read, letter in pairs)


def _mark_costs(counts: Counts, totals: dict[str, float]) -> dict[tuple[str, str], float]:
    """Costs of letters that differ in their marks; what few examples do not tell, the kind of difference does."""
    pairs = [(a, b) for _, group in groupby(sorted(_CASED, key=_plain), _plain) for a, b in permutations(group, 2)]
    seen: dict[tuple[object, ...], float] = defaultdict(float)
    total: dict[tuple[object, ...], float] = defaultdict(float)
    for printed, read in pairs:
        seen[_kind(printed, read)] += counts.get((printed, read), 0.0)
        total[_kind(printed, read)] += totals.get(printed, 0.0)
    costs = {}
    for printed, read in pairs:
        kind, own = _kind(printed, read), totals.get(printed, 0.0)
        rate = (seen[kind] + _CLASS_ONE) / (total[kind] + _CLASS_TOTAL)
        share = (counts.get((printed, read), 0.0) + _STRENGTH * rate) / (own + _STRENGTH)
        right = max(0.5, counts.get((printed, printed), 0.0) / own) if own else _RIGHT
        costs[printed, read] = math.log(right / max(share, 1e-6))
    return costs


def _letter_costs(counts: Counts, totals: dict[str, float]) -> dict[str, list[tuple[str, float]]]:
    """Costs of other letters, by what was read."""
    costs: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (printed, read), count in counts.items():
        marks = len(printed) == len(read) == 1 and _alike(printed, read)
        if marks or printed == read or not printed.isalpha() or not read:
            continue
        own = min(totals.get(letter, 0.0) for letter in printed)
        costs[read].append((printed, -math.log(0.5 * count / (own + _STRENGTH))))
    return costs


def _plain(letter: str) -> str:
    """A letter without its marks, its case kept."""
    bare = bare_letters(letter)
    return bare.upper() if letter.isupper() else bare


def _alike(printed: str, read: str) -> bool:
    return printed in _CASED and read in _CASED and _plain(printed) == _plain(read)


def _kind(printed: str, read: str) -> tuple[object, ...]:
    """What a difference in marks is: that of the letter's shape, and whether its tone was lost, won or changed."""
    one, two = split_tone(printed.lower()), split_tone(read.lower())
    shapes = [bare + "|" if bare == "đ" else "" if bare.isascii() else _shape(bare) for bare in (one[0], two[0])]
    tones = "same" if one[1] == two[1] else f"{one[1] > 0}{two[1] > 0}"
    return (printed.isupper(), *shapes, tones)


def _shape(letter: str) -> str:
    return "breve" if letter == "ă" else "horn" if letter in "ơư" else "circumflex"


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Spellings by their letters without marks."""
    families: dict[str, list[str]] = defaultdict(list)
    for word in spellings():
        families[bare_letters(word)].append(word)
    return {bare: tuple(words) for bare, words in families.items()}


@cache
def shipped_slips() -> Slips:
    """Return the slips of Tesseract's Vietnamese models, read once."""
    counts: Counts = defaultdict(float)
    for row in read_table(_TABLE, ("printed", "read", "count", "source")):
        counts[row["printed"], row["read"]] += float(row["count"])
    return Slips(dict(counts))
