"""outcomes: objectives, outcomes and indicators that a document states."""

from extractors.curriculum.outcomes.stated import outcomes
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value


def extract(document: Document) -> list[Row]:
    """Return the statements in reading order, each with its kind, and its code where it has one."""
    return [
        row_of(
            "outcomes",
            code=Value(one.code.text, one.coded or one.span, 0.95, "outcomes") if one.code else None,
            kind=Value(one.kind, one.span, 0.92, "outcomes"),
            text=Value(one.text, one.span, one.confidence, "outcomes"),
        )
        for one in outcomes(document)
    ]
