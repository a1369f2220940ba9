"""Edits: what repair changed, replayable, with the way back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement in a text: `raw[start:end] == before` becomes `after`.

    `start` and `end` are offsets into the raw text. `kind` names the rule or model (`unicode.nfc`, `garble.syllable`,
    `legacy.tcvn3` ...), `cost` is the model's cost in nats (0 for a certain rule), `confidence` is 0 to 1, calibrated.
    """

    start: int
    end: int
    before: str
    after: str
    kind: str
    cost: float = 0.0
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that repair left as it stood and somebody should look at: the reading it had in mind, if any."""

    start: int
    end: int
    text: str
    reason: str
    suggestion: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Repaired:
    """The outcome of repair: `text == apply(raw, edits)`. `doubts` are places left alone.

    `verdicts[i]` is a reason code for line i: `sound`, `garbled`, `legacy:<encoding>`, `other_language`, `noise` or
    `empty`.
    """

    text: str
    edits: tuple[Edit, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    verdicts: tuple[str, ...] = ()


def apply(raw: str, edits: Iterable[Edit]) -> str:
    """Replay the edits, in order of their start and not overlapping, on the raw text.

    Raises ValueError where an edit overlaps the one before it or does not find its `before`.
    """
    parts: list[str] = []
    done = 0
    for edit in edits:
        if edit.start < done or raw[edit.start : edit.end] != edit.before:
            raise ValueError(f"edit at {edit.start} does not fit: expected {edit.before!r}")
        parts += (raw[done : edit.start], edit.after)
        done = edit.end
    return "".join(parts) + raw[done:]


class Offsets:
    """Leads offsets of repaired text back to raw text, in the logarithm of the number of edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._gained = [0]
        for edit in edits:
            self._gained.append(self._gained[-1] + len(edit.after) - (edit.end - edit.start))
        self._starts = [edit.start + gained for edit, gained in zip(edits, self._gained, strict=False)]

    def to_raw(self, offset: int, *, end: bool = False) -> int:
        """Return the raw offset of an offset of repaired text; inside an edit, its start (or end, with `end`)."""
        index = (bisect_left if end else bisect_right)(self._starts, offset)
        if index:
            edit, start = self._edits[index - 1], self._starts[index - 1]
            if offset < start + len(edit.after) + end:
                return edit.end if end else edit.start
        return offset - self._gained[index]


def to_raw(edits: Sequence[Edit], offset: int, *, end: bool = False) -> int:
    """Return the raw offset of an offset of repaired text; for many offsets of one text, make `Offsets` once."""
    return Offsets(edits).to_raw(offset, end=end)
