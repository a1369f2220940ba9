"""What lines open with on pages whose figures may be misread, and the numbers among it that their series settles.

The words keep what was read, and repair makes edits of what they should be.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from models.page import Block, Line, Page, Word

Place = tuple[int, int]
"""Index of a page, and of a block on it."""
Opening = TypeVar("Opening")


def openings(
    pages: tuple[Page, ...], read: Callable[[tuple[Word, ...]], Opening | None], routes: tuple[str, ...] = ("ocr",)
) -> list[tuple[Place, Opening]]:
    """Return what `read` makes of the body lines of pages that came by such routes, with their places."""
    return [
        ((p, b), found)
        for p, page in enumerate(pages)
        for b, block in enumerate(page.blocks if page.route in routes else ())
        if isinstance(block, Line) and block.role == "body" and (found := read(block.words)) is not None
    ]


def with_settled(pages: tuple[Page, ...], numbers: Mapping[Place, tuple[int, str]]) -> tuple[Page, ...]:
    """Return the pages with a word of each of these lines settled: which of its words, and what that should be."""
    return tuple(
        replace(page, blocks=tuple(_settled(block, numbers.get((p, b))) for b, block in enumerate(page.blocks)))
        if any(place[0] == p for place in numbers)
        else page
        for p, page in enumerate(pages)
    )


def _settled(block: Block, number: tuple[int, str] | None) -> Block:
    if number is None or not isinstance(block, Line):
        return block
    at, text = number
    words = (replace(word, settled=text) if n == at else word for n, word in enumerate(block.words))
    return replace(block, words=tuple(words))
