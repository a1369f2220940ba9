"""A matrix of outcomes whose columns were read out of order: cells put together again by the evidence of codes.

A text layer may give such a matrix page by page and column by column, the first line of a cell after the rest of its
column, words of cut lines at the end. Codes, order, sentence ends and the width of the column say what belongs
together; where nothing says it, the place is marked and no word is invented.
"""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extractors.curriculum.outcomes.codes import Code, leading
from extractors.curriculum.passages import Passage
from extractors.curriculum.wording import fold, lexicon
from models.text import Span, join_lines
from normalizers.neighbours import runs

LOST = "⟦?⟧"
SHORT = 0.52
"""A line below this share of the column's width may be a piece of another, cut line."""
CUT = 0.74
"""A line below this share of the width that does not end its cell has lost its end."""
_HEADS = ("indicator", "programme_outcome", "objective", "course_outcome")
Printed = tuple[str, Span]


@dataclass
class Fragment:
    """Lines that were read together: from a code to the next, or without a code after a sentence's end."""

    code: Code | None
    lines: list[Printed]
    column: str = ""

    @property
    def closed(self) -> bool:
        """Whether its last line ends a sentence; a short line may end it with a mark that was read for a full stop."""
        last = self.lines[-1][0].rstrip() if self.lines else ""
        width = max((len(text) for text, _ in self.lines), default=0)
        return last.endswith((".", "!", "?")) or last.endswith(("'", "’")) and len(last) < 0.85 * width


@dataclass(frozen=True)
class TornCell:
    """A cell put together: its code, its text (marked where words are lost), and where its first words stand."""

    code: Code
    text: str
    span: Span
    damaged: bool = False


@dataclass
class Torn:
    """A reassembled matrix: where it stands, its cells, which objective each outcome was read beside, and the
    outcomes for which the order does not tell it."""

    span: Span
    cells: list[TornCell] = field(default_factory=list)
    links: list[tuple[Code, int]] = field(default_factory=list)
    undetermined: list[int] = field(default_factory=list)


def reassemble(passage: Passage, known: list[str], language: str) -> Torn | None:
    """Return the matrix that a passage's lines hold, or None; `known` are texts that the document states elsewhere."""
    lines = [(b.text, b.span) for b in passage.blocks if not b.row]
    coded = [leading(text, language) for text, _ in lines]
    kinds = [code.series.kind for code in coded if code]
    if kinds.count("indicator") < 3 or len(set(kinds)) < 2 or passage.grids():
        return None
    first = next(place for place, (text, _) in enumerate(lines) if leading(text, language))
    if all(leading(text, language) for text, _ in lines[first:]):
        return None  # a plain list, whose every line begins with its code
    torn = Torn(Span(lines[0][1].start, lines[-1][1].end))
    cells = Cells()
    for page in _pages(lines, language):
        fragments = _fragments(page, language)
        fragments = [f for f in fragments if f.code or not _without_known(f, known)]
        starts_open = bool(fragments) and fragments[0].code is None
        for group in _groups(fragments):
            cells.take(group)
        _link(torn, fragments, starts_open)
    torn.cells = cells.finished()
    return torn


def _pages(lines: list[Printed], language: str) -> list[list[Printed]]:
    """Return the lines page by page: the heads of the matrix are printed anew on each."""
    pages: list[list[Printed]] = [[]]
    for text, span in lines:
        if leading(text, language) is None and _is_head(text):
            if pages[-1]:
                pages.append([])
        elif sum(c.isalpha() for c in text) >= 2 or re.fullmatch(r"[^\W\d_]|⟦\?⟧", text):
            pages[-1].append((text, span))
    return [page for page in pages if page]


def _is_head(text: str) -> bool:
    folded = fold(text)
    if len(folded) < 6 or len(folded) > 60:
        return False
    labels = [
        fold(row["label"]) for row in lexicon("heads.tsv").rows if row["meaning"] in _HEADS and len(row["label"]) > 14
    ]
    if any(fuzz.ratio(folded, label) >= 85 or folded in label for label in labels):
        return True
    return re.search(r"\((?:PIs?|PLOs?|POs?|CLOs?)\)", text, re.I) is not None


