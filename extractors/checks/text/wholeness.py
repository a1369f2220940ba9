"""Wholeness: numbers and pages without gaps, clauses that exist, blanks and seals where a value should stand."""

import re
from pathlib import Path

from extractors.checks.acts.heads import told_of
from extractors.checks.patterns import patterns
from extractors.checks.telling import tell
from extractors.checks.text.series import Gap, gaps
from extractors.curriculum.cards.bundles import syllabi
from extractors.parsing.annexes import BLANK, annexes
from extractors.parsing.lines import printed_lines
from extractors.parsing.markers import readings
from extractors.parsing.numerals import roman, to_roman
from models.document import Document
from models.page import Page
from models.rows import Finding, Row
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "blank_words.tsv"
ANNEX_WORD = Wordings(_WORDS, r"<<of_annex>>\s*(?:№\s*)?(\d{1,2})", re.IGNORECASE)
_OTHERS_ANNEX = Wordings(_WORDS, r"\s*<<of_other>>(?!\w)", re.I)
"""What stands behind a number of an annex that is another act's, or told with the act that it is of."""
RECOVERED, UNSURE = "recovered", "unsure"
"""Kinds of the notes of words under a seal."""
BEGUN = 4
"""Numbers that the first clause of a series may lack before it; of more, it goes on from elsewhere."""
SINGLY = 8
"""Gaps that are named one by one; of more, the reading is in doubt and no author."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is missing from a document or stands blank in it."""
    return [
        *_numbering(document, rows),
        *_twice(document),
        *_pages(document),
        *_forms(document, rows),
        *_blanks(document, rows),
        *_notes(document),
        *_terms_before_use(document, rows),
    ]


def _numbering(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    provisions = [row for row in rows if row.table == "provisions" and row.get("number")]
    new = any(row.table == "citations" and row.get("relation") == "amends" for row in rows)
    begun = (gap for gap in gaps(provisions) if gap.before or (gap.missing or 0) <= BEGUN)
    begun = (gap for gap in begun if not (new and _is_annex(gap)))
    found = [gap for gap in begun if not _is_printed(document, provisions, gap)]
    if len(found) > SINGLY:
        numbers = list(dict.fromkeys(str(gap.row.get("number")) for gap in found))
        many = {"count": len(found), "numbers": numbers}
        return [tell("provision_numbering_gap.many", "info", "provisions", **many)]
    return [_gap(gap) for gap in found]


def _is_annex(gap: Gap) -> bool:
    """Say whether a gap is one of annexes: where an act amends another, they have the numbers of that one's."""
    found = readings(str(gap.row.get("number")), cyrillic=True)
    return bool(found) and found[0].kind == "annex" and not gap.row.get("parent")


def _is_printed(document: Document, provisions: list[Row], gap: Gap) -> bool:
    """Say whether the one number that a series lacks begins a line between the provisions, or Roman ones stand before
    words anywhere, side by side perhaps: they were not read as any."""
    if gap.missing and (top := roman(str(gap.row.get("number")))):
        lost = (to_roman(top - n) for n in range(1, gap.missing + 1))
        return all(re.search(lettered(rf"(?<!\w){n}\.\s\p{{Lu}}"), document.text.content) for n in lost)
    places = [row.cells["number"].span for row in provisions[: provisions.index(gap.row) + 1][-2:]]
    before = gap.before or "0"
    if gap.missing != 1 or not before.isdecimal() or len(places) < 2 or not places[0] or not places[1]:
        return False
    between = document.text.content[places[0].start : places[1].start]
    return bool(re.search(rf"[\n\f]\W{{0,3}}{int(before) + 1}[.)]\s", between))


def _twice(document: Document) -> list[Finding]:
    """Clauses whose number stands again before the next one: what follows it was read as more of the first."""
    found = []
    for section in document.sections:
        number = section.number or ""
        own = number.rsplit(".", 1)[-1] if " " in number else number
        first = own in ("1", "I") or not re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}", own)
        if first or "." not in number and own != number:
            continue
        mark = r"(?:[.)]\s+|\s+)\p{Lu}\p{Ll}" if "." in number else r"[.)]\s+\p{Lu}[\p{Lu}\p{Ll}]"
        again = re.compile(lettered(rf"[\n\f]\W*{re.escape(own)}{mark}"))
        text = "\n".join(document.text[s] for s in section.text)
        text = text if "." in number else re.split(r"[\n\f]\W*1[.)]\s", text)[0]  # a list of its own
        text = "\n" + text if text.startswith(f"{own}.") else text
        if any(not _is_quoted(text[: match.end()]) for match in again.finditer(text)):
            said = {"number": number, "before": number, "parent": section.parent or "the document"}
            found.append(tell("provision_numbering_gap.order", "warning", "provisions", number, **said))
    return found if len(found) <= SINGLY else []


