"""Whether a run that was found is borne out: by words that make sense in its encoding only, and by its lines."""

import re
from dataclasses import dataclass
from functools import lru_cache

from normalizers.legacy.readings import is_vietnamese, likelihood, read_as
from normalizers.triage.lexicon import syllables, words

_LEAST_WORDS, _PLENTY, _SHORT_TEXT = 3, 8, 120  # distinct words, distinct words, characters
_PURE = 0.65
_VARIED, _ENOUGH = 4, 60  # letters that differ; words among which one with đ stands in any Vietnamese text
_WORD = re.compile(r"[^\W\d_¹²³¼½¾]{2,}")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_SQUARE = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|ft)[²³]")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one legacy encoding: offsets of its first and behind its last changed token, and its tokens."""

    start: int
    end: int
    encoding: str
    tokens: tuple[tuple[int, int, str], ...]


def is_better(raw: str, reading: str) -> bool:
    """Return whether a token makes sense in its reading and not as it stands (Eth for Đ counts as standing well)."""
    raw = raw.replace("\u00d0", "\u0110")
    if reading == raw or _SQUARE.search(raw):
        return False
    clear = is_vietnamese(reading) and not is_vietnamese(raw) and bool(_WORD.search(reading))
    return clear or (likelihood(reading) > likelihood(raw) + 3.0 and bool(_WORD.search(reading)))


def is_borne_out(text: str, run: Run, runs: tuple[Run, ...]) -> bool:
    """Return whether enough words of the text and of the run speak for the encoding, and its lines are Vietnamese.

    One or two words that happen to make sense (a scanner's `thöa`) are no run; neither are lines half of which stay
    unreadable in the encoding, as those of a garbled layer do.
    """
    everywhere = {raw for other in runs if other.encoding == run.encoding for raw in _clear(text, other)}
    here = len(_clear(text, run))
    if run.encoding.startswith("utf8"):
        return here >= 1 or len(everywhere) >= 2
    if len(everywhere) < (2 if len(text) < _SHORT_TEXT else _LEAST_WORDS):
        return False
    if not _is_varied(text, run.encoding, runs):
        return False
    return here >= (1 if len(everywhere) >= _PLENTY else 2) and _purity(text, run) >= _PURE


@lru_cache(maxsize=16)
def _is_varied(text: str, encoding: str, runs: tuple[Run, ...]) -> bool:
    """Whether the runs made letters of many kinds: an engine that reads é for ế and ệ makes one kind, and never đ."""
    made: set[str] = set()
    count = 0
    for run in runs:
        if run.encoding == encoding:
            clear = _clear(text, run)
            for start, end, reading in run.tokens:
                if text[start:end] in clear:
                    count += 1
                    made.update(ch for ch in reading.lower() if not ch.isascii() and ch not in text[start:end].lower())
    return len(made) >= min(_VARIED + count // 8, 10, count) and (count < _ENOUGH or "đ" in made)


def _clear(text: str, run: Run) -> set[str]:
    found = [(text[start:end], reading) for start, end, reading in run.tokens]
    if run.encoding.startswith("utf8"):  # bytes that make characters by the rule of UTF-8 speak for themselves
        return {raw for raw, reading in found if len(reading) < len(raw)}
    return {
        raw
        for raw, reading in found
        if is_better(raw, reading) and is_vietnamese(reading) and re.search(r"[^\W\d_]{2}", reading)
    }


def _purity(text: str, run: Run) -> float:
    """Share of the words on the lines of the run's tokens that are words once the run is decoded."""
    starts = {line_start(text, start) for start, _, _ in run.tokens}
    tokens = " ".join(text[start : _line_end(text, start)] for start in starts).split(" ")
    decoded = " ".join(read_as(token, run.encoding) for token in tokens)
    found = [word.lower() for word in _WORD.findall(decoded) if not _CYRILLIC.match(word)]
    known = sum(word in syllables() or word in words("en") for word in found)
    return known / len(found) if found else 0.0


def line_start(text: str, offset: int) -> int:
    """Return the offset of the first character of the line that holds `offset`."""
    return max(text.rfind("\n", 0, offset), text.rfind("\f", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    ends = [end for end in (text.find("\n", offset), text.find("\f", offset)) if end >= 0]
    return min(ends, default=len(text))
