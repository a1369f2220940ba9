"""What a steward should look at first: values under findings, then the least sure ones; and what was decided before."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, case, func, or_, select

from pipeline.report.wording import called, message, plain_name, rule
from pipeline.review.missing import FILE_FACTS, closed_vocabulary, missing_values, on_paper
from pipeline.store.reviewing import current_value, decisions, extracted_value, last_decision, last_decisions
from pipeline.store.schema import CONTENT, DOCUMENTS, EVIDENCE, PAGES_TABLE, REVIEWS
from pipeline.store.settling import DECISION, OPEN

AT_ONCE = 300
"""Items that are shown at a time."""

_PLACE = ("document_id", "table_name", "row_key", "column_name")
_BLANK = ("raw_text", "x0", "y0", "x1", "y1", "confidence", "extractor", "page", "width", "height")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which values are asked for: decided upon or not, of a document, of a row, with these letters; from which on."""

    state: str = "open"
    document_id: str = ""
    table_name: str = ""
    row_key: str = ""
    letters: str = ""
    offset: int = 0

    @property
    def decided(self) -> bool:
        """Tell whether the values that were decided upon are asked for."""
        return self.state == "decided"

    def of(self, item: dict[str, Any]) -> bool:
        """Tell whether an item is asked for."""
        named = ("document_id", "table_name", "row_key")
        if any(getattr(self, name) not in ("", item[name]) for name in named):
            return False
        shown = f"{item['source_name']} {item['raw_text'] or ''} {item['row_key']}"
        return self.letters.lower() in shown.lower()

    def conditions(self, table: Any) -> list[ColumnElement[bool]]:
        """Return the same as SQL over the places of a table that is joined to the documents."""
        named = ("document_id", "table_name", "row_key")
        held: list[ColumnElement[bool]] = [
            table.c[name] == getattr(self, name) for name in named if getattr(self, name)
        ]
        if self.letters:
            raw = EVIDENCE.c.raw_text
            columns = (DOCUMENTS.c.source_name, raw, table.c.row_key)
            held.append(or_(*(column.icontains(self.letters, autoescape=True) for column in columns)))
        return held


def worklist(connection: Connection, wanted: Wanted | None = None, *, limit: int = AT_ONCE) -> list[dict[str, Any]]:
    """Return the undecided values, the most pressing first, each with its evidence and the open findings on its row.

    Values that findings say are missing are among them, with no evidence and no value.
    """
    wanted = wanted or Wanted()
    decided = decisions(connection)
    items = [item for item in missing_values(connection) if wanted.of(item)]
    last = wanted.offset + limit
    for row in connection.execute(_undecided(wanted).limit(last)).mappings():
        if tuple(row[name] for name in _PLACE) not in decided:
            items.append(dict(row))
    items = sorted(items, key=lambda item: (item["rank"], item["confidence"] or 0))[wanted.offset : last]
    for place, item in enumerate(items):
        if "value" in item:
            items[place] = on_paper(connection, item)
        else:
            item["value"] = extracted_value(connection, _place_of(item))
        items[place]["seen"] = last_decision(connection, _place_of(item))
    return _told(connection, items)


def decided_values(
    connection: Connection, wanted: Wanted | None = None, *, limit: int = AT_ONCE
) -> list[dict[str, Any]]:
    """Return the values decided upon, the last one first, as items of the worklist with their verdicts."""
    wanted = wanted or Wanted()
    query = _decided(wanted).offset(wanted.offset).limit(limit)
    items = []
    for found in connection.execute(query).mappings():
        row = dict(found) | ({"row_key": found["own_key"]} if found["table_name"] == DOCUMENTS.name else {})
        try:
            place = _place_of(row)
            values = {"value": current_value(connection, place), "extracted": extracted_value(connection, place)}
        except LookupError:  # the last reading has no such row; a finding says so
            continue
        items.append(row | values | {"rank": 3})
    return _told(connection, items)


def total(connection: Connection, wanted: Wanted) -> int:
    """Return how many values are asked for, shown or not."""
    query = (_decided(wanted) if wanted.decided else _undecided(wanted)).order_by(None)
    counted = int(connection.scalar(select(func.count()).select_from(query.subquery())) or 0)
    return counted if wanted.decided else counted + sum(map(wanted.of, missing_values(connection)))


def progress(connection: Connection) -> dict[str, int]:
    """Return how many values have been decided upon, of how many: those and the ones that the open list holds."""
    read = connection.scalar(select(func.count()).where(EVIDENCE.c.column_name.not_in(FILE_FACTS))) or 0
    added = _decided(Wanted()).where(EVIDENCE.c.document_id.is_(None)).order_by(None).subquery()
    unread = connection.scalar(select(func.count()).select_from(added)) or 0
    decided = len(decisions(connection))
    return {"decided": decided, "values": read + unread + len(missing_values(connection))}


