"""Views of the tables as stewards left them; whoever opens the store makes them after the last revision."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Note the revision: views are no part of the schema that revisions alter."""
    house = sa.table("store_info", sa.column("name"), sa.column("value"))
    op.execute(house.update().where(house.c.name == "schema_version").values(value="5"))
