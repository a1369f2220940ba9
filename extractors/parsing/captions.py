"""Captions of tables: what stands right above a table names it and is no text of the provision."""

from pathlib import Path

from extractors.parsing.lines import Printed
from extractors.parsing.outline import Node
from normalizers.wordings import Wordings

CAPTION_LINES = 2
"""Printed lines that a caption has at most."""
_CAPTION = Wordings(
    Path(__file__).parent / "knowledge" / "line_words.tsv",
    r"<<table>>\s*(?:№\s*)?\d[\d.]*(?:\s*[.:–—-]?\s+\S|\W*$)|\d{1,2}\s?-\s?<<table_behind>>\s?[.:–—-]?\s+\S",
)


def drop_caption(node: Node, above: list[Printed]) -> None:
    """Take the caption of the table that begins below these lines from the text of the provision they belong to."""
    first = next((line for line in above if not line.table and _CAPTION.match(line.text)), None)
    if first is None:
        return
    kept = [[span for span in paragraph if span.start < first.start] for paragraph in node.paragraphs]
    node.paragraphs[:] = [paragraph for paragraph in kept if paragraph]
