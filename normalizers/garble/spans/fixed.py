"""Spans settled before the search: labels and codes whose shape tells what they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fixed:
    """A span of the text with the reading that its shape gives it; `words` are its classes in the language model."""

    start: int
    end: int
    text: str
    kind: str
    words: tuple[str, ...]
    cost: float = 0.0


def without_overlaps(spans: list[Fixed]) -> list[Fixed]:
    """Return the spans in order; of two that overlap the longer one stays."""
    kept: list[Fixed] = []
    for span in sorted(spans, key=lambda s: (-(s.end - s.start), s.start)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
