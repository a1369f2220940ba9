"""Blanks in scans: words that fell in two (`khuy ết`, `đị nh`), and two that ran together (`kểhoạch`).

A pair is joined where the language model puts the whole far above the halves, one of which is no word. A string is
parted where both parts are words that go well together there, and it is like no single word.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from normalizers.garble.model.alphabet import VIETNAMESE_LETTERS
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change
from normalizers.garble.scans.rivals import Slips
from normalizers.garble.scans.sequence import Running, Token
from normalizers.triage.tokens import is_english

_DEAREST, _MOST = 9.0, 4  # nats that a misread letter may cost; readings of a word that are tried
_BLANK = 4.0  # nats for a blank too many or too few
_NO_WORD = -14.0  # log probability that stands for that of a string that is no word
_AHEAD, _LIKELY = 10.0, -27.0  # nats by which the whole must be ahead of its halves; the least log probability of it
_SURE = -36.0  # the same of a whole that is a word as it stands, its second half none: neighbours may be misread
_TOGETHER = -6.0  # the least log probability of a word behind another where a letter between them is read twice
_PARTS = -30.0  # the least log probability of a parted string
_LONGEST = 7
_LONG = range(6, 14)  # letters of a string that may be two words
_REACH = 2  # words behind that are looked at


def blank_changes(text: str, tokens: Running, slips: Slips) -> Iterator[Change]:
    """Yield the words to be joined and parted."""
    taken = -1
    for place, (one, other) in enumerate(zip(tokens.places, tokens.places[1:], strict=False)):
        if one is None or one.start < taken or not one.text.isalpha():
            continue
        if other is not None and _halves(text, one, other):
            whole = _joined(tokens, place, one.text + other.text, slips)
            if whole:
                taken = other.start + len(other.text)
                yield one.start, text[one.start : taken], whole, "garble.joined"
                continue
        if other is not None and _is_echo(tokens, place, one):
            yield one.start, text[one.start : other.start], "", "garble.joined"
        elif not one.known and len(one.text) in _LONG and not is_english(one.text):
            parted = _parted(tokens, place, one.text, slips)
            if parted:
                yield one.start, one.text, parted, "garble.split"


def _is_echo(tokens: Running, place: int, one: Token) -> bool:
    """Whether a small letter alone is the end of the word before or the head of the next one, read twice (`v và`):
    without it the two belong together, with it they do not."""
    before, behind = tokens.places[place - 1], tokens.places[place + 1]
    if len(one.text) > 1 or not one.text.islower() or before is None or behind is None:
        return False
    if not (before.known and behind.known and one.text in (before.text[-1], behind.text[0])):
        return False
    pair = shipped_model().pair
    whole = pair(before.number, behind.number)
    return whole >= _TOGETHER and whole - pair(before.number, one.number) - pair(one.number, behind.number) >= _AHEAD


def _halves(text: str, one: Token, other: Token) -> bool:
    """Whether two tokens may be halves of a word: a blank between them, one of them no word."""
    end = one.start + len(one.text)
    if not other.text.isalpha() or text[end : other.start] != " " or len(one.text) + len(other.text) > _LONGEST:
        return False
    if other.text[0].isupper() and not one.text.isupper():
        return False
    return any(not token.known or len(token.text) == 1 for token in (one, other))


def _joined(tokens: Running, place: int, whole: str, slips: Slips) -> str | None:
    readings = _readings(whole, slips)
    if not readings:
        return None
    before, behind = tokens.numbers[place - 2 : place], tokens.numbers[place + 2 : place + 2 + _REACH]
    value, best = max((log_p(before, (word,), behind) - cost - _BLANK, word) for word, cost in readings)
    behind_one = tokens.places[place + 1]
    sure = best == whole and behind_one is not None and not behind_one.known  # both halves are read as they stand
    return best if value >= (_SURE if sure else _LIKELY) and value - _as_printed(tokens, place) >= _AHEAD else None


def _parted(tokens: Running, place: int, printed: str, slips: Slips) -> str | None:
    if printed[1:].lower() != printed[1:] != printed[1:].upper() or slips.rivals(printed, scan=True):
        return None
    before, behind = tokens.numbers[place - 2 : place], tokens.numbers[place + 1 : place + 1 + _REACH]
    parts = [(printed[:cut], printed[cut:]) for cut in range(2, len(printed) - 1)]
    ways = [
        (log_p(before, pair, behind) - _BLANK, " ".join(pair))
        for pair in parts
        if all(word.lower() in spellings() for word in pair) and any(c in VIETNAMESE_LETTERS for c in printed)
    ]
    value, best = max(ways, default=(_PARTS, ""))
    return best if value > _PARTS else None


def _readings(word: str, slips: Slips) -> list[tuple[str, float]]:
    """What a string may be, with its cost in nats: itself where it is a word, and what it may have been read for."""
    own = [(word, 0.0)] if word.lower() in spellings() else []
    rivals = [(rival, cost) for rival, cost in slips.rivals(word, scan=True) if cost <= _DEAREST][:_MOST]
    return [
        (reading, cost) for reading, cost in own + rivals if reading.islower() or reading.isupper() or reading.istitle()
    ]


def log_p(before: Sequence[int] | np.ndarray, words: tuple[str, ...], behind: Sequence[int] | np.ndarray) -> float:
    """Log probability of words, and of those behind up to the end of the sentence."""
    numbers = [*map(int, before), *(spellings()[word.lower()] for word in words)]
    for number in map(int, behind):
        if number == 0:
            break
        numbers.append(number)
    return float(_each(numbers).sum())


def _as_printed(tokens: Running, place: int) -> float:
    """The same of two tokens as they stand, no word counting as little as one."""
    numbers = [int(number) for number in tokens.numbers[place - 2 : place + 2]]
    own = tokens.places[place : place + 2]
    for number in map(int, tokens.numbers[place + 2 : place + 2 + _REACH]):
        if number == 0:
            break
        numbers.append(number)
    values = _each(numbers)
    for at, token in enumerate(own):
        values[at] = values[at] if token is not None and token.known else _NO_WORD
    return float(np.maximum(values, 2 * _NO_WORD).sum())


def _each(numbers: list[int]) -> np.ndarray:
    array = np.array(numbers, np.int64)
    values: np.ndarray = shipped_model().after_two(array[:-2], array[1:-1], array[2:]).astype(float)
    return values