def _without_known(fragment: Fragment, known: list[str]) -> bool:
    """Take the first lines from words without a code that stand elsewhere in full; say whether none are left."""
    folded = [fold(text) for text in known]
    lines = [line for line in fragment.lines if line[0] != LOST]
    for count in range(len(lines), 0, -1):
        text = fold(" ".join(line for line, _ in lines[:count]))
        if len(text) >= 5 and any(fuzz.partial_ratio(text, k, score_cutoff=84) for k in folded if len(text) <= len(k)):
            fragment.lines = lines[count:]
            break
    return not fragment.lines


def _fragments(page: list[Printed], language: str) -> list[Fragment]:
    found: list[Fragment] = []
    for text, span in page:
        code = leading(text, language)
        if code:
            words = re.sub(r"^\s*[.:)–-]*\s*", "", text[code.end :])
            found.append(Fragment(code, [(words, span)] if words else [], code.series.kind))
        elif not found or found[-1].closed:
            found.append(Fragment(None, [(text, span)]))
        else:
            found[-1].lines.append((text, span))
    for n, fragment in enumerate(found):
        if fragment.code is None:
            after = next((f.column for f in found[n + 1 :] if f.code), "")
            before = next((f.column for f in reversed(found[:n]) if f.code), "")
            fragment.column = before if before == "indicator" or not after else after
    return found


def _groups(fragments: list[Fragment]) -> list[list[Fragment]]:
    """Return the runs of fragments of one column."""
    return runs(fragments, lambda run, fragment: run[0].column == fragment.column == "indicator")


@dataclass
class Item:
    """A cell in the making: its code, its lines, and after which of them words are missing or were filled in."""

    code: Code
    lines: list[Printed]
    filled: dict[int, str] = field(default_factory=dict)
    width: int = 0
    tail_lost: bool = False
    garbled: bool = False

    @property
    def open(self) -> bool:
        """Whether its last line ends no sentence."""
        return not self.lines or not self.lines[-1][0].rstrip().endswith((".", "!", "?"))

    def cuts(self) -> list[int]:
        """Return the lines that are too short for the column and end nothing, and are not filled up yet."""
        first = len(self.code.text) + 2
        return [
            n
            for n, (text, _) in enumerate(self.lines[:-1])
            if n not in self.filled
            and len(text) + (first if n == 0 else 0) < CUT * self.width
            and not text.endswith((".", ")"))
        ]


