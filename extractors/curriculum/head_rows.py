"""Rows of a table that are its head: those with labels, those below them, and a row that numbers the columns."""

import re

from extractors.curriculum.english_below import native_label
from extractors.curriculum.grids import Grid, Place
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from normalizers.wordings import Wordings

DEEPEST = 7
"""Most rows that a head may have."""
MOST_OF_TEXT = 10
"""Most rows of a head in plain text, below which the first columns stay blank."""
NAMING = 5
"""Different labels of heads in a row that make it one of the head, whatever stands in its first column."""
FEWEST_HANGING = 4
"""Labels of a head over several rows of which none alone has labels enough."""
_FIGURE = Wordings(KNOWLEDGE / "head_words.tsv", r"[-–—]?\s*\d+(?:[.,]\d+)?\s*(?:%|<<behind_figure>>)?")
_CODED = re.compile(r"(?:PLO|CLO|ELO|LO|CO|PO|PI|CĐR)\s?\d{1,2}(?:\.\d{1,2})?")
_COUNTED_GROUP = re.compile(r"[^\W\d_]{4,}\s*(?:№\s*)?(?:\d{1,2}|[IVX]{1,4})\.?")
"""A row that says which part of a plan comes next, no head: `Семестр 7`."""
_NUMBERING = re.compile(r"[(\[]?\d{1,2}[)\]]?\.?")
_FILLED = re.compile(r":\s*\d{1,3}$")
"""A label with its figure, which heads no column: `Lý thuyết: 32`."""


def head_rows(grid: Grid) -> tuple[int, int, int] | None:
    """Return the first row of the head, the row behind it and the first row of data; None where no row is a head."""
    start = next((r for r in range(min(4, len(grid.rows))) if _labels(grid.rows[r]) >= 2), None)
    if start is None:
        start = next((r for r in range(4, len(grid.rows)) if _labels(grid.rows[r]) >= 4), None)
    if start is None and _hanging_labels(grid) >= FEWEST_HANGING:
        start = 0
    if start is None:
        return None
    while start and (_hangs_down(grid, start) or _filled_above(grid, start)):
        start -= 1
    end = start + 1
    while end < min(len(grid.rows), start + DEEPEST) and _goes_on(grid, start, end):
        end += 1
    end = max(end, _behind_blanks(grid, start), _behind_repeats(grid, start))
    return start, end, after_numbering(grid, end)


def _behind_repeats(grid: Grid, start: int) -> int:
    """Return the row behind those that repeat the first two heads of a row, as converters fill cells that span rows."""
    names = [p.text for p in grid.rows[start][:2]]
    end = start + 1
    while all(names) and end < min(len(grid.rows), start + MOST_OF_TEXT):
        if [p.text for p in grid.rows[end][:2]] != names:
            break
        end += 1
    return end


def _behind_blanks(grid: Grid, start: int) -> int:
    """Return the row behind those of a head in plain text, where the columns of codes and names stay blank below their
    heads: down to the row that numbers the columns, or to the last with labels below one of figures alone."""
    end = start + 1
    while end < min(len(grid.rows), start + MOST_OF_TEXT) and not any(p.text for p in grid.rows[end][:2]):
        end += 1
    if after_numbering(grid, end) > end:
        return end
    rows = [[p for p in row if p.text and not p.merged] for row in grid.rows[start + 1 : end]]
    labelled = [n for n, own in enumerate(rows) if own and _lies_below(grid.rows[start + 1 + n], own)]
    return start + 2 + labelled[-1] if labelled else start


def _filled_above(grid: Grid, row: int) -> bool:
    """Say whether the row above names the columns that a row of heads leaves blank, as texts write merged cells."""
    above = grid.rows[row - 1]
    blank = [n for n, p in enumerate(grid.rows[row]) if not p.text]
    words = len([p for p in above if p.text and not p.merged]) > 1 and not any(_FIGURE.fullmatch(p.text) for p in above)
    return bool(blank) and not grid.rows[row][0].text and words and all(above[n].text for n in blank)


def _hanging_labels(grid: Grid) -> int:
    """Count the labels of the first row and of those its cells reach down into, where every third cell is one."""
    end = 1
    while end < min(len(grid.rows), DEEPEST) and _hangs_down(grid, end):
        end += 1
    own = [p.text for row in grid.rows[:end] for p in row if p.text and not p.merged]
    known = len({text for text in own if _known(text)})
    return known if end > 1 and known * 3 >= len(own) else 0


