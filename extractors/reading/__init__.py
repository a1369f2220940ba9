"""read: a file to pages, by what its bytes are.

`identify` looks at the content, `read` gives pages of words with boxes and confidences. Both raise the document
errors of `models.errors`; neither writes anything.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from extractors.reading.identifying import identify
from extractors.reading.options import ReadingOptions
from models.errors import UnsupportedKind
from models.page import Page, Source

Reader = Callable[[Source, ReadingOptions], tuple[Page, ...]]

PICTURES = ("png", "jpeg", "tiff", "bmp", "gif", "webp", "heic", "avif", "jp2")

READERS = {
    "text/plain": "files.plain",
    "application/pdf": "processes.apart",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "files.word",
    **{f"image/{kind}": "processes.apart" for kind in PICTURES},
    "text/html": "files.html",
    "application/zip": "files.containers",
    "message/rfc822": "files.containers",
    "application/rtf": "files.office",
    "application/msword": "files.office",
    "application/vnd.oasis.opendocument.text": "files.office",
}
"""Media type to the module here that reads it; each has `read(source, options)`."""


@cache
def reader(media_type: str) -> Reader:
    """Return the reader of a media type; UnsupportedKind where there is none."""
    if media_type not in READERS:
        raise UnsupportedKind(f"{media_type} is not read", advice="convert it to PDF, DOCX, an image or plain text")
    found: Reader = import_module(f"{__name__}.{READERS[media_type]}").read
    return found


def read(source: Source, options: ReadingOptions | None = None) -> tuple[Page, ...]:
    """Return the pages of a file, at least one.

    Raises EmptyFile, DamagedFile, EncryptedFile, TooLarge or UnsupportedKind for this document, and EnvironmentLacks
    where a program that it needs is missing.
    """
    return reader(source.media_type)(source, options or ReadingOptions())


__all__ = ["ReadingOptions", "identify", "read"]