class Cells:
    """The cells of a matrix, group by group; the last one may go on at the next page."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.last: Item | None = None

    def take(self, group: list[Fragment]) -> None:
        """Put the cells of a run of fragments together."""
        if group[0].column != "indicator":
            for fragment in group:
                if fragment.code and fragment.lines:
                    self.items.append(Item(fragment.code, list(fragment.lines)))
            return
        lengths = sorted(len(text) for f in group for text, _ in f.lines)
        width = max(lengths[int(len(lengths) * 0.8)], 20) if lengths else 20
        items, loose = self._in_order(group, width)
        for text, span in loose:
            _place(items, (text, span))
        for item in items[-1:]:
            item.tail_lost = item.open
        self.items += items
        self.last = items[-1] if items else self.last

    def _in_order(self, group: list[Fragment], width: int) -> tuple[list[Item], list[Printed]]:
        """Return the cells of a group in the order of their codes, and the lines that are pieces of cut lines."""
        coded = [(f.code, f) for f in group if f.code]
        displaced = {id(f) for n, (code, f) in enumerate(coded) if any(code.index < b.index for b, _ in coded[:n])}
        items = [Item(code, list(f.lines), width=width) for code, f in coded if id(f) not in displaced]
        heads = [Item(code, list(f.lines), width=width) for code, f in coded if id(f) in displaced]
        loose: list[Printed] = []
        for n, item in enumerate(items):
            if n + 1 == len(items) or items[n + 1].code.index[0] != item.code.index[0]:
                loose += _trailing(item, width)
        for n, fragment in enumerate(group):
            if fragment.code is None:
                after = next((f.code for f in group[n + 1 :] if f.code and id(f) not in displaced), None)
                self._orphan(fragment, after, heads, loose)
        for head in heads:
            if not head.filled.pop(-1, None):
                loose += _trailing(head, width)
        return (sorted([*items, *heads], key=lambda i: i.code.index) if heads else items), loose

    def _orphan(self, fragment: Fragment, after: Code | None, heads: list[Item], loose: list[Printed]) -> None:
        """Give lines without a code to the cell that its first line was torn from, or that was open before."""
        head = next((h for h in heads if after and h.code.index < after.index and -1 not in h.filled), None)
        if head:
            loose += head.lines[1:]
            head.lines[1:] = fragment.lines
            head.filled[-1] = "body"
        elif self.last is not None and self.last.open and after is not None:
            self.last.lines += fragment.lines
            self.last.tail_lost = False
        else:
            loose += fragment.lines

    def finished(self) -> list[TornCell]:
        """Return the cells with their texts."""
        found = []
        for item in self.items:
            if not item.lines:
                continue
            cuts = set(item.cuts()) if item.width else set()
            parts = []
            for n, (text, _) in enumerate(item.lines):
                if len(text) < 2 or text == LOST and n + 1 < len(item.lines):
                    continue
                filled = item.filled.get(n)
                parts.append(f"{text} {filled}" if filled else f"{text} {LOST}" if n in cuts else text)
            whole = join_lines(parts) + (f" {LOST}" if item.tail_lost else "")
            found.append(TornCell(item.code, whole, item.lines[0][1], LOST in whole))
        return found


def _trailing(item: Item, width: int) -> list[Printed]:
    """Take from a cell the lines from the first short one that are pieces of other lines; its own last word stays."""
    count = next((n for n in range(1, len(item.lines)) if len(item.lines[n][0]) < SHORT * width), len(item.lines))
    short = item.lines[count:]
    if not short or len(short) == 1 and short[0][0].endswith("."):
        return []
    item.lines[count:] = []
    if short[-1][0].endswith(".") and item.open:
        item.lines.append(short.pop())
    return short


def _place(items: list[Item], piece: Printed) -> None:
    """Put a piece into the first cut line that has room for it; else at the end of an open last cell."""
    text, span = piece
    for item in items:
        for n in item.cuts():
            first = len(item.code.text) + 2 if n == 0 else 0
            if len(item.lines[n][0]) + first + len(text) + 1 <= item.width * 1.25:
                item.filled[n] = text if _is_word(text) else LOST
                return
    if items and items[-1].open and not items[-1].garbled:
        items[-1].garbled = not _is_word(text)
        if _is_word(text):
            items[-1].lines.append((text, span))


def _is_word(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= 3 and not re.search(r"[_|\\{}<>]|\w\d\w|[^\W\d_A-ZĐ][A-ZĐ]", text)


def _link(torn: Torn, fragments: list[Fragment], starts_open: bool) -> None:
    """Note beside which objective each outcome of a page stands; an outcome stands where its first indicator does."""
    met = {number for _, number in torn.links} | set(torn.undetermined)
    order: list[tuple[str, Code]] = []
    for fragment in fragments:
        if fragment.code and fragment.column == "objective":
            order.append(("objective", fragment.code))
        elif fragment.code:
            number = fragment.code.index[0]
            if number not in met:
                met.add(number)
                order.append(("outcome", fragment.code))
    objectives = [code for kind, code in order if kind == "objective"]
    waiting: list[int] = []
    last: Code | None = None
    for kind, code in order:
        if kind == "objective":
            torn.links += [(code, number) for number in waiting]
            waiting, last = [], code
        elif starts_open and not waiting and last is None and objectives and torn.links:
            torn.undetermined.append(code.index[0])
            starts_open = False
        else:
            waiting.append(code.index[0])
    if last is not None:
        torn.links += [(last, number) for number in waiting]
