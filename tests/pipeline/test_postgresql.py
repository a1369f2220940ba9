"""A store on a real PostgreSQL server: set SOHOA_TEST_STORE to the URL of an empty database; skipped without one.

The other tests of the store run on that server, too, where the variable is set. Here is what only a server can show.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas
import pytest
from sqlalchemy import inspect

from models.rows import Reading
from models.tables import CONTENT_TABLES
from pipeline.cli.app import run
from pipeline.exporting import document_tables, export_tables
from pipeline.running.holding import AlreadyRunning, held
from pipeline.store import Store, open_store
from pipeline.store.loading import Stamp, load
from pipeline.store.reviewing import decide
from pipeline.store.schema import CONTENT, DOCUMENTS

pytestmark = pytest.mark.skipif(
    not os.environ.get("SOHOA_TEST_STORE", "").startswith("postgresql"),
    reason="no PostgreSQL server: SOHOA_TEST_STORE is not set to the URL of an empty database",
)

_HOLDS = """
import sys
from pipeline.running.holding import held
from pipeline.store import open_store
with held(open_store(sys.argv[1]), None):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_run_in_another_process_holds_the_store_until_it_is_killed(store: Store) -> None:
    asked = [sys.executable, "-c", _HOLDS, store.url]
    holder = subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout and holder.stdin and holder.stdout.readline() == "held\n"
    with pytest.raises(AlreadyRunning), held(store, None):
        pass
    holder.kill()
    holder.wait()
    holder.stdout.close()
    holder.stdin.close()
    waited: list[str] = []
    with held(store, waited.append):  # the server may take a moment to see that the other end is gone
        pass


def test_both_databases_hold_the_same(store: Store, tmp_path: Path, reading: Callable[..., Reading]) -> None:
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    told = []
    for each in (store, other):
        made = reading()
        sha256 = next(row.cells["sha256"].value for row in made.rows if row.table == "documents")
        document_id = load(each, made, path="a.txt", sha256=sha256, stamp=Stamp("run", "1"))
        place = (document_id, "provisions", "Điều 1", "heading")
        decide(each, place, "corrected", reviewer="Lan", new_value="Đối tượng «áp dụng»")
        decide(each, (document_id, "provisions", "Điều 2", "text"), "rejected", reviewer="Lan")
        with each.reading() as connection:
            told.append(document_tables(connection, document_id))
            seen = connection.exec_driver_sql("SELECT number, heading, text FROM reviewed_provisions ORDER BY ordinal")
            assert seen.all() == [("Điều 1", "Đối tượng «áp dụng»", None), ("Điều 2", None, None)]
    other.close()
    assert told[0] == told[1]


def test_a_folder_is_read_exported_and_read_again(store_url: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("QUYẾT ĐỊNH\nSố: 5/QĐ-ĐH\nĐiều 1. Ban hành quy định này.\n")
    (tmp_path / "in" / "b.txt").write_text("")
    asked = ["ingest", str(tmp_path / "in"), "--store", store_url, "--out", str(tmp_path / "out"), "--engine", "inline"]
    assert run(asked) == 3 and run(asked) == 3
    opened = open_store(store_url)
    with opened.reading() as connection:
        runs = pandas.read_sql("SELECT loaded, unchanged, quarantined FROM runs ORDER BY run_id", connection)
        assert runs.values.tolist() == [[1, 0, 1], [0, 1, 1]]
    written = {path.stem for path in export_tables(opened, tmp_path / "csv", "csv")}
    assert {table.name for table in CONTENT_TABLES} <= written
    opened.close()


def test_tables_and_columns_say_what_they_mean(store: Store) -> None:
    with store.engine.connect() as connection:
        seen = inspect(connection)
        assert seen.get_table_comment("courses")["text"] == CONTENT["courses"].comment
        told = {column["name"]: column["comment"] for column in seen.get_columns("documents")}
    assert told["number"] == DOCUMENTS.c.number.comment
