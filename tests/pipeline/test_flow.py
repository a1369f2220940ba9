"""The flow in Prefect's own in-process server: the same account as without Prefect."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.flow
def test_the_flow_loads_a_folder_and_quarantines_the_rest(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text("QUYẾT ĐỊNH\nĐiều 1. Ban hành quy định này.\n")
    (tmp_path / "in" / "empty.txt").write_text("")
    asked = [
        "ingest",
        str(tmp_path / "in"),
        "--store",
        f"sqlite:///{tmp_path / 's.db'}",
        "--out",
        str(tmp_path / "out"),
    ]
    done = subprocess.run(
        [sys.executable, "-c", "from pipeline.cli import main; main()", *asked],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    (account,) = (json.loads(path.read_text()) for path in (tmp_path / "out").glob("run-*.json"))
    assert account["counts"] == {"found": 2, "loaded": 1, "unchanged": 0, "duplicate": 0, "quarantined": 1, "failed": 0}
