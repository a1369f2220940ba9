"""Signs that a stamp printed over a line doubles in texts, Word files and text layers: each is one again."""

import re

_TWICE = re.compile(r"(?<!\S)(?:(\S)\1)+(?: {1,2}(?:(\S)\2)+)*(?!\S)")
"""Words each of whose signs stands twice, as a stamp printed over a line leaves them: `HHIIỆỆUU TTRRƯƯỞỞNNGG`."""


def undoubled(text: str) -> str:
    """Return a text whose words of doubled signs have each once; figures and dots alone may stand twice on paper."""
    said = r"([\S ])\1"
    return _TWICE.sub(
        lambda m: re.sub(said, r"\1", m[0]) if len({*filter(str.isalpha, m[0].lower())}) > 2 else m[0], text
    )
