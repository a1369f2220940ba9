"""What English rules and specifications say of their programme: a line with its degree, and sentences."""

import re
from itertools import islice
from pathlib import Path

from extractors.curriculum.passages import blocks
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.values.numbers import parse_words
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "degree_words.tsv"
_DEGREE = Wordings(
    _WORDS,
    r"(?:<<leads>>\s)?(?P<degree>(?:(?P<bachelor><<bachelor>>)|(?P<master><<master>>)|(?P<doctorate><<doctorate>>))"
    r"(?:\s\((?:Hons?|Honours|HONS|HONOURS)\.?\))?)(?:(?:\s<<programme>>)?\s(?:in|IN)\s|:?\s)"
    r"(?P<name>[A-Z][A-Za-z&,’'() -]{3,90}?)(?:\s<<closes>>)?",
)
"""A line that is nothing but a degree and its programme: `Master of Science in Coastal Engineering`."""
_LEVEL_ALONE = re.compile(r"(?:Bachelor|Master)(?:[’']s)?(?:\s[Dd]egree)?|Doctoral")
"""Words that tell the level and no degree: `Master's programme in Applied Linguistics`."""
_OF = re.compile(r"of\s", re.IGNORECASE)
_CREDITS = Wordings(
    _WORDS,
    r"(?i:<<programme>>)\s(?:<<comprises>>)\s(?:a\s(?:minimum|total)\sof\s)?(?P<credits>\d{2,3})\s(?i:(?:ECTS|study)\s)?credit",
)
_YEARS = Wordings(
    _WORDS,
    r"(?i:<<lasting>>)(?:\s(?:of|for)\s(?:the|this)\s[A-Za-z]+)?\s(?:is|of|shall\sbe|:)\s(?P<years>\d(?:\.5)?|[a-z]+(?:\sand\sa\shalf)?)\s"
    r"(?:(?:academic|full|calendar)\s)?years?(?P<half>\sand\sa\shalf)?\b",
)
TITLE_PAGE, LONGEST = 40, 8
"""Blocks of a document that are its title page; years that a programme may last at most."""


def degree_line(document: Document) -> dict[str, Value]:
    """Return name, degree and level of an English programme whose title page names it by its degree, with the credits
    and years that sentences give; nothing elsewhere."""
    if document.genre.language != "en" or document.genre.kind not in ("regulation", "programme", "plan", "syllabus"):
        return {}
    for block in islice(blocks(document), TITLE_PAGE):
        for line, span in block.lines if not block.row else ():
            found = _DEGREE.fullmatch(line.strip(' .“”"«»'))
            if found and not _OF.match(found["name"]):
                level = next(g for g in ("bachelor", "master", "doctorate") if found[g])
                cells = {
                    column: Value(found[column].strip(), span, 0.85, "degree_line") for column in ("name", "degree")
                }
                if _LEVEL_ALONE.fullmatch(found["degree"]):
                    del cells["degree"]
                return cells | {"level": Value(level, span, 0.85, "degree_line")} | _told(document)
    return {}


def degree_named(name: str) -> tuple[str, str] | None:
    """Return degree and level that the name of a programme begins with: `MSc Advanced Bookbinding`."""
    found = _DEGREE.fullmatch(name)
    if found is None or _OF.match(found["name"]) or _LEVEL_ALONE.fullmatch(found["degree"]):
        return None
    return found["degree"], next(g for g in ("bachelor", "master", "doctorate") if found[g])


def _told(document: Document) -> dict[str, Value]:
    """Return the credits of the programme and the years it lasts, as sentences of its rules give them."""
    cells: dict[str, Value] = {}
    text = re.sub(r"[\n\f]", " ", document.text.content)
    if credits := _CREDITS.search(text):
        cells["total_credits"] = Value(int(credits["credits"]), Span(*credits.span("credits")), 0.82, "degree_line")
    if years := _YEARS.search(text):
        said = years["years"]
        count = float(said) if said[0].isdigit() else parse_words(said, "en")
        if count and count <= LONGEST:
            whole = count + (0.5 if years["half"] else 0)
            cells["duration_years"] = Value(whole, Span(*years.span("years")), 0.82, "degree_line")
    return cells
