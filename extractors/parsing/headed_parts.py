"""Parts of a paper without a ladder of numbers: short titles above their text, or labels before it, `Scope: This …`."""

import re
from pathlib import Path

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed
from extractors.parsing.markers import BARE_ROMAN, ROMAN_MARK, readings
from extractors.parsing.numerals import roman
from extractors.parsing.paragraphs import ends_early
from extractors.parsing.provisions import LABELLED
from normalizers.letters import lettered
from normalizers.wordings import Wordings

LEAST, TOLD, PROSE = 3, 2, 8
"""Parts that make a paper one of parts, how many of them tell prose, and words of a text that is prose."""
TITLE_WORDS, LABEL_WORDS = 12, 6
"""Words of a title above its text, and of a label before it, at most."""
LABEL = re.compile(lettered(r"(?P<label>\p{Lu}[^:.;!?|\t]{2,70}):\s+(?=[\p{Lu}\d“\"])"))
BESIDE = re.compile(r"\t| {2,}")
SENTENCE = re.compile(r"[.!?][\"”’)\]]*$")
_WORDS = Path(__file__).parent / "knowledge" / "line_words.tsv"
ROLL = Wordings(_WORDS, r"<<roll>>\b", re.IGNORECASE)
CAPTION = Wordings(_WORDS, r"<<table>>\b", re.IGNORECASE)
SUBJECT = Wordings(_WORDS, r"<<subject>>\s*:\s", re.IGNORECASE)
MEMO = 14
"""Lines that the head of a memorandum takes at most, whose last label is what it is about."""
LADDER = ("decimal", "roman", "dotted", "article", "chapter", "section", "part", "upper")


def headed_parts(lines: list[Printed], *, cyrillic: bool) -> dict[int, int]:
    """Return the places of titles and labels of parts with their lengths; none in an act or beside a ladder of numbers.

    A number below a text that announces a list with a colon is no ladder, unless it heads other lines.
    """
    body = [at for at, line in enumerate(lines) if not (line.furniture or line.table)]
    subject = next((n for n, at in enumerate(body[:MEMO]) if SUBJECT.match(lines[at].text)), -1)
    body = body[subject + 1 :]
    columns = [part for at in body for part in BESIDE.split(lines[at].text)]  # a motto stands beside who issues
    acts = any(begins("basis", part) or begins("motto", part) for part in columns)
    listed = next((n for n, at in enumerate(body) if begins("sources", lines[at].text)), len(body))
    if acts or any(_laddered(lines, body, n, cyrillic) for n in range(listed)):
        return {}
    found = {body[n]: length for n in range(len(body)) if (length := _headed(lines, body, n, cyrillic))}
    first = next((n for n, at in enumerate(body) if at in found and _prose(lines, body, n, found)), len(body))
    found = {at: length for at, length in found.items() if at in body[first:]}
    told = sum(at in found and _prose(lines, body, n, found) for n, at in enumerate(body))
    return found if len(found) >= LEAST and told >= TOLD else {}


def _laddered(lines: list[Printed], body: list[int], n: int, cyrillic: bool) -> bool:
    line = lines[body[n]]
    found = readings(line.text, cyrillic=cyrillic, marked=False)
    if not found or found[0].kind not in LADDER or found[0].path[-1] != 1 or found[0].shape < 0.7:
        return False
    if found[0].kind in LABELLED or not (n and lines[body[n - 1]].text.endswith(":")):
        return True
    below = lines[body[n + 1]].text if n + 1 < len(body) else ""
    return below[:1].isupper() and not readings(below, cyrillic=cyrillic, marked=False)


def _headed(lines: list[Printed], body: list[int], n: int, cyrillic: bool) -> int:
    """Return the length of the title or of the label that a line begins with, 0 where it is text."""
    line = lines[body[n]]
    above = lines[body[n - 1]] if n else None
    below = lines[body[n + 1]] if n + 1 < len(body) else None
    if line.bulleted or not line.text[:1].isupper() or begins("tail", line.text) or ROLL.match(line.text):
        return 0
    apart = above is None or above.terminal or line.blank_before or ends_early(above, line)
    apart = apart or bool(lines[body[n] - 1].table)
    if not apart or below is None:
        return 0
    marked = line.heavy or line.bold or bool(line.heading_mark) or line.capitals
    announced = (
        line.text.endswith(":")
        and not below.bulleted
        and (marked or (above is None or bool(SENTENCE.search(above.text))))
    )
    tabled = body[n] + 1 < len(lines) and bool(lines[body[n] + 1].table) and not CAPTION.match(line.text)
    if marked and not line.terminal and tabled:
        return len(line.text.rstrip(" :")) if len(line.text.split()) <= TITLE_WORDS else 0
    if marked and not line.terminal or announced:
        goes_on = below.lower_start and not readings(below.text, cyrillic=cyrillic)
        plain = not (below.heavy or below.bold or below.heading_mark or below.capitals or goes_on)
        return len(line.text.rstrip(" :")) if plain and len(line.text.split()) <= TITLE_WORDS else 0
    label = LABEL.match(line.text)
    return len(label["label"]) if label and len(label["label"].split()) <= LABEL_WORDS else 0


def _prose(lines: list[Printed], body: list[int], n: int, found: dict[int, int]) -> bool:
    """Whether the text of the part that begins here starts as a sentence of some length."""
    own = lines[body[n]].text[found[body[n]] :].strip(" :") or lines[body[min(n + 1, len(body) - 1)]].text
    words = len(own.split())
    return words >= PROSE or (words >= PROSE // 2 and bool(SENTENCE.search(own)))


def names_going_on(lines: list[Printed]) -> set[int]:
    """Return where lines start that begin with the Ukrainian word `І`, which is no Roman one: `МІНІСТЕРСТВО ОСВІТИ`
    over `І НАУКИ УКРАЇНИ`, where the chapters are numbered otherwise or not at all."""
    bare = {line.start: roman(match["number"]) for line in lines if (match := BARE_ROMAN.match(line.text))}
    marked = {roman(match["number"]) for line in lines if (match := ROMAN_MARK.match(line.text))}
    if 2 in bare.values() or 2 in marked and 1 not in marked:
        return set()
    shown = [line for line in lines if not line.furniture]
    below = {n.start for above, n in zip(shown, shown[1:], strict=False) if above.capitals and not above.terminal}
    return {start for start in below if bare.get(start) == 1}
