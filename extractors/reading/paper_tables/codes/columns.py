"""Codes of a column of a dense table, in Cyrillic letters, brought to the shape that the column has.

`зп.о1` among `ЗП.02` is `ЗП.01`. Indexes of Russian plans (`Б1.О.01`, the blocks and parts that their standards name)
are read as figures: both readings must give the same number at the end.
"""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.reading.paper.lines.strips import Said
from normalizers.unicode.twins import to_cyrillic, twin
from normalizers.values.misread_figures import as_figures

CODE = re.compile(r"((?:[А-ЯЇІЄҐЁа-яїієґё]|3(?=[а-яїієґА-ЯЇІЄҐ])){1,5})([ .\-]{0,2})((?<=\.)[оО]\d|\d{1,3})")
LATIN = re.compile(r"([A-Z]{1,5})([ .\-]{0,2})(\d{1,3})")
COURSE = re.compile(r"[A-Z][A-Za-z]{1,4} ?\d{3,5}")
"""A code of a course in Latin letters, some of them small: `Bot1201`."""
TAIL = re.compile(r"(?:(?<=\.)[oO]\d|(?<![\d])\d{1,3})$")
ZERO = str.maketrans("оОoO", "0000")
FIGURES = "ІіIЗзОоВвбБ"
"""Letters that a figure behind the name is taken for."""
INDEX = re.compile(r"[Бб56][1-3][.,][0ОоOo8ВвB](?:[.,]\d\d){1,2}")
"""Letters that figures at the end of a code are taken for, and those figures."""
PART = str.maketrans({"0": "О", "о": "О", "O": "О", "o": "О", "8": "В", "в": "В", "B": "В"})
DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,}")
"""A number of a course within its part, `1.2.3`, whose dots one model loses: no decimal."""
SURE = 0.7
"""Confidence from which the number that one reading alone has is believed."""
FEWEST, SHARE = 3, 0.5
PARTED = 0.7
"""Share of the codes of a column that show white before their number, from which all have a space there."""
LETTERED = 2
"""Entries of a column of single letters that both readings take for the same one, at least."""


def code_column(readings: Sequence[tuple[Said, Said]], apart: Sequence[bool] = ()) -> list[str | None]:
    """Return the codes that two readings of the entries of a column are; None for those that are left as they are.

    `apart` says which entries show white before their number, that both readings may have lost. An empty text says that
    an entry is a code whose number the readings do not agree on.
    """
    pairs = [(first[0], second[0]) for first, second in readings]
    if are_mostly(INDEX, pairs):
        return [_index(*pair) if any(map(INDEX.fullmatch, pair)) else None for pair in pairs]
    own = [CODE.fullmatch(first) for first, _ in pairs]
    other = [LATIN.fullmatch(second) for _, second in pairs]
    found = sum(bool(a or b) for a, b in zip(own, other, strict=True))
    if not any(own) or found < FEWEST or found < SHARE * len(readings):
        return [None] * len(readings)
    capital = sum(c[1].isupper() for c in own if c) >= 0.3 * sum(map(bool, own)) or any(other)
    spaces = [c[2] for c in (*own, *other) if c]
    between = max(sorted(set(spaces)), key=spaces.count) or (" " if sum(apart) >= PARTED * found else "")
    said = Counter(_letters(c[1], capital) for c in own if c)
    names = {name for name, count in said.items() if count > 1} or set(said)
    names = (names - _longer(own, other)) | _alike(pairs)
    names -= {name for name in names if name[-1] in FIGURES and said[name[:-1]] >= said[name]}
    return _filled([_code(*pair, names, capital, between) for pair in readings], pairs)


def lone_letters(readings: Sequence[tuple[Said, Said]]) -> list[str | None]:
    """Return the letters of a column of single Cyrillic ones, forms of control: its 3 is `З`, beside `Е` by both
    readings and no other figure. None for every entry of another column."""
    pairs = [(own, other) for (own, _), (other, _) in readings]
    letters = [own if to_cyrillic(other) == own != "З" and len(own) == 1 and not own.isascii() else None
               for own, other in pairs]  # fmt: skip
    figures = {text for pair in pairs for text in pair if text.isdigit()}
    if figures != {"3"} or sum(letter is not None for letter in letters) < LETTERED:
        return [None] * len(pairs)
    return ["З" if "3" in pair else letter for pair, letter in zip(pairs, letters, strict=True)]


def latin_column(readings: Sequence[tuple[Said, Said]]) -> list[str | None]:
    """Return the codes of courses in Latin letters of a column on a page in Cyrillic ones, `KZT1101`; None for every
    entry of a column whose codes those letters could spell, or that the Latin model is unsure of."""
    codes = [text if COURSE.fullmatch(text) else None for _, (text, _) in readings]
    sure = [sure for code, (_, (_, sure)) in zip(codes, readings, strict=True) if code]
    foreign = sum(code is not None and not all(twin(ch) for ch in code if ch.isalpha()) for code in codes)
    enough = len(sure) >= max(FEWEST, PARTED * len(codes)) and foreign >= max(LETTERED, SHARE * len(sure))
    return codes if enough and sum(sure) >= SURE * len(sure) else [None] * len(codes)


def _longer(own: Sequence[re.Match[str] | None], other: Sequence[re.Match[str] | None]) -> set[str]:
    """Return the letters that are others with a figure read as one more, where every Latin reading has the others."""
    shorter: dict[str, set[bool]] = {}
    for first, second in zip(own, other, strict=True):
        if first and second:
            name, latin = _letters(first[1], True), to_cyrillic(second[1])
            shorter.setdefault(name, set()).add(name != latin and name.startswith(latin))
    return {name for name, found in shorter.items() if found == {True}}


