"""The view of the documents that files hold now; whoever opens the store makes it after the last revision."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Note the revision: views are no part of the schema that revisions alter."""
    house = sa.table("store_info", sa.column("name"), sa.column("value"))
    op.execute(house.update().where(house.c.name == "schema_version").values(value="6"))
