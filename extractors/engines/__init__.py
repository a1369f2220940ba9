"""OCR engines: an image to a page of words with boxes and confidences.

An engine holds no settings but its bounds and writes no files that outlive the call. A new one is a file here with a
class that fits `Engine`, and a row in `ENGINES`. Two of them together are named with a plus: `tesseract+rapid`.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from models.errors import EnvironmentLacks
from models.page import Page

Image = Any
"""A numpy array of bytes: height x width (grey) or height x width x 3 (RGB)."""
ENGINES = {"tesseract": "Tesseract", "rapid": "Rapid"}
"""Module here to the class in it."""


class EngineFailed(Exception):
    """The engine gave no answer for this image: it crashed, ran out of time or of memory."""


class Engine(Protocol):
    """The seam: what the reading of paper asks of an engine."""

    def read(self, image: Image, languages: str, dpi: int) -> Page:
        """Return the words of an image, one line per printed line, boxes in points; EngineFailed where it cannot."""

    def read_lines(self, images: Sequence[Image], languages: str, dpi: int) -> list[Page]:
        """Return a page per image, each of which holds one printed line."""


@cache
def engine_named(name: str, *, seconds: float = 120.0, memory: int = 2 * 1024**3) -> Engine:
    """Return the engine of that name, bounded per call in wall time and bytes; EnvironmentLacks where there is none."""
    if "+" in name:
        first, second = (engine_named(part, seconds=seconds, memory=memory) for part in name.split("+", 1))
        pair: Engine = import_module(f"{__name__}.pair").Pair(first, second)
        return pair
    if name not in ENGINES:
        raise EnvironmentLacks(f"no OCR engine {name!r}", advice=f"one of: {', '.join(ENGINES)}")
    engine: Engine = getattr(import_module(f"{__name__}.{name}"), ENGINES[name])(seconds, memory)
    return engine
