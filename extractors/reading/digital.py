"""The text layer of a PDF page: words with fonts and boxes, lines, ruled tables."""

from typing import Any

from extractors.arranging.gridding import grids_of, place
from models.page import Box, Page, Word


def read_layer(page: Any) -> Page:
    """Return what the text layer of a pdfplumber page says; no blocks where it has none."""
    words = words_of(page)
    blocks = place(words, grids_of(page, words))
    return Page(
        page.page_number,
        tuple(blocks),
        float(page.width),
        float(page.height),
        int(page.rotation or 0),
        reason="the page has a text layer",
    )


def words_of(page: Any) -> list[Word]:
    """Return the words of the text layer, doubled characters (bold by overprinting) taken once."""
    found = page.dedupe_chars(tolerance=1).extract_words(
        x_tolerance_ratio=0.17, y_tolerance=2.5, keep_blank_chars=False, extra_attrs=["fontname", "size"]
    )
    return [
        Word(
            w["text"],
            Box(float(w["x0"]), float(w["top"]), float(w["x1"]), float(w["bottom"])),
            1.0,
            w["fontname"],
            float(w["size"]),
        )
        for w in found
        if w["text"].strip()
    ]
