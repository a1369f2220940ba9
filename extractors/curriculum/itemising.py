"""Printed lines as list items or paragraphs."""

import re

from extractors.curriculum.wording import KNOWLEDGE
from extractors.curriculum.works import is_address
from models.text import Span, join_lines
from normalizers.wordings import Wordings

LETTERED = re.compile(r"(?P<letter>[a-zđ])\s?[.)]\s*(?=[^\W\d_]{2})")
WIDEST = 140
"""A longer line is a paragraph: no page is that wide."""
_ITEM_BEGINS = re.compile(
    r"[CPE]LO\s+(?=[A-ZĐ][^\W\d_])|\(?\d{1,3}[.)](?!\d)\)?\s*\S|\[(?:[A-ZĐ]{1,6}\s?\d{1,2}|\d*\s*)\]|\[\d{1,2}[1lI|]\s(?=[^\W\d_])|(?!\d\d(?:\.\d\d){2}\s)\d{1,2}(?:\.\d{1,2}){1,2}[.)]?\s+[^\W\d_a-z]"
)
"""What begins an item of a list: `1.`, `(2)`, `[3]`, `[TL3]`, `[31 ` where a scan lost the bracket, `[ ]` where the
figure is lost, `1.2. Trình bày …`."""
_SOURCE = re.compile(r"\[\d{1,3}\]")
GROUPS = Wordings(KNOWLEDGE / "aim_words.tsv", r"(?i)(?:<<aim_about>>\s+)?<<aim_group>>(?:[\s,/]+\w+){0,4}")
"""Groups into which objectives and outcomes are parted: `3.1. Kiến thức`, `3.2. Kỹ năng`."""
BULLET = re.compile(r"^(?:[-–—•●▪◦✓+*·\uf0b7\uf02d]|o(?=\s)|\((?:\d{1,2}|[a-z])\)(?=\s*[^\W\d_]{2}))\s*")


def items(lines: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Join printed lines into list items or paragraphs: each starts with a bullet or number, or after a sentence's end.

    Where every line ends a sentence each is an item; else only a line that is clearly short ends a paragraph.
    """
    lines = [(text, span) for text, span in lines if text]
    if not lines:
        return []
    longest = max(len(text) for text, _ in lines)
    closed = longest > WIDEST or all(re.search(r"[.;!?:)\d\"”»]$", text) for text, _ in lines)
    found: list[tuple[list[str], int, int]] = []
    listing = _by_semicolons([text for text, _ in lines])
    for text, span in lines:
        previous = found[-1][0][-1] if found else ""
        starts = bool(BULLET.match(text)) or bool(_ITEM_BEGINS.match(text)) or _names_group(text)
        ended = longest > WIDEST or bool(re.search(r"[.;!?]$", previous)) and (closed or len(previous) < 0.72 * longest)
        ended = ended and not text[0].islower() or listing and bool(re.search(r"[;:]$", previous))
        cited = previous.endswith(" :") or bool(found and _SOURCE.match(found[-1][0][0]))  # a place, then its publisher
        led = previous.endswith(":") and not cited and text[0].isupper()
        if not found or starts or ended or led or is_address(previous) and is_address(text):
            found.append(([text], span.start, span.end))
        else:
            found[-1][0].append(text)
            found[-1] = (found[-1][0], found[-1][1], span.end)
    return [(BULLET.sub("", join_lines(texts)).strip(), Span(start, end)) for texts, start, end in found]


def _by_semicolons(lines: list[str]) -> bool:
    """Say whether lines are items that end in semicolons behind one with a colon, as where bullets are lost."""
    led = next((n for n, text in enumerate(lines) if text.endswith(":")), None)
    inner = any(";" in text.rstrip(";") for text in lines[led + 1 :]) if led is not None else True
    return not inner and sum(text.endswith(";") for text in lines) >= 2


def _names_group(text: str) -> bool:
    """Say whether a line with a letter only names a group of what is stated: `b. Kỹ năng`."""
    lettered = LETTERED.match(text)
    return lettered is not None and GROUPS.fullmatch(text[lettered.end() :].strip(" .:")) is not None
