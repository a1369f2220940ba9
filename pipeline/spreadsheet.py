"""A workbook of the tables for those who look at them in a spreadsheet program: one sheet per table, in one XLSX file.

Written by hand, for nothing of the format is needed but rows: every text is an inline string, which no program takes
for a formula, whatever a document has in it (`=cmd|…`). ECMA-376, parts 18.2 to 18.4.
"""

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

MOST_ROWS = 1_048_576
"""Rows of a sheet, its head among them."""
MOST_CHARACTERS = 32_767
"""Characters of a cell."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    f'<cellStyleXfs count="1"><xf {_PLAIN}/></cellStyleXfs><cellXfs count="2"><xf {_PLAIN} xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)

Sheet = tuple[str, Sequence[str], Iterable[Sequence[Any]]]
"""Its name, the head, the rows."""


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> dict[str, int]:
    """Write the sheets and return, by sheet, how many rows did not fit; a cell that is too long ends in `…`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in _parts([name for name, _, _ in sheets]).items():
            book.writestr(name, _HEAD + text)
        left = {}
        for number, (name, head, rows) in enumerate(sheets, 1):
            with book.open(f"xl/worksheets/sheet{number}.xml", "w") as out:
                left[name] = _write_sheet(out, head, rows)
    return {name: rows for name, rows in left.items() if rows}


def _write_sheet(out: Any, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    views = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    out.write(f'{_HEAD}<worksheet xmlns="{_MAIN}">{views}<sheetData>'.encode())
    cells = "".join(_cell(name, style=' s="1"') for name in head)
    out.write(f"<row>{cells}</row>".encode())
    written, left = 1, 0
    for row in rows:
        if written == MOST_ROWS:
            left += 1
            continue
        written += 1
        out.write(f"<row>{''.join(map(_cell, row))}</row>".encode())
    filtered = f'<autoFilter ref="A1:{_letters(len(head))}{written}"/>' if head else ""
    out.write(f"</sheetData>{filtered}</worksheet>".encode())
    return left


def _cell(value: Any, style: str = "") -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"<c><v>{value!r}</v></c>"
    text = _UNFIT.sub("", str(value))
    if len(text) > MOST_CHARACTERS:
        text = text[: MOST_CHARACTERS - 1] + "…"
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _letters(column: int) -> str:
    """Return a column's letters: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _parts(names: Sequence[str]) -> Mapping[str, str]:
    """Return the parts of the package that hold no rows."""
    numbers = range(1, len(names) + 1)
    sheets = "".join(f'<sheet name={quoteattr(names[n - 1])} sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    worksheets = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    styles = f'<Relationship Id="styles" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    book = f'<Relationship Id="book" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    kinds = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    kinds |= {f"/xl/worksheets/sheet{n}.xml": "worksheet" for n in numbers}
    listed = "".join(f'<Override PartName="{part}" ContentType="{_TYPES}.{kind}+xml"/>' for part, kind in kinds.items())
    related = "application/vnd.openxmlformats-package.relationships+xml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{related}"/>{listed}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{book}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{worksheets}{styles}'
        "</Relationships>",
        "xl/styles.xml": _STYLES,
    }
