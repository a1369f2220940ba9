"""The corpora that parameters are learned from, read line by line, with a part held out."""

import hashlib
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK = 300  # lines; whole blocks are held out, so that neighbours of a held-out line are not learned from
HELD_OUT = 5  # of 256 blocks


@dataclass(frozen=True)
class Source:
    """A corpus file: its stem, how many times its counts weigh, and where it comes from and under what terms."""

    name: str
    weight: int
    origin: str
    licence: str


SOURCES = (
    Source("law_codified", 1, "codified law of Vietnam", "text of legal acts, outside copyright"),
    Source("wikipedia_vi", 1, "Vietnamese Wikipedia of about 2017", "CC BY-SA 3.0"),
    Source("university_regulations", 4, "regulations of ministries and universities", "official documents"),
    Source("university_curricula", 4, "programmes and syllabi", "statistics only"),
    Source("university_misc", 3, "curricula, handbooks, Decree 30/2020", "statistics only"),
    Source("ai_textbooks", 2, "textbooks on machine learning", "CC BY-SA 4.0 in part, else statistics only"),
    Source("ud_vtb", 2, "UD_Vietnamese-VTB", "CC BY-SA 4.0"),
)


def lines(folder: Path, source: Source, *, held_out: bool = False, share: int = HELD_OUT) -> Iterator[str]:
    """Yield the stripped lines of a corpus (empty ones too): those to learn from, or those held out.

    `share` of 256 blocks are held out.
    """
    with lzma.open(folder / f"{source.name}.txt.xz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            digest = hashlib.md5(f"{source.name}{number // _BLOCK}".encode(), usedforsecurity=False).digest()
            if (digest[0] < share) == held_out:
                yield line.strip()


def runs_on(previous: str, line: str) -> bool:
    """Whether a line of a corpus with printed line ends goes on with the sentence of the line above."""
    return bool(previous) and previous[-1] not in ".;:!?" and line[0].islower()