def _labels(row: tuple[Place, ...]) -> int:
    """Count the different labels of a row that is mostly labels."""
    own = [native_label(p) for p in row if p.text and not p.merged]
    if any(len(text) > 160 for text in own):
        return 0
    known = len({text for text in own if _known(text) and not _FILLED.search(text)})
    coded = sum(bool(_CODED.fullmatch(text)) for text in own)
    if not coded or all(lexicon("heads.tsv").match(text, 0.95) != "weight" for text in own):
        coded = 0  # only beside shares are outcomes over columns the less
    return known if known >= 3 or known * 2 > len(own) - coded else 0


def _known(text: str) -> bool:
    if lexicon("heads.tsv").match(text, 0.83) or lexicon("activities.tsv").match(text, 0.86):
        return True
    return lexicon("modes.tsv").match(text, 0.93) is not None


def _goes_on(grid: Grid, start: int, row: int) -> bool:
    """Say whether a row still belongs to the head: it lies under a head cell, or names parts of the heads above."""
    places = grid.rows[row]
    own = [p for p in places if p.text and not p.merged]
    if _hangs_down(grid, row):
        return True
    if not own or len(own) == 1 and grid.width > 2:
        alone = own[0].text if own and not places[0].text and not _over_many(grid, row) else ""
        return _known(alone) and not _COUNTED_GROUP.fullmatch(alone)
    if _is_numbering(own):
        return False
    if _lies_below(places, own):
        return True
    over = [p for p in grid.rows[row - 1] if p.text and not p.merged]
    if row - 1 == start and len(over) > 1 and all(p.column_span > 1 for p in over):  # `Học kỳ 1 | Học kỳ 2` over all
        return len(own) > 3 and all(_known(p.text) for p in own)
    figures = sum(bool(_FIGURE.fullmatch(p.text)) for p in own)
    headings = [p.text for p in grid.rows[start]]
    below = {n: p.text for n, p in enumerate(places) if p.text and not p.merged}
    if not places[0].text and any(text == headings[n] for n, text in below.items()):
        return False  # a code that lost its figure: `CLO` below the head `CLO`
    known = len({p.text for p in own if _known(p.text)})
    first = not places[0].text or known >= NAMING  # below a row of groups the first columns may be named too
    return not figures and known >= 1 and known * 2 >= len({p.text for p in own}) and first


def _hangs_down(grid: Grid, row: int) -> bool:
    """Say whether a cell of the row above reaches down into a row."""
    pairs = zip(grid.rows[row], grid.rows[row - 1], strict=True)
    return any(p.merged and p.row_span > 1 and p.text == above.text for p, above in pairs)


def _over_many(grid: Grid, row: int) -> bool:
    """Say whether a cell of a row lies under several heads: heads part downwards, so it names the rows below it."""
    above = [p.text for p in grid.rows[row - 1]]
    wide = [n for n, p in enumerate(grid.rows[row]) if p.text and p.column_span > 1]
    return len({above[n] for n in wide if above[n]}) > 1


def _lies_below(places: tuple[Place, ...], own: list[Place]) -> bool:
    """Say whether a row of a table of plain text, whose codes and names are empty, has labels, and semesters counted
    from the first: heads below others, over which no cell is merged there."""
    words = dict.fromkeys(p.text for p in own if not _FIGURE.fullmatch(p.text))
    numbers = [p.text for p in own if p.text.isdecimal()]
    told = len(words) + len(numbers) == len({p.text for p in own})
    if len(places) < NAMING or places[0].text or places[1].text:
        return False
    if len(words) > 1 and all(map(_known, words)) and [p.text for p in own[: len(words)]] == list(words):
        return True  # left of the weeks of semesters
    counted = numbers == [str(n) for n in range(1, len(numbers) + 1)]
    return told and counted and sum(map(_known, words)) >= (2 if len(numbers) < 2 else 1)


def _is_numbering(own: list[Place]) -> bool:
    numbers = [int(re.sub(r"\D", "", p.text)) for p in own if _NUMBERING.fullmatch(p.text)]
    return len(own) >= 3 and len(numbers) >= len(own) - 1 and numbers == sorted(numbers) and numbers[0] <= 2


def after_numbering(grid: Grid, row: int) -> int:
    """Return the first row of data: a row that only numbers the columns is passed over."""
    if row < len(grid.rows):
        own = [p for p in grid.rows[row] if p.text and not p.merged]
        numbers = [p.text for p in own if _NUMBERING.fullmatch(p.text)]
        if (
            len(own) >= 3
            and len(numbers) == len(own)
            and [int(re.sub(r"\D", "", n)) for n in numbers] == list(range(1, len(own) + 1))
        ):
            return row + 1
    return row
