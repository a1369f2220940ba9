"""Superseding: acts cited after they were replaced, as is known from outside the document."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row
from normalizers.knowledge import read_table

_KNOWLEDGE = Path(__file__).parent / "knowledge"


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the citations of acts that were replaced before the document's date, those of a bare number too."""
    return [*_replaced(rows)]


@cache
def _superseded() -> dict[str, dict[str, str]]:
    listed = read_table(_KNOWLEDGE / "superseded.tsv", ("language", "number", "newer", "since", "what"))
    return {_bare(row["number"]): row for row in listed}


def _bare(number: str) -> str:
    return re.sub(r"\W", "", number).upper()


def _replaced(rows: tuple[Row, ...]) -> Iterator[Finding]:
    issued = next((str(row.get("issued_on") or "") for row in rows if row.table == "documents"), "")
    for row in rows:
        number = str(row.get("number") or "") if row.table == "citations" else ""
        known = _superseded().get(_bare(number)) or _by_bare_number(number)
        if number and known and row.get("relation") in ("basis", "refers") and _is_after(issued, known["since"]):
            said = {"number": known["number"], "newer": known["newer"], "since": known["since"]}
            yield tell("citation_superseded.known", "info", "citations", row.row_key, **said)


def _is_after(issued: str, since: str) -> bool:
    """Whether a date, as precise as printed, is certainly not before another."""
    return issued >= since if len(issued) == len(since) else issued > since[: len(issued)]


def _by_bare_number(number: str) -> dict[str, str] | None:
    """Return the known act of a number and year without symbol, where only one has them: `22/2016`."""
    if not re.fullmatch(r"\d{1,3}/\d{4}", number):
        return None
    known = [row for row in _superseded().values() if row["number"].startswith(f"{number}/TT")]
    return known[0] if len(known) == 1 else None
