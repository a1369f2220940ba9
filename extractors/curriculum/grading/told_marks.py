"""Graded works that lines name with their shares or points, where these make a hundred."""

import re
from collections.abc import Iterator

from extractors.curriculum import figures
from extractors.curriculum.itemising import items
from extractors.curriculum.passages import Passage, passages
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_SHARED = re.compile(
    rf"(.{{3,110}}?)\s*[:(–-]?\s*(?:{figures.LEADERS}\s*|(?<![\d.,]))(\d{{1,3}}(?:[.,]\d+)?)\s*%\)?(?:\s*\([^()]{{3,60}}\))?[.;,:]*"
)
WORDS = KNOWLEDGE / "figure_words.tsv"
FRACTION = r"<<part_of_one>>\s*[:=]?\s*(0[.,]\d{1,2})"
"""A share as a part of one, in those words: `hệ số 0,3`."""
_FRACTIONAL = Wordings(WORDS, rf"(.{{3,110}}?)\s*[:,(–-]\s*{FRACTION}\)?[.;,:]*", re.I)
_SCORED = Wordings(
    WORDS, r"(.{3,110}?)\s*[:(–—-]\s*(?:<<at_most>>\s)?(?<![\d.,–-])(\d{1,3})\s*<<in_points>>\)?[.;,:]*", re.I
)
"""A work with its points: `модульна контрольна робота — 20 балів;`."""
_Ways = tuple[re.Pattern[str] | Wordings, ...]
_TOLD: dict[str, _Ways] = {"weight_percent": (_SHARED, _FRACTIONAL), "max_score": (_SCORED,)}
"""How a line tells what a work counts, by the column that holds it."""
_BLANK = re.compile(r"\W*([^\W\d_].{2,109}?)\s*[:(–-]\s*[.…_]*\s*%.*")
"""A work whose share was left blank or lost: `Kiểm tra giữa kỳ: ……%`."""
FARTHEST = 5
"""Passages below the one about assessment whose lines may go on with it, as its numbered parts do."""
LINES = 2
"""Lines that are a work with its share and nothing else from which each line is one."""
Told = tuple[dict[str, Value], bool]
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=[^\W\d_])")
_SHARE = Wordings(WORDS, r"\s*[:,–(-]\s*(?:<<has_share>>\s)?<<share>>(?:\s<<share_is>>)?$", re.I)


def told_marks(document: Document) -> list[Told]:
    """Return the cells of each work and whether it is a group, from the lines of one section on assessment."""
    every = passages(document)
    for n, passage in enumerate(every):
        if passage.subject != "assessment":
            continue
        below = every[n + 1 : n + 1 + FARTHEST]
        end = next((k for k, p in enumerate(below) if p.subject not in ("other", "grades", "assessment")), len(below))
        for column, told in _TOLD.items():
            for reach in range(end, -1, -1):
                works = list(_shares([passage, *below[:reach]], told))
                if len(works) >= 2 and (found := _in_groups(works, column)):
                    return found
        named = [(m[1], span) for text, span in passage.lines() if (m := _BLANK.fullmatch(text))]
        if len(named) >= LINES:
            return [({"title": Value(_named(words), span, 0.85, "marks")}, False) for words, span in named]
    return []


def _shares(section: list[Passage], told: _Ways) -> Iterator[tuple[str, float, Span]]:
    for n, passage in enumerate(section):
        lines = passage.lines()
        heading = [(passage.heading, Span(passage.start, passage.start + len(passage.heading)))] if n else []
        each = sum(_share(text, told) is not None for text, _ in lines) >= LINES  # no marks end such lines
        for text, span in [*heading, *(lines if each else items(lines))]:
            match = _share(text, told)
            value = figures.number(match[2]) if match and any(c.isalpha() for c in match[1]) else None
            if match and value is not None:
                whole = 100 if match.re is _FRACTIONAL.pattern else 1
                yield _named(match[1].strip(" :–-(")), round(value * whole, 2), span


def _share(text: str, told: _Ways) -> re.Match[str] | None:
    """Return the name of a work and what it counts, in percent, as a part of one or in points, that a line tells."""
    return next((match for way in told if (match := way.fullmatch(text))), None)


def _named(words: str) -> str:
    """Return a work's name without its number and without the word for its share: `2. Báo cáo: trọng số`."""
    return _SHARE.sub("", _NUMBER.sub("", words, count=1)).strip(" :–-(")


def _in_groups(works: list[tuple[str, float, Span]], column: str) -> list[Told]:
    """Return the works where shares or points make a hundred, those below a work that they make up as its parts."""
    found: list[Told] = []
    total, n = 0.0, 0
    shares = [share for _, share, _ in works]
    grouped = sum(shares) > 100 + figures.NEAR
    while n < len(works):
        title, weight, span = works[n]
        total += weight
        parts = figures.parts_of(shares, n) if grouped else 0
        cells = {column: Value(weight, span, 0.85, "marks")}
        name = Value(title, span, 0.85, "marks")
        found.append(({"period" if parts else "title": name, **cells}, bool(parts)))
        for part, share, at in works[n + 1 : n + 1 + parts]:
            own = {"title": Value(part, at, 0.85, "marks"), column: Value(share, at, 0.85, "marks")}
            found.append(({"period": name, **own}, False))
        n += 1 + parts
    return found if abs(total - 100) <= figures.NEAR else []
