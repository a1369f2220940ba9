"""The seam of repair: broken text in, sound text with its edits out.

`repair` works on a plain string, `repair_text` on the text of a document. Both leave line ends, form feeds and tabs
where they are: line n of the outcome is line n of the input, repaired.
"""

from functools import partial

from models.edits import Doubt, Edit, Repaired, apply
from models.text import Text
from normalizers import legacy, slips, unicode
from normalizers.composing import compose, lead_back
from normalizers.garble.gate import garbled_lines, unread_lines
from normalizers.garble.glued import glued_edits
from normalizers.garble.mending import mend
from normalizers.garble.scans.careful import proofread
from normalizers.garble.scans.head_cells import head_cell_edits
from normalizers.garble.unmarked import misread_lines, restore_marks, unmarked_lines
from normalizers.pausing import collector_paused
from normalizers.triage.verdicts import line_verdicts

SETTLED = 0.8
"""Confidence of marks that the words around an unsure word decided."""
SCANNED = 0.5
"""Share of words with less than full confidence from which a document is taken for read from pictures."""
_PROOFREAD = ("sound", "garbled")  # lines that are read for slips: garbled ones where the text around is not


@collector_paused()
def repair(text: str, *, scanned: bool = False, labels: frozenset[str] = frozenset()) -> Repaired:
    """Return the text repaired, with the edits that lead to it and the places left in doubt.

    `scanned` says that an engine read it from a picture: else only its slips tell. `labels` are Vietnamese heads of
    columns and labels of forms, in any case: what is garbled in a cell or before a colon may be one of them.
    """
    edits = legacy.edits(text)
    for stage in (unicode.edits, partial(slips.edits, scanned=scanned), glued_edits):
        edits = compose(text, edits, stage(apply(text, edits)))
    composed = apply(text, edits)
    verdicts = line_verdicts(composed)
    garbled = unread_lines(composed) if scanned else garbled_lines(composed)
    unmarked = unmarked_lines(composed)
    misread = misread_lines(composed, unmarked)
    if any(unmarked) and not any(misread):
        garbled = unmarked
        mended, doubts = restore_marks(composed, unmarked)
    else:
        garbled = misread if any(misread) else garbled
        mended, doubts = mend(composed, garbled, labels)
    closed = [g or v not in _PROOFREAD for g, v in zip(garbled, verdicts, strict=True)]
    noisy = [verdict == "noise" for verdict in verdicts]
    proofed = proofread(composed, closed, noisy, scanned=scanned)
    whole = [edit for edit in proofed if edit.kind == "garble.noise"]
    kept = (edit for edit in mended if not any(edit.start < gone.end and gone.start < edit.end for gone in whole))
    mended = tuple(sorted((*kept, *proofed), key=lambda edit: edit.start))
    doubts = (*legacy.doubts(text), *lead_back(doubts, edits))
    edits = compose(text, edits, mended)
    if scanned:
        edits = compose(text, edits, tuple(head_cell_edits(apply(text, edits), labels)))
    verdicts = tuple("garbled" if g else v for v, g in zip(verdicts, garbled, strict=True))
    encodings = legacy.encodings_by_line(text)
    verdicts = tuple(f"legacy:{encodings[n]}" if n in encodings else v for n, v in enumerate(verdicts))
    return Repaired(apply(text, edits), edits, doubts, verdicts)


def repair_text(text: Text, labels: frozenset[str] = frozenset()) -> tuple[Text, tuple[Doubt, ...]]:
    """Return the document's text repaired (words, tables and page breaks kept), and the places left in doubt.

    Offsets of the doubts are into `Text.raw`; `labels` are as `repair` takes them.
    """
    settled = settled_words(text)
    repaired = repair(apply(text.raw, settled), scanned=_is_scanned(text), labels=labels)
    edits = compose(text.raw, settled, repaired.edits)
    return text.repaired(edits), tuple(lead_back(repaired.doubts, settled))


def _is_scanned(text: Text) -> bool:
    """Return whether most words were read by an engine, which alone doubts: a text layer carries no confidence."""
    doubted = sum(word.confidence < 1.0 for word in text.words)
    return doubted > SCANNED * len(text.words)


def settled_words(text: Text) -> tuple[Edit, ...]:
    """Return the edits that give unsure words of OCR the marks that the words around them ask for."""
    return tuple(
        Edit(word.start, word.end, text.raw[word.start : word.end], word.settled, "ocr.marks", confidence=SETTLED)
        for word in text.words
        if word.settled is not None
    )
