"""Slavic phrases in the nominative, and words that are forms of one another."""

import re
from functools import cache
from os.path import commonprefix

from extractors.structure.words import FOLDER, nominatives
from normalizers.knowledge import read_table

ATTRIBUTE = re.compile(r"[^\W\d_]{2,}(?:ый|ий|ой|ая|ое|ые|ие)$", re.IGNORECASE)
FARTHEST = 6
"""Words that may stand before the head noun of a phrase."""


def akin(word: str, other: str) -> bool:
    """Whether two words are forms of one: equal, or, in Cyrillic, alike but for their endings."""
    a, b = word.casefold().split("/")[0], other.casefold()
    if not re.search(r"[а-яіїєґ]", b) or min(len(a), len(b)) < 4:
        return a == b
    common = len(commonprefix([a, b]))
    return common >= max(4, len(b) - 2) and len(a) - common <= 4


def nominative(phrase: str, term: str, language: str) -> str:
    """Return a Slavic phrase in the nominative: its head noun, which the term gives or which is the word for a kind of
    institution, and the adjectives before it.

    A noun before a comma is left with its phrase: what follows stands in its case, `организации, осуществляющей …`.
    """
    own, words = term.split(), phrase.split(" ")
    nouns = (own[1] if len(own) > 1 and ATTRIBUTE.search(own[0]) else own[0], *_institutions(language))
    heads = [(i, noun) for i, word in enumerate(words[: FARTHEST + 1]) for noun in nouns if akin(word, noun)]
    if not nominatives(language) or not heads:
        return phrase
    head, noun = min(heads)
    if words[head].endswith(","):
        return phrase
    gender = "f" if noun[-1] in "аяьєА" else "n" if noun[-1] in "оеєя" or noun.endswith(("ння", "ття")) else "m"
    gender = "n" if noun.casefold().endswith(("ння", "ття", "ие", "ое", "о")) else gender
    changed = [_cased(_adjective(word, gender, language), word) for word in words[:head]]
    return " ".join([*changed, _cased(noun, words[head]), *words[head + 1 :]])


@cache
def _institutions(language: str) -> tuple[str, ...]:
    rows = read_table(FOLDER / "term_patterns.tsv", ("use", "language", "pattern"))
    return tuple(row["pattern"] for row in rows if row["use"] == "institution" and row["language"] == language)


def _adjective(word: str, gender: str, language: str) -> str:
    for its, ending, ours in nominatives(language):
        if its == gender and word.casefold().endswith(ending):
            return word[: -len(ending)] + ours
    return word


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.lower() if like[:1].islower() else word[:1].upper() + word[1:]
