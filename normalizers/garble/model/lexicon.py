"""The lexicon: syllables and acronyms with their spellings, in a trie that is searched level by level."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from normalizers.garble.model.alphabet import LETTERS, canonical
from normalizers.garble.model.language import PARAMETERS, shipped_model
from normalizers.garble.model.tokens import ACRONYM
from normalizers.garble.spans.acronyms import inventory_names
from normalizers.knowledge import read_table

_ABBREVIATIONS = Path(__file__).parents[1] / "knowledge" / "abbreviations.tsv"
_MISPLACED = re.compile("g[ìíĩỉị][aeiouyăâêôơư]|q[ùúủũụ]|.*(?:ư[àáảãạ]$|[òóỏõọ]a[a-z]|[ùúủũụ]y[a-z])")
"""`gía` for `giá`, `vưà` for `vừa`: in the word lists, in hardly any document."""
LATE = re.compile("(?!q).*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])")
"""A syllable with its tone mark on the second vowel, where acts have it on the first: `hoá` for `hóa`."""
_HEAD = re.compile("gi(?=.)|qu|[bcdđghklmnpqrstvx]{1,3}|.")
# What a printed character can be: small letters, then the same letters as capitals.
SYMBOLS = (*LETTERS, "/", *(letter.upper() for letter in LETTERS), "/")
SYMBOL = {symbol: index for index, symbol in reversed(list(enumerate(SYMBOLS)))}
CAPITAL = len(LETTERS) + 1  # added to a small letter's index


@dataclass(frozen=True)
class Tree:
    """Strings grown letter by letter: for every depth the parents of its nodes, by their index in the depth above, and
    their letters. Nodes are numbered from the root on, depth by depth."""

    levels: tuple[tuple[np.ndarray, np.ndarray], ...]

    @classmethod
    def of(cls, strings: Iterable[str]) -> tuple["Tree", dict[str, int]]:
        """Return the tree of the strings, and the number of the node of every string."""
        wanted, numbers, above = set(strings), {"": 0}, {"": 0}
        levels = []
        for depth in range(1, max(map(len, wanted), default=0) + 1):
            begun = sorted({string[:depth] for string in wanted if len(string) >= depth})
            parents = np.array([above[string[:-1]] for string in begun])
            levels.append((parents, np.array([SYMBOL[string[-1]] for string in begun])))
            total = len(numbers)
            above = {string: index for index, string in enumerate(begun)}
            numbers.update((string, total + index) for string, index in above.items())
        return cls(tuple(levels)), numbers


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Spellings (lower case) with their numbers in the language model, each as a head and a tail.

    A head is the first consonants, or the first vowel; a tail is what follows, grown from its end. Words with a head of
    one letter come first: `short` is how many they are. `rarity` is the cost, in nats, of a word without context.
    """

    spellings: tuple[str, ...]
    numbers: np.ndarray
    rarity: np.ndarray
    heads: Tree
    tails: Tree
    head_of: np.ndarray
    tail_of: np.ndarray
    short: int

    @classmethod
    def of(cls, words: dict[str, int]) -> "Lexicon":
        """Build a lexicon from spelling -> number in the language model."""
        heads_of = {word: _HEAD.match(word).group() for word in words if word and all(c in SYMBOL for c in word)}  # type: ignore[union-attr]
        spellings = tuple(sorted(heads_of, key=lambda word: (len(heads_of[word]) > 1, word)))
        numbers = np.array([words[word] for word in spellings], np.int64)
        cuts = [len(heads_of[word]) for word in spellings]
        starts = [word[:cut] for word, cut in zip(spellings, cuts, strict=True)]
        rests = [word[cut:][::-1] for word, cut in zip(spellings, cuts, strict=True)]
        (heads, head_of), (tails, tail_of) = Tree.of(starts), Tree.of(rests)
        return cls(
            spellings, numbers, -shipped_model().unigram[numbers], heads, tails,
            np.array([head_of[start] for start in starts]), np.array([tail_of[rest] for rest in rests]),
            sum(cut == 1 for cut in cuts),
        )  # fmt: skip


@cache
def cased(lexicon: Lexicon, mode: str) -> tuple[tuple[str, str, int], ...]:
    """Return every word of a lexicon in a case, with its spelling and its number in the language model."""
    numbers = lexicon.numbers.tolist()
    return tuple((in_case(word, mode), word, number) for word, number in zip(lexicon.spellings, numbers, strict=True))


def in_case(spelling: str, mode: str) -> str:
    """Return the spelling in a case: `lower`, `title` or `upper`."""
    if mode == "upper":
        return spelling.upper()
    return spelling[:1].upper() + spelling[1:] if mode == "title" else spelling


@cache
def spellings() -> dict[str, int]:
    """Return every spelling of every syllable, and borrowed words with Vietnamese letters (`lênin`), with its number
    in the language model."""
    with np.load(PARAMETERS / "language.npz") as data:
        rows = bytes(data["spellings"]).decode("utf-8").split("\n")
    found = {w: number for number, row in enumerate(rows) for w in row.split() if not _MISPLACED.match(w)}
    found |= {"qui": found["quy"]}  # `Qui định`: an older spelling, at home wherever the newer one is
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


@lru_cache(maxsize=16)
def acronyms(own: frozenset[str] = frozenset()) -> Lexicon:
    """Return the lexicon of acronyms (in lower case, as all spellings are), with a document's own ones."""
    number = shipped_model().number
    names = [name for name in (*inventory_names(), *own) if len(name) > 1]
    return Lexicon.of({name.lower(): number.get("^" + name, number[ACRONYM]) for name in names})


@cache
def foreign() -> dict[str, int]:
    """Return words of other languages that Vietnamese documents use, with their numbers in the language model."""
    model, own = shipped_model(), {canonical(word) for word in spellings()}
    return {w: n for n, w in enumerate(model.words) if w[:1].isalpha() and w not in own}
