"""Grading scales that running lines set out: `A+: từ 9,5 đến 10,0;`, `B quy đổi thành 3,0`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.curriculum import figures
from extractors.curriculum.passages import Block, blocks
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.wordings import Wordings

_FIGURE = r"\d{1,3}(?:[.,]\d{1,2})?"
_LOW = rf"(?:<<from>>\s+)?(?P<low>{_FIGURE})\s?%?(?:\s<<points>>)?"
_BETWEEN = rf"{_LOW}\s*<<to>>\s*<<not_whole>>?(?P<high>{_FIGURE})"
_BELOW = rf"<<below>>\s*(?P<under>{_FIGURE})"
_ABOVE = rf"<<least>>\s*(?P<over>{_FIGURE})\s*<<upwards>>"
_STEP = rf"(?:{_BETWEEN}|{_BELOW}|{_ABOVE})\s?%?"
_MARK = r"(?:[-–•+]\s*|(?:[a-zđ]|\d)[.)]\s*)?(?:<<kind>> [^:;.]{3,60}:\s*)?"
_LEAD = rf"{_MARK}(?:<<grade>>\s+)?"
_LETTER = r"(?P<letter>[A-F]\s?[+-]?|P)"
_APART = r"(?:\s*(?:[:=(–-]|<<means>>)|(?=\s(?:<<from>>|<<below>>)\s)|(?=\s\d{1,3}\s?%?\s*<<to>>))"
_WORDS = KNOWLEDGE / "scale_words.tsv"
RANGED = Wordings(
    _WORDS, rf"(?i){_LEAD}{_LETTER}{_APART}\s*{_STEP}\s*<<points>>?\)?\s*(?:[:–-]?\s*(?P<label><<called>>))?\s*[;.,]?"
)
"""A letter before its range, and what the step is called: `A (8,5 – 10): Giỏi`."""
POINTED = Wordings(
    _WORDS,
    rf"(?i){_LEAD}{_LETTER}\s*:?\s*(?:<<worth>>|=|:)\s*(?P<points>[0-4](?:[.,]\d{{1,2}})?)\s*<<points>>?\s*[;.,]?",
)
TURNED = Wordings(
    _WORDS,
    rf"(?i){_MARK}{_STEP}\s*<<points>>?\s*:?\s*"
    rf"(?:(?:được )?<<turned>>|:|=)\s*(?:<<grade>>\s+)?{_LETTER}\s*[;.,]?",
)
"""A range before its letter: `9,0 – 10: tương ứng với A+`."""
LONE = ("F", "P")
"""Steps that a line of their own sets: what is failed, what is passed without a mark."""
_NAME = r"(?:<<grade>>\s+)?(?P<label><<called>>)"
NAMED = Wordings(_WORDS, rf"{_LEAD}{_NAME}\s*(?:[:=(]|<<means>>)?\s*{_STEP}\)?\s*<<points>>?\s*[;.,]?", re.I)
"""A grade by its name, before its range: `Loại giỏi: từ 8,0 đến cận 9,0`."""
NAMED_LAST = Wordings(_WORDS, rf"{_LEAD}{_STEP}\s*<<points>>?\s*[:=]\s*{_NAME}\s*[;.,]?", re.I)
"""The same with the range first: `Từ 8,0 đến cận 9,0: Giỏi`."""
LEAST = 4
"""Steps of a scale: fewer lines that look so are no scale."""
NEAR = 4000
"""Characters between a letter's points and its bounds that belong to one scale."""


@dataclass
class _Step:
    letter: str
    span: Span
    points: float | int | None = None
    bounds: tuple[float | int | None, float | int | None] = (None, None)
    label: str | None = None


