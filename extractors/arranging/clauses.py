"""Numbers of clauses that lost a figure or their dot in reading: `2. 2. 2.2 2.3` is `2. 2.1 2.2 2.3`, `1 11 1.2` too.

One that leaps beyond the next one was misread: `1.4 1.2 1.3` is `1.1 1.2 1.3`.

So do numbers of chapters that were read as the letter of their shape: `З Порядок` above `3.1` is `3 Порядок`.

Only what stands between the number before and the next one, and is the right number but for what was lost, is settled;
the words keep what was read, and repair makes edits of it.
"""

import re
from dataclasses import dataclass

from extractors.arranging.openings import openings, with_settled
from models.page import Page, Word
from normalizers.values.misread_figures import as_figures

_NUMBER = re.compile(r"(?P<chapter>\d{1,2})(?:\.(?:(?P<clause>\d{1,2})\.?)?(?=$|[^\W\d_])|$)")
_LETTER = re.compile(r"[^\W\d_]\.?")
_CUT = re.compile(r"\d{1,4}\.?")
"""What may be left of a clause's number: its chapter, its figures without the dot between them."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """The first word of a line that begins with a figure, and the chapter and clause (0: none) that it reads as.

    A letter that may be a figure is read as one.
    """

    text: str
    chapter: int = 0
    clause: int = 0
    is_letter: bool = False


def with_clauses(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the numbers of clauses settled that their neighbours prove; only of pages read by OCR."""
    found = [((-1, -1), _Opening("")), *openings(pages, _opening)]
    settled = {
        place: (0, number)
        for (_, before), (place, here), (_, after) in zip(found, found[1:], found[2:], strict=False)
        if (number := _proved(before, here, after)) is not None
    }
    return with_settled(pages, settled)


def _opening(words: tuple[Word, ...]) -> _Opening | None:
    if not words:
        return None
    first = words[0].text
    text = as_figures(first, "near") if _LETTER.fullmatch(first) else first
    match = _NUMBER.match(text)
    if match:
        return _Opening(text, int(match["chapter"]), int(match["clause"] or 0), text != first)
    return _Opening(text) if _CUT.fullmatch(text) and len(words) > 1 else None


def _proved(before: _Opening, here: _Opening, after: _Opening) -> str | None:
    """Return the number that must stand between two others, where what was read is a part of it or a letter for it."""
    if here.is_letter:
        between = before.chapter + 1 == here.chapter == after.chapter and after.clause == 1
        return here.text if between else None
    chapter, clause = after.chapter, after.clause - 1
    leaps = here.chapter == chapter and here.clause > after.clause
    begins = leaps and clause == 1 and before.chapter != chapter
    if clause < 1 or (before.chapter, before.clause) != (chapter, clause - 1) and not begins:
        return None
    stop = "." if after.text.endswith(".") else ""
    left = here.text.rstrip(".")
    return f"{chapter}.{clause}{stop}" if leaps or left in (str(chapter), f"{chapter}{clause}") else None
