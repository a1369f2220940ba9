"""What was read on a page and not chosen: the text layer beside the image, the second look beside the first."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table; documents of before have rows in it once they are read again."""
    op.create_table(
        "other_readings",
        sa.Column("document_id", sa.String(64), sa.ForeignKey("documents.document_id"), nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document_id", "page"),
    )
    house = sa.table("store_info", sa.column("name"), sa.column("value"))
    op.execute(house.update().where(house.c.name == "schema_version").values(value="4"))
