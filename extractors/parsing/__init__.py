"""parse: text to zones and a tree of provisions."""

from extractors.parsing.headings import head_with_stops, split
from extractors.parsing.lines import printed_lines
from extractors.parsing.numbering import number
from extractors.parsing.provisions import Node
from extractors.parsing.walk import Walk, walk
from extractors.parsing.zones import zones
from models.document import Document, Genre, Section
from models.page import Page, Source
from models.text import Span, Text

CYRILLIC = ("uk", "ru", "kk")


def parse(source: Source, text: Text, genre: Genre, pages: tuple[Page, ...]) -> Document:
    """Return the document with its zones and sections; never refuses a text.

    Sections come in reading order and form a tree: a section's parent is the number of an earlier one, spans of
    children lie within their parent's.
    """
    lines = printed_lines(text, pages)
    word = source.media_type.endswith("wordprocessingml.document")  # its paragraphs come one a line
    scanned = any(page.route == "ocr" for page in pages)
    found = walk(lines, cyrillic=genre.language in CYRILLIC, single=word, scanned=scanned)
    nodes = found.outline.nodes
    number(nodes)
    head_with_stops(text, nodes)
    first = min((node.start for node in nodes), default=None)
    parts = zones(lines, len(text.content), first, found.tails, found.annexes)
    return Document(
        source, text, genre, parts, sections=_sections(text, found), pages=pages, matter=tuple(found.matter.spans)
    )


def _sections(text: Text, found: Walk) -> tuple[Section, ...]:
    nodes = [node for node in found.outline.nodes if not _bare_annex(node)]
    ends: dict[int, int] = {}
    for node in reversed(nodes):
        ends[id(node)] = max([node.last_end, *(ends[id(child)] for child in node.children)])
    return tuple(_section(text, node, ends[id(node)]) for node in nodes if node.marker or node.paragraphs)


def _bare_annex(node: Node) -> bool:
    """Whether an annex is but a label over a table or a picture: it stands among the forms, not the provisions."""
    return (
        node.kind == "annex"
        and not node.children
        and sum(s.end - s.start for p in node.paragraphs[1:] for s in p) < 200
    )


def _section(text: Text, node: Node, end: int) -> Section:
    heading, paragraphs = split(text, node)
    holder = next((n for n in node.ancestors()[1:] if n.number is not None), None)
    return Section(
        number=node.number,
        parent=holder.number if holder else None,
        marker=Span(node.start, node.label_end) if node.marker else None,
        heading=heading,
        text=paragraphs,
        span=Span(node.start, end),
        level=len(node.ancestors()) - 1,
    )
