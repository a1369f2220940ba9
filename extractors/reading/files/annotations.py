"""What is laid over the pages of a PDF: values of form fields, typed notes, stamps and signatures with their text.

A viewer shows it and a text layer does not hold it: the number and the day of an act may stand in it alone.
"""

import io
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import literal_name

SHOWN = ("Widget", "FreeText", "Stamp")
"""Kinds of annotations that may have text of their own; what readers mark and remark is no part of the paper."""
MOST_BYTES = 256 * 1024 * 1024
"""Size of a file from which on only its pages are read."""


def flattened(path: str, sheets: Sequence[Any]) -> io.BytesIO | None:
    """Return a PDF with its annotations as parts of its pages; None where it has none, or they cannot be laid down.

    `sheets` are its pages as pdfminer has them, None for one that it cannot parse.
    """
    if Path(path).stat().st_size > MOST_BYTES or not any(map(_has_shown, sheets)):
        return None
    try:
        with pikepdf.open(path) as pdf, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pikepdf doubts fields that no form knows
            pdf.generate_appearance_streams()
            for page in pdf.pages:
                _leave_worded(page)
            pdf.flatten_annotations("screen")
            out = io.BytesIO()
            pdf.save(out, encryption=False)
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError):  # it stays as it is
        return None
    out.seek(0)
    return out


def _leave_worded(page: pikepdf.Page) -> None:
    """Leave on a page the annotations of which words are expected: the ticks of boxes are figures in their fonts."""
    if "/Annots" in page:
        page.Annots = pikepdf.Array([one for one in page.Annots if _is_worded(one)])


def _is_worded(annotation: pikepdf.Object) -> bool:
    field = annotation if "/FT" in annotation else annotation.get("/Parent", annotation)
    return str(annotation.get("/Subtype", ""))[1:] in SHOWN and field.get("/FT") != pikepdf.Name.Btn


def _has_shown(sheet: Any) -> bool:
    """Return whether a page has an annotation with an appearance, or a field with a value, that may be of words."""
    try:
        return any(_shows(resolve1(one)) for one in resolve1(getattr(sheet, "annots", None)) or ())
    except Exception:  # pdfminer raises many kinds on broken objects: such a page is read as it is
        return False


def _shows(annotation: Any) -> bool:
    typed = isinstance(resolve1(annotation.get("V")), bytes)  # the value of a signature is no text
    return literal_name(resolve1(annotation.get("Subtype"))) in SHOWN and ("AP" in annotation or typed)
