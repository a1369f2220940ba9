"""One run at a time in a store: the second waits or is refused, and a dead one's lock stops nobody."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from models.errors import StoreUnusable
from pipeline.accounting import Listener
from pipeline.cli.app import run
from pipeline.running.holding import AlreadyRunning, held, lock_of, locked
from pipeline.running.ordering import Order, ordered
from pipeline.running.run import begun
from pipeline.store import Store

_HOLDS = """
import sys, time
from pathlib import Path
from pipeline.running.holding import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


class Hears(Listener):
    def __init__(self) -> None:
        self.heard: list[str] = []

    def waits(self, holder: str) -> None:
        self.heard.append(holder)


def test_a_second_run_waits_for_the_end_of_the_first_and_says_for_whom(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    order = Order((tmp_path / "in",), f"sqlite:///{tmp_path / 's.db'}", tmp_path / "out", 1, "inline")
    hears, ended = Hears(), []

    def second() -> None:
        with begun(order, hears) as run:
            list(run.rounds())
            ended.append(run.account().state)

    with begun(order) as first:
        waiting = threading.Thread(target=second)
        waiting.start()
        deadline = time.monotonic() + 20
        while not hears.heard and time.monotonic() < deadline:
            time.sleep(0.01)
        list(first.rounds())
        first.account()
        assert not ended
    waiting.join(20)
    assert ended == ["finished"] and hears.heard[0].startswith(f"process {os.getpid()} since ")


def test_a_run_that_is_not_to_wait_is_refused_with_the_status_of_an_unusable_store(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("THÔNG BÁO\n")
    url = f"sqlite:///{tmp_path / 's.db'}"
    lock = lock_of(url)
    assert lock is not None
    asked = ["ingest", str(tmp_path / "a.txt"), "--store", url, "--out", str(tmp_path / "out"), "--engine", "inline"]
    with locked(lock):
        assert run([*asked, "--no-wait"]) == 5
    said = capfd.readouterr().err
    assert f"process {os.getpid()}" in said and "wait for its end" in said


def test_the_lock_of_a_run_that_was_killed_stops_nobody(tmp_path: Path) -> None:
    lock = tmp_path / "s.db.lock"
    holder = subprocess.Popen([sys.executable, "-c", _HOLDS, str(lock)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout and holder.stdout.readline() == "held\n"
    with pytest.raises(AlreadyRunning, match=f"process {holder.pid}"), locked(lock):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    with locked(lock):
        assert lock.read_text().startswith(f"process {os.getpid()} ")


def test_a_store_has_one_lock_by_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    assert lock_of(f"sqlite:///{tmp_path / 'link' / 's.db'}") == lock_of(f"sqlite:///{tmp_path / 's.db'}")
    assert lock_of("sqlite:///:memory:") is None


def test_where_there_are_no_locks_runs_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", unsupported)
    with locked(tmp_path / "lock"), locked(tmp_path / "lock"):
        pass


def test_a_store_is_held_once(store: Store) -> None:
    with held(store, None), pytest.raises(StoreUnusable, match="under way"), held(store, None):
        pass
    with held(store, None):
        pass


def test_an_order_is_the_same_after_it_was_spelled_out() -> None:
    order = Order((Path("a"), Path("b")), "sqlite:///s.db", Path("out"), 3, "prefect", 7.5, 2.0, False, True)
    assert ordered(order.spelled()) == order
