"""Values of documents with gold, each with what was known of it and whether it is right."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from extractors.calibrating import Observed, circumstances, observe
from extractors.checks import check
from extractors.reading import identify, read
from models.page import Page
from models.rows import Row
from pipeline.fitting import fit
from samples.making import make_garbled_text, make_legacy_text, make_scan
from samples.sheets import Sheet
from tests.bench.extraction import WRITERS, compose
from tests.samples.floors import DOCUMENTS, GOLD
from tests.samples.recording import record, recorded
from tests.samples.scoring import judge_rows
from tests.samples.steps import Outcome, outcome

Gold = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A value of a document: what was known of it, whether the scorer's rule finds it right."""

    seen: Observed
    right: bool
    document: str
    material: str


def judge(done: Outcome, gold: Gold, document: str, material: str) -> Iterator[Judged]:
    """Yield the values of a document in the tables and columns that gold fills."""
    text = done.document.text
    fitting = fit(done.rows)[0]
    around = circumstances(text, check(done.document, fitting))
    by_table: dict[str, list[Row]] = {}
    for row in fitting:
        by_table.setdefault(row.table, []).append(row)
    for table in set(gold) - {"findings"}:
        rows = by_table.get(table, [])
        bare = [{name: cell.value for name, cell in row.cells.items()} for row in rows]
        for index, column, right in judge_rows(gold[table], bare):
            seen = observe(text, table, column, rows[index].cells[column], around)
            yield Judged(seen, right, document, material)


def composed(seed: int, each: int) -> Iterator[Judged]:
    """Yield the values of composed documents, and of half the Vietnamese ones garbled or in an old encoding too."""
    with tempfile.TemporaryDirectory() as folder:
        for name, sheet, ending in compose(seed, each):
            chance = Random(f"{seed}/{name}")
            path = Path(folder) / f"{seed}_{name}{ending}"
            WRITERS[ending](sheet, path)
            yield from judge(outcome(identify(path), read(identify(path))), sheet.gold, path.stem, "composed")
            if name.startswith("vi") and chance.random() < 0.5:
                yield from _spoilt(sheet, Path(folder) / f"{seed}_{name}_spoilt.txt", chance)


def scanned(seed: int, cache: Path | None = None) -> Iterator[Judged]:
    """Yield the values of one composed document of every kind, scanned; pages read are kept in the folder `cache`."""
    with tempfile.TemporaryDirectory() as folder:
        for name, sheet, _ in compose(seed, 1):
            path = Path(folder) / f"{seed}_{name}_scan.pdf"
            make_scan(sheet, path)
            yield from judge(outcome(identify(path), pages_of(path, cache)), sheet.gold, path.stem, "composed")


def _spoilt(sheet: Sheet, path: Path, chance: Random) -> Iterator[Judged]:
    (make_garbled_text if chance.random() < 0.7 else make_legacy_text)(sheet, path)
    yield from judge(outcome(identify(path), read(identify(path))), sheet.gold, path.stem, "composed")


def samples() -> Iterator[Judged]:
    """Yield the values of the samples, scans as recorded."""
    for path in sorted(DOCUMENTS.iterdir()):
        gold = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
        pages = recorded(path.name)
        source = identify(path)
        yield from judge(outcome(source, read(source) if pages is None else pages), gold, path.name, "sample")


def archive(documents: Path, golds: Path, cache: Path | None = None) -> Iterator[Judged]:
    """Yield the values of the documents of a folder with gold of their name, or of the name's part before `_`.

    Tables that `<name>.unscored.txt` beside the gold names are left out.
    """
    for path in sorted(documents.iterdir()):
        gold = next(
            (g for name in (path.stem, path.stem.split("_")[0]) if (g := golds / f"{name}.json").exists()), None
        )
        if gold is None:
            continue
        aside = gold.with_suffix(".unscored.txt")
        left_out = set(aside.read_text("utf-8").split()) if aside.exists() else set()
        tables = {name: rows for name, rows in json.loads(gold.read_text("utf-8")).items() if name not in left_out}
        yield from judge(outcome(identify(path), pages_of(path, cache)), tables, path.stem, "archive")


def pages_of(path: Path, cache: Path | None) -> tuple[Page, ...]:
    """Return the pages of a file, read once where there is a folder to keep them in."""
    kept = recorded(path.name, cache) if cache else None
    if kept is None:
        kept = read(identify(path))
        if cache:
            cache.mkdir(parents=True, exist_ok=True)
            record(kept, cache / f"{path.name}.json.gz")
    return kept
