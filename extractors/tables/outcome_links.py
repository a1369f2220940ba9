"""outcome_links: which outcomes serve which."""

from extractors.curriculum.outcomes.links import links
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value


def extract(document: Document) -> list[Row]:
    """Return the links between the outcomes that the document states."""
    rows = []
    for link in links(document):
        source, target, level = (place or link.span for place in link.ends)
        rows.append(
            row_of(
                "outcome_links",
                source_code=Value(link.source, source, link.confidence, "links"),
                target_code=Value(link.target, target, link.confidence, "links"),
                level=Value(link.level, level, link.confidence, "links"),
            )
        )
    return rows
