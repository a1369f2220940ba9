"""The labels in a margin as a ladder: `1.` `a)` `b)` `2.` `2.1.` Each is chosen among what was read of it so that they
go on from one another; what goes on from nothing is not believed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.parsing.numerals import distance, roman, without_marks

BEAM = 60
"""Ladders that are followed at a time."""
READ, SAID, STROKES = 0.5, 1.5, 4
"""Worth of each reading that says so; how many times as much the page's reading is worth, and a Roman number of it,
which all others take for figures."""
LINKED, BEGUN, LOOSE, GAPPED = 1.5, 0.6, -0.8, 0.4
"""Worth of going on from a label above, of beginning a list, of neither, and of a label as many places on as marks
between were not read."""
AGREED = 2
"""Readings that tell a label which begins a list, or is the first of the page, without a neighbour."""
NUMBER = re.compile(r"(\(?)(\d{1,2}(?:[.,]\d{1,2}){0,3})([.,;:)]*)")
LETTER = re.compile(r"(\(?)([^\W\d_])([).])")
RUN = re.compile(r"(\d)(\d)\.?")
ROMAN = "I."
PLAIN = 1000
"""More marks than a page has."""
Path = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A label: a number by its `path`, or a `letter`; `shape` is how a 1 or an `a` of its kind is printed: `1.`,
    `1)`, `(1)`, `I.`."""

    path: Path = ()
    letter: str = ""
    shape: str = "1."

    @property
    def first(self) -> bool:
        """Whether it begins a list."""
        return self.letter in ("a", "а") if self.letter else self.path[-1] == 1

    @property
    def roman(self) -> bool:
        """Whether it is a Roman number, which only the reading of the page tells."""
        return self.shape == ROMAN

    @property
    def text(self) -> str:
        """As it is printed."""
        return self.shape.replace("1", self.letter or ".".join(map(str, self.path)), 1)


@dataclass(frozen=True, slots=True)
class Told:
    """A label that is believed, and how many readings tell it: none where only its neighbours do."""

    label: Label
    times: float = 0


@dataclass(frozen=True, slots=True)
class _Ladder:
    """Labels chosen so far, the open ones from the outermost, and how many marks were passed over since the last."""

    worth: float = 0.0
    chosen: tuple[Label | None, ...] = ()
    held: frozenset[int] = frozenset()
    open: tuple[tuple[Label, int], ...] = ()
    unread: int = 0


def labels_in(again: Sequence[str], page: str) -> Counter[Label]:
    """Return the labels that readings of one mark may mean and what they weigh: of the mark by itself, and what the
    reading of the whole page made of it."""
    found: Counter[Label] = Counter()
    for text, weight in ((page, SAID), *((text, 1) for text in again)):
        for label in _meant(re.sub(r"[\s_]", "", text), whole_page=text is page):
            found[label] += STROKES if label.roman else weight  # type: ignore[assignment]
    return found


def _meant(text: str, *, whole_page: bool) -> Iterator[Label]:
    if (number := NUMBER.fullmatch(text)) is not None:
        path = tuple(int(n) for n in re.split(r"[.,]", number[2]))
        if 0 not in path:
            yield Label(path, shape=_shape(number[1], number[3], path))
        if (run := RUN.fullmatch(text)) is not None and "0" not in run[1] + run[2]:
            yield Label((int(run[1]), int(run[2])))  # `11.` may be `1.1.` that lost a dot
    elif (letter := LETTER.fullmatch(text)) is not None and letter[2].islower():
        yield Label(letter=without_marks(letter[2]), shape=f"{letter[1]}1{letter[3]}")
    elif whole_page and (value := roman(text.rstrip(".").replace("І", "I").replace("Х", "X") or "-")) is not None:
        yield Label((value,), shape=ROMAN)


def _shape(opening: str, end: str, path: Path) -> str:
    if ")" in end:
        return f"{opening}1)"
    return "1." if end or len(path) == 1 else "1"


