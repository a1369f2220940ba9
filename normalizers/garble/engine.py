"""The engine: a garbled document is decoded, the channel is learned from what came out, and it is decoded again."""

from collections import Counter
from dataclasses import dataclass

from normalizers.garble.channel import Channel, align, count_pairs, symbols_of
from normalizers.garble.chunks import Chunk
from normalizers.garble.decoding import Choice, Position, decode
from normalizers.garble.language import LanguageModel, shipped_model
from normalizers.garble.readings import Reader

_PASSES = 3


@dataclass(frozen=True)
class Decoded:
    """A chunk with the choice made for it."""

    chunk: Chunk
    choice: Choice


def restore(chunks: list[Chunk], channel: Channel, *, passes: int = _PASSES) -> tuple[list[Decoded], Channel]:
    """Return the choices for the chunks of a document, and the channel learned on the way."""
    model = shipped_model()
    current = channel
    decoded: list[Decoded] = []
    for number in range(passes):
        decoded = _decode(chunks, Reader(current, model.number), model)
        if number + 1 < passes:
            current = channel.learned(learn(decoded, current), strength=4.0)
    return decoded, current


def _decode(chunks: list[Chunk], reader: Reader, model: LanguageModel) -> list[Decoded]:
    positions, placed = [], []
    stop, begins = True, True
    for index, chunk in enumerate(chunks):
        begins = begins or chunk.first
        readings = reader.read(chunk, after_stop=stop or chunk.first)
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        if following is not None:
            readings = readings + reader.glued(chunk, following)
        stop = chunk.text[-1] in ".:!?" or chunk.text in "-+*•"
        if not any(r.numbers for r in readings):
            continue
        dash = model.number["-"]
        readings = [r if r.numbers else _marked(r, dash) for r in readings]
        positions.append(Position(readings, begins))
        placed.append(chunk)
        begins = False
    return [Decoded(chunk, choice) for chunk, choice in zip(placed, decode(positions, model), strict=True)]


def _marked(reading, number):
    from dataclasses import replace

    return replace(reading, numbers=(number,))


def learn(decoded: list[Decoded], channel: Channel) -> dict[int, Counter[str]]:
    """Return how often each letter was read as each string, from the choices, each weighted by how sure it is."""
    pairs: Counter[tuple[str, str, str]] = Counter()
    for item in decoded:
        if item.choice.reading is not None:
            weight = min(1.0, 0.25 + item.choice.margin / 6)
            for part in item.choice.reading.parts:
                pairs[part] += weight
    return count_pairs(
        (symbol, string, weight)
        for (observed, spelling, case), weight in pairs.items()
        for symbol, string in align(observed, symbols_of(spelling, case), channel)
    )
