"""Clauses, annexes and tables that a document refers to as its own and does not have."""

import re
from collections.abc import Iterator
from itertools import chain

from extractors.checks.patterns import spoken
from extractors.checks.telling import tell
from extractors.parsing.annexes import annexes
from extractors.parsing.lines import Printed, printed_lines
from extractors.parsing.markers import readings
from extractors.parsing.numerals import roman
from models.document import Document
from models.rows import Finding, Row
from normalizers.unicode.twins import to_latin

LABEL = 20
"""Letters of a line that is the label of an annex."""
LEAST = 3
"""Clauses with whole numbers from which a reference to a whole number may mean one of them."""
_DIVISION = re.compile(r"\W*(\d{1,3}|[IVXLІХ]{1,6})(?=[-–]|$)")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the references of a document to clauses, annexes and tables of its own that it does not have."""
    return [*_clauses(document, rows), *_annexes(document, rows)]


def _bodies(document: Document, rows: tuple[Row, ...]) -> Iterator[tuple[str | None, str]]:
    """Yield the texts that may refer to clauses, each with the number of the provision that it is of; the new wordings
    of a document that amends another refer to that one's."""
    amends = (row for row in rows if row.table == "citations" and row.get("relation") == "amends")
    if all(row.get("of_number") for row in amends):
        for section in document.sections:
            spans = (section.heading, *section.text)
            yield section.number, " ".join(document.text.body(span) for span in spans if span)
        if not document.sections:
            yield None, " ".join(document.text.content.split())
    yield from ((None, str(row.get("name"))) for row in rows if row.table == "recipients" and row.get("name"))


