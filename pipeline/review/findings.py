"""The findings one by one: what each says, the page it speaks of, and whether a steward has settled it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from pipeline.report.figures import SEVERITIES
from pipeline.report.wording import called, message, plain_name, rule
from pipeline.review.placing import place_of_row
from pipeline.store.relating import findings_of
from pipeline.store.schema import DOCUMENTS
from pipeline.store.settling import OPEN, SETTLED, finding_key, settled


@dataclass(frozen=True, slots=True)
class Sought:
    """Which findings are asked for: open or settled, of a severity, of a rule, of a document, with these letters."""

    status: str = OPEN
    severity: str = ""
    rule: str = ""
    document_id: str = ""
    letters: str = ""

    def of(self, finding: dict[str, Any], source: str) -> bool:
        """Tell whether a finding is asked for; `source` is the name of its document's file."""
        if finding["status"] != self.status:
            return False
        if any(getattr(self, name) not in ("", finding[name]) for name in ("severity", "rule", "document_id")):
            return False
        if not self.letters:
            return True
        said = (*message(finding).values(), *rule(finding["rule"]).values(), finding["row_key"] or "", source)
        return any(self.letters.lower() in each.lower() for each in said)


def findings(connection: Connection, sought: Sought, *, offset: int = 0, limit: int = 300) -> dict[str, Any]:
    """Return the findings asked for, the gravest first, how many there are, and what there is to choose from."""
    sources = {row.document_id: plain_name(row.source_name or row.document_id) for row in _documents(connection)}
    everything = findings_of(connection)
    wanted = [finding for finding in everything if sought.of(finding, sources[finding["document_id"]])]
    wanted.sort(key=lambda finding: (SEVERITIES.index(finding["severity"]), sources[finding["document_id"]]))
    told = settled(connection)
    items = [_item(connection, each, sources[each["document_id"]]) for each in wanted[offset : offset + limit]]
    return {
        "items": [item | told.get((item["document_id"], item["key"]), {}) for item in items],
        "total": len(wanted),
        "progress": {"settled": sum(each["status"] == SETTLED for each in everything), "findings": len(everything)},
        "rules": [{"rule": name, "called": rule(name)} for name in sorted({each["rule"] for each in everything})],
        "documents": sorted(({"document_id": key, "source_name": name} for key, name in sources.items()), key=_name),
    }


def finding_of(connection: Connection, document_id: str, key: str) -> dict[str, Any]:
    """Return the finding of a document that is known by a key; LookupError where there is none."""
    found = (each for each in findings_of(connection, document_id) if finding_key(each) == key)
    if (finding := next(found, None)) is None:
        raise LookupError(key)
    return finding


def _name(document: dict[str, Any]) -> str:
    return str(document["source_name"]).lower()


def _documents(connection: Connection) -> Any:
    return connection.execute(select(DOCUMENTS.c.document_id, DOCUMENTS.c.source_name)).all()


def _item(connection: Connection, finding: dict[str, Any], source: str) -> dict[str, Any]:
    named = ("document_id", "rule", "severity", "table_name", "row_key", "status")
    return (
        {name: finding[name] for name in named}
        | {"key": finding_key(finding), "source_name": source, "message": message(finding)}
        | {"called": {"rule": rule(finding["rule"]), "table": called(finding["table_name"])}}
        | place_of_row(connection, finding["document_id"], finding["table_name"], finding["row_key"])
    )
