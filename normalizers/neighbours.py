"""Neighbours in a row that belong together, and values that are near each other."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def runs(items: Iterable[Item], goes_on: Callable[[list[Item], Item], bool]) -> list[list[Item]]:
    """Return the items in runs; `goes_on` says of a run and the item behind it whether that belongs to it, too."""
    found: list[list[Item]] = []
    for item in items:
        if found and goes_on(found[-1], item):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def near(values: Iterable[float], tolerance: float) -> list[list[float]]:
    """Return values in order, in runs of those within the tolerance of their neighbour."""
    return runs(sorted(values), lambda run, value: value - run[-1] <= tolerance)
