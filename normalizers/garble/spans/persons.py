"""Names of persons: which family, middle and given names garble stands for, where a row or a title tells of a person.

The words around a name do not tell its marks (`Dinh` is *Đinh*, *Đình* or *Định*), but its place in the name does.
"""

import math
import re
from functools import cache
from pathlib import Path

import numpy as np

from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.readings import Reading
from normalizers.knowledge import read_table
from normalizers.values.names import TITLES, surnames

Entry = tuple[Reading, int]  # a reading and, where the one before took its place, that one's index

_TABLE = Path(__file__).parents[1] / "knowledge" / "name_parts.tsv"
_NUMBER = re.compile(r"[\[(]?\d{1,3}[\].)]*")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\((?:19|20)\d\d\)|(?:19[3-9]|20[01])\d,?$")
_MARKS = " ,.;:()-–"
_POLITE = frozenset(("ÔNG", "BÀ"))  # other titles in capitals are parts of words: `SƯ PHẠM`
_SCHOOLS = frozenset(("THPT", "THCS", "tên"))  # what stands before a name, beside titles: `Trường THPT`, `Họ và tên`
_UNKNOWN = 0.03  # of a thousand persons that have a name which no table lists
_COMMONEST, _FALL = 380.0, 1.15  # of a thousand persons with the first family name; how fast the next ones are rarer
_FAR = 7.0  # nats by which a family name may be dearer than the cheapest reading of its place
_NEAR = 4.0  # the same for every word of a cell that only the number before it and the tables tell to be a name
_AROUND, _FEWEST, _MOSTLY = 4, 3, 0.6  # rows around a row, how many of them must be names, and which share
_STAY = 0.7  # nats by which another spelling must be ahead
_TAKEN_OVER = 2.5  # margin given to a spelling that took over
_STEEPNESS, _EVEN, _SUREST = 2.2, 1.0, 20.0  # from the lead of a name to its margin: 1 nat ahead is as good as even
_UNLISTED = -1.0  # lead of a name that no table lists: of 34 that garble was read as two were right
_TOGETHER = 2.2  # nats by which words of an office are likelier together: *Trưởng khoa* 3 and more, *Dũng và* 1.5
_NONE = -20.0  # the score of what is no name


def settled(
    entries: list[list[Entry]], values: list[np.ndarray], path: list[int], line_start: np.ndarray
) -> tuple[list[np.ndarray], list[int]]:
    """Return the values of all readings and the best ones, with the names of persons spelled as names are."""
    at = 0
    told = _told_by_rows(entries, path, line_start)
    while at < len(entries):
        size, sure = (told[at], True) if at in told else _person(entries, path, at, line_start)
        for place, role in zip(range(at, at + size), _roles(size), strict=True):
            scores = _scores(entries[place], role)
            own = path[place]
            best = max(scores, key=scores.__getitem__, default=own)
            if best != own and (own not in scores or scores[best] - scores[own] > _STAY):
                values[place][best] = values[place].max() + _TAKEN_OVER
                path[place] = best
            if sure and scores:
                listed = _share(_core(entries[place][path[place]][0]), role) > _UNKNOWN
                _weigh(entries[place], values[place], path[place], scores if listed else {})
        at += max(size, 1)
    return values, path


def _scores(options: list[Entry], role: str) -> dict[int, float]:
    """How well the readings of a place that are one word with a capital fit there, in nats."""
    return {
        index: math.log(_share(_core(reading), role)) - reading.cost
        for index, (reading, taker) in enumerate(options)
        if taker < 0 and _is_part(reading)
    }


def _weigh(options: list[Entry], values: np.ndarray, chosen: int, scores: dict[int, float]) -> None:
    """Put the reading chosen ahead of all others by what names tell alone: the words around a name tell nothing.

    Without scores it is left behind them: what garble was read as and no table lists is hardly ever the name.
    """
    name = options[chosen][0].text.lower()
    rivals = [score for index, score in scores.items() if options[index][0].text.lower() != name]
    others = [index for index, (reading, _) in enumerate(options) if reading.text.lower() != name]
    if others and (rivals or not scores):
        lead = scores.get(chosen, _NONE) - max(rivals) if rivals else _UNLISTED
        values[chosen] = values[others].max() + min(_STEEPNESS * (lead - _EVEN), _SUREST)


def _person(entries: list[list[Entry]], path: list[int], at: int, line_start: np.ndarray) -> tuple[int, bool]:
    """How many words of a person's name begin at a place (0 where none does), and whether what stands around them
    tells so: a title, a number in a list, a date of birth."""
    before = "" if line_start[at] else _text(entries, path, at - 1) if at else ""
    titled = bool(before) and (is_title(before) or before.strip(_MARKS) in _SCHOOLS)
    first = at > 0 and bool(line_start[at - 1]) and bool(_NUMBER.fullmatch(_text(entries, path, at - 1)))
    numbered = first and bool(before)
    if not (titled or numbered or line_start[at]) or not _may_be_family(entries[at]):
        return 0, False
    if is_title(_text(entries, path, at)):  # *Ông* is a family name too
        return 0, False
    size = _size(entries, path, at, line_start)
    behind = at + size
    ends = behind == len(entries) or bool(line_start[behind])
    dated = behind < len(entries) and bool(_DATE.match(_text(entries, path, behind)))
    told = ends or dated or _text(entries, path, behind) in ("-", "–") or _is_office(entries, path, behind, line_start)
    if titled:
        return (size, True) if 2 <= size <= 4 else (0, False)
    if first and ends and size in (3, 4) and not dated and _is_all_listed(entries, at, size):
        return size, True  # a cell of its own behind the number of its row
    # `4. DANH SÁCH MÔN HỌC` is numbered, too
    heading = not numbered or before[-1:] == "." and not (size > 1 and _is_all_listed(entries, at, size))
    if heading and not dated and _text(entries, path, at).isupper():
        return 0, False
    return (size, numbered or dated) if size in (3, 4) and told else (0, False)


