"""Codes in columns of ruled tables, brought to the shape that their column has: `K62NNAI` among `K61NNA2` is `K62NNA1`.

Class and course codes mix letters and figures, so that the engine takes a 1 for an I and a 5 for an S, or gives both.
A column where most codes have one shape, letters and figures in turn, says at which places figures stand. Only letters
that figures are mistaken for are settled, and only where the letters left are those that other codes of it have, or,
of one run, as many as all of those have.
Likewise decimals: a worn comma is read as a point, and the column says which of the two it has.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from extractors.arranging.tables.gridding import by_sides
from extractors.arranging.tables.ruling import Ruled
from models.page import Word

CODE = re.compile(r"(?=.*\d)(?=.*[A-ZĐ])[A-ZĐ\dIl|ó.\-/]{3,14}")
PART, LAP = re.compile(r"[A-ZĐ\dIl|ó.\-/]{2,14}"), 2.0
"""What a code broken over lines has on one of them; points by which two lines may lap over."""
COUNTED = re.compile(r"([А-ЯЇІЄҐӘҒҚҢӨҰҮҺA-ZĐ]{2,4} ?(?:\d{1,2}\.)?)(\d{1,2})")
"""A code whose last figures count its rows."""
DECIMAL = re.compile(r"\d{1,2}[.,]\d{1,2}")
LOOKS = {"A": "4", "I": "1", "l": "1", "|": "1", "S": "5", "O": "0", "Z": "2", "B": "8", "ó": "6"}
"""Letters that figures are mistaken for."""
TWICE = (("S5", "5"), ("5S", "5"), ("ó6", "6"), ("6ó", "6"), ("O0", "0"), ("0O", "0"))
"""One figure that was read as a letter and as itself; two ones are more likely than one read twice."""
FEWEST, SHARE = 3, 0.5
"""Codes of one shape from which a column may have it; share of its codes that must have it or be misread from it."""
LEAST = 0.25
"""Share of the codes that were read in a shape, at least."""
REPEATED = 0.7
"""Share of different codes up to which a column is one of classes, whose codes come again."""
SURE = 0.95
"""Confidence from which a code is left as it was read."""
SAME = 5.0
"""Points by which the edges of the cells of a column may differ."""
MOST = 4
"""Letters of a code that may be figures, at most."""


def in_shape(words: list[Word], tables: Sequence[Ruled]) -> list[Word]:
    """Return the words of a page, codes of columns that another shape proves misread with that as `settled`."""
    new: dict[int, Word] = {}
    columns = (column for t in tables for column in by_sides(t.cells, lambda c: (c.x0, c.x1), SAME))
    for column in (column for column in columns if len(column) >= FEWEST):
        held = [[w for w in words if not w.turn and w.lies_in(cell)] for cell in column]
        alone = [cell[0] for cell in held if len(cell) == 1 and CODE.fullmatch(cell[0].text)]
        figures = [cell[0] for cell in held if len(cell) == 1 and DECIMAL.fullmatch(cell[0].text)]
        series = [cell[0] if len(cell) == 1 else None for cell in held]
        found = [*shaped(alone), *_shaped_parts(held), *with_one_mark(figures), *counted(series)]
        new |= {id(word): replace(word, settled=text) for word, text in found}
    return [new.get(id(word), word) for word in words] if new else words


def _shaped_parts(held: Sequence[Sequence[Word]]) -> list[tuple[Word, str]]:
    """Return the parts of codes broken over two lines that are misread, each with what it should be."""
    broken = [words for words in held if len(words) == 2 and all(PART.fullmatch(w.text) for w in words)]
    pairs = [sorted(words, key=lambda w: w.box.y0 if w.box else 0.0) for words in broken]
    stacked = [(a, b) for a, b in pairs if a.box and b.box and a.box.y1 <= b.box.y0 + LAP]
    return [one for part in zip(*stacked, strict=True) for one in shaped(part)]


def shaped(codes: Sequence[Word]) -> list[tuple[Word, str]]:
    """Return the codes of a column that are misread, each with what it should be."""
    shapes = Counter(_shape(word.text) for word in codes)
    known = {shape for shape, count in shapes.items() if count >= FEWEST and count >= LEAST * len(codes)}
    found = [_of_shape(codes, shape) for shape in sorted(known)]
    most = max(
        ((len(new) + shapes[shape], new) for shape, new in zip(sorted(known), found, strict=True)),
        default=None,
        key=lambda one: one[0],
    )
    return most[1] if most and most[0] >= SHARE * len(codes) else []


def _of_shape(codes: Sequence[Word], shape: str) -> list[tuple[Word, str]]:
    """Return the codes that can be read in a shape and were not, each with that reading."""
    own = [word for word in codes if _shape(word.text) == shape]
    runs = [Counter(run) for run in zip(*(_runs(word.text) for word in own), strict=True)]
    sizes = {len(_runs(word.text)[0]) if len(runs) == 1 else 0 for word in own}
    texts = [word.text for word in codes]
    out, taken = [], set(texts) if len(set(texts)) > REPEATED * len(texts) else set()
    for word in codes:
        if word.confidence >= SURE or word in own and min(_counts(word.text, runs), default=FEWEST) > 1:
            continue
        told = [text for text in readings_of(word.text) if _shape(text) == shape]
        found = {t for t in told if all(_counts(t, runs)) or sizes == {len(_runs(t)[0])}}
        if len(found - {word.text}) == 1:
            out += [(word, text) for text in found - {word.text} if text not in taken]
    return out


def counted(column: Sequence[Word | None]) -> list[tuple[Word, str]]:
    """Return the codes of a column written otherwise than what counts on from the code above or below, with all its
    figures and its letters but for one, each with that: `оК14` between `ОК 1.3` and `ОК 1.5`."""
    codes = [COUNTED.fullmatch(word.text) if word else None for word in column]
    shapes = Counter(_shape(code[0]) for code in codes if code)
    pairs, out = list(pairwise(range(len(column)))), list[tuple[Word, str]]()
    for beside, at in (*pairs, *((b, a) for a, b in pairs[::-1])):
        word, code = column[at], codes[beside]
        if codes[at] or not word or word.confidence >= SURE or not code or shapes[_shape(code[0])] < FEWEST:
            continue
        told = f"{code[1]}{int(code[2]) + at - beside}"
        figures = {re.sub(r"\D", "", text) for text in (told, word.text)}
        letters = ["".join(_runs(text)).upper() for text in (told, word.text)]
        if len(figures) == 1 and Levenshtein.distance(*letters) <= 1:
            codes[at] = COUNTED.fullmatch(told)
            out.append((word, told))
    return out


def with_one_mark(figures: Sequence[Word]) -> list[tuple[Word, str]]:
    """Return the decimals of a column that were read with a point where most have a comma, each with a comma."""
    commas = sum("," in word.text for word in figures)
    if commas < FEWEST or commas <= SHARE * len(figures):
        return []
    return [(w, w.text.replace(".", ",")) for w in figures if "." in w.text and w.confidence < SURE]


def _counts(text: str, runs: Sequence[Counter[str]]) -> list[int]:
    """Return how many codes have the runs of letters that a code has, run by run."""
    return [known[own] for own, known in zip(_runs(text), runs, strict=True)]


def _shape(text: str) -> str:
    """Return a code's shape: a sign per figure, one per run of letters, signs as they are."""
    return re.sub(r"\d", "9", re.sub(r"[^\W\d_]+", "A", text))


def _runs(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def readings_of(text: str) -> set[str]:
    """Return what a code may be: with any of its letters the figures that they look like, doubled figures once."""
    bases = {text} | {text[: m.start()] + one + text[m.end() :] for two, one in TWICE for m in re.finditer(two, text)}
    out: set[str] = set()
    for base in bases:
        places = [at for at, letter in enumerate(base) if letter in LOOKS]
        if len(places) > 2 * MOST:
            continue
        for chosen in range(1 << len(places)):
            if chosen.bit_count() <= MOST:
                turned = {at for n, at in enumerate(places) if chosen >> n & 1}
                out.add("".join(LOOKS[letter] if at in turned else letter for at, letter in enumerate(base)))
    return out
