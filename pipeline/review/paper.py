"""A page for the eye: its picture, drawn from the original file as long as it still is what was read, or its text.

It is drawn in a process of its own, within the bounds of reading: a page that breaks the library breaks no more.
"""

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image
from sqlalchemy import Connection, select

from extractors.reading import identify
from extractors.reading.files.drawing import drawn
from models.errors import SohoaError
from pipeline.discovering import discover
from pipeline.store.schema import READINGS
from pipeline.unpacking import lying

_DPI = 120


def page_png(path: str, sha256: str, page: int) -> bytes | None:
    """Return a page, from 1, as PNG; None where the format has no pictures or the file is gone or has changed."""
    try:
        return _draw(path, sha256, page)
    except (OSError, ValueError, SohoaError):
        return None


def page_text(connection: Connection, document_id: str, page: int) -> str:
    """Return the repaired text of a page, from 1; of all pages where the document has no such page."""
    query = select(READINGS.c.text).where(READINGS.c.document_id == document_id)
    text = connection.scalar(query) or ""
    pages = text.split("\f")
    return pages[page - 1] if 1 <= page <= len(pages) else text


@lru_cache(maxsize=32)
def _draw(path: str, sha256: str, page: int) -> bytes:
    with lying(path) as place:
        if next(discover([Path(place)])).sha256 != sha256:
            raise ValueError("the file is no longer what was read")
        source = identify(place)
        image = drawn(source, page, _DPI) if page >= 1 else None
    if image is None:
        raise ValueError("it cannot be drawn")
    with io.BytesIO() as out:
        Image.fromarray(image).convert("L").save(out, "PNG")
        return out.getvalue()
