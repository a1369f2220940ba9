"""What is asked for a page and what is given: the same words inside one process and between two."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.reading.options import ReadingOptions
from models.page import Page, Source

WHOLE, LOW, LAYER, IMAGE = "whole", "low", "layer", "image"
"""How a page is read: with all there is; at half the resolution; its text layer alone; its image alone."""

Stage = Callable[[str], None]
"""Told the name of what comes next: `parsing`, `drawing` or `reading`. The first two have a time of their own."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A page to be read: `number` from 1; `models` read the pages before it well."""

    source: Source
    number: int
    options: ReadingOptions
    models: str | None = None
    how: str = WHOLE


@dataclass(frozen=True, slots=True)
class Given:
    """A page, and the models that read it well, where it says anything of them."""

    page: Page
    models: str | None = None
