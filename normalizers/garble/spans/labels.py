"""Labels of outcomes (`PLO4`, `PI1.2`, `G2.1`) whose digits were read as letters, settled by their order in the
document."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from normalizers.garble.model.tokens import ACRONYM
from normalizers.garble.spans.digits import confusions
from normalizers.garble.spans.fixed import Fixed
from normalizers.knowledge import read_table

_TABLE = Path(__file__).parents[1] / "knowledge" / "label_families.tsv"
_ALIKE = {"P": "Pp", "L": "LlI1|", "O": "OoQ0", "I": "Il1|!", "C": "CcG", "E": "EF", "Đ": "ĐDEP"}
_DIGITS = r"[0-9lIiLOoQZzSsGgqTtBA|!?]"
_PLURAL = re.compile(r"[)\]]|\Z| +M\S{1,2} t")  # what stands behind outcomes: `CLOs Mô tả`
_LONGEST = 2  # digits of one part of a label's number
_BEYOND = 3  # how far a misread number may be beyond the greatest one that is printed clean
_TWICE = 0.5  # nats for a digit that was printed twice, first as a letter like it: `A4`, `B8`
_JUNK = 1.5  # and behind a letter or sign that is not like it: `S3`, `?2`
_LETTERED = re.compile(r"(?<![\w.])(?:([A-ZĐ])\d{1,2}\.\d{1,2}|([A-CE-Z]{2,4})[1-9]\d?)(?![\w.])")
_SERIES = 3  # different ones from which on a document labels by this letter

Number = tuple[int, ...]


@dataclass(frozen=True)
class _Place:
    """A label as printed: where, what follows its number, and the numbers that it may have, with costs."""

    start: int
    end: int
    stem: str
    tail: str
    numbers: tuple[tuple[Number, float], ...]


def find_labels(text: str) -> list[Fixed]:
    """Return the labels of the families that the document is sure to use."""
    found: list[Fixed] = []
    rows = read_table(_TABLE, ("stem", "parts", "meaning", "example"))
    letters = Counter(label[1] or label[2] for label in {m.group(): m for m in _LETTERED.finditer(text)}.values())
    families = {stem: 3 if len(stem) == 1 else 0 for stem, count in letters.items() if count >= _SERIES}
    for stem, parts in (families | {row["stem"]: int(row["parts"]) for row in rows}).items():
        clean = re.findall(rf"\b{stem.replace('Đ', '[ĐDP]')}(\d{{1,2}})(?:\.\d{{1,2}})?\b", text)
        if len(clean) < (1 if len(stem) > 2 and stem.isascii() else 2):
            continue
        places = list(_places(text, stem, parts, max(map(int, clean)) + _BEYOND * (parts < 3)))
        found += [
            Fixed(p.start, p.end, f"{stem}{'.'.join(map(str, number))}{p.tail}", "garble.label", _words(p.tail))
            for p, number in zip(places, _settle(places), strict=True)
        ]
        found += _plurals(text, stem) if parts in (1, 2) else []
    return found


def _words(tail: str) -> tuple[str, ...]:
    return (ACRONYM, *(m for m in (":", ".", ",") if m in tail[:1]))


def _pattern(stem: str) -> str:
    letters = [f"[{re.escape(_ALIKE.get(c, c))}]" for c in stem]
    return "".join((f"{letters[0]}?" if len(stem) > 1 else "", *letters))  # the first one may be printed twice: `Cco3`


def _places(text: str, stem: str, parts: int, most: int) -> Iterable[_Place]:
    """The places of a label whose number has one part, a second one or none, or (`parts` is 3) two in any case; with
    none (`parts` is 0) it has one part behind letters that stand clean."""
    figures = rf"{_DIGITS}{{1,{_LONGEST}}}"
    number = figures + {2: rf"(?:\.{figures})?", 3: rf"\.{figures}"}.get(parts, "")
    letter = stem if not parts else _in_list(stem) if parts == 3 else _pattern(stem)
    shape = re.compile(rf"(?<![\w&/-]){letter}({number})(?![^\W_]|[.,]\d)(,(?=[A-ZĐ]+\d)|[.:]*)(?=([^\s)\],;.:]?))")
    for match in shape.finditer(text):
        printed, tail = match.group(1), match.group(2)
        if printed == "s" and _PLURAL.match(text, match.end()):
            continue
        rule = not tail and printed[-1] == "|" and printed[-2:-1].isdigit()  # of the table, behind the label
        printed = printed[:-1] if rule else printed
        numbers = tuple((number, cost) for number, cost in _numbers(printed) if number[0] <= most)
        if numbers:
            glued = " " if match.group(3) and tail else ""
            yield _Place(match.start(), match.end() - rule, stem, tail + glued, numbers)


def _in_list(letter: str) -> str:
    """The letter of a label, or a figure like it beside another label in a list: `65.3` in `G1.3, 65.3`."""
    like = "".join(digit for digit, _ in confusions().get(letter, ()))
    other = rf"{letter}\d\.\d"
    figure = rf"(?:(?<={other},)|(?<={other}, ))[{like}]|[{like}](?=\d\.\d{{1,2}}, ?{other})"
    return rf"(?:{letter}|{figure})" if like else letter


def _numbers(printed: str) -> Iterable[tuple[Number, float]]:
    if re.fullmatch(r"\D[1-9](?:\.\d+)?", printed):
        yield tuple(map(int, printed[1:].split("."))), _TWICE if printed[1] in _meant(printed[0]) else _JUNK
    others = confusions() | {"L": (("1", _JUNK),)}
    choices = [((char, 0.0),) if char.isdigit() or char == "." else others.get(char, ()) for char in printed]
    for combination in product(*choices):
        number = tuple(int(part) for part in "".join(c for c, _ in combination).split("."))
        if all(number) and not any(p.startswith("0") for p in "".join(c for c, _ in combination).split(".")):
            yield number, sum(cost for _, cost in combination)


def _meant(letter: str) -> str:
    """The digits that a letter is like."""
    return "4" if letter == "A" else "".join(digit for digit, _ in confusions().get(letter, ()))


def _settle(places: list[_Place]) -> list[Number]:
    """The numbers of the labels in order: the series that needs the fewest doubtful digits and jumps."""
    best: dict[Number, tuple[float, list[Number]]] = {(): (0.0, [])}
    for place in places:
        best = {
            number: min(
                ((cost + own + _jump(before, number), [*path, number]) for before, (cost, path) in best.items()),
                key=lambda item: item[0],
            )
            for number, own in place.numbers
        }
    return min(best.values(), key=lambda item: item[0])[1]


def _jump(before: Number, number: Number) -> float:
    """The cost of a label after another: none for the next one, little for a new start."""
    if not before or number == (*before[:-1], before[-1] + 1):
        return 0.0
    if len(number) == 2 and (number[0] == before[0] or number == (before[0] + 1, 1)):
        return 0.5
    if number[-1] == 1 and len(number) == 1:
        return 0.5
    return 1.0 if before[0] <= number[0] <= before[0] + 3 else 2.5


def _plurals(text: str, stem: str) -> list[Fixed]:
    shape = re.compile(rf"\({_pattern(stem)}s\)(?=(\w?))")
    return [
        Fixed(m.start(), m.end(), f"({stem}s){' ' if m.group(1) else ''}", "garble.label", (ACRONYM,))
        for m in shape.finditer(text)
    ]
