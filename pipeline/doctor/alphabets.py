"""Which letters a Tesseract model can emit, from the character set inside the model itself."""

import subprocess
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from normalizers.knowledge import read_table

_TABLE = Path(__file__).resolve().parent / "alphabets.tsv"


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters a model must emit; `gap` are those that its makers are known to have left out."""

    model: str
    package: str
    letters: frozenset[str]
    gap: frozenset[str]
    gap_means: str


def alphabets() -> list[Alphabet]:
    """Return the alphabets, small letters and capitals, of the models that the program uses."""
    return [
        Alphabet(row["model"], row["package"], both_cases(row["letters"]), both_cases(row["gap"]), row["gap_means"])
        for row in read_table(_TABLE, ("model", "package", "letters"))
    ]


def both_cases(letters: str) -> frozenset[str]:
    """Return the letters and their capitals."""
    return frozenset(letters) | frozenset(letters.upper())


def emitted(model: Path) -> frozenset[str]:
    """Return the single characters, in NFC, that a `.traineddata` file can emit.

    Raises OSError or subprocess.SubprocessError where it cannot be unpacked (`combine_tessdata` comes with Tesseract).
    """
    with tempfile.TemporaryDirectory(prefix="sohoa-doctor-") as folder:
        unpacked = Path(folder) / "model.lstm-unicharset"
        subprocess.run(
            ["combine_tessdata", "-e", str(model), str(unpacked)], check=True, capture_output=True, timeout=60
        )
        return read_characters(unpacked.read_text("utf-8"))


def read_characters(unicharset: str) -> frozenset[str]:
    """Return the characters of a unicharset file: its first line is their number, each other starts with one."""
    entries = (line.split(" ", 1)[0] for line in unicharset.splitlines()[1:])
    return frozenset(unicodedata.normalize("NFC", entry) for entry in entries)
