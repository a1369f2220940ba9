"""Names of persons: which family, middle and given names garble stands for, where a row or a title tells of a person.

The words around a name do not tell its marks (`Dinh` is *Đinh*, *Đình* or *Định*), but its place in the name does.
"""

import math
import re
from functools import cache
from pathlib import Path

import numpy as np

from normalizers.garble.search.readings import Reading
from normalizers.knowledge import read_table
from normalizers.values.names import TITLES, surnames

Entry = tuple[Reading, int]  # a reading and, where the one before took its place, that one's index

_TABLE = Path(__file__).parents[1] / "knowledge" / "name_parts.tsv"
_NUMBER = re.compile(r"[\[(]?\d{1,3}[\].)]*")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\((?:19|20)\d\d\)|(?:19[3-9]|20[01])\d,?$")
_MARKS = " ,.;:()-–"
_SCHOOLS = frozenset(("THPT", "THCS", "tên"))  # what stands before a name, beside titles: `Trường THPT`, `Họ và tên`
_UNKNOWN = 0.03  # of a thousand persons that have a name which no table lists
_COMMONEST, _FALL = 380.0, 1.15  # of a thousand persons with the first family name; how fast the next ones are rarer
_FAR = 7.0  # nats by which a family name may be dearer than the cheapest reading of its place
_STAY = 0.7  # nats by which another spelling must be ahead
_TAKEN_OVER = 2.5  # margin given to a spelling that took over


def settled(
    entries: list[list[Entry]], values: list[np.ndarray], path: list[int], line_start: np.ndarray
) -> tuple[list[np.ndarray], list[int]]:
    """Return the values of all readings and the best ones, with the names of persons spelled as names are."""
    at = 0
    while at < len(entries):
        size = _person(entries, path, at, line_start)
        for place, role in zip(range(at, at + size), _roles(size), strict=True):
            options = [i for i, (reading, taker) in enumerate(entries[place]) if taker < 0 and _is_part(reading)]
            readings = {i: entries[place][i][0] for i in options}
            scores = {i: math.log(_share(_core(r), role)) - r.cost for i, r in readings.items()}
            own = path[place]
            best = max(options, key=scores.__getitem__, default=own)
            if best != own and (own not in scores or scores[best] - scores[own] > _STAY):
                values[place][best] = values[place].max() + _TAKEN_OVER
                path[place] = best
        at += max(size, 1)
    return values, path


def _person(entries: list[list[Entry]], path: list[int], at: int, line_start: np.ndarray) -> int:
    """How many words of a person's name begin at a place: 0 where none does."""
    before = "" if line_start[at] else _text(entries, path, at - 1) if at else ""
    titled = bool(before) and (is_title(before) or before.strip(_MARKS) in _SCHOOLS)
    numbered = bool(before) and bool(line_start[at - 1]) and bool(_NUMBER.fullmatch(before))
    if not (titled or numbered or line_start[at]) or not _may_be_family(entries[at]):
        return 0
    if _text(entries, path, at) in _titles():  # *Ông* is a family name too
        return 0
    size = 1
    while (
        at + size < len(entries)
        and not line_start[at + size]
        and _text(entries, path, at + size - 1)[-1:] not in ",;:.)-"
        and _core(entries[at + size][path[at + size]][0]).istitle()
        and _is_part(entries[at + size][path[at + size]][0])
    ):
        size += 1
    behind = at + size
    ends = behind == len(entries) or bool(line_start[behind])
    told = ends or bool(_DATE.match(_text(entries, path, behind))) or _text(entries, path, behind) in ("-", "–")
    if titled:
        return size if 2 <= size <= 4 else 0
    return size if size in (3, 4) and told else 0


def _roles(size: int) -> list[str]:
    return ["family", *["middle"] * (size - 2), "given"] if size else []


def _text(entries: list[list[Entry]], path: list[int], at: int) -> str:
    return entries[at][path[at]][0].text


def _core(reading: Reading) -> str:
    return reading.text.strip(_MARKS)


def _is_part(reading: Reading) -> bool:
    """Whether a reading is one word with a capital."""
    core = _core(reading)
    return core.isalpha() and core[0].isupper() and not reading.takes_next and (core.istitle() or len(core) == 1)


def _may_be_family(options: list[Entry]) -> bool:
    """Whether a family name is among the readings of a place and not much dearer than the cheapest."""
    costs = [reading.cost for reading, taker in options if taker < 0 and _core(reading) in _families()]
    return bool(costs) and min(costs) < min(reading.cost for reading, _ in options) + _FAR


def is_title(text: str) -> bool:
    """Return whether a word stands before the name of a person: `TS.`, `bà`."""
    return text.rstrip(".").split(".")[-1] in _titles()


def is_listed(name: str) -> bool:
    """Return whether a word is a known middle or given name."""
    return any(name in table for table in _parts().values())


@cache
def _titles() -> frozenset[str]:
    rows = read_table(TITLES, ("language", "title"))
    return frozenset(row["title"].split()[-1] for row in rows if row["language"] == "vi") | {"ông", "bà"}


@cache
def _families() -> dict[str, float]:
    """How many of a thousand persons have a family name, by its place in the list of the most common ones."""
    return {name: _COMMONEST / (rank + 1) ** _FALL for rank, name in enumerate(surnames())}


@cache
def _parts() -> dict[str, dict[str, float]]:
    rows = read_table(_TABLE, ("name", "middle", "given"))
    return {role: {row["name"]: float(row[role]) for row in rows} for role in ("middle", "given")}


def _share(name: str, role: str) -> float:
    """How many of a thousand persons have a name in its place."""
    table = _families() if role == "family" else _parts()[role]
    return max(table.get(name, 0.0), _UNKNOWN)
