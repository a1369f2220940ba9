"""Entities: the organisations, programmes, courses, acts and people that the rows of many documents name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """A row's naming of an entity: `entity_key` says which, the last three where.

    The key is `kind:identity`, with `@scope` where the identity holds only within an institution. It is made from what
    is named alone, so that it is the same whatever else a store holds and in whatever order it was loaded.
    """

    entity_key: str
    kind: str
    name: str | None
    code: str | None
    scope: str | None
    dated: str | None
    table_name: str
    row_key: str
    column_name: str


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of a store: its commonest name, its code, the institution it belongs to, its date (acts), other names.

    `scope` is the key of an organisation, or `document:<id>` where the institution is not known.
    """

    key: str
    kind: str
    name: str | None = None
    code: str | None = None
    scope: str | None = None
    dated: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two entities are: 0 to 1, and the reason in a few words."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one, for a steward to decide; `one` is the better attested."""

    one: str
    other: str
    likeness: Likeness
