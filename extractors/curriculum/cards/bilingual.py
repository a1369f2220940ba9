"""Columns of names in two languages: a Vietnamese name with the English one below it in the same cell."""

from extractors.curriculum.cards.forms import as_meant, english_name
from extractors.curriculum.cards.naming import without_english
from extractors.curriculum.english_below import above_english
from extractors.curriculum.grids import Place
from extractors.curriculum.heads import Column, Headed

SHARE = 0.6
"""Share of the names of a column that have an English one below, from which the column is in two languages."""
LEAST = 3


def two_languages(head: Headed, column: Column | None) -> bool:
    """Say whether most names of a column, three at least, have an English name on the lines below or after a stroke."""
    places = [p for r in head.data if (p := head.at(r, column)).text and not p.merged and not _whole(p, head, r)]
    return len(places) >= LEAST and sum(native(p) != p.text for p in places) >= SHARE * len(places)


def native(place: Place) -> str:
    """Return the name of a cell without the English one below it; the cell's words where there is none."""
    both = above_english(place.lines)
    return both[0] if both else without_english(place.text)[0]


def _whole(place: Place, head: Headed, row: int) -> bool:
    """Say whether a cell goes over most columns, as headings of parts do."""
    return place.column_span * 2 > len(head.columns) or len(head.grid.texts(row)) == 1


def meant(meaning: str, value: Place) -> tuple[str, str | None]:
    """Return what a value of a card means, and the English name of a programme that stands below or beside its own."""
    both = above_english(value.lines) if meaning in ("course.name", "programme.name") else None
    text = both[0].lstrip(":–- ") if both else as_meant(meaning, value.text.lstrip(":–- "))
    english = both[1] if both else english_name(value.text)
    return text, english if meaning == "programme.name" else None
