"""What one text says is to be known, done and mastered after a course."""

import re

_LEARNT_LABEL = re.compile(
    r"(?:^|(?<=[;.,]\s)|(?<=\s))(?:знати|вміти|уміти|володіти|знать|уметь|владеть)(?:\sта\s\w+ти)?\s?[:–—]\s*", re.I
)


_GROUP = re.compile(
    r"^(?:[\d.]{1,5}[.)]?\s+)?(?:mục tiêu\s+)?(?:về\s+)?(?:kiến thức|k[ỹĩ] năng|thái độ|phẩm chất|năng lực)"
    r"(?:[\s,]+\w+){0,6}\s*:\s+(?=[^\W\d_])",
    re.I,
)
"""The group that an objective stands in, before its words: `Kiến thức: Trình bày được …`."""


def without_group(text: str) -> str:
    """Return a statement without the group before it, which says of what kind it is."""
    return _GROUP.sub("", text, count=1)


def is_group(text: str) -> bool:
    """Say whether a line names nothing but a group of objectives: `2. Về kỹ năng`."""
    bare = re.sub(r"^(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]?\s+", "", text).strip(" .:")
    return ":" not in bare and _GROUP.match(f"{bare}: Đ") is not None


def learnt(text: str) -> list[str]:
    """Return what one text says is to be known, done and mastered, each apart; the text where it has no two labels.

    `студент буде знати: …; вміти: …; …` gives what stands behind each label, parted at semicolons.
    """
    labels = list(_LEARNT_LABEL.finditer(text))
    if len(labels) < 2 or len({label[0][:4].casefold() for label in labels}) < 2:
        return [text]
    ends = [label.start() for label in labels[1:]] + [len(text)]
    parts = [text[label.end() : end] for label, end in zip(labels, ends, strict=True)]
    return [said for part in parts for piece in part.split(";") if len(said := piece.strip(" .,;")) > 3]


def without_label(text: str) -> str:
    """Return what is learnt without the one word before it that says how: `принципы …` of `Знать: принципы …`."""
    label = _LEARNT_LABEL.match(text)
    return text[label.end() :] if label and len(text) - label.end() > 8 else text
