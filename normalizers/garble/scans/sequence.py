"""A mostly sound text as the language model sees it: tokens by their numbers, sentence starts between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.model.tokens import ACRONYM, MARK_OF, TOKEN, WORD, number_class
from normalizers.garble.search.chunks import split_lines
from normalizers.letters import lettered

BEFORE, BEHIND = 2, 3  # places that stand empty at the ends of `Sequence.numbers`
_FULL = 0.75  # of the width of a text: a line as long as this may go on below
_RUN = re.compile(
    lettered(r"(?<![^\W\d_])\p{Lu}{2,}(?: \p{Lu}{2,}){2,}(?![^\W\d_])")
)  # of words in capitals: `HỒ CHÍ MINH`
_ENDS = frozenset(".;:!?")


class Token(NamedTuple):
    """A word, number or mark of the text. `known` tells that it is a spelling of the lexicon, `first` that it begins
    its line."""

    start: int
    text: str
    number: int
    known: bool
    first: bool

    @property
    def title(self) -> bool:
        """Whether it has a capital first and small letters behind."""
        return self.text[0].isupper() and not self.text.isupper()


@dataclass(frozen=True)
class Running:
    """Tokens in order with the numbers of the model; `places[i]` is the token at `numbers[i]`, None at a start."""

    numbers: np.ndarray
    places: list[Token | None]

    @property
    def words(self) -> list[Token]:
        """The tokens of letters."""
        return [token for token in self.places if token is not None and token.text.isalpha()]


def running(text: str, closed: Sequence[bool]) -> Running:
    """Return the tokens of the lines that are not closed; a row of a table does not go on in another line."""
    lines = split_lines(text)
    lengths = sorted(len(line) for _, line in lines)
    width = lengths[-max(1, len(lengths) // 4)]
    places: list[Token | None] = []
    numbers: list[int] = []
    above = ""
    for (offset, line), shut in zip(lines, closed, strict=True):
        if not line.strip():
            continue
        if shut:
            above = ""
            continue
        if not _goes_on(above, line.strip(), width) and (not numbers or numbers[-1]):
            places.append(None)
            numbers.append(0)
        tokens = _tokens(offset, line)
        places += tokens
        numbers += [token.number for token in tokens]
        above = line.strip()
    padded = np.array([0] * BEFORE + numbers + [0] * BEHIND, np.int64)
    return Running(padded, [None] * BEFORE + places + [None] * BEHIND)


def _goes_on(above: str, line: str, width: int) -> bool:
    """Whether a line goes on with the sentence of the line above."""
    if not above or "\t" in above + line or (above[-1] in _ENDS and not line[:2].isalpha()):
        return False
    if line[0].islower() and line[1:2] not in (")", "."):
        return above[-1] not in ";:!?"
    capitals = above.upper() == above
    if above[-1] in _ENDS or not line[0].isalpha() or capitals != (line.upper() == line):
        return False
    return capitals or len(above) >= _FULL * width


def _tokens(offset: int, line: str) -> list[Token]:
    capitals = line.upper() == line
    runs = () if capitals else tuple((m.start(), m.end()) for m in _RUN.finditer(line) if not m.group().isascii())
    known = spellings()
    found: list[Token] = []
    for match in TOKEN.finditer(line):
        word, start = match.group(), match.start()
        spelled = capitals or (bool(runs) and any(begin <= start < end for begin, end in runs))
        found.append(Token(offset + start, word, _number(word, spelled), word.lower() in known, not found))
    return found


@lru_cache(maxsize=65536)
def _number(token: str, capitals: bool) -> int:
    model, first = shipped_model(), token[0]
    if first.isdigit():
        name = number_class(token)
    elif not first.isalpha():
        name = MARK_OF.get(first, "-")
    elif not capitals and len(token) > 1 and token.isupper() and not _spelled_out(token.lower()):
        name = "^" + token if "^" + token in model.number else ACRONYM
    else:
        name = canonical(token.lower())
    return model.number.get(name, model.number[WORD])


def _spelled_out(lower: str) -> bool:
    """Whether a word in capitals is a syllable rather than an acronym, as in the training of the model."""
    return lower in spellings() and (not lower.isascii() or len(lower) > 4)


@cache
def strangers() -> np.ndarray:
    """Which numbers are words that the model knows nothing of, or acronyms: they say nothing of their neighbours."""
    model = shipped_model()
    return np.array([word in (WORD, ACRONYM) or word[0] == "^" for word in model.words])
