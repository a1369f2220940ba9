"""Lists of sources inside the numbered text, whose items are no provisions."""

import re

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from extractors.parsing.markers import Marker
from extractors.parsing.outline import Node

ITEM = re.compile(r"\s*(\d{1,3})[.)]\s")


def names_sources(title: str) -> bool:
    """Whether a title names a list of sources or of questions."""
    listed = begins("sources", title) or begins("questions", title)
    return listed and len(title.split()) <= 8 and not title.rstrip().endswith((".", ";", ","))


def lists_sources(line: Printed, before: Printed | None) -> bool:
    """Whether a line without a number heads a list of sources, whose items are no provisions."""
    title = line.text.rstrip()
    if line.bulleted or not begins("sources", title) or title.endswith((".", ";", ",")):
        return False
    fresh = before is None or before.terminal or line.strong or line.bold or bool(line.heading_mark)
    return fresh and len(title.split()) <= 12 and title[0].isupper()


def in_sources(node: Node, marker: Marker, line: Printed, lines: list[Printed]) -> bool:
    """Whether the open provision is a list of sources, whose items are no provisions."""
    if not node.paragraphs:
        return False
    listed = node.sources and marker.kind in ("decimal", "paren", "upper")
    return listed and not after_sources(node, marker, line, lines)


def after_sources(node: Node | None, marker: Marker, line: Printed, lines: list[Printed]) -> bool:
    """Whether a number goes on with the section that holds the list of sources, and not with the list's items."""
    chain = [n for n in node.ancestors() if n.marker and n.marker.kind in ("decimal", "dotted")] if node else []
    if node is None or not chain or marker.kind != "decimal":
        return False
    top = chain[-1].marker.path[0] if chain[-1].marker else 0
    items = [m for n in lines if node.start < n.start < line.start and (m := ITEM.match(n.text))]
    return marker.path[0] == top + 1 and top not in {int(m[1]) for m in items}
