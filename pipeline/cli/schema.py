"""`sohoa schema`: the tables and their columns, described."""

import json
import sys
from typing import Annotated

import typer


def schema(
    form: Annotated[str, typer.Option("--format", help="`markdown`, or `json` for the JSON Schema.")] = "markdown",
) -> int:
    """Print the tables, their columns, types, units and values; or the JSON Schema of an exported document.

    Example: sohoa schema > tables.md
    """
    from pipeline.describing import as_json_schema, as_markdown

    if form not in ("markdown", "json"):
        raise typer.BadParameter(f"{form!r} is none of markdown, json", param_hint="--format")
    text = as_markdown() if form == "markdown" else json.dumps(as_json_schema(), ensure_ascii=False, indent=1) + "\n"
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
    return 0
