"""Short entries of dense tables get their words: figures by agreement and shape, codes and others by confidence."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extractors.arranging.tables.gridding import by_sides
from extractors.reading.paper.lines.strips import Read, read_alone
from extractors.reading.paper_tables.codes.columns import (
    DOTTED,
    INDEX,
    are_mostly,
    code_column,
    dotted_column,
    latin_column,
    lone_letters,
)
from extractors.reading.paper_tables.codes.latin_series import is_code
from extractors.reading.paper_tables.codes.parted import parted_codes, shows_white
from extractors.reading.paper_tables.entries import AGREED, CODED, FIGURE, LONE, SURE, Entry, Known
from extractors.reading.paper_tables.figures.decimals import mark_of
from extractors.reading.paper_tables.figures.enlarged import read_enlarged, told_alike
from extractors.reading.paper_tables.figures.likeness import Patterns, cut, shapes_of
from extractors.reading.paper_tables.figures.sums import Told, prove
from extractors.reading.paper_tables.figures.widths import widths_of
from models.page import Word
from normalizers.values.misread_figures import as_figures

DOUBTED = 0.4
"""Confidence of a figure that breaks the sums of its row and of its column."""
FIGURES = re.compile(r"\d+")
CODE = re.compile(r"[A-ZĐ]{1,3}(?:[.-]\d{2,})+")
"""A code that is no figure misread: a sign parts its capitals from its figures."""
HEADED, SINGLE = 2, "abcdeghkmnpt"
"""Letters of the head of a column of figures, at least; single ones that are no figures where both models read them."""
SAME, SHARE = 5.0, 0.4
"""Points by which the sides of one column differ; share of the entries of a column that makes it one of figures."""


def settle_short(entries: Sequence[Entry], lines: Read, latin: Read, only: Read | None = None) -> None:
    """Give short entries their words: figures of columns of figures by agreement and shape, others by confidence.

    `only` reads nothing but figures; what two models leave open is asked of it, enlarged.
    """
    columns = by_column(entries)
    above = _above_figures(entries)
    for column in columns:
        body = [e for e in column if any(FIGURE.fullmatch(text) for text, _ in e.said)]
        mark = mark_of(text for e in column for text in {text for text, _ in e.said})
        lettered = any(lone_letters([(e.said[0], e.said[1]) for e in column]))
        pairs = [(e.said[0][0], e.said[1][0]) for e in column]
        coded = lettered or any(are_mostly(shape, pairs) for shape in (INDEX, DOTTED))
        for entry in column if not coded else ():
            entry.figures = len(body) >= SHARE * len(column) and not (
                _is_word(entry) or _is_code(entry) or _heads(entry, above)
            )
            entry.mark = mark
    for entry in _beside_heads(entries, above):
        entry.figures = False
    figures = [e for e in entries if e.figures]
    known = _known(figures)
    for entry in figures:
        entry.tell(known)
    open_ = [e for e in figures if not e.words]
    for read in (lines, latin):  # by themselves
        for entry, said in zip(open_, read_alone([e.crop for e in open_], read), strict=True):
            entry.said.append(said)
    for entry in open_:
        entry.tell(known)
    if only:
        _enlarge([e for e in open_ if not e.words], known, only)
    _hold_against_sums(figures)
    _read_lost([e for e in entries if not e.figures], lines, latin)
    for column in columns:
        _settle_others([e for e in column if not e.figures])


def _enlarge(entries: Sequence[Entry], known: Known, only: Read) -> None:
    """Read entries that are still open enlarged; what one size alone says is held against the sums."""
    if known.steps is None:
        return
    for entry, votes in zip(entries, read_enlarged([e.crop for e in entries], known.steps, only), strict=True):
        said = [(entry.with_comma(bare, at, known) if (at := known.comma(entry, bare)) else bare) for bare in votes]
        entry.said += [(text, 0.0) for text in said]
        entry.words = (Word(said[0], entry.ink, LONE),) if told_alike(votes) else ()


def _read_lost(entries: Sequence[Entry], lines: Read, latin: Read) -> None:
    """Read entries by themselves that no strip gave anything: one of marks may be read as no line."""
    lost = [e for e in entries if not any(text for text, _ in e.said)]
    for read in (lines, latin):
        for entry, said in zip(lost, read_alone([e.crop for e in lost], read), strict=True):
            entry.said = [*entry.said, said][-2:]


def _hold_against_sums(figures: Sequence[Entry]) -> None:
    """Settle figures that the sums of their rows and columns demand and a reading says, a speck in it taken for a mark
    or not; mark those that break both."""
    said = [{float(form.replace(",", ".")): form
             for text in entry.readings() for form in (re.sub("[.,]", "", text), text)}
            for entry in figures]  # fmt: skip
    told = [Told(e.cell, float(e.words[0].text.replace(",", ".")) if e.words else None, frozenset(texts))
            for e, texts in zip(figures, said, strict=True)]  # fmt: skip
    proof = prove(told)
    for number, value in proof.proved.items():
        figures[number].words = (Word(said[number][value], figures[number].ink, AGREED),)
    for number in proof.doubted:
        entry = figures[number]
        entry.words = tuple(replace(word, confidence=DOUBTED) for word in entry.words)
        entry.doubted = True


def by_column(entries: Sequence[Entry]) -> list[list[Entry]]:
    return by_sides(sorted(entries, key=lambda e: e.cell.y0), lambda e: (e.cell.x0, e.cell.x1), SAME)


def _known(entries: Sequence[Entry]) -> Known:
    """Return what the entries that both models read alike say of all."""
    patterns, widths = Patterns(), defaultdict[int, list[float]](list)
    shapes = {id(e): shapes_of(e.crop) for e in entries}
    for entry in entries:
        text, shape = entry.said[0][0], shapes[id(entry)]
        if text == entry.said[1][0] and FIGURES.fullmatch(text):
            if shape and not shape.marked:
                patterns.learn(shape.figures, text)
            widths[len(text)].append(entry.ink.width)
    sure = [(e.said[0][0], e.crop) for e in entries if e.said[0][0] == e.said[1][0] and FIGURES.fullmatch(e.said[0][0])]
    mark = mark_of(text for e in entries for text, _ in e.said)
    usual = {n: median(found) for n, found in widths.items() if len(found) > 2}
    known = Known(patterns, usual, shapes, widths_of(sure), mark or ",")
    for entry in entries:
        if shapes[id(entry)] is None and (count := known.count(entry)):
            shapes[id(entry)] = cut(entry.crop, count)
    return known


def _is_word(entry: Entry) -> bool:
    """Return whether an entry is a word for sure, not figures taken for letters: in the head any but figures is."""
    first, sure = entry.said[0]
    text = as_figures(first, "far")
    letters = sum(ch.isalpha() for ch in text)
    if any(FIGURE.fullmatch(said) for said, _ in entry.said) or not letters:
        return False
    return entry.head or letters > 2 and sure >= SURE and not any(ch.isdigit() for ch in first)


def _is_code(entry: Entry) -> bool:
    """Return whether all readings of an entry are one code of capitals before figures: `V.07.01.03`."""
    (first, sure), *others = entry.said
    return bool(CODE.fullmatch(first)) and sure >= LONE and all(text == first for text, _ in others)


def _above_figures(entries: Sequence[Entry]) -> float:
    """Return where the first row of figures begins: what stands above it is a head, one of it misread or not."""
    rows: dict[int, list[bool]] = defaultdict(list)
    for entry in entries:
        rows[round(entry.cell.y0)].append(any(FIGURE.fullmatch(text) for text, _ in entry.said))
    return min((float(y) for y, row in rows.items() if sum(row) > len(row) / 3), default=0.0)


def _beside_heads(entries: Sequence[Entry], above: float) -> list[Entry]:
    """Return the entries of figures' columns that are a letter in a row of heads: `л` beside `п`, `лаб` and `с.р.`, or
    stand in one of which no reading has a figure."""
    rows = [e for e in entries if e.cell.y0 < above - SAME]
    found = []
    for entry in rows:
        beside = [e for e in rows if e is not entry and abs(e.cell.y0 - entry.cell.y0) < SAME]
        first, sure = entry.said[0]
        heads = sum(not e.figures and any(ch.isalpha() for ch in e.said[0][0]) for e in beside)
        plain = len(beside) > 1 and not any(FIGURE.fullmatch(said) for e in (entry, *beside) for said, _ in e.said)
        if entry.figures and (plain or heads > 1 and first.strip(".").isalpha() and sure >= SURE):
            found.append(entry)
    return found


def _heads(entry: Entry, above: float) -> bool:
    """Return whether an entry above all figures is read as letters for sure, though each is like a figure: `STT`."""
    read = [text for text, sure in entry.said if sure >= SURE and sum(ch.isalpha() for ch in text) >= HEADED]
    first, second = ((text.casefold(), sure) for text, sure in entry.said[:2])
    if first[0] == second[0] and len(first[0]) == 1 and first[0] in SINGLE and min(first[1], second[1]) >= LONE:
        read.append(first[0])
    named = any(is_code(text) for text, _ in entry.said)
    return entry.cell.y0 < above - SAME and (
        named or bool(read) and not any(c.isdigit() for text in read for c in text)
    )


def _settle_others(column: Sequence[Entry]) -> None:
    """Give entries that are no figures their words: as the way that finds most codes in their column has them, else as
    they were read."""
    readings = [(e.said[0], e.said[1]) for e in column]
    crops = [e.crop for e in column]
    coded = code_column(readings, [shows_white(crop) for crop in crops])
    found = (latin_column(readings), lone_letters(readings), dotted_column(readings), parted_codes(readings, crops))
    codes = max((*found, coded), key=lambda codes: sum(map(bool, codes)))
    for entry, code in zip(column, codes, strict=True):
        first, second = entry.said[:2]
        sure = max(first[1], second[1])
        text = code if code is not None else first[0] or second[0]
        if code is None and first[0] != second[0]:
            sure = first[1] if first[0] else second[1]
        entry.figures = code is not None  # proved: not to be read once more
        entry.words = (Word(text, entry.ink, max(sure, CODED) if code else sure),) if text else ()
