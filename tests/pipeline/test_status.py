"""`sohoa status`: the same figures as the report, and what became of a file."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import insert

from models.rows import Reading
from pipeline.cli.app import run
from pipeline.report.figures import collect
from pipeline.report.standing import fates, standing
from pipeline.running.leftovers import new_run_id
from pipeline.running.ordering import Order
from pipeline.running.run import begun
from pipeline.store import Store
from pipeline.store.loading import Stamp, load
from pipeline.store.reviewing import decide
from pipeline.store.schema import RUN_DOCUMENTS, RUNS


@pytest.fixture
def held(store: Store, tmp_path: Path, reading: Callable[..., Reading]) -> Store:
    """Return a store whose last run met an empty file and a sound one that an earlier run had met as another."""
    inbox = tmp_path / "in"
    inbox.mkdir()
    for content in (b"one", b"two"):
        (inbox / "a.txt").write_bytes(content)
        (inbox / "empty.txt").write_text("")
        with begun(Order((inbox,), store.url, tmp_path / "out", jobs=1, engine="inline")) as under_way:
            for work in under_way.sort_out().work:
                stamp = Stamp(under_way.run_id, under_way.version)
                digest = sha256(content).hexdigest()
                load(store, reading(content), path=work.file.shown, sha256=digest, stamp=stamp)
                under_way.take(work)
            under_way.account()
    return store


def test_the_figures_are_those_of_the_report(held: Store) -> None:
    with held.reading() as connection:
        key = connection.exec_driver_sql("select document_id from documents order by 1 limit 1").scalar()
    decide(held, (str(key), "provisions", "Điều 1", "heading"), "accepted", reviewer="Lan")
    told, report = standing(held), collect(held)
    assert told["documents"] == report["totals"]["documents"] == 2
    assert told["decided"] == 1 and told["at_work"] == []
    assert told["findings"] == report["totals"]["findings"] | {"settled": 0}
    assert told["run"]["quarantined"] == len(told["not_read"]) == 1


def test_a_file_tells_its_last_ending_and_all_that_it_held(held: Store, tmp_path: Path) -> None:
    (ending,) = fates(held, [tmp_path / "in" / "a.txt"])["files"]
    assert len(ending["documents"]) == 2
    folder = fates(held, [tmp_path / "in", tmp_path / "elsewhere"])
    assert sum(folder["counts"].values()) == 2 and folder["unknown"] == [str(tmp_path / "elsewhere")]
    assert [Path(each["path"]).name for each in folder["not_read"]] == ["empty.txt"]


def test_a_folder_is_no_beginning_of_a_name(held: Store, tmp_path: Path) -> None:
    assert fates(held, [tmp_path / "i"])["files"] == []


def test_a_run_under_way_tells_how_far_it_is(held: Store) -> None:
    run_id, moment = new_run_id(), "2030-01-01T00:00:00+00:00"
    begun_now = {"run_id": run_id, "started_at": moment, "pipeline_version": "1", "engine": "inline"}
    with held.writing() as connection:
        connection.execute(insert(RUNS).values(**begun_now, state="running", found=7))
        connection.execute(insert(RUN_DOCUMENTS).values(run_id=run_id, path="/a", outcome="loaded"))
    (working,) = standing(held)["at_work"]
    assert (working["settled"], working["found"]) == (1, 7)


def test_the_command_speaks_both_languages(
    held: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOHOA_LANGUAGE", "en")
    assert run(["status", "--store", held.url, str(tmp_path / "in" / "empty.txt")]) == 0
    assert "empty.txt: quarantined: the file has no bytes" in capsys.readouterr().out
    assert run(["status", "--store", held.url, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["run"]["found"] == 2
    monkeypatch.setenv("SOHOA_LANGUAGE", "vi")
    assert run(["status", "--store", held.url]) == 0
    assert "Tệp chưa đọc được: 1" in capsys.readouterr().out
