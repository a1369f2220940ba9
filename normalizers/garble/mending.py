"""Mending of a text: the garbled lines are restored, and what was done becomes edits and doubts."""

import math
import re
from collections.abc import Sequence

from models.edits import Doubt, Edit
from normalizers.garble.engine import Decoded, divide, restore
from normalizers.garble.model.confusions import shipped_channel
from normalizers.garble.search.readings import CAPITALS
from normalizers.garble.spans.acronyms import (
    compound,
    initials_of,
    inventory_names,
    of_masthead,
    spelled_out,
    well_known,
)
from normalizers.garble.spans.names import may_lose_letters
from normalizers.garble.spans.surnames import settle_surnames

_NAMED_ACT = re.compile(r"(?<=\d\.)[NQ]D(?=\.\d)")  # the kind within a number of the database of laws: `13.2.ND.1`
_LEAST, _LEAST_FOR_NAMES = 0.49, 0.55  # confidence below which a place is left as it stands
_OFFSET, _SLOPE, _TOP = 0.0, 0.46, 0.996  # of the logistic curve from margins to confidence


def mend(
    text: str, garbled: Sequence[bool], labels: frozenset[str] = frozenset()
) -> tuple[tuple[Edit, ...], tuple[Doubt, ...]]:
    """Return the edits that restore the garbled lines of a text, and the places left in doubt.

    `garbled` tells for every line whether it may be touched; `labels` are heads of columns and labels of forms.
    """
    chunks = divide(text, garbled) if any(garbled) else []
    if not chunks:
        return (), ()
    decoded, _ = restore(chunks, shipped_channel(), labels)
    words = [word for item in decoded if item.choice.reading for word in item.choice.reading.text.split()]
    initials = initials_of(words)
    head = "".join(word[0] for word in words if word.isalpha() and word.isupper() and (len(word) > 1 or word == "Y"))
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for index, item in enumerate(decoded):
        edit = _edit(text, decoded, index, (initials, head))
        if edit is None:
            doubts += _unreadable(item)
        elif edit.confidence < (_LEAST_FOR_NAMES if _may_be_name(item) else _LEAST):
            doubts.append(Doubt(edit.start, edit.end, edit.before, "low_confidence", edit.after, edit.confidence))
        elif edit.before != edit.after:
            edits.append(edit)
    return settle_surnames(text, edits), tuple(doubts)


def _may_be_name(item: Decoded) -> bool:
    """Whether a chunk may be a name as it stands: a syllable with a capital within a line of small letters."""
    return not item.chunk.first and item.chunk.caps < 0.36 and may_lose_letters(item.chunk.edges[1])


def _edit(text: str, decoded: list[Decoded], index: int, initials: tuple[str, str]) -> Edit | None:
    """The edit for a chunk; None where another chunk's reading took it, or its reading is to keep it. `initials` are
    those of all words and of those in capitals."""
    chunk, choice = decoded[index].chunk, decoded[index].choice
    reading = choice.reading
    if reading is None:
        return None
    end = decoded[index + 1].chunk.end if reading.takes_next else chunk.end
    after, kind = reading.text, reading.kind
    if kind == "garble.word" and after == chunk.text and chunk.caps > CAPITALS:
        return None  # a syllable of a heading in capitals is no short name
    if kind == "kept" or after == chunk.text:
        after = _with_strokes(chunk.edges, initials[0])
        if after == chunk.text:
            return None
        kind = "garble.acronym"
    elif kind == "garble.code":
        after = _of_spelled_out_issuer(after, *initials)
    before = decoded[index - 1].chunk if index else None
    touching = before is not None and before.end == chunk.start and not before.fixed
    if touching and (text[chunk.start - 1] == ")" or chunk.text[0] == "("):
        after = " " + after
    confidence = _TOP / (1 + math.exp(-_OFFSET - _SLOPE * min(choice.margin, 20.0)))
    return Edit(chunk.start, end, text[chunk.start : end], after, kind, round(reading.cost, 2), round(confidence, 3))


def _with_strokes(edges: tuple[str, str, str], initials: str) -> str:
    lead, core, trail = edges
    parts = core.split("-")
    if len(core) > 1 and all(part.replace("&", "").isupper() and part.replace("&", "").isalpha() for part in parts):
        core = compound("-".join("&".join(well_known(p, initials) for p in part.split("&")) for part in parts))
    core = _NAMED_ACT.sub(lambda kind: kind.group()[0] + "Đ", core)
    return lead + core + trail


def _of_spelled_out_issuer(code: str, initials: str, head: str) -> str:
    """The number of an act, its issuer as the document's words begin: `64/QĐ-PHXD` is `64/QĐ-ĐHXD`."""
    number, stroke, symbols = code.rpartition("/")
    if not stroke or not number[:1].isdigit():
        return code
    kind, *issuers = symbols.split("-")
    known = inventory_names()
    meant = (i if i in known else of_masthead(spelled_out(i, initials), head) for i in issuers)
    return f"{number}/{'-'.join((kind, *meant))}"


def _unreadable(item: Decoded) -> list[Doubt]:
    """A doubt for a chunk that was kept although it is no word."""
    chunk, reading = item.chunk, item.choice.reading
    if reading is None or reading.cost < 9.0:
        return []
    return [Doubt(chunk.start, chunk.end, chunk.text, "unreadable")]
