"""Full numbers of provisions, composed from their markers and what holds them."""

from extractors.parsing.provisions import LABELLED, Node

RUNNING = ("decimal", "paren")
"""Kinds of numbers that may run on from chapter to chapter: `7.` and `(7)`."""
_CHAPTERS = ("part", "chapter", "section")


def number(nodes: list[Node]) -> None:
    """Give every node its full number, as the tables write it: `Điều 4.3.đ`, `III.1.a)`, `2.14.1`, `CHƯƠNG I`."""
    running = _running_scopes(nodes)
    for node in nodes:
        if node.marker is not None:
            node.number = _full(node, running)


def _running_scopes(nodes: list[Node]) -> set[int]:
    """Return the scopes whose plain numbers run on from chapter to chapter, and so stand without their chapter's."""
    running: set[int] = set()
    last: dict[int, int] = {}
    chapters: dict[int, Node] = {}
    for node in nodes:
        if node.kind not in RUNNING or node.parent is None or node.parent.kind not in (*_CHAPTERS, "roman"):
            continue
        assert node.marker is not None
        before = chapters.get(node.scope)
        if before is not None and before is not node.parent and node.marker.path[0] == last[node.scope] + 1:
            running.add(node.scope)
        last[node.scope], chapters[node.scope] = node.marker.path[0], node.parent
    return running


def _full(node: Node, running: set[int]) -> str:
    marker, holder = node.marker, node.parent
    assert marker is not None
    while holder is not None and holder.marker is None:
        holder = holder.parent
    if marker.kind in LABELLED or holder is None or holder.number is None:
        return marker.label
    last = str(marker.path[-1]) if marker.kind == "dotted" else marker.label
    if marker.kind == "dotted" and not (holder.marker and holder.marker.path == marker.path[:-1]):
        # a dotted number whose own parent is missing keeps its label below a Roman heading, `I.10.1`
        return f"{holder.number}.{marker.label}" if holder.kind in ("roman", "annex") else marker.label
    if marker.kind == "dotted" and holder.kind == "roman" and len(marker.path) == 2:
        return marker.label  # `1.1` below `I`: the number holds the section's already
    if marker.kind == holder.kind == "dotted" and holder.number == f"{marker.path[0]}.0":
        return marker.label
    if holder.kind in _CHAPTERS and marker.kind in ("roman", "upper"):
        return marker.label
    if holder.kind == "roman" and node.kind in RUNNING and node.scope in running:
        return marker.label
    if holder.kind in _CHAPTERS:
        if marker.kind == "dotted" or node.scope in running:
            return marker.label
        return f"{holder.number}.{last}"
    return f"{holder.number}.{last}{_bracket(node, holder)}"


def _bracket(node: Node, holder: Node) -> str:
    """Points below a Roman ladder keep their bracket, `III.1.a)`; in articles and clauses they are cited without, and
    in clauses that run on through Roman chapters, `7.а`."""
    top = holder.ancestors()[-1]
    within = top.number is not None and holder.number is not None and holder.number.startswith(top.number)
    return ")" if node.kind == "letter" and top.kind in ("roman", "upper") and within else ""
