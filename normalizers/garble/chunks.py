"""Chunks: what stands between blanks, with its place in the text and the punctuation around it."""

import re
from dataclasses import dataclass

_CHUNK = re.compile(r"[^\s]+")
_LEAD = re.compile(r"^[(\[{\"“”‘'`«<>|*•.,:;_~-]*")
_TRAIL = re.compile(r"[)\]}\"“”’'`»>|*.,:;!?…_~-]*$")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of characters without blanks. `first` tells that it begins its line; `caps` how far the line stands in
    capitals, 0 to 1."""

    start: int
    end: int
    text: str
    line: int
    first: bool
    caps: float

    @property
    def edges(self) -> tuple[str, str, str]:
        """The chunk as leading punctuation, core, trailing punctuation; a chunk of punctuation alone is all lead."""
        lead = _LEAD.match(self.text).group()  # type: ignore[union-attr]
        rest = self.text[len(lead) :]
        if not rest:
            return lead, "", ""
        trail = _TRAIL.search(rest).group()  # type: ignore[union-attr]
        return lead, rest[: len(rest) - len(trail)], trail


def split_lines(text: str) -> list[tuple[int, str]]:
    """Return every line with its offset; a form feed ends a line as a newline does."""
    lines, start = [], 0
    for line in re.split("[\n\f]", text):
        lines.append((start, line))
        start += len(line) + 1
    return lines


def chunks_of(offset: int, line: str, number: int) -> list[Chunk]:
    """Return the chunks of a line that starts at `offset` of the text."""
    letters = [c for c in line if c.isalpha()]
    caps = sum(c.isupper() for c in letters) / len(letters) if len(letters) > 3 else 0.0
    return [
        Chunk(offset + m.start(), offset + m.end(), m.group(), number, not line[: m.start()].strip(), caps)
        for m in _CHUNK.finditer(line)
    ]
