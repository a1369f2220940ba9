"""The views for other programs show what export writes: the tables as stewards left them."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import insert, inspect, text

from models.rows import Reading, Row, Value
from models.tables import CONTENT_TABLES
from pipeline.exporting import _plain, _tables
from pipeline.store import Store, open_store
from pipeline.store.loading import Stamp, load
from pipeline.store.reviewing import decide
from pipeline.store.schema import CONTENT, REVISION, RUN_DOCUMENTS, RUNS
from pipeline.store.views import drop_views, view_of


@pytest.fixture
def document_id(store: Store, reading: Callable[..., Reading]) -> str:
    made = reading()
    course = {"name": Value("Hóa học"), "credits": Value(3.0), "semester": Value("2, 3")}
    rows = (
        *made.rows,
        Row("courses", course, ordinal=1, row_key="#1"),
        Row("courses", course, ordinal=2, row_key="#2"),
    )
    made = Reading(rows, made.findings, made.evidence, made.pages, made.text)
    digest = sha256(b"one").hexdigest()
    return load(store, made, path="/a.txt", sha256=digest, stamp=Stamp("run", "1", 0.5))


def seen(store: Store, view: str) -> list[dict[str, Any]]:
    with store.reading() as connection:
        rows = connection.execute(text(f'SELECT * FROM "{view}" ORDER BY document_id, ordinal')).mappings()
        return [{name: _plain(value) for name, value in row.items()} for row in rows]


def test_the_last_decision_on_each_value_stands_in_its_place(store: Store, document_id: str) -> None:
    def course(verdict: str, column: str, value: object = None, key: str = "#1") -> None:
        decide(store, (document_id, "courses", key, column), verdict, reviewer="Lan", new_value=value)

    course("corrected", "name", "Hóa")
    course("corrected", "name", "Hóa học đại cương")
    course("corrected", "credits", 4.5)
    course("corrected", "semester", 2)
    course("rejected", "name", key="#2")
    course("corrected", "credits", 9.0, key="#2")
    course("undone", "credits", key="#2")
    decide(store, (document_id, "documents", "12/QĐ-ĐHTH", "number"), "corrected", reviewer="Lan", new_value="13/QĐ")
    first, second = seen(store, "reviewed_courses")
    assert (first["name"], first["credits"], first["semester"]) == ("Hóa học đại cương", 4.5, "2")
    assert (second["name"], second["credits"], second["semester"]) == (None, 3, "2, 3")
    with store.reading() as connection:
        written = {table.name: [row for rows in portions for row in rows] for table, portions in _tables(connection)}
    for definition in CONTENT_TABLES:
        told = [
            {name: None if value is None else str(_plain(value)) for name, value in row.items()}
            for row in written[definition.name]
        ]
        plain = [
            {name: None if value is None else str(value) for name, value in row.items()}
            for row in seen(store, f"reviewed_{definition.name}")
        ]
        assert plain == told, definition.name


def test_a_store_of_before_gets_the_views(store: Store, document_id: str) -> None:
    with store.writing() as connection:
        drop_views(connection)
        connection.execute(REVISION.update().values(version_num="0004"))
    again = open_store(store.url)
    with again.reading() as connection:
        assert set(inspect(connection).get_view_names()) == {
            "current_documents",
            *(f"reviewed_{each.name}" for each in CONTENT_TABLES),
        }
    assert seen(again, "reviewed_documents")[0]["document_id"] == document_id
    again.close()


def test_postgresql_has_its_own_way_to_read_decisions() -> None:
    said = view_of(CONTENT["courses"], "postgresql")
    assert "CAST(CAST(d.\"credits\" AS jsonb) #>> '{}' AS DOUBLE PRECISION)" in said and "json_extract" not in said


def test_current_documents_are_those_that_files_held_when_last_met(
    store: Store, reading: Callable[..., Reading]
) -> None:
    ends = {"path": "/a.txt", "outcome": "loaded"}
    ids = {}
    for content in (b"one", b"two"):
        digest = sha256(content).hexdigest()
        ids[content] = load(store, reading(content), path="/a.txt", sha256=digest, stamp=Stamp("run", "1"))
    for number, content in enumerate((b"one", b"two", b"one", None), 1):
        run = {"run_id": f"2024010{number}T000000", "started_at": "2024", "pipeline_version": "1"}
        document_id = ids[content] if content else None
        ended = ends if content else ends | {"outcome": "quarantined"}  # what it held stays what is known of it
        with store.writing() as connection:
            connection.execute(insert(RUNS).values(**run, engine="inline", state="finished"))
            connection.execute(insert(RUN_DOCUMENTS).values(**ended, run_id=run["run_id"], document_id=document_id))
        assert [row["document_id"] for row in seen(store, "current_documents")] == [document_id or ids[b"one"]]
