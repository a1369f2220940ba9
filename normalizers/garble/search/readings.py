"""Readings: what a chunk may stand for, each with its words in the language model and its cost in the channel."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.chunks import Chunk
from normalizers.letters import lettered

Part = tuple[str, str, str]  # observed, spelling, case: what the channel learns from
Cases = tuple[tuple[str, float], ...]

CAPITALS = 0.36  # share of capitals from which on a line may stand in capitals
_ACRONYM = re.compile("[A-ZĐ]{2,8}")
_CODE = re.compile(r"[A-ZĐ]([1278])(?:\.\d{1,2})?")
_STEM = re.compile(r"[A-ZĐ]{2,4}(?=\d{1,2}(?:\.\d)?(?!\w))")  # of labels: `CLO` of `CLO2`
_FIGURED = re.compile(lettered(r"[^\W\d_]\d|\d\p{Ll}{2}"))
_HUMP = re.compile(lettered(r"(?<=[^\W\p{Lu}])\p{Lu}(?=[^\W\p{Lu}])"))
_RUN = re.compile(lettered(r"(?=.{7})(?:\p{Lu}[^\W\p{Lu}]+){2,}"))
_RUNS = 3  # such strings from which on a document has words with capitals run together
_FIGURES = 0.03  # share of chunks with a figure among their letters from which on figures alone may be words
_AMBIGUOUS = "!?'’*|[]{}\"`<>~(«_"  # punctuation that engines also make of letters
HORNED = re.compile("[ơớờởỡợưứừửữự]$", re.IGNORECASE)
_ROMANS, _TELLING = ("II", "III", "IV", "VI", "VII"), ("-", "–", "=", ":")  # `I - giới thiệu`
_STEP_DOWN, _STEP_UP = 0.7, 2.0


@dataclass(slots=True)
class Reading:
    """A reading of a chunk: its text, its word numbers (none for a chunk without words), its cost, the kind of edit."""

    text: str
    numbers: tuple[int, ...]
    cost: float
    kind: str
    parts: tuple[Part, ...] = ()
    takes_next: bool = False


def of_word(
    edges: tuple[str, str, str], word: tuple[str, str, int], case: str, cost: float, kind: str = "garble.word"
) -> Reading:
    """Return the reading of a string as one word; `word` is its text, spelling and number in the language model."""
    (lead, core, trail), (text, spelling, number) = edges, word
    ends = tuple(shipped_model().number[mark] for mark in marks_in(trail))
    return Reading(lead + text + trail, (number, *ends), cost, kind, ((core, spelling, case),))


@dataclass(frozen=True)
class Evidence:
    """What stands clean in the document: its acronyms, its long numbers, the letters of its series of codes; and
    whether figures stand among its letters, words with capitals run together (`NguyénVanAn`), and `I` as a letter or a
    Roman number: beside others, or told what it stands for."""

    acronyms: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    series: frozenset[str] = frozenset()
    figured: bool = False
    run: bool = False
    roman: bool = False

    @classmethod
    def of(cls, chunks: list[Chunk]) -> "Evidence":
        """Collect acronyms printed at least twice outside lines of capitals, or numbered as labels, long numbers, and
        the letters of codes (`G1`, `G2.1`) with at least two figures that no vowel is read as."""
        cores = [(c.edges[1], c.caps) for c in chunks if not c.fixed]
        names = Counter(core for core, caps in cores if caps < CAPITALS and _ACRONYM.fullmatch(core))
        names.update(stem[0] for c in chunks if c.fixed and (stem := _STEM.match(c.fixed.text)))
        numbers = frozenset(core for core, _ in cores if core.isdigit() and len(core) >= 5)
        codes = {(match[0][0], match[1]) for core, _ in cores if (match := _CODE.fullmatch(core))}
        letters = Counter(letter for letter, _ in codes)
        series = frozenset(letter for letter, count in letters.items() if count > 1)
        figured = sum(_FIGURED.search(core) is not None for core, _ in cores) > _FIGURES * len(cores)
        run = len({core for core, _ in cores if _RUN.fullmatch(core)}) >= _RUNS
        roman = any(core in _ROMANS for core, _ in cores) or any(
            c.text == "I" and not c.first and n.text in _TELLING for c, n in pairwise(chunks)
        )
        return cls(frozenset(name for name, count in names.items() if count > 1), numbers, series, figured, run, roman)


@lru_cache(maxsize=4096)
def humps_in(body: str) -> tuple[int, ...]:
    """Return where words with a capital may begin within a string: at a capital between small letters."""
    return tuple(match.start() for match in _HUMP.finditer(body))


@lru_cache(maxsize=4096)
def marks_in(text: str) -> tuple[str, ...]:
    """Return the classes of the language model for punctuation after a word: at most one."""
    for char in text:
        if char in ",;:":
            return (char,)
        if char in ".!?…":
            return (".",)
    return ()


@lru_cache(maxsize=65536)
def cases_of(core: str, caps: float, *, after_stop: bool) -> Cases:
    """Return the cases that a word may stand in, with their costs, cheapest first.

    `caps` is the share of capitals in the line, `after_stop` tells that a sentence may begin here. The case `acronym`
    stands for capitals that are no syllable.
    """
    letters = [c for c in core if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if caps > 0.72:
        if len(letters) > 2 and capitals <= 0.4 * len(letters):
            return (("upper", 0.0), ("title" if core[:1].isupper() else "lower", 1.5))
        return (("upper", 0.0),)
    if caps > CAPITALS and capitals * 2 >= len(letters):
        return (("upper", 0.0), ("title", 2.5), ("lower", 2.5))
    if letters and core[:1] == letters[0] and letters[0].isupper():
        if capitals > 1 and all(c.isupper() for c in letters[:2]):
            return (("title", 0.3), ("acronym", 0.5), ("lower", 1.0))
        return (("title", 0.0), ("lower", _STEP_DOWN))
    if caps > CAPITALS:
        return (("lower", 0.7), ("upper", 0.7))
    if after_stop or (core[:1] and not core[0].isalpha()):
        return (("lower", 0.0), ("title", _STEP_UP))
    return (("lower", 0.0),)


@lru_cache(maxsize=65536)
def bodies_of(lead: str, core: str, trail: str) -> tuple[tuple[str, str, str, float], ...]:
    """Return ways of dividing a chunk into punctuation, word, punctuation, with their costs.

    One that lacks the sign behind the word is for readings that end in a horn.
    """
    bodies = [(lead, core, trail, 0.0)]
    if core.isdigit() and lead.endswith("[") and trail.startswith("]"):
        return tuple(bodies)  # the number of a source
    taken = len(trail) - len(trail.lstrip(_AMBIGUOUS))
    given = len(lead) - len(lead.rstrip(_AMBIGUOUS))
    odd = sum(c in "!?*|[]{}<>~_" for c in trail[:taken]) + sum(c in "'|[]{}*<>~`!_" for c in lead[len(lead) - given :])
    if taken:
        bodies.append((lead, core + trail[:taken], trail[taken:], 0.0))
    if given:
        bodies.append((lead[: len(lead) - given], lead[len(lead) - given :] + core, trail, 0.0))
    if taken and trail[0] in "'’" and not set(lead) & set("'‘’"):
        odd += 1  # the horn of ơ and ư is read so, in the stead of a letter or beside it
        if core[-1:] in tuple("uoUO"):
            bodies.append((lead, core, trail[1:], 2.0))
    if odd:
        bodies[0] = (lead, core, trail, 2.5 * odd)
    return tuple(body for body in bodies if body[1])


def best_of(readings: list[Reading], most: int, rarity: list[float]) -> list[Reading]:
    """Return the most promising readings, one for each text; `rarity` is the cost of a word without context."""
    ranks = [
        r.cost + (rarity[r.numbers[0]] if len(r.numbers) == 1 else sum([rarity[n] for n in r.numbers]))
        for r in readings
    ]
    best: dict[tuple[str, bool], Reading] = {}
    for index in sorted(range(len(readings)), key=ranks.__getitem__):
        reading = readings[index]
        if best.setdefault((reading.text, reading.takes_next), reading) is reading and len(best) == most:
            break
    return list(best.values())
