"""Headings that no numeral tells: by their markup, capitals, place in a table laid out over the page, or their kin."""

import re
from pathlib import Path

from extractors.parsing.chapters import BARE
from extractors.parsing.cues import begins
from extractors.parsing.headings import VIETNAMESE
from extractors.parsing.lines import Printed
from extractors.parsing.markers import Marker
from extractors.parsing.outline import Outline
from extractors.parsing.provisions import Node
from normalizers.letters import lettered
from normalizers.values.names import fold
from normalizers.wordings import Wordings

SHORT = 8  # characters of a line in capitals that is no heading
OFFICE = 60  # characters of the first line of an office in two
SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.\s+(?=[^\W\d_])")
NAME = re.compile(
    r"(?:(?:Professor|Prof|Dr|Mr|Ms|Mrs|Miss)\.?\s+)*(?:[A-Z][a-z’'-]+(?:\s+[A-Z]\.)*(?:\s+[A-Z][A-Za-z’'-]+){1,2}"
    r"|[A-Z]\.\s?(?:[A-Z]\.\s?){0,3}[A-Z][a-z][A-Za-z’'-]+)"
)
TITLED = re.compile(lettered(r"(\d{1,2})\.\s+\p{Lu}[^.;]{3,80}"))
"""A numbered title: one line without the end of a sentence."""
CLAUSE = re.compile(r"(\d{1,2})[.)]\s+(?=[^\W\d_].{20})")
"""A numbered clause in sentences."""
FIRST_POINT, BEGUN = re.compile(r"[(]?(?:1|a|а)[)]\s"), re.compile(r"1\.\s")
LISTED = 6
"""Lines below a number within which its first part begins."""
GROUP_WORDS = 9
"""Words of a heading of clauses that has no number, at most."""
INDENT = 0.03
"""Share of the column by which a line is set in."""
PART = Wordings(Path(__file__).parent / "knowledge" / "line_words.tsv", r"<<part>>", re.IGNORECASE)


def laid_out(lines: list[Printed], place: int, outline: Outline) -> bool:
    """Whether a row of one cell is the next section's heading: a page laid out as one table with its plan."""
    line = lines[place]
    number = SECTION.match(line.text)
    if number is None or "\t" in line.text or PART.match(line.text, number.end()):
        return False
    below = next((n for n in lines[place + 1 : place + 4] if not n.furniture), None)
    if below is None or below.table and "\t" in below.text:
        return False
    tops = [n for n in outline.nodes if n.kind == "decimal" and n.scope == outline.scope and n.titled]
    if not tops or tops[-1].marker is None:
        return False
    last, path = tops[-1].marker.path[0], tuple(int(n) for n in number[1].split("."))
    return (path == (last + 1,) and line.capitals) or (len(path) > 1 and path[0] == last and not line.terminal)


def leads_to_signature(lines: list[Printed], place: int) -> bool:
    """Whether a short line apart from the text above is the first of an office, `Қазақстан Республикасының`, or the
    name of who holds it: `Dr Ann Lee` over `Registrar`."""
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    above = lines[place - 1] if place else None
    apart = line.blank_before or above is not None and above.terminal and NAME.fullmatch(line.text) is not None
    apart = apart and not line.terminal and len(line.text) < OFFICE and line.text[:1].isupper()
    return bool(apart and below and not below.blank_before and begins("tail", below.text))


def announced(line: Printed, outline: Outline, titles: set[str], kin: set[int]) -> bool:
    """Whether a bare number before a title, `2 Порядок`, is a heading's: its first clause or its kin show it."""
    match = BARE.match(line.text)
    if match is None or line.terminal:
        return False
    if fold(line.text) in titles:
        return True
    value = int(match[1])
    if value in kin or (len(line.text.split()) <= 14 and {value - 1, value + 1} & kin):
        return True
    before = [n for n in outline.nodes if n.kind == "decimal" and n.scope == outline.scope]
    last = before[-1] if before else None
    return last is not None and last.bare and last.marker is not None and last.marker.path[0] + 1 == value


def marked_up(line: Printed, before: Printed | None, node: Node | None) -> bool:
    """Whether a line is a heading without a number, by its markup, inside the numbered text."""
    if not (line.heading_mark or line.bold) or line.terminal or line.bulleted:
        return False
    words = line.text.split()
    if node is not None and not node.paragraphs:
        return False
    if before is not None and before.bold and not line.blank_before:
        return False
    return 1 < len(words) <= 30 and line.text[:1].isupper()


def between_articles(lines: list[Printed], place: int, node: Node | None) -> bool:
    """Whether a line in capitals stands apart above an article that is not the first: `CHUẨN NGOẠI NGỮ`."""
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or node is None or not node.paragraphs or not node.ancestors()[-1].marker:
        return False
    apart = line.blank_before and below.blank_before and line.capitals and len(line.text) > SHORT
    return apart and below.text.startswith("Điều ") and not re.match(r"Điều 1\D", below.text)


def between_clauses(lines: list[Printed], place: int, outline: Outline) -> bool:
    """Whether a short bold line stands above the clause whose number comes next, and is its group's heading: `Fees`."""
    line = lines[place]
    below = next((n for n in lines[place + 1 : place + 3] if not n.furniture), None)
    whole = below is not None and not below.heavy and (line.strong or below.terminal)  # no list of names
    number = CLAUSE.match(below.text) if below is not None and whole else None
    named = line.heavy and not line.terminal and not line.bulleted and not line.table and line.text[:1].isupper()
    if number is None or not named or len(line.text.split()) > GROUP_WORDS or VIETNAMESE.search(line.text):
        return False
    if below is not None and line.left > below.left + INDENT and abs(line.left + line.right - 1) > INDENT:
        return False  # set in below the number of the clause before, whose text it is
    clauses = [n for n in outline.nodes if n.kind == "decimal" and n.scope == outline.scope and n.marker]
    return int(number[1]) == (clauses[-1].marker.path[0] + 1 if clauses and clauses[-1].marker else 1)


def begins_late(lines: list[Printed], place: int, marker: Marker) -> bool:
    """Whether a number after 1 is the first of a fragment: that of a title whose next two sections follow in its style,
    of a Roman title in capitals, of a dotted number that the next one follows, or of a clause that its
    first part stands below, too; no line before bears a number."""
    if any(TITLED.fullmatch(line.text) or CLAUSE.match(line.text) for line in lines[:place] if not line.furniture):
        return False
    value, first = marker.path[-1], lines[place]
    titles = {int(m[1]): _style(line) for line in lines[place + 1 :] if (m := TITLED.fullmatch(line.text))}
    if TITLED.fullmatch(first.text) and titles.get(value + 1) == _style(first) == titles.get(value + 2):
        return True
    below = [line.text for line in lines[place + 1 :] if not line.furniture]
    if marker.kind == "roman":
        return first.capitals and any(BEGUN.match(text) for text in below[:LISTED])
    path = ".".join(map(str, marker.path))
    following = re.compile(re.escape(".".join(map(str, (*marker.path[:-1], value + 1)))) + r"[.)]\s")
    if not any(following.match(text) for text in below):
        return False
    if marker.kind == "dotted":
        return True
    parts = [n for n, text in enumerate(below[:LISTED]) if text.startswith(f"{path}.1") or FIRST_POINT.match(text)]
    announcing = below[parts[0] - 1] if parts and parts[0] else first.text
    return bool(parts) and (announcing.endswith(":") or below[parts[0]].startswith(f"{path}.1"))


def _style(line: Printed) -> tuple[bool, bool]:
    return line.strong or line.bold or bool(line.heading_mark), line.capitals
