"""Told marks: what a mark is made of, told in points, in shares of the grade, or group by group; products that a line
works out."""

import re
from collections.abc import Iterator

from extractors.checks.shares import HUNDRED, NEAR, WIDEST
from extractors.checks.telling import tell
from extractors.checks.told_sums import WORDS
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grids import Grid, grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

LEAST = 3
"""Works, lines or groups from which their figures are a scheme of marks."""
_N = r"(?<![\d.,/–-])(\d{1,3}(?:[.,]\d)?)"
_POINTS = Wordings(WORDS, rf"{_N}\s*<<points>>(?!\w)", re.I)
_NO_SCHEME = Wordings(WORDS, r"(?<!\w)(?:<<no_sum>>|<<besides>>)", re.I)
_FINAL = Wordings(WORDS, r"<<final>>", re.I)
_GRADED = Wordings(WORDS, r"<<graded>>", re.I)
_TOLD_SUM = Wordings(WORDS, rf"(?<!\w)<<sum_row>>[^\d\n%]{{0,12}}{_N}\s*%", re.I)
_WHOLE = Wordings(WORDS, r"\W*(?:<<sum_row>>|<<whole>>)(?!\w)", re.I)
_SHARE = re.compile(rf"[^\W_][^%\n;·|]{{0,60}}?[:=–-]\s*{_N}\s*%")
_OF_GRADE = Wordings(WORDS, rf"{_N}\s*%\s*<<of_grade>>", re.I)
_EACH = Wordings(WORDS, r"(?<!\w)<<each>>(?!\w)", re.I)
_FROM_TO = re.compile(r"(?<![\d.,])(\d)\s*[-–]\s*(\d)(?![\d%])")
_ITEM = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?[^\W\d_]")
_CELL = re.compile(rf"\s*([^\W\d_][^\d%\n]{{2,50}})[:–-]\s*{_N}\s*%\s*")
_PRODUCT = re.compile(
    r"(?<![\d.,+*×xх/=–-])(?<![+*×/=–-]\s)(\d{1,3})(?:\s[^\W\d_]{1,16}\.?){0,2}\s*[×xхX*]\s*"
    r"(\d{1,3})(?:\s[^\W\d_]{1,16}\.?){0,2}\s*=\s*(\d{1,4})(?![\d.,]*[\d%])(?!\s*[+*×/=])"
)
"""Two whole numbers, each with a word or two that says of what, and what the line says they make."""
_BRACKETED = Wordings(
    WORDS,
    r"\(\s*(\d{1,2})(?:\s[^\W\d_]{1,16}\.?){0,2}\s*[×xхX*]\s*(\d{1,3})\s*<<points>>\s*\)\s*[:=–-]\s*(\d{1,3})\s*<<points>>(?!\w)",
    re.I,
)
"""The same in brackets before the points that they make: `Tests (5 × 4 points): 20 points`."""
_FACTORS = Wordings(
    WORDS, r"\(\s*(\d{1,2})(?:\s[^\W\d_]{1,16}\.?){0,2}\s*[×xхX*]\s*(\d{1,3})\s*<<points>>\s*\)\s*=\s*(\d{1,4})$", re.I
)
"""The same behind a row's name, in points: the figure of the row stands behind the equal sign."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what the told parts of a mark make where it is not all of it, and products that are wrong."""
    if not rows:
        return []
    found = list(_products(document))
    if len(syllabi(document)) > 1:
        return found
    key = next((row.row_key for row in rows if row.table == "assessments"), None)
    shares = [*_totalled(document), *_of_grade(document), *_labelled(document), *_grouped(document)]
    for says, sums in (("weight_sum", shares), ("weight_sum.points", [*_points(document), *_across(document)])):
        wrong = next((made for made in sums if NEAR < abs(made - HUNDRED) <= WIDEST), None)
        if wrong is not None:
            found.append(tell(says, "error", "assessments", key, made=wrong))
    return found


def _lines(document: Document) -> list[str]:
    return [line for line in re.split(r"[\n\f]", document.text.content) if line.strip()]


def _products(document: Document) -> Iterator[Finding]:
    content = document.text.content
    told = [*_PRODUCT.finditer(content), *_BRACKETED.finditer(content), *_in_rows(document)]
    for match in told:
        made = int(match[1]) * int(match[2])
        if made != int(match[3]):
            said = {"factors": f"{match[1]} × {match[2]}", "made": made, "printed": int(match[3])}
            yield tell("table_total.product", "error", None, None, **said)


def _in_rows(document: Document) -> Iterator[re.Match[str]]:
    """Yield the products in the names of rows whose only figure says what they make: `Tests (6 × 8 points) | 48`."""
    for grid in grids(document):
        for row in grid.rows:
            texts = [place.text.strip() for place in row if place.text.strip() and not place.merged]
            numbers = [text for text in texts[1:] if text.isdecimal()]
            if len(numbers) == 1 and (match := _FACTORS.search(f"{texts[0]} = {numbers[0]}")):
                yield match