def _undecided(wanted: Wanted) -> Select[Any]:
    pressing, seen, value = _pressing(), _decided_upon(), EVIDENCE.c
    rank = func.coalesce(pressing.c.rank, 3)
    pressed = and_(*(pressing.c[name] == value[name] for name in _PLACE[:3]))
    return (
        select(EVIDENCE, DOCUMENTS.c.source_name, PAGES_TABLE.c.width, PAGES_TABLE.c.height, rank.label("rank"))
        .join(DOCUMENTS, DOCUMENTS.c.document_id == value.document_id)
        .outerjoin(pressing, pressed)
        .outerjoin(PAGES_TABLE, _same_page())
        .outerjoin(seen, _same_place(seen, EVIDENCE))
        .where(seen.c.document_id.is_(None), value.column_name.not_in(FILE_FACTS), *wanted.conditions(EVIDENCE))
        .order_by(rank, value.confidence, value.document_id, value.table_name, value.row_key)
    )


def _decided(wanted: Wanted) -> Select[Any]:
    columns = [REVIEWS.c[name] for name in _PLACE] + [EVIDENCE.c[name] for name in _BLANK if name in EVIDENCE.c]
    told = [REVIEWS.c[name] for name in DECISION]
    own = (DOCUMENTS.c.source_name, DOCUMENTS.c.row_key.label("own_key"))
    said = (REVIEWS.c.verdict, *told, REVIEWS.c.review_id.label("seen"))
    return (
        select(*columns, *said, *own, PAGES_TABLE.c.width, PAGES_TABLE.c.height)
        .join(DOCUMENTS, DOCUMENTS.c.document_id == REVIEWS.c.document_id)
        .outerjoin(EVIDENCE, _same_place(EVIDENCE, REVIEWS))
        .outerjoin(PAGES_TABLE, _same_page())
        .where(REVIEWS.c.review_id.in_(last_decisions()), REVIEWS.c.verdict != "undone", *wanted.conditions(REVIEWS))
        .order_by(REVIEWS.c.review_id.desc())
    )


def _pressing() -> Subquery:
    """Return the rows with open findings on them, and how grave the gravest is: 0 for errors."""
    findings = CONTENT["findings"].c
    rank = func.min(case((findings.severity == "error", 0), (findings.severity == "warning", 1), else_=2))
    row = [findings[name] for name in _PLACE[:3]]
    held = (findings.row_key.is_not(None), findings.status == OPEN)
    return select(*row, rank.label("rank")).where(*held).group_by(*row).subquery()


def _decided_upon() -> Subquery:
    places = [REVIEWS.c[name] for name in _PLACE]
    return select(*places).where(REVIEWS.c.review_id.in_(last_decisions()), REVIEWS.c.verdict != "undone").subquery()


def _same_place(one: Any, other: Any) -> ColumnElement[bool]:
    """Return that two tables speak of one value; a document has one row, whatever its key was at the time."""
    row = or_(one.c.row_key == other.c.row_key, one.c.table_name == DOCUMENTS.name)
    return and_(row, *(one.c[name] == other.c[name] for name in _PLACE if name != "row_key"))


def _same_page() -> ColumnElement[bool]:
    return (PAGES_TABLE.c.document_id == EVIDENCE.c.document_id) & (PAGES_TABLE.c.page == EVIDENCE.c.page)


def _place_of(row: Any) -> tuple[str, str, str, str]:
    return (row["document_id"], row["table_name"], row["row_key"], row["column_name"])


def _told(connection: Connection, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add to the items what findings say of their rows, and what their tables and columns are called."""
    messages = _messages(connection, {item["document_id"] for item in items})
    for item in items:
        item["source_name"] = plain_name(item["source_name"] or item["document_id"])
        item["messages"] = messages.get((item["document_id"], item["table_name"], item["row_key"]), [])
        item["called"] = {"table": called(item["table_name"]), "column": called(item["column_name"])}
        item["values"] = closed_vocabulary(item["table_name"], item["column_name"])
    return items


def _messages(connection: Connection, documents: set[str]) -> dict[tuple[str, ...], list[dict[str, str]]]:
    """Return by row what open findings say of it: the severity, and the rule with its sentence in either language."""
    findings = CONTENT["findings"]
    query = select(findings).where(findings.c.row_key.is_not(None), findings.c.status == OPEN)
    messages: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for found in connection.execute(query).mappings():
        if found["document_id"] not in documents:
            continue
        named, said = rule(found["rule"]), message(dict(found))
        both = {language: f"{named[language]}. {said[language]}" for language in named}
        place = (found["document_id"], found["table_name"], found["row_key"])
        messages[place].append({"severity": found["severity"]} | both)
    return messages
