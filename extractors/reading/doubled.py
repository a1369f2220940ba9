"""Signs that a stamp printed over a line doubles in texts, Word files and text layers, whole lines of texts among
them: each is one again."""

import re
from itertools import pairwise

_TWICE = re.compile(r"(?<!\S)(?:(\S)\1)+(?: {1,2}(?:(\S)\2)+)*(?!\S)")
"""Words each of whose signs stands twice, as a stamp printed over a line leaves them: `HHIIỆỆUU TTRRƯƯỞỞNNGG`."""

_PROOF, _WORDS, _LETTERS = 4, 3, 4  # lines of so many words that prove a stamp, letters of a line read once
_SURE = 8  # words of a line that nobody prints twice in a row


def undoubled(text: str) -> str:
    """Return a text whose words of doubled signs have each once; figures and dots alone may stand twice on paper."""
    said = r"([\S ])\1"
    return _TWICE.sub(
        lambda m: re.sub(said, r"\1", m[0]) if len({*filter(str.isalpha, m[0].lower())}) > 2 else m[0], text
    )


def once(text: str) -> str:
    """Return a text without the second of two equal lines in a row: of a long one, and of all where so many are that a
    stamp was printed over."""
    lines = [(line, " ".join(line.split())) for line in text.split("\n")]
    same = (n for n, ((_, a), (_, b)) in enumerate(pairwise(lines), 1) if a == b)
    again = {n for n in same if sum(map(str.isalpha, lines[n][1])) >= _LETTERS}
    proved = len({lines[n][1] for n in again if len(lines[n][1].split()) >= _WORDS}) >= _PROOF
    again = again if proved else {n for n in again if len(lines[n][1].split()) >= _SURE and "\t" not in lines[n][0]}
    return "\n".join(line for n, (line, _) in enumerate(lines) if n not in again)
