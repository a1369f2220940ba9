"""The nightly import: the hour it is due, and never two at a time."""

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import pytest

from pipeline import nightly
from pipeline.cli.app import run
from pipeline.cron import read_cron
from pipeline.nightly import alone, missed_time
from pipeline.nights import LEDGER, Night, alarms, nights
from pipeline.report import write_report
from pipeline.running.holding import AlreadyRunning
from pipeline.running.ordering import Order
from pipeline.store import Store


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


@pytest.mark.parametrize(
    ("expression", "moment", "due"),
    [
        ("0 2 * * *", "2026-03-01 01:59", "2026-02-28 02:00"),
        ("0 2 * * *", "2026-03-01 02:00", "2026-03-01 02:00"),
        ("30 1 * * 1-5", "2026-03-08 12:00", "2026-03-06 01:30"),
        ("0 0 29 2 *", "2026-03-01 00:00", "2024-02-29 00:00"),
        ("59 23 31 12 *", "2026-12-31 23:58", "2025-12-31 23:59"),
    ],
)
def test_times_that_were_due(expression: str, moment: str, due: str) -> None:
    assert read_cron(expression).before(datetime.fromisoformat(moment)) == datetime.fromisoformat(due)


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
    (night,) = nights(tmp_path)
    assert (night.state, night.counts["loaded"], night.alarms) == ("finished", 1, [])


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


def ledger(out: Path, *lines: tuple[str, str]) -> None:
    told = [asdict(Night(began, "r", state, {"found": 1})) for began, state in lines]
    (out / LEDGER).write_text("".join(json.dumps(each) + "\n" for each in told) + '{"began": "2026-', "utf-8")


@pytest.mark.parametrize(
    ("lines", "missed"),
    [
        ((), None),
        ((("2026-03-09 02:00", "finished"),), None),
        ((("2026-03-08 02:00", "finished"),), "2026-03-09 02:00"),
        ((("2026-03-08 02:00", "finished"), ("2026-03-09 02:00", "interrupted")), "2026-03-09 02:00"),
    ],
)
def test_a_night_that_was_missed_is_made_up_for(
    tmp_path: Path, lines: tuple[tuple[str, str], ...], missed: str | None
) -> None:
    ledger(tmp_path, *lines)
    due = missed_time(read_cron("0 2 * * *"), tmp_path, datetime(2026, 3, 9, 8, 30))
    assert due == (missed and datetime.fromisoformat(missed))


def counts(**figures: int) -> dict[str, int]:
    return dict.fromkeys(("found", "loaded", "unchanged", "duplicate", "quarantined", "failed"), 0) | figures


def test_figures_that_leave_their_band_are_alarms() -> None:
    usual = counts(found=100, loaded=10, unchanged=86, quarantined=4)
    before = [Night("2026-03-01 02:00", "r", "finished", usual, 0.95)] * 5

    def said(known: list[Night], confidence: float | None = 0.95, **figures: int) -> list[str]:
        night = Night("2026-03-09 02:00", "r", "finished", usual | figures, confidence)
        return [each["says"] for each in alarms(night, known)]

    assert said(before) == [] == said(before, found=130, loaded=40)
    assert said(before, found=30, loaded=2) == ["alarm_gone"]
    assert said(before, loaded=0, confidence=None) == ["alarm_nothing_new"]
    assert said(before, quarantined=20) == ["alarm_unread"]
    assert said(before, confidence=0.85) == ["alarm_confidence"]
    assert said(before, failed=1) == ["alarm_failed"]
    assert said(before[:2], found=3, loaded=0, quarantined=3, confidence=0.2) == []
    assert [each["says"] for each in alarms(before[0], before, free=1 << 20)] == ["alarm_room"]


def test_an_alarm_stands_in_the_report_in_both_languages(tmp_path: Path, store: Store) -> None:
    night = Night(
        "2026-03-09 02:00", "r", "finished", counts(), alarms=[{"says": "alarm_gone", "files": 3, "usual": 90}]
    )
    (tmp_path / LEDGER).write_text(json.dumps(asdict(night)) + "\n", "utf-8")
    page = write_report(store, tmp_path).read_text("utf-8")
    assert "Chỉ thấy 3 tệp, thường là 90" in page and "Only 3 files were found, usually 90" in page