def _points(document: Document) -> Iterator[float]:
    """Yield what the points of a sentence, or of lines right below each other, make where a hundred is the whole."""
    if not re.search(r"(?<![\d.,])100(?![\d.,]*\d)", document.text.content):
        return
    run: list[float] = []
    words = heading = above = ""
    for line in [*_lines(document), ""]:
        outside = re.sub(r"\([^()]*\)", " ", line) if line.count("(") and _FINAL.search(line) else line
        told = [_value(m[1]) for m in _POINTS.finditer(outside)] if "\t" not in line else []
        parts = [points for points in told if points < HUNDRED]
        told_all = len(parts) >= 2 and HUNDRED in told  # `60 points, exam 40 points, in all 100 points`
        if (
            (len(parts) >= LEAST or told_all)
            and not run
            and _FINAL.search(line)
            and not _NO_SCHEME.search(line)
            and "%" not in line
        ):
            yield sum(parts)
        if parts and len(line) < 120 and "%" not in line and _ITEM.match(line):
            heading = heading if run else above
            run.append(parts[-1])
            words += f" {line}"
            continue
        if len(run) >= LEAST and _FINAL.search(words) and _GRADED.search(heading) and not _NO_SCHEME.search(words):
            yield sum(run)
        run, words, above = [], "", line


def _across(document: Document) -> Iterator[float]:
    """Yield what the points of a row make where its last cell, under the head of a sum, says a hundred."""
    for grid in grids(document):
        heads = {row[-1].text for row in grid.rows if not re.search(r"\d", row[-1].text)}
        if not any(_WHOLE.match(head) for head in heads):
            continue
        for row in grid.rows[1:]:
            figures = [place.text.strip() for place in row if not place.merged]
            if len(figures) > LEAST and figures[-1] == str(HUNDRED) and all(f.isdecimal() for f in figures):
                yield float(sum(int(f) for f in figures[:-1]))


def _totalled(document: Document) -> Iterator[float]:
    """Yield what the shares of a line make that ends in their total: `A = 20 %, B = 70 %, total 100 %`."""
    for line in _lines(document):
        total = _TOLD_SUM.search(line)
        parts = [_value(m[1]) for m in _SHARE.finditer(line[: total.start()])] if total else []
        if total and len(parts) >= 2 and _value(total[1]) == HUNDRED and not _NO_SCHEME.search(line):
            yield sum(parts)


def _of_grade(document: Document) -> Iterator[float]:
    """Yield what sentences make that each say what share of the grade a work is."""
    parts: list[float] = []
    for line in _lines(document):
        for match in _OF_GRADE.finditer(line):
            if _NO_SCHEME.search(line):
                return
            span = _FROM_TO.search(line) if _EACH.search(line) else None
            if _EACH.search(line) and span is None:
                return  # of how many is not told in figures
            parts.append(_value(match[1]) * (int(span[2]) - int(span[1]) + 1 if span else 1))
    if len(parts) >= LEAST:
        yield sum(parts)


def _labelled(document: Document) -> Iterator[float]:
    """Yield what the cells of a column make that each name a work and its share: `Final exam: 55 %`."""
    for grid in grids(document):
        for column in range(grid.width):
            cells = [row[column].text for row in grid.rows if row[column].text and not row[column].merged]
            told = [match for cell in cells if (match := _CELL.fullmatch(cell))]
            if len(told) >= LEAST and len(told) == len(cells) and _FINAL.search(" ".join(cells)):
                yield sum(_value(match[2]) for match in told)


def _grouped(document: Document) -> Iterator[float]:
    """Yield what the one group of a column makes that is no hundred where all other groups are."""
    for grid in grids(document):
        for column in range(2, grid.width):
            sums = _groups(grid, column)
            odd = [made for made in sums if abs(made - HUNDRED) > NEAR]
            if len(sums) >= LEAST and len(odd) == 1:
                yield odd[0]


def _groups(grid: Grid, column: int) -> list[float]:
    """Return what the shares of a column make in each group of rows that the first column heads, none of another."""
    groups: list[list[float]] = []
    for row in grid.rows[1:]:
        share = re.fullmatch(rf"\s*{_N}\s*%\s*", row[column].text)
        if share is None or row[column].merged:
            return []
        if row[0].text and not row[0].merged:
            groups.append([])
        if not groups:
            return []
        groups[-1].append(_value(share[1]))
    return [sum(group) for group in groups] if all(len(group) >= 2 for group in groups) else []


def _value(printed: str) -> float:
    return float(printed.replace(",", "."))
