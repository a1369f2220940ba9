"""Migration: an older store brought to the schema of this program, its data kept, in one transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from pipeline.store.entities import refresh_all
from pipeline.store.reviewing import decisions
from pipeline.store.schema import FIRST_REVISION, SCHEMA_REVISION

_MIGRATIONS = Path(__file__).parent / "migrations"

_WITHOUT_ENTITIES = (FIRST_REVISION,)
"""Revisions of stores in which no entities were kept: they are found from the rows once the tables are there."""


def knows(revision: str) -> bool:
    """Return whether a revision is one from which a way leads to this program's schema."""
    return revision in {script.revision for script in ScriptDirectory(str(_MIGRATIONS)).walk_revisions()}


def migrate(connection: Connection, found: str) -> None:
    """Bring a store from the revision `found` to the newest, within the transaction of the connection."""
    settings = Config(attributes={"connection": connection})
    settings.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    if found == FIRST_REVISION:
        command.stamp(settings, found)  # the first stores did not write their revision down
    command.upgrade(settings, SCHEMA_REVISION)
    if found in _WITHOUT_ENTITIES:
        refresh_all(connection, decisions(connection))
