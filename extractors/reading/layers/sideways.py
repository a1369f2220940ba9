"""Pages of a PDF whose print lies on its side, as wide tables on upright sheets do: they are read as they are held."""

import copy
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np

from extractors.imaging.placing import UNMOVED, matrix_of, turned_back
from extractors.reading.layers.digital import direction
from extractors.reading.layers.stamped import lay_on
from models.page import Page, Placement

LYING, LEAST = 0.7, 60
"""Share of a page's characters that lie on one side, and their number, from which the page does."""


def lying(page: Any) -> int:
    """Return the clockwise turn of the print of a pdfplumber page: 0, 90 or 270."""
    lay_on(page)
    chars = [char for char in page.chars if str(char.get("text", "")).strip()]
    if all(char.get("upright", True) for char in chars):
        return 0
    turn, count = Counter(map(direction, chars)).most_common(1)[0]
    return 360 - turn if turn and count >= max(LEAST, LYING * len(chars)) else 0


def held_upright(page: Any, turn: int) -> Any:
    """Return a pdfplumber page anew as it is held to be read, its print turned clockwise by so much undone."""
    sheet = copy.copy(page.page_obj)
    sheet.rotate = (int(page.rotation or 0) - turn) % 360
    sheet.attrs = {**sheet.attrs, "Rotate": sheet.rotate}
    return type(page)(page.pdf, sheet, page.page_number)


def laid_back(page: Page, turn: int) -> Page:
    """Return the reading of a page held upright as one of the sheet that a viewer shows, where it lies on its side."""
    lies = page.placement or Placement(page.width or 0.0, page.height or 0.0, UNMOVED)
    width, height = lies.height, lies.width
    whole = turned_back(turn, width, height) @ np.array(lies.matrix).reshape(3, 3)
    return replace(page, rotation=turn, placement=Placement(width, height, matrix_of(whole)))
