"""A document before it is printed: blocks with what they say and the gold rows that they hold.

A source file (YAML, see `sources/`) is a list of blocks. What is printed and what must be read from it stand side by
side, so that the gold tables are true by construction:

- `pair: {left, right}`      the two-column head of a Vietnamese document, lines on each side
- `center` / `right` / `para`  printed lines; `style` is `bold`, `italic` or `plain`
- `provision: {number, label, heading, text, under, inline, points}`  a numbered provision and its row
- `table: {header, rows, gold}`  a table; `gold` says which column of which normalized table a column holds
- `blank: n`                 room of n lines (a signature); `break: page`
- `list: n` beside a provision: its text may or may not hold the next n blocks (a list that other tables hold)
- any block may carry `rows: {table: [row, ...]}`, gold rows in the order of reading
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, Any]
Gold = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: `align` is `left`, `center`, `right` or `justify`; `lead` is printed bold before the text."""

    text: str
    align: str = "justify"
    style: str = "plain"
    lead: str = ""
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns of lines side by side; a line that starts with `*` is bold, with `_` italic, an empty one is room.

    `align` is `center`, or `tail` for a distribution list (left) beside a signature.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    align: str = "center"


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: rows of equally many cells; `wide` rows (one cell over all columns) are given by index.

    `rules` is `full`, `half` (horizontal lines only) or `none`; `widths` are shares of the text width.
    """

    rows: tuple[tuple[str, ...], ...]
    heads: int = 1
    wide: frozenset[int] = frozenset()
    widths: tuple[float, ...] = ()
    rules: str = "full"


@dataclass(frozen=True, slots=True)
class Blank:
    """Room of so many lines; `page` starts a new page."""

    lines: int = 1
    page: bool = False


Block = Para | Pair | Ruled | Blank


@dataclass(frozen=True)
class Sheet:
    """A document ready to be printed, with its gold tables.

    `header` and `footer` are lines on every page; `{page}` and `{pages}` in them are numbers.
    """

    stem: str
    language: str
    blocks: tuple[Block, ...]
    gold: Gold
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    font: str = "Liberation Serif"
    size: float = 12.0
    settings: dict[str, Any] = field(default_factory=dict)


def read_sheet(path: Path) -> Sheet:
    """Return the sheet of a YAML source; its stem is the file's."""
    return build(yaml.safe_load(path.read_text("utf-8")), path.stem)


def build(source: dict[str, Any], stem: str) -> Sheet:
    """Return the sheet of a source; gold rows come in the order of the blocks, after those given on top."""
    gold: Gold = {table: [dict(row) for row in rows] for table, rows in source.get("gold", {}).items()}
    blocks: list[Block] = []
    for place, entry in enumerate(source["blocks"]):
        blocks += _printed(entry, gold)
        if "list" in entry:
            _with_list(gold["provisions"][-1], source["blocks"][place + 1 : place + 1 + entry["list"]])
        _add(gold, entry.get("rows", {}))
    for table, rows in gold.items():
        if table not in ("documents", "findings", "outcome_links", "grades", "course_relations", "workloads"):
            _number(table, rows)
    return Sheet(
        stem,
        source["language"],
        tuple(blocks),
        gold,
        tuple(source.get("header", ())),
        tuple(source.get("footer", ())),
        source.get("font", "Liberation Serif"),
        float(source.get("size", 12)),
        dict(source.get("settings", {})),
    )


def _with_list(row: Row, entries: list[dict[str, Any]]) -> None:
    """Allow the text of a provision with and without the list (terms, outcomes, sources) that follows it."""
    parts = [block.text for entry in entries for block in _printed(entry, {}) if isinstance(block, Para)]
    alone = row.get("text")
    row["text"] = [alone, " ".join([*([alone] if alone else []), *parts])]


def _number(table: str, rows: list[Row]) -> None:
    """Give rows their ordinal; topics count within their activity."""
    counts: dict[Any, int] = {}
    for row in rows:
        group = row.get("activity") if table == "topics" else None
        counts[group] = counts.get(group, 0) + 1
        row["ordinal"] = counts[group]


def _add(gold: Gold, rows: dict[str, Any]) -> None:
    for table, given in rows.items():
        gold.setdefault(table, []).extend(dict(row) for row in (given if isinstance(given, list) else [given]))


