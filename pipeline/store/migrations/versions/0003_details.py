"""What findings say, as the sentence and the values in it: messages in the language of who reads them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; findings of before keep their English message until their document is read again."""
    op.add_column("findings", sa.Column("details", sa.Text))
    house = sa.table("store_info", sa.column("name"), sa.column("value"))
    op.execute(house.update().where(house.c.name == "schema_version").values(value="3"))
