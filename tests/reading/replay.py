"""An engine that serves recorded pages, so that most tests need no OCR."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from extractors.engines import Engine, EngineFailed, Image
from models.page import Box, Line, Page, Word


def fingerprint(image: Image, languages: str, dpi: int) -> str:
    """Return the name under which a page is recorded."""
    shape = "x".join(map(str, image.shape)).encode()
    return hashlib.sha256(shape + image.tobytes() + f"{languages}@{dpi}".encode()).hexdigest()[:24]


class Replay:
    """Serves pages from a folder of JSON files; with another engine behind it, records what that reads."""

    def __init__(self, folder: Path, behind: Engine | None = None) -> None:
        self._folder, self._behind = folder, behind

    def read(self, image: Image, languages: str, dpi: int) -> Page:
        """Return the recorded page of an image; EngineFailed where it was never recorded."""
        path = self._folder / f"{fingerprint(image, languages, dpi)}.json"
        if path.exists():
            return page_of(json.loads(path.read_text("utf-8")))
        if self._behind is None:
            raise EngineFailed(f"no recording {path.name}")
        page = self._behind.read(image, languages, dpi)
        path.write_text(json.dumps(asdict(page), ensure_ascii=False), "utf-8")
        return page

    def read_lines(self, images: Sequence[Image], languages: str, dpi: int) -> list[Page]:
        """Return the recorded pages of images of single lines."""
        return [self.read(image, languages, dpi) for image in images]


def page_of(record: dict[str, object]) -> Page:
    """Return the page that a record describes; its blocks are lines."""
    values = dict(record)
    values["blocks"] = tuple(
        Line(tuple(Word(**{**w, "box": Box(**w["box"]) if w["box"] else None}) for w in line["words"]), line["role"])
        for line in values["blocks"]  # type: ignore[attr-defined]
    )
    values["notes"] = ()
    return Page(**values)  # type: ignore[arg-type]
