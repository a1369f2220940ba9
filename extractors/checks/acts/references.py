"""Rules about cited acts: the shape of their numbers, what a citation lacks, what is superseded or misprinted."""

import re
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from extractors.checks.telling import tell
from extractors.heads.pieces import bare
from models.document import Document
from models.rows import Finding, Row, Value
from models.text import Span
from normalizers.values.act_numbers import has_shape
from normalizers.values.names import fold
from normalizers.wordings import Wordings

_NUMBERED = ("order", "decree", "circular", "decision", "resolution", "instruction")
_NAMED_BY_NUMBER = tuple(kind for kind in _NUMBERED if kind != "instruction")  # some are meant in general
TITLED = 20
"""Letters of a title from which it is of one act."""
_CYRILLIC_ROMAN = re.compile(r"-[IVXLІХ]*[ІХ][IVXLІХ]*$")
_WORDS = Path(__file__).parents[1] / "knowledge" / "basis_words.tsv"
_BASIS_CUE = Wordings(_WORDS, r"\s*[-–.*]?\s*(?:<<basis>>|<<other_opening>>)")
_UNOPENED = Wordings(_WORDS, r"\s*[.,;]\s*(?:<<act>>|<<other_act>>)")
_BARE_BASIS = Wordings(_WORDS, r"^\W*<<basis>>\s+(<<act>> [^\d\n]{4,200})[;.]\s*$", re.M)
_UNTITLED_LAW = Wordings(_WORDS, r"<<law>>,?\s<<part_of_law>>\.?\s?\d+")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is doubtful in the acts that a document cites and in its register of changes."""
    cited = [r for r in rows if r.table == "citations"]
    register = [r for r in rows if r.table == "amendments"]
    found: list[Finding] = []
    for row in cited:
        found += _shape(document, row)
        found += _lacks(row, cited)
        found += _letters(document, row)
    return [
        *found,
        *_related(cited),
        *_registered(document, cited, register),
        *_unchanged(register),
        *_titles(cited),
        *_numbers(rows),
        *_openings(document, cited),
        *_unnamed_laws(document),
        *_bare_bases(document),
    ]


def _told(says: str, severity: str, row: Row, /, **values: Any) -> Finding:
    return tell(says, severity, row.table, row.row_key, **values)


def _printed(document: Document, row: Row, column: str) -> str:
    """Return what stood on the page before repair where a value was read."""
    cell = row.cells.get(column)
    return document.text.trace(cell.span).raw_text if cell is not None and cell.span is not None else ""


def _shape(document: Document, row: Row) -> list[Finding]:
    """Vietnamese numbers that are not of their kind's shape, or were misprinted."""
    number = row.get("number")
    if document.genre.language != "vi" or not number:
        return []
    cell = row.cells["number"]
    printed = _printed(document, row, "number")
    if cell.extractor == "citations.symbol":
        shown = document.text[cell.span] if cell.span else ""
        return [_told("citation_number_shape.issuer", "warning", row, printed=shown, number=number)]
    if printed and _letters_of(printed) != _letters_of(number):
        if sorted(_letters_of(printed)) != sorted(_letters_of(number)) and _is_read_by_machine(document, cell):
            return [_told("low_confidence_value.rebuilt", "warning", row, column="number", printed=_flat(printed))]
        return [_told("citation_number_shape.printed", "warning", row, printed=_flat(printed), number=number)]
    kind = str(row.get("kind") or "")
    if re.fullmatch(r"\d+/\d{4}", number):
        return [_told("citation_number_shape.bare", "warning", row, number=number)]
    year = str(row.get("issued_on") or "9999")[:4]
    if kind in ("circular", "decree") and year >= "2000" and re.fullmatch(r"\d+/[A-ZĐ]\S+", number):
        return [_told("citation_number_shape.year", "warning", row, number=number)]
    if not has_shape(number, kind if kind in ("circular", "resolution") else "", "vi"):
        return [_told("citation_number_shape", "warning", row, number=number)]
    if re.search(r"\S[–—]\S", printed):
        return [_told("citation_number_shape.dash", "info", row, printed=_flat(printed))]
    return []


def _is_read_by_machine(document: Document, cell: Value) -> bool:
    """Whether a page was read by OCR or its layer rebuilt: what differs from the number may not be in print."""
    page = document.text.trace(cell.span).page if cell.span is not None else None
    return any(p.number == page and p.route in ("ocr", "repaired_text_layer") for p in document.pages)


