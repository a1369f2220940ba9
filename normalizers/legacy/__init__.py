"""Legacy encodings: TCVN3, VNI, VISCII, VPS, VIQR, code pages of Cyrillic, fonts without maps, misread UTF-8.

Old fonts of Kazakh are among them: they drew its letters in the places of others.

Detected per run of text, converted exactly. Decomposed Unicode is no matter of encodings: see `normalizers.unicode`.
"""

import re
from bisect import bisect_left

from models.edits import Doubt, Edit
from normalizers.legacy.casing import restore_case
from normalizers.legacy.detecting import Run, find_runs
from normalizers.triage.lexicon import is_syllable

__all__ = ["Run", "doubts", "edits", "encodings_by_line", "find_runs"]

_CASELESS = ("tcvn3", "vps")


def edits(text: str) -> tuple[Edit, ...]:
    """Return the edits that bring legacy text to Unicode, one a token, kinds `legacy.<encoding>`.

    A capital that TCVN3 had no code for is drawn from the capitals around it: kind `legacy.tcvn3_case`.
    """
    made: list[Edit] = []
    for run in find_runs(text):
        for start, end, after in run.tokens:
            kind, confidence = f"legacy.{run.encoding}", 0.999
            if run.encoding in _CASELESS:
                cased = restore_case(text, start, end, after)
                if cased != after:
                    after, kind, confidence = cased, f"legacy.{run.encoding}_case", 0.99
            if run.encoding in ("utf8", "utf8_twice"):
                end, after = _with_lost_space(text, start, end, after)
            if after != text[start:end]:
                made.append(Edit(start, end, text[start:end], after, kind, 0.0, confidence))
    return tuple(made)


def _with_lost_space(text: str, start: int, end: int, after: str) -> tuple[int, str]:
    """A token cut in two where the second byte of à became a space (`thÃ nh`): its end and reading when joined."""
    rest = re.match(r" ([^\W\d_]{1,2})(?![^\W\d_])", text[end : end + 4])
    if rest and text[start:end].endswith("Ã") and is_syllable(after + rest[1]) and not is_syllable(rest[1]):
        return end + rest.end(), after + rest[1]
    return end, after


def encodings_by_line(text: str) -> dict[int, str]:
    """Return the legacy encoding of each line that has one, by the line's number from 0."""
    ends = [match.start() for match in re.finditer("[\n\f]", text)]
    return {bisect_left(ends, start): run.encoding for run in find_runs(text) for start, _, _ in run.tokens}


def doubts(text: str) -> tuple[Doubt, ...]:
    """Return a doubt for each TCVN3 run without any capital: fonts of capitals (`.VnTimeH`) leave no trace in text."""
    found = []
    for run in find_runs(text):
        raw = text[run.start : run.end]
        small = not re.search("[A-Z]", raw) and all(after == after.lower() for _, _, after in run.tokens)
        if run.encoding == "tcvn3" and len(run.tokens) > 1 and small:
            found.append(Doubt(run.start, run.end, raw, "legacy.case_lost"))
    return tuple(found)
