"""tabulate: a document to rows. One file per table, named like the table, with `extract(document) -> list[Row]`."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from extractors.recognising.languages import is_unreadable
from models.document import Document
from models.rows import Row
from models.tables import BY_NAME, CONTENT_TABLES

Extract = Callable[[Document], list[Row]]
Guard = Callable[[Callable[[], list[Row]], str], list[Row]]


def straight(step: Callable[[], list[Row]], _name: str) -> list[Row]:
    """Call the step of a table; what it raises goes on."""
    return step()


@cache
def extractors() -> dict[str, Extract]:
    """Return the extractors by table, in the order of the contract; a table without a file has none."""
    present = {module.name for module in iter_modules(__path__)}
    names = [table.name for table in CONTENT_TABLES if table.name in present]
    return {name: import_module(f"{__name__}.{name}").extract for name in names}


def tabulate(document: Document, guard: Guard = straight) -> tuple[Row, ...]:
    """Return the rows of all tables, each with its ordinal and its row key.

    `guard` calls the step of a table and may give no rows where that fails. Of a text that is no words there is only
    the row of the document.
    """
    rows: list[Row] = []
    names = ("documents",) if is_unreadable(document.text.content) else extractors()
    for name in names:
        rows += guard(lambda name=name: number(extractors()[name](document)), name)  # type: ignore[misc]
    return tuple(rows)


def number(rows: Iterable[Row]) -> list[Row]:
    """Give rows of one table, in reading order, their ordinals (from 1) and unique row keys.

    The key is the row's code or number; a second row with it gets `#2`, and a row without one `#<place>`. The ordinal
    of a topic counts within its course and activity.
    """
    seen: Counter[str] = Counter()
    within: Counter[tuple[object, ...]] = Counter()
    numbered: list[Row] = []
    for place, row in enumerate(rows, 1):
        key = row.key or next((str(v) for c in BY_NAME[row.table].key if (v := row.get(c)) is not None), None)
        if key:
            seen[key] += 1
            row_key = key if seen[key] == 1 else f"{key}#{seen[key]}"
        else:
            row_key = f"#{place}"
        ordinal = place
        if row.table == "topics":
            group = (row.get("course_code"), row.get("activity"))
            within[group] += 1
            ordinal = within[group]
        numbered.append(replace(row, ordinal=ordinal, row_key=row_key))
    return numbered
