"""Numbers of clauses that lost a figure or their dot in reading: `2. 2. 2.2 2.3` is `2. 2.1 2.2 2.3`, `1 11 1.2` too.

So do numbers of chapters that were read as the letter of their shape: `З Порядок` above `3.1` is `3 Порядок`.

Only what stands between the number before and the next one, and is the right number but for what was lost, is settled;
the words keep what was read, and repair makes edits of it.
"""

import re
from dataclasses import dataclass, replace

from extractors.arranging.numerals import Place
from models.page import Block, Line, Page
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

    place: Place
    text: str
    chapter: int = 0
    clause: int = 0
    is_letter: bool = False


def with_clauses(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the numbers of clauses settled that their neighbours prove; only of pages read by OCR."""
    found = [
        opening
        for p, page in enumerate(pages)
        for b, block in enumerate(page.blocks)
        if page.route == "ocr" and (opening := _opening((p, b), block)) is not None
    ]
    settled = {
        here.place: number
        for before, here, after in zip(found, found[1:], found[2:], strict=False)
        if (number := _proved(before, here, after)) is not None
    }
    return tuple(
        replace(page, blocks=tuple(_settled(block, settled.get((p, b))) for b, block in enumerate(page.blocks)))
        if any(place[0] == p for place in settled)
        else page
        for p, page in enumerate(pages)
    )


def _opening(place: Place, block: Block) -> _Opening | None:
    if not isinstance(block, Line) or block.role != "body" or not block.words:
        return None
    first = block.words[0].text
    text = as_figures(first, "near") if _LETTER.fullmatch(first) else first
    match = _NUMBER.match(text)
    if match:
        return _Opening(place, text, int(match["chapter"]), int(match["clause"] or 0), text != first)
    return _Opening(place, text) if _CUT.fullmatch(text) and len(block.words) > 1 else None


def _proved(before: _Opening, here: _Opening, after: _Opening) -> str | None:
    """Return the number that must stand between two others, where what was read is a part of it or a letter for it."""
    if here.is_letter:
        between = before.chapter + 1 == here.chapter == after.chapter and after.clause == 1
        return here.text if between else None
    chapter, clause = after.chapter, after.clause - 1
    if clause < 1 or (before.chapter, before.clause) != (chapter, clause - 1) or here.clause:
        return None
    stop = "." if after.text.endswith(".") else ""
    left = here.text.rstrip(".")
    return f"{chapter}.{clause}{stop}" if left in (str(chapter), f"{chapter}{clause}") else None


def _settled(block: Block, number: str | None) -> Block:
    if number is None or not isinstance(block, Line):
        return block
    first, *rest = block.words
    return replace(block, words=(replace(first, settled=number), *rest))
