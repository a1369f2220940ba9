"""The workbook: what a spreadsheet program sees is what the tables hold, and no text is a formula."""

import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest
from xlsxwriter.utility import xl_cell_to_rowcol

from models.rows import Reading
from pipeline import spreadsheet
from pipeline.exporting import export_workbook
from pipeline.spreadsheet import write_workbook
from pipeline.store import Store
from pipeline.store.loading import Stamp, load
from pipeline.store.reviewing import decide

_IN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = ("=cmd|' /C calc'!A0", "@SUM(1+1)", "+84 912", "-1+1", "<b>&\x00\x0b", "Phạm vi điều chỉnh")


def sheets(path: Path) -> dict[str, list[dict[int, str | float | None]]]:
    """Return the rows of each sheet, as the columns that are filled: texts as texts and numbers as numbers."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        named = ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{_IN}sheet")
        return {
            sheet.attrib["name"]: [
                {xl_cell_to_rowcol(cell.attrib["r"])[1]: _value(cell) for cell in row}
                for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{_IN}row")
            ]
            for number, sheet in enumerate(named, 1)
        }


def _value(cell: ElementTree.Element) -> str | float | None:
    assert cell.find(f"{_IN}f") is None
    if cell.get("t") == "inlineStr":
        return cell.find(f"{_IN}is/{_IN}t").text  # type: ignore[union-attr]
    number = cell.find(f"{_IN}v")
    return None if number is None else float(number.text or "")


def test_texts_stay_texts_and_numbers_numbers(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", [("một", ("a", "b"), [(text, 2.5) for text in HOSTILE]), ("hai", ("a",), [])])
    seen = sheets(tmp_path / "a.xlsx")
    assert seen["một"][0] == {0: "a", 1: "b"} and seen["hai"] == [{0: "a"}]
    assert seen["một"][1:] == [{0: text.replace("\x00", "").replace("\x0b", ""), 1: 2.5} for text in HOSTILE]


def test_what_does_not_fit_is_cut_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 3)
    left = write_workbook(tmp_path / "a.xlsx", [("one", ("a",), [("x" * 40_000,), (1,), (2,), (3,)])])
    (_, first, _) = sheets(tmp_path / "a.xlsx")["one"]
    assert left == {"one": 2} and len(str(first[0])) == 32_767 and str(first[0]).endswith("…")


@pytest.mark.parametrize(("language", "head"), [("en", "heading"), ("vi", "tiêu đề")])
def test_the_tables_are_in_it_with_reviewed_values(
    store: Store,
    reading: Callable[..., Reading],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    head: str,
) -> None:
    monkeypatch.setenv("SOHOA_LANGUAGE", language)
    digest = sha256(b"one").hexdigest()
    document = load(store, reading(), path="/a", sha256=digest, stamp=Stamp("run", "1"))
    decide(store, (document, "provisions", "Điều 1", "heading"), "corrected", reviewer="Lan", new_value="=Phạm vi")
    (path,) = export_workbook(store, tmp_path / "out")
    seen = sheets(path)
    (first, *rows) = seen["provisions"]
    assert rows[0][list(first.values()).index(head)] == "=Phạm vi"
    assert "evidence" not in seen and "courses" not in seen
