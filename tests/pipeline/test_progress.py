"""What a run says while it goes: the time left, what it is busy with, and nothing that is not so."""

import socket
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import insert

from pipeline import progress
from pipeline.accounting import Account, Outcome
from pipeline.cli.app import run
from pipeline.cli.ingest import status_of
from pipeline.efforts import Effort, Glimpse
from pipeline.progress import Going, how_far, print_account
from pipeline.running.ordering import Order
from pipeline.running.run import begun
from pipeline.store import open_store
from pipeline.store.schema import RUNS
from pipeline.store.values import now


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOHOA_LANGUAGE", "en")


def account(*outcomes: Outcome, state: str = "finished") -> Account:
    return Account("run", state, "2024", "2024", "1", len(outcomes), outcomes)


def test_the_time_left_goes_by_the_work_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    going = Going()
    going.found = 4
    going.settled(Outcome("/known", "unchanged"))  # what takes no reading says nothing of the time that reading takes
    assert going.seconds_left() is None
    going.works({"/large": Effort("scan", 30.0), "/small": Effort("scan", 10.0), "/other": Effort("scan", 10.0)})
    clock[0] += 60
    going.settled(Outcome("/large", "loaded"))
    assert going.seconds_left() == pytest.approx(40) and going.done == 2
    clock[0] += 300
    assert going.seconds_left() == pytest.approx(240)  # whatever is being read meanwhile takes longer than thought


def test_the_time_left_goes_by_the_pace_of_each_kind_of_work(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    going = Going()
    scans = {f"/scan{n}": Effort("scan", 10.0) for n in range(10)}
    letters = {f"/letter{n}": Effort("printed", 1.0) for n in range(100)}
    going.works(scans | letters)
    for path in scans:  # three times as long as thought
        clock[0] += 30
        going.settled(Outcome(path, "loaded", seconds=30.0))
    assert going.seconds_left() == pytest.approx(300)
    for path in list(letters)[:20]:
        clock[0] += 0.5
        going.settled(Outcome(path, "loaded", seconds=0.5))
    assert 40 < (going.seconds_left() or 0) < 120  # and not 240, by the pace of scans


@pytest.mark.parametrize(
    ("content", "kind", "least", "most"),
    [
        (b"%PDF-1.4\n" + b"/Subtype /Image /Filter /CCITTFaxDecode " * 3, "scan", 15, 25),
        (b"%PDF-1.4\n/Type /Font /FontDescriptor 3 0 R /Filter /DCTDecode", "printed", 0.1, 2),
        (b"%PDF-1.4\n/Type /Font /Filter /DCTDecode " + b"x" * 200_000, "scan", 5, 10),
        (b"\xff\xd8\xff\xe0 photo", "scan", 5, 10),
        ("Quyết định".encode(), "other", 0.1, 1),
    ],
)
def test_the_effort_of_a_file_is_guessed_from_its_bytes(content: bytes, kind: str, least: float, most: float) -> None:
    glimpse = Glimpse()
    glimpse.sees(content)
    effort = glimpse.effort()
    assert effort.kind == kind and least < effort.seconds < most


def test_what_waits_for_the_next_run_is_not_done() -> None:
    going = Going()
    going.works({"/a": Effort(), "/b": Effort()})
    going.settled(Outcome("/a", "waiting"))
    assert going.done == 0 and going.work() == (0.0, 2.0)


def test_a_log_names_what_a_run_is_busy_with(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    going = Going()
    going.found = 2
    assert how_far(going) == ""
    going.works({"/in/long.pdf": Effort(), "/in/short.txt": Effort()})
    going.takes("/in/long.pdf")
    clock[0] = 480.0
    going.takes("/in/short.txt")
    assert how_far(going) == "0 of 2 done; reading long.pdf (480 s)"
    going.settled(Outcome("/in/short.txt", "loaded"))
    assert how_far(going) == "1 of 2 done, about 8 min left; reading long.pdf (480 s)"


def test_a_document_that_takes_long_is_told_of_while_it_does(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_LOG_EVERY_SECONDS", 0.02)
    asked = threading.Semaphore(0)  # read once, at the end: what is taken from the log while it is written is cut off
    monkeypatch.setattr(progress, "how_far", lambda going: (asked.release(), how_far(going))[1])
    with progress.progress() as listener:
        listener.begins(1)
        listener.works({"/in/long.pdf": Effort()})
        listener.takes("/in/long.pdf")
        while asked.acquire(blocking=False):
            pass  # asked before there was anything to tell
        assert all(asked.acquire(timeout=60) for _ in range(3))
    said = capfd.readouterr().err
    assert "1 files found" in said and "reading long.pdf" in said


def test_an_interrupted_run_says_how_to_go_on(capfd: pytest.CaptureFixture[str]) -> None:
    print_account(account(Outcome("/a", "waiting"), state="interrupted"), Path("out"))
    assert "left to the next run" in (said := capfd.readouterr().err) and "Run the same command again" in said
    print_account(account(Outcome("/a", "loaded")), Path("out"))
    assert "again" not in capfd.readouterr().err


def test_one_word_file_without_libreoffice_is_no_fault_of_the_machine(capfd: pytest.CaptureFixture[str]) -> None:
    lacking = "EnvironmentLacks"
    assert status_of(account(Outcome("/a.doc", "quarantined", error_type=lacking), Outcome("/b", "loaded"))) == 3
    assert status_of(account(Outcome("/a.pdf", "failed", error_type=lacking))) == 4
    assert "doctor" in capfd.readouterr().err


def test_a_run_is_told_of_another_one_in_its_store(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    order = Order((tmp_path,), f"sqlite:///{tmp_path / 's.db'}", tmp_path / "out", 1, "inline")
    elsewhere = {"run_id": "20260101T000000-000000-1-1", "started_at": now(), "state": "running"}
    store = open_store(order.store_url)
    with store.writing() as connection:
        connection.execute(insert(RUNS).values(pipeline_version="1", engine="inline", **elsewhere))
    store.close()
    with progress.progress() as listener, begun(order, listener):
        pass
    said = capfd.readouterr().err
    assert f"Another run is under way in this store; files of both are read twice: {elsewhere['run_id']}" in said


def test_what_a_run_waits_for_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    with progress.progress() as listener:
        listener.waits("process 12 since 2026-03-01 02:00")
        listener.rests(3)
        listener.settled(Outcome("/in/a.pdf", "waiting", error_type="BeingCopied", reason="still being written"))
    said = capfd.readouterr().err
    assert "Another run is at work in this store (process 12 since 2026-03-01 02:00). Waiting" in said
    assert "3 files were written to just now" in said and "left to the next run: /in/a.pdf" in said


def test_what_was_found_late_adds_to_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    going = Going()
    going.works({"/a": Effort()})
    clock[0] = 30.0
    going.settled(Outcome("/a", "loaded"))
    going.works({"/late": Effort()})
    assert going.seconds_left() == pytest.approx(30)


def test_a_taken_port_is_said_before_anybody_is_sent_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    open_store(f"sqlite:///{tmp_path / 's.db'}").close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(["review", "--store", f"sqlite:///{tmp_path / 's.db'}", "--port", port]) == 2
    said = capfd.readouterr().err
    assert "choose another port" in said and "http://" not in said
