"""What a table and a column are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `type` is `text`, `integer`, `number`, `date` (ISO 8601, as precise as printed) or `any` (number or text);
    `about` and `about_vi` say what it means in English and Vietnamese; `values` is its closed vocabulary, where it
    has one.
    """

    name: str
    type: str
    about: str = ""
    about_vi: str = ""
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