def _told_by_rows(entries: list[list[Entry]], path: list[int], line_start: np.ndarray) -> dict[int, int]:
    """Cells behind the number of their row that must be names since those of the rows around are: where they begin,
    and how many words they have."""
    starts = [*np.flatnonzero(line_start).tolist(), len(entries)]
    rows = [
        (int(_text(entries, path, a).strip("[]().")), b, c - b)
        for a, b, c in zip(starts, starts[1:], starts[2:], strict=False)
        if b == a + 1 and c - b in (3, 4) and _NUMBER.fullmatch(_text(entries, path, a))
    ]
    named = [_is_all_listed(entries, at, size) for _, at, size in rows]
    told = {}
    for index, (number, at, size) in enumerate(rows):
        near = range(max(0, index - _AROUND), min(len(rows), index + _AROUND + 1))
        around = [named[i] for i in near if i != index and rows[i][0] - number == i - index]
        if not named[index] and sum(around) >= max(_FEWEST, _MOSTLY * len(around)):
            told[at] = size
    return told


def _is_all_listed(entries: list[list[Entry]], at: int, size: int) -> bool:
    """Whether every word from a place on is hardly dearer as a part of a name that a table lists than as any other."""
    for place, role in zip(range(at, at + size), _roles(size), strict=True):
        options = entries[place]
        listed = [
            reading.cost
            for reading, taker in options
            if taker < 0 and _is_part(reading) and _share(_core(reading), role) > _UNKNOWN
        ]
        if min(listed, default=math.inf) > min(reading.cost for reading, _ in options) + _NEAR:
            return False
    return True


def _size(entries: list[list[Entry]], path: list[int], at: int, line_start: np.ndarray) -> int:
    """How many words from a place on may be a name, up to the end of the line, to the next punctuation and, unless it
    stands in capitals, to the next short name (`Trần Thu Vinh - GVC`)."""
    size, capitals = 1, not _text(entries, path, at).istitle()
    while (
        at + size < len(entries)
        and not line_start[at + size]
        and _text(entries, path, at + size - 1)[-1:] not in ",;:.)-"
        and (capitals or not _is_short_name(entries[at + size][path[at + size]][0]))
        and _is_in_name(entries[at + size], path[at + size])
        and not _is_office(entries, path, at + size, line_start)
    ):
        size += 1
    return size


def _is_office(entries: list[list[Entry]], path: list[int], at: int, line_start: np.ndarray) -> bool:
    """Whether a word with a capital goes with the small one behind it, and not with the name before it."""
    if at + 1 >= len(entries) or line_start[at] or line_start[at + 1] or not _text(entries, path, at + 1).islower():
        return False
    (word, *more), model = entries[at][path[at]][0].numbers or (0, 0), shipped_model()
    behind = entries[at + 1][path[at + 1]][0].numbers
    return not more and bool(behind) and model.pair(word, behind[0]) - float(model.unigram[behind[0]]) >= _TOGETHER


def _is_short_name(reading: Reading) -> bool:
    """Whether a word was printed in capitals that are no syllable: `GVC`."""
    return reading.kind == "kept" and reading.text.isupper() and reading.text.isalpha() and len(reading.text) > 1


def _is_in_name(options: list[Entry], best: int) -> bool:
    """Whether a word within a line may belong to a name: in capitals it may not have been read yet."""
    reading = options[best][0]
    if reading.text.isupper():
        return any(taker < 0 and _is_part(other) for other, taker in options)
    return _core(reading).istitle() and _is_part(reading)


def _roles(size: int) -> list[str]:
    return ["family", *["middle"] * (size - 2), "given"] if size else []


def _text(entries: list[list[Entry]], path: list[int], at: int) -> str:
    return entries[at][path[at]][0].text


def _core(reading: Reading) -> str:
    """A reading without punctuation, as a name is spelled in small letters."""
    core = reading.text.strip(_MARKS)
    return core.title() if core.isupper() else core


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
    last = text.rstrip(".").split(".")[-1]
    return last in _titles() or last in _POLITE


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


@cache
def name_parts() -> frozenset[str]:
    """Return the middle and given names of persons that the table lists."""
    return frozenset(_parts()["middle"])


def _share(name: str, role: str) -> float:
    """How many of a thousand persons have a name in its place."""
    table = _families() if role == "family" else _parts()[role]
    return max(table.get(name, 0.0), _UNKNOWN)
