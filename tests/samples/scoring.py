"""How near extracted tables come to gold tables, cell by cell.

Rows of a table are paired one to one, the likest first; every cell of a pair then counts. A gold cell that is a list
allows any one of its members, and with null among them silence too; a gold row marked `_optional` earns nothing and
costs nothing. Numbers, dates, codes and closed words must be equal after folding; running text at least nine tenths
alike. A cell said in a column that gold never fills in that table does not count. `⟦…⟧` in gold stands for lost words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz.distance import Levenshtein

Row = dict[str, Any]
Tables = dict[str, list[Row]]

PROSE = {
    *("title", "text", "heading", "name", "name_en", "definition", "term", "subject", "purpose", "issuer"),
    *("parent_body", "role", "old_text", "new_text", "addressee", "applies_to", "scope", "degree", "faculty"),
    *("label", "criterion", "responsible", "task", "control", "issued_at", "description", "mode", "control_form"),
}
KEYS = {"code", "number", "title", "text", "name", "term", "letter"}
ASIDE = {
    "_optional",
    "ordinal",
    "document_id",
    "row_key",
    "evidence",
    "confidence",
    "source_name",
    "sha256",
    "media_type",
}
ALIKE, PAIRED = 0.90, 0.30


@dataclass
class Score:
    """Cells right, wanted and said, and the differences as (table, column, gold, said)."""

    right: int = 0
    wanted: int = 0
    said: int = 0
    differences: list[tuple[str, str, Any, Any]] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.wanted + other.wanted,
            self.said + other.said,
            self.differences + other.differences,
        )

    @property
    def precision(self) -> float:
        """Share of the said cells that are right."""
        return self.right / self.said if self.said else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Share of the wanted cells that are right."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score_tables(gold: Tables, said: Tables, aside: Iterable[str] = ("findings",)) -> dict[str, Score]:
    """Return the score of every gold table but those named in `aside`."""
    skipped = set(aside)
    return {name: score_rows(rows, said.get(name, []), name) for name, rows in gold.items() if name not in skipped}


def total(scores: dict[str, Score]) -> Score:
    """Return the sum over the tables."""
    return sum(scores.values(), Score())


def score_rows(gold: list[Row], said: list[Row], table: str = "") -> Score:
    """Return the score of one table."""
    columns = sorted({column for row in gold for column in row} - ASIDE)
    pairs = dict(_pairs(gold, said, columns))
    result = Score()
    free = {j for i, j in pairs.items() if gold[i].get("_optional")}
    for i, row in enumerate(gold):
        if not row.get("_optional"):
            result += _row(row, said[pairs[i]] if i in pairs else {}, columns, table)
    for j, row in enumerate(said):
        if j not in free and j not in pairs.values():
            cells = [c for c in columns if row.get(c) is not None]
            result += Score(said=len(cells), differences=[(table, c, None, row[c]) for c in cells])
    return result


def judge_rows(gold: list[Row], said: list[Row]) -> Iterator[tuple[int, str, bool]]:
    """Yield every said cell that counts: the index of its row, its column, whether it is right."""
    columns = sorted({column for row in gold for column in row} - ASIDE)
    paired = {j: gold[i] for i, j in _pairs(gold, said, columns)}
    for j, row in enumerate(said):
        right = paired.get(j, {})
        if right.get("_optional"):
            continue
        for column in columns:
            if row.get(column) is not None:
                yield j, column, right.get(column) is not None and equal(column, right[column], row[column])


def _row(gold: Row, said: Row, columns: list[str], table: str) -> Score:
    result = Score()
    for column in columns:
        want, got = gold.get(column), said.get(column)
        needed = want is not None and None not in _choices(want)
        right = want is not None and got is not None and equal(column, want, got)
        result.right += right
        result.wanted += needed or right
        result.said += got is not None
        if not right and (needed or got is not None):
            result.differences.append((table, column, want, got))
    return result


def _pairs(gold: list[Row], said: list[Row], columns: list[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of gold and said rows, the likest first."""
    found = sorted((-likeness(g, s, columns), i, j) for i, g in enumerate(gold) for j, s in enumerate(said))
    taken_gold: set[int] = set()
    taken_said: set[int] = set()
    for value, i, j in found:
        if -value >= PAIRED and i not in taken_gold and j not in taken_said:
            taken_gold.add(i)
            taken_said.add(j)
            yield i, j


def likeness(gold: Row, said: Row, columns: Iterable[str]) -> float:
    """Return how alike two rows are, 0 to 1: equal cells count whole, near prose in part, keys double."""
    got = weight = 0.0
    for column in columns:
        a, b = gold.get(column), said.get(column)
        if a is None and b is None:
            continue
        share = 2.0 if column in KEYS else 1.0
        weight += share
        if a is None or b is None:
            continue
        if equal(column, a, b):
            got += share
        elif column in PROSE:
            near = max((_near(choice, b) for choice in _choices(a) if choice is not None), default=0.0)
            got += share * near * 0.9 if near > 0.5 else 0.0
    return got / weight if weight else 0.0


def equal(column: str, gold: Any, said: Any) -> bool:
    """Return whether a said value is the gold value, or one of them."""
    if isinstance(gold, list):
        return any(equal(column, choice, said) for choice in gold)
    if gold is None or said is None or isinstance(gold, bool):
        return bool(gold == said)
    if isinstance(gold, int | float):
        try:
            return abs(float(gold) - float(str(said).replace(",", "."))) < 1e-6
        except ValueError:
            return False
    wanted = re.sub(r"\s*⟦[^⟧]*⟧\s*", " ", str(gold))
    return fold(wanted) == fold(said) or (column in PROSE and _near(wanted, said) >= ALIKE)


def _near(gold: Any, said: Any) -> float:
    return float(Levenshtein.normalized_similarity(fold(gold), fold(said)))


def _choices(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def fold(value: Any) -> str:
    """Return a value without the differences that do not count: case, spaces, kinds of dash and quote, end stops."""
    text = unicodedata.normalize("NFC", str(value)).lower()
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    text = re.sub(r"[\"'«»“”„‟‘’‚`´]", "", text)
    text = re.sub(r"\s*([-/.,:;()])\s*", r"\1", text)
    return re.sub(r"\s+", " ", text).strip(" .;:,")
