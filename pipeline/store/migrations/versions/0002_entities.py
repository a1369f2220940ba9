"""Entities, their names, the rows that name them, and what stewards decide about them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the four tables; they are filled from the rows afterwards."""
    op.create_table(
        "entity_mentions",
        sa.Column("document_id", sa.String(64), sa.ForeignKey("documents.document_id"), nullable=False),
        sa.Column("table_name", sa.String(40), nullable=False),
        sa.Column("row_key", sa.Text, nullable=False),
        sa.Column("column_name", sa.String(40), nullable=False),
        sa.Column("entity_key", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.PrimaryKeyConstraint("document_id", "table_name", "row_key", "column_name"),
    )
    op.create_index("entity_mentions_by_entity", "entity_mentions", ["entity_key"])
    op.create_table(
        "entities",
        sa.Column("entity_key", sa.Text, primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        *(sa.Column(name, sa.Text) for name in ("name", "code", "scope", "dated")),
        sa.Column("documents", sa.Integer, nullable=False),
        sa.Column("merged_into", sa.Text),
    )
    op.create_index("entities_by_kind", "entities", ["kind", "documents"])
    op.create_table(
        "entity_names",
        sa.Column("entity_key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("entity_key", "name"),
    )
    op.create_table(
        "entity_decisions",
        sa.Column("decision_id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kept_key", sa.Text, nullable=False),
        sa.Column("other_key", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(40), nullable=False),
        sa.Column("reason", sa.Text),
    )
    house = sa.table("store_info", sa.column("name"), sa.column("value"))
    # Programs from before the revisions read this figure and leave newer stores alone.
    op.execute(house.update().where(house.c.name == "schema_version").values(value="2"))
