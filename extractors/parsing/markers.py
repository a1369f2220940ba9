"""Markers: the printed numbers that a line may begin with, every reading of them."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from extractors.arranging.numerals import MISREAD
from extractors.parsing.numerals import arabic, one_script, ordinals, roman, to_roman, without_marks
from models.errors import KnowledgeError
from normalizers.knowledge import read_table
from normalizers.letters import lettered
from normalizers.wordings import Wordings

LABELS = Path(__file__).parent / "knowledge" / "labels.tsv"
NUMBER = lettered(
    r"(?P<number>\d+\s?[-.]\s?[A-Z](?!\w)|[0-9lIOО]{1,3}(?!\w)|[IVXLІХ]{1,7}(?!\w)|\p{Lu}(?:[-.]\d+)?(?!\w)"
    r"|\p{Ll}+(?=\s*[.:]|\s*$))"
)
AFTER_LABEL = lettered(r"\s*(?P<end>[.:)\-–—]+|,(?=\s+\p{Lu})|$)?\s*")
STRAY = re.compile(r"[^\w\s]{1,2}\s+|\w\s+(?=[ĐĐ]i)|[^\w\s(“\"«]+(?=[ĐĐ]i)")

DASHED = r"[./]\s?[-–](?=\s)"
"""The end of a number in the manner of a typewriter: `1/- `, `II.- `."""
ROMAN_MARK = re.compile(
    rf"\**(?P<number>[IVXІХ]{{1,6}}|L?X{{0,3}}V?I{{0,3}})\**\s*(?P<end>{DASHED}|[.):]|[-–—/])(?!\w*\d)\**\s*(?=\S|$)"
)
BARE_ROMAN = re.compile(lettered(r"(?P<number>[IVXІХ]{1,5})(?P<end>:?)\s+(?=(?:\p{Lu}{2,}[\s,]+)+\p{Lu}{2,}\W*$)"))
UPPER_MARK = re.compile(r"\**(?P<number>[A-ZА-Г])\**\s*(?P<end>[.):])\**\s+(?=\S)")
DOTTED_MARK = re.compile(
    r"\**(?P<number>[0-9lIO]{1,3}(?:\s?\.\s?[0-9lIO]{1,3}){1,4})(?P<end>\s?[.):]|(?=\s))\**\s*(?=\S|$)"
)
PLAIN_MARK = re.compile(
    rf"\**(?P<number>[0-9lIO]{{1,3}})\**\s?(?P<end>{DASHED}|[.](?!\d)|[)/]|[:]|(?=\s))\**\s*(?=\S|$)"
)
PAREN_MARK = re.compile(r"\(?(?P<number>\d{1,2})\)\s*(?=\S)")
YEAR_BEGINS = re.compile(r"\s+(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?\s+[^\W\d_]{2}")
"""A clause whose text begins with a year: `2. 2024-2025 оқу жылының …`."""
COUNT_BEGINS = re.compile(r"\s+\d{1,4}\s?%?\s+[^\W\d_]{3}")
"""A clause whose text begins with a number and its noun, behind no stop: `5.2 2019 жылғы 14 наурызда …`."""
_COUNT_APART = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.\s+(?=\d{1,3}\s+[^\W\d_])")
"""A number with its stop before a count: `2.3. 3 курс студенттері …` is clause 2.3."""
NUMERAL_MARK = re.compile(r"\(?(?P<number>[ivx]{1,5})\)\s*(?=\S)")
LETTER_MARK = re.compile(lettered(r"\(?(?P<number>[\p{Ll}©])\s?(?P<end>\)|\.|/(?=\s))\s*(?=\S)"))
INITIALED = re.compile(lettered(r"\p{Lu}\.\s?\p{Lu}[\w’'-]+\W*"))
CLAUSE = Wordings(LABELS.with_name("line_words.tsv"), r"<<clause>>\s+(?=(?:\d{1,2}\.|[a-zđ]\))\s)", re.I)
LIST_DASH = re.compile(
    r"[-–*]\s+(?=\d{1,2}\.\d{1,2}(?:\.\d{1,2})*(?:\s|\.\s?(?=[^\W\d_]))|\(?(?:\d{1,2}|[a-zđ])[.)]\s+[^\W\d_])"
)
"""The dash of a list that a converter set before a number of its own: `- 3.1 Хід …`, `- 2. Sinh viên`, `- a) Đơn`."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One reading of the number a line begins with.

    `kind` names the series; `path` is its place in it (`2.14` is (2, 14), `Điều 4` is (4,)); `letter` is set for
    points; `label` is how the tables write it without its ancestors; `length` counts the characters it takes with the
    blanks after it; `shape` is 0 to 1, how much it looks like a marker; `repaired` tells of figures misread by OCR.
    """

    kind: str
    path: tuple[int, ...]
    label: str
    length: int
    printed: int
    shape: float = 1.0
    rank: int = 9
    letter: str = ""
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    rank: int
    canonical: str
    before: bool
    pattern: re.Pattern[str]


@cache
def _labels() -> tuple[_Label, ...]:
    found = []
    for row in read_table(LABELS, ("language", "kind", "rank", "canonical", "place", "pattern", "example")):
        before = row["place"] == "before"
        word = f"(?:{row['pattern']})"
        whole = (
            rf"{word}\s*(?:số|№|N)?\s*{NUMBER}{AFTER_LABEL}"
            if before
            else rf"(?P<number>\d{{1,3}})\s?-?\s?{word}(?!\w){AFTER_LABEL}"
        )
        label = _Label(row["kind"], int(row["rank"]), row["canonical"], before, re.compile(whole, re.IGNORECASE))
        if not label.pattern.match(row["example"]):
            raise KnowledgeError(f"no label in the example {row['example']!r}", where=str(LABELS))
        found.append(label)
    return tuple(found)


def readings(line: str, *, cyrillic: bool, marked: bool = False) -> list[Marker]:
    """Return every reading of the number a line begins with, the likeliest first; none where it begins with text.

    `cyrillic` says which script the document is in, `marked` that its markup or its looks make the line a heading.
    """
    if clause := CLAUSE.match(line):  # `Khoản 1. …`, `Điểm a) …`
        found = readings(line[clause.end() :], cyrillic=cyrillic, marked=marked)
        return [replace(m, length=m.length + clause.end(), printed=m.printed + clause.end()) for m in found]
    if dash := LIST_DASH.match(line):
        rest = line[dash.end() :]
        own = [*_dotted(rest, marked), *_plain(rest, marked), *_points(rest, cyrillic)]
        return [replace(m, length=m.length + dash.end(), printed=m.printed + dash.end()) for m in own]
    labelled = _labelled(line)
    if labelled is None and (stray := STRAY.match(line)):  # a speck read as a letter before `Điều`
        shifted = _labelled(line[stray.end() :])
        if shifted is not None and shifted.shape == 1.0 and shifted.kind == "article":
            labelled = replace(shifted, length=shifted.length + stray.end(), printed=shifted.printed + stray.end())
    if labelled is not None:
        return [labelled]
    found = [*_roman(line), *_upper(line), *_dotted(line, marked), *_plain(line, marked), *_points(line, cyrillic)]
    return sorted(found, key=lambda m: -m.shape)


def _labelled(line: str) -> Marker | None:
    for label in _labels():
        match = label.pattern.match(line)
        if match is None:
            continue
        printed = match["number"]
        rest = line[match.end() :]
        if match["end"] is None and (not rest or not rest[0].isupper()):
            return None  # `Điều 4 của Quy định này`: a reference, not a heading
        number = _number_of(label, printed)
        if number is None:
            return None
        path, text = number
        name = f"{label.canonical} {text}" if label.before else f"{text}-{label.canonical}"
        shape = 0.8 if match["end"] is None else 1.0
        end = len(line[: match.end()].rstrip())
        return Marker(label.kind, path, name, match.end(), end, shape, label.rank, repaired=not printed.isalnum())
    return None


def _number_of(label: _Label, printed: str) -> tuple[tuple[int, ...], str] | None:
    value = roman(printed) if label.kind != "article" or not re.search(r"[0-9lO]", printed) else None
    if label.kind == "article" and printed in ("I", "l"):
        value = None  # a misread 1
    if value is not None and re.fullmatch(r"[IVXLІХ]+", printed):
        return (value,), to_roman(value)
    figure = arabic(printed)
    if figure is not None:
        return (figure,), str(figure)
    if printed.lower() in ordinals():
        return (ordinals()[printed.lower()],), printed
    if re.fullmatch(lettered(r"\p{Lu}(?:[-.]\d+)?|\d+\s?[-.]\s?[A-Z]"), printed):
        leading = re.match(r"\d+", printed)
        return (int(leading[0]) if leading else ord(printed[0].lower()) % 32,), printed.replace(" ", "")
    return None


def _roman(line: str) -> list[Marker]:
    match = ROMAN_MARK.match(line) or BARE_ROMAN.match(line)
    if match is None or not match["number"]:
        return _roman_of_scan(line)
    value = roman(match["number"])
    if value is None:
        return []
    rest = line[match.end() :]
    if match["end"] == "." and INITIALED.fullmatch(rest):  # `І. С. Сорока`: initials of a name
        return []
    shape = 0.6 if match["end"] in ":-–—/" else 0.9  # nothing at all, too
    if rest[:1].islower():
        shape -= 0.5
    return [Marker("roman", (value,), to_roman(value), match.end(), len(line[: match.end()].rstrip()), shape, 5)]


@cache
def _joined() -> tuple[re.Pattern[str], dict[str, int]]:
    """Return what a heading in capitals begins with where strokes were joined, and its number: `ПІ` is three."""
    rows = [row for row in read_table(MISREAD, ("read", "numbers")) if row["alone"]]
    values = {row["read"]: int(row["numbers"]) for row in rows}
    read = "|".join(sorted(values, key=len, reverse=True))
    return re.compile(rf"(?P<number>{read})[.,]\s+(?=[А-ЯІЇЄҐЁ]{{4,}},?\s[А-ЯІЇЄҐЁ]+)"), values


def _roman_of_scan(line: str) -> list[Marker]:
    """Return a Roman number before a heading in capitals whose strokes an engine joined to Cyrillic letters."""
    pattern, values = _joined()
    match = pattern.match(line)
    if match is None:
        return []
    value, end = values[match["number"]], len(line[: match.end()].rstrip())
    return [Marker("roman", (value,), to_roman(value), match.end(), end, 0.7, 5, repaired=True)]


def _upper(line: str) -> list[Marker]:
    match = UPPER_MARK.match(line)
    if match is None or re.match(lettered(r"\p{Lu}\."), line[match.end() :]):  # initials of a name
        return []
    letter = match["number"].lower()
    begun = line[match.end() :][:1]
    shape = 0.7 if begun.isupper() or begun.isdecimal() else 0.3
    place = ord(one_script(letter, cyrillic=False)) - ord("a") + 1 if letter < "z" else "абвг".find(letter) + 1
    return [Marker("upper", (place,), match["number"], match.end(), len(line[: match.end()].rstrip()), shape, 5)]


def _dotted(line: str, marked: bool) -> list[Marker]:
    match = DOTTED_MARK.match(line)
    if match is None:
        return []
    parts = [arabic(part) for part in re.split(r"\s?\.\s?", match["number"])]
    if any(part is None for part in parts) or not re.search(r"\d", match["number"]):
        return []
    path = tuple(part for part in parts if part is not None)
    rest = line[match.end() :]
    counting = COUNT_BEGINS.match(line, match.end("number")) is not None
    if (
        re.match(r"\s*[.\-/]?\s*\d", rest)
        and not match["end"].strip()
        and not counting
        or re.fullmatch(r"\d{1,2}\.\d{1,2}", match["number"])
        and not counting
        and re.match(r"\.?(?:19|20)\d\d", rest)
    ):
        return []  # a date or a figure
    shape = 0.9 if match["end"].strip() or marked else 0.75
    if rest[:1].islower() and not match["end"].strip():
        shape = 0.56
    label = ".".join(map(str, path))
    repaired = bool(re.search(r"[lIO]", match["number"]))
    whole = Marker("dotted", path, label, match.end(), len(line[: match.end()].rstrip()), shape, 7, repaired=repaired)
    if len(path) == 2 and path[1] == 0:  # `1.0 Introduction` over 1.1
        return [replace(whole, path=path[:1])]
    apart = _COUNT_APART.match(line) if len(path) > 2 and not match["end"].strip() else None
    if apart is None:
        return [whole]
    short = replace(whole, path=path[:-1], label=".".join(map(str, path[:-1])), length=apart.end(), shape=0.85)
    return [whole, replace(short, printed=len(apart[0].rstrip()))]


def _plain(line: str, marked: bool) -> list[Marker]:
    match = PLAIN_MARK.match(line)
    if match is None:
        return []
    value = arabic(match["number"])
    if value is None or value == 0:
        return []
    rest, end = line[match.end() :], match["end"].strip()
    if re.match(r"\d{4}\s?/", rest) and end == "/":
        return []  # the number of an act that the line before cites: `05/2020/TT-BLĐTBXH`
    counting = any(words.match(line, match.end("end")) for words in (YEAR_BEGINS, COUNT_BEGINS))
    if re.match(r"\d", rest) and end == "." and not counting:
        return []
    if end == ")":
        kind, shape = "paren", 0.85
    elif end == "." or len(end) > 1:
        kind, shape = "decimal", 0.85
    elif end == "/" and rest[:1].isupper():
        kind, shape = "decimal", 0.7
    else:
        letters = [c for c in rest if c.isalpha()]
        capitals = len(letters) > 4 and sum(c.isupper() for c in letters) > 0.9 * len(letters)
        kind, shape = "decimal", (0.8 if marked or capitals else 0.35)
    if not re.search(r"\d", match["number"]):
        shape -= 0.25
    repaired = bool(re.search(r"[lIO]", match["number"]))
    return [
        Marker(kind, (value,), str(value), match.end(), len(line[: match.end()].rstrip()), shape, 6, repaired=repaired)
    ]


def _points(line: str, cyrillic: bool) -> list[Marker]:
    match = PAREN_MARK.match(line)
    if match and line.startswith("("):
        return [Marker("paren", (int(match["number"]),), match["number"], match.end(), match.end(), 0.8, 8)]
    found = []
    if (match := NUMERAL_MARK.match(line)) and (value := roman(match["number"].upper())) is not None:
        end = len(line[: match.end()].rstrip())
        found = [Marker("numeral", (value,), match["number"], match.end(), end, 0.8, 8)]
    match = LETTER_MARK.match(line)
    if match is None:
        return found
    letter = without_marks(one_script(match["number"].replace("©", "c"), cyrillic=cyrillic))
    shape = 0.85 if match["end"] == ")" else 0.65
    kind = "letter_dot" if match["end"] == "." else "letter"
    return [*found, Marker(kind, (1,), letter, match.end(), len(line[: match.end()].rstrip()), shape, 8, letter=letter)]
