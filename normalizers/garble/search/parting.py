"""Parting: strings that are several words run together (`cdcvind€` is *các vấn đề*), and what stands between them."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from normalizers.garble.search.readings import Reading, humps_in

Piece = tuple[str, str]  # a part of a string and its case

SPLIT_COST, _HUMP_COST = 3.0, 0.5  # nats for a blank that the print has lost, and for one before a capital
# the same in a document that loses them again and again, and what speaks for each there against the string as it is
_RUN_COSTS, _RUN_GAINS = (1.0, -2.0), (-3.0, -8.0)
_ALONE = frozenset("bcghklmnpqrstvxz")  # letters that are no word alone, whatever they were printed for
_MARK_COST = 1.0
_MARKS = "'’.,;:"
_LONGEST = 7
_KEPT = 4  # ways kept for every place in the string
_WAYS = 2
DEAREST = 1.1  # nats a character up to which the pieces are like the string


def between(mark: str, left: Reading, right: Reading) -> str:
    """Return what stands between two words that punctuation has joined: a stroke or dash has no blank behind it."""
    if mark == "." and (left.kind == "kept" or right.kind == "kept" or len(left.text) == 1 or len(right.text) == 1):
        return mark
    return mark if mark in "/-–" and mark else f"{mark} "


def pieces_of(body: str, case: str) -> Iterable[Piece]:
    """Return every part of a string that may be a word of several, with its case."""
    for start in range(len(body)):
        for end in range(start + 1, min(len(body), start + _LONGEST) + 1):
            if end - start < len(body) and not (set(_MARKS) & set(body[start:end])):
                yield body[start:end], case_at(body, start, case)


def case_at(body: str, start: int, case: str) -> str:
    """Return the case that a word beginning within a string stands in."""
    if case == "upper" or not start:
        return case
    return "title" if body[start].isupper() and (body[start - 1] in _MARKS or start in humps_in(body)) else "lower"


def _blank(piece: Piece, costs: tuple[float, float]) -> float:
    """What the blank costs that the print has lost before a piece: that of a small letter, and of a capital."""
    return costs[piece[1] == "title"]


def partings(body: str, case: str, price: Callable[[Piece], float], *, run: bool) -> list[tuple[Piece, ...]]:
    """Return the cheapest ways to part a string into words; punctuation between them is a piece with the case ''."""
    blanks = _RUN_COSTS if run else (SPLIT_COST, _HUMP_COST)
    best: list[list[tuple[float, tuple[Piece, ...]]]] = [[(0.0, ())], *([] for _ in body)]
    for end in range(1, len(body) + 1):
        ways = []
        for start in range(max(0, end - _LONGEST), end):
            piece = (body[start:end], case_at(body, start, case))
            known = best[start] and piece[0].lower() not in _ALONE and (start or end < len(body))
            cost = price(piece) if known else 99.0
            if cost < 99.0:
                ways += [
                    (before + cost + (_blank(piece, blanks) if way and way[-1][1] else 0.0), (*way, piece))
                    for before, way in best[start]
                ]
        if 1 < end < len(body) and body[end - 1] in _MARKS:
            ways += [(c + _MARK_COST, (*way, (body[end - 1], ""))) for c, way in best[end - 1] if way and way[-1][1]]
        best[end] = sorted(ways, key=lambda way: way[0])[:_KEPT]
    return [way for _, way in best[-1][:_WAYS]]


def in_context(choices: list[list[Reading]], pair: Callable[[int, int], float], rarity: list[float]) -> list[Reading]:
    """Return the words, one for every piece, that go best together; `pair` gives log P(word | word before)."""
    paths = [(word.cost + rarity[word.numbers[0]], [word]) for word in choices[0]]
    for words in choices[1:]:
        paths = [
            min(
                (
                    (cost + word.cost - pair(path[-1].numbers[-1], word.numbers[0]), [*path, word])
                    for cost, path in paths
                ),
                key=lambda found: found[0],
            )
            for word in words
        ]
    return min(paths, key=lambda found: found[0])[1]


def joined(way: tuple[Piece, ...], words: list[Reading], numbers: dict[str, int], *, run: bool) -> Reading:
    """Return the reading of a parted string from the readings of its words; an apostrophe between two is dropped."""
    text, used, own = words[0].text, words[0].numbers, iter(words[1:])
    cost = sum(word.cost for word in words)
    for (_, _), (piece, case) in pairwise(way):
        if not case:
            text += piece if piece in ".,;:" else ""
            used += (numbers[piece],) if piece in ".,;:" else ()
            cost += _MARK_COST
        else:
            word = next(own)
            text, used = f"{text} {word.text}", used + word.numbers
    costs = _RUN_GAINS if run else (SPLIT_COST, _HUMP_COST)
    blanks = sum(_blank(b, costs) for a, b in pairwise(way) if a[1] and b[1])
    parts = tuple(part for word in words for part in word.parts)
    return Reading(text, used, cost + blanks, "garble.split", parts)
