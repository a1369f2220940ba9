"""find: a parsed document to one with mentions (dates, acts, people, codes ...) found by spaCy."""

from dataclasses import replace

from extractors.finding.citations.citing import body_start, cited_acts
from extractors.finding.citations.stamps import find_stamps, stamp_mention
from extractors.finding.marking.marks import Marks, plain
from extractors.finding.marking.pipelines import pipeline
from extractors.finding.marking.running import running
from models.document import Document, Mention
from models.text import RunningText


def find(document: Document) -> Document:
    """Return the document with its mentions in reading order.

    Kinds: `citation` (parts: kind, number, issued_on, issuer, title, relation, article, of_number, and `places`, the
    span of each part), `date`, `person`, `role`, `act_number`, `stamp`.
    """
    text, marks = marked(document)
    stamps = [] if marks.language == "vi" else find_stamps(marks, body_start(document, text, marks))
    mentions = [
        *_plain_mentions(text, marks),
        *cited_acts(document, text, marks, stamps),
        *(stamp_mention(text, marks, stamp) for stamp in stamps),
    ]
    kept = tuple(sorted((*document.mentions, *mentions), key=lambda m: (m.span.start, -m.span.end)))
    return replace(document, mentions=kept)


def marked(document: Document) -> tuple[RunningText, Marks]:
    """Return the running text of a document and what the pipeline of its language marks in it."""
    text = running(document.text)
    language = document.genre.language
    return text, plain(pipeline(language)(text.text), language)


def _plain_mentions(text: RunningText, marks: Marks) -> list[Mention]:
    kinds = {"dates": "date", "persons": "person", "roles": "role", "numbers": "act_number"}
    return [
        Mention(
            kind,
            text.span(m.start, m.end),
            m.value or marks.text[m.start : m.end],
            {"label": m.label},
            0.9,
            f"find.{kind}",
        )
        for group, kind in kinds.items()
        for m in marks.groups.get(group, ())
    ]
