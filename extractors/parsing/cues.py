"""Cues that begin a part of a document, from data."""

import re
from functools import cache
from pathlib import Path

from normalizers.wordings import Wordings

CUES = Path(__file__).parent / "knowledge" / "cues.tsv"


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    return Wordings(CUES, f"<<{cue}>>", re.IGNORECASE).pattern


def begins(cue: str, line: str) -> bool:
    """Return whether a printed line begins with a cue of that kind."""
    return bool(_pattern(cue).match(line))
