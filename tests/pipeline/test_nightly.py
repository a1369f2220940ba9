"""The nightly import: the hour it is due, and never two at a time."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from pipeline import nightly
from pipeline.cli.app import run
from pipeline.cron import read_cron
from pipeline.nightly import alone
from pipeline.running.holding import AlreadyRunning
from pipeline.running.ordering import Order


@pytest.mark.parametrize(
    ("expression", "after", "due"),
    [
        ("0 2 * * *", "2026-03-01 01:59", "2026-03-01 02:00"),
        ("0 2 * * *", "2026-03-01 02:00", "2026-03-02 02:00"),
        ("*/15 * * * *", "2026-12-31 23:50", "2027-01-01 00:00"),
        ("30 1 * * 1-5", "2026-03-06 02:00", "2026-03-09 01:30"),
        ("0 0 29 2 *", "2026-03-01 00:00", "2028-02-29 00:00"),
        ("0 3 1 * 7", "2026-03-02 00:00", "2026-03-08 03:00"),
        ("5,10 8-9 * 6 *", "2026-06-01 08:05", "2026-06-01 08:10"),
    ],
)
def test_due_times(expression: str, after: str, due: str) -> None:
    assert read_cron(expression).after(datetime.fromisoformat(after)) == datetime.fromisoformat(due)


@pytest.mark.parametrize("expression", ["", "0 2 * *", "60 2 * * *", "x * * * *", "5-1 * * * *", "* * 0 * *"])
def test_what_is_no_cron_time_is_refused(expression: str) -> None:
    with pytest.raises(ValueError):
        read_cron(expression)


def test_two_imports_into_one_place_never_overlap(tmp_path: Path) -> None:
    asked = f"from pathlib import Path\nfrom pipeline.nightly import alone\nwith alone(Path({str(tmp_path)!r})): pass"
    with alone(tmp_path):
        with pytest.raises(AlreadyRunning, match="under way"), alone(tmp_path):
            pass
        other = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
        assert other.returncode == 1 and "AlreadyRunning" in other.stderr
    with alone(tmp_path):
        pass


def test_one_import_writes_the_report(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text("THÔNG BÁO\nVề việc nghỉ lễ.\n")
    asked = ["nightly", "--once", "--inbox", str(tmp_path / "inbox"), "--out", str(tmp_path), "--engine", "inline"]
    assert run([*asked, "--quiet", "0", "--store", f"sqlite:///{tmp_path / 's.db'}"]) == 0
    assert (tmp_path / "report.html").exists()


def test_a_wrong_time_or_folder_is_a_wrong_argument(tmp_path: Path) -> None:
    assert run(["nightly", "--inbox", str(tmp_path / "none")]) == 2
    assert run(["nightly", "--inbox", str(tmp_path), "--cron", "every night"]) == 2


def test_an_import_under_way_ends_softly_with_the_schedule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    class Child:
        def __init__(self, command: list[str], stdin: int) -> None:
            heard.append(command[3])

        def wait(self) -> int:
            heard.append("wait")
            if heard.count("wait") == 1:
                raise KeyboardInterrupt
            return 130

        def terminate(self) -> None:
            heard.append("terminate")

    monkeypatch.setattr("subprocess.Popen", Child)
    with pytest.raises(KeyboardInterrupt):
        nightly._import_in_a_process(Order((tmp_path,), "sqlite:///s.db", tmp_path))
    assert heard == ["nightly", "wait", "terminate", "wait"]
