"""Bands of the ordered features: the limits that a value reaches, each a step of points that never goes down."""

from bisect import bisect_right

BANDS: dict[str, tuple[float, ...]] = {
    "said": (0.65, 0.75, 0.82, 0.87, 0.91, 0.96),
    "words": (0.5, 0.7, 0.8, 0.88, 0.94, 0.98, 0.9999),
    "repair": (0.6, 0.8, 0.95, 0.999),
    "layer": (0.005, 0.05, 0.3),
    "lettering": (0.7, 0.9999),
    "contested": (1.0,),
}
FALLING = ("layer", "contested")
"""Features a higher value of which makes a value less sure; the others make it surer."""


def band(feature: str, value: float) -> int:
    """Return how many limits of a feature a value reaches."""
    return bisect_right(BANDS[feature], value)