def _clauses(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    numbers = [str(row.get("number")) for row in rows if row.table == "provisions" and row.get("number")]
    again = next((n for n, one in enumerate(numbers) if one in numbers[:n]), len(numbers))  # a text enclosed begins
    closing = {row.get("name") for row in rows if row.table == "recipients"}
    told: set[str] = set()
    for number, body in _bodies(document, rows) if numbers else ():
        known = set(numbers[:again] if body in closing else numbers)
        for match in _cited_clauses(body, document.genre.language):
            wanted = _wanted(match.groupdict(), number or "")
            if wanted is None or wanted in told or _is_known(wanted, known):
                continue
            if _has_kin(wanted, known, sure=_is_own(match[0], document.genre.language)):
                told.add(wanted)
                said = {"where": number or "the text", "wanted": wanted}
                yield tell("cited_clause_missing", "warning", "provisions", number, **said)


def _sentences(body: str, language: str) -> Iterator[str]:
    """Yield the sentences that name no other act; what they call the document itself is no other act."""
    others, own = spoken("other_acts.tsv", language), spoken("own_names.tsv", language)
    for sentence in re.split(r"(?<=[.;])\s+(?=[^\W\d_])", body):
        plain = sentence
        for pattern in own:
            plain = pattern.sub("", plain)
        if not any(pattern.search(plain) for pattern in others):
            yield sentence


def _cited_clauses(body: str, language: str) -> Iterator[re.Match[str]]:
    """Yield the references of a text to the document itself: those that say so, and those whose sentence names no
    other act."""
    for pattern in spoken("own_references.tsv", language):
        yield from pattern.finditer(body)
    for sentence in _sentences(body, language):
        for pattern in spoken("plain_references.tsv", language):
            yield from pattern.finditer(sentence)


def _wanted(groups: dict[str, str | None], number: str) -> str | None:
    """Return the number of the clause that is meant, by the one of `number` or not, a division's in Latin letters."""
    clause = groups.get("clause")
    if here := groups.get("here"):
        return f"{number.partition('.')[0]}.{here}" if "." in number else None
    if part := groups.get("part"):
        return to_latin(part) + (f".{clause}" if clause else "")
    if groups.get("n"):
        return groups["n"]
    if groups.get("article"):
        return f"Điều {groups['article']}" + (f".{clause}" if clause else "")
    return None


def _is_known(wanted: str, known: set[str]) -> bool:
    """Say whether a document has a clause: a whole number in any of its parts, a division under any name."""
    if wanted in known:
        return True
    if wanted.isdecimal():
        return any(number.endswith(f".{wanted}") for number in known) or wanted in _divisions(known)
    value = roman(wanted)
    return value is not None and str(value) in _divisions(known)


def _divisions(known: set[str]) -> set[str]:
    """Return the numbers of the parts and chapters in figures: 2 of `II`, `CHƯƠNG II`, `2-тарау`."""
    found = set()
    for number in known:
        match = _DIVISION.match(number.rsplit(" ", 1)[-1])
        value = (match[1] if match[1].isdecimal() else roman(match[1])) if match else None
        found |= {str(value)} if value is not None else set()
    return found


def _is_own(words: str, language: str) -> bool:
    """Whether a reference says that it means this very document."""
    return any(pattern.search(words) for pattern in spoken("own_words.tsv", language))


def _has_kin(wanted: str, known: set[str], *, sure: bool) -> bool:
    """Whether provisions are numbered in the way of the reference at all, of its chapter where it may mean others."""
    if " " in wanted:
        return sure or any(number.startswith(wanted.split(" ")[0]) for number in known)
    if wanted.isdecimal():
        return sure or sum(number.isdecimal() for number in known) >= LEAST
    depth = wanted.count(".")
    if roman(wanted.split(".")[0]) is not None:
        return any(number.count(".") == depth and roman(number.split(".")[0]) is not None for number in known)
    alike = [number for number in known if number.count(".") == depth and number[:1].isdecimal()]
    chapters = {int(number.split(".")[0]) for number in alike}
    beyond = len(alike) > 2 * LEAST and len(chapters) >= LEAST and int(wanted.split(".")[0]) > max(chapters)
    return any(sure or beyond or number.split(".")[0] == wanted.split(".")[0] for number in alike)


def _annexes(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the annexes and tables referred to that a document lacks which has others of that name, numbered alike."""
    lines = printed_lines(document.text, document.pages)
    labels = [a.marker.label for a in annexes(lines) if a.marker] or [*_alone(lines)]
    cells, language = re.split(r"[\n\f\t]\s*", document.text.content), document.genre.language
    captions = [m["n"] for p in spoken("table_references.tsv", language) for cell in cells if (m := p.match(cell))]
    for file, table, named in (("annex_references.tsv", "forms", labels), ("table_references.tsv", None, captions)):
        for where, body in _bodies(document, rows) if named else ():
            for sentence in _sentences(body, language):
                for match in chain.from_iterable(p.finditer(sentence) for p in spoken(file, language)):
                    series = [label for label in named if _numbered_alike(match["n"], label)]
                    if series and not any(_own_number(label) == _plain(match["n"]) for label in series):
                        said = {"where": where or "the text", "wanted": match[0]}
                        yield tell("cited_clause_missing", "warning", table, None, **said)


def _alone(lines: list[Printed]) -> Iterator[str]:
    """Yield the labels of annexes that stand on a line of their own."""
    for line in lines:
        found = readings(line.text, cyrillic=True) if len(line.text) <= LABEL else []
        if found and found[0].kind == "annex" and found[0].length >= len(line.text.rstrip(" .")):
            yield found[0].label


def _own_number(label: str) -> str:
    """Return the number of an annex without its word."""
    return _plain(re.sub(r"[^\W\d_]{3,}", "", label).strip(" -–.:"))


def _plain(number: str) -> str:
    return to_latin(number.upper()).lstrip("0")


def _numbered_alike(wanted: str, label: str) -> bool:
    """Say whether two annexes are both numbered in figures, in Roman numbers or with letters."""
    own = _own_number(label)
    return (
        bool(own) and _plain(wanted).isdecimal() == own.isdecimal() and (roman(wanted) is None) == (roman(own) is None)
    )
