"""Chunks: what stands between blanks, with its place in the text and the punctuation around it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from normalizers.garble.spans.fixed import Fixed
from normalizers.letters import lettered

# `(PIs)Muc`, `HDT(de` and `tao(2)` are two, `I)AO` is one: the letter Đ in two strokes.
_CHUNK = re.compile(
    lettered(
        r"[^\s]+?(?:(?:(?<=[^\sI]\))|(?<=\SI\)))(?=[A-ZĐ][^\W\d_])|(?<=I\))(?=[A-ZĐ]\p{Ll})"
        r"|(?<=[^\s(][^\s(])(?=\([^\W\d_]{2}|\([\d*]{1,2}\))|(?=\s|$))"
    )
)
_CONSONANTS = re.compile(r"(?<![\w])[BCDGHKLMNPRSTVXĐ&-]{2,}(?![\w])")  # acronyms, which tell nothing of a line
_CODES = re.compile(r"(?<!\S)[A-ZĐ]{2,}(?:\.\S*\w|\d\d\w*)")  # `QT.KHTH.16.01`, `INT3401`
_GRADE = re.compile(r"(?<!\S)[A-F][+-]?(?!\S)")
_RUN = re.compile(lettered(r"(?:(?<!\S)[^\w\s,]*\p{Lu}[\p{Lu}\d'’]+[^\w\s,]*(?:\s+|$)){3,}"))
_FEW_LETTERS, _MOSTLY = 8, 0.72  # letters of a run that may be short names, share in capitals of a line that is one
_LEAD = re.compile(r"^[(\[{\"“”‘'`«<>|*•.,:;_~-]*")
_TRAIL = re.compile(r"(?:(?<=\w)[–—])?[)\]}\"“”’'`»>|*.,:;!?…_~/-]*$")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of characters without blanks, or a fixed span.

    `first` tells that it begins its line; `caps` how far its cell, or the run of words in capitals within it, stands in
    capitals, 0 to 1, and `cell` where that begins; `alone` that nothing else there has letters, so that its own
    capitals are all that was counted.
    """

    start: int
    end: int
    text: str
    line: int
    first: bool
    caps: float
    fixed: Fixed | None = None
    alone: bool = False
    cell: int = 0

    @property
    def edges(self) -> tuple[str, str, str]:
        """The chunk as leading punctuation, core, trailing punctuation; a chunk of punctuation alone is all lead."""
        return edges_of(self.text)


@lru_cache(maxsize=65536)
def edges_of(text: str) -> tuple[str, str, str]:
    """Return a string without blanks as leading punctuation, core, trailing punctuation."""
    lead = _LEAD.match(text).group()  # type: ignore[union-attr]
    rest = text[len(lead) :]
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


def chunks_of(offset: int, line: str, number: int, fixed: list[Fixed]) -> list[Chunk]:
    """Return the chunks of a line that starts at `offset` of the text; `fixed` are its settled spans, in order."""
    rest = line
    for span in fixed:
        rest = rest[: span.start - offset] + " " * (span.end - span.start) + rest[span.end - offset :]
    runs = [r for r in _RUN.finditer(rest) if len(_worded(r[0])) > _FEW_LETTERS and _capitals(rest) <= _MOSTLY]
    for run in runs:
        rest = rest[: run.start()] + " " * len(run[0]) + rest[run.end() :]
    caps = _capitals(rest)
    pieces: list[tuple[int, int, Fixed | None]] = []
    done = 0
    for settled in (*fixed, None):
        until = settled.start - offset if settled else len(line)
        pieces += [(done + m.start(), done + m.end(), None) for m in _CHUNK.finditer(line[done:until])]
        if settled:
            done = settled.end - offset
            pieces.append((until, done, settled))
    alone = sum(any(map(str.isalpha, line[start:end])) for start, end, _ in pieces) == 1
    chunks = []
    for index, (start, end, fix) in enumerate(pieces):
        own = [run.start() for run in runs if run.start() <= start < run.end()]
        share, cell = (1.0, offset + own[0]) if own else (caps, offset)
        chunks.append(Chunk(offset + start, offset + end, line[start:end], number, index == 0, share, fix, alone, cell))
    return chunks


def _worded(line: str) -> list[str]:
    """The letters of a line that are no short names, codes and grades."""
    return [c for c in _CONSONANTS.sub("", _CODES.sub("", _GRADE.sub("", line))) if c.isalpha()]


def _capitals(line: str) -> float:
    """The share of capitals among the letters of a line, 0 where it has too few letters to tell."""
    letters = _worded(line)
    if len(letters) < 3:
        letters = [c for c in _GRADE.sub("", line) if c.isalpha()]
    return sum(c.isupper() for c in letters) / len(letters) if len(letters) > 2 else 0.0
