"""The gate: which lines of a text the engine may touch. Sound lines and other languages pass as they are."""

from collections import Counter

from normalizers.garble.chunks import split_lines
from normalizers.triage.tokens import kind_of

_REACH = 8  # lines with words before and after that speak for a line
_GARBLED = 0.15  # share of words that cannot be words from which on a passage is garbled
_MOSTLY = 0.3  # the same share for a text that is garbled nearly everywhere: a passage needs less to be so too
_MARKED = 0.4  # share of words with their marks from which on odd words are formulas or names, not garble
_WORDS = ("marked", "plain", "english", "cyrillic", "unknown", "broken")


def garbled_lines(text: str) -> list[bool]:
    """Return, for every line, whether it is garbled Vietnamese: among broken words and not sound itself."""
    kinds = [Counter(kind_of(token) for token in line.split()) for _, line in split_lines(text)]
    worded = [index for index, (_, line) in enumerate(split_lines(text)) if any(c.isalpha() for c in line)]
    verdicts = [False] * len(kinds)
    whole = _share(sum(kinds, Counter()))
    window: Counter[str] = Counter()
    for kind in (kinds[i] for i in worded[:_REACH]):
        window.update(kind)
    for place, index in enumerate(worded):
        if place + _REACH < len(worded):
            window.update(kinds[worded[place + _REACH]])
        if place > _REACH:
            window.subtract(kinds[worded[place - _REACH - 1]])
        limit = _GARBLED if whole < _MOSTLY else _GARBLED / 3
        marked = window["marked"] > _MARKED * sum(window[word] for word in _WORDS)
        verdicts[index] = _share(window) >= limit and not marked and not _sound(kinds[index])
    return verdicts


def _share(kinds: Counter[str]) -> float:
    total = sum(kinds[word] for word in _WORDS)
    return (kinds["broken"] + 0.5 * kinds["unknown"]) / total if total else 0.0


def _sound(kinds: Counter[str]) -> bool:
    """Whether a line in a garbled passage needs nothing: nearly all words hold, and many carry their marks."""
    total = sum(kinds[word] for word in _WORDS)
    odd = kinds["broken"] + kinds["unknown"]
    if kinds["cyrillic"] * 2 > total:
        return True
    if kinds["english"] >= 3 and kinds["english"] + kinds["unknown"] >= 0.9 * total:
        return True
    return total >= 2 and not odd and kinds["marked"] >= 0.5 * total