def _flat(printed: str) -> str:
    return " ".join(printed.split())


def _letters_of(number: str) -> str:
    """Return the letters of a number without marks: what a scan without marks may print."""
    return re.sub(r"[\W\d_]", "", bare(number.split("/", 1)[-1])).replace("i", "").replace("l", "").replace("o", "")


def _lacks(row: Row, cited: list[Row]) -> list[Finding]:
    """What a citation of its kind lacks; an internal regulation needs a number where its like are cited by theirs."""
    latin = not re.search(r"[\u0400-\u04ff]", str(row.get("title") or ""))
    siblings = any(r.get("kind") == "regulation" and r.get("number") for r in cited)
    kind, number, issued = row.get("kind"), row.get("number"), row.get("issued_on")
    if row.get("relation") in ("approves", "enacts"):
        return []
    if (
        not number
        and not issued
        and kind in _NAMED_BY_NUMBER
        or (not number and row.get("issuer") and kind == "regulation" and not issued)
    ):
        what = row.get("title") or row.get("issuer") or kind
        return [_told("incomplete_citation", "warning", row, act=what)]
    if not number and (
        issued
        and (kind in (*_NUMBERED, "plan", "official_letter") or kind == "law" and latin)
        or kind == "regulation"
        and siblings
    ):
        return [_told("citation_without_number", "info", row, act=row.get("title") or kind)]
    dated = any(r.get("number") == number and r.get("issued_on") for r in cited)
    if (
        number
        and not issued
        and not dated
        and kind in ("plan", "decision", "order", "decree", "circular", "resolution", "official_letter")
        and "/" in number
    ) and not re.fullmatch(r"\d+/\d{4}", number):
        return [_told("citation_without_date", "info", row, number=number)]
    return []


def _letters(document: Document, row: Row) -> list[Finding]:
    """Roman numerals with Cyrillic letters, and numbers whose figures were put right by repair."""
    number = row.get("number")
    if not number:
        return []
    printed = _printed(document, row, "number")
    if _CYRILLIC_ROMAN.search(re.sub(r"\s", "", printed)) and re.search(r"-[IVXL]+$", number):
        return [_told("look_alike_letters.roman", "warning", row, printed=_flat(printed))]
    figures, stood = re.sub(r"\D", "", str(number)), re.sub(r"\D", "", printed)
    if printed and figures != stood and len(figures) > len(stood):
        return [_told("low_confidence_value.rebuilt", "warning", row, column="number", printed=_flat(printed))]
    return []


def _related(cited: list[Row]) -> list[Finding]:
    """Acts that the document itself says are amended, and acts that it replaces."""
    found = []
    for row in cited:
        of = row.get("of_number")
        if of:
            found.append(tell("cited_act_amended", "info", "citations", str(of), newer=row.get("number")))
        if row.get("relation") == "replaces" and row.get("number"):
            found.append(_told("replaces_act", "info", row, number=row.get("number")))
    return found


def _registered(document: Document, cited: list[Row], register: list[Row]) -> list[Finding]:
    """Acts in the list of references that the register of changes strikes out or replaces."""
    found = []
    for change in register:
        old, new = str(change.get("old_text") or ""), str(change.get("new_text") or "")
        if any(r.get("number") and str(r.get("number")) in new and str(r.get("number")) not in old for r in cited):
            continue
        for row in cited:
            number = row.get("number")
            if number and re.search(rf"(?<![\w.-]){re.escape(str(number))}(?![\w-])", old):
                how = "replaced" if change.get("new_text") else "struck"
                by = {"row": change.row_key, "basis": change.get("basis_number")}
                found.append(_told(f"citation_superseded.{how}", "warning", row, **by))
                found += _differs(row, change, old)
        basis = str(change.get("basis_number") or "")
        if not old and basis:
            found += [
                _told("citation_superseded.title", "warning", r, row=change.row_key, basis=basis)
                for r in cited
                if _same_title(document, r, change)
            ]
    return found


def _same_title(document: Document, row: Row, change: Row) -> bool:
    cell = change.cells.get("basis_number")
    title = str(row.get("title") or "")
    if cell is None or cell.span is None or len(title) < 30 or row.get("number") == change.get("basis_number"):
        return False
    return fold(title) in fold(document.text.body(cell.span))


