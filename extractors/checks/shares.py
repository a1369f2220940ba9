"""Shares: the parts of a mark that a sentence, a list or a column tells, whatever of them was read as rows."""

import re
from collections.abc import Iterator

from extractors.checks.telling import tell
from extractors.checks.told_sums import WORDS
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grids import Grid, grids
from extractors.curriculum.sum_rows import is_total
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

HUNDRED, NEAR = 100, 0.01
WIDEST = 20
"""How far shares may be from a hundred before they are taken to be no parts of one mark."""
_SHARE = re.compile(r"(?<![\d.,–-])(\d{1,3}(?:[.,]\d)?)\s*%")
_LINE = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?[^\W\d_][^%\n]{2,90}?[^\d.,–-](\d{1,3}(?:[.,]\d)?)\s*%\)?[^\W\d]*"
    r"(?:\s*\([^()%\n]{1,60}\))?[.,;]?\s*"
)
_FIGURE = re.compile(r"\s*(\d{1,3}(?:[.,]\d)?)\s*%?\s*")
_FINAL = Wordings(WORDS, r"<<final>>", re.I)
_GRADED = Wordings(WORDS, r"<<graded>>", re.I)
_ATTENDED = Wordings(WORDS, r"(?<!\w)<<attended>>", re.I)
"""A sentence about who may sit the examination, whose share is of the classes."""
_MADE_OF = Wordings(WORDS, r"(?<!\w)(?:<<points>>(?!\w)[^%\d:;.]{0,40}?(?<!\w)<<among>>(?!\w)|<<made_of>>)", re.I)
"""A mark and what it is made of: `Điểm học phần gồm: điểm bài tập (40%), …`."""
_ENUMERATED = re.compile(r"(?:[^\W\d_][^\d%();:]{2,60}\(\d{1,3}\s*%\)(?:,\s*|\s\w{1,3}\s)?){3,}[.;]?$")
"""Three parts or more that share out a whole: `успішність (60 %), мова (30 %), лист (10 %)`."""
_NO_SUM = Wordings(WORDS, r"<<no_sum>>", re.I)
_HEAD = Wordings(WORDS, r"<<share>>", re.I)


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return one finding where shares of a mark that stand together do not make a hundred."""
    if not rows or len(syllabi(document)) > 1:
        return []
    kinds = ("assessments", "assessment_periods")
    if sum(row.table in kinds and row.get("weight_percent") is not None for row in rows) > 1:
        return []  # the sums of what was read are checked as such
    made = next((m for m in (*_columns(document), *_sentences(document), *_lists(document)) if _near(m)), None)
    key = next((row.row_key for row in rows if row.table == "assessments"), None)
    return [tell("weight_sum", "error", "assessments", key, made=made)] if made is not None else []


def _near(made: float) -> bool:
    return NEAR < abs(made - HUNDRED) <= WIDEST


def _columns(document: Document) -> Iterator[float]:
    """Yield what columns of shares make, beside which one of the works is the final one."""
    for grid in grids(document):
        for column in range(1, grid.width):
            head = grid.rows[0][column].text
            shares = _column(grid, column)
            names = " ".join(row[0].text + " " + row[1].text for row in grid.rows[1:])
            printed = all("%" in row[column].text for row in grid.rows[1:] if row[column].text)
            if len(shares) >= 2 and (printed or "%" in head or _HEAD.search(head)) and _FINAL.search(names):
                yield sum(shares)


def _column(grid: Grid, column: int) -> list[float]:
    """Return the shares of a column, none where something else stands in it."""
    shares = []
    for row in grid.rows[1:]:
        place = row[column]
        if place.merged or not place.text or any(is_total(p.text) for p in row[:2] if p.text):
            continue
        match = _FIGURE.fullmatch(place.text)
        if match is None:
            return []
        shares.append(_value(match[1]))
    return shares


def _sentences(document: Document) -> Iterator[float]:
    """Yield what the shares of a sentence make: `chuyên cần 10%, kiểm tra 30%, thi hết môn 60%`."""
    for line in re.split(r"[\n\f]", document.text.content):
        line = " ".join(piece for piece in re.split(r"(?<=[.;])\s+", line) if not _ATTENDED.search(piece))
        shares = [_value(m[1]) for m in _SHARE.finditer(line)]
        parted = document.genre.kind == "regulation" and _ENUMERATED.search(line)
        scheme = _FINAL.search(line) or _MADE_OF.search(line) or parted
        if len(shares) >= 2 and "\t" not in line and scheme and not _NO_SUM.search(line):
            yield sum(shares)


def _lists(document: Document) -> Iterator[float]:
    """Yield what the shares of lines right below each other make, each of which ends in one."""
    run: list[str] = []
    heading = above = ""
    for line in [*re.split(r"[\n\f]", document.text.content), ""]:
        if line.count("%") == 1 and "\t" not in line and _LINE.fullmatch(line.strip()):
            heading = heading if run else above
            run.append(line)
            continue
        above, words = line or above, " ".join(run)
        graded = _FINAL.search(words) or _GRADED.search(heading)
        if len(run) >= 2 and graded and not _NO_SUM.search(words):
            yield sum(_value(m[1]) for one in run if (m := _LINE.fullmatch(one.strip())))
        run = []


def _value(printed: str) -> float:
    return float(printed.replace(",", "."))
