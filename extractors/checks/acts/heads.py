"""Rules about heads and signatures: drafts, blanks where a number or a date should stand, signers without a name."""

import re
from pathlib import Path

from extractors.checks.telling import tell
from extractors.people.knowledge import heads
from models.document import Document
from models.rows import Finding, Row
from normalizers.letters import lettered
from normalizers.wordings import Wordings, any_of

_WORDS = Path(__file__).parents[1] / "knowledge" / "blank_words.tsv"
_DRAFT = Wordings(_WORDS, r"(?m)^[^\w\n]*<<draft>><<draft_told>>?[^\w\n]*$")
# Words that elsewhere mean a project: a draft only where they stand alone at the very top.
_SAID_DRAFT = Wordings(_WORDS, r"(?m)^[^\w\n]*<<draft_above>>(?:[ ]\d[^\t\n]*)?[ .:()\[\]«»*_–-]*$")
_BLANK_NUMBER = Wordings(_WORDS, r"<<number_label>>\s?:[\s._…]{0,30}/\s?(?:\d{4}/)?([A-ZĐ][\w&.-]+)")
_BLANK_PROTOCOL = Wordings(
    _WORDS, r"<<register_label>>\s*№\s*_{2,}[^\n]{0,60}|<<day_label>>\s*[«\"]\s*_{2,}\s*[»\"][^\n]{0,40}"
)
_WHO = lettered(r"(?:\p{Lu}\p{Ll}+[\s-]){1,4}\p{Lu}\p{Ll}+\s*")
_NAMED = re.compile(rf"^[^\W\d_][^:\n\d]{{3,40}}:\s*{_WHO}$")
"""An office and the name of who holds it, on one line."""
_PERSON = re.compile(_WHO)
"""A name alone, below an office in capitals that is not known."""
CLOSING = 5
"""Lines at the end of a document among which it is signed."""
_UNNAMED = Wordings(
    _WORDS,
    r"<<approval>>[^\w\n]*[\n\f](?:[^\n\f]*[\n\f]){1,4}?[^\n\f\w]*_{3,}\W*[\n\f]\W*\d{1,2}\W{0,3}\s[^\W\d_]{3,}\s(?:19|20)\d\d",
)
"""A dated approval with nothing but a rule where its name should stand."""
_OFFICE_LAST = re.compile(
    rf"[\n\f]\W*(?:{'|'.join(map(re.escape, heads()))})(?:\W*\([^()\n]*\))?\W*(?:$|[\n\f]\W*{any_of(_WORDS, 'form')})"
)
"""The office of who heads an institution, with nothing below it or what is annexed."""
HEAD = 3000
_SIGNED_KINDS = ("decision", "plan", "notice", "circular")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what the head and the end of a document lack."""
    own = next((r for r in rows if r.table == "documents"), None)
    if own is None:
        return []
    found = [*_draft(document, own), *_blanks(document, own), *_signer(document, own, rows)]
    if own.get("kind") == "syllabus" and not own.get("issued_on") and not any(r.table == "people" for r in rows):
        found.append(tell("missing_date", "info", "documents", own.row_key))
    return found


def _draft(document: Document, own: Row) -> list[Finding]:
    content = document.text.content
    match = _DRAFT.search(content, 0, 3000) or _SAID_DRAFT.search(content, 0, min(len(content), 300))
    if match is None:
        return []
    return [tell("draft_document", "warning", "documents", own.row_key, mark=match[0].strip())]


def _blanks(document: Document, own: Row) -> list[Finding]:
    found = []
    head = document.text.content[:3500]
    number = _BLANK_NUMBER.search(head)
    if number is not None and not own.get("number") and not _is_written(document, "the number"):
        found.append(tell("blank_value.number", "warning", "documents", own.row_key, symbol=number[1]))
    protocol = _BLANK_PROTOCOL.search(head)
    if protocol is not None and document.genre.kind in ("programme", "regulation", "syllabus", "decision", "plan"):
        found.append(tell("blank_value.approval", "warning", "documents", own.row_key, line=protocol[0].strip()))
    return found


def _is_written(document: Document, what: str) -> bool:
    """Whether something stands on the first page written by hand: that is no blank."""
    notes = document.pages[0].notes if document.pages else ()
    return any(note.kind == "handwriting" and note.message.startswith(what) for note in notes)


def told_of(line: str, own: Row | None) -> bool:
    """Whether the rules about heads tell of a blank in this line."""
    if own is None:
        return False
    return bool(not own.get("number") and _BLANK_NUMBER.search(line) or _BLANK_PROTOCOL.search(line))


def _signer(document: Document, own: Row, rows: tuple[Row, ...]) -> list[Finding]:
    """Acts end in a signature, other texts may; its office without a name, or nothing at all, is worth a look."""
    people = [r for r in rows if r.table == "people" and r.get("act") in ("signed", "approved")]
    content = document.text.content
    if document.genre.language != "vi" and own.get("kind") != "decision" or own.get("kind") not in _SIGNED_KINDS:
        unnamed = not any(r.get("act") == "approved" for r in people) and _UNNAMED.search(content, 0, HEAD)
        closes = not any(r.get("name") for r in people) and _OFFICE_LAST.search(content)
        return [tell("signatory_missing", "warning", "people", None)] if unnamed or closes else []
    headings = {str(r.get("heading")).casefold() for r in rows if r.table == "provisions" and r.get("heading")}
    if any(r.get("name") and str(r.get("name")).casefold() not in headings for r in people):
        return []
    lines = document.text.content.rstrip().split("\n")
    signed = len(lines) > 1 and lines[-2].isupper() and _PERSON.fullmatch(lines[-1])
    if signed or any(_NAMED.search(line) for line in lines[-CLOSING:]) or _named_below(document, rows):
        return []
    key = people[0].row_key if people else None
    return [tell("signatory_missing", "warning", "people", key)]


def _named_below(document: Document, rows: tuple[Row, ...]) -> bool:
    """Say whether a name stands alone right below the list of recipients, beside which the office is."""
    cells = (row.cells.get("name") for row in rows if row.table == "recipients")
    ends = [cell.span.end for cell in cells if cell and cell.span]
    below = re.split(r"[\n\f]", document.text.content[max(ends) :])[1 : CLOSING - 1] if ends else []
    return any(_PERSON.fullmatch(line.strip()) for line in below)
