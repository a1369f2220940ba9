"""The page of the report: one file with everything in it, for a browser without a network or for paper."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.nights import nights
from pipeline.report.figures import SEVERITIES, collect
from pipeline.report.plots import columns, stacked
from pipeline.report.wording import Said, alarm, called, labels, message, plain_name, rule, trouble
from pipeline.running.run import write_whole
from pipeline.store.opening import Store

_HERE = Path(__file__).resolve().parent
_SHOWN_DOCUMENTS = 2_000
_SHOWN_FINDINGS = 20_000
_FIRST_FINDINGS = 50  # those that stand in the page itself, for paper and for browsers without a script


def write_report(store: Store, out: Path) -> Path:
    """Write `report.html` and `report.json` and return the path of the page."""
    out.mkdir(parents=True, exist_ok=True)
    figures = collect(store) | {"alarms": [alarm(each) for night in nights(out)[-1:] for each in night.alarms]}
    write_whole(out / "report.json", json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
    page = out / "report.html"
    write_whole(page, render(figures))
    return page


def render(figures: dict[str, Any]) -> str:
    """Return the page for the figures; past 2,000 documents or 20,000 findings it says how many it leaves out.

    Of more documents those with the gravest findings are shown; the list of findings names the others, too.
    """
    words = labels()
    documents = _gravest(figures["documents"])
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["t"] = lambda key: both(words, key)
    environment.globals["rule"] = lambda key: _spoken(rule(key))
    environment.globals["called"] = lambda name: _spoken(called(name))
    environment.globals["trouble"] = lambda words: _spoken(trouble(words))
    environment.globals["spoken"] = _spoken
    environment.filters["plain"] = plain_name
    environment.globals["said"] = lambda finding: _spoken(message(finding))
    either = {key: f"{pair['vietnamese']} / {pair['english']}" for key, pair in words.items()}
    tenths = [f"{low / 10:.1f}–{(low + 1) / 10:.1f}" for low in range(10)]
    return environment.get_template("report.html").render(
        figures=figures,
        documents=documents,
        shown={document["document_id"] for document in documents},
        findings=figures["findings"][:_SHOWN_FINDINGS],
        groups=_by_rule(figures["findings"]),
        first=_FIRST_FINDINGS,
        data=_embedded(figures, words, documents),
        severities=SEVERITIES,
        account=Markup(stacked(figures["run"], either) if figures["run"] else ""),
        confidence=Markup(columns(figures["totals"]["confidence"], tenths, title=either["confidence_plot"])),
        css=Markup((_HERE / "templates" / "report.css").read_text("utf-8")),
        script=Markup((_HERE / "templates" / "report.js").read_text("utf-8")),
    )


def both(words: dict[str, dict[str, str]], key: str) -> Markup:
    """Return a label in both languages; the page shows the one that is chosen, and both without a script."""
    if key not in words:
        return Markup("{}").format(key)
    template = '<span class="vi" lang="vi">{}</span><span class="en" lang="en">{}</span>'
    return Markup(template).format(words[key]["vietnamese"], words[key]["english"])


def _spoken(said: Said) -> Markup:
    """Return what is said in both languages, for the page to show one of them."""
    template = '<span class="vi" lang="vi">{}</span><span class="en" lang="en">{}</span>'
    return Markup(template).format(said["vietnamese"], said["english"])


def _by_rule(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return how many findings of each rule and severity there are, in how many documents; the gravest first."""
    groups: dict[tuple[int, str], list[str]] = {}
    for finding in findings:
        groups.setdefault((SEVERITIES.index(finding["severity"]), finding["rule"]), []).append(finding["document_id"])
    ordered = sorted(groups.items(), key=lambda group: (group[0][0], -len(group[1]), group[0][1]))
    return [
        {"severity": SEVERITIES[rank], "rule": name, "findings": len(where), "documents": len(set(where))}
        for (rank, name), where in ordered
    ]


def _gravest(documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the documents that are shown, in their order: all of them, or those with the gravest findings."""
    if len(documents) <= _SHOWN_DOCUMENTS:
        return documents
    ordered = sorted(documents, key=lambda document: [-document["findings"][severity] for severity in SEVERITIES])
    kept = {document["document_id"] for document in ordered[:_SHOWN_DOCUMENTS]}
    return [document for document in documents if document["document_id"] in kept]


def _embedded(figures: dict[str, Any], words: dict[str, dict[str, str]], documents: list[dict[str, Any]]) -> Markup:
    """Return the findings as JSON for the script of the page, names once and not in every finding.

    `documents` are those that the page shows; those that only findings name follow them in the list.
    """
    shown = figures["findings"][:_SHOWN_FINDINGS]
    names = {
        each["document_id"]: plain_name(each["source_name"] or each["document_id"]) for each in (*documents, *shown)
    }
    places = {document_id: place for place, document_id in enumerate(names)}
    listed = []
    for f in shown:
        where = (SEVERITIES.index(f["severity"]), places[f["document_id"]], f["rule"], f["table_name"], f["row_key"])
        listed.append([*where, *message(f).values()])
    data = {
        "severities": [[words[name]["vietnamese"], words[name]["english"]] for name in SEVERITIES],
        "rules": {name: list(rule(name).values()) for name in sorted({f["rule"] for f in shown})},
        "tables": {name: list(called(name).values()) for name in sorted({f["table_name"] for f in shown} - {None})},
        "documents": list(names.items()),
        "shown": len(documents),
        "findings": listed,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))
