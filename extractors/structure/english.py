"""English wordings of figures that bind without a comparator of their own, and what a figure at the front is about."""

import re
from collections.abc import Iterator

STATING = re.compile(
    r"(?P<bound>maximum|minimum|pass mark|period|duration|length|limit|quorum|term of office|credit value|word count"
    r"|amount|number)\b(?:\s[^\s.;:,()]+){0,9}?\s"
    r"(?P<verb>(?:is|are|shall be|will be|must be|shall remain)(?:\snormally)?)\s+"
    r"(?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)",
    re.IGNORECASE,
)
"""A noun of an amount, its words, and the verb before the figure: `the pass mark for each module is 40%`."""
FORBIDDING = re.compile(
    r"(?P<verb>(?:may|must|shall|can|will)(?:\s?not)\s(?:[^\s.;:,()]+\s){1,4}?more than)\s+(?=\d|[a-z])", re.IGNORECASE
)
"""`may not enrol in more than 32 credit points`: a limit whose words stand around a verb."""
EVERY = re.compile(
    r"(?P<verb>(?:(?:and\s)?(?:shall|will|must|should|is|are)\s(?:be\s)?)?"
    r"(?:reviewed|revised|updated|renewed|audited|evaluated)\s(?:at least\s(?:once\s)?|once\s)?every)"
    r"\s+(?=\d|(?:one|two|three|four|five|six|seven)\b)",
    re.IGNORECASE,
)
"""A cycle: `shall be reviewed every three years`."""
FRACTION = re.compile(
    r"\s*-?\s*(?:thirds?|quarters?|halves|half|fifths?|tenths?|третин\w*|трет(?:и|ей|ь|ью|ям|ями|ях)|четверт\w*|чверт\w*"
    r"|п['’]ятих|пятых|десятих|десятых)\b",
    re.IGNORECASE,
)
"""A fraction in words, whose first word is no figure: `two thirds of the credit`."""
AUXILIARY = re.compile(r"\s(?:may|must|shall|will|can|is|are)(?!\w)")
Place = tuple[int, int]


def phrases(text: str) -> Iterator[tuple[str, Place, int]]:
    """Yield the comparator, the place of its words and where the figure begins, for each such wording."""
    for match in STATING.finditer(text):
        said = text[max(0, match.start() - 12) : match.end("verb")].casefold()
        sign = "<=" if "maximum" in said else ">=" if "minimum" in said else "="
        yield sign, match.span("verb"), match.end()
    for match in FORBIDDING.finditer(text):
        yield "<=", match.span("verb"), match.end()
    for match in EVERY.finditer(text):
        yield "=", match.span("verb"), match.end()


def fronted(text: str, figure: Place, unit: Place | None, end: int) -> Place | None:
    """Return what a figure at the front of its sentence is about: `No more than 50% of the credits … may be …`."""
    shared = re.compile(r"\s+of\s+(?:the\s+|an?\s+)?").match(text, figure[1], end)
    begin = shared.end() if shared else unit[0] if unit else figure[1]
    stop = AUXILIARY.search(text, begin, end)
    if stop is None or stop.start() - begin < 3 or not text[begin].isalpha():
        return None
    return begin, (stop.start() if shared else end)
