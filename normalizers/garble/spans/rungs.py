"""Numbers of points, articles and rows that were misread (`Z. Muc tieu`, `Dieu S.`, `+` for the fourth row of a
list), settled by the numbers before and behind them."""

import re
from collections import defaultdict
from itertools import product

from normalizers.garble.model.tokens import number_class
from normalizers.garble.spans.digits import confusions
from normalizers.garble.spans.fixed import Fixed

_RUNG = re.compile(
    r"^[ ]*(?:(?P<article>[DĐEOM]\S{2,5}[ ]))?"
    r"(?P<number>\d{1,3}|[^\sa-zà-ỹIVX|!\d]|l|I(?=[.)] +\S*[a-zà-ỹ])|\d[^\s\d.]|[^\s\d.]\d)"
    r"(?P<mark>[.)](?=[ ]+\S)|,(?=[ ]+[^\W\da-zà-ỹ])|(?=\t|[ ]{4}| [^\W\da-zà-ỹ]))",
    re.MULTILINE,
)
_ENDED = re.compile(r"[.:;]$|^\s*\S+ \d{1,3}[.:] ")  # behind it another sentence begins


def find_rungs(text: str) -> list[Fixed]:
    """Return the numbers at the beginnings of lines that stand for the one that comes next there: the rung before or
    the one behind, of the same kind, must be printed clean and be its neighbour. A comma behind it is
    a stop where no sentence goes on from the line above."""
    ladders: dict[tuple[bool, str], list[re.Match[str]]] = defaultdict(list)
    for match in _RUNG.finditer(text):
        if match["mark"] != "," or _ENDED.search(text[: match.start()].rstrip().rpartition("\n")[2]):
            ladders[match["article"] is not None, match["mark"].replace(",", ".")].append(match)
    found = []
    for (_, mark), places in ladders.items():
        clean = [int(p["number"]) if p["number"].isdigit() and p["mark"] == mark else 0 for p in places]
        for at, place in enumerate(places):
            before = clean[at - 1] if at else 0
            behind = clean[at + 1] if at + 1 < len(clean) else 0
            meant = {number for number in (before + 1 if before else 0, behind - 1 if behind else 0) if number > 0}
            said = [number for number in meant if not clean[at] and _may_be(place["number"], number)]
            if len(said) == 1:
                clean[at] = said[0]
                words = (number_class(str(said[0])), *((".",) if mark == "." else ()))
                found.append(Fixed(place.start("number"), place.end(), f"{said[0]}{mark}", "garble.number", words))
    return found


def _may_be(printed: str, number: int) -> bool:
    """Whether the characters may have been the figures of a number."""
    if printed == "L":
        return number == 1
    choices = [(c,) if c.isdigit() else tuple(digit for digit, _ in confusions().get(c, ())) for c in printed]
    return str(number) in {"".join(way) for way in product(*choices)}
