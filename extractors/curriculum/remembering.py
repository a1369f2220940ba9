"""What was worked out for a text is remembered while the tables of its document are made."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")
MOST = 96
"""Texts remembered per thread: a bundle of syllabi is as many texts as it binds courses."""


class Remembered(Generic[Made]):
    """A value for each of the last objects, known by identity; every thread has its own."""

    def __init__(self) -> None:
        self._local = threading.local()

    def get(self, owner: object, make: Callable[[], Made]) -> Made:
        """Return the value for an object, made on the first call."""
        kept: OrderedDict[int, tuple[object, Made]] = self._local.__dict__.setdefault("kept", OrderedDict())
        known = kept.get(id(owner))
        if known is None or known[0] is not owner:
            known = (owner, make())
            kept[id(owner)] = known
            while len(kept) > MOST:
                kept.popitem(last=False)
        return known[1]
