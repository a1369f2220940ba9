"""The schema of the first stores. Nothing leads to it: a new store is made with the newest schema at once."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Do nothing."""
