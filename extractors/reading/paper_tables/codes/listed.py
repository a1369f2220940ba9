"""Columns of codes in Cyrillic letters in tables of a page: read by both models, as those of dense tables are.

`ОК01` is read as `ОКО1`, `вко1` or nothing, `Б1.О.01` as `51.0.01`; the model of Latin letters tells the figures, the
column its letters. What the two do not agree on stays as it was.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.arranging.tables.gridding import by_sides
from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.reading.paper.lines.strips import Read, read_alone
from extractors.reading.paper_tables.cells.cells import crop_of, ink_of
from extractors.reading.paper_tables.codes.columns import INDEX, code_column
from extractors.reading.paper_tables.codes.parted import shows_white
from extractors.reading.paper_tables.codes.shapes import readings_of
from extractors.reading.paper_tables.codes.spaced import spaced_codes
from models.page import Box, Word
from normalizers.unicode.twins import to_cyrillic
from normalizers.values.misread_figures import as_figures

CODE = re.compile(r"[А-ЯЇІЄҐа-яїієґ]{1,4}[ .\-]?[\dОоЗзIІіl]{1,2}")
NUMBERED = re.compile(r"([A-Z]{1,5})(\d{2,3})")
CYRILLIC = re.compile(r"[а-яїієґәіңғүұқөһ]{3}", re.I)
FEWEST, SHARE = 3, 0.4
"""Codes of a column at least, and their share of its cells with ink."""
SURE = 0.95
"""Confidence from which a code is left as it was read."""
SAME, EDGE, LINE = 5.0, 1.0, 20.0
"""Points: sides of the cells of a column; what their rules may have left; ink of one line is no higher."""


def with_codes(
    words: list[Word], tables: Sequence[Ruled], scan: tuple[Image, int], read: tuple[Read, Read]
) -> list[Word]:
    """Return the words of a page with the codes of its tables; `read` are its own model and that of Latin letters."""
    if not any(CYRILLIC.search(word.text) for word in words):
        return words
    for column in (column for table in tables for column in _columns(table)):
        held = [[w for w in words if not w.turn and w.lies_in(cell)] for cell in column]
        texts = ["".join(w.text for w in own) for own in held]
        coded = [bool(CODE.fullmatch(text) or INDEX.fullmatch(text)) for text in texts]
        if sum(coded) < FEWEST:
            continue
        inks = [_ink(scan, cell) for cell in column]
        asked = [n for n, ink in enumerate(inks) if ink and (coded[n] or not texts[n] or len(texts[n]) < 8)]
        if sum(coded) < SHARE * sum(ink is not None for ink in inks) or all(_is_sure(held[n]) for n in asked):
            continue
        crops = [crop_of(scan[0], ink, scan[1], 0) for n in asked if (ink := inks[n])]
        readings = list(zip(*(read_alone(crops, model) for model in read), strict=True))
        pairs = [(own, other) for (own, _), (other, _) in readings]
        white = [shows_white(crop) for crop in crops]
        told = zip(asked, code_column(readings, white), spaced_codes(pairs), counted_codes(pairs), strict=True)
        for n, shaped, spaced, counted in told:
            same = shaped and counted and shaped.replace(" ", "") == counted
            code = spaced or (shaped if same else counted or shaped)
            ink, own = inks[n], {id(w) for w in held[n]}
            if code and ink and code != texts[n]:
                words = [w for w in words if id(w) not in own] + [_word(held[n], code, ink)]
    return words


def counted_codes(pairs: Sequence[tuple[str, str]]) -> list[str | None]:
    """Return codes of letters and as many figures, given as both models read them: those of the Latin reading, zeros
    that were taken for letters among them, that the other reading ends like or that count on from their neighbours."""
    latin = [other.upper().replace(" ", "") for _, other in pairs]
    shapes = Counter(len(match[2]) for text in latin if (match := NUMBERED.fullmatch(text)))
    if not shapes or shapes.most_common(1)[0][1] < FEWEST:
        return [None] * len(pairs)
    figures = shapes.most_common(1)[0][0]
    told = [[m for one in sorted(readings_of(text)) if (m := NUMBERED.fullmatch(one)) and len(m[2]) == figures]
            for text in latin]  # fmt: skip
    names = Counter(match[1] for found in told for match in found)
    shown = Counter(name for (own, _), found in zip(pairs, told, strict=True)
                    for name in {match[1] for match in found} if own.upper().startswith(to_cyrillic(name)))  # fmt: skip
    best = [max((m for m in found if shown[m[1]] > 1), key=lambda m: names[m[1]], default=None) for found in told]
    out: list[str | None] = []
    for n, ((own, _), match) in enumerate(zip(pairs, best, strict=True)):
        beside = [(at - n, best[at]) for at in (n - 1, n + 1) if 0 <= at < len(best)]
        counts = any(m and match and m[1] == match[1] and int(m[2]) == int(match[2]) + step for step, m in beside)
        ends = match is not None and as_figures(own, "far")[-1:] == match[2][-1]
        out.append(to_cyrillic(match[1]) + match[2] if match and (counts or ends) else None)
    return out


def _word(held: Sequence[Word], code: str, ink: Box) -> Word:
    return replace(held[0], text=code, box=ink, settled=None) if held else Word(code, ink, SURE - 0.1)


def _is_sure(held: Sequence[Word]) -> bool:
    return bool(held) and min(w.confidence for w in held) >= SURE


def _columns(table: Ruled) -> list[list[Box]]:
    columns = by_sides(table.cells, lambda c: (c.x0, c.x1), SAME)
    return [sorted(column, key=lambda c: c.y0) for column in columns if len(column) >= FEWEST]


def _ink(scan: tuple[Image, int], cell: Box) -> Box | None:
    ink = ink_of(scan[0], cell.inset(EDGE), scan[1])
    return ink if ink and ink.height <= LINE else None
