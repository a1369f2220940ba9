"""The parts of a DOCX, opened within bounds; a picture that the file has lost is no reason to lose its text."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx.package import Package
from lxml import etree

from extractors.reading.options import ReadingOptions
from models.errors import DamagedFile, TooLarge
from models.page import Source

_PICTURE = "/image"
"""How the kind of a relationship ends that leads to a picture."""


def opened(source: Source, options: ReadingOptions) -> Any:
    """Return the document of a DOCX; pictures that are told of but not there are taken as empty.

    Raises TooLarge where it unpacks to more than the bound, and DamagedFile where it is not whole.
    """
    try:
        with zipfile.ZipFile(source.path) as package:
            if sum(entry.file_size for entry in package.infolist()) > options.max_bytes:
                raise TooLarge("unpacks to more than the bound", where=source.path, advice="split it")
            lost = list(_lost_pictures(package))
        file = _with_empty(source.path, lost) if lost else source.path
        return Package.open(file).main_document_part.document
    except TooLarge:
        raise
    except Exception as error:  # python-docx raises what zipfile, lxml and its own code raise
        raise DamagedFile(f"not a whole DOCX: {error}", where=source.path, advice="open and save it again") from error


def _lost_pictures(package: zipfile.ZipFile) -> Iterator[str]:
    """Yield the names of pictures that the parts of a file lead to and that are not in it."""
    there = set(package.namelist())
    for name in sorted(there):
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for relation in etree.fromstring(package.read(name), parser):
            inside = relation.get("Type", "").endswith(_PICTURE) and relation.get("TargetMode") != "External"
            place = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            if inside and place not in there:
                there.add(place)
                yield place


def _with_empty(path: str, names: list[str]) -> io.BytesIO:
    """Return the file with empty parts of these names added."""
    copy = io.BytesIO(Path(path).read_bytes())
    with zipfile.ZipFile(copy, "a") as package:
        for name in names:
            package.writestr(name, b"")
    copy.seek(0)
    return copy
