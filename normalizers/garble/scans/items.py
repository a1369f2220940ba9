"""Items and articles in scans: the signs behind them, as the document's other items have them.

`Điều 1, Phạm vi` is the heading of an article where the articles beside it stand in lines of their own; an item that
ends with a colon before another item of its kind has a semicolon.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalizers.garble.scans.numbers import Change
from normalizers.knowledge import read_table
from normalizers.letters import lettered

_OPENINGS = Path(__file__).parents[1] / "knowledge" / "list_openings.tsv"

_HEADED = [
    re.compile(lettered(rf"^ *{word} +(\d{{1,3}})([.,:;]?)(?= +\p{{Lu}})"), re.MULTILINE)
    for word in ("Điều", "Chương", "Bài", "Phần", "Mục", "Tuần", "Chủ đề")
]
_PARAGRAPH = re.compile(lettered(r"^ *(\d{1,2})([.,;]?)(?= \p{Lu}[^\W\d_])"), re.MULTILINE)
_BULLET = re.compile(r" *(?:([-+•–*])|([a-zđ])[).]|(\d{1,2})[.)]|Điều (\d+)|([a-zđ]\.\d{1,2})[).]) *(?=\S)")
_LETTER = re.compile(r"^ *([^\W\d_]|[€©ø8¡])(?=\) )", re.MULTILINE)
_FILLED = re.compile(r"^.*\S.*$", re.MULTILINE)
_DASHED = re.compile(lettered(r" *((?!\.\.\.|- )[_=~.*–—-]{1,4} (?:[-–] )?)(?=\p{Lu}\p{Ll})"))
_ORDER = "abcdđeghiklmnop"  # letters of items in Vietnamese
_LIKE_A = "8âáàạăä"  # what the first letter of a list is read for, before a `b)`
_LIKE = {"b": "hp", "c": "e€©o", "e": "cêéè", "g": "8øqsợ", "h": "b", "i": "¡jíì", "l": "ií"}
_ENDS, _DOUBTED, _CLOSES = frozenset(".;"), frozenset(",:"), frozenset(".:;/")
_RECIPIENTS = 12  # lines of the list of those who get an act
_FEWEST, _MOST_OTHERS = 2, 0.2  # items that have a sign at their end; share of those that have another one


def item_changes(text: str) -> Iterator[Change]:
    """Yield what is to be changed in the letters of items, the numbers of articles and at the ends of items."""
    yield from _letters(text)
    for pattern in (*_HEADED, _PARAGRAPH):
        yield from _numbers(text, pattern)
    yield from _dashes(text)
    yield from _misread_numbers(text)
    items = _items(text)
    ends: dict[str | int, Counter[str]] = {}
    for item in items:
        if item.last in _ENDS and item.goes_on:
            for group in (item.kind, item.run) if item.adjoins else (item.kind,):
                ends.setdefault(group, Counter())[item.last] += 1
    for item in items:
        if not item.goes_on or item.last not in _DOUBTED or (item.last == ":" and not _ends_list_item(text, item)):
            continue
        after = _usual(ends.get(item.kind, Counter())) or _usual(ends.get(item.run, Counter()))
        if item.last == ":" and (_is_recipient(text, item) or ": " in text[item.begin : item.end - 1]):
            after = ";"  # those who get an act are listed so; and what an item names, it says behind its first colon
        if after and (item.last == "," or after == ";"):
            yield item.end - 1, item.last, after, "garble.sign"


def _misread_numbers(text: str) -> Iterator[Change]:
    """The number of a paragraph between the one before and the one after the next, which is neither: `1. 9. 3.`"""
    found = list(_PARAGRAPH.finditer(text))
    for before, match, behind in zip(found, found[1:], found[2:], strict=False):
        meant = int(before[1]) + 1
        closed = all(text[: one.start()].rstrip()[-1:] in ".:;/" for one in (match, behind))
        if int(behind[1]) == meant + 1 < int(match[1]) and closed and before[2] == match[2] == behind[2] == ".":
            yield match.start(1), match[1], str(meant), "garble.number"


def _ends_list_item(text: str, item: "_Item") -> bool:
    """Whether a colon behind an item may be a semicolon: the next item stands below, and nothing is announced."""
    line = text[max(item.begin, text.rfind("\n", 0, item.end) + 1) : item.end - 1].strip()
    if not line or not item.adjoins or (line[0].isupper() and text[item.begin : item.end].count("\n")):
        return False  # a heading stands below an item
    return line.rsplit(None, 1)[-1].lower().strip(",.;()") not in _openings()


@cache
def _openings() -> frozenset[str]:
    """The words before a colon behind which what they announce is listed."""
    return frozenset(row["word"] for row in read_table(_OPENINGS, ("word", "reason", "example")))


def _is_recipient(text: str, item: "_Item") -> bool:
    """Whether an item with a dash stands in the list of those who get an act."""
    head = text.rfind("Nơi nhận", 0, item.end)
    return item.kind == "-" and head >= 0 and text.count("\n", head, item.end) <= _RECIPIENTS


def _dashes(text: str) -> Iterator[Change]:
    """The dashes of items that show as other signs or behind a drawn line, between two items with dashes."""
    lines = [(match.start(), match.group()) for match in _FILLED.finditer(text)]
    for (_, above), (start, line), (_, below) in zip(lines, lines[1:], lines[2:], strict=False):
        dirt = _DASHED.match(line)
        if dirt and above.lstrip().startswith("- ") and below.lstrip().startswith("- "):
            yield start + dirt.start(1), dirt[1], "- ", "garble.sign"


def _letters(text: str) -> Iterator[Change]:
    """The letters of items that are read for others of their shape, between the ones before and behind."""
    found = list(_LETTER.finditer(text))
    for first, second in zip(found, found[1:], strict=False):
        led = text[: first.start()].rstrip().endswith(":")
        if first[1] in _LIKE_A and second[1] == "b" and led:
            yield first.start(1), first[1], "a", "garble.sign"
    for at, (before, match) in enumerate(zip(found, found[1:], strict=False), 2):
        place = _ORDER.find(before[1]) + 1
        if not 0 < place < len(_ORDER) - 1:
            continue
        meant, follows = _ORDER[place], _ORDER[place + 1]
        behind = found[at][1] if at < len(found) else ""
        sure = behind == follows or behind in ("", "a", *_LIKE.get(follows, ""))
        if match[1] in _LIKE.get(meant, "") and sure:
            yield match.start(1), match[1], meant, "garble.sign"


def _numbers(text: str, pattern: re.Pattern[str]) -> Iterator[Change]:
    """The full stops behind the numbers of articles or paragraphs, where the number before or behind begins a line."""
    found = list(pattern.finditer(text))
    numbers = {int(match[1]) for match in found}
    for match in found:
        above = text[: match.start()].rstrip()[-1:]
        beside = numbers & {int(match[1]) - 1, int(match[1]) + 1}
        apart = text[: match.start()].endswith("\n\n")
        if match[2] in (",", ";") and beside and (not above or apart or above in ".;:,)/" or above.isupper()):
            yield match.start(2), match[2], ".", "garble.sign"


@dataclass(frozen=True)
class _Item:
    """An item of a list: its kind, its end and last sign, whether another one of its kind follows, and directly below;
    `run` numbers the items that do so."""

    kind: str
    begin: int
    end: int
    last: str
    goes_on: bool
    adjoins: bool
    run: int


def _items(text: str) -> list[_Item]:
    """The items of lists with where they end; whether one of the same kind follows."""
    items: list[tuple[str, int, int, str]] = []
    offset, kind, begin, end, last = 0, "", 0, 0, ""
    for line in text.split("\n"):
        bare = line.strip()
        if begun := _BULLET.match(line):
            if kind:
                items.append((kind, begin, end, last))
            kind, begin = begun[1] or ("a" if begun[2] else "1" if begun[3] else "a.1" if begun[5] else "Điều"), offset
        elif bare and last in _CLOSES:
            if kind:
                items.append((kind, begin, end, last))
            kind = ""
        if bare:
            end, last = offset + len(line.rstrip()), bare[-1]
        offset += len(line) + 1
    if kind:
        items.append((kind, begin, end, last))
    found, run = [], 0
    for item, behind in zip(items, [*items, ("", 0, 0, "")][1:], strict=True):
        goes_on = item[0] == behind[0]
        adjoins = goes_on and not text[item[2] : behind[1]].strip()
        found.append(_Item(*item, goes_on, adjoins, run))
        run += not adjoins
    return found


def _usual(ends: Counter[str]) -> str | None:
    """The sign at the end of nearly all items."""
    if sum(ends.values()) < _FEWEST:
        return None
    sign, count = ends.most_common(1)[0]
    return sign if sum(ends.values()) - count <= _MOST_OTHERS * sum(ends.values()) else None
