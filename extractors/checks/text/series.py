"""Series of provision numbers, and the gaps in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.parsing.numerals import distance, roman
from models.rows import Row
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "change_words.tsv"
_ARTICLE = Wordings(_WORDS, r"<<article_first>>\s|\d+<<article_last>>")
_NUMBERED = Wordings(_WORDS, r"<<article_first>>\s\d+|\d+<<article_last>>")


@dataclass(frozen=True, slots=True)
class Gap:
    """A provision that does not follow `before`, None at the beginning; `missing` is None where the order is wrong."""

    row: Row
    before: str | None
    missing: int | None


def gaps(provisions: list[Row]) -> Iterator[Gap]:
    """Yield the provisions before which numbers of their series are missing.

    Articles run on through chapters, and so may items under chapters with a label; others begin anew under each parent.
    A series that begins anew with its first number has no gap.
    """
    last: dict[tuple[str, str], str] = {}
    above: dict[str, str] = {}
    opened: dict[str, int] = {}
    runs: dict[str, str] = {}
    meant: dict[tuple[str, str], str] = {}
    for place, row in enumerate(provisions):
        number, parent = str(row.get("number")), str(row.get("parent") or "")
        style, value = _style(number, parent)
        if style == "article":
            parent = ""
        key = (parent if style == "article" else f"{parent}@{opened.get(parent, -1)}", style)
        before = last.get(key)
        labelled = style == "decimal" and bool(re.search(r"[^\W\d_]{3}", parent)) and not _is_article(parent)
        if before is None and labelled and value != "1":
            before = above.get(style)  # items that run on through chapters
        if before is None and style == "decimal" and str(int(value) - 1) in _running(number, parent, runs):
            before = str(int(value) - 1)  # numbers that run on through parts and chapters of any kind
        if style == "decimal":
            runs["within" if parent else "top"] = value
        if labelled:
            above[style] = value
        if before is None and style == "letter":  # `а)`, its sources 1 and 2, `б)`
            before = next((v for (p, s), v in last.items() if s == style and distance(v, value) == 1
                           and parent.startswith(p.partition("@")[0] + ".")), None)  # fmt: skip
        missing = _missing(before, value, style)
        if missing < 0 and meant.pop(key, None) == value:
            missing = 0  # the number before it is the odd one
        elif missing > 0 and str(before).isdecimal():
            meant[key] = str(int(before or 0) + 2)
        if missing and not (before is None and style in ("article", "roman", "label")):
            yield Gap(row, before, missing if missing > 0 else None)
        last[key] = value
        if number != parent:  # a clause may be numbered as the chapter that holds it
            opened[number] = place


def _running(number: str, parent: str, runs: dict[str, str]) -> set[str]:
    """Return the last numbers that a provision may follow where it is the first under its parent.

    None where the parent's own number begins it: `3.4` under `3` begins its series too late.
    """
    return (
        set()
        if re.fullmatch(r"[\d.]*", parent) and (not parent or number.startswith(f"{parent}."))
        else set(runs.values())
    )


def _style(number: str, parent: str) -> tuple[str, str]:
    """Return the series a number belongs to and its own last part."""
    number = re.sub(r"(?<=\d)\.0$", "", number)  # a chapter that is numbered as its clauses: `2.0`, `2.1`
    own = number[len(parent) + 1 :] if parent and number.startswith(f"{parent}.") else number
    if _NUMBERED.fullmatch(own):
        return "article", re.sub(r"\D", "", own)
    last = own.rsplit(".", 1)[-1].rstrip(")")
    if re.fullmatch(r"\d{1,3}", last):
        return ("decimal" if own == last or own.count(".") == number.count(".") else "dotted"), last
    if re.fullmatch(r"[^\W\d_]", last) and last.islower():
        return "letter", last
    word = last.split(" ")
    if roman(word[-1]) is not None:
        return "roman" if len(word) == 1 else f"label {word[0]}", str(roman(word[-1]))
    return "label", last


def _is_article(number: str) -> bool:
    return _ARTICLE.match(number) is not None


def _missing(before: str | None, value: str, style: str) -> int:
    """Return how many members of a series are left out before a value: 0 none, less where the order is wrong."""
    if style == "letter":
        if before is None:
            return 0 if value in ("a", "а") else distance("a" if value < "z" else "а", value) or 0
        steps = distance(before, value)
        return 0 if value in ("a", "а") or steps == 1 else (steps or 2) - 1
    if not value.isdecimal() or style == "label":
        return 0
    expected = 1 if before is None else int(before) + 1
    if int(value) == 1 or int(value) == expected:
        return 0
    return int(value) - expected
