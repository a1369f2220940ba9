"""The sign of a number that an engine read as letters: `протокол Ме 4`, `наказ від 03.02.2021 Ле 17`."""

from collections.abc import Iterator
from pathlib import Path

from models.edits import Edit
from normalizers.slips.evidence import Evidence
from normalizers.wordings import Wordings

_READ = r"(?:М[егоэ]|Ле|Л[о9]|Хо|[NМM][eеoо°º]|J[VvNf][oes]|N[s29]|Л[«\"]|№[оeе])"
"""What engines made of the sign on scans; none of them is a word that stands between an act and its number."""
_SIGN = Wordings(
    Path(__file__).parent / "knowledge" / "number_words.tsv",
    rf"(?<!\w)(?:<<act>>|<<dated>>)[\s,]+(?P<sign>{_READ})\s?(?=\d)",
)


def sign_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each misread sign between the word for an act, or its date, and a number."""
    for match in _SIGN.finditer(evidence.text):
        yield Edit(*match.span("sign"), match["sign"], "№", "slips.sign", confidence=0.97)
