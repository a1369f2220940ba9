"""Paragraphs of the body that no provision holds: notices, letters and minutes in plain running text."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from models.document import Document, Section
from models.text import Span

LANGUAGES = ("vi",)
"""Languages whose acts and letters bind in plain text too."""
KINDS = ("programme", "syllabus")
"""Kinds of which what stands outside the numbered text is cards, labels and plans. A paper without any provision has
its rules in plain sentences, in English too: `RESOLVED, That …`."""
ENDED = re.compile(r"[.;:!?]\W*$")
BEGUN = re.compile(r"\s*(?:[-–+•*]\s|\(?\w{1,2}[.)]\s)")


def loose(document: Document, zones: tuple[Span, ...] | None = None) -> list[Section]:
    """Return each paragraph of the body, or of other zones, outside provisions as a section without a number.

    In reading order. The words that lead an annex name things; its forms and lists bind nothing.
    """
    bare = not document.sections
    if document.genre.language not in (*LANGUAGES, *(("en",) if bare else ())):
        return []
    if document.genre.kind in KINDS and not bare:
        return []
    text, bodies = document.text, (document.zones.body,) if zones is None else zones
    groups: list[list[Span]] = []
    held = _Held(document.sections)
    apart = True
    for line in text.lines:
        words = text.content[line.start : line.end]
        inside = line.role == "body" and line.table is None and any(z.start <= line.start < z.end for z in bodies)
        begin = line.start + len(words) - len(words.lstrip())  # a provision begins behind its indentation
        if not inside or not words.strip() or begin in held:
            apart = apart or line.role in ("body", "table")
            continue
        if apart or BEGUN.match(words):
            groups.append([])
        groups[-1].append(Span(line.start, line.end))
        apart = bool(ENDED.search(words))
    return [Section(None, None, None, None, tuple(g), Span(g[0].start, g[-1].end), 1) for g in groups]


class _Held:
    """The places within sections. Looked up and not gone through: a code of laws has thousands of either."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._begins: list[int] = []
        self._ends: list[int] = []
        for span in sorted((section.span for section in sections), key=lambda span: span.start):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._begins.append(span.start)
                self._ends.append(span.end)

    def __contains__(self, place: int) -> bool:
        last = bisect_right(self._begins, place) - 1
        return last >= 0 and place < self._ends[last]
