"""How sure a value is, as a share of right values: what a rule says, weighed by what was measured.

A rule gives its values a confidence by its author's feeling. The scorecard beside this file says what became of such
values on documents with gold: points for the column, for the rule, for its word, for the words that OCR read, for
repair within the value and in the whole document, for its letters, for findings that contest its table. What is added
or taken off because documents were never seen before are points too (`unseen`). Points add up to log odds. See
`README.md` for its figures.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractors.calibrating.bands import BANDS, band
from extractors.calibrating.lettering import sound_share
from models.rows import Finding, Value
from models.text import Text
from normalizers.knowledge import read_table

SCORECARD = Path(__file__).with_name("scorecard.tsv")
CONTESTING = Path(__file__).with_name("contesting.tsv")
LEAST, MOST = 0.01, 0.995


@dataclass(frozen=True, slots=True)
class Observed:
    """What is known of a value before it is judged.

    `said` is the rule's confidence, `words` the mean OCR confidence of its words, `repair` the least confidence of an
    edit inside it (1 where there is none), `layer` the share of the document's words that repair rebuilt, `lettering`
    the share of its own words written in letters of one script, `contested` 1 where a finding speaks against its table;
    0 to 1.
    """

    table: str
    column: str
    rule: str
    said: float
    words: float = 1.0
    repair: float = 1.0
    layer: float = 0.0
    lettering: float = 1.0
    contested: float = 0.0


@dataclass(frozen=True)
class Scorecard:
    """Points in log odds by feature and key; `knots` lead the probability they make to the confidence that is said."""

    points: Mapping[tuple[str, str], float]
    knots: tuple[tuple[float, float], ...] = ((0.0, 0.0), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a whole document: the share of its words that repair rebuilt, 0 to 1, its contested tables."""

    layer: float
    contested: frozenset[str] = frozenset()


def circumstances(text: Text, findings: Iterable[Finding] = ()) -> Circumstances:
    """Return what a text, and the findings of its other checks, tell of all values of a table."""
    rules = {finding.rule for finding in findings}
    rows = read_table(CONTESTING, ("rule", "table", "reason")) if rules else ()
    return Circumstances(rebuilt_share(text), frozenset(row["table"] for row in rows if row["rule"] in rules))


def rebuilt_share(text: Text) -> float:
    """Return the share of a text's words that stand on an edit of the garble engine or a legacy encoding, 0 to 1."""
    rebuilt = sum(max(len(edit.after.split()), 1) for edit in text.edits if edit.kind.startswith(("garble", "legacy")))
    return min(1.0, rebuilt / max(len(text.content.split()), 1))


def observe(text: Text, table: str, column: str, cell: Value, around: Circumstances) -> Observed:
    """Return what is known of a value of a text in its circumstances."""
    words = repair = 1.0
    if cell.span is not None:
        words = text.trace(cell.span).confidence
        repair = min((edit.confidence for edit in text.edits_in(cell.span)), default=1.0)
    return Observed(
        table,
        column,
        cell.extractor,
        cell.confidence,
        words,
        repair,
        around.layer,
        lettering=sound_share(cell.value),
        contested=float(table in around.contested),
    )


def calibrated(seen: Observed, scorecard: Scorecard | None = None) -> float:
    """Return the confidence of a value, more than 0 and less than 1: the share of such values that are right.

    Never falls as `said`, `words` or `repair` rise. A column that the scorecard does not know keeps what its rule said,
    times the confidence of its words.
    """
    card = shipped() if scorecard is None else scorecard
    if ("column", f"{seen.table}.{seen.column}") not in card.points:
        return min(MOST, max(LEAST, seen.said * seen.words))
    odds = sum(card.points.get(key, 0.0) for key in keys(seen))
    return min(MOST, max(LEAST, _between(1.0 / (1.0 + math.exp(-odds)), card.knots)))


def keys(seen: Observed) -> list[tuple[str, str]]:
    """Return the rows of a scorecard that speak of a value; of an ordered feature, one step for each band reached."""
    column = f"{seen.table}.{seen.column}"
    found = [("all", "*"), ("table", seen.table), ("column", column), ("rule", f"{column}/{seen.rule}")]
    found += [("unseen", "*"), ("unseen", column)]
    for feature in BANDS:
        reached = band(feature, getattr(seen, feature))
        found += [(feature, f"{limit:g}") for limit in BANDS[feature][:reached]]
    return found


def _between(value: float, knots: tuple[tuple[float, float], ...]) -> float:
    """Return the value on the line through the knots."""
    at = min(max(bisect_right(knots, value, key=lambda knot: knot[0]), 1), len(knots) - 1)
    (x0, y0), (x1, y1) = knots[at - 1], knots[at]
    return y0 + (y1 - y0) * (value - x0) / (x1 - x0)


@cache
def shipped() -> Scorecard:
    """Return the scorecard that ships; raises KnowledgeError where it is broken, an empty one where it is missing."""
    if not SCORECARD.exists():
        return Scorecard({})
    rows = read_table(SCORECARD, ("feature", "key", "points"))
    points = {(row["feature"], row["key"]): float(row["points"]) for row in rows if row["feature"] != "knot"}
    knots = tuple((float(row["key"]), float(row["points"])) for row in rows if row["feature"] == "knot")
    return Scorecard(points, knots or Scorecard({}).knots)
