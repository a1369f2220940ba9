"""Files that are still being written: they wait, are counted, and are read once they lie still."""

import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from models.rows import Reading, Row, Value
from pipeline.accounting import Account
from pipeline.cli.ingest import status_of
from pipeline.report import figures
from pipeline.running.ordering import Order
from pipeline.running.run import begun
from pipeline.store import open_store
from pipeline.store.schema import RUN_DOCUMENTS, RUNS

Meanwhile = Callable[[Path], object]


class Reads:
    """Workers that read any file; `meanwhile` happens to it before that, half a PDF is a damaged one."""

    def __init__(self, meanwhile: Meanwhile) -> None:
        self.meanwhile = meanwhile

    def read(self, path: str, _page_jobs: int) -> tuple[Any, ...]:
        self.meanwhile(Path(path))
        if not Path(path).exists() or path.endswith(".pdf"):
            return ("problem", "DamagedFile", "torn")
        cells = {"sha256": Value(sha256(Path(path).read_bytes()).hexdigest()), "source_name": Value(Path(path).name)}
        return ("reading", Reading((Row("documents", cells, ordinal=1, row_key="#1"),)), 0.1)

    def stop(self) -> None:
        """Nothing to stop."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name in ("old", "new"):
        (tmp_path / "in" / f"{name}.txt").write_text(name)
    os.utime(tmp_path / "in" / "old.txt", (1e9, 1e9))  # the time of its last change stays: the present
    return tmp_path


def carry_out(folder: Path, *, quiet: float = 0.0, meanwhile: Meanwhile = lambda path: None) -> Account:
    url = f"sqlite:///{folder / 'store.db'}"
    with begun(Order((folder / "in",), url, folder / "out", 1, "inline", quiet_seconds=quiet)) as run:
        run.workers = Reads(meanwhile)  # type: ignore[assignment]
        for some in run.rounds():
            for work in some:
                run.take(work)
        return run.account()


def ends(account: Account) -> dict[str, str]:
    return {Path(end.path).name: end.outcome for end in account.outcomes}


def test_files_of_just_now_are_read_once_they_have_lain_still(folder: Path) -> None:
    started = time.monotonic()
    assert ends(carry_out(folder, quiet=0.3)) == {"old.txt": "loaded", "new.txt": "loaded"}
    assert time.monotonic() - started >= 0.3
    assert ends(carry_out(folder, quiet=0.1)) == {"old.txt": "unchanged", "new.txt": "unchanged"}


def test_a_file_that_grows_waits_and_the_next_run_reads_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    growing = folder / "in" / "new.txt"

    def grow(seconds: float) -> bool:
        growing.write_text(growing.read_text() + ".")
        return False

    monkeypatch.setattr("threading.Event.wait", lambda self, seconds=None: grow(seconds))
    account = carry_out(folder, quiet=5.0)
    monkeypatch.undo()
    counts = account.counts()
    assert ends(account) == {"old.txt": "loaded", "new.txt": "waiting"} and account.adds_up()
    assert (counts["found"], counts["loaded"], counts["waiting"]) == (2, 1, 1) and status_of(account) == 3
    assert [(end.error_type, "next run" in str(end.reason)) for end in account.held_back()] == [("BeingCopied", True)]
    assert ends(carry_out(folder)) == {"old.txt": "unchanged", "new.txt": "loaded"}


def test_what_waits_stands_in_the_store_and_in_the_report(folder: Path) -> None:
    (folder / "in" / "scan.pdf.part").write_text("half")
    carry_out(folder)
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    with store.reading() as connection:
        row = connection.execute(select(RUN_DOCUMENTS.c.path).where(RUN_DOCUMENTS.c.outcome == "waiting")).one()
        assert row.path.endswith("scan.pdf.part") and connection.scalar(select(RUNS.c.waiting)) == 1
    assert [each["outcome"] for each in figures.collect(store)["troubled"]] == ["waiting"]
    store.close()


def test_the_report_lists_what_was_not_read_until_it_is_read_or_gone(folder: Path) -> None:
    for name in ("torn.pdf", "gone.pdf", "mended.pdf"):
        (folder / "in" / name).write_text(name)
    carry_out(folder)
    (folder / "in" / "gone.pdf").unlink()
    (folder / "in" / "mended.pdf").unlink()
    (folder / "in" / "torn.pdf").rename(folder / "torn.pdf")
    (folder / "in" / "mended.pdf").write_text("old")  # the bytes of what is loaded: a duplicate now
    carry_out(folder)
    (folder / "torn.pdf").rename(folder / "in" / "torn.pdf")
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    assert [Path(each["path"]).name for each in figures.collect(store)["troubled"]] == ["torn.pdf"]
    store.close()


def test_a_clock_that_is_ahead_makes_files_wait_and_no_more(folder: Path) -> None:
    ahead = time.time() + 3600
    os.utime(folder / "in" / "new.txt", (ahead, ahead))
    assert ends(carry_out(folder, quiet=0.05))["new.txt"] == "loaded"


@pytest.mark.parametrize(
    ("meanwhile", "reason"),
    [(lambda path: path.write_text("edited meanwhile"), "changed while"), (lambda path: path.unlink(), "new name")],
)
def test_a_file_that_changes_or_goes_while_it_is_read_waits(folder: Path, meanwhile: Meanwhile, reason: str) -> None:
    account = carry_out(folder, meanwhile=meanwhile)
    assert {end.error_type for end in account.held_back()} == {"FileChanged"} and not account.troubled()
    assert all(reason in str(end.reason) for end in account.held_back())


def test_half_of_a_pdf_waits_and_a_damaged_one_does_not(folder: Path) -> None:
    for name in ("half.pdf", "torn.pdf"):
        (folder / "in" / name).write_text(name)
    account = carry_out(folder, meanwhile=lambda path: path.name == "half.pdf" and path.write_text("more"))
    assert ends(account) == {
        "old.txt": "loaded",
        "new.txt": "loaded",
        "half.pdf": "waiting",
        "torn.pdf": "quarantined",
    }
