"""Proposals: what the words on both sides ask for where the letters alone led to a doubtful choice, or where an engine
snapped words to English ones (`two` for *lao*, `sat` for *số*).

The first readings of a string are found by its letters and by how frequent words are; here all syllables are gone
through once more, by the letters and by what the first decoding put around them.
"""

from collections import defaultdict

import numpy as np

from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.model.channel import Costs
from normalizers.garble.model.language import DocumentModel, LanguageModel
from normalizers.garble.model.lexicon import cased, syllables
from normalizers.garble.search.chunks import Chunk
from normalizers.garble.search.decoding import Choice
from normalizers.garble.search.lookup import costs_of
from normalizers.garble.search.readings import Reading, of_word
from normalizers.garble.search.rescoring import context_model
from normalizers.garble.search.words import LONGEST_WORD
from normalizers.triage.tokens import is_english

_SNAPPED = 0.15  # share of English words among small ones from which on a document is snapped; others have up to 0.14
_MISREAD = 0.25  # share of what is no word at all, without which the marks alone are lost: `an`, `than`, `do`
_TELLING = 300  # small words from which on these shares tell
_DOUBTED = 4.0  # nats ahead up to which a choice is doubtful
_UNREAD = 5.0  # cost from which on what is kept as it stands is no number and no name
_LOOKED_AT, _MOST = 20, 4  # words weighed by those right beside them, and words proposed, for each place
_FLOOR = -12.0  # nats below which a model of words says no more

Said = list[tuple[Chunk, Choice]]  # the chunks of a document as decoded


def is_snapped(chunks: list[Chunk]) -> bool:
    """Return whether so many small words of a document are English that its engine must have looked them up."""
    small = [core for chunk in chunks if not chunk.fixed and (core := chunk.edges[1]).isalpha() and core.islower()]
    small = [core for core in small if len(core) > 2]
    if len(small) < _TELLING or sum(map(is_english, small)) < _SNAPPED * len(small):
        return False
    syllables_alike = set(map(bare_letters, syllables().spellings))
    return sum(not is_english(core) and core not in syllables_alike for core in small) >= _MISREAD * len(small)


class Proposer:
    """Proposes readings by a channel and a model of words; `snapped` tells that English words are doubtful too."""

    def __init__(self, channel: Costs, model: LanguageModel | DocumentModel, *, snapped: bool) -> None:
        self._channel, self._model, self._snapped = channel, model, snapped

    def propose(self, said: Said) -> dict[int, list[Reading]]:
        """Return the readings that the words around propose for doubtful words, by where each begins."""
        words = [0, 0]
        asked: dict[str, list[tuple[Chunk, int]]] = defaultdict(list)
        for chunk, choice in said:
            if (reading := choice.reading) is None:
                continue
            if not chunk.fixed and (_is_doubtful(chunk, choice) or self._snapped and _may_be_snapped(chunk)):
                asked[_case(chunk, reading)].append((chunk, len(words)))
            words += reading.numbers
        around = np.array([*words, 0], np.int64)
        return {start: own for case, at in asked.items() for start, own in self._proposed(case, at, around).items()}

    def _proposed(self, case: str, asked: list[tuple[Chunk, int]], around: np.ndarray) -> dict[int, list[Reading]]:
        """The readings for chunks that stand in one case, each with its place among the words."""
        lexicon, context = syllables(), context_model()
        costs = costs_of([chunk.edges[1] for chunk, _ in asked], lexicon, self._channel, mode=case)
        places = np.array([place for _, place in asked])
        said = context.places(around, places) @ context.outer(lexicon.numbers).T + context.bias(lexicon.numbers)
        ranks = costs - np.maximum(said, _FLOOR)
        near = np.argpartition(ranks, _LOOKED_AT, axis=1)[:, :_LOOKED_AT]
        at, word = np.repeat(places, _LOOKED_AT), lexicon.numbers[near.ravel()]
        before = self._model.after_two(around[at - 2], around[at - 1], word)
        behind = self._model.after_two(around[at - 1], word, around[at + 1])
        beside = np.maximum(before, _FLOOR) + np.maximum(behind, _FLOOR)
        order = np.argsort(np.take_along_axis(ranks, near, axis=1) - beside.reshape(near.shape), axis=1, kind="stable")
        best = np.take_along_axis(near, order[:, :_MOST], axis=1)
        paid, words = np.take_along_axis(costs, best, axis=1), cased(lexicon, case)
        return {
            chunk.start: [of_word(chunk.edges, words[index], case, cost) for index, cost in zip(*own, strict=True)]
            for (chunk, _), *own in zip(asked, best.tolist(), paid.tolist(), strict=True)
        }


def _is_doubtful(chunk: Chunk, choice: Choice) -> bool:
    core, reading = chunk.edges[1], choice.reading
    if reading is None or reading.takes_next or choice.margin >= _DOUBTED or not 1 < len(core) <= LONGEST_WORD:
        return False
    if reading.kind == "kept":
        return reading.cost > _UNREAD and any(map(str.isalpha, core)) and not core.isupper()
    return reading.kind == "garble.word" and len(reading.parts) == 1


def _may_be_snapped(chunk: Chunk) -> bool:
    core = chunk.edges[1]
    return core.isalpha() and (core.islower() or core.istitle()) and is_english(core)


def _case(chunk: Chunk, reading: Reading) -> str:
    if reading.parts:
        return reading.parts[0][2]
    core = chunk.edges[1]
    return "upper" if core.isupper() else "title" if core[0].isupper() else "lower"
