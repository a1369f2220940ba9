"""What became of values of documents that nobody had seen: counts by what was known of each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

from extractors.calibrating import Observed
from extractors.calibrating.bands import BANDS, band
from normalizers.knowledge import read_table

UNSEEN = Path(__file__).with_name("unseen.tsv")
TOGETHER = 10
"""Values of one column in one document that count in full: they are right or wrong together, so more tell no more."""
COLUMNS = ("table", "column", "rule", *BANDS, "mass", "right")
NOTE = (
    "# Written by `python -m tests.bench.calibration --unseen`; see README.md. Features are the limits that they reach."
)


def summed(judged: Iterable[tuple[Observed, bool, str]]) -> dict[Observed, tuple[float, float]]:
    """Return how many values of each kind there were, and how many right; `judged`: known, right, of what document."""
    judged = list(judged)
    together = Counter((document, seen.table, seen.column) for seen, _, document in judged)
    mass: dict[Observed, float] = {}
    right: dict[Observed, float] = {}
    for seen, ok, document in judged:
        share = min(1.0, TOGETHER / together[document, seen.table, seen.column])
        limits = {feature: _floor(feature, getattr(seen, feature)) for feature in BANDS}
        kind = Observed(seen.table, seen.column, seen.rule, **limits)
        mass[kind] = mass.get(kind, 0.0) + share
        right[kind] = right.get(kind, 0.0) + share * ok
    return {kind: (mass[kind], right[kind]) for kind in sorted(mass, key=astuple)}


def added(kinds: dict[Observed, tuple[float, float]], path: Path = UNSEEN) -> dict[Observed, tuple[float, float]]:
    """Return the counts together with those that a file holds."""
    together = dict(kinds)
    for kind, ok, share in read(path):
        mass, right = together.get(kind, (0.0, 0.0))
        together[kind] = (mass + share, right + share * ok)
    return dict(sorted(together.items(), key=lambda held: astuple(held[0])))


def write(kinds: dict[Observed, tuple[float, float]], path: Path = UNSEEN) -> None:
    """Write what `summed` returned as TSV."""
    lines = [NOTE, "\t".join(COLUMNS)]
    for kind, (mass, right) in kinds.items():
        features = [f"{getattr(kind, feature):g}" for feature in BANDS]
        lines.append("\t".join([kind.table, kind.column, kind.rule, *features, f"{mass:.2f}", f"{right:.2f}"]))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    read_table.cache_clear()  # what was read of the file before is of the past


def read(path: Path = UNSEEN) -> list[tuple[Observed, bool, float]]:
    """Return every kind twice, with how many of its values were right and how many wrong; none without the file.

    Raises KnowledgeError where a row is broken.
    """
    found: list[tuple[Observed, bool, float]] = []
    for row in read_table(path, ("table", "column", *BANDS, "mass", "right")) if path.exists() else ():
        kind = Observed(row["table"], row["column"], row["rule"], **{name: float(row[name]) for name in BANDS})
        mass, right = float(row["mass"]), float(row["right"])
        found += [(kind, ok, share) for ok, share in ((True, right), (False, mass - right)) if share > 0]
    return found


def _floor(feature: str, value: float) -> float:
    """Return the highest limit that a value reaches, 0 where it reaches none."""
    reached = band(feature, value)
    return BANDS[feature][reached - 1] if reached else 0.0
