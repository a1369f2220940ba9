"""Files: a name whose ending promises another kind of file than the bytes are."""

from pathlib import PurePath

from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row

PROMISED = {
    ".pdf": ("application/pdf",),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    ".png": ("image/",),
    ".jpg": ("image/",),
    ".jpeg": ("image/",),
    ".tif": ("image/",),
    ".tiff": ("image/",),
}


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return one finding where the ending of the file's name promises another kind: a web page saved as a PDF."""
    ending = PurePath(document.source.name).suffix.lower()
    promised = PROMISED.get(ending)
    if not rows or promised is None or document.source.media_type.startswith(promised):
        return []
    return [tell("misnamed_file", "warning", "documents", None, ending=ending, kind=document.source.media_type)]
