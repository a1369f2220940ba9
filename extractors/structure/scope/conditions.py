"""Figures that bind nothing themselves: they say for which things another figure, or a rule without one, holds."""

from extractors.parsing.wording import Prose
from extractors.structure.figures.quantities import Figure
from extractors.structure.scope.reports import reported
from extractors.structure.scope.scopes import scope
from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

SIZED = Wordings(
    FOLDER / "scope_words.tsv", r"(?i)<<of_those>>\s[^,.;:()\d]{2,60}\s<<sized>>\s<<size>>\s(?:[^\W\d_]+\s){0,4}$"
)
"""Things told by their size before a comparator: `đối với các lớp có sĩ số trên …`."""


def binding(paragraph: Prose, found: list[Figure], language: str) -> list[Figure]:
    """Return the figures without those that stand in what another one holds for, or in the size of things ruled.

    Nor do those of questions and reports. `mỗi lớp có ít nhất 01 trợ giảng đối với lớp từ 40 người trở lên` binds one
    figure; so does no size alone.
    """
    held = {id(figure): scope(paragraph, figure, language) for figure in found}
    kept = []
    for figure in found:
        low, high = figure.figure
        others = [place for other in found if other is not figure for place in held[id(other)]]
        if any(begin <= low and high <= end for begin, end in others):
            continue
        if reported(paragraph, figure):
            continue
        if language == "vi" and SIZED.search(paragraph.text, 0, figure.words[0]):
            continue
        kept.append(figure)
    return kept
