"""Marks: what the parts of one mark make, told in shares or in points by a sentence, a list, a column, a row or a group
of rows, whatever of them was read as rows; products that a line, the name of a row or the row of a bill works out."""

import re
from collections.abc import Callable, Iterator

from extractors.checks.figures.sums import CLOSE
from extractors.checks.figures.totals import figure_of
from extractors.checks.printed import WORDS, cells_of, joined_lines, lines_of, value_of
from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grids import Grid, grids
from extractors.curriculum.table_rows import is_total
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

HUNDRED, NEAR = 100, 0.01
WIDEST = 20
"""How far parts may be from a hundred before they are taken to be no parts of one mark."""
LEAST = 3
"""Works, lines or groups from which their figures are a scheme of marks, where no sign of per cent says so."""
_N = r"(?<![\d.,/–-])(\d{1,3}(?:[.,]\d)?)"
_OUTER = Wordings(WORDS, r"%[,;]?\s*\(?(?<!\w)<<among>>(?!\w)", re.I)
"""What stands between a share and those that it is made of."""
_SHARE = Wordings(WORDS, rf"{_N}\s*(?:%|<<percent>>)", re.I)
_LINE = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?[^\W\d_][^%\n]{2,90}?[^\d.,–-](\d{1,3}(?:[.,]\d)?)\s*%\)?[^\W\d]*"
    r"(?:\s[^\W\d_][^\d%;.\n]{2,30}|\s*\([^()%\n]{1,60}\))?[.,;]?\s*"
)
_FIGURE = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s*%?")
_POINTS = Wordings(WORDS, rf"{_N}\s*<<points>>(?!\w)", re.I)
_FINAL = Wordings(WORDS, r"<<final>>", re.I)
_GRADED = Wordings(WORDS, r"<<graded>>", re.I)
_HEAD = Wordings(WORDS, r"<<share>>", re.I)
_CRITERION = Wordings(WORDS, r"(?<!\w)<<criterion>>", re.I)
_NO_SUM = Wordings(WORDS, r"<<no_sum>>", re.I)
_NO_SCHEME = Wordings(WORDS, r"(?<!\w)(?:<<no_sum>>|<<besides>>)", re.I)
_ATTENDED = Wordings(WORDS, r"(?<!\w)<<attended>>", re.I)
"""A sentence about who may sit the examination, whose share is of the classes."""
_MADE_OF = Wordings(WORDS, r"(?<!\w)(?:<<points>>(?!\w)[^%\d:;.]{0,40}?(?<!\w)<<among>>(?!\w)|<<made_of>>)", re.I)
"""A mark and what it is made of: `Điểm học phần gồm: điểm bài tập (40%), …`."""
_ENUMERATED = re.compile(
    r"(?:[^\W\d_][^\d%();:]{2,60}(?:\(\d{1,3}\s*%\)|[-–]\s\d{1,3}\s*%)(?:,\s*|\s\w{1,3}\s)?){3,}[.;]?$"
)
"""Three parts or more that share out a whole: `успішність (60 %), мова (30 %), лист (10 %)`."""
_TOLD_SUM = Wordings(WORDS, rf"(?<!\w)<<sum_row>>[^\d\n%]{{0,12}}{_N}\s*%", re.I)
_WHOLE = Wordings(WORDS, r"\W*(?:<<sum_row>>|<<whole>>)(?!\w)", re.I)
_LABELLED = re.compile(rf"[^\W_][^%\n;·|]{{0,60}}?[:=–-]\s*{_N}\s*%")
_OF_GRADE = Wordings(WORDS, rf"{_N}\s*%\s*<<of_grade>>", re.I)
_EACH = Wordings(WORDS, r"(?<!\w)<<each>>(?!\w)", re.I)
_PARTED = Wordings(WORDS, r"(?<!\w)<<parted>>[^:\n]{0,40}:$", re.I)
_FROM_TO = re.compile(r"(?<![\d.,])(\d)\s*[-–]\s*(\d)(?![\d%])")
_ITEM = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?[^\W\d_]")
_CELL = re.compile(rf"([^\W\d_][^\d%\n]{{2,50}})[:–-]\s*{_N}\s*%")
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
    """Return one finding each where told shares, and told points, of one mark do not make a hundred."""
    found = _products(document) if rows else []
    if not rows or len(syllabi(document)) > 1:
        return found
    kinds = ("assessments", "assessment_periods")
    read = sum(row.table in kinds and row.get("weight_percent") is not None for row in rows) > 1
    for says, tellers in TOLD:
        sums = (m for teller in tellers if not (read and teller in AS_READ) for m in teller(document))
        wrong = next((made for made in sums if NEAR < abs(made - HUNDRED) <= WIDEST), None)
        if wrong is not None:
            first = next((row.row_key for row in rows if row.table == "assessments"), None)
            found.append(tell(says, "error", "assessments", first, made=wrong))
    return found