def _alike(pairs: Sequence[tuple[str, str]]) -> set[str]:
    """Return the letters that several codes have by the Latin reading, and one at least by its own script's too."""
    latin = [(first.upper(), LATIN.fullmatch(second)) for first, second in pairs]
    held = [(first, to_cyrillic(match[1])) for first, match in latin if match]
    counts = Counter(name for _, name in held)
    return {
        name for first, name in held if counts[name] > 1 and first.startswith(name) and not any(map(str.isascii, name))
    }


def _filled(codes: list[str | None], pairs: Sequence[tuple[str, str]]) -> list[str | None]:
    """Return codes, those whose number was in doubt told by the ones above and below and by a reading that ends so, or
    by one of them and both readings."""
    out = list(codes)
    parts = [None, *(re.fullmatch(r"(\D+)([1-9]\d*)", code or "") for code in codes), None]
    for n, pair in enumerate(pairs):
        near = [(part[1], int(part[2]) + step) for part, step in ((parts[n], 1), (parts[n + 2], -1)) if part]
        for name, number in near if codes[n] == "" else ():
            ends = sum(number > 0 and as_figures(text, "far").endswith(str(number)) for text in pair)
            if ends + near.count((name, number)) > 2:
                out[n] = f"{name}{number}"
    return out


def dotted_column(readings: Sequence[tuple[Said, Said]]) -> list[str | None]:
    """Return the dotted numbers that two readings of the entries of a column are: those that both have the figures of,
    or that count on to their neighbours; an empty text for those in doubt, None for what is none."""
    pairs = [(first[0], second[0]) for first, second in readings]
    if not are_mostly(DOTTED, pairs):
        return [None] * len(pairs)
    shapes = {tuple(map(len, text.split("."))) for pair in pairs for text in pair if DOTTED.fullmatch(text)}
    votes = [Counter(one for text in pair for one in _dotted(text, shapes)) for pair in pairs]
    told = [max(found, key=lambda one: (found[one], one), default=None) for found in votes]
    told = [one if one and votes[n][one] > 1 else None for n, one in enumerate(told)]
    out: list[str | None] = []
    for n, found in enumerate(votes):
        near = {_next(told[at], step) for at, step in ((n - 1, 1), (n + 1, -1)) if 0 <= at < len(told) and told[at]}
        counted = [one for one in found if one in near]
        out.append(told[n] or (counted[0] if len(counted) == 1 else "" if found else None))
    return out


def _dotted(text: str, shapes: set[tuple[int, ...]]) -> set[str]:
    """Return the dotted numbers of the shapes of a column that a reading, its dots lost or not, may be."""
    if DOTTED.fullmatch(text):
        return {text}
    bare, found = re.sub(r"[.,]", "", text), set()
    for shape in shapes if bare.isdecimal() else ():
        if sum(shape) == len(bare):
            ends = [sum(shape[: n + 1]) for n in range(len(shape))]
            found.add(".".join(bare[end - wide : end] for end, wide in zip(ends, shape, strict=True)))
    return found


def _next(code: str | None, step: int) -> str:
    """Return the dotted number that stands so many after another in its part."""
    head, _, last = (code or "").rpartition(".")
    return f"{head}.{int(last) + step:0{len(last)}d}" if last else ""


def are_mostly(shape: re.Pattern[str], pairs: Sequence[tuple[str, str]]) -> bool:
    """Return whether most entries of a column are indexes, or dotted numbers, by either reading."""
    found = sum(any(map(shape.fullmatch, pair)) for pair in pairs)
    return found >= FEWEST and found >= SHARE * len(pairs)


def _index(first: str, second: str) -> str:
    one = next(text for text in (first, second) if INDEX.fullmatch(text)).replace(",", ".")
    block, part, number = one.split(".", 2)
    figures = re.sub(r"\D", "", number)
    agreed = all(re.sub(r"\D", "", said).endswith(figures) for said in (first, second))
    return f"Б{block[1:]}.{part.translate(PART)}.{number}" if agreed else ""


def _letters(text: str, capital: bool) -> str:
    letters = text.replace("3", "З")
    return letters.upper() if capital else letters


def _name(first: str, second: str, names: set[str], capital: bool) -> str | None:
    """Return the letters of a code, of those that the column has, by the first reading or else by the second."""
    said = _letters(first, capital)
    known = [name for name in names if said.startswith(name)]
    latin = LATIN.fullmatch(second)
    if not known and latin and to_cyrillic(latin[1]) in names:
        return to_cyrillic(latin[1])
    return max(known, key=len, default=None)


def _code(first: Said, second: Said, names: set[str], capital: bool, between: str) -> str | None:
    """Return the code of an entry: the number that both readings have, or the one of a reading that is sure."""
    name = _name(first[0], second[0], names, capital)
    if name is None:
        return None
    own, tail = CODE.fullmatch(first[0]), TAIL.search(second[0])
    if own and _letters(own[1], capital) != name:
        own = None  # a figure was read as a letter of the name
    numbers = {c[n].translate(ZERO): sure for c, n, sure in ((own, 3, first[1]), (tail, 0, second[1])) if c}
    if not numbers:
        return None
    number, sure = max(numbers.items(), key=lambda said: said[1])
    return name + between + number if len(numbers) == 1 and (own and tail or sure >= SURE) else ""
