"""Pages of scans and photos as OCR read them once, so that the samples can be tested without OCR.

python -m tests.samples.recording     reads them again and writes recorded/<file>.json
"""

import gzip
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.page import Block, Box, Cell, Grid, Line, Page, PageNote, Placement, Word

RECORDED = Path(__file__).with_name("recorded")
IMAGES = ("vi_decision_programme_scan.pdf", "vi_decision_programme_layered.pdf", "vi_notice_photo.jpg")


def record(pages: tuple[Page, ...], path: Path) -> None:
    """Write pages; coordinates to a tenth of a point, confidences to a hundredth, no seconds."""
    data = json.dumps([_rounded(asdict(page)) | {"seconds": 0.0} for page in pages], ensure_ascii=False)
    path.write_bytes(gzip.compress(data.encode("utf-8"), mtime=0))


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, dict):
        return {name: part if name == "matrix" else _rounded(part) for name, part in value.items() if part is not None}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return value


def recorded(name: str, folder: Path = RECORDED) -> tuple[Page, ...] | None:
    """Return the recorded pages of a sample, or None where there are none."""
    path = folder / f"{name}.json.gz"
    if not path.exists():
        return None
    return tuple(_page(entry) for entry in json.loads(gzip.decompress(path.read_bytes())))


def _page(entry: dict[str, Any]) -> Page:
    blocks = tuple(_block(block) for block in entry.pop("blocks"))
    notes = tuple(PageNote(n["kind"], n["message"], _box(n.get("box"))) for n in entry.pop("notes", []))
    lies = entry.pop("placement", None)
    placement = Placement(lies["width"], lies["height"], tuple(lies["matrix"])) if lies else None
    return Page(blocks=blocks, notes=notes, placement=placement, **entry)


def _block(entry: dict[str, Any]) -> Block:
    if "cells" not in entry:
        return _line(entry)
    cells = tuple(Cell(**{**cell, "lines": tuple(_line(line) for line in cell["lines"])}) for cell in entry["cells"])
    return Grid(cells, _box(entry.get("box")))


def _line(entry: dict[str, Any]) -> Line:
    words = tuple(Word(**{**word, "box": _box(word.get("box"))}) for word in entry["words"])
    return Line(words, entry.get("role", "body"), entry.get("text"))


def _box(entry: dict[str, float] | None) -> Box | None:
    return None if entry is None else Box(**entry)


def main() -> int:
    """Record; returns the exit status."""
    from extractors.reading import identify, read
    from tests.samples.floors import DOCUMENTS

    RECORDED.mkdir(exist_ok=True)
    for name in IMAGES:
        record(read(identify(DOCUMENTS / name)), RECORDED / f"{name}.json.gz")
        print(name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
