"""How often entities are named: kept up to date by what a document names more or less than before.

Nothing is counted anew: an issuer that every document names would cost each load as much as all loads before it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from models.entities import Naming
from pipeline.store.schema import ENTITIES, ENTITY_DECISIONS, ENTITY_NAMES

Named = tuple[str, str | None]
"""The key of an entity, and the name that a row has for it."""
_AT_ONCE = 400  # keys in one query: databases bound the number of parameters
_FACTS = ("kind", "code", "scope", "dated")


def recount(connection: Connection, before: Collection[Named], named: Collection[Naming]) -> None:
    """Bring entities and their names up to date with what one document named before and what it names now."""
    after = [(naming.entity_key, naming.name) for naming in named]
    keys = {key for key, _ in (*before, *after)}
    documents = Counter({key for key, _ in after})
    documents.subtract({key for key, _ in before})
    names = _names(connection, keys, before, after)
    kept = {row["entity_key"]: dict(row) for row in _of(connection, ENTITIES, keys)}
    facts = {naming.entity_key: naming for naming in named}
    rows, gone = [], []
    for key in sorted(keys):
        old = kept.get(key, {})
        row = _entity(key, facts.get(key), old, old.get("documents", 0) + documents[key], names[key])
        gone += [row] if not row["documents"] else []
        rows += [row] if row["documents"] and row != old else []
    if gone:  # one that was decided upon stays, for the decision's sake
        decided = {
            key
            for pair in connection.execute(select(ENTITY_DECISIONS.c.kept_key, ENTITY_DECISIONS.c.other_key))
            for key in pair
        }
        rows += [row for row in gone if row["entity_key"] in decided]
    _put(connection, rows, gone)


def _names(
    connection: Connection, keys: set[str], before: Iterable[Named], after: Iterable[Named]
) -> dict[str, list[str]]:
    """Write how often each name stands and return the names by entity, the commonest first."""
    more = Counter(named for named in after if named[1] is not None)
    more.subtract(named for named in before if named[1] is not None)
    times = {(row["entity_key"], row["name"]): row["times"] for row in _of(connection, ENTITY_NAMES, keys)}
    changed = {named: times.get(named, 0) + number for named, number in more.items() if number}
    if changed:
        own = (ENTITY_NAMES.c.entity_key == bindparam("key"), ENTITY_NAMES.c.name == bindparam("said"))
        connection.execute(delete(ENTITY_NAMES).where(*own), [{"key": key, "said": name} for key, name in changed])
    if spelled := [{"entity_key": key, "name": name, "times": n} for (key, name), n in changed.items() if n > 0]:
        connection.execute(insert(ENTITY_NAMES), spelled)
    names: dict[str, list[str]] = defaultdict(list)
    for (key, name), number in sorted((times | changed).items(), key=lambda item: (-item[1], str(item[0][1]))):
        names[key] += [str(name)] if number > 0 else []
    return names


def _entity(key: str, naming: Naming | None, kept: dict[str, Any], documents: int, names: list[str]) -> dict[str, Any]:
    """Return an entity's row: what is known of it already stays, a naming adds what was missing."""
    return {
        "entity_key": key,
        "name": names[0] if names else kept.get("name"),
        "documents": documents,
        "merged_into": kept.get("merged_into"),
        **{name: kept.get(name) or (getattr(naming, name) if naming else None) for name in _FACTS},
    }


def _put(connection: Connection, rows: list[dict[str, Any]], gone: list[dict[str, Any]]) -> None:
    for some in _batches({row["entity_key"] for row in (*rows, *gone)}):
        connection.execute(delete(ENTITIES).where(ENTITIES.c.entity_key.in_(some)))
    if rows:
        connection.execute(insert(ENTITIES), rows)


def _of(connection: Connection, table: Any, keys: set[str]) -> Iterator[Any]:
    for some in _batches(keys):
        yield from connection.execute(select(table).where(table.c.entity_key.in_(some))).mappings()


def _batches(keys: set[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]
