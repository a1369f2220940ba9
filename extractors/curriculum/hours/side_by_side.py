"""Plans whose weeks hold titles of two kinds of class side by side: `Nội dung lý thuyết | Nội dung thực hành`."""

import re
from itertools import pairwise

from extractors.curriculum.heads import Column, Headed, activity_of
from extractors.curriculum.wording import KNOWLEDGE
from normalizers.wordings import Wordings

_KIND = Wordings(
    KNOWLEDGE / "hours_words.tsv",
    r"(?i)(?:<<titles_of>>\s+(?P<last>.+)|(?P<first>\S+)\s+<<titles>>|(?P<native>.{3,40}?)<<case_ending>>?\s+<<kk_titles>>)",
)
"""A head of titles with their kind of class behind it, before it in English, and before it in Kazakh: `Nội dung lý
thuyết`, `Lecture topic`, `Практикалық сабақтың тақырыбы`."""


def told_kind(title: Column | None) -> str | None:
    """Return the kind of activity that the head of the titles names: `Nội dung lý thuyết`."""
    found = [m[m.lastgroup or 0] for text in (title.path if title else ()) if (m := _KIND.fullmatch(text))]
    return next((kind for words in found if (kind := activity_of(words, 0.95))), None)


def numbers_classes(head: Headed, column: Column, title: Column | None) -> bool:
    """Say whether a column before the titles counts the classes and holds no hours: `Lecture` over `1`, `2`, `3-4`."""
    if title is None or column.index > title.index:
        return False
    printed = [p.text for r in head.data if (p := head.at(r, column)).text and not p.merged]
    firsts = [int(m[0]) for text in printed if (m := re.match(r"\d+", text))]
    return len(firsts) == len(printed) >= 3 and firsts[0] == 1 and all(a < b for a, b in pairwise(firsts))


def titles_side_by_side(head: Headed) -> list[tuple[str, Column, Column | None]]:
    """Return kind, titles and hours of the kinds of class that a plan sets out side by side; nothing for one kind."""
    worded = (c for c in head.columns if c.meaning in ("topic", "activity", None))
    titles = [(kind, column) for column in worded if (kind := told_kind(column))]
    if len(titles) < 2 or len({kind for kind, _ in titles}) < len(titles):
        return []
    ends = [column.index for _, column in titles[1:]] + [head.grid.width]
    hours = [
        next((c for c in head.hours() if t.index < c.index < end), None)
        for (_, t), end in zip(titles, ends, strict=True)
    ]
    return [(kind, title, count) for (kind, title), count in zip(titles, hours, strict=True)]
