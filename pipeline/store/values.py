"""Values as every database takes them, and the time as the store writes it."""

import json
import math
from datetime import UTC, datetime
from typing import Any

Place = tuple[str, str, str, str]
"""Document id, table, row key, column."""


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def storable(value: Any) -> Any:
    """Return the value as every database takes it: no NUL, no lone surrogate, no figure that is not a number."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    return value
