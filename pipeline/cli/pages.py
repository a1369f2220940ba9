"""`sohoa pages`: a searchable PDF, hOCR and ALTO of a document."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pipeline.pages.searchable import Written


def pages(
    document: Annotated[Path, typer.Argument(help="A PDF or an image file.", metavar="FILE")],
    *,
    pdf: Annotated[Path | None, typer.Option(help="Searchable PDF to write.", dir_okay=False)] = None,
    hocr: Annotated[Path | None, typer.Option(help="Folder for hOCR, a file per page.", file_okay=False)] = None,
    alto: Annotated[Path | None, typer.Option(help="Folder for ALTO 4, a file per page.", file_okay=False)] = None,
) -> int:
    """Write the pages of a document with their repaired text: as searchable PDF, as hOCR, as ALTO.

    Example: sohoa pages decision.pdf --pdf searchable.pdf --alto alto/
    """
    if pdf is None and hocr is None and alto is None:
        raise typer.BadParameter("give at least one of --pdf, --hocr and --alto", param_hint="--pdf")
    if pdf is not None and pdf.exists() and document.exists() and pdf.samefile(document):
        raise typer.BadParameter("this is the document itself", param_hint="--pdf")
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    from pipeline.pages.writing import write_pages
    from pipeline.steps import ReadingOptions, make_legible

    options = ReadingOptions(jobs=os.cpu_count() or 1)
    legible = make_legible(document, options)
    written = write_pages(legible, options, pdf=pdf, hocr=hocr, alto=alto)
    if written is not None:
        _tell(written)
    return 0


def _tell(written: "Written") -> None:
    """Say on stderr what became of the pages."""
    said = (
        (written.laid, "with repaired text over them"),
        (written.kept, "left with the text that they show"),
        (written.drawn, "shown as pictures, because the text that they show is garbled"),
        (written.empty, "without text"),
    )
    print("pages: " + "; ".join(f"{len(numbers)} {what}" for numbers, what in said if numbers), file=sys.stderr)
