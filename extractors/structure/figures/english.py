"""English wordings of figures that bind without a comparator of their own, and what a figure at the front is about."""

import re
from collections.abc import Iterator

from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

_WORDS = FOLDER / "figure_words.tsv"
STATING = Wordings(
    _WORDS,
    r"(?i)(?P<bound><<bound>>)\b(?:\s[^\s.;:,()]+){0,9}?\s(?P<verb><<states>>(?:\snormally)?)\s+"
    r"(?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)",
)
"""A noun of an amount, its words, and the verb before the figure: `the pass mark for each module is 40%`."""
FORBIDDING = Wordings(
    _WORDS,
    r"(?i)(?P<no>(?:(?<![a-z]\s)|(?<=\bthat\s))\bno\s(?:(?!<<relates>>\s)[^\s.;:,()]+\s){1,4}?)?"
    r"(?P<verb><<forbids>>(?(no)|\s?not)\s(?:[^\s.;:,()]+\s){1,4}?more than)\s+(?=\d|[a-z])",
)
"""`may not enrol in more than 32 credit points`, `no single task may count for more than 60%`: a limit in words around
a verb."""
EVERY = Wordings(
    _WORDS,
    r"(?i)(?P<verb>(?:(?:and\s)?<<renewing>>\s(?:be\s)?)?<<renewed>>\s(?:at least\s(?:once\s)?|once\s)?every)"
    r"\s+(?=\d|(?:one|two|three|four|five|six|seven)\b)",
)
"""A cycle: `shall be reviewed every three years`."""
TAKING = Wordings(
    _WORDS,
    r"(?i)(?P<verb><<owes>>\s(?:normally\s)?<<takes>>(?:\s(?:a\s)?total\sof)?)\s+"
    r"(?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)",
)
"""A duty whose object is an amount: `shall register for 120 credits`."""
COMPRISING = Wordings(
    _WORDS,
    r"(?i)(?P<verb><<comprises_en>>(?:\s(?:a\s)?total\sof)?)\s+(?=\d{1,3}\s(?:(?:ECTS|CATS|UK|study)[\s-])?credits?(?!\w))",
)
"""What has so many credits: `Each stage comprises 120 credits`."""
TOTALLING = Wordings(
    _WORDS, r"(?i)(?:^|(?<=[.;)]\s))(?P<verb>a\stotal\sof)\s+(?=\d{1,3}\s[^.;]{1,60}?\s<<verb>>(?!\w))"
)
"""An amount at the front of its sentence: `A total of 60 credits must be earned`."""
REPEATING = Wordings(
    _WORDS, r"(?i)(?P<verb><<repeats>>\s(?:only\s)?<<repeated>>)\s+(?:only\s)?(?=(?:once|twice|thrice)\b(?!\sby))"
)
"""How often something may be done again: `may be repeated twice`."""
KEEPING = Wordings(
    _WORDS,
    r"(?i)(?P<verb><<renewing>>\s(?:be\s)?<<kept>>(?:\s[^\s.;,]+){0,4}?\sfor(?:\s(?:a|the)\s(?:minimum\s)?period\sof)?)"
    r"\s+(?=\d|(?:one|two|three|four|five|six|seven|ten)\b)",
)
"""How long something is kept: `shall be retained for six years`."""
AUXILIARY = Wordings(_WORDS, r"\s<<verb>>(?!\w)")
Place = tuple[int, int]


def phrases(text: str) -> Iterator[tuple[str, Place, int]]:
    """Yield the comparator, the place of its words and where the figure begins, for each such wording."""
    for match in STATING.finditer(text):
        said = text[max(0, match.start() - 12) : match.end("verb")].casefold()
        sign = "<=" if "maximum" in said else ">=" if "minimum" in said else "="
        yield sign, match.span("verb"), match.end()
    for match in (*FORBIDDING.finditer(text), *REPEATING.finditer(text)):
        yield "<=", match.span("verb"), match.end()
    for match in (
        *EVERY.finditer(text),
        *TAKING.finditer(text),
        *KEEPING.finditer(text),
        *COMPRISING.finditer(text),
        *TOTALLING.finditer(text),
    ):
        yield "=", match.span("verb"), match.end()


def fronted(text: str, figure: Place, unit: Place | None, end: int) -> Place | None:
    """Return what a figure at the front of its sentence is about: `No more than 50% of the credits … may be …`."""
    shared = re.compile(r"\s+of\s+(?:the\s+|an?\s+)?").match(text, figure[1], end)
    begin = shared.end() if shared else unit[0] if unit else figure[1]
    stop = AUXILIARY.search(text, begin, end)
    if stop is None or stop.start() - begin < 3 or not text[begin].isalnum():
        return None
    return begin, (stop.start() if shared else end)
