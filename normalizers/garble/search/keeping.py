"""Keeping: what a chunk is as it stands: a number, a code, an acronym, a foreign word, or garble that nothing reads."""

import re
from collections.abc import Callable
from dataclasses import replace

from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import foreign
from normalizers.garble.model.tokens import ACRONYM, WORD, number_class
from normalizers.garble.search.chunks import Chunk
from normalizers.garble.search.readings import Evidence, Reading, marks_in
from normalizers.garble.spans.acronyms import inventory_names, is_certificate, restored
from normalizers.garble.spans.measures import code_cost

_ROMAN = re.compile("[IVX]+")
_POINT = re.compile(r"[a-hđ]\d{1,2}")  # a point beneath a lettered one: `b1)`
_BENEATH = re.compile(r"[IVX]+(?:\.\d{1,2}){1,2}")  # a point beneath a Roman number: `II.1`
_VOWELLESS = re.compile(
    "(?:[BCDGHKLMNPRSTXĐ]{2,}|[BCDGHKLMNPRSTXĐ]{3,}Y|[BCDGHKLMNPQRSTVXĐ][BCDGHKLMNPRSTVXĐ]{3,})(?:[&-][BCDGHKLMNPRSTXVĐ]{2,})*"
)
"""`HC`, `VHTTDL`, `HH-VS`: no garbled syllable."""
_STROKES = re.compile("I{2,3}")  # a Roman number, if no word with capitals
_SYLLABLE = 3.5  # cost up to which capitals printed again and again are rather a syllable (`BQ` for *Bộ*)
_UNKNOWN, _UNKNOWN_IN_CAPITALS = 0.9, 1.6  # nats a letter for capitals that are no known acronym
_ODD, _LETTERLIKE = 2.5, frozenset("!?*|[]{}<>~_'")  # nats for a sign beside capitals that engines make of letters
_SERIAL = re.compile(r"[A-ZĐ]\d{1,2}(?:\.\d{1,2})?")  # `G3`, `G1.2`
_BRACKETED = 4.0  # nats by which a code alone in its brackets is no word: `(A2)`
_BULLET = "*"  # at the head of a line; within it engines make one of a letter
_SHORT = 1.5  # nats for capitals that spell a foreign word of a few letters: they may as well be a short name
UNREAD = 9.0  # nats that a string that is no word costs as it stands, beside those of its letters
FIGURES = re.compile(r"\d+(?:[/.,:-]\d+)*[%+°]?")  # what is a number as it stands is never anything else


def kept(chunk: Chunk, numbers: dict[str, int], document: Evidence, least: Callable[[str, str], float]) -> Reading:
    """Return the reading of a chunk as it stands; `least` is what a string costs at the least as a syllable."""
    text = chunk.text
    lead, core, trail = chunk.edges
    ends = tuple(numbers[m] for m in marks_in(trail))
    if not core:
        cost = 0.0 if chunk.first and text == _BULLET else 3.0 if len(text) < 3 else 1.0
        return Reading(text, tuple(numbers[m] for m in marks_in(lead)), cost, "kept")
    ladder = _ROMAN.fullmatch(core) and trail[:1] in (".", ")", "-", "/") or _POINT.fullmatch(core) and trail[:1] == ")"
    if chunk.first and (ladder or document.roman and _BENEATH.fullmatch(core)):
        return Reading(text, (numbers[ACRONYM], *ends), -2.0, "kept")
    if FIGURES.fullmatch(core):
        return Reading(text, (numbers[number_class(core)], *ends), 0.0, "kept")
    as_code = 0.0 if core[:1] in document.series and _SERIAL.fullmatch(core) else code_cost(core)
    if as_code is not None:
        as_code -= _BRACKETED if not as_code and lead[-1:] == "(" and trail[:1] == ")" else 0.0
        return Reading(text, (numbers.get(core.lower(), numbers[ACRONYM]), *ends), as_code, "kept")
    odd = _ODD * sum(c in _LETTERLIKE for c in lead + trail)
    if len(core) == 1 and core.isalpha() and core.isupper() and core != "I":
        return Reading(text, (numbers.get("^" + core, numbers[ACRONYM]), *ends), odd - 1.0, "kept")
    number = foreign().get(core.lower()) if len(core) > 2 else None
    short_name = core in document.acronyms or _VOWELLESS.fullmatch(core)
    if number and core.isupper() and not short_name and least(core, "upper") > _SYLLABLE:
        return Reading(text, (number, *ends), odd + (_SHORT if len(core) < 5 else 0.0), "kept")
    if core.isupper() and core.replace("&", "").replace("-", "").isalnum():
        short = _acronym(core, numbers)
        own = core in document.acronyms and least(core, "title") > _SYLLABLE
        vowelless = chunk.caps < 0.72 and (_VOWELLESS.fullmatch(core) or _STROKES.fullmatch(core))
        known = short or is_certificate(core) or all(restored(part) in inventory_names() for part in core.split("&"))
        common = chunk.caps > 0.72 and not _VOWELLESS.fullmatch(core)  # where all is in capitals they tell little
        unknown = 4.0 + (_UNKNOWN_IN_CAPITALS if common and not chunk.alone else _UNKNOWN) * len(core)
        cost = -3.0 if own else (2.5 if common else 0.5) + odd if known or vowelless else unknown
        return Reading(text, (number or short or numbers[ACRONYM], *ends), cost, "kept")
    cost = (
        1.5
        if number or is_certificate(core)
        else UNREAD + 1.2 * len(core) + (5.0 if any(c.isdigit() for c in core) else 0.0)
    )
    return Reading(text, (number or numbers[WORD], *ends), cost, "kept")


def by_name(reading: Reading, chunk: Chunk, numbers: dict[str, int]) -> list[Reading]:
    """Return the reading of an acronym as the one that it is, beside that as one of its class: `THPT` follows *trường*
    and not *trưởng*, `II` follows *kỳ*, and the word `Y` stands before *tế*; nothing where the language model does not
    know it."""
    core = chunk.edges[1]
    if len(core) == 1 and core.isupper() and core.lower() in numbers and reading.numbers:
        return [replace(reading, numbers=(numbers[core.lower()], *reading.numbers[1:]), cost=0.0)]
    own = numbers.get("^" + core, numbers.get("^" + restored(core)))
    if own is None or not reading.numbers or reading.numbers[0] != numbers[ACRONYM]:
        return []
    return [replace(reading, numbers=(own, *reading.numbers[1:]))]


def _acronym(core: str, numbers: dict[str, int]) -> int | None:
    """The number of an acronym that the language model knows, or of its class where it hardly knows it."""
    number, rarity = numbers.get("^" + core), shipped_model().unigram
    if number is None:
        return None
    return max(number, numbers[ACRONYM], key=lambda n: rarity[n])
