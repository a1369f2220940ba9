"""`sohoa export`: the tables out of the store."""

from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_STORE, Out, StoreUrl
from pipeline.cli.speaking import say


def export(
    out: Out,
    store: StoreUrl = DEFAULT_STORE,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="`json` (a file per document), `csv`, `jsonl` or `parquet` (a file per table), `xlsx` (one workbook "
            "for Excel: diacritics and texts such as `=1+1` stay what they are).",
        ),
    ] = "json",
) -> int:
    """Write the tables, reviewed values applied.

    Example: sohoa export --out outputs/tables --format csv
    """
    from pipeline.exporting import FORMATS, export_json, export_tables, export_workbook
    from pipeline.store import open_store

    if form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is none of {', '.join(FORMATS)}", param_hint="--format")
    opened = open_store(store, create=False)
    try:
        if form == "json":
            written = export_json(opened, out)
        elif form == "xlsx":
            written = export_workbook(opened, out)
        else:
            written = export_tables(opened, out, form)
    finally:
        opened.close()
    say(f"{len(written)} files in {out}")
    return 0
