"""Products: two numbers and what a line, the name of a row or the row of a bill says that they make."""

import re
from collections.abc import Iterator

from extractors.checks.telling import tell
from extractors.checks.told_sums import NEAR, WORDS
from extractors.checks.totals import figure_of
from extractors.curriculum.grids import Grid, grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

PRICED = 3
"""Rows with quantity, price and amount from which a table is a bill."""
_OF = r"(?:\s[^\W\d_]{1,16}\.?){0,2}"
_PRODUCT = re.compile(
    rf"(?<![\d.,+*×xх/=–-])(?<![+*×/=–-]\s)(\d{{1,3}}){_OF}\s*[×xхX*]\s*"
    rf"(\d{{1,3}}){_OF}\s*=\s*(\d{{1,4}})(?![\d.,]*[\d%])(?!\s*[+*×/=])"
)
"""Two whole numbers, each with a word or two that says of what, and what the line says they make."""
_IN_BRACKETS = rf"\(\s*(\d{{1,2}}){_OF}\s*[×xхX*]\s*(\d{{1,3}})\s*<<points>>\s*\)\s*"
_BRACKETED = Wordings(WORDS, rf"{_IN_BRACKETS}[:=–-]\s*(\d{{1,3}})\s*<<points>>(?!\w)", re.I)
"""The same in brackets before the points that they make: `Tests (5 × 4 points): 20 points`."""
_NAMED = Wordings(WORDS, rf"{_IN_BRACKETS}=\s*(\d{{1,4}})$", re.I)
"""The same behind a row's name, in points: the figure of the row stands behind the equal sign."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the products that are other ones than is printed."""
    content = document.text.content
    told = [*_PRODUCT.finditer(content), *_BRACKETED.finditer(content), *_in_rows(document)] if rows else []
    factors = [(float(match[1]), float(match[2]), float(match[3])) for match in told]
    factors += [odd for grid in grids(document) for odd in _billed(grid)] if rows else []
    return [
        tell("table_total.product", "error", None, None, factors=f"{a:g} × {b:g}", made=a * b, printed=printed)
        for a, b, printed in factors
        if abs(a * b - printed) > NEAR
    ]


def _in_rows(document: Document) -> Iterator[re.Match[str]]:
    """Yield the products in the names of rows whose only figure says what they make: `Tests (6 × 8 points) | 48`."""
    for grid in grids(document):
        for row in grid.rows:
            texts = [place.text.strip() for place in row if place.text.strip() and not place.merged]
            numbers = [text for text in texts[1:] if text.isdecimal()]
            if len(numbers) == 1 and (match := _NAMED.search(f"{texts[0]} = {numbers[0]}")):
                yield match


def _billed(grid: Grid) -> list[tuple[float, float, float]]:
    """Return the one row of a bill whose last figure is not the product of the two before it, as in all other rows."""
    rows = [[v for place in row[1:] if (v := figure_of(place)) is not None] for row in grid.rows[1:]]
    priced = [row[-3:] for row in rows if len(row) >= 3]
    wrong = [row for row in priced if abs(row[0] * row[1] - row[2]) > NEAR]
    told = sum(min(row[:2]) > 1 for row in priced if row not in wrong)
    return [(a, b, c) for a, b, c in wrong] if len(priced) >= PRICED and told >= PRICED - 1 and len(wrong) == 1 else []