def _is_quoted(before: str) -> bool:
    """Say whether a quote that begins in what stands before has not ended."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”") or before.count("«") > before.count("»")


def _gap(gap: Gap) -> Finding:
    said = {
        "number": gap.row.get("number"),
        "before": gap.before or "the beginning",
        "parent": gap.row.get("parent") or "the document",
    }
    if gap.missing is None:
        return tell("provision_numbering_gap.order", "warning", "provisions", gap.row.row_key, **said)
    return tell("provision_numbering_gap", "warning", "provisions", gap.row.row_key, missing=gap.missing, **said)


def _pages(document: Document) -> list[Finding]:
    """Compare the page numbers that running heads and feet print with the number of pages that they declare."""
    numbers: list[int] = []
    totals: list[int] = []
    for language, pattern in patterns("page_marks.tsv"):
        if language not in (document.genre.language, "en"):
            continue
        for match in pattern.finditer(document.text.content):
            groups = match.groupdict()
            numbers += [int(groups["n"])] if groups.get("n") else []
            totals += [int(groups["total"])] if groups.get("total") else []
    if len(set(numbers)) < 2 or not totals or len(set(totals)) > 1:
        return []
    total = totals[0]
    missing = [n for n in range(1, total + 1) if n not in numbers]
    findings = []
    if missing and len(missing) < total / 2:
        findings.append(tell("page_footer_gap", "warning", "documents", total=total, numbers=missing))
    if document.source.media_type == "application/pdf" and len(document.pages) not in (0, total) and not missing:
        pages = len(document.pages)
        findings.append(tell("page_footer_gap.count", "warning", "documents", pages=pages, total=total))
    return findings


def _forms(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    forms = [row for row in rows if row.table == "forms"]
    lines = printed_lines(document.text, document.pages) if forms else []
    findings = []
    blank = [annex for annex in annexes(lines) if annex.form]
    if any(BLANK.search(line.text) for annex in blank for line in lines[annex.first : annex.last + 1]):
        findings.append(tell("blank_form", "info", "forms", forms[0].row_key))
    texts = [document.text.body(span) for section in document.sections for span in section.text]
    cited = {m[1] for text in texts for m in ANNEX_WORD.finditer(text) if not _OTHERS_ANNEX.match(text, m.end())}
    numbered = {str(row.get("number")) for row in forms if row.get("number")}
    cited -= {m[1] for row in rows if row.table == "provisions" and (m := ANNEX_WORD.match(str(row.get("number"))))}
    if numbered and all(number.isdecimal() for number in numbered):
        last = max(int(number) for number in numbered)
        cited = {number for number in cited - numbered if int(number) <= last + 1}
        numbered = set()
    if len(syllabi(document)) == 1 and cited and forms and not numbered:
        findings.append(tell("appendix_label_missing", "warning", "forms", numbers=sorted(cited, key=int)))
    return findings


def _blanks(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Find blanks in the head and the tail, where a number, a date or a name should stand."""
    findings = []
    content = document.text.content
    zones = document.zones
    own = next((row for row in rows if row.table == "documents"), None)
    written = any(note.kind == "handwriting" for page in document.pages[:1] for note in page.notes)
    filled = {re.sub(r"[\W\d_]", "", line) for line in re.split(r"[\n\f]", content) if not _blank_value(line)}
    for span in (zones.head, zones.tail):
        words = content[span.start : min(span.end, span.start + 4000)]
        for line in re.split(r"[\n\f]", words):
            stamped = re.sub(r"[\W\d_]", "", line) in filled  # a line printed again with its blanks filled in
            if _blank_value(line) and not (stamped or told_of(line, own) or written and span == zones.head):
                shown = re.sub(r"\s+", " ", line).strip()[:80]
                findings.append(tell("blank_value", "warning", "documents", line=shown))
    return findings