def told(document: Document) -> list[Row]:
    """Return the steps of the scales that consecutive lines set out, points and bounds of one letter joined."""
    steps: dict[str, _Step] = {}
    runs = _runs(document)
    for run in runs:
        for step in run:
            known = steps.setdefault(step.letter, step)
            if known.points is None:
                known.points = step.points
            if known.bounds == (None, None):
                known.bounds, known.label = step.bounds, step.label
    for step in _apart(document) if runs else ():
        known = steps.setdefault(step.letter, step)
        if known.bounds == (None, None) and abs(known.span.start - step.span.start) < NEAR:
            known.bounds = step.bounds
    return [_row(step) for step in steps.values()] or _named(document)


def _named(document: Document) -> list[Row]:
    """Return the steps of the first scale of names that consecutive lines set out, each name once."""
    run: list[Row] = []
    for line, span in ((line.strip(), span) for block in blocks(document) for line, span in block.lines):
        match = NAMED.fullmatch(line) or NAMED_LAST.fullmatch(line)
        if match is None and len(run) >= LEAST:
            break
        run = [*run, _name_row(match, span)] if match else []
    labels = [str(row.get("label")).casefold() for row in run]
    return run if len(run) >= LEAST and len(set(labels)) == len(labels) else []


def _name_row(match: re.Match[str], span: Span) -> Row:
    bounds = (("min_percent", match["low"] or match["over"]), ("max_percent", match["high"] or match["under"]))
    cells = {c: Value(n, span, 0.88, "scale.lines") for c, v in bounds if v and (n := figures.number(v)) is not None}
    return Row("grades", {"label": Value(match["label"], span, 0.9, "scale.lines")} | cells)


def _runs(document: Document) -> list[list[_Step]]:
    """Return the runs of consecutive lines that each set a step, long enough to be a scale, each letter once."""
    runs: list[list[_Step]] = []
    current: list[_Step] = []
    for block in blocks(document):
        for line, span in _said(block):
            steps = _steps(line.strip(), span)
            if steps:
                current += steps
                continue
            runs, current = [*runs, current], []
    runs.append(current)
    return [run for run in runs if len(run) >= LEAST and len({s.letter for s in run}) == len(run)]


def _said(block: Block) -> Iterator[tuple[str, Span]]:
    """Yield the printed lines of a block, or the block in one where its steps run on over their ends."""
    if len(block.lines) > 1 and len(_steps(block.text.strip(), block.span)) > 1:
        yield block.text, block.span
    else:
        yield from block.lines


def _steps(line: str, span: Span) -> list[_Step]:
    """Return the steps of a line: its one, or several that semicolons part; none where one of those is no step."""
    found = [_step(piece.strip(), span) for piece in line.rstrip(";. ").split(";")]
    return [step for step in found if step is not None] if None not in found else []


def _apart(document: Document) -> list[_Step]:
    """Return the steps that a line of their own sets by a scale: `c) Loại không đạt: Dưới 4,0 tương ứng với F`."""
    found = [_step(line.strip(), span) for block in blocks(document) for line, span in block.lines]
    return [step for step in found if step is not None and step.letter in LONE and step.bounds != (None, None)]


def _step(line: str, span: Span) -> _Step | None:
    if match := RANGED.fullmatch(line) or TURNED.fullmatch(line):
        low, high = match["low"] or match["over"], match["high"] or match["under"]
        bottom, top = figures.number(low) if low else None, figures.number(high) if high else None
        if bottom is not None and top is not None and bottom > top:
            bottom, top = top, bottom  # told from its top: `100 - 94 % = A`
        bounds = (bottom, top)
        return _Step(_letter(match), span, bounds=bounds, label=match.groupdict().get("label"))
    if match := POINTED.fullmatch(line):
        return _Step(_letter(match), span, points=figures.number(match["points"]))
    return None


def _letter(match: re.Match[str]) -> str:
    return match["letter"].replace(" ", "").upper()


def _row(step: _Step) -> Row:
    cells = {"letter": Value(step.letter, step.span, 0.9, "scale.lines")}
    values = {
        "points": step.points, "min_percent": step.bounds[0], "max_percent": step.bounds[1], "label": step.label
    }  # fmt: skip
    return Row(
        "grades", cells | {c: Value(v, step.span, 0.88, "scale.lines") for c, v in values.items() if v is not None}
    )