def _columns(document: Document) -> Iterator[float]:
    """Yield what columns of shares make, beside which one of the works is the final one."""
    for grid in grids(document):
        for column in range(1, grid.width):
            shares = _shares(grid, column)
            names = " ".join(row[0].text + " " + row[1].text for row in grid.rows[1:])
            headed = "%" in (head := grid.rows[0][column].text) or _HEAD.search(head)
            printed = all("%" in row[column].text for row in grid.rows[1:] if row[column].text)
            rubric = _CRITERION.search(" ".join(grid.texts(0)[:2])) and CLOSE <= sum(shares) / 100 <= 1 / CLOSE
            if len(shares) >= 2 and (printed or headed) and (rubric or _FINAL.search(names)):
                yield sum(shares)


def _alike(document: Document) -> Iterator[float]:
    """Yield what the shares of the one table make that are no hundred, where those of others with its heads are."""
    sums: dict[tuple[int, str], list[float]] = {}
    for grid, column in ((one, column) for one in grids(document) for column in range(1, one.width)):
        shares = _shares(grid, column)
        if len(shares) >= 2 and grid.width >= LEAST and _HEAD.search(grid.rows[0][column].text):
            sums.setdefault((column, "\t".join(grid.texts(0))), []).append(sum(shares))
    odd = [[one for one in made if abs(one - HUNDRED) > NEAR] for made in sums.values() if len(made) > 1]
    yield from (made[0] for made in odd if len(made) == 1)


def _shares(grid: Grid, column: int) -> list[float]:
    """Return the shares of a column, none where something else stands in it."""
    shares = []
    for row in grid.rows[1:]:
        place = row[column]
        if place.merged or not place.text or any(is_total(p.text) for p in row[:2] if p.text):
            continue
        match = _FIGURE.fullmatch(place.text.strip())
        if match is None:
            return []
        shares.append(value_of(match[1]))
    return shares


def _sentences(document: Document) -> Iterator[float]:
    """Yield what the shares of a sentence make: `chuyên cần 10%, kiểm tra 30%, thi hết môn 60%`."""
    for line in joined_lines(document):
        line = " ".join(piece for piece in re.split(r"(?<=[.;])\s+", line) if not _ATTENDED.search(piece))
        outer = re.sub(r"\([^()]*%[^()]*%[^()]*\)", " ", line)  # what a part is made of
        shares = [value_of(m[1]) for m in _SHARE.finditer(outer)]
        parted = document.genre.kind == "regulation" and _ENUMERATED.search(line)
        scheme = _FINAL.search(line) or _MADE_OF.search(line) or parted
        if len(shares) >= 2 and "\t" not in line and scheme and not _NO_SUM.search(line):
            yield sum(shares)


def _runs(document: Document, told: Callable[[str], float | None]) -> Iterator[tuple[str, str, list[float], str]]:
    """Yield the runs of lines that each tell a figure: the line above, their words, the figures, the line below."""
    run: list[float] = []
    words = above = heading = ""
    for line in [*lines_of(document), ""]:
        figure = told(line)
        if figure is not None:
            heading = heading if run else above
            run.append(figure)
            words += f" {line}"
            continue
        if run:
            yield heading, words, run, line
        run, words, above = [], "", line or above


def _share_of(line: str) -> float | None:
    outer = _OUTER.search(line)
    line = line[: outer.start() + 1] if outer else line
    match = _LINE.fullmatch(line.strip()) if line.count("%") == 1 and "\t" not in line else None
    return value_of(match[1]) if match else None


def _lists(document: Document) -> Iterator[float]:
    """Yield what the shares of lines right below each other make, each of which ends in one."""
    for heading, words, figures, _ in _runs(document, _share_of):
        graded = _FINAL.search(words) or _GRADED.search(heading) or _PARTED.search(heading)
        if len(figures) >= 2 and graded and not _NO_SUM.search(words):
            yield sum(figures)


def _parts(line: str) -> list[float]:
    """Return the points that a line tells, in brackets too where it does not name the final work."""
    outside = re.sub(r"\([^()]*\)", " ", line) if line.count("(") and _FINAL.search(line) else line
    return [value_of(m[1]) for m in _POINTS.finditer(outside)] if "\t" not in line and "%" not in line else []


def _points_of(line: str) -> float | None:
    parts = [points for points in _parts(line) if points < HUNDRED]
    return parts[-1] if parts and len(line) < 120 and _ITEM.match(line) else None


