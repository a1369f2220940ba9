"""Faults to plant in a sound reading: what is changed, and by what name a finding should tell of it."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

Row = dict[str, Any]
Tables = dict[str, list[Row]]
Plant = Callable[[Tables, Random], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """`plant` changes the tables in place and says whether it could; `words` stand in the names of fitting rules."""

    name: str
    plant: Plant
    words: tuple[str, ...]
    tables: tuple[str, ...] = ()


def planted(fault: Fault, tables: Tables, random: Random) -> Tables | None:
    """Return the tables with the fault, or None where they offer no place for it."""
    changed = copy.deepcopy(tables)
    return changed if fault.plant(changed, random) else None


def _some(tables: Tables, name: str, random: Random, keep: Callable[[Row], bool] = lambda row: True) -> Row | None:
    rows = [row for row in tables.get(name, []) if keep(row)]
    return random.choice(rows) if rows else None


def _shift(table: str, column: str, by: float) -> Plant:
    """Return a fault that adds `by` to one number of a column."""

    def plant(tables: Tables, random: Random) -> bool:
        row = _some(tables, table, random, lambda r: r.get(column) is not None and r.get("activity") != "total")
        if row is not None:
            row[column] += by
        return row is not None

    return plant


def _workload(tables: Tables, random: Random) -> bool:
    row = _some(tables, "workloads", random, lambda r: r["activity"] == "self_study")
    if row is None or not any(course.get("credits") for course in tables.get("courses", [])):
        return False
    row["hours"] += 17
    tables["workloads"] = [r for r in tables["workloads"] if r["activity"] != "total"]
    return True


def _coded(tables: Tables) -> list[Row]:
    rows = [row for row in tables.get("outcomes", []) if row.get("code")]
    return [row for row in rows if row["kind"] == rows[0]["kind"]] if rows else []


def _code_gap(tables: Tables, random: Random) -> bool:
    rows = _coded(tables)
    if len(rows) < 3 or tables.get("outcome_links"):
        return False
    gone = random.choice(rows[1:-1])
    tables["outcomes"] = [row for row in tables["outcomes"] if row is not gone]
    return True


def _duplicate_code(tables: Tables, random: Random) -> bool:
    rows = _coded(tables)
    if len(rows) >= 2:
        rows[1]["code"] = rows[0]["code"]
    return len(rows) >= 2


def _look_alike(tables: Tables, random: Random) -> bool:
    rows = [row for row in _coded(tables) if row["code"].isascii() and "O" in row["code"]]
    if rows:
        rows[-1]["code"] = rows[-1]["code"].replace("O", "О")  # Cyrillic
    return bool(rows)


def _date(column: str, value: str, table: str = "citations") -> Plant:
    def plant(tables: Tables, random: Random) -> bool:
        row = _some(tables, table, random, lambda r: r.get(column) and r.get("relation", "basis") == "basis")
        if row is not None:
            row[column] = value
        return row is not None

    return plant


def _basis_after(tables: Tables, random: Random) -> bool:
    dated = tables["documents"][0].get("issued_on")
    row = _some(tables, "citations", random, lambda r: r.get("issued_on") and r.get("relation") == "basis")
    if row is None or not dated or len(dated) < 10:
        return False
    row["issued_on"] = f"{int(dated[:4]) + 1}{dated[4:]}"
    return True


def _effect_before(tables: Tables, random: Random) -> bool:
    document = tables["documents"][0]
    if not document.get("effective_from"):
        return False
    document["effective_from"] = f"{int(document['issued_on'][:4]) - 1}-03-01"
    return True


def _provision_gap(tables: Tables, random: Random) -> bool:
    """Take away one provision that has neighbours under the same parent, and what stands under it."""
    rows = tables.get("provisions", [])
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row.get("parent")), []).append(row)
    inner = [
        row for group in groups.values() for row in group[1:-1] if row.get("number") and "Chương" not in row["number"]
    ]
    if not inner:
        return False
    gone = random.choice(inner)
    under = str(gone["number"]) + "."
    tables["provisions"] = [r for r in rows if r is not gone and not str(r.get("number", "")).startswith(under)]
    return True


def _loose_link(tables: Tables, random: Random) -> bool:
    row = _some(tables, "outcome_links", random)
    if row is not None:
        row["target_code"] = "PLO17"
    return row is not None


def _orphan_indicator(tables: Tables, random: Random) -> bool:
    row = _some(tables, "outcomes", random, lambda r: r.get("kind") == "indicator")
    if row is None:
        return False
    tables["outcome_links"] = [link for link in tables["outcome_links"] if link["source_code"] != row["code"]]
    return True


def _unlisted_source(tables: Tables, random: Random) -> bool:
    row = _some(tables, "topics", random, lambda r: r.get("sources"))
    if row is not None and tables.get("bibliography"):
        row["sources"] = "1, 14"
    return row is not None and bool(tables.get("bibliography"))


def _credits(tables: Tables, random: Random) -> bool:
    if not any(row.get("total_credits") for row in tables.get("programmes", [])) or len(tables.get("courses", [])) < 3:
        return False
    random.choice(tables["courses"])["credits"] += 2
    return True


def _grade_overlap(tables: Tables, random: Random) -> bool:
    rows = [row for row in tables.get("grades", []) if row.get("max_percent") is not None]
    if len(rows) > 2:
        rows[1]["max_percent"] += 7
    return len(rows) > 2


FAULTS = (
    Fault("topic hours", _shift("topics", "hours", 2), ("hours", "sum"), ("topics", "workloads")),
    Fault("workload and credits", _workload, ("workload", "credit", "hours"), ("workloads", "courses")),
    Fault("weights", _shift("assessments", "weight_percent", 5), ("weight", "sum"), ("assessments",)),
    Fault("scores", _shift("assessments", "max_score", 5), ("score", "sum"), ("assessments", "assessment_periods")),
    Fault("programme credits", _credits, ("credit",), ("courses", "programmes")),
    Fault("outcome code gap", _code_gap, ("missing", "gap", "code"), ("outcomes",)),
    Fault("outcome code twice", _duplicate_code, ("duplicate",), ("outcomes",)),
    Fault("look-alike letter", _look_alike, ("look_alike", "script", "homoglyph"), ("outcomes",)),
    Fault("impossible date", _date("issued_on", "2019-02-30"), ("date",), ("citations",)),
    Fault("basis after document", _basis_after, ("date", "basis", "after"), ("citations", "documents")),
    Fault("effect before document", _effect_before, ("effect", "date"), ("documents",)),
    Fault("date to come", _date("issued_on", "2098-05-04", "documents"), ("date", "future"), ("documents",)),
    Fault("provision gap", _provision_gap, ("gap", "numbering", "missing"), ("provisions",)),
    Fault("loose link", _loose_link, ("link", "unknown", "outcome"), ("outcome_links",)),
    Fault("orphan indicator", _orphan_indicator, ("indicator", "orphan", "link"), ("outcomes",)),
    Fault("source not listed", _unlisted_source, ("source",), ("topics", "bibliography")),
    Fault("grades overlap", _grade_overlap, ("grade", "overlap"), ("grades",)),
)
