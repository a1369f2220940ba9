"""What a table and a column are, and short ways to write them down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `type` is `text`, `integer`, `number`, `date` (ISO 8601, as precise as printed) or `any` (number or text);
    `values` is its closed vocabulary, where it has one.
    """

    name: str
    type: str
    about: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableDefinition:
    """A table: one row per `grain`; every table also has `document_id`, `ordinal` and `row_key`.

    In `findings` the `row_key` points at a row of another table; there `ordinal` alone tells rows apart.

    `key` names the columns, in order of preference, whose value is the row's key where it is unique.
    """

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Return a column by name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name}.{name}")


def text(name: str, about: str = "", values: str = "") -> Column:
    return Column(name, "text", about, tuple(values.split()))


def date(name: str, about: str = "") -> Column:
    return Column(name, "date", about)


def number(name: str, about: str = "") -> Column:
    return Column(name, "number", about)


def integer(name: str, about: str = "") -> Column:
    return Column(name, "integer", about)
