"""Legacy encodings of Vietnamese as tables: what was read for each letter, and back.

Legacy text comes to us as characters: its bytes were read as Windows-1252 or Latin-1. A table's keys are those
characters, one or two for a letter.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from normalizers.knowledge import read_table

KNOWLEDGE = Path(__file__).parent / "knowledge"

ENCODINGS = ("tcvn3", "vni", "viscii", "vps", "cp1258", "viqr")


@dataclass(frozen=True)
class Encoding:
    """One legacy encoding: the characters that were read for letters, longest first, and a letter's own bytes."""

    name: str
    letters: dict[str, str]
    sequences: dict[str, bytes]
    pattern: re.Pattern[str]

    def decode(self, text: str) -> str:
        """Return the text with every sequence of the encoding replaced by its letter."""
        return self.pattern.sub(lambda match: self.letters[match.group()], text)

    def encode(self, text: str) -> str:
        """Return a text in this encoding, as a program that takes it for Windows-1252 shows it.

        A letter that the encoding has no code for is left out of the encoding: TCVN3 capitals become small letters.
        """
        return "".join(self._encoded(char) for char in text)

    def _encoded(self, char: str) -> str:
        sequence = self.sequences.get(char) or self.sequences.get(char.lower())
        if sequence is None:
            return char
        return "".join(shown(byte)[0] for byte in sequence)


def shown(byte: int) -> tuple[str, ...]:
    """Return the characters that a byte is read as: in Windows-1252 and, where that differs, in Latin-1."""
    latin = chr(byte)
    try:
        windows = bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return (latin,)
    return (windows,) if windows == latin else (windows, latin)


@cache
def encoding(name: str) -> Encoding:
    """Return an encoding of `ENCODINGS` by its name."""
    letters: dict[str, str] = {}
    sequences: dict[str, bytes] = {}
    for row in read_table(KNOWLEDGE / f"{name}.tsv", ("letter", "bytes", "source")):
        sequence = bytes.fromhex(row["bytes"])
        sequences.setdefault(row["letter"], sequence)
        for characters in product(*(shown(byte) for byte in sequence)):
            letters["".join(characters)] = row["letter"]
    keys = sorted(letters, key=len, reverse=True)
    return Encoding(name, letters, sequences, re.compile("|".join(map(re.escape, keys))))
