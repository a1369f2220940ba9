"""What a document itself says about its words: how often each stands, beside which, and with which hyphen."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from normalizers.triage.languages import identify
from normalizers.triage.lexicon import words

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
CYRILLIC = re.compile("[\u0400-\u052f]")


@dataclass(frozen=True)
class Evidence:
    """The words of one document, in small letters."""

    text: str
    scanned: bool = False  # whether it is known that an engine read it from a picture

    @cached_property
    def language(self) -> str | None:
        """The language of most of the text."""
        return identify(self.text)[0]

    @cached_property
    def found(self) -> list[re.Match[str]]:
        """All words in order."""
        return list(WORD.finditer(self.text))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands."""
        return Counter(match.group().lower() for match in self.found)

    @cached_property
    def pairs(self) -> Counter[tuple[str, str]]:
        """How often two words stand side by side with one space or line end between."""
        near: Counter[tuple[str, str]] = Counter()
        for left, right in zip(self.found, self.found[1:], strict=False):
            if self.text[left.end() : right.start()].isspace():
                near[left.group().lower(), right.group().lower()] += 1
        return near

    @cached_property
    def hyphened(self) -> frozenset[str]:
        """Words with a hyphen inside, as they stand on one line."""
        found = re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})+", self.text)
        return frozenset(word.lower() for word in found)

    def is_known(self, word: str) -> bool:
        """Return whether a word is in a list of its language; a word of Kazakh in Kazakh text alone."""
        lower = word.lower().replace("’", "'").replace("ʼ", "'")
        if CYRILLIC.search(lower):
            return is_slavic(lower) or (self.language == "kk" and lower in words("kk"))
        return lower in words("en")

    def is_odd(self, word: str) -> bool:
        """Return whether a word is in no list and stands in the document once."""
        return self.counts[word.lower()] <= 1 and not self.is_known(word)


def is_slavic(lower: str) -> bool:
    """Return whether a word in small letters is in the Ukrainian or the Russian list."""
    return lower in words("uk") or lower in words("ru")


def cased_as(word: str, model: str) -> str:
    """Return a small-letter word in the case of another: all capitals, a capital first, or small."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
