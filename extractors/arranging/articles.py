"""Numbers of Vietnamese articles that were misread into the next one's: `Điều 1, 3, 3, 4` is `Điều 1, 2, 3, 4`.

Articles stand at the head of lines, `Điều` and a number with a stop, before what begins with a capital. A number that
leaps over one and stands again in the next heading is the one left out; the words keep what was read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.arranging.openings import Place, openings, with_settled
from models.page import Page, Word

ARTICLE = ("điều", "diều")
READ = ("ocr", "repaired_text_layer")
"""Routes of pages whose figures may be misread."""
_NUMBER = re.compile(r"(\d{1,3})([.:,])")


class _Heading(NamedTuple):
    number: int
    stop: str


def with_articles(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the numbers of articles settled that the headings before and behind prove."""
    doubled = _doubled(openings(pages, _heading, READ))
    return with_settled(pages, {place: (1, f"{here.number - 1}{here.stop}") for place, here in doubled})


def _heading(words: tuple[Word, ...]) -> _Heading | None:
    if len(words) < 3 or words[0].text.lower() not in ARTICLE:
        return None
    match = _NUMBER.fullmatch(words[1].text)
    return _Heading(int(match[1]), match[2]) if match and words[2].text[:1].isupper() else None


def _doubled(headings: list[tuple[Place, _Heading]]) -> Iterator[tuple[Place, _Heading]]:
    """Yield the headings that leap over a number and whose own one stands again right behind them."""
    for (_, before), here, (_, after) in zip(headings, headings[1:], headings[2:], strict=False):
        if here[1].number == before.number + 2 == after.number:
            yield here
