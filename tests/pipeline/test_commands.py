"""The commands on plain text: what comes out, and how quickly they start."""

import json
import subprocess
import sys
from pathlib import Path

import pandas
import pytest

from models.edits import Edit, apply
from pipeline.cli.app import run

TEXT = "QUYẾT ĐỊNH\r\nĐiều 1. Ban hành quy định này.\r\n\fĐiều 2. Thi hành.\n"


@pytest.mark.parametrize("arguments", [["--help"], ["repair", "in.txt", "-o", "out.txt"]])
def test_light_commands_do_not_load_heavy_libraries(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(TEXT)
    asked = (
        "import sys\nfrom pipeline.cli.app import run\n"
        f"assert run({arguments!r}) == 0\n"
        "print([m for m in ('prefect', 'pandas', 'spacy', 'sqlalchemy', 'fastapi') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_repair_keeps_lines_and_its_edits_replay(tmp_path: Path) -> None:
    raw = "QUYE\u0302\u0301T ĐỊNH\r\n\r\nÐiều 1\fx\n"
    (tmp_path / "in.txt").write_bytes(raw.encode())
    out, edits = tmp_path / "out.txt", tmp_path / "edits.jsonl"
    assert run(["repair", str(tmp_path / "in.txt"), "-o", str(out), "--explain", str(edits)]) == 0
    repaired = out.read_bytes().decode()
    assert repaired == "QUYẾT ĐỊNH\r\n\r\nĐiều 1\fx\n"
    assert apply(raw, [Edit(**json.loads(line)) for line in edits.read_text().splitlines()]) == repaired


def test_repair_reads_utf_16(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_bytes(TEXT.encode("utf-16"))
    assert run(["repair", str(tmp_path / "in.txt"), "-o", str(tmp_path / "out.txt")]) == 0
    assert (tmp_path / "out.txt").read_bytes().decode() == TEXT


def test_text_separates_pages_by_form_feed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.txt").write_text(TEXT)
    assert run(["text", str(tmp_path / "in.txt")]) == 0
    pages = capfd.readouterr().out.split("\f")
    assert len(pages) == 2 and pages[1].startswith("Điều 2")


def test_ingest_and_export_in_every_form(tmp_path: Path) -> None:
    (tmp_path / "plan.v2.txt").write_text(TEXT)
    store = ["--store", f"sqlite:///{tmp_path / 'store.db'}"]
    assert run(["ingest", str(tmp_path / "plan.v2.txt"), *store, "--out", str(tmp_path), "--engine", "inline"]) == 0
    for form in ("json", "jsonl", "csv", "parquet"):
        assert run(["export", "--out", str(tmp_path / form), "--format", form, *store]) == 0
    tables = json.loads((tmp_path / "json" / "plan.v2.json").read_text())
    (document,) = tables["documents"]
    assert document["language"] == "vi" and document["source_name"] == "plan.v2.txt"
    assert all(value not in (None, "") for rows in tables.values() for row in rows for value in row.values())
    told = {(e["table_name"], e["row_key"], e["column_name"]) for e in tables["evidence"]}
    for table, rows in tables.items():
        if table not in ("evidence", "findings", "pages"):
            columns = [(table, row["row_key"], name) for row in rows for name in row]
            assert {c for c in columns if c[2] not in ("ordinal", "row_key", "document_id")} <= told
    for frame in (
        pandas.read_csv(tmp_path / "csv" / "documents.csv"),
        pandas.read_parquet(tmp_path / "parquet" / "documents.parquet"),
    ):
        assert list(frame["source_name"]) == ["plan.v2.txt"]


def test_a_ctrl_c_before_a_run_has_begun_is_told_of(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.store.open_store", interrupted)
    assert run(["ingest", str(tmp_path), "--store", f"sqlite:///{tmp_path / 's.db'}"]) == 130
    assert "sohoa: interrupted" in capfd.readouterr().err
