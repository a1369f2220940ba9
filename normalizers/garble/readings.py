"""Readings: what a chunk may stand for, each with its words in the language model and its cost in the channel."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from normalizers.garble.channel import Channel, in_case
from normalizers.garble.chunks import Chunk
from normalizers.garble.digits import as_digits, cost_as
from normalizers.garble.lexicon import Lexicon, abbreviations, acronyms, foreign, syllables
from normalizers.garble.search import search
from normalizers.garble.tokens import ACRONYM, WORD, number_class

Part = tuple[str, str, str]  # observed, spelling, case: what the channel learns from


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of a chunk: its text, its word numbers (none for a chunk without words), its cost, the kind of edit."""

    text: str
    numbers: tuple[int, ...]
    cost: float
    kind: str
    parts: tuple[Part, ...] = ()
    takes_next: bool = False
    case: str = ""


_CAPITALS = 0.36  # share of capitals from which on a line may stand in capitals
_ACRONYM = re.compile("[A-ZĐ]{3,8}")
_ROMAN = re.compile("[IVX]+")
_AMBIGUOUS = "!?'*|[]{}\"`<>~(«"  # punctuation that engines also make of letters
_STROKES = "IlO!|]./"  # characters that alone may make a number
_SPLIT_COST, _GLUE_COST, _STEP_DOWN, _STEP_UP = 3.0, 2.5, 0.7, 2.0


@dataclass(frozen=True)
class Evidence:
    """What stands clean in the document: its acronyms, and its long numbers."""

    acronyms: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, chunks: list[Chunk]) -> "Evidence":
        """Collect acronyms printed at least twice outside lines of capitals, and numbers of five digits or more."""
        cores = [(c.edges[1], c.caps) for c in chunks if not c.fixed]
        names = Counter(core for core, caps in cores if caps < _CAPITALS and _ACRONYM.fullmatch(core))
        numbers = frozenset(core for core, _ in cores if core.isdigit() and len(core) >= 5)
        return cls(frozenset(name for name, count in names.items() if count > 1), numbers)


