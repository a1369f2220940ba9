"""Acronyms that lost the stroke of their Đ: `BGDDT` is `BGDĐT`, `DHSPHN` is `ĐHSPHN`."""

import math
import re
from functools import cache, lru_cache
from itertools import combinations, product
from pathlib import Path

import numpy as np

from normalizers.garble.model.language import PARAMETERS, shipped_model
from normalizers.knowledge import read_table

_CERTIFICATES = Path(__file__).parents[1] / "knowledge" / "certificates.tsv"
_LONGEST_PIECE = 8
_NEW_PIECE = 4.0  # nats for every further piece that an acronym is put together from
_LIKE_STROKED = "DEPBFÐ"  # letters that a Đ is read as
# and two letters that one is read as
_PAIRS = ("PD", "BD", "ÐD", "DÐ", "EĐ", "PĐ", "BĐ", "DP", "DB", "ĐP", "EP", "ED", "EB")
_COMMONER, _TOKENS = 100, 48e6  # times
_WELL_KNOWN = 100  # occurrences in the corpora from which on a short name is taken for granted
_SPELLED_OUT = 3  # times that the words of a document begin like a short name, once with and once without connectives
_LEFT_OUT = 2  # words of its name that a short name may leave out between two of its letters
_CONNECTIVES = frozenset(("và", "của", "các", "về", "cho", "trong"))


@cache
def inventory() -> dict[str, dict[str, int]]:
    """Return the known acronyms with their counts in the corpora, by their letters without strokes."""
    with np.load(PARAMETERS / "language.npz") as data:
        rows = bytes(data["acronyms"]).decode("utf-8").split("\n")
    known: dict[str, dict[str, int]] = {}
    for row in rows:
        name, count = row.split(" ")
        if _is_word(name, int(count)):
            continue
        known.setdefault(name.replace("Đ", "D"), {})[name] = int(count)
    return known


def _is_word(name: str, count: int) -> bool:
    """Whether what stood so often in capitals is a word of headings: it has marks, or is a far commoner syllable."""
    number = shipped_model().number.get(name.lower())
    plain = name.replace("Đ", "D").isascii()
    if number is None or len(name) == 1 or not plain:
        return not plain
    return math.exp(float(shipped_model().unigram[number])) > _COMMONER * count / _TOKENS


@cache
def inventory_names() -> dict[str, int]:
    """Return the known acronyms with their counts in the corpora."""
    return {name: count for names in inventory().values() for name, count in names.items()}


@lru_cache(maxsize=4096)
def is_certificate(printed: str) -> bool:
    """Return whether a string names a test or certificate of a language, or several: `DELF/DALF`."""
    names = {row["name"] for row in read_table(_CERTIFICATES, ("name", "language", "example"))}
    return names.issuperset(printed.split("/"))


@lru_cache(maxsize=4096)
def restored(printed: str, initials: str = "") -> str:
    """Return an acronym with its strokes: as the document's own words begin, else as the inventory has it.

    `initials` are the first letters of the document's words in order, in capitals. What neither knows stays as it is.
    """
    if "D" not in printed:
        return printed
    spellings = ["".join(s) for s in product(*(("D", "Đ") if c == "D" else (c,) for c in printed))]
    if len(printed) > 2:
        spelled_out = [s for s in spellings if s in initials]
        if len(spelled_out) == 1:
            return spelled_out[0]
    return _assembled(printed) or printed


@lru_cache(maxsize=4096)
def _assembled(printed: str) -> str | None:
    """The likeliest way to put an acronym together from known ones."""
    best: list[tuple[float, str] | None] = [(0.0, "")] + [None] * len(printed)
    for end in range(1, len(printed) + 1):
        for start in range(max(0, end - _LONGEST_PIECE), end):
            before = best[start]
            piece = printed[start:end]
            known = inventory().get(piece.replace("Đ", "D"))
            if before is None or known is None:
                continue
            name, count = max(known.items(), key=lambda item: item[1])
            cost = before[0] - math.log(count / 200_000) + _NEW_PIECE
            if best[end] is None or cost < best[end][0]:  # type: ignore[index]
                best[end] = (cost, before[1] + name)
    return best[-1][1] if best[-1] else None


