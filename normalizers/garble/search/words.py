"""The words of the lexicon that strings of a document may stand for, with one channel."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from normalizers.garble.model.channel import Costs
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import LATE, Lexicon, abbreviations, acronyms, cased, syllables
from normalizers.garble.model.tokens import ACRONYM, number_class
from normalizers.garble.search.keeping import FIGURES
from normalizers.garble.search.lookup import RARITY, least_all, search_all
from normalizers.garble.search.readings import Evidence

_ABBREVIATED = re.compile(r"\w[/lI1|!t]\w")  # `tlh`
_SHORT_FIGURE = re.compile(r"\d{2,4}")
_ACRONYM_COST, _UNKNOWN_ACRONYM = 4.0, 2.5
_LATE_TONE = 1.5  # nats for `hoá`, where acts print `hóa`
_NO_WORD = 99.0

LONGEST_WORD = 12
Key = tuple[str, str]  # a string and the case that it stands in
Word = tuple[str, int, float, str, str]  # spelling in its case, number, cost, spelling, case


@cache
def rarities() -> list[float]:
    """Return for every word of the language model what its rarity counts when the most promising are chosen."""
    found: list[float] = (-RARITY * shipped_model().unigram).tolist()
    return found


def is_one_word(body: str, cost: float) -> bool:
    """Return whether a string is not so unlike a word with this cost that it may be two."""
    return cost <= 3.0 + 0.8 * len(body)


class WordTable:
    """The words found for strings; `bounds` are how many for each at the most, and how many nats behind the first."""

    def __init__(self, channel: Costs, document: Evidence, bounds: tuple[int, float]) -> None:
        self._channel, self._document, (self._most, self._beyond) = channel, document, bounds
        self._acronyms = acronyms(document.acronyms)
        self._words: dict[Key, list[Word]] = {}
        self._cheapest: dict[Key, float] = {}
        self._beginnings: dict[Key, float] = {}

    def known(self, key: Key) -> list[Word]:
        """Return the words of a string that has been searched, else none."""
        return self._words.get(key, [])

    def found(self, key: Key) -> list[Word]:
        """Return the words of a string, which is searched if it has not been."""
        if key not in self._words:
            self.search([key])
        return self._words[key]

    def least(self, body: str, case: str) -> float:
        """Return what a string costs at the least as a word, 99 where that is not known."""
        known = self._cheapest.get((body, case))
        if known is None:
            if (body, case) not in self._words:
                return self._beginnings.get((body, case), _NO_WORD)
            known = self._cheapest[body, case] = min([word[2] for word in self._words[body, case]], default=_NO_WORD)
        return known

    def search(self, wanted: Iterable[Key]) -> None:
        """Search the lexicon for strings, for all at once."""
        by_case: dict[str, list[str]] = defaultdict(list)
        for body, case in sorted(set(wanted)):
            if (body, case) not in self._words:
                self._words[body, case] = []
                if 0 < len(body) <= LONGEST_WORD and self.may_be_word(body):
                    by_case[case].append(body)
        for case, bodies in by_case.items():
            if case != "acronym":
                self._look_up(bodies, case, syllables(), 0.0)
                self._look_up([b for b in bodies if _ABBREVIATED.fullmatch(b)], case, abbreviations(), 0.5)
            if case in ("upper", "acronym"):
                self._look_up(bodies, case, self._acronyms, _ACRONYM_COST)

    def weigh_beginnings(self, keys: Iterable[Key]) -> None:
        """Work out what the beginnings of strings cost as words at the least."""
        by_case: dict[str, set[str]] = defaultdict(set)
        for body, case in keys:
            if case != "acronym":
                by_case[case].update(body[:at] for at in range(1, len(body)))
        for case, begun in by_case.items():
            bodies = sorted(b for b in begun if (b, case) not in self._beginnings and self.may_be_word(b))
            costs = least_all(bodies, syllables(), self._channel, mode=case)
            self._beginnings.update(zip(((body, case) for body in bodies), costs, strict=True))

    def may_be_word(self, body: str) -> bool:
        """Return whether a string is no figure, or one in a document whose words are full of figures."""
        if len(body) == 1 or not FIGURES.fullmatch(body):
            return body not in "1237" or self._document.figured
        return self._document.figured and bool(_SHORT_FIGURE.fullmatch(body)) and number_class(body) != "<y>"

    def _look_up(self, bodies: list[str], case: str, lexicon: Lexicon, penalty: float) -> None:
        mode = "upper" if case == "acronym" else case
        found = search_all(bodies, lexicon, self._channel, mode=mode, most=self._most, beyond=self._beyond)
        table = cased(lexicon, mode)
        for body, own in zip(bodies, found, strict=True):
            words = self._words[body, case]
            words += [
                (t, n, cost + penalty + (_LATE_TONE if LATE.fullmatch(s) else 0.0), s, mode)
                for index, cost in own.words
                for t, s, n in (table[index],)
            ]
            if case == "acronym":
                unknown = shipped_model().number[ACRONYM]
                words[:] = [(t, n, c + (_UNKNOWN_ACRONYM if n == unknown else 0.0), s, m) for t, n, c, s, m in words]
            if penalty:
                words.sort(key=lambda word: word[2] + rarities()[word[1]])
