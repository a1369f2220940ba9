"""Numbers of Vietnamese articles that were misread into the next one's: `Điều 1, 3, 3, 4` is `Điều 1, 2, 3, 4`.

Articles stand at the head of lines, `Điều` and a number with a stop, before what begins with a capital. A number that
leaps over one and stands again in the next heading is the one left out; the words keep what was read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.arranging.numerals import Place
from models.page import Line, Page

ARTICLE = ("điều", "diều")
READ = ("ocr", "repaired_text_layer")
"""Routes of pages whose figures may be misread."""
_NUMBER = re.compile(r"(\d{1,3})([.:,])")


@dataclass(frozen=True, slots=True)
class _Heading:
    place: Place
    line: Line
    number: int
    stop: str


def with_articles(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the numbers of articles settled that the headings before and behind prove."""
    headings = [
        heading
        for p, page in enumerate(pages)
        for b, block in enumerate(page.blocks)
        if page.route in READ and isinstance(block, Line) and (heading := _heading((p, b), block))
    ]
    changed = {heading.place: _settled(heading) for heading in _doubled(headings)}
    if not changed:
        return pages
    return tuple(
        replace(page, blocks=tuple(changed.get((p, b), block) for b, block in enumerate(page.blocks)))
        for p, page in enumerate(pages)
    )


def _heading(place: Place, line: Line) -> _Heading | None:
    words = line.words
    if line.role != "body" or len(words) < 3 or words[0].text.lower() not in ARTICLE:
        return None
    match = _NUMBER.fullmatch(words[1].text)
    return _Heading(place, line, int(match[1]), match[2]) if match and words[2].text[:1].isupper() else None


def _doubled(headings: list[_Heading]) -> Iterator[_Heading]:
    """Yield the headings that leap over a number and whose own one stands again right behind them."""
    for before, here, after in zip(headings, headings[1:], headings[2:], strict=False):
        if here.number == before.number + 2 == after.number:
            yield here


def _settled(heading: _Heading) -> Line:
    first, number, *rest = heading.line.words
    settled = replace(number, settled=f"{heading.number - 1}{heading.stop}")
    return replace(heading.line, words=(first, settled, *rest))
