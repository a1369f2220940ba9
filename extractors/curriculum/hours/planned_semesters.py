"""The table of a course's hours by semester as a plan and a work programme have them: two columns for each, `УП | РП`.

```
Семестр          5 (3.1)    6 (3.2)    Итого
Вид занятий      УП   РП    УП   РП    УП   РП
Лекции           18   18    18   18    36   36
```
"""

import re
from collections.abc import Iterator

from extractors.curriculum import figures
from extractors.curriculum.courses.semesters import form_word
from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.hours.told_hours import Load, activity_named
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_TWICE = re.compile(r"УП|РП|УПД?\s?РПД?", re.I)
_SEMESTER = re.compile(r"(?P<number>1[0-2]|[1-9])\s*\(\s*[1-6]\s*[.,]\s*[1-3]\s*\)")
"""A semester with its place in its year: `5 (3.1)`."""
_WORDS = KNOWLEDGE / "hours_words.tsv"
_CONTROLS = Wordings(_WORDS, r"<<controls>>\s*:?", re.I)
_CONTROL = Wordings(_WORDS, r"(?P<form><<control_form>>) \d{1,2}(?:, ?\d{1,2})*$", re.I | re.M)
REACH = 240
"""Characters behind the label within which the forms of control stand."""
_IN_CLASS = Wordings(_WORDS, "<<of_classes>>", re.I)


def planned_loads(document: Document) -> Iterator[Load]:
    """Yield the hours of the whole course: the last two columns, where both of them say the same."""
    for grid, head in planned_tables(document):
        last = max(c for c, place in enumerate(grid.rows[head]) if _TWICE.fullmatch(place.text.strip()))
        for row in grid.rows[head + 1 :]:
            label = row[0].text.strip(" .:")
            hours = {figures.hours(place.text) for place in row[last - 1 : last + 1] if place.text}
            activity = "total" if is_total(label) else activity_named(label)
            value = hours.pop() if len(hours) == 1 else None
            span = row[last].span
            if activity and value and span and not _IN_CLASS.search(label):
                yield Load(activity, value, span, None, "card", grid.start)


def planned_semesters(document: Document) -> Value | None:
    """Return the semesters that such a table has columns for: a number, or several with commas between."""
    for grid, head in planned_tables(document):
        told = [(m["number"], place) for row in grid.rows[:head] for m, place in _semesters(row)]
        numbers = sorted({int(number) for number, _ in told})
        if numbers:
            said = numbers[0] if len(numbers) == 1 else ", ".join(map(str, numbers))
            return Value(said, told[0][1].span, 0.85, "card")
    return None


def planned_control(document: Document) -> Value | None:
    """Return the forms of control that lines beside the hours of the plan tell with their semesters: `экзамены 6`."""
    content = document.text.content
    label = _CONTROLS.search(content)
    found = list(_CONTROL.finditer(content, label.end(), label.end() + REACH)) if label else []
    if not found:
        return None
    said = ", ".join(dict.fromkeys(form_word(match["form"]) for match in found))
    return Value(said, Span(found[0].start(), found[-1].end()), 0.8, "card")


def _semesters(row: tuple[Place, ...]) -> Iterator[tuple[re.Match[str], Place]]:
    for place in row:
        if not place.merged and (match := _SEMESTER.fullmatch(place.text.strip())):
            yield match, place


def planned_tables(document: Document) -> Iterator[tuple[Grid, int]]:
    """Yield such tables and the row of each that names the columns of plan and programme."""
    for grid in grids(document):
        for r, row in enumerate(grid.rows[:5]):
            named = [place for place in row[1:] if place.text and not place.merged]
            if len(named) >= 2 and all(_TWICE.fullmatch(place.text.strip()) for place in named):
                yield grid, r
                break
