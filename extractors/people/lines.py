"""Signature lines with a rule between office and name: `Завідувач кафедри ____________ Марина ДУБИНА`."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.finding.marking.persons import find_persons
from extractors.people.knowledge import labels
from extractors.people.sources import opens_sources, writes
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.values.names import name_of
from normalizers.wordings import Wordings

_RULED = re.compile(r"^(?P<role>[^_\n\t]{4,140}?)[\s,]*[_/]{3,}[\s_/|(]*(?P<name>[^_\n\t()]{4,60}?)[\s_/)]*$")
_ENGLISH = re.compile(r"(?:(?:Prof|Dr|Mr|Ms|Mrs)\.?\s)*[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,3}")
REACH = 500
"""Characters below a label such as `Погоджено:` within which a signature is what it says."""
_WRAPPED = re.compile(r"[^\W\d_][^\d_/:;\t]{2,60}")
"""The end of an office below its own line, whose rule and name stand beside its beginning."""
LINES_OF_OFFICE = 3
_WIDE = re.compile(r"\s{3,}|\t|_{2}")
_WORDS = Path(__file__).parent / "knowledge" / "closing.tsv"
_MINUTES = Wordings(_WORDS, r"<<minutes>>\w*\s*№|№\s*[\w/]+\s*<<minutes_kk>>", re.I)
_GENITIVE = Wordings(_WORDS, r"\w<<genitive_kk>>$", re.IGNORECASE)
_LEADS_ON = re.compile(r"\s[–—-]$")
"""A dash at the end of an office, which goes on below: `Chairman of the Board –` over `Rector`."""
_MISREAD_BLANK = re.compile(r"^(?P<office>\S.{3,}?) {3,}[^\W\d_]{1,5}$")
"""A blank for the signature behind an office, read as a few letters: `Декан    ИЗМЕ`."""
_ACTS = (
    (Wordings(_WORDS, "<<maker>>", re.IGNORECASE), "developed"),
    (Wordings(_WORDS, "<<checker>>", re.IGNORECASE), "checked"),
)


def _listed(text: str, start: int, names: set[str], language: str) -> list[Row]:
    """Return the makers that a line below their label names with initials, several on a line."""
    rows = []
    for begin, end, printed in find_persons(text, language) if "." in text else []:
        name = name_of(printed)
        if name not in names and "." in printed:
            names.add(name)
            span = Span(start + begin, start + end)
            cells = {"name": Value(name, span, 0.8, "people.line"), "act": Value("developed", span, 0.7, "people.line")}
            rows.append(Row("people", cells))
    return rows


def _unruled(text: str, language: str) -> re.Match[str] | None:
    """Return office and name of a line that ends in a name with initials: `Начальник отдела  И. И. Иванов`."""
    match = re.match(r"(?P<role>[^_\n\t\d]{4,140}?)[\s,]+(?P<name>(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{3,30})$", text)
    found = find_persons(match["name"], language) if match else []
    return match if found and found[0][0] == 0 else None


def _office(printed: str) -> str:
    """Return an office without what the blank behind it was read as."""
    misread = _MISREAD_BLANK.match(printed)
    return misread["office"] if misread else printed


def _signed(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield the printed lines with their places; a line that holds several ruled signatures, each of them apart."""
    for line in document.text.lines:
        text = document.text.content[line.start : line.end].replace("\\_", "_")
        parts = list(re.finditer(r"\S+(?: {1,2}\S+)*", text))
        if sum(_RULED.match(m[0]) is not None for m in parts) > 1:
            yield from ((line.start + m.start(), line.start + m.end(), m[0]) for m in parts)
        else:
            yield line.start, line.end, text.strip()


def rest_of_office(document: Document, start: int, language: str) -> str:
    """Return the lines below a signature that are nothing but the rest of its office, in small letters; `` if none.

    In Kazakh an office goes on, whatever its letters, where its line ends in the genitive: `… Республикасының`.
    """
    at = document.text.line_at(start)
    office = _WIDE.split(document.text.content[start : document.text.lines[at].end])[0]
    owned = language == "kk" and _GENITIVE.search(office) is not None or _LEADS_ON.search(office) is not None
    rest: list[str] = []
    for below in document.text.lines[at + 1 : at + 1 + LINES_OF_OFFICE] if language != "vi" else ():
        text = document.text.content[below.start : below.end].strip()
        whole = _WRAPPED.fullmatch(text) and (text[0].islower() or owned and not rest)
        whole = whole and not text.endswith((".", ","))
        if below.table is not None or below.role != "body" or not whole or find_persons(f"\n{text}\n", language):
            break
        rest.append(text)
    return " ".join(rest)


def read_lines(document: Document, known: list[Row]) -> list[Row]:
    """Return the people of ruled signature lines anywhere in the document who are not known yet."""
    language = document.genre.language
    names = {str(row.get("name")) for row in known}
    rows: list[Row] = []
    said, below, listing = "", -REACH, False
    for start, end, text in _signed(document):
        listing = listing or any(opens_sources(cell) for cell in text.split("\t"))
        if listing and writes(text):
            continue
        if label := labels(language).get(text.strip(' :.«»"').casefold()):
            said, below = label, end
        elif _MINUTES.search(text):
            said = ""  # a session that approved: who signs below it is none of those above
        own = labels(language).get(text.partition(":")[0].casefold()) in ("agreed", "checked")
        match = _RULED.match(text) or (_unruled(text, language) if own or start - below < REACH else None)
        if match is None and said == "developed" and 0 <= start - below < REACH:
            rows += _listed(text, start, names, language)
            continue
        name = _person(match["name"].strip(), language) if match else None
        if match is None or name is None:
            continue
        printed = f"{_office(match['role'])} {rest_of_office(document, start, language)}"
        role = re.sub(r"\s+", " ", printed).strip(" ,:;–-")
        if name in names or not re.search(r"[^\W\d_]{4}", role):
            continue
        names.add(name)
        near = said if start - below < REACH and said in ("agreed", "developed", "checked") else None
        rows.append(_signature(name, role, near, Span(start, end), language))
    return rows


def _person(printed: str, language: str) -> str | None:
    """Return the name of the person whom words begin with, None where they begin with none."""
    persons = find_persons("/" + printed, language)
    if language == "en" and (spelt := _ENGLISH.fullmatch(printed)):
        persons = [(0, len(spelt[0]), spelt[0])]
    return name_of(persons[0][2]) if persons and persons[0][0] <= 2 else None


def _signature(name: str, role: str, near: str | None, span: Span, language: str) -> Row:
    """Return the row of who signs; the label of the line, one above (`near`), or the office tells what they did."""
    made, _, office = role.partition(":")
    act = near or next((a for pattern, a in _ACTS if pattern.search(role)), "signed")
    act = labels(language).get(made.casefold(), act)
    only_made = language == "kk" and labels(language).get(role.casefold()) == "developed"
    role = office.strip() if office.strip() and made.casefold() in labels(language) else role
    cells = {"name": Value(name, span, 0.85, "people.line")}
    cells |= {} if only_made else {"role": Value(role, span, 0.8, "people.line")}
    return Row("people", cells | {"act": Value(act, span, 0.7, "people.line")})
