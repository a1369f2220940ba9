"""What nightly imports leave behind, a line each in `nightly.jsonl`, and the alarms when a figure leaves its band."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import func, select

from pipeline.accounting import Account
from pipeline.store.opening import Store
from pipeline.store.schema import EVIDENCE, READINGS

LEDGER = "nightly.jsonl"
_LOOKED_BACK = 10
"""Nights that a figure is measured by."""
_ENOUGH = 3
"""Nights without which nothing is usual."""
_FEW_FILES = 5
_LESS_SURE = 0.05
_MORE_UNREAD = 0.1
_FREE_BYTES = 1 << 30

Alarm = dict[str, Any]
"""`says` is the key of its sentence, the others are the values in it."""


@dataclass(frozen=True, slots=True)
class Night:
    """One nightly import: when it began by the local clock, how it ended, its figures, and its alarms."""

    began: str
    run_id: str
    state: str
    counts: dict[str, int]
    confidence: float | None = None
    alarms: list[Alarm] = field(default_factory=list)


def nights(out: Path) -> list[Night]:
    """Return the nights that are written down in a folder, the oldest first; a line cut short by a crash is none."""
    found = []
    try:
        lines = (out / LEDGER).read_text("utf-8").splitlines()
    except OSError:
        return []
    for line in lines:
        try:
            found.append(Night(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return found


def write_down(store: Store, out: Path, account: Account, began: datetime) -> Night:
    """Add an import to those of a folder, with the alarms that it gives rise to; return it."""
    counts, before = account.counts(), nights(out)
    known = Night(f"{began:%Y-%m-%d %H:%M}", account.run_id, account.state, counts, _confidence(store, account.run_id))
    raised = alarms(known, [night for night in before if night.state == "finished"], free=shutil.disk_usage(out).free)
    night = Night(**(asdict(known) | {"alarms": raised}))
    with (out / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write(json.dumps(asdict(night), ensure_ascii=False) + "\n")
    return night


def alarms(night: Night, before: Sequence[Night], *, free: int = _FREE_BYTES) -> list[Alarm]:
    """Return what is out of the ordinary in a night, measured by those before it; `free` are bytes of the disk."""
    counts, told = night.counts, []
    if counts["failed"]:
        told.append({"says": "alarm_failed", "files": counts["failed"]})
    if free < _FREE_BYTES:
        told.append({"says": "alarm_room", "megabytes": free >> 20})
    before = before[-_LOOKED_BACK:]
    if len(before) < _ENOUGH or night.state != "finished":
        return told
    usual = median(each.counts["found"] for each in before)
    if usual >= _FEW_FILES and counts["found"] < usual / 2:
        told.append({"says": "alarm_gone", "files": counts["found"], "usual": round(usual)})
    if not counts["loaded"] and all(each.counts["loaded"] for each in before):
        told.append({"says": "alarm_nothing_new", "nights": len(before)})
    unread, seldom = _unread(counts), median(_unread(each.counts) for each in before)
    if counts["quarantined"] + counts["failed"] >= _FEW_FILES and unread > seldom + _MORE_UNREAD:
        told.append({"says": "alarm_unread", "percent": round(100 * unread), "usual": round(100 * seldom)})
    sure = [each.confidence for each in before if each.confidence is not None]
    known = sure and night.confidence is not None and counts["loaded"] >= _FEW_FILES
    if known and (night.confidence or 0) < median(sure) - _LESS_SURE:
        told.append({"says": "alarm_confidence", "sure": night.confidence, "usual": round(median(sure), 3)})
    return told


def _unread(counts: dict[str, int]) -> float:
    return (counts["quarantined"] + counts["failed"]) / max(1, counts["found"])


def _confidence(store: Store, run_id: str) -> float | None:
    """Return the mean confidence of the values that a run loaded."""
    query = select(func.avg(EVIDENCE.c.confidence)).join(READINGS, READINGS.c.document_id == EVIDENCE.c.document_id)
    with store.reading() as connection:
        mean = connection.scalar(query.where(READINGS.c.run_id == run_id))
    return None if mean is None else round(float(mean), 3)
