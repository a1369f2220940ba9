"""Figures of tables that a layer wrote with letters: `1О8`, `l8`, `З6` in cells among figures.

A ring or a stroke beside a figure is one itself. A letter of a figure's shape is one only where its column has figures
as long; alone (`З`, which marks a test, too) only where the row's hours are its product as in other rows.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from models.edits import Edit
from normalizers.slips.evidence import Evidence
from normalizers.values.misread_figures import as_figures

_ROW = re.compile(r"[^\n]*\t[^\n]*")
_STROKED = re.compile(r"(?=\D*\d)[l\d][\dlOОoо]{1,3}")
_SHAPED = re.compile(r"(?=\D*\d)[ЗlOОoоS\d]{2,4}")
_LEAST = 3
"""Cells of figures that make a row one of figures; a column and a product need as many."""
_NORMS = range(24, 61)
"""Hours that a credit may make."""


def cell_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each cell that letters spoil in a row of figures, where its shape, column or row proves it."""
    rows = [(m.start(), m[0].split("\t")) for m in _ROW.finditer(evidence.text)]
    rows = [(start, cells) for start, cells in rows if sum(map(str.isdecimal, cells)) >= _LEAST]
    columns = defaultdict[tuple[int, int], Counter[int]](Counter)
    norms = Counter[tuple[int, int, int]]()
    for _, cells in rows:
        for place, text in enumerate(cells):
            columns[len(cells), place][len(text) if text.isdecimal() else 0] += 1
        norms.update(_products(dict(enumerate(cells))))
    for start, cells in rows:
        for place, text in enumerate(cells):
            read = as_figures(text, "near")
            if text == "З":
                proved = any(
                    f[0] == place and norms[f] >= _LEAST for f in _products({**dict(enumerate(cells)), place: read})
                )
            else:
                alike = columns[len(cells), place][len(text)] >= _LEAST
                proved = bool(_STROKED.fullmatch(text) or alike and _SHAPED.fullmatch(text))
            if proved and read != text:
                yield Edit(start, start + len(text), text, read, "slips.cell", confidence=0.9)
            start += len(text) + 1


def _products(cells: Mapping[int, str]) -> Iterator[tuple[int, int, int]]:
    """Yield the places of credits and of hours, and the norm that makes the one the other."""
    found = {place: int(text) for place, text in cells.items() if text.isdecimal() and 0 < int(text) < 10_000}
    for place, credits in found.items():
        yield from (
            (place, c, total // credits)
            for c, total in found.items()
            if total % credits == 0 and total // credits in _NORMS
        )
