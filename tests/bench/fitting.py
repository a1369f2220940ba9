"""Fits a scorecard to judged values: logistic regression whose points shrink towards nothing, steps that never fall."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from extractors.calibrating import Observed, Scorecard, keys
from extractors.calibrating.bands import BANDS, FALLING
from normalizers.knowledge import read_table

SHRINK = {"all": 0.01, "table": 3.0, "column": 3.0, "rule": 6.0, "material": 0.1}
"""Ridge on squared points: what a few values say of a column moves its points little; other features have `STEP`."""
STEP = 2.0
TEMPERED = {"unseen": 2.0, "lettering": 0.5, "contested": 0.5}
"""Ridge on what is fitted afterwards, to documents that were never seen."""
UNCHANGED = 0.94
"""Up to here a probability is said as it is; the next ones keep their order and stay below 0.95."""

Key = tuple[str, str]
Sample = tuple[Observed, bool, str]
"""What was known, whether right, and what material the value is of."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Points by key (those of the material too), and how many values each rests on and how many of them were right."""

    points: dict[Key, float]
    counts: dict[Key, tuple[float, float]]


def fit(samples: Sequence[Sample], weights: Sequence[float] | None = None) -> Fitted:
    """Return the points that make the samples likeliest, shrunk; a step that would fall is levelled."""
    told = [
        [*(key for key in keys(seen) if key[0] not in TEMPERED), ("material", material)]
        for seen, _, material in samples
    ]
    return _fit(told, [ok for _, ok, _ in samples], weights)


def temper(card: Scorecard, samples: Sequence[tuple[Observed, bool, float]]) -> Fitted:
    """Return the points that bring a scorecard nearest to values of documents never seen: known, right, how many."""
    told = [[key for key in keys(seen) if key[0] in TEMPERED] for seen, _, _ in samples]
    known = [sum(card.points.get(key, 0.0) for key in keys(seen) if key[0] not in TEMPERED) for seen, _, _ in samples]
    return _fit(told, [ok for _, ok, _ in samples], [mass for *_, mass in samples], known)


def _fit(
    told: list[list[Key]],
    outcomes: Sequence[bool],
    weights: Sequence[float] | None,
    known: Sequence[float] | None = None,
) -> Fitted:
    """Return the points of the rows that are told of each sample, above the log odds that are known of it."""
    right = np.array([float(ok) for ok in outcomes])
    mass = np.ones(len(told)) if weights is None else np.array(weights, dtype=float)
    offset = np.zeros(len(told)) if known is None else np.array(known, dtype=float)
    places = {key: at for at, key in enumerate(sorted({key for row in told for key in row}))}
    matrix = np.zeros((len(told), len(places)), dtype=np.float32)
    for at, row in enumerate(told):
        matrix[at, [places[key] for key in row]] = 1.0
    ridge = np.array([{**SHRINK, **TEMPERED}.get(feature, STEP) for feature, _ in places])
    sign = np.array([0 if f not in BANDS else (-1 if f in FALLING else 1) for f, _ in places])
    held = np.zeros(len(places), dtype=bool)
    while True:
        points = _newton(matrix, right, mass, np.where(held, 1e9, ridge), offset)
        wrong = (sign * points < -1e-6) & ~held
        if not wrong.any():
            break
        held |= wrong
    points[held] = 0.0
    seen, good = matrix.T @ mass, matrix.T @ (mass * right)
    return Fitted(
        {key: float(points[at]) for key, at in places.items()},
        {key: (float(seen[at]), float(good[at])) for key, at in places.items()},
    )


def _newton(
    matrix: np.ndarray, right: np.ndarray, mass: np.ndarray, ridge: np.ndarray, offset: np.ndarray
) -> np.ndarray:
    """Return the maximum of the penalised likelihood; steps are halved until it rises."""

    def loss(points: np.ndarray) -> float:
        odds = matrix @ points + offset
        return float(mass @ (np.logaddexp(0, odds) - right * odds) + 0.5 * ridge @ points**2)

    points = np.zeros(matrix.shape[1])
    last = loss(points)
    for _ in range(40):
        chance = 1.0 / (1.0 + np.exp(-(matrix @ points + offset)))
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


def scorecard(fitted: Fitted, sure_from: float = 0.95) -> Scorecard:
    """Return the scorecard of fitted points; no material is told.

    A probability below `sure_from` is said below 0.95; from there on the scale is stretched to its end.
    """
    return Scorecard({key: value for key, value in fitted.points.items() if key[0] != "material"}, knots(sure_from))


def knots(sure_from: float) -> tuple[tuple[float, float], ...]:
    """Return the scale on which `sure_from` is said as 0.95."""
    between = ((UNCHANGED, UNCHANGED), (sure_from, 0.95)) if sure_from > 0.95 else ()
    return ((0.0, 0.0), *between, (1.0, 1.0))


def tempered(card: Scorecard, added: Fitted) -> Scorecard:
    """Return a scorecard with the points that `temper` found for it, in place of those it had."""
    kept = {key: value for key, value in card.points.items() if key[0] not in TEMPERED}
    return Scorecard({**kept, **added.points}, card.knots)


def write(card: Scorecard, counts: Mapping[Key, tuple[float, float]], path: Path) -> None:
    """Write a scorecard as TSV, with how many values each row rests on and how many of them were right."""
    lines = [
        "# Points in log odds. Written by `python -m tests.bench.calibration --fit`, those of unseen documents and of"
        " lettering by `--temper` too; see README.md.",
        "feature\tkey\tpoints\tseen\tright",
    ]
    for key, points in sorted(card.points.items()):
        seen, right = counts.get(key, (0, 0))
        lines.append(f"{key[0]}\t{key[1]}\t{points:.3f}\t{seen:.0f}\t{right:.0f}")
    lines += [f"knot\t{x:g}\t{y:g}\t\t" for x, y in card.knots]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    read_table.cache_clear()  # the card of before is read no more


def counted(path: Path) -> dict[Key, tuple[float, float]]:
    """Return how many values each row of a scorecard that was written rests on, and how many of them were right."""
    rows = read_table(path, ("feature", "key", "points"))
    told = [row for row in rows if row["feature"] != "knot"]
    return {(row["feature"], row["key"]): (float(row["seen"]), float(row["right"])) for row in told}


def expected_error(said: Sequence[float], right: Sequence[bool], bands: int = 10) -> float:
    """Return the expected calibration error: the mean distance of confidence and truth over bands of one width."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for chance, ok in zip(said, right, strict=True):
        groups.setdefault(min(bands - 1, math.floor(chance * bands)), []).append((chance, ok))
    gaps = [abs(sum(c - ok for c, ok in group)) for group in groups.values()]
    return sum(gaps) / max(len(said), 1)
