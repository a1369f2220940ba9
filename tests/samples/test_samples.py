"""Each sample against its gold; gold against the contract, the sources and the printed text."""

import csv
import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from models.tables import BY_NAME
from samples.compose import HERE
from samples.making import MAKERS
from samples.sheets import build
from samples.writing import write_text
from tests.samples.floors import DOCUMENTS, GOLD, SLACK, documents, floors, scores_of
from tests.samples.recording import IMAGES
from tests.samples.scoring import Score, fold, total

SOURCES = sorted((HERE / "sources").glob("*.yaml"))
GOLDS = sorted(GOLD.glob("*.json"))


def _golden(path: Path) -> dict[str, list[dict[str, Any]]]:
    loaded: dict[str, list[dict[str, Any]]] = json.loads(path.read_text("utf-8"))
    return loaded


def _choices(value: Any) -> list[Any]:
    return [choice for choice in (value if isinstance(value, list) else [value]) if choice is not None]


def _reaches(path: Path, scores: dict[str, Score], slack: float = SLACK) -> None:
    reached = total(scores).f1
    worst = sorted((round(score.f1, 2), name) for name, score in scores.items())[:5]
    assert reached >= floors()[path.name] - slack, f"{reached:.3f}; worst tables {worst}"


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name)
def test_sample_reaches_its_floor(path: Path) -> None:
    _reaches(path, scores_of(path))


@pytest.mark.ocr
@pytest.mark.parametrize("name", IMAGES)
def test_scan_read_now_reaches_its_floor(name: str) -> None:
    """Real OCR; versions of Tesseract and OpenCV differ a little."""
    _reaches(DOCUMENTS / name, scores_of(DOCUMENTS / name, ocr=True), slack=0.05)


def test_every_document_has_its_gold_and_its_line_in_the_manifest() -> None:
    with (HERE / "manifest.tsv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file, delimiter="\t"))
    assert {line["file"] for line in lines} == {path.name for path in documents()}
    assert {path.stem for path in documents()} == {path.stem for path in GOLDS}
    for line in lines:
        data = (HERE / "documents" / line["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == line["sha256"], f"{line['file']}: run python -m samples.compose"


def test_samples_are_many_and_small() -> None:
    assert len(documents()) >= 10
    assert sum(path.stat().st_size for path in HERE.rglob("*") if path.is_file()) < 4_000_000


@pytest.mark.parametrize("path", GOLDS, ids=lambda p: p.stem)
def test_gold_keeps_the_contract(path: Path) -> None:
    for table, rows in _golden(path).items():
        definition = BY_NAME[table]
        for row in rows:
            for name, value in row.items():
                if name in ("ordinal", "_optional"):
                    continue
                column = definition.column(name)
                for choice in _choices(value):
                    assert not column.values or choice in column.values, f"{table}.{name}: {choice}"
                    assert column.type != "date" or _exists(choice), f"{table}.{name}: {choice}"
                    numeric = column.type in ("number", "integer") and row.get("unit") != "level"
                    assert not numeric or isinstance(choice, int | float), f"{table}.{name}: {choice}"


def _exists(text: str) -> bool:
    parts = [int(part) for part in text.split("-")]
    return bool(date(*(parts + [1, 1])[:3]))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_gold_is_what_the_source_says(path: Path) -> None:
    source = yaml.safe_load(path.read_text("utf-8"))
    built = build(source, path.stem).gold
    for name in source["files"]:
        kept = _golden(GOLD / f"{path.stem}{MAKERS[name].suffix}.json")
        assert {t: r for t, r in kept.items() if t != "findings"} == {t: r for t, r in built.items() if t != "findings"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_gold_texts_are_printed(path: Path, tmp_path: Path) -> None:
    """Names, titles and texts of gold stand in the printed text, as they are or in capitals."""
    sheet = build(yaml.safe_load(path.read_text("utf-8")), path.stem)
    write_text(sheet, tmp_path / "sheet.txt")
    printed = fold(re.sub(r"[\t\n]+", " ", (tmp_path / "sheet.txt").read_text("utf-8")))
    for table, column in (("provisions", "text"), ("outcomes", "text"), ("topics", "title"), ("tasks", "title"),
                          ("bibliography", "text"), ("people", "name"), ("recipients", "name"), ("terms", "term"),
                          ("assessments", "title"), ("citations", "number"), ("amendments", "new_text")):  # fmt: skip
        for row in sheet.gold.get(table, []):
            choices = _choices(row.get(column))
            assert not choices or any(fold(choice) in printed for choice in choices), f"{table}.{column}: {choices}"


def test_the_sums_of_sound_samples_hold() -> None:
    """Topics make the workload of their activity, except where a fault is planted."""
    for path in GOLDS:
        gold = _golden(path)
        planted = any(row["rule"] == "topic_hours_sum" for row in gold["findings"])
        wrong = []
        for row in gold.get("workloads", []):
            hours = [t["hours"] for t in gold.get("topics", []) if t["activity"] == row["activity"]]
            if hours and sum(hours) != row["hours"]:
                wrong.append(row["activity"])
        assert bool(wrong) == planted, f"{path.stem}: {wrong}"
