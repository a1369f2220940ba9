"""Cells of a card that hold a label over its value: `Кількість кредитів` and below it, in the same cell, `4`."""

import re
from collections.abc import Iterable

from extractors.curriculum.cards.values import level
from extractors.curriculum.grids import Place
from extractors.curriculum.passages import Block
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.text import Span
from normalizers.wordings import Wordings

Labelled = tuple[str, str, str, Span]
"""Meaning, label, value and the value's place."""

_COMPONENT = Wordings(KNOWLEDGE / "components.tsv", r"<<component>>(?:\s*[(/,–-].{2,60})?")
IN_ENGLISH = re.compile(r"\([A-Za-z][A-Za-z /,'-]+\)")
"""What only repeats a label in English: `Học phần tiên quyết (Prerequisites)`."""
_BLANK = re.compile(r"[_.…\s–—-]*")
_CODED = re.compile(r"(?:\d{2,3}(?:\.\d\d)*|[А-ЯІA-Z]\d{1,2}|\d[BВ]\d{5})\s+[«\"]?[^\W\d_]{3}")
_QUOTED = re.compile(r"[«“\"][^«»“”\"]{3,110}[»”\"]")


def label_over_value(place: Place) -> Labelled | None:
    """Return the label that stands over its value in one cell; None where the lines may be one long label."""
    if lexicon("cards.tsv").exact(place.text.strip(" :.")):
        return None
    for count in range(1, min(4, len(place.lines))):
        label = " ".join(line for line, _ in place.lines[:count])
        meaning = lexicon("cards.tsv").exact(label.strip(" :."))
        if meaning is None:
            continue
        value = " ".join(line for line, _ in place.lines[count:]).strip()
        told = label.rstrip().endswith(":") or not value[:1].islower() or level(value) is not None
        if (
            not told
            or _BLANK.fullmatch(value)
            or IN_ENGLISH.fullmatch(value)
            or lexicon("cards.tsv").exact(value.strip(" :."))
        ):
            return None
        return meaning, label, value, Span(place.lines[count][1].start, place.lines[-1][1].end)
    return None


def labels_over_values(row: Iterable[Place]) -> list[tuple[Place, Labelled]]:
    """Return the cells of a row that hold a label over its value; all of them, or a half at least, must be read so."""
    own = [p for p in row if p.text and not p.merged]
    found = [(p, told) for p in own if len(p.lines) > 1 and (told := label_over_value(p))]
    return found if len(found) * 2 >= len(own) or found and len(own) == 3 else []


def over_value(block: Block, after: list[Block]) -> str | None:
    """Return the meaning of a line that is a programme's label alone, without a mark, over a coded speciality or a name
    in quotes: `спеціальність` over `205 Лісове господарство`."""
    meaning = lexicon("cards.tsv").exact(block.text.strip(" :."))
    if meaning not in ("programme.speciality", "programme.name") or not after or after[0].row or ":" in block.text:
        return None
    value = after[0].text.strip(" .")
    named = not value.isupper() and _QUOTED.fullmatch(value)  # a title in capitals stands in small letters elsewhere
    fits = _CODED.match(value) if meaning == "programme.speciality" else named
    return meaning if fits and len(value) < 120 else None


def component_alone(place: Place) -> Labelled | None:
    """Return the component that a cell without a label names in a card: `Обов’язкова (професійна)`."""
    if not place.span or not _COMPONENT.fullmatch(place.text.strip(" .")):
        return None
    return "course.component", "", place.text.strip(" ."), place.span
