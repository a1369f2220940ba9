"""A run: whatever happens to its documents, every file has one outcome and the figures add up."""

import os
import random
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select

from models.errors import StoreUnusable
from models.rows import Finding, Reading, Row, Value
from pipeline.accounting import Account
from pipeline.running.leftovers import new_run_id
from pipeline.running.ordering import Order
from pipeline.running.run import Run, begun
from pipeline.store import open_store
from pipeline.store.schema import FILES, RUN_DOCUMENTS, RUNS
from pipeline.store.values import now

KINDS = ("reading", "problem", "crash", "late", "died", "stopped")


class Scripted:
    """Workers that answer by script, by the name of the file; without one they read."""

    def __init__(self, script: dict[str, str] | None = None) -> None:
        self.script = script or {}
        self.asked: list[str] = []

    def read(self, path: str, page_jobs: int = 1) -> tuple[Any, ...]:
        self.asked.append(Path(path).name)
        kind = self.script.get(Path(path).name, "reading")
        if kind == "raises":
            raise RuntimeError("a fault of the pool")
        if kind == "reading":
            digest = sha256(Path(path).read_bytes()).hexdigest()
            cells = {"sha256": Value(digest), "source_name": Value(Path(path).name), "number": Value("1/QĐ")}
            return ("reading", Reading((Row("documents", cells, ordinal=1, row_key="1/QĐ"),)), 0.1)
        if kind == "cut":
            digest = sha256(Path(path).read_bytes()).hexdigest()
            row = Row("documents", {"sha256": Value(digest), "source_name": Value("a")}, ordinal=1, row_key="#1")
            return ("reading", Reading((row,), (Finding("out_of_time", "error", "1 of 2 pages", "documents"),)), 50.0)
        said = {"problem": ("DamagedFile", "torn"), "crash": ("KeyError", "x"), "late": (5.0,), "died": ("by SIGSEGV",)}
        return (kind, *said.get(kind, ()))

    def stop(self) -> None:
        """Nothing to stop."""


def carry_out(
    folder: Path, script: dict[str, str] | None = None, *, version: str = "1", limit: float = 60.0
) -> tuple[Account, Scripted]:
    store = f"sqlite:///{folder / 'store.db'}"
    order = Order((folder / "in",), store, folder / "out", jobs=1, engine="inline", limit_seconds=limit)
    workers = Scripted(script)
    with begun(order) as run:
        run.workers = workers  # type: ignore[assignment]
        run.version = version
        for work in run.sort_out().work:
            run.take(work)
        return run.account(), workers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.txt").write_text(name)
    return tmp_path


def test_the_second_run_over_a_folder_finds_all_unchanged(folder: Path) -> None:
    assert carry_out(folder)[0].counts()["loaded"] == 2
    account, workers = carry_out(folder)
    assert account.counts()["unchanged"] == 2 and workers.asked == []


def test_a_document_cut_short_is_read_again_with_much_more_time_and_not_before(folder: Path) -> None:
    account, _ = carry_out(folder, {"a.txt": "cut"})
    assert account.counts()["loaded"] == 2
    assert [end.reason for end in account.outcomes] == ["partial: 1 of 2 pages", None]
    assert carry_out(folder)[1].asked == []
    assert carry_out(folder, limit=120.0)[1].asked == ["a.txt"]
    assert carry_out(folder, limit=120.0)[1].asked == []


def test_a_copy_is_a_duplicate_in_the_same_run_and_in_a_later_one(folder: Path) -> None:
    (folder / "in" / "c.txt").write_text("a")
    account, workers = carry_out(folder)
    assert account.counts()["duplicate"] == 1 and workers.asked == ["a.txt", "b.txt"]
    (folder / "in" / "d.txt").write_text("b")
    counts = carry_out(folder)[0].counts()
    assert counts["unchanged"] == 2 and counts["duplicate"] == 2
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).where(FILES.c.relation == "alias")) == 2
    store.close()


def test_a_renamed_file_is_a_duplicate(folder: Path) -> None:
    carry_out(folder)
    (folder / "in" / "a.txt").rename(folder / "in" / "renamed.txt")
    counts = carry_out(folder)[0].counts()
    assert counts["unchanged"] == 1 and counts["duplicate"] == 1


def test_an_edited_file_is_a_new_document(folder: Path) -> None:
    carry_out(folder)
    (folder / "in" / "a.txt").write_text("edited")
    counts = carry_out(folder)[0].counts()
    assert counts["unchanged"] == 1 and counts["loaded"] == 1


def test_another_version_of_the_pipeline_reads_again(folder: Path) -> None:
    carry_out(folder)
    assert carry_out(folder, version="2")[0].counts()["loaded"] == 2


def test_a_copy_of_a_quarantined_file_shares_its_fate_and_reason(folder: Path) -> None:
    (folder / "in" / "c.txt").write_text("a")
    account, _ = carry_out(folder, {"a.txt": "problem"})
    assert [(o.error_type, o.reason) for o in account.troubled()] == [("DamagedFile", "torn")] * 2


def test_what_could_not_be_read_is_tried_again_by_the_next_run(folder: Path) -> None:
    carry_out(folder, {"a.txt": "died"})
    account, workers = carry_out(folder)
    assert workers.asked == ["a.txt"] and account.counts()["loaded"] == 1


