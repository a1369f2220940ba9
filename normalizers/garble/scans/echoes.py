"""What a document says elsewhere: a doubtful slip is one where its rival stands beside the same neighbour again.

`phải lập số bàn giao` beside two `sổ bàn giao`, `các chỉ đoàn` once `Bí thư chỉ đoàn` is mended: the words around do
not tell such words apart, the rest of the document does.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.model.language import shipped_model
from normalizers.garble.scans.sequence import Running, strangers
from normalizers.garble.scans.weighing import Weighed

_OWN, _SURE = 4, 0.95
"""How often a word stands unchanged in a document to be one of its own, and the probability from which it is mended
though: of 8 such places in composed scans none was a slip, of three with a word that stands thrice elsewhere two."""
_OFTEN = 3.0
"""How many times as often as in any text it stands there: `năm` comes again and again in every document."""
_AGAIN = 2  # times that a document has a name to be believed on what stands for it
_ODDS, _PROBABLE = -2.0, 0.1
"""Log odds and probability from which a rival is believed on another place's word: below them, of 41,000 words of sound
text, two were changed that were right; above them none."""


def echoed(text: Running, weighed: Sequence[Weighed], probable: Sequence[float], made: Mapping[int, int]) -> list[int]:
    """Return the indices into `weighed` of the words that the document has as their rivals beside the same neighbour.

    `made` has the places that are mended, with the numbers of their words.
    """
    after = text.numbers.copy()
    for at, number in made.items():
        after[at] = number
    numbers = after.tolist()
    pairs = Counter(zip(numbers, numbers[1:], strict=False))
    changes = _changes(text, made, numbers)
    found = []
    for index, (place, probability) in enumerate(zip(weighed, probable, strict=True)):
        token = text.places[place.place]
        if place.place in made or token is None or not token.known or not token.text.islower():
            continue
        if not place.rival.islower() or place.odds < _ODDS or probability < _PROBABLE:
            continue
        own = numbers[place.place]
        beside = [n for n in (place.place - 1, place.place + 1) if _is_word(text, n)]
        again = any((own, place.number, numbers[n], n - place.place) in changes for n in beside)
        its = _times(pairs, place.number, place.place, beside, numbers)
        if again or (its and not _others(pairs, own, place.place, beside, numbers)):
            found.append(index)
    return found


def of_document(text: Running, made: Mapping[int, int], probable: Mapping[int, float]) -> set[int]:
    """Return the places of `made` whose words are the document's own: `nghỉ lễ` in a notice that has `nghỉ` again and
    again and no `nghi` is not misread, however much more frequent `nghi lễ` is.

    `probable` has the probability of every change.
    """
    seen = Counter(text.numbers.tolist())
    changed = Counter(int(text.numbers[place]) for place in made)
    found = set()
    for place, number in made.items():
        token, own = text.places[place], int(text.numbers[place])
        usual = float(np.exp(shipped_model().unigram[own])) * len(text.numbers)
        kept = token is not None and token.known and seen[own] - changed[own] >= max(_OWN, _OFTEN * usual)
        if kept and not seen[number] and probable[place] < _SURE:
            found.add(place)
    return found


def named_again(text: Running) -> Iterator[tuple[int, str]]:
    """Yield the places of strings with a capital that are no word, with what the document has for them: the one word of
    the same plain letters that stands again and again behind the same one (`Chợ Chủa` among many `Chợ Chùa`).
    """
    forms = defaultdict[tuple[str, str], Counter[str]](Counter)
    strange: list[tuple[int, tuple[str, str]]] = []
    for place, (before, token) in enumerate(zip(text.places, text.places[1:], strict=False), 1):
        if before is None or token is None or not (before.title and token.title and token.text.isalpha()):
            continue
        key = before.text, bare_letters(token.text)
        if token.known:
            forms[key][token.text] += 1
        else:
            strange.append((place, key))
    for place, key in strange:
        if len(forms[key]) == 1 and forms[key].total() >= _AGAIN:
            yield place, next(iter(forms[key]))


def _changes(text: Running, made: Mapping[int, int], numbers: Sequence[int]) -> set[tuple[int, int, int, int]]:
    """What was mended into what, beside which word, on which side of it."""
    return {
        (int(text.numbers[place]), number, numbers[place + side], side)
        for place, number in made.items()
        for side in (-1, 1)
        if _is_word(text, place + side)
    }


def _times(pairs: Counter[tuple[int, int]], number: int, at: int, beside: Sequence[int], numbers: Sequence[int]) -> int:
    """How often the document has a word beside the neighbours of a place."""
    return sum(pairs[(numbers[n], number) if n < at else (number, numbers[n])] for n in beside)


def _others(pairs: Counter[tuple[int, int]], own: int, at: int, beside: Sequence[int], numbers: Sequence[int]) -> int:
    """The same for the word that is printed in the place, without the place itself."""
    return _times(pairs, own, at, beside, numbers) - len(beside)


def _is_word(text: Running, at: int) -> bool:
    token = text.places[at]
    return token is not None and token.known and token.text.isalpha() and not strangers()[token.number]
