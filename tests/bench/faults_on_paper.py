"""Faults of paper: words that the engine read without confidence, handwriting and seals on the page, garbled layers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from extractors.reading import identify, read
from models.page import Block, Box, Line, Page, PageNote, Word
from tests.bench.planting import Place
from tests.samples.steps import Outcome, outcome

Wear = Callable[[list[Page], Outcome, Random], Place | None]


@dataclass(frozen=True, slots=True)
class PaperFault:
    """`wear` changes the pages in place and says where a finding should point, or None."""

    family: str
    name: str
    rules: tuple[str, ...]
    wear: Wear


def worn(fault: PaperFault, path: Path, sane: Outcome, random: Random) -> tuple[Outcome, Place] | None:
    """Return what the steps make of pages with a fault, and where it was put; None where there is no place for it."""
    source = identify(path)
    pages = list(read(source))
    place = fault.wear(pages, sane, random)
    return None if place is None else (outcome(source, tuple(pages)), place)


def _doubted(table: str, column: str) -> Wear:
    """Return a fault that leaves one printed figure with a low confidence."""

    def wear(pages: list[Page], sane: Outcome, random: Random) -> Place | None:
        cells = [(r, c) for r in sane.rows if r.table == table and (c := r.cells.get(column)) and c.span]
        if not cells:
            return None
        row, cell = random.choice(cells)
        assert cell.span is not None
        text = sane.document.text
        index = text.line_at(cell.span.start)
        printed = text[cell.span].split()[-1].strip(" .,;")
        line = text.content[text.lines[index].start : text.lines[index].end].replace("\t", " ").split()
        if not any(ch.isdigit() for ch in printed) or not _doubt(pages, line, printed):
            return None
        return Place((table,), (row.row_key,))

    return wear


def _doubt(pages: list[Page], line: list[str], printed: str) -> bool:
    for number, page in enumerate(pages):
        for place, block in enumerate(page.blocks):
            worse = _worse(block, line, printed)
            if worse != block:
                pages[number] = replace(page, blocks=(*page.blocks[:place], worse, *page.blocks[place + 1 :]))
                return True
    return False


def _worse(block: Block, line: list[str], printed: str) -> Block:
    """Return a line, or the cells of a row of a table, with a doubtful figure, where they are the ones sought."""
    if isinstance(block, Line):
        return _unsure(block, printed) if block.as_text().split() == line else block
    for row in sorted({cell.row for cell in block.cells}):
        own = [cell for cell in block.cells if cell.row == row]
        if [word for cell in own for part in cell.lines for word in part.as_text().split()] == line:
            cells = tuple(
                replace(c, lines=tuple(_unsure(part, printed) for part in c.lines)) if c in own else c
                for c in block.cells
            )
            return replace(block, cells=cells)
    return block


def _unsure(line: Line, printed: str) -> Line:
    words = line.words or tuple(Word(word) for word in line.as_text().split())
    return replace(line, words=tuple(replace(w, confidence=0.2) if printed in w.text else w for w in words))


def _noted(kind: str, message: str, table: str = "pages") -> Wear:
    """Return a fault that is no text: something seen on the first page."""

    def wear(pages: list[Page], sane: Outcome, random: Random) -> Place | None:
        note = PageNote(kind, message, Box(60, 60, 120, 90))
        pages[0] = replace(pages[0], notes=(*pages[0].notes, note))
        return Place((table,))

    return wear


PAPER_FAULTS = (
    PaperFault("trust", "doubtful number", ("low_confidence_value",), _doubted("documents", "number")),
    PaperFault("trust", "doubtful hours", ("low_confidence_value",), _doubted("topics", "hours")),
    PaperFault("trust", "doubtful cited number", ("low_confidence_value",), _doubted("citations", "number")),
    PaperFault("wholeness", "handwriting", ("handwritten_value",), _noted("handwriting", "a number written by hand")),
    PaperFault("wholeness", "image unread", ("unread_page",), _noted("unread", "the page could not be read")),
    PaperFault("unread_cells", "cell unread", ("unread_cell",), _noted("unread_cell", "ink that could not be read")),
    PaperFault("unread_cells", "sums broken", ("doubted_figure",), _noted("doubted_figure", "it breaks the sums")),
    PaperFault("wholeness", "time up", ("out_of_time",), _noted("untried", "not read: the time was up", "documents")),
)
