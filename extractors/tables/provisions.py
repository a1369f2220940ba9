"""provisions: articles, sections, clauses and points, and headings without a number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.checks.text.series import gaps
from extractors.parsing.cues import begins
from extractors.parsing.wording import wording
from extractors.structure.terms.definitions import definitions
from extractors.values import row_of
from models.document import Document, Section
from models.rows import Row, Value
from models.text import Span
from normalizers.letters import lettered

NUMBERED = 0.96
UNNUMBERED = 0.7
BEHIND_GAP, OUT_OF_LINE = 0.9, 0.84
"""Of a number before which others of its list are missing, and of one whose list begins late or goes back: what it
belongs to is in doubt. The text that stands where a number was lost holds another's, too."""
WORDED = re.compile(r"[^\W\d_]{2}[^\W\d_]*\s\w+$")
"""A number that ends with the word of its kind and its place: `CHƯƠNG II`, `Điều 4`."""
BELOW_ITS_KIND = re.compile(r"\.[^\W\d_]\)?\.[^\W\d_]\)?$")
"""A point of a point with a letter of its own, `4.b.a`: mostly the clause between them lost its number."""
LONGEST_LABEL = 5
"""Words of a label above a list of sources, at most: `Giáo trình chính:`."""
LEAST_ITEMS = 2
"""Items without a label below a text that announces a list, from which the labels are taken for lost."""
CODED = re.compile(
    lettered(
        r"[*_]{0,3}(?:P[LE]?[O0]|[CE]?L[O0]|MT|PI|P[Il]|CĐR|CDR|CO|SO|G|ПРН|ПРО|ПР|ЗК|СК|ФК|РН|РО|ОН|ПК|УК|ОПК|ІК|ИК)"
        r"\s?-?\s?\d{1,2}(?:\.\d{1,2}){0,2}\s?(?:[.:)–—-]|\s(?=\p{Lu}))"
    )
)  # an outcome's code before its text: the outcomes table holds both


def extract(document: Document) -> list[Row]:
    """Return a row for every section of the tree, in reading order."""
    scanned = any(page.route == "ocr" for page in document.pages)
    lost = {at for at, section in enumerate(document.sections) if scanned and _lost_list(document, section)}
    terms = [one.paragraph.offsets[one.term[0]] for one in definitions(document)]
    return _doubted([_row(document, section, terms) for section in document.sections], lost)


def _row(document: Document, section: Section, terms: list[int]) -> Row:
    sure = NUMBERED if section.number else UNNUMBERED
    number = Value(section.number, section.marker, sure, "parsing.marker") if section.number else None
    parent = Value(section.parent, None, sure, "parsing.tree") if section.parent else None
    heading = wording(document.text, (section.heading,), confidence=sure) if section.heading else None
    own = _own_text(document, section, terms)
    text = wording(document.text, own, confidence=sure) if own else None
    return row_of("provisions", section.number, number=number, parent=parent, heading=heading, text=text)


def _lost_list(document: Document, section: Section) -> bool:
    """Whether a text that was read from paper announces a list and items follow without a label or a dash."""
    parts = [document.text.body(span).strip() for span in section.text]
    announced = next((at for at, part in enumerate(parts) if part.endswith(":")), len(parts))
    return sum(part[:1].isupper() and part.endswith(";") for part in parts[announced + 1 :]) >= LEAST_ITEMS


def _doubted(rows: list[Row], lost: set[int]) -> list[Row]:
    """Return the rows with less confidence in what the ladder of their numbers contradicts; the texts of those that
    lost the labels of a list, too."""
    numbered = [at for at, row in enumerate(rows) if row.get("number")]
    places = {id(rows[at]): at for at in numbered}
    labels = {at: OUT_OF_LINE for at in numbered if BELOW_ITS_KIND.search(str(rows[at].get("number")))}
    texts = set(lost)
    for gap in gaps([rows[at] for at in numbered]):
        if WORDED.search(str(gap.row.get("number"))):
            continue  # a chapter or an article says by its word what it is
        at = places[id(gap.row)]
        late = gap.before is None or gap.missing is None
        for below in _held_with(rows, at) if late else [at]:
            labels[below] = min(labels.get(below, 1.0), OUT_OF_LINE if late else BEHIND_GAP)
        texts.update([at - 1] if at else [])
    return [_less_sure(row, labels.get(at, 1.0), OUT_OF_LINE if at in texts else 1.0) for at, row in enumerate(rows)]


def _held_with(rows: Sequence[Row], at: int) -> list[int]:
    """Return the places of a row, of the rows of its list after it, and of all below them."""
    number, parent = str(rows[at].get("number")), rows[at].get("parent")
    held, found = {number}, [at]
    for place in range(at + 1, len(rows)):
        own, above = rows[place].get("number"), rows[place].get("parent")
        if above in held or (parent is not None and above == parent and len(str(own)) <= len(number) + 1):
            found.append(place)
            held.add(str(own))
        elif own is not None:
            break
    return found


def _less_sure(row: Row, label: float, text: float) -> Row:
    told = {"number": label, "parent": label, "heading": text, "text": text}
    cells_ = {
        name: replace(cell, confidence=min(cell.confidence, told.get(name, 1.0))) for name, cell in row.cells.items()
    }
    return replace(row, cells=cells_)


def _own_text(document: Document, section: Section, terms: list[int]) -> tuple[Span, ...]:
    """Return the spans of a section's text; lists of sources, terms and outcomes are tables of their own. `terms` are
    the places of the terms that the document defines."""
    coded = next((i for i, span in enumerate(section.text) if CODED.match(document.text.body(span))), None)
    if coded is not None and section.heading is not None:
        return section.text[:coded]
    if section.heading is None or not section.text:
        return section.text
    heading, first = document.text.body(section.heading), document.text.body(section.text[0])
    if begins("terms", heading) and any(section.span.start <= at < section.span.end for at in terms):
        return section.text[:1] if first.endswith(":") else ()
    between = document.text.content[section.heading.end : section.text[0].start]
    beside = not re.search(r"[\n\f]", between)  # the value of a label, no list
    label = begins("sources", first) and len(first.split()) <= LONGEST_LABEL
    if (label or begins("sources", heading) and not first.endswith(":")) and not beside:
        return ()
    return section.text
