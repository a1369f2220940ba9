"""PDF: page by page, the text layer or the image under it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from extractors.reading.digital import read_layer
from extractors.reading.options import ReadingOptions
from models.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge
from models.page import Page, Source


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return the pages of a PDF."""
    pages: list[Page] = []
    with opened(source.path) as pdf:
        if not pdf.pages:
            raise EmptyFile("a PDF without pages", where=source.path, advice="ask for the file again")
        if len(pdf.pages) > options.max_pages:
            raise TooLarge(f"{len(pdf.pages)} pages, more than {options.max_pages}", where=source.path)
        for page in pdf.pages:
            pages.append(read_layer(page))
            page.close()
    return tuple(pages)


@contextmanager
def opened(path: str) -> Iterator[Any]:
    """Open a PDF with pdfplumber; what is wrong with it becomes a typed error."""
    try:
        pdf = pdfplumber.open(path)
    except PdfminerException as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
            raise EncryptedFile("a password is needed", where=path, advice="save it without a password") from error
        raise DamagedFile(f"not a whole PDF: {cause!r}", where=path, advice="ask for the file again") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError) as error:
        raise DamagedFile(f"not a whole PDF: {error!r}", where=path, advice="ask for the file again") from error
    with pdf:
        yield pdf
