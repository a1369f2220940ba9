"""A workbook of the tables, one sheet per table in one XLSX file, for those who use a spreadsheet program."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""Rows of a sheet, its head among them."""
MOST_CHARACTERS = 32_767
"""Characters of a cell."""
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Sheet = tuple[str, Sequence[str], Iterable[Sequence[Any]]]
"""Its name, the head, the rows."""


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> dict[str, int]:
    """Write the sheets and return, by sheet, how many rows did not fit; a cell that is too long ends in `…`.

    Every text is written as one, which no program takes for a formula, whatever a document has in it (`=cmd|…`).
    """
    left = {}
    with Workbook(path, {"constant_memory": True}) as book:
        bold = book.add_format({"bold": True})
        for name, head, rows in sheets:
            left[name] = _write_sheet(book.add_worksheet(name), head, rows, bold)
    return {name: rows for name, rows in left.items() if rows}


def _write_sheet(sheet: Worksheet, head: Sequence[str], rows: Iterable[Sequence[Any]], bold: Format) -> int:
    sheet.freeze_panes(1, 0)
    _write_row(sheet, 0, head, bold)
    written, left = 1, 0
    for row in rows:
        if written == MOST_ROWS:
            left += 1
            continue
        _write_row(sheet, written, row)
        written += 1
    if head:
        sheet.autofilter(0, 0, written - 1, len(head) - 1)
    return left


def _write_row(sheet: Worksheet, row: int, values: Sequence[Any], style: Format | None = None) -> None:
    for column, value in enumerate(values):
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            sheet.write_number(row, column, value, style)
        elif value is not None:
            text = _UNFIT.sub("", str(value))
            text = text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
            sheet.write_string(row, column, text, style)
