"""The garbled text layer of an old scan: marks of Vietnamese letters read as other letters and digits."""

import re
import zlib
from functools import cache
from pathlib import Path
from random import Random

from normalizers.knowledge import read_table


@cache
def _readings() -> dict[str, tuple[list[str], list[float]]]:
    """Return for every letter what it may be read as, with weights."""
    table = {}
    for row in read_table(Path(__file__).with_name("garble.tsv"), ("letter", "readings")):
        pairs = [reading.rsplit(" ", 1) for reading in row["readings"].split(",")]
        table[row["letter"]] = ([text for text, _ in pairs], [float(weight) for _, weight in pairs])
    return table


def garble(text: str, seed: int, *, share: float = 0.95, digits: float = 0.03) -> str:
    """Return the text as a bad text layer has it, line for line; the same seed gives the same text.

    `share` of the marked letters lose their mark; a syllable is mostly misread the same way within one document.
    `digits` is the chance that a 0, 1 or 5 in a date or a number becomes a letter.
    """
    return re.sub(r"\S+", lambda match: _word(match[0], seed, match.start(), share, digits), text)


def _word(word: str, seed: int, place: int, share: float, digits: float) -> str:
    steady = Random(zlib.crc32(f"{seed}/{word}".encode()))
    loose = Random(zlib.crc32(f"{seed}/{place}".encode()))
    random = steady if loose.random() < 0.6 else loose
    out = []
    for letter in word:
        if letter in "015" and random.random() < digits:
            out.append({"0": "O", "1": "l", "5": "S"}[letter])
        elif letter in _readings() and random.random() < share:
            texts, weights = _readings()[letter]
            out.append(random.choices(texts, weights)[0])
        else:
            out.append(letter)
    return "".join(out)
