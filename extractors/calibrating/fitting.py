"""Fits a scorecard to judged values: logistic regression whose points shrink towards nothing, steps that never fall."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from extractors.calibrating import Observed, Scorecard, keys
from extractors.calibrating.bands import BANDS, FALLING

SHRINK = {"all": 0.01, "table": 3.0, "column": 3.0, "rule": 6.0, "material": 0.1}
"""Ridge on squared points: what a few values say of a column moves its points little; other features have `STEP`."""
STEP = 2.0

Key = tuple[str, str]
Sample = tuple[Observed, bool, str]
"""What was known, whether right, and what material the value is of."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Points by key (those of the material too), and how many values each key has seen and how many were right."""

    points: dict[Key, float]
    seen: Counter[Key]
    right: Counter[Key]


def fit(samples: Sequence[Sample], weights: Sequence[float] | None = None) -> Fitted:
    """Return the points that make the samples likeliest, shrunk; a step that would fall is levelled."""
    told = [[*keys(seen), ("material", material)] for seen, _, material in samples]
    right = np.array([float(ok) for _, ok, _ in samples])
    mass = np.ones(len(samples)) if weights is None else np.array(weights, dtype=float)
    places = {key: at for at, key in enumerate(sorted({key for row in told for key in row}))}
    matrix = np.zeros((len(samples), len(places)), dtype=np.float32)
    for at, row in enumerate(told):
        matrix[at, [places[key] for key in row]] = 1.0
    ridge = np.array([SHRINK.get(feature, STEP) for feature, _ in places])
    sign = np.array([0 if f not in BANDS else (-1 if f in FALLING else 1) for f, _ in places])
    held = np.zeros(len(places), dtype=bool)
    while True:
        points = _newton(matrix, right, mass, np.where(held, 1e9, ridge))
        wrong = (sign * points < -1e-6) & ~held
        if not wrong.any():
            break
        held |= wrong
    points[held] = 0.0
    seen, good = Counter(k for row in told for k in row), Counter(k for row, ok in zip(told, right, strict=True) if ok
                                                                  for k in row)  # fmt: skip
    return Fitted({key: float(points[at]) for key, at in places.items()}, seen, good)


def _newton(matrix: np.ndarray, right: np.ndarray, mass: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """Return the maximum of the penalised likelihood; steps are halved until it rises."""

    def loss(points: np.ndarray) -> float:
        odds = matrix @ points
        return float(mass @ (np.logaddexp(0, odds) - right * odds) + 0.5 * ridge @ points**2)

    points = np.zeros(matrix.shape[1])
    last = loss(points)
    for _ in range(40):
        chance = 1.0 / (1.0 + np.exp(-(matrix @ points)))
        slope = matrix.T @ (mass * (chance - right)) + ridge * points
        bend = (matrix * (mass * chance * (1 - chance))[:, None]).T @ matrix + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        while loss(points - step) > last and np.abs(step).max() > 1e-7:
            step = step / 2
        points = points - step
        now = loss(points)
        if last - now < 1e-6 * abs(last):
            return points
        last = now
    return points


def scorecard(
    fitted: Fitted, discount: float, sure_from: float = 0.95, apart: Mapping[str, float] | None = None
) -> Scorecard:
    """Return the scorecard for documents never seen: `discount` (log odds) is taken off, no material is told.

    `apart` has what is taken off besides for single columns, which were found too sure on documents never seen.
    A probability below `sure_from` is said below 0.95; from there on the scale is stretched to its end.
    """
    points = {key: value for key, value in fitted.points.items() if key[0] != "material"}
    points["all", "*"] = points.get(("all", "*"), 0.0) - discount
    for column, less in (apart or {}).items():
        points["column", column] = points.get(("column", column), 0.0) - less
    knots = ((0.0, 0.0), (0.9, 0.9), (sure_from, 0.95), (1.0, 1.0)) if sure_from > 0.95 else ((0.0, 0.0), (1.0, 1.0))
    return Scorecard(points, knots)


def write(card: Scorecard, fitted: Fitted, path: Path) -> None:
    """Write a scorecard as TSV, with how many values each row rests on."""
    lines = [
        "# Points in log odds. Written by `python -m tests.bench.calibration --fit`; see README.md.",
        "feature\tkey\tpoints\tseen\tright",
    ]
    for key, points in sorted(card.points.items()):
        lines.append(f"{key[0]}\t{key[1]}\t{points:.3f}\t{fitted.seen[key]}\t{fitted.right[key]}")
    lines += [f"knot\t{x:g}\t{y:g}\t\t" for x, y in card.knots]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def expected_error(said: Sequence[float], right: Sequence[bool], bands: int = 10) -> float:
    """Return the expected calibration error: the mean distance of confidence and truth over bands of one width."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for chance, ok in zip(said, right, strict=True):
        groups.setdefault(min(bands - 1, math.floor(chance * bands)), []).append((chance, ok))
    gaps = [abs(sum(c - ok for c, ok in group)) for group in groups.values()]
    return sum(gaps) / max(len(said), 1)
