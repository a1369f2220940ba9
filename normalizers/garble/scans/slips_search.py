"""Rivals farther away: for what is no word, or hardly one in its place, the lexicon is searched with all slips known.

`rivals` gives words that differ in their marks or in one place; in scans that have slips a word may be hit harder
(`siđáo`, `thco`, `nạoài`). The search is that of the garbled layers, with what Vietnamese engines take for what.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.channel import Channel, Counts
from normalizers.garble.model.lexicon import SYMBOL, cased, syllables
from normalizers.garble.scans.rivals import Slips
from normalizers.garble.search.lookup import search_all

_STRENGTH = 6.0  # counts that the shapes of letters weigh
_MOST, _BEYOND, _FARTHEST = 20, 10.0, 18.5
_LONGEST = 9
_CAPITAL = 2.5  # nats for a capital whose stroke was lost (`hông tư`)

Rivals = dict[str, tuple[tuple[str, float], ...]]


@cache
def channel_of(slips: Slips) -> Channel:
    """Return the channel of the slips: what a letter was read as, over what looks like it."""
    counts: Counts = defaultdict(dict)
    for (printed, read), count in slips.counts.items():
        if printed in SYMBOL and len(read) <= 3:
            counts[SYMBOL[printed]][read] = count
    return Channel().learned(dict(counts), strength=_STRENGTH)


def far_rivals(words: Iterable[str], slips: Slips) -> Rivals:
    """Return for every word those of the lexicon that it may be, with their costs in nats; the cheapest first."""
    by_mode: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        if 1 < len(word) <= _LONGEST:
            for mode in _modes(word):
                by_mode[mode].append(word)
    found: dict[str, dict[str, tuple[float, str]]] = defaultdict(dict)
    for mode, own in by_mode.items():
        table = cased(syllables(), mode)
        hits = search_all(own, syllables(), channel_of(slips), mode=mode, most=_MOST, beyond=_BEYOND)
        for word, hit in zip(own, hits, strict=True):
            for index, cost in hit.words:
                text, spelling, _ = table[index]
                extra = _CAPITAL if mode == "title" and word[0].islower() else 0.0
                if cost + extra < found[word].get(spelling, (_FARTHEST, ""))[0]:
                    found[word][spelling] = cost + extra, text
    return {
        word: tuple(
            (text, cost) for spelling, (cost, text) in own.items() if canonical(spelling) != canonical(word.lower())
        )
        for word, own in found.items()
    }


def _modes(word: str) -> tuple[str, ...]:
    if word.isupper():
        return ("upper",)
    return ("title",) if word[0].isupper() else ("lower", "title")
