"""Planting: a fault changes what a sheet prints, as a careless author, a torn page or a bad scan would."""

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

Source = dict[str, Any]
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding should point: one of the tables, and one of the row keys where any are given."""

    tables: tuple[str, ...]
    keys: tuple[str, ...] = ()


Plant = Callable[[Source, Random], Place | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """`plant` changes a source in place and says where, or None where it offers no place; `rules` may tell of it."""

    family: str
    name: str
    rules: tuple[str, ...]
    plant: Plant


def planted(fault: Fault, source: Source, random: Random) -> tuple[Source, Place] | None:
    """Return the source with the fault and where it was put, or None where there is no place for it."""
    changed = copy.deepcopy(source)
    place = fault.plant(changed, random)
    return None if place is None or changed == source else (changed, place)


def is_kind(source: Source, *kinds: str) -> bool:
    """Return whether the document is of one of these kinds."""
    return any(row.get("kind") in kinds for row in source.get("gold", {}).get("documents", []))


def tables(source: Source, table: str) -> Iterator[Entry]:
    """Yield the printed tables that hold rows of a normalized table."""
    for block in source["blocks"]:
        if "table" not in block:
            continue
        plan = block["table"].get("gold", [])
        plans = plan if isinstance(plan, list) else [plan]
        if table in block.get("rows", {}) or any(one["table"] == table for one in plans):
            yield block["table"]


def column(table: Entry, name: str) -> int | None:
    """Return the place of a column of a printed table by the gold column that it holds."""
    plan = table.get("gold", [])
    for one in plan if isinstance(plan, list) else [plan]:
        if name in one["columns"]:
            return int(one["columns"].index(name))
    return None


def printed_rows(table: Entry) -> list[list[Any]]:
    """Return the rows of a printed table that are neither heads nor totals."""
    return [row for row in table["rows"] if isinstance(row, list)]


def total_rows(table: Entry) -> list[list[Any]]:
    """Return the rows of totals."""
    return [row["total"] for row in table["rows"] if isinstance(row, dict) and "total" in row]


def add(row: list[Any], place: int, by: int) -> None:
    """Add to a printed number."""
    row[place] = str(int(float(str(row[place]).replace(",", "."))) + by)


def swap(node: Any, old: str, new: str) -> bool:
    """Replace the first match of a pattern in what a block prints; returns whether there was one."""
    keys = list(range(len(node))) if isinstance(node, list) else [k for k in node if k not in _UNPRINTED]
    for key in keys:
        value = node[key]
        if isinstance(value, str):
            changed = re.sub(old, new, value, count=1)
            if changed != value:
                node[key] = changed
                return True
        elif isinstance(value, (list, dict)) and swap(value, old, new):
            return True
    return False


_UNPRINTED = ("rows_gold", "gold", "set", "_row", "style", "align", "number", "under", "widths", "row")


def swap_in(blocks: list[Entry], old: str, new: str) -> bool:
    """Replace the first match of a pattern in what these blocks print; the gold rows beside them stay."""
    for block in blocks:
        rows = block.pop("rows", None)
        done = swap(block, old, new)
        if rows is not None:
            block["rows"] = rows
        if done:
            return True
    return False


def swapped(kinds: tuple[str, ...], old: str, new: str, place: Place) -> Plant:
    """Return a fault that replaces the first match of a pattern in documents of some kinds (of any, if none)."""

    def plant(source: Source, random: Random) -> Place | None:
        fits = not kinds or is_kind(source, *kinds)
        return place if fits and swap_in(source["blocks"], old, new) else None

    return plant
