"""Numbers of acts and dates in scans, read by their grammar: `57/203 2QÐ- TTg` is `57/2032/QĐ-TTg`.

Only what the grammar proves is put right: blanks, strokes and dashes inside a number, kinds of acts that look like what
was read, a one among the figures of a day. No figure becomes another one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from pathlib import Path

from normalizers.knowledge import read_table
from normalizers.letters import lettered
from normalizers.values.misread_figures import as_figures

Change = tuple[int, str, str, str]  # where, what is read, what was printed, of what kind
Issuer = Callable[[str], str]  # the short name of an issuing body as it was printed

_TABLE = Path(__file__).parents[1] / "knowledge" / "act_kinds.tsv"
_STROKED = ("QĐ", "NĐ", "QyĐ", "HĐ", "CĐ")
_LIKE_STROKED = ("Đ", "Ð", "ĐÐ", "ÐĐ", "ĐĐ", "D", "0Đ", "0Ð", "0D", "Ð0")
_ONE = "lIJÌÏÍ|†!]["  # what a one is read as
_SHAPES = {**dict.fromkeys(_ONE, "1"), "ó": "6", "§": "8"}  # signs that are read for figures of their shape
_FIGURE = rf"[\d{re.escape(''.join(_SHAPES))}]"
_NAME = lettered(r"(?:TT(?:[gøpyợọ89q]|[§&]g?)|[\p{Lu}Ð3]{2,9}\b)")
_LAST = re.compile(r"^TT(?:[gøpyợọ89q]|[§&]g?)$")
_DATE = re.compile(r"(?<![\d/])(\d{1,2}/(?:\d|1 [0-2]|0 \d|1[0-2])/(?:19|20)(?: ?\d){2})(?![\d/])")
_LAW = re.compile(r"(?<=\d/)((?:19|20)(?: ?\d){2})(?=/QH\d)")
_OF_TIME = rf"[Lï\d{re.escape(''.join(_SHAPES))}]"
_TIME = re.compile(rf"(?:ngày|tháng|giờ) ({_OF_TIME}{{1,2}})(?= (?:tháng|năm|phút)\b)|tháng (1 [0-2])(?= năm\b)")
_GLUED = re.compile(r"(?<!\w)(?:Chương|Bài|Tuần|Buổi|Điều|Phần)(\d{1,2})(?!\w|[.,]\d)")
"""The number of a part that stands without a blank behind its word: `Chương2`."""
_MOST = {"ngày": 31, "tháng": 12, "giờ": 59}  # days, months, and minutes behind the hours
_OWN = re.compile(r"^ *[Ss][ốôóòéê] ?: ?\S{0,9}?[/⁄] ?((?:[QqOọ0][bpĐÐD]|[oọ][bpĐÐ])[-.,_]{1,2} ?)(?=[A-ZÐĐb])")
_LABEL = re.compile(r"(?<![\w.])([A-ZĐ]{1,5})(\d{1,2}|[lI|!\]])\.(\d{1,2}|[lI|!\]])(?!\w)")
_NUMBERED = re.compile(r"(?<![\w.-])([A-ZĐ]{2,4})(\d{1,2})(?!\w|\.\w)")
_FIRST = re.compile(r"(?<![\w.-])([A-ZĐ]{2,4}?)([Il|])(?!\w|\||\.\w)")
_DOUBLED = re.compile(r"(?<![\w.])[A-Z]{1,5}[\dIl|]{0,2}\.[\dIl|]{1,3}(?!\w)")
_HASHED = re.compile(r"(?<![\w.-])([A-Z]{2,5}#)([\dIl|SO]{1,2}|\?)(?!\w)")
_SOURCE = re.compile(r"^ *([JIL|l\[]?)(\d{1,2}|[Il|])\](?= +[^\W\d_])", re.MULTILINE)
_ITEM = re.compile(r"^ *(\d{1,2}|[lI|\]ÍÌ!¡])([.)])(?= +[^\W\d_])", re.MULTILINE)
_POINT = re.compile(r"^ *([a-zđ])\)(?= +[^\W\d_])", re.MULTILINE)
_CLAUSE = re.compile(r"^ *(?:\d{1,2}[.)]|Điều\s)", re.MULTILINE)
_SERIES = 3  # labels of a kind from which on it is one of the document
_CODE = re.compile(r"(?<![\w.,/-])(?=[A-ZĐl|]*\d)(?=[\dIl|]*[A-ZĐ])[A-ZĐ\dl|]{5,10}(?![\w/-])")
_STROKES = "Il|"
_BEHIND = re.compile(rf"(?<!\w)\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d([{re.escape('|][¬')}])(?= )")


@cache
def _kinds() -> dict[str, str]:
    """Kinds of acts by what is read for them."""
    kinds: dict[str, str] = {}
    for row in read_table(_TABLE, ("abbreviation", "kind")):
        name = row["abbreviation"]
        if name in _STROKED:
            for first, stroked in product("QO0" if name[0] == "Q" else name[0], _LIKE_STROKED):
                kinds.setdefault(first + name[1:-1] + stroked, name)
        if len(name) > 1:
            kinds[name] = name
        if name == "TTLT":
            kinds.update((head + tail, name) for head, tail in product(("TTL", "TTI", "TTLT"), ("1", "I", "7")))
    return kinds


@cache
def _shape() -> re.Pattern[str]:
    kind = "|".join(sorted(map(re.escape, _kinds()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w/⁄.,])(?P<number>(?:(?<=số )[{re.escape(_ONE)}1] )?{_FIGURE}{{1,4}})"
        rf"(?P<year> ?[/⁄]{{1,2}} ?(?:19|20)(?: ?{_FIGURE}){{2}})?(?P<stroke> ?[/⁄]{{1,2}} ?|(?=[A-ZÐĐ]))"
        rf"(?P<kind>{kind})(?P<dash> ?[-–—](?: ?[-–—_.])? ?)(?P<issuer>{_NAME}(?: ?[-–—] ?-? ?{_NAME})*)"
    )


def number_changes(line: str, issuer: Issuer) -> Iterator[Change]:
    """Yield what is to be changed in the numbers of acts and the dates of a line; `issuer` reads short names."""
    for match in _shape().finditer(line):
        after = _as_printed(match, issuer)
        if after and after != match.group():
            yield match.start(), match.group(), after, "garble.code"
    for match in (*_DATE.finditer(line), *_LAW.finditer(line)):
        yield match.start(1), match[1], match[1].replace(" ", ""), "garble.number"
    for match in _TIME.finditer(line):
        printed = match[1] or match[2]
        figures = _figures(re.sub("[Lï]", "1", printed.replace(" ", "")))
        if figures != printed and 0 < int(figures) <= _MOST[match.group().split()[0]]:
            yield match.end() - len(printed), printed, figures, "garble.number"
    for match in _GLUED.finditer(line):
        yield match.start(1), match[1], f" {match[1]}", "garble.number"
    if own := _OWN.match(line):
        yield own.start(1), own[1], "QĐ-", "garble.code"
    for match in _BEHIND.finditer(line):
        yield match.start(1), match[1], "", "garble.sign"


def label_changes(text: str) -> Iterator[Change]:
    """Yield the ones in labels of a kind that the text has again and again: `GI.2` beside `G1.1`, `G2.1`, `G2.3`, and
    `COI` beside `CO2` and `CO3`."""
    found = list(_LABEL.finditer(text))
    series = Counter(match[1] for match in found if match[2].isdigit() and match[3].isdigit())
    for match in found:
        after = f"{match[1]}{_figures(match[2])}.{_figures(match[3])}"
        if after != match.group() and series[match[1]] >= _SERIES:
            yield match.start(), match.group(), after, "garble.code"
    yield from _doubled_strokes(text, found, series)
    yield from _hashed(text)
    numbered: dict[str, set[str]] = {}
    for match in _NUMBERED.finditer(text):
        numbered.setdefault(match[1], set()).add(match[2])
    for match in _FIRST.finditer(text):
        if len(numbered.get(match[1], set()) - {"1"}) >= _SERIES - 1 and "2" in numbered[match[1]]:
            yield match.start(2), match[2], "1", "garble.code"


def _doubled_strokes(text: str, labels: Sequence[re.Match[str]], series: Counter[str]) -> Iterator[Change]:
    """Yield the labels in which one stroke was read as two, of those that stand elsewhere: `GI1.3` beside `G1.3`."""
    own = {name for name, count in series.items() if count >= max(_SERIES, series[name[:-1]] * name.endswith("I"))}
    known = {match.group() for match in labels if (match[2] + match[3]).isdigit() and match[1] in own}
    settled = {match.start() for match in labels if match[1] in own}
    for match in _DOUBLED.finditer(text):
        told = {one for one in _single(match.group()) if one in known}
        if match.start() not in settled and match.group() not in known and len(told) == 1:
            yield match.start(), match.group(), told.pop(), "garble.code"


def _hashed(text: str) -> Iterator[Change]:
    """Yield the figures behind a hash that were read as letters, where they count on: `BT#I` before `BT#2`; between two
    others `BT#S` may be an 8, too, and `BT#?` any."""
    hashed = list(_HASHED.finditer(text))
    for name in {match[1] for match in hashed}:
        found = [match for match in hashed if match[1] == name]
        numbers = [0, *(int(match[2]) if match[2].isdigit() else 0 for match in found), 0]
        if sum(map(bool, numbers)) < _SERIES - 1:
            continue
        for place, match in enumerate(found, 1):
            if numbers[place]:
                continue
            low, high = (_counted(numbers[:place]), _counted(numbers[:place:-1], -1))
            seems = as_figures(match[2], "near")
            proved = low[0] == high[0] and (match[2] == "?" or str(low[0]) == match[2].replace("S", "8"))
            if proved or seems in {str(number) for number, beside in (low, high) if beside}:
                numbers[place] = low[0] if proved else int(seems)
                yield match.start(2), match[2], str(numbers[place]), "garble.code"


def _counted(numbers: Sequence[int], step: int = 1) -> tuple[int, bool]:
    """Return the number behind others, counted on from the last one known, and whether that is the very last."""
    known = max((at for at, number in enumerate(numbers) if number), default=0)
    return numbers[known] + step * (len(numbers) - known), known == len(numbers) - 1


def _single(label: str) -> Iterator[str]:
    """Yield what a label is where two strokes of it are one, in one place or more."""
    parts = re.findall(r"[1Il|]{2}|.", label)
    for chosen in product(*(("1", part) if len(part) > 1 else (part,) for part in parts)):
        head = re.match(r"[A-Z]*?(?=[\dIl|]*\.)", one := "".join(chosen))
        yield one[: head.end()] + re.sub("[Il|]", "1", one[head.end() :]) if head else one


def list_changes(text: str) -> Iterator[Change]:
    """Yield the ones of lists, where what looks like a one is followed by a two, the brackets of numbered sources, the
    `c)` behind a `b)` and the `d)` behind a `c)`."""
    sources = list(_SOURCE.finditer(text))
    if any(match[1] == "[" and match[2].isdigit() for match in sources):
        for match in sources:
            number = f"[{match[2] if match[2].isdigit() else 1}]"
            if match.group().lstrip() != number and not (match[1] == "" and match[2].isdigit()):
                yield match.start(1), match[1] + match[2] + "]", number, "garble.number"
    marks = list(_ITEM.finditer(text))
    for match, behind in zip(marks, marks[1:], strict=False):
        if not match[1].isdigit() and behind[1] == "2" and match[2] == behind[2]:
            yield match.start(1), match[1], "1", "garble.number"
    points = list(_POINT.finditer(text))
    told = [*(match[1] for match in points), ""]
    for n, (above, match) in enumerate(pairwise(points), 1):
        if _CLAUSE.search(text, above.end(), match.start()):
            continue
        before, said, follows = told[n - 1 : n + 2]
        if (before, said) == ("b", "e") and follows in ("d", "đ"):
            told[n] = "c"
        elif (before, said) == ("c", "đ") and follows in "ađ":
            told[n] = "d"  # a speck makes the stroke: no list leaves out its `d)`
        if told[n] != said:
            yield match.start(1), said, told[n], "garble.number"


def code_changes(text: str) -> Iterator[Change]:
    """Yield the ones of codes that most others of the text, with the same first letter, have a figure for: `2IKT0208`
    beside `20CD0117`, `22MT0006` and `22NN0155`."""
    found = list(_CODE.finditer(text))
    shapes = Counter((match.group()[0], _code_shape(match.group())) for match in found)
    for match in found:
        code = match.group()
        least = max(_SERIES, shapes[code[0], _code_shape(code)])
        told = [one for one in _stroked(code) if one != code and shapes[code[0], _code_shape(one)] >= least]
        if len(told) == 1:
            yield match.start(), code, told[0], "garble.code"


def _stroked(code: str) -> set[str]:
    """Return what a code is where strokes behind its first letter are ones, two of them beside each other one too."""
    parts = re.findall(r"[1Il|]{2}|.", code[1:])
    ways = ((p, *("1" * n for n in range(1, len(p) + 1))) if set(p) & set(_STROKES) else (p,) for p in parts)
    return {code[0] + "".join(chosen) for chosen in product(*ways)}


def _code_shape(code: str) -> str:
    """Return where the figures of a code stand."""
    return "".join("9" if sign.isdigit() else "A" for sign in code)


def _as_printed(match: re.Match[str], issuer: Issuer) -> str | None:
    """The number as its grammar has it; None where what was read may be something else."""
    number, year = match["number"], match["year"] or ""
    if not any(c.isdigit() for c in number) or (number[0].isalpha() and len(number) == 1):
        return None
    head = _figures(number.replace(" ", ""))
    if year:
        head += "/" + _figures(re.sub("[ /⁄]", "", year))
    parts = [part for part in re.split("[-–—_. ]+", match["issuer"]) if part]
    names = ["TTg" if _LAST.match(part) and at == 0 else issuer(part) for at, part in enumerate(parts)]
    dash = match["dash"] if match["dash"] in "-–" else "-"
    if len(parts) == len(re.findall("[-–][^-–]", match["issuer"])) + 1 and names == parts:
        return f"{head}/{_kinds()[match['kind']]}{dash}{match['issuer']}"
    return f"{head}/{_kinds()[match['kind']]}{dash}{'-'.join(names)}"


def _figures(read: str) -> str:
    """Figures in which every sign like a figure is one."""
    return "".join(_SHAPES.get(sign, sign) for sign in read)
