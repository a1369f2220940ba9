"""What a steward types, brought to the letter of the contract: one form of letters, ISO dates, plain figures."""

import re
import unicodedata
from datetime import date
from typing import Any

from models.tables import Column
from normalizers.values.dates import find_dates
from pipeline.fitting import fit_value

_ISO = re.compile(r"(?P<month>\d{4}-\d\d)(?P<day>-\d\d)?|\d{4}")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+")


def typed_value(column: Column, text: str | None) -> tuple[Any, str | None]:
    """Return what was typed as its column takes it, or None and what is wrong with it.

    Text is NFC and single-spaced: input methods differ. A date may be typed day first, `12/5/2024`. A figure that may
    mean a thousand times as much, `1.000`, is refused.
    """
    words = " ".join(unicodedata.normalize("NFC", text or "").split())
    if column.type == "date" and words:
        return (iso, None) if (iso := _iso(words)) else (None, f"`{words}` is no date")
    if column.type in ("number", "integer"):
        words = words.replace(" ", "")
        if _THOUSANDS.fullmatch(words):
            return None, f"`{words}` can be two figures: write thousands without a point"
    return fit_value(column, words)


def _iso(words: str) -> str | None:
    """Return a date of the calendar, typed as in the contract or as on paper."""
    if printed := _ISO.fullmatch(words):
        day = words if printed["day"] else f"{printed['month'] or f'{words}-01'}-01"
        try:
            return words if date.fromisoformat(day) else None
        except ValueError:
            return None
    found = find_dates(words)
    return found[0][2] if len(found) == 1 and found[0][:2] == (0, len(words)) else None
