"""The careful mode: single wrong marks in text that is mostly sound (`Hô Chí Minh`, `bồ sung`, `Quyêt định`).

A word is changed only to one with the same letters but for the marks of one of them, and only where the language model
finds the printed word next to impossible in its context and the other one at home there.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from models.edits import Edit
from normalizers.garble.alphabet import VIETNAMESE_LETTERS, bare_letters, canonical
from normalizers.garble.channel import Channel, in_case
from normalizers.garble.chunks import split_lines
from normalizers.garble.language import LanguageModel, shipped_model
from normalizers.garble.lexicon import foreign, spellings, syllables
from normalizers.garble.search import search_all
from normalizers.garble.tokens import TOKEN, WORD, number_class
from normalizers.triage.lexicon import words

_SUSPECT = -8.5  # nats for a word and the one after it, in context: above this a word is not looked at
_AHEAD = 8.0  # nats by which another word must be ahead of a printed syllable
_AHEAD_OF_NONE = 5.0  # the same where what is printed is no syllable
_AT_HOME = -12.0  # what the other word must reach itself
_NO_SYLLABLE = -16.0  # what a printed string that is no word counts at most
_FARTHEST, _BELONGS, _CLEAR = 10.0, -8.0, 3.0  # cost of a shape, place in context, lead over the next: nats
_AGAIN = 3  # a word that a document prints so often in the same company is meant

_RARE = -9.5  # log probability below which a word that stands again and again in a document is one of its terms


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    text: str
    number: int


def proofread(text: str, closed: Sequence[bool]) -> tuple[Edit, ...]:
    """Return the edits for single wrong marks; `closed` tells for every line whether it must not be touched."""
    model = shipped_model()
    tokens = _tokens(text, closed, model)
    alphabetic = [t for t in tokens if t.text.isalpha()]
    marked = sum(any(c in VIETNAMESE_LETTERS for c in t.text) for t in alphabetic)
    if len(alphabetic) < 8 or marked < 0.4 * len(alphabetic):
        return ()
    numbers = np.array([0, 0, *(t.number for t in tokens), 0, 0])
    scores = _scores(model, numbers)
    company = Counter(zip(numbers[1:-3].tolist(), numbers[2:-2].tolist(), strict=True))
    printed = Counter(numbers.tolist())
    edits = []
    unknown = numbers[2:-2] == model.number[WORD]
    scores = np.where(unknown, np.minimum(scores, _NO_SYLLABLE), scores)
    for index in np.flatnonzero(scores < _SUSPECT).tolist():
        token = tokens[index]
        pair = (int(numbers[index + 1]), token.number)
        meant = company[pair] >= _AGAIN or (printed[token.number] >= _AGAIN and model.unigram[token.number] < _RARE)
        if token.text.isalpha() and (not meant or token.number == model.number[WORD]):
            edit = _mended(token, numbers, index + 2, float(scores[index]))
            if edit:
                edits.append(edit)
    return tuple(edits)


def _tokens(text: str, closed: Sequence[bool], model: LanguageModel) -> list[_Token]:
    tokens = []
    for (offset, line), shut in zip(split_lines(text), closed, strict=True):
        for match in () if shut else TOKEN.finditer(line):
            printed = match.group()
            name = number_class(printed) if printed[0].isdigit() else canonical(printed.lower())
            number = model.number.get(name, model.number[WORD])
            tokens.append(_Token(offset + match.start(), printed, number))
    return tokens


def _scores(model: LanguageModel, numbers: np.ndarray) -> np.ndarray:
    """Log probability of every token and the token after it, given the two before; `numbers` is padded with two."""
    own = model.after_two(numbers[:-2], numbers[1:-1], numbers[2:])
    following = own[1:]
    return own[:-2] + np.where(numbers[3:-1] == 0, 0, following[:-1])


def _mended(token: _Token, numbers: np.ndarray, at: int, score: float) -> Edit | None:
    """The edit for a token, if one other word is far ahead of it."""
    model, lower = shipped_model(), token.text.lower()
    known = lower in spellings()
    rivals = [w for w in _family().get(bare_letters(lower), ()) if w != lower and _one_letter_apart(w, lower)]
    if not known and token.number != model.number[WORD]:
        return None
    if not known and (len(lower) < 3 or lower.isascii()):
        rivals = []
    if not rivals:
        return None if known else _reshaped(token, numbers, at)
    count = len(rivals)
    values = _in_place(rivals, numbers, at)
    order = np.argsort(-values)
    best = float(values[order[0]])
    second = float(values[order[1]]) if count > 1 else -99.0
    ahead = best - score
    if best < _AT_HOME or ahead < (_AHEAD if known else _AHEAD_OF_NONE) or best - second < 2.0:
        return None
    case = "upper" if len(lower) > 1 and token.text.isupper() else "title" if token.text[0].isupper() else "lower"
    after = in_case(rivals[int(order[0])], case)
    confidence = 1 / (1 + math.exp(-0.35 * ahead))
    return Edit(token.start, token.start + len(token.text), token.text, after, "garble.mark", round(-best, 2),
                round(confidence, 3))  # fmt: skip


def _in_place(candidates: list[str], numbers: np.ndarray, at: int) -> np.ndarray:
    """Log probability of every word, and of what follows it, in the place of a token."""
    model = shipped_model()
    window = np.repeat(numbers[at - 2 : at + 3][None, :], len(candidates), axis=0)
    window[:, 2] = [spellings()[w] for w in candidates]
    values = model.after_two(window[:, 0], window[:, 1], window[:, 2])
    return values + model.after_two(window[:, 1], window[:, 2], window[:, 3]) if window[0, 3] else values


def _reshaped(token: _Token, numbers: np.ndarray, at: int) -> Edit | None:
    """The edit for a string that is no word of any language and looks like one that belongs here (`vilc`, `cla`)."""
    printed = token.text
    if not printed.islower() or not 2 < len(printed) < 8 or printed in words("en") or printed in foreign():
        return None
    found = search_all([printed], syllables(), Channel(), mode="lower", most=24)[0].words
    found = [(index, cost) for index, cost in found if cost < _FARTHEST]
    if not found:
        return None
    candidates = [syllables().spellings[index] for index, _ in found]
    places = _in_place(candidates, numbers, at)
    values = places - np.array([cost for _, cost in found])
    order = np.argsort(-values)
    best = int(order[0])
    margin = float(values[best] - values[order[1]]) if len(order) > 1 else 9.0
    if places[best] < _BELONGS or margin < _CLEAR:
        return None
    confidence = 1 / (1 + math.exp(-0.5 * margin))
    return Edit(token.start, token.start + len(printed), printed, candidates[best], "garble.shape",
                round(-float(values[best]), 2), round(confidence, 3))  # fmt: skip


def _one_letter_apart(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


@cache
def _family() -> dict[str, tuple[str, ...]]:
    """Spellings by their letters without marks."""
    families: dict[str, list[str]] = defaultdict(list)
    for word in spellings():
        families[bare_letters(word)].append(word)
    return {bare: tuple(words) for bare, words in families.items()}
