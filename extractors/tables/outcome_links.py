"""outcome_links: which outcomes serve which."""

from extractors.curriculum.outcomes.links import links
from extractors.values import cells
from models.document import Document
from models.rows import Row, Value


def extract(document: Document) -> list[Row]:
    """Return the links between the outcomes that the document states."""
    return [
        Row(
            "outcome_links",
            cells(
                source_code=Value(link.source, link.span, link.confidence, "links"),
                target_code=Value(link.target, link.span, link.confidence, "links"),
                level=Value(link.level, link.span, link.confidence, "links") if link.level else None,
            ),
        )
        for link in links(document)
    ]
