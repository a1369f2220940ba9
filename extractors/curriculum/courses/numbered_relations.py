"""Courses before and after this one in a numbered table, as programs for planning print them."""

import re
from collections.abc import Iterator

from extractors.curriculum.grids import grids
from models.document import Document
from models.text import Span

_BEFORE = re.compile(
    r"требования к предварительной подготовке|вимоги до попередньої підготовки|предшествующие дисциплины", re.I
)
_AFTER = re.compile(r"(?:необходимо|необхідн\w+)\s+(?:как|як)\s+(?:предшествующ|попередн)|последующие дисциплины", re.I)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")


def numbered_relations(document: Document) -> Iterator[tuple[str, str, Span]]:
    """Yield relation, name and place of the courses in rows whose number goes on with that of a heading row."""
    for grid in grids(document):
        open_number, relation = "", ""
        for row in grid.rows:
            own = [p for p in row if p.text and not p.merged]
            number = own[0].text.strip(" .") if len(own) == 2 and _NUMBER.fullmatch(own[0].text) else ""
            if not number:
                relation = ""
                continue
            words, span = own[1].text.strip(), own[1].span
            if _BEFORE.search(words) or _AFTER.search(words):
                open_number, relation = number, "prerequisite" if _BEFORE.search(words) else "postrequisite"
            elif not number.startswith(open_number + "."):
                relation = ""
            elif relation and span and 3 <= len(words) <= 120 and words[0].isupper():
                yield relation, words.strip(" ."), span
