"""Words that a narrow cell or a converter cut in two: `обязательны й`, `автоматизированн ые`."""

import re
from collections.abc import Iterator

from models.edits import Edit
from normalizers.slips.evidence import Evidence
from normalizers.triage.lexicon import words

_CUT = re.compile(r"(?<![^\W\d_])([А-ЯЁІЇЄҐ]?[а-яёіїєґ]{4,}) ([а-яёіїєґ]{1,4})(?![^\W\d_])")
_UKRAINIAN = re.compile("[іїєґ]", re.I)
_PARTICLES = frozenset(
    ("не", "ни", "но", "на", "по", "до", "за", "из", "от", "со", "во", "ко", "об", "же", "ли", "бы", "то", "что", "как")
    + ("для", "при", "та", "ні", "що", "як", "від", "під", "це")
)


def split_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield edits that join two pieces on a line where they are a word together and one piece cannot stand alone.

    A lone `й` is a word in Ukrainian and none in Russian; other endings are joined behind a stem that is no word.
    """
    ukrainian = len(_UKRAINIAN.findall(evidence.text)) > 0.01 * len(evidence.text)
    for match in _CUT.finditer(evidence.text):
        first, second = match.groups()
        whole = (first + second).lower()
        lists = (words("uk"),) if ukrainian else (words("ru"),)
        if not any(whole in known for known in lists):
            continue
        lone = second == "й" and not ukrainian and first[-1] in "ыио"
        stem = not evidence.is_known(first) and len(second) >= 2 and second not in _PARTICLES
        if lone or stem:
            yield Edit(match.start(), match.end(), match.group(), first + second, "slips.split", confidence=0.97)
