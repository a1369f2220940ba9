"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.settings import DEFAULT_STORE

StoreUrl = Annotated[str, typer.Option("--store", help="SQLAlchemy URL of the store.", metavar="URL")]
Out = Annotated[Path, typer.Option("--out", help="Folder for what the command writes.", file_okay=False)]

Jobs = Annotated[int, typer.Option(help="Documents read at a time; 0 means one per core.", min=0)]
Engine = Annotated[str, typer.Option(help="`prefect`, or `inline` without it.")]
Limit = Annotated[float, typer.Option(help="Seconds that one document may take.", min=1)]
Quiet = Annotated[
    float, typer.Option(help="Seconds that a file must have lain still; one still being copied waits.", min=0)
]
Wait = Annotated[
    bool, typer.Option("--wait/--no-wait", help="Wait for another run in the same store, or end with status 5.")
]
ByContent = Annotated[bool, typer.Option("--by-content", help="Read pictures that are named .pdf too.")]

__all__ = ["DEFAULT_STORE", "ByContent", "Engine", "Jobs", "Limit", "Out", "Quiet", "StoreUrl", "Wait"]
