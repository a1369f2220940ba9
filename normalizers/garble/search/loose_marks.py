"""Loose marks: an engine that prints marks as signs of their own may set blanks around them (`hie . u`, `Pho \\ng`).

In a document with many of them a word, the signs behind it and what completes it are one chunk again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.search.chunks import Chunk
from normalizers.garble.spans.names import plain_syllables

_ONLY = re.compile(r"[`´'’‘ˆ^~˜¨ʼ\\?*.,]+")
_TELLING = re.compile(r"[`´'’‘ˆ^~˜¨ʼ\\*]")  # signs that stand between two words of no sound line
_BEGUN = re.compile(r"[`´'’‘ˆ^~˜¨ʼ\\?*.,]+[^\W\d_]")  # `\ng`: no word begins so
_ALONE = re.compile(
    r"(?<=[^\W\d_]{2}) {1,3}[?.,'‘]*[`´’ˆ^~˜¨ʼ\\][`´'’‘ˆ^~˜¨ʼ\\?.,]*(?= |$)"
    r"|[^\W\d.]\. (?:ng|nh|ch|[nmctpiu])(?!\w)|[?%]\. [a-z]{1,2}(?!\w)",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_][^\W\d_`´'’‘ˆ^~˜¨ʼ\\?*.,]*(?:[`´'’‘ˆ^~˜¨ʼ\\?*.,_%]+[^\W\d_]*)*")
_DOTTED = re.compile(r".*[^\W\d.]\.|.*[?%]\.")  # `ho.` before `c`: the dot below a vowel
_LOST = re.compile("[_?%]")  # what engines write for a letter that they cannot tell
_ENDING = re.compile(r"(?:ng|nh|ch|[nmctp])\W*", re.IGNORECASE)  # what is no word, but the end of one
_VOWEL = re.compile(r"[aeiouy]\W*", re.IGNORECASE)
_SIGN = re.compile(r"[\W\d_]")
_FEWEST, _SHARE = 6, 0.03  # chunks that are loose marks, and their share, from which on the engine sets them apart
_LONGEST = 12  # characters of a word with its signs


def count_loose_marks(lines: Sequence[str]) -> list[int]:
    """Return how many marks stand alone behind a word of each line, or dots within one (`ho. c`); none where the text
    has few of them."""
    found = [len(_ALONE.findall(line)) for line in lines]
    if sum(found) < max(_FEWEST, _SHARE * sum(len(line.split()) for line in lines)):
        return [0] * len(found)
    return found


def join_loose_marks(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks with words that loose marks part drawn together, as they are where there are few such marks.

    The text of a joined chunk lacks the blanks; its place is from the first part to the last.
    """
    loose = sum(_is_loose(before, chunk) for before, chunk in zip(chunks, chunks[1:], strict=False))
    if loose < max(_FEWEST, _SHARE * len(chunks)):
        return chunks
    found: list[Chunk] = []
    gap = False  # behind a loose mark what follows may complete the word
    for chunk in chunks:
        before = found[-1] if found else None
        if before is None or not _goes_on(before, chunk, gap):
            found.append(chunk)
            gap = False
            continue
        gap = _ONLY.fullmatch(chunk.text) is not None
        found[-1] = replace(before, end=chunk.end, text=before.text + chunk.text)
    return found


def _is_loose(before: Chunk, chunk: Chunk) -> bool:
    """Whether a chunk is or begins with a mark of the word before it."""
    if chunk.first or chunk.fixed or before.fixed or not _WORD.fullmatch(before.text):
        return False
    if _ends_dotted(before, chunk):
        return True
    return bool((_ONLY.fullmatch(chunk.text) or _BEGUN.match(chunk.text)) and _TELLING.search(chunk.text))


def _ends_dotted(before: Chunk, chunk: Chunk) -> bool:
    """Whether a chunk is what stands behind the dot below a vowel (`ho. c`, `la. i`)."""
    if not _DOTTED.fullmatch(before.text) or not (_ENDING.fullmatch(chunk.text) or _VOWEL.fullmatch(chunk.text)):
        return False
    return bool(_LOST.search(before.text)) or _begins_syllable(before.text + chunk.text)


def _goes_on(before: Chunk, chunk: Chunk, gap: bool) -> bool:
    """Whether a chunk belongs to the word before it; `gap` tells that a loose mark stands between."""
    if chunk.first or chunk.fixed or before.fixed or not _WORD.fullmatch(before.text):
        return False
    if len(before.text) + len(chunk.text) > _LONGEST:
        return False
    if _ONLY.fullmatch(chunk.text):
        return True
    if _BEGUN.match(chunk.text):
        return _begins_syllable(before.text + chunk.text)
    if not gap:
        return _ends_dotted(before, chunk)
    return bool(_ENDING.fullmatch(chunk.text) or _VOWEL.fullmatch(chunk.text)) and _begins_syllable(
        before.text + chunk.text
    )


def _begins_syllable(text: str) -> bool:
    return bare_letters(_SIGN.sub("", text)) in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """Return what syllables without their marks begin with."""
    return frozenset(word[:size] for word in plain_syllables() for size in range(1, len(word) + 1))