def _blank_value(line: str) -> bool:
    dated = re.search(r"(?:\\?_){2,}|…{1,}|\.{4,}|«\s+»|(?:Số|№)\s*:?\s{3,}/|ngày\s{3,}tháng|ngày\s+tháng\s", line)
    value = r"(?:Số|№|ngày|tháng|[_…»]\s*20\d\d|202_|20__|(?-i:[\d_…]\s?[ргж]\.)|протокол|наказ)"
    return bool(dated and re.search(value, line, re.IGNORECASE))


def _notes(document: Document) -> list[Finding]:
    """Raise what was seen on the pages that is no text: handwriting, failures, and seals that lie over words.

    The same thing on several pages is one thing to look at.
    """
    pages: dict[tuple[str, str], list[int]] = {}
    for page in document.pages:
        boxes = [w.box for w in document.text.words if w.page == page.number and w.box is not None]
        for note in page.notes:
            over = note.kind == "seal" and note.box and any(note.box.meets(box) for box in boxes)
            if note.kind in ("handwriting", "unread") or over:
                pages.setdefault((note.kind, note.message), []).append(page.number)
    findings = _partial(document) + _sealed(document)
    for (kind, message), numbers in pages.items():
        if kind == "handwriting":
            what = message.partition(" is written by hand")[0]
            findings.append(tell("handwritten_value", "warning", "pages", what=what, pages=_once(numbers)))
        elif kind == "seal":
            findings.append(tell("seal_over_text", "info", "pages", what=message, pages=_once(numbers)))
        else:
            findings += [tell("unread_page", "warning", "pages", page=page, what=message) for page in _once(numbers)]
    return findings


def _sealed(document: Document) -> list[Finding]:
    """Name the words under seals: those that were recovered, and those that are unsure."""
    notes = [(page.number, note) for page in document.pages for note in page.notes if note.kind in (RECOVERED, UNSURE)]
    if not notes:
        return []
    said = {kind: [note.message for _, note in notes if note.kind == kind] for kind in (RECOVERED, UNSURE)}
    severity, says = ("warning", "seal_over_text.unsure") if said[UNSURE] else ("info", "seal_over_text.recovered")
    values = said if said[UNSURE] else {RECOVERED: said[RECOVERED]}
    if not said[RECOVERED]:
        says, values = "seal_over_text.all_unsure", {UNSURE: said[UNSURE]}
    return [tell(says, severity, "pages", pages=_once([page for page, _ in notes]), **values)]


def _once(numbers: list[int]) -> list[int]:
    return list(dict.fromkeys(numbers))


def _partial(document: Document) -> list[Finding]:
    """Say which pages of the document nothing could be had of, where there are any."""
    lost = [page.number for page in document.pages if is_lost(page)]
    late = [page.number for page in document.pages if any(note.kind == "untried" for note in page.notes)]
    total, findings = len(document.pages), []
    if lost:
        count = {"lost": len(lost), "pages": total}
        findings.append(tell("partial_document", "error", "documents", numbers=lost, **count))
    if late:
        count = {"late": len(late), "pages": total}
        findings.append(tell("out_of_time", "error", "documents", numbers=late, **count))
    return findings


def is_lost(page: Page) -> bool:
    """Return whether nothing could be had of a page, which is not to say that nothing is on it."""
    return not page.blocks and any(note.kind == "unread" for note in page.notes)


def _terms_before_use(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Find acronyms that the numbered text uses before it introduces them."""
    findings = []
    begin = document.zones.body.start
    for row in rows:
        cell = row.cells.get("term") if row.table == "terms" else None
        if cell is None or cell.span is None or not re.fullmatch(r"[^\W\d_]{2,6}", str(cell.value)):
            continue
        if not str(cell.value).isupper() or row.cells["definition"].confidence > 0.9:
            continue  # a list of abbreviations may stand anywhere
        used = re.search(rf"(?<!\w){re.escape(str(cell.value))}(?!\w)", document.text.content[begin : cell.span.start])
        if used:
            findings.append(tell("abbreviation_before_definition", "info", "terms", row.row_key, term=cell.value))
    return findings