def initials_of(words: list[str]) -> str:
    """Return the first letters of words in capitals: once all of them, once without the connectives."""
    every = "".join(word[0].upper() for word in words if word[:1].isalpha())
    content = "".join(w[0].upper() for w in words if w[:1].isalpha() and w.lower() not in _CONNECTIVES)
    return f"{every} {content}"


@lru_cache(maxsize=4096)
def well_known(printed: str, initials: str = "") -> str:
    """Return an acronym as `restored` does, or the well known one that it is but for a Đ or Q read as a letter like
    it."""
    printed = printed.replace("b", "Đ")
    name = restored(printed, initials)
    if name in inventory_names():
        return name
    if (spelled := spelled_out(name, initials)) != name or len(printed) < 4:
        return spelled
    for pair in _PAIRS:
        if pair in printed and inventory_names().get(shorter := printed.replace(pair, "Đ"), 0) >= _WELL_KNOWN:
            return shorter
    meant = {index: "Q" if letter == "O" else "Đ" for index, letter in enumerate(name) if letter in _LIKE_STROKED + "O"}
    variants = [
        "".join(meant[index] if index in chosen else letter for index, letter in enumerate(name))
        for size in (1, 2)
        for chosen in combinations(meant, size)
    ]
    best = max(variants, key=lambda v: inventory_names().get(v, 0), default=name)
    return best if inventory_names().get(best, 0) >= _WELL_KNOWN else name


@lru_cache(maxsize=4096)
def spelled_out(name: str, initials: str) -> str:
    """Return a short name as the document's words begin again and again, where a Đ in it was read as a letter like it:
    `PHXD` is `ĐHXD` where the words *đại học Xây dựng* stand; else as it is."""
    if not 2 < len(name) <= _LONGEST_PIECE:
        return name
    variants = map("".join, product(*(("Đ", c) if c in "DEPB" else ("Đ", "D") if c == "Đ" else (c,) for c in name)))
    counts = {variant: initials.count(variant) for variant in {*variants, name}}
    best, *others = sorted(counts, key=lambda v: (-counts[v], v))
    if len(name) == 3 and inventory_names().get(best, 0) < _WELL_KNOWN:
        return name
    enough = 1 if len(name) == 3 and name not in inventory_names() else _SPELLED_OUT
    sure = counts[best] >= enough and all(counts[best] >= 2 * counts[other] for other in others)
    return best if sure else name


@lru_cache(maxsize=4096)
def of_masthead(name: str, initials: str) -> str:
    """Return a short name as the words of a masthead begin, of which it may leave some out: `ĐHMD` is `ĐHMĐ` below
    *ĐẠI HỌC CÔNG NGHỆ MIỀN ĐÔNG*. It stays where they allow it as it is, or several others; `initials` are those of the
    document's words in capitals."""
    ways = {name, *(name.replace(pair, "Đ", 1) for pair in _PAIRS if pair in name)}
    variants = {"".join(v) for way in ways for v in product(*(("Đ", c) if c in "DEPB" else (c,) for c in way))}
    found = {v: re.search(f".{{0,{_LEFT_OUT}}}?".join(v), initials) for v in variants}
    widths = sorted((len(match.group()), variant) for variant, match in found.items() if match)
    if (
        found[name]
        or not widths
        or len(name) <= _SPELLED_OUT
        or [width for width, _ in widths[:2]].count(widths[0][0]) > 1
    ):
        return name
    return widths[0][1]


def compound(printed: str, joints: str = "&-") -> str:
    """Return short names that a sign joins (`GD&BT`) as the well known one that they are together (`GD&ĐT`)."""
    letters = "".join(c for c in printed if c not in joints)
    whole = well_known(letters)
    if (
        len(whole) != len(letters)
        or len(letters) == len(printed)
        or whole == letters
        or inventory_names().get(whole, 0) < _WELL_KNOWN
    ):
        return printed
    own = iter(whole)
    return "".join(c if c in joints else next(own) for c in printed)
