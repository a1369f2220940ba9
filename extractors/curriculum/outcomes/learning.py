"""What one text says is to be known, done and mastered after a course."""

import re

from extractors.curriculum.wording import KNOWLEDGE
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "outcome_words.tsv"
_LEARNT_LABEL = Wordings(_WORDS, r"(?:^|(?<=[;.,]\s)|(?<=\s))<<learns>>(?:\s<<and_more>>)?\s?[:–—]\s*", re.IGNORECASE)
_GROUP = Wordings(
    _WORDS,
    r"(?i)^(?:[\d.]{1,5}[.)]?\s+)?(?:<<aim>>\s+)?(?:<<about>>\s+)?<<group>>(?:[\s,]+\w+){0,6}\s*:\s+(?=[^\W\d_])",
)
"""The group that an objective stands in, before its words: `Kiến thức: Trình bày được …`."""


def without_group(text: str) -> str:
    """Return a statement without the group before it, which says of what kind it is."""
    return _GROUP.sub("", text)


def is_group(text: str) -> bool:
    """Say whether a line names nothing but a group of objectives: `2. Về kỹ năng`."""
    bare = re.sub(r"^(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]?\s+", "", text).strip(" .:")
    return ":" not in bare and _GROUP.match(f"{bare}: Đ") is not None


def learnt(text: str, heading: str = "") -> list[str]:
    """Return what one text says is to be known, done and mastered, each apart; the text where it has no two labels.

    `студент буде знати: …; вміти: …; …` gives what stands behind each label, parted at semicolons; so does a text whose
    heading is such a label.
    """
    if _LEARNT_LABEL.search(f"{heading}:") and text.strip(" ;").count(";"):
        return [said for piece in text.split(";") if len(said := piece.strip(" .,;-–•")) > 3]
    labels = list(_LEARNT_LABEL.finditer(text))
    if len(labels) < 2 or len({label[0][:4].casefold() for label in labels}) < 2:
        return [text]
    ends = [label.start() for label in labels[1:]] + [len(text)]
    parts = [text[label.end() : end] for label, end in zip(labels, ends, strict=True)]
    return [said for part in parts for piece in part.split(";") if len(said := piece.strip(" .,;-–•")) > 3]


def without_label(text: str) -> str:
    """Return what is learnt without the one word before it that says how: `принципы …` of `Знать: принципы …`."""
    label = _LEARNT_LABEL.match(text)
    return text[label.end() :] if label and len(text) - label.end() > 8 else text
