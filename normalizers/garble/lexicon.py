"""The lexicon: syllables and acronyms with their spellings, in a trie that is searched level by level."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from normalizers.garble.acronyms import inventory_names
from normalizers.garble.alphabet import LETTERS, canonical
from normalizers.garble.language import PARAMETERS, shipped_model
from normalizers.garble.tokens import ACRONYM
from normalizers.knowledge import read_table

_ABBREVIATIONS = Path(__file__).parent / "knowledge" / "abbreviations.tsv"
_MISPLACED = re.compile("g[ìíĩỉị][aeiouyăâêôơư]")  # `gía` for `giá`: in the word lists, in no document
# What a printed character can be: small letters, then the same letters as capitals.
SYMBOLS = (*LETTERS, "/", *(letter.upper() for letter in LETTERS), "/")
SYMBOL = {symbol: index for index, symbol in reversed(list(enumerate(SYMBOLS)))}
CAPITAL = len(LETTERS) + 1  # added to a small letter's index


@dataclass(frozen=True)
class Level:
    """The nodes of a trie at one depth: letter, index of the word that ends here or -1; `first[n]` to `first[n + 1]`
    are the children of node n of the level above."""

    first: np.ndarray
    letter: np.ndarray
    word: np.ndarray


@dataclass(frozen=True)
class Lexicon:
    """Spellings (lower case) with their numbers in the language model, as a list and as a trie.

    `rarity` is the cost, in nats, of a word without context.
    """

    spellings: tuple[str, ...]
    numbers: np.ndarray
    rarity: np.ndarray
    levels: tuple[Level, ...]

    @classmethod
    def of(cls, words: dict[str, int]) -> "Lexicon":
        """Build a lexicon from spelling -> number in the language model."""
        spellings = tuple(sorted(word for word in words if word and all(c in SYMBOL for c in word)))
        numbers = np.array([words[word] for word in spellings], np.int64)
        return cls(spellings, numbers, -shipped_model().unigram[numbers], _levels(spellings))


def _levels(spellings: tuple[str, ...]) -> tuple[Level, ...]:
    levels: list[Level] = []
    nodes: dict[str, int] = {"": 0}
    for depth in range(1, max(map(len, spellings), default=0) + 1):
        prefixes: dict[str, int] = {}
        parent: list[int] = []
        letter: list[int] = []
        word: list[int] = []
        for index, spelling in enumerate(spellings):
            if len(spelling) < depth:
                continue
            prefix = spelling[:depth]
            if prefix not in prefixes:
                prefixes[prefix] = len(parent)
                parent.append(nodes[prefix[:-1]])
                letter.append(SYMBOL[prefix[-1]])
                word.append(-1)
            if len(spelling) == depth:
                word[prefixes[prefix]] = index
        first = np.searchsorted(parent, np.arange(len(nodes) + 1))
        levels.append(Level(first, np.array(letter), np.array(word)))
        nodes = prefixes
    return tuple(levels)


@cache
def spellings() -> dict[str, int]:
    """Return every spelling of every syllable, and borrowed words with Vietnamese letters (`lênin`), with its number
    in the language model."""
    with np.load(PARAMETERS / "language.npz") as data:
        rows = bytes(data["spellings"]).decode("utf-8").split("\n")
    found = {w: number for number, row in enumerate(rows) for w in row.split() if not _MISPLACED.match(w)}
    borrowed = {w: n for n, w in enumerate(shipped_model().words) if w.isalpha() and not w.isascii()}
    return borrowed | found


@cache
def syllables() -> Lexicon:
    """Return the lexicon of syllables."""
    return Lexicon.of(spellings())


@cache
def abbreviations() -> Lexicon:
    """Return the lexicon of abbreviations with a stroke (`b/c`)."""
    number = shipped_model().number[ACRONYM]
    rows = read_table(_ABBREVIATIONS, ("abbreviation", "meaning", "example"))
    return Lexicon.of({row["abbreviation"]: number for row in rows})


def acronyms(own: Iterable[str] = ()) -> Lexicon:
    """Return the lexicon of acronyms (in lower case, as all spellings are), with a document's own ones."""
    number = shipped_model().number
    names = [name for name in (*inventory_names(), *own) if len(name) > 1]
    return Lexicon.of({name.lower(): number.get("^" + name, number[ACRONYM]) for name in names})


@cache
def foreign() -> dict[str, int]:
    """Return words of other languages that Vietnamese documents use, with their numbers in the language model."""
    model, own = shipped_model(), {canonical(word) for word in spellings()}
    return {w: n for n, w in enumerate(model.words) if w[:1].isalpha() and w not in own}