class Reader:
    """Finds the readings of chunks with one channel; what it has found it keeps."""

    def __init__(self, channel: Channel, number: dict[str, int], document: Evidence, *, most: int = 16) -> None:
        self.channel, self.number, self.document, self.most = channel, number, document, most
        self.lexicon, self.acronyms = syllables(), acronyms(document.acronyms)
        self._words: dict[tuple[str, str], list[Reading]] = {}
        self._beginnings: dict[tuple[str, str], np.ndarray] = {}
        self._chunks: dict[tuple[str, bool, tuple[tuple[str, float], ...]], list[Reading]] = {}

    def read(self, chunk: Chunk, *, after_stop: bool) -> list[Reading]:
        """Return the readings of a chunk, cheapest first; `after_stop` tells that a sentence may begin here."""
        if chunk.fixed:
            numbers = tuple(self.number[w] for w in chunk.fixed.words)
            return [Reading(chunk.fixed.text, numbers, chunk.fixed.cost, chunk.fixed.kind)]
        cases = cases_of(chunk.edges[1] or chunk.text, chunk.caps, after_stop=after_stop)
        key = (chunk.text, chunk.first, cases)
        if key not in self._chunks:
            self._chunks[key] = self._read(chunk, cases)
        return self._chunks[key]

    def _read(self, chunk: Chunk, cases: tuple[tuple[str, float], ...]) -> list[Reading]:
        lead, core, trail = chunk.edges
        readings = [self.kept(chunk)]
        if not core and not any(c in _AMBIGUOUS for c in lead):
            return readings
        for body_lead, body, body_trail, penalty in _bodies(lead, core, trail):
            if not body:
                continue
            ends = tuple(self.number[m] for m in _marks(body_trail))
            found = self._numbers(body) + self._body(body, cases)
            readings += [
                replace(r, text=body_lead + r.text + body_trail, numbers=r.numbers + ends, cost=r.cost + penalty)
                for r in found
            ]
        return _best(readings, self.most)

    def kept(self, chunk: Chunk) -> Reading:
        """Return the reading of a chunk as it stands."""
        text, first = chunk.text, chunk.first
        lead, core, trail = chunk.edges
        ends = tuple(self.number[m] for m in _marks(trail))
        if not core:
            return Reading(text, tuple(self.number[m] for m in _marks(lead)), 3.0 if len(text) < 3 else 1.0, "kept")
        if first and _ROMAN.fullmatch(core) and trail[:1] in (".", ")", "-", "/"):
            return Reading(text, (self.number[ACRONYM], *ends), -2.0, "kept")
        if core.replace("/", "").replace(".", "").replace(",", "").isdigit():
            return Reading(text, (self.number[number_class(core)], *ends), 0.0, "kept")
        if core.isupper() and core.isalnum():
            number = self.number.get("^" + core)
            cost = 0.5 if number or core in self.document.acronyms else 4.0 + 0.9 * len(core)
            return Reading(text, (number or self.number[ACRONYM], *ends), cost, "kept")
        number = foreign().get(core.lower()) if len(core) > 2 else None
        cost = 1.5 if number else 9.0 + 1.2 * len(core) + (5.0 if any(c.isdigit() for c in core) else 0.0)
        return Reading(text, (number or self.number[WORD], *ends), cost, "kept")

    def _numbers(self, body: str) -> list[Reading]:
        known = [
            Reading(number, (self.number["<n>"],), cost + 1.0, "garble.number")
            for number in self.document.numbers
            if not body.isdigit() and (cost := cost_as(body, number)) is not None
        ]
        digits = as_digits(body)
        if digits is None or digits[0] == body:
            return known
        number, cost = digits
        sure = sum(c.isdigit() for c in body)
        odd = sum(c not in _STROKES and not c.isdigit() for c in body)
        if odd:
            cost += 2.0 if sure * 2 > len(body) else 4.0 + 2.0 * (len(body) - sure)
        cost += 1.0 if sure else 2.5
        return [*known, Reading(number, (self.number[number_class(number)],), cost, "garble.number")]

    def _body(self, body: str, cases: tuple[tuple[str, float], ...]) -> list[Reading]:
        if body.isdigit() and len(body) > 1:
            return []
        whole = [replace(r, cost=r.cost + cost) for case, cost in cases for r in self.words(body, case)]
        whole = _best(whole, self.most)
        cheapest = whole[0].cost if whole else 99.0
        if len(body) >= 4 and cheapest > 3.0 + 0.8 * len(body):
            whole += self._split(body, cases)
        return whole + self._joined(body, cases)

    def words(self, body: str, case: str) -> list[Reading]:
        """Return the readings of a string as one word in a case; `acronym` asks for acronyms only."""
        key = (body, case)
        if key not in self._words:
            found = [] if case == "acronym" else self._search(body, case, self.lexicon, 0.0)
            if case in ("upper", "acronym"):
                found = _best(found + self._search(body, "upper", self.acronyms, 1.0), self.most)
            elif len(body) < 5:
                found = _best(found + self._search(body, case, abbreviations(), 1.5), self.most)
            self._words[key] = found
        return self._words[key]

    def _search(self, body: str, case: str, lexicon: Lexicon, penalty: float) -> list[Reading]:
        if len(body) > 12:
            return []
        readings = []
        found = search(body, lexicon, self.channel, mode=case, most=self.most)
        if not penalty:
            self._beginnings[body, case] = found.beginnings
        for match in found.matches:
            spelling = lexicon.spellings[match.word]
            readings.append(
                Reading(
                    in_case(spelling, case),
                    (int(lexicon.numbers[match.word]),),
                    match.cost + penalty,
                    "garble.syllable" if not penalty else "garble.acronym",
                    ((body, spelling, case),),
                    case=case,
                )
            )
        return readings

    def _split(self, body: str, cases: tuple[tuple[str, float], ...]) -> list[Reading]:
        """Readings of a string as two words that have lost the blank between them."""
        case, extra = cases[0]
        second_case = "upper" if case == "upper" else "lower"
        found = []
        beginnings = self._beginnings.get((body, case))
        if beginnings is None:
            return []
        order = np.argsort(beginnings[1:-1] - 2.2 * np.arange(1, len(body) - 0.5))[:4] + 1
        for at in map(int, order):
            left = self._half(body[:at], case)
            right = self._half(body[at:], second_case) if left else []
            found += [
                Reading(f"{a.text} {b.text}", a.numbers + b.numbers, a.cost + b.cost + extra + _SPLIT_COST,
                        "garble.split", a.parts + b.parts, case=case)
                for a in left[:3] for b in right[:3]
            ]
        return _best(found, 6)

    def _half(self, body: str, case: str) -> list[Reading]:
        if all(c in "0123456789IlO!" for c in body):
            return [replace(r, text=r.text) for r in self._numbers(body)] or (
                [Reading(body, (self.number[number_class(body)],), 0.0, "kept")] if body.isdigit() else []
            )
        return self.words(body, case)[:3] if any(c.isalnum() for c in body) else []

    def _joined(self, body: str, cases: tuple[tuple[str, float], ...]) -> list[Reading]:
        """Readings of words that punctuation joins (`phdp,tharn`, `Mdc-L6nin`, `su/dung`)."""
        for mark in ",;:./-–":
            at = body.find(mark, 1)
            if 0 < at < len(body) - 1:
                break
        else:
            return []
        case, extra = cases[0]
        left = self._half(body[:at], case) if body[:at][-1:].isalnum() else []
        title = "title" if body[at + 1].isupper() and case != "upper" else "upper" if case == "upper" else "lower"
        right = self._half(body[at + 1 :], title) if left else []
        glue, marks = (f"{mark} ", _marks(mark)) if mark in ",;:" else (mark, ())
        inner = tuple(self.number[m] for m in marks)
        return [
            Reading(a.text + glue + b.text, a.numbers + inner + b.numbers, a.cost + b.cost + extra + 1.0,
                    "garble.joined", a.parts + b.parts, case=case)
            for a in left[:3] for b in right[:3]
        ]

    def glued(self, chunk: Chunk, following: Chunk) -> list[Reading]:
        """Return readings of two chunks as one word that a blank has cut."""
        lead, core, after = chunk.edges
        before, second, trail = following.edges
        if chunk.fixed or following.fixed or after or before or not core or not second or len(core) + len(second) > 8 or following.first:
            return []
        ends = tuple(self.number[m] for m in _marks(trail))
        found = []
        digits = as_digits(core + second)
        if digits and not (core.isdigit() and second.isdigit()) and all(c.isdigit() or c in _STROKES for c in core + second):
            number, cost = digits
            found.append(Reading(number, (self.number[number_class(number)],), cost + 2.0, "garble.number"))
        elif min(len(core), len(second)) <= 2 and not (core + second).isdigit():
            case, extra = cases_of(core, chunk.caps, after_stop=False)[0]
            found += [replace(r, cost=r.cost + extra + _GLUE_COST) for r in self.words(core + second, case)[:4]]
        return [
            replace(r, text=lead + r.text + trail, numbers=r.numbers + ends, takes_next=True, kind="garble.cut")
            for r in found
        ]


