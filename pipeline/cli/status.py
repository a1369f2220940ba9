"""`sohoa status`: how the store stands, and what became of a file."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli.options import DEFAULT_STORE, StoreUrl

_SHOWN = 20
"""Files named on a terminal; `--format json` names all."""


def status(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders to tell of.", metavar="PATH...")] = None,
    *,
    store: StoreUrl = DEFAULT_STORE,
    form: Annotated[str, typer.Option("--format", help="`text`, or `json` with all files.")] = "text",
) -> int:
    """Say what the store holds, which run is at work and what was not read; of files, what became of them.

    Example: sohoa status inbox/2024/decision.pdf
    """
    if form not in ("text", "json"):
        raise typer.BadParameter(f"{form!r} is none of text, json", param_hint="--format")
    from pipeline.report.standing import fates, standing
    from pipeline.store import open_store

    opened = open_store(store, create=False)
    try:
        told = fates(opened, paths) if paths else standing(opened)
    finally:
        opened.close()
    lines = _of_files(told) if paths else _of_store(told)
    text = "\n".join(lines) if form == "text" else json.dumps(told, ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 0


def _of_store(told: dict[str, Any]) -> Iterator[str]:
    from pipeline.report.wording import label

    findings = told["findings"]
    held = [f"{told[name]} {label(key)}" for name, key in (("documents", "n_documents"), ("pages", "pages"))]
    held += [f"{told['values']} {label('values')}", f"{told['decided']} {label('decided')}"]
    yield f"{label('store')}: {told['store']}"
    yield f"  {' · '.join(held)}"
    yield "  " + " · ".join(f"{number} {label(f'n_{name}')}" for name, number in findings.items())
    if run := told["run"]:
        ends = ("found", "loaded", "unchanged", "duplicate", "quarantined", "failed", "waiting")
        began = f"{label('started')} {_when(run['started_at'])}"
        yield f"{label('last_run')}: {run['run_id']}, {label('at_work' if told['at_work'] else run['state'])}, {began}"
        if not told["at_work"]:
            yield "  " + " · ".join(f"{run[name]} {label(name)}" for name in ends if run[name] or name == "found")
    else:
        yield label("no_run")
    for run in told["at_work"]:
        yield f"  {run['run_id']}: {run['settled']} {label('of')} {run['found']} {label('done')}"
    yield from _not_read(told["not_read"])


def _of_files(told: dict[str, Any]) -> Iterator[str]:
    from pipeline.report.wording import label, plain_name

    if len(told["files"]) > 1:
        yield " · ".join(f"{number} {label(name)}" for name, number in told["counts"].items())
        yield from _not_read(told["not_read"])
    else:
        for ending in told["files"]:
            yield _ending(ending)
            yield from (f"  {_document(held)}" for held in ending["documents"])
    yield from (f"{plain_name(path)}: {label('never_met')}" for path in told["unknown"])


def _not_read(endings: list[dict[str, Any]]) -> Iterator[str]:
    from pipeline.report.wording import label

    if endings:
        yield f"{label('troubled')}: {len(endings)}"
        yield from (f"  {_ending(ending)}" for ending in endings[:_SHOWN])
    if len(endings) > _SHOWN:
        yield f"  … {len(endings) - _SHOWN} {label('more_in_json')}"


def _ending(ending: dict[str, Any]) -> str:
    from pipeline.report.wording import label, plain_name, trouble
    from pipeline.settings import shell_language

    why = f": {trouble(ending['reason'])[shell_language()]}" if ending["reason"] else ""
    return f"{plain_name(ending['path'])}: {label(ending['outcome'])}{why}"


def _document(held: dict[str, Any]) -> str:
    from pipeline.report.wording import label, vocabulary
    from pipeline.settings import shell_language

    kind = vocabulary().get(held["kind"], {}).get(shell_language(), held["kind"])
    named = " ".join(word for word in (kind, held["number"], held["title"]) if word)
    found = [f"{number} {label(f'n_{name}')}" for name, number in held["findings"].items() if number]
    facts = (f"{held['page_count']} {label('pages')}", *found, f"{label('loaded')} {_when(held['loaded_at'])}")
    return f"{held['document_id']}: {named}; {' · '.join(facts)}"


def _when(moment: str) -> str:
    return f"{moment[:16].replace('T', ' ')} UTC"
