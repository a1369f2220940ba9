"""Read-only views for other programs: every table as stewards left it, `reviewed_courses` beside `courses`.

A table holds what was read; its view has the same columns with the last decision on each value in its place. An edited
file leaves its old document beside the new one: `current_documents` has those that a file held when it was last met.
"""

from sqlalchemy import Column, Connection, Float, Integer, Table, text

from models.tables import CONTENT_TABLES
from pipeline.store.schema import CONTENT, REVIEWS, RUN_DOCUMENTS

PREFIX = "reviewed_"
CURRENT = "current_documents"
_KEYS = ("document_id", "ordinal", "row_key")


def create_views(connection: Connection) -> None:
    """Make the views anew, in the transaction of the connection."""
    drop_views(connection)
    for definition in CONTENT_TABLES:
        connection.execute(text(view_of(CONTENT[definition.name], connection.dialect.name)))
    ends = RUN_DOCUMENTS.name  # the ids of runs begin with their time: the greatest is the last
    last = f"SELECT path, MAX(run_id) AS run_id FROM {ends} WHERE document_id IS NOT NULL GROUP BY path"
    held = f"SELECT e.document_id FROM {ends} e JOIN ({last}) l ON l.path = e.path AND l.run_id = e.run_id"
    connection.execute(
        text(f'CREATE VIEW "{CURRENT}" AS SELECT * FROM "{PREFIX}documents" WHERE document_id IN ({held})')
    )


def drop_views(connection: Connection) -> None:
    """Take the views away: a table that is altered must not be looked at."""
    connection.execute(text(f'DROP VIEW IF EXISTS "{CURRENT}"'))
    for definition in CONTENT_TABLES:
        connection.execute(text(f'DROP VIEW IF EXISTS "{PREFIX}{definition.name}"'))


def view_of(table: Table, dialect: str) -> str:
    """Return the SQL of the view on a table; a document has one row, whatever its key was when it was decided upon."""
    values = [column for column in table.columns if column.name not in _KEYS]
    keys = ("document_id",) if table.name == "documents" else ("document_id", "row_key")
    # The decisions on a row side by side: one column each, as JSON, where `null` is a decision and NULL is none.
    decided = ", ".join(f"MAX(CASE WHEN column_name = '{v.name}' THEN new_value END) AS \"{v.name}\"" for v in values)
    own, last = f"table_name = '{table.name}'", f"SELECT MAX(review_id) FROM {REVIEWS.name} WHERE "
    grouped = ", ".join(keys)
    latest = f"review_id IN ({last}{own} GROUP BY {grouped}, column_name)"
    shown = ", ".join(
        f'CASE WHEN d."{v.name}" IS NULL THEN t."{v.name}" ELSE {_plain(v, dialect)} END AS "{v.name}"' for v in values
    )
    joined = " AND ".join(f"d.{key} = t.{key}" for key in keys)
    return (
        f'CREATE VIEW "{PREFIX}{table.name}" AS SELECT {", ".join(f"t.{key}" for key in _KEYS)}, {shown} '
        f'FROM "{table.name}" t LEFT JOIN (SELECT {grouped}, {decided} FROM {REVIEWS.name} '
        f"WHERE {own} AND verdict <> 'undone' AND {latest} GROUP BY {grouped}) d ON {joined}"
    )


def _plain(column: "Column[object]", dialect: str) -> str:
    """Return the SQL of a decided value as a value of its column."""
    kind = column.type
    number = "INTEGER" if isinstance(kind, Integer) else "DOUBLE PRECISION" if isinstance(kind, Float) else "TEXT"
    value = f"CAST(d.\"{column.name}\" AS jsonb) #>> '{{}}'"
    if dialect == "sqlite":
        value = f"json_extract(d.\"{column.name}\", '$')"
    return f"CAST({value} AS {number})"
