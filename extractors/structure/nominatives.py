"""Slavic phrases in the nominative, and words that are forms of one another."""

import re
from os.path import commonprefix

from extractors.structure.words import nominatives


def akin(word: str, other: str) -> bool:
    """Whether two words are forms of one: equal, or, in Cyrillic, alike but for their endings."""
    a, b = word.casefold().split("/")[0], other.casefold()
    if not re.search(r"[а-яіїєґ]", b) or min(len(a), len(b)) < 4:
        return a == b
    common = len(commonprefix([a, b]))
    return common >= max(4, len(b) - 2) and len(a) - common <= 4


def nominative(phrase: str, term: str, language: str) -> str:
    """Return a Slavic phrase in the nominative: its head noun, which the term gives, and the adjectives before it."""
    endings = nominatives(language)
    words = phrase.split(" ")
    head = next((i for i, word in enumerate(words) if akin(word, term.split()[0])), None)
    if not endings or head is None or head > 6:
        return phrase
    noun = term.split()[0]
    gender = "f" if noun[-1] in "аяьєА" else "n" if noun[-1] in "оеєя" or noun.endswith(("ння", "ття")) else "m"
    gender = "n" if noun.casefold().endswith(("ння", "ття", "ие", "ое", "о")) else gender
    changed = [_cased(_adjective(word, gender, language), word) for word in words[:head]]
    return " ".join([*changed, _cased(noun, words[head]), *words[head + 1 :]])


def _adjective(word: str, gender: str, language: str) -> str:
    for its, ending, ours in nominatives(language):
        if its == gender and word.casefold().endswith(ending):
            return word[: -len(ending)] + ours
    return word


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.lower() if like[:1].islower() else word[:1].upper() + word[1:]
