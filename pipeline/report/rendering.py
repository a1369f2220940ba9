"""The page of the report: one file with everything in it, for a browser without a network or for paper."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from extractors.checks import rule_names
from normalizers.knowledge import read_table
from pipeline.report.figures import SEVERITIES, collect
from pipeline.report.plots import columns, stacked
from pipeline.running.run import write_whole
from pipeline.store.opening import Store

_HERE = Path(__file__).resolve().parent
_SHOWN_DOCUMENTS = 2_000
_SHOWN_FINDINGS = 5_000


def write_report(store: Store, out: Path) -> Path:
    """Write `report.html` and `report.json` and return the path of the page."""
    out.mkdir(parents=True, exist_ok=True)
    figures = collect(store)
    write_whole(out / "report.json", json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
    page = out / "report.html"
    write_whole(page, render(figures))
    return page


def render(figures: dict[str, Any]) -> str:
    """Return the page for the figures; past 2,000 documents or 5,000 findings it says how many it leaves out."""
    words = labels()
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["t"] = lambda key: both(words, key)
    environment.globals["rule"] = lambda key: both(rule_names(), key)
    english = {key: pair["english"] for key, pair in words.items()}
    tenths = [f"{low / 10:.1f}–{(low + 1) / 10:.1f}" for low in range(10)]
    return environment.get_template("report.html").render(
        figures=figures,
        documents=figures["documents"][:_SHOWN_DOCUMENTS],
        findings=figures["findings"][:_SHOWN_FINDINGS],
        severities=SEVERITIES,
        account=Markup(stacked(figures["run"], english) if figures["run"] else ""),
        confidence=Markup(columns(figures["totals"]["confidence"], tenths, title="Values by confidence")),
        by_document=_by_document(figures["findings"]),
        css=Markup((_HERE / "templates" / "report.css").read_text("utf-8")),
        script=Markup((_HERE / "templates" / "report.js").read_text("utf-8")),
    )


def labels() -> dict[str, dict[str, str]]:
    """Return the labels of the pages in both languages, by key."""
    return {row["key"]: row for row in read_table(_HERE / "labels.tsv", ("key", "vietnamese", "english"))}


def both(words: dict[str, dict[str, str]], key: str) -> Markup:
    """Return a label in both languages; the page shows the one that is chosen, and both without a script."""
    if key not in words:
        return Markup("{}").format(key)
    template = '<span class="vi" lang="vi">{}</span><span class="en" lang="en">{}</span>'
    return Markup(template).format(words[key]["vietnamese"], words[key]["english"])


def _by_document(findings: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        grouped.setdefault(finding["document_id"], []).append(finding)
    return grouped
