"""Plans whose weeks hold titles of two kinds of class side by side: `Nội dung lý thuyết | Nội dung thực hành`."""

import re

from extractors.curriculum.heads import Column, Headed, activity_of

_CONTENT = re.compile(r"(?:nội dung|tên bài|bài|chủ đề|содержание|зміст|тем[аы]|topics? of|contents? of)\s+(.+)", re.I)
"""A head of titles that goes on with the kind of class they are of."""


_OF_KIND = re.compile(r"(lecture|seminar|tutorial|lab(?:oratory)?|practical)\s+(?:topics?|contents?|themes?)", re.I)
"""An English head of titles that begins with the kind of class: `Lecture topic`."""


def told_kind(title: Column | None) -> str | None:
    """Return the kind of activity that the head of the titles names: `Nội dung lý thuyết`."""
    found = [m[1] for text in (title.path if title else ()) if (m := _CONTENT.match(text) or _OF_KIND.fullmatch(text))]
    return next((kind for words in found if (kind := activity_of(words, 0.95))), None)


def titles_side_by_side(head: Headed) -> list[tuple[str, Column, Column | None]]:
    """Return kind, titles and hours of the kinds of class that a plan sets out side by side; nothing for one kind."""
    titles = [(kind, column) for column in head.all("topic") if (kind := told_kind(column))]
    if len(titles) < 2 or len({kind for kind, _ in titles}) < len(titles):
        return []
    ends = [column.index for _, column in titles[1:]] + [head.grid.width]
    hours = [
        next((c for c in head.hours() if t.index < c.index < end), None)
        for (_, t), end in zip(titles, ends, strict=True)
    ]
    return [(kind, title, count) for (kind, title), count in zip(titles, hours, strict=True)]