def ladder(read: Sequence[Counter[Label]]) -> list[Told | None]:
    """Return the label of each mark, from above, that its neighbours or most readings bear out, None of others."""
    paths = [_Ladder()]
    for labels in read:
        plain = max(labels.values(), default=0) > 1
        following = [_passed(path, plain) for path in paths]
        for label, times in labels.items():
            following += [_taken(path, label, times) for path in paths]
        paths = sorted(following, key=lambda p: -p.worth)[:BEAM]
    best = paths[0]
    told: list[Told | None] = [
        Told(label, read[at][label]) if label is not None and (at in best.held or _agreed(best, at, read)) else None
        for at, label in enumerate(best.chosen)
    ]
    told = [one and Told(_styled(one.label, told), one.times) for one in told]
    return [one or _between(told, at, read[at]) for at, one in enumerate(told)]


def _passed(path: _Ladder, plain: bool) -> _Ladder:
    """Return a ladder that passes over a mark; behind one that was read plainly nothing is counted on."""
    return _Ladder(path.worth, (*path.chosen, None), path.held, path.open, PLAIN if plain else path.unread + 1)


def _taken(path: _Ladder, label: Label, times: int) -> _Ladder:
    """Return a ladder with a label put below the place that it goes on from."""
    at, held, worth = len(path.chosen), path.held, LOOSE
    kept: tuple[tuple[Label, int], ...] = ()
    for depth, (before, place) in reversed(list(enumerate(path.open))):
        step = _step(before, label)
        if step == 0 or step == 1 or 1 < step == path.unread + 1:
            worth = LINKED if step < 2 else GAPPED
            kept, held = path.open[: depth + (step == 0)], held | {place, at}
            break
    else:
        if label.first:
            worth = BEGUN
            alike = next((d for d, (b, _) in enumerate(path.open) if _kind(b) == _kind(label)), len(path.open))
            kept = path.open[:alike]
    worth += path.worth + READ * times
    return _Ladder(worth, (*path.chosen, label), held, (*kept, (label, at)), 0)


def _kind(label: Label) -> tuple[bool, int, bool, bool]:
    return bool(label.letter), len(label.path), ")" in label.shape, label.roman


def _step(before: Label, label: Label) -> int:
    """Return how many places a label comes after another of its list, 0 for the first one below it, -1 for neither."""
    if not label.letter and not before.letter and label.path == (*before.path, 1):
        return 0
    depth = len(label.path)
    if 0 < depth < len(before.path) and not label.roman and ")" not in before.shape + label.shape:
        return 1 if label.path == (*before.path[: depth - 1], before.path[depth - 1] + 1) else -1
    if _kind(before) != _kind(label):
        return -1
    if label.letter:
        return distance(before.letter, label.letter) or -1
    return label.path[-1] - before.path[-1] if label.path[:-1] == before.path[:-1] else -1


def _agreed(path: _Ladder, at: int, read: Sequence[Counter[Label]]) -> bool:
    """Whether most readings tell a label that no other contradicts: one that begins a list, or the page's
    first of its kind."""
    label = path.chosen[at]
    if label is None or label.roman or read[at][label] < AGREED or read[at].most_common(1)[0][0] != label:
        return False
    loose = sum(one is not None and n not in path.held for n, one in enumerate(path.chosen))
    begun = any(one is not None and _kind(one) == _kind(label) for one in path.chosen[:at])
    return (label.first or not begun) and loose * 3 <= max(len(read), 3)


def _styled(label: Label, told: Sequence[Told | None]) -> Label:
    """Return a label printed as most of its kind are: a stop is easily lost."""
    alike = (one.label.shape for one in told if one and _kind(one.label) == _kind(label))
    return Label(label.path, label.letter, Counter(alike).most_common(1)[0][0])


def _between(told: Sequence[Told | None], at: int, read: Counter[Label]) -> Told | None:
    """Return the number of a mark between two of one list that no reading contradicts, or of the first of the page."""
    if max(read.values(), default=0) > 1:
        return None  # the picture says another one
    before = next((n for n in range(at - 1, -1, -1) if told[n]), None)
    after = next((n for n in range(at + 1, len(told)) if told[n]), None)
    known = told[after] if after is not None else None
    if known is None or after is None or known.label.letter:
        return None
    path, shape = known.label.path, known.label.shape
    missing = (*path[:-1], path[-1] - (after - at))
    if before is None:
        return Told(Label(missing, shape=shape)) if path == (after + 1,) else None
    previous = told[before]
    goes_on = previous is not None and _step(previous.label, known.label) == after - before
    return Told(Label(missing, shape=shape)) if goes_on else None
