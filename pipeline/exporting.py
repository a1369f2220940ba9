"""Export: the tables out of the store, as JSON per document, as a CSV, JSON-lines or Parquet file per table, or as one
workbook."""

import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Float, Integer, Table, select

from pipeline.datapackage import PACKAGE, as_data_package
from pipeline.report.wording import called, labels, message, rule
from pipeline.running.run import write_whole
from pipeline.settings import shell_language
from pipeline.spreadsheet import Sheet, write_workbook
from pipeline.store.opening import Store
from pipeline.store.relating import findings_of
from pipeline.store.reviewing import decisions
from pipeline.store.schema import (
    CONTENT,
    DOCUMENTS,
    ENTITIES,
    ENTITY_DECISIONS,
    ENTITY_MENTIONS,
    ENTITY_NAMES,
    EVIDENCE,
    READINGS,
    REVIEWS,
)

FORMATS = ("json", "jsonl", "csv", "parquet", "xlsx")

_AT_ONCE = 200  # documents

Portions = Iterator[list[dict[str, Any]]]
"""The rows of a table, some at a time."""

_OF_ENTITIES = (ENTITIES, ENTITY_NAMES, ENTITY_MENTIONS, ENTITY_DECISIONS)


def export_json(store: Store, out: Path) -> list[Path]:
    """Write `<stem of its source file>.json` for every document; return the files.

    Where two documents share a stem the one loaded last has the plain name and the others carry their id.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = []
    with store.reading() as connection:
        findings: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for finding in findings_of(connection):
            findings[finding["document_id"]].append(finding)
        for stem, document_id in _stems(connection):
            tables = document_tables(connection, document_id, findings[document_id])
            path = out / f"{stem}.json"
            write_whole(path, json.dumps(tables, ensure_ascii=False, indent=1) + "\n")
            written.append(path)
    return written


def export_tables(store: Store, out: Path, form: str) -> list[Path]:
    """Write one CSV, JSON-lines or Parquet file per table, reviewed values applied; return the files.

    A file is there whole or not at all. In JSON lines a key that is absent is a value that is unknown. Beside CSV files
    lies `datapackage.json`, which says their types.
    """
    write = {"jsonl": _write_lines, "csv": _write_csv, "parquet": _write_parquet}[form]
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    described: list[Table] = []
    with store.reading() as connection:
        for table, portions in _tables(connection):
            path = out / f"{table.name}.{form}"
            with _beside(path) as part:
                write(part, table, _in_plain(portions))
            written.append(path)
            described.append(table)
    if form == "csv":
        package = out / PACKAGE
        write_whole(package, json.dumps(as_data_package(described), ensure_ascii=False, indent=1) + "\n")
        written.append(package)
    return written


def _in_plain(portions: Portions) -> Portions:
    for rows in portions:
        yield [{name: _plain(value) for name, value in row.items()} for row in rows]


def _write_lines(path: Path, _table: Table, portions: Portions) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for rows in portions:
            file.writelines(map(_line, rows))


def _write_csv(path: Path, table: Table, portions: Portions) -> None:
    names = [column.name for column in table.columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for rows in portions:
            writer.writerows([row.get(name) for name in names] for row in rows)


def _write_parquet(path: Path, table: Table, portions: Portions) -> None:
    import pandas
    import pyarrow
    from pyarrow import parquet

    names = [column.name for column in table.columns]
    types = {column.name: _dtype(column) for column in table.columns}
    empty = pandas.DataFrame([], columns=names, dtype=object).astype(types)
    schema = pyarrow.Schema.from_pandas(empty, preserve_index=False)
    with parquet.ParquetWriter(path, schema) as writer:
        for rows in portions:
            frame = pandas.DataFrame(rows, columns=names, dtype=object).astype(types)
            writer.write_table(pyarrow.Table.from_pandas(frame, schema=schema, preserve_index=False))


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Yield where to write a file that takes its place only when it is whole."""
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _line(row: dict[str, Any]) -> str:
    known = {name: value for name, value in row.items() if value is not None}
    return json.dumps(known, ensure_ascii=False) + "\n"


def _dtype(column: Column[Any]) -> str:
    """Return the type of a column in Parquet: that of its definition, whatever values happen to stand in it."""
    if isinstance(column.type, Integer):
        return "Int64"
    return "Float64" if isinstance(column.type, Float) else "string"


