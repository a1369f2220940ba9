"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.settings import DEFAULT_STORE

StoreUrl = Annotated[str, typer.Option("--store", help="SQLAlchemy URL of the store.", metavar="URL")]
Out = Annotated[Path, typer.Option("--out", help="Folder for what the command writes.", file_okay=False)]

__all__ = ["DEFAULT_STORE", "Out", "StoreUrl"]
