"""Continuing: in a table that was written out line by line, the words of a cell go on below the figures of its row
(`Do luong va cam 3 35 10`, then `bien`)."""

from itertools import groupby

from normalizers.garble.search.chunks import Chunk

_LONGEST = 6  # chunks of a line that goes on with a cell
_FIGURES = 2  # chunks behind the words of a row that begins with them


def in_order(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks with what goes on with a cell right behind its words, where the row above has words in one cell
    alone, figures behind them, and the line nothing but words in small letters."""
    ordered: list[Chunk] = []
    behind, row = 0, -1
    for number, group in groupby(chunks, key=lambda chunk: chunk.line):
        line = list(group)
        goes_on = len(line) <= _LONGEST and line[0].text[0].islower() and all(map(_is_word, line))
        if not (behind and goes_on and number == row + 1):
            end = _end_of_words(line)
            behind = len(ordered) + end if end else 0
            ordered += line
        else:
            ordered[behind:behind] = line
            behind += len(line)
        row = number
    return ordered


def _is_word(chunk: Chunk) -> bool:
    return any(c.islower() for c in chunk.text)


def _end_of_words(line: list[Chunk]) -> int:
    """Where the words of a row end that stand in one cell before figures; 0 where there are none such."""
    runs = [(words, len(list(own))) for words, own in groupby(line, key=_is_word)]
    words, size = runs[-1]
    others = size if len(runs) < 3 else _FIGURES
    return len(line) - size if not words and 1 < len(runs) < 4 and others >= _FIGURES else 0