def test_an_interrupted_run_says_so_and_the_next_one_goes_on(folder: Path) -> None:
    def interrupted(run: Run) -> Account:
        run.workers = Scripted()  # type: ignore[assignment]
        first, second = run.sort_out().work
        run.take(first)
        run.stop()
        run.take(second)
        return run.account()

    order = Order((folder / "in",), f"sqlite:///{folder / 'store.db'}", folder / "out", jobs=1, engine="inline")
    with begun(order) as run:
        run.version = "1"
        account = interrupted(run)
    assert account.state == "interrupted" and account.counts()["waiting"] == 1
    counts = carry_out(folder)[0].counts()
    assert (counts["unchanged"], counts["loaded"]) == (1, 1) and "waiting" not in counts


def test_the_output_may_be_the_folder_that_is_read(folder: Path) -> None:
    order = Order((folder / "in",), f"sqlite:///{folder / 'in' / 'store.db'}", folder / "in", jobs=1, engine="inline")
    for wanted in ("loaded", "unchanged"):
        with begun(order) as run:
            run.workers = Scripted()  # type: ignore[assignment]
            for work in run.sort_out().work:
                run.take(work)
            counts = run.account().counts()
        assert counts["found"] == counts[wanted] == 2


def test_a_name_that_is_no_text_is_written_down(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder / "in") + b"/bad-\xff.txt")).write_text("x")
    os.symlink(os.fsdecode(b"\xff"), folder / "in" / "dangling")
    counts = carry_out(folder)[0].counts()
    assert (counts["loaded"], counts["quarantined"]) == (3, 1)
    (folder / "in" / "dangling").unlink()
    account, _ = carry_out(folder)
    assert account.counts()["unchanged"] == 3 and any(o.path.endswith("bad-\\xff.txt") for o in account.outcomes)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from((*KINDS, "raises")), st.integers(0, 3)), max_size=8), st.randoms())
def test_the_account_always_adds_up(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[str, int]], chance: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("run")
    (folder / "in").mkdir()
    script = {}
    for place, (kind, content) in enumerate(files):
        (folder / "in" / f"{place}.txt").write_text(str(content))
        script[f"{place}.txt"] = kind
    for _ in range(2):
        account, _ = carry_out(folder, script)
        counts = account.counts()
        assert account.adds_up() and counts.pop("found") == len(files) == sum(counts.values())
        script = {name: chance.choice(KINDS) for name in script}
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    with store.reading() as connection:
        written = connection.scalar(select(func.count()).select_from(RUN_DOCUMENTS)) or 0
        found, waiting = connection.execute(select(func.sum(RUNS.c.found), func.sum(RUNS.c.waiting))).one()
    store.close()
    assert written == (found or 0) - (waiting or 0)


def _as_if_killed(folder: Path, run_id: str, started_at: str) -> tuple[str, int, int, int]:
    """Leave a run behind that settled one of three files, let another run pass, and return what became of the first."""
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    with store.writing() as connection:
        row = {"run_id": run_id, "started_at": started_at, "found": 3, "state": "running"}
        connection.execute(insert(RUNS).values(pipeline_version="1", engine="inline", **row))
        connection.execute(insert(RUN_DOCUMENTS).values(run_id=run_id, path="a", outcome="loaded"))
    carry_out(folder)
    with store.reading() as connection:
        columns = (RUNS.c.state, RUNS.c.found, RUNS.c.loaded, RUNS.c.waiting)
        state, found, loaded, waiting = connection.execute(select(*columns).where(RUNS.c.run_id == run_id)).one()
    store.close()
    return state, found, loaded, waiting


def test_a_run_that_was_killed_is_closed_by_the_next_one(folder: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    run_id = "-".join([*new_run_id().split("-")[:2], str(dead.pid), "1"])
    assert _as_if_killed(folder, run_id, now()) == ("interrupted", 3, 1, 2)


def test_a_run_whose_process_number_was_given_anew_is_closed(folder: Path) -> None:
    run_id = "-".join([*new_run_id().split("-")[:2], str(os.getppid()), "1"])
    assert _as_if_killed(folder, run_id, "2001-01-01T00:00:00+00:00")[0] == "interrupted"


def test_a_run_at_work_is_left_alone_here_and_on_another_machine(folder: Path) -> None:
    alive = "-".join([*new_run_id().split("-")[:2], str(os.getppid()), "1"])
    for run_id, began in ((alive, now()), ("20260101T000000-000000-1-1", now())):
        assert _as_if_killed(folder, run_id, began) == ("running", 3, 0, 0)
    assert _as_if_killed(folder, "20260101T000000-000000-1-2", "2001-01-01T00:00:00+00:00")[0] == "interrupted"


def test_a_store_that_goes_away_ends_the_run_and_leaves_the_rest_unread(folder: Path) -> None:
    order = Order((folder / "in",), f"sqlite:///{folder / 'store.db'}", folder / "out", jobs=1, engine="inline")
    with begun(order) as run:
        run.workers = workers = Scripted()  # type: ignore[assignment]
        first, second = run.sort_out().work
        (folder / "store.db").unlink()
        assert [run.take(work).outcome for work in (first, second)] == ["waiting", "waiting"]
        with pytest.raises(StoreUnusable, match="removed"):
            run.account()
    assert len(workers.asked) == 1
    assert carry_out(folder)[0].counts()["loaded"] == 2