def _points(document: Document) -> Iterator[float]:
    """Yield what the points of a sentence, or of lines right below each other, make where a hundred is the whole."""
    if not re.search(r"(?<![\d.,])100(?![\d.,]*\d)", document.text.content):
        return
    for line in lines_of(document):
        told = _parts(line)
        parts = [points for points in told if points < HUNDRED]
        whole = len(parts) >= LEAST or len(parts) >= 2 and HUNDRED in told  # `60 points, exam 40, in all 100 points`
        summed = told[-1:] == [HUNDRED] and any(_WHOLE.match(piece) for piece in re.split(r"[;,]\s", line))
        if whole and (_FINAL.search(line) or summed) and not _NO_SCHEME.search(line):
            yield sum(parts)
    for heading, words, figures, below in _runs(document, _points_of):
        graded = _FINAL.search(words) and _GRADED.search(heading) or _WHOLE.match(below) and HUNDRED in _parts(below)
        if len(figures) >= LEAST and graded and not _NO_SCHEME.search(words):
            yield sum(figures)


def _across(document: Document) -> Iterator[float]:
    """Yield what the points of a row make where its last cell, under the head of a sum, says a hundred."""
    for grid in grids(document):
        if not any(_WHOLE.match(row[-1].text) for row in grid.rows if not re.search(r"\d", row[-1].text)):
            continue
        for row in grid.rows[1:]:
            figures = [place.text.strip() for place in row if not place.merged]
            if len(figures) > LEAST and figures[-1] == str(HUNDRED) and all(f.isdecimal() for f in figures):
                yield float(sum(int(f) for f in figures[:-1]))


def _totalled(document: Document) -> Iterator[float]:
    """Yield what the shares of a line make that ends in their total: `A = 20 %, B = 70 %, total 100 %`."""
    for line in joined_lines(document):
        total = _TOLD_SUM.search(line)
        parts = [value_of(m[1]) for m in _LABELLED.finditer(line[: total.start()])] if total else []
        if total and len(parts) >= 2 and value_of(total[1]) == HUNDRED and not _NO_SCHEME.search(line):
            yield sum(parts)


def _of_grade(document: Document) -> Iterator[float]:
    """Yield what sentences make that each say what share of the grade a work is."""
    parts: list[float] = []
    for line, match in ((one, match) for one in joined_lines(document) for match in _OF_GRADE.finditer(one)):
        span = _FROM_TO.search(line) if _EACH.search(line) else None
        if _NO_SCHEME.search(line) or _EACH.search(line) and span is None:
            return  # of how many is not told in figures
        parts.append(value_of(match[1]) * (int(span[2]) - int(span[1]) + 1 if span else 1))
    if len(parts) >= LEAST:
        yield sum(parts)


def _cells(document: Document) -> Iterator[float]:
    """Yield what the cells of a column make that each name a work and its share: `Final exam: 55 %`."""
    for grid in grids(document):
        for column in range(grid.width):
            cells = cells_of(grid, column, 0)
            told = [match for cell in cells if (match := _CELL.fullmatch(cell))]
            if len(told) >= LEAST and len(told) == len(cells) and _FINAL.search(" ".join(cells)):
                yield sum(value_of(match[2]) for match in told)


def _groups(document: Document) -> Iterator[float]:
    """Yield what the one group of a column makes that is no hundred where all other groups are."""
    for grid in grids(document):
        for column in range(2, grid.width):
            sums = _grouped(grid, column)
            odd = [made for made in sums if abs(made - HUNDRED) > NEAR]
            if len(sums) >= LEAST and len(odd) == 1:
                yield odd[0]


def _grouped(grid: Grid, column: int) -> list[float]:
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
        groups[-1].append(value_of(share[1]))
    return [sum(group) for group in groups] if all(len(group) >= 2 for group in groups) else []


def _products(document: Document) -> list[Finding]:
    """Return the products that are other ones than is printed."""
    content = document.text.content
    told = [*_PRODUCT.finditer(content), *_BRACKETED.finditer(content), *_in_rows(document)]
    factors = [(float(match[1]), float(match[2]), float(match[3])) for match in told]
    factors += [odd for grid in grids(document) for odd in _billed(grid)]
    return [
        tell("table_total.product", "error", None, None, factors=f"{a:.10g} × {b:.10g}", made=a * b, printed=printed)
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


AS_READ = (_columns, _sentences, _lists)
"""Where shares stand that are checked as rows when they were read as such."""
TOLD: tuple[tuple[str, tuple[Callable[[Document], Iterator[float]], ...]], ...] = (
    ("weight_sum", (*AS_READ, _totalled, _of_grade, _cells, _groups, _alike)),
    ("weight_sum.points", (_points, _across)),
)
"""What a finding says, and the places where its parts may be told."""
