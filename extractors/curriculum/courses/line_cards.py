"""Courses that lines describe one below the other: a name, its credits, and what the course is about."""

import re

from extractors.curriculum import figures
from extractors.curriculum.itemising import BULLET
from extractors.curriculum.passages import Block, blocks
from extractors.curriculum.wording import lexicon
from models.document import Document
from models.rows import Value
from models.text import Span, join_lines
from normalizers.letters import lettered

LEAST = 3
"""Cards that make a list of courses."""
LABELS = 5
"""Lines with labels between a name and the description, at most."""
SHORTEST = 30
"""Characters from which words are a description."""
_CREDITED = (
    r"(?:\s*[-–(]?\s*(?:(?:[Ss]ố\s+)?(?:TC|tín chỉ)\s*:\s*(?P<before>\d{1,2})"
    r"|(?P<after>\d{1,2})\s*(?:TC|tín chỉ))\s*\)?)?"
)
_NAMED = re.compile(
    lettered(
        r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s+)?(?:(?P<code>[A-ZĐ]{2,6}\s?\d{3,8}[A-Z]{0,2})\s*[-–:.]\s*)?"
        r"(?P<name>\p{Lu}[^:]{2,110}?)" + _CREDITED + r"[\s.]*"
    )
)
"""A line that names a course, with its number, code and credits where these are told: `9.1. Hóa học    Số TC: 3`."""
_STRUCTURE = re.compile(r"(?P<credits>\d{1,2})\s*\(\s*\d{1,3}\s*[:,;/–-]\s*\d{1,3}(?:\s*[:,;/–-]\s*\d{1,3})?\s*\)")
"""Credits with those of classes, of practice and of study alone in brackets: `3 (2:1:6)`."""
_HEADS = re.compile(lettered(r"(?:[A-ZĐ]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,3}){0,3})\s*[.)–-]\s*\p{Lu}"))


def line_cards(document: Document) -> list[dict[str, Value]]:
    """Return the courses that lines describe, three at least, each with its name and description, and code and credits
    where they are told; nothing elsewhere."""
    printed = [b for b in blocks(document) if not b.row]
    told = [
        (n, at)
        for at, block in enumerate(printed)
        if _label(block)[0] == "description" and (n := _name_at(printed, at)) >= 0
    ]
    found = []
    for place, (name, at) in enumerate(told):
        end = told[place + 1][0] if place + 1 < len(told) else len(printed)
        if cells := _card(printed[name:at], printed[at:end]):
            found.append(cells)
    return found if len(found) >= LEAST else []


def _label(block: Block) -> tuple[str | None, str]:
    """Return what the label of a line says and its value; None for a line without a known label."""
    label, colon, value = BULLET.sub("", block.text).partition(":")
    if not colon or len(label) > 60:
        return None, ""
    if lexicon("subjects.tsv").exact(label) == "description":
        return "description", value.strip()
    known = lexicon("cards.tsv").exact(label) or lexicon("heads.tsv").exact(label)
    return known or ("structure" if _STRUCTURE.fullmatch(value.strip()) else None), value.strip()


def _name_at(printed: list[Block], at: int) -> int:
    """Return the place of the line that names the course of a description: above nothing but labels; -1 for none."""
    for n in range(at - 1, max(-1, at - LABELS - 1), -1):
        if _NAMED.fullmatch(printed[n].text):
            return n
        if _label(printed[n])[0] is None:
            return -1
    return -1


def _card(head: list[Block], body: list[Block]) -> dict[str, Value] | None:
    named = _NAMED.fullmatch(head[0].text)
    lines = [(_label(body[0])[1], body[0].span), *((b.text, b.span) for b in _going_on(body[1:]))]
    words = join_lines([text for text, _ in lines if text])
    if named is None or len(words) < SHORTEST:
        return None
    cells = {"name": Value(named["name"].strip(" .-–"), head[0].span, 0.85, "line_cards")}
    if named["code"]:
        cells["code"] = Value(named["code"], head[0].span, 0.85, "line_cards")
    inside = [(m["credits"], b.span) for b in head[1:] if (m := _STRUCTURE.search(b.text))]
    for printed, span in ((named["before"], head[0].span), (named["after"], head[0].span), *inside):
        if printed and "credits" not in cells:
            cells["credits"] = Value(figures.number(printed), span, 0.85, "line_cards")
    place = Span(lines[0][1].start, lines[-1][1].end)
    return cells | {"description": Value(words, place, 0.83, "line_cards")}


def _going_on(body: list[Block]) -> list[Block]:
    """Return the lines that go on with a description: up to a heading or the office that signs."""
    going: list[Block] = []
    for block in body:
        if _HEADS.match(block.text) or block.text.isupper():
            break
        going.append(block)
    return going
