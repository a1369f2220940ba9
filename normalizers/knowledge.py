"""Reading of knowledge files: TSV with a header line, checked when read, with file and line in every complaint."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from models.errors import KnowledgeError
from normalizers.letters import lettered

_NEW_LINE = "⏎"  # in an example


@cache
def read_table(path: Path, required: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """Return the rows of a TSV file as dicts; blank lines and lines that start with `#` are left out.

    The first other line names the columns. Raises KnowledgeError, with file and line, where a required column is
    missing or empty, or a row has more fields than the header. In a column `pattern`, letters may be named as
    `normalizers.letters` says.
    """
    return tuple(_rows(path, required))


@cache
def mapped(path: Path, key: str, value: str, language: str | None = None) -> dict[str, str]:
    """Return one column of a TSV file by another, the longest keys first; of one language where it is named."""
    rows = read_table(path, (key, value, *(("language",) if language else ())))
    own = (row for row in rows if not language or row["language"] == language)
    return {row[key]: row[value] for row in sorted(own, key=lambda row: -len(row[key]))}


def _rows(path: Path, required: tuple[str, ...]) -> Iterator[dict[str, str]]:
    header: list[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip().replace(_NEW_LINE, "\n") for field in line.split("\t")]
        if header is None:
            header = fields
            missing = [name for name in required if name not in header]
            if missing:
                raise KnowledgeError(f"no column {', '.join(missing)}", where=f"{path}:{number}")
            continue
        if len(fields) > len(header):
            raise KnowledgeError(f"{len(fields)} fields under {len(header)} columns", where=f"{path}:{number}")
        row = dict(zip(header, fields + [""] * (len(header) - len(fields)), strict=True))
        empty = [name for name in required if not row[name]]
        if empty:
            raise KnowledgeError(f"{', '.join(empty)} is empty", where=f"{path}:{number}")
        if "pattern" in row:
            row["pattern"] = lettered(row["pattern"])
        yield row
