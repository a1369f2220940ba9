"""Proposals for words that an engine snapped to English ones (`two` for *lao*, `sat` for *số*): what the words on both
sides ask for, as far as the letters allow it. Only documents that are full of English words have any.
"""

from functools import cache

import numpy as np

from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.model.language import DocumentModel, LanguageModel
from normalizers.garble.model.lexicon import in_case, syllables
from normalizers.garble.search.chunks import Chunk
from normalizers.garble.search.readings import Reading, marks_in
from normalizers.garble.search.rescoring import context_model
from normalizers.triage.tokens import is_english

_SNAPPED = 0.15  # share of English words among small ones from which on a document is snapped; others have up to 0.14
_MISREAD = 0.25  # share of what is no word at all, without which the marks alone are lost: `an`, `than`, `do`
_TELLING = 300  # small words from which on these shares tell
_LOOKED_AT, _MOST = 100, 6  # words whose letters are compared, and words proposed, for each place
_BASE, _EDIT, _EDITS = 4.0, 1.5, 2  # nats for having been snapped, for each letter that differs, and the most of them
_FLOOR = -12.0  # nats below which a model of words says no more

Said = list[tuple[Chunk, tuple[int, ...]]]  # the chunks of a document as decoded, with their words


def is_snapped(chunks: list[Chunk]) -> bool:
    """Return whether so many small words of a document are English that its engine must have looked them up."""
    small = [core for chunk in chunks if not chunk.fixed and (core := chunk.edges[1]).isalpha() and core.islower()]
    small = [core for core in small if len(core) > 2]
    if len(small) < _TELLING or sum(map(is_english, small)) < _SNAPPED * len(small):
        return False
    syllables_alike = {letters for _, letters, _ in _words()}
    return sum(not is_english(core) and core not in syllables_alike for core in small) >= _MISREAD * len(small)


def proposals(said: Said, model: LanguageModel | DocumentModel, numbers: dict[str, int]) -> dict[int, list[Reading]]:
    """Return the readings that the words around propose for the English words of a document, by where each begins."""
    words, places, asked = [0, 0], [], []
    for chunk, own in said:
        core = chunk.edges[1]
        if not chunk.fixed and core.isalpha() and (core.islower() or core.istitle()) and is_english(core) and own:
            places.append(len(words))
            asked.append(chunk)
        words += own
    if not places:
        return {}
    scores = _scores(np.array([*words, 0], np.int64), np.array(places), model)
    found = {}
    for chunk, row in zip(asked, scores, strict=True):
        best = np.argpartition(-row, _LOOKED_AT)[:_LOOKED_AT]
        edits = {index: _edits(_words()[index][1], chunk.edges[1].lower()) for index in best.tolist()}
        near = sorted((i for i in edits if edits[i] <= _EDITS), key=lambda i: _EDIT * edits[i] - row[i])[:_MOST]
        found[chunk.start] = [_reading(chunk, i, _BASE + _EDIT * edits[i], numbers) for i in near]
    return found


def _scores(words: np.ndarray, places: np.ndarray, model: LanguageModel | DocumentModel) -> np.ndarray:
    """How well every syllable fits at each place, in nats: by the words before, the one behind, and all around."""
    own = np.array([number for number, _, _ in _words()], np.int64)
    shape = (len(places), len(own))
    at, word = np.repeat(places, len(own)), np.tile(own, len(places))
    before = model.after_two(words[at - 2], words[at - 1], word)
    behind = model.after_two(words[at - 1], word, words[at + 1])
    context = context_model()
    around = context.places(words, places) @ context.outer(own).T + context.bias(own)
    parts = (before.reshape(shape), behind.reshape(shape), around)
    return sum(np.maximum(part, _FLOOR) for part in parts)


def _reading(chunk: Chunk, index: int, cost: float, numbers: dict[str, int]) -> Reading:
    lead, core, trail = chunk.edges
    number, _, spelling = _words()[index]
    case = "title" if core[0].isupper() else "lower"
    ends = tuple(numbers[mark] for mark in marks_in(trail))
    text = lead + in_case(spelling, case) + trail
    return Reading(text, (number, *ends), cost, "garble.word", ((core, spelling, case),))


@cache
def _words() -> tuple[tuple[int, str, str], ...]:
    """Every syllable: its number in the language model, its letters without marks, its spelling."""
    lexicon = syllables()
    spelled = dict(zip(lexicon.numbers.tolist(), lexicon.spellings, strict=True))
    return tuple((number, bare_letters(spelling), spelling) for number, spelling in spelled.items())


def _edits(one: str, other: str) -> int:
    """How many letters must be changed, left out or put in to make one string the other."""
    row = list(range(len(other) + 1))
    for at, a in enumerate(one, 1):
        last, row = row, [at]
        for to, b in enumerate(other, 1):
            row.append(min(last[to] + 1, row[-1] + 1, last[to - 1] + (a != b)))
    return row[-1]
