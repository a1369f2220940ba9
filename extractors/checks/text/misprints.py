"""Misprints: what repair put right in a document that was typed, and syllables that no Vietnamese word has; short names
that nothing explains, and names that change their letters."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import normalize

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from extractors.checks.placing import row_at
from extractors.checks.telling import tell
from extractors.parsing.wording import paragraphs
from models.document import Document
from models.rows import Finding, Row
from normalizers.knowledge import read_table
from normalizers.letters import lettered
from normalizers.triage.lexicon import is_syllable
from normalizers.values.names import fold

WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]{2,8}(?![\w@/-])")
MARKED = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]")
FOREIGN = re.compile(r"[fjwz]")
CONTENTS = re.compile(
    r"^[ \t]*(?P<number>\d{1,2}(?:\.\d{1,2})*\.?)[ \t]+(?P<title>[^\n\d]{6,120}?)[ \t.…]+\d{1,3}[ \t]*$", re.M
)
"""A line of a table of contents: number, title, page."""
LIKE = 80
OFTEN = 3
"""A form printed so often is a name or a foreign word, and no misprint."""
KNOWN = Path(__file__).parents[1] / "knowledge" / "known_abbreviations.tsv"
ABBREVIATION = re.compile(lettered(r"(?<![\w/.&–-])(?=[^\W\d_]*[^\W\d_])(\p{Lu}{2,7})(?![\w/&-]|\.\w)"))
ROMAN = re.compile(r"[IVXLCDMІХ]+")
EXPLAINED = 2
"""Short names that a document must explain before the others are missed: some documents explain none."""
FEW = 6
"""People of a document that few have names alike."""
NAMED = (("courses", "name"), ("programmes", "name"))


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is misprinted, short names that nothing explains, and names written in several ways."""
    return [*_typed(document, rows), *_unexplained(document, rows), *_unlike(document, rows)]


def _typed(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the misprints of documents that no machine read: what stands on the page is the author's own."""
    if any(page.route not in ("text_layer", "blank") for page in document.pages):
        return []
    if any(edit.kind.startswith(("garble.word", "ocr", "legacy")) for edit in document.text.edits):
        return []
    found = [*_mended(document), *_no_syllables(document, rows), *_contents(document, rows)]
    return found + [*_misspelt(document, rows)] if document.genre.language == "vi" else found


def _mended(document: Document) -> Iterator[Finding]:
    """Yield one finding for the misspelt words that repair put right."""
    mended = [f"{e.before} → {e.after}" for e in document.text.edits if e.kind == "slips.phrase"]
    if mended:
        yield tell("spelling.mended", "info", "documents", words=mended)


def _contents(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the headings that the table of contents prints in other words."""
    headings = {
        str(row.get("number")): row
        for row in rows
        if row.table == "provisions" and row.get("number") and row.get("heading")
    }
    for match in CONTENTS.finditer(document.text.content):
        row = headings.get(match["number"].rstrip("."))
        if row is None:
            continue
        listed, heading = match["title"].strip(" .…\t"), str(row.get("heading"))
        if LIKE <= fuzz.ratio(fold(listed), fold(heading)) < 100 and len(heading) >= 8:
            yield tell("spelling.contents", "info", "provisions", row.row_key, listed=listed, heading=heading)


def _no_syllables(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the words in small letters with Vietnamese marks that are no syllable, kept as they are printed."""
    if document.genre.language != "vi":
        return
    content = document.text.content
    odd = [m for m in WORD.finditer(content) if _is_odd(m[0])]
    counts = Counter(m[0] for m in odd)
    places: dict[tuple[str | None, str | None], list[str]] = {}
    for match in odd:
        if counts[match[0]] < OFTEN:
            section = next((s for s in reversed(document.sections) if s.span.start <= match.start() < s.span.end), None)
            at = ("provisions", section.number) if section and section.number else row_at(document, rows, match.start())
            places.setdefault(at, []).append(f"«{match[0]}»")
    for (table, key), words in places.items():
        yield tell("spelling", "info", table, key, words=list(dict.fromkeys(words)))


def _is_odd(word: str) -> bool:
    """Whether a word in small letters is no syllable and no two of them run together, as in `ôtô`."""
    if not word.islower() or not MARKED.search(word) or FOREIGN.search(word) or is_syllable(word):
        return False
    return not any(is_syllable(word[:cut]) and is_syllable(word[cut:]) for cut in range(1, len(word) - 1))


def _misspelt(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the Vietnamese issuer, or one of few people, whose name is printed elsewhere with another letter."""
    people = [(row, str(row.get("name") or "").split()) for row in rows if row.table == "people"]
    issuer = [(row, str(row.get("issuer")).split()) for row in rows[:1]]
    for row, words in (*issuer, *people) if len(people) <= FEW else issuer:
        for n, word in enumerate(words) if len(words) > 2 else ():
            parts = [*map(re.escape, words[:n]), r"([^\W\d_]+)", *map(re.escape, words[n + 1 :])]
            found = re.findall(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", document.text.content, re.I)
            odd = {one for one in found if 0 < Indel.distance(_letters(one), _letters(word)) <= 2}
            for one in odd if len(odd) == 1 else ():
                shown = [f"«{' '.join(words)}»", f"«{' '.join([*words[:n], one, *words[n + 1 :]])}»"]
                yield tell("inconsistent_name", "info", row.table, row.row_key, forms=shown)


def _letters(word: str) -> list[str]:
    return sorted(normalize("NFD", word.lower().replace("y", "i")))


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
