"""Names and short names: abbreviations that nothing explains, names that change their letters within a document."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractors.checks.telling import tell
from extractors.parsing.wording import paragraphs
from models.document import Document
from models.rows import Finding, Row
from normalizers.knowledge import read_table
from normalizers.letters import lettered

KNOWN = Path(__file__).parent / "knowledge" / "known_abbreviations.tsv"
ABBREVIATION = re.compile(lettered(r"(?<![\w/.&–-])(?=[^\W\d_]*[^\W\d_])(\p{Lu}{2,7})(?![\w/&-]|\.\w)"))
ROMAN = re.compile(r"[IVXLCDMІХ]+")
EXPLAINED = 2
"""Short names that a document must explain before the others are missed: some documents explain none."""
NAMED = (("courses", "name"), ("programmes", "name"))


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return which short names are never explained, and which names are written in several ways."""
    return [*_unexplained(document, rows), *_unlike(document, rows)]


def _unexplained(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield one finding for the abbreviations that a document uses and never explains, where it explains others."""
    terms = [row for row in rows if row.table == "terms"]
    if len(terms) < EXPLAINED:
        return
    known = _known(document.genre.language) | {str(row.get("term")) for row in terms}
    spelt = " ".join(str(row.get(column)) for row in terms for column in ("term", "definition"))
    found: dict[str, None] = {}
    for section in document.sections:
        for paragraph in paragraphs(document, section, heading=False):
            if sum(c.isupper() for c in paragraph.text) > 0.4 * len(paragraph.text):
                continue  # a heading in capitals
            for match in ABBREVIATION.finditer(paragraph.text):
                short = match[1]
                if short in known or ROMAN.fullmatch(short) or short in spelt or _glossed(paragraph.text, match):
                    continue
                found.setdefault(short)
    if found:
        yield tell("undefined_abbreviation", "info", "terms", words=list(found))


def _glossed(text: str, match: re.Match[str]) -> bool:
    """Whether words beside an abbreviation explain it: `xếp hạng (GPA)`, `GPA (điểm trung bình)`, in quotes."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    return before.endswith(("(", "“", '"', "«", "-", "–")) or after.startswith(
        ("(", "–", "- ", "là ", "=", ":", "”", "»")
    )


@cache
def _known(language: str) -> frozenset[str]:
    listed = read_table(KNOWN, ("language", "abbreviation", "meaning"))
    return frozenset(row["abbreviation"] for row in listed if row["language"] in ("*", language))


def _unlike(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the names that the document also prints with capitals within its words, where the row has small letters."""
    content = document.text.content
    for row in rows:
        for table, column in NAMED:
            name = str(row.get(column) or "") if row.table == table else ""
            if len(name.split()) < 2 or len(name) > 80 or name.isupper() or sum(r.table == table for r in rows) > 1:
                continue
            pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", re.IGNORECASE)
            forms = {" ".join(m[0].split()) for m in pattern.finditer(content)} | {name}
            odd = sorted({form[1:] for form in forms if not form.isupper() and not form.istitle()})
            if len(odd) > 1:
                shown = [f"«{form}»" for form in sorted(forms)[:3]]
                yield tell("inconsistent_name", "info", table, row.row_key, forms=shown)