def _printed(entry: dict[str, Any], gold: Gold) -> Iterator[Block]:
    style = entry.get("style", "plain")
    if "pair" in entry:
        pair = entry["pair"]
        yield Pair(tuple(pair["left"]), tuple(pair["right"]), entry.get("align", "center"))
    elif "provision" in entry:
        yield from _provision(entry["provision"], gold)
    elif "table" in entry:
        yield _table(entry["table"], gold)
    elif "blank" in entry:
        yield Blank(int(entry["blank"]))
    elif "break" in entry:
        yield Blank(page=True)
    for align, default in (("center", "center"), ("right", "right"), ("para", "justify"), ("left", "left")):
        if align in entry:
            lines = entry[align]
            for line in [lines] if isinstance(lines, str) else lines:
                yield Para(str(line), default, style, entry.get("lead", ""), entry.get("indent", align == "para"))


def _provision(entry: dict[str, Any], gold: Gold) -> Iterator[Block]:
    """Print a provision and add its row: `label` bold, then the heading (bold, or `inline` before the text)."""
    texts = entry.get("text", [])
    texts = [texts] if isinstance(texts, str) else list(texts)
    number, label, heading = entry.get("number"), str(entry.get("label", "")), entry.get("heading")
    row: Row = {"number": number, "parent": entry.get("under"), "heading": heading, "text": " ".join(texts) or None}
    row |= entry.get("row", {})
    if not entry.get("unlisted"):
        _add(gold, {"provisions": {key: value for key, value in row.items() if value is not None}})
    if heading and entry.get("inline") and texts:
        yield Para(f"{label} {heading}{entry.get('mark', ':')} {texts[0]}".strip(), indent=True)
        texts = texts[1:]
    elif heading:
        yield Para(f"{label} {heading}".strip(), entry.get("align", "left"), entry.get("style", "bold"))
    elif texts:
        yield (
            Para(texts[0], lead=label if entry.get("bold") else "", indent=True)
            if entry.get("bold")
            else Para(f"{label} {texts[0]}".strip(), indent=True)
        )
        texts = texts[1:]
    for text in texts:
        yield Para(text, indent=True)
    for point in entry.get("points", []):
        child = {"under": number, **point}
        yield from _provision(child, gold)


def _table(entry: dict[str, Any], gold: Gold) -> Ruled:
    """Return the table and add the gold rows of its columns; `{wide, set}` rows change what holds from there on."""
    header = entry.get("header", [])
    heads = [header] if header and not isinstance(header[0], list) else header
    rows = [tuple(str(cell) for cell in row) for row in heads]
    columns = max(len(row) for row in [*heads, *(r for r in entry["rows"] if isinstance(r, list))])
    plan = entry.get("gold", [])
    plans = plan if isinstance(plan, list) else [plan]
    state: Row = {}
    wide: set[int] = set()
    for row in entry["rows"]:
        if isinstance(row, dict) and "wide" in row:
            wide.add(len(rows))
            rows.append((str(row["wide"]), *[""] * (columns - 1)))
            state |= row.get("set", {})
            continue
        cells = row["total"] if isinstance(row, dict) else row
        rows.append(tuple("" if cell is None else str(cell) for cell in cells))
        if isinstance(row, list):
            for one in plans:
                _add(gold, {one["table"]: _row(one, cells, state)})
    widths = tuple(float(width) for width in entry.get("widths", []))
    return Ruled(tuple(rows), len(heads), frozenset(wide), widths, entry.get("rules", "full"))


def _row(plan: dict[str, Any], cells: list[Any], state: Row) -> list[Row]:
    """Return the gold row of a printed row: columns by place, `fixed` values, the state of the last wide row."""
    row: Row = dict(plan.get("fixed", {})) | {k: v for k, v in state.items() if k in plan.get("state", state)}
    carried = state.setdefault("_carried", {})
    for place, name in enumerate(plan["columns"]):
        cell = cells[place]
        if name and cell in (None, "") and name in plan.get("carry", ()):
            cell = carried.get(name)
        if not name or cell in (None, ""):
            continue
        carried[name] = cell
        row |= _values(name, cell)
    row.pop("_carried", None)
    return [row] if any(name in row for name in plan["columns"] if name) else []


def _values(name: str, cell: Any) -> Row:
    """Return the columns of a printed cell: `percent_range` holds two, numbers are numbers, days are ISO dates."""
    if name == "percent_range":
        low, high = re.split(r"\s*[-–]\s*", str(cell))
        return {"min_percent": float(low), "max_percent": float(high)}
    if name.endswith("_on") and isinstance(cell, str):
        return {name: "-".join(part.zfill(2) for part in reversed(re.split(r"[./]", cell)))}
    if name in ("hours", "points", "max_score", "credits", "weight_percent") and isinstance(cell, str):
        return {name: float(cell.replace(",", ".").rstrip("% "))}
    return {name: str(cell) if name in ("sources", "code", "number") else cell}
