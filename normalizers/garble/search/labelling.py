"""Labels: heads of columns and labels of forms (`Si trn chd` is *Số tín chỉ*), known as wholes.

A cell, or what stands before a colon, is either free words or one of the labels that the caller knows. Free words cost
what the channel and the models of words say; a label costs what the channel says, and as many nats as there are labels
to choose from. Where the label is cheaper, the cell is that label.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.channel import Costs
from normalizers.garble.model.language import DocumentModel, LanguageModel, shipped_model
from normalizers.garble.model.lexicon import Lexicon, cased, spellings
from normalizers.garble.search.chunks import Chunk, edges_of
from normalizers.garble.search.decoding import Choice
from normalizers.garble.search.lookup import costs_of
from normalizers.garble.search.readings import CAPITALS, Reading, of_word
from normalizers.garble.search.words import LONGEST_WORD

_RARITY = 2.0  # nats that a label costs beside those that choose among all of them: most cells are none
_COMMON = 0.25  # share that how rare its words are has in the choice among labels
_AHEAD, _AHEAD_BESIDE = 4.0, 0.0  # nats by which a label must be cheaper than free words, alone and in heads of a table
_HEADS = 2  # labels on a line that tell heads of a table: one stands before a value
_CLEARLY = 9.0  # nats ahead from which on it may be dearer than `_DEAREST`
_DEAREST = 2.5, 3.5  # nats a letter that the channel may ask for a label, and for one of its words
_SURE = 12.0  # nats ahead from which on all words of a cell stay as they are
_CAPACITY = re.compile("[BCDGHKLMNPQRSTVX]{2,3}")  # before an office, `KT. HIỆU TRƯỞNG`
_MISREAD = "!|[]{}<>~*'’"  # signs that are letters misread where a label may stand

Said = Sequence[tuple[Chunk, Choice]]  # the chunks of a document as decoded


@dataclass(frozen=True, eq=False)
class Labels:
    """Labels by how many words they have, each an array [label, word] of places in a lexicon of their words."""

    lexicon: Lexicon
    by_length: dict[int, np.ndarray]
    texts: frozenset[str]
    cost: float

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, texts: frozenset[str]) -> "Labels":
        """Collect the labels all of whose words are Vietnamese ones."""
        known = spellings()
        parted = {tuple(edges_of(word)[1].lower() for word in text.split()) for text in texts}
        usual = shipped_model().unigram
        spelled: dict[tuple[str, ...], tuple[str, ...]] = {}  # the usual one of `lí thuyết` and `lý thuyết`
        for words in sorted(
            (words for words in parted if words and all(word in known for word in words)),
            key=lambda words: sum(usual[known[word]] for word in words),
        ):
            spelled[tuple(canonical(word).replace("y", "i") for word in words)] = words
        lexicon = Lexicon.of({word: known[word] for words in spelled.values() for word in words})
        place = {word: at for at, word in enumerate(lexicon.spellings)}
        grouped: dict[int, list[list[int]]] = defaultdict(list)
        for words in spelled.values():
            grouped[len(words)].append([place[word] for word in words])
        by_length = {n: np.array(rows) for n, rows in grouped.items()}
        return cls(lexicon, by_length, frozenset(map(" ".join, parted)), _RARITY + math.log(len(spelled) or 1))


def labelled(said: Said, labels: Labels, channel: Costs, model: LanguageModel | DocumentModel) -> dict[Chunk, Choice]:
    """Return the choices for cells that a label explains better than the words that they were decoded to.

    Beside labels on its line, as in the heads of a table, less is asked of a cell.
    """
    cells = [cell for cell in _cells(said) if len(cell) in labels.by_length]
    heads = {id(cell) for cell in cells if _text(cell) in labels.texts}
    doubted = [cell for cell in cells if id(cell) not in heads and _is_open(cell)]
    costs = _costs(doubted, labels.lexicon, channel)
    weighed = [(cell, *_as_label(cell, labels, costs, model)) for cell in doubted]
    heads |= {id(cell) for cell, _, ahead in weighed if ahead >= _AHEAD}
    on_line = Counter(cell[0][0].line for cell in cells if id(cell) in heads)
    return {
        chunk: choice
        for cell, made, ahead in weighed
        if ahead >= _AHEAD or ahead >= _AHEAD_BESIDE and on_line[cell[0][0].line] >= _HEADS
        for chunk, choice in made.items()
    }


def _text(cell: Said) -> str:
    return " ".join(edges_of(choice.reading.text)[1].lower() for _, choice in cell if choice.reading)


def _cells(said: Said) -> list[list[tuple[Chunk, Choice]]]:
    """What may be labels: the chunks with letters from the begin of a cell to its end, a colon or a bracket."""
    cells: list[list[tuple[Chunk, Choice]]] = []
    ended = True
    for item in said:
        chunk = item[0]
        if chunk.first:
            cells.append([])
            ended = False
        lead, core, trail = _core(chunk)
        begun = bool(cells and cells[-1])
        if not begun and _CAPACITY.fullmatch(core):
            continue
        ended = ended or begun and ("(" in lead or not any(map(str.isalpha, core)))
        if ended or not (begun or any(map(str.isalpha, core))):
            continue
        cells[-1].append(item)
        ended = ":" in trail
    return cells


def _is_open(cell: Said) -> bool:
    """Whether the words of a cell are all of them to be read, and in doubt."""
    cores = [_core(chunk)[1] for chunk, _ in cell]
    return (
        all(1 <= len(core) <= LONGEST_WORD for core in cores)
        and not any(chunk.fixed for chunk, _ in cell)
        and min(choice.margin for _, choice in cell) < _SURE
    )


def _core(chunk: Chunk) -> tuple[str, str, str]:
    """The edges of a chunk, signs that are no punctuation of labels being letters misread."""
    lead, core, trail = chunk.edges
    before, after = lead.rstrip(_MISREAD), trail.lstrip(_MISREAD)
    return before, lead[len(before) :] + core + trail[: len(trail) - len(after)], after


def _cases(cell: Said) -> list[str]:
    """The case of each word of a cell; a single capital within is a letter misread."""
    cores = [_core(chunk)[1] for chunk, _ in cell]
    letters = "".join(filter(str.isalpha, "".join(cores)))
    if cell[0][0].caps > CAPITALS and 2 * sum(map(str.isupper, letters)) > len(letters):
        return ["upper"] * len(cell)
    titles = [core[0].isupper() for core in cores[1:]]
    others = "title" if titles and 2 * sum(titles) > len(titles) else "lower"
    first = "lower" if cores[0][0].islower() else "title"
    return [first, *[others] * (len(cell) - 1)]


def _costs(cells: Sequence[Said], lexicon: Lexicon, channel: Costs) -> dict[tuple[str, str], np.ndarray]:
    """What every word of the labels costs for every string in its case."""
    asked: dict[str, set[str]] = defaultdict(set)
    for cell in cells:
        for (chunk, _), case in zip(cell, _cases(cell), strict=True):
            asked[case].add(_core(chunk)[1])
    found: dict[tuple[str, str], np.ndarray] = {}
    for case, cores in asked.items():
        strings = sorted(cores)
        found |= {
            (core, case): own for core, own in zip(strings, costs_of(strings, lexicon, channel, mode=case), strict=True)
        }
    return found


def _as_label(
    cell: Said, labels: Labels, costs: dict[tuple[str, str], np.ndarray], model: LanguageModel | DocumentModel
) -> tuple[dict[Chunk, Choice], float]:
    """The words of the cheapest label for a cell, and by how many nats it is ahead of free words."""
    chunks, cases = [chunk for chunk, _ in cell], _cases(cell)
    own = np.array([costs[_core(chunk)[1], case] for chunk, case in zip(chunks, cases, strict=True)])
    rows = labels.by_length[len(cell)]
    paid = own[np.arange(len(cell)), rows]
    best = int((paid + _COMMON * labels.lexicon.rarity[rows]).sum(axis=1).argmin())
    free = [choice.reading for _, choice in cell if choice.reading]
    ahead = sum(reading.cost for reading in free) - _likelihood(free, model) - float(paid[best].sum()) - labels.cost
    if ahead < _CLEARLY and not _is_like([_core(chunk)[1] for chunk in chunks], paid[best]):
        return {}, -math.inf
    words = zip(chunks, cases, rows[best].tolist(), paid[best].tolist(), strict=True)
    return {
        chunk: Choice(of_word(_core(chunk), cased(labels.lexicon, case)[at], case, cost, "garble.label"), None, ahead)
        for chunk, case, at, cost in words
    }, ahead


def _is_like(cores: list[str], costs: np.ndarray) -> bool:
    """Whether strings are like the words of a label, all together and each of them."""
    whole, single = _DEAREST
    sizes = np.array([len(core) for core in cores])
    return bool(costs.sum() <= whole * sizes.sum() and (costs <= single * sizes).all())


def _likelihood(readings: Sequence[Reading], model: LanguageModel | DocumentModel) -> float:
    """What the model of words says of readings that begin a sentence."""
    words = np.array([0, *(number for reading in readings for number in reading.numbers)], np.int64)
    earlier = np.concatenate([[-1], words[:-2]])
    return float(model.after_two(earlier, words[:-1], words[1:]).sum())
