"""Dates whose figures were misread or torn apart: `ngdy ! I thdng I0`, `ngdy 1910812031`."""

import re
from collections.abc import Iterable
from itertools import product

from normalizers.garble.model.tokens import number_class
from normalizers.garble.spans.digits import confusions
from normalizers.garble.spans.fixed import Fixed

_ONE = r"[0-9lIiOoQZzJSsgqtTGBb!|\]\[\\]"
_TWO = rf"{_ONE}(?:[ ]?{_ONE})?"
_YEAR = rf"{_ONE}(?:[ ]?{_ONE}){{3}}"
_DAY, _MONTH, _OF = r"\b[Nn]g\S{1,3}", r"th\S{1,4}?g", r"n[^\s\d]{1,2}m"  # `ngdy`, `thdng`, `ndm`
_END = r"(?![^\W_])"
_SPELLED = re.compile(
    rf"{_DAY}\s+(?P<day>{_TWO})\s*{_MONTH}\s*(?P<month>{_TWO})\s*{_OF}\s*(?P<year>{_YEAR}){_END}"
    rf"|{_MONTH}\s+(?P<month2>{_TWO})\s+{_OF}\s*(?P<year2>{_YEAR}){_END}|\b{_OF}\s+(?P<year3>{_YEAR}){_END}"
)
_STROKE = r"[ ]?[/lI1|\\][ ]?"
_FIGURES = re.compile(
    rf"{_DAY}\s+(?P<day>{_ONE}{{1,2}}){_STROKE}(?P<month>{_ONE}{{1,2}}){_STROKE}(?P<year>{_ONE}{{4}}){_END}"
)
_ALONE = re.compile(
    rf"(?<![\w/.,])(?P<day>{_ONE}{{1,2}})[/lI!|\\](?P<month>{_ONE}{{1,2}})[/lI!|\\](?P<year>{_ONE}{{4}})(?![\w/])"
)
_RANGES = {"day": (1, 31), "month": (1, 12), "year": (1930, 2049)}


def find_dates(text: str) -> list[Fixed]:
    """Return the figures of dates as days, months and years can be; what is printed right is left alone."""
    found = [fixed for match in _SPELLED.finditer(text) for fixed in _spelled(text, match)]
    for match in (*_FIGURES.finditer(text), *_ALONE.finditer(text)):
        parts = [_number(match[name], name) for name in ("day", "month", "year")]
        start, end = match.start("day"), match.end("year")
        printed = text[start:end]
        if all(parts) and not re.fullmatch(r"\d+/\d+/\d+", printed):
            found.append(Fixed(start, end, "/".join(p for p in parts if p), "garble.number", ("<n>",)))
    return found


def _spelled(text: str, match: re.Match[str]) -> Iterable[Fixed]:
    """The figures of a date in words; none where one of them cannot be read."""
    read = [
        (match.start(name), match.end(name), _number(printed, name.rstrip("23")))
        for name, printed in match.groupdict().items()
        if printed
    ]
    if not all(number for _, _, number in read):
        return
    for start, end, number in read:
        before = " " if text[start - 1 : start].isalpha() else ""
        after = " " if text[end : end + 1].isalpha() else ""
        if number and text[start:end] != before + number + after:
            yield Fixed(start, end, before + number + after, "garble.number", (number_class(number),))


def _number(printed: str, name: str) -> str | None:
    """The likeliest number in its range that the characters can stand for; a figure stands for itself."""
    table = confusions()
    choices = [((c, 0.0),) if c.isdigit() else table.get(c, ()) for c in printed if c != " "]
    low, high = _RANGES[name]
    best = min(
        ((sum(cost for _, cost in way), "".join(digit for digit, _ in way)) for way in product(*choices)
         if low <= int("".join(digit for digit, _ in way)) <= high),
        default=None,
    )  # fmt: skip
    return best[1] if best else None
