"""The engine: a garbled document is decoded, the channel is learned from what came out, and it is decoded again."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from normalizers.garble.model.channel import Costs, Counts, Mixture, align, count_pairs, symbols_of
from normalizers.garble.model.language import DocumentModel, LanguageModel, shipped_model
from normalizers.garble.search.chunks import Chunk, chunks_of, split_lines
from normalizers.garble.search.continuing import in_order
from normalizers.garble.search.decoding import Choice, Entry, Position, decode
from normalizers.garble.search.labelling import Labels, labelled
from normalizers.garble.search.loose_marks import join_loose_marks
from normalizers.garble.search.proposing import Proposer, is_snapped
from normalizers.garble.search.reader import Held, Reader
from normalizers.garble.search.readings import CAPITALS, Evidence, Part, Reading
from normalizers.garble.search.rescoring import said_around
from normalizers.garble.search.words import is_one_word
from normalizers.garble.spans.cells import settled_cells
from normalizers.garble.spans.codes import find_codes, find_document_codes
from normalizers.garble.spans.dates import find_dates
from normalizers.garble.spans.fixed import without_overlaps
from normalizers.garble.spans.formulas import find_formulas
from normalizers.garble.spans.glued_figures import find_glued_figures
from normalizers.garble.spans.items import find_items
from normalizers.garble.spans.kept import find_kept
from normalizers.garble.spans.labels import find_labels
from normalizers.garble.spans.ladders import find_ladders
from normalizers.garble.spans.levels import find_levels
from normalizers.garble.spans.mastheads import find_mastheads
from normalizers.garble.spans.measures import find_measures
from normalizers.garble.spans.persons import settled
from normalizers.garble.spans.rungs import find_rungs
from normalizers.garble.spans.series import find_series

_CELL = re.compile(r"(?:(?!\t| {4}).)+")  # columns stand four blanks or a tab apart
_FINDERS = (
    find_labels,
    find_codes,
    find_document_codes,
    find_measures,
    find_formulas,
    find_dates,
    find_mastheads,
    find_items,
    find_series,
    find_kept,
    find_glued_figures,
    find_ladders,
    find_rungs,
    find_levels,
)
_FAMILIAR, _STRANGE = 0.65, 0.9  # nats a character up to which one lesson is enough, and above which three are taken
_MOST_LESSONS = 3
# nats ahead from which on a choice is not made again: of a word in small letters, of what has capitals or no letters
_AHEAD, _AHEAD_AT_LAST = ((8.0, 12.0), (5.0, 12.0)), (10.0, math.inf)
_STRENGTH, _KINSHIP = 3.0, 0.4  # of what is known beside the document's own counts
_DOUBTED, _SURE = 3.0, 6.0  # nats ahead up to which a choice teaches nothing, and from which on it counts in full
_ENOUGH, _STRETCH = 4000, 120  # chunks to learn from, in stretches of so many
_LEAST_SURE = 0.25  # how far a choice no nat ahead counts among what the document says
_OWN_WEIGHT = 0.2  # of the document's own word sequences beside the shipped model
Proposed = dict[int, list[Reading]]  # readings beside those of the channel, by where their chunk starts


@dataclass(frozen=True)
class Decoded:
    """A chunk with the choice made for it."""

    chunk: Chunk
    choice: Choice


def divide(text: str, garbled: Sequence[bool]) -> list[Chunk]:
    """Return the chunks of the garbled lines of a text, with the spans that are settled by their shape."""
    fixed = without_overlaps([span for find in _FINDERS for span in find(text)])
    chunks: list[Chunk] = []
    for number, (offset, line) in enumerate(split_lines(text)):
        if not garbled[number]:
            continue
        for cell in _CELL.finditer(line):
            start, end = offset + cell.start(), offset + cell.end()
            own = [f for f in fixed if start <= f.start and f.end <= end]
            chunks += chunks_of(start, cell.group(), number, own)
    return in_order(join_loose_marks(chunks))


def restore(chunks: list[Chunk], channel: Mixture, labels: frozenset[str] = frozenset()) -> tuple[list[Decoded], Costs]:
    """Return the choices for the chunks of a document, and the channel learned on the way; `labels` are heads of
    columns and labels of forms that documents of its kind may have.

    It is decoded once or more to learn from, the oftener the stranger its engine is, and once with what was learned.
    """
    shipped = shipped_model()
    model: LanguageModel | DocumentModel = shipped
    document = Evidence.of(chunks)
    current: Costs = channel
    held: Held = {}
    proposed: Proposed = {}
    lessons, taken = _MOST_LESSONS, 0
    while taken < lessons:
        decoded = _decode(_sample(chunks), Reader(current, shipped.number, document, held, last=False), model, proposed)
        chunks = _with_capitals(chunks, decoded)
        model = DocumentModel(shipped, *_said(decoded), _OWN_WEIGHT)
        counts = learn(decoded, current)
        current = channel.adapted(counts).learned(counts, strength=_STRENGTH, kinship=_KINSHIP)
        lessons = lessons if taken else _lessons(_strangeness(decoded))
        held = _held(decoded, *(_AHEAD[taken] if taken + 1 < lessons else _AHEAD_AT_LAST))
        taken += 1
        said = [(item.chunk, item.choice) for item in decoded]
        proposed = Proposer(current, model, snapped=is_snapped(chunks)).propose(said)
    held = {chunk: choice for chunk, choice in held.items() if chunk.start not in proposed}
    held |= (settled := labelled(said, Labels.of(labels), current, model))
    proposed = {start: readings for start, readings in proposed.items() if start not in {c.start for c in settled}}
    decoded = _decode(chunks, Reader(current, shipped.number, document, held), model, proposed)
    return sorted(decoded, key=lambda item: item.chunk.start), current


def _held(decoded: list[Decoded], ahead: float, capitals_ahead: float) -> Held:
    """The choices that need not be made again: so many nats ahead, and so cheap that they hardly are two words."""
    return {
        item.chunk: item.choice
        for item in decoded
        if (reading := item.choice.reading) and not reading.takes_next and is_one_word(item.chunk.text, reading.cost)
        and item.choice.margin > (ahead if item.chunk.caps <= CAPITALS and reading.text.islower() else capitals_ahead)
    }  # fmt: skip


def _lessons(strangeness: float) -> int:
    return 1 if strangeness < _FAMILIAR else _MOST_LESSONS if strangeness > _STRANGE else _MOST_LESSONS - 1


def _strangeness(decoded: list[Decoded]) -> float:
    """What the readings cost the channel that has not learned yet, in nats a character: how far the engine is from
    those that it knows. Engines with neural networks, known or not, are at 0.36 to 0.63, copiers and engines that
    classify letters at 0.78 and more."""
    words = [(item.choice.reading.cost, len(item.chunk.text)) for item in decoded
             if item.choice.reading and item.choice.reading.parts]  # fmt: skip
    return sum(cost for cost, _ in words) / max(1, sum(size for _, size in words))


def _decode(
    chunks: list[Chunk], reader: Reader, model: LanguageModel | DocumentModel, proposed: Proposed | None = None
) -> list[Decoded]:
    positions, placed = [], []
    dash = (shipped_model().number["-"],)
    begins = True
    for chunk, readings in zip(chunks, reader.read_all(chunks, _sentence_starts(chunks)), strict=True):
        begins = begins or chunk.first
        if proposed and chunk.start in proposed:
            known = {r.text for r in readings}
            readings = [r for r in proposed[chunk.start] if r.text not in known] + readings
        if any(r.numbers for r in readings):
            readings = [r if r.numbers else replace(r, numbers=dash) for r in readings]
            positions.append(Position(readings, begins))
            placed.append(chunk)
            begins = False
    choices = decode(positions, model, *((said_around, _seconds) if reader.splits else ()))
    choices = [reader.held.get(chunk, choice) for chunk, choice in zip(placed, choices, strict=True)]
    return [Decoded(chunk, choice) for chunk, choice in zip(placed, choices, strict=True)]


def _seconds(
    entries: list[list[Entry]], values: list[np.ndarray], path: list[int], line_start: np.ndarray
) -> tuple[list[np.ndarray], list[int]]:
    """The second opinions: of names of persons, and of the cells of a column."""
    return settled_cells(entries, *settled(entries, values, path, line_start), line_start)


def _sample(chunks: list[Chunk]) -> list[Chunk]:
    """Enough of a long document to learn its channel from: stretches from all over it."""
    every = -(-len(chunks) // _ENOUGH)
    return [chunk for index, chunk in enumerate(chunks) if index // _STRETCH % every == 0]


def _with_capitals(chunks: list[Chunk], decoded: list[Decoded]) -> list[Chunk]:
    """The chunks with the share of capitals that their cells have as decoded."""
    letters: Counter[int] = Counter()
    capitals: Counter[int] = Counter()
    for item in decoded:
        if item.choice.reading and not item.chunk.fixed:
            own = [c for c in item.choice.reading.text if c.isalpha()]
            letters[item.chunk.cell] += len(own)
            capitals[item.chunk.cell] += sum(c.isupper() for c in own)
    share = {cell: capitals[cell] / count for cell, count in letters.items() if count}
    return [replace(c, caps=share[c.cell]) if c.caps > CAPITALS and c.cell in share else c for c in chunks]


def _said(decoded: list[Decoded]) -> tuple[np.ndarray, np.ndarray]:
    """The words of the language model that the choices stand for, in order, and how sure each is, 0 to 1: what was
    doubtful in many places alike would become sure by itself."""
    chosen = [(item.choice.reading.numbers, item.choice.margin) for item in decoded if item.choice.reading]
    numbers = [number for own, _ in chosen for number in own]
    sure = [min(1.0, _LEAST_SURE + (1 - _LEAST_SURE) * margin / _SURE) for own, margin in chosen for _ in own]
    return np.array([*numbers, 0, 0], np.int64), np.array([*sure, 0.0, 0.0])


def _sentence_starts(chunks: list[Chunk]) -> list[bool]:
    """Where a sentence may begin: at the start of a line, after a stop, after a bullet."""
    starts, stop = [], True
    for chunk in chunks:
        starts.append(stop or chunk.first)
        stop = chunk.text[-1] in ".:!?" or chunk.text in "-+*•"
    return starts


def learn(decoded: list[Decoded], channel: Costs) -> Counts:
    """Return how often each letter was read as each string, from the choices, each weighted by how sure it is.

    Doubtful ones are left out: what is learned from an error makes the same error sure the next time.
    """
    pairs: dict[Part, float] = defaultdict(float)
    for item in decoded:
        choice = item.choice
        if choice.reading is not None and choice.margin > _DOUBTED:
            weight = min(1.0, (choice.margin - _DOUBTED) / (_SURE - _DOUBTED))
            for part in choice.reading.parts:
                pairs[part] += weight
    return count_pairs(
        (symbol, string, weight)
        for (observed, spelling, case), weight in pairs.items()
        for symbol, string in align(observed, symbols_of(spelling, case), channel)
    )