@lru_cache(maxsize=4096)
def _marks(text: str) -> tuple[str, ...]:
    """The classes of the language model for punctuation after a word: at most one."""
    for char in text:
        if char in ",;:":
            return (char,)
        if char in ".!?…":
            return (".",)
    return ()


def cases_of(core: str, caps: float, *, after_stop: bool) -> tuple[tuple[str, float], ...]:
    """Return the cases that a word may stand in, with their costs, cheapest first."""
    letters = [c for c in core if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if caps > 0.72:
        return (("upper", 0.0),)
    if caps > _CAPITALS and capitals * 2 >= len(letters):
        return (("upper", 0.0), ("title", 2.5), ("lower", 2.5))
    if letters and core[:1] == letters[0] and letters[0].isupper():
        if capitals > 1 and all(c.isupper() for c in letters[:2]):
            return (("title", 0.3), ("acronym", 0.5), ("lower", 1.0))
        return (("title", 0.0), ("lower", _STEP_DOWN))
    if caps > _CAPITALS:
        return (("lower", 0.7), ("upper", 0.7))
    if after_stop or (core[:1] and not core[0].isalpha()):
        return (("lower", 0.0), ("title", _STEP_UP))
    return (("lower", 0.0),)


def _bodies(lead: str, core: str, trail: str) -> list[tuple[str, str, str, float]]:
    """Ways of dividing a chunk into punctuation, word, punctuation, with their costs."""
    bodies = [(lead, core, trail, 0.0)]
    taken = len(trail) - len(trail.lstrip(_AMBIGUOUS))
    given = len(lead) - len(lead.rstrip(_AMBIGUOUS))
    odd = sum(c in "!?*|[]{}<>~" for c in trail[:taken]) + sum(c in "'|[]{}*<>~`!" for c in lead[len(lead) - given :])
    if taken:
        bodies.append((lead, core + trail[:taken], trail[taken:], 0.0))
    if given:
        bodies.append((lead[: len(lead) - given], lead[len(lead) - given :] + core, trail, 0.0))
    if odd:
        bodies[0] = (lead, core, trail, 2.5 * odd)
    return bodies


def _best(readings: list[Reading], most: int) -> list[Reading]:
    """The cheapest readings, one for each text."""
    best: dict[tuple[str, bool], Reading] = {}
    for reading in readings:
        key = (reading.text, reading.takes_next)
        if key not in best or reading.cost < best[key].cost:
            best[key] = reading
    return sorted(best.values(), key=lambda r: r.cost)[:most]