def _differs(row: Row, change: Row, old: str) -> list[Finding]:
    title, quoted = str(row.get("title") or ""), re.search(r"«(.+)»", old)
    if not title or quoted is None:
        return []
    likeness = fuzz.ratio(fold(title), fold(quoted[1]))
    if 60 <= likeness < 97:
        said = {"row": change.row_key, "likeness": round(likeness)}
        return [_told("amendment_text_differs", "warning", change, **said)]
    return []


def _unchanged(register: list[Row]) -> list[Finding]:
    found = []
    for row in register:
        if not any(row.get(column) for column in ("old_text", "new_text", "provision")):
            found.append(_told("amendment_without_change", "warning", row, basis=row.get("basis_number")))
        cell = row.cells.get("new_text")
        if cell is not None and cell.extractor == "amendments.basis":
            found.append(_told("unreadable_text.fragments", "warning", row))
    return found


def _titles(cited: list[Row]) -> list[Finding]:
    """The same internal act under two titles: all words of the shorter stand in the longer."""
    plain = [r for r in cited if r.get("kind") == "regulation" and not r.get("number") and r.get("title")]
    found = []
    for index, row in enumerate(plain):
        for other in plain[:index]:
            short, long = sorted((_stems(row), _stems(other)), key=len)
            if 2 <= len(short) < len(long) and short <= long and (row.get("issuer") or other.get("issuer")) is not None:
                continue
            if 2 <= len(short) < len(long) and short <= long:
                titles = {"first": other.get("title"), "second": row.get("title")}
                found.append(_told("inconsistent_citation_title", "info", row, **titles))
    return found


def _numbers(rows: tuple[Row, ...]) -> list[Finding]:
    """The same act under two numbers that end alike."""
    acts = [r for r in rows if r.table in ("documents", "citations") and re.match(r"\d", str(r.get("number") or ""))]
    pairs = ((row, other) for place, row in enumerate(acts) for other in acts[:place])
    return [
        _told("inconsistent_citation_number", "warning", row, first=other.get("number"), second=row.get("number"))
        for row, other in pairs
        if _is_one_act(row, other)
    ]


def _is_one_act(row: Row, other: Row) -> bool:
    """Say whether two acts of different numbers are of one day, with the same figures in another order or one title, or
    of one title and relation, one of them without a day."""
    figures, tails = zip(
        *(re.split(r"(?!\d)", str(act.get("number")), maxsplit=1) for act in (row, other)), strict=True
    )
    days = {act.get("issued_on") for act in (row, other)}
    title, kin = fold(str(row.get("title") or "")), row.get("relation") == other.get("relation")
    titled = len(title) >= TITLED and title == fold(str(other.get("title") or ""))
    of_a_day = len(days) == 1 and None not in days and (titled or sorted(figures[0]) == sorted(figures[1]))
    return figures[0] != figures[1] and tails[0] == tails[1] and (of_a_day or None in days and titled and kin)


def _stems(row: Row) -> set[str]:
    words = re.findall(r"[^\W\d_]{4,}", fold(str(row.get("title"))))
    return {w[:5] for w in words if w not in ("положення", "положение", "порядок")}


def _openings(document: Document, cited: list[Row]) -> list[Finding]:
    """A line of the preamble that names an act but has lost its opening word."""
    if document.genre.language != "vi":
        return []
    found = []
    content = document.text.content
    for row in cited:
        cell = row.cells.get("number")
        if row.get("relation") != "basis" or cell is None or cell.span is None:
            continue
        index = document.text.line_at(cell.span.start)
        start = document.text.lines[index].start
        line = content[start : cell.span.start]
        if not _BASIS_CUE.match(line) and _UNOPENED.match(line):
            found.append(_told("basis_incomplete", "warning", row, line=line.strip()[:24]))
    return found


def _unnamed_laws(document: Document) -> list[Finding]:
    """Laws cited by an article alone, without name, number or date."""
    return [
        tell("incomplete_citation.law", "warning", "citations", line=document.text[Span(m.start(), m.end())])
        for m in _UNTITLED_LAW.finditer(document.text.content)
    ]


def _bare_bases(document: Document) -> list[Finding]:
    """Acts of a kind that bears numbers, named in the preamble without any figure: `Căn cứ Nghị định của Chính phủ`."""
    return [
        tell("citation_without_number", "info", "citations", None, act=" ".join(match[1].split())[:80])
        for match in _BARE_BASIS.finditer(document.text.content)
    ]
