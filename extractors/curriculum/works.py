"""What a listed source looks like, whatever list or table it stands in: authors with initials, a year, an address."""

import re

from normalizers.letters import CAPITALS

_AUTHORS = re.compile(
    rf"[{CAPITALS}][^\W\d_]+(?:[-’'][^\W\d_]+)*,?\s+(?:[{CAPITALS}]\.\s?){{1,2}}|(?:[{CAPITALS}]\.\s?){{1,2}}[{CAPITALS}][^\W\d_]{{2,}}"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_NUMBER = re.compile(r"\W*(?:\d{1,3}[\].)]*\s*)?")


def names_authors(text: str) -> bool:
    """Say whether a line, after its number, begins with a name and initials: `1. Петренко О.В. …`."""
    return _AUTHORS.match(text, _NUMBER.match(text).end()) is not None  # type: ignore[union-attr]


def is_work(text: str) -> bool:
    """Say whether words are a source in full: authors, and the year of print."""
    return names_authors(text) and _YEAR.search(text) is not None


def is_address(text: str) -> bool:
    """Say whether a line is the address of a page on the net and nothing else."""
    return _ADDRESS.fullmatch(text.strip(" ;,.")) is not None
