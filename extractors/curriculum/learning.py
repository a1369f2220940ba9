"""What one text says is to be known, done and mastered after a course."""

import re

_LEARNT_LABEL = re.compile(
    r"(?:^|(?<=[;.,]\s)|(?<=\s))(?:знати|вміти|уміти|володіти|знать|уметь|владеть)(?:\sта\s\w+ти)?\s?[:–—]\s*", re.I
)


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
