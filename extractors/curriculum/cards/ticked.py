"""Options that a card lays out in a table or below a label in a cell, one of them ticked: parts, obligation."""

import re
from collections.abc import Iterator

from extractors.curriculum.cards.forms import has_box, ticked_options
from extractors.curriculum.grids import Grid, Place
from extractors.curriculum.wording import KNOWLEDGE, lexicon, without_english_half
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "card_words.tsv"
_CHOICE = Wordings(_WORDS, r"(?:<<course_word>>\s+)?<<choice>>(?!\w)", re.IGNORECASE)
_PART = Wordings(_WORDS, r"<<cycle>>", re.IGNORECASE)


def options_of(grid: Grid) -> Iterator[tuple[str, str, Span]]:
    """Yield meaning (of `cards.tsv`), words and place of what is ticked in a table of options, where one cell is.

    The part of knowledge is the option itself, or the head above the cell in which a choice is ticked.
    """
    boxed = [p for row in grid.rows for p in row if p.text and not p.merged and has_box(p.text)]
    chosen = [(place, option) for place in boxed for option in ticked_options(place.text)]
    if len(boxed) < 2 or len(chosen) != 1:
        return
    place, option = chosen[0]
    words = without_english_half(option) or option
    if place.span and _CHOICE.match(words):
        yield "course.component", words, place.span
        over = _over(grid, place)
        if over and over.span and _PART.match(over.text):
            yield "course.cycle", over.text, over.span
    elif place.span and _PART.match(words):
        yield "course.cycle", words, place.span


def _over(grid: Grid, place: Place) -> Place | None:
    """Return the head of a ticked cell: the nearest cell above it without options."""
    at = next(((r, row.index(place)) for r, row in enumerate(grid.rows) if place in row), None)
    above = [grid.rows[r][at[1]] for r in range(at[0] - 1, -1, -1)] if at else []
    return next((p for p in above if p.text and not has_box(p.text)), None)


def labelled_options(place: Place) -> tuple[str, str] | None:
    """Return the label of a cell whose next lines are its options, and the one that is ticked: `1.3 Loại học phần:`."""
    label, colon, rest = place.text.partition(":")
    chosen = ticked_options(rest) if colon and has_box(rest) and not has_box(label) else []
    return (label.strip(), chosen[0]) if len(chosen) == 1 else None


def is_option(text: str) -> bool:
    """Say whether words are a box with its option, which is no label of anything."""
    return has_box(text[:3]) and lexicon("cards.tsv").exact(text) is None
