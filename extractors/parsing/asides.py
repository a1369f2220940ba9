"""What stands amid the numbered text and is no provision: lists of sources, captions of tables, quoted new wordings."""

import re
from pathlib import Path

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from extractors.parsing.markers import Marker
from extractors.parsing.provisions import Node
from normalizers.wordings import Wordings

ITEM = re.compile(r"\s*(\d{1,3})[.)]\s")
CAPTION_LINES = 2
"""Printed lines that a caption has at most."""
_CAPTION = Wordings(
    Path(__file__).parent / "knowledge" / "line_words.tsv",
    r"<<table>>\s*(?:№\s*)?\d[\d.]*(?:\s*[.:–—-]?\s+\S|\W*$)|\d{1,2}\s?-\s?<<table_behind>>\s?[.:–—-]?\s+\S",
)
QUOTES = '“"«„'
QUOTE_REACH = 120  # lines a quoted new wording may take
CHANGES = re.compile(r"(?:Điều\s\d+|\d+|[a-zđ])\s?[.)]\s.{0,60}?(?:[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế)")
"""A heading without a colon that leads into a new wording: `Điều 1. Sửa đổi, bổ sung Điều 4`."""
QUOTED = re.compile(
    r"(?P<quote>[“\"«„]?)\s?(?:Điều\s(?=\d))?(?P<number>(?<=\s)\d+|\d+[a-zđ]?(?=\.\s)|[a-zđ]\d?(?=\)\s))"
)
"""A new wording that begins with its own number; a scan may have lost its opening quote."""
_SIGN = r"[«»„“”\"]"
_ENDS = re.compile(r"[”“»\"]\s*[.;]?$")


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


def drop_caption(node: Node, above: list[Printed]) -> None:
    """Take the caption of the table that begins below these lines from the text of the provision they belong to."""
    first = next((line for line in above if not line.table and _CAPTION.match(line.text)), None)
    if first is None:
        return
    kept = [[span for span in paragraph if span.start < first.start] for paragraph in node.paragraphs]
    node.paragraphs[:] = [paragraph for paragraph in kept if paragraph]


def quoted_through(lines: list[Printed], place: int) -> int | None:
    """Return how many lines below `place` its quoted wording ends; None where none begins, or none ends."""
    line = lines[place]
    follows = lines[place + 1 : place + 1 + QUOTE_REACH]
    begun = re.search(r":\s*(?P<rest>[“\"«„].*)$", line.text)
    texts = [begun["rest"] if begun else "", *(n.text.lstrip() for n in follows)]
    own = QUOTED.match(texts[1]) if texts[1:] and CHANGES.match(line.text) else None
    announced = line.text.rstrip().endswith(":") or bool(own and own["quote"])
    named = own and re.search(rf"(?:khoản|điểm|Điều)\s{own['number']}(?!\w)", line.text[2:], re.I)
    if own and named and not own["quote"] and announced and not begun:
        return _sole_sign(texts)
    if not begun and not (announced and texts[1:] and texts[1].startswith(tuple(QUOTES))):
        return None
    depth = 0
    for offset, quoted in enumerate(texts):
        depth = _depth_after(quoted, depth)
        if depth <= 0 and (offset or begun):
            return offset
    # An inner paragraph opened once more, and all were closed once: up to the line that ends with the closing sign.
    return next((i for i, quoted in enumerate(texts) if i and _ENDS.search(quoted.rstrip())), None)


def _sole_sign(texts: list[str]) -> int | None:
    """Return the line with the first quoting sign where it has that one alone, at its end: the opening one was lost."""
    at = next((i for i, quoted in enumerate(texts) if re.search(_SIGN, quoted)), 0)
    return at if len(re.findall(_SIGN, texts[at])) == 1 and _ENDS.search(texts[at].rstrip()) else None


def _depth_after(text: str, depth: int) -> int:
    """Return how many quotes are open at the end of a line: where a sign stands tells more than how it was read."""
    for sign in re.finditer(_SIGN, text):
        before, after = text[: sign.start()][-1:], text[sign.end() :][:1]
        opens, closes = not before.strip("(: "), not after.strip(" .,;:)/")
        if opens == closes:
            opens = sign[0] in "«„“" or sign[0] == '"' and depth <= 0
        depth += 1 if opens else -1
    return depth
