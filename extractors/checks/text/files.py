"""Files: a name whose ending promises another kind of file than the bytes are; a language that is not read
here, in which nothing was repaired and hardly anything can be found."""

from pathlib import PurePath

from extractors.checks.telling import tell
from extractors.recognising.languages import is_unreadable, other_language
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
    """Return what is odd about a file as a whole."""
    return [*_ending(document, rows), *_language(document, rows)]


def _ending(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return one finding where the ending of the file's name promises another kind: a web page saved as a PDF."""
    ending = PurePath(document.source.name).suffix.lower()
    promised = PROMISED.get(ending)
    if not rows or promised is None or document.source.media_type.startswith(promised):
        return []
    return [tell("misnamed_file", "warning", "documents", None, ending=ending, kind=document.source.media_type)]


def _language(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return a finding for a document in another language than the five that are read, or in no words at all."""
    if is_unreadable(document.text.content):
        return [tell("unreadable_text.layer", "error", "documents")]
    code = other_language(document.text.content)
    own = next((row for row in rows if row.table == "documents"), None)
    if code is None or own is None:
        return []
    return [tell("another_language", "warning", "documents", own.row_key, language=f"language.{code}")]
