"""Composition of edits: a stage that worked on the outcome of another becomes one list of edits of the raw text."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.edits import Doubt, Edit, apply, to_raw


def compose(raw: str, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return edits of `raw` that do what `first` and then `second` (offsets into the outcome of `first`) do.

    Edits that touch the same characters become one: the kind of the later stage, the costs added, the lower of the
    confidences. An edit that ends as it began is left out.
    """
    if not second or not first:
        return tuple(second or first)
    middle = apply(raw, first)
    merged: list[Edit] = []
    for start, end, earlier, later in _groups(_shifted(first), sorted(second, key=lambda e: (e.start, e.end))):
        raw_start, raw_end = _raw_range(earlier, first, (start, end))
        inner = [replace(e, start=e.start - start, end=e.end - start) for e in later]
        after = apply(middle[start:end], inner)
        before = raw[raw_start:raw_end]
        if after == before:
            continue
        parts = [pair[1] for pair in earlier] + later
        kind = (later[-1] if later else parts[-1]).kind
        cost, confidence = sum(e.cost for e in parts), min(e.confidence for e in parts)
        merged.append(Edit(raw_start, raw_end, before, after, kind, cost, confidence))
    return tuple(merged)


def lead_back(doubts: Iterable[Doubt], edits: Sequence[Edit]) -> tuple[Doubt, ...]:
    """Return the doubts, whose offsets are into the outcome of `edits`, with offsets into the raw text."""
    return tuple(replace(d, start=to_raw(edits, d.start), end=to_raw(edits, d.end, end=True)) for d in doubts)


def _shifted(edits: Sequence[Edit]) -> list[tuple[int, int, Edit]]:
    """Edits with their range in the text that they made."""
    shifted, gained = [], 0
    for edit in edits:
        start = edit.start + gained
        shifted.append((start, start + len(edit.after), edit))
        gained += len(edit.after) - (edit.end - edit.start)
    return shifted


Group = tuple[int, int, list[tuple[int, Edit]], list[Edit]]


def _groups(first: list[tuple[int, int, Edit]], second: Sequence[Edit]) -> list[Group]:
    """Clusters of edits that overlap in the middle text: start, end, earlier (with their start) and later edits."""
    items = [(s, e, 0, edit) for s, e, edit in first] + [(e.start, e.end, 1, e) for e in second]
    groups: list[Group] = []
    for start, end, stage, edit in sorted(items, key=lambda i: (i[0], i[1], i[2])):
        if groups and start < groups[-1][1]:
            last_start, last_end, earlier, later = groups.pop()
            groups.append((last_start, max(last_end, end), earlier, later))
        else:
            groups.append((start, end, [], []))
        if stage == 0:
            groups[-1][2].append((start, edit))
        else:
            groups[-1][3].append(edit)
    return groups


def _raw_range(earlier: list[tuple[int, Edit]], first: Sequence[Edit], middle: tuple[int, int]) -> tuple[int, int]:
    """The range of raw text behind a group's range of the middle text, whose borders lie at or outside edits."""
    if not earlier:
        start = to_raw(first, middle[0])
        return start, start + middle[1] - middle[0]
    head_start, head = earlier[0]
    tail_start, tail = earlier[-1]
    return head.start - (head_start - middle[0]), tail.end + middle[1] - (tail_start + len(tail.after))
