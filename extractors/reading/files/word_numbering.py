"""The numbers that Word prints before paragraphs and keeps nowhere in their text (ECMA-376 part 1, 17.9)."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from extractors.parsing.numerals import to_roman

RUSSIAN = "абвгдежзиклмнопрстуфхцшщэюя"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a numbering: its format, its text with `%1` for the first level's number, where it starts."""

    format: str
    text: str
    start: int


def letters(number: int, alphabet: str) -> str:
    """Return a number from 1 as Word letters it: a … z, aa, bb …"""
    return alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)


def written(number: int, form: str) -> str:
    """Return a number in a format of Word's; decimal where the format is none of those met in practice."""
    if form in ("lowerRoman", "upperRoman"):
        return to_roman(number) if form == "upperRoman" else to_roman(number).lower()
    if form in ("lowerLetter", "upperLetter"):
        latin = letters(number, "abcdefghijklmnopqrstuvwxyz")
        return latin.upper() if form == "upperLetter" else latin
    if form in ("russianLower", "russianUpper"):
        russian = letters(number, RUSSIAN)
        return russian.upper() if form == "russianUpper" else russian
    return f"{number:02}" if form == "decimalZero" else str(number)


class Numbering:
    """Counts the numbered paragraphs of one document, in the order in which they are asked for."""

    def __init__(self, package: Any) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles = {style.get(qn("w:styleId")): style for style in package.styles.element.iter(qn("w:style"))}
        try:
            root = package.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {a.get(qn("w:abstractNumId")): _levels(a) for a in root.iter(qn("w:abstractNum"))}
        for number in root.iter(qn("w:num")):
            self._read_number(number, abstract)

    def _read_number(self, number: Any, abstract: dict[str, dict[int, Level]]) -> None:
        identity, link = number.get(qn("w:numId")), number.find(qn("w:abstractNumId"))
        source = link.get(qn("w:val")) if link is not None else ""
        levels = dict(abstract.get(source, {}))
        # an override begins a count of its own; without one all lists of the same kind count on
        overrides = number.findall(qn("w:lvlOverride"))
        for override in overrides:
            depth, start = int(override.get(qn("w:ilvl"))), override.find(qn("w:startOverride"))
            own = override.find(qn("w:lvl"))
            if own is not None:
                levels[depth] = _level(own)
            if start is not None and depth in levels:
                levels[depth] = Level(levels[depth].format, levels[depth].text, int(start.get(qn("w:val"))))
        self._levels[identity] = levels
        self._abstract[identity] = f"own {identity}" if overrides else source

    def label(self, paragraph: Any) -> str:
        """Return the label that Word prints before a paragraph element, `-` for a bullet, or an empty string."""
        identity, depth = self._place(paragraph)
        levels = self._levels.get(identity or "", {})
        if depth not in levels:
            return ""
        level = levels[depth]
        if level.format == "none":
            return ""
        if level.format == "bullet":
            return "-"
        counts = self._counts[self._abstract[identity or ""]]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        text = level.text
        for upper in range(depth + 1):
            at = levels.get(upper, level)
            text = text.replace(f"%{upper + 1}", written(counts.get(upper, at.start), at.format))
        return text

    def _place(self, paragraph: Any) -> tuple[str | None, int]:
        """Return the numbering and the depth of a paragraph, its own or its style's; (None, 0) where it has none."""
        properties = paragraph.find(qn("w:pPr"))
        style = None
        if properties is not None:
            own = _number_of(properties)
            if own is not None:
                return own
            named = properties.find(qn("w:pStyle"))
            style = self._styles.get(named.get(qn("w:val"))) if named is not None else None
        for _ in range(10):
            if style is None:
                break
            inherited = style.find(qn("w:pPr"))
            found = _number_of(inherited) if inherited is not None else None
            if found is not None:
                return found
            parent = style.find(qn("w:basedOn"))
            style = self._styles.get(parent.get(qn("w:val"))) if parent is not None else None
        return None, 0


def _number_of(properties: Any) -> tuple[str | None, int] | None:
    number = properties.find(qn("w:numPr"))
    if number is None:
        return None
    identity, depth = number.find(qn("w:numId")), number.find(qn("w:ilvl"))
    if identity is None:
        return None
    value = identity.get(qn("w:val"))
    return (None if value == "0" else value), int(depth.get(qn("w:val"))) if depth is not None else 0


def _levels(abstract: Any) -> dict[int, Level]:
    return {int(level.get(qn("w:ilvl"))): _level(level) for level in abstract.findall(qn("w:lvl"))}


def _level(level: Any) -> Level:
    def value(tag: str, default: str) -> str:
        found = level.find(qn(tag))
        return default if found is None else found.get(qn("w:val")) or default

    start = value("w:start", "1")
    return Level(value("w:numFmt", "decimal"), value("w:lvlText", ""), int(start) if start.isdecimal() else 1)
