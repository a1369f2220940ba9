"""Figures that a superlative bounds: `ең төменгі өту балы 50 балл`, `мінімальний прохідний бал – 60 балів`."""

import re
from collections.abc import Iterator

from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

_WORDS = FOLDER / "figure_words.tsv"
_BOUNDED = {
    language: Wordings(
        _WORDS,
        rf"(?<!\w)(?:(?P<least><<least_{language}>>)|<<most_{language}>>)(?:\s[^\s.;:,()\d]+){{1,7}}?"
        rf"(?P<joint>\s?[–—:-]\s|\s<<is_{language}>>\s{joint})(?=\d)",
        re.IGNORECASE,
    )
    for language, joint in (("uk", ""), ("ru", ""), ("kk", r"|\s"))
}
"""The superlative, its noun and the words of it, and what joins the figure: a dash, a verb, in Kazakh a mere space."""
Place = tuple[int, int]


def superlatives(text: str, language: str) -> Iterator[tuple[str, Place, int]]:
    """Yield the comparator, the place of what joins the figure, and where the figure begins, for each superlative."""
    for match in _BOUNDED[language].finditer(text) if language in _BOUNDED else ():
        joint = match.start("joint") + len(match["joint"]) - len(match["joint"].lstrip())
        yield ">=" if match["least"] else "<=", (joint, match.end("joint")), match.end()