def export_workbook(store: Store, out: Path) -> list[Path]:
    """Write `sohoa.xlsx`, a sheet per table that has rows, reviewed values applied; return the file in a list.

    It is for eyes: heads and findings are in the language of the shell, and the evidence of values is left out.
    """
    language = shell_language()
    sheets: list[Sheet] = []
    with store.reading() as connection:
        for table, portions in _tables(connection):
            names = [column.name for column in table.columns if column.name != "details"]
            rows = [] if table is EVIDENCE else [row for portion in portions for row in portion]
            if not rows:
                continue
            if table.name == "findings":
                rows = [row | {"rule": rule(row["rule"])[language], "message": message(row)[language]} for row in rows]
            head = [_headed(name) for name in names] if language == "vietnamese" else names
            sheets.append((table.name, head, [[_plain(row[name]) for name in names] for row in rows]))
    out.mkdir(parents=True, exist_ok=True)
    path = out / "sohoa.xlsx"
    with _beside(path) as part:
        write_workbook(part, sheets or [("sohoa", [], [])])
    return [path]


def _headed(name: str) -> str:
    """Return what a column is called in Vietnamese; its own name where the knowledge has none."""
    said = called(name)["vietnamese"]
    return labels()[name]["vietnamese"] if said == name and name in labels() else said


def _tables(connection: Connection) -> Iterator[tuple[Table, Portions]]:
    """Yield the tables that are exported with their rows, in order, reviewed values applied.

    The rows come in portions of some documents: those of all of an archive would not fit into memory.
    """
    decided = decisions(connection)
    for table in (*CONTENT.values(), EVIDENCE, REVIEWS, *_OF_ENTITIES):
        yield table, _portions(connection, table, decided)


def _portions(connection: Connection, table: Table, decided: dict[Any, Any]) -> Portions:
    if table.name == "findings":
        yield findings_of(connection)
        return
    query = select(table)
    queries = [query]
    if next(iter(table.primary_key.columns)).name == "document_id":
        documents = sorted(connection.scalars(select(DOCUMENTS.c.document_id)))
        parts = (documents[start : start + _AT_ONCE] for start in range(0, len(documents), _AT_ONCE))
        queries = [query.where(table.c.document_id.in_(part)) for part in parts]
    for each in queries:
        rows = _in_order(table, [dict(row) for row in connection.execute(each).mappings()])
        for row in rows:
            _apply(row, table.name, row.get("document_id"), decided)
        yield rows


def document_tables(
    connection: Connection, document_id: str, findings: list[dict[str, Any]] | None = None
) -> dict[str, list[dict[str, Any]]]:
    """Return a document's tables, unknown keys absent, reviewed values applied.

    `findings` are those of `relating.findings_of`, where they are at hand already.
    """
    decided = decisions(connection, document_id)
    findings = findings_of(connection, document_id) if findings is None else findings
    tables: dict[str, list[dict[str, Any]]] = {}
    for table in (*CONTENT.values(), EVIDENCE, ENTITY_MENTIONS):
        query = select(table).where(table.c.document_id == document_id)
        rows = _in_order(table, [dict(row) for row in connection.execute(query).mappings()])
        if table.name == "findings":
            rows = [row for row in findings if row["document_id"] == document_id]
        for row in rows:
            _apply(row, table.name, document_id, decided)
        left_out = set() if table is DOCUMENTS else {"document_id"}
        tables[table.name] = [
            {name: _plain(value) for name, value in row.items() if value is not None and name not in left_out}
            for row in rows
        ]
    return tables


def _in_order(table: Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows in reading order, by their key where they have none: the same whatever the database sorts by."""
    names = ["document_id", "ordinal", "row_key"]
    if table.name == "topics":  # they are counted within the activity
        names[1:1] = ["course_code", "activity"]
    elif "ordinal" not in table.c:
        names = [column.name for column in table.primary_key.columns]
    return sorted(rows, key=lambda row: [(row[name] is not None, row[name]) for name in names if name in row])


def _stems(connection: Connection) -> Iterator[tuple[str, str]]:
    query = (
        select(DOCUMENTS.c.source_name, DOCUMENTS.c.document_id)
        .join(READINGS, READINGS.c.document_id == DOCUMENTS.c.document_id)
        .order_by(READINGS.c.loaded_at.desc(), READINGS.c.run_id.desc(), DOCUMENTS.c.document_id)
    )
    taken: set[str] = set()
    for name, document_id in connection.execute(query).all():
        stem = Path(name).stem
        if stem in taken:
            stem = f"{stem}.{document_id[:8]}"
        taken.add(stem)
        yield stem, document_id


def _apply(row: dict[str, Any], table: str, document_id: str | None, decided: dict[Any, Any]) -> None:
    if not decided or table not in CONTENT or table == "findings":
        return
    for column in row:
        key = (document_id, table, row["row_key"], column)
        if key in decided:
            row[column] = decided[key]


def _plain(value: Any) -> Any:
    """Return whole numbers without their `.0`."""
    if isinstance(value, float) and math.isfinite(value) and value == int(value):
        return int(value)
    return value
