"""Values as every database takes them, and the time as the store writes it."""

import json
import math
from datetime import UTC, datetime
from typing import Any

from models.rows import Finding

Place = tuple[str, str, str, str]
"""Document id, table, row key, column."""


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def finding_values(finding: Finding) -> dict[str, Any]:
    """Return a finding as its table has it, without ordinal; `details` is JSON: `says` and the values, by name."""
    details = json.dumps({"says": finding.says} | dict(finding.values), ensure_ascii=False, default=str)
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "table_name": finding.table_name,
        "row_key": finding.row_key,
        "message": finding.message,
        "status": finding.status,
        "details": details if finding.says else None,
    }


def storable(value: Any) -> Any:
    """Return the value as every database takes it: no NUL, no lone surrogate, no figure that is not a number."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    return value
