"""The SQL schema: the content tables derived from `models.tables`, and the tables of the pipeline's own bookkeeping.

Types are those that SQLite and PostgreSQL share. Dates are ISO 8601 text, as precise as printed.
"""

import re
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.schema import SetColumnComment, SetTableComment

from models.tables import CONTENT_TABLES, FINDINGS, PAGES, TableDefinition

FIRST_REVISION = "0001"
SCHEMA_REVISION = "0006"
"""The newest of the revisions in `migrations/versions`, which leads to the schema below."""

metadata = MetaData()


class NumberOrText(TypeDecorator[Any]):
    """A number where one is meant, else text as printed; kept as text so that both databases take either."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Any) -> Any:
        if value is not None and re.fullmatch(r"-?\d+(\.\d+)?", value):
            return float(value) if "." in value else int(value)
        return value


_TYPES = {"text": Text, "date": Text, "number": Float, "integer": Integer, "any": NumberOrText}


def _owner() -> Column[Any]:
    return Column("document_id", String(64), ForeignKey("documents.document_id"), nullable=False)


def _content_table(definition: TableDefinition) -> Table:
    """Return the SQL table of a definition, unique by document and row key."""
    columns = [Column(c.name, _TYPES[c.type](), comment=c.about or None) for c in definition.columns]
    if definition.name == "documents":
        owner: list[Any] = [Column("document_id", String(64), primary_key=True)]
        rest: list[Any] = []
    else:
        owner = [_owner()]
        rest = [PrimaryKeyConstraint("document_id", "ordinal" if definition is FINDINGS else "row_key")]
    keys: list[Any] = [Column("ordinal", Integer, nullable=False)]
    if "row_key" not in {column.name for column in definition.columns}:
        keys.append(Column("row_key", Text, nullable=False))
    return Table(definition.name, metadata, *owner, *keys, *columns, *rest, comment=definition.grain)


CONTENT: dict[str, Table] = {table.name: _content_table(table) for table in (*CONTENT_TABLES, PAGES, FINDINGS)}
"""The tables of the contract by name."""

DOCUMENTS = CONTENT["documents"]
PAGES_TABLE = CONTENT["pages"]

EVIDENCE = Table(
    "evidence",
    metadata,
    _owner(),
    Column("table_name", String(40), nullable=False),
    Column("row_key", Text, nullable=False),
    Column("column_name", String(40), nullable=False),
    Column("raw_text", Text, comment="what stood on the page before repair"),
    Column("page", Integer),
    *(Column(side, Float, comment="PDF points, origin top left") for side in ("x0", "y0", "x1", "y1")),
    Column("confidence", Float, comment="0 to 1"),
    Column("extractor", Text),
    PrimaryKeyConstraint("document_id", "table_name", "row_key", "column_name"),
    Index("evidence_by_confidence", "confidence"),
)

REVIEWS = Table(
    "reviews",
    metadata,
    Column("review_id", Integer, primary_key=True, autoincrement=True),
    _owner(),
    Column("table_name", String(40), nullable=False),
    Column("row_key", Text, nullable=False),
    Column("column_name", String(40), nullable=False),
    Column("old_value", Text, comment="as JSON"),
    Column("new_value", Text, comment="as JSON"),
    Column("verdict", String(20), nullable=False, comment="accepted corrected rejected undone"),
    Column("reviewer", Text, nullable=False),
    Column("reviewed_at", String(40), nullable=False),
    Column("reason", Text, comment="why, in the words of the reviewer"),
    Index("reviews_by_value", "document_id", "table_name", "row_key", "column_name"),
)

FINDING_REVIEWS = "findings"
"""The `table_name` of reviews of findings; their `row_key` is `settling.finding_key`, for findings have none."""

READINGS = Table(
    "readings",
    metadata,
    Column("document_id", String(64), ForeignKey("documents.document_id"), primary_key=True),
    Column("run_id", String(40), nullable=False),
    Column("pipeline_version", String(80), nullable=False),
    Column("loaded_at", String(40), nullable=False),
    Column("seconds", Float),
    Column("text", Text, comment="the repaired text, pages separated by form feed"),
)

OTHER_READINGS = Table(
    "other_readings",
    metadata,
    _owner(),
    Column("page", Integer, nullable=False),
    Column("text", Text, nullable=False, comment="the reading of the page that was not chosen, as it was read"),
    PrimaryKeyConstraint("document_id", "page"),
)

EDITS = Table(
    "edits",
    metadata,
    _owner(),
    Column("ordinal", Integer, nullable=False),
    Column("page", Integer),
    Column("start", Integer, nullable=False, comment="offset into the raw text"),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("cost", Float),
    Column("confidence", Float),
    PrimaryKeyConstraint("document_id", "ordinal"),
)

FILES = Table(
    "files",
    metadata,
    Column("path", Text, nullable=False),
    Column("document_id", String(64), ForeignKey("documents.document_id"), nullable=False),
    Column("relation", String(20), nullable=False, comment="original or alias"),
    Column("first_run", String(40), nullable=False),
    PrimaryKeyConstraint("path", "document_id"),
    Index("files_by_document", "document_id"),
)

RUNS = Table(
    "runs",
    metadata,
    Column("run_id", String(40), primary_key=True),
    Column("started_at", String(40), nullable=False),
    Column("finished_at", String(40)),
    Column("pipeline_version", String(80), nullable=False),
    Column("engine", String(20), nullable=False),
    Column("state", String(20), nullable=False, comment="running finished interrupted"),
    *(
        Column(name, Integer, nullable=False, default=0)
        for name in ("found", "loaded", "unchanged", "duplicate", "quarantined", "failed", "waiting")
    ),
)

RUN_DOCUMENTS = Table(
    "run_documents",
    metadata,
    Column("run_id", String(40), ForeignKey("runs.run_id"), nullable=False),
    Column("path", Text, nullable=False),
    Column("sha256", String(64)),
    Column("document_id", String(64)),
    Column("outcome", String(20), nullable=False, comment="loaded unchanged duplicate quarantined failed waiting"),
    Column("error_type", String(60)),
    Column("reason", Text),
    Column("seconds", Float),
    PrimaryKeyConstraint("run_id", "path"),
)

ENTITY_MENTIONS = Table(
    "entity_mentions",
    metadata,
    _owner(),
    Column("table_name", String(40), nullable=False),
    Column("row_key", Text, nullable=False),
    Column("column_name", String(40), nullable=False),
    Column("entity_key", Text, nullable=False),
    Column("name", Text, comment="as this row has it"),
    PrimaryKeyConstraint("document_id", "table_name", "row_key", "column_name"),
    Index("entity_mentions_by_entity", "entity_key"),
)

ENTITIES = Table(
    "entities",
    metadata,
    Column("entity_key", Text, primary_key=True, comment="made from what is named: the same in every store"),
    Column("kind", String(20), nullable=False, comment="organisation programme course act person"),
    Column("name", Text, comment="the commonest of its names"),
    Column("code", Text, comment="its code or number as printed"),
    Column("scope", Text, comment="the organisation within which it is known, or document:<id>"),
    Column("dated", Text, comment="of an act: its date"),
    Column("documents", Integer, nullable=False, comment="how many name it"),
    Column("merged_into", Text, comment="the entity that a steward says it is"),
    Index("entities_by_kind", "kind", "documents"),
)

ENTITY_NAMES = Table(
    "entity_names",
    metadata,
    Column("entity_key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("times", Integer, nullable=False),
    PrimaryKeyConstraint("entity_key", "name"),
)

ENTITY_DECISIONS = Table(
    "entity_decisions",
    metadata,
    Column("decision_id", Integer, primary_key=True, autoincrement=True),
    Column("kept_key", Text, nullable=False),
    Column("other_key", Text, nullable=False),
    Column("verdict", String(20), nullable=False, comment="same different undone"),
    Column("reviewer", Text, nullable=False),
    Column("decided_at", String(40), nullable=False),
    Column("reason", Text),
)

HOUSE = Table("store_info", metadata, Column("name", String(40), primary_key=True), Column("value", Text))

REVISION = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

REPLACED_ON_LOAD = (
    *(table for name, table in CONTENT.items() if name != "documents"),
    EVIDENCE,
    EDITS,
    OTHER_READINGS,
    READINGS,
)
"""What a document's load deletes and writes anew; its row in `documents`, its reviews and its files stay."""


def describe(connection: Connection) -> None:
    """Write beside every table and column what it means, where a database has room for that."""
    for table in metadata.sorted_tables:
        if table.comment:
            connection.execute(SetTableComment(table))
        for column in table.columns:
            if column.comment:
                connection.execute(SetColumnComment(column))
