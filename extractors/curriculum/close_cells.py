"""Tables whose cells stand one space apart, as converters that keep no layout leave them: a head of labels and nothing
else tells the columns, and lines are a row where they part into such cells in one way."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise

from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.text import Span, Table, TableCell, Text
from normalizers.wordings import Wordings

LEAST, HEAD, ROW, LONGEST, APART, SHARE = 3, 24, 8, 9, 2, 0.6
"""Columns and rows, at least; lines of a head and of a row, words of a label, lines between two rows, at most; share of
the lines with figures at their end that are of whole rows, at least."""
_KINDS = ("lecture", "practice", "seminar", "laboratory", "self_study", "supervised_self_study", "exam", "total")
_CODE, _FIGURE = r"[^\W\d_]{1,6}[\s.-]?\d[\w.()/-]*", r"(?:\d+(?:[.,]\d+)?%?|[-–—])"
_CELLS = dict.fromkeys((*_KINDS, "credits", "hours", "contact", "exam_semester", "weight"), _FIGURE)
_CELLS |= dict.fromkeys(("percent", "score", "points"), rf"{_FIGURE}(?:\s?[-–]\s?{_FIGURE})?")
_CELLS |= dict.fromkeys(("prerequisite", "corequisite", "postrequisite"), rf"(?:{_CODE}(?:[,;]?\s+{_CODE})*)?")
_CELLS |= {"number": r"\d{1,3}(?:\.\d{1,2})*[.)]?", "code": _CODE, "letter": r"[A-F][+-]?",
           "semester": r"\d{1,2}(?:\s?[,;-]\s?\d{1,2})*|[IVX]+"}  # fmt: skip
_WORDS = r"(?s)(?=.*[^\W\d_]{2})[^\W\d_](?!.*\d\s+\d|.*\d\n).*"
_FIGURES = re.compile(rf"{_FIGURE}\s+{_FIGURE}(?!\S)")  # cells of a row that stand on one line
_AMONG = Wordings(KNOWLEDGE / "head_words.tsv", "<<among>>", re.I)
Lines = Sequence[Sequence[Span]]  # the words of each line; none of what is no line of the body
Column = tuple[tuple[Span, ...], str]  # the heads from the top down, and the meaning of the lowest
Row = Sequence[Span]  # the cells of a row, empty ones too


def close_tables(text: Text) -> Iterator[Table]:
    """Yield the tables of a text that no layout tells."""
    lines = [[Span(line.start + m.start(), line.start + m.end())
              for m in re.finditer(r"\S+", text.content[line.start : line.end])
              if line.table is None and line.role == "body"] for line in text.lines]  # fmt: skip
    end = 0
    for at, words in enumerate(lines):
        begun = (_meaning(_said(text, words[:n])) for n in range(1, min(LONGEST, len(words)) + 1))
        if at >= end and {"number", "code", "name", "topic"} & {*begun}:
            end, columns, rows = _table(text, lines, at)
            if cells := (*_head(columns), *_body(rows, columns)):
                yield Table(Span(words[0].start, cells[-1].span.end), text.lines[at].page, cells)


@lru_cache(maxsize=65536)
def _meaning(label: str) -> str | None:
    """Return what a label says of a column; `form` and `among` only head groups, two heads as `LT BT` are no label."""
    activity = lexicon("activities.tsv").exact
    cuts = [n for n, sign in enumerate(label) if sign.isspace() and not label[n + 1].islower()]
    if any(activity(label[:n]) and activity(label[n:]) for n in cuts):
        return None
    over = "form" if lexicon("modes.tsv").exact(label) else "among" if _AMONG.fullmatch(label) else None
    return over or activity(label) or lexicon("heads.tsv").exact(label)


def _said(text: Text, words: Sequence[Span]) -> str:
    return text.content[words[0].start : words[-1].end] if words else ""


def _table(text: Text, lines: Lines, at: int) -> tuple[int, list[Column], list[Row]]:
    """Return the line behind the table that begins at a line, its columns, and its rows; none where several orders of
    columns are as likely."""
    for end in range(min(at + HEAD, len(lines)), at, -1):
        labels = _labels(text, [*chain(*lines[at:end])]) if all(lines[at:end]) else []
        found = [(*_rows(text, lines, end, columns), columns) for columns in _orders(labels) if len(columns) >= LEAST]
        most = max((len(rows) for _, rows, _ in found), default=0)
        best = [one for one in found if len(one[1]) == most >= LEAST]
        if len(best) == 1:
            return best[0][0], best[0][2], best[0][1]
    return at, [], []


def _labels(text: Text, words: Sequence[Span]) -> list[Column]:
    """Return the fewest labels that make up the words; none where other words are among them."""
    best: dict[int, list[Column]] = {0: []}
    for end in range(1, len(words) + 1):
        for n in range(max(0, end - LONGEST), end):
            meaning = _meaning(_said(text, words[n:end])) if n in best else None
            if meaning and (end not in best or len(best[end]) > len(best[n]) + 1):
                best[end] = [*best[n], ((Span(words[n].start, words[end - 1].end),), meaning)]
    return best.get(len(words), [])


def _orders(labels: list[Column]) -> Iterator[list[Column]]:
    """Yield the columns that labels may be, line below line: the last of them may be parts of one or more above."""
    meanings = [meaning for _, meaning in labels]
    only = [n for n, meaning in enumerate(meanings) if meaning in ("form", "among")]
    yield from [labels][: not only]
    for whole in only[-1:] or [n for n, meaning in enumerate(meanings) if meaning in ("hours", "points")]:
        same = [n for n in only if meanings[n] == meanings[whole]] or [whole]
        tail = len(labels) - whole - 1
        kinds = next((n for n in range(tail) if meanings[-n - 1] not in _KINDS), tail)
        for size in range(2, tail // len(same) + 1):
            parts = [labels[n : n + size] for n in range(len(labels) - size * len(same), len(labels), size)]
            if len({tuple(m for _, m in part) for part in parts}) == 1 and (only or kinds in (0, size)):
                below = {n: [((*labels[n][0], *p), m) for p, m in part] for n, part in zip(same, parts, strict=True)}
                left = range(len(labels) - size * len(same))
                told = [column for n in left for column in below.get(n, [labels[n]])]
                yield from _orders(told) if only else [told]


def _rows(text: Text, lines: Lines, first: int, columns: list[Column]) -> tuple[int, list[Row]]:
    """Return the line behind the rows below a head, and these; none where many lines with figures are of none."""
    kinds = tuple(_CELLS.get(meaning, _WORDS) for _, meaning in columns)
    rows, end, missed, lost = list[Row](), first, list[str](), 0
    for at, words in enumerate(lines[first:], first):
        if at < end or not words:
            continue
        if len(missed) > APART or len(_labels(text, words)) >= LEAST:
            break
        if told := _row(text, lines, at, kinds):
            lost += sum(last.isdigit() for last in missed)
            end, missed = told[0], []
            rows.append(told[1])
        else:
            missed.append(_said(text, words)[-1])
    return end, rows if lost <= (1 - SHARE) * (lost + len(rows)) else []


def _row(text: Text, lines: Lines, at: int, kinds: tuple[str, ...]) -> tuple[int, Row] | None:
    """Return the line behind the row that begins at a line, and its cells."""
    words, found = list[Span](), None
    for n in range(at, min(at + ROW, len(lines))):
        if not lines[n] or words and _parted(text, lines[n], kinds):
            break
        words += lines[n]
        beside = n == at or any(_FIGURES.search(_said(text, line)) for line in lines[at : n + 1])
        ways = _parted(text, words, kinds) if beside else ()
        if len(ways) == 1 and (not found or kinds[-1].endswith("?") or text.content[lines[n][0].start].islower()):
            cuts = pairwise(accumulate(ways[0], initial=0))
            found = n + 1, [Span(words[a].start, words[b - 1].end) if a < b else Span(0, 0) for a, b in cuts]
    return found


def _parted(text: Text, words: Sequence[Span], kinds: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """Return in which ways words are cells of these kinds, as how many each cell has."""
    return _partings(
        tuple(text.content[a.start : b.start] for a, b in pairwise([*words, Span(words[-1].end, 0)])), kinds
    )


@lru_cache(maxsize=4096)
def _partings(words: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    if not kinds:
        return () if words else ((),)
    sizes = [n for n in range(len(words) + 1) if re.fullmatch(kinds[0], "".join(words[:n]).strip())]
    return tuple((n, *rest) for n in sizes for rest in _partings(words[n:], kinds[1:]))


def _head(columns: list[Column]) -> Iterator[TableCell]:
    depth = max((len(path) for path, _ in columns), default=0)
    for column, (path, _) in enumerate(columns):
        for row, span in enumerate(path):
            over = [n for n, (other, _) in enumerate(columns) if span in other]
            if over[0] == column:
                yield TableCell(row, column, span, depth - row if row + 1 == len(path) else 1, len(over))


def _body(rows: list[Row], columns: list[Column]) -> Iterator[TableCell]:
    for n, row in enumerate(rows, max((len(path) for path, _ in columns), default=0)):
        yield from (TableCell(n, column, span) for column, span in enumerate(row) if span.start < span.end)
