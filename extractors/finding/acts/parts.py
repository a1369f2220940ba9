"""An act as it is cited: its parts, and the rules that all languages share."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractors.finding.marking.marks import Mark, Marks
from normalizers.letters import lettered
from normalizers.wordings import Wordings

Place = tuple[int, int]

_KNOWLEDGE = Path(__file__).parents[1] / "knowledge"
_SHORT = Wordings(_KNOWLEDGE / "lines.tsv", r"(?:\b<<short>>|\d)$")
"""What a full stop may follow without ending the sentence."""
_STOP = re.compile(lettered(r"\.\s+(?=[\"«“(]?[\p{Lu}0-9-])|;|\./(?![\s.]*[A-ZĐ])|\n|\t"))
_OPEN, _CLOSE = "«“„", "»”"
_TRIM = " \t,;:.-–—•*"
_AND = r"(?:\s?[,;]\s?|\s(?:<<and>>|<<or>>)\s)"
_POINTS = rf"<<point>>\s\w{{1,3}}(?:{_AND}(?:<<point>>\s)?[a-zđ](?!\w))*,?\s"
_CLAUSES = rf"<<clause>>\s\d+(?:\.\d+)?(?:{_AND}(?:<<clause>>\s)?\d+)*,?\s"
_ARTICLES = rf"(?:{_POINTS})?(?:{_CLAUSES})?<<article>>\s\d+[a-zđ]?(?!\w)(?:{_AND}\d+(?!\w))*"
_CHAPTER = r"<<whole_part>>\s(?:[IVX]{1,5}|\d{1,2}|[A-E])"
_ENACTED_WITH = r"(?:<<enacted_text>>\s(?:[^\W\d_]+\s){0,14}?(?:<<done>>\s)?<<enacted_with>>\s)?"
"""The text between an article and the act that enacted it: `Điều 3 của Quy định … ban hành kèm theo Quyết định …`."""
_PARTS = r"<<part>>\s?\d[\d.,\s]*"
"""Clauses, parts or articles with their numbers, in Ukrainian and Russian."""
_ENDS, _SLAVIC = _KNOWLEDGE / "act_ends.tsv", _KNOWLEDGE / "slavic_words.tsv"
_ARTICLE: dict[str, Wordings | re.Pattern[str]] = {
    "vi": Wordings(
        _ENDS, rf"((?:{_ARTICLES}(?:{_AND}{_ARTICLES})*|{_CHAPTER}))\s?(?:,|<<of_act>>|-)?\s?{_ENACTED_WITH}$"
    ),
    "uk": Wordings(_SLAVIC, rf"({_PARTS}(?:<<and>>\s\d[\d.]*)?(?:\s?<<of_article>>\s?\d+)?)\s?$"),
    "ru": Wordings(_SLAVIC, rf"({_PARTS}(?:<<and>>\s\d[\d.]*)?(?:\s?<<of_article>>\s?\d+)?)\s?$"),
    "en": re.compile(r"((?:Article|Clause|Point)s?\s\d+(?:\s?,\s?(?:Article|Clause)\s\d+)*)\s?(?:,|of)?\s?(?:the\s)?$"),
}


@dataclass(frozen=True)
class Act:
    """A cited act: where it is cited, and its parts with their places in the running text."""

    start: int
    end: int
    kind: str | None
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    title: str | None = None
    relation: str | None = None
    article: str | None = None
    amends: bool = False
    places: dict[str, Place] = field(default_factory=dict)
    confidence: float = 0.9


def clause_end(text: str, start: int, end: int, *, listed: bool = False) -> int:
    """Return where the clause that starts at `start` ends, not later than `end`; quotes and brackets are not cut.

    `listed`: the paragraph is one entry of a list, where a semicolon before a small letter belongs to the title.
    """
    for match in _STOP.finditer(text, start, end):
        if (
            listed
            and match[0] == ";"
            and re.match(r";\s[^\W\d_]", text[match.start() :])
            and text[match.end() + 1].islower()
        ):
            continue
        if match[0].startswith(". ") and _SHORT.search(text[max(start, match.start() - 6) : match.start()]):
            continue
        if inside_quotes(text, start, match.start()) and match[0][0] not in "\n\t":
            continue
        return match.start() + (match[0][0] == "." and "\t" in match[0])  # the full stop that ends a cell is its own
    return end


def inside_quotes(text: str, start: int, position: int) -> bool:
    """Say whether a position stands between angled or curled quotes that were opened after `start`."""
    piece = text[start:position]
    opened = sum(piece.count(q) for q in _OPEN) - sum(piece.count(q) for q in _CLOSE)
    return opened > 0 and position - start < 700


def trimmed(text: str, start: int, end: int, extra: str = "") -> Place | None:
    """Return start:end without spaces and punctuation at its ends, or None where nothing is left."""
    marks = _TRIM + extra
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    while text[start:end].endswith(")") and text.count("(", start, end) < text.count(")", start, end):
        end -= 1
    return (start, end) if start < end else None


def unquoted(text: str, place: Place) -> Place:
    """Return a place without the quotes that hold all of it."""
    start, end = place
    if text[start] in '«“„"' and text[end - 1] in '»”"' and end - start > 2:
        inner = text[start + 1 : end - 1]
        if inner.count("«") == inner.count("»") and inner.count("“") == inner.count("”"):
            return start + 1, end - 1
    return place


def with_part(act: Act, name: str, value: str | None, place: Place | None) -> Act:
    """Return the act with a part and its place, unless it has that part already or the value is empty."""
    if not value or getattr(act, name):
        return act
    places = dict(act.places)
    if place:
        places[name] = place
    parts: dict[str, Any] = {name: value, "places": places}
    return replace(act, **parts)


def with_mark(act: Act, name: str, mark: Mark) -> Act:
    """Return the act with a part that was marked in its text, as `with_part` gives it."""
    return with_part(act, name, mark.value, (mark.start, mark.end))


def article_before(marks: Marks, position: int) -> Place | None:
    """Return the article, clause or point that is named right before an act."""
    pattern = _ARTICLE.get(marks.language)
    first = max(0, position - 120)
    match = pattern.search(marks.text[first:position]) if pattern else None
    return (first + match.start(1), first + match.end(1)) if match else None
